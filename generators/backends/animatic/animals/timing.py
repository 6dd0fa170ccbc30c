"""Owns how long one cycle of an action takes. Does not know: any species' form."""

from __future__ import annotations

_SECONDS: dict[str, float] = {
    "walk": 1.0, "run": 0.5, "hop": 0.7, "jump": 1.0, "crawl": 1.4, "swim": 1.1, "fly": 0.5, "stand": 3.0, "sit": 3.0,
    "lie": 3.6, "sleep": 4.0, "talk": 2.4, "eat": 1.6, "drink": 1.6, "dig": 0.9, "dance": 1.0, "wave": 0.8, "roll": 1.0,
    "spin": 0.8, "fall": 0.7, "fight": 0.7, "climb": 1.0, "laugh": 0.7, "cry": 1.2, "look": 3.0, "float": 2.4,
    "play": 0.9, "crouch": 2.4, "hide": 2.4, "perch": 3.0, "sing": 1.6, "bow": 2.0,
}  # fmt: skip


def seconds_of(action: str, height: float) -> float:
    """Seconds of one cycle; small animals step faster, large ones slower. `height` in figure units."""
    base = _SECONDS.get(action, 2.0)
    if action not in ("walk", "run", "hop", "fly", "jump"):
        return base
    return base * min(1.7, max(0.45, float((height / 60) ** 0.45)))
