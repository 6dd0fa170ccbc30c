"""Owns what all diffusion backends share: a request checked, fitted and worded, run, and its pictures written.

A backend is one file: a class that loads its pipeline and calls it once, and a row in `rows/`. Does not know: any model
family, who made the guide.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt

from generators.artefacts import Keyframe, Reference
from generators.backends.diffusion import able, adapt, conditions, pixels, runtime
from generators.backends.diffusion.models import Choice, ControlKind, choose
from generators.base import (
    Capabilities,
    KeyframeRequest,
    KeyframeResult,
    Progress,
    ReferenceRequest,
    ReferenceResult,
    ShotRequest,
    ShotResult,
)
from generators.errors import RequestRefused
from generators.limits import check_limits
from generators.telling import words
from planners.prompting import TimedPrompt
from planners.wording import noun_phrase

SHEET = (1280, 720)
"""Size in pixels of a reference that has no guide."""
SHEET_WORDS = "character reference sheet, full figure, plain light background"
AS_IT_IS = "{backend} shows the guide as it is: strength {strength} over {steps} steps leaves nothing to change."
UNGUIDED = "{backend} had no guide: who stands where is the model's own choice."


class Backend(ABC):
    """A pipeline family under a name of `rows/`."""

    name: ClassVar[str]

    def __init__(self, *, model: str | None = None) -> None:
        """Take the models; nothing is loaded yet.

        Args:
            model: `PLACE,...?options`, see `generators.backends.diffusion.models`.

        Raises:
            RequestRefused: there is no such folder or option.
        """
        self.choice = choose(self.name, model)
        self._able = able.capabilities_of(self.name, model)

    def capabilities(self) -> Capabilities:
        """What it can do; the version names the models."""
        return self._able

    @abstractmethod
    def load(self, choice: Choice, sources: Mapping[str, runtime.Source]) -> Any:
        """The family's pipeline; `sources` are arguments of `from_pretrained` by role."""

    def _nothing_to_do(self, guide: Path | None, strength: float) -> bool:
        return guide is not None and int(self.choice.steps * strength) < 1

    def _as_it_is(self, strength: float) -> str:
        return AS_IT_IS.format(backend=self.name, strength=strength, steps=self.choice.steps)


@dataclass(frozen=True)
class StillAsk:
    """One picture, fitted to the model."""

    request: KeyframeRequest | ReferenceRequest
    text: str
    negative: str
    size: tuple[int, int]
    """Width and height in pixels that the model makes."""
    guide: pixels.Picture | None
    """At `size`."""
    references: tuple[Reference, ...]
    folder: Path | None
    """What the references' files are relative to."""
    seeds: tuple[int, ...]
    strength: float
    """How far from the guide the picture may go, 0 to 1: the shot's own (`Shot.control`), else the choice's."""
    scale: float = 1.0
    """Scale of a control signal (ControlNet, VACE), 0 to 1: the shot's own, else whole."""
    region: npt.NDArray[np.float32] | None = None
    """(height, width) in [0, 1]: what may change of `guide`; None: everything."""

    def generator(self) -> Any:
        """Random numbers of this picture from their start, on the CPU."""
        return runtime.seeded(*self.seeds)

    def control(self, kind: ControlKind) -> pixels.Picture:
        """What a ControlNet is fed with, at `size`.

        Raises:
            RequestRefused: the request has no guide or no control file.
        """
        file = self.request.control if isinstance(self.request, KeyframeRequest) else None
        return conditions.pictures(kind, file, [self.guide] if self.guide else [], [0], self.size)[0]


@dataclass(frozen=True)
class Drawn:
    """One picture by a model."""

    picture: pixels.Picture
    downgrades: tuple[str, ...] = ()
    attended: Mapping[str, tuple[float, float, float, float]] | None = None
    """Where attention saw each instance, by track key, as boxes in [0, 1]."""


