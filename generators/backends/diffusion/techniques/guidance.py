"""Owns where words act in the picture: layout guidance on cross-attention maps, and regional prompts.

Boxes are `(left, top, right, bottom)` from 0 to 1. Rows of attention are frames.
Does not know: pipelines, plans, tokenizers (a phrase is the numbers of its tokens).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import torch

from generators.backends.diffusion.techniques.attention import Call, Processor, finish, grid, project, scores

Box = tuple[float, float, float, float]

LAYERS = (
    "down_blocks.1.attentions.0.",
    "down_blocks.2.attentions.0.",
    "down_blocks.2.attentions.1.",
    "up_blocks.1.attentions.0.",
    "up_blocks.1.attentions.1.",
    "up_blocks.2.attentions.2.",
)
"""Layers whose maps LVD reads (down 1, down 2 twice, up 1 twice, the last of up 2), as beginnings of their names."""

GUIDED_STEPS = 10
"""LVD guides while the step's number is below this, of 40."""


@dataclass(frozen=True)
class Grounded:
    """One thing of the plan: the tokens of its phrase, and where it shall be."""

    tokens: tuple[int, ...]
    boxes: tuple[Box | None, ...]
    """One per frame; None where it is not to be seen."""


@dataclass
class AttentionStore:
    """Cross-attention maps of one model call, by layer: `(frames, heads, positions, tokens)`, with their gradients."""

    maps: dict[str, torch.Tensor] = field(default_factory=dict)

    def watching(self, layers: Sequence[str] = LAYERS) -> Callable[[str, Any], Any]:
        """What `attention.installed` takes to store the maps of cross-attention layers that begin with these names."""

        def make(name: str, processor: Any) -> Any:
            wanted = ".attn2." in name and name.startswith(tuple(layers))
            return StoringProcessor(self, name) if wanted else processor

        return make


class StoringProcessor(Processor):
    """Attention written out, so that its map can be kept; the output is that of diffusers' own processor."""

    def __init__(self, store: AttentionStore, name: str) -> None:
        self.store = store
        self.name = name

    def attend(self, call: Call) -> torch.Tensor:
        """Attend, and keep the map."""
        query, key, value = project(call.attn, call.hidden, call.text)
        shares = scores(call.attn, query, key, call.mask).softmax(dim=-1)
        self.store.maps[self.name] = shares
        return finish(call.attn, shares @ value, call.hidden)


def box_masks(boxes: Sequence[Box | None], height: int, width: int) -> torch.Tensor:
    """Masks of 0 and 1, `(frames, height, width)`; a box holds at least one place, None holds none."""
    masks = torch.zeros(len(boxes), height, width)
    for mask, box in zip(masks, boxes, strict=True):
        if box is not None:
            left, right = _span(box[0], box[2], width)
            top, bottom = _span(box[1], box[3], height)
            mask[top:bottom, left:right] = 1
    return masks


def layout_loss(
    maps: Mapping[str, torch.Tensor],
    things: Sequence[Grounded],
    *,
    aspect: float = 1.0,
    top_p: float = 0.75,
    foreground: float = 1.0,
    background: float = 4.0,
    centre: float = 0.0,
) -> torch.Tensor:
    """How far attention is from the layout; 0 would be all of a thing's attention in its box.

    Per thing, layer, token and frame, summed over heads: `foreground * (1 - mean of the top places inside)` plus
    `background * mean of the top places outside`; mean over a phrase's tokens, sum over frames, mean over things and
    layers. A frame without a box has the second term only, which hides the thing.

    Source: LVD (arXiv 2309.17444), DSL-guided generation; top_p 0.75, weights 1 and 4, centre 0 (its benchmark
    has 0.03).

    Args:
        maps: From `AttentionStore`.
        things: What shall be where.
        aspect: Height / width of the picture.
        top_p: Part of a region's places that counts, the strongest first.
        foreground: Weight inside.
        background: Weight outside.
        centre: Weight of `centre_loss`.

    Raises:
        ValueError: there is no map or no thing.
    """
    if not maps or not things:
        raise ValueError("layout guidance needs at least one attention map and one thing")
    total = torch.zeros((), device=next(iter(maps.values())).device)
    for shares in maps.values():
        height, width = grid(shares.shape[2], aspect)
        for thing in things:
            mask = box_masks(thing.boxes, height, width).to(shares).flatten(1)
            for token in thing.tokens:
                seen = shares[..., token]
                loss = foreground * _missing(seen, mask, top_p) + background * _stray(seen, 1 - mask, top_p)
                if centre:
                    loss = loss + centre * centre_loss(seen, mask, height, width)
                total = total + loss / len(thing.tokens)
    return total / (len(things) * len(maps))


def centre_loss(seen: torch.Tensor, mask: torch.Tensor, height: int, width: int) -> torch.Tensor:
    """Squared distance of attention's centre from the box's, plus that of their moves from frame to frame.

    Source: LVD (arXiv 2309.17444), centre-of-mass energy.

    Args:
        seen: Attention of one token, `(frames, heads, positions)`.
        mask: `(frames, positions)`; frames without a box are left out.
        height: Of the layer's grid.
        width: Of the layer's grid.
    """
    shown = mask.any(dim=1)
    if not bool(shown.any()):
        return seen.sum() * 0
    rows, columns = torch.meshgrid(_axis(height, seen), _axis(width, seen), indexing="ij")
    places = torch.stack([columns.flatten(), rows.flatten()], dim=1)
    mean = seen.mean(dim=1)[shown]
    ours = mean / mean.sum(1, keepdim=True).clamp_min(1e-8) @ places
    goal = mask[shown] / mask[shown].sum(1, keepdim=True) @ places
    loss = (ours - goal).square().mean()
    if len(ours) > 1:
        loss = loss + (ours.diff(dim=0) - goal.diff(dim=0)).square().mean()
    return loss


