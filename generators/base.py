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


class KeyframeRequest(Request):
    """Make one still of the shot at time t in [0, 1] to `image` (PNG of the spec's size)."""

    spec: ShotSpec
    references: tuple[Reference, ...]
    t: float
    image: Path
    guide: Path | None = None
    """The same still by another generator (PNG of the spec's size), for those with `guided` capabilities."""


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
    guide: Path | None = None
    """The same shot by another generator (mp4 with the same frames), for those with `guided` capabilities."""


class ReferenceResult(Request):
    """What came of a ReferenceRequest."""

    views: dict[str, Box]
    downgrades: tuple[str, ...] = ()


class KeyframeResult(Request):
    """What came of a KeyframeRequest."""

    downgrades: tuple[str, ...] = ()


class ShotResult(Request):
    """What came of a ShotRequest."""

    frames: int
    downgrades: tuple[str, ...] = ()


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
    last_frame: bool = False
    layout_boxes: bool = False
    regional_masks: bool = False
    control_video: bool = False
    negative_prompt: bool = False
    native_audio: bool = False
    makes: tuple[Literal["images", "shots"], ...] = ("images", "shots")
    guided: bool = False
    """Works over a `guide`: the same picture or clip by a generator that keeps to the plan."""
    exclusive: bool = False
    """Fills the machine: no two of its requests run side by side."""
    price_per_second: float = 0.0
    """USD per second of film."""


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
    """Accelerator memory that the generator needs with all its models, without saving any."""
    cached: bool
    """Whether it is on this machine."""


@runtime_checkable
class ImageGenerator(Protocol):
    """Makes references and keyframes."""

    def capabilities(self) -> Capabilities: ...

    def reference(self, request: ReferenceRequest) -> ReferenceResult: ...

    def keyframe(self, request: KeyframeRequest) -> KeyframeResult: ...


@runtime_checkable
class VideoGenerator(Protocol):
    """Makes shots."""

    def capabilities(self) -> Capabilities: ...

    def shot(self, request: ShotRequest, progress: Progress | None = None) -> ShotResult: ...


@runtime_checkable
class CardMaker(Protocol):
    """Makes cards: lettering over a place of the film."""

    def card(self, request: CardRequest, progress: Progress | None = None) -> ShotResult: ...
