"""Owns the settings of a run: planner, generators, voice, executor. Does not know: how they are used."""

from __future__ import annotations

import os

from pydantic import BaseModel, ConfigDict, Field


class Settings(BaseModel):
    """How a film is made. Every field is an option of `storyreel make`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    planner: str = "rules"
    """Planner by name: `rules` (offline)."""
    keyframes: str = "animatic"
    """Image generator by name."""
    shots: str = "animatic"
    """Video generator by name."""
    voice: str = "hibari"
    """Speech engine by name; `none` makes a film with subtitles only."""
    workers: int = Field(default_factory=lambda: max(1, os.cpu_count() or 1), ge=1)
    """Processes that make artefacts side by side."""
    executor: str = "local"
    """Where they run: `local` on this machine, `ray` on a cluster."""
    allow_outside: bool = False
    """Let reference pictures lie outside the story's folder."""
