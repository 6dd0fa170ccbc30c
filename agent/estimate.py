"""Owns what a film would cost and take, told before anything is made: per shot and in all, in US dollars and seconds.

Only what is stale counts. The least is without retries; the most is what would be set aside before the calls. Seconds
come from the records of the run folder, else from shipped figures. Does not know: how anything is asked or shown.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence

from pydantic import BaseModel, ConfigDict

from agent.outlook import Outlook, outlook, tasks_of
from agent.paces import Paces
from agent.quotes import quote_of
from agent.settings import Settings
from agent.spans import FREE, NOTHING, UNKNOWN, Span
from agent.stages import Task
from agent.store import Store
from generators import Quote, pays
from planners import OLD_PRICES, Foreseen, Plan


class ShotCost(BaseModel):
    """One shot, or what several shots share."""

    model_config = ConfigDict(frozen=True)

    shot: str
    """Its id; empty for what several share."""
    number: int
    """From 1; 0 for what several share."""
    makes: tuple[str, ...]
    """Ids of the tasks that would be done."""
    usd: Span
    seconds: Span
    """Of work, as if one after another; the most is None where no figure is known."""


class PriceUsed(BaseModel):
    """A price that the estimate is made with."""

    model_config = ConfigDict(frozen=True)

    what: str
    date: str
    """Day of the price list, as YYYY-MM-DD; empty when it is of no list."""
    source: str
    days: int | None = None
    """How old the list is."""


class Estimate(BaseModel):
    """What making a film would cost and take."""

    model_config = ConfigDict(frozen=True)

    title: str
    shots: tuple[ShotCost, ...]
    shared: ShotCost
    """References, voices, joins and cards."""
    planner: Foreseen | None = None
    """What planning asks, when there is no plan yet and a language model makes it."""
    usd: Span
    seconds: Span
    """Until the film is there, with the workers that the run has; its last assembly included where it is known."""
    spent: float = 0.0
    """US dollars that this run folder has cost so far."""
    prices: tuple[PriceUsed, ...] = ()
    notes: tuple[str, ...] = ()
    """What is not known, or not as it seems."""

    @property
    def free(self) -> bool:
        """Whether nothing is charged."""
        return self.usd.most == 0.0


def estimate(
    plan: Plan,
    settings: Settings,
    store: Store,
    *,
    asked: Foreseen | None = None,
    spent: float = 0.0,
    only: Iterable[str] | None = None,
    today: datetime.date | None = None,
) -> Estimate:
    """What making a plan in a run folder would cost and take.

    Args:
        plan: The film; the rules' draft of it when a language model has yet to plan.
        settings: With which generators.
        store: Of the run folder, which need not be there.
        asked: What planning will ask, when it is yet to be done.
        spent: US dollars that the folder has cost so far.
        only: Ids of the shots that count; all when None.
        today: For the age of price lists.

    Raises:
        GeneratorError: a generator is unknown, or cannot make this film.
    """
    tasks = tasks_of(plan, settings, store)
    told = outlook(plan, settings, store)
    by_id = {task.id: task for task in tasks}
    stale = [by_id[row.task] for row in told.remade]
    quotes = {task.id: quote_of(task, by_id, plan) for task in stale}
    paces = Paces(tasks, plan, store)
    sums = _Sums(quotes, paces)
    wanted = set(only) if only is not None else {shot.id for shot in plan.shots}
    shots = tuple(
        sums.cost(shot.id, number, [task for task in stale if _shot_of(task) == shot.id])
        for number, shot in enumerate(plan.shots, 1)
        if shot.id in wanted
    )
    shared = sums.cost("", 0, [task for task in stale if not _shot_of(task)] if only is None else [])
    planning = _planning(asked)
    work = sum((item.seconds for item in (*shots, shared)), NOTHING)
    film = paces.film(plan) if only is None and _touched(told, store) else NOTHING
    return Estimate(
        title=plan.title,
        shots=shots,
        shared=shared,
        planner=asked,
        usd=sum((item.usd for item in (*shots, shared)), planning),
        seconds=work.over(settings.workers) + film,
        spent=spent,
        prices=tuple(_prices(quotes, by_id, asked, today or datetime.datetime.now(datetime.UTC).date())),
        notes=(*_notes(quotes, by_id, asked, today), *paces.notes, *_looks(settings)),
    )


def may_cost(settings: Settings) -> bool:
    """Whether anything in a run with these settings can cost money, so that an estimate is worth its time."""
    return (
        settings.planner != "rules"
        or settings.looker is not None
        or any(pays(name) for name in dict.fromkeys((settings.keyframes, settings.shots, settings.guide)))
    )


class _Sums:
    def __init__(self, quotes: Mapping[str, Quote], paces: Paces) -> None:
        self._quotes, self._paces = quotes, paces

    def cost(self, shot: str, number: int, tasks: Sequence[Task]) -> ShotCost:
        return ShotCost(
            shot=shot,
            number=number,
            makes=tuple(task.id for task in tasks),
            usd=sum((_span(self._quotes[task.id], _attempts(task)) for task in tasks), FREE),
            seconds=sum((self._paces.of(task, _attempts(task)) for task in tasks), NOTHING),
        )


def _span(quote: Quote, attempts: int) -> Span:
    return Span(least=quote.least or 0.0, most=None if quote.most is None else quote.most * attempts)


def _attempts(task: Task) -> int:
    """How often a task is done at most, when its measures do not accept what comes of it."""
    again = getattr(task.job, "again", None)
    return int(again.more if again is not None else getattr(task.job, "attempts", 1))


def _planning(asked: Foreseen | None) -> Span:
    return FREE if asked is None else Span(least=asked.least or 0.0, most=asked.most)


def _shot_of(task: Task) -> str:
    """The shot that a task is for; empty for what is shared."""
    return task.label if task.stage in ("keyframes", "shots") and task.id != "title" else ""


def _touched(told: Outlook, store: Store) -> bool:
    """Whether the film would be put together anew."""
    return bool(told.remade or told.back or told.removed) or store.read("06_film/film.json") is None


def _looks(settings: Settings) -> Iterable[str]:
    if settings.looker is not None:
        yield f"What {settings.looker} costs for looking at what is made is not counted: set --budget."


def _prices(
    quotes: Mapping[str, Quote], by_id: Mapping[str, Task], asked: Foreseen | None, today: datetime.date
) -> Iterable[PriceUsed]:
    rows = {(by_id[name].job.generator, quote.date, quote.source) for name, quote in quotes.items() if not quote.free}  # type: ignore[attr-defined]
    if asked is not None:
        rows.add((asked.model, asked.told.date, asked.told.source))
    for what, date, source in sorted(rows):
        yield PriceUsed(what=_plain(what), date=date, source=source, days=_age(date, today))


def _age(date: str, today: datetime.date) -> int | None:
    return (today - datetime.date.fromisoformat(date)).days if date else None


def _plain(name: str) -> str:
    """A generator's name without its options, which may hold an address."""
    return name.partition("?")[0]


def _notes(
    quotes: Mapping[str, Quote], by_id: Mapping[str, Task], asked: Foreseen | None, today: datetime.date | None
) -> Iterable[str]:
    day = today or datetime.datetime.now(datetime.UTC).date()
    for used in _prices(quotes, by_id, asked, day):
        if used.days is not None and used.days > OLD_PRICES:
            yield f"The price list of {used.what} is {used.days} days old ({used.date}): check {used.source}."
    if any(quote.most is None for quote in quotes.values()):
        yield "A price is not known, so there is no upper bound: give it with ?price=USD behind the model's name."
    elif any(quote.least is None for quote in quotes.values()):
        yield "The least that a picture costs is on no list: it counts as nothing, so the least in all is too low."
    if asked is not None:
        yield (
            "The plan is yet to be made: shots and questions are those of the rules' draft, and a language model may"
            " want others."
        )
        if asked.told.price is None:
            yield f"The price of {asked.model} is not known: give it with --price IN/OUT (USD per million tokens)."


__all__ = ["UNKNOWN", "Estimate", "PriceUsed", "ShotCost", "Span", "estimate", "may_cost"]
