"""Owns what the diffusion backends can do, as data that needs no torch. Does not know: how they do it."""

from __future__ import annotations

from generators.backends.diffusion.models import Choice, choose
from generators.base import Capabilities, Heed, ModelNeed
from generators.face_encoders import needed_by
from planners.prompting import profile

REQUIRES = ("torch", "diffusers", "transformers", "accelerate")
"""Libraries without which none of them can be made."""
EXTRA = "diffusion"
FETCH = "generators.backends.diffusion.fetch:fetch"
"""Function (backend, model) that downloads what is needed."""
REFERENCES = 8
"""Pictures that speak in a clip with `?identity=on` at most."""
SETTINGS = "generators.backends.diffusion.settings:settings_of"
"""Function (backend, model) that lists what may be set on its name."""
VERSION = "3"
"""Changes whenever the same request would give other pixels."""


def requires_of(backend: str, model: str | None = None) -> tuple[str, ...]:
    """Libraries without which a backend with a model cannot be made.

    Raises:
        UnknownGenerator, RequestRefused: there is no such backend, model or option.
    """
    choice = choose(backend, model)
    faces = needed_by(choice.options.face_encoder) if choice.options.face == "faceid" else ()
    return (*REQUIRES, *choice.family.requires, *faces)


def extra_of(backend: str, model: str | None = None) -> str:
    """The extra of this package that brings them.

    Raises:
        UnknownGenerator, RequestRefused: there is no such backend, model or option.
    """
    return "faceid" if choose(backend, model).options.face == "faceid" else EXTRA


def capabilities_of(backend: str, model: str | None = None) -> Capabilities:
    """What a backend with a model can do.

    Raises:
        UnknownGenerator, RequestRefused: there is no such backend, model or option.
    """
    choice = choose(backend, model)
    able = {"guided": True, "exclusive": True, **choice.family.able}
    if choice.options.identity == "on":
        able |= {"reference_images": REFERENCES, "regional_masks": True, "continues": False}
    if choice.recipe.over == "words":
        able |= {"guided": False, "control_video": False, "layout_boxes": choice.recipe.guides_layout}
    if choice.family.loop == "own" and choice.recipe.boundary == "off":
        able["continues"] = False
    return Capabilities(
        name=backend,
        version=f"{VERSION}+{choice.version}",
        min_size=(160, 160),
        max_size=(4320, 4320),
        fps=(1, 60),
        makes=choice.family.makes,
        heeds=_heeds(choice),
        control=choice.own_control,
        **able,
    )


def _heeds(choice: Choice) -> tuple[Heed, ...]:
    """Who reads no words has nothing to heed; identity has a scale where there are adapters."""
    if not profile(choice.family.profile).tokens:
        return ()
    return ("emphasis", "leave_out", "identity") if "figure" in choice.scales else ("emphasis", "leave_out")


def models_of(backend: str, model: str | None = None) -> tuple[ModelNeed, ...]:
    """Which models a backend needs, and whether they are on this machine.

    Raises:
        UnknownGenerator, RequestRefused: there is no such backend, model or option.
    """
    choice = choose(backend, model)
    return tuple(
        ModelNeed(
            role=role,
            repository=item.repository,
            revision=item.revision,
            size_gb=item.size_gb,
            licence=item.licence,
            vram_gb=None if choice.own else choice.family.vram_gb,
            vram_source="" if choice.own else choice.family.vram_source,
            cached=item.cached(),
            source=item.source,
        )
        for role, item in choice.repositories.items()
    )
