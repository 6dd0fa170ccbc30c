"""Owns planning single shots into a film that is planned already: its people, places and props are known by id.

Every shot can be written back as the pin that would make it, changed, and planned again; the rest of the film stays.
Does not know: which shots are wanted, run folders, language models.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Mapping, Sequence
from typing import Any

from planners.errors import PlanError
from planners.frozen import Frozen
from planners.plan import Attributes, Entity, Note, Plan, Scene, Shot, Stage, Track
from planners.story import CameraPin, LinePin, ShotPin, Story
from planners.wording import noun_phrase

CONTEXT = 3
"""So many shots before it are read with a new one."""


class Insertion(Frozen):
    """One planned shot with what it needs and the film does not have."""

    shot: Shot
    """Its id and its scene's are those it was asked for with."""
    scene: Scene
    entities: dict[str, Entity]
    """Only new ones."""
    events: dict[str, str]
    notes: tuple[Note, ...] = ()


def pin_of(plan: Plan, shot: Shot) -> ShotPin:
    """What an author would write to get this shot. Spoken lines are kept, a narrator's follow from the words."""
    scene = plan.scene_of(shot)
    camera = shot.camera
    framing = {"framing": camera.framing, "angle": camera.angle, "move": camera.move, "speed": camera.speed}
    return ShotPin(
        action=shot.text.strip() or shot.script.relation.strip(),
        duration=round(shot.frames / plan.fps, 3),
        camera=CameraPin(**framing),
        place=plan.entities[scene.place].name,
        time=scene.time,
        weather=scene.weather,
        lines=tuple(
            LinePin(speaker=plan.entities[line.speaker].name, text=line.text, manner=line.manner, off=line.off)
            for line in shot.lines
            if line.speaker and line.speaker in plan.entities
        ),
        transition=shot.transition.kind,
        note=shot.note,
    )


def planned_pin(
    plan: Plan, pin: ShotPin, *, shot_id: str, scene_id: str, after: int = 0, mood: str | None = None
) -> Insertion:
    """Plan one shot into a film.

    Args:
        plan: The film so far; its entities keep their ids and looks.
        pin: The shot as an author would write it.
        shot_id: Id of the new shot; events get ids that begin with it.
        scene_id: Id of its scene.
        after: How many shots of the film come before it: its pronouns may mean somebody of the last ones.
        mood: Of its scene; None: as the words tell.

    Raises:
        PlanError: the words have nothing that could be shown.
    """
    if not re.search(r"[^\W\d_]", pin.words):
        raise PlanError(f"{shot_id}: {pin.words!r} has no words that could be shown")
    told_before = [pin_of(plan, shot) for shot in plan.shots[max(0, after - CONTEXT) : after]]
    small = _planned(_story(plan, *told_before, pin))
    names = {entity.id: _known(plan, entity) for entity in small.entities.values()}
    shot = small.shots[-1]
    scene = small.scene_of(shot)
    events = {name: f"{shot_id}_{name}" for beat in shot.beats if (name := beat.event) is not None}
    used = {*shot.cast, *(track.entity for track in shot.layout), scene.place}
    new = {
        names[entity.id]: entity.model_copy(update={"id": names[entity.id]})
        for entity in small.entities.values()
        if entity.id in used and names[entity.id] not in plan.entities
    }
    moved = _renamed(shot, {old: name for old, name in names.items() if old != name})
    beats = tuple(beat.model_copy(update={"event": events.get(beat.event or "")}) for beat in moved.beats)
    lines = tuple(
        line.model_copy(update={"id": f"{shot_id}_line_{index}"}) for index, line in enumerate(moved.lines, 1)
    )
    update = {"id": shot_id, "scene": scene_id, "beats": beats, "lines": lines, "seed": plan.seed}
    placed = scene.model_copy(update={"id": scene_id, "place": names[scene.place], "shots": (shot_id,)})
    if mood is not None:
        placed = Scene.model_validate(placed.model_dump() | {"mood": mood})
    return Insertion(
        shot=moved.model_copy(update=update),
        scene=placed,
        entities=new,
        events={events[name]: words for name, words in small.events.items() if name in events},
        notes=tuple(note.model_copy(update={"where": shot_id}) for note in small.notes if note.kind == "downgrade"),
    )


