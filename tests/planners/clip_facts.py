"""Checks of one fact against a Plan, by its boxes over the whole film, for the short prompts of `clip_cases`.

Words name an entity by noun or name (`police_car` for two words). Times and places are shares of film and frame.
`count: cat 3`, `grows: cat 2 3` seen at once; `color: red car`; `wear: hat red man`; `size: tiny mouse`;
`colors: cow black white`; `material: wooden robot`; `pattern`, `hair` likewise;
`seen: bird 0.5-1` only then; `early: man` in the first tenth; `order: a b` of first sight; `go: ball right`;
`path: ball ll ul` through parts of the frame; `moves`, `still`, `spins`, `leaves`; `orbit: moth lamp`; `past: a b`;
`meet: a b`, `part: a`; `follow: cat mouse` behind it, the same way; `on`, `under`, `above`, `beside`, `left: a b`;
`near: a b` nearer to the camera; `between: bear cushion` of two; `amid: a b c`; `apart: car` room between two;
`ride: girl bicycle` upon it; `afoot: girl bus` not upon it at the end; `held: tray waiter`; `act: dog sleep`;
`angle`, `focus`, `place`, `time`, `weather`, `has`, `no`, `note`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from planners import Box, Plan, load_story, make_plan
from planners.lens import overlap
from planners.plan import Entity, Shot

STEPS = 13


@dataclass
class Moment:
    """One sampled moment of the film."""

    at: float
    shot: Shot
    frame: dict[str, Box]
    stage: dict[str, Box]


class Seen:
    """A plan with all that is seen in it, moment by moment."""

    def __init__(self, prompt: str) -> None:
        self.plan: Plan = make_plan(load_story({"story": prompt, "narration": False}))
        self.moments = list(self._moments())

    def _moments(self) -> Iterator[Moment]:
        total, begun = sum(shot.frames for shot in self.plan.shots), 0
        for shot in self.plan.shots:
            for step in range(STEPS):
                t = step / (STEPS - 1)
                stage = {track.key: box for track in shot.layout if (box := track.at(t)) is not None}
                yield Moment((begun + t * shot.frames) / total, shot, self.plan.boxes(shot, t), stage)
            begun += shot.frames

    def ids(self, word: str) -> set[str]:
        word = word.replace("_", " ")
        return {entity.id for entity in self.plan.entities.values() if word in _called(entity)}

    def frames(self, word: str) -> list[tuple[float, list[Box]]]:
        """(time, boxes in the frame) at every moment."""
        ids = self.ids(word)
        return [(m.at, [b for k, b in sorted(m.frame.items()) if k.split("#")[0] in ids]) for m in self.moments]

    def track(self, word: str) -> list[tuple[float, float]]:
        """Middle of the first box of a thing, while it is seen."""
        return [middle(boxes[0]) for _, boxes in self.frames(word) if boxes]

    def pairs(self, a: str, b: str) -> Iterator[tuple[list[Box], list[Box]]]:
        """Boxes on the stage of both, at every moment that has both."""
        first, second = self.ids(a), self.ids(b)
        for moment in self.moments:
            left = [box for key, box in sorted(moment.stage.items()) if key.split("#")[0] in first]
            right = [box for key, box in sorted(moment.stage.items()) if key.split("#")[0] in second]
            if left and right:
                yield left, right


def wrong(prompt: str, facts: str) -> list[str]:
    """The facts that do not hold in the plan of a prompt."""
    seen = Seen(prompt)
    return [fact for fact in (part.strip() for part in facts.split(";")) if not _holds(seen, fact)]


def _holds(seen: Seen, fact: str) -> bool:
    return any(_one(seen, option) for option in fact.split("|"))


def _one(seen: Seen, fact: str) -> bool:
    name, _, words = fact.partition(":")
    return CHECKS[name.strip()](seen, *words.split())


def _called(entity: Entity) -> set[str]:
    name, noun = entity.name.lower(), entity.attributes.noun
    return {name, noun, name.split()[-1], *noun.split()[-1:], entity.id}


def middle(box: Box) -> tuple[float, float]:
    return ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)


def _most(seen: Seen, word: str) -> int:
    return max((len(boxes) for _, boxes in seen.frames(word)), default=0)


def _grows(seen: Seen, word: str, first: str, last: str) -> bool:
    rows = [len(boxes) for _, boxes in seen.frames(word)]
    return rows[1] == int(first) and rows[-2] == int(last)


def _look(seen: Seen, word: str, test: Callable[[Entity], bool]) -> bool:
    found = [seen.plan.entities[key] for key in seen.ids(word)]
    return bool(found) and any(test(entity) for entity in found)


def _color(seen: Seen, color: str, word: str) -> bool:
    def test(entity: Entity) -> bool:
        return [c.replace("grey", "gray") for c in entity.attributes.colors] == [color]

    return _look(seen, word, test)


def _colors(seen: Seen, word: str, *colors: str) -> bool:
    return _look(seen, word, lambda e: {c.replace("grey", "gray") for c in e.attributes.colors} == set(colors))


def _said(field: str) -> Callable[[Seen, str, str], bool]:
    """A check of one attribute of what a word names."""

    def check(seen: Seen, value: str, word: str) -> bool:
        return _look(seen, word, lambda e: value in str(getattr(e.attributes, field)))

    return check


def _wear(seen: Seen, kind: str, color: str, word: str) -> bool:
    return _look(seen, word, lambda e: any((g.kind, g.color) == (kind, color) for g in e.attributes.clothes))


def _span(seen: Seen, word: str, span: str) -> bool:
    start, end = (float(part) for part in span.split("-"))
    times = [at for at, boxes in seen.frames(word) if boxes]
    return bool(times) and start - 0.02 <= min(times) < start + 0.45 and max(times) <= end + 0.05


def _first(seen: Seen, word: str) -> float:
    return next((at for at, boxes in seen.frames(word) if boxes), 9.0)


def _order(seen: Seen, *words: str) -> bool:
    times = [_first(seen, word) for word in words]
    return all(a < b for a, b in pairwise(times)) and times[-1] <= 1


def _go(seen: Seen, word: str, way: str) -> bool:
    spots = seen.track(word)
    if len(spots) < 2:
        return False
    dx, dy = spots[-1][0] - spots[0][0], spots[-1][1] - spots[0][1]
    return {"right": dx, "left": -dx, "up": -dy, "down": dy}[way] > 0.12


def _part_of(spot: tuple[float, float], name: str) -> bool:
    x, y = spot
    sides = {"l": x < 0.45, "r": x > 0.55, "t": y < 0.45, "b": y > 0.55, "u": y < 0.45}
    if len(name) == 1:
        return sides[name]
    return (sides["u"] if name[0] == "u" else sides["b"]) and sides[name[1]]


def _path(seen: Seen, word: str, *stops: str) -> bool:
    spots = seen.track(word)
    if len(spots) < 3 or not _part_of(spots[0], stops[0]) or not _part_of(spots[-1], stops[-1]):
        return False
    left = list(stops)
    for spot in spots:
        if left and _part_of(spot, left[0]):
            left.pop(0)
    return not left


def _spread(seen: Seen, word: str) -> float:
    spots = seen.track(word)
    if len(spots) < 2:
        return 0.0
    return max(max(p[i] for p in spots) - min(p[i] for p in spots) for i in (0, 1))


def _orbit(seen: Seen, a: str, b: str) -> bool:
    sides = [(middle(left[0])[0] > middle(right[0])[0]) for left, right in seen.pairs(a, b)]
    return sum(x != y for x, y in pairwise(sides)) >= 2 - 1 and len(set(sides)) == 2 and _spread(seen, a) > 0.1


def _spins(seen: Seen, word: str) -> bool:
    spots = seen.track(word)
    if len(spots) < 3:
        return False
    turns = [b[0] - a[0] for a, b in pairwise(spots)]
    return max(turns) > 0.005 and min(turns) < -0.005


def _past(seen: Seen, a: str, b: str) -> bool:
    gaps = [middle(left[0])[0] - middle(right[0])[0] for left, right in seen.pairs(a, b)]
    return len(gaps) > 1 and gaps[0] * gaps[-1] < 0


def _gap(left: list[Box], right: list[Box], same: bool) -> float:
    a, b = (left[0], left[-1]) if same else (left[0], right[0])
    return abs(middle(a)[0] - middle(b)[0])


def _meet(seen: Seen, a: str, b: str) -> bool:
    gaps = [_gap(left, right, a == b) for left, right in seen.pairs(a, b) if a != b or len(left) > 1]
    return len(gaps) > 1 and max(gaps) - min(gaps) > 0.15 and gaps.index(min(gaps)) > gaps.index(max(gaps))


def _parted(seen: Seen, word: str) -> bool:
    gaps = [_gap(left, right, True) for left, right in seen.pairs(word, word) if len(left) > 1]
    return len(gaps) > 1 and max(gaps) - gaps[0] > 0.15


def _follow(seen: Seen, a: str, b: str) -> bool:
    rows = [(middle(left[0])[0], middle(right[0])[0]) for left, right in seen.pairs(a, b)]
    if len(rows) < 3:
        return False
    mine, theirs = rows[-1][0] - rows[0][0], rows[-1][1] - rows[0][1]
    sign = 1 if theirs > 0 else -1
    return mine * sign > 0.1 and theirs * sign > 0.1 and all((y - x) * sign > -0.01 for x, y in rows)


def _every(seen: Seen, a: str, b: str, test: Callable[[Box, Box], bool]) -> bool:
    rows = [all(test(box, right[0]) for box in left) for left, right in seen.pairs(a, b)]
    return bool(rows) and sum(rows) >= 0.7 * len(rows)


def _on(upper: Box, lower: Box) -> bool:
    x = middle(upper)[0]
    return lower[0] - 0.03 < x < lower[2] + 0.03 and lower[1] - 0.03 < upper[3] < lower[3] + 0.02 > upper[1] + 0.02


def _under(lower: Box, upper: Box) -> bool:
    x = middle(lower)[0]
    return upper[0] - 0.03 < x < upper[2] + 0.03 and middle(lower)[1] > middle(upper)[1]


def _beside(a: Box, b: Box) -> bool:
    return abs(middle(a)[0] - middle(b)[0]) < (a[2] - a[0] + b[2] - b[0]) / 2 + 0.15 and overlap(a, b) < 0.5


def _between(seen: Seen, a: str, b: str) -> bool:
    rows = [
        min(middle(x)[0] for x in right) < middle(left[0])[0] < max(middle(x)[0] for x in right)
        for left, right in seen.pairs(a, b)
        if len(right) > 1
    ]
    return bool(rows) and all(rows)


def _amid(seen: Seen, a: str, b: str, c: str) -> bool:
    first = [(middle(x[0])[0], middle(y[0])[0]) for x, y in seen.pairs(a, b)]
    second = [middle(y[0])[0] for _, y in seen.pairs(a, c)]
    return bool(first and second) and min(first[0][1], second[0]) < first[0][0] < max(first[0][1], second[0])


def _apart(seen: Seen, word: str) -> bool:
    rows = [left for left, _ in seen.pairs(word, word) if len(left) > 1]
    return bool(rows) and all(abs(middle(row[0])[0] - middle(row[1])[0]) > 0.2 for row in rows)


def _upon(rider: Box, mount: Box) -> bool:
    x = middle(rider)[0]
    return mount[0] - 0.02 <= x <= mount[2] + 0.02 and overlap(rider, mount) > 0.1


def _ride(seen: Seen, a: str, b: str) -> bool:
    acts = {beat.action for shot in seen.plan.shots for beat in shot.beats if _does(seen, beat.actors, a)}
    rows = [all(any(_upon(x, y) for y in right) for x in left) for left, right in seen.pairs(a, b)]
    return bool(acts & {"ride", "drive", "sail"}) and bool(rows) and all(rows[-3:])


def _afoot(seen: Seen, a: str, b: str) -> bool:
    last = seen.plan.shots[-1]
    acts = {beat.action for beat in last.beats if _does(seen, beat.actors, a)}
    return bool(acts) and not acts & {"ride", "drive"}


def _does(seen: Seen, actors: tuple[str, ...], word: str) -> bool:
    return bool({actor.split("#")[0] for actor in actors} & seen.ids(word))


def _act(seen: Seen, word: str, action: str) -> bool:
    beats = [beat for shot in seen.plan.shots for beat in shot.beats]
    return any(beat.action == action and _does(seen, beat.actors, word) for beat in beats)


def _near(seen: Seen, a: str, b: str) -> bool:
    for shot in seen.plan.shots:
        first = [t.depth for t in shot.layout if t.entity in seen.ids(a)]
        second = [t.depth for t in shot.layout if t.entity in seen.ids(b)]
        if first and second:
            return min(first) > max(second)
    return False


def _held(seen: Seen, a: str, b: str) -> bool:
    tracks = [track for shot in seen.plan.shots for track in shot.layout if track.entity in seen.ids(a)]
    return any((track.held_by or "").split("#")[0] in seen.ids(b) for track in tracks)


def _leaves(seen: Seen, word: str) -> bool:
    _, boxes = seen.frames(word)[-1]
    return not boxes or min(boxes[0][0], boxes[0][1], 1 - boxes[0][2], 1 - boxes[0][3]) <= 0.001


def _place(seen: Seen, word: str) -> bool:
    return any(word in _called(seen.plan.entities[scene.place]) for scene in seen.plan.scenes)


def _focus(seen: Seen, word: str) -> bool:
    return any((shot.camera.focus or "").split("#")[0] in seen.ids(word) for shot in seen.plan.shots)


CHECKS: dict[str, Callable[..., bool]] = {
    "count": lambda s, word, n: _most(s, word) == int(n),
    "grows": _grows,
    "color": _color,
    "colors": _colors,
    "material": _said("material"),
    "pattern": _said("pattern"),
    "hair": lambda s, value, word: _said("hair")(s, value, word) or _said("hair_color")(s, value, word),
    "wear": _wear,
    "size": lambda s, size, word: _look(s, word, lambda e: e.attributes.size == size),
    "seen": _span,
    "early": lambda s, word: _first(s, word) < 0.1,
    "order": _order,
    "go": _go,
    "path": _path,
    "moves": lambda s, word: _spread(s, word) > 0.12,
    "still": lambda s, word: _spread(s, word) < 0.05 and _most(s, word) > 0,
    "spins": _spins,
    "leaves": _leaves,
    "orbit": _orbit,
    "past": _past,
    "meet": _meet,
    "part": _parted,
    "follow": _follow,
    "on": lambda s, a, b: _every(s, a, b, _on),
    "under": lambda s, a, b: _every(s, a, b, _under),
    "above": lambda s, a, b: _every(s, a, b, lambda x, y: middle(x)[1] < middle(y)[1]),
    "beside": lambda s, a, b: _every(s, a, b, _beside),
    "left": lambda s, a, b: _every(s, a, b, lambda x, y: middle(x)[0] < middle(y)[0]),
    "near": _near,
    "between": _between,
    "amid": _amid,
    "apart": _apart,
    "ride": _ride,
    "afoot": _afoot,
    "held": _held,
    "act": _act,
    "angle": lambda s, angle: any(shot.camera.angle == angle for shot in s.plan.shots),
    "focus": _focus,
    "place": _place,
    "time": lambda s, time: any(scene.time == time for scene in s.plan.scenes),
    "weather": lambda s, weather: any(scene.weather == weather for scene in s.plan.scenes),
    "has": lambda s, word: any(k.split("#")[0] in s.ids(word) for m in s.moments for k in m.stage),
    "no": lambda s, word: not s.ids(word),
    "note": lambda s, word: any(word in note.what for note in s.plan.notes),
}
