"""Owns asking: a prompt of the library goes through a chat model until a valid answer is there, or nothing more helps.

Render, look in the cache, hold the most that the call can cost, call, find the JSON, validate, check, and send back
what is wrong. Every call is cached by itself, so a run that was killed between two corrections pays for neither again.
Does not know: nodes, servers, where money or answers are kept.
"""

from __future__ import annotations

import hashlib
import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from pydantic import ValidationError

from planners.chat_model import (
    Answer,
    AnswerCache,
    Asked,
    ChatMessage,
    ChatModel,
    ChatReply,
    ChatRequest,
    OnAsked,
    Usage,
)
from planners.errors import BrokenOff, ChatError, NoAnswer
from planners.extraction import Unreadable, breaks_off, find_object
from planners.faults import faults
from planners.prices import Price, count_tokens, most, price_of
from planners.purse import OpenPurse, Purse, Spending
from planners.questions import MAX_TOKENS, TEMPERATURE, request_of
from prompts import neutral, render

KEY_VERSION = 1
"""Raised when the meaning of a cache key changes."""
CORRECTIONS = 3
CONTINUATIONS = 3
BREAKS = 2
"""How often an answer that broke off is asked for again."""
ROOM = 4
"""An answer that is too long may take so many times `max_tokens` in the end."""
TAIL = 120
OVERLAP = 16
"""Letters that a continuation must repeat to be taken for a repetition."""
Check = Callable[[Answer], Sequence[str]]


class MemoryCache:
    """Answers kept as long as the process lives."""

    def __init__(self) -> None:
        self._rows: dict[str, ChatReply] = {}
        self._lock = threading.Lock()

    def get(self, key: str) -> ChatReply | None:
        """The answer under a key."""
        with self._lock:
            return self._rows.get(key)

    def put(self, key: str, reply: ChatReply) -> None:
        """Keep an answer."""
        with self._lock:
            self._rows[key] = reply

    def drop(self, key: str) -> None:
        """Forget an answer."""
        with self._lock:
            self._rows.pop(key, None)


