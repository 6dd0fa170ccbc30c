"""Owns relations between things: on, under, behind, beside ... -> moved boxes. Does not know: shots, time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from planners.lens import Box
from planners.nodes.company import SEATS, Instance
from planners.nodes.space import BACK, GROUND, middle, shifted, standing

ATOP = frozenset({"jump", "dance", "lie", "sleep", "hop", "climb"})
"""What is done on top of a seat rather than sitting on it."""
_STANDS = re.compile(r"\b(?:stand|stood|standing|stands)(?: up)? on\b", re.IGNORECASE)
HIGH = frozenset({"tree", "branch", "roof", "wall", "tower", "mast", "fence", "wire", "shelf"})


@dataclass
class Floor:
    """The boxes that relations may move."""

    boxes: dict[str, Box]
    depths: dict[str, float]
    sizes: dict[str, tuple[float, float]]
    items: Sequence[Instance]
    told: str = ""
    """The words of the shot."""
    flat: bool = False
    """Seen from above."""

    def of(self, name: str) -> list[Instance]:
        """The instances of an entity."""
        return [item for item in self.items if item.entity == name]


BEARING = frozenset({"on", "in", "under", "above"})
ASIDE = frozenset({"beside", "left of", "right of"})


def _bases_first(told: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """What bears others finds its own place first: the plate on the table, then the biscuits on the plate."""
    above = {a: b for a, how, b in reversed(told) if how in BEARING}

    def height(name: str, seen: frozenset[str] = frozenset()) -> int:
        return 0 if name not in above or name in seen else 1 + height(above[name], seen | {name})

    return sorted(told, key=lambda row: (row[1] in ASIDE and row[0] in above, height(row[0])))


def _of_bases(told: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """What bears somebody has the place that is told of him besides: the bench under the tree, on which he sits."""
    base = {a: b for a, how, b in reversed(told) if how in ("on", "in", "above")}
    rest = frozenset({"under", "between", "behind", "in front of"})
    return [
        (base[a], how, b) if how in rest and a in base and base[a] != b and base.get(base[a]) is None else (a, how, b)
        for a, how, b in told
    ]


def placed_by_relations(relations: Iterable[tuple[str, str, str]], floor: Floor) -> None:
    """Move boxes so that each relation holds: what carries others is placed before them."""
    told = _bases_first(_of_bases(list(relations)))
    borne: dict[str, str] = {}
    for a, relation, b in told:
        upper, lower = floor.of(a), floor.of(b)
        if relation in BEARING:
            borne.setdefault(a, b)
        elif relation in ASIDE and a in borne and upper and lower:
            base = floor.of(borne[a])[:1]
            if base and b != borne[a]:
                RULES[relation](floor, base, lower[0])
            continue
        if relation == "between":
            ends = [name for x, how, name in told if x == a and how == relation]
            _between(floor, upper, [item for name in ends for item in floor.of(name)])
            continue
        rule = RULES.get(relation)
        if rule is not None and upper and lower and a != b:
            rule(floor, upper, lower[0])


def _on(floor: Floor, items: list[Instance], base: Instance) -> None:
    """Side by side on top: of a seat on its cushion, of a tree on a branch."""
    if floor.flat:
        _spread(floor, items, base)
        return
    box = _centred(floor, base, items) if base.look.noun in SEATS else floor.boxes[base.key]
    height = box[3] - box[1]
    noun = base.look.noun
    share = 0.55 if noun in SEATS else 0.42 if noun == "tree" else 1.0
    flat = noun in ("rug", "blanket", "stage", "bridge", "floor", "road")
    top = box[3] - (0.0 if flat else height * share)
    _fitted(floor, items, box[2] - box[0])
    step = (box[2] - box[0]) * 0.9 / len(items)
    for index, item in enumerate(items):
        w, h = floor.sizes[item.key]
        x = (box[0] + box[2]) / 2 + (index - (len(items) - 1) / 2) * max(step, w * 0.85)
        human = item.kind == "character" and item.look.species is None
        seated = human and noun in SEATS and item.action not in ATOP and not _STANDS.search(floor.told)
        feet = GROUND if seated else max(top, h + 0.02)
        floor.boxes[item.key] = standing(x, feet, (w, h))
        floor.depths[item.key] = floor.depths[base.key] + 0.05


def _fitted(floor: Floor, items: list[Instance], room: float) -> None:
    """Small things that crowd on a thing are small enough to stand on it side by side."""
    whole = sum(floor.sizes[item.key][0] for item in items)
    if all(item.kind == "prop" for item in items) and whole > room:
        fit = max(room / whole, SMALLEST)
        for item in items:
            w, h = floor.sizes[item.key]
            floor.sizes[item.key] = (w * fit, h * fit)


SMALLEST = 0.45
CLEARANCE = 0.16
"""Least air between two that something is between, as a share of the frame's width."""


def _spread(floor: Floor, items: list[Instance], base: Instance) -> None:
    """Over the top of something that is seen from above."""
    box = floor.boxes[base.key]
    for index, item in enumerate(items):
        w, h = floor.sizes[item.key]
        x = box[0] + (box[2] - box[0]) * (index + 0.5) / len(items)
        floor.boxes[item.key] = standing(x, middle(box)[1] + h / 2, (w, h))
        floor.depths[item.key] = floor.depths[base.key] + 0.05