class Stills(Backend):
    """Makes references and keyframes: a subclass loads its pipeline and draws one picture."""

    @abstractmethod
    def draw(self, pipeline: Any, ask: StillAsk) -> Drawn:
        """Draw one picture; may be called twice, the second time with a pipeline in a cheaper setting."""

    def reference(self, request: ReferenceRequest) -> ReferenceResult:
        """Draw an entity's sheet over its guide, which gives the views; without one, a single view."""
        size = SHEET if request.guide is None else pixels.size_of(request.guide)
        text = f"{noun_phrase(request.entity, request.stage)}, {SHEET_WORDS}, {request.style}"
        _, lost, where = self._drawn(request, size, (text, ""), (request.seed,))
        views = request.guide_views if request.guide is not None else {"front": (0.0, 0.0, 1.0, 1.0)}
        return ReferenceResult(views=views, downgrades=lost, placement=where)

    def keyframe(self, request: KeyframeRequest) -> KeyframeResult:
        """Draw one still."""
        spec = request.spec
        check_limits(spec, self._able)
        prompts = words(spec, self.choice.family.profile)
        seeds = (spec.seed, spec.shot.seed, round(request.t * 1000))
        drawn, lost, where = self._drawn(request, spec.size, (prompts.text, prompts.negative), seeds)
        attended = dict(drawn.attended or {}) if drawn else {}
        return KeyframeResult(downgrades=(*left_out(prompts.left_out), *lost), placement=where, attended=attended)

    def _drawn(
        self,
        request: KeyframeRequest | ReferenceRequest,
        size: tuple[int, int],
        said: tuple[str, str],
        seeds: tuple[int, ...],
    ) -> tuple[Drawn | None, tuple[str, ...], str]:
        """Write the picture; what the model made of it, what was not as asked, and where it ran."""
        of_shot = request if isinstance(request, KeyframeRequest) else None
        control = of_shot.spec.shot.control if of_shot else None
        strength = self.choice.strength_for(control)
        if request.guide is not None and self._nothing_to_do(request.guide, strength):
            pixels.write_still(pixels.read_still(request.guide, size), request.image, size)
            return None, (self._as_it_is(strength),), ""
        fitted = adapt.still(size, self.choice)
        ask = StillAsk(
            request=request,
            text=said[0],
            negative=said[1],
            size=fitted.size,
            guide=pixels.read_still(request.guide, fitted.size) if request.guide is not None else None,
            references=of_shot.references if of_shot else (),
            folder=of_shot.folder if of_shot else None,
            seeds=seeds,
            strength=strength,
            scale=self.choice.scale_for(control),
        )
        ran = runtime.run(self.choice, self.load, lambda pipeline: self.draw(pipeline, ask))
        pixels.write_still(ran.made.picture, request.image, size)
        unguided = (UNGUIDED.format(backend=self.name),) if request.guide is None else ()
        lost = (*unguided, *fitted.downgrades, *ran.made.downgrades, *ran.downgrades)
        return ran.made, lost, str(ran.place)