def told_setting(plan: Plan, pin: ShotPin, *, after: int) -> ShotPin:
    """The pin without the place, time and weather that its words tell otherwise."""
    free = pin.model_copy(update={"place": None, "time": None, "weather": None})
    told = planned_pin(plan, free, shot_id="told", scene_id="told", after=after)
    place = {**plan.entities, **told.entities}[told.scene.place]
    words = pin.action.lower()
    update: dict[str, str | None] = {}
    if any(word and word in words for word in (place.name.lower(), place.attributes.noun.replace("_", " "))):
        update["place"] = None
    if told.scene.time != "day" or re.search(r"\b(day|noon|afternoon|daylight)\b", words):
        update["time"] = None
    if told.scene.weather != "clear" or re.search(r"\b(sun|sunny|clear sky)\b", words):
        update["weather"] = None
    return pin.model_copy(update=update)


def looks_of(plan: Plan, entity: Entity, description: str) -> Attributes:
    """How an entity looks by a description: what it leaves open stays as it was, clothes that it names replace others.

    Raises:
        PlanError: the description cannot be read.
    """
    said = entity.model_copy(update={"description": description})
    seen = _planned(_story(plan, ShotPin(action=f"{entity.name} is here."), said={entity.id: said}))
    told = seen.entities.get(entity.id)
    if told is None:
        return entity.attributes
    fresh = {name: value for name, value in told.attributes.model_dump().items() if value and name != "noun"}
    return Attributes.model_validate(entity.attributes.model_dump() | fresh)


def staged(entity: Entity, stage_id: str, look: Attributes, description: str) -> Entity:
    """The entity with one more look."""
    stage = Stage(id=stage_id, attributes=look, description=description)
    return entity.model_copy(update={"stages": (*entity.stages, stage)})


def _planned(story: Story) -> Plan:
    """By the rules; the graph library is loaded now."""
    planned: Plan = importlib.import_module("planners.graph").plan_story(story)
    return planned


def _story(plan: Plan, *shots: ShotPin, said: Mapping[str, Entity] | None = None) -> Story:
    pins: dict[str, dict[str, Any]] = {"character": {}, "place": {}, "prop": {}}
    for entity in {**plan.entities, **(said or {})}.values():
        told = entity.description if said and entity.id in said else noun_phrase(entity)
        pins[entity.kind][entity.id] = {"name": entity.name, "description": told}
    return Story(
        title=plan.title,
        style=plan.style,
        size=plan.size,
        fps=plan.fps,
        seed=plan.seed,
        language=plan.language,
        narration=plan.narration,
        music=False,
        characters=pins["character"],
        places=pins["place"],
        props=pins["prop"],
        shots=shots,
    )


def _known(plan: Plan, entity: Entity) -> str:
    """The film's id of an entity of a small plan; a free one when the film does not have it."""
    if entity.id in plan.entities and plan.entities[entity.id].kind == entity.kind:
        return entity.id
    for own in plan.entities.values():
        if own.kind == entity.kind and own.name.lower() == entity.name.lower():
            return own.id
    if entity.id not in plan.entities:
        return entity.id
    return next(name for number in range(2, 1000) if (name := f"{entity.id}_{number}") not in plan.entities)


def _renamed(shot: Shot, names: Mapping[str, str]) -> Shot:
    """The shot with other entity ids, track keys with a number included."""
    if not names:
        return shot

    def new(key: str) -> str:
        name, mark, number = key.partition("#")
        return f"{names.get(name, name)}{mark}{number}"

    def all_of(keys: Sequence[str]) -> tuple[str, ...]:
        return tuple(new(key) for key in keys)

    def one(key: str | None) -> str | None:
        return None if key is None else new(key)

    def track(item: Track) -> Track:
        return item.model_copy(update={"key": new(item.key), "entity": new(item.entity), "held_by": one(item.held_by)})

    beats = tuple(
        beat.model_copy(
            update={"actors": all_of(beat.actors), "targets": all_of(beat.targets), "recipient": one(beat.recipient)}
        )
        for beat in shot.beats
    )
    return shot.model_copy(
        update={
            "beats": beats,
            "cast": all_of(shot.cast),
            "layout": tuple(track(item) for item in shot.layout),
            "camera": shot.camera.model_copy(update={"focus": one(shot.camera.focus)}),
            "lines": tuple(line.model_copy(update={"speaker": one(line.speaker)}) for line in shot.lines),
            "state": {new(name): value for name, value in shot.state.items()},
        }
    )
