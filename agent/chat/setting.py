"""Owns the rules about how shots look: light, weather, mood, place, style, framing, camera moves, transitions, pace.

A line may ask for several of them at once. Does not know: what happens in shots, who is in them, commands.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from agent.chat.bag import bag_of, meaning, stepped
from agent.chat.rule import Build, Heard, Meaning
from agent.chat.telling import before
from agent.chat.values import (
    FRAMINGS,
    MOVES,
    SPEEDS,
    TIMES,
    TRANSITIONS,
    WEATHER,
    first_of,
)
from agent.edits import (
    Edit,
    Retime,
    SetCamera,
    SetFilm,
    SetLight,
    SetPlace,
    SetStyle,
    SetTransition,
)


def _properties(heard: Heard) -> Meaning:
    """Whatever the line has of light, camera, lengths and plain deeds, in any order, if nothing else is in it."""
    return meaning(bag_of(heard.match.string, heard.plan, heard.spoken))


def _place(heard: Heard) -> Meaning:
    words = re.sub(r"^(?:the|a|an)\s+", "", heard.text("place").lower())
    if (
        words in TIMES
        or words in WEATHER
        or re.search(r"^\d|n't\b|\bshots?\b|\bseconds?\b|\b(?:needed|long|longer|each)$", words)
        or re.fullmatch(r"(?:very )?(?:start|beginning|end|front|back|top|shots? \d+)", words)
    ):
        return None
    known = heard.known("place", "place")
    return [SetPlace(shots=heard.shots(), place=known.name if known else words)]


def _style(heard: Heard) -> Meaning:
    words = heard.text("style").lower()
    if any(first_of(table, words) == value for table in (TIMES, WEATHER) for value in table.values()):
        return None
    return [SetStyle(style=heard.text("style").lower())]


def _focus(heard: Heard) -> Meaning:
    who = heard.entity("who")
    words = heard.match.string.lower()
    shots = heard.shots()
    edits: dict[str, object] = {"shots": shots, "focus": who.id}
    if (framing := first_of(FRAMINGS, words)) is not None:
        edits["framing"] = framing
    elif "face" in words:
        edits["framing"] = "close-up"
    elif re.search(r"close[rs]?\b|tight|near", words):
        edits["framing"] = stepped(heard.plan, shots[0], 1)
    if (move := first_of(MOVES, words)) is not None:
        edits["move"] = move
        if (speed := first_of(SPEEDS, words)) is not None:
            edits["speed"] = speed
    return [SetCamera.model_validate(edits)]


def _nearer(heard: Heard) -> Meaning:
    words = heard.match.string.lower()
    by = 1 if re.search(r"clos|tight|near|bigger", words) else -1
    by *= 2 if re.search(r"much|a lot|way", words) else 1
    return [
        SetCamera.model_validate({"shots": (shot,), "framing": stepped(heard.plan, shot, by)}) for shot in heard.shots()
    ]


def _transition(heard: Heard) -> Meaning:
    kind = first_of(TRANSITIONS, heard.match.string.lower())
    if kind is None:
        return None
    shots = heard.shots()
    side = heard.text("side").lower()
    if side in ("into", "to", "before") and not heard.has("shots2"):
        left = before(heard.plan, shots[0])
        if left is None:
            return None
        shots = (left,)
    elif (side in ("between", "from", "out of") and len(shots) > 1) or len(shots) == len(heard.plan.shots):
        shots = shots[:-1]
    return [SetTransition.model_validate({"shots": shots, "kind": kind})]


def _all_transitions(heard: Heard) -> Meaning:
    kind = first_of(TRANSITIONS, heard.text("kind").lower())
    shots = tuple(shot.id for shot in heard.plan.shots[:-1])
    return [SetTransition.model_validate({"shots": shots, "kind": kind})] if kind and shots else None


def _film(**values: bool | str) -> Build:
    return lambda heard: [SetFilm.model_validate(values)]


def _title(heard: Heard) -> Meaning:
    return [SetFilm(title=heard.text("quote") or heard.text("title"))]


_PACE: Mapping[str, float] = {"faster": 0.8, "quicker": 0.8, "snappier": 0.75, "slower": 1.25, "more slowly": 1.25}


def _pace(heard: Heard) -> Meaning:
    factor = next(value for word, value in _PACE.items() if word in heard.match.string.lower())
    shots = heard.shots() if heard.has("shots") else tuple(shot.id for shot in heard.plan.shots)
    return [Retime(shots=shots, factor=factor)]


def _dramatic(heard: Heard) -> Meaning:
    """Drama by the means of film: tension in the music and light, low and close, a slow push in."""
    shots = heard.shots() if heard.has("shots") else heard.shots("shots2") if heard.has("shots2") else ()
    if not shots and heard.spoken.shot is not None:
        shots = (heard.spoken.shot,)
    shots = shots or tuple(shot.id for shot in heard.plan.shots)
    edits: list[Edit] = [
        SetCamera.model_validate(
            {
                "shots": (shot,),
                "framing": stepped(heard.plan, shot, 1),
                "angle": "low",
                "move": "zoom in",
                "speed": "slow",
            }
        )
        for shot in shots
    ]
    return [*edits, SetLight(shots=shots, mood="tense")]


def _nearer_in(heard: Heard) -> Meaning:
    if heard.has("shots2"):
        words = heard.match.string.lower()
        by = 1 if re.search(r"closer|tighter|nearer", words) else -1
        return [
            SetCamera.model_validate({"shots": (shot,), "framing": stepped(heard.plan, shot, by)})
            for shot in heard.shots("shots2")
        ]
    return _nearer(heard)


MEANINGS: Mapping[str, Build] = {
    "dramatic": _dramatic, "title": _title, "no_music": _film(music=False), "add_music": _film(music=True),
    "no_narration": _film(narration=False), "no_subtitles": _film(subtitles="off"),
    "burn_subtitles": _film(subtitles="burn"), "transition": _transition, "all_transitions": _all_transitions,
    "style": _style, "focus": _focus, "nearer_in": _nearer_in, "pace": _pace, "place": _place,
    "properties": _properties,
}  # fmt: skip
"""Name in the grammar -> function."""
