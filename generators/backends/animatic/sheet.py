"""Owns the reference sheet: one entity from the front, the side and the back, its expressions, its scale.

Appearance comes from the entity and the style alone, never from a shot. Does not know: shots.
"""

from __future__ import annotations

from collections.abc import Callable

import skia

from generators.backends.animatic.camera import DESIGN
from generators.backends.animatic.colours import argb
from generators.backends.animatic.figure import Figure, Pose
from generators.backends.animatic.kit import Ink, stroke_paint
from generators.backends.animatic.lettering import ROUND, Lettering
from generators.backends.animatic.looks import Style
from generators.backends.animatic.places.light import lighting
from generators.backends.animatic.scenery import Place, SceneView
from generators.backends.animatic.sprites import measure
from generators.backends.animatic.troupe import Caster
from planners.plan import Attributes, Box, Emotion, Entity

SIZE = (1280, 720)
PAPER = (244.0, 238.0, 226.0)
_INK = (92.0, 78.0, 96.0)
_BODIES: tuple[tuple[str, Pose, Box], ...] = (
    ("front", Pose(view="front"), (0.10, 0.05, 0.30, 0.66)),
    ("side", Pose(view="side"), (0.33, 0.05, 0.53, 0.66)),
    ("back", Pose(view="back"), (0.56, 0.05, 0.76, 0.66)),
    ("walk", Pose(action="walk", phase=2), (0.78, 0.05, 0.98, 0.66)),
)
_FACES: tuple[Emotion, ...] = ("happy", "sad", "angry", "afraid", "surprised", "thoughtful")
_FACE_ROW: Box = (0.10, 0.71, 0.98, 0.97)


def draw(
    entity: Entity,
    stage: str | None,
    *,
    style: Style,
    seed: int,
    caster: Caster,
    place_maker: Callable[[Attributes, int], tuple[Place, tuple[str, ...]]],
) -> tuple[skia.Image, dict[str, Box], tuple[str, ...]]:
    """The sheet, its views in [0, 1], and what could not be drawn as asked."""
    if entity.kind == "place":
        place, notes = place_maker(entity.look(stage), seed)
        return _place_picture(place, entity.look(stage), style, seed), {"front": (0.0, 0.0, 1.0, 1.0)}, notes
    figure, notes = caster(entity, stage, seed)
    surface = skia.Surface.MakeRasterN32Premul(*SIZE)
    canvas = surface.getCanvas()
    canvas.clear(argb(PAPER))
    views = {name: _fitted(canvas, figure, pose, box, style) for name, pose, box in _BODIES}
    if entity.kind == "character":
        views |= _faces(canvas, figure, style)
    _scale_bar(canvas, figure)
    Lettering(entity.name, ROUND, 20, 120).paint(canvas, 64, 520, _INK)
    return surface.makeImageSnapshot(), views, notes


def _fitted(canvas: skia.Canvas, figure: Figure, pose: Pose, box: Box, style: Style) -> Box:
    """Draw a pose as large as the box allows, on its lower edge; returns the drawn box in [0, 1]."""
    x0, y0, x1, y1 = measure(figure, pose, style.figures)
    left, top, right, bottom = box[0] * SIZE[0], box[1] * SIZE[1], box[2] * SIZE[0], box[3] * SIZE[1]
    scale = min((right - left) / (x1 - x0), (bottom - top) / (y1 - y0))
    ox, oy = (left + right) / 2 - (x0 + x1) / 2 * scale, bottom - y1 * scale
    _draw(canvas, figure, pose, style, ox, oy, scale)
    return (
        (ox + x0 * scale) / SIZE[0],
        (oy + y0 * scale) / SIZE[1],
        (ox + x1 * scale) / SIZE[0],
        (oy + y1 * scale) / SIZE[1],
    )


def _draw(canvas: skia.Canvas, figure: Figure, pose: Pose, style: Style, x: float, y: float, scale: float) -> None:
    count = canvas.save()
    canvas.translate(x, y)
    canvas.scale(scale, scale)
    figure.draw(Ink(canvas=canvas, look=style.figures, px=scale, line_px=style.line_px), pose)
    canvas.restoreToCount(count)


def _faces(canvas: skia.Canvas, figure: Figure, style: Style) -> dict[str, Box]:
    """A row of heads with one expression each."""
    views: dict[str, Box] = {}
    x0, y0, x1, y1 = _FACE_ROW
    wide = (x1 - x0) / len(_FACES)
    for index, emotion in enumerate(_FACES):
        pose = Pose(emotion=emotion, view="front")
        anchors = figure.anchors(pose)
        head, top = anchors.get("head"), anchors.get("top")
        if head is None or top is None:
            continue
        half = max(abs(head[1] - top[1]) * 1.35, 4.0)
        box = (x0 + index * wide, y0, x0 + (index + 1) * wide - 0.01, y1)
        cell = skia.Rect.MakeLTRB(box[0] * SIZE[0], box[1] * SIZE[1], box[2] * SIZE[0], box[3] * SIZE[1])
        scale = cell.height() / (2 * half)
        canvas.save()
        canvas.clipRect(cell)
        x, y = cell.centerX() - head[0] * scale, cell.centerY() - head[1] * scale
        _draw(canvas, figure, pose, style, x, y, scale)
        canvas.restore()
        views[emotion] = box
    return views


def _scale_bar(canvas: skia.Canvas, figure: Figure) -> None:
    """The figure's height beside an adult's."""
    adult, own = 100.0, figure.size[1]
    scale = 0.55 * SIZE[1] / max(adult, own)
    bottom = 0.66 * SIZE[1]
    for x, height, width in ((44.0, adult, 3.0), (84.0, own, 9.0)):
        paint = stroke_paint(_INK, width, 200)
        canvas.drawLine(x, bottom, x, bottom - height * scale, paint)


def _place_picture(place: Place, attributes: Attributes, style: Style, seed: int) -> skia.Image:
    surface = skia.Surface.MakeRasterN32Premul(*SIZE)
    canvas = surface.getCanvas()
    light = lighting("day", "clear", place.indoor)
    view = SceneView(
        width=DESIGN * SIZE[0] / SIZE[1], time="day", weather="clear", light=light, attributes=attributes, seed=seed
    )
    ink = Ink(canvas=canvas, look=style.scenery, toward_light=light.toward_light, line_px=style.line_px)
    for layer in place.layers(view):
        count = canvas.save()
        layer.paint(ink)
        canvas.restoreToCount(count)
    return surface.makeImageSnapshot()
