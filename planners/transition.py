"""Owns the Transition: how a shot leaves to the next, in picture and in sound.

Does not know: shots, how a join is made.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from planners.frozen import Frozen

TransitionKind = Literal["cut", "dissolve", "match", "flow", "smooth", "reset", "generative", "continuation"]
"""cut; dissolve; match: the subject lands on the next one's place and size; flow: a motion-compensated morph; smooth:
the measures choose among these; reset: the next clip's noise is tied to the last frames (diffusion); generative: a
video model makes the frames between; continuation: the next shot goes on in the same take, nothing jumps."""


class Transition(Frozen):
    """How a shot leaves to the next."""

    kind: TransitionKind = "cut"
    frames: Annotated[int, Field(ge=0)] = 0
    """Length of the join in frames, centred on the cut; 0 for a cut and a continuation."""
    lead: Annotated[int, Field(ge=0)] = 0
    """J-cut: the next shot is heard so many frames before it is seen."""
    trail: Annotated[int, Field(ge=0)] = 0
    """L-cut: this shot is heard for so many frames after it was seen."""
