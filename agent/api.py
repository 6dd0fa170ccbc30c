"""Owns the public face: StoryAgent. Does not know: how stages work, how anything is shown."""

from __future__ import annotations

import importlib
import json
import os
import re
import threading
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import planners
from agent.budget import LEDGER_FILE, Ledger
from agent.chat import edits_of
from agent.editing import Editing, Film, taking
from agent.edits import Edit, apply_edits
from agent.estimate import Estimate, estimate
from agent.events import Event, EventLog, Listener, Started
from agent.executors import Executor, open_executor
from agent.fingerprint import file_digest
from agent.lock import held
from agent.outlook import needed, shots_of, tasks_of
from agent.own import changed_by_hand
from agent.photos import keep_pictures
from agent.planning import PLAN_FILE, current_plan, foreseen_plan, keep_plan, new_plan
from agent.retrying import Retries, retry_run
from agent.run import Run
from agent.settings import Settings
from agent.store import Store, write_text
from agent.versions import honoured
from planners import (
    ChatModel,
    Plan,
    PlanError,
    Problem,
    Story,
    StoryError,
    check_plan,
    check_planner,
    load_plan,
    load_story,
    plan_to_yaml,
    story_to_yaml,
)

if TYPE_CHECKING:
    from agent.takelist import Take
    from agent.takes import Takes
    from agent.variants import Vary

_LOGIN = re.compile(r"(?<=://)[^/@\s]+@")
NAME_LETTERS = 60
"""A run folder named by a title has at most so many letters: file systems allow 255 bytes."""
StorySource = str | Path | Mapping[str, Any] | Story


