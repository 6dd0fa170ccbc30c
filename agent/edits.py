"""Owns edits of a plan: one line of plain words -> a typed change -> a new plan. Pure; nothing is made here.

It understands a small documented set of sentences; what it does not understand is an error that lists them.
Does not know: run folders, rendering, conversations.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pydantic import BaseModel, ConfigDict

from planners import Plan, PlanError, Scene, Shot

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


class Edit(BaseModel):
    """One typed change of one shot."""

    model_config = ConfigDict(frozen=True)

    shot: str
    weather: str | None = None
    time: str | None = None
    seconds: float | None = None
    """Added to its length; negative makes it shorter."""
    camera: dict[str, str] = {}
    remove: bool = False


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
        edits.append(Edit(shot=shot.id, **found))
    if not edits:
        raise PlanError(f"no shot is named in {text!r}; understood are: {UNDERSTOOD}")
    return tuple(edits)


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


def apply_edits(plan: Plan, edits: Sequence[Edit]) -> Plan:
    """The plan with all edits, in order; other shots stay as they are.

    Raises:
        PlanError: the last shot would be removed.
    """
    for edit in edits:
        plan = _applied(plan, edit)
    return plan


def _applied(plan: Plan, edit: Edit) -> Plan:
    shot = plan.shot(edit.shot)
    if edit.remove:
        return _without(plan, shot)
    update: dict[str, Any] = {}
    if edit.camera:
        update["camera"] = shot.camera.model_copy(update={**edit.camera, "start": None, "end": None})
    if edit.seconds is not None:
        spoken = max((line.start + line.frames for line in shot.lines), default=0)
        update["frames"] = max(shot.frames + round(edit.seconds * plan.fps), spoken + 2, plan.fps // 2)
    shots = tuple(item.model_copy(update=update) if item.id == shot.id else item for item in plan.shots)
    plan = plan.model_copy(update={"shots": shots})
    light = {key: value for key, value in (("weather", edit.weather), ("time", edit.time)) if value is not None}
    return _relit(plan, shot.id, light) if light else plan


def _relit(plan: Plan, shot_id: str, light: Mapping[str, str]) -> Plan:
    """The shot in a scene of its own, with other light; the scene it leaves keeps its other shots."""
    old = plan.scene_of(plan.shot(shot_id))
    others = tuple(name for name in old.shots if name != shot_id)
    if not others:
        scenes = tuple(s.model_copy(update=dict(light)) if s.id == old.id else s for s in plan.scenes)
        return plan.model_copy(update={"scenes": scenes})
    new = old.model_copy(update={**light, "id": _free_id(plan, old), "shots": (shot_id,)})
    at = [scene.id for scene in plan.scenes].index(old.id)
    kept = old.model_copy(update={"shots": others})
    scenes = (*plan.scenes[:at], kept, new, *plan.scenes[at + 1 :])
    shots = tuple(s.model_copy(update={"scene": new.id}) if s.id == shot_id else s for s in plan.shots)
    return plan.model_copy(update={"scenes": scenes, "shots": shots})


def _free_id(plan: Plan, scene: Scene) -> str:
    taken = {item.id for item in plan.scenes}
    return next(name for letter in "bcdefghijklmnopqrstuvwxyz" if (name := f"{scene.id}{letter}") not in taken)


def _without(plan: Plan, shot: Shot) -> Plan:
    if len(plan.shots) == 1:
        raise PlanError("the last shot cannot be removed: a film has at least one")
    scenes = tuple(
        scene.model_copy(update={"shots": tuple(name for name in scene.shots if name != shot.id)})
        for scene in plan.scenes
    )
    events = {beat.event for beat in shot.beats}
    return plan.model_copy(
        update={
            "shots": tuple(item for item in plan.shots if item.id != shot.id),
            "scenes": tuple(scene for scene in scenes if scene.shots),
            "groups": {
                name: kept for name, shots in plan.groups.items() if (kept := tuple(s for s in shots if s != shot.id))
            },
            "events": {name: words for name, words in plan.events.items() if name not in events},
        }
    )
