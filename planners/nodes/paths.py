"""Owns paths that a text states by corners of the frame, one after another. Does not know: boxes, figures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planners.nodes.state import Draft
from planners.reading import Reading, Region, Sentence

_CORNER = re.compile(r"\b(upper|top|lower|bottom)[\s-]*(left|right)\b", re.IGNORECASE)
_NAMES: dict[tuple[str, str], Region] = {
    ("upper", "left"): "upper left", ("upper", "right"): "upper right",
    ("lower", "left"): "lower left", ("lower", "right"): "lower right",
}  # fmt: skip
_ROWS = {"upper": "upper", "top": "upper", "lower": "lower", "bottom": "lower"}
PROMPT_WORDS = 60
"""A text up to this length that speaks of the clip's halves or corners describes one shot."""


def corners(text: str) -> tuple[Region, ...]:
    """The corners of the frame that a text names, in order, none twice in a row."""
    found: list[Region] = []
    for match in _CORNER.finditer(text):
        name = _NAMES[_ROWS[match[1].lower()], match[2].lower()]
        if not found or found[-1] != name:
            found.append(name)
    return tuple(found)


def path(draft: Draft) -> tuple[Region, ...]:
    """The corners that the one figure of a draft visits; nothing when there are several figures or one corner."""
    told = " ".join(dict.fromkeys(sentence.text for sentence in draft.sentences))
    stops = corners(told)
    figures = {name for sentence in draft.sentences for name in sentence.present}
    return stops if len(stops) > 1 and len(figures) == 1 else ()


def one_shot(reading: Reading, sentences: Sequence[Sentence]) -> bool:
    """Whether a short text describes a single shot: it speaks of its halves, its corners, or looks from above."""
    told = " ".join(sentence.text for sentence in sentences)
    if reading.speeches or len(told.split()) > PROMPT_WORDS or len({s.place for s in sentences if s.place}) > 1:
        return False
    halves = any(item.start > 0 or item.end < 1 for sentence in sentences for item in sentence.appearances)
    above = any(sentence.camera.angle == "top-down" for sentence in sentences)
    return halves or above or len(corners(told)) > 1
