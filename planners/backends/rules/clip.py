"""Owns short texts that describe one clip: a journey over named parts of the frame, when something is seen, from where.

A reading of one to three sentences about one picture is gathered into one sentence with one movement per mover.
Does not know: parses; it works on the reading and its words.
"""

from __future__ import annotations

import re
from typing import cast

from planners.backends.rules import in_turn, motion
from planners.backends.rules.wording import plainer
from planners.plan import Action
from planners.reading import Appearance, Event, Motion, Reading, Region, Sentence

MOST_SENTENCES, MOST_WORDS = 3, 60

_CORNER = re.compile(r"\b(?:(upper|top|lower|bottom)[ -](left|right)|(left|right)[ -](upper|top|lower|bottom))\b")
_FRAME = r"(?! of (?!the (?:frame|screen|scene|video|image|picture|shot|view|clip)))"
_SIDES = re.compile(
    r"\b(left|right|top|bottom)(?:[ -]hand)?(?: (?:side|edge|half|end))?(?: of the \w+)?[ -]to[ -](?:the )?(?:far )?"
    rf"(left|right|top|bottom)\b(?: (?:side|edge|half|end))?{_FRAME}"
)
_TO_AND_FRO: tuple[tuple[re.Pattern[str], tuple[Region, ...]], ...] = (
    (re.compile(r"\b(?:back and forth|to and fro|from side to side)\b"), ("left", "right", "left", "right")),
    (re.compile(r"\bup and down(?! the| a)\b"), ("bottom", "top", "bottom", "top")),
)
_TOWARD = re.compile(rf"\b(?:to|towards?) (?:the|its|their) (left|right)\b(?: (?:side|edge|half))?{_FRAME}")
_OVERHEAD = re.compile(
    r"\b(?:from (?:directly |high )?above|from the top|top[ -]?down|overhead|bird'?s[ -]eye|bird’s[ -]eye)\b"
)
_VIDEO = re.compile(r"\b(?:video|clip|footage|half|third) ?(?:of the (?:video|clip|film|shot|scene))?\b")
_PASSED = r"\b(?:past|passing|passes|passed|by)(?: \w+){0,3} "
_MOVING: tuple[tuple[str, str, str], ...] = (
    (r"fl(?:y|ies|ying|ew)|soar\w*|glid\w*", "fly", "fly"),
    (r"swim\w*|swam", "swim", "swim"),
    (r"r[ua]n(?:s|ning)?|gallop\w*|rac(?:es|ing|ed)|dash\w*|rush\w*|trot\w*|sprint\w*|chas\w*|scurr\w*", "run", "run"),
    (r"roll\w*|slid\w*|skid\w*", "roll", "roll"),
    (r"dr(?:ive|ives|iving|ove)|speed\w*", "drive", "drive"),
    (r"sail\w*|row(?:s|ing|ed)|drift\w*|float\w*", "float", "float"),
    (r"crawl\w*|creep\w*|slither\w*", "crawl", "crawl"),
    (r"jump\w*|leap\w*|hop(?:s|ping|ped)?|bounc\w*", "jump", "jump"),
    (
        r"walk\w*|mov(?:e|es|ing|ed)|go(?:es|ing)?|went|travel\w*|head(?:s|ing|ed)|cross\w*|march\w*|wander\w*",
        "walk",
        "walk",
    ),
)  # fmt: skip
"""(words, action, manner); the last row moves in whatever way the mover has."""


def gathered(reading: Reading) -> Reading:
    """A short description of one clip with its journey, times and view made whole; other readings as they are."""
    words = sum(len(sentence.text.split()) for sentence in reading.sentences)
    if reading.speeches or not 1 <= len(reading.sentences) <= MOST_SENTENCES or words > MOST_WORDS:
        return reading
    low = " ".join(plainer(sentence.text) for sentence in reading.sentences).lower()
    reading = _overhead(reading, low)
    stops = _stops(reading, low)
    travelled = _travelled(reading, low, stops)
    timed = in_turn.arrivals(_timed(travelled, low), low)
    return _one_sentence(timed) if len(stops) > 1 or _VIDEO.search(low) else timed


