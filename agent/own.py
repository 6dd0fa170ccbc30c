"""Owns edits that name the user's own files: the files are copied into the run folder, and the edits name the copies.

Does not know: what they are used for.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from agent.edits import Edit, PinEntity, UseFile
from agent.photos import keep_own
from generators import RequestRefused, keep_photo
from planners import PlanError


def kept_edits(edits: Iterable[Edit], root: Path) -> tuple[Edit, ...]:
    """The edits with the files that they name in the run folder; relative names are looked for where the user is.

    Raises:
        PlanError: a file is not there, or cannot be used.
    """
    return tuple(_kept(edit, root) for edit in edits)


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
