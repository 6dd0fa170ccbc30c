"""Owns the words of getting on and off: whether an event puts somebody on a mount or takes them off it."""

from __future__ import annotations

import re

from planners.reading import Event

_GET = r"(?:get|got|hop|climb|jump|leap|leapt|step|clamber|scrambl|swing|swung|slip|slid|pil|squeez|bundl)\w*"
_ON = re.compile(
    rf"\b{_GET}\b[^.,;]*?\b(?:in|into|inside|on|onto|aboard|over|astride|up)\b|\b(?:board|mount|enter)(?:s|ed|ing)?\b",
    re.IGNORECASE,
)
_OFF = re.compile(rf"\b{_GET}\s+(?:\w+\s+)?(?:off|out|down)\b|\b(?:dismount|disembark|alight)\w*\b", re.IGNORECASE)


def gets_on(event: Event) -> bool:
    """Whether an event is one of getting on or into something."""
    return bool(_ON.search(event.text)) and not gets_off(event)


def gets_off(event: Event) -> bool:
    """Whether an event is one of getting off or out of something."""
    return bool(_OFF.search(event.text))
