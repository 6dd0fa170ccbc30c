"""Owns the errors of planning.

    PlanError            no valid plan can be made, or a plan that was given is wrong
    ChatError            a language model could not be reached, or refused
    `-- NoAnswer         it answered, but never in the form or with the sense that was asked for

Does not know: plans, models.
"""

from __future__ import annotations


class PlanError(ValueError):
    """No valid plan can be made of a story, or a plan that was given is wrong; says what and where."""


class ChatError(Exception):
    """A language model could not be reached or refused; says which, what it said, and what to do. Never holds a key."""


class NoAnswer(ChatError):
    """No acceptable answer came within the allowed corrections."""

    def __init__(self, message: str, *, last: str = "", problems: tuple[str, ...] = ()) -> None:
        self.last = last
        self.problems = problems
        super().__init__(message)
