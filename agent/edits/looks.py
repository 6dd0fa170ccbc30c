"""Owns the edits of who and what is in the film, how it looks and sounds, and of light, style and camera.

Pure. Does not know: the order of shots, how words are read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from agent.edits.structure import arranged, free_id, number_of, shot_of, with_shot
from agent.edits.types import (
    PinEntity,
    Redescribe,
    RemoveEntity,
    RenameEntity,
    Restage,
    SetCamera,
    SetCostume,
    SetFilm,
    SetLight,
    SetPrompt,
    SetStyle,
    SetVoice,
    UseFile,
)
from planners import (
    Beat,
    Camera,
    Entity,
    Framing,
    Plan,
    PlanError,
    PromptWish,
    Scene,
    Shot,
    Stage,
    Staging,
    Voice,
    looks_of,
    restaged,
)

_HIGH, _LOW = 2.4, 0.4
"""Bounds of pitch and pace."""


def entity_of(plan: Plan, entity_id: str) -> Entity:
    """The entity.

    Raises:
        PlanError: there is none of that id.
    """
    if entity_id not in plan.entities:
        raise PlanError(
            f"there is nobody and nothing with the id {entity_id!r}; the film has {', '.join(plan.entities)}"
        )
    return plan.entities[entity_id]


def _with_entity(plan: Plan, entity: Entity) -> Plan:
    return plan.model_copy(update={"entities": {**plan.entities, entity.id: entity}})


def set_light(plan: Plan, edit: SetLight) -> Plan:
    """Each run of the shots gets a scene of its own with other light; a scene that is meant whole stays one."""
    wished = {name: shot_of(plan, name).id for name in edit.shots}
    light = edit.model_dump(include={"time", "weather", "mood"}, exclude_none=True)
    if not light:
        raise PlanError("say which time of day, weather or mood")
    taken = {scene.id for scene in plan.scenes}
    fresh: dict[str, Scene] = {}
    shots: list[Shot] = []
    for shot in plan.shots:
        old = plan.scene_of(shot)
        if shot.id not in wished:
            shots.append(shot)
            continue
        if old.id not in fresh:
            whole = all(name in wished for name in old.shots)
            name = old.id if whole else free_id(old.id, {*taken, *(scene.id for scene in fresh.values())})
            fresh[old.id] = Scene.model_validate(old.model_dump() | {"id": name} | light)
        shots.append(shot.model_copy(update={"scene": fresh[old.id].id}))
    return arranged(plan, shots, fresh.values())


def set_style(plan: Plan, edit: SetStyle) -> Plan:
    """Another style; an unknown one is named by the generator."""
    return plan.model_copy(update={"style": edit.style, "style_text": edit.style})


def set_camera(plan: Plan, edit: SetCamera) -> Plan:
    """Another camera; its window follows from the framing."""
    update: dict[str, Any] = edit.model_dump(include={"framing", "angle", "move", "speed"}, exclude_none=True)
    for name in edit.shots:
        shot = shot_of(plan, name)
        told = dict(update)
        if edit.focus is not None:
            if edit.focus not in {track.entity for track in shot.layout}:
                raise PlanError(f"{entity_of(plan, edit.focus).name} is not in {name}")
            told["focus"] = edit.focus
        camera = Camera.model_validate(shot.camera.model_dump() | told | {"start": None, "end": None, "path": ()})
        plan = with_shot(plan, shot.model_copy(update={"camera": camera}))
        plan = _as_far(plan, shot, camera.framing)
    return plan


def _as_far(plan: Plan, before: Shot, framing: Framing) -> Plan:
    """A window cannot be larger than the stage: extreme wide and wide differ by how far the figures stand."""
    was = before.camera.framing
    if was == framing or "extreme wide" not in (was, framing) or framing not in ("wide", "extreme wide"):
        return plan
    way: Staging = "farther" if framing == "extreme wide" else "nearer"
    try:
        return with_shot(plan, restaged(plan, before.id, way))
    except PlanError:
        return plan


def restage(plan: Plan, edit: Restage) -> Plan:
    """Figures in other places; the camera's window follows from where they are."""
    for name in edit.shots:
        shot_of(plan, name)
        plan = with_shot(plan, restaged(plan, name, edit.way))
    return plan


