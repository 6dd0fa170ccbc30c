"""The films of the ablations: plans cut small, each with one thing switched on or off, made and measured."""

from __future__ import annotations

import os
import shutil
import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from agent import Film, StoryAgent
from agent.checking import check_run
from agent.store import Store
from agent.timeline import timeline
from consistency import MEASURES, Footage, Scores, check_shot
from planners import Cards, Plan, Transition, load_story

ROOT = Path(__file__).parents[1]
EXAMPLES = ("06_shot_list", "01_lighthouse", "02_kitchen_talk", "03_forest_animals")
TAKE = (
    "A girl in a red coat walks along the street.",
    "The girl runs on.",
    "The girl stops and waves.",
)
JOIN_FRAMES = 6
AROUND = 8
"""Frames on either side of a join that are measured with it."""
OVER_JOINS: Mapping[str, str] = {
    "flash": "flash over joins", "smoothness": "smoothness over joins", "disorder": "disorder over joins",
    "warp_error": "warp_error over joins", "wrong_cuts": "cuts found at joins",
}  # fmt: skip
"""Measures of the shown film around its joins; those of `check_run` see the shots, not the joins."""
MORE: Mapping[str, tuple[str, str]] = {
    "join jump": ("multiples of the clips' own motion", "lower"),
    "joins kept": ("share made as a join, not as a cut", "higher"),
    **{said: (MEASURES[name].unit, MEASURES[name].better) for name, said in OVER_JOINS.items()},
}
"""Rows beside those of `consistency.MEASURES`: unit, and which way is better."""


@dataclass(frozen=True)
class Size:
    """How small the films are."""

    shots: int = 4
    frames: int = 24
    size: tuple[int, int] = (320, 180)
    fps: int = 12


@dataclass(frozen=True)
class Variant:
    """One column: how a film is made."""

    name: str
    about: str
    joins: str = "cut"
    """Kind of every transition."""
    alone: bool = False
    """Every shot is made by itself, with chance of its own."""
    photos: tuple[str, ...] = ()
    """Views of the drawn references that are given to the generator as photos of each character."""
    settings: Mapping[str, str] = field(default_factory=dict)


@cache
def _planned(example: str, size: Size) -> Plan:
    story = load_story(ROOT / "examples" / example / "story.yaml")
    return StoryAgent(voice="none").plan(story.model_copy(update={"size": size.size, "fps": size.fps}))


@cache
def taken(size: Size, continued: bool) -> Plan:
    """A story of one take, planned as one or as separate shots."""
    more = {"transition": "continuation"} if continued else {}
    shots = [{"action": text, "duration": size.frames / size.fps, **more} for text in TAKE]
    story = {"title": "Take", "size": list(size.size), "fps": size.fps, "narration": False, "shots": shots}
    return _bare(StoryAgent(voice="none").plan(story))


def example(name: str, size: Size) -> Plan:
    """The first shots of an example, with hard cuts, silent."""
    plan = _planned(name, size)
    shots = [shot for shot in plan.shots if shot.layout][: size.shots]
    return _bare(_only(plan, [shot.model_copy(update={"frames": min(shot.frames, size.frames)}) for shot in shots]))


def _only(plan: Plan, shots: Sequence[object]) -> Plan:
    kept = {shot.id for shot in shots}  # type: ignore[attr-defined]
    scenes = [
        scene.model_copy(update={"shots": tuple(name for name in scene.shots if name in kept)}) for scene in plan.scenes
    ]
    groups = {who: tuple(name for name in names if name in kept) for who, names in plan.groups.items()}
    update = {
        "shots": tuple(shots), "scenes": tuple(scene for scene in scenes if scene.shots),
        "groups": {who: names for who, names in groups.items() if names},
    }  # fmt: skip
    return plan.model_copy(update=update)


def _bare(plan: Plan) -> Plan:
    shots = tuple(shot.model_copy(update={"lines": (), "effects": ()}) for shot in plan.shots)
    return plan.model_copy(update={"shots": shots, "cards": Cards(title=0, end=0), "music": False, "subtitles": "off"})


