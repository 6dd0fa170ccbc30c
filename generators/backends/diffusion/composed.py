"""Owns what models with several reference pictures are told: which picture is who, in order, and what to keep of each.

The first picture is the composition (the guide's still) when there is one; then come the entities, most seen first. The
words name every picture by its number, so that the order is what binds them. Does not know: torch, pipelines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generators.backends.diffusion import bound, pixels
from generators.backends.diffusion.base import StillAsk
from generators.backends.diffusion.bound import Bound
from generators.base import KeyframeRequest, ReferenceRequest

COMPOSITION = (
    "{picture} 1 is the layout: keep its framing, who stands where, every pose and direction of looking;"
    " do not keep its way of drawing."
)
SHEET = "{picture} 1 is the layout of the sheet: keep its views and where they stand; do not keep its way of drawing."
SHOWS = "{picture} {number} shows {name}: {words}."
PHOTO = "{picture} {number} is a photograph of {name}: keep this face, build and colours."
TOLD = "Each of them looks exactly as in their own picture, and nobody looks like two pictures."


@dataclass(frozen=True)
class Composed:
    """Pictures in their order, the words that say which is who, and who had to stay out."""

    pictures: tuple[pixels.Picture, ...]
    text: str
    downgrades: tuple[str, ...]


def compose(ask: StillAsk, *, most: int, side: int, backend: str, picture: str) -> Composed:
    """Pictures and words for one request.

    Args:
        ask: The fitted request.
        most: How many pictures of entities the model takes beside the composition.
        side: Of a reference picture, in pixels; never more than the picture that is made.
        backend: For the names of losses.
        picture: The model's word for a picture in a prompt: "image" or "picture".
    """
    request = ask.request
    found = _bound(request)
    kept, lost = bound.fewer([item for item in found if item.picture is not None], most, backend)
    first = () if ask.guide is None else (ask.guide,)
    size = min(side, max(ask.size))
    shown = tuple(bound.squared(item.picture, size) for item in kept if item.picture is not None)
    said = _said(kept, len(first), picture, request)
    return Composed((*first, *shown), " ".join(filter(None, (said, ask.text))), lost)


def _bound(request: KeyframeRequest | ReferenceRequest) -> tuple[Bound, ...]:
    if isinstance(request, ReferenceRequest):
        return bound.photos(request)
    spot = bound.place(request)
    return (*bound.one_each(bound.seen(request)), *((spot,) if spot else ()))


def _said(kept: Sequence[Bound], before: int, picture: str, request: KeyframeRequest | ReferenceRequest) -> str:
    word = picture.capitalize()
    sheet = isinstance(request, ReferenceRequest)
    lines = [(SHEET if sheet else COMPOSITION).format(picture=word)] if before else []
    form = PHOTO if sheet else SHOWS
    for number, item in enumerate(kept, before + 1):
        lines.append(form.format(picture=word, number=number, name=item.name, words=item.words))
    if len(kept) > 1 and not sheet:
        lines.append(TOLD)
    return " ".join(lines)
