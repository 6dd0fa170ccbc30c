"""Owns fitting a request to what a model can make: size, rate and length, each difference named before anything loads.

Does not know: torch, pipelines, files.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from generators.artefacts import ShotSpec
from generators.backends.diffusion.models import Choice
from generators.base import Capabilities, ShotRequest

MOST_FRAMES = 64
"""Frames at once of a model whose row tells none."""
MOST_WINDOWS = 4
"""A take under windows is never longer in the model than so many of them; longer ones are made at a lower rate."""
TIED = 0.5
"""From this tie on a shot begins at the clip before it; there is no halfway between two first pictures."""


@dataclass(frozen=True)
class Fitted:
    """What the model is asked for in place of the request."""

    size: tuple[int, int]
    """Width and height in pixels that the model makes."""
    steps: tuple[int, ...]
    """Frames of the request (counted from 0) that the model makes; the others lie between them."""
    frames: int
    """Frames that the model makes: of `steps`, and what its own counting needs beyond them."""
    windows: int
    """Length of the window that runs over the frames; 0: all at once."""
    downgrades: tuple[str, ...]
    parts: int = 1
    """Clips that follow one another, each from the last frame of the one before."""

    @property
    def each(self) -> int:
        """Frames of one of the `parts`, which share their first frame with the part before."""
        return (self.frames - 1) // self.parts + 1


def still(size: tuple[int, int], choice: Choice) -> Fitted:
    """One picture of a size."""
    made = native_size(size, choice.native_side, choice.family.side_step)
    return Fitted(size=made, steps=(0,), frames=1, windows=0, downgrades=_resized(size, made, choice.backend))


def moving(spec: ShotSpec, frames: int, choice: Choice) -> Fitted:
    """A clip of so many frames at the spec's size and rate."""
    family = choice.family
    made = native_size(spec.size, choice.native_side, family.side_step)
    said = list(_resized(spec.size, made, choice.backend))
    rate, window = family.native_fps or spec.fps, choice.native_frames or MOST_FRAMES
    wished = frames if rate >= spec.fps else min(frames, max(2, math.ceil((frames - 1) * rate / spec.fps) + 1))
    parts, made_frames = _counted(wished, window, choice)
    count = min(frames, made_frames)
    if count < frames:
        each = (frames - 1) / (count - 1)
        said.append(
            f"{choice.backend} makes {spec.fps / each:.1f} frames a second; the {spec.fps} of the film {_BLENDED}"
        )
    windows = window if count > window and choice.takes == "windows" and choice.recipe.windows != "none" else 0
    if windows:
        way = _WAYS["windows" if family.takes == "extended" else choice.recipe.take].format(given=choice.recipe.given)
        said.append(f"{_LONGER.format(count=count, window=window)} {way}")
    if parts > 1:
        told = f"{parts} clips follow one another, each from the last frame of the one before."
        said.append(f"{_LONGER.format(count=count, window=window)} {told}")
    steps = tuple(round(index * (frames - 1) / max(count - 1, 1)) for index in range(count))
    return Fitted(size=made, steps=steps, frames=made_frames, windows=windows, downgrades=tuple(said), parts=parts)


_BLENDED = "are blended."
_MOVED = "follow the motion between them."


def filled(downgrades: tuple[str, ...], *, moved: bool) -> tuple[str, ...]:
    """The sentences of `moving` when it is known how the frames between were made."""
    return tuple(row.removesuffix(_BLENDED) + _MOVED if moved and row.endswith(_BLENDED) else row for row in downgrades)


_LONGER = "The shot has {count} frames for the model, which makes {window} at once:"
_WAYS = {
    "windows": "a window runs over them.",
    "extend": "clips follow one another, each from the last {given} frames of the one before.",
}


def _counted(wished: int, window: int, choice: Choice) -> tuple[int, int]:
    """How many clips a take is made of, and how many frames they have in all."""
    family = choice.family
    if choice.takes == "extended" and wished > window:
        most = on_grid(window, family.frame_step, up=False)
        parts = math.ceil((wished - 1) / (most - 1))
        each = on_grid(math.ceil((wished - 1) / parts) + 1, family.frame_step)
        return parts, parts * (each - 1) + 1
    most = MOST_WINDOWS * window if choice.takes == "windows" else window
    if choice.recipe.windows == "none" and family.most_frames:
        most = max(window, family.most_frames)
    return 1, min(on_grid(wished, family.frame_step), on_grid(most, family.frame_step, up=False))


def unmet(request: ShotRequest, able: Capabilities, *, words: bool = True, holds: bool = False) -> tuple[str, ...]:
    """What a request asks for that a backend cannot do, as sentences; nothing is loaded for it.

    Args:
        request: The moving shot.
        able: The backend's.
        words: Whether it takes a prompt.
        holds: Whether a weak tie holds its start to the clip before.
    """
    most = able.reference_images or 0
    goes_on, name, shown = request.before is not None and request.tie > 0, able.name, request.keyframe.t
    lost: tuple[tuple[bool, str], ...] = (
        (not words, "takes no words: what happens after its first picture is the model's own choice."),
        (
            able.first_frame and not able.any_frame and shown > 0,
            f"starts from its keyframe, which shows the moment {shown:.2f} of the shot: the shot begins there.",
        ),
        (
            request.last is not None and not (able.last_frame or able.any_frame),
            "cannot end at a given picture: the still of the shot's last moment is not used.",
        ),
        (goes_on and not able.continues, "cannot go on from the clip before: the shot begins anew."),
        (
            goes_on and able.continues and able.first_frame and request.tie < TIED and not holds,
            f"begins at a keyframe or at the clip before, with nothing between: a tie of {request.tie:g} is none.",
        ),
        (
            bool(most) and len(request.references) > most,
            f"takes {most} reference pictures: {_beyond(request, most)} not used.",
        ),
        (bool(request.mouths) and not able.guided, "does not move mouths to the lines."),
    )
    return tuple(f"{name} {sentence}" for true, sentence in lost if true)


def _beyond(request: ShotRequest, most: int) -> str:
    names = [item.entity.name or item.entity.id for item in request.references[most:]]
    return f"{', '.join(names)} {'is' if len(names) == 1 else 'are'}"


def unchanged(size: tuple[int, int], frames: int) -> Fitted:
    """What needs no model: the guide as it is."""
    return Fitted(size=size, steps=tuple(range(frames)), frames=frames, windows=0, downgrades=())


def on_grid(frames: int, step: int, *, up: bool = True) -> int:
    """The next count of frames that is one more than a multiple of `step`, upwards or downwards."""
    whole = (frames - 1) / step
    return (math.ceil(whole) if up else max(0, math.floor(whole))) * step + 1


def native_size(size: tuple[int, int], side: int, step: int) -> tuple[int, int]:
    """Sides on a grid with about the area of the native square and the shape of `size`, never larger than `size`.

    Args:
        size: Width and height in pixels.
        side: Of the native square; tiny models (below four steps) have a finer grid.
        step: Of the grid.
    """
    scale = min(1.0, side / math.sqrt(size[0] * size[1]))
    grid = step if side >= 4 * step else max(1, step // 4)
    width, height = (max(grid, round(length * scale / grid) * grid) for length in size)
    return width, height


def _resized(asked: tuple[int, int], made: tuple[int, int], backend: str) -> tuple[str, ...]:
    if made == asked:
        return ()
    return (f"{backend} makes {made[0]}x{made[1]}, which is scaled to {asked[0]}x{asked[1]}.",)
