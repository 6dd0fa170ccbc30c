"""Training-free techniques as small parts that compose: pure torch, no pipeline inside.

Importing this package loads no torch: `TECHNIQUES` is data, and an entry's `load()` brings its function.

Video latents are `(batch, channels, frames, height, width)` everywhere. A part that needs to know how noisy a sample is
takes a `levels.Level`, so that UNets (epsilon, v) and DiTs (flow) share it. Random parts take a `torch.Generator`.
"""

from generators.backends.diffusion.techniques.table import TECHNIQUES, Technique, fitting

__all__ = ["TECHNIQUES", "Technique", "fitting"]
