"""Owns what workers hand to generators that cost money: the run's ledger, and the folder of what is paid for.

Does not know: what is made, what it costs.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

from agent.answers import PictureFolder
from agent.budget import LEDGER_FILE, Ledger
from agent.events import Spent
from generators import create, pays

PAID = "paid"
"""Folder of a run with the pictures that servers made, by the digest of what was asked."""


def generator(name: str, root: Path) -> Any:
    """One instance of a generator per process; one that costs money gets the purse of the run."""
    return _paying(name, root) if pays(name) else _free(name)


def spent(root: Path) -> tuple[Spent, ...]:
    """What was spent in this process since it was asked last."""
    told = till(root)[1]
    rows = tuple(told)
    told.clear()
    return rows


@functools.cache
def _free(name: str) -> Any:
    return create(name)


@functools.cache
def _paying(name: str, root: Path) -> Any:
    return create(name, purse=till(root)[0], kept=PictureFolder(root / PAID))


@functools.cache
def till(root: Path) -> tuple[Ledger, list[Spent]]:
    """The run's ledger in this process, and what was spent from it since `spent` was asked last."""
    told: list[Spent] = []
    return Ledger(root / LEDGER_FILE, joins=True, on_spent=told.append), told
