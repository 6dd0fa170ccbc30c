"""Owns the plan's place in a run folder: made from the story, or read back when a person edited it.

An edited `01_plan/plan.yaml` is honoured as long as the story stays the same; when the story changes too, the edited
plan is set aside under another name, never lost. Does not know: how a plan is made or rendered.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

from agent.answers import FolderCache
from agent.budget import LEDGER_FILE, Ledger
from agent.events import Asked, Downgraded, Event, Made, Removed, Reused, Started
from agent.fingerprint import digest, file_digest
from agent.settings import Settings
from agent.stages import task_key
from agent.store import Record, Store, write_text
from generators import VideoGenerator, capabilities
from planners import (
    PLANNER_VERSION,
    ChatModel,
    Foreseen,
    NativeLengths,
    Plan,
    Price,
    Story,
    cache_folder,
    foresee,
    load_plan,
    make_plan,
    plan_to_yaml,
)
from planners import Asked as Question

PLAN_FILE = "01_plan/plan.yaml"
RECORD_FILE = "01_plan/plan.json"
ANSWERS = "01_plan/answers"
WRITES = 0.25
"""Seconds between two events that say how long an answer has become."""


Tell = Callable[[Event], None]


def new_plan(
    story: Story, settings: Settings, tell: Tell, *, model: ChatModel | None = None, root: Path | None = None
) -> Plan:
    """A plan, within the budget; answers and ledger lie in the run folder, or answers in the user's cache folder.

    Args:
        story: What to plan.
        settings: Planner, endpoint, budget and prices are used.
        tell: Is told what is asked and spent.
        model: A chat model in place of the one named in the settings.
        root: The run folder, if there is one.

    Raises:
        PlanError: no valid plan can be made.
        ChatError: the language model could not be reached.
        BudgetError: going on could cost more than the budget.
    """
    ledger = Ledger(root / LEDGER_FILE if root else None, limit=settings.budget, on_spent=tell)
    asked = model is not None or settings.planner != "rules"
    return make_plan(
        story,
        backend=settings.planner if model is None else "rules",
        model=model,
        endpoint=settings.endpoint,
        purse=ledger,
        cache=FolderCache(root / ANSWERS if root else cache_folder() / "answers"),
        prices=settings.prices,
        progress=_Progress(tell),
        lengths=_native_lengths(story, settings) if asked else None,
    )


def _native_lengths(story: Story, settings: Settings) -> NativeLengths:
    """How long the shots of the film's generator are in one piece."""
    able = capabilities(settings.shots, role=VideoGenerator)
    fps = min(max(story.fps, able.fps[0]), able.fps[1])
    return NativeLengths(most=able.max_frames / fps if able.max_frames else None)


class _Progress:
    """Passes on what questions are doing; how an answer grows, a few times a second."""

    def __init__(self, tell: Tell) -> None:
        self._tell, self._last = tell, 0.0

    def __call__(self, question: Question) -> None:
        now = time.monotonic()
        if question.doing != "writes" or now - self._last > WRITES:
            self._last = now
            self._tell(Asked(**question.model_dump()))


def current_plan(story: Story, store: Store, settings: Settings, tell: Tell, *, model: ChatModel | None = None) -> Plan:
    """The plan of a run: the one on disk when it still belongs to the story, else a new one.

    Raises:
        StoryError: an edited plan is not valid.
        PlanError, ChatError, BudgetError: as for `new_plan`.
    """
    parts = {"story": digest(story), "planner": f"{settings.planner}@{PLANNER_VERSION}"}
    key = task_key(parts)
    record = store.read(RECORD_FILE)
    path = store.path(PLAN_FILE)
    if record is not None and path.is_file():
        edited = file_digest(path) != record.files.get(PLAN_FILE)
        if record.key == key:
            reason = "edited by hand: honoured as it is" if edited else "the story has not changed"
            tell(Reused(task="plan", reason=reason))
            return load_plan(path)
        if edited:
            aside = _set_aside(path)
            tell(Removed(file=f"01_plan/{aside.name}", reason="the story changed: your edited plan is kept here"))
    status = store.status(RECORD_FILE, key, parts)
    tell(Started(task="plan", stage="plan", label="planning"))
    began = time.perf_counter()
    plan = new_plan(story, settings, tell, model=model, root=store.root)
    _keep(plan, store, parts, status.reason, time.perf_counter() - began, tell)
    return plan


def foreseen_plan(
    story: Story, store: Store, settings: Settings, *, model: ChatModel | None = None
) -> tuple[Plan, Foreseen | None]:
    """The plan that a run would have, without asking anybody or writing anything.

    Returns:
        The plan on disk when it still belongs to the story; else the rules' plan, which is a language model's draft,
        and then what that model will be asked.

    Raises:
        StoryError: an edited plan is not valid.
        PlanError: no plan can be made.
    """
    parts = {"story": digest(story), "planner": f"{settings.planner}@{PLANNER_VERSION}"}
    record = store.read(RECORD_FILE)
    if record is not None and record.key == task_key(parts) and (store.root / PLAN_FILE).is_file():
        return load_plan(store.root / PLAN_FILE), None
    if settings.planner == "rules" and model is None:
        return make_plan(story), None
    said = getattr(model, "price", None)
    own = {**({settings.planner: said} if isinstance(said, Price) else {}), **settings.prices}
    lengths = _native_lengths(story, settings)
    return foresee(story, settings.planner, url=settings.endpoint, own=own, lengths=lengths)


def _keep(plan: Plan, store: Store, parts: dict[str, str], reason: str, seconds: float, tell: Tell) -> None:
    path = store.path(PLAN_FILE)
    write_text(path, plan_to_yaml(plan))
    files = {PLAN_FILE: file_digest(path)}
    store.write(RECORD_FILE, Record(task="plan", key=task_key(parts), parts=parts, files=files, seconds=seconds))
    tell(Made(task="plan", reason=reason, files=(PLAN_FILE,), seconds=round(seconds, 3)))
    for note in plan.notes:
        if note.kind != "repaired":
            tell(Downgraded(task="plan", what=f"{note.where}: {note.what}"))


def keep_plan(plan: Plan, store: Store, tell: Tell) -> None:
    """Put a plan that was given from outside into the run folder."""
    path = store.path(PLAN_FILE)
    text = plan_to_yaml(plan)
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        tell(Reused(task="plan", reason="given, and the same as before"))
        return
    write_text(path, text)
    parts = {"plan": digest(plan)}
    files = {PLAN_FILE: file_digest(path)}
    store.write(RECORD_FILE, Record(task="plan", key=task_key(parts), parts=parts, files=files))
    tell(Made(task="plan", reason="given", files=(PLAN_FILE,), seconds=0.0))


def _set_aside(path: Path) -> Path:
    number = 1
    while (target := path.with_name(f"plan.edited-{number}.yaml")).exists():
        number += 1
    os.replace(path, target)
    return target
