"""Owns the user's own files in a run folder: those that edits name, and those that were changed where they lie.

The files are copied, named by their content, and edits name the copies. Does not know: what they are used for.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

import av
import cv2
import numpy as np

from agent.edits import Edit, PinEntity, UseFile
from agent.fingerprint import file_digest
from agent.photos import keep_own, own_name
from agent.stages import safe
from agent.store import Store
from generators import RequestRefused, keep_photo
from planners import Plan, PlanError

PLACES: tuple[tuple[Literal["keyframe", "clip"], str, str], ...] = (
    ("keyframe", "03_keyframes", "png"),
    ("clip", "04_shots", "mp4"),
)
"""What a shot has that a person may paint over or replace, its folder and its file's ending."""


def kept_edits(edits: Iterable[Edit], root: Path) -> tuple[Edit, ...]:
    """The edits with the files that they name in the run folder; relative names are looked for where the user is.

    Raises:
        PlanError: a file is not there, or cannot be used.
    """
    return tuple(_kept(edit, root) for edit in edits)


def changed_by_hand(plan: Plan, store: Store, *, keep: bool = True) -> tuple[UseFile, ...]:
    """Edits that honour the stills and clips that a person changed where they lie.

    What cannot be read any more is damage, not work: it is left to be made again.

    Args:
        plan: The film.
        store: Of its run folder.
        keep: Copy the files; False only names the copies, and writes nothing.
    """
    return tuple(
        UseFile(shot=shot.id, what=what, file=_copied(file, store.root, shot.id, what, keep))
        for shot in plan.shots
        for what, folder, ending in PLACES
        if (file := _changed(store, f"{folder}/{safe(shot.id)}", ending)) and _whole(file, what)
    )


def _changed(store: Store, name: str, ending: str) -> Path | None:
    """The file of an artefact when it is no longer as it was made."""
    record, file = store.read(f"{name}.json"), store.root / f"{name}.{ending}"
    if record is None or not file.is_file():
        return None
    known = record.files.get(f"{name}.{ending}")
    return file if known is not None and known != file_digest(file) else None


def _copied(file: Path, root: Path, shot: str, what: str, keep: bool) -> str:
    return keep_own(file, root, name=shot, what=what) if keep else own_name(file, shot)


def _whole(file: Path, what: str) -> bool:
    """Whether it can be read from beginning to end."""
    if what == "keyframe":
        return cv2.imdecode(np.fromfile(file, dtype=np.uint8), cv2.IMREAD_COLOR) is not None
    try:
        with av.open(str(file), options={"err_detect": "explode"}) as clip:
            return bool(clip.streams.video) and sum(1 for _ in clip.decode(video=0)) > 0
    except (OSError, av.FFmpegError):
        return False


def _kept(edit: Edit, root: Path) -> Edit:
    if isinstance(edit, UseFile) and edit.file is not None and not _inside(edit.file, root):
        return UseFile(
            shot=edit.shot,
            what=edit.what,
            file=keep_own(Path(edit.file).expanduser(), root, name=edit.shot, what=edit.what),
        )
    if isinstance(edit, PinEntity) and edit.reference is not None and not _inside(edit.reference, root):
        try:
            return edit.model_copy(
                update={"reference": keep_photo(Path(edit.reference).expanduser(), root, name=edit.entity)}
            )
        except RequestRefused as error:
            raise PlanError(str(error)) from error
    return edit


def _inside(file: str, root: Path) -> bool:
    """Whether it names a file of the run folder already."""
    return not Path(file).is_absolute() and (root / file).is_file()
