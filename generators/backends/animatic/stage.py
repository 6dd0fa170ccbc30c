"""Owns the picture: composes scenery, weather, figures, light and lettering of one shot, frame by frame.

What is drawn stands where the plan's boxes say, because every position goes through the lens. Does not
know: encoding, requests, other shots.
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterator, Sequence

import numpy as np
import skia

from generators.artefacts import MouthTrack, ShotSpec
from generators.backends.animatic.backdrop import Backdrop, Hand
from generators.backends.animatic.camera import DESIGN, Lens
from generators.backends.animatic.company import Company, Drawn
from generators.backends.animatic.finish import Finish
from generators.backends.animatic.ground import draw_shadow
from generators.backends.animatic.kit import Ink
from generators.backends.animatic.lettering import Title
from generators.backends.animatic.looks import Style
from generators.backends.animatic.performance import Performance
from generators.backends.animatic.places import weather
from generators.backends.animatic.places.light import lighting
from generators.backends.animatic.scenery import Place, SceneView
from generators.backends.animatic.seats import Seating
from generators.backends.animatic.shoulder import shoulder
from generators.backends.animatic.sprites import NEAREST, Lamp, SpriteBook, native, readable
from generators.backends.animatic.strings import draw_strings
from generators.backends.animatic.troupe import Member
from generators.backends.animatic.waterline import Water

_CLOSE = 1.3
"""From this zoom on, what grows and hangs before the figures is left out: near a face it would cover it."""
_AIR: dict[str, float] = {"fog": 0.75, "snow": 0.4, "rain": 0.35, "storm": 0.35, "cloudy": 0.25}
"""How much far figures fade into the air, by weather."""


class Stage:
    """Draws the frames of one shot."""

    def __init__(
        self, spec: ShotSpec, *, style: Style, place: Place, members: Sequence[Member],
        seating: Seating | None = None, mouths: Sequence[MouthTrack] = (), head: int = 0, tail: int = 0,
    ) -> None:  # fmt: skip
        """Bake the scenery and rehearse the acting.

        Args:
            spec: The shot.
            style: How everything is painted.
            place: Where it plays.
            members: Who plays.
            seating: What people sit on who have nothing of their own.
            mouths: Openness of speakers' mouths per frame.
            head: Handle frames before frame 0.
            tail: Handle frames after the last.
        """
        self.spec, self.style = spec, style
        self.first = 0
        """Frame at which the shot begins that is asked for, when `spec` is the take around it."""
        self.lens = Lens(spec.shot, spec.size)
        self.close = max(view.zoom for view in self.lens.samples(3)) >= _CLOSE
        self.scene = scene_view(spec, place)
        self.light = light = style.lit(self.scene.light)
        hand = Hand(style.scenery, style.live, style.scenery_grade, style.line_px)
        self.backdrop = Backdrop(place, self.scene, self.lens, hand)
        self._members, self._seating = members, seating
        self.finish = _finish(style.finish, spec.size, light.dark)
        grade = None if style.figure_grade is None else style.figure_grade.filter()
        self._lamp = Lamp(
            ambient=readable(light.ambient, style.floor),
            rim=light.rim,
            rim_alpha=max(light.rim_alpha, 130.0 * light.dark) * style.rim,
            rim_px=2.4 * spec.size[1] / DESIGN,
            toward_light=light.toward_light,
            haze=light.haze,
            key=light.key,
            shade=light.shadow,
            contrast=style.key * light.dark,
            grade=grade,
        )
        self.shoulder = shoulder(spec, self.lens, list(members), style.figures, grade)
        self.floor = place.floor
        self.water = Water.of(spec) if place.floor else None
        self.shadow = 0.0 if spec.shot.camera.angle == "top-down" else style.shadow
        self.rehearse(mouths, head, tail)

    def rehearse(self, mouths: Sequence[MouthTrack] = (), head: int = 0, tail: int = 0) -> None:
        """Play the shot anew, with other mouths and handles; the scenery stays as it is."""
        spec, style = self.spec, self.style
        self.performance = Performance(spec, self._members, mouths=mouths, head=head, tail=tail)
        self.company = Company(
            self.performance,
            self.lens,
            SpriteBook(style.figures, self._lamp),
            style.line_px,
            self._seating,
            _AIR.get(spec.scene.weather, 0.2),
        )
        self.title = Title(spec, self.company, style) if spec.title else None

    def paint(self, canvas: skia.Canvas, frame: int) -> None:
        """Paint a frame of the shot; negative and late frames are handles."""
        view = self.lens.at(frame)
        seconds = frame / self.spec.fps
        self.backdrop.paint_behind(canvas, view)
        self.backdrop.paint_live(canvas, view, seconds)
        self._weather(canvas, seconds, front=False)
        drawn = self.company.drawn(frame)
        if self.floor:
            for item in drawn:
                if self.water is not None and self.water.line(item, drawn) is not None:
                    continue
                draw_shadow(
                    canvas, item, self.light, self.company.book, share=self.shadow, frame_height=self.spec.size[1]
                )
        self._figures(canvas, drawn, seconds)
        draw_strings(self._ink(canvas, 1.0), drawn)
        self._glows(canvas, drawn)
        self._weather(canvas, seconds, front=True)
        if not self.close:
            self.backdrop.paint_before(canvas, view)
        if self.shoulder is not None:
            self.shoulder.paint(canvas, view)
        if self.finish is not None:
            canvas.drawImage(self.finish, 0, 0, NEAREST)
        if self.title is not None:
            self.title.paint(canvas, frame)

    def _figures(self, canvas: skia.Canvas, drawn: Sequence[Drawn], seconds: float) -> None:
        for item in drawn:
            line = None if self.water is None else self.water.line(item, drawn)
            if line is None or self.water is None:
                self.company.blit(canvas, item)
            else:
                self.water.dip(self._ink(canvas, 1.0), self.company, item, line, seconds)

    def _weather(self, canvas: skia.Canvas, seconds: float, *, front: bool) -> None:
        if self.backdrop.place.indoor:
            return
        canvas.save()
        scale = self.spec.size[1] / DESIGN
        canvas.scale(scale, scale)
        weather.draw(self._ink(canvas, scale), self.scene, seconds, front)
        canvas.restore()

    def _glows(self, canvas: skia.Canvas, drawn: Sequence[Drawn]) -> None:
        """Lamps and fires spill warm light, more the darker it is."""
        for item in drawn:
            spot = item.acting.member.figure.anchors(item.acting.pose).get("light")
            if spot is None:
                continue
            x, y = item.placement.point(spot)
            least, most = 0.16 * self.spec.size[1], 0.34 * self.spec.size[1]
            radius = min(max(60.0 * item.placement.sy, least), most)
            # A near lamp is large in the frame: its halo must not wash out the face beside it.
            strength = 70 + 90 * self.scene.light.dark
            near = max(60.0 * item.placement.sy / most, 1.0)
            self._ink(canvas, 1.0).glow(x, y, radius, (255, 196, 112), strength / near)

    def _ink(self, canvas: skia.Canvas, px: float) -> Ink:
        return Ink(
            canvas=canvas,
            look=self.style.live,
            px=px,
            toward_light=self.scene.light.toward_light,
            line_px=self.style.line_px * self.spec.size[1] / DESIGN,
        )


@functools.lru_cache(maxsize=4)
def _finish(finish: Finish, size: tuple[int, int], dark: float) -> skia.Image | None:
    """The image over every frame; the shots of a scene share it."""
    return finish(size, dark)


def scene_view(spec: ShotSpec, place: Place) -> SceneView:
    """What the place is painted for in this shot; its sky has no sun and no moon of its own when one is on stage."""
    scene = spec.scene
    light = lighting(scene.time, scene.weather, place.indoor)
    if any(entity.attributes.noun in ("sun", "moon") for entity in spec.cast.values()):
        light = dataclasses.replace(light, sun=None)
    return SceneView(
        width=DESIGN * spec.size[0] / spec.size[1],
        time=scene.time,
        weather=scene.weather,
        light=light,
        attributes=spec.place.attributes,
        seed=spec.seed,
    )


def frames(stage: Stage, first: int, last: int) -> Iterator[np.ndarray]:
    """Frames first .. last - 1 in the machine's own channel order, in ONE buffer that each next one overwrites."""
    width, height = stage.spec.size
    pixels = np.zeros((height, width, 4), np.uint8)
    canvas = skia.Canvas.MakeRasterDirect(native(width, height), pixels)
    for frame in range(first, last):
        canvas.save()
        stage.paint(canvas, frame)
        canvas.restoreToCount(1)
        yield pixels
