"""Owns making a take longer than a model's clip: by its last frames, and with two memories of what was seen.

Does not know: the model; a clip comes from a function.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch

from generators.backends.diffusion.techniques.levels import Level


def hold_known(sample: torch.Tensor, known: torch.Tensor, noise: torch.Tensor, level: Level) -> torch.Tensor:
    """A sample whose first frames are given ones, noised as far as the rest; call it before every step.

    For models that take no mask of given frames. With a mask (SEINE, SVD-like, Wan VACE) give the frames to the model.

    Source: Vlogger, ShowMaker, mask `first3`; the held latent is the usual one of diffusion inpainting.

    Args:
        sample: `(batch, channels, frames, height, width)`.
        known: Clean latents of the first frames, `(batch, channels, K, height, width)`.
        noise: The sample's starting noise, shape of `sample`.
        level: Noise level of the sample.
    """
    given = known.shape[2]
    return torch.cat([level.add_noise(known, noise[:, :, :given]), sample[:, :, given:]], dim=2)


def extend(
    clip: torch.Tensor, make_clip: Callable[[torch.Tensor], torch.Tensor], *, frames: int, given: int = 3
) -> torch.Tensor:
    """A take of `frames` frames: clips are added that each begin with the last frames of what is there.

    Source: Vlogger, ShowMaker: last 3 frames given, the new ones appended until the length is reached, then trimmed.

    Args:
        clip: First clip, `(batch, channels, frames, height, width)`, latents or pixels.
        make_clip: From the last `given` frames to a clip that begins with them.
        frames: Frames wanted.
        given: Frames that carry over.

    Raises:
        ValueError: a clip adds no frame.
    """
    while clip.shape[2] < frames:
        added = make_clip(clip[:, :, -given:])[:, :, given:]
        if not added.shape[2]:
            raise ValueError(f"a clip is not longer than the {given} frames that it is given")
        clip = torch.cat([clip, added], dim=2)
    return clip[:, :, :frames]


@dataclass(frozen=True)
class Memory:
    """What a chunk of a long take knows of the take so far: its anchor for looks, its last frames for motion.

    Source: StreamingT2V (CVPR 2025): appearance preservation (anchor frame of the first chunk) and conditional
    attention (last 8 frames) are two memories. The paper trains modules for them; here the anchor pulls the tone of the
    clean estimate and the last frames are held or lend their noise, without training (ours).
    """

    anchor: torch.Tensor
    """One clean frame of the first chunk, `(batch, channels, 1, height, width)`."""
    last: torch.Tensor
    """The newest clean frames, at most `keep`."""
    noise: torch.Tensor
    """The noise that the newest frames started from, shape of `last`."""
    keep: int = 8

    @classmethod
    def of(cls, clip: torch.Tensor, noise: torch.Tensor, *, anchor: int = 0, keep: int = 8) -> Memory:
        """The memory after a first chunk, with frame `anchor` of it as anchor."""
        return cls(clip[:, :, anchor : anchor + 1], clip[:, :, -keep:], noise[:, :, -keep:], keep)

    def after(self, clip: torch.Tensor, noise: torch.Tensor) -> Memory:
        """The memory after one more chunk: the anchor stays, the last frames move on."""
        return Memory(self.anchor, clip[:, :, -self.keep :], noise[:, :, -self.keep :], self.keep)

    def share_noise(self, noise: torch.Tensor) -> torch.Tensor:
        """Starting noise of the next chunk, whose first frames reuse the noise of the overlap."""
        held = min(self.noise.shape[2], noise.shape[2])
        return torch.cat([self.noise[:, :, -held:], noise[:, :, held:]], dim=2)

    def pull_to_anchor(self, clean: torch.Tensor, *, strength: float = 0.5) -> torch.Tensor:
        """A clean estimate whose mean and spread per channel and frame move towards the anchor's.

        Args:
            clean: Clean estimate of a chunk.
            strength: From 0 (unchanged) to 1 (the anchor's tone); ours.
        """
        place = (3, 4)
        mean, spread = clean.mean(place, keepdim=True), clean.std(place, keepdim=True).clamp_min(1e-6)
        goal, room = self.anchor.mean(place, keepdim=True), self.anchor.std(place, keepdim=True)
        return torch.lerp(clean, (clean - mean) / spread * room + goal, strength)
