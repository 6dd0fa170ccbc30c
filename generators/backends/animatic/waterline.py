"""Owns the water line: who swims and what floats is cut off along a wave, mirrored below it, and rimmed with foam.

Does not know: where the plan puts bodies (`planners.waters` holds the line that both keep to), how water is painted.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import skia

from generators.artefacts import ShotSpec
from generators.backends.animatic.company import Company, Drawn
from generators.backends.animatic.kit import Ink
from planners.waters import OPEN, REACH, SHALLOWS, draught, surface

_FOAM = (246.0, 250.0, 252.0)
_MIRROR = 70
"""How strongly bodies are mirrored, 0..255."""
_DEEP = 0.5
"""Height of a mirror image over that of its body."""
_WAVE, _HEIGHT, _SPEED = 0.055, 0.004, 1.3
"""Length and height of the small waves in frame heights; waves a second."""


class Water:
    """The water of a place."""

    def __init__(self, line: float, height: int) -> None:
        """Take where bodies float, as a share of the stage, and the frame's height in pixels."""
        self._surface, self._height = line, height

    @classmethod
    def of(cls, spec: ShotSpec) -> Water | None:
        """The water of a shot's place; None where there is none, and for what is seen from above."""
        line = surface(spec.place.attributes)
        return None if line is None or spec.shot.camera.angle == "top-down" else cls(line, spec.size[1])

    def line(self, item: Drawn, drawn: Sequence[Drawn]) -> float | None:
        """At which height of the frame in pixels the water cuts a figure; None for who is not in it."""
        carrier = item.acting.member.track.held_by
        body = next((other for other in drawn if other.key == carrier), item)
        act = body.acting
        x0, y0, x1, y1 = body.box
        low = act.box[3]
        sunk = draught(act.member.entity.attributes, act.fit_action, (x1 - x0) / max(y1 - y0, 1e-6))
        if not sunk or not self._surface - REACH / 3 <= low <= self._surface + REACH + sunk * (act.box[3] - act.box[1]):
            return None
        return y1 - sunk * (y1 - y0)

    def dip(self, ink: Ink, company: Company, item: Drawn, line: float, seconds: float) -> None:
        """Draw a figure that is in the water down to its water line."""
        canvas, (x0, _, x1, y1) = ink.canvas, item.box
        if y1 <= line:
            company.blit(canvas, item)
            return
        self._mirrored(canvas, company, item, line)
        margin = 0.03 * self._height
        edge = self._edge(x0 - margin, x1 + margin, line, seconds)
        dry = skia.Path(edge)
        dry.lineTo(x1 + margin, -4.0 * self._height)
        dry.lineTo(x0 - margin, -4.0 * self._height)
        dry.close()
        canvas.save()
        canvas.clipPath(dry, skia.ClipOp.kIntersect, True)
        company.blit(canvas, item)
        canvas.restore()
        inner = self._edge(x0 - margin * 0.3, x1 + margin * 0.3, line, seconds)
        ink.stroke(inner, _FOAM, max(0.004 * self._height, 1.0), 190)
        low = self._edge(x0 + margin, x1 - margin, line + 0.016 * self._height, seconds + 0.4)
        ink.stroke(low, _FOAM, max(0.0025 * self._height, 0.8), 90)

    def _edge(self, x0: float, x1: float, line: float, seconds: float) -> skia.Path:
        path, step = skia.Path(), _WAVE * self._height / 6
        count = max(2, math.ceil((x1 - x0) / step))
        for index in range(count + 1):
            x = x0 + (x1 - x0) * index / count
            turn = math.tau * (x / (_WAVE * self._height) + _SPEED * seconds / 2)
            y = line + _HEIGHT * self._height * math.sin(turn)
            path.lineTo(x, y) if index else path.moveTo(x, y)
        return path

    def _mirrored(self, canvas: skia.Canvas, company: Company, item: Drawn, line: float) -> None:
        x0, y0, x1, _ = item.box
        deep = min((line - y0) * _DEEP, (0.16 if self._surface >= OPEN else SHALLOWS) * self._height)
        canvas.save()
        canvas.clipRect(skia.Rect.MakeLTRB(x0, line, x1, line + deep))
        canvas.saveLayerAlpha(None, _MIRROR)
        canvas.translate(0.0, line)
        canvas.scale(1.0, -_DEEP)
        canvas.translate(0.0, -line)
        company.blit(canvas, item)
        canvas.restore()
        canvas.restore()
