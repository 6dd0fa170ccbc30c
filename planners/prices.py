"""Owns what calls of language models cost: tokens counted from text, prices by model, the most that a call can cost.

`data/prices.json` holds list prices with their date and source; a price of the user's own goes before. Does not know:
budgets, servers.
"""

from __future__ import annotations

import functools
import json
import math
import re
from collections.abc import Iterable, Mapping
from importlib.resources import files

from pydantic import Field

from planners.chat_model import ChatModel, ChatRequest, Usage
from planners.plan import Frozen

OLD_PRICES = 90
"""Days after which a price list is said to be old."""
TURN_TOKENS = 16
"""More than any chat format adds to a turn."""
LETTERS_PER_TOKEN = 4
SEEN_TOKENS = 8000
"""More than any model is known to count for a picture that it sees."""


class Price(Frozen):
    """US dollars for a million tokens."""

    prompt: float = Field(ge=0)
    completion: float = Field(ge=0)

    def usd(self, usage: Usage) -> float:
        """What a call cost."""
        return (usage.prompt_tokens * self.prompt + usage.completion_tokens * self.completion) / 1e6


FREE = Price(prompt=0, completion=0)


def price_of(model: ChatModel, own: Mapping[str, Price] | None = None) -> Price | None:
    """What a model costs: the user's own price, the model's own word, the list; None when nobody knows.

    Args:
        model: A chat model. It may have a `price`, for example because it runs on this machine, and a `host`, whose
            list prices are looked up: another host may charge differently for a model of the same name.
        own: Prices by model name, with or without the prefix before the colon.
    """
    names = named(model.name)
    for name in names if own else ():
        if own and name in own:
            return own[name]
    said = getattr(model, "price", None)
    if isinstance(said, Price):
        return said
    table = list_of(str(getattr(model, "host", ""))).models
    return next((table[name] for name in names if name in table), None)


def read_prices(text: str) -> dict[str, Price]:
    """Prices written as `MODEL=PROMPT/COMPLETION`, several with commas: `gpt-5-mini=0.25/2,my-model=0/0`.

    Raises:
        ValueError: something else is written.
    """
    found = {}
    for row in filter(None, (part.strip() for part in text.split(","))):
        name, _, pair = row.rpartition("=")
        parts = pair.split("/")
        try:
            found[name.strip()] = Price(prompt=float(parts[0]), completion=float(parts[1]))
        except (IndexError, ValueError):
            name = ""
        if not name or len(parts) != 2:
            raise ValueError(f"a price is written MODEL=PROMPT/COMPLETION in USD per million tokens, not {row!r}")
    return found


class PriceList(Frozen):
    """The prices of one host."""

    date: str = ""
    """The day on which they were looked up, as YYYY-MM-DD."""
    source: str = ""
    models: Mapping[str, Price] = Field(default_factory=dict)


def price_lists() -> Mapping[str, PriceList]:
    """All price lists by host."""
    return _lists()


def list_of(host: str) -> PriceList:
    """The list prices of a host; an empty list when there are none."""
    return _lists().get(host, PriceList())


@functools.cache
def _lists() -> Mapping[str, PriceList]:
    hosts = json.loads((files("planners") / "data" / "prices.json").read_text(encoding="utf-8"))["hosts"]
    return {
        host: PriceList(
            date=rows["date"],
            source=rows["source"],
            models={name: Price(prompt=pair[0], completion=pair[1]) for name, pair in rows["models"].items()},
        )
        for host, rows in hosts.items()
    }


def count_tokens(texts: Iterable[str]) -> int:
    """About how many tokens texts are: four letters of Latin script each, one of other scripts."""
    total = 0.0
    for text in texts:
        narrow = sum(1 for letter in text if ord(letter) < 0x2E80)
        total += narrow / LETTERS_PER_TOKEN + (len(text) - narrow)
    return math.ceil(total)


def most(request: ChatRequest, price: Price) -> float:
    """The most that a call can cost in US dollars: no token is shorter than a byte."""
    sent = sum(len(turn.content.encode()) + TURN_TOKENS + len(turn.pictures) * SEEN_TOKENS for turn in request.messages)
    schema = len(json.dumps(request.answer_schema)) if request.answer_schema else 0
    return price.usd(Usage(prompt_tokens=sent + 2 * schema, completion_tokens=request.max_tokens))


def named(name: str) -> list[str]:
    """What a model may be called in a price list: without its prefix, without the date ("gpt-5-mini-2025-08-07")."""
    tail = name.partition(":")[2] or name
    return list(dict.fromkeys([name, tail, re.sub(r"-\d{4}-\d{2}-\d{2}$", "", tail)]))
