"""Owns which version of a film words mean: "version 3", "yesterday's cut", "an hour ago", "before I made it rain".

Pure: the time is given. Does not know: where versions are kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, time, timedelta
from typing import Protocol

from rapidfuzz import fuzz

from planners import PlanError

ALIKE = 60.0
"""From so many of 100 points on, words are taken for those of a version."""
_NUMBERS: Mapping[str, int] = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "ten": 10}
_UNITS: Mapping[str, str] = {"minute": "minutes", "hour": "hours", "day": "days", "week": "weeks"}
_HOURS: Mapping[str, Callable[[datetime], datetime]] = {
    "yesterday": lambda now: datetime.combine(now.date(), time(), now.tzinfo),
    "last night": lambda now: datetime.combine(now.date(), time(5), now.tzinfo),
    "this morning": lambda now: min(now, datetime.combine(now.date(), time(12), now.tzinfo)),
}
"""Until when what is meant was made: what was there when yesterday ended, this night's end, this morning's."""


class Told(Protocol):
    """What is needed of a version."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def number(self) -> int:
        """From 0."""

    @property
    def words(self) -> str:
        """What made it."""

    @property
    def made(self) -> datetime:
        """When."""


def version_of(words: str, versions: Sequence[Told], now: datetime) -> str:
    """Id of the version that some words mean.

    Args:
        words: A number, a time that is past, or what was said ("before I made it rain").
        versions: Of the film, oldest first.
        now: With its time zone.

    Raises:
        PlanError: none is meant.
    """
    if not versions:
        raise PlanError("nothing was changed yet")
    text = re.sub(r"(?:'s)?(?:\s+(?:cut|version|film|state|plan))?$", "", words.lower().strip())
    for find in (_numbered, _first, _before, _past):
        found = find(text, versions, now)
        if found is not None:
            return found
    raise PlanError(f"no version is meant by {words!r}; `history` lists them with their numbers")


def _numbered(text: str, versions: Sequence[Told], now: datetime) -> str | None:
    match = re.search(r"(?:version|number|#)\s*(\d+)$", text)
    if match is None:
        return None
    for version in versions:
        if version.number == int(match.group(1)):
            return version.id
    raise PlanError(f"there is no version {match.group(1)}; the film has 0 to {versions[-1].number}")


def _first(text: str, versions: Sequence[Told], now: datetime) -> str | None:
    return versions[0].id if re.search(r"\b(?:first|original|beginning|start)\b", text) else None


def _before(text: str, versions: Sequence[Told], now: datetime) -> str | None:
    match = re.search(r"\bbefore (?:i |we |the |you )?(.+)$", text)
    if match is None:
        return None
    scores = [(fuzz.token_set_ratio(match.group(1), item.words.lower()), item.number) for item in versions[1:]]
    best = max(scores, default=(0.0, 0))
    if best[0] < ALIKE:
        raise PlanError(f"nothing that was said is like {match.group(1)!r}; `history` lists what was")
    at = next(index for index, item in enumerate(versions) if item.number == best[1])
    return versions[at - 1].id


def _past(text: str, versions: Sequence[Told], now: datetime) -> str | None:
    until = _until(text, now)
    if until is None:
        return None
    earlier = [item for item in versions if item.made <= until]
    if not earlier:
        raise PlanError(f"the film is younger than that: its first version is of {versions[0].made:%d %B, %H:%M}")
    return earlier[-1].id


def _until(text: str, now: datetime) -> datetime | None:
    for name, moment in _HOURS.items():
        if name in text:
            return moment(now)
    match = re.search(r"(\d+|a|an|one|two|three|four|five|ten) (minute|hour|day|week)s? ago", text)
    if match is None:
        return None
    count = int(match.group(1)) if match.group(1).isdigit() else _NUMBERS[match.group(1)]
    return now - timedelta(**{_UNITS[match.group(2)]: count})
