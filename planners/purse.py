"""Owns the door through which every paid call of a planner goes: hold an amount, call, settle.

The limit itself is the agent's (`--budget`): it hands in its own Purse. Does not know: prices, models, files.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol

from pydantic import Field

from planners.plan import Frozen


class Spending(Frozen):
    """One row of the ledger."""

    what: str
    """What was called, e.g. `openai:gpt-5`."""
    where: str = ""
    """What it was for, e.g. `cast` or `shot s03`."""
    prompt_tokens: int = Field(default=0, ge=0)
    completion_tokens: int = Field(default=0, ge=0)
    usd: float | None = None
    """None: the price is not known."""
    seconds: float = Field(default=0.0, ge=0)
    estimated: bool = False
    """Whether the tokens were counted by us because the server did not say."""
    cached: bool = False
    """Whether the answer was remembered: nothing was called, nothing was spent."""


class Hold(Protocol):
    """An amount that is set aside for one call."""

    def settle(self, spending: Spending) -> None:
        """Replace the amount that was held by what was really spent, and write it in the ledger."""


class Purse(Protocol):
    """Grants or refuses money before it is spent; safe to use from several threads."""

    def hold(self, usd: float | None, *, what: str) -> AbstractContextManager[Hold]:
        """Set aside the most that a call can cost; what is not settled at the end of the block is given back.

        Args:
            usd: The upper bound; None: the price is not known, which a purse with a limit refuses.
            what: What is called.

        Raises:
            Exception: the purse's own error when the budget could be passed; nothing is held then.
        """


class OpenPurse:
    """A purse without a limit that remembers what was spent."""

    def __init__(self) -> None:
        self.rows: list[Spending] = []
        self._lock = threading.Lock()

    @contextmanager
    def hold(self, usd: float | None, *, what: str) -> Iterator[Hold]:
        """Grant everything."""
        yield self

    def settle(self, spending: Spending) -> None:
        """Remember one row."""
        with self._lock:
            self.rows.append(spending)
