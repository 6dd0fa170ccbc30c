"""Owns who is on stage in a draft: instances, what each does, what is held, what is part of the set.

Does not know: where anybody stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from planners.nodes.cast import expanded, seen
from planners.nodes.fittings import fitting
from planners.nodes.holding import holders
from planners.nodes.postures import QUIET, RISING, kept, postured
from planners.nodes.script import NOWHERE
from planners.nodes.state import Draft
from planners.plan import Action, Attributes, Beat, Entity, Note
from planners.reading import Appearance, Event, Reading
from planners.sizes import drawable

MOST_INSTANCES = 12
"""More of one kind than this are shown as this many, and said so."""
MOST_THINGS = 6
"""More props than this make a picture that nobody can read."""
IDLE: frozenset[Action] = frozenset({"stand", "sit", "lie"})
"""What a thing does that is only there."""
PLACES_OWN = frozenset(
    {"wall", "window", "floor", "ceiling", "sky", "ground", "horizon", "corner", "light", "lighting", "shadow", "room"}
)
"""Things that a place paints itself; they are staged only when somebody acts on them."""
PARTS = frozenset(
    {
        "engine",
        "motor",
        "tire",
        "tyre",
        "trunk",
        "hull",
        "deck",
        "mast",
        "sail",
        "talon",
        "windshield",
        "hood",
        "bumper",
    }
)
"""Parts of vehicles and animals: seen with their whole, never beside it."""
ON_EASEL = frozenset({"canvas", "painting"})
"""What an easel holds, and is drawn with."""
LEAPS: frozenset[Action] = frozenset({"jump", "climb", "hop", "perch"})
MUTUAL: frozenset[Action] = frozenset({"hug"})
"""What is done by whom it is done to as well."""
SEATS = frozenset({"chair", "armchair", "sofa", "bench", "bed", "throne", "swing", "stump", "log", "rug", "blanket"})
FRONT = frozenset({"table", "desk"})


@dataclass(frozen=True)
class Instance:
    """One figure on stage."""

    key: str
    entity: str
    kind: str
    look: Attributes
    action: Action
    stage: str | None = None
    held_by: str | None = None
    acts: bool = False


def company(
    draft: Draft, reading: Reading, entities: Mapping[str, Entity], postures: Mapping[str, Action]
) -> tuple[list[Instance], list[Note]]:
    """Everybody and everything on stage in a draft.

    Args:
        draft: The shot to be.
        reading: For the members of groups.
        entities: By id.
        postures: How those of the scene who sat, lay or knelt are found.
    """
    doing = actions_of(draft, reading)
    held = holders(draft, reading, entities)
    names, left = _uncrowded(draft, [name for name in seen(reading, draft) if name in entities], entities, doing)
    stages = {name: stage for sentence in draft.sentences for name, stage in sentence.stages.items()}
    out: list[Instance] = []
    notes: list[Note] = []
    if left:
        what = f"{len(left)} more things are named than one picture can hold: {', '.join(left)}"[:200]
        notes.append(Note(kind="downgrade", where=draft.id, what=what))
    for name in names:
        entity = entities[name]
        count = counted(draft, name, entity)
        if count > MOST_INSTANCES:
            what = f"{count} of {entity.name!r} are shown as {MOST_INSTANCES}"
            notes.append(Note(kind="downgrade", where=f"{draft.id}.{name}", what=what))
        stage = stages.get(name)
        look = entity.look(stage) if stage in {s.id for s in entity.stages} else entity.attributes
        for key in keys_of(name, min(count, MOST_INSTANCES)):
            out.append(
                Instance(
                    key=key,
                    entity=name,
                    kind=entity.kind,
                    look=look,
                    action=_seen_doing(entity, doing.get(name), postures.get(name), held.get(name)),
                    stage=stage if stage in {s.id for s in entity.stages} else None,
                    held_by=held.get(name),
                    acts=name in doing,
                )
            )
    return _with_holders(out), notes


def _seen_doing(entity: Entity, action: Action | None, posture: Action | None, holder: str | None) -> Action:
    """What someone is first seen doing; an animal in somebody's arms lies in them."""
    if holder is not None and entity.attributes.species is not None:
        return "lie"
    return kept(action, posture) or "stand"


def _uncrowded(
    draft: Draft, names: list[str], entities: Mapping[str, Entity], doing: Mapping[str, Action]
) -> tuple[list[str], list[str]]:
    """The names that are shown and the names of the things that are left out: those that matter least."""
    used = {thing for event in draft.events for thing in (*event.patients, *event.instruments)}
    near = {name for sentence in draft.sentences for a, _, b in sentence.relations for name in (a, b)}
    props = [name for name in names if entities[name].kind == "prop"]
    ranked = sorted(props, key=lambda name: (name not in doing, name not in used, name not in near, props.index(name)))
    own = {name for name in props if entities[name].attributes.noun in PLACES_OWN and name not in used}
    if len(names) > 1:
        own |= {name for name in props if entities[name].attributes.noun in PARTS}
    last = {name: entities[name].attributes.noun.split(" ")[-1] for name in props}
    if "easel" in last.values():
        own |= {name for name in props if last[name] in ON_EASEL}
    strange = {name for name in props if doing.get(name, "stand") in IDLE and not drawable(entities[name].attributes)}
    own |= strange if len(names) > len(own | strange) else set()
    own |= {name for name in props if name not in doing and _fitted(draft, entities, name)}
    shown = [name for name in ranked if name not in own]
    out = {*shown[MOST_THINGS:], *(own if len(names) > len(own) or draft.scene.place != NOWHERE else ())}
    return [name for name in names if name not in out], [entities[name].name for name in shown[MOST_THINGS:]]


