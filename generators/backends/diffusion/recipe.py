"""Owns recipes: which training-free techniques a backend's name asks for, with their numbers, and what cannot be asked.

`animatediff:?noise=shared&windows=triangular&camera=on`: every setting stands in one table with the techniques that it
brings (`techniques.TECHNIQUES`), so that what does not fit a backbone is refused before anything is loaded.
Does not know: torch, how a technique is run, models.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from generators.backends.diffusion.techniques import TECHNIQUES
from generators.backends.diffusion.techniques.table import Backbone
from generators.errors import RequestRefused

Loop = Literal["own", "diffusers"]
"""Whose denoising loop a backend runs."""
Switch = Literal["auto", "on", "off"]
"""`auto`: on where nothing else brings it: without a guide."""


class Recipe(BaseModel):
    """What of the techniques is used. The defaults of numbers are the papers' (see docs/techniques.md)."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, use_attribute_docstrings=True)

    over: Literal["guide", "words"] = "guide"
    """What a shot starts from: another generator's clip, or the prompt alone."""
    control: Literal["guide", "depth", "lines", "seg"] = "guide"
    """What the model follows: the guide's own pictures, or its depth, lines or classes without its colours."""
    keep: Literal["nothing", "place", "figures"] = "nothing"
    """What of the guide stays as it is, by the masks of its control file; the rest is made."""
    noise: Literal["auto", "plain", "shared", "permuted", "shuffled"] = "auto"
    """Initial noise; `auto`: permuted for long takes without a guide, else plain."""
    diversity: float = Field(default=0.1, ge=0, le=1)
    """Own part of each frame in shared noise."""
    take: Literal["windows", "extend"] = "windows"
    """How a shot longer than the model's own length is made: at once in windows, or clip after clip."""
    windows: Literal["freenoise", "uniform", "triangular", "randomised", "staggered", "none"] = "freenoise"
    """Windows in the motion layers alone (freenoise), over whole model calls, or all frames at once (none)."""
    stride: int = Field(default=4, ge=1, le=64)
    """Frames between the starts of two windows."""
    given: int = Field(default=3, ge=1, le=12)
    """Frames of the clip before with which the next one begins, in an extended take."""
    remember: Literal["off", "anchor", "last", "both"] = "both"
    """What an extended take remembers: the tone of its first frame, the noise of its last ones."""
    anchor: float = Field(default=0.5, ge=0, le=1)
    """How strongly the tone is drawn to the first frame's."""
    captions: Literal["one", "clips", "segments", "interpolated", "injected"] = "segments"
    """Words: one prompt for all, one per clip of a take, the beat's own, blended, the last beat's motion injected."""
    layout: Switch = "auto"
    """Attention is drawn into the plan's boxes in the first steps."""
    layout_scale: float = Field(default=5.0, ge=0, le=100)
    """How far the sample goes down the layout's loss."""
    layout_steps: int = Field(default=10, ge=1, le=40)
    """Steps with guidance, of 40."""
    layout_tries: int = Field(default=5, ge=1, le=50)
    """Most moves of the sample in one step."""
    regions: Literal["on", "off"] = "off"
    """The words for somebody act in its box only."""
    camera: Switch = "auto"
    """The planned camera move is put into the clip by warping the clean estimate."""
    camera_step: int = Field(default=5, ge=0, le=100)
    """The step at which it is warped, counted from 0; the last one where there are fewer."""
    camera_blend: float = Field(default=0.5, ge=0, le=1)
    """Share of the warped frame."""
    boundary: Literal["off", "reset", "inversion", "hold"] = "reset"
    """How a shot that goes on from another is tied to its last frames, where the transition asks for it."""
    decay: float = Field(default=1.0, ge=0, le=20)
    """How fast the tie falls from frame to frame."""
    structure: Literal["on", "off"] = "off"
    """Frames are drawn to the frame before."""
    structure_scale: float = Field(default=7.0, ge=0, le=2048)
    """How strongly; 2048 makes all frames the first."""
    attention: Literal["plain", "spectral", "toeplitz", "first-former"] = "plain"
    """Another attention over time in the first steps."""
    sigma: float = Field(default=1.0, gt=0, le=64)
    """Width in frames of the preference for near frames."""

    @property
    def guides_layout(self) -> bool:
        """Whether attention is drawn into boxes."""
        return self.layout == "on" or (self.layout == "auto" and self.over == "words")

    @property
    def moves_camera(self) -> bool:
        """Whether the clean estimate is warped."""
        return self.camera == "on" or (self.camera == "auto" and self.over == "words")


