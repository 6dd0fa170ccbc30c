"""Owns the seam to diffusers' `Attention` modules (UNets): their projections, their kinds, and putting processors in.

DiT families have attention classes of their own; what suits them here is given as masks and pure functions instead.
Does not know: what a technique does inside attention.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any, Literal

import torch

Kind = Literal["cross", "spatial", "temporal"]
_TEMPORAL = ("motion_modules", "temp_attentions", "temporal_transformer_blocks")


@dataclass
class Clock:
    """The denoising step that is under way; a pipeline's step callback moves it on, processors read it."""

    step: int = 0
    steps: int = 50

    def before(self, step: int, *, of: int = 50) -> bool:
        """Whether this moment comes before step `step` of `of`, whatever the number of steps of this run."""
        return self.step * of < step * self.steps


class Processor:
    """Base of our attention processors: one signature for diffusers, and the processor that was there inside.

    diffusers looks at the names of the arguments to see what it may hand on, so they are all written out.
    """

    inside: Any = None

    def __call__(
        self,
        attn: Any,
        hidden_states: torch.Tensor,
        encoder_hidden_states: Any = None,
        attention_mask: torch.Tensor | None = None,
        temb: torch.Tensor | None = None,
        ip_adapter_masks: Any = None,
    ) -> torch.Tensor:
        """Attend, as diffusers calls it."""
        return self.attend(Call(attn, hidden_states, encoder_hidden_states, attention_mask, temb, ip_adapter_masks))

    def attend(self, call: Call) -> torch.Tensor:
        """Our way to attend."""
        raise NotImplementedError


@dataclass(frozen=True)
class Call:
    """One call of an attention layer."""

    attn: Any
    hidden: torch.Tensor
    context: Any
    """The prompt's embeddings, with those of pictures where an IP-Adapter is loaded; None: self-attention."""
    mask: torch.Tensor | None
    temb: torch.Tensor | None
    pictures: Any
    """Masks of an IP-Adapter's pictures."""

    @property
    def text(self) -> torch.Tensor | None:
        """The prompt's embeddings alone."""
        text: torch.Tensor | None = self.context[0] if isinstance(self.context, tuple) else self.context
        return text

    def with_text(self, text: torch.Tensor) -> Call:
        """The same call with another prompt."""
        return replace(self, context=(text, *self.context[1:]) if isinstance(self.context, tuple) else text)

    def by(self, inside: Any) -> torch.Tensor:
        """What another processor makes of it."""
        more = {} if self.pictures is None else {"ip_adapter_masks": self.pictures}
        made: torch.Tensor = inside(
            self.attn,
            self.hidden,
            encoder_hidden_states=self.context,
            attention_mask=self.mask,
            temb=self.temb,
            **more,
        )
        return made


def kind_of(name: str) -> Kind:
    """What an attention layer attends to, from its processor's name in a UNet."""
    if any(word in name for word in _TEMPORAL):
        return "temporal"
    return "cross" if ".attn2." in name else "spatial"


@contextmanager
def installed(model: Any, make: Callable[[str, Any], Any]) -> Iterator[Any]:
    """Processors in place for the length of a `with` block; the old ones are back afterwards.

    Args:
        model: A diffusers model with `attn_processors`.
        make: From a layer's name and present processor to the one that it shall have (the present one to leave it).
    """
    before: Mapping[str, Any] = dict(model.attn_processors)
    model.set_attn_processor({name: make(name, processor) for name, processor in before.items()})
    try:
        yield model
    finally:
        model.set_attn_processor(dict(before))


def project(attn: Any, hidden: torch.Tensor, context: torch.Tensor | None = None) -> list[torch.Tensor]:
    """Queries, keys and values, each `(rows, heads, length, width)`."""
    if context is None:
        context = hidden
    elif attn.norm_cross:
        context = attn.norm_encoder_hidden_states(context)
    made = [attn.to_q(hidden), attn.to_k(context), attn.to_v(context)]
    query, key, value = (part.unflatten(2, (attn.heads, -1)).transpose(1, 2) for part in made)
    query = query if attn.norm_q is None else attn.norm_q(query)
    key = key if attn.norm_k is None else attn.norm_k(key)
    return [query, key, value]


def scores(attn: Any, query: torch.Tensor, key: torch.Tensor, mask: torch.Tensor | None = None) -> torch.Tensor:
    """Attention before the softmax, `(rows, heads, queries, keys)`; a mask is added, as diffusers gives it."""
    made = query @ key.transpose(-1, -2) * attn.scale
    return made if mask is None else made + (mask.unsqueeze(1) if mask.ndim == 3 else mask)


def finish(attn: Any, heads: torch.Tensor, hidden: torch.Tensor) -> torch.Tensor:
    """The layer's output from what its heads attended to; `hidden` is the layer's input."""
    out = attn.to_out[1](attn.to_out[0](heads.transpose(1, 2).flatten(2)))
    if attn.residual_connection:
        out = out + hidden
    return out / attn.rescale_output_factor


def grid(positions: int, aspect: float) -> tuple[int, int]:
    """Height and width of a layer's grid from its number of positions; `aspect` is height / width of the picture.

    Raises:
        ValueError: no grid near the aspect has that many positions.
    """
    height = max(1, round((positions * aspect) ** 0.5))
    for near in (height, height - 1, height + 1):
        if near > 0 and positions % near == 0:
            return near, positions // near
    raise ValueError(f"{positions} positions are no grid of aspect {aspect:.3f}")
