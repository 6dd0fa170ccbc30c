"""Owns what a person is told of models: which each generator needs, whether they are here, getting them ahead of time.

Does not know: where models come from, how they run.
"""

from __future__ import annotations

import datetime
import json
import re

from pydantic import BaseModel, ConfigDict

from generators import Listed, ModelNeed, available, fetch, models, prices, settings
from planners import OLD_PRICES, price_lists

UNKNOWN = "not verified"


class ModelRow(BaseModel):
    """One model of one generator, for people and for JSON."""

    model_config = ConfigDict(frozen=True)

    generator: str
    need: ModelNeed

    @property
    def text(self) -> str:
        """Where it comes from, how large it is, its licence, the memory it needs, whether it is here."""
        need = self.need
        size = f"{need.size_gb:g} GB" if need.size_gb is not None else f"size {UNKNOWN}"
        vram = f"{need.vram_gb:g} GB of VRAM as others tell" if need.vram_gb is not None else f"VRAM {UNKNOWN}"
        fixed = re.fullmatch(r"[0-9a-f]{40}", need.revision or "")
        pinned = fixed[0][:8] if fixed else f"{need.revision or 'main'}, not pinned"
        here = "here" if need.cached else "not here"
        return f"{need.repository} ({pinned}), {size}, licence {need.licence or UNKNOWN}, {vram}: {here}"


class PriceRow(BaseModel):
    """One line of a price list, for people and for JSON."""

    model_config = ConfigDict(frozen=True)

    listed: Listed
    days: int
    """Age of the list."""

    @property
    def good(self) -> bool:
        """Whether it is known, and of a list that is not old."""
        return self.days <= OLD_PRICES and self.listed.price != UNKNOWN

    @property
    def text(self) -> str:
        """How much for what, of which day."""
        return f"{self.listed.price}; list of {self.listed.date}, {self.days} days old"


def price_rows(today: datetime.date | None = None) -> tuple[PriceRow, ...]:
    """The list prices of every paid generator and of the language models; asks no network.

    Args:
        today: For the age of the lists.
    """
    day = today or datetime.datetime.now(datetime.UTC).date()
    rows = [row for name in available() for row in prices(name)]
    for host, listed in price_lists().items():
        rows += [
            Listed(
                model=f"openai:{model} at {host}",
                price=f"{price.prompt:g} / {price.completion:g} USD a million tokens (in / out)",
                date=listed.date,
                source=listed.source,
            )
            for model, price in listed.models.items()
        ]
    return tuple(PriceRow(listed=row, days=(day - datetime.date.fromisoformat(row.date)).days) for row in rows)


def model_rows() -> tuple[ModelRow, ...]:
    """The models of every generator that needs any; asks no network."""
    return tuple(ModelRow(generator=name, need=need) for name in available() for need in models(name))


def fetch_models(generator: str) -> tuple[str, ...]:
    """Download a generator's models; where they lie. Empty when it needs none.

    Args:
        generator: Its name, with a model after a colon when another than its own is wanted.

    Raises:
        GeneratorError: there is no such generator, its extra is missing, or the models cannot be got.
    """
    return fetch(generator)


def settings_of(generator: str, *, as_json: bool = False) -> str:
    """What may be set on a generator's name, a line each with its default and its words; or the same as JSON.

    Raises:
        GeneratorError: there is no such generator, or its name holds a wrong setting.
    """
    rows = settings(generator)
    if as_json:
        return json.dumps([row.model_dump(mode="json") for row in rows], indent=1)
    if not rows:
        return f"{generator} takes no settings"
    width = max(len(f"{row.name}={row.default}") for row in rows)
    lines = [
        f"{row.name}={row.default}".ljust(width)
        + f"  {row.what}"
        + (f" [{'|'.join(row.values)}]" if row.values else "")
        for row in rows
    ]
    return "\n".join(lines)
