"""Owns the artefacts that generators make: Reference, Identity, Keyframe, ShotClip.

Each is frozen and carries what it was made from (spec), where its files are (relative to the run
folder), and who made it. Does not know: how it was made, the store, the plan around it.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from planners.plan import Box, Entity, Scene, Shot

CUTOUTS = "cutouts"
"""Folder of cut-outs, beside the sheet."""


class Artefact(BaseModel):
    """Base of everything a generator makes. Paths are relative to the run folder, with forward slashes."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    maker: str
    """Name and version of the backend, e.g. `animatic@1`."""
    digest: str
    """Hex digest of everything this was made from."""
    downgrades: tuple[str, ...] = ()
    """What the maker could not do as asked, in full sentences."""
    placement: str = ""
    """Where and how it was computed, e.g. `cuda, bf16, tiled`; empty for makers that have no choice."""


class Identity(BaseModel):
    """An entity's embedding(s), made from its reference alone, by a named embedder."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    entity: str
    stage: str | None = None
    embedder: str
    file: str
    """safetensors file with one float32 tensor `embedding` of shape (views, dimensions)."""


class Reference(Artefact):
    """The picture sheet of one entity in one stage: front, side, expressions, scale."""

    entity: Entity
    stage: str | None = None
    image: str
    views: dict[str, Box] = Field(default_factory=dict)
    """Name of each view on the sheet (front, side, happy, ...) -> its box on the sheet in [0, 1]."""
    crops: dict[str, str] = Field(default_factory=dict)
    """Cut-outs by view (front, face, photo_1, ...): PNG with transparent background, relative to the run folder."""
    cutter: str = ""
    """Which engine took the background away, e.g. `border@1`."""
    identity: Identity | None = None

    @property
    def files(self) -> tuple[str, ...]:
        """What was written for it: sheet, embedding, cut-outs; not the user's own photos."""
        cut = [file for file in self.crops.values() if file.startswith(f"{CUTOUTS}/") or f"/{CUTOUTS}/" in file]
        return (self.image, *((self.identity.file,) if self.identity else ()), *cut)


class ShotSpec(BaseModel):
    """All that a generator may know to make one keyframe or shot; a slice of the plan, no more."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    shot: Shot
    scene: Scene
    place: Entity
    cast: dict[str, Entity]
    """Every entity with a track in the shot or its take, by id."""
    style: str
    style_text: str = ""
    size: tuple[int, int]
    fps: int
    seed: int
    title: str | None = None
    """Title lettering over this shot, when it opens the film."""
    take: tuple[Shot, ...] = ()
    """All shots of the take that this one is part of, in order and with itself; empty when it stands alone."""
    identity: dict[str, float] = Field(default_factory=dict)
    """Entity id -> factor on the scales with which a backend holds it to its reference; 1 for the others."""
    emphasis: tuple[str, ...] = ()
    """Entity ids whose words come first in the prompt, and are never left out of it."""
    leave_out: tuple[str, ...] = ()
    """Entity ids that are not asked for, neither in words nor in regions; the guide may still show them."""


class Keyframe(Artefact):
    """One still of a shot, at its most telling moment."""

    spec: ShotSpec
    image: str
    t: float = 0.5
    """Moment of the shot that it shows, in [0, 1]."""
    attended: dict[str, Box] = Field(default_factory=dict)
    """Where the model's attention saw each instance, by track key, for makers that can tell."""


class MouthTrack(BaseModel):
    """How far a speaker's mouth is open, frame by frame of the shot, from the line's own audio."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    speaker: str
    """Entity id."""
    start: int
    """First frame, counted from the shot's first."""
    openness: tuple[int, ...]
    """0 closed .. 3 wide, one per frame."""


class ShotClip(Artefact):
    """The moving shot: `head` handle frames, the shot's frames, `tail` handle frames."""

    keyframe: Keyframe
    video: str
    frames: int
    """Frames in the file: head + shot.frames + tail."""
    head: int = 0
    tail: int = 0
    seconds_to_make: float = 0.0
