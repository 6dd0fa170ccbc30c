"""Owns the names of generators: a table of `name -> "module:Class"`, and entry points of other packages.

Nothing is imported before it is asked for. Does not know: what any generator does.
"""

from __future__ import annotations

import difflib
import functools
import importlib
import json
import sys
from importlib import resources
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

from generators.base import Capabilities, ImageGenerator, ModelNeed, Setting, VideoGenerator
from generators.errors import MissingExtra, UnknownGenerator
from generators.pricing import Listed, Quote, Wanted, quoted

ENTRY_POINTS = "storyreel.generators"
"""Group under which other packages register `name = "module:Class"`."""

BUILT_IN: dict[str, str] = {
    "animatic": "generators.backends.animatic.backend:AnimaticBackend",
    "openai-images": "generators.backends.openai_images.backend:OpenAIImages",
}
FAMILIES = "generators.backends.diffusion"
"""Package whose `rows/NAME.json` name more: each has the row `target`, a `module:Class` of the package."""

RUNTIME = f"{FAMILIES}.runtime"
"""Module that holds models; nothing is held while it is not imported."""


def available() -> dict[str, str]:
    """Every known generator name with its `module:Class`, built-in names first; nothing is imported."""
    found = {**BUILT_IN, **_families()}
    for point in sorted(entry_points(group=ENTRY_POINTS), key=lambda p: p.name):
        found.setdefault(point.name, point.value)
    return found


@functools.cache
def _families() -> dict[str, str]:
    rows = sorted((resources.files(FAMILIES) / "rows").iterdir(), key=lambda row: row.name)
    read = {row.name.removesuffix(".json"): json.loads(row.read_text(encoding="utf-8")) for row in rows}
    return {name: f"{FAMILIES}.{row['target']}" for name, row in read.items()}


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
    address = _known(base)
    _check_extra(base, address, model)
    made = resolve(address)(**({"model": model} if model else {}), **options)
    if role is not None and not isinstance(made, role):
        raise UnknownGenerator(f"generator {name!r} cannot be used as {role.__name__}")
    return made


def require(name: str) -> None:
    """See that everything that the generator called `name` needs is installed; nothing is loaded.

    Raises:
        UnknownGenerator: nothing is registered under the name.
        MissingExtra: libraries that it needs are not installed.
        RequestRefused: the name's own settings are wrong.
    """
    base, _, model = name.partition(":")
    _check_extra(base, _known(base), model)


def capabilities(name: str, role: type) -> Capabilities:
    """What the generator called `name` can do.

    When its folder has a module `able`, nothing else is loaded, and nothing needs to be installed: it holds
    `CAPABILITIES`, or a function `capabilities_of(name, model)`. Else an instance is asked.

    Raises:
        UnknownGenerator: nothing is registered under the name, or it cannot play the role.
        MissingExtra: an instance would have to be asked, and libraries that it needs are not installed.
    """
    base, _, model = name.partition(":")
    address = available().get(base, "")
    able = _able(base, address)
    told = getattr(able, "CAPABILITIES", None)
    if hasattr(able, "capabilities_of"):
        told = able.capabilities_of(base, model or None)
    if isinstance(told, Capabilities):
        if _MAKES.get(role, told.makes[0]) not in told.makes:
            raise UnknownGenerator(f"generator {base!r} makes {' and '.join(told.makes)}, not {_MAKES[role]}")
        return told
    asked: Capabilities = create(name, role=role).capabilities()
    return asked


def models(name: str) -> tuple[ModelNeed, ...]:
    """Which models the generator called `name` needs, and whether they are here; nothing is loaded, nobody is asked.

    Raises:
        UnknownGenerator: nothing is registered under the name.
    """
    base, _, model = name.partition(":")
    able = _able(base, _known(base))
    needs: tuple[ModelNeed, ...] = able.models_of(base, model or None) if hasattr(able, "models_of") else ()
    return needs


