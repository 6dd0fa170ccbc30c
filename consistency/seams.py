"""Owns measures of the joint between two clips: how far it jumps, compared with how the clips move by themselves.

Does not know: how the joint was made, whether a jump is wanted (a cut) or not (a continued take).
"""

from __future__ import annotations

import numpy as np

from consistency.faults import local_steps
from consistency.footage import Clip

REACH = 6
"""Frames of either clip that tell how it moves."""
_FLOOR = 1.0


def seam_jump(a: Clip, b: Clip) -> float:
    """Step from the last frame of one clip to the first of the next, over the clips' own steps near it; 1 is seamless.

    Own measure, 0 and up: the largest block difference over the seam, divided by the median of the same over the
    `REACH` frames on either side (at least one level of 255). Needs: both clips. Limits: a hard cut is meant to be
    large; between two still clips it is the plain difference in levels.
    """
    left, right = a.small[-REACH:], b.small[:REACH]
    own = np.concatenate([local_steps(left), local_steps(right)])
    step = float(local_steps(np.stack([left[-1], right[0]]))[0])
    return step / max(float(np.median(own)) if len(own) else 0.0, _FLOOR)
