"""Owns the grounds of places as seen from straight above: one painter per kind of ground.

All lengths are design pixels of a frame 720 high; what lies at the edges (furniture, crowns of trees, kerbs)
leaves the middle free. Does not know: figures, cameras, which shot asks for it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import skia

from generators.backends.animatic.colours import RGB, light, mix, shade
from generators.backends.animatic.kit import Ink, blob, ellipse, poly, rounded, scallop
from generators.backends.animatic.places.furnished import furnish
from generators.backends.animatic.places.painter import Painter
from generators.backends.animatic.places.sky import whole
from generators.backends.animatic.scenery import SceneView

_PETALS: tuple[RGB, ...] = ((238, 96, 120), (252, 250, 244), (250, 206, 84), (176, 122, 214))


@dataclass(frozen=True)
class Above:
    """The ground of a place as one layer, seen from above."""

    kind: str
    view: SceneView
    parallax: float = 1.0

    def paint(self, ink: Ink) -> None:
        """See Layer."""
        p = Painter(ink, self.view)
        GROUNDS[self.kind](p)
        pool(p)


def pool(p: Painter) -> None:
    """Light that lies over the middle, shade toward the edges."""
    edge = mix((255, 255, 255), (150, 138, 190), 0.55 + 0.3 * p.dark)
    p.falloff(p.x(0.5), p.y(0.46), 0.78 * max(p.w, p.h), edge)


def _mottled(p: Painter, colour: RGB, name: str, count: int = 60, size: float = 150) -> None:
    """A ground of one colour with soft patches of lighter and darker."""
    p.wash(whole(p), (light(colour, 0.08), colour, shade(colour, 0.08)), (p.left, p.top), (p.right, p.bottom))
    chance = p.rng(f"{name} patches")
    for index in range(count):
        x, y, r = chance.uniform(p.left, p.right), chance.uniform(p.top, p.bottom), chance.uniform(0.4, 1) * size
        ring = [
            (x + r * chance.uniform(0.7, 1.1) * math.cos(a), y + r * 0.8 * chance.uniform(0.7, 1.1) * math.sin(a))
            for a in (0.0, 0.9, 1.8, 2.7, 3.6, 4.5, 5.4)
        ]
        p.flat(blob(ring), light(colour, 0.22) if index % 2 else shade(colour, 0.2), 44)


def _strewn(p: Painter, name: str, count: int, draw: Callable[[float, float, float], None]) -> None:
    chance = p.rng(name)
    for _ in range(count):
        draw(chance.uniform(p.left, p.right), chance.uniform(p.top, p.bottom), chance.uniform(0.6, 1.2))


def _grass(p: Painter) -> None:
    colour = p.white(p.main((118, 176, 82)), 0.86)
    _mottled(p, colour, "grass")
    _stems(p, colour, 420)
    if not p.snowy:
        chance = p.rng("petals")
        _strewn(p, "flowers", 60, lambda x, y, s: _blossom(p, x, y, 6 * s, chance.choice(_PETALS)))
    _strewn(p, "stones", 9, lambda x, y, s: p.part(ellipse(x, y, 13 * s, 10 * s), (160, 156, 160), role="stone"))


def _stems(p: Painter, colour: RGB, count: int) -> None:
    """Tufts of three blades, fanned as seen from above."""
    chance, dark_, pale = p.rng("stems"), skia.Path(), skia.Path()
    for index in range(count):
        x, y, turn = chance.uniform(p.left, p.right), chance.uniform(p.top, p.bottom), chance.uniform(0, 6.3)
        path = dark_ if index % 2 else pale
        for lean in (-0.5, 0.0, 0.5):
            reach = chance.uniform(7, 14)
            path.moveTo(x, y)
            path.lineTo(x + reach * math.cos(turn + lean), y + reach * math.sin(turn + lean))
    p.stroke(dark_, shade(colour, 0.26), 2, 120)
    p.stroke(pale, light(colour, 0.3), 2, 130)


def _blossom(p: Painter, x: float, y: float, r: float, colour: RGB) -> None:
    petals = skia.Path()
    for index in range(5):
        a = index * 1.2566
        petals.addPath(ellipse(x + math.cos(a) * r * 0.7, y + math.sin(a) * r * 0.7, r * 0.55, r * 0.55))
    p.flat(petals, colour)
    p.flat(ellipse(x, y, r * 0.42, r * 0.42), (244, 190, 70))


def _crowns(p: Painter, colour: RGB) -> None:
    """Crowns of trees over the edges of the frame, with the shade they throw."""
    spots = (
        (0.0, 0.04, 170),
        (0.24, -0.05, 120),
        (1.0, 0.0, 190),
        (0.76, -0.07, 110),
        (-0.03, 0.98, 150),
        (1.03, 1, 160),
    )
    for index, (x, y, r) in enumerate(spots):
        cx, cy, reach = p.x(x), p.y(y), r * p.k
        p.soft(ellipse(cx + 26, cy + 34, reach, reach * 0.96), shade(colour, 0.75), 120, 12)
        hue = p.white(mix(colour, (60, 130, 88), 0.35 * (index % 3)), 0.5)
        for share, dx, lift in ((1.0, 0, 0.0), (0.7, -0.1, 0.1), (0.4, -0.18, 0.2)):
            crown = scallop(cx + dx * reach, cy + dx * reach, reach * share, reach * share * 0.96, 13)
            p.part(crown, light(hue, lift), role="leaf", line=1.0 if share == 1 else 0.4)


def _lawn_and_trees(p: Painter) -> None:
    _grass(p)
    _crowns(p, (86, 146, 78))


def _woods(p: Painter) -> None:
    floor = p.white((128, 118, 78), 0.8)
    _mottled(p, floor, "woods", 80)
    chance = p.rng("litter")
    hues: tuple[RGB, ...] = ((172, 118, 62), (138, 146, 70), (110, 132, 66), (196, 150, 74))
    if not p.snowy:
        _strewn(
            p, "leaves", 170,
            lambda x, y, s: p.flat(ellipse(x, y, 9 * s, 5 * s, chance.uniform(0, 180)), chance.choice(hues), 190),
        )  # fmt: skip
    _stems(p, mix(floor, (92, 142, 74), 0.6), 180)
    _strewn(p, "stones", 12, lambda x, y, s: p.part(ellipse(x, y, 17 * s, 13 * s), (150, 148, 150), role="stone"))
    _crowns(p, (74, 132, 78))


def _furrows(p: Painter) -> None:
    soil = p.white((150, 108, 72), 0.75)
    _mottled(p, soil, "soil", 40)
    y = p.top
    while y < p.bottom:
        p.wash(
            skia.Path.Rect(skia.Rect.MakeLTRB(p.left, y, p.right, y + 34)),
            (shade(soil, 0.26), soil),
            (0, y),
            (0, y + 30),
        )
        x = p.left + 20
        while x < p.right and not p.snowy:
            for turn in (0.0, 2.1, 4.2):
                leaf = ellipse(x + 9 * math.cos(turn), y + 46 + 9 * math.sin(turn), 9, 5, math.degrees(turn))
                p.part(leaf, (112, 170, 78), role="leaf", line=0.5)
            x += 62
        y += 78


def _street(p: Painter) -> None:
    pave, asphalt = p.white((198, 188, 184), 0.7), p.white((112, 110, 128), 0.6)
    _slabs(p, pave, 74)
    road = skia.Path.Rect(skia.Rect.MakeLTRB(p.left, p.y(0.2), p.right, p.y(0.8)))
    p.wash(road, (shade(asphalt, 0.1), light(asphalt, 0.06), shade(asphalt, 0.1)), (0, p.y(0.2)), (0, p.y(0.8)))
    chance = p.rng("patches")
    for _ in range(12):
        x, y = chance.uniform(p.left, p.right), p.y(chance.uniform(0.24, 0.72))
        p.flat(rounded(x, y, x + chance.uniform(60, 190), y + chance.uniform(20, 60), 9), shade(asphalt, 0.3), 40)
    for y in (0.2, 0.8):
        p.box(p.left - 9, p.y(y) - 8, p.right + 9, p.y(y) + 8, light(pave, 0.25), 2, 0.8)
    x = p.left
    while x < p.right:
        p.flat(rounded(x, p.y(0.5) - 4, x + 88, p.y(0.5) + 4, 3), (246, 238, 216), 220)
        x += 168
    for index in range(9):
        y = p.y(0.225) + index * (p.y(0.55) / 8.6)
        p.flat(rounded(p.x(0.88), y, p.x(0.88) + 110 * p.k, y + p.y(0.036), 3), (246, 240, 226), 215)
    p.part(ellipse(p.x(0.3), p.y(0.36), 30, 30), shade(asphalt, 0.3), role="metal")
    p.stroke(ellipse(p.x(0.3), p.y(0.36), 20, 20), light(asphalt, 0.2), 3, 120)
    for x, y in ((0.14, 0.07), (0.5, 0.05), (0.8, 0.94), (0.3, 0.95)):
        p.soft(ellipse(p.x(x) + 14, p.y(y) + 18, 52 * p.k, 50 * p.k), (50, 40, 80), 110, 8)
        p.part(scallop(p.x(x), p.y(y), 54 * p.k, 52 * p.k, 11), p.white((92, 152, 84), 0.5), role="leaf")


def _slabs(p: Painter, colour: RGB, side: float) -> None:
    """Paving in rows with shifted joints."""
    p.wash(whole(p), (colour, shade(colour, 0.06)), (0, p.top), (0, p.bottom))
    chance, row, y = p.rng("slabs"), 0, p.top
    while y < p.bottom:
        x = p.left - (side * 0.6 if row % 2 else 0)
        while x < p.right:
            wide = side * chance.uniform(0.95, 1.5)
            tone = (
                light(colour, chance.uniform(0, 0.2))
                if chance.random() < 0.5
                else shade(colour, chance.uniform(0, 0.12))
            )
            p.part(rounded(x + 1, y + 1, x + wide - 1, y + side - 1, 7), tone, role="stone", line=0.6, depth=0.4)
            x += wide
        y += side
        row += 1


def _paving(p: Painter) -> None:
    _slabs(p, p.white(p.main((188, 176, 168)), 0.7), 62)
    _stems(p, p.white((120, 160, 90), 0.7), 60)


def _ripples(p: Painter, colour: RGB, count: int) -> None:
    """Short curved lines of light on water."""
    chance, pale = p.rng("ripples"), skia.Path()
    for _ in range(count):
        x, y, reach = chance.uniform(p.left, p.right), chance.uniform(p.top, p.bottom), chance.uniform(20, 60)
        pale.moveTo(x - reach, y)
        pale.quadTo(x - reach * 0.5, y - 12, x, y)
        pale.quadTo(x + reach * 0.5, y + 12, x + reach, y)
    p.stroke(pale, light(colour, 0.5), 2.6, 110)


def _sea(p: Painter) -> None:
    colour = p.main((40, 136, 190))
    _mottled(p, colour, "sea", 70, 220)
    _ripples(p, colour, 110)
    chance, glints = p.rng("glints"), skia.Path()
    for _ in range(120):
        x, y, r = chance.uniform(p.left, p.right), chance.uniform(p.top, p.bottom), chance.uniform(3, 9)
        glints.addPath(poly([(x - r, y), (x, y - 1.6), (x + r, y), (x, y + 1.6)]))
    p.raw.flat(glints, mix(p.view.light.key, (255, 255, 255), 0.6), 130)


def _sea_bed(p: Painter) -> None:
    _mottled(p, (74, 150, 170), "bed", 70)
    _strewn(
        p, "corals", 26, lambda x, y, s: p.part(scallop(x, y, 26 * s, 22 * s, 7, 0.3), (224, 126, 120), role="leaf")
    )
    _strewn(p, "weed", 40, lambda x, y, s: p.part(scallop(x, y, 20 * s, 9 * s, 6, 0.4), (70, 150, 110), role="leaf"))
    _ripples(p, (150, 220, 230), 80)


def _beach(p: Painter) -> None:
    _sand(p)
    line = [(p.left - 40, p.y(0.2))]
    chance = p.rng("shoreline")
    for index in range(13):
        line.append((p.left + (index + 0.5) / 13 * (p.right - p.left), p.y(0.2 + chance.uniform(-0.035, 0.035))))
    line.append((p.right + 40, p.y(0.2)))
    for lift, colour, alpha in ((46, (206, 172, 120), 150), (22, (250, 252, 250), 230), (10, (120, 204, 214), 255)):
        shape = blob([(x, y + lift) for x, y in line], close=False)
        shape.lineTo(p.right + 40, p.top - 40)
        shape.lineTo(p.left - 40, p.top - 40)
        p.flat(shape, colour, alpha)
    water = blob([(x, y - 24) for x, y in line], close=False)
    water.lineTo(p.right + 40, p.top - 40)
    water.lineTo(p.left - 40, p.top - 40)
    p.wash(water, ((32, 128, 186), (84, 184, 206)), (0, p.top), (0, p.y(0.2)))


def _sand(p: Painter) -> None:
    colour = p.white((238, 206, 146), 0.8)
    _mottled(p, colour, "sand", 50, 190)
    chance, waves_ = p.rng("dunes"), skia.Path()
    for _ in range(70):
        x, y, reach = chance.uniform(p.left, p.right), chance.uniform(p.top, p.bottom), chance.uniform(40, 110)
        waves_.addPath(
            blob([(x - reach, y), (x - reach * 0.3, y - 7), (x + reach * 0.4, y + 5), (x + reach, y)], close=False)
        )
    p.stroke(waves_, shade(colour, 0.2), 2.2, 90)
    _strewn(
        p, "pebbles", 26, lambda x, y, s: p.part(ellipse(x, y, 8 * s, 6 * s), (196, 168, 140), role="stone", line=0.6)
    )


def _bank(p: Painter) -> None:
    _grass(p)
    line = [(p.left + index / 12 * (p.right - p.left), p.y(0.22) + 22 * math.sin(index * 1.7)) for index in range(13)]
    for lift, colour in ((16, (176, 146, 100)), (0, (66, 150, 190))):
        shape = blob([(x, y + lift) for x, y in line], close=False)
        shape.lineTo(p.right + 40, p.top - 40)
        shape.lineTo(p.left - 40, p.top - 40)
        p.flat(shape, colour)
    _strewn(
        p, "lilies", 40,
        lambda x, y, s: p.part(ellipse(x, y, 24 * s, 22 * s), (110, 172, 92), role="leaf") if y < p.y(0.12) else None,
    )  # fmt: skip


def _snow(p: Painter) -> None:
    colour: RGB = (232, 238, 250)
    _mottled(p, colour, "snow", 50, 200)
    chance, drifts = p.rng("drifts"), skia.Path()
    for _ in range(40):
        x, y, reach = chance.uniform(p.left, p.right), chance.uniform(p.top, p.bottom), chance.uniform(50, 130)
        drifts.addPath(blob([(x - reach, y), (x, y - 16), (x + reach, y)], close=False))
    p.stroke(drifts, (176, 194, 228), 4, 110)
    _strewn(p, "sparks", 90, lambda x, y, s: p.raw.flat(ellipse(x, y, 2 * s, 2 * s), (255, 255, 255), 230))


def _rocks(p: Painter) -> None:
    colour = p.white((132, 122, 134), 0.7)
    _mottled(p, colour, "rock", 70)
    _strewn(
        p,
        "boulders",
        34,
        lambda x, y, s: p.part(scallop(x, y, 40 * s, 32 * s, 7, 0.06), light(colour, 0.1), role="stone"),
    )
    chance, cracks = p.rng("cracks"), skia.Path()
    for _ in range(26):
        x, y = chance.uniform(p.left, p.right), chance.uniform(p.top, p.bottom)
        line = [(x + i * 34, y + chance.uniform(-18, 18)) for i in range(5)]
        cracks.addPath(poly(line, close=False))
    p.stroke(cracks, shade(colour, 0.4), 2.6, 130)


def _moon(p: Painter) -> None:
    colour: RGB = (196, 190, 206)
    _mottled(p, colour, "moon", 60)
    for x, y, r in (
        (0.16, 0.2, 90),
        (0.8, 0.78, 110),
        (0.9, 0.16, 60),
        (0.3, 0.86, 50),
        (0.6, 0.1, 40),
        (0.04, 0.7, 60),
    ):
        p.part(ellipse(p.x(x), p.y(y), r * p.k, r * p.k * 0.94), shade(colour, 0.14), role="stone")
        p.flat(ellipse(p.x(x) - r * 0.1, p.y(y) - r * 0.1, r * p.k * 0.7, r * p.k * 0.66), shade(colour, 0.3), 120)


def _clouds(p: Painter) -> None:
    p.wash(whole(p), ((96, 160, 214), (140, 196, 226)), (0, p.top), (0, p.bottom))
    _strewn(p, "fields", 22, lambda x, y, s: p.flat(rounded(x, y, x + 120 * s, y + 80 * s, 12), (120, 170, 130), 90))
    _strewn(p, "heaps", 16, lambda x, y, s: p.soft(scallop(x, y, 150 * s, 90 * s, 9, 0.2), (252, 252, 255), 200, 7))


def _stars(p: Painter) -> None:
    p.wash(whole(p), ((26, 20, 66), (52, 34, 110), (22, 18, 60)), (p.left, p.top), (p.right, p.bottom), raw=True)
    _strewn(p, "stars", 190, lambda x, y, s: p.raw.flat(ellipse(x, y, 1.7 * s, 1.7 * s), (255, 250, 236), 210))
    p.raw.glow(p.x(0.78), p.y(0.2), 320, (120, 90, 220), 110)
    p.raw.glow(p.x(0.2), p.y(0.8), 280, (220, 90, 160), 70)


def boards(p: Painter, colour: RGB = (186, 132, 88), tall: float = 62) -> None:
    """Floor boards across the frame."""
    p.wash(whole(p), (colour, shade(colour, 0.1)), (0, p.top), (0, p.bottom))
    chance, y = p.rng("boards"), p.top
    while y < p.bottom:
        x = p.left - chance.uniform(0, 300)
        while x < p.right:
            long = chance.uniform(280, 460)
            tone = (
                light(colour, chance.uniform(0, 0.16))
                if chance.random() < 0.5
                else shade(colour, chance.uniform(0, 0.12))
            )
            p.part(rounded(x, y, x + long, y + tall, 3), tone, role="wood", depth=0.25, line=0.6)
            grain = poly([(x + 20, y + tall * 0.4), (x + long - 40, y + tall * 0.46)], close=False)
            p.stroke(grain, shade(tone, 0.2), 1.4, 80)
            x += long
        y += tall


def _room(p: Painter) -> None:
    boards(p)
    furnish(p, p.main((196, 106, 96)))


def _tiled_room(p: Painter) -> None:
    side, row, y = 78 * p.k, 0, p.top
    p.wash(whole(p), ((232, 230, 222), (222, 220, 216)), (0, p.top), (0, p.bottom))
    dark_ = skia.Path()
    while y < p.bottom:
        x = p.left + (side if row % 2 else 0)
        while x < p.right:
            dark_.addPath(rounded(x + 1, y + 1, x + side - 1, y + side - 1, 4))
            x += side * 2
        y += side
        row += 1
    p.flat(dark_, p.main((146, 176, 178)), 200)
    furnish(p, p.main((120, 160, 176)))


def _deck(p: Painter) -> None:
    _sea(p)
    p.raw.canvas.save()
    hull = rounded(p.left, p.y(0.12), p.right, p.y(0.88), 40)
    p.soft(hull, (20, 40, 80), 150, 14)
    p.raw.canvas.clipPath(hull, True)
    boards(p, (178, 128, 84), 46)
    p.raw.canvas.restore()
    for y in (0.12, 0.88):
        p.box(p.left - 9, p.y(y) - 14, p.right + 9, p.y(y) + 14, (128, 84, 56), 8)
    p.part(ellipse(p.x(0.86), p.y(0.5), 44, 44), (150, 104, 66), role="wood")
    p.part(rounded(p.x(0.1) - 60, p.y(0.24), p.x(0.1) + 60, p.y(0.4), 8), (150, 104, 66), role="wood")


GROUNDS: Mapping[str, Callable[[Painter], None]] = {
    "grass": _grass, "lawn": _lawn_and_trees, "woods": _woods, "furrows": _furrows, "street": _street,
    "paving": _paving, "sea": _sea, "sea bed": _sea_bed, "beach": _beach, "sand": _sand, "bank": _bank, "snow": _snow,
    "rocks": _rocks, "moon": _moon, "clouds": _clouds, "stars": _stars, "room": _room, "tiled room": _tiled_room,
    "deck": _deck,
}  # fmt: skip

_KINDS: Mapping[str, str] = {
    place: kind
    for kind, places in {
        "grass": "meadow|ruins|cliff|mountains", "lawn": "stadium|garden|park|village|playground|castle",
        "woods": "forest|jungle|swamp", "furrows": "farm", "street": "street|road|airport",
        "paving": "market|graveyard|bridge|rooftop|train station|throne room|tunnel|dungeon|museum|church",
        "sea": "sea|harbour",
        "sea bed": "under water", "beach": "beach|island", "sand": "construction site|desert|savanna|circus|fairground",
        "bank": "lake|river|waterfall", "snow": "snow land",
        "rocks": "cave|volcano", "moon": "moon", "clouds": "sky", "stars": "space", "deck": "ship deck",
        "tiled room": "kitchen|bathroom|hospital room|laboratory|cafe|shop|spaceship interior",
    }.items()
    for place in places.split("|")
}  # fmt: skip


def kind_of(place: str) -> str:
    """The ground of a place by its name; rooms have boards."""
    return _KINDS.get(place, "room")