def _centred(floor: Floor, base: Instance, items: list[Instance]) -> Box:
    """A seat moves under those who sit on it, and is wide enough for them."""
    w, h = floor.sizes[base.key]
    needed = sum(floor.sizes[item.key][0] for item in items) * 0.95
    grow = min(max(1.0, needed / w), 2.2)
    floor.sizes[base.key] = (w * grow, h * min(grow, 1.35))
    x = sum(middle(floor.boxes[item.key])[0] for item in items) / len(items)
    floor.boxes[base.key] = standing(x, GROUND - 0.01, floor.sizes[base.key])
    floor.depths[base.key] = 0.4
    return floor.boxes[base.key]


def _under(floor: Floor, items: list[Instance], base: Instance) -> None:
    x = middle(floor.boxes[base.key])[0]
    for index, item in enumerate(items):
        offset = (index - (len(items) - 1) / 2) * floor.sizes[item.key][0]
        floor.boxes[item.key] = standing(x + offset + 0.05, GROUND, floor.sizes[item.key])
        floor.depths[item.key] = max(floor.depths[base.key] + 0.1, 0.5)


def _behind(floor: Floor, items: list[Instance], base: Instance) -> None:
    x = middle(floor.boxes[base.key])[0]
    half = (floor.boxes[base.key][2] - floor.boxes[base.key][0]) / 2
    for index, item in enumerate(items):
        offset = half * 0.75 + index * floor.sizes[item.key][0]
        floor.boxes[item.key] = standing(x + offset, BACK + 0.02, floor.sizes[item.key])
        floor.depths[item.key] = max(floor.depths[base.key] - 0.1, 0.05)


def _before(floor: Floor, items: list[Instance], base: Instance) -> None:
    x = middle(floor.boxes[base.key])[0]
    for index, item in enumerate(items):
        offset = (index - (len(items) - 1) / 2) * floor.sizes[item.key][0]
        floor.boxes[item.key] = standing(x + offset, GROUND + 0.02, floor.sizes[item.key])
        floor.depths[item.key] = floor.depths[base.key] + 0.2


def _side(side: int) -> Rule:
    def rule(floor: Floor, items: list[Instance], base: Instance) -> None:
        box = floor.boxes[base.key]
        edge = box[2] if side > 0 else box[0]
        for item in items:
            w, _ = floor.sizes[item.key]
            target = edge + side * (w / 2 + 0.02)
            floor.boxes[item.key] = shifted(floor.boxes[item.key], target - middle(floor.boxes[item.key])[0])
            edge += side * (w + 0.02)

    return rule


def _beside(floor: Floor, items: list[Instance], base: Instance) -> None:
    x, base_x = middle(floor.boxes[items[0].key])[0], middle(floor.boxes[base.key])[0]
    side = 1 if (base_x < 0.5 if abs(x - base_x) < 0.02 else x > base_x) else -1
    _side(side)(floor, items, base)


def _between(floor: Floor, items: list[Instance], ends: list[Instance]) -> None:
    """In the middle, with half of those on either side."""
    if not items or len(ends) < 2:
        return
    half = (len(ends) + 1) // 2
    room = max(sum(floor.sizes[item.key][0] for item in items), CLEARANCE)
    middles = [middle(floor.boxes[item.key])[0] for item in ends]
    x = min(max(sum(middles) / len(middles), 0.4), 0.6)
    for side, row in ((-1, ends[:half][::-1]), (1, ends[half:])):
        edge = x + side * (room / 2 + 0.01)
        for item in row:
            w = floor.sizes[item.key][0]
            shift = edge + side * w / 2 - middle(floor.boxes[item.key])[0]
            floor.boxes[item.key] = shifted(floor.boxes[item.key], shift)
            edge += side * (w + 0.01)
    at = x - sum(floor.sizes[item.key][0] for item in items) / 2
    depth = max(floor.depths[item.key] for item in ends)
    feet = max(floor.boxes[item.key][3] for item in ends)
    for item in items:
        w, h = floor.sizes[item.key]
        floor.boxes[item.key] = standing(at + w / 2, max(feet, h + 0.02), (w, h))
        floor.depths[item.key] = depth + 0.01
        at += w


def _above(floor: Floor, items: list[Instance], base: Instance) -> None:
    box = floor.boxes[base.key]
    for index, item in enumerate(items):
        w, h = floor.sizes[item.key]
        x = middle(box)[0] + (index - (len(items) - 1) / 2) * w
        floor.boxes[item.key] = standing(x, max(box[1] - 0.04, h + 0.03), (w, h))


def _in(floor: Floor, items: list[Instance], base: Instance) -> None:
    """In something that holds: its middle, drawn behind its front."""
    if base.look.noun in SEATS:
        _on(floor, items, base)
        return
    box = floor.boxes[base.key]
    for index, item in enumerate(items):
        w, h = floor.sizes[item.key]
        x = middle(box)[0] + (index - (len(items) - 1) / 2) * w * 0.8
        floor.boxes[item.key] = standing(x, box[3] - (box[3] - box[1]) * 0.3, (w, h))
        floor.depths[item.key] = floor.depths[base.key] - 0.02


Rule = Callable[[Floor, list[Instance], Instance], None]

RULES: Mapping[str, Rule] = {
    "on": _on, "under": _under, "behind": _behind, "in front of": _before, "beside": _beside, "above": _above,
    "left of": _side(-1), "right of": _side(1), "in": _in,
}  # fmt: skip
