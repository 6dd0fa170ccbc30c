"""Owns the table of formats and the door to exporting; a format's module and its libraries load when it is written.

Does not know: how any format looks.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from agent.errors import WrongSetting
from agent.exporting.values import Exported
from agent.store import Store
from planners import Plan

FOLDER = "08_export"

Writer = Callable[[Plan, Store, Path], Exported]


@dataclass(frozen=True)
class Format:
    """One row of the table."""

    about: str
    name: str
    """What it is called in the hand-off's folder."""
    maker: str
    """`module:function` under `agent.exporting`: (plan, store, target) -> Exported."""
    folder: bool = False
    """It is a folder, not a file."""


FORMATS: Mapping[str, Format] = {
    "otio": Format("OpenTimelineIO, for DaVinci Resolve, Premiere, Nuke, Avid and others", "film.otio", "otio:write"),
    "fcpxml": Format("Final Cut Pro XML 1.10", "film.fcpxml", "fcpxml:write"),
    "edl": Format("edit decision list, CMX 3600", "film.edl", "edl:write"),
    "srt": Format("subtitles, SubRip", "film.srt", "captions:write"),
    "vtt": Format("subtitles, WebVTT, with speakers", "film.vtt", "captions:write"),
    "zip": Format("everything for an editor in one file", "film.zip", "package:write"),
    "vbench": Format("folders for VBench and VBench-Long", "vbench", "vbench:write", folder=True),
    "vistorybench": Format("folders for ViStoryBench", "vistorybench", "vistorybench:write", folder=True),
}
"""Every format by its name on the command line."""


def export_run(plan: Plan, store: Store, *, to: str, out: Path | None = None) -> Exported:
    """Hand a finished film over in a format.

    Args:
        plan: Of the film.
        store: Of its run folder; read only, but for `08_export/` when `out` is None.
        to: A name of `FORMATS`.
        out: A file with the format's ending, or a folder; `08_export/` in the run folder when None. For formats that
            are a folder, the folder itself.

    Raises:
        WrongSetting: there is no such format, or `out` is in the way.
        MakeError: the film has not been made.
    """
    if to not in FORMATS:
        raise WrongSetting(f"there is no format {to!r}; there are: {', '.join(FORMATS)}")
    row = FORMATS[to]
    module, _, function = row.maker.partition(":")
    write: Writer = getattr(importlib.import_module(f"agent.exporting.{module}"), function)
    target = _target(row, store.root / FOLDER if out is None else out, given=out is not None)
    target.parent.mkdir(parents=True, exist_ok=True)
    return write(plan, store, target)


def _target(row: Format, out: Path, *, given: bool) -> Path:
    if row.folder:
        target = out if given else out / row.name
        if target.exists() and not target.is_dir():
            raise WrongSetting(f"--out must be a folder; {target} is a file")
        return target
    whole = given and out.suffix == Path(row.name).suffix and not out.is_dir()
    target = out if whole else out / row.name
    if target.parent.exists() and not target.parent.is_dir():
        raise WrongSetting(f"--out must be a folder or a {Path(row.name).suffix} file; {target.parent} is a file")
    return target
