"""Owns the numbers of whole films that are as they should be: what a verdict must not complain about.

The examples are made by the animatic and measured as `storyreel check` does. Half of them widen the thresholds, the
other half tell how often a verdict would be wrong. Does not know: thresholds, corruptions.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from agent import StoryAgent, load_story
from agent.checking import SEAMS, check_run, footage, references
from agent.store import Store
from consistency import Number, look_of
from consistency.checks import recurrences, views_of
from consistency.embedders import embedder
from consistency.flow import flow
from consistency.footage import read_clip
from consistency.shots import FOUND, Tools, identity_in, look_at
from planners import Plan

EXAMPLES = Path(__file__).parents[1] / "examples"
SIZE = (480, 270)
CHOSEN, HELD_OUT = "whole film", "held-out film"
Found = tuple[str, str, float]
"""(measure, CHOSEN or HELD_OUT, number)."""


def film_numbers() -> Iterator[Found]:
    """Every number of every example, made at a small size without voices."""
    for index, folder in enumerate(sorted(path.parent for path in EXAMPLES.glob("*/story.yaml"))):
        story = load_story(folder / "story.yaml").model_copy(update={"size": SIZE})
        with tempfile.TemporaryDirectory() as place:
            film = StoryAgent(voice="none", workers=2).make(story, out=Path(place) / "run")
            store = Store(film.folder)
            numbers = [*check_run(film.plan, store).scores.numbers, *_unmasked(film.plan, store)]
        for number in numbers:
            if number.frame is None and number.value is not None and _meant(film.plan, number.measure, number.other):
                name = number.measure + (FOUND if number.by.endswith(FOUND) else "")
                yield name, HELD_OUT if index % 2 else CHOSEN, number.value


def _unmasked(plan: Plan, store: Store) -> Iterator[Number]:
    """Identity once more, with the figures found in the picture."""
    by = embedder()
    tools = Tools(embedder=by, flow=flow(), frames=by)
    views, _ = views_of([look_of(item, store.root) for item in references(plan, store)], by)
    seen = []
    for shot in footage(plan, store):
        clip = read_clip(shot.video, first=shot.first, frames=shot.frames, fps=shot.fps)
        found = look_at(shot, clip, tools)
        seen.append((shot.shot, found))
        yield from identity_in(shot, views, tools, found)
    yield from recurrences(seen, by)


def _meant(plan: Plan, measure: str, shot: str | None) -> bool:
    """A seam says something only inside a take that goes on."""
    return measure not in SEAMS or (shot is not None and plan.shot(shot).continues)
