"""Owns how advice is carried out: a change in a shot's spec that its generator follows, and which change comes next.

Deterministic: the same attempts lead to the same next one. Does not know: how anything is made or measured.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence

from agent.tries import Step, Tried
from consistency import Advice, best
from generators import Capabilities, Patch, ShotSpec

FIGURES = 0.6
"""Usual scale of an identity adapter for figures: advice speaks of strengths, a spec of factors on them."""
MOST = 1.6
"""Largest factor: beyond it adapters burn colours in."""
SEEDS = 2**31
ONCE = ("simplify",)
"""Changes that are made one at a time, whoever they are advised for."""


def following(tried: Sequence[Tried], spec: ShotSpec, able: Capabilities, number: int) -> tuple[Step, ...]:
    """What to change for the next attempt: what the best so far had, and the first advice for it not tried yet.

    The same advice for several entities is carried out at once. A region is painted anew over the best attempt; any
    other change makes the whole picture again, so that earlier repairs are gone.

    Args:
        tried: At least one attempt.
        spec: As planned.
        able: What the generator follows; advice that it cannot follow is passed over.
        number: Of the next attempt, counted from 0.
    """
    base = tried[base_of(tried)]
    done = {(step.advice.change, step.advice.entity) for item in tried for step in item.steps}
    now = changed(spec, base.steps, able)
    whole = tuple(step for step in base.steps if step.advice.change != "repair")
    rows = [row for row in base.verdict.advice if (row.change, row.entity) not in done]
    for change in dict.fromkeys(row.change for row in rows):
        alike = tuple(Step(advice=row, number=number) for row in rows if row.change == change)
        if change == "repair":
            if able.repairs:
                return (*base.steps, *alike)
            continue
        steps = (*whole, *(alike[:1] if change in ONCE else alike))
        if changed(spec, steps, able) != now:
            return steps
    why = next((failure.sentence() for failure in base.verdict.failures), "")
    return (*whole, Step(advice=Advice(change="seed", why=why), number=number))


def base_of(tried: Sequence[Tried]) -> int:
    """Index of the attempt on which the next one is built."""
    return best([item.verdict for item in tried])


def patches_of(steps: Sequence[Step], number: int) -> tuple[Patch, ...]:
    """The regions that an attempt paints anew; none when it makes the whole picture."""
    rows = [step.advice for step in steps if step.number == number and step.advice.change == "repair"]
    return tuple(
        Patch(entity=row.entity or "", region=row.region, words=row.words, keep=row.keep) for row in rows if row.region
    )


def changed(spec: ShotSpec, steps: Sequence[Step], able: Capabilities) -> ShotSpec:
    """The spec with all changes made; those that the generator cannot follow change nothing."""
    for step in steps:
        spec = _CHANGES[step.advice.change](spec, step, able)
    return spec


def _repair(spec: ShotSpec, step: Step, able: Capabilities) -> ShotSpec:
    """A region is painted over the attempt before: what is asked of the whole picture stays."""
    return spec


def _seed(spec: ShotSpec, step: Step, able: Capabilities) -> ShotSpec:
    drawn = hashlib.sha256(f"{spec.shot.id}:{spec.shot.seed}:{step.number}".encode()).digest()
    return _shot(spec, seed=int.from_bytes(drawn[:8], "big") % SEEDS)


def _identity(spec: ShotSpec, step: Step, able: Capabilities) -> ShotSpec:
    if "identity" not in able.heeds:
        return spec
    who = [step.advice.entity] if step.advice.entity else _figures(spec)
    raised = {
        name: round(min(MOST, max(0.0, spec.identity.get(name, 1.0) + step.advice.by / FIGURES)), 4) for name in who
    }
    return spec.model_copy(update={"identity": {**spec.identity, **raised}})


def _control(spec: ShotSpec, step: Step, able: Capabilities) -> ShotSpec:
    if able.control is None:
        return spec
    now = able.control if spec.shot.control is None else spec.shot.control
    return _shot(spec, control=round(min(1.0, max(0.0, now + step.advice.by)), 4))


def _emphasis(spec: ShotSpec, step: Step, able: Capabilities) -> ShotSpec:
    if "emphasis" not in able.heeds:
        return spec
    who = [step.advice.entity] if step.advice.entity else sorted(_acting(spec))
    seen = [name for name in who if name in _figures(spec)]
    return spec.model_copy(update={"emphasis": tuple(dict.fromkeys((*spec.emphasis, *seen)))})


def _simplify(spec: ShotSpec, step: Step, able: Capabilities) -> ShotSpec:
    """The smallest, farthest figure that nothing is told of is left out; never the one that failed, nor the last."""
    spare = [name for name in _figures(spec) if name not in {*_acting(spec), step.advice.entity}]
    if "leave_out" not in able.heeds or not spare or len(_figures(spec)) < 2:
        return spec
    least = min(spare, key=lambda name: (_size(spec, name), name))
    return spec.model_copy(update={"leave_out": (*spec.leave_out, least)})


_CHANGES: Mapping[str, Callable[[ShotSpec, Step, Capabilities], ShotSpec]] = {
    "repair": _repair,
    "seed": _seed,
    "identity": _identity,
    "control": _control,
    "emphasis": _emphasis,
    "simplify": _simplify,
}


def _shot(spec: ShotSpec, **values: object) -> ShotSpec:
    return spec.model_copy(update={"shot": spec.shot.model_copy(update=values)})


def _figures(spec: ShotSpec) -> list[str]:
    """Entities on screen that are not left out."""
    return list(dict.fromkeys(row.entity for row in spec.shot.layout if row.entity not in spec.leave_out))


def _acting(spec: ShotSpec) -> set[str]:
    names = [name for beat in spec.shot.beats for name in (*beat.actors, *beat.targets, beat.recipient) if name]
    return {name.partition("#")[0] for name in names} | {line.speaker for line in spec.shot.lines if line.speaker}


def _size(spec: ShotSpec, name: str) -> float:
    """Area of its largest box in the middle of the shot, on the stage."""
    boxes = [box for row in spec.shot.layout if row.entity == name and (box := row.at(0.5))]
    return max(((box[2] - box[0]) * (box[3] - box[1]) for box in boxes), default=0.0)
