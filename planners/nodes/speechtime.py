"""Owns how long words take to say. Does not know: voices, engines."""

from __future__ import annotations

import re
import unicodedata

LETTERS_PER_SECOND = 14.0
"""Measured on the offline voice: 13.7 to 17 letters a second in sentences; the slow end, so that lines fit."""
WIDE_PER_SECOND = 4.5
"""Chinese, Japanese and Korean characters."""


def speech_seconds(text: str) -> float:
    """Seconds that the narrator or a character takes to say `text`, pauses included."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    stops = len(re.findall(r"[.!?…;:—。！？]+", text))
    return 0.35 + (len(text) - wide) / LETTERS_PER_SECOND + wide / WIDE_PER_SECOND + 0.22 * max(stops - 1, 0)
