"""The steps of planning: plain functions from state to the part of it that they change."""
