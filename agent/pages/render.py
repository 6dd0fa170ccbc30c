"""Owns how pages are written: templates with every text escaped, one style sheet, one script, and nothing from outside.

A page may run the one script that it was written with and no other (content security policy by hash), so that even a
hole in the escaping could not run words of a story. Does not know: what pages show.
"""

from __future__ import annotations

import base64
import functools
import hashlib
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from agent.fingerprint import digest
from agent.pages.typefaces import faces

FOLDER = Path(__file__).parent / "templates"


def render(name: str, values: Mapping[str, Any], *, script: str | None = None) -> str:
    """A page.

    Args:
        name: Template in `templates/`.
        values: Its variables; every text in them is escaped.
        script: Our own script in `templates/` that the page runs; None: it runs none.
    """
    code = _file(script) if script else ""
    allowed = f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'" if code else "'none'"
    policy = (
        "default-src 'none'; img-src data:; font-src data:; media-src 'self' file: data: blob:; "
        f"style-src 'unsafe-inline'; script-src {allowed}; base-uri 'none'; form-action 'none'"
    )
    own = {"style": Markup(f"{faces()}\n{_file('page.css')}"), "script": Markup(code), "policy": Markup(policy)}
    return _environment().get_template(name).render(**values, **own)


def version() -> str:
    """Digest of all templates: a page that was written by others is written anew."""
    return digest({path.name: _file(path.name) for path in sorted(FOLDER.iterdir()) if path.is_file()})


@functools.cache
def _file(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


@functools.cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"clock": _clock, "seconds": _seconds, "usd": _usd, "task": _task, "moment": _moment}
    return environment


def _clock(seconds: float) -> str:
    """`1:05` or `1:02:05`."""
    whole = int(seconds)
    minutes, rest = divmod(whole, 60)
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}" if minutes >= 60 else f"{minutes}:{rest:02}"


def _seconds(value: float) -> str:
    return f"{value:.1f} s"


def _usd(value: float | None) -> str:
    return "price not known" if value is None else f"${value:.4f}" if value < 1 else f"${value:.2f}"


def _task(name: str, numbers: Mapping[str, int]) -> str:
    """`keyframe:shot_003` -> `keyframe of shot 3`; `line:shot_003:2` -> `line 2 of shot 3`; `film` -> `film`."""
    kind, _, rest = name.replace("guide:", "guide of ").partition(":")
    first, _, more = rest.partition(":")
    if kind == "line" and first in numbers:
        return f"line {more} of shot {numbers[first]}"
    if rest in numbers:
        return f"{'clip' if kind == 'shot' else kind} of shot {numbers[rest]}"
    return " ".join(part for part in (kind, rest) if part)


def _moment(at: str) -> str:
    """`2026-11-21T17:28:03Z` -> `21 Nov 2026, 17:28 UTC`; empty when it is no moment."""
    try:
        when = datetime.fromisoformat(at) if at else None
    except ValueError:
        when = None
    return f"{when.day} {when:%b %Y, %H:%M} UTC" if when else ""
