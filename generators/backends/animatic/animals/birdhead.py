"""Owns birds' heads: skull, beak, eyes, crests, in head radii. Does not know: bodies, single species."""

from __future__ import annotations

from dataclasses import dataclass

import skia

from generators.backends.animatic.animals import features
from generators.backends.animatic.animals.beaks import draw_beak
from generators.backends.animatic.animals.birds import BirdSpec
from generators.backends.animatic.animals.mood import face_of, gape
from generators.backends.animatic.animals.plumage import draw_top
from generators.backends.animatic.animals.shapes import circle, merged
from generators.backends.animatic.animals.spec import Coat, HeadSpec
from generators.backends.animatic.animals.wear import Worn, wear_head
from generators.backends.animatic.colours import RGB, mix
from generators.backends.animatic.figure import Pose
from generators.backends.animatic.kit import Ink, blob, ellipse

_ROUND = HeadSpec(1.0, skull=(1.0, 0.95))


@dataclass(frozen=True)
class BirdHead:
    """A bird's head in one coat."""

    spec: BirdSpec
    coat: Coat
    wears: tuple[Worn, ...] = ()
    old: bool = False

    def draw(self, ink: Ink, pose: Pose, *, front: bool, back: bool = False) -> None:
        """Draw it in head radii."""
        s, c = self.spec, self.coat
        face = face_of(pose)
        draw_top(ink, s, c, behind=True)
        skull = ellipse(0, 0, 1.08 if front else 1.0, 0.96 if front else 1.0)
        around = c.base
        if any(x in s.extras for x in ("hood", "longneck")) and c.face:
            around = c.face
        ink.part(skull, around, role="fur")
        if back:
            return
        around = self._face_marks(ink, skull, around)
        size = s.eye * 1.05
        yaw = 0.0 if front else 1.0
        if front:
            eyes = (
                features.Eye((-0.4, -0.06), size, 1.0, c.iris, around),
                features.Eye((0.4, -0.06), size, 1.0, c.iris, around),
            )
        else:
            eyes = (
                features.Eye((0.16, -0.16), size, 1.0, c.iris, around),
                features.Eye((0.72, -0.18), size, 0.66, c.iris, around),
            )
        draw_beak(ink, s.beak, c.beak, gape=gape(face, pose), front=front, tip=c.mark if s.beak in ("bent",) else None)
        for side, eye in zip(
            (-1, 1), eyes if s.beak not in ("big", "toucan", "hook") or front else eyes[:1], strict=False
        ):
            features.draw_eye(ink, eye, face, pose)
            features.draw_brow(ink, eye, face, side)
        ink.flat(
            circle(-0.12 if not front else -0.62, 0.32, 0.16), features.BLUSH, 70 if not features.dark(around) else 40
        )
        if face.tear:
            features.draw_tear(ink, eyes[0])
        draw_top(ink, s, c, behind=False)
        wear_head(ink, self.wears, _ROUND, eyes, yaw)

    def _face_marks(self, ink: Ink, skull: skia.Path, around: RGB) -> RGB:
        s, c = self.spec, self.coat
        pale = c.face or c.belly or c.base
        if "discs" in s.extras:
            ink.inside(skull, merged([ellipse(-0.42, 0.0, 0.56, 0.6), ellipse(0.42, 0.0, 0.56, 0.6)]), pale)
            return pale
        if "mask" in s.extras:
            ink.inside(
                skull,
                blob([(-0.1, 0.9), (-0.3, 0.1), (0.1, -0.5), (0.45, -0.2), (0.8, -0.55), (1.2, 0.0), (0.9, 1.0)]),
                pale,
            )
            around = pale
        if "bibface" in s.extras or "patch" in s.extras:
            ink.inside(skull, ellipse(0.5, 0.14, 0.62, 0.62 if "patch" not in s.extras else 0.5), pale)
            around = pale
        if "cheek" in s.extras and c.mark:
            ink.inside(skull, ellipse(-0.62, 0.3, 0.24, 0.4, -14), c.mark)
        if self.old:
            ink.inside(skull, ellipse(0.4, 0.6, 0.8, 0.4), mix(around, (230, 228, 228), 0.7), 150)
        return around
