"""Owns the backend `sdxl-ip`: Stable Diffusion XL with IP-Adapter Plus for figures and places, and its face variant.

Does not know: how references are bound to regions, other backends.
"""

from __future__ import annotations

from generators.backends.diffusion.ip import IpStills


class SdxlIp(IpStills):
    """Draws references and keyframes."""

    name = "sdxl-ip"
