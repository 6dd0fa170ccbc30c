"""Owns the settings of a run: planner, generators, voice, executor. Does not know: how they are used."""

from __future__ import annotations

import os
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from planners import Price, read_prices

APPROVABLE = ("plan", "references")
"""What a film can wait for a person's approval of, in the order in which it is made."""


class Settings(BaseModel):
    """How a film is made. Every field is an option of `storyreel make`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    planner: str = "rules"
    """Planner by name: `rules` (offline), or `openai:MODEL` (any OpenAI-compatible server)."""
    endpoint: str | None = None
    """Base URL of the planner's server, up to `/v1`; OPENAI_BASE_URL when None. Keys come from the environment."""
    budget: float | None = Field(default=None, ge=0)
    """The most that hosted models may cost for a run folder, in US dollars, earlier runs included; None: no limit."""
    prices: dict[str, Price] = Field(default_factory=lambda: read_prices(os.environ.get("STORYREEL_PRICES", "")))
    """Own prices by model name, in US dollars per million tokens; STORYREEL_PRICES: `MODEL=PROMPT/COMPLETION,...`."""
    keyframes: str = "animatic"
    """Image generator by name."""
    shots: str = "animatic"
    """Video generator by name."""
    guide: str = "animatic"
    """Generator whose pictures guide those that work over a guide."""
    control: float | None = Field(default=None, ge=0, le=1)
    """How closely learned generators keep to the guide in shots whose plan does not say: 0 free of it, 1 the guide
    itself; None: the generator's own."""
    attempts: int | None = Field(default=None, ge=1, le=20)
    """How often a keyframe or shot that its measures do not accept is made at most; None: twice by learned generators
    on this machine, once by those that draw or cost money."""
    looker: str | None = None
    """A vision-language model, `openai:MODEL` at the planner's endpoint, that looks at every still and clip that the
    measures accept: what it does not find as planned makes another attempt."""
    voice: str = "hibari"
    """Speech engine by name; `none` makes a film with subtitles only."""
    workers: int = Field(default_factory=lambda: max(1, os.cpu_count() or 1), ge=1)
    """Processes that make artefacts side by side."""
    executor: str = "local"
    """Where they run: `local` on this machine, `ray` on a cluster."""
    approve: tuple[Literal["plan", "references"], ...] = ()
    """What the film waits for a person to look at, before anything that depends on it is made."""
    allow_outside: bool = False
    """Let reference pictures lie outside the story's folder."""
