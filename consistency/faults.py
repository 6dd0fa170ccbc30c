"""Owns faults of one clip that need no knowledge of its content: frozen, black and repeated frames, cuts.

Does not know: other shots, thresholds of acceptance.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import cv2
import numpy as np
import numpy.typing as npt

from consistency.footage import Clip, Pixels

Curve = npt.NDArray[np.float64]
_BLOCKS = (32, 18)
SAME = 1.0
"""Largest block difference (of 255) of two frames that show the same picture through an encoder."""
_MOVES = 0.6
"""Least block difference that counts as motion from one frame to the next."""
_RATIO, _CONTENT, _WINDOW = 3.0, 7.0, 2


def local_steps(frames: Pixels) -> Curve:
    """Per pair of neighbours the largest mean difference of any block of a 32 x 18 grid, 0..255; (frames - 1,).

    A small mover in a wide shot shows here, where the mean over the frame hides it.
    """
    greys = [cv2.cvtColor(frame, cv2.COLOR_RGB2GRAY) for frame in frames]
    return np.array([_blocks(cv2.absdiff(a, b)) for a, b in pairwise(greys)])


def frozen(clip: Clip) -> float:
    """Longest stretch in which nothing moves, as a share of the clip, 0..1; 0 is best.

    Own measure: frames that differ from those a quarter of a second later by less than `SAME` in every block; slow
    motion adds up over that time, an encoder's noise does not. Needs: nothing. Limits: stretches under a quarter of a
    second are not seen (`repeated`); a shot that was meant to be still is found too; grain hides a freeze.
    """
    lag = max(round(clip.fps / 4), 1)
    if len(clip) <= lag:
        return 0.0
    greys = [cv2.cvtColor(frame, cv2.COLOR_RGB2GRAY) for frame in clip.small]
    still = np.array([_blocks(cv2.absdiff(a, b)) < SAME for a, b in zip(greys, greys[lag:], strict=False)])
    run = _longest(still)
    return (run + lag - 1) / (len(clip) - 1) if run else 0.0


def repeated(clip: Clip) -> float:
    """Share of single frames that repeat the one before while the picture moves before and after, 0..1; 0 is best.

    Own measure (stutter, wrong rate conversion): a step under 15 % of the two before and the two after it, which are at
    least `_MOVES`. Animation on twos, where every other step is none, is not stutter. Needs: nothing. Limits: repeats
    of every second or third frame pass for animation on twos or threes.
    """
    steps = local_steps(clip.small)
    if len(steps) < 5:
        return 0.0
    around = np.min([steps[:-4], steps[1:-3], steps[3:-1], steps[4:]], axis=0)
    return float(((steps[2:-2] < 0.15 * around) & (around >= _MOVES)).sum()) / len(steps)


def black(clip: Clip) -> float:
    """Share of frames that are black: 98 % of pixels darker than 9 % of white; 0..1, 0 is best.

    Own measure. Needs: nothing. Limits: a planned fade to black is found too; a night scene with any light is not.
    """
    dark = [float(np.quantile(cv2.cvtColor(f, cv2.COLOR_RGB2GRAY), 0.98)) < 0.09 * 255 for f in clip.small]
    return float(np.mean(dark))


def cuts(clip: Clip) -> list[int]:
    """Frames before which the scene is cut.

    PySceneDetect's AdaptiveDetector as documented (StreamingT2V's SCuts, arXiv 2403.14773, section 5.1): mean of the
    hue, saturation and value differences of neighbours; a cut is 3 times the mean of the two pairs on either side and
    at least 7 (its default of 15 misses cuts between like colours). Written anew, on small frames; a picture that comes
    back after one frame is a flash, no cut. Limits: cuts between two pictures of like colours are missed.
    """
    hsv = [cv2.cvtColor(frame, cv2.COLOR_RGB2HSV) for frame in clip.small]
    content = np.array([_content(a, b) for a, b in pairwise(hsv)])
    found: list[int] = []
    for t, value in enumerate(content):
        around = np.concatenate([content[max(t - _WINDOW, 0) : t], content[t + 1 : t + 1 + _WINDOW]])
        if value >= _CONTENT and len(around) and value >= _RATIO * max(float(around.mean()), 1e-3):
            stays = _content(hsv[max(t - 1, 0)], hsv[min(t + 2, len(hsv) - 1)]) >= 0.5 * value
            found += [t + 1] if stays and t + 1 - (found[-1] if found else -_WINDOW) > _WINDOW else []
    return found


def wrong_cuts(clip: Clip, planned: Sequence[int] = (), *, reach: int = 2) -> int:
    """Cuts found that were not planned, and planned ones not found, within `reach` frames; a count, 0 is best.

    Source: PySceneDetect's AdaptiveDetector as in `cuts`; SCuts (StreamingT2V, arXiv 2403.14773, section 5.1) counts
    all that are found. Needs: the plan's cuts. Limits: those of `cuts`.
    """
    found = cuts(clip)
    extra = sum(all(abs(cut - plan) > reach for plan in planned) for cut in found)
    missed = sum(all(abs(cut - plan) > reach for cut in found) for plan in planned)
    return extra + missed


def _content(a: Pixels, b: Pixels) -> float:
    """Mean difference of hue, saturation and value; `a` and `b` in HSV."""
    return float(cv2.absdiff(a, b).mean())


def _longest(flags: npt.NDArray[np.bool_]) -> int:
    best = run = 0
    for flag in flags:
        run = run + 1 if flag else 0
        best = max(best, run)
    return best


def _blocks(difference: npt.NDArray[np.uint8]) -> float:
    return float(cv2.resize(difference.astype(np.float32), _BLOCKS, interpolation=cv2.INTER_AREA).max())
