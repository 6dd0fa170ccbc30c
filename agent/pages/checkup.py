"""Owns the check page: `07_check/page.html`, who is the same in every shot, curves, worst seams, what was tried again.

Does not know: how anything is measured.
"""

from __future__ import annotations

import base64
import importlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from agent.checking import FOLDER, FilmCheck, unjudged
from agent.pages.cards import called_in
from agent.pages.gather import gather
from agent.pages.render import render
from agent.pages.seams import seams
from agent.pages.trials import redone, tried
from agent.pages.values import Board, Picture, Seen
from agent.store import Store, write_text
from agent.timeline import Timeline, timeline
from consistency import MEASURES, Number, Scores, Verdict, limit_for, thresholds
from planners import Plan, Shot

CHECK_PAGE = f"{FOLDER}/page.html"
CURVES = ("identity_reference", "presence", "flash", "dynamics", "warp_error")
"""Measures that are drawn over time, when they were measured frame by frame."""
NO_PLOTS = (
    "The curves are missing: they are drawn by matplotlib, which is not installed (pip install 'storyreel[report]')."
)
FACE = 220
"""Longer side of a reference's view on the page, in pixels."""


@dataclass(frozen=True)
class Same:
    """One entity with its crops in all shots."""

    name: str
    colour: int
    references: tuple[Picture, ...]
    crops: tuple[tuple[int, Seen], ...]
    """Number of the shot, and how it is seen there."""


@dataclass(frozen=True)
class Row:
    """One measure in the table, over all shots."""

    title: str
    wanted: str
    """Its threshold in words."""
    cells: tuple[tuple[str, bool], ...]
    """The worst value in each shot, and whether it fails."""


@dataclass(frozen=True)
class State:
    """What became of one shot."""

    number: int
    state: str
    failures: tuple[str, ...]


def write_check_page(plan: Plan, store: Store, found: FilmCheck) -> tuple[str, ...]:
    """Write the page of a check that was just done.

    Args:
        plan: Of the film.
        store: Of its run folder.
        found: What was measured.

    Returns:
        What the page lacks, in full sentences.

    Raises:
        MakeError: the ledger cannot be read.
    """
    board, line = gather(plan, store), timeline(plan)
    pictures = importlib.import_module("agent.pages.pictures")
    same = tuple(_same(board, store))
    wanted = [
        picture for one in same for picture in (*one.references, *(seen.crop for _, seen in one.crops)) if picture
    ]
    names = called_in(plan)
    verdicts = {verdict.shot: verdict for verdict in found.verdicts}
    states = tuple(_state(verdicts.get(shot.id), number, names) for number, shot in enumerate(plan.shots, 1))
    measured = tuple(name for name in MEASURES if name in thresholds() and found.scores.of(name))
    again, left = redone(plan, store)
    plots = find_spec("matplotlib") is not None
    lacks = () if plots else (NO_PLOTS,)
    values: dict[str, Any] = {
        "board": board,
        "same": same,
        "pictures": pictures.encode(store.root, wanted),
        "states": states,
        "rows": tuple(_row(found, name, plan, verdicts) for name in measured),
        "notes": (*found.scores.notes, *lacks),
        "accepted": found.accepted,
        "judged": any(verdict.judged for verdict in found.verdicts),
        "curves": _curves(found.scores, board, line) if plots else None,
        "seams": seams(plan, store, line, found, pictures.frame),
        "tried": tried(plan, store, lambda path, at: pictures.frame(path, at) if at else pictures.still(path)),
        "redone": again,
        "left": left,
    }
    write_text(store.path(CHECK_PAGE), render("check.html", values))
    return lacks


def _same(board: Board, store: Store) -> Iterator[Same]:
    for sheet in board.sheets:
        crops = [(card.number, seen) for card in board.cards for seen in card.cast if seen.entity == sheet.entity]
        if crops and sheet.pictures:
            references = tuple(_front(store, picture) for picture in sheet.pictures)
            yield Same(sheet.name, sheet.colour, references, tuple(crops))


