"""Owns what is worn before the eyes: glasses, monocle, patch, goggles, mask. Does not know: eyes beyond their place."""

from __future__ import annotations

import skia

from generators.backends.animatic.colours import CREAM, RGB, light, shade
from generators.backends.animatic.kit import Ink, ellipse, minus, rounded
from generators.backends.animatic.people.expression import MOODS
from generators.backends.animatic.people.eyes import Eye, eye_of
from generators.backends.animatic.people.skull import FAR, NEAR, Skull
from generators.backends.animatic.people.touch import TINY, curve, weight


def hidden_side(skull: Skull) -> int | None:
    """The side whose eye is covered, None when both are seen."""
    return NEAR if skull.look.glasses == "eyepatch" else None


def draw_mask(ink: Ink, skull: Skull) -> None:
    """A cloth mask around the eyes: call before the eyes."""
    if skull.look.glasses != "mask":
        return
    near, far = (eye_of(skull, MOODS["neutral"], side) for side in (NEAR, FAR))
    y = skull.build.eye_y
    left = skull.ear[0] + 0.1 if skull.yaw > 0.2 else skull.left
    path = skia.Path()
    path.moveTo(left, y - 0.12)
    path.cubicTo(near.x - 0.1, y - 0.30, near.x + 0.1, y - 0.32, skull.axis, y - 0.18)
    path.cubicTo(far.x - 0.1, y - 0.32, far.x + 0.1, y - 0.3, skull.right, y - 0.12)
    path.lineTo(skull.right - 0.01, y + 0.1)
    path.cubicTo(far.x + 0.1, y + 0.34, far.x - 0.12, y + 0.22, skull.axis + 0.04, y + 0.12)
    path.cubicTo(near.x + 0.14, y + 0.24, near.x - 0.1, y + 0.36, left, y + 0.1)
    path.close()
    ink.inside(skull.outline(), path, skull.look.glasses_colour)


def draw_glasses(ink: Ink, skull: Skull) -> None:
    """Frames, lenses and straps: call after the eyes."""
    kind = skull.look.glasses
    if kind in ("round", "square", "sunglasses", "goggles"):
        _pair(ink, skull, kind)
    elif kind == "monocle":
        _monocle(ink, skull)
    elif kind == "eyepatch":
        _patch(ink, skull)


def _frame(skull: Skull) -> RGB:
    """The frame's colour, kept apart from the skin's."""
    frame, skin = skull.look.glasses_colour, skull.look.skin
    return shade(frame, 0.6) if abs(sum(frame) - sum(skin)) < 130 else frame


def _lens(eye: Eye, kind: str, spread: float) -> skia.Path:
    x, y = eye.x, eye.y + 0.02
    if kind == "round":
        return ellipse(x, y, 0.245 * spread, 0.245)
    if kind == "goggles":
        return ellipse(x, y, 0.285 * spread, 0.25)
    wide, tall = (0.265 * spread, 0.2) if kind == "square" else (0.285 * spread, 0.215)
    return rounded(
        x - wide,
        y - tall,
        x + wide,
        y + tall + (0.03 if kind == "sunglasses" else 0),
        0.07 if kind == "square" else 0.15,
    )


def _pair(ink: Ink, skull: Skull, kind: str) -> None:
    near, far = (eye_of(skull, MOODS["neutral"], side) for side in (NEAR, FAR))
    frame = _frame(skull)
    thick = max(0.045 if kind != "goggles" else 0.08, 1.3 / ink.px)
    near_lens, far_lens = _lens(near, kind, skull.spread(NEAR)), _lens(far, kind, skull.spread(FAR))
    y = near.y
    gap = (near_lens.getBounds().right(), far_lens.getBounds().left())
    ink.stroke(curve([(gap[0], y - 0.01), ((gap[0] + gap[1]) / 2, y - 0.07), (gap[1], y - 0.01)]), frame, thick)
    left = near_lens.getBounds().left()
    if skull.yaw > 0.2:
        arm = [(left, y - 0.04), (skull.ear[0] + 0.02, y - 0.02)]
        ink.stroke(curve(arm), frame, thick * (2.2 if kind == "goggles" else 0.9))
    else:
        ink.stroke(curve([(left, y - 0.05), (skull.left + 0.01, y - 0.02)]), frame, thick * 0.9)
        ink.stroke(
            curve([(far_lens.getBounds().right(), y - 0.05), (skull.right - 0.01, y - 0.02)]), frame, thick * 0.9
        )
    for lens in (far_lens, near_lens):
        _glass(ink, lens, kind)
        ink.stroke(lens, frame, thick)
        if ink.px >= 60:
            ink.stroke(lens, light(frame, 0.35), thick * 0.25, 130)


def _glass(ink: Ink, lens: skia.Path, kind: str) -> None:
    bounds = lens.getBounds()
    x, y, w, h = bounds.left(), bounds.top(), bounds.width(), bounds.height()
    if kind == "sunglasses":
        ink.flat(lens, (48, 40, 62), 240)
    else:
        tint: RGB = (150, 210, 226) if kind == "goggles" else (226, 240, 250)
        ink.flat(lens, tint, 60 if kind == "goggles" else 20)
    if ink.px >= TINY:
        gleam = skia.Path()
        gleam.moveTo(x + w * 0.12, y + h * 0.62)
        gleam.lineTo(x + w * 0.46, y + h * 0.08)
        gleam.lineTo(x + w * 0.62, y + h * 0.08)
        gleam.lineTo(x + w * 0.24, y + h * 0.78)
        gleam.close()
        ink.inside(lens, gleam, (255, 255, 255), 70 if kind != "round" and kind != "square" else 52)


def _monocle(ink: Ink, skull: Skull) -> None:
    eye = eye_of(skull, MOODS["neutral"], NEAR)
    gold: RGB = (214, 170, 80)
    lens = ellipse(eye.x, eye.y + 0.02, 0.235, 0.235)
    _glass(ink, lens, "round")
    ink.stroke(lens, shade(gold, 0.35), max(0.055, 1.6 / ink.px))
    ink.stroke(lens, gold, max(0.035, 1.0 / ink.px))
    ink.stroke(curve([(eye.x - 0.2, eye.y + 0.16), (eye.x - 0.28, 0.6), (eye.x - 0.16, 1.02)]), gold, 0.018, 220)


def _patch(ink: Ink, skull: Skull) -> None:
    eye = eye_of(skull, MOODS["neutral"], NEAR)
    dark: RGB = (54, 44, 54)
    strap = skia.Path()
    strap.moveTo(skull.left - 0.1, eye.y + 0.18)
    strap.quadTo(eye.x, eye.y - 0.02, skull.across(0.5), -0.62)
    band = skia.Path(strap)
    ink.canvas.save()
    ink.canvas.clipPath(skull.outline(), skia.ClipOp.kIntersect, True)
    ink.stroke(band, dark, 0.05)
    ink.canvas.restore()
    cover = minus(
        ellipse(eye.x, eye.y + 0.03, 0.225, 0.225), rounded(eye.x - 0.4, eye.y - 0.5, eye.x + 0.4, eye.y - 0.12, 0.0)
    )
    ink.part(cover, dark, role="cloth", line=weight(ink) * 0.7, depth=0.5)
    if ink.px >= TINY:
        ink.flat(ellipse(eye.x - 0.06, eye.y - 0.02, 0.06, 0.025, -20), CREAM, 50)
