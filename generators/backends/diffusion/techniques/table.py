"""Owns the list of techniques: which backbones each fits and the paper it comes from; no torch until one is loaded.

Does not know: what a technique computes, nor which pipelines exist.
"""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

Backbone = Literal["unet", "dit"]
_BOTH: frozenset[Backbone] = frozenset({"unet", "dit"})
_UNET: frozenset[Backbone] = frozenset({"unet"})
_DIT: frozenset[Backbone] = frozenset({"dit"})


_JOINT = "a transformer attends to all places of all frames at once and has no attention over time of its own"


@dataclass(frozen=True)
class Technique:
    """One part that a backend can use."""

    target: str
    """`module:name` inside this package."""
    fits: frozenset[Backbone]
    """Backbones it is made for: `unet` (SD, SDXL, AnimateDiff, SVD), `dit` (Wan, LTX, CogVideoX, Hunyuan)."""
    paper: str
    """Where it comes from, with the section."""
    why: str = ""
    """Why it is not for the other backbone."""

    def load(self) -> Callable[..., Any]:
        """The function or class itself; imports torch."""
        module, name = self.target.split(":")
        found: Callable[..., Any] = getattr(importlib.import_module(f"{__package__}.{module}"), name)
        return found

    def defaults(self) -> dict[str, Any]:
        """The paper's constants: the default of every argument that has one; imports torch."""
        arguments = inspect.signature(self.load()).parameters.values()
        return {argument.name: argument.default for argument in arguments if argument.default is not argument.empty}


TECHNIQUES: Mapping[str, Technique] = {
    "noise.shared": Technique("noise:shared_noise", _BOTH, "Free-Bloom, arXiv 2309.14494, joint noise sampling"),
    "noise.permuted": Technique(
        "noise:permuted_noise",
        _UNET,
        "FreeNoise, ICLR 2024, noise rescheduling",
        why="trials on CogVideoX gave poor films (diffusers PR 9389)",
    ),
    "noise.shuffled": Technique(
        "noise:shuffled_noise",
        _UNET,
        "ConFiner-Long, consistency initialisation",
        why="a transformer's latent frame holds several moments, and shuffled ones gave poor films",
    ),
    "noise.fixed": Technique("noise:FixedNoise", _BOTH, "SynCoS, arXiv 2503.08605, fixed base noise"),
    "boundary.reset": Technique("boundary:reset_boundary", _BOTH, "VGoT, eq. 16-21, with the variance mended"),
    "boundary.hold": Technique("boundary:hold_clean", _BOTH, "ours, after VGoT, eq. 16-21, and MEVG's decay"),
    "boundary.inversion": Technique("boundary:last_frame_inversion", _BOTH, "MEVG, arXiv 2312.04086, LFAI"),
    "boundary.dynamic": Technique("boundary:dynamic_noise", _BOTH, "MEVG, arXiv 2312.04086, dynamic noise"),
    "windows.denoise": Technique("windows:denoise_in_windows", _BOTH, "Gen-L-Video, arXiv 2305.18264, co-denoising"),
    "windows.uniform": Technique("windows:uniform_weights", _BOTH, "Gen-L-Video, arXiv 2305.18264"),
    "windows.triangular": Technique("windows:triangular_weights", _BOTH, "FreeNoise, ICLR 2024, attention fusion"),
    "windows.randomised": Technique("windows:randomised_weights", _BOTH, "StreamingT2V, CVPR 2025, enhancement"),
    "windows.staggered": Technique("windows:staggered_windows", _BOTH, "ConFiner-Long, staggered refinement"),
    "extension.hold": Technique("extension:hold_known", _BOTH, "Vlogger, ShowMaker, mask first3"),
    "extension.extend": Technique("extension:extend", _BOTH, "Vlogger, ShowMaker, mask first3"),
    "extension.memory": Technique("extension:Memory", _BOTH, "StreamingT2V, CVPR 2025, APM and CAM"),
    "captions.segments": Technique("captions:segment_captions", _UNET, "TALC, arXiv 2405.04682"),
    "captions.mask": Technique("captions:caption_mask", _DIT, "TALC, arXiv 2405.04682, as a mask"),
    "captions.per_frame": Technique("captions:FrameCaptions", _UNET, "TALC, arXiv 2405.04682; VSTAR, ICLR 2025"),
    "captions.split": Technique("split:SplitCaptions", _DIT, "TALC, arXiv 2405.04682; VSTAR, ICLR 2025"),
    "captions.interpolated": Technique("captions:interpolated_prompts", _BOTH, "VSTAR, ICLR 2025, synopsis prompting"),
    "captions.injected": Technique(
        "captions:injected_prompts",
        _UNET,
        "FreeNoise, ICLR 2024, motion injection",
        why="it acts in the last layers of a UNet's decoder",
    ),
    "guidance.layout": Technique(
        "guidance:layout_loss",
        _UNET,
        "LVD, arXiv 2309.17444, DSL-guided generation",
        why="it goes back through listed layers of a UNet",
    ),
    "guidance.steps": Technique("guidance:guide_latents", _BOTH, "LVD, arXiv 2309.17444, DSL-guided generation"),
    "guidance.regions": Technique(
        "guidance:RegionalProcessor",
        _UNET,
        "regional prompts, bound as LVD binds boxes",
        why="it masks a UNet's cross-attention",
    ),
    "guidance.region_mask": Technique("guidance:regional_mask", _BOTH, "regional prompts, bound as LVD binds boxes"),
    "camera.move": Technique("camera:move_sample", _BOTH, "VideoStudio, arXiv 2401.01256, training-free camera move"),
    "structure.guidance": Technique("structure:structure_guidance", _BOTH, "MEVG, arXiv 2312.04086, SGS"),
    "structure.spectral": Technique("structure:spectral_blend", _BOTH, "FreeLong, NeurIPS 2024"),
    "structure.toeplitz": Technique("structure:toeplitz_bias", _BOTH, "VSTAR, ICLR 2025, attention regularisation"),
    "temporal.spectral": Technique("temporal:SpectralAttention", _UNET, "FreeLong, NeurIPS 2024", why=_JOINT),
    "temporal.toeplitz": Technique(
        "temporal:ToeplitzAttention", _UNET, "VSTAR, ICLR 2025, attention regularisation", why=_JOINT
    ),
    "temporal.first_former": Technique(
        "temporal:FirstFormerAttention", _UNET, "Free-Bloom, arXiv 2309.14494", why=_JOINT
    ),
}
"""Every technique by `part.name`."""


def fitting(backbone: Backbone) -> dict[str, Technique]:
    """The techniques that fit a backbone, by name."""
    return {name: technique for name, technique in TECHNIQUES.items() if backbone in technique.fits}
