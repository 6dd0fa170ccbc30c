"""Owns where downloaded models lie on this machine, and what files tell. Does not know: which models there are."""

from __future__ import annotations

import json
import os
from pathlib import Path


def cache_folder() -> Path:
    """Where huggingface_hub keeps what was downloaded (HF_HUB_CACHE, HF_HOME, XDG_CACHE_HOME honoured)."""
    given = os.environ.get("HF_HUB_CACHE") or os.environ.get("HUGGINGFACE_HUB_CACHE")
    if given:
        return Path(given).expanduser()
    home = os.environ.get("HF_HOME")
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "huggingface"
    return (Path(home).expanduser() if home else base) / "hub"


def offline() -> bool:
    """Whether the network is off: HF_HUB_OFFLINE or STORYREEL_OFFLINE is set."""
    return any(
        os.environ.get(name, "").lower() in ("1", "true", "yes", "on")
        for name in ("HF_HUB_OFFLINE", "STORYREEL_OFFLINE")
    )


def commit_of(folder: Path, name: str) -> str:
    """The commit that a branch or a proposal (`refs/pr/4`) stood at when it was fetched; empty for commits."""
    ref = folder / "refs" / name
    return ref.read_text(encoding="utf-8").strip() if ref.is_file() else ""


def told_side(folder: Path) -> int | None:
    """Native side that a pipeline's files tell: latent size times the VAE's factor, for UNet families."""
    unet, vae = folder / "unet" / "config.json", folder / "vae" / "config.json"
    if not (unet.is_file() and vae.is_file()):
        return None
    latent = json.loads(unet.read_text(encoding="utf-8")).get("sample_size")
    blocks = len(json.loads(vae.read_text(encoding="utf-8")).get("block_out_channels", ()))
    return latent * 2 ** (blocks - 1) if isinstance(latent, int) and blocks else None
