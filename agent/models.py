"""Owns what a person is told of models: which each generator needs, whether they are here, getting them ahead of time.

Does not know: where models come from, how they run.
"""

from __future__ import annotations

import json
import re

from pydantic import BaseModel, ConfigDict

from generators import ModelNeed, available, fetch, models, settings

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
        vram = f"{need.vram_gb:g} GB of VRAM" if need.vram_gb is not None else "VRAM not measured"
        fixed = re.fullmatch(r"[0-9a-f]{40}", need.revision or "")
        pinned = fixed[0][:8] if fixed else f"{need.revision or 'main'}, not pinned"
        here = "here" if need.cached else "not here"
        return f"{need.repository} ({pinned}), {size}, licence {need.licence or UNKNOWN}, {vram}: {here}"


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