@dataclass(frozen=True)
class ClipAsk:
    """One clip, fitted to the model."""

    request: ShotRequest
    text: str
    negative: str
    fitted: adapt.Fitted
    total: int
    """Frames of the film: head, shot and tail."""
    progress: Progress | None
    continues: bool = False
    """Whether the backend can go on from another clip."""
    strength: float = 1.0
    """How far from the guide the clip may go, 0 to 1: the shot's own (`Shot.control`), else the choice's."""
    scale: float = 1.0
    """Scale of a control signal (ControlNet, VACE), 0 to 1: the shot's own, else whole."""
    timed: tuple[TimedPrompt, ...] = ()
    """The prompt beat by beat."""

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels that the model makes."""
        return self.fitted.size

    def generator(self, *apart: int) -> Any:
        """Random numbers of this clip from their start, on the CPU; with `apart` others that owe those nothing."""
        return runtime.seeded(self.request.spec.seed, self.request.spec.shot.seed, *apart)

    def guide(self) -> list[pixels.Picture]:
        """The guide's frames at the model's steps and size.

        Raises:
            RequestRefused: there is no guide, or it cannot be read.
        """
        if self.request.guide is None:
            raise RequestRefused("this generator works over a guide clip, and the request has none")
        return pixels.read_frames(self.request.guide, self.fitted.steps, self.size)

    def control(self, kind: ControlKind, guide: Sequence[pixels.Picture] = ()) -> list[pixels.Picture]:
        """What a ControlNet is fed with at the model's steps and size; `guide` are the guide's frames, for lines.

        Raises:
            RequestRefused: the request has no guide or no control file.
        """
        return conditions.pictures(kind, self.request.control, guide, self.fitted.steps, self.size)

    def still(self, keyframe: Keyframe | None = None) -> pixels.Picture:
        """A keyframe's picture at the model's size; the shot's own when None.

        Raises:
            RequestRefused: the request does not tell its folder, or the picture cannot be read.
        """
        if self.request.folder is None:
            raise RequestRefused("this generator starts from keyframes, and the request does not tell their folder")
        return pixels.read_still(self.request.folder / (keyframe or self.request.keyframe).image, self.size)

    @property
    def tied(self) -> bool:
        """Whether it begins where the clip before it ends."""
        return self.continues and self.request.before is not None and self.request.tie >= adapt.TIED

    def first(self) -> pixels.Picture:
        """What the clip starts from: its keyframe, or the frame of the clip before that lies where it begins.

        Raises:
            RequestRefused: see `still`; or the clip before cannot be read.
        """
        before = self.request.before
        if before is None or not self.tied:
            return self.still()
        begin = max(0, self.request.before_last + 1 - self.request.head)
        count = pixels.count_frames(before)
        return pixels.read_frames(before, (min(begin, count - 1),), self.size)[0]

    @property
    def goes_on(self) -> bool:
        """Whether it is tied to the clip before it at all."""
        return self.continues and self.request.before is not None and self.request.tie > 0

    def led(self, count: int) -> list[pixels.Picture]:
        """The last pictures of the clip before, at the model's rate; the last of them lies where this clip begins.

        Raises:
            RequestRefused: there is no clip before, or it cannot be read.
        """
        if self.request.before is None:
            raise RequestRefused("the request has no clip before it")
        stride = (self.total - 1) / max(len(self.fitted.steps) - 1, 1)
        begin = self.request.before_last + 1 - self.request.head
        end = pixels.count_frames(self.request.before) - 1
        wanted = [round(begin - stride * index) for index in reversed(range(count))]
        return pixels.read_frames(self.request.before, [min(max(at, 0), end) for at in wanted], self.size)

    def words_at(self, share: float) -> str:
        """The prompt of a moment of the clip, from 0 to 1: its own where several things happen one after the other."""
        frame = share * (self.total - 1) - self.request.head
        t = min(1.0, max(0.0, frame / max(self.request.spec.shot.frames - 1, 1)))
        return next((said.text for said in self.timed if said.start <= t <= said.end), self.text)

    def moment(self, t: float | None = None) -> int:
        """Which picture that the model makes shows a moment of the shot; its keyframe's when None.

        Args:
            t: From 0, the shot's first frame, to 1, its last; handles lie outside.
        """
        shown = self.request.keyframe.t if t is None else t
        frame = self.request.head + shown * (self.request.spec.shot.frames - 1)
        return min(range(len(self.fitted.steps)), key=lambda index: abs(self.fitted.steps[index] - frame))

    def references(self, most: int) -> list[pixels.Picture]:
        """At most so many of the references' pictures, at their own size, in the order of the request.

        Raises:
            RequestRefused: the request does not tell its folder, or a picture cannot be read.
        """
        given, folder = self.request.references[:most], self.request.folder
        if given and folder is None:
            raise RequestRefused("the request does not tell the folder of its references")
        return [pixels.read_still(folder / item.image) for item in given if folder is not None]

    def on_step(self, steps: int) -> dict[str, Any]:
        """Keywords with which a pipeline reports `steps` denoising steps, those of all its calls together."""
        return runtime.on_step(self.progress, steps, self.total)


@dataclass(frozen=True)
class Filmed:
    """One clip by a model: pictures at `ask.fitted.steps`; what its own counting made beyond them is left out."""

    pictures: Sequence[pixels.Picture]
    downgrades: tuple[str, ...] = ()


class Clips(Backend):
    """Makes moving shots: a subclass loads its pipeline and films one clip."""

    def plain(self, ask: ClipAsk) -> dict[str, Any]:
        """Keywords that most video pipelines of diffusers share: words, size, length, steps, guidance, seed."""
        said = {"prompt": ask.text, "negative_prompt": ask.negative or None}
        return {
            **(said if self._able.negative_prompt else {"prompt": ask.text}),
            "width": ask.size[0],
            "height": ask.size[1],
            "num_frames": ask.fitted.frames,
            "num_inference_steps": self.choice.steps,
            "guidance_scale": self.choice.guidance,
            "generator": ask.generator(),
            "output_type": "pil",
            **ask.on_step(self.choice.steps),
        }

    @abstractmethod
    def film(self, pipeline: Any, ask: ClipAsk) -> Filmed:
        """Make one clip; may be called twice, the second time with a pipeline in a cheaper setting."""

    def shot(self, request: ShotRequest, progress: Progress | None = None) -> ShotResult:
        """Make the moving shot with its handles."""
        spec, choice = request.spec, self.choice
        check_limits(spec, self._able)
        if choice.over == "guide" and request.guide is None:
            raise RequestRefused(f"{self.name} works over a guide clip, and the request has none")
        if choice.over == "keyframe" and request.folder is None:
            raise RequestRefused(f"{self.name} starts from keyframes, and the request does not tell their folder")
        total = request.head + spec.shot.frames + request.tail
        strength = choice.strength_for(spec.shot.control)
        if choice.over == "guide" and self._nothing_to_do(request.guide, strength):
            fitted, where = adapt.unchanged(spec.size, total), ""
            ask = ClipAsk(request, "", "", fitted, total, None)
            made: Sequence[pixels.Picture] = ask.guide()
            lost: tuple[str, ...] = (self._as_it_is(strength),)
        else:
            fitted = adapt.moving(spec, total, choice)
            made, lost, where = self._filmed(request, fitted, total, progress)
        way = pixels.write_clip(
            made, fitted.steps, request.video, spec=spec, total=total, threads=request.threads, progress=progress
        )
        said = adapt.filled(fitted.downgrades, moved=way == "motion")
        return ShotResult(frames=total, downgrades=(*said, *lost), placement=where)

    def _filmed(
        self, request: ShotRequest, fitted: adapt.Fitted, total: int, progress: Progress | None
    ) -> tuple[Sequence[pixels.Picture], tuple[str, ...], str]:
        prompts = words(request.spec, self.choice.family.profile)
        unmet = adapt.unmet(request, self._able, words=bool(prompts.text), holds=self.choice.holds)
        control = request.spec.shot.control
        ask = ClipAsk(
            request=request,
            text=prompts.text,
            negative=prompts.negative,
            fitted=fitted,
            total=total,
            progress=progress,
            continues=self._able.continues,
            timed=prompts.timed,
            strength=self.choice.strength_for(control),
            scale=self.choice.scale_for(control),
        )
        ran = runtime.run(self.choice, self.load, lambda pipeline: self.film(pipeline, ask))
        lost = (*unmet, *left_out(prompts.left_out), *ran.made.downgrades, *ran.downgrades)
        return ran.made.pictures[: len(fitted.steps)], lost, str(ran.place)


def left_out(parts: Sequence[str]) -> tuple[str, ...]:
    """A sentence about what the prompt has no room for, if anything."""
    return (f"The prompt has no room for: {', '.join(parts)}.",) if parts else ()
