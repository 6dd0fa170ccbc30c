"""Owns which words reach which latent frames of a transformer's clip.

A clip of a take has the words of its own time; inside a clip each beat's caption may reach its own frames
(`techniques.split`). Does not know: any family; it says how it is told words (`Says`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

import torch

from generators.backends.diffusion import spoken
from generators.backends.diffusion.base import ClipAsk
from generators.backends.diffusion.recipe import Recipe
from generators.backends.diffusion.techniques.attention import installed
from generators.backends.diffusion.techniques.captions import interpolated_prompts
from generators.backends.diffusion.techniques.guidance import Region, box_masks
from generators.backends.diffusion.techniques.split import JointCaptions, SplitCaptions, Told

CROWDED = (
    "{backend} has {room} tokens for each of {count} captions, which is too few for: {words}. The shot has one prompt."
)


@dataclass(frozen=True)
class Says:
    """How a family is told words."""

    tokens: int
    """Of one prompt."""
    joint: bool = False
    """Whether text and video share one attention, and the captions share the tokens of one prompt."""
    negative: bool = True
    """Whether it takes a negative prompt."""


@dataclass(frozen=True)
class Words:
    """The words of one call."""

    keywords: Mapping[str, Any]
    """Of the pipeline's call."""
    told: Told | None = None
    """Which frames have which caption; None: one prompt for all."""
    joint: bool = False
    notes: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    """The captions of `told`."""

    @contextmanager
    def acting(self, models: Sequence[Any]) -> Iterator[None]:
        """Captions reach their frames alone, for the length of a `with` block."""
        told = self.told
        if told is None:
            yield
            return
        make = _joint(told) if self.joint else _cross(told)
        with ExitStack() as stack:
            for model in models:
                stack.enter_context(installed(model, make))
            yield


def _cross(told: Told) -> Callable[[str, Any], Any]:
    return lambda name, present: SplitCaptions(present, told) if ".attn2." in name else present


def _joint(told: Told) -> Callable[[str, Any], Any]:
    return lambda name, present: JointCaptions(present, told) if ".attn1." in name else present


