"""Owns what feelings do to an animal's face: brows, lids, mouth, ears. Does not know: any species."""

from __future__ import annotations

from dataclasses import dataclass

from generators.backends.animatic.figure import Pose


@dataclass(frozen=True)
class Face:
    """An expression. Angles in degrees, lengths in head radii."""

    brow: float = 0.0
    """Turn of the near brow: + inner end down (anger), - inner end up (sorrow)."""
    lift: float = 0.0
    brows: bool = False
    open: float = 1.0
    """Share of the eye that is open."""
    smile: float = 0.07
    """How far the corners of the mouth rise."""
    gape: float = 0.0
    """How far the mouth is open at rest."""
    ears: float = 0.0
    """Degrees that the ears fold back."""
    arcs: bool = False
    """Eyes closed to happy arcs when they blink."""
    tear: bool = False


FACES: dict[str, Face] = {
    "neutral": Face(),
    "happy": Face(smile=0.16, gape=0.1, lift=-0.06, arcs=True, brows=True),
    "sad": Face(brow=-24, brows=True, open=0.78, smile=-0.1, ears=26, lift=-0.02),
    "angry": Face(brow=26, brows=True, open=0.74, smile=-0.07, ears=16, lift=0.06),
    "afraid": Face(brow=-20, brows=True, open=1.18, smile=-0.06, gape=0.1, ears=30, lift=-0.1),
    "surprised": Face(brow=0, brows=True, open=1.25, smile=0.0, gape=0.18, lift=-0.16, ears=-8),
    "tender": Face(brow=-8, brows=True, open=0.72, smile=0.13, arcs=True),
    "pain": Face(brow=-22, brows=True, open=0.3, smile=-0.09, gape=0.06, ears=28, tear=True),
    "tired": Face(brow=-6, brows=True, open=0.45, smile=-0.02, ears=18),
    "proud": Face(brow=8, brows=True, open=0.7, smile=0.12, lift=-0.06, arcs=True),
    "thoughtful": Face(brow=10, brows=True, open=0.85, smile=0.0, lift=-0.08),
}

_BY_ACTION: dict[str, Face] = {
    "cry": Face(brow=-26, brows=True, open=0.25, smile=-0.12, gape=0.16, ears=30, tear=True),
    "laugh": Face(smile=0.2, gape=0.3, open=0.0, lift=-0.08, brows=True, arcs=True),
    "sing": Face(smile=0.04, gape=0.3, open=0.0, arcs=True),
    "sleep": Face(open=0.0, smile=0.05, ears=10),
}
GAPES = (0.0, 0.14, 0.28, 0.42)
BLINKS = (1.0, 0.45, 0.0)


def face_of(pose: Pose) -> Face:
    """The expression of a pose: the emotion, overruled by actions that show in the face."""
    return _BY_ACTION.get(pose.action, FACES[pose.emotion])


def openness(face: Face, pose: Pose) -> float:
    """Share of the eye that is open, blinks included."""
    return face.open * BLINKS[max(0, min(2, pose.blink))]


def gape(face: Face, pose: Pose) -> float:
    """How far the mouth is open, in head radii."""
    chew = 0.1 * (pose.phase % 2) if pose.action == "eat" else 0.0
    return max(face.gape if pose.mouth == 0 else 0.0, GAPES[max(0, min(3, pose.mouth))], chew)
