"""Owns the storyboard page: `06_film/storyboard.html`, one file with all pictures in it, written when it would change.

The film plays from `film.mp4` beside it, or from the page itself when it was embedded. Does not know: how a plan became
a film, what a page looks like.
"""

from __future__ import annotations

import base64
import importlib
import re
import urllib.parse
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from agent.errors import MakeError
from agent.fingerprint import digest
from agent.pages.gather import FILM, gather
from agent.pages.render import render, version
from agent.pages.values import Board, Picture
from agent.store import Store, write_text
from planners import Plan

BOARD_FILE = "06_film/storyboard.html"
EMBEDDED = 256 * 2**20
"""Largest film in bytes that is put into a page: browsers hold it in memory more than once."""
_STAMP = re.compile(r'<meta name="storyreel" content="(\w+)">')
_HEAD = 4096
"""Characters of a page in which its stamp stands."""


def board_file(root: Path) -> Path:
    """Where the storyboard of a run folder lies."""
    return root / BOARD_FILE


def write_storyboard(plan: Plan, store: Store, *, embed: bool = False, out: Path | None = None) -> bool:
    """Write the storyboard of a film as it lies in its run folder; returns whether it had to be written.

    Args:
        plan: Of the film.
        store: Of its run folder.
        embed: Put the film into the page, so that the one file is enough to show it elsewhere.
        out: Where to write it; `06_film/storyboard.html` when None. Elsewhere it must be embedded to play.

    Raises:
        MakeError: the ledger cannot be read; or the film is to be embedded and is not there or too large.
    """
    board = gather(plan, store)
    path = out or store.path(BOARD_FILE)
    stamp = digest({"board": asdict(board), "version": version(), "embed": embed and _film_mark(store)})
    former = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    found = _STAMP.search(former[:_HEAD])
    if found and found[1] == stamp:
        return False
    encode = importlib.import_module("agent.pages.pictures").encode
    values: dict[str, Any] = {
        "board": board,
        "pictures": encode(store.root, _pictures(board), former),
        "stamp": stamp,
        "film": _embedded(store) if embed else board.film,
        "captions": urllib.parse.quote(board.captions),
    }
    write_text(path, render("storyboard.html", values, script="storyboard.js"))
    return True


def _pictures(board: Board) -> Iterator[Picture]:
    for card in board.cards:
        yield from (picture for picture in (card.still, *(seen.crop for seen in card.cast)) if picture)
        yield from (take.still for take in card.takes if take.still)
    for sheet in board.sheets:
        yield from sheet.pictures


def _film_mark(store: Store) -> str:
    record = store.read("06_film/film.json")
    return record.key if record else ""


def _embedded(store: Store) -> str:
    path = store.root / FILM
    if not path.is_file():
        raise MakeError("there is no film to embed: make it first", task="storyboard")
    if path.stat().st_size > EMBEDDED:
        raise MakeError(f"the film is larger than {EMBEDDED // 2**20} MB: leave it beside the page", task="storyboard")
    return "data:video/mp4;base64," + base64.b64encode(path.read_bytes()).decode("ascii")
