"""Owns what furniture does to the blocking: small things lie on the table, people sit at it.

Does not know: shots, time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from planners.lens import Box
from planners.nodes.company import FRONT, IN_HAND, RIDDEN, Instance
from planners.nodes.space import rounded
from planners.plan import Key
from planners.sizes import size_of

TABLES = FRONT | {"counter", "workbench", "altar", "stall"}
ATOP = frozenset({"climb", "jump", "dance", "lie", "sleep", "hop", "perch", "walk", "run"})
"""What people do on top of a table; all else is done beside it."""

BOATS = frozenset({"boat", "ship", "raft", "sailboat", "rowboat", "canoe", "yacht", "ferry", "vessel", "galleon"})
WATER = frozenset({"sea", "ocean", "lake", "river"})
AFLOAT = frozenset({"swim", "float", "fly", "fall"})

Relation = tuple[str, str, str]


def laid(relations: Sequence[Relation], free: Sequence[Instance], place: str) -> list[Relation]:
    """The told relations, people at tables rather than on them, small loose things on the first table, crews aboard.

    Args:
        relations: As told.
        free: Everybody and everything that nobody holds.
        place: Noun of the place.
    """
    items = {item.entity: item for item in free}
    out = [_seated(relation, items) for relation in relations]
    out += _aboard(out, free, place)
    table = next((item for item in free if item.look.noun in TABLES), None)
    if table is None:
        return out
    placed = {a for a, how, _ in relations if how in ("on", "in", "under", "above", "beside")}
    for item in free:
        small = item.kind == "prop" and max(size_of(item.look, "prop")) <= IN_HAND
        if small and item.entity not in placed and item.entity != table.entity and not item.acts:
            out.append((item.entity, "on", table.entity))
    return list(dict.fromkeys(out))


def _aboard(told: Sequence[Relation], free: Sequence[Instance], place: str) -> list[Relation]:
    """On open water, people who do not swim are on the boat."""
    boat = next((item for item in free if item.look.noun.split(" ")[-1] in BOATS), None)
    if boat is None or place not in WATER:
        return []
    placed = {a for a, _, _ in told}
    people = [item for item in free if item.kind == "character" and item.look.species is None]
    return [(who.entity, "on", boat.entity) for who in people if who.entity not in placed and who.action not in AFLOAT]


def _seated(relation: Relation, items: dict[str, Instance]) -> Relation:
    a, how, b = relation
    who, base = items.get(a), items.get(b)
    if who is None or base is None or how not in ("on", "in") or base.look.noun not in TABLES:
        return relation
    person = who.kind == "character" and who.look.species is None
    return (a, "beside", b) if person and who.action not in ATOP else relation


def around(row: Sequence[Instance]) -> list[Instance]:
    """A row with its tables between the people."""
    tables = [item for item in row if item.look.noun in TABLES and item.kind == "prop"]
    others = [item for item in row if item not in tables]
    people = [item for item in others if item.kind == "character"]
    if not tables or not people:
        return list(row)
    at = others.index(people[(len(people) - 1) // 2]) + 1
    return [*others[:at], *tables, *others[at:]]


def ridden(
    keys: Mapping[str, tuple[Key, ...]],
    boxes: Mapping[str, Box],
    relations: Sequence[Relation],
    free: Sequence[Instance],
) -> dict[str, tuple[Key, ...]]:
    """The keys with every bicycle, horse or boat going where its rider goes."""
    out = dict(keys)
    items = {item.entity: item for item in reversed(free)}
    for a, how, b in relations:
        rider, mount = items.get(a), items.get(b)
        if how not in ("on", "in") or rider is None or mount is None or mount.look.noun not in RIDDEN:
            continue
        if len(out[rider.key]) > 1 and len(out[mount.key]) == 1:
            out[mount.key] = tuple(_with(key, boxes[rider.key], boxes[mount.key]) for key in out[rider.key])
    return out


def _with(key: Key, rider: Box, mount: Box) -> Key:
    """The mount's key for a rider's: it keeps its own height and place under the rider."""
    if key.box is None:
        return key
    dx = (key.box[0] + key.box[2] - rider[0] - rider[2]) / 2
    return Key(t=key.t, box=rounded((mount[0] + dx, mount[1], mount[2] + dx, mount[3])))
