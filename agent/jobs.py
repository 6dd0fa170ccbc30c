"""Owns the jobs behind the artefacts: frozen data that can be sent to another process and run there.

A job knows its inputs' paths inside the run folder and nothing else. Does not know: how the work is done
(`agent/work`), what is current, other jobs, the order of work.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict

from agent.captions import Cue
from agent.events import Spent
from agent.tries import Again
from generators import ShotSpec
from planners import Box, Entity, Price, Voice

Progress = Callable[[int, int], None]


class Outcome(BaseModel):
    """What a job made: files relative to the run folder, data for its record, and what was lost."""

    model_config = ConfigDict(frozen=True)

    files: tuple[str, ...]
    data: dict[str, Any] = {}
    downgrades: tuple[str, ...] = ()
    spent: tuple[Spent, ...] = ()
    """What servers were paid for it."""


class Job(BaseModel):
    """Base of all jobs: data only. The code that does the work is imported when, and where, it is needed."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    worker: ClassVar[str]
    """`module:function` that does the work: (job, run folder, progress) -> Outcome."""

    def run(self, root: Path, progress: Progress) -> Outcome:
        """Do the work; `root` is the run folder."""
        module, _, name = self.worker.partition(":")
        outcome: Outcome = getattr(importlib.import_module(module), name)(self, root, progress)
        return outcome


class SpeechJob(Job):
    """Say one line."""

    worker: ClassVar[str] = "agent.work.sound:speech"

    text: str
    voice: Voice
    engine: str
    language: str
    room: float
    fps: int
    seed: int
    file: str


class ReferenceJob(Job):
    """Draw one entity's reference sheet and embed it."""

    worker: ClassVar[str] = "agent.work.pictures:reference"

    entity: Entity
    stage: str | None
    style: str
    seed: int
    generator: str
    key: str
    file: str
    guide: str | None = None
    """Record of the same entity's sheet by another generator."""


class LookerOf(BaseModel):
    """A vision-language model that looks at what was made."""

    model_config = ConfigDict(frozen=True)

    model: str
    """`openai:MODEL`."""
    endpoint: str | None = None
    prices: dict[str, Price] = {}


class KeyframeJob(Job):
    """Make one shot's still."""

    worker: ClassVar[str] = "agent.work.pictures:keyframe"

    spec: ShotSpec
    references: tuple[str, ...]
    """Records of the references."""
    generator: str
    key: str
    file: str
    t: float | None = None
    """Moment in [0, 1]; None: the most telling one."""
    guide: str | None = None
    """The same still by another generator."""
    control: str | None = None
    """The guide's control file."""
    planned: dict[str, Box] = {}
    """The plan's visible boxes at that moment, by track key."""
    attempts: int = 1
    """How often it is made at most; with one it is not measured."""
    again: Again | None = None
    """More attempts, after the film's check."""
    looker: LookerOf | None = None
    """Looks at what the measures accept."""


class GivenStillJob(Job):
    """Bring the user's own picture to the film's form."""

    worker: ClassVar[str] = "agent.work.given:still"

    spec: ShotSpec
    source: str
    """Inside the run folder."""
    t: float
    key: str
    file: str


class GivenClipJob(Job):
    """Bring the user's own clip to the film's form."""

    worker: ClassVar[str] = "agent.work.given:clip"

    source: str
    """Inside the run folder."""
    size: tuple[int, int]
    fps: int
    frames: int
    head: int
    tail: int
    file: str


class MovingStillJob(Job):
    """Move over a still."""

    worker: ClassVar[str] = "agent.work.given:moving"

    source: str
    size: tuple[int, int]
    fps: int
    frames: int
    start: Box
    """What of the picture is seen first, in shares of it."""
    end: Box
    head: int
    tail: int
    file: str
    instead: str
    """Name of the generator that cannot start from the picture."""


class ControlJob(Job):
    """Write masks, boxes and depth order of a guide."""

    worker: ClassVar[str] = "agent.work.pictures:control"

    spec: ShotSpec
    t: float | None
    """Moment of a still; None: a whole clip."""
    head: int = 0
    tail: int = 0
    generator: str
    file: str


class TitleJob(Job):
    """Draw the title that is laid over the first shot."""

    worker: ClassVar[str] = "agent.work.pictures:title"

    spec: ShotSpec
    generator: str
    file: str


