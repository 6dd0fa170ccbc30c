"""Artefacts in, verdicts and joins out. Does not know: plans, who made the clips."""

from consistency.smoothing import Join, Side, smooth

__all__ = ["Join", "Side", "smooth"]
