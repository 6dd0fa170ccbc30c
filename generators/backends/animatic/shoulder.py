"""Owns the listener's dark, soft shoulder in the foreground of over-the-shoulder shots.

Does not know: the acting; it is one still image that moves a little with the camera.
"""

from __future__ import annotations

import skia

from generators.artefacts import ShotSpec
from generators.backends.animatic.camera import DESIGN, Lens, View
from generators.backends.animatic.figure import Pose
from generators.backends.animatic.kit import Ink, Look
from generators.backends.animatic.sprites import LINEAR, NEAREST, Lamp, lit
from generators.backends.animatic.troupe import Member
from planners.plan import Box

_TALL = 2.3
"""Height of the whole listener in frame heights."""
_HEAD_TOP = 0.2
_DARK = (124.0, 106.0, 146.0)
"""Multiplied over the listener: near things out of focus are dark."""
_EDGE = (255.0, 232.0, 196.0)
"""Colour of the light that comes past the speaker."""
_PLAIN_DARK, _PLAIN_EDGE = (114.0, 112.0, 118.0), (238.0, 236.0, 238.0)
"""The same in styles that have changed the colours already."""
_POSE = Pose(action="walk", phase=3, view="back")
"""Arms down: the legs are never seen."""


class Shoulder:
    """The listener from behind, at the edge that the speaker leaves free."""

    def __init__(
        self, spec: ShotSpec, lens: Lens, listener: Member, speaker: Member, look: Look,
        grade: skia.ColorFilter | None = None,
    ) -> None:  # fmt: skip
        """Draw it once.

        Args:
            spec: The shot.
            lens: Its camera.
            listener: Seen from behind.
            speaker: Seen past the listener.
            look: The style's hand for figures.
            grade: The style's change of colours.
        """
        width, height = spec.size
        self.middle = lens.at(spec.shot.frames / 2)
        scale = _TALL * height / max(listener.figure.size[1], 1.0)
        face = _box(speaker)
        at = self.middle.pixels(face) if face is not None else (width / 2, 0.0, width / 2, 0.0)
        left = (at[0] + at[2]) / 2 > width / 2
        self.x = width * (0.13 if left else 0.87)
        top = listener.figure.anchors(_POSE).get("top", (0.0, -listener.figure.size[1]))
        toward = (0.75 if left else -0.75, -0.66)
        surface = skia.Surface.MakeRasterN32Premul(width, height)
        canvas = surface.getCanvas()
        canvas.translate(self.x - top[0] * scale, height * _HEAD_TOP - top[1] * scale)
        canvas.scale(scale if left else -scale, scale)
        ink = Ink(canvas=canvas, look=look, px=scale, toward_light=(0.75, -0.66), line_px=3.0 * height / DESIGN)
        listener.figure.draw(ink, _POSE)
        lamp = Lamp(
            ambient=_DARK if grade is None else _PLAIN_DARK,
            rim=_EDGE if grade is None else _PLAIN_EDGE,
            rim_alpha=190,
            rim_px=9.0 * height / DESIGN,
            toward_light=toward,
            grade=grade,
        )
        drawn = lit(surface.makeImageSnapshot(), lamp, (self.x, height / 2), height)
        blur = skia.ImageFilters.Blur(4.0 * height / DESIGN, 4.0 * height / DESIGN)
        soft = skia.Surface.MakeRasterN32Premul(width, height)
        soft.getCanvas().drawImage(drawn, 0, 0, NEAREST, skia.Paint(ImageFilter=blur))
        self.image = soft.makeImageSnapshot()

    def paint(self, canvas: skia.Canvas, view: View) -> None:
        """Draw it, moving more than what is behind it."""
        shift = (self.middle.centre[0] - view.centre[0]) * view.zoom * 0.4 * view.size[0]
        canvas.drawImage(self.image, shift, 0, LINEAR)


def shoulder(
    spec: ShotSpec, lens: Lens, members: list[Member], look: Look, grade: skia.ColorFilter | None = None
) -> Shoulder | None:
    """The shoulder for an over-the-shoulder shot whose listener the frame would not show otherwise."""
    if spec.shot.camera.angle != "over-the-shoulder":
        return None
    focus = spec.shot.camera.focus
    people = [m for m in members if m.entity.kind == "character"]
    speaker = next((m for m in people if focus in (m.track.key, m.track.entity)), None)
    listener = next((m for m in people if m is not speaker and _hidden(m, lens, spec)), None)
    return None if speaker is None or listener is None else Shoulder(spec, lens, listener, speaker, look, grade)


def _hidden(member: Member, lens: Lens, spec: ShotSpec) -> bool:
    box = _box(member)
    if box is None:
        return False
    x0, y0, x1, y1 = lens.at(spec.shot.frames / 2).pixels(box)
    width, height = spec.size
    wide, tall = max(0.0, min(x1, width) - max(x0, 0.0)), max(0.0, min(y1, height) - max(y0, 0.0))
    return wide * tall < 0.15 * (x1 - x0) * (y1 - y0)


def _box(member: Member) -> Box | None:
    return member.track.at(0.5) or next((key.box for key in member.track.keys if key.box is not None), None)
