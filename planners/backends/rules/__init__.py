"""The offline reading: text understanding by rules over a dependency parse, without a key or a network."""

from __future__ import annotations

from planners.backends.rules.reader import read

__all__ = ["read"]
