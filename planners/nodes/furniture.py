"""Owns what furniture does to the blocking: small things lie on the table, people sit at it.

Does not know: shots, time.
"""

from __future__ import annotations

from collections.abc import Sequence

from planners.nodes.company import FRONT, SEATS, Instance
from planners.nodes.holding import IN_HAND
from planners.sizes import size_of

TABLES = FRONT | {"counter", "workbench", "altar", "stall"}
ATOP = frozenset({"climb", "jump", "dance", "lie", "sleep", "hop", "perch", "walk", "run"})
"""What people do on top of a table; all else is done beside it."""

OPEN_WATER = frozenset({"sea", "ocean", "lake", "river"})

Relation = tuple[str, str, str]


def laid(relations: Sequence[Relation], free: Sequence[Instance]) -> list[Relation]:
    """The told relations, people at tables rather than on them, small loose things on the first table.

    Args:
        relations: As told.
        free: Everybody and everything that nobody holds.
    """
    items = {item.entity: item for item in free}
    out = [_seated(relation, items) for relation in relations]
    table = next((item for item in free if item.look.noun in TABLES), None)
    if table is None:
        return out
    placed = {a for a, how, _ in relations if how in ("on", "in", "under", "above", "beside")}
    for item in free:
        small = item.kind == "prop" and max(size_of(item.look, "prop")) <= IN_HAND
        if small and item.entity not in placed and item.entity != table.entity and not item.acts:
            out.append((item.entity, "on", table.entity))
    return list(dict.fromkeys(out))


def _seated(relation: Relation, items: dict[str, Instance]) -> Relation:
    a, how, b = relation
    who, base = items.get(a), items.get(b)
    if who is None or base is None or how not in ("on", "in"):
        return relation
    person = who.kind == "character" and who.look.species is None
    if person and base.kind == "prop" and max(size_of(base.look, "prop")) <= IN_HAND and base.look.noun not in SEATS:
        return (a, "beside", b)
    if base.look.noun not in TABLES:
        return relation
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
