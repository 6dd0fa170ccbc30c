"""Owns what moods do to a face: numbers for brows, lids and mouth, for each emotion and what is being done.

Does not know: where features sit, paint.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from generators.backends.animatic.figure import Pose
from planners.plan import Action, Emotion


@dataclass(frozen=True)
class Expression:
    """Lengths in head units; 0 is a face at rest."""

    brow_in: float = 0.0
    """Inner ends of the brows up."""
    brow_out: float = 0.0
    brow_skew: float = 0.0
    """Near brow up, far brow down."""
    brow_knit: float = 0.0
    """Inner ends toward each other."""
    lid: float = 0.0
    """Upper lid down: 0 rest .. 1 closed; negative opens beyond rest."""
    lower: float = 0.0
    """Lower lid up: 0 .. 1."""
    smile: float = 0.0
    """Corners of the mouth up; negative down."""
    open: float = 0.0
    """Height of the open mouth at rest."""
    wide: float = 1.0
    skew: float = 0.0
    """Near corner of the mouth up."""
    teeth: float = 0.0
    """0 none, 1 both rows clenched."""
    blush: float = 0.0
    gaze: tuple[float, float] = (0.0, 0.0)
    pupil: float = 1.0
    arcs: bool = False
    """Closed eyes bend upward, laughing."""
    bags: float = 0.0
    tear: float = 0.0
    sweat: bool = False
    frown: bool = False
    """Two lines between the brows."""


MOODS: dict[Emotion, Expression] = {
    "neutral": Expression(smile=0.02),
    "happy": Expression(
        brow_in=0.02, brow_out=0.03, lid=0.02, lower=0.32, smile=0.12, open=0.055, wide=1.14, blush=0.6
    ),
    "sad": Expression(brow_in=0.11, brow_out=-0.05, brow_knit=0.03, lid=0.24, smile=-0.085, wide=0.82, gaze=(0, 0.45)),
    "angry": Expression(
        brow_in=-0.13, brow_out=0.05, brow_knit=0.06, lid=0.16, lower=0.22, smile=-0.075, wide=0.95, frown=True,
        pupil=0.85,
    ),
    "afraid": Expression(
        brow_in=0.14, brow_out=0.0, brow_knit=0.03, lid=-0.1, smile=-0.06, open=0.07, wide=0.92, teeth=1.0, pupil=0.72,
        sweat=True,
    ),
    "surprised": Expression(brow_in=0.12, brow_out=0.13, lid=-0.1, open=0.15, wide=0.52, pupil=0.82),
    "tender": Expression(
        brow_in=0.06, brow_out=-0.01, lid=0.3, lower=0.16, smile=0.08, wide=0.96, blush=1.0, skew=0.01
    ),
    "pain": Expression(
        brow_in=-0.06, brow_out=-0.03, brow_knit=0.08, lid=0.74, lower=0.4, smile=-0.05, open=0.09, wide=1.02,
        teeth=1.0, frown=True, skew=0.03, sweat=True,
    ),
    "tired": Expression(brow_in=0.05, brow_out=-0.04, lid=0.5, smile=-0.03, wide=0.85, bags=1.0, gaze=(0, 0.3)),
    "proud": Expression(brow_in=0.03, brow_out=0.07, lid=0.26, lower=0.08, smile=0.1, wide=1.02, skew=0.025),
    "thoughtful": Expression(
        brow_in=0.02, brow_skew=0.075, brow_knit=0.02, lid=0.1, smile=-0.01, wide=0.72, skew=0.035, gaze=(0.5, -0.75)
    ),
}  # fmt: skip

_ACTIONS: dict[Action, dict[str, object]] = {
    "sleep": {"lid": 1.0, "lower": 0.0, "gaze": (0.0, 0.0)},
    "laugh": {"arcs": True, "lid": 1.0, "smile": 0.13, "open": 0.14, "wide": 1.15, "blush": 0.8, "brow_out": 0.06},
    "cry": {"brow_in": 0.13, "brow_out": -0.05, "smile": -0.09, "lid": 0.3, "tear": 1.0},
    "sing": {"open": 0.12, "brow_in": 0.06, "brow_out": 0.06},
    "read": {"gaze": (0.3, 0.8), "lid": 0.3},
    "write": {"gaze": (0.3, 0.8), "lid": 0.3},
}
_LIDS = (0.0, 0.55, 1.0)


def expression(pose: Pose) -> Expression:
    """The expression of a pose: its mood, changed by what is done, by speech, blink and gaze."""
    face = MOODS[pose.emotion]
    change = _ACTIONS.get(pose.deed or pose.action)
    if change is not None:
        face = replace(face, **change)  # type: ignore[arg-type]
    if pose.blink:
        face = replace(face, lid=max(face.lid, _LIDS[min(pose.blink, 2)]))
    gaze = (
        max(-1.0, min(1.0, face.gaze[0] + pose.gaze[0])),
        max(-1.0, min(1.0, face.gaze[1] + pose.gaze[1])),
    )
    return replace(face, gaze=gaze)


_PLAIN, _BOLDEST = 60.0, 14.0
"""Pixels of half a head from which a face is drawn as it is, and at which it is boldest."""


def seen_at(face: Expression, px: float) -> Expression:
    """The expression as it must be drawn to be read in a head of this size: the smaller, the bolder."""
    share = min(max((_PLAIN - px) / (_PLAIN - _BOLDEST), 0.0), 1.0)
    if share == 0.0:
        return face
    brows, mouth = 1 + 0.75 * share, 1 + 0.8 * share
    return replace(
        face,
        brow_in=face.brow_in * brows,
        brow_out=face.brow_out * brows,
        brow_skew=face.brow_skew * brows,
        smile=face.smile * mouth,
        open=face.open * (1 + 0.6 * share),
        wide=1 + (face.wide - 1) * (1 + 0.5 * share),
    )
