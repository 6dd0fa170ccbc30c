"""Owns how the film's title comes and goes over its first shot, in time. Does not know: how it is drawn."""

from __future__ import annotations

_LONGEST, _SHARE = 3.4, 0.9
"""Seconds that the title stands at most, and the share of its shot."""
TITLE_WAIT, TITLE_FADE = 0.25, 0.6
"""Seconds before it begins to come, and of its coming and going."""


def title_seconds(frames: int, fps: int) -> float:
    """How long the title of a shot of so many frames stands, in seconds from the shot's first frame."""
    return min(_LONGEST, frames / fps * _SHARE)


def title_strength(now: float, seconds: float) -> float:
    """How strong the title is, 0 to 1.

    Args:
        now: Seconds since the shot's first frame.
        seconds: See `title_seconds`.
    """
    return min(max((now - TITLE_WAIT) / TITLE_FADE, 0.0), max((seconds - now) / TITLE_FADE, 0.0), 1.0)
