"""Owns shadows on the ground: a soft contact under each figure, and its silhouette cast away from the light.

Does not know: how figures or places are drawn.
"""

from __future__ import annotations

import skia

from generators.backends.animatic.colours import argb
from generators.backends.animatic.company import Drawn
from generators.backends.animatic.scenery import Lighting
from generators.backends.animatic.sprites import LINEAR, SpriteBook
from generators.backends.animatic.troupe import AIRBORNE

_FLAT = 0.2
"""Length on the picture of a cast shadow over the height of its figure."""
_GROUND = 0.72
"""Stage height above which there is no ground to throw a shadow on."""


def draw_shadow(
    canvas: skia.Canvas, item: Drawn, light: Lighting, book: SpriteBook, *, share: float, frame_height: int
) -> None:
    """Draw a figure's shadows; what flies or is held has none.

    Args:
        canvas: Of the frame.
        item: The figure.
        light: Gives colour, strength and lean.
        book: Keeps the silhouettes.
        share: How much of the cast shadow the style wants.
        frame_height: In pixels; feet below the frame cast nothing.
    """
    act = item.acting
    aloft = act.member.track.held_by is not None or act.pose.action in AIRBORNE or act.box[3] < _GROUND
    if aloft or item.box[3] > frame_height * 1.03:
        return
    _contact(canvas, item, light)
    if light.sun is not None and light.shadow_alpha * share > 8:
        _cast(canvas, item, light, book, share)


def _contact(canvas: skia.Canvas, item: Drawn, light: Lighting) -> None:
    x0, _, x1, y1 = item.box
    wide = max((x1 - x0) * 0.46, 4.0)
    tall = max(min(wide * 0.2, item.placement.sy * 9), 2.0)
    colours = [argb(light.shadow, min(light.shadow_alpha * 1.5, 170)), argb(light.shadow, 0)]
    paint = skia.Paint(
        AntiAlias=True, Shader=skia.GradientShader.MakeRadial(skia.Point(0, 0), 1.0, colours, [0.25, 1.0])
    )
    canvas.save()
    canvas.translate((x0 + x1) / 2, y1 - tall * 0.25)
    canvas.scale(wide, tall)
    canvas.drawCircle(0, 0, 1.0, paint)
    canvas.restore()


def _cast(canvas: skia.Canvas, item: Drawn, light: Lighting, book: SpriteBook, share: float) -> None:
    sprite, at = item.sprite, item.placement
    image = book.shadow(item.acting.member.name, sprite, light.shadow)
    grow = sprite.image.width() / image.width()
    foot = sprite.bounds[3] * sprite.sy
    canvas.save()
    canvas.translate(at.x, at.y + sprite.bounds[3] * at.sy - 1)
    canvas.concat(skia.Matrix.MakeAll(1, -light.shadow_skew, 0, 0, -_FLAT, 0, 0, 0, 1))
    canvas.scale(at.sx / sprite.sx, at.sy / sprite.sy)
    canvas.translate(sprite.left, sprite.top - foot)
    canvas.scale(grow, grow)
    canvas.drawImage(image, 0, 0, LINEAR, skia.Paint(Alpha=round(light.shadow_alpha * share)))
    canvas.restore()
