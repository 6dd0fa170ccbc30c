"""Owns the hair styles: one row each, and the order in which a row's pieces are drawn.

Does not know: faces, hats (the head clips the hair under them).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

import skia

from generators.backends.animatic.colours import RGB, mix
from generators.backends.animatic.kit import Ink
from generators.backends.animatic.people import hair_pieces as pieces
from generators.backends.animatic.people import hair_tails as tails
from generators.backends.animatic.people.hairline import (
    cap,
    combed_back,
    combed_over,
    curtain,
    hairline,
    hanging,
    many,
    strands,
    turned_share,
)
from generators.backends.animatic.people.skull import Skull
from generators.backends.animatic.people.touch import CLOSE, TINY, lerp, ribbon, weight

Piece = Callable[[Ink, Skull, RGB], None]


@dataclass(frozen=True)
class Style:
    """How a style is built; lengths in head units."""

    top: float = 0.1
    """Thickness over the crown."""
    side: float = 0.05
    line: str | None = "round"
    """Hairline; None: no hair over the forehead."""
    comb: str = "over"
    """How strands run: over (from a parting), back (to the gathering point), down, none."""
    low: float = 0.0
    """Where hair over the ears ends; 0 leaves the ears free."""
    bulge: float = 0.0
    """Curls along the edge."""
    thin: float = 0.0
    """Share of skin that shows through."""
    goal: float = -42.0
    """Where on the skull, in degrees from the crown, gathered hair meets."""
    behind: Piece | None = None
    """Drawn before the body: what falls behind the shoulders."""
    under: Piece | None = None
    """Drawn before the skull: buns."""
    over: Piece | None = None
    """Drawn last: curls, crests, near tails."""
    curls: bool = False
    """Arcs of curls are drawn on the cap."""
    rear_low: float = 0.56
    """Where the hair ends at the back of the head."""


STYLES: Mapping[str, Style] = {
    "bald": Style(line=None, rear_low=-2.0),
    "balding": Style(line=None, over=pieces.side_tufts, rear_low=0.5),
    "buzz": Style(0.025, 0.012, "round", comb="none", thin=0.32),
    "crop": Style(0.075, 0.035, "widow", comb="none", over=pieces.crop_fringe),
    "short": Style(0.12, 0.055, "side"),
    "side part": Style(0.15, 0.035, "side"),
    "quiff": Style(0.10, 0.03, "high", comb="back", over=pieces.quiff),
    "slick": Style(0.085, 0.045, "widow", comb="back", goal=-96.0),
    "undercut": Style(0.02, 0.012, "high", comb="none", thin=0.38, over=pieces.undercut),
    "spiky": Style(0.10, 0.05, "round", comb="none", over=pieces.spikes),
    "mohawk": Style(0.015, 0.01, "high", comb="none", thin=0.55, under=pieces.mohawk),
    "curly": Style(0.16, 0.10, "round", comb="none", bulge=0.3, over=pieces.curl_marks),
    "afro": Style(0.34, 0.27, "round", comb="none", bulge=0.2, behind=None, under=pieces.afro, over=pieces.afro_marks),
    "cloud": Style(
        0.22, 0.2, "round", comb="none", bulge=0.3, under=pieces.cloud_back, over=pieces.cloud, rear_low=0.85
    ),
    "pixie": Style(0.13, 0.07, "swept"),
    "bowl": Style(0.13, 0.10, "fringe", comb="down", low=0.3),
    "bob": Style(0.13, 0.12, "swept", low=0.70, behind=pieces.back_bob, rear_low=0.86),
    "fringe": Style(0.12, 0.10, "fringe", comb="down", low=0.95, behind=pieces.back_long, rear_low=1.5),
    "long": Style(0.10, 0.07, "middle", comb="down", low=1.05, behind=pieces.back_long, rear_low=1.7),
    "wavy": Style(0.13, 0.10, "swept", comb="down", low=1.02, bulge=0.13, behind=pieces.back_wavy, rear_low=1.6),
    "long curly": Style(
        0.16, 0.17, "middle", comb="none", low=0.85, bulge=0.3, behind=pieces.back_curly, over=pieces.curl_marks,
        rear_low=1.3,
    ),
    "ponytail": Style(0.09, 0.04, "high", comb="back", goal=-62.0, behind=tails.back_tail),
    "pigtails": Style(0.09, 0.05, "middle", comb="over", behind=tails.far_pigtail, over=tails.near_pigtail),
    "braid": Style(0.09, 0.05, "side", comb="over", over=tails.near_braid),
    "braids": Style(0.08, 0.05, "middle", comb="over", behind=None, over=tails.two_braids),
    "bun": Style(0.09, 0.045, "high", comb="back", goal=-30.0, under=tails.bun),
    "low bun": Style(0.10, 0.06, "side", comb="over", behind=tails.low_bun),
    "top knot": Style(0.07, 0.03, "high", comb="back", goal=-6.0, under=tails.top_knot),
    "dreadlocks": Style(0.12, 0.07, "high", comb="none", behind=pieces.back_locs, over=pieces.front_locs, rear_low=0.6),
    "tuft": Style(line=None, over=pieces.tuft, rear_low=-2.0),
}  # fmt: skip


_BULGES = {"wavy": 0.07, "curly": 0.2, "coily": 0.22}
_COMBED = ("bob", "fringe", "long", "ponytail", "pigtails", "bun", "low bun", "top knot", "short", "side part", "pixie")


def style_of(skull: Skull) -> Style:
    """The row of the person's style, in the hair's own texture."""
    return _textured(skull.look.hair, skull.look.texture)


@lru_cache(maxsize=256)
def _textured(name: str, texture: str) -> Style:
    style = STYLES.get(name, STYLES["short"])
    bulge = _BULGES.get(texture, 0.0)
    if name not in _COMBED or not bulge:
        return style
    if texture == "wavy":
        return replace(style, bulge=bulge)
    return replace(style, bulge=bulge, curls=True, comb="none", top=style.top + 0.03, side=style.side + 0.02)


def hair_tone(skull: Skull) -> RGB:
    """The hair's colour, with the skin that shows through short hair."""
    return mix(skull.look.hair_colour, skull.look.skin, style_of(skull).thin)


