"""Owns the names of generators: a table of `name -> "module:Class"`, and entry points of other packages.

Nothing is imported before it is asked for. Does not know: what any generator does.
"""

from __future__ import annotations

import difflib
import importlib
from importlib.metadata import entry_points
from importlib.util import find_spec
from typing import Any

from generators.base import Capabilities, ImageGenerator, VideoGenerator
from generators.errors import UnknownGenerator

ENTRY_POINTS = "storyreel.generators"
"""Group under which other packages register `name = "module:Class"`."""

BUILT_IN: dict[str, str] = {
    "animatic": "generators.backends.animatic.backend:AnimaticBackend",
}


def available() -> dict[str, str]:
    """Every known generator name with its `module:Class`, built-in names first; nothing is imported."""
    found = dict(BUILT_IN)
    for point in sorted(entry_points(group=ENTRY_POINTS), key=lambda p: p.name):
        found.setdefault(point.name, point.value)
    return found


def create(name: str, *, role: type | None = None, **options: Any) -> Any:
    """An instance of the generator called `name`.

    Args:
        name: A name of `available()`, with an optional model after a colon ("diffusion:wan").
        role: `ImageGenerator` or `VideoGenerator`, when one of them is needed.
        options: Passed to the generator's constructor.

    Raises:
        UnknownGenerator: nothing is registered under the name, or it cannot play the role.
    """
    base, _, model = name.partition(":")
    table = available()
    if base not in table:
        near = difflib.get_close_matches(base, table, n=1, cutoff=0.4)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        raise UnknownGenerator(f"no generator is called {name!r}{hint} Known: {', '.join(sorted(table))}")
    made = resolve(table[base])(**({"model": model} if model else {}), **options)
    if role is not None and not isinstance(made, role):
        raise UnknownGenerator(f"generator {name!r} cannot be used as {role.__name__}")
    return made


def capabilities(name: str, role: type) -> Capabilities:
    """What the generator called `name` can do.

    When its folder has a module `able` with `CAPABILITIES`, nothing else is loaded; else an instance is asked.

    Raises:
        UnknownGenerator: nothing is registered under the name, or it cannot play the role.
    """
    folder = available().get(name, "").partition(":")[0].rpartition(".")[0]
    if folder and find_spec(f"{folder}.able") is not None:
        told = getattr(importlib.import_module(f"{folder}.able"), "CAPABILITIES", None)
        if isinstance(told, Capabilities):
            return told
    asked: Capabilities = create(name, role=role).capabilities()
    return asked


def resolve(address: str) -> Any:
    """The object at `module:name`."""
    module, _, attribute = address.partition(":")
    return getattr(importlib.import_module(module), attribute)


def image_generator(name: str) -> ImageGenerator:
    """The generator `name` as maker of references and keyframes."""
    made: ImageGenerator = create(name, role=ImageGenerator)
    return made


def video_generator(name: str) -> VideoGenerator:
    """The generator `name` as maker of shots."""
    made: VideoGenerator = create(name, role=VideoGenerator)
    return made
