"""Owns the pictures of the film: pieces encoded once with their captions, then joined without encoding again.

Graphs are ffmpeg-python; files are named relative to a working folder, so no text needs escaping.
Does not know: which piece is current, what is in the clips.
"""

from __future__ import annotations

import tempfile
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import ffmpeg

from agent.captions import Cue, to_ass
from agent.fonts import fontconfig
from generators import run_ffmpeg

ENCODER: Mapping[str, Any] = {
    "c:v": "libx264", "preset": "veryfast", "crf": 20, "profile:v": "high", "pix_fmt": "yuv420p",
    "x264-params": "open-gop=0:scenecut=0:bframes=2", "colorspace": "bt709", "color_primaries": "bt709",
    "color_trc": "bt709", "color_range": "tv", "video_track_timescale": 90000, "fflags": "+bitexact",
    "flags:v": "+bitexact", "map_metadata": -1, "an": None,
}  # fmt: skip
"""One setting for every piece: only pieces of one kind can be joined by copying."""


def encode_piece(
    source: Path,
    out: Path,
    *,
    first: int,
    frames: int,
    fps: int,
    size: tuple[int, int],
    cues: Sequence[Cue],
    offset: int,
) -> None:
    """Encode `frames` frames of a clip from frame `first` on, with captions burnt in.

    Args:
        source: A clip of the run.
        out: The piece (mp4).
        first: First frame of the clip that is used.
        frames: How many.
        fps: Rate.
        size: Width and height in pixels.
        cues: Captions in film frames; none leaves the picture as it is.
        offset: Film frame at which the piece begins.
    """
    with tempfile.TemporaryDirectory(prefix="storyreel-") as name:
        folder = Path(name)
        stream = ffmpeg.input(str(source.resolve())).video
        stream = stream.filter("trim", start_frame=first, end_frame=first + frames).filter("setpts", "PTS-STARTPTS")
        environment: dict[str, str] = {}
        if cues:
            (folder / "captions.ass").write_text(to_ass(cues, size, fps, offset), encoding="utf-8")
            environment["FONTCONFIG_FILE"] = str(fontconfig(folder))
            stream = stream.filter("ass", "captions.ass")
        options = {**ENCODER, "r": fps, "g": fps * 2, "threads": 1, "frames:v": frames}
        run_ffmpeg([stream], out, options, folder=folder, environment=environment)


def encode_audio(wav: Path, out: Path) -> None:
    """Encode the mixed track as AAC, 48 kHz stereo."""
    options = {"c:a": "aac", "b:a": "192k", "ar": 48000, "ac": 2, "fflags": "+bitexact", "flags:a": "+bitexact"}
    run_ffmpeg([ffmpeg.input(str(wav)).audio], out, options)


def assemble(
    pieces: Sequence[Path], audio: Path | None, subtitles: Path | None, out: Path, *, title: str, language: str
) -> None:
    """Join pieces, sound and an optional subtitle track to the film, copying every stream."""
    with tempfile.TemporaryDirectory(prefix="storyreel-") as name:
        folder = Path(name)
        write_list(folder / "pieces.txt", pieces)
        streams = [ffmpeg.input("pieces.txt", f="concat", safe=0).video]
        if audio is not None:
            streams.append(ffmpeg.input(str(audio.resolve())).audio)
        options: dict[str, Any] = {
            "c": "copy", "movflags": "+faststart", "metadata": f"title={_printable(title)}",
            "video_track_timescale": 90000, "fflags": "+bitexact",
        }  # fmt: skip
        if subtitles is not None:
            streams.append(ffmpeg.input(str(subtitles.resolve()))["s"])
            options |= {"c:s": "mov_text", "metadata:s:s:0": f"language={language}"}
        run_ffmpeg(streams, out, options, folder=folder)


def _printable(title: str) -> str:
    """Without what a command line cannot hold: control characters and broken ones."""
    return "".join(" " if unicodedata.category(letter) in ("Cc", "Cs") else letter for letter in title)


def write_list(path: Path, files: Sequence[Path], *, seconds: float | None = None) -> None:
    """A list of files that ffmpeg's concat reader reads one after another; stills last `seconds` each."""
    lasting = "" if seconds is None else f"\nduration {seconds}"
    rows = [f"file '{_quoted(file)}'{lasting}" for file in files]
    path.write_text("ffconcat version 1.0\n" + "\n".join(rows) + "\n", encoding="utf-8")


def _quoted(path: Path) -> str:
    return path.resolve().as_posix().replace("'", "'\\''")