USES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "noise": {"shared": ("noise.shared",), "permuted": ("noise.permuted",), "shuffled": ("noise.shuffled",)},
    "take": {"extend": ("extension.extend", "extension.hold")},
    "windows": {
        "uniform": ("windows.denoise", "windows.uniform"),
        "triangular": ("windows.denoise", "windows.triangular"),
        "randomised": ("windows.denoise", "windows.randomised"),
        "staggered": ("windows.denoise", "windows.staggered"),
    },
    "remember": {name: ("extension.memory",) for name in ("anchor", "last", "both")},
    "captions": {
        "segments": ("captions.segments",),
        "interpolated": ("captions.interpolated",),
        "injected": ("captions.injected", "captions.per_frame"),
    },
    "layout": {name: ("guidance.layout", "guidance.steps") for name in ("on", "auto")},
    "regions": {"on": ("guidance.regions",)},
    "camera": {name: ("camera.move",) for name in ("on", "auto")},
    "boundary": {
        "reset": ("boundary.reset", "boundary.inversion"),
        "inversion": ("boundary.inversion", "boundary.dynamic"),
        "hold": ("boundary.reset", "boundary.inversion", "boundary.hold"),
    },
    "structure": {"on": ("structure.guidance",)},
    "attention": {
        "spectral": ("temporal.spectral", "structure.spectral"),
        "toeplitz": ("temporal.toeplitz", "structure.toeplitz"),
        "first-former": ("temporal.first_former",),
    },
}
"""The techniques that each value of a setting brings."""

THEIR_USES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    **USES,
    "take": {"extend": ("extension.extend",)},
    "regions": {"on": ("guidance.region_mask",)},
    "captions": {"segments": ("captions.split",), "interpolated": ("captions.split", "captions.interpolated")},
    "boundary": {**USES["boundary"], "hold": ("boundary.hold",)},
}
"""The same in pipelines whose loops are diffusers' own."""


NUMBERS: Mapping[str, tuple[str, Collection[str]]] = {
    "diversity": ("noise", ("shared",)),
    "stride": ("windows", ("freenoise", "uniform", "triangular", "randomised")),
    "given": ("take", ("extend",)),
    "remember": ("take", ("extend",)),
    "anchor": ("remember", ("anchor", "both")),
    "windows": ("take", ("windows",)),
    "layout_scale": ("layout", ("on", "auto")),
    "layout_steps": ("layout", ("on", "auto")),
    "layout_tries": ("layout", ("on", "auto")),
    "camera_step": ("camera", ("on", "auto")),
    "camera_blend": ("camera", ("on", "auto")),
    "decay": ("boundary", ("reset", "hold")),
    "structure_scale": ("structure", ("on",)),
    "sigma": ("attention", ("toeplitz",)),
}
"""Settings that act only where another has one of these values."""


def uses(setting: str, value: str, loop: Loop) -> tuple[str, ...]:
    """The techniques that a value of a setting brings in a loop of ours or of diffusers'."""
    return (USES if loop == "own" else THEIR_USES).get(setting, {}).get(value, ())


def settle(
    backend: str,
    asked: Mapping[str, str],
    *,
    own: Mapping[str, Any],
    offers: Collection[str],
    backbone: Backbone | None,
    loop: Loop = "diffusers",
    only: Mapping[str, Collection[str]] | None = None,
    whys: Mapping[str, str] | None = None,
) -> Recipe:
    """The recipe that a name asks for.

    Args:
        backend: Its name.
        asked: Settings as they stand in the name.
        own: The backend's own defaults.
        offers: Settings for which it has a place.
        backbone: What it is made of; None when no technique is for it.
        loop: Whose denoising loop it runs.
        only: The values of a setting that it takes, where it does not take all.
        whys: Why it does not take a setting, or a value (`setting=value`), where there is more to say.

    Raises:
        RequestRefused: a setting is unknown, wrong, has no place in the backend, does not fit its backbone, or has
            no effect beside the others.
    """
    for setting, value in asked.items():
        _check_fits(backend, setting, value, offers, backbone, loop, whys or {})
        if value not in (taken := (only or {}).get(setting, (value,))):
            why = _because(whys or {}, setting, value)
            raise RequestRefused(f"{backend} takes no {setting}={value}{why}; it takes: {', '.join(taken)}")
    try:
        recipe = Recipe.model_validate({**own, **asked})
    except ValidationError as error:
        told = "; ".join(f"{row['loc'][0]}={row['input']}: {row['msg']}" for row in error.errors())
        raise RequestRefused(f"{backend} cannot take these settings: {told}") from None
    for setting in asked:
        other, values = NUMBERS.get(setting, ("", ()))
        if other and getattr(recipe, other) not in values:
            raise RequestRefused(f"{backend}: {setting} has no effect without {other}={'|'.join(values)}")
    return recipe


def _check_fits(
    backend: str,
    setting: str,
    value: str,
    offers: Collection[str],
    backbone: Backbone | None,
    loop: Loop,
    whys: Mapping[str, str],
) -> None:
    for name in uses(setting, value, loop):
        technique = TECHNIQUES[name]
        if backbone is not None and backbone not in technique.fits:
            made_for = " and ".join(sorted(technique.fits))
            why = f": {technique.why}" if technique.why else ""
            raise RequestRefused(
                f"{backend} is a {backbone}; {setting}={value} ({name}) is for {made_for} backbones only{why}"
            )
    if setting not in offers:
        known = ", ".join(offers) or "none of the techniques"
        raise RequestRefused(f"{backend} has no place for {setting}{_because(whys, setting, value)}; it takes: {known}")


def _because(whys: Mapping[str, str], setting: str, value: str) -> str:
    why = whys.get(f"{setting}={value}") or whys.get(setting)
    return f" ({why})" if why else ""
