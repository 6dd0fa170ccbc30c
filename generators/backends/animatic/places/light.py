"""Owns the light table: 4 times of day x 7 weathers, outdoors and indoors.

A weather is a change of the hour's row, so that all 28 stay consistent. Does not know: any place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generators.backends.animatic.colours import RGB, mix
from generators.backends.animatic.scenery import Lighting
from planners.plan import TimeOfDay, Weather

OUTDOORS: Mapping[str, Lighting] = {
    "dawn": Lighting(
        sky=((104, 128, 206), (226, 172, 200), (255, 218, 166)), ambient=(250, 228, 226), key=(255, 216, 164),
        rim=(255, 226, 180), rim_alpha=150, sun=(0.2, 0.5), toward_light=(-0.8, -0.6), shadow=(84, 62, 112),
        shadow_alpha=84, shadow_skew=1.1, haze=(246, 206, 200), haze_share=0.68, dark=0.25,
    ),
    "day": Lighting(
        sky=(((78, 152, 226)), (140, 204, 244), (226, 243, 246)), ambient=(255, 255, 255), key=(255, 246, 220),
        rim=(255, 250, 230), rim_alpha=96, sun=(0.2, 0.14), toward_light=(-0.6, -0.8), shadow=(44, 40, 90),
        shadow_alpha=92, shadow_skew=0.35, haze=(190, 222, 240), haze_share=0.62, dark=0.0,
    ),
    "dusk": Lighting(
        sky=((62, 54, 138), (206, 92, 136), (255, 178, 104)), ambient=(230, 192, 212), key=(255, 184, 112),
        rim=(255, 198, 130), rim_alpha=176, sun=(0.76, 0.52), toward_light=(0.8, -0.6), shadow=(56, 32, 88),
        shadow_alpha=100, shadow_skew=-1.2, haze=(232, 142, 130), haze_share=0.66, dark=0.45,
    ),
    "night": Lighting(
        sky=((20, 27, 84), (36, 54, 128), (82, 106, 176)), ambient=(130, 142, 204), key=(190, 208, 255),
        rim=(178, 202, 255), rim_alpha=170, sun=(0.78, 0.17), toward_light=(0.6, -0.8), shadow=(14, 14, 52),
        shadow_alpha=90, shadow_skew=-0.6, haze=(84, 108, 178), haze_share=0.62, dark=1.0,
    ),
}  # fmt: skip


INDOORS: Mapping[str, Lighting] = {
    "dawn": replace(
        OUTDOORS["dawn"], ambient=(250, 226, 214), rim=(255, 220, 176), rim_alpha=110, shadow_skew=0.25,
        haze=(206, 170, 170), haze_share=0.4, dark=0.3,
    ),
    "day": replace(
        OUTDOORS["day"], ambient=(255, 252, 246), rim=(255, 246, 224), rim_alpha=80, shadow_skew=0.2,
        shadow=(56, 40, 70), haze=(226, 216, 206), haze_share=0.4,
    ),
    "dusk": replace(
        OUTDOORS["dusk"], ambient=(248, 222, 214), key=(255, 196, 124), rim=(255, 200, 130), rim_alpha=140,
        shadow_skew=-0.25, shadow=(46, 28, 96), haze=(150, 112, 140), haze_share=0.4, dark=0.6,
    ),
    "night": replace(
        OUTDOORS["night"], ambient=(222, 204, 200), key=(255, 206, 130), rim=(255, 204, 128), rim_alpha=150,
        shadow=(24, 18, 74), toward_light=(0.3, -0.95), shadow_skew=-0.15, haze=(76, 66, 116), haze_share=0.4,
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Change:
    """What a weather does to the light of the hour."""

    grey: RGB
    """The sky moves toward this colour (seen in the hour's own light)..."""
    share: float
    """...by this much."""
    ambient: RGB
    """Factor in 255ths."""
    haze: float
    """Share of haze at the horizon; 0 keeps the hour's."""
    shadow: float
    """Factor for the strength of shadows and rims."""
    sun: bool
    dark: float = 0.0


CHANGES: Mapping[str, Change] = {
    "clear": Change((255, 255, 255), 0.0, (255, 255, 255), 0.0, 1.0, True),
    "wind": Change((214, 226, 236), 0.18, (250, 251, 252), 0.0, 0.9, True),
    "cloudy": Change((186, 196, 210), 0.62, (236, 238, 246), 0.68, 0.55, False, 0.06),
    "rain": Change((128, 146, 168), 0.82, (204, 214, 232), 0.74, 0.5, False, 0.18),
    "snow": Change((208, 218, 238), 0.74, (240, 244, 255), 0.76, 0.5, False, 0.04),
    "storm": Change((82, 86, 120), 0.84, (168, 170, 206), 0.7, 0.5, False, 0.36),
    "fog": Change((220, 224, 224), 0.9, (240, 242, 244), 1.0, 0.45, False, 0.05),
}


FLOOR = 118.0
"""Least luminance of the ambient colour: dark scenes stay readable."""


def lighting(time: TimeOfDay, weather: Weather, indoor: bool = False) -> Lighting:
    """The row of the light table for this hour and weather."""
    return _inside(time, weather) if indoor else _outside(time, weather)


def _outside(time: TimeOfDay, weather: Weather) -> Lighting:
    row, change = OUTDOORS[time], CHANGES[weather]
    grey = _times(change.grey, _washed(row.ambient, time))
    upper, middle, lower = row.sky
    return replace(
        row,
        sky=(
            mix(upper, _times(grey, (222, 224, 232)), change.share),
            mix(middle, grey, change.share),
            mix(lower, mix(grey, row.sky[2], 0.3), change.share),
        ),
        ambient=_readable(_times(row.ambient, change.ambient)),
        haze=mix(row.haze, grey, change.share),
        haze_share=change.haze or row.haze_share,
        shadow_alpha=row.shadow_alpha * change.shadow,
        rim_alpha=row.rim_alpha * change.shadow,
        sun=row.sun if change.sun else None,
        dark=min(1.0, row.dark + change.dark),
    )


def _inside(time: TimeOfDay, weather: Weather) -> Lighting:
    row, change, outside = INDOORS[time], CHANGES[weather], _outside(time, weather)
    dim = mix((255, 255, 255), change.ambient, 0.55 if time != "night" else 0.2)
    return replace(
        row,
        sky=outside.sky,
        sun=None,
        ambient=_readable(_times(row.ambient, dim)),
        dark=min(1.0, row.dark + change.dark * 1.1),
    )


def _washed(ambient: RGB, time: TimeOfDay) -> RGB:
    """The hour's light as it falls on clouds: paler than on things, deep at night."""
    return mix(ambient, (96, 108, 176), 0.6) if time == "night" else ambient


def _times(a: RGB, b: RGB) -> RGB:
    return (a[0] * b[0] / 255, a[1] * b[1] / 255, a[2] * b[2] / 255)


def luminance(colour: RGB) -> float:
    """How bright a colour looks, 0..255."""
    return 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2]


def _readable(ambient: RGB) -> RGB:
    lacking = FLOOR - luminance(ambient)
    return ambient if lacking <= 0 else (ambient[0] + lacking, ambient[1] + lacking, ambient[2] + lacking * 0.8)
