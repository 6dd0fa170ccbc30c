"""Owns the two generator protocols, and the requests and capabilities that they speak in.

Does not know: any implementation. To add one, see docs/add-a-generator.md.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal, Protocol, runtime_checkable

from pydantic import BaseModel, ConfigDict

from generators.artefacts import Keyframe, MouthTrack, Reference, ShotSpec
from planners.plan import Box, Entity

Progress = Callable[[int, int], None]
"""Called with (frames done, frames in all) while a shot is made."""
Heed = Literal["identity", "emphasis", "leave_out"]
"""Fields of `ShotSpec` that change how a shot is tried, and that not every generator can follow."""


class Request(BaseModel):
    """Base of requests: frozen, complete, in our own types only."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class ReferenceRequest(Request):
    """Draw the reference sheet of one entity in one stage to `image` (PNG)."""

    entity: Entity
    stage: str | None
    style: str
    seed: int
    image: Path
    guide: Path | None = None
    """A sheet of the same entity by another generator, for those with `guided` capabilities."""
    guide_views: dict[str, Box] = {}
    """Where each view is on the guide."""
    photos: tuple[Path, ...] = ()
    """The user's own pictures of the entity."""


class KeyframeRequest(Request):
    """Make one still of the shot at time t in [0, 1] to `image` (PNG of the spec's size)."""

    spec: ShotSpec
    references: tuple[Reference, ...]
    t: float
    image: Path
    folder: Path | None = None
    """Run folder: paths inside artefacts are relative to it."""
    guide: Path | None = None
    """The same still by another generator (PNG of the spec's size), for those with `guided` capabilities."""
    control: Path | None = None
    """Masks, boxes and depth order of the guide (see `generators.controls`)."""


class Patch(Request):
    """A region of a still that is to be made anew, and what it must show."""

    entity: str
    """Whom it is about: an entity's id."""
    region: Box
    words: str = ""
    """What is to be seen of the entity, besides its looks: `fully visible`, `exactly 2`."""
    keep: tuple[Box, ...] = ()
    """Boxes of what is right and stays, as far as it leaves anything of the region."""


class RepairRequest(Request):
    """Paint regions of a finished still anew, to the `image` of its request; what lies outside may be anything."""

    still: KeyframeRequest
    """As the still was asked for."""
    source: Path
    """The still as it is (PNG)."""
    patches: tuple[Patch, ...]
    number: int = 0
    """Tells repairs of one still apart: another number is another picture."""


class ShotRequest(Request):
    """Make the moving shot to `video` (H.264 mp4, yuv420p, constant rate), with handles before and after."""

    spec: ShotSpec
    keyframe: Keyframe
    references: tuple[Reference, ...]
    mouths: tuple[MouthTrack, ...] = ()
    head: int = 0
    """Handle frames before the shot (time runs on at t < 0, drawn as t = 0 continued)."""
    tail: int = 0
    video: Path
    threads: int = 1
    """Encoder threads this request may use."""
    folder: Path | None = None
    """Run folder: paths inside artefacts are relative to it."""
    guide: Path | None = None
    """The same shot by another generator (mp4 with the same frames), for those with `guided` capabilities."""
    control: Path | None = None
    """Masks, boxes and depth order of the guide, frame by frame (see `generators.controls`)."""
    last: Keyframe | None = None
    """Still of the shot's last moment, for those with `last_frame` capabilities."""
    before: Path | None = None
    """The clip (mp4) that this one goes on from, for those with `continues` capabilities."""
    before_last: int = 0
    """Which frame of `before` is followed by this shot's first."""
    tie: float = 0.0
    """How strongly the first frames are held to the last of `before`: 0 not at all, 1 wholly."""


class Result(Request):
    """What every result tells."""

    downgrades: tuple[str, ...] = ()
    """What could not be done as asked, in full sentences."""
    placement: str = ""
    """Where and how it was computed, e.g. `cuda, bf16, tiled`; empty for generators that have no choice."""


class ReferenceResult(Result):
    """What came of a ReferenceRequest."""

    views: dict[str, Box]


class KeyframeResult(Result):
    """What came of a KeyframeRequest."""

    attended: dict[str, Box] = {}
    """Where the model's attention saw each instance, by track key, for those that can tell."""


class ShotResult(Result):
    """What came of a ShotRequest."""

    frames: int


class CardRequest(Request):
    """Make the end card over the place of `spec` to `video` (as a shot: H.264 mp4, yuv420p, constant rate)."""

    spec: ShotSpec
    title: str
    credit_lines: tuple[str, ...] = ()
    frames: int
    head: int = 0
    tail: int = 0
    video: Path
    threads: int = 1


