"""Owns the capitals of screenplays: names, sounds and props in CAPITALS become words that a parser knows.

Does not know: what the words mean.
"""

from __future__ import annotations

import re
from collections.abc import Collection

_CAPITALS = re.compile(r"\b[A-Z][A-Z'’]+(?:-[A-Z'’]+)*\b(?:[ ](?:[A-Z][A-Z'’]+|[A-Z]\.)(?![a-z]))*")
_KEPT = frozenset(
    ["I", "A", "TV", "UFO", "DNA", "FBI", "NASA", "USA", "UK", "OK", "DJ", "CD", "DVD", "VIP", "AM", "PM"]
)
SHARE = 0.5
"""A text with a larger share of letters in capitals is left as it is written."""


def softened(text: str, names: Collection[str]) -> str:
    """The text with its CAPITALS in the usual spelling.

    Args:
        text: A paragraph of action.
        names: Names of the characters, in any case: they keep a capital letter; other words have one only where a
            sentence begins, or where two capitalised words together look like a full name.
    """
    letters = [letter for letter in text if letter.isalpha()]
    if not letters or sum(letter.isupper() for letter in letters) > SHARE * len(letters) > 12:
        return text
    known = {part for name in names for part in name.lower().replace("_", " ").split()}

    def spelled(match: re.Match[str]) -> str:
        words = match.group().split(" ")
        if all(word in _KEPT for word in words):
            return match.group()
        article = re.search(r"(?i)\b(?:the|an?|his|her|their|its|two|three|some|this|that)\s+$", text[: match.start()])
        full_name = len(words) > 1 and not article and re.match(r"\s*[,(]", text[match.end() :])
        begins = not text[: match.start()].strip() or re.search(r"[.!?…:]['\"”’)]*\s+$", text[: match.start()])
        out = [_word(word, name=(word.lower() in known and not article) or bool(full_name)) for word in words]
        return " ".join([out[0][:1].upper() + out[0][1:] if begins else out[0], *out[1:]])

    return _CAPITALS.sub(spelled, text)


def _word(word: str, *, name: bool) -> str:
    if word in _KEPT:
        return word
    return word[:1] + word[1:].lower() if name else word.lower()