@dataclass(frozen=True)
class Place:
    """Which pictures of the take a call makes."""

    start: int
    """Number of its first picture."""
    frames: int
    """Latent frames, as they stand in the model: those before the clip's own among them."""
    time: int
    """Pictures from one latent frame to the next."""
    hidden: int = 0
    """Latent frames before the clip's own."""
    grain: int = 1
    """Latent frames that stand as one in the model."""
    before: tuple[int, ...] = field(default=())
    """Pictures of the call that stand before all latent frames as conditions, by their number."""

    def pictures(self) -> list[int]:
        """For each latent frame the number of a picture in the take."""
        middles = [index + (self.grain - 1) / 2 for index in range(-self.hidden, self.frames - self.hidden, self.grain)]
        made = [self.start + int(max(0.0, at) * self.time - (self.time // 2 if at > 0 else 0)) for at in middles]
        return [*(self.start + number for number in self.before), *made]


def words(pipeline: Any, ask: ClipAsk, recipe: Recipe, says: Says, place: Place, *, backend: str) -> Words:
    """What one call is told.

    Args:
        pipeline: Encodes prompts.
        ask: The clip as a whole.
        recipe: Says how captions are given.
        says: How the family is told words.
        place: Which pictures the call makes.
        backend: For the names of losses.
    """
    made = _worded(pipeline, ask, recipe, says, place, backend=backend)
    return made if recipe.regions == "off" else _regional(pipeline, ask, says, place, made, backend)


def _worded(pipeline: Any, ask: ClipAsk, recipe: Recipe, says: Says, place: Place, *, backend: str) -> Words:
    timed = ask.timed if recipe.captions != "one" else ()
    last = len(ask.fitted.steps) - 1
    beats = [spoken.beat(ask, min(max(number, 0), last)) for number in place.pictures()] if timed else []
    texts = tuple(dict.fromkeys(timed[beat].text for beat in beats))
    if len({item.text for item in timed}) < 2:
        return Words(_plain(ask.text, ask.negative, says))
    owners = tuple(texts.index(timed[beat].text) for beat in beats)
    if len(texts) == 1 or recipe.captions == "clips":
        most = max(range(len(texts)), key=owners.count)
        return Words(_plain(texts[most], ask.negative, says))
    if says.joint:
        return _shared(pipeline, texts, owners, ask, says, backend)
    return _apart(pipeline, texts, owners, ask, says, blended=recipe.captions == "interpolated")


def _regional(pipeline: Any, ask: ClipAsk, says: Says, place: Place, made: Words, backend: str) -> Words:
    """Regional prompts: the words for somebody act in its box, which moves with it."""
    last = len(ask.fitted.steps) - 1
    numbers = [min(max(number, 0), last) for number in place.pictures()]
    told = made.told or Told((0,) * len(numbers), (says.tokens,))
    texts = made.texts or (str(made.keywords["prompt"]),)
    aspect = ask.size[1] / ask.size[0]
    grid = (spoken.REGION_GRID, max(1, round(spoken.REGION_GRID / aspect)))
    found = [spoken.grounded(pipeline, ask, text, most=says.tokens) for text in texts]
    regions = {
        caption: [
            Region(thing.tokens, box_masks([thing.boxes[number] for number in numbers], *grid)) for thing in things
        ]
        for caption, (things, _) in enumerate(found)
    }
    nowhere = sorted(set.intersection(*(set(unsaid) for _, unsaid in found)))
    notes = tuple(spoken.UNSAID.format(backend=backend, who=who) for who in nowhere)
    told = replace(told, regions=regions, aspect=aspect)
    return replace(made, told=told, texts=texts, notes=(*made.notes, *notes))


def _plain(text: str, negative: str, says: Says) -> dict[str, Any]:
    return {"prompt": text, "negative_prompt": negative or None} if says.negative else {"prompt": text}


def _apart(
    pipeline: Any, texts: Sequence[str], owners: tuple[int, ...], ask: ClipAsk, says: Says, *, blended: bool
) -> Words:
    """Captions one after the other, each as long as a prompt."""
    said, mask = _encoded(pipeline, texts, says.tokens)
    against, spared = _encoded(pipeline, [ask.negative], says.tokens)
    if blended:
        order = [owner for at, owner in enumerate(owners) if at == 0 or owners[at - 1] != owner]
        said = interpolated_prompts([said[owner] for owner in order], frames=len(owners))
        mask = None if mask is None else mask.amax(dim=0, keepdim=True).expand(len(owners), -1)
        owners = tuple(range(len(owners)))
    count = len(said)
    keywords = {"prompt_embeds": said.flatten(0, 1)[None], "negative_prompt_embeds": against.repeat(1, count, 1)}
    if mask is not None and spared is not None:
        keywords |= {
            "prompt_attention_mask": mask.flatten()[None], "negative_prompt_attention_mask": spared.repeat(1, count)
        }  # fmt: skip
    return Words(keywords, Told(owners, (says.tokens,) * count), texts=tuple(texts))


def _shared(
    pipeline: Any, texts: Sequence[str], owners: tuple[int, ...], ask: ClipAsk, says: Says, backend: str
) -> Words:
    """Captions that share the tokens of one prompt, since the places of a prompt's tokens are counted."""
    count = len(texts)
    each = says.tokens // count
    lengths = [len(pipeline.tokenizer(text).input_ids) for text in texts]
    long = [text for text, length in zip(texts, lengths, strict=True) if length > each]
    if long:
        note = CROWDED.format(backend=backend, room=each, count=count, words="; ".join(long))
        return Words(_plain(ask.text, ask.negative, says), notes=(note,))
    sizes = (*(each,) * (count - 1), says.tokens - each * (count - 1))
    said, against = (
        torch.cat([_encoded(pipeline, [text], size)[0] for text, size in zip(row, sizes, strict=True)], dim=1)
        for row in (texts, [ask.negative] * count)
    )
    keywords = {"prompt_embeds": said, "negative_prompt_embeds": against}
    return Words(keywords, Told(owners, sizes), joint=True)


def _encoded(pipeline: Any, texts: Sequence[str], tokens: int) -> tuple[torch.Tensor, torch.Tensor | None]:
    """Embeddings `(texts, tokens, width)`, and which tokens count where the family tells."""
    made = pipeline.encode_prompt(
        list(texts), do_classifier_free_guidance=False, max_sequence_length=tokens, device=pipeline._execution_device
    )
    return made[0], made[1] if len(made) > 2 else None
