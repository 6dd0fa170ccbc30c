"""Owns the Story: what a person wrote, checked strictly, with nothing invented.

Does not know: how text is understood, what a plan is, where files live.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

STORY_SCHEMA = "storyreel/story@1"

Subtitles = Literal["burn", "track", "off"]


class Strict(BaseModel):
    """Base of everything a person may write: unknown keys are errors, values are frozen."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def listed(reference: str | tuple[str, ...] | None) -> tuple[str, ...]:
    """What is pinned as one path, several, or none."""
    if reference is None:
        return ()
    return (reference,) if isinstance(reference, str) else reference


class CharacterPin(Strict):
    """What the author fixes about a character; what is not pinned is planned."""

    name: str | None = None
    description: str = ""
    reference: str | tuple[str, ...] | None = None
    """Paths of one or more pictures, relative to the story's folder."""
    voice: str | None = None
    """Free words: low, high, slow, fast, child, male, female, or an engine's voice name."""


class PlacePin(Strict):
    """What the author fixes about a place."""

    name: str | None = None
    description: str = ""
    reference: str | tuple[str, ...] | None = None


class PropPin(Strict):
    """What the author fixes about a prop."""

    name: str | None = None
    description: str = ""
    reference: str | tuple[str, ...] | None = None


class CameraPin(Strict):
    """The camera that the author asks for, in words: `framing: close-up, move: zoom in, speed: slow`."""

    framing: str | None = None
    angle: str | None = None
    move: str | None = None
    speed: str | None = None
    focus: str | None = None


class LinePin(Strict):
    """A spoken line that the author fixes."""

    speaker: str | None = None
    text: Annotated[str, Field(min_length=1)]
    manner: str = ""
    """How it is said, as in a screenplay's parenthetical: whispering, angry, in tears."""
    off: bool = False
    """Heard, not seen: a voice-over or somebody outside the picture."""


class ShotPin(Strict):
    """One entry of `shots:`. A plain string in YAML is the same as `{action: string}`; lines alone are enough."""

    action: str = ""
    duration: Annotated[float, Field(gt=0, le=600)] | None = None
    """Seconds."""
    camera: CameraPin | None = None
    place: str | None = None
    time: str | None = None
    weather: str | None = None
    lines: tuple[LinePin, ...] = ()
    transition: str | None = None
    """How this shot leaves to the next: cut, dissolve, match, flow, smooth, reset, generative, continuation; and J-cut
    or L-cut for its sound. See docs/joins.md."""
    heading: str = ""
    """The scene heading of a screenplay (`INT. KITCHEN - DAY`); another heading begins another scene."""
    note: str = ""
    """A remark of the author's that is neither seen nor heard; it stays with the shot in the plan."""
    keyframe: str | None = None
    """The author's own picture in place of a generated still; its path, relative to the story's folder."""
    clip: str | None = None
    """The author's own clip in place of a generated one; its path, relative to the story's folder."""
    control: Annotated[float, Field(ge=0, le=1)] | None = None
    """How closely learned generators keep to the animatic in this shot: 0 free of it, 1 the animatic itself."""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: object) -> object:
        return {"action": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _not_blank(self) -> ShotPin:
        if not self.action.strip() and not self.lines:
            raise ValueError("a shot needs some words about what happens in it, or a line that is spoken")
        return self

    @property
    def words(self) -> str:
        """What happens, or else who says what."""
        said = " ".join(f"{(line.speaker or 'narrator').upper()}: {line.text}" for line in self.lines)
        return self.action.strip() or said


class Story(Strict):
    """One story as its author wrote it. Only `story` or `shots` is required."""

    schema_: Annotated[str, Field(alias="schema")] = STORY_SCHEMA
    title: str | None = None
    author: str | None = None
    """Named in the credits."""
    story: str = ""
    style: str = "storybook"
    duration: Annotated[float, Field(gt=0, le=6 * 3600)] | None = None
    """Target length of the film in seconds; None lets the text decide."""
    size: tuple[int, int] = (1280, 720)
    """Width and height in pixels, both even."""
    fps: Annotated[int, Field(ge=1, le=120)] = 24
    language: str | None = None
    """Two-letter code; None means: find out from the text."""
    seed: Annotated[int, Field(ge=0, lt=2**63)] = 7
    narration: bool = True
    subtitles: Subtitles = "burn"
    music: bool = True
    characters: dict[str, CharacterPin] = Field(default_factory=dict)
    places: dict[str, PlacePin] = Field(default_factory=dict)
    props: dict[str, PropPin] = Field(default_factory=dict)
    shots: tuple[ShotPin, ...] | None = None

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    @field_validator("size")
    @classmethod
    def _drawable(cls, value: tuple[int, int]) -> tuple[int, int]:
        width, height = value
        if not (160 <= width <= 7680 and 160 <= height <= 7680):
            raise ValueError(f"{width}x{height} is outside 160x160 .. 7680x7680")
        if width % 2 or height % 2:
            raise ValueError(f"{width}x{height}: H.264 needs an even width and height")
        return value

    @model_validator(mode="after")
    def _has_content(self) -> Story:
        if not self.story.strip() and not self.shots:
            raise ValueError("the story is empty: write some text under `story:` or a list under `shots:`")
        return self

    @property
    def text(self) -> str:
        """The whole text: the prose, or the shot list joined by line breaks."""
        if self.story.strip():
            return self.story.strip()
        return "\n".join(shot.words for shot in self.shots or ())
