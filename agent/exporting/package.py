"""Owns the packed hand-off: the film, its timelines in every format, all media and the plan in one zip file.

Files are stored, not compressed (they are compressed already), with a fixed date: the same film gives the same bytes.
Does not know: how timelines are written.
"""

from __future__ import annotations

import os
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from agent.errors import MakeError
from agent.exporting.edl import to_edl
from agent.exporting.fcpxml import to_fcpxml
from agent.exporting.otio import to_otio
from agent.exporting.sequence import sequence_of
from agent.exporting.values import Clip, Exported, Media, Sequence
from agent.store import Store
from planners import Plan

MEDIA = "media"
KEPT = (
    "06_film/film.mp4", "06_film/film.srt", "06_film/film.vtt", "06_film/credits.txt", "06_film/contact.png",
    "01_plan/plan.yaml", "story.yaml", "report.json",
)  # fmt: skip
"""Files of the run that come along as they are, by their name alone."""
_DATE = (1980, 1, 1, 0, 0, 0)


def write(plan: Plan, store: Store, target: Path) -> Exported:
    """Write the zip file whole or not at all.

    Raises:
        MakeError: the film has not been made.
    """
    if not (store.root / KEPT[0]).is_file():
        raise MakeError("film.mp4 is not there: make the film first", task="export")
    with tempfile.TemporaryDirectory(prefix="storyreel-") as name:
        sequence = sequence_of(plan, store, stems=Path(name))
        names = _names(sequence)
        part = target.with_name(target.name + ".part")
        with zipfile.ZipFile(part, "w", zipfile.ZIP_STORED) as packed:
            for kept in KEPT:
                if (store.root / kept).is_file():
                    _store(packed, store.root / kept, Path(kept).name)
            for file, inside in names.items():
                _store(packed, file, inside)
            for ending, text in _timelines(sequence, names):
                packed.writestr(zipfile.ZipInfo(f"film.{ending}", _DATE), text)
        os.replace(part, target)
    return Exported(files=(target,), notes=sequence.notes)


def _names(sequence: Sequence) -> dict[Path, str]:
    """File -> its place in the package; two files of one name get their folder's name in front."""
    clips: list[Clip] = [*sequence.pictures, *(clip for track in sequence.sounds for clip in track.clips)]
    clips += [sequence.mix] if sequence.mix else []
    names: dict[Path, str] = {}
    for clip in clips:
        file = clip.media.file
        inside = f"{MEDIA}/{file.name}"
        if file not in names:
            names[file] = inside if inside not in names.values() else f"{MEDIA}/{file.parent.name}_{file.name}"
    return names


def _timelines(sequence: Sequence, names: dict[Path, str]) -> Iterator[tuple[str, str]]:
    def place(media: Media) -> str:
        return names[media.file]

    yield "otio", to_otio(sequence, place)
    yield "fcpxml", to_fcpxml(sequence, place)
    yield "edl", to_edl(sequence, place)


def _store(packed: zipfile.ZipFile, file: Path, inside: str) -> None:
    """Piece by piece: memory does not grow with the file."""
    entry = zipfile.ZipInfo(inside, _DATE)
    entry.file_size = file.stat().st_size
    with file.open("rb") as source, packed.open(entry, "w") as target:
        while block := source.read(1 << 20):
            target.write(block)
