"""Owns the Figure of birds: standing, walking, perching, flying, swimming, eating. Does not know: single species."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

import skia

from generators.backends.animatic.animals.between import between
from generators.backends.animatic.animals.birdhead import BirdHead
from generators.backends.animatic.animals.birds import BirdSpec
from generators.backends.animatic.animals.birdwear import wear_neck
from generators.backends.animatic.animals.extras import feather_wing
from generators.backends.animatic.animals.plumage import BACKTAILS, draw_marks, draw_tail
from generators.backends.animatic.animals.shapes import circle, join, line, merged, placed, taper, wave
from generators.backends.animatic.animals.spec import Coat
from generators.backends.animatic.animals.timing import seconds_of
from generators.backends.animatic.animals.wear import Worn
from generators.backends.animatic.colours import RGB, shade
from generators.backends.animatic.figure import PHASES, Pose
from generators.backends.animatic.kit import Ink, Point, blob, ellipse
from planners.plan import Action

FLYING = frozenset({"fly", "float", "fall"})
RAISED = frozenset(
    {"wave", "hug", "dance", "fight", "reach", "point", "give", "throw", "catch", "hold", "carry", "open", "jump"}
)
LOW = frozenset({"eat", "drink", "dig", "bow"})


@dataclass(frozen=True)
class BirdPose:
    """Where a bird's parts are, in design units."""

    body: Point
    axis: float
    head: Point
    tilt: float
    feet: tuple[tuple[Point, Point], ...]
    """(hip, foot) of the far and the near leg; empty when tucked away."""
    wing: float | None
    """Degrees that the wings are raised; None when folded."""
    front: bool
    roll: float = 0.0


