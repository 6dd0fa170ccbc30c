"""Owns the drawing of four-limbed animals from a skeleton: one outline for body, neck and near legs.

Does not know: single species, which action makes which skeleton.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import skia

from generators.backends.animatic.animals.extras import AFTER, UNDER, Body
from generators.backends.animatic.animals.head import Head
from generators.backends.animatic.animals.patterns import PATTERNS, Field
from generators.backends.animatic.animals.shapes import Axis, bend, circle, join, line, merged, placed, taper, toward
from generators.backends.animatic.animals.skeleton import Foot, Skeleton
from generators.backends.animatic.animals.spec import Coat, QuadSpec
from generators.backends.animatic.animals.tails import draw_tail
from generators.backends.animatic.animals.upright import build_of
from generators.backends.animatic.animals.wear import Worn, sleeve_colour, wear_body, wear_head
from generators.backends.animatic.colours import RGB, mix, shade
from generators.backends.animatic.figure import Pose
from generators.backends.animatic.kit import Ink, Point, blob, ellipse, minus, poly, scallop, turned

NAIL: RGB = (246, 238, 222)


@dataclass(frozen=True)
class Limb:
    """A leg's outline and where its lower part is."""

    outline: skia.Path
    ankle: Point
    foot: Foot
    width: float


@dataclass(frozen=True)
class QuadArt:
    """Draws one species in one coat."""

    spec: QuadSpec
    coat: Coat
    head: Head
    seed: int = 0
    wears: tuple[Worn, ...] = ()

    def axis(self, s: Skeleton) -> Axis:
        """The body's frame in this pose."""
        return Axis(s.hip, s.chest, (self.spec.hip_r + self.spec.chest_r) / 2)

    def limb(self, s: Skeleton, name: str) -> Limb:
        """The outline of a leg."""
        spec = self.spec
        front = name.startswith("front")
        root = s.chest if front else s.hip
        foot = s.feet[name]
        top, low = spec.leg
        ankle = (foot.at[0], foot.at[1] - low * 0.45)
        total = (spec.chest_h if front else spec.hip_h) * 1.03 - low * 0.45
        if s.stance == "two":
            return self._two_limb(s, name, root, foot)
        if s.stance == "front":
            spine = [(foot.at[0] * 0.94, root[1], top * 1.2), (*ankle, low)]
            return Limb(join(taper(spine), self._foot(foot, low)), ankle, foot, low)
        if front:
            knee = bend(root, ankle, total * 0.52, total * 0.5, -1.0 if s.stance != "lie" else 1.0)
            spine = [(*root, top * 1.25), (*knee, (top + low) * 0.5), (*ankle, low)]
        else:
            spine = self._hind(root, ankle, total, foot)
        return Limb(join(taper(spine), self._foot(foot, low)), ankle, foot, low)

    def _two_limb(self, s: Skeleton, name: str, root: Point, foot: Foot) -> Limb:
        """An arm or a plantigrade leg of the upright stance."""
        top, low = self.spec.leg
        build = build_of(self.spec)
        if name.startswith("front"):
            shift = 0.3 if name == "front far" else -0.1
            root = (
                (root[0] + self.spec.chest_r * shift, root[1]) if s.yaw else (foot.at[0] * 0.5 + root[0] * 0.5, root[1])
            )
            hand = toward(root, foot.at, build.arm * 1.02)
            outward = 1.0 if s.yaw == 0 and name == "front far" else -1.0
            joint = bend(root, hand, build.arm * 0.52, build.arm * 0.52, outward)
            paw = circle(hand[0], hand[1], low * 0.66)
            spine = [(*root, top * 0.95), (*joint, (top + low) * 0.5), (*hand, low)]
            return Limb(join(taper(spine), paw), hand, Foot(hand, 1.0), low)
        ankle = (foot.at[0], foot.at[1] - low * 0.45)
        side = foot.at[0] * 0.7 if s.yaw == 0 else 0.0
        hip = (root[0] + side, root[1])
        knee = bend(hip, ankle, build.leg * 0.54, build.leg * 0.5, -1.0)
        if s.yaw == 0:
            knee = ((hip[0] + ankle[0]) / 2, (hip[1] + ankle[1]) / 2)
        spine = [(*hip, top * 1.35), (*knee, top * 1.05), (*ankle, low)]
        return Limb(join(taper(spine), self._foot(foot, low)), ankle, foot, low)

    def _hind(self, root: Point, ankle: Point, total: float, foot: Foot) -> list[tuple[float, float, float]]:
        top, low = self.spec.leg
        if self.spec.foot == "pad":
            return [(*root, top * 1.3), ((root[0] + ankle[0]) / 2, (root[1] + ankle[1]) / 2, top), (*ankle, low)]
        angle = math.radians(foot.turn)
        back, rise = total * 0.13, total * 0.3
        hock = (ankle[0] - back * math.cos(angle) - rise * math.sin(angle) * 0.8, ankle[1] - rise * math.cos(angle))
        knee = bend(root, hock, total * 0.4, total * 0.42, -1.0)
        return [(*root, top * 1.6), (*knee, top * 1.25), (*hock, low * 1.08), (*ankle, low)]

    def _foot(self, foot: Foot, width: float) -> skia.Path:
        x, y = foot.at
        kind = self.spec.foot
        if kind == "hoof":
            shape = poly(
                [
                    (x - width * 0.52, y - width * 0.8),
                    (x + width * 0.52, y - width * 0.8),
                    (x + width * 0.8, y),
                    (x - width * 0.62, y),
                ]
            )
        elif kind == "pad":
            shape = ellipse(x + width * 0.06, y - width * 0.3, width * 0.62, width * 0.3)
        elif kind == "long":
            shape = ellipse(x + width * 0.9, y - width * 0.38, width * 1.5, width * 0.4)
        else:
            shape = ellipse(x + width * 0.26, y - width * 0.4, width * 0.78, width * 0.42)
        return turned(shape, foot.turn, (x, y - width * 0.3)) if foot.turn else shape

    def trunk(self, s: Skeleton) -> skia.Path:
        """Body and neck."""
        spec, a = self.spec, self.axis(s)
        mid = a.at(0.5, 0.12)
        ax, ay = a.along
        rump = (s.hip[0] - ax * spec.hip_r * 0.3, s.hip[1] - ay * spec.hip_r * 0.3)
        front = (s.chest[0] + ax * spec.chest_r * 0.25, s.chest[1] + ay * spec.chest_r * 0.25)
        body = taper(
            [
                (*rump, spec.hip_r * 1.86),
                (*s.hip, spec.hip_r * 2),
                (*mid, spec.mid_r * 2),
                (*s.chest, spec.chest_r * 2),
                (*front, spec.chest_r * 1.8),
            ]
        )
        root = a.at(1.02, -0.18)
        bow = ((root[0] + s.head[0]) / 2 + 0.06 * (root[1] - s.head[1]), (root[1] + s.head[1]) / 2)
        w0, w1 = spec.neck_w
        neck = taper([(*root, w0), (*bow, (w0 + w1) / 2), (*s.head, w1)])
        return join(body, neck)

    def draw(self, ink: Ink, s: Skeleton, pose: Pose) -> None:
        """Draw a skeleton in design units."""
        spec = self.spec
        around = ((s.hip[0] + s.chest[0]) / 2, (s.hip[1] + s.chest[1]) / 2)
        ink.canvas.save()
        if s.roll:
            ink.canvas.rotate(s.roll, *around)
        a = self.axis(s)
        body = Body(spec, self.coat, s, a, pose, self.seed)
        self._extras(ink, body, UNDER)
        degrees = s.tail if s.stance != "two" else s.tail * 0.5
        draw_tail(
            ink,
            spec.tail,
            self._tail_root(s, a),
            length=spec.tail_len,
            degrees=-degrees,
            coat=self.coat,
            ground=1e4 if s.roll else 0.0,
        )
        self._far(ink, s)
        self._main(ink, s, a)
        self._extras(ink, body, AFTER)
        wear_body(ink, self.wears, body, self.neck(s))
        self.draw_head(ink, s, pose)
        if s.stance == "two":
            self._arm(ink, s)
        ink.canvas.restore()

    def _tail_root(self, s: Skeleton, a: Axis) -> Point:
        ux, uy = a.along
        back = self.spec.hip_r * 0.76
        x, y = a.at(0.0, -0.45)
        return (x - ux * back, y - uy * back)

    def draw_front(self, ink: Ink, s: Skeleton, pose: Pose, *, back: bool) -> None:
        """Draw a skeleton seen from the front or the back."""
        body = Body(self.spec, self.coat, s, self.axis(s), pose, self.seed)
        if back:
            self.draw_head(ink, s, pose, back=True)
        else:
            self._rear_tail(ink, s, 1.0)
        upright = s.stance == "two"
        for name in ("hind near", "hind far"):
            limb = self.limb(s, name)
            ink.part(limb.outline, self.leg_colour if upright else shade(self.leg_colour, 0.16), role="fur")
            self.dress(ink, limb)
        self._front_body(ink, s, back=back)
        if back:
            self._rear_tail(ink, s, -1.0)
        wear_body(ink, self.wears, body, self.neck(s), front=True)
        if not back:
            self.draw_head(ink, s, pose)
        if upright:
            self._arm(ink, s)
            self._arm(ink, s, "front far")

    def _rear_tail(self, ink: Ink, s: Skeleton, side: float) -> None:
        at = (side * self.spec.hip_r * 0.2, s.hip[1] - self.spec.hip_r * 0.1)
        draw_tail(ink, self.spec.tail, at, length=self.spec.tail_len * 0.85, degrees=18, coat=self.coat)

    def _front_body(self, ink: Ink, s: Skeleton, *, back: bool) -> None:
        spec = self.spec
        wide = max(spec.hip_r, spec.chest_r)
        x, y = s.hip
        spine = [(*s.hip, wide * 1.8), (*s.chest, spec.chest_r * 1.7)]
        if back:
            spine.append((s.head[0], s.chest[1] - spec.chest_r * 0.3, spec.neck_w[1]))
        else:
            spine.append((*s.head, spec.neck_w[1]))
        lift = 0.0 if s.stance == "two" else wide * 0.1
        torso = join(ellipse(x, y - lift, wide, wide * 1.06), taper(spine))
        limbs = [] if s.stance == "two" else [self.limb(s, name) for name in ("front near", "front far")]
        apart = "dark legs" in spec.extras
        woolly = "wool" in spec.extras
        if woolly:
            self._apart(ink, limbs)
            torso = scallop(0, s.chest[1], wide * 1.2, wide * 1.15, 13, 0.1)
        main = torso if apart else join(torso, *(limb.outline for limb in limbs))
        ink.part(main, self.coat.base, role="fur")
        if not back and self.coat.belly is not None:
            ink.inside(main, ellipse(0, s.chest[1] + wide * 0.25, wide * 0.62, wide * 1.1), self.coat.belly)
        if spec.pattern in ("spots", "patches", "rosettes", "giraffe", "zebra", "fawn") and self.coat.mark is not None:
            lower = (0.0, s.hip[1] + wide * 0.8)
            upper = (0.0, min(s.chest[1], s.hip[1]) - wide * 0.6)
            PATTERNS[spec.pattern](ink, Field(main, Axis(lower, upper, wide), s.head, (), self.coat.mark, self.seed))
        if not woolly:
            for limb in limbs:
                if apart:
                    ink.part(limb.outline, self.leg_colour, role="fur")
                self.dress(ink, limb)

    def neck(self, s: Skeleton) -> Point:
        """Middle of the neck."""
        root = self.axis(s).at(1.02, -0.18)
        return (root[0] + (s.head[0] - root[0]) * 0.45, root[1] + (s.head[1] - root[1]) * 0.45)

    def _arm(self, ink: Ink, s: Skeleton, name: str = "front near") -> None:
        limb = self.limb(s, name)
        ink.part(limb.outline, self.leg_colour, role="fur")
        self.dress(ink, limb)
        sleeve = sleeve_colour(self.wears)
        if sleeve is not None:
            ink.part(minus(limb.outline, circle(*limb.foot.at, limb.width * 1.5)), sleeve, role="cloth", line=0.8)

    def draw_head(self, ink: Ink, s: Skeleton, pose: Pose, *, back: bool = False) -> None:
        """The head in its place."""
        with placed(ink, s.head, degrees=s.tilt, scale=self.spec.head.r) as own:
            self.head.draw(own, pose, yaw=s.yaw, back=back, lift=s.lift)
            wear_head(own, self.wears, self.spec.head, self.head.eyes(s.yaw), s.yaw, back=back)

    def _extras(self, ink: Ink, body: Body, table: Mapping[str, Callable[[Ink, Body], None]]) -> None:
        for name in self.spec.extras:
            draw = table.get(name)
            if draw is not None:
                draw(ink, body)

    def _far(self, ink: Ink, s: Skeleton) -> None:
        colour = shade(self.leg_colour, 0.2)
        names = ("front far",) if s.stance in ("sit", "lie") else ("hind far", "front far")
        for name in names:
            limb = self.limb(s, name)
            ink.part(limb.outline, colour, role="fur", depth=0.6)
            self.dress(ink, limb, shaded=0.2)

    @property
    def leg_colour(self) -> RGB:
        """Colour of the legs: the panda's and the sheep's differ from the body."""
        return self.coat.socks if "dark legs" in self.spec.extras and self.coat.socks else self.coat.base

    def _main(self, ink: Ink, s: Skeleton, a: Axis) -> None:
        names = {"sit": ("front near",), "lie": ("front near",), "two": ("hind near",)}.get(
            s.stance, ("hind near", "front near")
        )
        limbs = [self.limb(s, name) for name in names]
        apart = "dark legs" in self.spec.extras
        if apart and s.stance != "two":
            self._apart(ink, limbs)
        shapes = [self.trunk(s)] + ([] if apart else [limb.outline for limb in limbs])
        if "wool" in self.spec.extras:
            cx, cy = a.at(0.5, 0.0)
            r = self.spec.length / 2 + a.girth * 0.9
            shapes = [
                scallop(
                    cx,
                    cy,
                    r if s.stance in ("four", "lie") else a.girth * 1.2,
                    a.girth * (1.12 if s.stance in ("four", "lie") else 1.5),
                    15,
                    0.09,
                )
            ]
        main = join(*shapes)
        ink.part(main, self.coat.base, role="fur")
        self.markings(ink, s, a, main)
        if not apart:
            for limb in limbs:
                self.dress(ink, limb)
        elif s.stance == "two":
            self._apart(ink, limbs)
        self._folds(ink, s, a)

    def _apart(self, ink: Ink, limbs: list[Limb]) -> None:
        """Legs of another colour than the body."""
        for limb in limbs:
            ink.part(limb.outline, self.leg_colour, role="fur")
            self.dress(ink, limb)

    def markings(self, ink: Ink, s: Skeleton, a: Axis, main: skia.Path) -> None:
        """Belly, bib and pattern."""
        if self.coat.belly is not None:
            g = 1.0
            low = blob(
                [
                    a.at(-0.1, 1.6),
                    a.at(0.1, 0.62 * g),
                    a.at(0.5, 0.56),
                    a.at(0.86, 0.3),
                    a.at(1.16, -0.35),
                    a.at(2.2, -0.9),
                    a.at(2.2, 1.6),
                ],
                0.5,
            )
            ink.inside(main, low, self.coat.belly)
        draw = PATTERNS.get(self.spec.pattern)
        if draw is not None and self.coat.mark is not None:
            feet = tuple(s.feet[name].at for name in ("hind near", "front near"))
            draw(ink, Field(main, a, s.head, feet, self.coat.mark, self.seed))

    def dress(self, ink: Ink, limb: Limb, *, shaded: float = 0.0) -> None:
        """Sock, hoof, nails, toes of one leg."""
        x, y = limb.foot.at
        w = limb.width
        if self.coat.socks is not None and "dark legs" not in self.spec.extras:
            sock = circle(limb.ankle[0], limb.ankle[1] - w * 0.1, w * 1.35)
            ink.inside(limb.outline, sock, shade(self.coat.socks, shaded))
        if self.spec.foot == "hoof":
            hoof = self._foot(limb.foot, w)
            ink.inside(limb.outline, hoof, shade((92, 74, 72), shaded))
        elif self.spec.foot == "pad":
            nails = merged([ellipse(x + w * k, y - w * 0.12, w * 0.11, w * 0.12) for k in (-0.1, 0.2, 0.46)])
            ink.flat(nails, shade(NAIL, shaded))
        elif self.spec.foot == "paw" and not limb.foot.turn:
            colour = mix(self.coat.socks or self.coat.base, (36, 22, 64), 0.5)
            toes = merged([line([(x + w * k, y - w * 0.42), (x + w * (k + 0.05), y - w * 0.1)]) for k in (0.38, 0.68)])
            ink.stroke(toes, colour, ink.line * 0.5, 170)

    def _folds(self, ink: Ink, s: Skeleton, a: Axis) -> None:
        """The haunch: a whole ellipse when sitting or lying, else a hint of a thigh and a shoulder."""
        spec = self.spec
        if s.stance in ("sit", "lie"):
            self._haunch(ink, s)
            return
        if "wool" in spec.extras or s.stance == "two":
            return
        colour = shade(self.coat.base, 0.42)
        thigh = line([a.at(0.16, 0.3), a.at(0.24, -0.15), a.at(0.06, -0.5)])
        shoulder = line([a.at(0.86, 0.5), a.at(0.84, 0.05), a.at(0.95, -0.3)])
        ink.stroke(merged([thigh, shoulder]), colour, ink.line * 0.55, 120)

    def _haunch(self, ink: Ink, s: Skeleton) -> None:
        spec = self.spec
        r = spec.hip_r
        x, _y = s.hip
        low = spec.leg[1]
        foot = s.feet["hind near"].at
        paw = self._foot(Foot((foot[0], 0.0)), low * 1.1)
        thigh = join(ellipse(x + r * 0.28, -r * 0.78, r * 0.92, r * 0.8, -14), paw)
        colour = self.leg_colour if "dark legs" in spec.extras else self.coat.base
        ink.part(thigh, colour, role="fur", depth=0.7)
        if self.coat.socks is not None and "dark legs" not in spec.extras:
            ink.inside(thigh, circle(foot[0] + low * 0.5, -low * 0.3, low * 1.1), self.coat.socks)
