"""Owns mammal heads: skull, muzzle, ears, face, in any yaw from front (0) to three-quarter (1).

Drawn in head radii around the middle of the skull. Does not know: bodies, single species.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import skia

from generators.backends.animatic.animals import ears, features
from generators.backends.animatic.animals.headgear import BEFORE, BEHIND, Gear
from generators.backends.animatic.animals.masks import MASKS, FaceMap
from generators.backends.animatic.animals.mood import Face, face_of
from generators.backends.animatic.animals.shapes import circle, join, taper
from generators.backends.animatic.animals.spec import Coat, HeadSpec
from generators.backends.animatic.colours import RGB, VIOLET, mix, shade
from generators.backends.animatic.figure import Pose
from generators.backends.animatic.kit import Ink, Point, ellipse


@dataclass(frozen=True)
class Head:
    """A head in one coat."""

    spec: HeadSpec
    coat: Coat
    old: bool = False

    def draw(self, ink: Ink, pose: Pose, *, yaw: float = 1.0, back: bool = False, lift: float = 0.0) -> None:
        """Draw it; `back` shows the back of the head; `lift` raises a trunk."""
        face = face_of(pose)
        gear = Gear(
            self.spec, self.coat, yaw, pose.phase, lift, pose.action in ("eat", "drink", "sleep", "bow", "dig", "lie")
        )
        front_ears = self.spec.ears in ears.FRONT and (yaw > 0.5 or self.spec.ears != "fan")
        far_ear_last = front_ears and yaw < 0.5
        self._extras(ink, gear, BEHIND)
        if not far_ear_last:
            self._ear(ink, yaw, face, far=True)
        if not front_ears:
            self._ear(ink, yaw, face, far=False)
        outline = self.outline(yaw)
        ink.part(outline, self.coat.base, role="fur")
        if not back:
            self._face(ink, pose, face, yaw, outline)
        if far_ear_last:
            self._ear(ink, yaw, face, far=True)
        if front_ears:
            self._ear(ink, yaw, face, far=False)
        if not back or self.spec.extras[:1] in (("wool",), ("forelock",)):
            self._extras(ink, gear, BEFORE)

    def outline(self, yaw: float) -> skia.Path:
        """Skull, muzzle and jaw as one shape."""
        rx, ry = self.spec.skull
        mx, my = self.tip(yaw)
        r = self.spec.muzzle[2]
        muzzle = taper([(0.3 * yaw, 0.26, 2 * self.spec.root), (mx, my, 2 * r)])
        cheek = self.spec.cheeks
        parts = [ellipse(0, 0, rx, ry), muzzle]
        if cheek:
            parts.append(ellipse(-0.12 * yaw, 0.34, rx * (1 + 0.2 * cheek), ry * 0.66))
        return join(*parts)

    def tip(self, yaw: float) -> Point:
        """Middle of the muzzle's tip."""
        x, y, _ = self.spec.muzzle
        return (x * yaw, y + 0.08 * (1 - yaw))

    def eyes(self, yaw: float) -> tuple[features.Eye, features.Eye]:
        """The near and the far eye."""
        s = self.spec
        near = (s.eye_x * yaw - s.gap * (1 - 0.12 * yaw), s.eye_y)
        far = (s.eye_x * yaw + s.gap * (1 - 0.34 * yaw), s.eye_y - 0.015 * yaw)
        around = self._around()
        return (
            features.Eye(near, s.eye, 1.0, self.coat.iris, around),
            features.Eye(far, s.eye, 1.0 - 0.22 * yaw, self.coat.iris, around),
        )

    def mouth(self, yaw: float) -> Point:
        """Middle of the mouth."""
        mx, my = self.tip(yaw)
        r = self.spec.muzzle[2]
        return (mx + 0.12 * r * yaw, my + 0.5 * r)

    def _around(self) -> RGB:
        if self.spec.mask in ("panda", "raccoon", "badger"):
            return self.coat.mark or (58, 52, 62)
        if self.spec.mask == "heart":
            return self.coat.face or self.coat.base
        return self.coat.base

    def _face(self, ink: Ink, pose: Pose, face: Face, yaw: float, outline: skia.Path) -> None:
        near, far = self.eyes(yaw)
        mx, my = self.tip(yaw)
        r = self.spec.muzzle[2]
        mask = MASKS.get(self.spec.mask)
        if mask is not None:
            mask(ink, FaceMap(outline, yaw, near.at, far.at, (mx, my), r, self.coat))
        if self.old:
            ink.inside(outline, ellipse(mx, my + 0.1, r * 1.5, r * 1.4), (226, 222, 222), 170)
        ink.inside(outline, circle(near.at[0] - 0.16, near.at[1] + 0.4, 0.17), features.BLUSH, 60)
        self._snout(ink, pose, face, yaw)
        for side, eye in ((-1, near), (1, far)):
            features.draw_eye(ink, eye, face, pose)
            features.draw_brow(ink, eye, face, side)
        if face.tear:
            features.draw_tear(ink, near)

    def _snout(self, ink: Ink, pose: Pose, face: Face, yaw: float) -> None:
        s = self.spec
        mx, my = self.tip(yaw)
        r = s.muzzle[2]
        skin = self._muzzle_colour()
        ink_colour = mix(skin, VIOLET, 0.66) if not features.dark(skin) else mix(skin, (255, 235, 220), 0.4)
        cx, cy = self.mouth(yaw)
        wide = 0.26 + 0.34 * max(s.muzzle[0] - 0.4, 0.0) * yaw
        left = (cx - wide, cy + 0.02)
        right = (cx + 0.26 * (1 - yaw) + r * 0.62 * yaw, cy - 0.04 * yaw)
        if "trunk" not in s.extras:
            middle = (cx, cy + 0.07)
            features.draw_mouth(ink, pose, face, left=left, middle=middle, right=right, colour=ink_colour)
        if "whiskers" in s.extras:
            hair = mix(self.coat.base, VIOLET, 0.5) if not features.dark(self.coat.base) else (214, 208, 210)
            features.draw_whiskers(ink, (cx - wide * 0.8, my + 0.1), (cx + r * 0.8, my + 0.1), yaw, hair)
        at = (mx + r * 0.72 * yaw, my - r * 0.42)
        if s.nose == "disc":
            at = (mx + r * 0.55 * yaw, my - r * 0.1)
        elif s.nose == "nostrils":
            at = (mx + r * 0.25 * yaw, my - r * 0.3)
        features.draw_nose(ink, s.nose, at, s.nose_size, self.coat.nose if s.nose != "nostrils" else skin, yaw)

    def _muzzle_colour(self) -> RGB:
        if self.spec.mask:
            return self.coat.face or self.coat.belly or self.coat.base
        return self.coat.base

    def _ear(self, ink: Ink, yaw: float, face: Face, *, far: bool) -> None:
        s = self.spec
        if s.ears == "none":
            return
        x, y = ears.SEATS[s.ears] if s.ears != "fan" or yaw > 0.5 else (0.7, -0.1)
        rx, ry = s.skull
        if far:
            at, narrow, lean = (x * rx * (1 - 0.22 * yaw), y * ry), 1 - 0.22 * yaw, ears.LEAN[s.ears] * (1 - 0.5 * yaw)
        else:
            at, narrow, lean = (-x * rx * (1 - 0.16 * yaw), y * ry), 1.0, -ears.LEAN[s.ears]
        fold = face.ears * (1 if far else -1) * (0.25 if s.ears in ears.FRONT or s.ears == "round" else 1)
        fur = self.coat.base if not far or yaw < 0.5 else shade(self.coat.base, 0.12)
        if "dark ears" in s.extras:
            fur = self.coat.mark or shade(self.coat.base, 0.6)
        ears.draw_ear(
            ink, s.ears, at, length=s.ear, degrees=lean + fold, narrow=narrow, flip=far,
            fur=fur, inner=self.coat.ear,
        )  # fmt: skip

    def _extras(self, ink: Ink, gear: Gear, table: Mapping[str, Callable[[Ink, Gear], None]]) -> None:
        for name in self.spec.extras:
            draw = table.get(name)
            if draw is not None:
                draw(ink, gear)
