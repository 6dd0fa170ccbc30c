"""Owns captions in transformers: the places of a latent frame attend to their own caption, and to no other.

Captions stand one after the other in the text that the model is given. Cross-attention (Wan, LTX) is split by rows,
which is exact; where text and video share one attention (CogVideoX), each caption and its frames see each other, and
all frames see all frames. No mask over all pairs of places is built: at real size it would fill the memory.
Does not know: pipelines, text encoders, what the captions say.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, groupby
from typing import Any

import torch
from diffusers.models.embeddings import apply_rotary_emb

from generators.backends.diffusion.techniques.attention import project
from generators.backends.diffusion.techniques.guidance import Region, regional_mask


@dataclass
class Told:
    """Which caption each latent frame has."""

    owners: tuple[int, ...]
    """Caption of each frame, in the order in which their places stand; pictures given as conditions count too."""
    sizes: tuple[int, ...]
    """Tokens of each caption, in the order in which they stand."""
    seen: Sequence[int] | None = None
    """Numbers of the frames that the model is shown just now; None: all."""
    regions: Mapping[int, Sequence[Region]] = field(default_factory=dict)
    """Words of a caption that act in a part of the picture only; their masks have a row for each frame."""
    aspect: float = 1.0
    """Height / width of the picture."""

    def shown(self) -> Sequence[int]:
        """Numbers of the frames that the model is shown."""
        return range(len(self.owners)) if self.seen is None else self.seen

    def runs(self, places: int) -> list[tuple[int, slice]]:
        """Captions with the rows that they are for, of so many rows in all."""
        shown = [self.owners[index] for index in self.shown()]
        each, made, start = places // len(shown), [], 0
        for caption, frames in groupby(shown):
            stop = start + each * len(list(frames))
            made.append((caption, slice(start, stop)))
            start = stop
        return made

    def bias(self, caption: int, rows: slice, places: int) -> torch.Tensor | None:
        """What is added to the scores of some rows for a caption's tokens, `(rows, tokens)`; None: nothing.

        Args:
            caption: Its number.
            rows: From `runs`.
            places: Rows in all.
        """
        regions = self.regions.get(caption)
        if not regions:
            return None
        shown = self.shown()
        each = places // len(shown)
        frames = list(shown[rows.start // each : rows.stop // each])
        own = [Region(row.tokens, row.mask[frames]) for row in regions]
        allowed = regional_mask(own, positions=each, tokens=self.sizes[caption], aspect=self.aspect).flatten(0, 1)
        return torch.zeros(allowed.shape).masked_fill(~allowed, -math.inf)

    def tokens(self, caption: int) -> slice:
        """Where a caption stands in the text."""
        ends = list(accumulate(self.sizes))
        return slice(ends[caption] - self.sizes[caption], ends[caption])


class SplitCaptions:
    """Cross-attention in which each frame's places attend to their caption, by the processor that was there.

    Tokens before the captions (a picture's, in Wan 2.1) are seen by all. Regional prompts go in as a mask over the
    caption's own tokens.

    Source: TALC (arXiv 2405.04682), time-aligned captions, for transformers (ours); VSTAR (ICLR 2025) where every
    latent frame has a caption of its own; regions as in `guidance.regional_mask`.
    """

    def __init__(self, inside: Any, told: Told) -> None:
        self.inside = inside
        self.told = told

    def __call__(
        self,
        attn: Any,
        hidden_states: torch.Tensor,
        encoder_hidden_states: torch.Tensor | None = None,
        attention_mask: torch.Tensor | None = None,
        rotary_emb: Any = None,
    ) -> torch.Tensor:
        """Attend, as diffusers calls it."""
        if encoder_hidden_states is None:
            plain: torch.Tensor = self.inside(attn, hidden_states, None, attention_mask, rotary_emb)
            return plain
        before = encoder_hidden_states.shape[1] - sum(self.told.sizes)
        pictures, text = encoder_hidden_states[:, :before], encoder_hidden_states[:, before:]
        made = []
        for caption, rows in self.told.runs(hidden_states.shape[1]):
            own = self.told.tokens(caption)
            mask = None if attention_mask is None else attention_mask[..., own]
            bias = self.told.bias(caption, rows, hidden_states.shape[1])
            if bias is not None:
                mask = bias.to(text)[None, None] if mask is None else mask + bias.to(mask)
            said = torch.cat([pictures, text[:, own]], dim=1) if before else text[:, own]
            made.append(self.inside(attn, hidden_states[:, rows], said, mask, None))
        return torch.cat(made, dim=1)


class JointCaptions:
    """The same where text and video attend to one another in one attention (CogVideoX).

    A frame's places see their caption and all frames; a caption sees itself and its own frames.

    Source: TALC (arXiv 2405.04682), time-aligned captions, for joint attention (ours).
    """

    def __init__(self, inside: Any, told: Told) -> None:
        self.inside = inside
        self.told = told

    def __call__(
        self,
        attn: Any,
        hidden_states: torch.Tensor,
        encoder_hidden_states: torch.Tensor,
        attention_mask: torch.Tensor | None = None,
        image_rotary_emb: Any = None,
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Attend, as diffusers calls it: the video's rows and the text's."""
        words = encoder_hidden_states.shape[1]
        query, key, value = project(attn, torch.cat([encoder_hidden_states, hidden_states], dim=1))
        if image_rotary_emb is not None:
            for part in (query, key):
                part[:, :, words:] = apply_rotary_emb(part[:, :, words:], image_rotary_emb)
        runs = self.told.runs(hidden_states.shape[1])
        video, text = torch.empty_like(query[:, :, words:]), torch.zeros_like(query[:, :, :words])
        for caption, rows in runs:
            own = self.told.tokens(caption)
            video[:, :, rows] = _attended(query[:, :, words:][:, :, rows], key, value, [own, slice(words, None)])
        for caption in {caption for caption, _ in runs}:
            own = self.told.tokens(caption)
            shown = [slice(words + rows.start, words + rows.stop) for number, rows in runs if number == caption]
            text[:, :, own] = _attended(query[:, :, own], key, value, [own, *shown])
        made = [attn.to_out[1](attn.to_out[0](part.transpose(1, 2).flatten(2))) for part in (video, text)]
        return made[0], made[1]


def _attended(query: torch.Tensor, key: torch.Tensor, value: torch.Tensor, columns: Sequence[slice]) -> torch.Tensor:
    keys, values = (torch.cat([part[:, :, own] for own in columns], dim=2) for part in (key, value))
    return torch.nn.functional.scaled_dot_product_attention(query, keys, values)
