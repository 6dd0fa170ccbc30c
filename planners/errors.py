"""Owns the error of planning. Does not know: plans."""

from __future__ import annotations


class PlanError(ValueError):
    """No valid plan can be made of a story, or a plan that was given is wrong; says what and where."""
