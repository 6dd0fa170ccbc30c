"""Owns the models of `openai-images`: what a name asks for, the sizes that a model makes, what a picture can cost.

A model is chosen by the generator's name: `openai-images`, `openai-images:MODEL`, each with options after a question
mark (`openai-images:gpt-image-2?quality=low&price=0.05`). Prices are data with their date and source; what could not be
verified is missing, never guessed. Does not know: servers, how a picture is made.
"""

from __future__ import annotations

import functools
import hashlib
import json
import math
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal
from urllib.parse import parse_qsl, urlsplit

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from generators.errors import RequestRefused

Size = tuple[int, int]
SIZES: tuple[Size, ...] = ((1024, 1024), (1536, 1024), (1024, 1536))
"""What every model of the family makes."""
GRID = 16
"""Sides of free sizes are multiples of this."""
AREA = 1536 * 864
"""Pixels of a free size: the size that the protocol's own description gives as an example."""
WIDEST = 3.0
"""Longest side to shortest, at most."""
MOST_PICTURES = 16
"""Pictures that may go with one request."""
LETTERS_PER_TOKEN = 6
"""More than tokens have on average, for the least that words can cost."""
PICTURE_TOKENS = 8000
"""More than any model is known to count for a picture that is sent; what the server reports replaces it."""


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Prices(_Row):
    """US dollars for a million tokens."""

    text: float = Field(ge=0)
    pictures: float = Field(ge=0)
    """Of pictures that are sent."""
    made: float = Field(ge=0)
    """Of the picture that is made."""


class Model(_Row):
    """What is known of a model."""

    prices: Prices | None = None
    output_tokens: Mapping[str, int] = {}
    """The most that one picture is, by quality."""
    least_tokens: Mapping[str, int] = {}
    """The least, where the model's own page tells the price of its smallest picture."""
    free_size: bool = False
    """Whether it makes any size on the grid."""
    fidelity: tuple[str, ...] = ()
    """Values of `input_fidelity` that it takes."""
    source: str = ""


class Options(_Row):
    """What may stand after the question mark of the generator's name."""

    quality: Literal["low", "medium", "high", "xhigh", "max", "auto"] = "medium"
    endpoint: str | None = None
    """Base URL up to `/v1`; OPENAI_BASE_URL, else OpenAI's own server, when None."""
    price: float | None = Field(default=None, ge=0)
    """US dollars for one picture, all in; None: the table's, and nothing for servers on this machine or network."""
    fidelity: Literal["low", "high"] | None = None
    """How closely pictures that are sent are kept to, for models that take it."""
    timeout: float = Field(default=300.0, gt=0, le=3600)
    """Seconds for one picture, jobs that are waited for included."""
    references: int = Field(default=MOST_PICTURES - 1, ge=0, lt=MOST_PICTURES)
    """References that go with a request at most."""
    poll: str = "images/generations/{id}"
    """Where a job is asked after, below the endpoint, for servers that answer with a job's id."""


class Choice(_Row):
    """A model with options."""

    name: str
    model: Model
    options: Options

    @property
    def version(self) -> str:
        """What of the choice changes pixels, short; a server's address does not."""
        marks = [self.name, self.options.quality, self.options.fidelity, self.options.references]
        return hashlib.sha256(json.dumps(marks).encode()).hexdigest()[:12]

    def size(self, wanted: Size) -> Size:
        """The size to ask for: the nearest in shape that the model makes."""
        ratio = min(max(wanted[0] / wanted[1], 1 / WIDEST), WIDEST)
        if not self.model.free_size:
            return min(SIZES, key=lambda size: abs(math.log(size[0] / size[1] / ratio)))
        width = math.sqrt(AREA * ratio)
        return _on_grid(width), _on_grid(width / ratio)

    def most(self, prompt: str, pictures: int) -> float | None:
        """The most that one call can cost in US dollars: no token is shorter than a byte; None: not known."""
        if self.options.price is not None:
            return self.options.price
        tokens = self.model.output_tokens.get(self.options.quality)
        if self.model.prices is None or tokens is None:
            return None
        return self.usd(len(prompt.encode()), pictures * PICTURE_TOKENS, tokens)

    def least(self, prompt: str) -> float | None:
        """The least that one call can cost in US dollars, as far as a list tells; None: not known."""
        if self.options.price is not None:
            return self.options.price
        tokens = self.model.least_tokens.get(self.options.quality)
        return None if tokens is None else self.usd(len(prompt) // LETTERS_PER_TOKEN, 0, tokens)

    def at(self, host: str, *, local: bool) -> Choice:
        """The choice at a server: list prices hold for the hosts that they are of; a server nearby costs nothing."""
        if self.options.price is not None or host in hosts():
            return self
        if local:
            return self.model_copy(update={"options": self.options.model_copy(update={"price": 0.0})})
        return self.model_copy(update={"model": Model(free_size=self.model.free_size)})

    def usd(self, text: int, pictures: int, made: int) -> float | None:
        """What so many tokens cost; a price of the user's own is for the whole picture."""
        if self.options.price is not None:
            return self.options.price
        prices = self.model.prices
        if prices is None:
            return None
        return round((text * prices.text + pictures * prices.pictures + made * prices.made) / 1e6, 9)


@functools.cache
def table() -> Mapping[str, Model]:
    """All models that something is known of."""
    return {name: Model.model_validate(row) for name, row in _data()["models"].items()}


def choose(model: str | None = None) -> Choice:
    """What a name asks for.

    Args:
        model: What stands after the colon: `MODEL`, `MODEL?key=value&...` or `?key=value&...`.

    Raises:
        RequestRefused: a wrong option, or a key or login that stands in the name.
    """
    name, _, query = (model or "").partition("?")
    name = name.strip() or str(_data()["default"])
    if re.match(r"(sk|key|api)[-_]", name):
        raise RequestRefused("openai-images takes a model's name, not a key: keys come from OPENAI_API_KEY")
    return Choice(name=name, model=table().get(name, Model()), options=_options(query))


def _options(query: str) -> Options:
    try:
        found = Options.model_validate(dict(parse_qsl(query, strict_parsing=True) if query else []))
    except (ValidationError, ValueError) as error:
        told = (
            "; ".join(f"{row['loc'][0]}: {row['msg']}" for row in error.errors(include_input=False))
            if isinstance(error, ValidationError)
            else "not key=value"
        )
        raise RequestRefused(
            f"openai-images cannot take these options ({told}); known: {', '.join(Options.model_fields)}. Keys and "
            "logins come from the environment: OPENAI_API_KEY, OPENAI_BASE_URL"
        ) from None
    if found.endpoint and "@" in urlsplit(found.endpoint).netloc:
        raise RequestRefused(
            "openai-images: a login in an address would stand in records; set OPENAI_BASE_URL to the address instead"
        )
    return found


def _on_grid(length: float) -> int:
    return max(GRID, round(length / GRID) * GRID)


@functools.cache
def _data() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(Path(__file__).with_name("models.json").read_text(encoding="utf-8"))
    return found


def hosts() -> tuple[str, ...]:
    """The hosts that the table's prices are of."""
    return tuple(_data()["hosts"])


def listed_on() -> str:
    """The day of the table's prices."""
    return str(_data()["date"])
