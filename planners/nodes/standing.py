"""Owns where those on stage stand before anybody moves: rows, backs, pairs, told places. Does not know: time."""

from __future__ import annotations

from collections.abc import Mapping

from planners.lens import Box
from planners.nodes.company import FRONT, SEATS, Instance, appearances
from planners.nodes.furniture import TABLES, around
from planners.nodes.moves import CLOSE
from planners.nodes.relations import Floor, placed_by_relations
from planners.nodes.rows import GAP, ROOM, in_row, shrink_of, width_of
from planners.nodes.setup import Setup
from planners.nodes.space import BACK, GROUND, REGIONS, centred, figure, kept_inside, middle, shifted, standing
from planners.plan import Action
from planners.waters import draught, hull, surface

SET_PIECE = 100.0
"""Things this large, in figure units, stand behind those who act."""
BORNE = frozenset({"on", "in", "above", "under"})
HANGING = frozenset({"sun", "moon", "star", "cloud", "rainbow", "balloon", "kite", "branch", "wire", "shelf",
                     "firework", "fireworks"})  # fmt: skip
AIRBORNE = frozenset({"fly", "float", "swim"})


def stand(setup: Setup) -> None:
    """Everybody's place: actors in a row, large things behind them, then what the text says of places."""
    free = setup.free
    _rows(setup, free)
    _relate(setup, free)
    _regions(setup, free)


def _rows(setup: Setup, free: list[Instance]) -> None:
    back = [item for item in free if _is_back(setup, item)]
    borne = [item for item in free if item not in back and _is_borne(setup, item, free)]
    row = [item for item in free if item not in back and item not in borne]
    sizes = {item.key: setup.measured(item) for item in free}
    row, spare = _roomy(setup, row, sizes)
    seated = [item for item in borne if item.kind == "character"]
    shrink = min(shrink_of([sizes[item.key][0] for item in group]) for group in (row, seated))
    setup.sizes = sizes = {key: (w * shrink, h * shrink) for key, (w, h) in sizes.items()}
    items = {item.key: item for item in row}
    for key, x, step in in_row([item.key for item in around(_ordered(setup, row))], sizes):
        feet = GROUND + step - _lift(setup, items[key], sizes[key][1])
        setup.put(items[key], standing(x, feet, sizes[key]), 0.5 + step)
    for index, item in enumerate(spare):
        x = 0.07 + 0.86 * (index + 0.5) / len(spare)
        setup.put(item, standing(x, BACK + 0.03, sizes[item.key]), 0.3)
    _borne(setup, borne, row)
    _near(setup, row)
    _alone(setup, row)
    for index, item in enumerate(back):
        side = setup.known.get(item.key, (0.8, 0.2, 0.6, 0.4)[index % 4])
        setup.put(item, standing(side, BACK, sizes[item.key]), 0.15 + 0.02 * index)


