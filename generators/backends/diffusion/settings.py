"""Owns the list of what may be set on a backend's name: each setting with its default, its values and one line.

The lines are the docstrings of `models.Options` and `recipe.Recipe`. Does not know: torch, what a setting does.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import get_args

from pydantic.fields import FieldInfo

from generators.backends.diffusion.models import Choice, Options, choose
from generators.backends.diffusion.recipe import Recipe, uses
from generators.backends.diffusion.techniques import TECHNIQUES
from generators.base import Setting

_ALWAYS = ("steps", "guidance", "side", "device", "dtype", "memory", "quantise")
_TRANSFORMERS = ("step_cache", "cache", "kernel")


def settings_of(backend: str, model: str | None = None) -> tuple[Setting, ...]:
    """What may stand after the question mark of a backend's name, with the defaults that hold without it.

    Raises:
        UnknownGenerator, RequestRefused: there is no such backend, model or option.
    """
    choice = choose(backend, model)
    options = [_setting(name, Options.model_fields[name], choice) for name in _options(choice)]
    recipe = [_setting(name, Recipe.model_fields[name], choice) for name in choice.family.offers]
    return (*options, *recipe)


def _options(choice: Choice) -> Collection[str]:
    family = choice.family
    wanted = {*_ALWAYS, *(f"{sort}_scale" for sort in family.scales)}
    wanted |= {name for name in ("strength", "grounding") if getattr(family, name) is not None}
    wanted |= {"frames"} if "shots" in family.makes else set()
    wanted |= {"controlnet"} if family.controlnets is not None else set()
    wanted |= {"identity"} if family.identity is not None else set()
    wanted |= {"face", "face_encoder"} if family.faceid is not None else set()
    wanted |= set(_TRANSFORMERS) if family.backbone == "dit" else set()
    return [name for name in Options.model_fields if name in wanted]


def _setting(name: str, field: FieldInfo, choice: Choice) -> Setting:
    values, told = _values(name, field, choice), " ".join((field.description or "").split())
    return Setting(name=name, default=_default(name, choice), values=values, what=told)


def _default(name: str, choice: Choice) -> str:
    if name in Recipe.model_fields:
        return str(getattr(choice.recipe, name))
    if name.endswith("_scale"):
        return str({f"{sort}_scale": scale for sort, scale in choice.scales.items()}[name])
    own = {"side": choice.native_side, "frames": choice.native_frames}
    known = own[name] if name in own else getattr(choice, name, None)
    return str(getattr(choice.options, name) if known is None else known)


def _values(name: str, field: FieldInfo, choice: Choice) -> tuple[str, ...]:
    """Those that a word may have on this backbone; none for numbers."""
    words = [str(word) for word in get_args(field.annotation) if isinstance(word, str)]
    family = choice.family
    taken, backbone = family.values.get(name, tuple(words)), family.backbone
    return tuple(
        word
        for word in words
        if word in taken
        and all(backbone is None or backbone in TECHNIQUES[t].fits for t in uses(name, word, family.loop))
    )
