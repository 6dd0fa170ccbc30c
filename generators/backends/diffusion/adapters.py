"""Owns identity in UNet families: IP-Adapter's decoupled cross-attention (Ye et al. 2023), bound to regions.

Each reference speaks only inside its own entity's mask, with a scale of its kind: figures, place, style. A face adapter
speaks inside the heads: by CLIP's eyes (IP-Adapter Plus Face), or by a face encoder's vector (IP-Adapter FaceID).
Embeddings are computed once per picture. Does not know: which pipeline, who the entities are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, NamedTuple

import numpy as np
import numpy.typing as npt
import torch
from diffusers.models.embeddings import ImageProjection

from generators.backends.diffusion.encoders import Bank, Encoded, averaged
from generators.embedding import mean_embedding
from generators.face_encoders import FaceBank
from generators.regions import EntityRegion, Kind, Mask, box_mask, region_masks

Part = Literal["whole", "face", "faceid"]
"""What an adapter was trained on: whole pictures, faces alone, or vectors of a face encoder."""
STYLE_BLOCKS = ("up_blocks.0.attentions.1",)
"""SDXL's layers that carry style and not layout (InstantStyle, Wang et al. 2024)."""
SEEN_VIEWS = ("front", "side")
"""Views of a sheet that tell who it is; the user's photos come before all of them."""
SOFT = 0.02
"""Soft edge of boxes that stand for masks, as a share of the shorter side."""


@dataclass(frozen=True)
class Scales:
    """How strongly references speak, 0 (not at all) .. 1."""

    figures: float = 0.6
    place: float = 0.3
    style: float = 0.0
    faces: float = 0.5

    def of(self, kind: Kind, part: Part) -> float:
        """The scale of a kind of region for an adapter."""
        if part != "whole":
            return self.faces if kind == "figure" else 0.0
        return {"figure": self.figures, "place": self.place, "style": self.style}[kind]


@dataclass(frozen=True)
class _Spoken:
    """One picture of one region, for one adapter."""

    region: int
    embedding: torch.Tensor
    nothing: torch.Tensor
    scale: float
    kind: Kind


class Banks(NamedTuple):
    """Who encodes pictures for the adapters."""

    clip: Bank
    faces: FaceBank | None = None
    """For a `faceid` part."""


