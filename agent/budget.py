"""Owns the money of a run: the ledger of what was spent, and the hard cap in the way of every paid call.

`ledger.json` is the one truth for all threads and processes of a run: it is read, changed and replaced whole under a
lock. An amount is written down as held before the call is made; what a process held that is gone counts as spent,
because it may have been. What is planned and not made yet can be set aside: extras leave that. Does not know: what is
called.
"""

from __future__ import annotations

import contextlib
import os
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from agent.errors import BudgetError, MakeError
from agent.events import Spent
from agent.lock import alone
from agent.store import write_text
from planners import Spending

LEDGER_SCHEMA = "storyreel/ledger@1"
LEDGER_FILE = "ledger.json"
LOCK_FILE = ".ledger.lock"
ROUNDING = 1e-9
"""US dollars by which sums of floats may be off."""
LOOK = 0.1
"""Seconds between two looks whether other processes have given back what they hold."""


class Row(BaseModel):
    """One call in the ledger."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    at: str
    """When, in UTC."""
    state: Literal["held", "spent", "lost"]
    """`held`: under way; `lost`: its process ended meanwhile, so it counts with the most that it can have cost."""
    spending: Spending
    number: int = -1
    """Tells rows apart while they are held."""
    holder: str = ""
    """Machine and process that holds it."""


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    schema_: str = Field(default=LEDGER_SCHEMA, alias="schema")
    usd: float
    """Sum of all rows whose price is known."""
    limit: float | None = None
    """The most that may be spent."""
    rows: tuple[Row, ...]
    aside: Mapping[str, float] = {}
    """What is set aside for things that are not made yet, by their keys."""


class _Book:
    """The rows, the limit and what is set aside, while nobody else changes them."""

    def __init__(
        self, rows: tuple[Row, ...] = (), limit: float | None = None, aside: Mapping[str, float] | None = None
    ) -> None:
        self.rows = {row.number if row.number >= 0 else index: row for index, row in enumerate(rows)}
        self.limit = limit
        self.aside = dict(aside or {})

    @property
    def usd(self) -> float:
        return sum(row.spending.usd or 0.0 for row in self.rows.values())

    @property
    def open(self) -> bool:
        return any(row.state == "held" for row in self.rows.values())

    def fits(self, usd: float, purpose: Purpose | None) -> bool:
        """Whether so much can be spent; what comes on top of what is planned leaves what is set aside."""
        kept = 0.0 if purpose is None or not purpose.extra else sum(self.aside.values())
        return self.limit is None or self.usd + usd + kept <= self.limit + ROUNDING

    def draw(self, usd: float, purpose: Purpose | None) -> None:
        """Take what is held out of what was set aside for it."""
        if purpose is not None and not purpose.extra and purpose.key in self.aside:
            self.aside[purpose.key] = max(0.0, self.aside[purpose.key] - usd)

    def add(self, state: Literal["held", "spent"], spending: Spending) -> int:
        number = 1 + max(self.rows, default=-1)
        self.rows[number] = Row(at=_now(), state=state, spending=spending, number=number, holder=_me())
        return number

    def change(self, number: int, state: Literal["spent", "lost"], spending: Spending | None = None) -> None:
        row = self.rows[number]
        self.rows[number] = row.model_copy(update={"state": state, "spending": spending or row.spending})

    def lose(self, gone: Callable[[Row], bool]) -> None:
        for number, row in self.rows.items():
            if row.state == "held" and gone(row):
                self.change(number, "lost")


@dataclass(frozen=True)
class Purpose:
    """What is being paid for: something that is planned, or an extra on top of it (another attempt, a look)."""

    key: str
    extra: bool = False


_PURPOSE: ContextVar[Purpose | None] = ContextVar("purpose", default=None)


@contextlib.contextmanager
def paying_for(key: str, *, extra: bool = False) -> Iterator[None]:
    """While something is paid for: extras leave what is set aside for what is not made yet.

    Args:
        key: Of what is made, as it was given to `Ledger.set_aside`.
        extra: Whether it can be done without.
    """
    token = _PURPOSE.set(Purpose(key, extra))
    try:
        yield
    finally:
        _PURPOSE.reset(token)


class Ledger:
    """A purse with a hard cap that remembers every row; safe to use from several threads and processes."""

    def __init__(
        self,
        path: Path | None = None,
        *,
        limit: float | None = None,
        joins: bool = False,
        on_spent: Callable[[Spent], None] | None = None,
    ) -> None:
        """Read what was spent before.

        Args:
            path: The ledger file; nothing is kept when None.
            limit: The most that may ever be spent, in US dollars, earlier runs in the same ledger included.
            joins: Whether this is a worker of the run that opened the ledger: its limit stands, and what it holds.
            on_spent: Is told every row as it is settled.

        Raises:
            MakeError: the file is there and is no ledger; what was spent is then unknown.
        """
        self._path, self._on_spent = path, on_spent
        self._changed = threading.Condition()
        self._memory = _Book(limit=limit)
        if path is None or joins or not (path.is_file() or limit is not None):
            return
        with self._book() as book:
            book.limit = limit
            book.lose(lambda row: True)

    @property
    def limit(self) -> float | None:
        """The most that may be spent; None: no limit."""
        return self._seen().limit

    @property
    def usd(self) -> float:
        """What was spent so far, in US dollars."""
        return self._seen().usd

    @property
    def rows(self) -> tuple[Row, ...]:
        """Everything in the ledger, oldest first."""
        return tuple(self._seen().rows.values())

    def set_aside(self, amounts: Mapping[str, float]) -> None:
        """Keep room for what is not made yet, by key; replaces what was set aside before. Without a limit nothing is.

        Args:
            amounts: The most that each may cost, in US dollars.
        """
        if self.limit is None and not self._seen().aside:
            return
        with self._book() as book:
            book.aside = {key: usd for key, usd in amounts.items() if usd > 0} if book.limit is not None else {}

    def made(self, key: str) -> None:
        """Something is made: what is left of what was set aside for it is free."""
        if key in self._seen().aside:
            with self._book() as book:
                book.aside.pop(key, None)

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
        while True:
            with self._book() as book:
                purpose = _PURPOSE.get()
                if book.limit is None or (usd is not None and book.fits(usd, purpose)):
                    book.draw(usd or 0.0, purpose)
                    return book.add("held", Spending(what=what, usd=usd, estimated=True))
                if usd is None:
                    raise _unpriced(book, what)
                book.lose(_gone)
                if not book.open:
                    raise _refused(book, usd, what, purpose)
            with self._changed:
                self._changed.wait(LOOK)

    def settle(self, number: int | None, spending: Spending) -> None:
        """Write what was really spent in place of a hold; remembered answers are only told."""
        if number is None and spending.cached:
            total = self.usd
        else:
            with self._book() as book:
                if number is None:
                    book.add("spent", spending)
                else:
                    book.change(number, "spent", spending)
                total = book.usd
        if self._on_spent is not None:
            self._on_spent(Spent(**spending.model_dump(exclude={"estimated"}), total_usd=round(total, 6)))

    def _lose(self, number: int) -> None:
        """A call that was stopped half-way may be charged: it counts with what was held."""
        with self._book() as book:
            if book.rows[number].state == "held":
                book.change(number, "lost")

    def _close(self, number: int) -> None:
        """Give back what was held and never settled: the call was refused."""
        with self._book() as book:
            if book.rows[number].state == "held":
                del book.rows[number]
        with self._changed:
            self._changed.notify_all()

    def _seen(self) -> _Book:
        with self._changed:
            return self._memory if self._path is None else _read(self._path)

    @contextlib.contextmanager
    def _book(self) -> Iterator[_Book]:
        """The book, to change: nobody else can until the block ends, and then everybody sees what changed."""
        if self._path is None:
            with self._changed:
                yield self._memory
            return
        with self._changed, alone(self._path.with_name(LOCK_FILE)):
            book = _read(self._path)
            yield book
            file = _File(usd=round(book.usd, 9), limit=book.limit, rows=tuple(book.rows.values()), aside=book.aside)
            write_text(self._path, file.model_dump_json(indent=1, by_alias=True) + "\n")


class _Held:
    """An amount that is set aside."""

    def __init__(self, ledger: Ledger, number: int | None, what: str) -> None:
        self._ledger, self._number, self._what = ledger, number, what

    def settle(self, spending: Spending) -> None:
        """Write what was really spent."""
        self._ledger.settle(self._number, spending)


def _read(path: Path) -> _Book:
    if not path.is_file():
        return _Book()
    try:
        file = _File.model_validate_json(path.read_text(encoding="utf-8"))
    except (OSError, ValidationError) as error:
        raise MakeError(
            f"{path} is no ledger, so what was spent is unknown; move it away: {error}", task="plan"
        ) from None
    return _Book(file.rows, file.limit, file.aside)


def _unpriced(book: _Book, what: str) -> BudgetError:
    return BudgetError(
        f"the price of {what} is not known, so the budget of {book.limit:.2f} USD cannot be kept: give it with "
        "--price PROMPT/COMPLETION (USD per million tokens), for pictures with ?price=USD behind the model's name, or "
        "go without --budget"
    )


def _refused(book: _Book, usd: float, what: str, purpose: Purpose | None) -> BudgetError:
    if purpose is not None and purpose.extra and book.fits(usd, None):
        kept = sum(book.aside.values())
        return BudgetError(
            f"it can cost up to {usd:.4f} USD; of the budget of {book.limit:.4f} USD {book.usd:.4f} are spent, and "
            f"{kept:.4f} are set aside for what is not made yet.",
            enough=book.usd + usd + kept,
        )
    return BudgetError(
        f"the next call of {what} can cost up to {usd:.4f} USD; {book.usd:.4f} of the budget of {book.limit:.4f} USD "
        "are spent. Nothing was sent; everything that was paid for is kept.",
        enough=book.usd + usd,
    )


def _me() -> str:
    return f"{socket.gethostname()}:{os.getpid()}"


def _gone(row: Row) -> bool:
    """Whether the process that holds a row is known to have ended; of other machines nothing is known."""
    host, _, process = row.holder.rpartition(":")
    if host != socket.gethostname() or sys.platform == "win32":
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False


def _now() -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
