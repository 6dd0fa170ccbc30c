"""Owns how a run is shown: progress bars with time left, JSON lines, or silence.

Does not know: how anything is made.
"""

from __future__ import annotations

import sys
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from agent.editing import Film
from agent.events import (
    Asked,
    Downgraded,
    Event,
    Made,
    MoreFound,
    Placement,
    Progressed,
    Removed,
    Retried,
    RunStarted,
    Spent,
    Started,
    TriedAgain,
)


class View:
    """Base of all views: a context manager that is told events and, at the end, the film."""

    def __enter__(self) -> View:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Nothing to close."""

    def tell(self, event: Event) -> None:
        """Show an event."""

    def end(self, film: Film) -> None:
        """Show the finished film."""


class QuietView(View):
    """Only the film's path, on standard output."""

    def end(self, film: Film) -> None:
        """Write the path."""
        sys.stdout.write(f"{film.video}\n")


class JsonView(View):
    """Every event as a JSON line on standard output."""

    def tell(self, event: Event) -> None:
        """Write the event."""
        sys.stdout.write(event.model_dump_json() + "\n")
        sys.stdout.flush()


class ProgressView(View):
    """A bar with what is being made and the time left, on standard error; a summary on standard output."""

    def __init__(self) -> None:
        self._console = Console(stderr=True)
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}", markup=False),
            BarColumn(bar_width=28),
            TextColumn("{task.percentage:>3.0f}%"),
            TimeElapsedColumn(),
            TimeRemainingColumn(compact=True),
            console=self._console,
            transient=True,
        )
        self._bar: TaskID | None = None
        self._total = 0
        self._shares: dict[str, float] = {}
        self._lost: list[str] = []
        self._removed: list[str] = []
        self._calls, self._spent = 0, 0.0

    def __enter__(self) -> View:
        self._progress.start()
        self._bar = self._progress.add_task("reading the story", total=None)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._progress.stop()

    def tell(self, event: Event) -> None:
        """Move the bar, or keep what must be said at the end."""
        if self._bar is None:
            return
        if isinstance(event, RunStarted):
            self._shares.clear()
            self._total = event.stale
            self._progress.reset(self._bar, total=max(self._total, 1))
        elif isinstance(event, MoreFound):
            self._total += event.stale
            self._progress.update(self._bar, total=max(self._total, 1))
        elif isinstance(event, Started):
            self._progress.update(self._bar, description=f"{event.stage}: {event.label}"[:44].ljust(44))
        elif isinstance(event, Asked):
            self._progress.update(self._bar, description=_question(event)[:44].ljust(44))
        elif isinstance(event, Progressed):
            self._share(event.task, event.done / max(event.total, 1))
        elif isinstance(event, Made):
            self._share(event.task, 1.0)
        else:
            self._note(event)

    def _note(self, event: Event) -> None:
        if isinstance(event, Downgraded):
            self._lost.append(event.what)
        elif isinstance(event, Placement):
            self._console.print(f"{event.stage}: {event.generator} on {event.where}", markup=False, highlight=False)
        elif isinstance(event, Removed):
            self._removed.append(f"{event.file}: {event.reason}")
        elif isinstance(event, Spent):
            self._calls += not event.cached
            self._spent = event.total_usd
        elif isinstance(event, Retried):
            self._removed.append(f"{event.task} was made at the second attempt: {event.reason}")

        elif isinstance(event, TriedAgain):
            end = "which is accepted" if event.accepted else "the best of them"
            said = f"{event.task} was made {event.attempts} times; number {event.kept} is used, {end}"
            self._removed.append(f"{said}. The first: {event.why}")

    def _share(self, task: str, share: float) -> None:
        self._shares[task] = max(share, self._shares.get(task, 0.0))
        if self._bar is not None:
            self._progress.update(self._bar, completed=sum(self._shares.values()))

    def end(self, film: Film) -> None:
        """Say where the film is, what was made, and everything that is not as asked for."""
        out = Console(highlight=False)
        seconds = film.plan.frames / film.plan.fps
        shots = len(film.plan.shots)
        out.print(f"{film.video}", markup=False, soft_wrap=True)
        made = f"{len(film.made)} made, {len(film.reused)} reused" if film.made else "nothing to make: all is current"
        out.print(f"  {seconds:.1f} s, {shots} shot{'s' if shots != 1 else ''}; {made}", markup=False)
        out.print(f"  at a glance: {film.contact_sheet}", markup=False, soft_wrap=True)
        if self._calls:
            out.print(f"  {self._calls} calls of a language model; spent so far: {self._spent:.4f} USD", markup=False)
        said = list(dict.fromkeys([*film.downgrades, *self._lost, *self._removed]))
        if said:
            out.print("  not as asked for, or worth knowing:", markup=False)
        for row in said[:12]:
            out.print(f"  - {row}", markup=False, soft_wrap=True)
        if len(said) > 12:
            out.print(f"  - and {len(said) - 12} more in {film.folder / 'report.json'}", markup=False, soft_wrap=True)


def _question(event: Asked) -> str:
    letters = f" {event.letters}" if event.letters else ""
    return f"plan: {event.prompt} {event.where}: {event.doing}{letters}"
