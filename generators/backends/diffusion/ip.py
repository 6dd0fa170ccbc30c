"""Owns keyframes by image models with IP-Adapters: each reference speaks in its own entity's region, over the guide.

Two adapters are loaded, one for whole pictures and, where the family has it, one for faces: IP-Adapter Plus Face, or
FaceID (`?face=faceid`). With a guide the picture is drawn over it (SDEdit), else from the words. Does not know: which
family.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

from diffusers import AutoPipelineForImage2Image, AutoPipelineForText2Image
from transformers import CLIPVisionModelWithProjection

from generators.backends.diffusion import bound, runtime
from generators.backends.diffusion.adapters import Banks, Part, Scales, faceless, identity_keywords, pictures_of
from generators.backends.diffusion.attended import attended_boxes, spans_of, watched
from generators.backends.diffusion.base import Drawn, StillAsk
from generators.backends.diffusion.controlled import beside, held
from generators.backends.diffusion.encoders import Bank, Encoder, weights_digest
from generators.backends.diffusion.loaded import adapter_file, load_adapters
from generators.backends.diffusion.models import FACE, Choice
from generators.backends.diffusion.repairing import Repairing, holding_outside
from generators.base import KeyframeRequest, ReferenceRequest
from generators.crops import FACES
from generators.errors import RequestRefused
from generators.face_encoders import FaceBank, face_encoder
from generators.regions import WHOLE, EntityRegion, is_person

PARTS: Mapping[str, Part] = {"adapter": "whole", FACE: "face"}
"""Roles of repositories that hold adapters, and what each was trained on."""
NO_FACE = "The face encoder sees no face in the pictures of {who}: only the whole of them speaks."
UNCUT = "The reference of {who} has no cut-out: its whole sheet speaks, with its ground."


class IpStills(Repairing):
    """Draws references and keyframes; a family gives it its name."""

    def load(self, choice: Choice, sources: Mapping[str, runtime.Source]) -> Any:
        """The family's image-to-image pipeline with its adapters and their picture encoder.

        Raises:
            RequestRefused: diffusers has none for the repository.
        """
        sight = sources["encoder"]
        encoder = CLIPVisionModelWithProjection.from_pretrained(sight.place, **_of_model(sight.keywords))
        base = sources["base"]
        try:
            pipeline = AutoPipelineForImage2Image.from_pretrained(
                base.place, image_encoder=encoder, **base.keywords, **beside(sources)
            )
        except ValueError as error:
            name = choice.repositories["base"].repository
            raise RequestRefused(f"{self.name} cannot use {name}: {str(error).splitlines()[0]}") from error
        files = {role: adapter_file(sources[role], choice.repositories[role]) for role in self._parts()}
        heard = files[FACE] if choice.options.face == "faceid" else None
        pipeline.identity_lost = load_adapters(pipeline, tuple(files.values()), faceid=heard)
        mark = weights_digest(choice.repositories["encoder"])
        clip = Bank(Encoder(encoder.eval(), f"clip:{sight.place}", mark))
        told = choice.options.face_encoder if choice.options.face == "faceid" else None
        pipeline.identity_bank = Banks(clip, FaceBank(face_encoder(told)) if told else None)
        return pipeline

    def _parts(self) -> dict[str, Part]:
        """What the adapter of each role was trained on."""
        parts = {role: part for role, part in PARTS.items() if role in self.choice.repositories}
        return parts | ({FACE: "faceid"} if self.choice.options.face == "faceid" else {})

    def draw(self, pipeline: Any, ask: StillAsk) -> Drawn:
        """Draw one picture over its guide; without one, from words and references."""
        regions, lost = self._regions(ask)
        lost += pipeline.identity_lost
        if self.choice.options.face == "faceid":
            blind = dict.fromkeys(row.entity for row in faceless(regions, pipeline.identity_bank))
            lost += tuple(NO_FACE.format(who=_name(ask, entity)) for entity in blind)
        speaking = identity_keywords(
            pipeline,
            regions,
            self._scales(),
            ask.size,
            bank=pipeline.identity_bank,
            guided=self.choice.guidance > 1,
            parts=list(self._parts().values()),
        )
        common: dict[str, Any] = {
            "prompt": ask.text,
            "num_inference_steps": self.choice.steps,
            "guidance_scale": self.choice.guidance,
            "generator": ask.generator(),
            **speaking,
        } | ({"negative_prompt": ask.negative} if ask.negative else {})
        control, silent = held(self.name, self.choice.options.controlnet, ask)
        made: Any = pipeline
        if ask.guide is not None:
            common |= {"image": ask.guide, "strength": ask.strength}
        else:
            made = AutoPipelineForText2Image.from_pipe(pipeline)
            made.set_progress_bar_config(disable=True)
            common |= {"width": ask.size[0], "height": ask.size[1]}
        with holding_outside(pipeline, ask), watched(pipeline.unet, spans_of(pipeline, ask), ask.size) as watch:
            picture = made(**common, **control).images[0]
        return Drawn(picture, (*lost, *silent), attended_boxes(watch))

    def _scales(self) -> Scales:
        scales = self.choice.scales
        return Scales(
            figures=scales["figure"],
            place=scales["place"],
            style=scales["style"],
            faces=scales.get("face", scales["figure"]),
        )

    def _regions(self, ask: StillAsk) -> tuple[tuple[EntityRegion, ...], tuple[str, ...]]:
        request = ask.request
        if isinstance(request, ReferenceRequest):
            return _of_photos(request), ()
        found = bound.regions_of(request)
        rows, uncut = _with_pictures(found.rows, request)
        rows, lost = self._fewer(rows, request)
        return (*rows, *_style(request, self.choice.scales["style"])), (*found.downgrades, *uncut, *lost)

    def _fewer(
        self, rows: tuple[EntityRegion, ...], request: KeyframeRequest
    ) -> tuple[tuple[EntityRegion, ...], tuple[str, ...]]:
        """All regions, of which only those that are seen most keep their pictures."""
        most = self.capabilities().reference_images or 0
        kept, lost = bound.fewer([item for item in bound.seen(request) if item.picture is not None], most, self.name)
        keys = {item.key for item in kept}
        bare = [
            row if row.kind != "figure" or row.key in keys else dataclasses.replace(row, crops=None) for row in rows
        ]
        return tuple(bare), lost


def _with_pictures(
    rows: tuple[EntityRegion, ...], request: KeyframeRequest
) -> tuple[tuple[EntityRegion, ...], tuple[str, ...]]:
    """Regions whose references have no cut-outs speak by their whole sheet, which is said."""
    made, lost = [], []
    for row in rows:
        if row.reference is None or request.folder is None or pictures_of(row):
            made.append(row)
            continue
        made.append(dataclasses.replace(row, crops={"front": request.folder / row.reference.image}))
        lost.append(UNCUT.format(who=bound.called(row.reference.entity)))
    return tuple(made), tuple(dict.fromkeys(lost))


def _name(ask: StillAsk, entity: str) -> str:
    request = ask.request
    return bound.called(request.entity if isinstance(request, ReferenceRequest) else request.spec.cast[entity])


def _of_model(keywords: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in keywords.items() if key != "variant" or value}


def _of_photos(request: ReferenceRequest) -> tuple[EntityRegion, ...]:
    """On a sheet, the user's photos speak everywhere, and their faces in the view of the head."""
    entity = request.entity
    words = bound.called(entity)
    crops = {f"photo {index}": path for index, path in enumerate(request.photos, 1)}
    head = next((request.guide_views[view] for view in FACES if view in request.guide_views), None)
    row = EntityRegion(entity.id, entity.id, request.stage, "figure", words, words, WHOLE, 0.5, face=head, crops=crops)
    return (dataclasses.replace(row, person=is_person(entity)),)


def _style(request: KeyframeRequest, scale: float) -> tuple[EntityRegion, ...]:
    """The guide's own way of drawing, for the layers of style."""
    if scale <= 0 or request.guide is None:
        return ()
    crops = {"front": request.guide}
    return (EntityRegion("style", "style", None, "style", "", "", WHOLE, -1.0, crops=crops),)