class Asking:
    """An Asker over one chat model; may be used from several threads at once."""

    def __init__(
        self,
        model: ChatModel,
        *,
        purse: Purse | None = None,
        cache: AnswerCache | None = None,
        prices: Mapping[str, Price] | None = None,
        corrections: int = CORRECTIONS,
        seconds: float = 900,
        max_tokens: int = MAX_TOKENS,
        temperature: float = TEMPERATURE,
        seed: int | None = None,
        on_asked: OnAsked | None = None,
    ) -> None:
        """Take the model and the limits.

        Args:
            model: Carries the requests.
            purse: Grants the money; without a limit when None.
            cache: Keeps the answers; in memory when None.
            prices: The user's own prices by model name.
            corrections: How often a wrong answer is sent back, at most.
            seconds: Total time for one question with all its corrections.
            max_tokens: Length of an answer; one that is longer is continued, or asked for with more room.
            temperature: 0 to 2.
            seed: For servers that take one.
            on_asked: Is told what every question is doing.
        """
        self.model = model
        self._purse = purse or OpenPurse()
        self._cache = cache or MemoryCache()
        self._price = price_of(model, prices)
        self._corrections, self._seconds, self._max_tokens = corrections, seconds, max_tokens
        self._temperature, self._seed = temperature, seed
        self._on_asked = on_asked
        self.unreached: ChatError | None = None
        """The first error of a model that has not answered once; None as soon as it has."""
        self._answered = False
        self._lock = threading.Lock()
        self._flights: dict[str, tuple[threading.Lock, int]] = {}

    def ask(
        self,
        prompt: str,
        variables: Mapping[str, object],
        answer: type[Answer],
        *,
        check: Check[Answer] | None = None,
        where: str = "",
        pictures: Sequence[bytes] = (),
    ) -> Answer:
        """A validated answer to a prompt of the library; see `Asker.ask`."""
        request = request_of(
            prompt,
            variables,
            answer,
            where=where,
            pictures=pictures,
            max_tokens=self._max_tokens,
            temperature=self._temperature,
            seed=self._seed,
        )
        return _Question(self, request).answer(answer, check)

    def call(self, request: ChatRequest, ends: float, tell: Callable[..., None]) -> ChatReply:
        """One call through cache and purse.

        Raises:
            NoAnswer: the time is over.
            ChatError: the model could not be reached.
        """
        key = self.key(request)
        with self._flight(key):
            return self._one(key, request, ends, tell)

    @contextmanager
    def _flight(self, key: str) -> Iterator[None]:
        """The same question from two threads is asked once."""
        with self._lock:
            lock, users = self._flights.get(key, (threading.Lock(), 0))
            self._flights[key] = (lock, users + 1)
        try:
            with lock:
                yield
        finally:
            with self._lock:
                lock, users = self._flights.pop(key)
                if users > 1:
                    self._flights[key] = (lock, users - 1)

    def _one(self, key: str, request: ChatRequest, ends: float, tell: Callable[..., None]) -> ChatReply:
        kept = self._cache.get(key)
        if kept is not None:
            self._answered = True
            with self._purse.hold(0.0, what=self.model.name) as hold:
                hold.settle(Spending(what=self.model.name, where=_label(request), usd=0.0, cached=True))
            tell("remembers", len(kept.text))
            return kept
        for attempt in range(BREAKS + 1):
            left = ends - time.monotonic()
            if left <= 0:
                raise NoAnswer(f"{self.model.name}: no answer to {_label(request)} within {self._seconds:.0f} s")
            try:
                reply = self._paid(request.model_copy(update={"time_limit": left}), tell)
            except BrokenOff:
                if attempt == BREAKS:
                    raise
            else:
                self._cache.put(key, reply)
                return reply
        raise AssertionError("the loop ends by itself")

    def _paid(self, request: ChatRequest, tell: Callable[..., None]) -> ChatReply:
        written = 0

        def on_text(piece: str) -> None:
            nonlocal written
            written += len(piece)
            tell("writes", written)

        bound = most(request, self._price) if self._price else None
        began = time.monotonic()
        with self._purse.hold(bound, what=self.model.name) as hold:
            try:
                reply = self.model.complete(request, on_text=on_text if self._on_asked else None)
            except ChatError as error:
                if isinstance(error, BrokenOff):
                    hold.settle(self._row(request, self._counted(request, error.text), began))
                self.unreached = None if self._answered else self.unreached or error
                raise
            self._answered, self.unreached = True, None
            usage = reply.usage
            if not usage.prompt_tokens and not usage.completion_tokens:
                usage = self._counted(request, reply.text)
            hold.settle(self._row(request, usage, began))
        return reply

    def _row(self, request: ChatRequest, usage: Usage, began: float) -> Spending:
        return Spending(
            what=self.model.name,
            where=_label(request),
            prompt_tokens=usage.prompt_tokens,
            completion_tokens=usage.completion_tokens,
            usd=round(self._price.usd(usage), 9) if self._price else None,
            seconds=round(time.monotonic() - began, 3),
            estimated=usage.estimated,
        )

    def _counted(self, request: ChatRequest, text: str) -> Usage:
        sent = count_tokens(message.content for message in request.messages)
        return Usage(prompt_tokens=sent, completion_tokens=count_tokens([text]), estimated=True)

    def key(self, request: ChatRequest) -> str:
        """The digest under which the answer to a request is kept."""
        parts = {
            "version": KEY_VERSION,
            "model": self.model.name,
            "messages": [[message.role, message.content, *message.pictures] for message in request.messages],
            "schema": request.answer_schema,
            "max_tokens": request.max_tokens,
            "temperature": request.temperature,
            "seed": request.seed,
        }
        text = json.dumps(parts, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()[:32]

    def limits(self) -> tuple[int, float]:
        """Corrections, and seconds for a question."""
        return self._corrections, self._seconds

    def forget(self, keys: Sequence[str]) -> None:
        """Drop answers that led nowhere, so that another run may try again."""
        for key in keys:
            self._cache.drop(key)

    def tell(self, request: ChatRequest, doing: Any, letters: int) -> None:
        """Pass on what a question is doing."""
        if self._on_asked is not None:
            asked = Asked(
                prompt=request.prompt, where=request.where, model=self.model.name, doing=doing, letters=letters
            )
            self._on_asked(asked)


class _Question:
    """One question on its way: the first request, what has been tried, the time that is left."""

    def __init__(self, asking: Asking, request: ChatRequest) -> None:
        self._asking, self._first = asking, request
        self._corrections, seconds = asking.limits()
        self._ends = time.monotonic() + seconds
        self._keys: list[str] = []

    def answer(self, wanted: type[Answer], check: Check[Answer] | None) -> Answer:
        """The first answer that is valid and passes the check."""
        request, text = self._first, ""
        problems: tuple[str, ...] = ()
        for attempt in range(self._corrections + 1):
            self._tell("corrects" if attempt else "asks", 0)
            text = self._whole(request)
            found, problems = _read(text, wanted, check)
            if found is not None:
                self._tell("done", len(text))
                return found
            request = self._corrected(text, problems, attempt + 1)
        self._asking.forget(self._keys)
        raise NoAnswer(
            f"{self._asking.model.name}: no usable answer to {_label(self._first)} after {self._corrections} "
            f"corrections. Still wrong:\n{_rows(problems)}\nA larger model, or one that obeys schemas, may do better.",
            last=text,
            problems=problems,
        )

    def _whole(self, request: ChatRequest) -> str:
        """The text of an answer, continued or asked for again while it is cut off at the length limit."""
        reply = self._call(request)
        if reply.finish == "filtered":
            self._asking.forget(self._keys)
            said = f"{self._asking.model.name} refused to answer {_label(self._first)}: {reply.text[:200]!r}"
            raise NoAnswer(f"{said}. Change the words of the story there, or take another model.", last=reply.text)
        if reply.finish != "length":
            return reply.text
        text = reply.text
        for _ in range(CONTINUATIONS if text.strip() else 0):
            self._tell("goes on", len(text))
            reply = self._call(_continued(request, text))
            text = _joined(text, reply.text)
            if reply.finish != "length":
                break
        if not breaks_off(text) and text.strip():
            return text
        room = request.max_tokens
        while room < self._first.max_tokens * ROOM:
            room *= 2
            reply = self._call(request.model_copy(update={"max_tokens": room}))
            if reply.finish != "length":
                return reply.text
        return reply.text

    def _call(self, request: ChatRequest) -> ChatReply:
        self._keys.append(self._asking.key(request))
        return self._asking.call(request, self._ends, self._tell)

    def _corrected(self, text: str, problems: Sequence[str], number: int) -> ChatRequest:
        """The first question, the last answer, and what is wrong with it; what was between would only cost."""
        rows = {"problems": _rows(problems), "round": number, "rounds": self._corrections}
        words = render("correct", rows).user
        turns = [ChatMessage(role="assistant", content=neutral(text))] if text.strip() else []
        turns.append(ChatMessage(role="user", content=words))
        return self._first.model_copy(update={"messages": (*self._first.messages, *turns)})

    def _tell(self, doing: str, letters: int) -> None:
        self._asking.tell(self._first, doing, letters)


def _read(text: str, wanted: type[Answer], check: Check[Answer] | None) -> tuple[Answer | None, tuple[str, ...]]:
    try:
        found = wanted.model_validate_json(json.dumps(find_object(text)))
    except Unreadable as error:
        return None, (str(error),)
    except ValidationError as error:
        return None, faults(error)
    problems = tuple(check(found)) if check else ()
    return (None, problems) if problems else (found, ())


def _continued(request: ChatRequest, text: str) -> ChatRequest:
    """Without a schema: a server that obeys one would begin a new object."""
    turns = (
        ChatMessage(role="assistant", content=neutral(text)),
        ChatMessage(role="user", content=render("go_on", {"tail": text[-TAIL:]}).user),
    )
    return request.model_copy(update={"messages": (*request.messages, *turns), "answer_schema": None})


def _joined(text: str, more: str) -> str:
    """Both parts without what the second repeats of the first."""
    fresh = more.removeprefix("```json\n").removeprefix("```\n")
    for size in range(min(len(text), len(fresh), 400), OVERLAP - 1, -1):
        if text.endswith(fresh[:size]):
            return text + fresh[size:]
    return text + fresh


def _rows(problems: Sequence[str]) -> str:
    return "\n".join(f"- {problem}" for problem in problems)


def _label(request: ChatRequest) -> str:
    return f"{request.prompt} {request.where}".strip()
