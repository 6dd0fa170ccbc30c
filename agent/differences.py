"""Owns what differs between two plans, in short lines for people: shots, light, camera, cast, lines, looks.

Pure. Does not know: edits, what has to be made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from planners import Entity, Plan, Scene, Shot

MOST = 60
"""Letters of a quoted text."""


def differences(before: Plan, after: Plan) -> tuple[str, ...]:
    """What is new, gone, moved or changed, one line each, in the film's order."""
    return (
        *_film(before, after),
        *_entities(before.entities, after.entities),
        *_gone(before, after),
        *_shots(before, after),
        *_moved(before, after),
    )


def numbered(plan: Plan, shot_id: str) -> str:
    """`shot 3`, as people count."""
    return f"shot {[shot.id for shot in plan.shots].index(shot_id) + 1}"


def _film(before: Plan, after: Plan) -> Iterator[str]:
    for name in ("title", "style", "narration", "music", "subtitles"):
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield f"{name}: {_value(old)} -> {_value(new)}"
    if before.narrator != after.narrator:
        yield "the narrator's voice changes"


def _entities(before: Mapping[str, Entity], after: Mapping[str, Entity]) -> Iterator[str]:
    for name, entity in after.items():
        old = before.get(name)
        if old is None:
            yield f"new {entity.kind}: {entity.name}"
        elif old != entity:
            yield from _entity(old, entity)
    for name, entity in before.items():
        if name not in after:
            yield f"gone: {entity.name}"


def _entity(old: Entity, new: Entity) -> Iterator[str]:
    if old.name != new.name:
        yield f"{old.name} is called {new.name}"
    looks = [
        f"{key.replace('_', ' ')}: {_value(was)} -> {_value(value)}"
        for key, value in new.attributes.model_dump().items()
        if (was := old.attributes.model_dump()[key]) != value
    ]
    if looks:
        yield f"{new.name}: {'; '.join(looks)}"
    for stage in new.stages:
        if stage not in old.stages:
            yield f"{new.name} gets another look: {_quote(stage.description)}"
    if old.voice != new.voice:
        yield f"{new.name}'s voice changes"
    if old.reference != new.reference:
        yield f"{new.name}'s own picture: {new.reference or 'none'}"


def _gone(before: Plan, after: Plan) -> Iterator[str]:
    kept = {shot.id for shot in after.shots}
    for shot in before.shots:
        if shot.id not in kept:
            yield f"- {numbered(before, shot.id)}: {_quote(shot.text)}"


def _shots(before: Plan, after: Plan) -> Iterator[str]:
    """What changes in shots; shots in which the same changes are named together."""
    old = {shot.id: shot for shot in before.shots}
    alike: dict[str, list[int]] = {}
    for number, shot in enumerate(after.shots, 1):
        if shot.id not in old:
            alike[f"+ shot {number}: {_quote(shot.text)}"] = []
        elif told := "; ".join(_shot(before, after, old[shot.id], shot)):
            alike.setdefault(told, []).append(number)
    for told, numbers in alike.items():
        yield f"{_counted(numbers, len(after.shots))}: {told}" if numbers else told


def _counted(numbers: Sequence[int], most: int) -> str:
    """`shot 3`, `shots 1 to 3 and 5`, `all 14 shots`."""
    if len(numbers) == most > 1:
        return f"all {most} shots"
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = [part for run in runs for part in (_run(run) if len(run) < _RUN else [f"{run[0]} to {run[-1]}"])]
    listed = " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
    return f"shot{'s' if len(numbers) > 1 else ''} {listed}"


_RUN = 3
"""So many shots in a row are told by the first and the last."""


def _run(run: Sequence[int]) -> list[str]:
    return [str(number) for number in run]


def _shot(before: Plan, after: Plan, old: Shot, shot: Shot) -> list[str]:
    """What changes in one shot."""
    names = {**before.entities, **after.entities}
    return [
        *_text(old, shot),
        *_length(old, shot, after.fps),
        *_camera(old, shot, names),
        *_light(before.scene_of(old), after.scene_of(shot), before, after),
        *_cast(old, shot, names),
        *_lines(old, shot, names),
        *_rest(old, shot),
    ]


def _text(old: Shot, new: Shot) -> Iterator[str]:
    if old.text != new.text:
        yield f"now {_quote(new.text)}"


