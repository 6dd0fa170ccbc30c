"""Owns the pictures of the film: pieces encoded once with their captions, then joined without encoding again.

Graphs are ffmpeg-python; files are named relative to a working folder, so no text needs escaping.
Does not know: which piece is current, what is in the clips.
"""

from __future__ import annotations

import tempfile
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ffmpeg

from agent.captions import Cue, to_ass
from agent.fonts import fontconfig
from generators import FILM, TITLE_FADE, TITLE_WAIT, frames_of, run_ffmpeg


@dataclass(frozen=True)
class Title:
    """Lettering on clear ground that comes and goes over the film's first seconds."""

    image: Path
    """PNG of the film's size."""
    first: int
    """Frame of the film with which the piece begins."""
    seconds: float
    """How long it stands, counted from the film's first frame."""


def encode_piece(
    source: Path,
    out: Path,
    *,
    first: int,
    frames: int,
    fps: int,
    size: tuple[int, int],
    cues: Sequence[Cue],
    title: Title | None = None,
) -> None:
    """Encode `frames` frames of a clip from frame `first` on, with the title and captions burnt in.

    Args:
        source: A clip of the run.
        out: The piece (mp4).
        first: First frame of the clip that is used.
        frames: How many.
        fps: Rate.
        size: Width and height in pixels.
        cues: Captions, in frames of the piece; none leaves the picture as it is.
        title: Laid over it; None for none.
    """
    with tempfile.TemporaryDirectory(prefix="storyreel-") as name:
        folder = Path(name)
        stream = frames_of(source, first=first, frames=frames, fps=fps)
        environment: dict[str, str] = {}
        if title is not None:
            stream = stream.overlay(_lettering(title, fps), eof_action="pass")
        if cues:
            (folder / "captions.ass").write_text(to_ass(cues, size, fps), encoding="utf-8")
            environment["FONTCONFIG_FILE"] = str(fontconfig(folder))
            stream = stream.filter("ass", "captions.ass")
        options = {**FILM, "r": fps, "g": fps * 2, "frames:v": frames}
        run_ffmpeg([stream], out, options, folder=folder, environment=environment)


def _lettering(title: Title, fps: int) -> Any:
    """The title as a stream with transparency that begins with the piece; its strength is that of `title_strength`."""
    still = ffmpeg.input(str(title.image.resolve()), loop=1, framerate=fps, t=f"{title.seconds:.6f}").video
    shown = still.filter("scale", out_color_matrix="bt709", out_range="tv", flags="bicubic+bitexact")
    shown = shown.filter("format", "yuva420p")
    for way, start in (("in", TITLE_WAIT), ("out", max(title.seconds - TITLE_FADE, 0.0))):
        shown = shown.filter("fade", type=way, start_time=start, duration=TITLE_FADE, alpha=1)
    return shown.filter("trim", start_frame=title.first).filter("setpts", "PTS-STARTPTS")


def encode_audio(wav: Path, out: Path) -> None:
    """Encode the mixed track as AAC, 48 kHz stereo, by the coder that ffmpeg's manual calls better at high rates."""
    options = {
        "c:a": "aac",
        "b:a": "192k",
        "aac_coder": "fast",
        "ar": 48000,
        "ac": 2,
        "fflags": "+bitexact",
        "flags:a": "+bitexact",
    }
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
