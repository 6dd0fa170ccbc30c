"""Owns wishes of one text that cannot all be met: a still camera that pans, two counts of the same thing.

Does not know: parses; which wish wins is decided elsewhere, here it is only named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planners.backends.rules import beings
from planners.plan import Note
from planners.reading import Reading

_STILL = re.compile(
    r"\b(?:static|locked(?:[ -]off)?|fixed|stationary|motionless|still) (?:camera|shot|frame|view)\b|"
    r"\bcamera (?:is |stays? |remains? |keeps? )?(?:perfectly |completely )?(?:static|still|fixed|locked|motionless)\b|"
    r"\bno camera move\w*\b|\bcamera (?:does not|doesn't|never) moves?\b"
)
_MOVES = re.compile(
    r"\b(?:pans?|panning|tilts?|tilting|zooms?|zooming|doll(?:y|ies|ying)|tracks|tracking|orbits|orbiting|pushes|pulls)"
    r" (?:\w+ly )?(?:to the )?(?:left|right|up|down|in|out|back|around|across|along|forward|toward|after|with)\b"
)
_ABOVE = re.compile(r"\b(?:top[ -]down|bird'?s[ -]eye|from (?:directly )?(?:above|overhead)|overhead (?:shot|view))\b")
_BELOW = re.compile(r"\b(?:low[ -]angle|worm'?s[ -]eye|from below)\b")
_DAY = re.compile(r"\b(?:midday|noon|bright daylight|broad daylight|sunny (?:day|afternoon|morning))\b")
_NIGHT = re.compile(r"\b(?:midnight|at night|by night|moonlit night|starry night)\b")
_PAIRS = (
    (_STILL, _MOVES, "a camera that stays still and one that moves"),
    (_ABOVE, _BELOW, "a view from above and one from below"),
    (_DAY, _NIGHT, "day and night"),
)
_COUNTED = re.compile(
    rf"\b({'|'.join(sorted(k for k, v in beings.NUMBERS.items() if v > 1 and k not in beings.VAGUE_NUMBERS))}|\d+)"
    r" (?:(?!of\b|more\b)[a-z-]+ ){0,2}?([a-z]{3,}s)\b"
)


def contradictions(reading: Reading) -> Iterator[Note]:
    """A note for every pair of wishes of one scene that exclude each other."""
    low = " ".join(sentence.text for sentence in reading.sentences).lower().replace("’", "'")
    for one, other, what in _PAIRS:
        if one.search(low) and other.search(low):
            yield Note(kind="interpreted", where="story", what=f"the text asks for both {what}: one is shown")
    yield from _counts(reading, low)


def _counts(reading: Reading, low: str) -> Iterator[Note]:
    told: dict[str, set[int]] = {}
    for match in _COUNTED.finditer(low):
        word = match.group(1)
        told.setdefault(match.group(2), set()).add(beings.NUMBERS.get(word) or int(word))
    for noun, numbers in told.items():
        if len(numbers) < 2:
            continue
        shown = [e for e in reading.entities.values() if noun.startswith(e.attributes.noun or "?")]
        count = sum(e.count for e in shown)
        both = " and ".join(str(number) for number in sorted(numbers))
        what = f"the text counts {both} {noun}" + (f": {count} are shown" if count else "")
        yield Note(kind="interpreted", where=shown[0].id if shown else "story", what=what)
