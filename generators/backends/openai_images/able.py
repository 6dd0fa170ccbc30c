"""Owns what `openai-images` can do, as data that loads no client. Does not know: how it does it."""

from __future__ import annotations

from generators.backends.openai_images.models import Choice, choose, listed_on, table
from generators.backends.openai_images.told import sheet_words, still_words
from generators.base import Capabilities
from generators.pricing import Listed, Quote, Wanted
from planners.endpoint import endpoint

REQUIRES = ("openai",)
EXTRA = "all"
PAYS = True
"""Takes a purse and a place for what is paid for (`generators.paying`)."""
VERSION = "1"
"""Changes whenever the same request would be asked in another way."""


def capabilities_of(backend: str, model: str | None = None) -> Capabilities:
    """What a model of the backend can do.

    Raises:
        RequestRefused: a wrong option.
    """
    choice = choose(model)
    return Capabilities(
        name=backend,
        version=f"{VERSION}+{choice.name}+{choice.version}",
        min_size=(160, 160),
        max_size=(4320, 4320),
        fps=(1, 120),
        makes=("images",),
        reference_images=choice.options.references,
        guided=True,
        heeds=("emphasis", "leave_out"),
        repairs=True,
    )


def prices_of(backend: str) -> tuple[Listed, ...]:
    """The list prices of all models; one whose price nobody verified says so."""
    return tuple(
        Listed(
            model=f"{backend}:{name}",
            price=(
                f"{row.prices.text:g} / {row.prices.pictures:g} / {row.prices.made:g} USD"
                " a million tokens (words / pictures sent / pictures made)"
                if row.prices is not None
                else "not verified"
            ),
            date=listed_on(),
            source=row.source,
        )
        for name, row in table().items()
    )


def price_of(backend: str, model: str | None, wanted: Wanted) -> Quote:
    """What one picture costs: the most is what is set aside before the call, so a run never spends more on it.

    Raises:
        RequestRefused: a wrong option.
        ChatError: the endpoint is no URL.
    """
    choice = choose(model)
    where = endpoint(choice.options.endpoint)
    here = choice.at(where.host, local=where.local)
    prompt, pictures = _asked(choice, wanted)
    least, most = here.least(prompt), here.most(prompt, pictures)
    if choice.options.price is not None:
        return Quote(least=least, most=most, source="your own price (?price=)")
    if here.options.price is not None:
        return Quote(least=least, most=most, source="a server on this machine or network")
    if most is None:
        return Quote(least=None, most=None, source=f"no price of {choice.name} at {where.host} is known")
    return Quote(least=least, most=most, date=listed_on(), source=here.model.source)


def _asked(choice: Choice, wanted: Wanted) -> tuple[str, int]:
    """The words of a request, and how many pictures go with it."""
    room = choice.options.references
    if wanted.spec is not None:
        looks = wanted.looks[:room]
        return still_words(wanted.spec, looks, guided=wanted.guided)[0], len(looks) + wanted.guided + 2 * wanted.repairs
    photos = min(wanted.photos, room)
    words = [
        sheet_words(entity, stage, wanted.style, guided=wanted.guided, photos=photos) for entity, stage in wanted.looks
    ]
    return " ".join(words), photos + wanted.guided