def set_prompt(plan: Plan, edit: SetPrompt) -> Plan:
    """Other words for models; a wish that wishes nothing is none."""
    told = edit.model_dump(include={"first", "lead", "told", "words"}, exclude_none=True)
    for name in edit.shots:
        shot = shot_of(plan, name)
        for who in edit.first or ():
            if who not in {track.entity for track in shot.layout}:
                raise PlanError(f"{entity_of(plan, who).name} is not in {name}")
        wish = PromptWish.model_validate((shot.prompt or PromptWish()).model_dump() | told)
        plan = with_shot(plan, shot.model_copy(update={"prompt": None if wish == PromptWish() else wish}))
    return plan


def remove_entity(plan: Plan, edit: RemoveEntity) -> Plan:
    """Without it: its tracks, what it says, and what only it does; a shot that shows nothing else keeps its place."""
    entity = entity_of(plan, edit.entity)
    if entity.kind == "place":
        raise PlanError(f"{entity.name} is a place: give its shots another place instead")
    where = {shot_of(plan, name).id for name in edit.shots} or {shot.id for shot in plan.shots}
    shots = [_without(shot, entity.id) if shot.id in where else shot for shot in plan.shots]
    left = arranged(plan, shots)
    if any(entity.id in shot.cast for shot in left.shots):
        return left
    return left.model_copy(update={"entities": {k: v for k, v in left.entities.items() if k != entity.id}})


def _without(shot: Shot, entity_id: str) -> Shot:
    gone = {track.key for track in shot.layout if track.entity == entity_id} | {entity_id}
    if entity_id not in shot.cast and len(gone) == 1:
        return shot
    beats = []
    for beat in shot.beats:
        actors = tuple(name for name in beat.actors if name not in gone)
        if actors:
            beats.append(_parted(beat, actors, gone))
    focus = None if shot.camera.focus in gone else shot.camera.focus
    return shot.model_copy(
        update={
            "cast": tuple(name for name in shot.cast if name != entity_id),
            "layout": tuple(
                track.model_copy(update={"held_by": None}) if track.held_by in gone else track
                for track in shot.layout
                if track.key not in gone
            ),
            "beats": tuple(beats),
            "lines": tuple(line for line in shot.lines if line.speaker != entity_id),
            "camera": shot.camera.model_copy(update={"focus": focus}),
            "state": {name: value for name, value in shot.state.items() if name not in gone},
            "prompt": _unwished(shot.prompt, entity_id),
        }
    )


def _unwished(wish: PromptWish | None, entity_id: str) -> PromptWish | None:
    if wish is None:
        return None
    left = wish.model_copy(update={"first": tuple(name for name in wish.first if name != entity_id)})
    return None if left == PromptWish() else left


def _parted(beat: Beat, actors: tuple[str, ...], gone: set[str]) -> Beat:
    return beat.model_copy(
        update={
            "actors": actors,
            "targets": tuple(name for name in beat.targets if name not in gone),
            "recipient": None if beat.recipient in gone else beat.recipient,
        }
    )


def rename_entity(plan: Plan, edit: RenameEntity) -> Plan:
    """Another name, in what is told and said too; the id stays, so nothing that is drawn changes."""
    entity = entity_of(plan, edit.entity)
    text = _renaming(plan, entity, edit.name)

    shots = tuple(
        shot.model_copy(
            update={
                "text": text(shot.text),
                "lines": tuple(line.model_copy(update={"text": text(line.text)}) for line in shot.lines),
                "beats": tuple(beat.model_copy(update={"text": text(beat.text)}) for beat in shot.beats),
                "script": type(shot.script)(**{k: text(v) for k, v in shot.script.model_dump().items()}),
            }
        )
        for shot in plan.shots
    )
    events = {name: text(words) for name, words in plan.events.items()}
    renamed = _with_entity(plan, entity.model_copy(update={"name": edit.name}))
    return renamed.model_copy(update={"shots": shots, "events": events})


def _renaming(plan: Plan, entity: Entity, name: str) -> Callable[[str], str]:
    """What a text becomes: "a small hedgehog", and "the hedgehog" where there is no other, turn into "Spike"."""
    called = re.escape(entity.name)
    if not name[:1].isupper() or entity.name[:1].isupper():
        old = re.compile(rf"\b{called}\b", re.IGNORECASE)
        return lambda value: old.sub(lambda _: name, value)
    noun = (entity.attributes.species or entity.attributes.noun).replace("_", " ")
    others = [item for item in plan.entities.values() if item.id != entity.id]
    shared = any(noun in (item.attributes.species, item.attributes.noun.replace("_", " ")) for item in others)
    nouns = rf"|(?:the|that)\s+{re.escape(noun)}\b" if noun and not shared and entity.count == 1 else ""
    old = re.compile(rf"\b(?:(?:the|an?|his|her|their|our|my)\s+)?{called}\b{nouns}", re.IGNORECASE)
    return lambda value: old.sub(lambda _: name, value)


