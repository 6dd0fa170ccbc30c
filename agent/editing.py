"""Owns changing films: typed edits, lines of words, previews, undo and redo; and the Film that they return.

Every change is a version of the film's plan, written to its run folder and honoured from then on like a plan edited by
hand. Does not know: how words are read, how anything is made.
"""

from __future__ import annotations

import importlib
from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, PrivateAttr

from agent.board import Board, board
from agent.chat import edits_of
from agent.differences import differences
from agent.edits import Edit, apply_edits
from agent.errors import MakeError
from agent.finished import Finished
from agent.lock import held
from agent.outlook import Outlook, outlook
from agent.own import changed_by_hand, kept_edits
from agent.planning import PLAN_FILE
from agent.reasons import reasons
from agent.settings import Settings
from agent.store import Store, write_text
from agent.versions import history_of, noted
from planners import Plan, plan_to_yaml

if TYPE_CHECKING:
    from agent.estimate import Estimate, ShotCost
    from agent.takelist import Take
    from agent.variants import Vary


class Preview(BaseModel):
    """What edits would do."""

    model_config = ConfigDict(frozen=True)

    plan: Plan
    """The film as it would be planned."""
    lines: tuple[str, ...]
    """What differs, in short lines."""
    outlook: Outlook
    """What would be made, and what would not."""


class Film(Finished):
    """A film with the agent that can change it: where it is, what was made anew, what was lost."""

    _agent: Any = PrivateAttr(default=None)

    @classmethod
    def by(cls, agent: Editing, **values: Any) -> Film:
        """A film that knows which agent can change it."""
        film = cls(**values)
        film._agent = agent
        return film

    def render(self) -> Film:
        """The film with everything made that its plan still lacks. See `Editing.render`."""
        return self._by().render(self)

    def edit(self, *edits: Edit, words: str = "", make: bool = True) -> Film:
        """The film with typed edits, made. See `Editing.edit`."""
        return self._by().edit(self, *edits, words=words, make=make)

    def revise(self, words: str) -> Film:
        """The film changed by a line of words, made. See `Editing.revise`."""
        return self._by().revise(self, words)

    def preview(self, *edits: Edit) -> Preview:
        """What edits would change and remake; nothing is made. See `Editing.preview`."""
        return self._by().preview(self, *edits)

    def undo(self, steps: int = 1, *, make: bool = True) -> Film:
        """The film as it was some edits ago; what was made then comes back."""
        return self._by().undo(self, steps, make=make)

    def redo(self, steps: int = 1, *, make: bool = True) -> Film:
        """The film as it was before the last undo."""
        return self._by().redo(self, steps, make=make)

    def go_to(self, version: str, *, make: bool = True) -> Film:
        """The film as any version of its history, by its id."""
        return self._by().go_to(self, version, make=make)

    def branch(self, name: str) -> Film:
        """The same film on a new branch of its history. See `Editing.branch`."""
        return self._by().branch(self, name)

    def switch(self, name: str, *, make: bool = True) -> Film:
        """The film as a branch ends. See `Editing.switch`."""
        return self._by().switch(self, name, make=make)

    def takes(
        self,
        *shots: str,
        count: int = 3,
        vary: Vary | Sequence[Sequence[Edit]] = "auto",
        make: bool = True,
    ) -> tuple[Take, ...]:
        """Variants of shots, made beside the film, which stays as it is. See `Editing.takes`."""
        return self._by().takes(self, *shots, count=count, vary=vary, make=make)

    def make_takes(self, *shots: str) -> tuple[Take, ...]:
        """Make the takes that are queued. See `Editing.make_takes`."""
        return self._by().make_takes(self, *shots)

    def queued_takes(self, *shots: str) -> tuple[tuple[str, Take], ...]:
        """Takes that are yet to be made, with their shots' ids, in the order of the film."""
        found: tuple[tuple[str, Take], ...] = self._takes().queued(self.plan, shots)
        return found

    def takes_cost(self, *shots: str) -> tuple[ShotCost, ...]:
        """What making the queued takes would cost, one row each; nothing is made or asked."""
        found: tuple[ShotCost, ...] = self._takes().costs(self.plan, shots)
        return found

    def drop_takes(self, *shots: str) -> int:
        """Take those that are yet to be made off the queue, of all shots when none are named; how many they were."""
        dropped: int = self._takes().drop(shots)
        return dropped

    def pick(self, shot: str, number: int, *, make: bool = True) -> Film:
        """The film with a take of a shot in it; nothing but its joins is made anew. See `Editing.pick`."""
        return self._by().pick(self, shot, number, make=make)

    def estimate(self, *, only: Sequence[str] | None = None) -> Estimate:
        """What making what the film still lacks would cost and take. See `StoryAgent.estimate`."""
        return self._by().estimate(self, only=only)

    def why(self, shot: str) -> tuple[str, ...]:
        """Why the parts of a shot were made the last time, and why they would be made now; one line each."""
        return reasons(self.folder, shot, self.preview().outlook)

    @property
    def board(self) -> Board:
        """Every shot with its state, length, cast and what the last check found."""
        return board(self.plan, Store(self.folder), self._by().settings)

    def _takes(self) -> Any:
        return taking().Takes(Store(self.folder), self._by().settings)

    def _by(self) -> Editing:
        if self._agent is None:
            raise MakeError("this film was not made or opened by an agent: use StoryAgent().open(folder)", task="film")
        agent: Editing = self._agent
        return agent