class SpokenLine(BaseModel):
    """A character's line in a shot: who, from which frame, and the record of its speech."""

    model_config = ConfigDict(frozen=True)

    speaker: str
    start: int
    record: str


class ShotJob(Job):
    """Make one moving shot."""

    worker: ClassVar[str] = "agent.work.pictures:shot"

    keyframe: str
    references: tuple[str, ...]
    lines: tuple[SpokenLine, ...]
    generator: str
    head: int
    tail: int
    key: str
    file: str
    guide: str | None = None
    """The same shot by another generator."""
    control: str | None = None
    """The guide's control file."""
    last: str | None = None
    """Record of the still of its last moment."""
    before: str | None = None
    """The clip that it goes on from."""
    before_last: int = 0
    """Which of that clip's frames is followed by this shot's first."""
    tie: float = 0.0
    """How strongly it is held to that clip, 0 to 1."""
    attempts: int = 1
    """How often it is made at most; with one it is not measured."""
    again: Again | None = None
    """More attempts, after the film's check."""
    looker: LookerOf | None = None
    """Looks at what the measures accept."""


class JoinJob(Job):
    """Make the join between two shots."""

    worker: ClassVar[str] = "agent.work.pictures:join"

    a: str
    a_first: int
    b: str
    b_first: int
    kind: str
    frames: int
    fps: int
    file: str
    a_boxes: tuple[Box, ...] = ()
    """Where the subject is in each frame of the join, in clip a."""
    b_boxes: tuple[Box, ...] = ()
    generator: str | None = None
    """Makes the frames between, for generative joins."""
    spec: ShotSpec | None = None
    """Of shot b, for the same."""


class SteadyJob(Job):
    """Take flicker and drift of light out of a clip."""

    worker: ClassVar[str] = "agent.work.pictures:steadied"

    clip: str
    guide: str | None
    first: str | None
    """The scene's first clip, when it is another one."""
    first_guide: str | None
    frames: int
    first_frames: int
    fps: int
    file: str


class CardJob(Job):
    """Make the end card."""

    worker: ClassVar[str] = "agent.work.pictures:card"

    spec: ShotSpec
    title: str
    lines: tuple[str, ...]
    frames: int
    generator: str
    file: str


class Over(BaseModel):
    """The film's title, to be laid over its first seconds."""

    model_config = ConfigDict(frozen=True)

    file: str
    seconds: float
    """How long it stands, counted from the film's first frame."""


class PieceJob(Job):
    """Encode one stretch of the film with its captions."""

    worker: ClassVar[str] = "agent.work.film:piece"

    source: str
    first: int
    frames: int
    fps: int
    size: tuple[int, int]
    cues: tuple[Cue, ...]
    file: str
    start: int = 0
    """First frame in the film."""
    title: Over | None = None
    """Laid over it, where the shots' generator cannot write."""


class MusicJob(Job):
    """Play the music of one section."""

    worker: ClassVar[str] = "agent.work.sound:music"

    mood: str
    seconds: float
    seed: int
    file: str


class Placed(BaseModel):
    """A sound file at a time of the film in seconds."""

    model_config = ConfigDict(frozen=True)

    file: str
    start: float


class Heard(BaseModel):
    """A named effect over a stretch of the film, in seconds."""

    model_config = ConfigDict(frozen=True)

    name: str
    start: float
    seconds: float
    seed: int


class MixJob(Job):
    """Mix all sound."""

    worker: ClassVar[str] = "agent.work.sound:mix"

    seconds: float
    speech: tuple[Placed, ...]
    music: tuple[Placed, ...]
    effects: tuple[Heard, ...]
    file: str


class ContactJob(Job):
    """Tile all keyframes on one sheet, so that the film can be seen at a glance."""

    worker: ClassVar[str] = "agent.work.film:contact"

    images: tuple[str, ...]
    size: tuple[int, int]
    file: str


class FilmJob(Job):
    """Put the film together from what is there."""

    worker: ClassVar[str] = "agent.work.film:film"

    pieces: tuple[str, ...]
    audio: str | None
    cues: tuple[Cue, ...]
    names: dict[str, str]
    fps: int
    title: str
    language: str
    track: bool
    credits: tuple[str, ...]
    folder: str
