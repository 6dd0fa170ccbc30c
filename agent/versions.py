"""Owns what becomes a version of a film beside its edits: plans, stills and clips that a person changed by hand.

Does not know: how versions are kept, how anything is made.
"""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import TYPE_CHECKING

from agent.edits import apply_edits
from agent.events import EventLog, Reused
from agent.own import changed_by_hand
from agent.planning import PLAN_FILE
from agent.store import Store, write_text
from planners import Plan, plan_to_yaml

if TYPE_CHECKING:
    from agent.history import History

BEGINNING, BY_HAND = "as it was planned", "edited by hand"


def history_of(folder: Path) -> History:
    """The history of a run folder; the graph library is loaded now."""
    found: History = importlib.import_module("agent.history").History(folder)
    return found


def noted(history: History, plan: Plan) -> None:
    """See that the history ends with the plan as it is: a plan changed by hand is a version too."""
    if history.current() is None:
        history.keep(plan, BEGINNING)
    elif history.plan() != plan:
        history.keep(plan, BY_HAND)


def honoured(plan: Plan, store: Store, log: EventLog) -> Plan:
    """The plan with the stills and clips that a person changed where they lie as the user's own, kept as a version.

    Args:
        plan: The film.
        store: Of its run folder, which is held.
        log: Is told what was honoured.
    """
    edits = changed_by_hand(plan, store)
    if not edits:
        return plan
    changed = apply_edits(plan, edits)
    history = history_of(store.root)
    noted(history, plan)
    said = ", ".join(f"{edit.what} of {edit.shot}" for edit in edits)
    history.keep(changed, f"{said} {BY_HAND}", edits)
    write_text(store.path(PLAN_FILE), plan_to_yaml(changed))
    for edit in edits:
        task = f"{'shot' if edit.what == 'clip' else edit.what}:{edit.shot}"
        log.tell(Reused(task=task, reason=f"replaced by hand: honoured as it is, kept as {edit.file}"))
    return changed
