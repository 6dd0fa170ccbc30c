"""Owns a film as it lies in its run folder: its files, what they tell of it, what is made of them.

Does not know: who made it, how it is changed.
"""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict

from agent.stages import safe
from agent.store import Store
from agent.takelist import Take, read_takes
from agent.timeline import Timeline, timeline
from agent.versions import history_of
from planners import Note, Plan

if TYPE_CHECKING:
    from agent.checking import FilmCheck
    from agent.exporting import Exported
    from agent.history import History


class Finished(BaseModel):
    """A film in its run folder."""

    model_config = ConfigDict(frozen=True)

    folder: Path
    plan: Plan
    made: dict[str, str] = {}
    """Task id -> the reason why it was made in this run; empty when everything was current."""
    reused: tuple[str, ...] = ()
    report: dict[str, Any] = {}

    @property
    def video(self) -> Path:
        """The film (mp4)."""
        return self.folder / "06_film" / "film.mp4"

    @property
    def contact_sheet(self) -> Path:
        """All keyframes on one picture."""
        return self.folder / "06_film" / "contact.png"

    @property
    def storyboard(self) -> Path:
        """The page with all shots, and how the film was made (html)."""
        return self.folder / "06_film" / "storyboard.html"

    @property
    def timeline(self) -> Timeline:
        """Which frames come when."""
        return timeline(self.plan)

    @property
    def notes(self) -> tuple[Note, ...]:
        """What the planner interpreted or could not do."""
        return self.plan.notes

    @property
    def downgrades(self) -> tuple[str, ...]:
        """Everything that is not as it was asked for, in full sentences."""
        planned = [f"{note.where}: {note.what}" for note in self.plan.notes if note.kind == "downgrade"]
        made = [what for rows in self.report.get("downgrades", {}).values() for what in rows]
        return tuple(dict.fromkeys([*planned, *made]))

    @property
    def history(self) -> History:
        """Every version of its plan."""
        return history_of(self.folder)

    def still(self, shot: str) -> Path:
        """The keyframe of a shot (png)."""
        return self.folder / f"03_keyframes/{safe(shot)}.png"

    def clip(self, shot: str) -> Path:
        """The clip of a shot (mp4), with the handles of its joins."""
        return self.folder / f"04_shots/{safe(shot)}.mp4"

    def taken(self, shot: str) -> tuple[Take, ...]:
        """The takes of a shot that there are; nothing is made."""
        return read_takes(self.folder).get(shot, ())

    def check(self, **tools: str) -> FilmCheck:
        """Measure the film, and write the numbers into its folder. See `agent.checking.check_run`.

        Raises:
            MakeError: there is no clip to measure.
        """
        found: FilmCheck = importlib.import_module("agent.checking").check_run(self.plan, Store(self.folder), **tools)
        return found

    def export(self, to: str, out: str | Path | None = None) -> Exported:
        """Hand the film over in a format: otio, fcpxml, edl, srt, vtt, zip, vbench, vistorybench.

        Args:
            to: The format.
            out: A file with the format's ending, or a folder; `08_export/` in the run folder when None.

        Raises:
            WrongSetting: there is no such format, or `out` is in the way.
            MakeError: the film has not been made.
        """
        run = importlib.import_module("agent.exporting").export_run
        done: Exported = run(self.plan, Store(self.folder), to=to, out=None if out is None else Path(out))
        return done
