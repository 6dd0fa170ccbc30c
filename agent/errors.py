"""Owns the errors that leave storyreel, and the exit code of each.

    StoryreelError
    |-- MakeError            a model, a generator or ffmpeg failed           exit 3
    |-- WrongSetting         a setting that does not exist                   exit 2
    |   `-- MissingExtra     what it needs is not installed                  exit 2
    |-- BusyError            another run works in the same folder            exit 2
    |-- BudgetError          the budget would be passed                      exit 4
    |-- NotAgreed            the run can cost more than was agreed to         exit 4
    |-- ApprovalNeeded       something waits for a person                    exit 5
    |-- NothingWaits         nothing waits for a person                      exit 2
    `-- Stopped              interrupted; the message holds what resumes     exit 130

Wrong input is `planners.StoryError` or `planners.PlanError` (exit 2).
"""

from __future__ import annotations

import shlex
from pathlib import Path


class StoryreelError(Exception):
    """Base of everything that goes wrong while a film is made."""

    exit_code = 1


class MakeError(StoryreelError):
    """Something that had to be made could not be made."""

    exit_code = 3

    def __init__(self, what: str, *, task: str) -> None:
        self.task = task
        super().__init__(f"{task}: {what}")


class WrongSetting(StoryreelError):
    """A setting has a value that it cannot have."""

    exit_code = 2


class MissingExtra(WrongSetting):
    """A setting needs libraries that are not installed."""

    def __init__(self, what: str, *, extra: str) -> None:
        super().__init__(f"{what}; install it with: pip install 'storyreel[{extra}]'")


_WAITING = {
    "plan": ("the plan waits", "01_plan/plan.yaml"),
    "references": ("the references wait", "02_references"),
}


class ApprovalNeeded(StoryreelError):
    """Something is made and waits for a person; the message says where it lies and how to go on."""

    exit_code = 5

    def __init__(self, *, stage: str, folder: Path) -> None:
        self.stage, self.folder = stage, folder
        what, where = _WAITING[stage]
        name = shlex.quote(str(folder))
        super().__init__(
            f"{what} for you: {folder / where}\n"
            "Look, edit if you like (edits are honoured), and go on with:\n"
            f"  storyreel approve {name}\n"
            "or change the plan in words, and look again:\n"
            f'  storyreel approve {name} --change "make shot 3 rainy"'
        )


class NothingWaits(StoryreelError):
    """There is nothing to approve."""

    exit_code = 2


class BusyError(StoryreelError):
    """Another run holds the run folder."""

    exit_code = 2


class BudgetError(StoryreelError):
    """Going on would cost more than the budget allows; nothing was sent."""

    exit_code = 4

    def __init__(self, message: str, *, enough: float | None = None) -> None:
        self.enough = enough
        """A budget in US dollars that allows the next call; None when no budget would help."""
        super().__init__(message)


class NotAgreed(StoryreelError):
    """A run can cost more than may be spent without asking, and nobody said yes; nothing was begun."""

    exit_code = 4


class Stopped(StoryreelError):
    """The user interrupted the run; everything made so far is kept."""

    exit_code = 130
