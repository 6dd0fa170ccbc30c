"""Owns what a language model will be asked about a story, and what that costs, told before anybody is asked.

The director walks over the story with an asker that renders every question, counts it, and has no answer: so the
questions are those that will be asked, as far as the rules' draft foresees them, and nothing is called. Does not know:
budgets, servers.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from planners.api import make_plan
from planners.asking import CORRECTIONS
from planners.chat_model import Answer, ChatRequest, Usage
from planners.endpoint import endpoint
from planners.errors import NoAnswer
from planners.native import NativeLengths
from planners.plan import Frozen, Plan
from planners.prices import FREE, Price, count_tokens, list_of, most, named
from planners.questions import request_of
from planners.story import Story

SHORTEST = 200
"""Tokens that an answer is taken to have at least."""


class Told(Frozen):
    """A price of a language model, and who says so."""

    price: Price | None
    date: str = ""
    """Day of the price list, as YYYY-MM-DD; empty when it is of no list."""
    source: str = ""


class Foreseen(Frozen):
    """What planning will ask and cost."""

    model: str
    questions: int
    prompt_tokens: int
    """About how many tokens all first questions are."""
    least: float | None
    """US dollars when every first answer is short and right; None: no price is known."""
    most: float | None
    """US dollars when every question needs all its corrections and the longest answers."""
    told: Told


def told_price(planner: str, url: str | None = None, own: Mapping[str, Price] | None = None) -> Told:
    """What a planner's model costs, and who says so; nobody is asked.

    Args:
        planner: Its name, `rules` or `openai:MODEL`.
        url: Address of its server; OPENAI_BASE_URL, else OpenAI's own, when None.
        own: The user's prices by model name.

    Raises:
        ChatError: the address is no URL.
    """
    if planner == "rules":
        return Told(price=FREE, source="made on this machine")
    names = named(planner)
    mine = next((own[name] for name in names if name in own), None) if own else None
    if mine is not None:
        return Told(price=mine, source="your own price (--price)")
    where = endpoint(url)
    if where.local:
        return Told(price=FREE, source="a server on this machine or network")
    row = list_of(where.host)
    price = next((row.models[name] for name in names if name in row.models), None)
    if price is None:
        return Told(price=None, source=f"no price of {planner} at {where.host} is known")
    return Told(price=price, date=row.date, source=row.source)


def foresee(
    story: Story,
    planner: str,
    *,
    url: str | None = None,
    own: Mapping[str, Price] | None = None,
    lengths: NativeLengths | None = None,
) -> tuple[Plan, Foreseen]:
    """The rules' draft of a story's plan, and what a language model will be asked to better it.

    Args:
        story: What a person wrote.
        planner: `openai:MODEL`.
        url: Address of its server.
        own: The user's prices by model name.
        lengths: How long the shots of the generator can be.

    Raises:
        PlanError: no plan can be made of the story.
        ChatError: the address is no URL.
    """
    asked = _Counting(seed=story.seed)
    plan = make_plan(story, asker=asked, lengths=lengths)
    told = told_price(planner, url, own)
    prompts = [count_tokens(message.content for message in request.messages) for request in asked.requests]
    price = told.price
    return plan, Foreseen(
        model=planner,
        questions=len(prompts),
        prompt_tokens=sum(prompts),
        least=None if price is None else sum(price.usd(_usage(tokens, SHORTEST)) for tokens in prompts),
        most=None if price is None else sum(_dearest(request, price) for request in asked.requests),
        told=told,
    )


class _Counting:
    """An Asker that keeps every question and answers none."""

    def __init__(self, *, seed: int | None) -> None:
        self.requests: list[ChatRequest] = []
        self._seed = seed
        self._lock = threading.Lock()

    def ask(
        self,
        prompt: str,
        variables: Mapping[str, object],
        answer: type[Answer],
        *,
        check: Callable[[Answer], Sequence[str]] | None = None,
        where: str = "",
        pictures: Sequence[bytes] = (),
    ) -> Answer:
        """Keep the question.

        Raises:
            NoAnswer: always.
        """
        request = request_of(prompt, variables, answer, where=where, pictures=pictures, seed=self._seed)
        with self._lock:
            self.requests.append(request)
        raise NoAnswer("nobody was asked")


def _dearest(request: ChatRequest, price: Price) -> float:
    """A question with all its corrections, each of which sends the answer before it back."""
    once: float = most(request, price)
    again = once + price.usd(_usage(request.max_tokens, 0))
    return once + CORRECTIONS * again


def _usage(sent: int, answered: int) -> Usage:
    numbers: dict[str, Any] = {"prompt_tokens": sent, "completion_tokens": answered}
    return Usage(**numbers)
