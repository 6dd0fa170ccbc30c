"""Owns frames on their way between files and arrays: some frames of a clip as pixels, pixels as a clip.

Does not know: what the frames are for.
"""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import av
import ffmpeg
import numpy as np
import numpy.typing as npt

from generators import GenerationFailed, ffmpeg_exe, frames_of
from generators.encode import ClipWriter

Frames = npt.NDArray[np.uint8]
"""(frames, height, width, 3), RGB."""
Picture = npt.NDArray[np.uint8]
"""(height, width, 3), RGB."""
Floats = npt.NDArray[np.float32]


def read_frames(video: Path, *, first: int, frames: int, fps: int, width: int | None = None) -> Frames:
    """Frames `first` .. `first + frames` - 1 of a clip; the last one is repeated where the clip ends too early.

    Args:
        video: The clip.
        first: Its first frame that is wanted.
        frames: How many.
        fps: Rate of the clip.
        width: Width in pixels to which frames are made smaller; None leaves them as they are.

    Raises:
        GenerationFailed: the clip cannot be read, or has no frame there.
    """
    size = clip_size(video)
    stream = frames_of(video, first=first, frames=frames, fps=fps)
    scaling: dict[str, Any] = {"in_color_matrix": "bt709", "in_range": "tv", "flags": "area+bitexact"}
    if width is not None and width < size[0]:
        size = (width, max(2, round(size[1] * width / size[0])))
        scaling |= {"w": size[0], "h": size[1]}
    pipe = ffmpeg.output(stream.filter("scale", **scaling), "pipe:", format="rawvideo", pix_fmt="rgb24")
    command = pipe.global_args("-hide_banner", "-loglevel", "error", "-nostdin").compile(cmd=ffmpeg_exe())
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    found = np.frombuffer(done.stdout, np.uint8)
    found = found[: len(found) - len(found) % (size[0] * size[1] * 3)].reshape(-1, size[1], size[0], 3)
    if done.returncode != 0 or not len(found):
        said = done.stderr.decode(errors="replace").strip()[-300:]
        raise GenerationFailed(f"no frames from {first} on in {video.name}: {said or 'the clip is shorter'}")
    missing = frames - len(found)
    return found if missing <= 0 else np.concatenate([found, np.repeat(found[-1:], missing, axis=0)])


def write_frames(frames: Frames, out: Path, *, fps: int) -> None:
    """Encode frames as a clip, which appears only when it is complete.

    Raises:
        GenerationFailed: ffmpeg could not write it.
    """
    height, width = frames.shape[1:3]
    with ClipWriter(out, size=(width, height), fps=fps) as clip:
        for frame in frames:
            clip.write(np.ascontiguousarray(frame))


def clip_size(video: Path) -> tuple[int, int]:
    """Width and height of a clip in pixels.

    Raises:
        GenerationFailed: it is no video.
    """
    try:
        with av.open(str(video)) as container:
            stream = container.streams.video[0]
            return stream.width, stream.height
    except (OSError, IndexError) as error:  # av's errors are OSErrors
        raise GenerationFailed(f"{video.name} cannot be read as video: {error}") from error


def eased(share: float) -> float:
    """A share in [0, 1] that starts and ends slowly (smoothstep)."""
    share = min(max(share, 0.0), 1.0)
    return share * share * (3 - 2 * share)


def shares(count: int) -> list[float]:
    """How far each frame of a join is on its way, in (0, 1): the frames before and after it would be at 0 and 1."""
    return [(index + 1) / (count + 1) for index in range(count)]