class Editing(ABC):
    """The part of an agent that changes films."""

    settings: Settings

    @abstractmethod
    def _remake(self, folder: Path, plan: Plan) -> Film:
        """Make a plan in a run folder that is held."""

    def render(self, film: Film) -> Film:
        """Make what a film's plan still lacks.

        Raises:
            BusyError, MakeError, BudgetError, Stopped: as for `make`.
        """
        with held(film.folder):
            return self._remake(film.folder, film.plan)

    def edit(self, film: Film, *edits: Edit, words: str = "", make: bool = True) -> Film:
        """Change a film by typed edits, and make what depends on them.

        Args:
            film: A film that was made or opened.
            edits: In order; later ones may name shots that earlier ones add.
            words: What the person said, for the history.
            make: False changes the plan only; `render` makes it later.

        Raises:
            PlanError: a shot, entity or line that is not there, or a plan that would be wrong; nothing is changed then.
            BusyError, MakeError, BudgetError, Stopped: as for `make`.
        """
        edits = kept_edits(edits, film.folder)
        plan = apply_edits(film.plan, edits)
        with held(film.folder):
            history = history_of(film.folder)
            noted(history, film.plan)
            history.keep(plan, words or ", ".join(edit.op.replace("_", " ") for edit in edits), edits)
            return self._stand(film.folder, plan, make)

    def revise(self, film: Film, words: str) -> Film:
        """Change a film by a line of words, and make what depends on the change.

        Args:
            film: A film that was made or opened.
            words: For example "make shot 3 rainy and two seconds longer".

        Raises:
            PlanError: nothing to change was recognised, or there is no such shot.
            BusyError, MakeError, BudgetError, Stopped: as for `make`.
        """
        return self.edit(film, *edits_of(words, film.plan), words=words)

    def preview(self, film: Film, *edits: Edit) -> Preview:
        """What edits would change and remake; nothing is made or kept.

        Raises:
            PlanError: as for `edit`.
        """
        plan = apply_edits(film.plan, edits)
        store = Store(film.folder)
        seen = outlook(apply_edits(plan, changed_by_hand(plan, store, keep=False)), self.settings, store)
        return Preview(plan=plan, lines=differences(film.plan, plan), outlook=seen)

    @abstractmethod
    def takes(
        self,
        film: Film,
        *shots: str,
        count: int = 3,
        vary: Vary | Sequence[Sequence[Edit]] = "auto",
        make: bool = True,
    ) -> tuple[Take, ...]:
        """Make variants of shots beside a film, which stays as it is.

        Only those shots' stills and clips are made. All takes are in `takes.json`, and side by side with what differs
        and their scores in `takes/<shot>.png`. A run that was stopped goes on with the takes that it had begun.

        Args:
            film: A film that was made or opened.
            shots: Ids of the shots.
            count: How many of each.
            vary: `seed`, `camera`, `layout`, `prompt` (for generators that read one), `auto` (seeds for learned
                generators, camera and layout in turn for the animatic), or the edits of each take.
            make: False queues them, also while another run works in the folder; `make_takes` makes them.

        Returns:
            All takes of these shots, those of earlier runs too.

        Raises:
            PlanError: no such shot, or not so many variants of it.
            BusyError, MakeError, BudgetError, Stopped: as for `make`.
        """

    @abstractmethod
    def make_takes(self, film: Film, *shots: str) -> tuple[Take, ...]:
        """Make the takes that are queued, of all shots when none are named, and those that are queued meanwhile.

        Returns:
            All takes of the shots that had queued ones.

        Raises:
            PlanError: the film is no longer as it was when a take was queued, and cannot take its edits.
            BusyError, MakeError, BudgetError, Stopped: as for `make`.
        """

    @abstractmethod
    def estimate(self, story: Any, *, out: Any = None, only: Any = None) -> Estimate:
        """What making a film would cost and take."""

    def pick(self, film: Film, shot: str, number: int, *, make: bool = True) -> Film:
        """Put a take of a shot into the film, as an edit that can be undone; the other takes stay.

        Args:
            film: A film that was made or opened.
            shot: Id of the shot.
            number: Of the take; 0 is the shot as it was before its takes.
            make: False changes the plan only; `render` makes it later.

        Raises:
            PlanError: there is no such take.
            BusyError, MakeError, BudgetError, Stopped: as for `make`.
        """
        edits = taking().Takes(Store(film.folder), self.settings).picked(film.plan, shot, number)
        return self.edit(film, *edits, words=f"take {number} of {shot}", make=make)

    def undo(self, film: Film, steps: int = 1, *, make: bool = True) -> Film:
        """Go back to the film before its last edits; what was made for it comes back and is not made again.

        Raises:
            PlanError: there is nothing to undo.
            BusyError, MakeError, Stopped: as for `make`.
        """
        with held(film.folder):
            history = history_of(film.folder)
            noted(history, film.plan)
            history.undo(steps)
            return self._stand(film.folder, history.plan(), make)

    def redo(self, film: Film, steps: int = 1, *, make: bool = True) -> Film:
        """Take back what was undone since the last edit.

        Raises:
            PlanError: there is nothing to redo.
            BusyError, MakeError, Stopped: as for `make`.
        """
        with held(film.folder):
            history = history_of(film.folder)
            history.redo(steps)
            return self._stand(film.folder, history.plan(), make)

    def go_to(self, film: Film, version: str, *, make: bool = True) -> Film:
        """Stand on any version of the film's history, by its id.

        Raises:
            PlanError: there is no such version.
            BusyError, MakeError, Stopped: as for `make`.
        """
        with held(film.folder):
            history = history_of(film.folder)
            noted(history, film.plan)
            history.go_to(version)
            return self._stand(film.folder, history.plan(), make)

    def branch(self, film: Film, name: str) -> Film:
        """Try something from here on, without touching the branch that the film stands on.

        Raises:
            PlanError: there is a branch of this name already.
            BusyError: another run works in the folder.
        """
        with held(film.folder):
            history = history_of(film.folder)
            noted(history, film.plan)
            history.begin_branch(name)
            return film

    def switch(self, film: Film, name: str, *, make: bool = True) -> Film:
        """Stand on the last version of a branch.

        Raises:
            PlanError: there is no such branch.
            BusyError, MakeError, Stopped: as for `make`.
        """
        with held(film.folder):
            history = history_of(film.folder)
            noted(history, film.plan)
            history.switch(name)
            return self._stand(film.folder, history.plan(), make)

    def _stand(self, folder: Path, plan: Plan, make: bool) -> Film:
        write_text(folder / PLAN_FILE, plan_to_yaml(plan))
        return self._remake(folder, plan) if make else Film.by(self, folder=folder, plan=plan)


def taking() -> Any:
    """The module of takes; the libraries that measure are loaded now."""
    return importlib.import_module("agent.takes")
