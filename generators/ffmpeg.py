"""Owns ffmpeg: which program, how video is encoded, running one graph to its end with a file whole or not at all.

Does not know: what the graph does.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import ffmpeg
import imageio_ffmpeg

from generators.errors import GenerationFailed


def ffmpeg_exe() -> str:
    """Path of the ffmpeg program: what IMAGEIO_FFMPEG_EXE names, else the one that imageio-ffmpeg brings along.

    Raises:
        GenerationFailed: there is none.
    """
    try:
        return str(imageio_ffmpeg.get_ffmpeg_exe())
    except RuntimeError as error:
        raise GenerationFailed(f"there is no ffmpeg ({error}); {NO_FFMPEG}") from error


H264: Mapping[str, Any] = {
    "c:v": "libx264", "profile:v": "high", "pix_fmt": "yuv420p", "threads": 1, "an": None,
    "colorspace": "bt709", "color_primaries": "bt709", "color_trc": "bt709", "color_range": "tv",
    "fflags": "+bitexact", "flags:v": "+bitexact", "map_metadata": -1,
}  # fmt: skip
"""What all video of a run has in common: H.264 High, 4:2:0, BT.709, the same bytes on every run."""
CLIP: Mapping[str, Any] = {
    **H264, "preset": "ultrafast", "crf": 16, "x264-params": "open-gop=0:scenecut=0:8x8dct=1", "movflags": "+faststart",
}  # fmt: skip
"""Clips and joins are intermediates: near-transparent, quick to make; the film stage encodes the film."""
FILM: Mapping[str, Any] = {
    **H264, "preset": "veryfast", "crf": 20, "x264-params": "open-gop=0:scenecut=0:bframes=2",
    "video_track_timescale": 90000,
}  # fmt: skip
"""One setting for every piece of a film: only pieces of one kind can be joined by copying."""


def frames_of(video: Path, *, first: int, frames: int, fps: int) -> Any:
    """Frames `first` .. `first + frames` - 1 of a clip as an ffmpeg-python stream that begins at time 0.

    The reader seeks to the group that holds the first frame, so that a late cut costs no more than an early one.
    """
    seek = {"ss": f"{(first - 0.5) / fps:.6f}"} if first else {}
    cut = ffmpeg.input(str(video.resolve()), **seek).video.filter("trim", end_frame=frames)
    return cut.filter("setpts", "PTS-STARTPTS")


NO_FFMPEG = "unset IMAGEIO_FFMPEG_EXE to use the bundled one; `storyreel doctor` checks it"


def run_ffmpeg(
    streams: list[Any],
    out: Path,
    options: Mapping[str, Any],
    *,
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> None:
    """Run an ffmpeg-python graph to `out`, which appears only when it is complete.

    Args:
        streams: Streams to be written, in order.
        out: Absolute path of the file.
        options: Output options as ffmpeg-python takes them.
        folder: Working directory: filters name files relative to it, so that no path needs escaping.
        environment: Added to the process' environment.

    Raises:
        GenerationFailed: with the last lines that ffmpeg said.
    """
    part = out.with_name(f".{out.stem}.part{out.suffix}")
    graph = ffmpeg.output(*streams, str(part.resolve()), **options)
    quiet = graph.global_args("-hide_banner", "-loglevel", "error", "-nostdin").overwrite_output()
    command = quiet.compile(cmd=ffmpeg_exe())
    done = _run(command, folder, environment or {})
    if done.returncode != 0:
        part.unlink(missing_ok=True)
        tail = " | ".join(done.stderr.decode(errors="replace").strip().splitlines()[-6:])
        raise GenerationFailed(f"ffmpeg could not write {out.name} (exit {done.returncode}): {tail or 'no message'}")
    os.replace(part, out)


def _run(command: list[str], folder: Path | None, environment: Mapping[str, str]) -> subprocess.CompletedProcess[bytes]:
    everything = {**os.environ, **environment}
    try:
        return subprocess.run(
            command, cwd=folder, env=everything, stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
    except OSError as error:
        raise GenerationFailed(f"cannot start ffmpeg ({command[0]}: {error.strerror}); {NO_FFMPEG}") from error
