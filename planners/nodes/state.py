"""Owns the state that walks through the planner graph, and the draft of a shot. Does not know: any node."""

from __future__ import annotations

from typing import TypedDict

from planners.checks import Problem
from planners.native import NativeLengths
from planners.plan import Cards, Entity, Frozen, Mood, Note, Plan, Review, Scene, Shot, TimeOfDay, Weather
from planners.reading import Event, Reading, Sentence, Speech
from planners.story import Story


class SceneKey(Frozen):
    """What makes two neighbouring shots one scene."""

    place: str
    time: TimeOfDay
    weather: Weather
    heading: str = ""
    """As written in a screenplay."""


class Draft(Frozen):
    """A shot before it is staged: what it shows, says and where it is."""

    id: str
    scene: SceneKey
    mood: Mood = "neutral"
    sentences: tuple[Sentence, ...]
    events: tuple[Event, ...] = ()
    speeches: tuple[Speech, ...] = ()
    narration: str = ""
    text: str = ""
    opens: bool = False
    """First shot of its scene."""
    seconds: float | None = None
    """Fixed by the author."""
    entry: int | None = None
    """Index of the entry of `shots:` that it must be."""


class State(TypedDict, total=False):
    """What the nodes pass on; each returns the keys that it changes."""

    story: Story
    reading: Reading
    chosen: tuple[int, ...]
    """Indices of the sentences of a long text that the director chose to tell; empty or missing: the rules choose."""
    drafts: tuple[Draft, ...]
    entities: dict[str, Entity]
    scenes: tuple[Scene, ...]
    shots: tuple[Shot, ...]
    cards: Cards
    notes: tuple[Note, ...]
    plan: Plan
    problems: tuple[Problem, ...]
    rounds: int
    reviews: dict[str, Review]
    lengths: NativeLengths
    unreached: int
    """Nodes of the director in a row whose model could not be reached."""