def _overhead(reading: Reading, low: str) -> Reading:
    if not _OVERHEAD.search(low):
        return reading
    sentences = tuple(
        s.model_copy(update={"camera": s.camera.model_copy(update={"angle": "top-down"})}) for s in reading.sentences
    )
    return reading.model_copy(update={"sentences": sentences})


def _stops(reading: Reading, low: str) -> tuple[Region, ...]:
    """The parts of the frame that one mover visits, in order."""
    if not any(re.search(rf"\b(?:{words})\b", low) for words, _, _ in _MOVING):
        return ()
    if to_and_fro := next((stops for words, stops in _TO_AND_FRO if words.search(low)), None):
        return to_and_fro
    corners = list(_CORNER.finditer(low))
    if len(corners) > 1 and not _named_between(reading, low, corners[0].end(), corners[-1].start()):
        found = [_corner(match) for match in corners]
        return tuple(region for k, region in enumerate(found) if k == 0 or region != found[k - 1])
    sides = _SIDES.search(low)
    if sides and sides.group(1) != sides.group(2):
        return (cast("Region", sides.group(1)), cast("Region", sides.group(2)))
    return ()


def _corner(match: re.Match[str]) -> Region:
    vertical, horizontal = match.group(1) or match.group(4), match.group(2) or match.group(3)
    return cast("Region", f"{'upper' if vertical in ('upper', 'top') else 'lower'} {horizontal}")


def _things(reading: Reading) -> list[str]:
    return list(dict.fromkeys(name for sentence in reading.sentences for name in sentence.present))


def _spots(reading: Reading, low: str, name: str) -> list[int]:
    noun = reading.entities[name].attributes.noun or reading.entities[name].name.lower()
    return [match.start() for match in re.finditer(rf"\b{re.escape(noun)}", low)]


def _named_between(reading: Reading, low: str, start: int, end: int) -> bool:
    """Whether the words between two stops speak of something else that is not merely passed."""
    spots = {name: [at for at in _spots(reading, low, name) if start <= at < end] for name in _things(reading)}
    return sum(bool(at and not _is_passed(low, at[0])) for at in spots.values()) > 1 or any(
        at and not _is_passed(low, at[0]) and not any(s < start for s in _spots(reading, low, name))
        for name, at in spots.items()
    )


def _is_passed(low: str, at: int) -> bool:
    return bool(re.search(rf"{_PASSED}$", low[max(0, at - 40) : at]))


def _mover(reading: Reading, low: str, before: int) -> str | None:
    """Who makes the journey: who moves already, else the last thing named before its first stop."""
    things = _things(reading)
    moving = [name for event in reading.events if event.motion for name in event.agents if name in things]
    if moving:
        return moving[0]
    named = [(at, name) for name in things for at in _spots(reading, low, name) if not _is_passed(low, at)]
    ahead = [pair for pair in named if pair[0] < before] or named
    return max(ahead)[1] if ahead else None


def _travelled(reading: Reading, low: str, stops: tuple[Region, ...]) -> Reading:
    """With one event for the whole journey of its mover."""
    toward = None if stops else _TOWARD.search(low)
    if not stops and toward is None:
        return reading
    if toward is not None and any(event.motion for event in reading.events):
        return reading
    first = min((m.start() for m in (_CORNER.search(low), _SIDES.search(low), toward) if m), default=len(low))
    mover = _mover(reading, low, first)
    if mover is None:
        return reading
    others = [name for name in _things(reading) if name != mover]
    past = next((name for name in others if any(_is_passed(low, at) for at in _spots(reading, low, name))), None)
    way: dict[str, object] = (
        {"start": stops[0], "way": stops[1:-1], "end": stops[-1], "direction": None}
        if stops
        else {"direction": cast("re.Match[str]", toward).group(1)}
    )
    return _with_journey(reading, low, mover, {**way, "past": past} if past else way)