def draw_hair_behind(ink: Ink, skull: Skull) -> None:
    """Hair behind head and body."""
    piece = style_of(skull).behind
    if piece is not None:
        piece(ink, skull, skull.look.hair_colour)


def draw_hair_under(ink: Ink, skull: Skull) -> None:
    """Hair behind the head but before the body: buns, the far half of an afro."""
    piece = style_of(skull).under
    if piece is not None:
        piece(ink, skull, skull.look.hair_colour)


def main_shape(skull: Skull) -> skia.Path | None:
    """The hair over forehead and sides; None for bald heads."""
    style = style_of(skull)
    if style.line is None:
        return None
    line = hairline(skull, style.line)
    if style.low:
        return curtain(skull, line, style.top, style.side, style.low, bulge=style.bulge)
    return cap(skull, line, style.top, style.side, bulge=style.bulge, step=15.0 if style.bulge else 22.0)


def draw_hair(ink: Ink, skull: Skull, *, loose: bool = True) -> None:
    """Hair in front of the face; without `loose`, only what lies on the skull (as under a hat)."""
    style, colour = style_of(skull), hair_tone(skull)
    path = main_shape(skull)
    if path is not None:
        ink.part(path, colour, role="hair", line=weight(ink) * (0.55 if style.thin else 1.0), depth=0.8)
        if style.comb != "none" and ink.px >= TINY:
            ink.canvas.save()
            ink.canvas.clipPath(path, skia.ClipOp.kIntersect, True)
            _comb(ink, skull, style, colour)
            _shine(ink, skull, style)
            ink.canvas.restore()
        if style.curls:
            pieces.curl_marks(ink, skull, skull.look.hair_colour)
    if style.over is not None and loose:
        style.over(ink, skull, skull.look.hair_colour)


def _comb(ink: Ink, skull: Skull, style: Style, colour: RGB) -> None:
    if style.line is None or style.comb == "none":
        return
    if style.comb == "over":
        strands(ink, colour, combed_over(skull, style.top, many(ink, 2, 5)))
    elif style.comb == "back":
        goal = skull.rim(style.goal * lerp(0.15, 1.0, turned_share(skull)), -0.06)
        strands(ink, colour, combed_back(skull, hairline(skull, style.line), goal, many(ink, 5, 11)))
    else:
        strands(ink, colour, hanging(skull, style.top, style.low, many(ink, 3, 6)))


def _shine(ink: Ink, skull: Skull, style: Style) -> None:
    """A band of light that follows the skull on the lit side."""
    way = 1 if ink.toward_light[0] > 0 else -1
    bright = mix(skull.look.hair_colour, (255, 240, 214), 0.5)
    for depth, wide, alpha in ((-0.13, 0.11, 46), (-0.10, 0.035, 52))[: 2 if ink.px >= CLOSE else 1]:
        spine = [
            (*skull.rim(way * a, depth + style.top * 0.5), wide * w)
            for a, w in ((4, 0.0), (20, 0.7), (38, 1.0), (56, 0.6), (70, 0.0))
        ]
        ink.flat(ribbon(spine), bright, alpha)


def draw_hair_rear(ink: Ink, skull: Skull) -> None:
    """The back of the head, seen from behind."""
    style, colour = style_of(skull), hair_tone(skull)
    if style.over is pieces.side_tufts:
        ink.part(pieces.rear_band(skull), colour, role="hair", line=weight(ink), depth=0.7)
        return
    if style.rear_low < -1:
        if style.over is not None:
            style.over(ink, skull, colour)
        return
    path = pieces.rear_shape(skull, style.top, style.side, style.rear_low, style.bulge)
    ink.part(path, colour, role="hair", line=weight(ink), depth=0.8)
    runs = []
    for i in range(many(ink, 5, 11)):
        angle = -58 + 116 * (i + 0.5) / many(ink, 5, 11)
        x, y = skull.rim(angle * 0.5, -0.12)
        runs.append([(x, y), (x * 1.35, (y + style.rear_low) / 2), (x * 1.25, style.rear_low - 0.1)])
    if style.bulge == 0 and not style.thin:
        strands(ink, colour, runs)
    rear = pieces.REAR.get(skull.look.hair)
    if rear is not None:
        rear(ink, skull, skull.look.hair_colour)
