"""The same measures on real footage that somebody gives: cut into its shots, beside the thresholds."""

from __future__ import annotations

import itertools
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import av
import ffmpeg

from consistency import MEASURES, Footage, Number, check_film, thresholds
from consistency.faults import cuts
from consistency.footage import read_clip
from generators import ffmpeg_exe

SHORTEST = 12
"""Shots of fewer frames are not measured."""
MOST_SECONDS = 60.0


@dataclass(frozen=True)
class Life:
    """One measure on the footage."""

    measure: str
    values: tuple[float, ...]
    threshold: float | None

    @property
    def failing(self) -> int:
        """How many shots the threshold would refuse."""
        if self.threshold is None:
            return 0
        worse = MEASURES[self.measure].better == "higher"
        return sum(value < self.threshold if worse else value > self.threshold for value in self.values)


PICTURES = (".jpg", ".jpeg", ".png")
VIEWS = ((1.15, 0.5, 0.45), (1.9, 0.5, 0.28), (1.5, 0.3, 0.75))
"""How near, how far across and how far down each shot of a filmed picture is."""


def filmed(picture: Path, out: Path) -> Path:
    """A stand-in for footage: three hand-held shots of two seconds of a photograph, with a sensor's noise."""
    source = ffmpeg.input(str(picture)).filter("scale", 1920, -2).filter_multi_output("split", len(VIEWS))
    shots = []
    for number, (zoom, across, down) in enumerate(VIEWS):
        sway = f"(iw-iw/zoom)*{across}+14*sin((on+{31 * number})/9)+5*sin(on/3.1)"
        rise = f"(ih-ih/zoom)*{down}+9*sin((on+{17 * number})/7)"
        shot = source[number].filter("crop", 1920, 1080, 0, f"(ih-1080)*{down}")
        shot = shot.filter("zoompan", z=f"{zoom}+0.0015*on", x=sway, y=rise, d=48, s="640x360", fps=24)
        shots.append(shot.filter("noise", alls=7, allf="t").filter("setsar", 1))
    made = ffmpeg.concat(*shots).output(str(out), vcodec="libx264", crf=18, pix_fmt="yuv420p", loglevel="error")
    made.run(cmd=ffmpeg_exe())
    return out


def stored(rows: Sequence[Life], shots: Sequence[Footage], about: str) -> dict[str, Any]:
    """For the page."""
    return {"about": about, "table": table(rows, shots)}


def shots_of(video: Path, *, seconds: float = MOST_SECONDS) -> list[Footage]:
    """The shots of a film, by the cut finder of `consistency`; at most its first `seconds`."""
    fps, count = _length(video, seconds)
    edges = [0, *cuts(read_clip(video, frames=count, fps=fps)), count]
    spans = [(a, b) for a, b in itertools.pairwise(edges) if b - a >= SHORTEST]
    return [
        Footage(shot=f"cut_{number:03}", video=video, frames=b - a, fps=fps, first=a)
        for number, (a, b) in enumerate(spans, 1)
    ]


def _length(video: Path, seconds: float) -> tuple[int, int]:
    with av.open(str(video)) as container:
        fps = max(round(container.streams.video[0].average_rate or 24), 1)
        most = int(seconds * fps)
        count = 0
        for _ in container.decode(video=0):
            count += 1
            if count == most:
                break
    return fps, count


def life(shots: Sequence[Footage]) -> list[Life]:
    """Every measure that needs neither a plan nor references."""
    found = check_film(shots)
    known = thresholds()
    out = []
    for name in MEASURES:
        values = tuple(row.value for row in found.of(name) if _whole(row))
        if values:
            out.append(Life(name, values, known[name].value if name in known else None))  # type: ignore[arg-type]
    return out


def _whole(row: Number) -> bool:
    return row.frame is None and row.value is not None


def table(rows: Sequence[Life], shots: Sequence[Footage]) -> str:
    """As Markdown."""
    lines = ["| measure | better | median | smallest | largest | threshold | refused |", "|" + "---|" * 7]
    for row in rows:
        numbers = (f"{value:.3f}" for value in (statistics.median(row.values), min(row.values), max(row.values)))
        limit = "-" if row.threshold is None else f"{row.threshold:.3f}"
        refused = "-" if row.threshold is None else f"{row.failing} of {len(row.values)}"
        cells = (row.measure, MEASURES[row.measure].better, *numbers, limit, refused)
        lines.append(f"| {' | '.join(cells)} |")
    length = sum(shot.frames for shot in shots)
    return f"{len(shots)} shots, {length} frames.\n\n" + "\n".join(lines) + "\n"
