"""Owns what an endpoint accepts from a model: found out by asking, kept for the process and in the user's cache folder.

One small file per endpoint and model, replaced whole, so processes cannot hurt one another. What was learnt is
forgotten after a week: servers are updated. Does not know: how requests are sent.
"""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError

from planners.places import cache_folder
from planners.plan import Frozen

SCHEMA = "storyreel/endpoint@1"
KEPT = 7 * 24 * 3600.0
_LOCK = threading.Lock()
_KNOWN: dict[str, Habits] = {}


class Habits(Frozen):
    """What may be sent to one model of one endpoint."""

    form: Literal["json_schema", "json_object", "text"] = "json_schema"
    """The strictest answer format that it takes; what it does not take is asked for in words."""
    limit: Literal["max_tokens", "max_completion_tokens", "none"] = "max_tokens"
    """Name of the field that limits the answer."""
    most_tokens: int | None = None
    """The longest answer that it allows."""
    temperature: bool = True
    seed: bool = True
    stream: bool = True
    stream_usage: bool = True
    system: bool = True
    """Whether there may be a system turn; if not, it goes before the first user turn."""

    def emulated(self) -> tuple[str, ...]:
        """What is done in another way than asked for, in words."""
        said = {
            "json_schema": ()
            if self.form == "json_schema"
            else (f"answers by schema: asked for in words ({self.form})",),
            "stream": () if self.stream else ("streaming: answers arrive whole",),
            "usage": () if self.stream_usage else ("token counts while streaming: estimated from the text",),
            "system": () if self.system else ("system turn: put before the first user turn",),
            "temperature": () if self.temperature else ("temperature: the model's own",),
            "seed": () if self.seed else ("seed: not sent",),
            "limit": () if self.limit != "none" else ("length limit: not sent",),
        }
        return tuple(row for rows in said.values() for row in rows)


Lesson = Callable[[Habits, str], Habits]


class _Kept(Frozen):
    schema_: str = Field(default=SCHEMA, alias="schema")
    place: str
    model: str
    learnt: float
    habits: Habits


def recall(place: str, model: str, first: Habits) -> Habits:
    """What is known of a model, or `first` when nothing is."""
    key = _key(place, model)
    with _LOCK:
        if key not in _KNOWN:
            _KNOWN[key] = _read(key) or first
        return _KNOWN[key]


def remember(place: str, model: str, habits: Habits) -> None:
    """Keep what was learnt, for this process and, where the cache folder can be written, for later ones."""
    key = _key(place, model)
    with _LOCK:
        _KNOWN[key] = habits
    kept = _Kept(place=place, model=model, learnt=time.time(), habits=habits)
    try:
        folder().mkdir(parents=True, exist_ok=True)
        number, name = tempfile.mkstemp(dir=folder(), prefix=key, suffix=".part")
        with os.fdopen(number, "w", encoding="utf-8") as stream:
            stream.write(kept.model_dump_json(by_alias=True, indent=1))
        os.replace(name, folder() / f"{key}.json")
    except OSError:
        return


def forget() -> None:
    """Forget what this process knows; the files stay."""
    with _LOCK:
        _KNOWN.clear()


def folder() -> Path:
    """Where files about endpoints lie."""
    return cache_folder() / "endpoints"


def learnt(habits: Habits, said: str, sent: dict[str, Any]) -> Habits | None:
    """New habits after a server refused a request with these words; None when the words name nothing that was sent."""
    words = said.lower()
    for pattern, field, change in _LESSONS:
        if field in sent and re.search(pattern, words):
            return change(habits, words)
    return None


def simpler(habits: Habits) -> Habits | None:
    """The next thing to leave out when a server refuses without saying why; None when nothing is left."""
    steps: tuple[dict[str, Any], ...] = (
        {"form": "json_object"} if habits.form == "json_schema" else {},
        {"form": "text"} if habits.form != "text" else {},
        {"stream_usage": False} if habits.stream_usage and habits.stream else {},
        {"temperature": False} if habits.temperature else {},
        {"seed": False} if habits.seed else {},
        {"stream": False} if habits.stream else {},
        {"system": False} if habits.system else {},
    )
    step = next((step for step in steps if step), None)
    return habits.model_copy(update=step) if step else None


def _less_form(habits: Habits, words: str) -> Habits:
    plain = habits.form == "json_object" or not re.search(r"json_object|json_schema|json schema|schema", words)
    return habits.model_copy(update={"form": "text" if plain else "json_object"})


def _other_limit(habits: Habits, words: str) -> Habits:
    most = re.search(r"(?:at most|maximum|up to|<=|less than or equal to|supports)\D{0,40}?(\d{2,6})", words)
    if most and "unsupported parameter" not in words:
        return habits.model_copy(update={"most_tokens": int(most[1])})
    if habits.limit == "max_completion_tokens":
        return habits.model_copy(update={"limit": "max_tokens" if "max_tokens" in words else "none"})
    return habits.model_copy(update={"limit": "max_completion_tokens" if "max_completion" in words else "none"})


def _without(*fields: str) -> Lesson:
    """A lesson that switches things off."""
    return lambda habits, _: habits.model_copy(update=dict.fromkeys(fields, False))


_LESSONS: tuple[tuple[str, str, Lesson], ...] = (
    (r"stream_options|include_usage", "stream_options", _without("stream_usage")),
    (r"max_(?:completion_)?tokens|max_output_tokens", "limit", _other_limit),
    (r"response_format|json_schema|json_object|json schema|grammar|guided|structured", "response_format", _less_form),
    (r"temperature", "temperature", _without("temperature")),
    (r"\bseed\b", "seed", _without("seed")),
    (r"system (?:role|message|prompt)|role.{0,20}system|roles must alternate", "system", _without("system")),
    (r"\bstream(?:ing)?\b", "stream", _without("stream", "stream_usage")),
)
"""Words of a refusal, the field that must have been sent, what to do about it; the first that fits."""


def _read(key: str) -> Habits | None:
    try:
        kept = _Kept.model_validate_json((folder() / f"{key}.json").read_text(encoding="utf-8"))
    except (OSError, ValidationError, ValueError):
        return None
    fresh: bool = kept.schema_ == SCHEMA and 0 <= time.time() - kept.learnt < KEPT
    habits: Habits = kept.habits
    return habits if fresh else None


def _key(place: str, model: str) -> str:
    return hashlib.sha256(f"{place}\n{model}".encode()).hexdigest()[:24]
