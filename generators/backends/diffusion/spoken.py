"""Owns which words reach which frames of a UNet clip, and which of their tokens stand for whom.

Does not know: the denoising loop, how prompts are written.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import torch

from generators.backends.diffusion.base import ClipAsk
from generators.backends.diffusion.hooks import Hooks, Maker
from generators.backends.diffusion.loop import Words
from generators.backends.diffusion.recipe import Recipe
from generators.backends.diffusion.techniques.attention import Clock, kind_of
from generators.backends.diffusion.techniques.captions import (
    FrameCaptions,
    injected_prompts,
    interpolated_prompts,
    segment_captions,
)
from generators.backends.diffusion.techniques.guidance import (
    Box,
    Grounded,
    Region,
    RegionalProcessor,
    box_masks,
)
from generators.backends.diffusion.techniques.windows import Window
from generators.regions import entity_regions, token_places

UNSAID = "{backend} cannot hold {who} in place: the prompt has no words for it."
REGION_GRID = 64
"""Height in places of the masks of regional prompts, before layers make them as small as they need."""


@dataclass(frozen=True)
class Spoken:
    """The words of a clip."""

    words: Words
    whole: torch.Tensor
    """The whole prompt, `(1, tokens, width)`."""
    texts: tuple[str, ...]
    """The different captions."""
    owner: tuple[int, ...]
    """Which caption each frame has."""
    hooks: Hooks


def spoken(pipeline: Any, ask: ClipAsk, recipe: Recipe, *, guided: bool, clock: Clock) -> Spoken:
    """The prompts of every frame."""
    device, frames = pipeline._execution_device, len(ask.fitted.steps)
    whole, against = pipeline.encode_prompt(ask.text, device, 1, guided, ask.negative or None)
    timed = ask.timed if recipe.captions != "one" else ()
    texts = tuple(dict.fromkeys(item.text for item in timed))
    owner = tuple(texts.index(timed[beat(ask, index)].text) for index in range(frames)) if len(texts) > 1 else ()
    not_so = None if against is None else against.repeat_interleave(frames, dim=0)
    if len(set(owner)) < 2:
        words = Words(whole.repeat_interleave(frames, dim=0), not_so)
        return Spoken(words, whole, (ask.text,), (0,) * frames, Hooks())
    said = pipeline.encode_prompt(list(texts), device, 1, False)[0]
    if recipe.captions == "injected":
        return _injected(pipeline, whole, said, not_so, frames, clock, (texts, owner))
    if recipe.captions == "interpolated":
        order = [index for at, index in enumerate(owner) if at == 0 or owner[at - 1] != index]
        told = interpolated_prompts([said[index] for index in order], frames=frames)
    else:
        told = segment_captions([said[index] for index in owner], frames_per_segment=1)
    return Spoken(Words(told, not_so), whole, texts, owner, Hooks())


def moment_in_shot(ask: ClipAsk, index: int) -> float:
    """When in the shot a frame of the model is, from 0 to 1; handles are its ends."""
    frames = ask.request.spec.shot.frames
    return min(1.0, max(0.0, (ask.fitted.steps[index] - ask.request.head) / max(1, frames - 1)))


def beat(ask: ClipAsk, index: int) -> int:
    """Which beat of the prompt a frame of the model shows."""
    t = moment_in_shot(ask, index)
    return next((place for place, item in enumerate(ask.timed) if t < item.end), len(ask.timed) - 1)


def _injected(
    pipeline: Any,
    whole: torch.Tensor,
    said: torch.Tensor,
    against: torch.Tensor | None,
    frames: int,
    clock: Clock,
    told: tuple[tuple[str, ...], tuple[int, ...]],
) -> Spoken:
    """Motion injection from the first caption to the last."""
    texts, owner = told
    first, last = said[owner[0] : owner[0] + 1], said[owner[-1] : owner[-1] + 1]
    tail = injected_prompts(first, last, frames=frames, clock=clock, tail=True)
    end = f"up_blocks.{len(pipeline.unet.up_blocks) - 1}."

    def make(window: Window) -> Maker:
        captions = tail[window.start : window.stop]

        def maker(name: str, present: Any) -> Any:
            if name.startswith(end) and kind_of(name) == "cross":
                return FrameCaptions(present, captions)
            return present

        return maker

    hooks = Hooks(makers=(make,), texts=lambda: injected_prompts(first, last, frames=frames, clock=clock))
    return Spoken(Words(first.expand(frames, -1, -1), against), whole, texts, owner, hooks)


def grounded(
    pipeline: Any, ask: ClipAsk, text: str, frames: Sequence[int] | None = None, *, most: int | None = None
) -> tuple[tuple[Grounded, ...], tuple[str, ...]]:
    """Whose words stand where in a prompt, with their boxes at every frame; and for whom there are none.

    Instances that share words ("two foxes") share the box around them. `most`: tokens that the model is told, where its
    tokenizer knows no limit.
    """
    places, unsaid = _placer(pipeline, text, most), set()
    found: dict[tuple[int, ...], dict[int, Box]] = {}
    count = len(ask.fitted.steps)
    for index in range(count):
        if frames is not None and index not in frames:
            continue
        for row in entity_regions(ask.request.spec, (), moment_in_shot(ask, index)).figures:
            tokens = places(row.said)
            if not tokens:
                unsaid.add(row.said)
                continue
            boxes = found.setdefault(tokens, {})
            boxes[index] = _around(boxes[index], row.box) if index in boxes else row.box
    things = tuple(
        Grounded(tokens, tuple(boxes.get(index) for index in range(count))) for tokens, boxes in found.items()
    )
    return things, tuple(sorted(unsaid))


def regions(pipeline: Any, ask: ClipAsk, said: Spoken, aspect: float) -> Callable[[Window], Maker]:
    """Regional prompts: the words for somebody act in its box, at the frames that have these words."""
    rows: list[Region] = []
    width = max(1, round(REGION_GRID / aspect))
    for number, text in enumerate(said.texts):
        own = [index for index, owner in enumerate(said.owner) if owner == number]
        for thing in grounded(pipeline, ask, text, own)[0]:
            mask = box_masks(thing.boxes, REGION_GRID, width)
            mask[[index for index in range(len(mask)) if index not in own]] = 1.0
            rows.append(Region(thing.tokens, mask))

    def make(window: Window) -> Maker:
        part = [Region(row.tokens, row.mask[window.start : window.stop]) for row in rows]

        def maker(name: str, present: Any) -> Any:
            wanted = kind_of(name) == "cross" and part
            return RegionalProcessor(part, aspect=aspect, inside=present) if wanted else present

        return maker

    return make


def _placer(pipeline: Any, text: str, most: int | None) -> Callable[[str], tuple[int, ...]]:
    tokenizer = pipeline.tokenizer
    length = most or tokenizer.model_max_length
    seen = tokenizer(text, truncation=True, max_length=length, return_offsets_mapping=True)
    offsets = [(int(start), int(stop)) for start, stop in seen["offset_mapping"]]
    return lambda words: token_places(words, text, offsets)


def _around(a: Box, b: Box) -> Box:
    return (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]))