class ControlRequest(Request):
    """Write masks, boxes and depth order of a still or of a whole shot to `control` (see `generators.controls`)."""

    spec: ShotSpec
    t: float | None = None
    """Moment in [0, 1] of a still; None: every frame of the shot with its handles."""
    head: int = 0
    tail: int = 0
    control: Path


class TitleRequest(Request):
    """Draw the film's title as it stands over its first shot, on clear ground, to `image` (PNG of the spec's size)."""

    spec: ShotSpec
    image: Path


class Control(Request):
    """One frame of the animatic as control signal for a learned backend."""

    boxes: dict[str, Box]
    """Tight box of each drawn instance's visible pixels in the frame, by track key."""
    depth: tuple[str, ...]
    """Track keys from far to near."""


class Capabilities(Request):
    """What a generator can do: data, checked before anything starts."""

    name: str
    version: str
    min_size: tuple[int, int] = (160, 160)
    max_size: tuple[int, int] = (7680, 7680)
    fps: tuple[int, int] = (1, 120)
    max_frames: int | None = None
    reference_images: int | None = None
    first_frame: bool = False
    """Starts from a still of the shot's first moment, and only there."""
    last_frame: bool = False
    """Ends at a still of the shot's last moment too."""
    any_frame: bool = False
    """Takes a still of any moment."""
    continues: bool = False
    """Goes on from the last frames of another clip."""
    layout_boxes: bool = False
    regional_masks: bool = False
    control_video: bool = False
    attends: bool = False
    """Tells where its attention saw each instance in a still (`KeyframeResult.attended`)."""
    negative_prompt: bool = False
    native_audio: bool = False
    makes_controls: bool = False
    """Writes the control files of its stills and clips (`ControlMaker`)."""
    lettering: bool = False
    """Draws the film's title over its first shot, and cards (`CardMaker`, `TitleMaker`)."""
    makes: tuple[Literal["images", "shots"], ...] = ("images", "shots")
    guided: bool = False
    """Works over a `guide`: the same picture or clip by a generator that keeps to the plan."""
    exclusive: bool = False
    """Fills the machine: no two of its requests run side by side."""
    price_per_second: float = 0.0
    """USD per second of film."""
    heeds: tuple[Heed, ...] = ()
    """What of `ShotSpec` it follows besides the seed when a shot is tried again; a drawn film follows nothing."""
    control: float | None = None
    """How closely it keeps to its guide where a shot does not say, 0 to 1; None: that cannot be told."""
    repairs: bool = False
    """Paints regions of a finished still anew (`Repairer`)."""


class ModelNeed(Request):
    """A model that a generator needs. What nobody has verified is None."""

    role: str
    repository: str
    """On a model hub, or a folder on this machine."""
    revision: str | None
    """Pinned commit."""
    size_gb: float | None
    licence: str | None
    vram_gb: float | None
    """Accelerator memory that the generator needs with all its models, as others tell; None: nobody tells."""
    vram_source: str = ""
    """Who tells it, and for what."""
    cached: bool
    """Whether it is on this machine."""
    source: str = ""
    """Where size, licence and revision come from."""


class Setting(Request):
    """Something that may be set on a generator's name, as `NAME:?setting=value`."""

    name: str
    default: str
    """What holds without it."""
    values: tuple[str, ...] = ()
    """The words that it takes; none for numbers."""
    what: str
    """One line."""


@runtime_checkable
class ImageGenerator(Protocol):
    """Makes references and keyframes."""

    def capabilities(self) -> Capabilities: ...

    def reference(self, request: ReferenceRequest) -> ReferenceResult: ...

    def keyframe(self, request: KeyframeRequest) -> KeyframeResult: ...


@runtime_checkable
class Repairer(Protocol):
    """Paints regions of a still anew."""

    def capabilities(self) -> Capabilities: ...

    def repair(self, request: RepairRequest) -> KeyframeResult: ...


@runtime_checkable
class VideoGenerator(Protocol):
    """Makes shots."""

    def capabilities(self) -> Capabilities: ...

    def shot(self, request: ShotRequest, progress: Progress | None = None) -> ShotResult: ...


@runtime_checkable
class CardMaker(Protocol):
    """Makes cards: lettering over a place of the film."""

    def card(self, request: CardRequest, progress: Progress | None = None) -> ShotResult: ...


@runtime_checkable
class ControlMaker(Protocol):
    """Writes the control files that belong to its stills and clips."""

    def control(self, request: ControlRequest) -> Result: ...


@runtime_checkable
class TitleMaker(Protocol):
    """Draws the title that is laid over the clips of generators without lettering."""

    def title(self, request: TitleRequest) -> Result: ...
