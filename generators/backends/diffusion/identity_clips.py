"""Owns references in UNet clips: an IP-Adapter beside the motion adapter, each picture in its entity's moving region.

Does not know: the denoising loop, techniques.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import torch
from transformers import CLIPVisionModelWithProjection

from generators.backends.diffusion import able, bound, runtime
from generators.backends.diffusion.adapters import Scales, identity_keywords
from generators.backends.diffusion.base import ClipAsk
from generators.backends.diffusion.encoders import Bank, Encoder, weights_digest
from generators.backends.diffusion.loop import Extra
from generators.backends.diffusion.models import Choice
from generators.backends.diffusion.techniques.windows import Window
from generators.controls import read_controls
from generators.regions import Regions, entity_regions, moving_regions

PICTURES, EYES = "pictures", "encoder"
"""Roles of the adapter and of its picture encoder."""
UNCUT = "The reference of {who} has no cut-out: it does not speak in the clip."


def load_pictures(pipeline: Any, choice: Choice, sources: Mapping[str, runtime.Source]) -> None:
    """Load the adapter and its encoder into a pipeline, where the choice has them."""
    if PICTURES not in sources:
        return
    sight, adapter, row = sources[EYES], sources[PICTURES], choice.repositories[PICTURES]
    encoder = CLIPVisionModelWithProjection.from_pretrained(sight.place, **sight.keywords).eval()
    where = {key: adapter.keywords[key] for key in ("revision", "local_files_only") if key in adapter.keywords}
    pipeline.load_ip_adapter(
        adapter.place, subfolder=row.subfolder or "", weight_name=row.file, image_encoder_folder=None, **where
    )
    mark = weights_digest(choice.repositories[EYES])
    pipeline.identity_bank = Bank(Encoder(encoder, f"clip:{sight.place}", mark))


class Speaking:
    """What references add to the model's calls of one clip."""

    def __init__(self, pipeline: Any, ask: ClipAsk, choice: Choice) -> None:
        """Encode the pictures, and find where each may speak.

        Raises:
            RequestRefused: the control file cannot be read.
        """
        moments = _moments(ask)
        frames = moving_regions(moments)
        scales = choice.scales
        told = identity_keywords(
            pipeline,
            frames[0],
            Scales(figures=scales["figure"], place=scales["place"], style=scales["style"]),
            ask.size,
            bank=pipeline.identity_bank,
            guided=choice.guidance > 1,
            frames=frames,
        )
        self._guided = choice.guidance > 1
        device = pipeline._execution_device
        self._embeds = [rows.to(device) for rows in told["ip_adapter_image_embeds"]]
        self._masks = [rows.to(device) for rows in told["cross_attention_kwargs"]["ip_adapter_masks"]]
        self.notes = tuple(dict.fromkeys(note for moment in moments for note in moment.downgrades))
        self.notes += tuple(
            UNCUT.format(who=bound.called(row.entity)) for row in ask.request.references if not row.crops
        )

    def extra(self, frames: slice) -> Extra:
        """For a part of the clip."""

        def given(sample: torch.Tensor, time: torch.Tensor, text: torch.Tensor, window: Window) -> Mapping[str, Any]:
            part = slice(frames.start + window.start, frames.start + window.stop)
            return {
                "added_cond_kwargs": {"image_embeds": self._embeds},
                "cross_attention_kwargs": {"ip_adapter_masks": [self._part(rows, part) for rows in self._masks]},
            }

        return given

    def _part(self, rows: torch.Tensor, part: slice) -> torch.Tensor:
        return torch.cat([half[part] for half in rows.chunk(2)]) if self._guided else rows[part]


def _moments(ask: ClipAsk) -> list[Regions]:
    """Who is where in each frame that the model makes: by the guide's control file, else by the layout."""
    request, steps = ask.request, ask.fitted.steps
    found = None if request.control is None else read_controls(request.control, steps)
    last = max(request.spec.shot.frames - 1, 1)
    made = []
    for index, step in enumerate(steps):
        boxes = {} if found is None else dict(found.frames[index].control.boxes)
        masks = {} if found is None else {key: found.mask(index, key).astype("float32") for key in boxes}
        moment = (step - request.head) / last
        references = request.references[: able.REFERENCES]
        made.append(entity_regions(request.spec, references, moment, folder=request.folder, masks=masks, boxes=boxes))
    return made
