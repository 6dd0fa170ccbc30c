"""Owns prompts whose layout can be judged by rules, in the five families of LLM-grounded Video Diffusion.

Arithmetic, colour, presence in time, direction, way points (arXiv 2309.17444, section 4; the words are our own). A
prompt is right when the boxes of the plan obey its rule at all the moments that are looked at. Does not know: planners.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from planners import Plan

Family = Literal["count", "colour", "presence", "direction", "way points"]
MOMENTS = tuple(index / 10 for index in range(11))
STEP = 0.08
"""Least distance that a box's middle moves to count as moving, in shares of the frame."""

_THINGS = (
    "cat",
    "dog",
    "rabbit",
    "horse",
    "balloon",
    "car",
    "bird",
    "penguin",
    "elephant",
    "ball",
    "boat",
    "chicken",
    "sheep",
)
_COLOURS = ("red", "blue", "green", "yellow", "black", "white", "orange", "purple")
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5}
_MOVERS = ("fox", "dog", "car", "bicycle", "duck", "train", "rabbit", "horse", "tortoise", "robot")
_FIXED = ("tree", "rock", "house", "bench", "fence", "statue")
_CORNERS = ("upper left", "upper right", "lower right", "lower left")


@dataclass(frozen=True)
class Rule:
    """One prompt and the rule that its boxes must obey."""

    family: Family
    prompt: str
    holds: Callable[[Plan], bool]


def rules(count: int, seed: int = 0) -> Iterator[Rule]:
    """`count` prompts of every family, always the same for one seed."""
    for family, make in _MAKERS.items():
        for index in range(count):
            yield make(random.Random(f"{seed}-{family}-{index}"))


def _count(rng: random.Random) -> Rule:
    thing, word = rng.choice(_THINGS), rng.choice(list(_NUMBERS))
    plural = {"sheep": "sheep"}.get(thing, thing + "s")
    prompt = rng.choice(("A video with {n} {t} in a field.", "{N} {t} on a beach.", "There are {n} {t} in the garden."))
    text = prompt.format(n=word, N=word.capitalize(), t=plural)
    return Rule("count", text, lambda plan: all(len(_seen(plan, thing, t)) == _NUMBERS[word] for t in MOMENTS))


def _colour(rng: random.Random) -> Rule:
    (one, two), (a, b) = rng.sample(_THINGS, 2), rng.sample(_COLOURS, 2)
    prompt = rng.choice(
        ("A {a} {x} and a {b} {y}.", "A {a} {x} next to a {b} {y} in a park.", "A {a} {x} and a {b} {y} on the grass.")
    )

    def holds(plan: Plan) -> bool:
        both = [bool(_seen(plan, one, t, a)) and bool(_seen(plan, two, t, b)) for t in MOMENTS]
        return sum(both) * 2 >= len(both)

    return Rule("colour", prompt.format(a=a, b=b, x=one, y=two), holds)


def _presence(rng: random.Random) -> Rule:
    thing, first = rng.choice(_THINGS), rng.random() < 0.5
    half = "first" if first else "second"
    prompt = rng.choice(
        ("A {t} that is only there in the {h} half of the video.", "A {t} appears only in the {h} half of the video.")
    )

    def holds(plan: Plan) -> bool:
        early = [bool(_seen(plan, thing, t)) for t in MOMENTS if t < 0.45]
        late = [bool(_seen(plan, thing, t)) for t in MOMENTS if t > 0.55]
        there, gone = (early, late) if first else (late, early)
        return all(there) and not any(gone)

    return Rule("presence", prompt.format(t=thing, h=half), holds)


def _direction(rng: random.Random) -> Rule:
    thing, fixed, right = rng.choice(_MOVERS), rng.choice(_FIXED), rng.random() < 0.5
    way = "from the left to the right" if right else "from the right to the left"
    prompt = rng.choice(("A {t} moving {w}.", "A {t} goes {w}, past a {f}.", "A {t} crosses a field {w}."))

    def holds(plan: Plan) -> bool:
        middles = _middles(plan, thing)
        return len(middles) > 1 and (middles[-1][0] - middles[0][0]) * (1 if right else -1) > STEP

    return Rule("direction", prompt.format(t=thing, w=way, f=fixed), holds)


def _way_points(rng: random.Random) -> Rule:
    thing, start = rng.choice(_MOVERS), rng.randrange(4)
    stops = [_CORNERS[(start + step) % 4] for step in range(3)]
    prompt = rng.choice(
        (
            "A {t}, seen from above, goes from the {a} to the {b} and then to the {c}.",
            "Top-down view: a {t} starts at the {a}, moves to the {b}, then to the {c}.",
        )
    )

    def holds(plan: Plan) -> bool:
        middles = _middles(plan, thing)
        if len(middles) < 3:
            return False
        moments = (middles[0], middles[len(middles) // 2], middles[-1])
        return all(_corner(middle) == stop for middle, stop in zip(moments, stops, strict=True))

    return Rule("way points", prompt.format(t=thing, a=stops[0], b=stops[1], c=stops[2]), holds)


_MAKERS: dict[Family, Callable[[random.Random], Rule]] = {
    "count": _count,
    "colour": _colour,
    "presence": _presence,
    "direction": _direction,
    "way points": _way_points,
}


def _seen(plan: Plan, noun: str, t: float, colour: str | None = None) -> list[str]:
    """Keys of the instances of a noun that are in the picture at a share of the whole film."""
    shot, local = _at(plan, t)
    keys = []
    for key in plan.boxes(shot, local):
        entity = plan.entities[key.split("#")[0]]
        named = noun in (entity.attributes.noun, entity.attributes.species) or noun in entity.name.split()
        if named and (colour is None or colour in entity.attributes.colors or colour in entity.name.split()):
            keys.append(key)
    return keys


def _at(plan: Plan, t: float) -> tuple[str, float]:
    """The shot that plays at a share of the film, and the share of the shot."""
    frame = t * sum(shot.frames for shot in plan.shots)
    for shot in plan.shots:
        if frame <= shot.frames:
            return shot.id, min(frame / shot.frames, 1.0)
        frame -= shot.frames
    return plan.shots[-1].id, 1.0


def _middles(plan: Plan, noun: str) -> list[tuple[float, float]]:
    out = []
    for t in MOMENTS:
        shot, local = _at(plan, t)
        boxes = plan.boxes(shot, local)
        for key in _seen(plan, noun, t)[:1]:
            x0, y0, x1, y1 = boxes[key]
            out.append(((x0 + x1) / 2, (y0 + y1) / 2))
    return out


def _corner(middle: tuple[float, float]) -> str:
    return f"{'upper' if middle[1] < 0.5 else 'lower'} {'left' if middle[0] < 0.5 else 'right'}"
