"""Owns what a place is made of: planes, what moves, named spots; and the Place that the stage gets.

Does not know: any one place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import skia

from generators.backends.animatic.kit import Ink, Point
from generators.backends.animatic.places import atmosphere
from generators.backends.animatic.places.above import Above, kind_of
from generators.backends.animatic.places.painter import Painter
from generators.backends.animatic.places.weather import still_fog
from generators.backends.animatic.scenery import Layer, SceneView

Paint = Callable[[Painter], None]


Animate = Callable[[Painter, float], None]


@dataclass(frozen=True)
class Plane:
    """One depth plane: how it moves with the camera, how hazy it is, what paints it."""

    parallax: float
    paint: Paint
    haze: float = 0.0


@dataclass(frozen=True)
class Spec:
    """A place as data."""

    name: str
    planes: tuple[Plane, ...]
    also: tuple[str, ...] = ()
    """Other nouns for the place."""
    indoor: bool = False
    floor: bool = True
    live: tuple[Animate, ...] = ()
    spots: Mapping[str, Point] = field(default_factory=dict)
    mirror: float | None = None
    """Share of the height from which wet hard ground mirrors what stands behind it."""
    sunlit: bool = True
    """Whether sun and sky light its ground: not in caves, under water, in space."""


@dataclass(frozen=True)
class BakedLayer:
    """A plane of a place for one view."""

    plane: Plane
    view: SceneView
    foggy: bool = False
    """Whether mist lies over it: the last plane behind the figures, outdoors."""
    mirror: float | None = None
    light: Paint | None = None
    """The light that lies over it; none for skies, planes before the figures and places without ground."""

    @property
    def parallax(self) -> float:
        """See Layer."""
        return self.plane.parallax

    def paint(self, ink: Ink) -> None:
        """See Layer."""
        painter = Painter(ink, self.view, self.plane.haze)
        self.plane.paint(painter)
        if self.mirror is not None:
            mirrored(painter, self.plane.paint, self.mirror)
        if self.light is not None:
            self.light(painter)
        if self.foggy:
            still_fog(painter)


def mirrored(p: Painter, paint: Paint, y: float) -> None:
    """The plane once more upside down from the share y downward, faint and blurred down: hard ground in the rain."""
    canvas = p.raw.canvas
    soft = skia.Paint(Alphaf=0.42, ImageFilter=skia.ImageFilters.Blur(2.5, 7))
    canvas.save()
    canvas.clipRect(skia.Rect.MakeLTRB(p.left, p.y(y), p.right, p.bottom))
    canvas.saveLayer(None, soft)
    canvas.translate(0, 2 * p.y(y))
    canvas.scale(1, -1)
    canvas.clipRect(skia.Rect.MakeLTRB(p.left, p.top, p.right, p.y(y)))
    paint(p)
    canvas.restore()
    canvas.restore()


class DrawnPlace:
    """A Place that is drawn from its Spec."""

    def __init__(self, spec: Spec) -> None:
        """Take the place as data."""
        self.spec = spec
        self.name: str = spec.name
        self.indoor: bool = spec.indoor
        self.floor: bool = spec.floor

    def layers(self, view: SceneView) -> tuple[Layer, ...]:
        """See Place."""
        foggy = view.weather == "fog" and not self.indoor
        mirror = self.spec.mirror if view.weather in ("rain", "storm") else None
        last = max((plane.parallax for plane in self.spec.planes if plane.parallax <= 1), default=0.0)
        return tuple(
            BakedLayer(
                plane,
                view,
                foggy=foggy and plane.parallax == last,
                mirror=mirror if plane.parallax == last else None,
                light=self._light(plane, last),
            )
            for plane in self.spec.planes
        )

    def _light(self, plane: Plane, last: float) -> Paint | None:
        if plane.parallax == last:
            if self.indoor:
                return atmosphere.room_light
            return atmosphere.ground_light if self.floor and self.spec.sunlit else None
        return atmosphere.air if not self.indoor and self.spec.sunlit and 0.2 < plane.parallax < last else None

    def live(self, ink: Ink, view: SceneView, seconds: float) -> None:
        """See Place."""
        painter = Painter(ink, view)
        for animate in self.spec.live:
            animate(painter, seconds)

    def spots(self, view: SceneView) -> Mapping[str, Point]:
        """See Place."""
        return self.spec.spots

    def top_down(self, view: SceneView) -> Layer:
        """See SeenFromAbove."""
        return Above(kind_of(self.spec.name), view)
