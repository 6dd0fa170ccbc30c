"""Owns where a UNet's cross-attention saw each instance while a picture was drawn: maps gathered, and their boxes.

The picture is the same as without watching. Does not know: families, plans (an instance is the numbers of its tokens).
"""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
import torch

from generators.backends.diffusion.base import StillAsk
from generators.backends.diffusion.techniques.attention import grid, installed, kind_of, project, scores
from generators.base import KeyframeRequest
from generators.regions import entity_regions, token_places
from planners.plan import Box

MOST_PLACES = 1600
"""Layers with more places than this are not watched: they see edges, not things, and their maps are large."""
EVERY = 3
"""Of so many steps one is watched: where things stand is settled early, and each look costs time."""
SHARE = 0.4
"""Part of a map's greatest value from which a place belongs to the thing (DAAM, Tang et al. 2022, section 4.1)."""
KOLORS_TOKENS = 256
"""To which diffusers' pipelines fill a prompt for ChatGLM, from the left."""
SPACE = "\u2581"
"""What stands for a space in sentencepiece's tokens."""
SIDE = 64
"""Longer side of the common grid to which maps are brought."""


@dataclass
class Watch:
    """Cross-attention to some tokens, summed over layers and steps."""

    spans: Mapping[str, tuple[int, ...]]
    """Tokens of each instance's words, by track key."""
    size: tuple[int, int]
    """Width and height of the picture in pixels."""
    _sums: dict[int, torch.Tensor] = field(default_factory=dict)
    """`(instances, places)` by number of places, where the model runs: fetching them at each step would halt it."""
    _parts: torch.Tensor | None = None

    def add(self, shares: torch.Tensor) -> None:
        """Take in one layer's map of one picture, `(heads, places, tokens)`."""
        mean = shares.float().mean(dim=0)
        seen = self._own(mean) @ mean.T
        share = seen / seen.sum(dim=1, keepdim=True).clamp(min=1e-12)
        places = share.shape[1]
        self._sums[places] = self._sums[places] + share if places in self._sums else share

    def _own(self, like: torch.Tensor) -> torch.Tensor:
        """Which tokens each instance's words have, in equal parts: `(instances, tokens)`."""
        if self._parts is None:
            made = torch.zeros(len(self.spans), like.shape[1])
            for row, tokens in zip(made, self.spans.values(), strict=True):
                row[list(tokens)] = 1 / len(tokens)
            self._parts = made.to(like)
        return self._parts

    def maps(self) -> dict[str, npt.NDArray[np.float32]]:
        """What each instance's words were given, summed over all layers and steps, on the common grid."""
        width, height = self.size
        whole = _common(self.size)
        total = np.zeros((len(self.spans), whole[1], whole[0]), np.float32)
        for places, sums in self._sums.items():
            rows, columns = grid(places, height / width)
            found = sums.cpu().numpy().reshape(len(self.spans), rows, columns)
            total += np.stack([cv2.resize(part, whole, interpolation=cv2.INTER_LINEAR) for part in found])
        return dict(zip(self.spans, total, strict=True)) if self._sums else {}


class WatchingProcessor:
    """Attention as it is, whose shares are looked at besides."""

    def __init__(self, watch: Watch, inner: Any) -> None:
        self.watch, self.inner, self.calls = watch, inner, 0

    def __call__(
        self,
        attn: Any,
        hidden_states: torch.Tensor,
        encoder_hidden_states: Any = None,
        attention_mask: torch.Tensor | None = None,
        temb: torch.Tensor | None = None,
        ip_adapter_masks: Any = None,
    ) -> torch.Tensor:
        """Attend by the layer's own processor, and add the last picture's shares."""
        text = encoder_hidden_states[0] if isinstance(encoder_hidden_states, tuple) else encoder_hidden_states
        looks = self.calls % EVERY == 0 and hidden_states.ndim == 3 and hidden_states.shape[1] <= MOST_PLACES
        self.calls += 1
        if looks and text is not None:
            query, key, _ = project(attn, hidden_states[-1:], text[-1:])
            self.watch.add(scores(attn, query, key).softmax(dim=-1)[0])
        masks = {} if ip_adapter_masks is None else {"ip_adapter_masks": ip_adapter_masks}
        made: torch.Tensor = self.inner(attn, hidden_states, encoder_hidden_states, attention_mask, temb, **masks)
        return made


@contextlib.contextmanager
def watched(model: Any, spans: Mapping[str, tuple[int, ...]], size: tuple[int, int]) -> Iterator[Watch]:
    """Watch a UNet's cross-attention for the length of a `with` block.

    Args:
        model: The UNet.
        spans: Tokens of each instance's words, by track key.
        size: Width and height of the picture in pixels.
    """
    watch = Watch(spans, size)
    if not spans:
        yield watch
        return
    with installed(model, lambda name, own: WatchingProcessor(watch, own) if kind_of(name) == "cross" else own):
        yield watch


def attended_boxes(watch: Watch) -> dict[str, Box]:
    """The box of each instance in [0, 1]: around the largest connected part above `SHARE` of its map's greatest."""
    return {key: _box(total) for key, total in watch.maps().items()}


def spans_of(pipeline: Any, ask: StillAsk) -> dict[str, tuple[int, ...]]:
    """Tokens of each instance's words in the prompt; without those that share theirs, and those cut off."""
    request = ask.request
    words: Any = getattr(pipeline, "tokenizer", None)
    if not isinstance(request, KeyframeRequest) or not hasattr(pipeline, "unet"):
        return {}
    offsets = _offsets(words, ask.text)
    figures = entity_regions(request.spec, ask.references, request.t, folder=ask.folder).figures
    found = {row.key: token_places(row.said, ask.text, offsets) for row in figures}
    shared = Counter(found.values())
    return {key: tokens for key, tokens in found.items() if tokens and shared[tokens] == 1}


def _offsets(words: Any, text: str) -> list[tuple[int, int]]:
    """First and last character (exclusive) of each token in a text; empty spans for marks and padding."""
    if getattr(words, "is_fast", False):
        told = words(text, truncation=True, max_length=words.model_max_length, return_offsets_mapping=True)
        return [(int(a), int(b)) for a, b in told["offset_mapping"]]
    if not hasattr(words, "get_prefix_tokens"):
        return []
    ids = words(text, padding="max_length", max_length=KOLORS_TOKENS, truncation=True)["input_ids"]
    spans, at = [], 0
    for piece in words.convert_ids_to_tokens(ids):
        bare = piece.replace(SPACE, " ").strip()
        start = text.find(bare, at) if bare else -1
        follows = start >= 0 and not text[at:start].strip()
        spans.append((start, start + len(bare)) if follows else (0, 0))
        at = start + len(bare) if follows else at
    return spans


def _common(size: tuple[int, int]) -> tuple[int, int]:
    scale = SIDE / max(size)
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _box(total: npt.NDArray[np.float32]) -> Box:
    lifted = total - total.min()
    _, labels, stats, _ = cv2.connectedComponentsWithStats((lifted >= SHARE * lifted.max()).astype(np.uint8))
    masses = [float(lifted[labels == number].sum()) for number in range(1, len(stats))]
    x, y, wide, tall = (int(value) for value in stats[1 + int(np.argmax(masses))][:4])
    height, width = total.shape
    return (x / width, y / height, (x + wide) / width, (y + tall) / height)
