"""Owns the animatic generator: answers requests by drawing the plan with vector art on the CPU.

Does not know: the store, the stages before and after it, sound.
"""

from __future__ import annotations

from collections.abc import Callable

import skia

from generators.artefacts import MouthTrack, ShotSpec
from generators.backends.animatic import cards, casting, looks, sheet
from generators.backends.animatic.able import CAPABILITIES
from generators.backends.animatic.aloft import from_above
from generators.backends.animatic.control import FrameControl, controls, kinds, seen
from generators.backends.animatic.encode import ClipWriter
from generators.backends.animatic.overhead import Overhead
from generators.backends.animatic.places import make_place
from generators.backends.animatic.png import save_png
from generators.backends.animatic.scenery import Place
from generators.backends.animatic.seats import seating
from generators.backends.animatic.sprites import native
from generators.backends.animatic.stage import Stage, frames
from generators.backends.animatic.troupe import Caster, assemble
from generators.base import (
    Capabilities,
    CardRequest,
    ControlRequest,
    KeyframeRequest,
    KeyframeResult,
    Progress,
    ReferenceRequest,
    ReferenceResult,
    Result,
    ShotRequest,
    ShotResult,
    TitleRequest,
)
from generators.controls import write_controls
from generators.limits import check_limits
from generators.styles import resolve_style
from generators.takes import later, whole_take
from planners.plan import Attributes

PlaceMaker = Callable[[Attributes, int], tuple[Place, tuple[str, ...]]]


class AnimaticBackend:
    """Draws references, keyframes, shots and cards; deterministic, offline, about as fast as the film plays."""

    def __init__(self, *, caster: Caster = casting.cast, place_maker: PlaceMaker = make_place) -> None:
        """Take the sources of figures and places.

        Args:
            caster: Gives the figure of an entity.
            place_maker: Gives the place of attributes.
        """
        self._caster, self._place_maker = caster, place_maker
        self._set: tuple[Stage, tuple[str, ...]] | None = None
        """The stage of the last keyframe with what could not be drawn: its shot most often comes next."""

    def capabilities(self) -> Capabilities:
        """What it can do: any even size, whole-frame layout, masks and control video."""
        return CAPABILITIES

    def reference(self, request: ReferenceRequest) -> ReferenceResult:
        """Draw the sheet of one entity, or a picture of one place."""
        name, lost = resolve_style(request.style)
        image, views, notes = sheet.draw(
            request.entity, request.stage, style=looks.style(name), seed=request.seed, caster=self._caster,
            place_maker=self._place_maker,
        )  # fmt: skip
        save_png(image, request.image)
        return ReferenceResult(views=views, downgrades=_said(lost, notes))

    def keyframe(self, request: KeyframeRequest) -> KeyframeResult:
        """Draw one still."""
        stage, notes = self.stage(request.spec)
        frame = stage.first + round(request.t * max(request.spec.shot.frames - 1, 0))
        pixels = next(frames(stage, frame, frame + 1))
        info = native(*request.spec.size)
        save_png(skia.Image.MakeRasterCopy(skia.Pixmap(info, pixels, pixels.strides[0])), request.image)
        self._set = (stage, notes)
        return KeyframeResult(downgrades=notes)

    def shot(self, request: ShotRequest, progress: Progress | None = None) -> ShotResult:
        """Draw the moving shot with its handles and encode it."""
        spec = request.spec
        stage, notes = self.stage(spec, mouths=request.mouths, head=request.head, tail=request.tail)
        total = request.head + spec.shot.frames + request.tail
        with ClipWriter(request.video, size=spec.size, fps=spec.fps, threads=request.threads) as clip:
            for pixels in frames(stage, stage.first - request.head, stage.first + spec.shot.frames + request.tail):
                clip.write(pixels)
                if progress is not None:
                    progress(clip.frames, total)
        return ShotResult(frames=total, downgrades=notes)

    def card(self, request: CardRequest, progress: Progress | None = None) -> ShotResult:
        """Draw the end card over the blurred place."""
        spec = request.spec
        check_limits(spec, self.capabilities())
        name, lost = resolve_style(spec.style_text or spec.style)
        place, _ = self._place_maker(spec.place.attributes, spec.seed)
        painter = cards.Card(request, looks.style(name), place)
        total = request.head + request.frames + request.tail
        with ClipWriter(request.video, size=spec.size, fps=spec.fps, threads=request.threads) as clip:
            for pixels in painter.frames():
                clip.write(pixels)
                if progress is not None:
                    progress(clip.frames, total)
        return ShotResult(frames=total, downgrades=_said(lost, ()))

    def control(self, request: ControlRequest) -> Result:
        """Write masks, boxes and depth order of a still or a shot."""
        spec = request.spec
        stage, notes = self.stage(spec, head=request.head, tail=request.tail)
        first, last = -request.head, spec.shot.frames + request.tail
        if request.t is not None:
            first = round(request.t * max(spec.shot.frames - 1, 0))
            last = first + 1
        keys = [track.key for track in spec.shot.layout]
        indoor = stage.backdrop.place.indoor
        write_controls(request.control, seen(stage, first, last), keys=keys, kinds=kinds(stage), indoor=indoor)
        self._set = (stage, notes)
        return Result()

    def title(self, request: TitleRequest) -> Result:
        """Draw the film's title over nothing."""
        stage, _ = self.stage(request.spec)
        surface = skia.Surface.MakeRasterN32Premul(*request.spec.size)
        if stage.title is not None:
            surface.getCanvas().drawImage(stage.title.image, 0, stage.title.top)
        save_png(surface.makeImageSnapshot(), request.image)
        return Result()

    def controls(self, spec: ShotSpec, frame: int) -> FrameControl:
        """Masks, boxes and depth order of every instance in a frame: the control signal for learned backends."""
        stage, _ = self.stage(spec)
        return controls(stage, stage.first + frame)

    def stage(
        self, spec: ShotSpec, *, mouths: tuple[MouthTrack, ...] = (), head: int = 0, tail: int = 0
    ) -> tuple[Stage, tuple[str, ...]]:
        """The stage that draws a shot, as a part of its take when it has one, and what could not be drawn as asked."""
        spec, first = whole_take(spec)
        mouths = later(mouths, first)
        found, self._set = self._set, None
        if found is not None and found[0].spec == spec:
            found[0].rehearse(mouths, head, tail)
            found[0].first = first
            return found
        check_limits(spec, self.capabilities())
        name, lost = resolve_style(spec.style)
        style = looks.style(name)
        place, place_notes = self._place_maker(spec.place.attributes, spec.seed)
        above = spec.shot.camera.angle == "top-down"
        if above:
            place = Overhead(place, style.scenery)
        caster = from_above(self._caster) if above else self._caster
        members, cast_notes = assemble(spec, caster, style.figures, floats=not place.floor)
        seats = None if above else seating(spec, caster, style.figures, indoor=place.indoor)
        stage = Stage(
            spec, style=style, place=place, members=members, seating=seats, mouths=mouths, head=head, tail=tail
        )
        stage.first = first
        return stage, _said(lost, (*place_notes, *cast_notes))


def _said(lost: str | None, notes: tuple[str, ...]) -> tuple[str, ...]:
    return (*((lost,) if lost else ()), *notes)