class StoryAgent(Editing):
    """Turns stories into films.

    >>> agent = StoryAgent()                                          # doctest: +SKIP
    >>> film = agent.make("examples/01_lighthouse/story.yaml", out="runs/lighthouse")  # doctest: +SKIP
    """

    def __init__(
        self, *, planner: str | ChatModel = "rules", listeners: tuple[Listener, ...] = (), **settings: Any
    ) -> None:
        """Take how films are made.

        Args:
            planner: `rules`, `openai:MODEL`, or a chat model as an object.
            listeners: Are told every event.
            settings: See `Settings`.

        Raises:
            PlanError: no planner has this name.
        """
        self._model = None if isinstance(planner, str) else planner
        if isinstance(planner, str):
            check_planner(planner)
        self.settings = Settings(planner=planner if isinstance(planner, str) else planner.name, **settings)
        self._stopping = threading.Event()
        self._listeners = (*listeners, self._heed)
        if self.settings.looker is not None:
            if self.settings.looker == "rules":
                raise PlanError("--looker takes a model that sees: openai:MODEL")
            check_planner(self.settings.looker)

    @property
    def model(self) -> ChatModel | None:
        """The language model that plans and listens; None with the rules."""
        if self._model is not None or self.settings.planner == "rules":
            return self._model
        return planners.chat_model(self.settings.planner, endpoint=self.settings.endpoint)

    def stop(self) -> None:
        """End what this agent is making, from a listener or another thread: the call that makes it raises `Stopped`.

        Everything made so far is kept. When nothing is being made, the next thing that is made ends at once.
        """
        self._stopping.set()

    def _heed(self, event: Event) -> None:
        if self._stopping.is_set():
            self._stopping.clear()
            raise KeyboardInterrupt

    def plan(self, story: StorySource) -> Plan:
        """The plan of a story, without making anything.

        Raises:
            StoryError: the story is wrong.
            PlanError: no valid plan can be made of it.
            ChatError: the language model could not be reached.
            BudgetError: going on could cost more than the budget.
        """
        return new_plan(self._story(story), self.settings, EventLog(None, self._listeners).tell, model=self._model)

    def make(self, story: StorySource | Plan, *, out: str | Path | None = None, only: Iterable[str] = ()) -> Film:
        """Make the film of a story, a plan, or a run folder; what is current is not made again.

        Args:
            story: A path of a story or of a run folder, a dict, a Story, or a Plan.
            out: The run folder; `runs/<name of the story>` when None.
            only: Ids or numbers of shots: just their stills and clips are made, and what they need; no film is put
                together. All of it when empty.

        Raises:
            StoryError, PlanError: the input is wrong.
            BusyError: another run works in the folder.
            MakeError, ChatError: something could not be made.
            BudgetError: going on could cost more than the budget.
            ApprovalNeeded: `Settings.approve` names something that is made now and waits; go on with `approve`.
            Stopped: interrupted.
        """
        folder, source = self._folder(story, out), self._source(story)
        given = not isinstance(story, (str, Path)) or os.path.abspath(story) != os.path.abspath(folder)
        with open_executor(self.settings) as executor, held(folder):
            store = Store(folder)
            log = EventLog(folder / "events.jsonl", self._listeners)
            if given and isinstance(source, Story):
                source = keep_pictures(source, folder, beside=_beside(story))
            if self.settings.approve:
                self._gates(source, given, store, log, executor).walk()
            plan = self._current_plan(source, given, store, log, executor)
            shots = shots_of(plan, only)
            return self._some(plan, shots, store, log, executor) if shots else self._walk(plan, store, log, executor)

    def _some(self, plan: Plan, shots: Sequence[str], store: Store, log: EventLog, executor: Executor) -> Film:
        plan = honoured(plan, store, log)
        tasks = tasks_of(plan, self.settings, store)
        run = Run(plan, store, self.settings, log)
        run.make_some(executor, [name for shot in shots for name in needed(shot, tasks)])
        return Film.by(self, folder=store.root, plan=plan, made=run.made, reused=tuple(run.reused))

    def estimate(
        self, story: StorySource | Plan | Film, *, out: str | Path | None = None, only: Iterable[str] | None = None
    ) -> Estimate:
        """What making a film would cost and take, per shot and in all; nothing is made, asked or written.

        Args:
            story: What `make` takes, or a film.
            out: The run folder; what is current there does not count.
            only: Ids of the shots that count; all when None.

        Raises:
            StoryError, PlanError: the input is wrong.
            GeneratorError: a generator is unknown, or cannot make this film.
            ChatError: an endpoint is no URL.
        """
        source: Story | Plan
        if isinstance(story, Film):
            folder, source = story.folder, story.plan
        else:
            folder, source = self._folder(story, out), self._source(story)
        store, asked = Store(folder), None
        if not isinstance(source, Plan):
            source, asked = foreseen_plan(source, store, self.settings, model=self._model)
        source = apply_edits(source, changed_by_hand(source, store, keep=False))
        spent = Ledger(folder / LEDGER_FILE, joins=True).usd
        return estimate(source, self.settings, store, asked=asked, spent=spent, only=only)

    def begin(self, story: StorySource | Plan, *, out: str | Path | None = None) -> Film:
        """Plan a story in a run folder and make nothing yet: edit it, then `render` it.

        Raises:
            StoryError, PlanError: the input is wrong.
            BusyError: another run works in the folder.
            ChatError, BudgetError: as for `plan`.
        """
        folder, source = self._folder(story, out), self._source(story)
        given = not isinstance(story, (str, Path)) or os.path.abspath(story) != os.path.abspath(folder)
        with held(folder):
            store, log = Store(folder), EventLog(folder / "events.jsonl", self._listeners)
            if given and isinstance(source, Story):
                source = keep_pictures(source, folder, beside=_beside(story))
            return Film.by(self, folder=folder, plan=self._current_plan(source, given, store, log, None))

    def approve(self, folder: str | Path, *, change: str | None = None) -> Film:
        """Approve what a film waits for (`Settings.approve`), as its files lie there now, and go on.

        The film is made with the settings that it was begun with; workers and executor are this agent's own.

        Args:
            folder: The run folder.
            change: Words that change the plan first ("make shot 3 rainy"); the plan then waits again.

        Raises:
            NothingWaits: nothing waits in the folder.
            ApprovalNeeded: the next thing waits, or the changed plan does.
            PlanError: nothing to change was recognised.
            BusyError, MakeError, ChatError, BudgetError, Stopped: as for `make`.
        """
        root = Path(folder)
        approvals = importlib.import_module("agent.approvals")
        _, stored = approvals.waiting(root)
        own = self.settings.model_dump(include={"workers", "executor", "prices"})
        self.settings = Settings(**stored | own)
        source = self._source(root)
        with open_executor(self.settings) as executor, held(root):
            store, log = Store(root), EventLog(root / "events.jsonl", self._listeners)
            gates = self._gates(source, False, store, log, executor)
            if change is not None:
                plan = self._current_plan(source, False, store, log, executor)
                write_text(root / PLAN_FILE, plan_to_yaml(apply_edits(plan, edits_of(change, plan))))
            else:
                gates.approve()
            gates.walk()
            return self._walk(self._current_plan(source, False, store, log, executor), store, log, executor)

    def _gates(self, source: Story | Plan, given: bool, store: Store, log: EventLog, executor: Executor) -> Any:
        """Where the film waits, with what must be made before each gate."""

        def plan() -> str:
            self._current_plan(source, given, store, log, executor)
            return file_digest(store.path(PLAN_FILE))

        def references() -> str:
            run = Run(self._current_plan(source, given, store, log, executor), store, self.settings, log)
            return run.make_references(executor)

        approvals = importlib.import_module("agent.approvals")
        return approvals.Approvals(
            store.root, self.settings.approve, {"plan": plan, "references": references}, self._told_settings()
        )

    def _told_settings(self) -> dict[str, Any]:
        """How films are made, without what is of this machine, and without logins."""
        kept = self.settings.model_dump(mode="json", exclude={"workers", "executor", "prices"})
        return {name: _LOGIN.sub("", value) if isinstance(value, str) else value for name, value in kept.items()}

    def _walk(self, plan: Plan, store: Store, log: EventLog, executor: Executor) -> Film:
        plan = honoured(plan, store, log)
        run = Run(plan, store, self.settings, log)
        run.walk(executor)
        report = run.report() | {"settings": self._told_settings()}
        write_text(store.path("report.json"), json.dumps(report, indent=1, ensure_ascii=False) + "\n")
        importlib.import_module("agent.pages").write_storyboard(plan, store)
        return Film.by(self, folder=store.root, plan=plan, made=run.made, reused=tuple(run.reused), report=report)

    def retry(self, folder: str | Path, *, more: int | None = 1, **tools: str) -> Retries:
        """Check a finished film, make the shots that fail again with advice, and check again.

        The film's own settings are used; what the new attempt does not make better stays as it was.

        Args:
            folder: The run folder.
            more: Attempts at each shot that fails; None: as many as the film's own setting of attempts leaves.
            tools: `embedder_name`, `frame_embedder`, `flow_name` of `consistency.check_film`.

        Raises:
            StoryError: there is no film in the folder.
            BusyError, MakeError, Stopped: as for `make`.
        """
        root = Path(folder)
        film = self.open(root)
        own = self.settings.model_dump(include={"workers", "executor", "prices", "budget"}, exclude_none=True)
        self.settings = Settings(**film.report.get("settings", {}) | own)
        with held(root):
            store = Store(root)
            return retry_run(film.plan, store, self.settings, lambda: self._remake(root, film.plan), more=more, **tools)

    def _remake(self, folder: Path, plan: Plan) -> Film:
        with open_executor(self.settings) as executor:
            return self._walk(plan, Store(folder), EventLog(folder / "events.jsonl", self._listeners), executor)

    def takes(
        self,
        film: Film,
        *shots: str,
        count: int = 3,
        vary: Vary | Sequence[Sequence[Edit]] = "auto",
        make: bool = True,
    ) -> tuple[Take, ...]:
        """Make variants of shots beside a film, which stays as it is. See `Editing.takes`."""
        takes: Takes = taking().Takes(Store(film.folder), self.settings)
        takes.queue(film.plan, shots, count, vary)
        if make:
            self._make_takes(takes, film, shots)
        return tuple(item for shot in shots for item in takes.of(shot))

    def make_takes(self, film: Film, *shots: str) -> tuple[Take, ...]:
        """Make the takes that are queued. See `Editing.make_takes`."""
        takes: Takes = taking().Takes(Store(film.folder), self.settings)
        queued = dict.fromkeys(shot for shot, _ in takes.queued(film.plan, shots))
        self._make_takes(takes, film, shots)
        return tuple(item for shot in queued for item in takes.of(shot))

    def _make_takes(self, takes: Takes, film: Film, shots: Sequence[str]) -> None:
        with open_executor(self.settings) as executor, held(film.folder):
            log = EventLog(film.folder / "events.jsonl", self._listeners)

            def make(plan: Plan, names: Sequence[str]) -> None:
                Run(plan, Store(film.folder), self.settings, log).make_some(executor, names)

            plan = honoured(film.plan, Store(film.folder), log)
            takes.make(plan, shots, make)
            importlib.import_module("agent.pages").write_storyboard(plan, Store(film.folder))

    def check(self, plan: Plan | Film) -> tuple[Problem, ...]:
        """What is wrong with a plan, errors first; empty when it is sound."""
        return check_plan(plan.plan if isinstance(plan, Film) else plan)

    def open(self, folder: str | Path) -> Film:
        """The film that lies in a run folder, as it is.

        Raises:
            StoryError: there is no plan in the folder, or it is not valid.
        """
        root = Path(folder)
        plan = load_plan(root / PLAN_FILE)
        path = root / "report.json"
        report = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
        return Film.by(self, folder=root, plan=plan, report=report)

    def _story(self, source: StorySource) -> Story:
        return load_story(source, allow_outside=self.settings.allow_outside)

    def _source(self, story: StorySource | Plan) -> Story | Plan:
        """What to film; read before a run folder is made, so that a wrong story leaves nothing behind."""
        if isinstance(story, Plan):
            return story
        if isinstance(story, (str, Path)) and os.path.isdir(story):
            file = Path(story) / "story.yaml"
            return self._story(file) if file.is_file() else load_plan(Path(story) / PLAN_FILE)
        return self._story(story)

    def _current_plan(
        self, source: Story | Plan, given: bool, store: Store, log: EventLog, executor: Executor | None
    ) -> Plan:
        """The plan to make; while a new one is being made, the executor's workers load what they will need.

        Args:
            source: The story, or the plan itself.
            given: Whether it comes from outside of the run folder, and is to be kept in it.
            store: Of the run folder.
            log: Told what becomes of the plan.
            executor: Warmed up; None when nothing is made after it.
        """

        def tell(event: Event) -> None:
            log.tell(event)
            if executor is not None and isinstance(event, Started):
                executor.warm(self.settings)

        if isinstance(source, Plan):
            if given:
                keep_plan(source, store, tell)
            return source
        if given:
            write_text(store.path("story.yaml"), story_to_yaml(source))
        return current_plan(source, store, self.settings, tell, model=self._model)

    def _folder(self, story: StorySource | Plan, out: str | Path | None) -> Path:
        if out is not None:
            folder = Path(out)
            if folder.exists() and not folder.is_dir():
                raise StoryError("--out must be a folder; this is a file", source=folder)
            return folder
        if isinstance(story, (str, Path)):
            path = Path(story)
            if os.path.isdir(path):
                return path
            name = path.parent.name if path.stem == "story" and path.parent.name else path.stem
        else:
            title = story.title if isinstance(story, (Story, Plan)) else story.get("title")
            name = str(title or "story")
        return Path("runs") / (re.sub(r"[^\w]+", "_", name)[:NAME_LETTERS].strip("_").lower() or "story")


def _beside(story: StorySource | Plan) -> Path:
    """The folder that a story's pictures are relative to."""
    return Path(story).parent if isinstance(story, (str, Path)) else Path.cwd()
