"""Owns the way from stage and scenery coordinates to frame pixels, through the shot's moving window.

All framing comes from `planners.plan.window`; this file only samples it, before and after the shot too.
Does not know: what is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass

from planners.plan import Box, Shot, project, window

DESIGN = 720.0
"""Height of scenery space in design pixels."""


@dataclass(frozen=True)
class View:
    """What the camera sees at one moment."""

    window: Box
    """In stage coordinates."""
    size: tuple[int, int]
    """Of the frame in pixels."""

    @property
    def zoom(self) -> float:
        """1 for the whole stage, larger when closer."""
        return 1.0 / max(self.window[3] - self.window[1], 1e-6)

    @property
    def scale(self) -> float:
        """Frame pixels per design pixel of scenery space."""
        return self.size[1] / DESIGN * self.zoom

    @property
    def centre(self) -> tuple[float, float]:
        """Middle of the window in stage coordinates."""
        return ((self.window[0] + self.window[2]) / 2, (self.window[1] + self.window[3]) / 2)

    def pixels(self, box: Box) -> Box:
        """A stage box in frame pixels."""
        x0, y0, x1, y1 = project(box, self.window)
        return (x0 * self.size[0], y0 * self.size[1], x1 * self.size[0], y1 * self.size[1])

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A stage point in frame pixels."""
        px, py, _, _ = self.pixels((x, y, x, y))
        return px, py


_TILT: dict[str, float] = {"low": 0.08, "high": -0.1}


@dataclass(frozen=True)
class Lens:
    """The camera of one shot over all its frames, handles included."""

    shot: Shot
    size: tuple[int, int]

    def at(self, frame: float) -> View:
        """The view at a frame of the shot; frames before 0 and after the last see what the ends see."""
        return View(window=window(self.shot, clock(self.shot, frame), self.size), size=self.size)

    @property
    def tilt(self) -> float:
        """How far the scenery stands lower than at eye level, in window heights: a low camera sees more sky."""
        return _TILT.get(self.shot.camera.angle, 0.0)

    @property
    def still(self) -> bool:
        """Whether the window never moves."""
        first = self.at(0).window
        return all(
            max(abs(a - b) for a, b in zip(first, self.at(frame).window, strict=True)) < 1e-6
            for frame in (self.shot.frames * 0.25, self.shot.frames * 0.5, self.shot.frames - 1)
        )

    def samples(self, count: int = 9) -> list[View]:
        """Views spread over the shot, ends included."""
        last = self.shot.frames - 1
        return [self.at(last * index / (count - 1)) for index in range(count)]


def clock(shot: Shot, frame: float) -> float:
    """Time of a frame in [0, 1] of the shot, as `Plan.boxes` counts it."""
    return min(max(frame / max(shot.frames - 1, 1), 0.0), 1.0)
