"""Owns slips of the keyboard: what is no English becomes the nearest word of the grammar or of the film.

Quoted words, names of files, and what comes after "call" or "rename" stay. Does not know: rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from planners import Plan, is_word

_KEPT = re.compile(r"[\"“][^\"”]*[\"”]|\S*\.\w{2,4}\b|\S*[/\\:]\S*")
_NAMING = re.compile(r"\b(?:call|name|rename|title)", re.IGNORECASE)
VERBS = (
    "remove",
    "delete",
    "split",
    "merge",
    "move",
    "swap",
    "make",
    "change",
    "rename",
    "undo",
    "redo",
    "render",
    "show",
    "add",
    "cut",
    "dissolve",
    "insert",
    "shorten",
    "extend",
    "export",
    "replace",
    "duplicate",
    "copy",
    "trim",
    "stop",
)
_LONG = 8
"""Words of so many letters may have two slips."""


def mended(text: str, plan: Plan, known: Iterable[str]) -> str:
    """The line without slips.

    Args:
        text: What was typed.
        plan: The film, for its names.
        known: Words of the grammar.
    """
    if _NAMING.search(text):
        return text
    words = tuple(sorted({*known, *_names(plan)}))
    kept = [found.span() for found in _KEPT.finditer(text)]

    def right(match: re.Match[str]) -> str:
        word = match.group()
        inside = any(low <= match.start() < high for low, high in kept)
        if inside or (word[0].isupper() and match.start()):
            return word
        return nearest(word.lower(), words) or word

    return re.sub(r"(?<![\w'])[A-Za-z]{3,}(?![\w'])", right, text)


def first_verb(text: str, verbs: Iterable[str]) -> str | None:
    """The line with its first word as the verb that is one slip away: "spilt shot 7", which is English but no wish."""
    first, _, rest = text.partition(" ")
    choices = [verb for verb in verbs if OSA.distance(first.lower(), verb) == 1]
    return f"{choices[0]} {rest}" if len(choices) == 1 and rest and len(first) > 3 else None


@lru_cache(maxsize=2048)
def nearest(word: str, words: tuple[str, ...]) -> str | None:
    """The word that was meant; None when it is English, known, or near to nothing."""
    if word in words or is_word(word):
        return None
    most = 2 if len(word) >= _LONG else 1
    found = process.extract(word, words, scorer=OSA.distance, score_cutoff=most, limit=4)
    near = [name for name, distance, _ in found if _likely(word, name) and distance == found[0][1]]
    return near[0] if len(near) == 1 or (near and sorted(near[0]) == sorted(word)) else None


def _likely(word: str, name: str) -> bool:
    """Short words are only mended where letters changed places or one is doubled or missing."""
    return len(word) > 4 or sorted(word) == sorted(name) or (len(word) > 3 and len(word) != len(name))


def _names(plan: Plan) -> Iterator[str]:
    for entity in plan.entities.values():
        yield from re.findall(r"[a-z]{3,}", f"{entity.name} {entity.attributes.noun}".lower())
