"""Owns the backend `kolors-ip`: Kolors with its IP-Adapter Plus, VideoGen-of-Thought's own choice for keyframes.

Unlike there (one whole portrait per shot), each entity's pictures speak in its own region. Does not know: how they do,
other backends.
"""

from __future__ import annotations

from generators.backends.diffusion.ip import IpStills


class KolorsIp(IpStills):
    """Draws references and keyframes."""

    name = "kolors-ip"