def _with_journey(reading: Reading, low: str, mover: str, way: dict[str, object]) -> Reading:
    own = [e for e in reading.events if mover in e.agents and (e.motion or e.action in ("stand", "walk"))]
    base = next((e for e in own if e.motion and e.action not in ("stand", "look")), None)
    action, manner, verb = _manner(reading, low, mover)
    if base is None:
        number = 1 + len(reading.events)
        sentence = next((s for s in reading.sentences if mover in s.present), reading.sentences[0])
        base = own[0] if own else Event(
            id=f"e{number}", sentence=sentence.index, text=sentence.text, verb=verb, action=cast("Action", action),
            agents=(mover,),
        )  # fmt: skip
        base = base.model_copy(update={"action": action, "motion": Motion(manner=manner)})
    moving = cast("Motion", base.motion)
    journey = base.model_copy(update={"motion": moving.model_copy(update=way), "text": base.text})
    rest = [e for e in reading.events if e not in own and not (not e.agents and e.action == "look")]
    at = next((k for k, e in enumerate(rest) if e.sentence > journey.sentence), len(rest))
    relations = {
        s.index: tuple(r for r in s.relations if not (r[0] == mover and r[1] in ("left of", "right of")))
        for s in reading.sentences
    }
    sentences = tuple(
        s.model_copy(
            update={"relations": relations[s.index], "appearances": tuple(_unplaced(a, mover) for a in s.appearances)}
        )
        for s in reading.sentences
    )
    return reading.model_copy(update={"events": (*rest[:at], journey, *rest[at:]), "sentences": sentences})


def _unplaced(appearance: Appearance, mover: str) -> Appearance:
    return appearance.model_copy(update={"region": None}) if appearance.entity == mover else appearance


def _manner(reading: Reading, low: str, mover: str) -> tuple[str, str, str]:
    """(action, manner, verb) of how the mover gets on."""
    rows = [(action, manner) for words, action, manner in _MOVING if re.search(rf"\b(?:{words})\b", low)]
    action, manner = rows[0] if rows else ("walk", "walk")
    if action != "walk":
        return action, manner, action
    if reading.entities[mover].kind == "character":
        return "walk", "walk", "move"
    return "roll", "roll", "move"


def _timed(reading: Reading, low: str) -> Reading:
    """With the part of the clip in which its only thing is seen."""
    things = _things(reading)
    said = any(a.start > 0 or a.end < 1 for s in reading.sentences for a in s.appearances)
    part = motion.share(low)
    if said or part is None or len(things) != 1:
        return reading
    sentences = tuple(
        s.model_copy(update={"appearances": (Appearance(entity=things[0], start=part[0], end=part[1]),)})
        if things[0] in s.present
        else s
        for s in reading.sentences
    )
    return reading.model_copy(update={"sentences": sentences})


def _one_sentence(reading: Reading) -> Reading:
    """All sentences as one, so that they become one shot."""
    rows = reading.sentences
    if len(rows) == 1:
        return reading
    telling = next((s for s in rows if s.present), rows[0])
    whole = Sentence(
        index=0,
        text=" ".join(s.text for s in rows),
        narration=" ".join(s.narration for s in rows if s.narration),
        place=next((s.place for s in rows if s.place), None),
        time=next((s.time for s in rows if s.time), None),
        weather=next((s.weather for s in rows if s.weather), None),
        mood=telling.mood,
        present=tuple(_things(reading)),
        appearances=tuple(a for s in rows for a in s.appearances),
        relations=tuple(r for s in rows for r in s.relations),
        camera=next((s.camera for s in rows if s.camera.model_dump(exclude_none=True)), telling.camera),
        stages={name: stage for s in rows for name, stage in s.stages.items()},
    )
    events = tuple(event.model_copy(update={"sentence": 0}) for event in reading.events)
    return reading.model_copy(update={"sentences": (whole,), "events": events})