def redescribe(plan: Plan, edit: Redescribe) -> Plan:
    """Another look everywhere; looks of stages get it where they had the old one."""
    entity = entity_of(plan, edit.entity)
    look = looks_of(plan, entity, edit.description)
    changed = {name for name, value in look.model_dump().items() if value != getattr(entity.attributes, name)}
    before, fresh = entity.attributes.model_dump(), look.model_dump()
    stages = []
    for stage in entity.stages:
        kept = stage.attributes.model_dump()
        kept |= {name: fresh[name] for name in changed if kept[name] == before[name]}
        stages.append(Stage.model_validate(stage.model_dump() | {"attributes": kept}))
    update = {"attributes": look, "description": edit.description, "stages": tuple(stages)}
    return _with_entity(plan, entity.model_copy(update=update))


def set_costume(plan: Plan, edit: SetCostume) -> Plan:
    """A stage of the entity from a shot on, until another stage begins there already."""
    entity = entity_of(plan, edit.entity)
    first = number_of(plan, edit.first)
    end = len(plan.shots) if edit.last is None else number_of(plan, edit.last) + 1
    here = [shot for shot in plan.shots[first:end] if any(track.entity == entity.id for track in shot.layout)]
    if not here:
        raise PlanError(f"{entity.name} is not seen from {edit.first} on")
    name = next(n for k in range(1, 1000) if (n := f"look_{k}") not in {stage.id for stage in entity.stages})
    now = next(track.stage for track in here[0].layout if track.entity == entity.id)
    seen = entity.model_copy(update={"attributes": entity.look(now)})
    stage = Stage(id=name, attributes=looks_of(plan, seen, edit.description), description=edit.description)
    plan = _with_entity(plan, entity.model_copy(update={"stages": (*entity.stages, stage)}))
    for shot in here[:1] if edit.only else here:
        layout = tuple(
            track.model_copy(update={"stage": name}) if track.entity == entity.id and track.stage == now else track
            for track in shot.layout
        )
        plan = with_shot(plan, shot.model_copy(update={"layout": layout}))
    return plan


def set_voice(plan: Plan, edit: SetVoice) -> Plan:
    """Another voice, for good."""

    def changed(voice: Voice) -> Voice:
        update = {
            "pitch": round(min(_HIGH, max(_LOW, voice.pitch * edit.pitch)), 3),
            "rate": round(min(_HIGH, max(_LOW, voice.rate * edit.rate)), 3),
            "name": edit.name or voice.name,
        }
        return voice.model_copy(update=update)

    if edit.entity is None:
        return plan.model_copy(update={"narrator": changed(plan.narrator)})
    entity = entity_of(plan, edit.entity)
    if entity.kind != "character":
        raise PlanError(f"{entity.name} has no voice: only characters speak")
    return _with_entity(plan, entity.model_copy(update={"voice": changed(entity.voice or Voice())}))


def use_file(plan: Plan, edit: UseFile) -> Plan:
    """The user's own file for a shot's still or clip."""
    return with_shot(plan, shot_of(plan, edit.shot).model_copy(update={edit.what: edit.file}))


def set_film(plan: Plan, edit: SetFilm) -> Plan:
    """Title, narration, music, subtitles; without narration its lines go, and shots keep their length."""
    told = edit.model_dump(include={"title", "narration", "music", "subtitles"}, exclude_none=True)
    if edit.narration is False:
        told["shots"] = tuple(_quiet(shot) for shot in plan.shots)
    return plan.model_copy(update=told)


def _quiet(shot: Shot) -> Shot:
    kept = tuple(line for line in shot.lines if line.speaker is not None)
    return shot if kept == shot.lines else shot.model_copy(update={"lines": kept})


def pin_entity(plan: Plan, edit: PinEntity) -> Plan:
    """A picture of the user's."""
    return _with_entity(plan, entity_of(plan, edit.entity).model_copy(update={"reference": edit.reference}))


LOOKS: Sequence[tuple[type, Callable[..., Plan]]] = (
    (SetLight, set_light), (SetStyle, set_style), (SetCamera, set_camera), (RemoveEntity, remove_entity),
    (RenameEntity, rename_entity), (Redescribe, redescribe), (SetCostume, set_costume), (SetVoice, set_voice),
    (UseFile, use_file), (Restage, restage), (SetPrompt, set_prompt), (SetFilm, set_film), (PinEntity, pin_entity),
)  # fmt: skip
