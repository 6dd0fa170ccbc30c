"""Owns optical flow by name: where each pixel of a frame goes in the next. DIS by default, RAFT where it is installed.

Does not know: what the flow is used for.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import Protocol

import cv2
import numpy as np
import numpy.typing as npt

from consistency.footage import Clip, Pixels

Field = npt.NDArray[np.float32]
"""Displacement (x, y) in pixels, shape (height, width, 2)."""


class Flow(Protocol):
    """Finds the displacement of every pixel from one frame to another."""

    name: str

    def between(self, a: Pixels, b: Pixels) -> Field:
        """The field from `a` to `b`."""
        ...


class UnknownFlow(ValueError):
    """No optical flow has this name, or what it needs is not installed."""


class Dis:
    """Dense inverse search (Kroeger et al., ECCV 2016, arXiv 1603.03590), OpenCV's, preset FAST. On the CPU."""

    name = "dis"

    def __init__(self) -> None:
        self._engine = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_FAST)

    def between(self, a: Pixels, b: Pixels) -> Field:
        """The field from `a` to `b`."""
        here, there = (cv2.cvtColor(frame, cv2.COLOR_RGB2GRAY) for frame in (a, b))
        return np.asarray(self._engine.calc(here, there, np.zeros((*here.shape, 2), np.float32)), dtype=np.float32)


FLOWS: dict[str, str] = {"dis": "consistency.flow:Dis", "raft": "consistency.backends.raft:Raft"}
"""Name of each flow -> module:class."""


def flow(name: str = "dis") -> Flow:
    """The optical flow called `name`.

    Args:
        name: A name of `FLOWS`, with the file of its weights after a colon: `raft:/models/raft.safetensors`.

    Raises:
        UnknownFlow: there is none, or what it needs is not installed.
    """
    base, _, model = name.partition(":")
    if base not in FLOWS:
        raise UnknownFlow(f"no optical flow {name!r}; there are {', '.join(FLOWS)}")
    module, _, member = FLOWS[base].partition(":")
    try:
        made: Flow = getattr(importlib.import_module(module), member)(**({"model": model} if model else {}))
    except ImportError as error:
        raise UnknownFlow(f"optical flow {name!r} needs {error.name}: pip install {error.name}") from error
    except OSError as error:
        raise UnknownFlow(f"optical flow {name!r}: {error}") from error
    return made


@dataclass(frozen=True)
class Flows:
    """The fields between neighbouring frames of one clip."""

    by: str
    forward: tuple[Field, ...]
    """forward[i] leads from frame i to frame i + 1."""


def flows_of(clip: Clip, engine: Flow) -> Flows:
    """All fields between neighbours of a clip's small frames."""
    pairs = zip(clip.small, clip.small[1:], strict=False)
    return Flows(by=engine.name, forward=tuple(engine.between(a, b).astype(np.float16) for a, b in pairs))


def warped(frame: Pixels, field: Field) -> Pixels:
    """The frame fetched along a field: result(x) = frame(x + field(x))."""
    height, width = frame.shape[:2]
    across, down = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    taken = cv2.remap(frame, across + field[..., 0], down + field[..., 1], cv2.INTER_LINEAR, borderMode=1)
    return np.asarray(taken, dtype=np.uint8)
