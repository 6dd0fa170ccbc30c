"""Owns the edits that tell a shot anew: its pin is written back, changed, and planned again in the same film.

What the edit does not speak of stays: length, transition, seed, the user's own files. Does not know: how shots are
planned, how edits are worded.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from agent.edits.structure import arranged, free_id, number_of, shot_of, with_shot
from agent.edits.types import AddEntity, AddLine, AddShot, ChangeLine, MergeShots, RemoveLine, SetAction, SetPlace
from planners import (
    LinePin,
    Plan,
    PlanError,
    PromptWish,
    Scene,
    Shot,
    ShotPin,
    Transition,
    pin_of,
    planned_pin,
    told_setting,
)

NARRATOR = "narrator"
Kept = tuple[str, ...]
_OWN: Kept = ("transition", "seed", "note")


def add_shot(plan: Plan, edit: AddShot) -> Plan:
    """A new shot, in the scene of the one that it follows unless its words tell another place."""
    at = 0 if edit.after is None else number_of(plan, edit.after) + 1
    near = plan.shots[max(0, at - 1)]
    scene = plan.scene_of(near)
    pin = ShotPin(
        action=edit.text,
        duration=edit.seconds,
        place=plan.entities[scene.place].name,
        time=scene.time,
        weather=scene.weather,
    )
    name = free_id(near.id, {shot.id for shot in plan.shots})
    return _inserted(plan, told_setting(plan, pin, after=at), name, at, near, replaces=0)


def set_action(plan: Plan, edit: SetAction) -> Plan:
    """The same shot with other words; what its characters said goes with the old words."""
    return _told(plan, edit.shot, lambda pin: pin.model_copy(update={"action": edit.text, "lines": (), "camera": None}))


def set_place(plan: Plan, edit: SetPlace) -> Plan:
    """The same words somewhere else."""
    for name in edit.shots:
        plan = _told(plan, name, lambda pin: pin.model_copy(update={"place": edit.place}))
    return plan


def merge_shots(plan: Plan, edit: MergeShots) -> Plan:
    """Both shots' words in one shot as long as both."""
    at = number_of(plan, edit.shot)
    if at + 1 == len(plan.shots):
        raise PlanError(f"{edit.shot} is the last shot: there is none to merge it with")
    a, b = plan.shots[at : at + 2]
    one, two = pin_of(plan, a), pin_of(plan, b)
    pin = one.model_copy(
        update={
            "action": f"{one.action.rstrip()} {two.action.lstrip()}",
            "duration": round((a.frames + b.frames) / plan.fps, 3),
            "lines": (*one.lines, *two.lines),
            "transition": two.transition,
        }
    )
    merged = _inserted(plan, pin, a.id, at, a, replaces=2)
    return with_shot(merged, shot_of(merged, a.id).model_copy(update={"transition": b.transition}))


def add_entity(plan: Plan, edit: AddEntity) -> Plan:
    """Somebody more on stage; what is said stays as it is."""
    known = plan.entities.get(edit.entity or "")
    words = known.name if known else edit.description.strip()
    if not words:
        raise PlanError("say who or what comes into the shot")
    said = words if not known or words[:1].isupper() else f"the {words}"
    for name in edit.shots:
        before = shot_of(plan, name)
        pin = pin_of(plan, before)
        told = pin.model_copy(update={"action": f"{pin.action.rstrip('. ')}. {said[:1].upper()}{said[1:]} is there."})
        plan = _inserted(plan, told, name, number_of(plan, name), before, replaces=1)
        after = shot_of(plan, name)
        if len(after.layout) <= len(before.layout):
            raise PlanError(f"nobody could be seen in {words!r}; name a person, an animal or a thing")
        plan = with_shot(plan, after.model_copy(update={"text": before.text, "lines": before.lines}))
    return plan


def add_line(plan: Plan, edit: AddLine) -> Plan:
    """One line more, after the others of the shot."""
    line = LinePin(speaker=_speaker(plan, edit.speaker), text=edit.text)
    shot = shot_of(plan, edit.shot)
    if shot.lines and (edit.speaker in (None, NARRATOR) or any(track.entity == edit.speaker for track in shot.layout)):
        return _relined(plan, edit.shot, 1, lambda pins, index: [*pins, line])
    return _told(plan, edit.shot, lambda pin: pin.model_copy(update={"lines": (*pin.lines, line), "duration": None}))


def change_line(plan: Plan, edit: ChangeLine) -> Plan:
    """Other words or another speaker."""

    def change(pins: list[LinePin], index: int) -> list[LinePin]:
        update: dict[str, Any] = {"text": edit.text} if edit.text else {}
        if edit.speaker:
            update["speaker"] = _speaker(plan, edit.speaker)
        pins[index] = pins[index].model_copy(update=update)
        return pins

    return _relined(plan, edit.shot, edit.line, change)


