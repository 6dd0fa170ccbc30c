"""Owns reading edits: one line of plain words -> typed edits. Pure.

It understands a small documented set of sentences; what it does not understand is an error that lists them.
Does not know: how edits are carried out, run folders, conversations.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from agent.edits.types import Edit, RemoveShots, Retime, SetCamera, SetLight
from planners import Plan, PlanError, Shot

WEATHER: Mapping[str, str] = {
    "rainy": "rain", "raining": "rain", "rain": "rain", "snowy": "snow", "snowing": "snow", "snow": "snow",
    "stormy": "storm", "storm": "storm", "foggy": "fog", "fog": "fog", "misty": "fog", "windy": "wind", "wind": "wind",
    "sunny": "clear", "clear": "clear", "dry": "clear", "cloudy": "cloudy",
}  # fmt: skip
TIMES: Mapping[str, str] = {
    "night": "night", "midnight": "night", "day": "day", "daytime": "day", "noon": "day", "morning": "dawn",
    "dawn": "dawn", "dusk": "dusk", "evening": "dusk", "sunset": "dusk",
}  # fmt: skip
FRAMINGS = (
    "extreme close-up", "medium close-up", "close-up", "extreme wide", "medium wide", "medium", "wide", "full",
)  # fmt: skip
MOVES: Mapping[str, str] = {
    "zoom in": "zoom in", "push in": "zoom in", "zoom out": "zoom out", "pull back": "zoom out", "pan left": "left",
    "pan right": "right", "tilt up": "up", "tilt down": "down", "hold still": "static", "static": "static",
}  # fmt: skip
NUMBERS: Mapping[str, float] = {
    "half a": 0.5, "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10,
}  # fmt: skip
UNDERSTOOD = (
    "make shot 3 rainy; make shot 3 two seconds longer; shot 2 at night; shot 4 as a close-up; zoom in on shot 5; "
    "remove shot 6 (several in one sentence, joined by `and`)"
)


def read_edits(text: str, plan: Plan) -> tuple[Edit, ...]:
    """The edits that a line of words asks for.

    Raises:
        PlanError: no shot or no change was recognised; says what is understood.
    """
    edits: list[Edit] = []
    parts = re.split(r"(?=\bshots?\s+\d+)", text.lower())
    lead = parts[0] if parts and not parts[0].lstrip().startswith("shot") else ""
    for part in parts:
        number = re.match(r"shots?\s+(\d+)", part)
        if number is None:
            continue
        shot = _shot(int(number.group(1)), plan)
        words = f"{lead} {part[number.end() :]}"
        found = {key: value for read in READERS for key, value in read(words).items()}
        if not found:
            raise PlanError(f"nothing to change was found in {text!r}; understood are: {UNDERSTOOD}")
        edits += _typed(shot.id, found)
    if not edits:
        raise PlanError(f"no shot is named in {text!r}; understood are: {UNDERSTOOD}")
    return tuple(edits)


def _typed(shot: str, found: Mapping[str, Any]) -> list[Edit]:
    """The edits of one shot."""
    if "remove" in found:
        return [RemoveShots(shots=(shot,))]
    light = {key: found[key] for key in ("weather", "time") if key in found}
    edits: list[Edit] = []
    if "camera" in found:
        edits.append(SetCamera(shots=(shot,), **found["camera"]))
    if "seconds" in found:
        edits.append(Retime(shots=(shot,), by=found["seconds"]))
    if light:
        edits.append(SetLight(shots=(shot,), **light))
    return edits


def _shot(number: int, plan: Plan) -> Shot:
    if not 1 <= number <= len(plan.shots):
        raise PlanError(f"there is no shot {number}; the film has shots 1 to {len(plan.shots)}")
    return plan.shots[number - 1]


def _weather(words: str) -> dict[str, Any]:
    return _first(words, WEATHER, "weather")


def _time(words: str) -> dict[str, Any]:
    return _first(words, TIMES, "time")


def _first(words: str, table: Mapping[str, str], key: str) -> dict[str, Any]:
    for word in re.findall(r"[a-z]+", words):
        if word in table:
            return {key: table[word]}
    return {}


def _seconds(words: str) -> dict[str, Any]:
    match = re.search(r"(\d+(?:\.\d+)?|" + "|".join(NUMBERS) + r")\s+seconds?\s+(longer|shorter)", words)
    if match is None:
        return {}
    amount = NUMBERS[match.group(1)] if match.group(1) in NUMBERS else float(match.group(1))
    return {"seconds": amount if match.group(2) == "longer" else -amount}


def _camera(words: str) -> dict[str, Any]:
    camera: dict[str, str] = {}
    framing = next((name for name in FRAMINGS if re.search(rf"\b{name.replace('-', '[ -]')}\b", words)), None)
    if framing is not None:
        camera["framing"] = framing
    move = next((MOVES[name] for name in MOVES if name in words), None)
    if move is not None:
        camera["move"] = move
    return {"camera": camera} if camera else {}


def _remove(words: str) -> dict[str, Any]:
    return {"remove": True} if re.search(r"\b(remove|delete|drop|cut out)\b", words) else {}


READERS: Sequence[Callable[[str], dict[str, Any]]] = (_weather, _time, _seconds, _camera, _remove)
