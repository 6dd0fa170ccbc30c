"""Owns joins that a generator has already made: reset boundary and continuation.

With both, the next clip itself is made from the end of the one before (its last frames, their latents and noise, or
its whole state); over the join both clips then show the same, and all that is left is to hand over from one to the
other. Where they do not, the next clip was made without the one before: that is said, not hidden.
Does not know: how clips are made.
"""

from __future__ import annotations

import numpy as np

from consistency.joins.dissolve import dissolve
from consistency.joins.kinds import Made, Pair, refused
from consistency.joins.scenes import EMBEDDERS, OFFLINE

ALIKE = 0.9
"""Likeness of both clips over the join from which on they show the same."""


def handed_over(pair: Pair) -> Made:
    """From one clip to the other where both show the same; refused where they do not."""
    embed = EMBEDDERS[OFFLINE]
    alike = float(np.mean([embed(a) @ embed(b) for a, b in zip(pair.a, pair.b, strict=True)]))
    if alike < ALIKE:
        return refused(
            "the next clip has to be made from the last frames of this one (a video generator that takes"
            f" `ShotRequest.before`), and it was not: over the join the two are {alike:.2f} alike, {ALIKE} is the same"
        )
    return dissolve(pair)
