"""Owns the Reading: what a planner backend understood of a story, before anything is staged.

A Reading is the contract between text understanding (`planners/backends`) and staging
(`planners/nodes`): who and what there is, what happens in which order, where and when, who speaks.
Does not know: shots' geometry, cameras, durations, how the reading was come by.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from planners.plan import (
    Action,
    Attributes,
    Emotion,
    Facing,
    Framing,
    Frozen,
    Kind,
    Mood,
    Move,
    Note,
    Speed,
    TimeOfDay,
    TransitionKind,
    Weather,
)
from planners.plan import Angle as CameraAngle

Region = Literal[
    "upper left", "top", "upper right", "left", "center", "right", "lower left", "bottom", "lower right",
    "offscreen left", "offscreen right", "offscreen top", "offscreen bottom", "background", "foreground",
]  # fmt: skip
"""A named part of the frame."""


class Motion(Frozen):
    """A movement that the text states or that the verb implies."""

    start: Region | None = None
    way: tuple[Region, ...] = ()
    """Way points between start and end, in order."""
    end: Region | None = None
    direction: Literal["left", "right", "up", "down", "toward", "away"] | None = None
    past: str | None = None
    """Entity id that is passed."""
    target: str | None = None
    """Entity id that is approached, followed, or left."""
    around: str | None = None
    """Entity id that is orbited or circled ('' for circling in place)."""
    manner: Literal["walk", "run", "fly", "swim", "fall", "jump", "climb", "roll", "drive", "float", "crawl"] = "walk"
    relation: Literal["toward", "away", "follow", "with", "meet", "part", "pass", "none"] = "none"
    """To the target; `meet`, `part` and `pass` are said of the movers themselves ("toward each other")."""


class Appearance(Frozen):
    """When in the event an entity is seen, as shares of the shot: (0, 1) is always."""

    entity: str
    start: float = 0.0
    end: float = 1.0
    region: Region | None = None
    """Where it stands, when the text says ("on the left", "in the upper right")."""
    count: int | None = None
    """How many of them are seen here, when it differs from the entity's count."""


class Event(Frozen):
    """One thing that happens: one main verb."""

    id: str
    sentence: int
    """Index into Reading.sentences."""
    text: str
    """The clause in the author's words."""
    verb: str
    action: Action
    agents: tuple[str, ...] = ()
    patients: tuple[str, ...] = ()
    recipient: str | None = None
    instruments: tuple[str, ...] = ()
    motion: Motion | None = None
    emotion: Emotion = "neutral"
    pace: float = 1.0
    """1 normal, above 1 quick ("darts"), below 1 slow ("creeps")."""
    state: dict[str, str] = Field(default_factory=dict)
    """What changed: entity id -> new state ("lit", "open", "broken", "gone")."""
    sounds: tuple[str, ...] = ()
    span: tuple[float, float] | None = None
    """When in its sentence it happens, as shares of it; None: one after another."""


class Speech(Frozen):
    """Words that a character says aloud, without the quotation marks."""

    sentence: int
    text: str
    speaker: str | None
    """Entity id; None: nobody could be found, the narrator reads it."""
    listeners: tuple[str, ...] = ()
    emotion: Emotion = "neutral"
    manner: str = ""
    """How it is said, in the author's words: whispering, in tears."""
    off: bool = False
    """The speaker is heard, not seen."""
    before: str = ""
    """Text of the sentence that comes before the quote and is narrated ("Then she said")."""


class CameraWish(Frozen):
    """What the text or the shot list asks of the camera."""

    framing: Framing | None = None
    angle: CameraAngle | None = None
    move: Move | None = None
    speed: Speed | None = None
    focus: str | None = None
    over: str | None = None
    """Entity id of the one over whose shoulder the camera looks."""


class Sentence(Frozen):
    """One sentence (or one entry of a shot list) with all that holds while it is told."""

    index: int
    text: str
    narration: str = ""
    """What the narrator reads: the sentence without its spoken lines."""
    place: str | None = None
    """Entity id of the place; None: not known, staging picks a neutral one and says so."""
    time: TimeOfDay | None = None
    weather: Weather | None = None
    mood: Mood = "neutral"
    present: tuple[str, ...] = ()
    """Characters and props that are visible, in order of mention; never places, never merely talked of."""
    appearances: tuple[Appearance, ...] = ()
    """Only for entities that are not there all the time, or that have a stated region or count."""
    relations: tuple[tuple[str, str, str], ...] = ()
    """(entity, relation, entity): relation is on, under, in, behind, in front of, beside, above, left of, right of."""
    camera: CameraWish = CameraWish()
    paragraph: int = 0
    shot: int | None = None
    """Index of the entry of `shots:` that this sentence belongs to; None for prose."""
    stages: dict[str, str] = Field(default_factory=dict)
    """Entity id -> stage id that it is in (age or costume), when not the first."""
    transition: TransitionKind | None = None
    overlaps: tuple[Literal["lead", "trail"], ...] = ()
    """J-cut: the next shot is heard earlier (lead). L-cut: this one is heard longer (trail)."""


class ReadEntity(Frozen):
    """Somebody or something of the story, found through all its names and pronouns."""

    id: str
    kind: Kind
    name: str
    proper: bool = False
    """Whether `name` is a proper name."""
    count: int = 1
    attributes: Attributes = Attributes()
    stages: dict[str, Attributes] = Field(default_factory=dict)
    description: str = ""
    members: tuple[str, ...] = ()
    """For a group ("the friends", "they"): ids of its members when they are known."""
    mentions: int = 1
    facing: Facing | None = None


class Reading(Frozen):
    """All that was understood of a story."""

    language: str
    entities: dict[str, ReadEntity]
    sentences: tuple[Sentence, ...]
    events: tuple[Event, ...]
    speeches: tuple[Speech, ...] = ()
    title: str | None = None
    notes: tuple[Note, ...] = ()

    def events_of(self, sentence: int) -> tuple[Event, ...]:
        """The events of one sentence, in order."""
        return tuple(event for event in self.events if event.sentence == sentence)

    def speeches_of(self, sentence: int) -> tuple[Speech, ...]:
        """The spoken lines of one sentence, in order."""
        return tuple(speech for speech in self.speeches if speech.sentence == sentence)