def _front(store: Store, picture: Picture) -> Picture:
    """The view of a sheet by which somebody is known."""
    record = store.read(picture.file.rsplit(".", 1)[0] + ".json")
    views = record.data.get("artefact", {}).get("views", {}) if record else {}
    box = views.get("front") or next(iter(views.values()), None)
    return Picture(picture.file, picture.digest, FACE, tuple(box) if box else None)


def _state(verdict: Verdict | None, number: int, names: Mapping[str, str]) -> State:
    if verdict is None:
        return State(number, "not made", ())
    state = "not judged" if not verdict.judged else "ok" if verdict.accepted else "fails"
    return State(number, state, tuple(failure.sentence(names) for failure in verdict.failures))


def _row(found: FilmCheck, measure: str, plan: Plan, verdicts: Mapping[str, Verdict]) -> Row:
    told = MEASURES[measure]
    limits = [limit_for(thresholds()[measure], row.by) for row in found.scores.of(measure)]
    bounds = sorted({f"{limit.value:.2f}" for limit in limits if limit is not None})
    wanted = f"{'at least' if told.better == 'higher' else 'at most'} {' or '.join(bounds)}" if bounds else "not judged"
    return Row(told.title, wanted, tuple(_cell(found.scores, measure, plan, shot, verdicts) for shot in plan.shots))


def _cell(scores: Scores, measure: str, plan: Plan, shot: Shot, verdicts: Mapping[str, Verdict]) -> tuple[str, bool]:
    verdict = verdicts.get(shot.id)
    failed = verdict is not None and any(failure.measure == measure for failure in verdict.failures)
    if measure in unjudged(plan, shot.id) and not failed:
        return "cut" if scores.of(measure) and shot is not plan.shots[0] else "", False
    return _worst(scores, measure, shot.id), failed


def _worst(scores: Scores, measure: str, shot: str) -> str:
    rows = scores.of(measure, shot=shot)
    values = [row.value for row in rows if row.value is not None and (row.other or row.shot) == shot]
    if not values:
        return ""
    return f"{min(values) if MEASURES[measure].better == 'higher' else max(values):.2f}"


def _curves(scores: Scores, board: Board, line: Timeline) -> str | None:
    """The curves as a data URI; None when nothing was measured frame by frame."""
    plots = importlib.import_module("agent.pages.plots")
    colours = {sheet.name: sheet.colour for sheet in board.sheets}
    panels = [
        plots.Curves(_titled(name), parts, colours, _limit(name))
        for name in CURVES
        if (parts := _parts(scores.of(name, frames=True), board, line))
    ]
    if not panels:
        return None
    svg = plots.plot(panels, [(card.start, str(card.number)) for card in board.cards], board.seconds)
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode("ascii")


def _titled(measure: str) -> str:
    row = MEASURES[measure]
    return f"{row.title[:1].upper()}{row.title[1:]} ({row.unit}, {row.better} is better)"


def _limit(measure: str) -> float | None:
    """The threshold, where single frames can be held against it."""
    found = thresholds().get(measure)
    return found.value if found and measure == "flash" else None


def _parts(rows: Sequence[Number], board: Board, line: Timeline) -> dict[str, list[list[tuple[float, float]]]]:
    """Name -> stretches of (seconds, value), one a shot."""
    names = {sheet.entity: sheet.name for sheet in board.sheets}
    found: dict[str, dict[str, list[tuple[float, float]]]] = {}
    for row in rows:
        if row.value is not None and row.frame is not None and row.shot in line.starts:
            at = (line.starts[row.shot] + row.frame) / board.fps
            lines = found.setdefault(names.get(row.entity or "", row.entity or ""), {})
            lines.setdefault(row.shot, []).append((at, row.value))
    return {name: [sorted(part) for part in parts.values()] for name, parts in found.items()}
