"""Owns the forms in which a language model answers the director: small, flat, closed.

Made for weak models: short lists of flat rows, words from closed lists, no nesting, and a default wherever a
default makes sense. Limits are checked here and kept out of the JSON schema, which stays small enough for servers
that turn it into a grammar. Does not know: what the answers are used for.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, Field

from planners.plan import (
    Action,
    Angle,
    Emotion,
    Framing,
    Frozen,
    Kind,
    Mood,
    Move,
    Speed,
    TimeOfDay,
    Weather,
)

Row = TypeVar("Row")

_ID = re.compile(r"\w[\w-]{0,47}(#\d{1,2})?", re.UNICODE)
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")


def _an_id(value: str) -> str:
    if not _ID.fullmatch(value):
        raise ValueError("an id is one word of letters, digits and underscores, at most 48 long")
    return value


def _an_id_or_none(value: str) -> str:
    return _an_id(value) if value else value


def _text(longest: int, *, least: int = 0) -> Callable[[str], str]:
    def check(value: str) -> str:
        kept = " ".join(_UNSEEN.sub("", value).split())
        if len(kept) > longest:
            raise ValueError(f"{len(kept)} letters; at most {longest} are allowed")
        if len(kept) < least:
            raise ValueError("must not be empty")
        return kept

    return check


def _at_most(count: int) -> Callable[[tuple[Row, ...]], tuple[Row, ...]]:
    def check(value: tuple[Row, ...]) -> tuple[Row, ...]:
        if len(value) > count:
            raise ValueError(f"{len(value)} items; at most {count} are allowed")
        return value

    return check


Id = Annotated[str, AfterValidator(_an_id)]
MaybeId = Annotated[str, AfterValidator(_an_id_or_none)]
Short = Annotated[str, AfterValidator(_text(60))]
Quote = Annotated[str, AfterValidator(_text(160, least=1))]
"""Words copied from the story."""
Sentence = Annotated[str, AfterValidator(_text(400, least=1))]
Paragraph = Annotated[str, AfterValidator(_text(700))]
Ids = Annotated[tuple[Id, ...], AfterValidator(_at_most(12))]
Shorts = Annotated[tuple[Short, ...], AfterValidator(_at_most(8))]
Share = Annotated[float, Field(ge=0, le=1)]
Age = Literal["", "baby", "child", "teen", "adult", "elder"]
Gender = Literal["", "female", "male"]
Size = Literal["", "tiny", "small", "medium", "large", "huge"]


class CastRow(Frozen):
    """Somebody, some place or some thing that is seen."""

    id: Id
    kind: Kind
    name: Short
    words: Quote
    """The words of the story that name it, copied."""
    noun: Short = ""
    same_as: Ids = ()
    """Other ids of the draft that mean the same one."""
    members: Ids = ()
    count: Annotated[int, Field(ge=1, le=99)] = 1
    age: Age = ""
    gender: Gender = ""


class Phantom(Frozen):
    """An id of the draft that nobody could see."""

    id: Id
    why: Literal["only talked of", "figure of speech", "part of something else", "never there", "not a thing"]


class StageRow(Frozen):
    """From a sentence on, somebody looks different: older, or in other clothes (VGoT 1.5)."""

    id: Id
    stage: Id
    sentence: Annotated[int, Field(ge=0)]
    words: Quote
    age: Age = ""
    clothes: Shorts = ()


class CastAnswer(Frozen):
    """Who and what there is."""

    entities: Annotated[tuple[CastRow, ...], AfterValidator(_at_most(60))]
    phantoms: Annotated[tuple[Phantom, ...], AfterValidator(_at_most(40))] = ()
    stages: Annotated[tuple[StageRow, ...], AfterValidator(_at_most(20))] = ()


class LookRow(Frozen):
    """How one entity looks, by guided questions (VideoStudio 3.1)."""

    id: Id
    age: Age = ""
    gender: Gender = ""
    size: Size = ""
    build: Short = ""
    skin: Short = ""
    hair: Short = ""
    hair_color: Short = ""
    eyes: Short = ""
    colors: Shorts = ()
    material: Short = ""
    clothes: Shorts = ()
    """Each as "blue coat"."""
    marks: Shorts = ()
    description: Paragraph = ""


class LooksAnswer(Frozen):
    """How everybody and everything looks."""

    looks: Annotated[tuple[LookRow, ...], AfterValidator(_at_most(12))]


class SentenceRow(Frozen):
    """What holds while one sentence is told."""

    sentence: Annotated[int, Field(ge=0)]
    seen: Ids = ()
    place: MaybeId = ""
    time: Literal["", TimeOfDay] = ""
    weather: Literal["", Weather] = ""
    mood: Mood = "neutral"


class BeatRow(Frozen):
    """One thing that can be seen to happen (Dysen: who, what, whom, when)."""

    sentence: Annotated[int, Field(ge=0)]
    words: Quote
    """The words of that sentence that tell it, copied."""
    who: Ids
    action: Action
    verb: Short
    whom: Ids = ()
    to: MaybeId = ""
    using: Ids = ()
    event: MaybeId = ""
    """The event of the draft that it retells; empty: the draft missed it."""
    place: MaybeId = ""
    """Where it happens, when that is not where the rest of the sentence is."""
    emotion: Emotion = "neutral"
    goes: Literal["", "left", "right", "up", "down", "toward", "away", "away from", "in", "out"] = ""
    start: Share = 0.0
    end: Share = 1.0


class Unseen(Frozen):
    """An event of the draft that is no picture."""

    event: Id
    why: Literal["only talked of", "only thought", "does not happen", "told twice", "cannot be seen"]


class LineRow(Frozen):
    """Who says a line."""

    line: Annotated[int, Field(ge=0)]
    speaker: MaybeId = ""
    """Empty: the narrator."""
    emotion: Emotion = "neutral"


class ChangeRow(Frozen):
    """What a sentence changes and what then stays so: lit, open, broken, wet, empty."""

    sentence: Annotated[int, Field(ge=0)]
    id: Id
    state: Short


class BeatsAnswer(Frozen):
    """What happens in a window of sentences."""

    sentences: Annotated[tuple[SentenceRow, ...], AfterValidator(_at_most(16))]
    beats: Annotated[tuple[BeatRow, ...], AfterValidator(_at_most(48))]
    unseen: Annotated[tuple[Unseen, ...], AfterValidator(_at_most(32))] = ()
    lines: Annotated[tuple[LineRow, ...], AfterValidator(_at_most(32))] = ()
    changes: Annotated[tuple[ChangeRow, ...], AfterValidator(_at_most(32))] = ()


class DraftsAnswer(Frozen):
    """An idea told in sentences, one shot each."""

    sentences: Annotated[tuple[Sentence, ...], AfterValidator(_at_most(120))]
    title: Short = ""


class ActAnswer(Frozen):
    """What is told of one act of a long text, by sentence numbers, and what the next act must know."""

    sentences: Annotated[tuple[int, ...], AfterValidator(_at_most(60))]
    main: Ids = ()
    summary: Paragraph


class SwapRow(Frozen):
    """One sentence for another; -1 for none."""

    out: Annotated[int, Field(ge=-1)] = -1
    into: Annotated[int, Field(ge=-1)] = -1
    why: Literal["opening", "entrance", "turning point", "ending", "said twice", "not needed", "link"]


class ScenesAnswer(Frozen):
    """What is exchanged when all acts are seen together."""

    swaps: Annotated[tuple[SwapRow, ...], AfterValidator(_at_most(24))] = ()


class Missing(Frozen):
    """A sentence that the drafts lack, and where it belongs."""

    after: Annotated[int, Field(ge=-1)]
    """Number of the sentence after which it comes; -1: before all."""
    sentence: Sentence
    words: Quote
    """What of the story it tells, copied."""


class CoverageAnswer(Frozen):
    """Whether drafts tell all of a story (Vlogger's patch step)."""

    complete: bool
    missing: Annotated[tuple[Missing, ...], AfterValidator(_at_most(12))] = ()


class DomainRow(Frozen):
    """The five domains of one shot (VGoT 1.2)."""

    shot: Id
    character: Sentence
    background: Sentence
    relation: Sentence
    camera: Sentence
    lighting: Sentence


class DomainsAnswer(Frozen):
    """The five domains of a window of shots."""

    shots: Annotated[tuple[DomainRow, ...], AfterValidator(_at_most(12))]


Coordinate = Annotated[float, Field(ge=-0.6, le=1.6)]


class PathRow(Frozen):
    """Where one figure is: end points first, way points second (C3V 6.14)."""

    key: Id
    start_x: Coordinate
    start_y: Coordinate
    end_x: Coordinate
    end_y: Coordinate
    start_scale: Annotated[float, Field(ge=0.2, le=1.5)] = 1.0
    end_scale: Annotated[float, Field(ge=0.2, le=1.5)] = 1.0
    appears: Share = 0.0
    leaves: Share = 1.0
    facing: Literal["", "left", "right", "front", "back"] = ""
    way: Annotated[tuple[tuple[Share, Coordinate, Coordinate], ...], AfterValidator(_at_most(6))] = ()
    """(t, x, y) between start and end."""
    caption: Short = ""


class ShotLayout(Frozen):
    """The blocking of one shot, its reasons first (VideoDirectorGPT 2.2, LVD 5.1)."""

    shot: Id
    reasoning: Sentence
    paths: Annotated[tuple[PathRow, ...], AfterValidator(_at_most(16))]


class LayoutAnswer(Frozen):
    """The blocking of a window of shots."""

    shots: Annotated[tuple[ShotLayout, ...], AfterValidator(_at_most(8))]


class CameraRow(Frozen):
    """The camera of one shot (VideoStudio 3.1)."""

    shot: Id
    framing: Framing
    angle: Angle = "eye"
    move: Move = "static"
    speed: Speed = "medium"
    focus: MaybeId = ""


class CameraAnswer(Frozen):
    """The cameras of a window of shots."""

    shots: Annotated[tuple[CameraRow, ...], AfterValidator(_at_most(24))]


Effect = Literal[
    "rain", "wind", "waves", "steps", "door", "thunder", "birds", "fire", "engine", "bell", "water", "crowd"
]
Pitch = Literal["", "very low", "low", "middle", "high", "very high"]
Pace = Literal["", "slow", "normal", "fast"]


class SoundRow(Frozen):
    """What is heard in a shot, and how long it should be."""

    shot: Id
    effects: Annotated[tuple[Effect, ...], AfterValidator(_at_most(6))] = ()
    seconds: Annotated[float, Field(gt=0, le=120)] | None = None


class VoiceRow(Frozen):
    """How somebody sounds."""

    id: Id
    pitch: Pitch = ""
    pace: Pace = ""


class MoodRow(Frozen):
    """The mood of a scene, for its music."""

    scene: Id
    mood: Mood


class SoundAnswer(Frozen):
    """Sound and schedule of a window of shots (Vlogger)."""

    shots: Annotated[tuple[SoundRow, ...], AfterValidator(_at_most(24))]
    voices: Annotated[tuple[VoiceRow, ...], AfterValidator(_at_most(12))] = ()
    moods: Annotated[tuple[MoodRow, ...], AfterValidator(_at_most(24))] = ()


class PolishAnswer(Frozen):
    """A prompt for a picture or film model, in better words."""

    text: Annotated[str, AfterValidator(_text(2000, least=1))]


class MendAnswer(Frozen):
    """Other blocking and other cameras for shots in which the checks found something."""

    layout: Annotated[tuple[ShotLayout, ...], AfterValidator(_at_most(8))] = ()
    cameras: Annotated[tuple[CameraRow, ...], AfterValidator(_at_most(8))] = ()
