"""Owns the planner backends: ways to turn a Story into a Reading. Nothing here is imported before it is used."""
