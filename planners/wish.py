"""Owns the wish: how a shot is to be told to models that read words, beyond what is seen in it.

It changes wording and order, never what happens; generators that read no words are not touched by it. Does not know:
prompts, models.
"""

from __future__ import annotations

from typing import Literal

from planners.frozen import Frozen

Part = Literal["style", "framing", "subjects", "actions", "place", "light", "camera"]
"""What a prompt is put together from."""
Told = Literal["deeds", "story"]
"""By clauses made of the beats, or in the words of the story."""


class PromptWish(Frozen):
    """How one shot is told to models that read words."""

    first: tuple[str, ...] = ()
    """Entities whose looks stand before the others', and are never left out."""
    lead: Part | None = None
    """The part of the prompt that stands first: models heed most what they read first."""
    told: Told = "deeds"
    words: str = ""
    """The user's own words, said with what happens."""
