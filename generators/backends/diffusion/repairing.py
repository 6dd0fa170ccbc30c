"""Owns regions of a still painted anew by UNet families: denoised under a mask that holds everything outside.

At every step the clean estimate outside the region is the still's own (RePaint, Lugmayr et al. 2022, and VideoRepair,
arXiv 2411.15115, section 3.3, which keeps what is right in the same way); a region starts from the guide's picture
where there is one, noised by `strength`. Any scheduler and adapter works, as the pipeline stays the one that made the
still. What is kept of pixels outside is not this file's: the caller lays the picture over the still. Does not know:
families, who asks.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
import torch
from PIL import Image

from generators.backends.diffusion import adapt, runtime
from generators.backends.diffusion.base import StillAsk, Stills
from generators.backends.diffusion.hooks import Moment, stepping
from generators.base import KeyframeResult, Patch, RepairRequest
from generators.crops import read_rgb, write_png
from generators.errors import RequestRefused
from generators.limits import check_limits
from generators.patches import laid_over, mask_of, started
from generators.telling import patch_words, words

AFRESH = 0x2E9A
"""Seeds a repair apart from the still itself."""
OVER_GUIDE, ALONE = 0.6, 0.9
"""Denoising strength of a region at least: over what the guide shows there, and without a guide."""
NO_UNET = "{name} paints regions anew only with models that have a UNet; {model} has none"


class Repairing(Stills):
    """Image backends that paint regions of a still anew with the pipeline that they make stills with."""

    def repair(self, request: RepairRequest) -> KeyframeResult:
        """Paint the regions one after the other, each by its own words.

        Raises:
            RequestRefused: the model is no UNet.
        """
        spec = request.still.spec
        check_limits(spec, self._able)
        still = read_rgb(request.source)
        guide = read_rgb(request.still.guide) if request.still.guide is not None else None
        fitted = adapt.still(spec.size, self.choice)
        lost: list[str] = list(fitted.downgrades)
        where = ""
        for index, patch in enumerate(request.patches):
            ask = self._patch(request, patch, index, started(still, guide, [patch]), fitted.size)
            ran = runtime.run(self.choice, self.load, lambda pipeline, ask=ask: self.draw(pipeline, ask))  # type: ignore[misc]
            size = (still.shape[1], still.shape[0])
            painted = np.asarray(ran.made.picture.convert("RGB").resize(size, Image.Resampling.LANCZOS), np.uint8)
            still = laid_over(still, painted, mask_of([patch], size))
            lost += [*ran.made.downgrades, *ran.downgrades]
            where = str(ran.place)
        write_png(request.still.image, still)
        return KeyframeResult(downgrades=tuple(dict.fromkeys(lost)), placement=where)

    def _patch(
        self,
        request: RepairRequest,
        patch: Patch,
        index: int,
        start: npt.NDArray[np.uint8],
        size: tuple[int, int],
    ) -> StillAsk:
        asked = request.still
        spec, steps = asked.spec, self.choice.steps
        least = OVER_GUIDE if asked.guide is not None else ALONE
        return StillAsk(
            request=asked,
            text=patch_words(spec, patch.entity, patch.words),
            negative=words(spec, self.choice.family.profile).negative,
            size=size,
            guide=Image.fromarray(start).resize(size, Image.Resampling.LANCZOS),
            references=asked.references,
            folder=asked.folder,
            seeds=(spec.seed, spec.shot.seed, round(asked.t * 1000), AFRESH, request.number, index),
            strength=max(self.choice.strength_for(spec.shot.control), least, 1.0 / steps),
            scale=self.choice.scale_for(spec.shot.control),
            region=mask_of([patch], size, soft=0.0),
        )


@contextmanager
def holding_outside(pipeline: Any, ask: StillAsk) -> Iterator[None]:
    """While a picture is drawn, hold what lies outside the asked region to the picture that it starts from.

    Args:
        pipeline: An image-to-image pipeline.
        ask: What is asked; without a region nothing is held.

    Raises:
        RequestRefused: the pipeline has no UNet.
    """
    if ask.region is None or ask.guide is None:
        yield
        return
    if getattr(pipeline, "unet", None) is None:
        raise RequestRefused(NO_UNET.format(name="the backend", model=type(pipeline).__name__))
    own = clean_latents(pipeline, ask.guide)
    height, width = own.shape[2:]
    shares = cv2.resize(ask.region, (width, height), interpolation=cv2.INTER_AREA)
    free = torch.from_numpy(shares)[None, None].to(own)

    def held(clean: torch.Tensor, moment: Moment) -> torch.Tensor:
        kept = own.to(clean)
        return kept + free.to(clean) * (clean - kept)

    with stepping(pipeline.scheduler, [held]):
        yield


def clean_latents(pipeline: Any, picture: Image.Image) -> torch.Tensor:
    """The mean latents of a picture, `(1, channels, height, width)`, as the UNet sees them without noise."""
    vae = pipeline.vae
    pixels = pipeline.image_processor.preprocess(picture).to(device=pipeline._execution_device)
    up = vae.config.force_upcast
    if up:
        vae.to(dtype=torch.float32)
    with torch.no_grad():
        seen = vae.encode(pixels.to(vae.dtype)).latent_dist.mode()
    if up:
        vae.to(pipeline.unet.dtype)
    latents: torch.Tensor = seen.to(pipeline.unet.dtype) * vae.config.scaling_factor
    return latents