def remove_line(plan: Plan, edit: RemoveLine) -> Plan:
    """One line less."""
    return _relined(plan, edit.shot, edit.line, lambda pins, index: pins[:index] + pins[index + 1 :])


def _relined(plan: Plan, name: str, number: int, change: Callable[[list[LinePin], int], list[LinePin]]) -> Plan:
    """The shot with its lines changed, those of the narrator included; only its sound and length follow."""
    shot = shot_of(plan, name)
    if not 1 <= number <= len(shot.lines):
        has = f"{len(shot.lines)} line{'s' if len(shot.lines) != 1 else ''}"
        raise PlanError(f"{name} has no line {number}; it has {has}")
    pins = [
        LinePin(
            speaker=plan.entities[line.speaker].name if line.speaker else NARRATOR,
            text=line.text,
            manner=line.manner,
            off=line.off,
        )
        for line in shot.lines
    ]
    changed = change(pins, number - 1)
    if not changed:
        return with_shot(plan, shot.model_copy(update={"lines": ()}))
    pin = pin_of(plan, shot).model_copy(update={"lines": tuple(changed), "duration": None})
    quiet = plan.model_copy(update={"narration": False})
    told = planned_pin(quiet, pin, shot_id=name, scene_id=shot.scene)
    frames = max(told.shot.frames, max((line.start + line.frames + 2 for line in told.shot.lines), default=0))
    return with_shot(plan, shot.model_copy(update={"lines": told.shot.lines, "frames": frames}))


def _speaker(plan: Plan, speaker: str | None) -> str:
    if speaker in (None, NARRATOR):
        return NARRATOR
    if speaker not in plan.entities:
        raise PlanError(f"nobody is called {speaker!r}; the film has {', '.join(plan.entities)}")
    return plan.entities[speaker].name


def _told(plan: Plan, name: str, change: Callable[[ShotPin], ShotPin]) -> Plan:
    shot = shot_of(plan, name)
    return _inserted(plan, change(pin_of(plan, shot)), name, number_of(plan, name), shot, replaces=1)


def _inserted(plan: Plan, pin: ShotPin, name: str, at: int, like: Shot, *, replaces: int) -> Plan:
    """The plan with a planned pin in place of some shots from `at` on.

    Args:
        plan: The film.
        pin: The shot as an author would write it.
        name: Its id.
        at: Its position.
        like: The shot whose scene it shares, when place and light agree.
        replaces: How many shots it takes the place of.
    """
    scene = plan.scene_of(like)
    taken = {item.id for item in plan.scenes}
    told = planned_pin(plan, pin, shot_id=name, scene_id=free_id(scene.id, taken), after=at, mood=scene.mood)
    same = _light(told.scene) == _light(scene)
    shot = told.shot.model_copy(update={"scene": scene.id if same else told.scene.id})
    if replaces == 1:
        kept = {key: getattr(like, key) for key in _OWN}
        shot = shot.model_copy(update={**kept, "prompt": _still_wished(like.prompt, shot)})
    elif not replaces:
        shot = shot.model_copy(update={"transition": Transition()})
    looks = {track.entity: track.stage for track in like.layout}
    dressed = tuple(track.model_copy(update={"stage": looks.get(track.entity, track.stage)}) for track in shot.layout)
    shot = shot.model_copy(update={"layout": dressed})
    grown = plan.model_copy(
        update={
            "entities": {**plan.entities, **told.entities},
            "events": {**plan.events, **told.events},
            "notes": (*plan.notes, *told.notes),
        }
    )
    return arranged(grown, [*plan.shots[:at], shot, *plan.shots[at + replaces :]], [] if same else [told.scene])


def _still_wished(wish: PromptWish | None, shot: Shot) -> PromptWish | None:
    """The wish for its words without those who are no longer there."""
    if wish is None:
        return None
    there = {track.entity for track in shot.layout}
    left = wish.model_copy(update={"first": tuple(name for name in wish.first if name in there)})
    return None if left == PromptWish() else left


def _light(scene: Scene) -> tuple[str, ...]:
    return (scene.place, scene.time, scene.weather)


REMAKING: Mapping[type, Callable[..., Plan]] = {
    AddShot: add_shot, SetAction: set_action, SetPlace: set_place, MergeShots: merge_shots, AddEntity: add_entity,
    AddLine: add_line, ChangeLine: change_line, RemoveLine: remove_line,
}  # fmt: skip