def identity_keywords(
    pipeline: Any,
    regions: Sequence[EntityRegion],
    scales: Scales,
    size: tuple[int, int],
    *,
    bank: Bank | Banks,
    guided: bool = True,
    parts: Sequence[Part] = ("whole",),
    frames: Sequence[Sequence[EntityRegion]] = (),
) -> dict[str, Any]:
    """Set a pipeline's adapter scales, and give the keywords of its call that bind references to regions.

    Args:
        pipeline: With one or more IP-Adapters loaded (`load_ip_adapter`).
        regions: From far to near; those without cut-outs take no part.
        scales: By kind.
        size: Width and height in pixels that the pipeline makes.
        bank: Encodes cut-outs, and keeps what it encoded; with a face encoder's where a part is `faceid`.
        guided: Whether the call uses classifier-free guidance (a guidance scale above 1).
        parts: What each loaded adapter was trained on, in their order.
        frames: For clips: the same regions in the same order for every frame, so that masks move with them; empty:
            they stand still.

    Returns:
        `ip_adapter_image_embeds` and `cross_attention_kwargs`.
    """
    banks = bank if isinstance(bank, Banks) else Banks(bank)
    layers = pipeline.unet.encoder_hid_proj.image_projection_layers
    moments = [list(row) for row in frames] or [list(regions)]
    grid = (size[0] // pipeline.vae_scale_factor, size[1] // pipeline.vae_scale_factor)
    whole = np.stack([region_masks(row, grid, soft=SOFT) for row in moments])
    faces = np.stack([_face_masks(row, shapes) for row, shapes in zip(moments, whole, strict=True)])
    embeds, masks, spoken = [], [], []
    for layer, part in zip(layers, parts, strict=True):
        rows = (
            _faces(regions, scales, banks, layer)
            if part == "faceid"
            else _spoken(regions, scales, banks.clip, part, short=isinstance(layer, ImageProjection))
        )
        shapes = whole if part == "whole" else faces
        embeds.append(_stacked(rows, guided).to(pipeline.unet.dtype))
        masks.append(_shapes(rows, shapes, guided=guided and bool(frames)))
        spoken.append(rows)
    set_scales(pipeline.unet, spoken)
    return {"ip_adapter_image_embeds": embeds, "cross_attention_kwargs": {"ip_adapter_masks": masks}}


def set_scales(unet: Any, adapters: Sequence[Sequence[_Spoken]]) -> None:
    """Give every cross-attention layer its scale for every picture: style speaks only in the layers of style."""
    cross = {name: item for name, item in unet.attn_processors.items() if hasattr(item, "to_k_ip")}
    styled = any(name.startswith(STYLE_BLOCKS) for name in cross)
    for name, processor in cross.items():
        of_style = name.startswith(STYLE_BLOCKS) or not styled
        processor.scale = [[row.scale if row.kind != "style" or of_style else 0.0 for row in rows] for rows in adapters]


def pictures_of(region: EntityRegion, part: Part = "whole") -> list[Path]:
    """The cut-outs that tell who a region shows: the user's photos when there are any, else the sheet's.

    A face encoder looks for the face itself, so it is given photos whole.
    """
    crops: Mapping[str, Path] = region.crops or {}
    if part == "faceid":
        whole = [file for view, file in crops.items() if view.startswith("photo")]
        return whole or [file for view, file in crops.items() if view.startswith("face")]
    faces = {view: file for view, file in crops.items() if view.startswith("face")}
    if part == "face":
        own = [file for view, file in faces.items() if "photo" in view]
        return own or list(faces.values())
    photos = [file for view, file in crops.items() if view.startswith("photo")]
    return photos or [crops[view] for view in SEEN_VIEWS if view in crops]


def _spoken(regions: Sequence[EntityRegion], scales: Scales, bank: Bank, part: Part, *, short: bool) -> list[_Spoken]:
    """What an adapter hears: an averaged vector per region, or hidden states picture by picture in shares."""
    rows: list[_Spoken] = []
    for index, region in enumerate(regions):
        scale, files = scales.of(region.kind, part) * region.hold, pictures_of(region, part)
        if not files or (part == "face" and region.face is None):
            continue
        seen = bank.of(files)
        values = [averaged(seen.projected)] if short else list(seen.hidden)
        for value in values:
            rows.append(_Spoken(index, value, _field(bank.nothing(), short), scale / len(values), region.kind))
    nothing = _field(bank.nothing(), short)
    return rows or [_Spoken(-1, nothing, nothing, 0.0, "figure")]


def _faces(regions: Sequence[EntityRegion], scales: Scales, banks: Banks, layer: Any) -> list[_Spoken]:
    """What a FaceID adapter hears: for each person with a head in the frame, the mean of the faces that are seen."""
    nothing = torch.zeros(layer.ff.net[0].proj.in_features)
    rows: list[_Spoken] = []
    for index, region in enumerate(regions):
        seen = _seen_faces(region, banks)
        if seen is not None:
            scale = scales.of(region.kind, "faceid") * region.hold
            rows.append(_Spoken(index, torch.from_numpy(seen), nothing, scale, region.kind))
    return rows or [_Spoken(-1, nothing, nothing, 0.0, "figure")]


def faceless(regions: Sequence[EntityRegion], banks: Banks) -> list[EntityRegion]:
    """People with a head in the frame, in whose pictures the face encoder sees none."""
    told = [row for row in regions if row.person and row.face is not None and pictures_of(row, "faceid")]
    return [row for row in told if _seen_faces(row, banks) is None]


def _seen_faces(region: EntityRegion, banks: Banks) -> npt.NDArray[np.float32] | None:
    files = pictures_of(region, "faceid")
    if banks.faces is None or not region.person or region.face is None or not files:
        return None
    seen = banks.faces.of(files)
    return mean_embedding(seen) if len(seen) else None


def _field(encoded: Encoded, short: bool) -> torch.Tensor:
    return encoded.projected[0] if short else encoded.hidden[0]


def _stacked(rows: Sequence[_Spoken], guided: bool) -> torch.Tensor:
    """(1 or 2, pictures, ...): what stands for nothing first, under guidance."""
    told = torch.stack([row.embedding for row in rows])
    return torch.stack([torch.stack([row.nothing for row in rows]), told]) if guided else told[None]


def _shapes(rows: Sequence[_Spoken], masks: Mask, *, guided: bool) -> torch.Tensor:
    """(moments, pictures, height, width), twice over for a clip under guidance."""
    blank = np.zeros_like(masks[:, 0])
    picked = np.stack([masks[:, row.region] if row.region >= 0 else blank for row in rows], axis=1)
    shapes = torch.from_numpy(np.ascontiguousarray(picked))
    return torch.cat([shapes, shapes]) if guided else shapes


def _face_masks(regions: Sequence[EntityRegion], masks: Mask) -> Mask:
    """The part of each region's mask in which its head is."""
    size = (masks.shape[2], masks.shape[1])
    rows = [
        box_mask(row.face, size, soft=SOFT) if row.face else np.zeros(masks.shape[1:], np.float32) for row in regions
    ]
    return np.asarray(np.stack(rows) * masks, dtype=np.float32)
