"""Owns where files for the user, not for a film, lie. Does not know: what is in them."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def cache_folder() -> Path:
    """What may be deleted at any time: STORYREEL_CACHE, or the system's place for caches."""
    own = os.environ.get("STORYREEL_CACHE")
    if own:
        return Path(own)
    home = {"win32": os.environ.get("LOCALAPPDATA"), "darwin": "~/Library/Caches"}.get(sys.platform)
    return Path(home or os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "storyreel"
