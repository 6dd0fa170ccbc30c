"""Owns what a generator tells of its prices before anything is asked of it: quotes, each with its date and source.

A module `able` with `price_of(backend, model, wanted)` says what one thing costs there. A generator without it is free,
or costs what its capabilities say of a second of film. Does not know: any generator, budgets, what is really spent.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from generators.artefacts import ShotSpec
from generators.base import Capabilities, Request
from planners.plan import Entity

Look = tuple[Entity, str | None]
"""An entity in one of its stages."""


class Wanted(Request):
    """One thing that is to be made, as far as its price depends on it."""

    kind: Literal["reference", "still", "clip"]
    size: tuple[int, int]
    """In pixels."""
    seconds: float = 0.0
    """Of a clip, handles included."""
    spec: ShotSpec | None = None
    """Of a still."""
    looks: tuple[Look, ...] = ()
    """What the references show that go along with a still; whom a reference is of."""
    style: str = ""
    guided: bool = False
    """Whether a guide goes along."""
    photos: int = 0
    """The user's own pictures that go along."""
    repairs: bool = False
    """Whether a still may be repaired: the still and a mask go along too."""


class Quote(Request):
    """What one thing costs, in US dollars."""

    least: float | None = 0.0
    """None: not known."""
    most: float | None = 0.0
    """The most that can be charged; None: not known."""
    date: str = ""
    """Day of the price list, as YYYY-MM-DD; empty when it is of no list."""
    source: str = ""

    @property
    def free(self) -> bool:
        """Whether nothing is charged."""
        return self.most == 0.0


class Listed(Request):
    """One line of a price list."""

    model: str
    price: str
    """In words: how much for what."""
    date: str
    """Day of the list, as YYYY-MM-DD."""
    source: str


FREE = Quote(source="made on this machine")
UNKNOWN = Quote(least=None, most=None, source="no price is known")

Teller = Callable[[str, str | None, Wanted], Quote]


def quoted(able: Any, base: str, model: str | None, wanted: Wanted, told: Callable[[], Capabilities]) -> Quote:
    """What a generator says that one thing costs.

    Args:
        able: Its module `able`; None when it has none.
        base: Its name.
        model: What stands after the colon of its name.
        wanted: The thing.
        told: Gives its capabilities.

    Raises:
        RequestRefused: a wrong option.
    """
    teller: Teller | None = getattr(able, "price_of", None)
    if teller is not None:
        return teller(base, model, wanted)
    pays = bool(getattr(able, "PAYS", False))
    by_the_second = told().price_per_second if wanted.kind == "clip" else 0.0
    if by_the_second:
        usd = round(by_the_second * wanted.seconds, 6)
        return Quote(least=usd, most=usd, source=f"{base} says {by_the_second:g} USD a second of film")
    return UNKNOWN if pays else FREE
