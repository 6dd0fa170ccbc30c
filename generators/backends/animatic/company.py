"""Owns the figures of a shot on the canvas: where each stands in a frame, which drawing it shows, the blit.

Does not know: scenery, light (its sprites come lit), lettering.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import skia

from generators.backends.animatic.camera import DESIGN, Lens, View
from generators.backends.animatic.hands import Stood, joined
from generators.backends.animatic.kit import Point
from generators.backends.animatic.performance import Acting, Performance
from generators.backends.animatic.seats import MARK, Seating
from generators.backends.animatic.sprites import EVERYTHING, LINEAR, NEAREST, Sprite, SpriteBook
from generators.backends.animatic.troupe import Placement
from planners.plan import Box

_DARK = 0.25
"""Contrast of a scene's light from which a lamp in it outshines the rest."""
_LAMPLIT = 0.9
"""How far a lamp lights figures, in frame heights."""


@dataclass(frozen=True)
class Drawn:
    """One figure as it stands in one frame."""

    acting: Acting
    placement: Placement
    sprite: Sprite
    still: bool
    """Whether it does not move across the frame, so that it may sit on whole pixels."""

    @property
    def key(self) -> str:
        """The track's key."""
        return self.acting.member.track.key

    @property
    def box(self) -> Box:
        """The drawn figure's tight box in frame pixels, unclipped."""
        x0, y0, x1, y1 = self.sprite.bounds
        at = self.placement
        return (at.x + x0 * at.sx, at.y + y0 * at.sy, at.x + x1 * at.sx, at.y + y1 * at.sy)


