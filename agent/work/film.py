"""Owns the work on the film: pieces, contact sheet, and putting it together. Does not know: plans, shots."""

from __future__ import annotations

import math
import tempfile
from pathlib import Path

import ffmpeg

from agent.captions import to_srt, to_vtt
from agent.film import Title, assemble, encode_piece, write_list
from agent.jobs import ContactJob, FilmJob, Outcome, PieceJob, Progress
from agent.store import write_text
from generators import release, run_ffmpeg

SHEET_WIDTH, SMALLEST = 1600, 160
"""Width in pixels of a contact sheet of few shots, and of a still on one of many."""
SHEET_SHAPE = 1.6
"""Height over width up to which a sheet may grow before it gets more columns."""


def piece(job: PieceJob, root: Path, progress: Progress) -> Outcome:
    """Write the piece. All pictures are made by now: no model is needed any more."""
    release()
    encode_piece(
        root / job.source,
        root / job.file,
        first=job.first,
        frames=job.frames,
        fps=job.fps,
        size=job.size,
        cues=job.cues,
        title=Title(root / job.title.file, job.start, job.title.seconds) if job.title else None,
    )
    return Outcome(files=(job.file,))


def contact(job: ContactJob, root: Path, progress: Progress) -> Outcome:
    """Write the sheet."""
    columns, (width, height) = sheet_layout(len(job.images), job.size)
    rows = -(-len(job.images) // columns)
    with tempfile.TemporaryDirectory(prefix="storyreel-") as name:
        # One decoder reads all stills in turn: memory does not grow with their number.
        folder = Path(name)
        write_list(folder / "stills.txt", [root / image for image in job.images], seconds=1)
        stills = ffmpeg.input("stills.txt", f="concat", safe=0).video.filter("scale", width, height)
        sheet = stills.filter("tile", layout=f"{columns}x{rows}", padding=6, margin=6, color="0x1b1726")
        options = {"frames:v": 1, "update": 1, "fflags": "+bitexact"}
        run_ffmpeg([sheet], (root / job.file).resolve(), options, folder=folder)
    return Outcome(files=(job.file,))


def sheet_layout(count: int, size: tuple[int, int]) -> tuple[int, tuple[int, int]]:
    """Columns, and the even width and height of each still, of a sheet that is not much taller than wide."""
    shape = size[1] / size[0]
    fewest = min(4 if shape <= 1 else 6, count)
    columns = min(count, max(fewest, math.ceil(math.sqrt(count * shape / SHEET_SHAPE))))
    width = max(SHEET_WIDTH // columns, SMALLEST) // 2 * 2
    return columns, (width, max(2, round(width * shape / 2) * 2))


def film(job: FilmJob, root: Path, progress: Progress) -> Outcome:
    """Write film.mp4, film.srt, film.vtt and credits.txt."""
    folder = root / job.folder
    write_text(folder / "film.srt", to_srt(job.cues, job.fps))
    write_text(folder / "film.vtt", to_vtt(job.cues, job.fps, job.names))
    write_text(folder / "credits.txt", "\n".join(job.credits) + "\n")
    assemble(
        [root / piece for piece in job.pieces],
        root / job.audio if job.audio else None,
        folder / "film.srt" if job.track and job.cues else None,
        folder / "film.mp4",
        title=job.title,
        language=job.language,
    )
    names = ("film.mp4", "film.srt", "film.vtt", "credits.txt")
    return Outcome(files=tuple(f"{job.folder}/{name}" for name in names))
