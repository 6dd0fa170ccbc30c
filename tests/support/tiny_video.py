"""A tiny real sampler for tests of the techniques: import it after `importorskip("diffusers")`."""

from __future__ import annotations

import diffusers
import torch

from generators.backends.diffusion.techniques.levels import Level


class TinyVideo:
    """A real UNet with random weights and a real DDIM schedule, frame by frame with a prompt of its own."""

    def __init__(self) -> None:
        torch.manual_seed(11)
        self.unet = diffusers.UNet2DConditionModel(
            sample_size=16,
            block_out_channels=(8, 16),
            layers_per_block=1,
            norm_num_groups=4,
            cross_attention_dim=8,
            attention_head_dim=4,
            down_block_types=("CrossAttnDownBlock2D", "DownBlock2D"),
            up_block_types=("UpBlock2D", "CrossAttnUpBlock2D"),
        ).eval()
        self.scheduler = diffusers.DDIMScheduler(clip_sample=False, prediction_type="v_prediction")
        self.scheduler.set_timesteps(6)
        self.text = torch.randn(1, 5, 8)

    def level(self, time: int) -> Level:
        return Level.of_alpha_bar(float(self.scheduler.alphas_cumprod[int(time)]))

    def output(self, sample: torch.Tensor, time: int) -> torch.Tensor:
        flat = sample[0].transpose(0, 1)
        with torch.no_grad():
            out = self.unet(flat, time, self.text.expand(len(flat), -1, -1)).sample
        return out.transpose(0, 1)[None]

    def clip(self, start: torch.Tensor) -> torch.Tensor:
        sample = start
        for time in self.scheduler.timesteps:
            sample = self.scheduler.step(self.output(sample, time), time, sample).prev_sample
        return sample
