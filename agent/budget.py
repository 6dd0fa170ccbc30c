"""Owns the money of a run: the ledger of what was spent, and the hard cap in the way of every paid call.

`ledger.json` is replaced whole, so a killed run loses no row. An amount is written down as held before the call is
made; what a killed run held and never settled counts as spent, because it may have been. Does not know: what is called.
"""

from __future__ import annotations

import contextlib
import itertools
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from agent.errors import BudgetError, MakeError
from agent.events import Spent
from agent.store import write_text
from planners import Spending

LEDGER_SCHEMA = "storyreel/ledger@1"
LEDGER_FILE = "ledger.json"
ROUNDING = 1e-9
"""US dollars by which sums of floats may be off."""


class Row(BaseModel):
    """One call in the ledger."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    at: str
    """When, in UTC."""
    state: Literal["held", "spent", "lost"]
    """`held`: under way; `lost`: was under way when a run ended, and counts with the most that it can have cost."""
    spending: Spending


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    schema_: str = Field(default=LEDGER_SCHEMA, alias="schema")
    usd: float
    """Sum of all rows whose price is known."""
    rows: tuple[Row, ...]


class Ledger:
    """A purse with a hard cap that remembers every row; safe to use from several threads."""

    def __init__(
        self,
        path: Path | None = None,
        *,
        limit: float | None = None,
        on_spent: Callable[[Spent], None] | None = None,
    ) -> None:
        """Read what was spent before.

        Args:
            path: The ledger file; nothing is kept when None.
            limit: The most that may ever be spent, in US dollars, earlier runs in the same ledger included.
            on_spent: Is told every row as it is settled.

        Raises:
            MakeError: the file is there and is no ledger; what was spent is then unknown.
        """
        self.limit = limit
        self._path, self._on_spent = path, on_spent
        self._changed = threading.Condition()
        self._rows: dict[int, Row] = dict(enumerate(_read(path)))
        self._numbers = itertools.count(len(self._rows))
        self._open = 0

    @property
    def usd(self) -> float:
        """What was spent so far, in US dollars."""
        with self._changed:
            return self._sum()

    @property
    def rows(self) -> tuple[Row, ...]:
        """Everything in the ledger, oldest first."""
        with self._changed:
            return tuple(self._rows.values())

    @contextlib.contextmanager
    def hold(self, usd: float | None, *, what: str) -> Iterator[_Held]:
        """Set aside the most that a call can cost; waits for calls under way when only they stand against it.

        Raises:
            BudgetError: the limit could be passed, or there is one and the price is not known.
        """
        if usd == 0.0:
            yield _Held(self, None, what)
            return
        number = self._take(usd, what)
        try:
            yield _Held(self, number, what)
        except (KeyboardInterrupt, SystemExit):
            self._lose(number)
            raise
        finally:
            self._close(number)

    def _take(self, usd: float | None, what: str) -> int:
        with self._changed:
            if self.limit is not None:
                if usd is None:
                    raise BudgetError(
                        f"the price of {what} is not known, so the budget of {self.limit:.2f} USD cannot be kept: give "
                        "it with --price PROMPT/COMPLETION (USD per million tokens), or go without --budget"
                    )
                while self._sum() + usd > self.limit + ROUNDING:
                    if not self._open:
                        raise self._refused(usd, what)
                    self._changed.wait()
            number = next(self._numbers)
            self._rows[number] = Row(at=_now(), state="held", spending=Spending(what=what, usd=usd, estimated=True))
            self._open += 1
            self._write()
            return number

    def _refused(self, usd: float, what: str) -> BudgetError:
        spent = self._sum()
        return BudgetError(
            f"the next call of {what} can cost up to {usd:.4f} USD; {spent:.4f} of the budget of {self.limit:.4f} USD "
            "are spent. Nothing was sent; everything that was paid for is kept.",
            enough=spent + usd,
        )

    def settle(self, number: int | None, spending: Spending) -> None:
        """Write what was really spent in place of a hold; remembered answers are only told."""
        with self._changed:
            if number is not None or not spending.cached:
                number = next(self._numbers) if number is None else number
                self._rows[number] = Row(at=_now(), state="spent", spending=spending)
                self._write()
            total = self._sum()
        if self._on_spent is not None:
            self._on_spent(Spent(**spending.model_dump(exclude={"estimated"}), total_usd=round(total, 6)))

    def _lose(self, number: int) -> None:
        """A call that was stopped half-way may be charged: it counts with what was held."""
        with self._changed:
            if self._rows[number].state == "held":
                self._rows[number] = self._rows[number].model_copy(update={"state": "lost"})

    def _close(self, number: int) -> None:
        """Give back what was held and never settled: the call was refused."""
        with self._changed:
            if self._rows[number].state == "held":
                del self._rows[number]
            self._open -= 1
            self._write()
            self._changed.notify_all()

    def _sum(self) -> float:
        return sum(row.spending.usd or 0.0 for row in self._rows.values())

    def _write(self) -> None:
        if self._path is not None:
            file = _File(usd=round(self._sum(), 9), rows=tuple(self._rows.values()))
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_text(self._path, file.model_dump_json(indent=1, by_alias=True) + "\n")


class _Held:
    """An amount that is set aside."""

    def __init__(self, ledger: Ledger, number: int | None, what: str) -> None:
        self._ledger, self._number, self._what = ledger, number, what

    def settle(self, spending: Spending) -> None:
        """Write what was really spent."""
        self._ledger.settle(self._number, spending)


def _read(path: Path | None) -> tuple[Row, ...]:
    if path is None or not path.is_file():
        return ()
    try:
        rows = _File.model_validate_json(path.read_text(encoding="utf-8")).rows
    except (OSError, ValidationError) as error:
        raise MakeError(
            f"{path} is no ledger, so what was spent is unknown; move it away: {error}", task="plan"
        ) from None
    return tuple(row.model_copy(update={"state": "lost"}) if row.state == "held" else row for row in rows)


def _now() -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