def _fitted(draft: Draft, entities: Mapping[str, Entity], name: str) -> bool:
    """Whether the place has the thing already; what somebody leaps onto is staged, so that they land on it."""
    entity = entities[name]
    if any(event.action in LEAPS for event in draft.events):
        return False
    return entity.count == 1 and fitting(entities[draft.scene.place].attributes.noun, entity.attributes) is not None


def counted(draft: Draft, name: str, entity: Entity) -> int:
    """How many of an entity the draft shows."""
    for appearance in appearances(draft, name):
        if appearance.count:
            return appearance.count
    return entity.count


def appearances(draft: Draft, name: str) -> list[Appearance]:
    """What the text says of when and where an entity is seen."""
    return [item for sentence in draft.sentences for item in sentence.appearances if item.entity == name]


def keys_of(name: str, count: int) -> list[str]:
    """Track keys of `count` instances."""
    return [name] if count == 1 else [f"{name}#{k}" for k in range(1, count + 1)]


def actions_of(draft: Draft, reading: Reading) -> dict[str, Action]:
    """What each entity is first seen doing; speakers talk unless they do something else."""
    out: dict[str, Action] = {}
    for event in draft.events:
        for agent in (*event.agents, *(event.patients if event.action in MUTUAL else ())):
            for name in expanded(reading, agent):
                action = shown_action(event, reading)
                out[name] = action if action in RISING and out.get(name) in QUIET else out.get(name, action)
    for speech in draft.speeches:
        for name in expanded(reading, speech.speaker or ""):
            if name and not speech.off:
                out.setdefault(name, "talk")
    return out


def _with_holders(instances: list[Instance]) -> list[Instance]:
    """Holders by track key; what nobody on stage holds is put down."""
    first: dict[str, str] = {}
    for item in instances:
        first.setdefault(item.entity, item.key)
    return [
        item
        if item.held_by is None
        else Instance(**{**item.__dict__, "held_by": first.get(item.held_by) if item.held_by != item.entity else None})
        for item in instances
    ]


def beats_of(
    draft: Draft, reading: Reading, instances: Sequence[Instance], postures: Mapping[str, Action]
) -> tuple[Beat, ...]:
    """The draft's events as beats, one after another over the shot; speech as talking beats."""
    present = dict.fromkeys(item.entity for item in instances)
    rows: list[tuple[Event | None, tuple[str, ...]]] = []
    for event in draft.events:
        both = (*event.agents, *event.patients) if event.action in MUTUAL else event.agents
        doing = dict.fromkeys(n for agent in both for n in expanded(reading, agent) if n in present)
        rows.append((event, tuple(doing)))
    if not any(event and event.action in ("talk", "sing") for event, _ in rows):
        for speech in draft.speeches:
            actors = tuple(n for n in expanded(reading, speech.speaker or "") if n in present)
            if actors and not speech.off:
                rows.append((None, actors))
    times = _times([event for event, _ in rows])
    beats = [
        _beat(index, times[index], event, actors, set(present), reading) for index, (event, actors) in enumerate(rows)
    ]
    return postured(beats, postures, list(present))


def _times(events: Sequence[Event | None]) -> list[tuple[float, float]]:
    """When in the shot each beat is: as its event says when all of one sentence say so, else one after another."""
    spans = [event.span for event in events if event is not None and event.span is not None]
    count = len(events)
    if len(spans) < count or len({event.sentence for event in events if event is not None}) != 1:
        return [(round(index / count, 3), round((index + 1) / count, 3)) for index in range(count)]
    first, last = min(span[0] for span in spans), max(span[1] for span in spans)
    whole = max(last - first, 1e-6)
    return [(round((a - first) / whole, 3), round((b - first) / whole, 3)) for a, b in spans]


def shown_action(event: Event, reading: Reading) -> Action:
    """What the event looks like: nobody stretches out an arm to nothing, or to a person without giving anything."""
    kinds = [reading.entities[name].kind for name in (*event.patients, *event.instruments) if name in reading.entities]
    if event.action == "reach" and "prop" not in kinds:
        return "stand"
    if event.action == "fly" and "prop" in kinds and _on_the_ground(event, reading):
        return "hold"
    if event.action == "spin" and event.verb == "turn":
        return "stand"
    if event.action == "give" and event.recipient is None:
        return "hold" if "prop" in kinds else "stand"
    return event.action


def _on_the_ground(event: Event, reading: Reading) -> bool:
    """Whether people make something else fly: a boy flies a kite."""
    agents = [reading.entities[name] for name in event.agents if name in reading.entities]
    return bool(agents) and all(who.kind == "character" and who.attributes.species is None for who in agents)


def _beat(
    index: int,
    time: tuple[float, float],
    event: Event | None,
    actors: tuple[str, ...],
    present: set[str],
    reading: Reading,
) -> Beat:
    start, end = time
    if event is None:
        return Beat(id=f"b{index + 1}", actors=actors, action="talk", verb="say", start=start, end=end)
    return Beat(
        id=f"b{index + 1}",
        actors=actors,
        action=shown_action(event, reading),
        verb=event.verb,
        targets=tuple(name for name in event.patients if name in present),
        recipient=event.recipient if event.recipient in present else None,
        emotion=event.emotion,
        start=start,
        end=end,
        text=event.text,
        event=event.id,
    )
