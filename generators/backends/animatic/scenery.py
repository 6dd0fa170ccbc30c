"""Owns the contract between places (with their light and weather) and the stage that composes a shot.

Scenery space: x in [0, width], y in [0, height] of the wide frame, in design pixels with height = 720
(so width is 1280 for 16:9, 405 for 9:16, 720 for 1:1, 960 for 4:3); a place paints beyond the frame from
-0.25 * width to 1.25 * width and from -0.15 * height to 1.15 * height, so that the camera may move.
Ground: feet stand between y = 0.78 and 0.96 of the height in EVERY place that has a floor (planners rely
on it); the horizon or the foot of the back wall lies between 0.50 and 0.74.
Does not know: any one place, figures, cameras.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

import skia

from generators.backends.animatic.colours import RGB
from generators.backends.animatic.kit import Ink, Point
from planners.plan import Attributes, TimeOfDay, Weather


@dataclass(frozen=True)
class Lighting:
    """One row of the light table: tints everything, figures included."""

    sky: tuple[RGB, RGB, RGB]
    """Zenith, middle, horizon."""
    ambient: RGB
    """Multiplied over figures: white is no change."""
    key: RGB
    """Colour of the light source."""
    rim: RGB
    rim_alpha: float
    """0..255; the stage adds a rim of this light on figures' lit edges."""
    sun: Point | None
    """Where sun or moon stands, as shares of the frame; None when hidden."""
    toward_light: Point
    """Unit vector on the picture plane toward the light."""
    shadow: RGB
    shadow_alpha: float
    shadow_skew: float
    """Ground shadow's lean: figure height times this, to the right."""
    haze: RGB
    """Far planes are mixed toward this."""
    haze_share: float
    dark: float = 0.0
    """0 bright day .. 1 darkest night: lamps, windows and fires glow by it."""


@dataclass(frozen=True)
class SceneView:
    """What a place is painted for."""

    width: float
    """Of the frame in design pixels; the height is 720."""
    time: TimeOfDay
    weather: Weather
    light: Lighting
    attributes: Attributes
    """Of the place entity: colours, size, extra adjectives ("old", "snowy", "messy")."""
    seed: int
    height: float = 720.0


@runtime_checkable
class Washing(Protocol):
    """What a Look may have besides: its own way to paint gradients (skies, grounds, water, walls).

    A look without it gets a plain linear gradient.
    """

    def wash(self, ink: Ink, path: skia.Path, colours: Sequence[RGB], start: Point, end: Point) -> None:
        """Fill the path with the colours spread evenly from `start` to `end`."""


class Layer(Protocol):
    """One depth plane of a place, painted once per shot."""

    @property
    def parallax(self) -> float:
        """How much it moves with the camera: 0 not at all (sky) .. 1 with the figures .. 1.4 before them."""

    def paint(self, ink: Ink) -> None:
        """Paint the plane in scenery space; everything it does not paint stays transparent (but the first)."""


class Place(Protocol):
    """A recognisable exterior or interior."""

    @property
    def indoor(self) -> bool:
        """Whether there is a roof over it."""

    @property
    def floor(self) -> bool:
        """False under water, in the sky and in space: figures float."""

    def layers(self, view: SceneView) -> tuple[Layer, ...]:
        """Planes from far to near. Those with parallax <= 1 are behind the figures, > 1 before them.

        At most four, the first opaque. Foreground planes leave the middle of the frame free.
        """

    def live(self, ink: Ink, view: SceneView, seconds: float) -> None:
        """Draw what moves by itself behind the figures (waves, flags, fire, clouds): at most 3 ms a frame."""

    def spots(self, view: SceneView) -> Mapping[str, Point]:
        """Named places as shares of the frame: door, window, seat, seat2, table, bed, water, light ..."""


@runtime_checkable
class SeenFromAbove(Protocol):
    """What a Place may offer besides: its ground as seen from straight above, for top-down shots."""

    def top_down(self, view: SceneView) -> Layer:
        """One opaque layer that fills the frame; its middle is left free for figures."""