def joined(plan: Plan, kind: str) -> Plan:
    """The plan with every transition of one kind; takes stay what they are."""
    frames = 0 if kind == "cut" else JOIN_FRAMES
    shots = [
        shot if shot.transition.kind == "continuation" or shot is plan.shots[-1]
        else shot.model_copy(update={"transition": Transition(kind=kind, frames=frames)})
        for shot in plan.shots
    ]  # fmt: skip
    return plan.model_copy(update={"shots": tuple(shots)})


def make(plan: Plan, variant: Variant, seed: int, out: Path) -> Film:
    """The film of a variant."""
    plan = joined(plan.model_copy(update={"seed": seed}), variant.joins)
    workers = 1 if variant.settings else min(os.cpu_count() or 1, 2)
    agent = StoryAgent(voice="none", workers=workers, attempts=1, **variant.settings)
    if variant.photos:
        plan = _pinned(plan, variant.photos, out)
    film = agent.make(plan, out=out / "film")
    if variant.alone:
        for number, shot in enumerate(plan.shots[1:], 1):
            one = _only(plan, [shot.model_copy(update={"transition": Transition()})])
            other = agent.make(one.model_copy(update={"seed": seed + 1000 * number}), out=out / f"alone{number}")
            (film.folder / f"04_shots/{shot.id}.mp4").unlink()
            shutil.copy(other.folder / f"04_shots/{shot.id}.mp4", film.folder / f"04_shots/{shot.id}.mp4")
    return film


def _pinned(plan: Plan, views: Sequence[str], out: Path) -> Plan:
    """The plan with photos of its characters: cut-outs of the sheets that the animatic draws."""
    one = _only(plan, [shot.model_copy(update={"frames": 2, "transition": Transition()}) for shot in plan.shots])
    drawn = StoryAgent(voice="none").make(one, out=out / "drawn").folder / "02_references/cutouts"
    entities = dict(plan.entities)
    for name, entity in plan.entities.items():
        there = [view for view in views if (drawn / f"{name}.{view}.png").is_file()]
        if entity.kind == "character" and there:
            files = [f"photos/{name}_{view}.png" for view in there]
            for file, view in zip(files, there, strict=True):
                (out / "film/photos").mkdir(parents=True, exist_ok=True)
                shutil.copy(drawn / f"{name}.{view}.png", out / "film" / file)
            entities[name] = entity.model_copy(update={"reference": tuple(files)})
    return plan.model_copy(update={"entities": entities})


def measured(film: Film, *, joins: bool) -> dict[str, float]:
    """Measure -> its mean over the film; with `joins` also what is seen where its shots meet."""
    found = check_run(film.plan, Store(film.folder)).scores
    out = {name: value for name in MEASURES if (value := _mean(found, name)) is not None}
    return out | (_joins(film) if joins else {})


def _mean(scores: Scores, name: str) -> float | None:
    values = [row.value for row in scores.of(name) if row.frame is None and row.value is not None]
    return statistics.fmean(values) if values else None


def _joins(film: Film) -> dict[str, float]:
    """What is seen where shots meet."""
    rows: dict[str, list[float]] = {}
    store = Store(film.folder)
    for piece in timeline(film.plan).pieces:
        record = store.read(f"05_joins/{piece.id}.json") if piece.kind == "join" else None
        if record is not None:
            rows.setdefault("joins kept", []).append(float(record.data["kind"] != "cut"))
            rows.setdefault("join jump", []).append(float(record.data["measures"]["jump"]))
    for footage in _windows(film):
        scores = check_shot(footage)
        for name, said in OVER_JOINS.items():
            value = _mean(scores, name)
            rows.setdefault(said, []).extend([] if value is None else [value])
    return {name: statistics.fmean(values) for name, values in rows.items() if values}


def _windows(film: Film) -> Iterator[Footage]:
    """The film around each of its cuts."""
    line = timeline(film.plan)
    for shot in film.plan.shots[1:]:
        first = max(line.starts[shot.id] - AROUND, 0)
        frames = min(2 * AROUND, line.frames - first)
        yield Footage(shot=shot.id, video=film.video, frames=frames, fps=film.plan.fps, first=first)