def _length(old: Shot, new: Shot, fps: int) -> Iterator[str]:
    if old.frames != new.frames:
        yield f"{old.frames / fps:.1f} s -> {new.frames / fps:.1f} s"


def _camera(old: Shot, new: Shot, names: Mapping[str, Entity]) -> Iterator[str]:
    for field in ("framing", "angle", "move", "speed"):
        was, now = getattr(old.camera, field), getattr(new.camera, field)
        if was != now:
            yield f"{field}: {_value(was)} -> {_value(now)}"
    if old.camera.focus != new.camera.focus:
        yield f"focus: {_name(old.camera.focus, names)} -> {_name(new.camera.focus, names)}"


def _name(entity: str | None, names: Mapping[str, Entity], otherwise: str = "none") -> str:
    """What people call somebody."""
    key = (entity or "").partition("#")[0]
    return names[key].name if key in names else entity or otherwise


def _light(old: Scene, new: Scene, before: Plan, after: Plan) -> Iterator[str]:
    if old.place != new.place:
        yield f"place: {before.entities[old.place].name} -> {after.entities[new.place].name}"
    for field in ("time", "weather", "mood"):
        was, now = getattr(old, field), getattr(new, field)
        if was != now:
            yield f"{field}: {was} -> {now}"


def _cast(old: Shot, new: Shot, names: Mapping[str, Entity]) -> Iterator[str]:
    for mark, there, here in (("with", new.cast, old.cast), ("without", old.cast, new.cast)):
        moved = [names[name].name for name in there if name not in here and name in names]
        if moved:
            yield f"{mark} {', '.join(moved)}"
    was = {track.entity: track.stage for track in old.layout}
    for track in new.layout:
        if track.entity in was and was[track.entity] != track.stage:
            yield f"{names[track.entity].name} in another look"


def _lines(old: Shot, new: Shot, names: Mapping[str, Entity]) -> Iterator[str]:
    told = old.text.strip() != new.text.strip()
    was, now = (
        [(line.speaker, line.text) for line in shot.lines if line.speaker or not told or line.text != shot.text.strip()]
        for shot in (old, new)
    )
    for speaker, text in now:
        if (speaker, text) not in was:
            yield f"{_name(speaker, names, 'narrator')} says {_quote(text)}"
    for speaker, text in was:
        if (speaker, text) not in now:
            yield f"{_name(speaker, names, 'narrator')} no longer says {_quote(text)}"


def _rest(old: Shot, new: Shot) -> Iterator[str]:
    if old.transition.kind != new.transition.kind:
        yield f"leaves by {new.transition.kind}, not {old.transition.kind}"
    if old.seed != new.seed:
        yield "another take"
    if old.text == new.text and _staging(old) != _staging(new):
        yield "staged in another way"
    for field in ("keyframe", "clip"):
        was, now = getattr(old, field), getattr(new, field)
        if was != now:
            yield f"your own {field}: {now}" if now else f"the {field} is made again"


def _staging(shot: Shot) -> list[tuple[str, object]]:
    """Who stands where, of those who are there."""
    return [(track.key, track.keys) for track in sorted(shot.layout, key=lambda track: track.key)]


def _moved(before: Plan, after: Plan) -> Iterator[str]:
    """Shots that are not where they were, told by the fewest moves: those outside the longest run in order."""
    old = {shot.id: index for index, shot in enumerate(before.shots)}
    both = [shot.id for shot in after.shots if shot.id in old]
    steady = _longest([old[name] for name in both])
    for name in both:
        if old[name] not in steady:
            yield f"{numbered(before, name)} is now {numbered(after, name)}"


def _longest(numbers: Sequence[int]) -> set[int]:
    """The longest rising part of a sequence."""
    best: list[list[int]] = [[]]
    for number in numbers:
        longest: list[int] = []
        for row in best:
            if (not row or row[-1] < number) and len(row) >= len(longest):
                longest = row
        best.append([*longest, number])
    return set(sorted(best, key=lambda row: len(row))[-1])


def _quote(text: str) -> str:
    short = " ".join(text.split())
    return f'"{short if len(short) <= MOST else short[: MOST - 1].rstrip() + "…"}"'


def _value(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(_value(item) for item in value) or "none"
    if isinstance(value, dict):
        return " ".join(str(value[key]) for key in ("color", "pattern", "kind") if value.get(key))
    return (
        {None: "none", True: "on", False: "off"}.get(value, str(value)) if value in (None, True, False) else str(value)
    )