def _borne(setup: Setup, borne: list[Instance], row: list[Instance]) -> None:
    """Who sits on something starts in the middle, or beside the table when there is one: left, right, left ..."""
    table = next((setup.boxes[item.key] for item in row if item.look.noun in TABLES and item.kind == "prop"), None)
    people = [item for item in borne if item.kind == "character"]
    for item in borne:
        x, (w, h) = 0.5, setup.sizes[item.key]
        if table is not None and item in people:
            index = people.index(item)
            side = -1 if index % 2 else 1
            edge = table[2] if side > 0 else table[0]
            x = edge + side * (w / 2 + index // 2 * w)
        setup.put(item, standing(x, GROUND, (w, h)), 0.5)


def _is_back(setup: Setup, item: Instance) -> bool:
    if item.acts or item.kind == "character" or item.key in setup.mounts.values():
        return False
    w, h = figure(item.look, item.kind, "stand", (720, 720))
    return max(w, h) * 200 >= SET_PIECE and item.look.noun not in SEATS | FRONT


def _is_borne(setup: Setup, item: Instance, free: list[Instance]) -> bool:
    """Whether something on stage carries it, so that it needs no room on the ground."""
    here = {other.entity for other in free}
    return any(a == item.entity and how in BORNE and b in here and a != b for a, how, b in setup.relations())


def _roomy(
    setup: Setup, row: list[Instance], sizes: Mapping[str, tuple[float, float]]
) -> tuple[list[Instance], list[Instance]]:
    """Those in front, and the things that stand behind them because there is no room for all."""
    if width_of([sizes[item.key][0] for item in row]) <= ROOM or setup.flat:
        return row, []
    keeps = SEATS | FRONT
    carriers = set(setup.mounts.values())
    spare = [
        item
        for item in row
        if item.kind == "prop" and not item.acts and item.look.noun not in keeps and item.key not in carriers
    ]
    return ([item for item in row if item not in spare], spare) if len(spare) < len(row) else (row, [])


def _ordered(setup: Setup, row: list[Instance]) -> list[Instance]:
    """Those who stood in this scene before keep their order; newcomers go to the free side."""
    before = [item for item in row if item.key in setup.known]
    new = [item for item in row if item.key not in setup.known]
    before.sort(key=lambda item: setup.known[item.key])
    if before and setup.known[before[-1].key] > 0.6:
        return [*new, *before]
    return [*before, *new]


def _lift(setup: Setup, item: Instance, height: float) -> float:
    """How far above the ground a flying, floating or swimming figure is."""
    if setup.flat:
        return GROUND - 0.5 - height / 2
    afloat = _in_water(setup, item, height)
    if afloat is not None:
        return GROUND - afloat
    flying = (item.action in AIRBORNE and not hull(item.look)) or item.look.noun in HANGING
    return max(0.0, GROUND - 0.34 - height / 2) if flying else 0.0


def _in_water(setup: Setup, item: Instance, height: float) -> float | None:
    """Where the lower edge is of who swims and what floats, so that the water line crosses it; None for others."""
    line = surface(setup.entities[setup.draft.scene.place].attributes)
    wide, tall = setup.sizes[item.key]
    action: Action = "stand" if item.action == "fall" else item.action
    sunk = draught(item.look, action, wide * setup.size[0] / (tall * setup.size[1]))
    return None if line is None or not sunk else line + sunk * height


def _near(setup: Setup, row: list[Instance]) -> None:
    """Who hugs, fights, gives or kisses is within reach."""
    for event in setup.draft.events:
        if event.action not in CLOSE:
            continue
        doing = setup.agents(event)
        whom = {m for name in (*event.patients, *filter(None, (event.recipient,))) for m in setup.members(name)}
        agents = [item for item in row if item.entity in doing]
        others = [item for item in row if item.entity in whom and item.kind == "character"] or agents[1:2]
        if agents and others and agents[0] is not others[0]:
            _close_up(setup, agents[0], others[0], CLOSE[event.action])


def _close_up(setup: Setup, a: Instance, b: Instance, gap: float) -> None:
    """Both moved toward each other until `gap` (a share of the slimmer one's width) is between them."""
    left, right = sorted((setup.boxes[a.key], setup.boxes[b.key]), key=lambda box: box[0])
    wanted = gap * min(left[2] - left[0], right[2] - right[0])
    shift = (right[0] - left[2] - wanted) / 2
    for item in (a, b):
        side = 1 if setup.boxes[item.key] == left else -1
        setup.boxes[item.key] = shifted(setup.boxes[item.key], side * shift)


def _alone(setup: Setup, row: list[Instance]) -> None:
    """One figure alone stands off the middle, with room to look into; where it stood before if it did."""
    if len(row) != 1 or setup.flat:
        return
    key = row[0].key
    wanted = setup.known.get(key, 0.44)
    setup.put(row[0], shifted(setup.boxes[key], wanted - middle(setup.boxes[key])[0]), setup.depths[key])


# -- what the text says -----------------------------------------------------------------------------------------------


def _relate(setup: Setup, free: list[Instance]) -> None:
    floor = Floor(
        boxes=setup.boxes, depths=setup.depths, sizes=setup.sizes, items=free, told=setup.draft.text, flat=setup.flat
    )
    placed_by_relations(setup.relations(), floor)
    _at_fittings(setup, free)
    passed = {event.motion.past for event in setup.draft.events if event.motion}
    for item in free:
        box = setup.boxes[item.key]
        if item.entity in passed:
            box = shifted(box, 0.5 - middle(box)[0])
        setup.boxes[item.key] = kept_inside(box)


def _at_fittings(setup: Setup, free: list[Instance]) -> None:
    """Who is beside, before or at what the place has of its own is there; small things stand on it."""
    fittings = setup.fittings()
    told = [relation for sentence in setup.draft.sentences for relation in sentence.relations]
    for a, how, b in told:
        if b in fittings:
            for item in (item for item in free if item.entity == a):
                _at(setup, item, how, fittings[b])


def _at(setup: Setup, item: Instance, how: str, spot: Box) -> None:
    w, h = setup.sizes[item.key]
    x, half = middle(spot)[0], (spot[2] - spot[0]) / 2
    if how in ("on", "above") and item.kind == "prop":
        setup.put(item, standing(x, spot[1], (w, h)), 0.2)
        return
    side = 0.0 if how in ("in front of", "on", "in") else half + w / 2
    x += side if how == "right of" or (how != "left of" and x < 0.5) else -side
    setup.put(item, shifted(setup.boxes[item.key], x - middle(setup.boxes[item.key])[0]), 0.5)


def _regions(setup: Setup, free: list[Instance]) -> None:
    """Figures whose place in the frame the text names stand there."""
    for item in free:
        regions = [a.region for a in appearances(setup.draft, item.entity) if a.region]
        if not regions:
            continue
        group = [other for other in free if other.entity == item.entity]
        x, y = REGIONS[regions[0]]
        wh = setup.sizes[item.key]
        offset = (group.index(item) - (len(group) - 1) / 2) * (wh[0] + GAP / 2)
        high = regions[0].split(" ")[0] in ("upper", "top", "lower", "bottom")
        box = (
            centred(x + offset, y, wh)
            if high or setup.flat
            else shifted(setup.boxes[item.key], x + offset - middle(setup.boxes[item.key])[0])
        )
        before = setup.boxes[item.key]
        setup.put(item, box, setup.depths[item.key])
        _along(setup, item, before)


def _along(setup: Setup, base: Instance, before: Box) -> None:
    """What lies on something moves with it."""
    after = setup.boxes[base.key]
    dx, dy = after[0] - before[0], after[3] - before[3]
    on = {a for a, how, b in setup.relations() if b == base.entity and how in BORNE and a != b}
    for item in setup.free:
        if item.entity in on and not any(a.region for a in appearances(setup.draft, item.entity)):
            setup.boxes[item.key] = kept_inside(shifted(setup.boxes[item.key], dx, dy))