def guide_latents(
    latents: torch.Tensor,
    loss_of: Callable[[torch.Tensor], torch.Tensor],
    *,
    sigma: float,
    loss_scale: float = 5.0,
    threshold: float = 200.0,
    max_iter: int = 5,
) -> tuple[torch.Tensor, tuple[float, ...]]:
    """Latents moved down a loss before a denoising step, while the step's number is below `GUIDED_STEPS`.

    `z <- z - sigma * grad(loss_scale * loss)`, until the loss is below `threshold` or `max_iter` is reached.

    Source: LVD (arXiv 2309.17444); loss scale 5, threshold 200 (for 16 frames and ModelScope's heads: the loss is a sum
    over both, so set it for another model), 5 iterations; its weak guidance is 2.5, 250 and 1, with top_p 0.25 and
    background 2.

    Args:
        latents: Sample before the step.
        loss_of: Runs the model on the conditional text and measures, such as `layout_loss`.
        sigma: Noise level of the sample: `sqrt(1 - alpha_bar)`.
        loss_scale: Size of a step.
        threshold: Loss that is good enough.
        max_iter: Most steps.

    Returns:
        The latents, and the loss before each iteration.
    """
    seen: list[float] = []
    for _ in range(max_iter):
        with torch.enable_grad():
            leaf = latents.detach().requires_grad_(True)
            loss = loss_of(leaf)
            seen.append(float(loss.detach()))
            if seen[-1] < threshold:
                break
            (slope,) = torch.autograd.grad(loss_scale * loss, leaf)
        latents = (leaf - sigma * slope).detach()
    return latents, tuple(seen)


@dataclass(frozen=True)
class Region:
    """Words that act in a part of the picture only."""

    tokens: tuple[int, ...]
    mask: torch.Tensor
    """`(frames, height, width)` from 0 to 1; one frame stands for all."""


def regional_mask(regions: Sequence[Region], *, positions: int, tokens: int, aspect: float = 1.0) -> torch.Tensor:
    """Where each token may be attended to: true outside every region's words, and inside a region for its own.

    Source: regional prompting as in MultiDiffusion's masks, put on cross-attention (ours); bound to words, as VDGPT
    and LVD bind boxes to phrases.

    Args:
        regions: Words and their places.
        positions: Places of the layer.
        tokens: Tokens of the prompt.
        aspect: Height / width of the picture.

    Returns:
        Boolean `(frames or 1, positions, tokens)`.

    Raises:
        ValueError: a place would be left without any token.
    """
    height, width = grid(positions, aspect)
    frames = max((region.mask.shape[0] for region in regions), default=1)
    allowed = torch.ones(frames, positions, tokens, dtype=torch.bool)
    for region in regions:
        small = torch.nn.functional.adaptive_max_pool2d(region.mask.float(), (height, width))
        allowed[..., list(region.tokens)] = (small > 0.5).flatten(1)[..., None].cpu()
    if not bool(allowed.any(dim=-1).all()):
        raise ValueError("some place may attend to no token: leave the first token out of all regions")
    return allowed


class RegionalProcessor(Processor):
    """Cross-attention in which a region's words act in the region only; rows are frames, guidance halves or both.

    Source: see `regional_mask`.
    """

    def __init__(self, regions: Sequence[Region], *, aspect: float = 1.0, inside: Any = None) -> None:
        self.regions = tuple(regions)
        self.aspect = aspect
        self.inside = inside

    def attend(self, call: Call) -> torch.Tensor:
        """Attend within the regions; by the processor inside where there is one, so that what it adds stays."""
        attn, text = call.attn, call.text
        rows, positions = call.hidden.shape[:2]
        tokens = positions if text is None else text.shape[1]
        allowed = regional_mask(self.regions, positions=positions, tokens=tokens, aspect=self.aspect)
        mask = torch.zeros(allowed.shape).masked_fill(~allowed, -math.inf).repeat(rows // allowed.shape[0], 1, 1)
        mask = mask.to(call.hidden)
        if self.inside is not None:
            return replace(call, mask=mask).by(self.inside)
        query, key, value = project(attn, call.hidden, text)
        return finish(attn, scores(attn, query, key, mask).softmax(dim=-1) @ value, call.hidden)


def _missing(seen: torch.Tensor, mask: torch.Tensor, top_p: float) -> torch.Tensor:
    """Sum over frames with a box and heads of what the strongest places inside lack."""
    return sum((1 - top).sum() for top in _tops(seen, mask, top_p)) + seen.sum() * 0


def _stray(seen: torch.Tensor, mask: torch.Tensor, top_p: float) -> torch.Tensor:
    return sum(top.sum() for top in _tops(seen, mask, top_p)) + seen.sum() * 0


def _tops(seen: torch.Tensor, mask: torch.Tensor, top_p: float) -> list[torch.Tensor]:
    counts = [int(count) for count in mask.sum(dim=1)]
    return [
        (frame * place).topk(max(1, int(top_p * count)), dim=-1).values.mean(dim=-1)
        for frame, place, count in zip(seen, mask, counts, strict=True)
        if count
    ]


def _span(low: float, high: float, size: int) -> tuple[int, int]:
    first = min(size - 1, max(0, round(low * size)))
    return first, max(first + 1, min(size, round(high * size)))


def _axis(size: int, like: torch.Tensor) -> torch.Tensor:
    return (torch.arange(size, device=like.device, dtype=like.dtype) + 0.5) / size
