"""Owns the verdict on a shot's text. Does not know: plans, who wrote the text."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from planners.frozen import Frozen


class Review(Frozen):
    """The verdict on a shot's five domains (VideoGen-of-Thought section 1.4), kept beside the shots, not in them."""

    complete: bool
    """Every domain is filled, and who is on stage is described."""
    coherent: bool
    """Neither a stranger to the shot before nor its near-duplicate."""
    likeness: float | None = None
    """Share of content words in common with the shot before, 0 to 1; None for the first shot."""
    tries: Annotated[int, Field(ge=0)] = 0
    """Answers that were looked at; 0: nobody was asked."""
    problems: tuple[str, ...] = ()