def settings(name: str) -> tuple[Setting, ...]:
    """What may be set on the name of a generator, with the defaults that hold for it; nothing is loaded.

    Raises:
        UnknownGenerator: nothing is registered under the name.
        RequestRefused: the name's own settings are wrong.
    """
    base, _, model = name.partition(":")
    able = _able(base, _known(base))
    if not hasattr(able, "SETTINGS"):
        return ()
    found: tuple[Setting, ...] = resolve(able.SETTINGS)(base, model or None)
    return found


def pays(name: str) -> bool:
    """Whether the generator called `name` costs money: it then takes `purse` and `kept` (see `generators.paying`).

    Raises:
        UnknownGenerator: nothing is registered under the name.
    """
    return bool(getattr(_able(base := name.partition(":")[0], _known(base)), "PAYS", False))


def price_of(name: str, wanted: Wanted) -> Quote:
    """What one thing costs when the generator called `name` makes it; nothing is loaded, nobody is asked.

    Raises:
        UnknownGenerator: nothing is registered under the name.
        RequestRefused: a wrong option in it.
    """
    base, _, model = name.partition(":")
    role = VideoGenerator if wanted.kind == "clip" else ImageGenerator
    return quoted(_able(base, _known(base)), base, model or None, wanted, lambda: capabilities(name, role))


def prices(name: str) -> tuple[Listed, ...]:
    """The price list of the generator called `name`, each line with its date; nothing is loaded, nobody is asked.

    Raises:
        UnknownGenerator: nothing is registered under the name.
    """
    able = _able(base := name.partition(":")[0], _known(base))
    rows: tuple[Listed, ...] = able.prices_of(base) if hasattr(able, "prices_of") else ()
    return rows


def fetch(name: str) -> tuple[str, ...]:
    """Download the models of the generator called `name` ahead of time; where they lie now.

    Raises:
        UnknownGenerator: nothing is registered under the name.
        MissingExtra: libraries that it needs are not installed.
        GenerationFailed: the network is off, or a repository cannot be reached.
    """
    base, _, model = name.partition(":")
    address = _known(base)
    able = _able(base, address)
    if not hasattr(able, "FETCH"):
        return ()
    _check_extra(base, address, model)
    places: tuple[str, ...] = resolve(able.FETCH)(base, model or None)
    return places


def release() -> None:
    """Let go of the models that generators hold in this process; they are loaded again when one is asked."""
    runtime = sys.modules.get(RUNTIME)
    if runtime is not None:
        runtime.release()


def _known(base: str) -> str:
    """The address of a name, or an error with the nearest."""
    table = available()
    if base not in table:
        near = difflib.get_close_matches(base, table, n=1, cutoff=0.4)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        raise UnknownGenerator(f"no generator is called {base!r}{hint} Known: {', '.join(sorted(table))}")
    return table[base]


_MAKES: dict[type, Literal["images", "shots"]] = {ImageGenerator: "images", VideoGenerator: "shots"}


def _able(name: str, address: str) -> Any:
    """The module `able` beside a generator, that of the diffusion families for one with a row, or None."""
    folder = f"{FAMILIES}." if row_beside(name, address) else address.partition(":")[0].rpartition(".")[0] + "."
    if folder == "." or find_spec(f"{folder}able") is None:
        return None
    return importlib.import_module(f"{folder}able")


def row_beside(name: str, address: str) -> Path | None:
    """The row of a diffusion family: `rows/NAME.json` beside the module of its address, or None."""
    if not address:
        return None
    try:
        spec = find_spec(address.partition(":")[0])
    except ModuleNotFoundError:
        return None
    row = Path(spec.origin).parent / "rows" / f"{name}.json" if spec and spec.origin else None
    return row if row is not None and row.is_file() else None


def _check_extra(name: str, address: str, model: str = "") -> None:
    able = _able(name, address)
    told = able.requires_of(name, model or None) if hasattr(able, "requires_of") else getattr(able, "REQUIRES", ())
    missing = [library for library in told if find_spec(library) is None]
    if missing:
        extra = able.extra_of(name, model or None) if hasattr(able, "extra_of") else able.EXTRA
        raise MissingExtra(
            f"generator {name!r} needs {', '.join(missing)}, not installed here: pip install 'storyreel[{extra}]'"
        )


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