@dataclass(frozen=True)
class Bird:
    """A bird that is drawn in figure space."""

    spec: BirdSpec
    coat: Coat
    scale: float
    wears: tuple[Worn, ...] = ()
    old: bool = False

    def pose(self, pose: Pose) -> BirdPose:
        """Where the parts are."""
        if pose.before is not None:
            came = replace(pose.before, reach=pose.reach, holding=pose.holding)
            return between(self.pose(came), self.pose(replace(pose, before=None)), pose.share)
        if pose.action in FLYING:
            return self._fly(pose)
        if pose.action in ("sleep", "lie", "sit", "perch", "hide", "crouch", "ride", "drive"):
            return self._perched(pose)
        if pose.action == "swim":
            return self._swim(pose)
        return self._stand(pose)

    def _rest(self, leg: float) -> tuple[Point, Point]:
        s = self.spec
        tilt = math.radians(s.axis)
        half = math.hypot(s.body[0] * math.sin(tilt), s.body[1] * math.cos(tilt))
        body = (-s.neck[0] * 0.4, -leg - half * 0.92)
        return body, (body[0] + s.neck[0], body[1] + s.neck[1])

    def _stand(self, pose: Pose) -> BirdPose:
        s = self.spec
        body, head = self._rest(s.leg)
        p = pose.phase / PHASES
        hop = 0.0
        if pose.action in ("jump", "hop", "run", "dance") and s.height < 60:
            hop = abs(math.sin(2 * math.pi * p)) * s.body[1] * (0.9 if pose.action == "jump" else 0.4)
        shift = []
        for index in (0.5, 0.0):
            swing = math.sin(2 * math.pi * (p + index)) if pose.action in ("walk", "run", "push", "pull") else 0.0
            lift = max(0.0, math.cos(2 * math.pi * (p + index))) if swing or pose.action in ("walk", "run") else 0.0
            shift.append((swing * max(s.leg, 4) * 0.42, -lift * max(s.leg, 4) * 0.22 - hop))
        root = body[1] + s.body[1] * 0.55
        wide = s.body[1] * (0.42 if s.front or s.axis > 70 else 0.24)
        feet: tuple[tuple[Point, Point], ...] = (
            ((body[0] + wide, root), (body[0] + wide + shift[0][0], shift[0][1])),
            ((body[0] - wide * 0.8, root), (body[0] - wide * 0.8 + shift[1][0], shift[1][1])),
        )
        axis, tilt = s.axis, 2.5 * wave(pose.phase, PHASES)
        if pose.action in ("walk", "run"):
            head = (head[0] + s.r * 0.2 * wave(pose.phase, PHASES, 2), head[1])
        body, head, axis, tilt = self._bent(pose, body, head, axis, tilt)
        moved = (body[0], body[1] - hop), (head[0], head[1] - hop)
        feet = tuple(((a[0], a[1] - hop), b) for a, b in feet)
        wing = 34 + 26 * wave(pose.phase, PHASES, 2) if pose.action in RAISED or pose.holding else None
        if pose.action == "hop":
            wing = None
        roll = 30.0 * pose.phase if pose.action == "roll" else 0.0
        return BirdPose(moved[0], axis, moved[1], tilt, feet, wing, s.front, roll)

    def _bent(
        self, pose: Pose, body: Point, head: Point, axis: float, tilt: float
    ) -> tuple[Point, Point, float, float]:
        s = self.spec
        if pose.action in LOW:
            nod = s.r * 0.25 * wave(pose.phase, PHASES, 3)
            reach = math.hypot(*s.neck)
            low = max(body[1] + reach * 0.7, -s.leg * 0.2 - s.r) if s.axis < 75 else head[1] + s.r * 0.4
            low = min(low, -s.r * 1.1)
            x = body[0] + s.body[0] * 0.75 + reach * 0.3 if s.axis < 75 else head[0]
            return body, (x, low + nod), min(axis, axis - 22 if s.axis < 75 else axis), 48.0 if s.axis < 75 else 16.0
        if pose.emotion in ("sad", "tired", "pain") or pose.action == "cry":
            return body, (head[0] + s.r * 0.2, head[1] + s.r * 0.4), axis, 4.0 if s.front else 14.0
        if pose.action == "sing":
            return body, head, axis, -18.0
        return body, head, axis, tilt

    def _perched(self, pose: Pose) -> BirdPose:
        s = self.spec
        down = pose.action in ("sleep", "lie", "sit", "hide", "crouch")
        body, head = self._rest(min(s.leg, 3.0 if s.axis > 70 else 0.5) if down else min(s.leg, 5.0))
        root = body[1] + s.body[1] * 0.6
        feet = (
            ()
            if down and s.leg > 4
            else (((body[0] + 3, root), (body[0] + 3, 0.0)), ((body[0] - 2, root), (body[0] - 2, 0.0)))
        )
        tilt = 3.0 * wave(pose.phase, PHASES)
        if pose.action == "sleep":
            reach = 0.62 if abs(s.neck[1]) < 20 else 0.45
            head = (body[0] + s.neck[0] * 0.85, body[1] + s.neck[1] * reach - s.r * 0.2)
            tilt = 16
        return BirdPose(body, s.axis, head, tilt, feet, None, s.front)

    def _swim(self, pose: Pose) -> BirdPose:
        s = self.spec
        bob = 0.6 * wave(pose.phase, PHASES)
        if s.axis > 75:
            return self._fly(pose)
        body, head = self._rest(-s.body[1] * 0.1)
        return BirdPose((body[0], body[1] + bob), min(s.axis, 12), (head[0], head[1] + bob), 2 * bob, (), None, False)

    def _fly(self, pose: Pose) -> BirdPose:
        s = self.spec
        beat = math.cos(2 * math.pi * pose.phase / PHASES)
        axis = 8.0 + (6 if pose.action == "fly" else -40 if pose.action == "fall" else 0)
        body = (-s.body[0] * 0.2, -s.body[0] * 0.95 + beat * s.body[1] * 0.28)
        long = math.hypot(*s.neck)
        angle = math.radians(24 if long < 30 else 10)
        reach = max(s.body[0] * 0.8 + s.r * 0.2, long * 0.92)
        head = (
            body[0] + reach * math.cos(angle),
            body[1] - reach * math.sin(angle) + (reach * 0.8 if pose.action == "fall" else 0),
        )
        feet: tuple[tuple[Point, Point], ...] = ()
        if s.leg > 12 and s.height > 40:
            x, y = body[0] - s.body[0] * 0.7, body[1] + s.body[1] * 0.5
            feet = (((x, y), (x - s.leg * 0.8, y + 2)),)
        wing = 8 + 62 * beat if pose.action == "fly" else 20 + 6 * beat
        return BirdPose(body, axis, head, -2, feet, wing, False)

    def draw(self, ink: Ink, pose: Pose) -> None:
        """Draw in figure space."""
        with placed(ink, (0.0, 0.0), scale=self.scale) as own:
            p = self.pose(pose)
            if p.roll:
                own.canvas.rotate(p.roll, *p.body)
            self._draw(own, p, pose)

    def _draw(self, ink: Ink, p: BirdPose, pose: Pose) -> None:
        s, c = self.spec, self.coat
        flipper = "flippers" in s.extras
        if "glow" in s.extras:
            ink.glow(*p.body, s.body[0] * 3.2, (255, 170, 70), 90)
        if p.wing is not None and p.front and not flipper:
            self._spread(ink, p, p.wing)
        elif p.wing is not None and not flipper:
            feather_wing(
                ink, self._along(p, 0.35, -0.3), s.body[0] * 2.2 * s.wing, p.wing + 14, shade(c.wing or c.base, 0.28)
            )
        if s.tail_kind in BACKTAILS:
            self._tail(ink, p, pose)
        self._legs(ink, p)
        if s.tail_kind not in BACKTAILS:
            self._tail(ink, p, pose)
        body = self._body(p)
        ink.part(body, c.base, role="fur")
        draw_marks(ink, s, c, body, p.body, p.axis, p.head, front=p.front)
        self._wing(ink, p, pose, flipper=flipper)
        wear_neck(ink, self.wears, s, p.body, p.head)
        with placed(ink, p.head, degrees=p.tilt, scale=s.r) as own:
            head = BirdHead(s, c, self.wears, old=self.old)
            head.draw(own, pose, front=p.front, back=pose.view == "back" and s.front)

    def _along(self, p: BirdPose, u: float, v: float) -> Point:
        """A point on the body: u along the axis, v across it (+ belly), in half lengths."""
        t = math.radians(-p.axis)
        x, y = u * self.spec.body[0], v * self.spec.body[1]
        return (p.body[0] + x * math.cos(t) - y * math.sin(t), p.body[1] + x * math.sin(t) + y * math.cos(t))

    def _body(self, p: BirdPose) -> skia.Path:
        s = self.spec
        _a, b = s.body
        egg = blob(
            [
                self._along(p, u, v)
                for u, v in (
                    (-1.0, 0.05),
                    (-0.6, -0.72),
                    (0.1, -1.0),
                    (0.8, -0.72),
                    (1.0, 0.05),
                    (0.72, 0.8),
                    (0.1, 1.03),
                    (-0.6, 0.7),
                )
            ],
            0.56,
        )
        root = self._along(p, 0.62 if s.axis < 75 else 0.5, -0.1)
        w = s.neck_w
        dx, dy = p.head[0] - root[0], p.head[1] - root[1]
        if "s-neck" in s.extras:
            mids = [
                (root[0] + dx * 0.55 + abs(dy) * 0.16, root[1] + dy * 0.22, w * 1.15),
                (root[0] + dx * 0.36, root[1] + dy * 0.62, w),
                (p.head[0] - s.r * 0.5, p.head[1] - s.r * 0.35, w),
            ]
        else:
            mids = [(root[0] + dx * 0.5 + 0.08 * dy * -0.4, root[1] + dy * 0.5, w)]
        neck = taper([(*root, max(w * 1.3, b * 1.1)), *mids, (*p.head, w * 0.95)])
        return join(egg, neck)

    def _tail(self, ink: Ink, p: BirdPose, pose: Pose) -> None:
        s = self.spec
        with placed(
            ink,
            self._along(p, -0.86, 0.0),
            degrees=((-8.0 if p.feet else 14.0) if s.tail_kind in BACKTAILS else -p.axis)
            + 4 * wave(pose.phase, PHASES),
        ) as own:
            draw_tail(own, self.spec, self.coat)

    def _legs(self, ink: Ink, p: BirdPose) -> None:
        colour = self.coat.socks or (200, 150, 80)
        w = self.spec.leg_w
        for index, (hip, foot) in enumerate(p.feet):
            tone = shade(colour, 0.22) if index == 0 else colour
            knee = ((hip[0] + foot[0]) / 2 - w * (1.2 if self.spec.leg > 20 else 0.3), (hip[1] + foot[1]) / 2)
            if foot[1] - hip[1] > 2:
                ink.part(
                    taper([(*hip, w * 1.3), (*knee, w * 1.1), (foot[0], foot[1] - w * 0.5, w)], 4),
                    tone,
                    line=0.8,
                    depth=0.5,
                )
            x, y = foot
            reach = max(w * 2.6, self.spec.body[1] * 0.32)
            if self.spec.web:
                ink.part(
                    blob(
                        [(x - reach * 0.3, y), (x, y - w * 0.9), (x + reach * 0.9, y - w * 0.4), (x + reach * 1.15, y)],
                        0.35,
                    ),
                    tone,
                    line=0.8,
                )
            else:
                toes = [line([(x, y - w * 0.5), (x + reach * d, y - w * 0.3)]) for d in (-0.5, 0.65, 1.05)]
                ink.stroke(merged(toes), shade(tone, 0.35), w * 0.95)
                ink.stroke(merged(toes), tone, w * 0.6)

    def _spread(self, ink: Ink, p: BirdPose, raised: float) -> None:
        """Both wings out to the sides, seen from the front."""
        colour = self.coat.wing or shade(self.coat.base, 0.2)
        for side in (-1, 1):
            at = (p.body[0] + side * self.spec.body[1] * 0.6, p.body[1] - self.spec.body[0] * 0.35)
            with placed(ink, at, flip=side > 0) as own:
                feather_wing(own, (0.0, 0.0), self.spec.body[0] * 1.5, raised * 0.6, colour)

    def _flippers(self, ink: Ink, p: BirdPose, pose: Pose, colour: RGB) -> None:
        s = self.spec
        swing = 30 * (p.wing is not None) + 8 * wave(pose.phase, PHASES)
        for side, tone in ((1, shade(colour, 0.15)), (-1, colour)):
            x, y = p.body[0] + side * s.body[1] * 0.78, p.body[1] - s.body[0] * 0.5
            with placed(ink, (x, y), degrees=-side * (14 + swing)) as own:
                own.part(blob([(-3, -2), (3, -2), (4, 10), (0, 21), (-4, 10)]), tone, role="fur")

    def _folded_front(self, ink: Ink, p: BirdPose, colour: RGB) -> None:
        s = self.spec
        for side in (-1, 1):
            x = p.body[0] + side * s.body[1] * 0.86
            y = p.body[1]
            wing = blob(
                [
                    (x, y - s.body[0] * 0.6),
                    (x + side * 3.5, y),
                    (x + side * 1.5, y + s.body[0] * 0.7),
                    (x - side * 1, y + s.body[0] * 0.95),
                    (x - side * 4.5, y + s.body[0] * 0.3),
                    (x - side * 4, y - s.body[0] * 0.3),
                ]
            )
            ink.part(wing, colour, role="fur")

    def _wing(self, ink: Ink, p: BirdPose, pose: Pose, *, flipper: bool) -> None:
        s, colour = self.spec, self.coat.wing or shade(self.coat.base, 0.2)
        if flipper:
            self._flippers(ink, p, pose, colour)
            return
        if p.wing is not None and p.front:
            return
        if p.wing is not None:
            feather_wing(ink, self._along(p, 0.28, -0.15), s.body[0] * 2.3 * s.wing, p.wing, colour)
            return
        if p.front:
            self._folded_front(ink, p, colour)
            return
        shape = blob(
            [
                self._along(p, u, v)
                for u, v in (
                    (0.55, -0.3),
                    (0.5, 0.36),
                    (0.05, 0.62),
                    (-0.6 * s.wing, 0.38),
                    (-1.28 * s.wing, 0.0),
                    (-0.7 * s.wing, -0.4),
                    (0.1, -0.62),
                )
            ],
            0.5,
        )
        ink.part(shape, colour, role="fur")
        lines = [
            line(
                [
                    self._along(p, 0.1 - k * 0.25, 0.42 - 0.12 * k),
                    self._along(p, -0.5 * s.wing - k * 0.18, 0.22 - 0.12 * k),
                ]
            )
            for k in range(3)
        ]
        ink.stroke(merged(lines), shade(colour, 0.4), alpha=150)
        if s.extras and "wingbar" in s.extras and self.coat.mark:
            ink.inside(
                shape,
                merged(
                    [
                        ellipse(*self._along(p, u, 0.1), s.body[1] * 0.12, s.body[1] * 0.5, -p.axis + 20)
                        for u in (0.05, -0.32)
                    ]
                ),
                self.coat.mark,
            )
        if (self.coat.tip is not None and s.tail_kind == "plain") or "wingtip" in s.extras:
            ink.inside(
                shape, circle(*self._along(p, -1.3 * s.wing, 0.0), s.body[0] * 0.5), self.coat.tip or self.coat.base
            )

    def anchors(self, pose: Pose) -> Mapping[str, Point]:
        """Named points in figure space."""
        p, s = self.pose(pose), self.spec
        beak = (p.head[0] + s.r * (0.0 if p.front else 1.3), p.head[1] + s.r * 0.2)
        hand = beak if p.wing is None else (p.body[0] + s.body[0], p.body[1])
        points = {
            "head": p.head, "top": (p.head[0], p.head[1] - s.r), "mouth": beak, "hand": hand,
            "far_hand": hand, "seat": p.body, "back": self._along(p, 0.0, -1.0),
        }  # fmt: skip
        return {name: (x * self.scale, y * self.scale) for name, (x, y) in points.items()}

    def seconds(self, action: Action) -> float:
        """Length of one cycle of the action."""
        return seconds_of(action, self.size[1])

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in figure units."""
        s = self.spec
        flat = math.cos(math.radians(s.axis))
        wide = s.body[0] * (1 + flat) + max(s.neck[0], 2) + s.r + s.tail * flat * 0.8
        top = -self.pose(Pose()).head[1] + s.r
        return (max(wide, s.body[1] * 2) * self.scale, top * self.scale)


def make_bird(spec: BirdSpec, coat: Coat, *, height: float, wears: tuple[Worn, ...] = (), old: bool = False) -> Bird:
    """The figure that stands `height` figure units to the top of its head."""
    bird = Bird(spec, coat, 1.0, wears, old)
    top = -bird.pose(Pose()).head[1] + spec.r
    return Bird(spec, coat, height / top, wears, old)
