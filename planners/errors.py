"""Owns the errors of planning.

    PlanError            no valid plan can be made, or a plan that was given is wrong
    ChatError            a language model could not be reached, or refused
    |-- BrokenOff        the answer broke off on its way; what had come may have to be paid
    `-- NoAnswer         it answered, but never in the form or with the sense that was asked for

Does not know: plans, models.
"""

from __future__ import annotations


class PlanError(ValueError):
    """No valid plan can be made of a story, or a plan that was given is wrong; says what and where."""


class ChatError(Exception):
    """A language model could not be reached or refused; says which, what it said, and what to do. Never holds a key."""


class BrokenOff(ChatError):
    """The answer broke off on its way or came too late; the server may charge for it all the same."""

    def __init__(self, message: str, *, text: str = "") -> None:
        self.text = text
        """What had arrived."""
        super().__init__(message)


class NoAnswer(ChatError):
    """No acceptable answer came within the allowed corrections."""

    def __init__(self, message: str, *, last: str = "", problems: tuple[str, ...] = ()) -> None:
        self.last = last
        self.problems = problems
        super().__init__(message)
