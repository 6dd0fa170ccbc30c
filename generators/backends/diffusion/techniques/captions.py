"""Owns which words reach which frames: captions per segment, interpolated prompts, motion injection.

Prompt embeddings are `(tokens, width)`; per frame `(frames, tokens, width)`.
Does not know: text encoders, pipelines.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import torch

from generators.backends.diffusion.techniques.attention import Call, Clock, Processor


def segment_captions(captions: Sequence[torch.Tensor], *, frames_per_segment: int = 16) -> torch.Tensor:
    """Each segment of a take has its own caption in cross-attention; temporal layers still see the whole take.

    Source: TALC (arXiv 2405.04682), time-aligned captions; 16 frames per scene.

    Args:
        captions: One embedding per segment, in order.
        frames_per_segment: Frames that follow a caption.

    Returns:
        `(frames, tokens, width)`.
    """
    return torch.stack(list(captions)).repeat_interleave(frames_per_segment, dim=0)


def interpolated_prompts(
    prompts: Sequence[torch.Tensor], *, frames: int, method: Literal["linear", "slerp"] = "linear"
) -> torch.Tensor:
    """Prompts of visual states, spread evenly over the frames and blended in between.

    Source: VSTAR (ICLR 2025), video synopsis prompting: linear interpolation of embeddings. `slerp` (ours) keeps the
    length of each token's embedding between the lengths of its two ends.

    Args:
        prompts: One embedding per state; the first is at the first frame, the last at the last.
        frames: Frames of the take.
        method: How to blend.

    Returns:
        `(frames, tokens, width)`.
    """
    last = len(prompts) - 1
    blend = torch.lerp if method == "linear" else _slerp
    made = []
    for frame in range(frames):
        place = last * frame / max(1, frames - 1)
        left = min(int(place), max(0, last - 1))
        made.append(blend(prompts[left], prompts[min(left + 1, last)], place - left))
    return torch.stack(made)


def injected_prompts(
    source: torch.Tensor,
    target: torch.Tensor,
    *,
    frames: int,
    clock: Clock,
    tail: bool = False,
    begin: int = 5,
    end: int = 15,
    blend: tuple[float, float] = (0.25, 0.75),
) -> torch.Tensor:
    """The prompt of each frame when one motion turns into another: the new one comes in only where motion is made.

    All frames have the source prompt, but for steps `begin` to `end` (of 50), and in the last cross-attention layers
    (`tail`) at all steps; there a frame has the source before `blend[0]` of the take, the target after `blend[1]`,
    and a linear blend between.

    Source: FreeNoise (ICLR 2024), motion injection; steps 5 to 15 of 50. `blend` is ours: the paper sets it anew
    for each example.

    Args:
        source: Embedding of the first prompt.
        target: Embedding of the second.
        frames: Frames of the take.
        clock: The step under way.
        tail: Whether the layer that asks is one of the decoder's last.
        begin: First step with the target.
        end: Step at which the target leaves.
        blend: Where in the take the blend begins and ends, as fractions.

    Returns:
        `(frames, tokens, width)`.
    """
    if not (tail or (clock.before(end) and not clock.before(begin))):
        return source.expand(frames, -1, -1)
    place = torch.linspace(0, 1, frames, device=source.device, dtype=source.dtype)
    weight = ((place - blend[0]) / (blend[1] - blend[0])).clamp(0, 1).view(-1, 1, 1)
    return torch.lerp(source.expand(frames, -1, -1), target.expand(frames, -1, -1), weight)


class FrameCaptions(Processor):
    """Cross-attention processor that gives each frame its own caption, then works as the processor inside it.

    For UNets whose rows are frames (AnimateDiff, text-to-video UNet3D), which otherwise repeat one prompt for all.
    The last rows of a batch are changed: with guidance these are the conditional ones.

    Source: TALC (arXiv 2405.04682) for segments, VSTAR (ICLR 2025) for interpolated prompts.
    """

    def __init__(self, inside: Any, captions: torch.Tensor) -> None:
        self.inside = inside
        self.captions = captions

    def attend(self, call: Call) -> torch.Tensor:
        """Attend to the captions in place of the repeated prompt.

        Raises:
            ValueError: the rows are fewer than the captions, or the prompt is not a tensor of the captions' width.
        """
        given, wanted = call.text, self.captions
        if given is None or given.shape[0] < wanted.shape[0] or given.shape[1:] != wanted.shape[1:]:
            size = None if given is None else tuple(given.shape)
            raise ValueError(f"captions {tuple(wanted.shape)} do not fit a prompt of {size}")
        return call.with_text(torch.cat([given[: len(given) - len(wanted)], wanted.to(given)])).by(self.inside)


def caption_mask(segments: Sequence[int], *, places: int, tokens: int) -> torch.Tensor:
    """Which caption tokens each position of a take may attend to, for DiTs whose sequence is all frames.

    The captions stand one after the other in the text sequence; a latent frame sees its segment's only.

    Source: TALC (arXiv 2405.04682), put as a mask (ours).

    Args:
        segments: Latent frames of each segment.
        places: Positions per latent frame.
        tokens: Tokens per caption.

    Returns:
        Boolean `(frames * places, captions * tokens)`, true where attention is allowed.
    """
    owner = torch.arange(len(segments)).repeat_interleave(torch.tensor(segments) * places)
    caption = torch.arange(len(segments)).repeat_interleave(tokens)
    return owner[:, None] == caption[None, :]


def _slerp(a: torch.Tensor, b: torch.Tensor, weight: float) -> torch.Tensor:
    length = torch.lerp(a.norm(dim=-1, keepdim=True), b.norm(dim=-1, keepdim=True), weight)
    start, stop = (torch.nn.functional.normalize(side, dim=-1) for side in (a, b))
    angle = (start * stop).sum(-1, keepdim=True).clamp(-1 + 1e-6, 1 - 1e-6).acos()
    mixed = (((1 - weight) * angle).sin() * start + (weight * angle).sin() * stop) / angle.sin()
    return length * torch.nn.functional.normalize(mixed, dim=-1)
