"""Owns the prompt library: one template per file in `templates/`, checked when read, rendered strictly.

A file opens with YAML between `---` lines: `purpose` (one line), `version` (raised when an answer may change),
`answer` (name of the answer's type), `variables` (name -> one line of what it is), `example` (name -> a sample value of
each). Then come `# system` and `# user`. They are jinja2: `{{ story | data }}` fences text that people or models wrote;
`{{ words | plain }}` writes words of our own, lists with commas; anything else that is put out must be a number or one
short line. Does not know: models, answers' types, who asks.
"""

from __future__ import annotations

import difflib
import functools
import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml
from jinja2 import StrictUndefined, TemplateError, meta
from jinja2.sandbox import SandboxedEnvironment
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from prompts.fence import PREAMBLE, Fenced, fenced, neutral

FOLDER = Path(__file__).parent / "templates"
LINE = 300
"""Letters that text may have which is put out without a filter."""
_FILE = re.compile(r"\A---\n(.*?)\n---\n\s*# system\n(.*?)\n# user\n(.*)\Z", re.DOTALL)


class PromptError(ValueError):
    """A template is wrong, there is none of that name, or its variables do not fit; says what is near."""


class Template(BaseModel):
    """One prompt of the library."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    purpose: str
    version: int = Field(ge=1)
    answer: str
    variables: dict[str, str] = {}
    example: dict[str, Any] = {}
    system: str
    user: str


class Rendered(BaseModel):
    """A prompt with its variables filled in."""

    model_config = ConfigDict(frozen=True)

    system: str
    user: str
    version: int


def names(folder: Path = FOLDER) -> tuple[str, ...]:
    """All prompts by name, sorted."""
    return tuple(sorted(path.stem for path in folder.glob("*.md")))


@functools.cache
def template(name: str, folder: Path = FOLDER) -> Template:
    """A prompt by name.

    Raises:
        PromptError: there is none of that name, or its file is wrong.
    """
    known = names(folder)
    if name not in known:
        raise PromptError(f"no prompt is called {name!r}{_near(name, known)}")
    return _read(name, (folder / f"{name}.md").read_text(encoding="utf-8"))


def render(name: str, variables: Mapping[str, object], *, folder: Path = FOLDER) -> Rendered:
    """A prompt with its variables filled in; the common rules about data go before its system part.

    Args:
        name: Name of the template.
        variables: A value for each variable that the template names, and for no other. pydantic objects are allowed.
        folder: Where the templates lie.

    Raises:
        PromptError: a variable is missing or unknown, or the template does not render with these values.
    """
    found = template(name, folder)
    _check_names(name, set(found.variables), set(variables))
    values = {key: _value(value) for key, value in variables.items()}
    try:
        system, user = (_environment().from_string(part).render(values).strip() for part in (found.system, found.user))
    except (TemplateError, TypeError, ValueError, LookupError) as error:
        raise PromptError(f"prompt {name!r} does not render: {error}") from error
    return Rendered(system=f"{PREAMBLE}\n\n{system}", user=user, version=found.version)


def _read(name: str, text: str) -> Template:
    parts = _FILE.match(text.replace("\r\n", "\n"))
    if parts is None:
        raise PromptError(f"prompt {name!r} must hold YAML between `---` lines, then `# system`, then `# user`")
    try:
        front = yaml.safe_load(parts[1])
        found = Template.model_validate({**front, "name": name, "system": parts[2], "user": parts[3]})
    except (yaml.YAMLError, ValidationError, TypeError) as error:
        raise PromptError(f"the head of prompt {name!r} is wrong: {error}") from error
    used: set[str] = set()
    try:
        for part in (found.system, found.user):
            used |= meta.find_undeclared_variables(_environment().parse(part))
    except TemplateError as error:
        raise PromptError(f"prompt {name!r} is no valid jinja2: {error}") from error
    if used != set(found.variables):
        unused, undeclared = sorted(set(found.variables) - used), sorted(used - set(found.variables))
        raise PromptError(f"prompt {name!r}: declared but not used: {unused}; used but not declared: {undeclared}")
    if set(found.example) != used:
        raise PromptError(f"prompt {name!r}: `example` must give a value for exactly {sorted(used)}")
    return found


def _check_names(name: str, declared: set[str], given: set[str]) -> None:
    missing, unknown = sorted(declared - given), sorted(given - declared)
    said = [f"variable {key!r} is missing{_near(key, unknown)}" for key in missing]
    said += [f"variable {key!r} is unknown{_near(key, declared)}" for key in unknown]
    if said:
        raise PromptError(f"prompt {name!r}: {'; '.join(said)}")


def _near(word: str, known: Iterable[str]) -> str:
    rows = sorted(known)
    close = difflib.get_close_matches(word, rows, n=3, cutoff=0.5)
    if close:
        return f"; did you mean {', '.join(map(repr, close))}?"
    return f"; known: {', '.join(rows)}" if rows else ""


def _value(value: object) -> object:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", by_alias=True)
    if isinstance(value, Mapping):
        return {str(key): _value(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_value(item) for item in value]
    if isinstance(value, (set, frozenset)):
        return sorted(_value(item) for item in value)  # type: ignore[type-var]
    return value


def _data(value: object) -> Fenced:
    """Text as it is, anything else as JSON, in a fence."""
    return fenced(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=1))


def _plain(value: object) -> Fenced:
    """Words that we wrote ourselves; lists with commas."""
    words = value if isinstance(value, str) else ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return Fenced(neutral(words))


def _put_out(value: object) -> object:
    if isinstance(value, (Fenced, bool, int, float)) or not isinstance(value, str):
        if isinstance(value, (Fenced, bool, int, float, StrictUndefined)):
            return value
        raise ValueError(f"a {type(value).__name__} is put out without a filter: write `| data` or `| plain`")
    if "\n" in value or len(value) > LINE:
        raise ValueError(f"text of more than one line or {LINE} letters is put out without `| data`: {value[:40]!r}")
    return neutral(value)


@functools.cache
def _environment() -> SandboxedEnvironment:
    environment = SandboxedEnvironment(
        undefined=StrictUndefined, finalize=_put_out, trim_blocks=True, lstrip_blocks=True, autoescape=False
    )
    environment.filters.update(data=_data, plain=_plain)
    return environment