class Company:
    """All figures of one shot."""

    def __init__(
        self, performance: Performance, lens: Lens, book: SpriteBook, line_px: float, seating: Seating | None = None,
        haze: float = 0.0,
    ) -> None:  # fmt: skip
        """Bring the acting before the lens.

        Args:
            performance: Who does what.
            lens: The camera.
            book: The kept drawings.
            line_px: Contour width at 720 lines.
            seating: What people sit on who have nothing of their own.
            haze: How thick the air is before far figures.
        """
        self.haze = haze
        self.seating = seating
        self.performance, self.lens, self.book, self.line_px = performance, lens, book, line_px
        self.still_camera = lens.still
        self._steady: dict[str, bool] = {}
        self._crops: dict[tuple[str, bool], Box] = {}

    def drawn(self, frame: int) -> list[Drawn]:
        """Every figure that can be seen in a frame, from far to near."""
        view = self.lens.at(frame)
        stood = self._stood(frame)
        lamps = self._lamps(stood)
        return [self._draw(item, view, lamps) for item in stood if self._visible(item.act, view)]

    def _stood(self, frame: int) -> list[Stood]:
        """Everybody in place, with hands on what they hold and seats under them, from far to near."""
        view = self.lens.at(frame)
        stood = [Stood(act, self._place(act, view)) for act in self.performance.at(frame)]
        seats = {} if self.seating is None else self._seats(self.seating, frame, view)
        shown = [part for item in joined(stood) for part in (seats.pop(MARK + item.key, None), item) if part]
        return [*seats.values(), *shown]

    def _seats(self, seating: Seating, frame: int, view: View) -> dict[str, Stood]:
        """What people sit on, there before they sit down and after they got up."""
        sitters = [Stood(act, self._place(act, view)) for act in self.performance.sitting(frame)]
        return {seat.key: seat for seat in seating.under(joined(sitters))}

    def _lamps(self, stood: Sequence[Stood]) -> list[Point]:
        """Where lamps and fires burn that are bright enough, in the dark, to light who is beside them."""
        if self.book.lamp.contrast < _DARK:
            return []
        spots = ((item, item.act.member.figure.anchors(item.act.pose).get("light")) for item in stood)
        return [item.at.point(spot) for item, spot in spots if spot is not None]

    def _toward(self, item: Stood, lamps: Sequence[Point]) -> Point | None:
        """From which side the nearest lamp lights a figure, in eight steps; never from below; None for no lamp."""
        anchors = item.act.member.figure.anchors(item.act.pose)
        if not lamps or "light" in anchors:
            return None
        x, y = item.at.point(anchors.get("head", (0.0, -item.act.member.figure.size[1] / 2)))
        near = min(lamps, key=lambda lamp: math.hypot(lamp[0] - x, lamp[1] - y))
        dx, dy = near[0] - x, near[1] - y
        if math.hypot(dx, dy) > _LAMPLIT * self.lens.size[1]:
            return None
        angle = round(math.atan2(min(dy, 0.0) - 0.3 * abs(dx), dx) / (math.pi / 8)) * math.pi / 8
        return (round(math.cos(angle), 3), round(math.sin(angle), 3))

    def blit(self, canvas: skia.Canvas, item: Drawn) -> None:
        """Draw a figure."""
        sprite, at, squash = item.sprite, item.placement, item.acting.squash
        kx, ky = at.sx / sprite.sx, at.sy / sprite.sy * squash
        if abs(kx - 1) < 2e-3 and abs(ky - 1) < 2e-3:
            x, y = at.x + sprite.left, at.y + sprite.top
            if item.still:
                canvas.drawImage(sprite.image, round(x), round(y), NEAREST)
            else:
                canvas.drawImage(sprite.image, x, y, LINEAR)
            return
        canvas.save()
        canvas.translate(at.x, at.y)
        canvas.scale(kx, ky)
        canvas.drawImage(sprite.image, sprite.left, sprite.top, LINEAR)
        canvas.restore()

    def _place(self, act: Acting, view: View) -> Placement:
        here = act.member.fit(view.pixels(act.box), act.fit_action, act.fit_view, act.mirrored)
        if act.came is None:
            return here
        there = act.member.fit(view.pixels(act.box), act.came.fit_action, act.came.fit_view, act.mirrored)
        share = act.pose.share
        x, y, sx, sy = (a + (b - a) * share for a, b in zip(there.measures, here.measures, strict=True))
        return Placement(x=x, y=y, sx=sx, sy=sy, mirrored=act.mirrored)

    def _visible(self, act: Acting, view: View) -> bool:
        x0, y0, x1, y1 = view.pixels(act.box)
        wide, tall = (x1 - x0) * 0.6, (y1 - y0) * 0.3
        return x1 + wide > 0 and y1 + tall > 0 and x0 - wide < view.size[0] and y0 - tall < view.size[1]

    def _draw(self, item: Stood, view: View, lamps: Sequence[Point]) -> Drawn:
        act, place = item.act, item.at
        sx, sy = place.sx, place.sy
        if not self._keeps_size(act):
            step = 2.0 ** (math.ceil(math.log2(max(sy, 1e-3)) * 4) / 4)
            sx, sy = sx / sy * step, step
        else:
            sx, sy = round(sx, 3), round(sy, 3)
        place_ = replace(place, sx=sx, sy=sy) if self._keeps_size(act) else place
        sprite = self.book.sprite(
            act.member.name,
            act.member.figure,
            act.pose,
            sx=sx,
            sy=sy,
            mirrored=act.mirrored,
            line_px=self._line(act, sy),
            crop=self._crop(act),
            haze=round(max(0.0, 0.75 - act.member.track.depth) * self.haze, 2),
            toward=self._toward(item, lamps),
        )
        if act.leaps:
            place_ = replace(place_, y=view.pixels(act.box)[3] - sprite.bounds[3] * place_.sy)
        return Drawn(acting=act, placement=place_, sprite=sprite, still=self.still_camera and not act.moving)

    def _line(self, act: Acting, sy: float) -> float:
        tall = act.member.figure.size[1] * sy
        frame = self.lens.size[1]
        share = math.pow(max(tall, 1.0) / (0.45 * frame), 0.4)
        return self.line_px * frame / DESIGN * min(max(share, 0.5), 1.7)

    def _crop(self, act: Acting) -> Box:
        """The part of the figure, in its own units, that the frame shows at any time of the shot."""
        if not self._crops:
            self._crops = self._seen_parts()
        return self._crops.get((act.member.track.key, act.mirrored), EVERYTHING)

    def _seen_parts(self) -> dict[tuple[str, bool], Box]:
        found: dict[tuple[str, bool], Box] = {}
        width, height = self.lens.size
        for frame in self._telling_frames(3 if self.still_camera else 9):
            for item in self._stood(frame):
                act, at = item.act, item.at
                seen = (-at.x / at.sx, -at.y / at.sy, (width - at.x) / at.sx, (height - at.y) / at.sy)
                for mirrored in (act.mirrored, not act.mirrored):
                    key = (act.member.track.key, mirrored)
                    found[key] = _around(found.get(key, seen), seen)
        return {key: _grown(box, 0.12) for key, box in found.items()}

    def _telling_frames(self, count: int) -> list[int]:
        """Frames spread over the shot and one in each beat: who does something else is drawn at another scale."""
        performance = self.performance
        last = performance.last - 1
        spread = {round(performance.first + (last - performance.first) * i / (count - 1)) for i in range(count)}
        shot = performance.spec.shot
        beats = {round((beat.start + beat.end) / 2 * (shot.frames - 1)) for beat in shot.beats}
        return sorted(spread | beats)

    def _keeps_size(self, act: Acting) -> bool:
        key = act.member.track.key
        if key not in self._steady:
            track = act.member.track
            heights = [
                (box[3] - box[1]) * view.zoom
                for index, view in enumerate(self.lens.samples(5))
                if (box := track.at(index / 4)) is not None
            ]
            self._steady[key] = not heights or max(heights) - min(heights) < 0.003 * max(heights)
        return self._steady[key]


def _around(a: Box, b: Box) -> Box:
    return (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]))


def _grown(box: Box, share: float) -> Box:
    dx, dy = (box[2] - box[0]) * share, (box[3] - box[1]) * share
    return (box[0] - dx, box[1] - dy, box[2] + dx, box[3] + dy)
