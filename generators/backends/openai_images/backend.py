"""Owns the backend `openai-images`: references and keyframes by a hosted model, over the guide and the references.

The guide goes along as the composition, padded to the size that the model makes, so that cutting its shape out of the
answer gives the guide's frame again. Does not know: how requests travel, what they cost, who made the guide.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from generators.artefacts import Reference
from generators.backends.openai_images import able, pictures
from generators.backends.openai_images.models import choose
from generators.backends.openai_images.service import Ask, Service
from generators.backends.openai_images.told import repair_words, sheet_words, still_words
from generators.base import (
    Capabilities,
    KeyframeRequest,
    KeyframeResult,
    ReferenceRequest,
    ReferenceResult,
    RepairRequest,
)
from generators.limits import check_limits
from generators.patches import mask_of
from generators.paying import Kept, Purse
from generators.telling import patch_words

NAME = "openai-images"
SHEET = (1280, 720)
"""Size in pixels of a reference that has no guide."""
UNGUIDED = f"{NAME} had no guide: who stands where is the model's own choice."


class OpenAIImages:
    """Makes references and keyframes."""

    def __init__(self, *, model: str | None = None, purse: Purse | None = None, kept: Kept | None = None) -> None:
        """Take the model; nobody is called yet.

        Args:
            model: `MODEL?options`, see `generators.backends.openai_images.models`.
            purse: Grants the money of every call; without a limit when None.
            kept: Keeps what was paid for; as long as this object lives when None.

        Raises:
            RequestRefused: there is no such option.
        """
        self.choice = choose(model)
        self._service = Service(self.choice, purse, kept)
        self._able = able.capabilities_of(NAME, model)

    def capabilities(self) -> Capabilities:
        """What it can do; the version names the model."""
        return self._able

    def reference(self, request: ReferenceRequest) -> ReferenceResult:
        """Make an entity's sheet over its guide, which gives the views; without one, a single view."""
        size = SHEET if request.guide is None else pictures.size_of(request.guide)
        made = self.choice.size(size)
        name, guided = request.entity.name, request.guide is not None
        sent = [("sheet", pictures.padded(request.guide, made))] if request.guide is not None else []
        photos = request.photos[: self.choice.options.references]
        sent += [(f"photo {name}", pictures.cropped(photo, None)) for photo in photos]
        prompt = sheet_words(request.entity, request.stage, request.style, guided=guided, photos=len(photos))
        self._make(Ask(prompt, made, _files(sent), f"reference {name}", (request.seed,)), request.image, size)
        views = request.guide_views if request.guide is not None else {"front": (0.0, 0.0, 1.0, 1.0)}
        return ReferenceResult(views=views, downgrades=_resized(size, made), placement=self._placement())

    def keyframe(self, request: KeyframeRequest) -> KeyframeResult:
        """Make one still over its guide, with the references of everybody in it."""
        spec = request.spec
        check_limits(spec, self._able)
        made = self.choice.size(spec.size)
        sent = [("composition", pictures.padded(request.guide, made))] if request.guide is not None else []
        shown = request.references[: self.choice.options.references]
        sent += [(item.entity.name, _likeness(item, request.folder)) for item in shown]
        looks = [(item.entity, item.stage) for item in shown]
        prompt, left_out = still_words(spec, looks, guided=request.guide is not None)
        seeds = (spec.seed, spec.shot.seed, round(request.t * 1000))
        self._make(Ask(prompt, made, _files(sent), spec.shot.id, seeds), request.image, spec.size)
        lost = [f"The prompt has no room for: {', '.join(left_out)}."] if left_out else []
        lost += [] if request.guide is not None else [UNGUIDED]
        lost += _left_out(request.references[len(shown) :], len(shown))
        return KeyframeResult(downgrades=(*lost, *_resized(spec.size, made)), placement=self._placement())

    def repair(self, request: RepairRequest) -> KeyframeResult:
        """Have all regions painted anew in one call: the still, the mask, and who is in the regions.

        Servers treat a mask as advice, so what comes back outside of it is not to be used.
        """
        still = request.still
        spec, guided = still.spec, still.guide is not None
        check_limits(spec, self._able)
        made = self.choice.size(spec.size)
        sent = [("still", pictures.padded(request.source, made))]
        sent += [("composition", pictures.padded(still.guide, made))] if still.guide is not None else []
        named = {patch.entity for patch in request.patches}
        shown = [item for item in still.references if item.entity.id in named][: self.choice.options.references - 1]
        sent += [(item.entity.name, _likeness(item, still.folder)) for item in shown]
        wanted = [patch_words(spec, patch.entity, patch.words) for patch in request.patches]
        prompt = repair_words(spec, wanted, [(item.entity, item.stage) for item in shown], guided=guided)
        seeds = (spec.seed, spec.shot.seed, round(still.t * 1000), request.number)
        mask = pictures.opened(mask_of(request.patches, spec.size, soft=0.0), made)
        self._make(Ask(prompt, made, _files(sent), f"{spec.shot.id} repair", seeds, mask), still.image, spec.size)
        return KeyframeResult(downgrades=_resized(spec.size, made), placement=self._placement())

    def _make(self, ask: Ask, image: Path, size: tuple[int, int]) -> None:
        pictures.write(self._service.picture(ask), image, size)

    def _placement(self) -> str:
        return f"{self._service.where.host}, {self.choice.name}, {self.choice.options.quality}"


def _likeness(reference: Reference, folder: Path | None) -> bytes:
    """The view of a reference that shows most of the entity: its front, or the whole sheet."""
    return pictures.cropped((folder or Path()) / reference.image, reference.views.get("front"))


def _files(sent: Sequence[tuple[str, bytes]]) -> tuple[tuple[str, bytes], ...]:
    """Pictures by file names that say which is which."""
    return tuple(
        (f"{number}-{re.sub(r'[^A-Za-z0-9]+', '-', name).strip('-').lower() or 'picture'}.png", data)
        for number, (name, data) in enumerate(sent, 1)
    )


def _left_out(references: Sequence[Reference], shown: int) -> list[str]:
    if not references:
        return []
    names = ", ".join(item.entity.name for item in references)
    return [f"{NAME} sends {shown} references; left to the words: {names}."]


def _resized(asked: tuple[int, int], made: tuple[int, int]) -> tuple[str, ...]:
    if made == asked:
        return ()
    shape = abs(asked[0] / asked[1] / (made[0] / made[1]) - 1) < 0.01
    how = "which is scaled" if shape else "whose middle is cut out in the film's shape and scaled"
    return (f"{NAME} makes {made[0]}x{made[1]}, {how} to {asked[0]}x{asked[1]}.",)
