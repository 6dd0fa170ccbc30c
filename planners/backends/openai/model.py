"""Owns talking to a server that speaks OpenAI's chat protocol: finds out what it takes, streams, waits, tries again.

Retried here is only what cannot have been charged for; an answer that breaks off on its way is handed up as
`BrokenOff`, so that the asker can book it and hold money for another try. Does not know: prompts, budgets, caches.
"""

from __future__ import annotations

import os
import random
import time
import weakref
from collections.abc import Iterable, Sequence
from typing import Any, Literal

import openai

from planners import calls
from planners.backends.openai import trouble
from planners.backends.openai.habits import Habits, learnt, recall, remember, simpler
from planners.backends.openai.schema import clean, in_words, strict
from planners.chat_model import ChatMessage, ChatReply, ChatRequest, OnText, Usage
from planners.endpoint import OPENAI_HOST, Endpoint, endpoint
from planners.errors import BrokenOff, ChatError
from planners.prices import FREE, Price, count_tokens

ATTEMPTS = 6
SHORTEST = 256
"""Answers are not asked for with less room than this."""
LESSONS = 10
"""A server is asked in so many forms before it is given up."""
_FINISH: dict[str | None, Literal["stop", "length", "filtered"]] = {
    "length": "length", "max_tokens": "length", "content_filter": "filtered",
}  # fmt: skip


class OpenAIChatModel:
    """A ChatModel behind any OpenAI-compatible server (OpenAI, vLLM, Ollama, llama.cpp, LM Studio ...)."""

    def __init__(
        self,
        model: str,
        *,
        base_url: str | None = None,
        api_key: str | None = None,
        timeout: float = 600,
        silence: float = 180,
        backoff: float = 0.5,
        price: Price | None = None,
    ) -> None:
        """Take a model's name and where it is.

        Args:
            model: The name that the server knows.
            base_url: Up to and with `/v1`; OPENAI_BASE_URL, else OpenAI's own server, when None.
            api_key: OPENAI_API_KEY when None. Servers on this machine need none.
            timeout: Seconds for one answer with all waiting and trying again.
            silence: Seconds that the server may say nothing at all.
            backoff: Seconds before the first retry; doubled each time.
            price: US dollars per million tokens; servers on this machine or network cost nothing unless given.

        Raises:
            ChatError: the URL is none.
        """
        self._endpoint = endpoint(base_url, api_key)
        self._model = model
        self._timeout, self._silence, self._backoff = timeout, silence, backoff
        self._random = random.Random(f"{model} {os.getpid()}")
        self._client: openai.OpenAI | None = None
        self._cut = 0
        self.price = price or (FREE if self._endpoint.local else None)

    @property
    def name(self) -> str:
        """What the ledger and the notes call it."""
        return f"openai:{self._model}"

    @property
    def host(self) -> str:
        """The server's host, and port where one is given."""
        return self._endpoint.host

    @property
    def habits(self) -> Habits:
        """What is known of what the server takes."""
        return recall(self._endpoint.url, self._model, self._first)

    @property
    def _first(self) -> Habits:
        own = self._endpoint.host == OPENAI_HOST
        return Habits(limit="max_completion_tokens" if own else "max_tokens")

    def unlearn(self) -> None:
        """Find out anew what the server takes."""
        remember(self._endpoint.url, self._model, self._first)

    def __repr__(self) -> str:
        return f"OpenAIChatModel({self._model!r}, host={self._endpoint.host!r})"

    @property
    def endpoint(self) -> Endpoint:
        """Where the server is."""
        return self._endpoint

    def offered(self) -> tuple[str, ...]:
        """The models that the server offers, sorted; empty when it has no such list.

        Raises:
            ChatError: it cannot be reached, or the key is wrong.
        """
        self._endpoint.allowed()
        try:
            return tuple(sorted(row.id for row in self._connected().models.list(timeout=20).data or ()))
        except openai.NotFoundError:
            return ()
        except openai.APIError as error:
            raise trouble.said_plainly(error, self._endpoint, self._model, ()) from None
        except (AttributeError, TypeError, ValueError):
            return ()

    def models(self) -> tuple[str, ...]:
        """The models that the server offers; empty when it does not say."""
        try:
            return self.offered()
        except ChatError:
            return ()

    def once(
        self,
        request: ChatRequest,
        habits: Habits,
        seconds: float,
        on_text: OnText | None = None,
        *,
        told: bool = True,
    ) -> ChatReply:
        """One call in one form, without falling back or trying again: for tests of a server.

        Args:
            request: What is asked.
            habits: In which form.
            seconds: Time for it.
            on_text: Is told every piece.
            told: Whether a schema is said in words too.

        Raises:
            openai.APIError: the server refused, or was not reached.
            BrokenOff: the answer broke off.
        """
        self._endpoint.allowed()
        return self._call(request, habits, time.monotonic() + seconds, on_text, told=told)

    def complete(self, request: ChatRequest, *, on_text: OnText | None = None) -> ChatReply:
        """The model's answer.

        Raises:
            BrokenOff: it broke off on its way or came too late.
            ChatError: the server could not be reached, or refused.
        """
        self._endpoint.allowed()
        ends = time.monotonic() + min(self._timeout, request.time_limit or self._timeout)
        first = habits = self.habits
        attempts = lessons = 0
        while True:
            try:
                reply = self._call(request, habits, ends, on_text)
            except openai.APIStatusError as error:
                if error.status_code in (400, 422, 501) and lessons < LESSONS:
                    lessons += 1
                    request, habits = self._taught(error, request, habits)
                    continue
                attempts = self._waited(error, attempts, ends)
            except openai.APIConnectionError as error:
                attempts = self._waited(error, attempts, ends)
            except openai.APIError as error:
                raise self._plain(error) from None
            else:
                if habits != first:
                    remember(self._endpoint.url, self._model, habits)
                return reply

    def _taught(self, error: openai.APIStatusError, request: ChatRequest, habits: Habits) -> tuple[ChatRequest, Habits]:
        """Request and habits after a refusal.

        Raises:
            ChatError: there is nothing left to leave out, or that is not what was wrong.
        """
        room = trouble.room_left(error)
        if room is not None and request.max_tokens > SHORTEST:
            room = min(room, max(SHORTEST, request.max_tokens * 3 // 4))
            return request.model_copy(update={"max_tokens": room}), habits
        if trouble.too_long(error) or error.code == "model_not_found":
            raise self._plain(error) from None
        sent = self._arguments(request, habits) | {"limit": True, "system": habits.system}
        said = f"{error.param or ''} {calls.words(error)}"
        changed = learnt(habits, said, sent)
        if changed is None or changed == habits:
            changed = simpler(habits)
        if changed is None:
            raise self._plain(error) from None
        return request, changed

    def _waited(self, error: openai.APIStatusError | openai.APIConnectionError, attempts: int, ends: float) -> int:
        """The number of attempts after a pause.

        Raises:
            ChatError: waiting will not help, or there is no time for it.
        """
        few = isinstance(error, openai.APIConnectionError) and self._endpoint.loopback
        if not calls.passes(error) or attempts + 1 >= (3 if few else ATTEMPTS):
            raise self._plain(error) from None
        pause = calls.wait(error, attempts, self._backoff, self._random.random())
        if time.monotonic() + pause >= ends:
            raise ChatError(f"{self._plain(error)} It asks to wait {pause:.0f} s, longer than there is time.") from None
        time.sleep(pause)
        return attempts + 1

    def _plain(self, error: openai.APIError) -> ChatError:
        wrong_name = isinstance(error, openai.NotFoundError) or error.code == "model_not_found"
        return trouble.said_plainly(error, self._endpoint, self._model, self.models() if wrong_name else ())

    def _connected(self) -> openai.OpenAI:
        if self._client is None:
            where = self._endpoint
            self._client = openai.OpenAI(
                base_url=where.url, api_key=where.key, default_headers=where.headers, max_retries=0
            )
            weakref.finalize(self, self._client.close)
        return self._client

    def _call(
        self, request: ChatRequest, habits: Habits, ends: float, on_text: OnText | None, *, told: bool = True
    ) -> ChatReply:
        """One call.

        Raises:
            openai.APIError: the server refused, or was not reached.
            BrokenOff: the answer broke off, was no answer, or took too long.
        """
        left = max(0.1, ends - time.monotonic())
        timeout = openai.Timeout(min(left, self._silence) if habits.stream else left, connect=min(left, 20.0))
        arriving = _Arriving(ends, on_text)
        try:
            made = self._connected().chat.completions.create(
                timeout=timeout, **self._arguments(request, habits, told=told)
            )
            arriving.take(made if habits.stream and not hasattr(made, "choices") else (made,))
        except openai.APIStatusError:
            raise
        except openai.APITimeoutError as error:
            if calls.never_connected(error):
                raise
            raise self._broken("it said nothing for too long", arriving) from None
        except openai.APIConnectionError as error:
            if calls.never_connected(error):
                raise
            raise self._broken(calls.words(error), arriving, cut=True) from None
        except openai.APIError as error:
            raise self._broken(calls.words(error), arriving) from None
        except (ValueError, AttributeError, TypeError) as error:
            raise self._broken(f"what it sent is no chat completion ({error})", arriving, cut=True) from None
        if arriving.late:
            raise self._broken("the time for the answer is over", arriving)
        if arriving.finish is None:
            raise self._broken("the answer ended without its end mark", arriving, cut=True)
        return self._reply(request, arriving)

    def _broken(self, reason: str, arriving: _Arriving, *, cut: bool = False) -> BrokenOff:
        """A server whose streams are cut twice in a row is asked for whole answers from then on."""
        self._cut += cut
        if self._cut >= 2 and self.habits.stream:
            remember(self._endpoint.url, self._model, self.habits.model_copy(update={"stream": False}))
        text = arriving.text
        came = f"after {len(text)} letters" if text else "before the first letter"
        advice = "If this goes on, look at the server's log, or give it more time."
        said = f"{self._endpoint.host} ({self._model}) broke off {came}: {reason[:300]}. {advice}"
        return BrokenOff(self._endpoint.redacted(said), text=text)

    def _reply(self, request: ChatRequest, arriving: _Arriving) -> ChatReply:
        self._cut = 0
        text = arriving.text or arriving.refusal
        usage = arriving.usage or Usage(
            prompt_tokens=count_tokens(message.content for message in request.messages),
            completion_tokens=count_tokens([text]),
            estimated=True,
        )
        finish = "filtered" if arriving.refusal else _FINISH.get(arriving.finish, "stop")
        return ChatReply(text=text, finish=finish, usage=usage, model=arriving.model)

    def _arguments(self, request: ChatRequest, habits: Habits, *, told: bool = True) -> dict[str, Any]:
        rows: dict[str, Any] = {"model": self._model, "messages": self._messages(request, habits, told)}
        if habits.limit != "none":
            rows[habits.limit] = min(request.max_tokens, habits.most_tokens or request.max_tokens)
        if habits.temperature:
            rows["temperature"] = request.temperature
        if habits.seed and request.seed is not None:
            rows["seed"] = request.seed
        if habits.stream:
            rows["stream"] = True
            if habits.stream_usage:
                rows["stream_options"] = {"include_usage": True}
        form = self._form(request, habits)
        return rows | ({"response_format": form} if form else {})

    def _form(self, request: ChatRequest, habits: Habits) -> dict[str, Any] | None:
        if request.answer_schema is None or habits.form == "text":
            return None
        if habits.form == "json_object":
            return {"type": "json_object"}
        tight = strict(request.answer_schema) if self._endpoint.host == OPENAI_HOST else None
        body = {
            "name": request.schema_name,
            "schema": tight or clean(request.answer_schema),
            "strict": tight is not None,
        }
        return {"type": "json_schema", "json_schema": body}

    def _messages(self, request: ChatRequest, habits: Habits, told: bool) -> list[dict[str, Any]]:
        turns = list(request.messages)
        if told and request.answer_schema is not None and not self._enforced(request, habits):
            turns = _with_system(turns, in_words(request.answer_schema))
        if not habits.system:
            turns = _without_system(turns)
        return [{"role": turn.role, "content": _content(turn)} for turn in turns]

    def _enforced(self, request: ChatRequest, habits: Habits) -> bool:
        """Whether the server is known to hold the model to the schema; many take one and pass over it."""
        schema = request.answer_schema or {}
        return habits.form == "json_schema" and self._endpoint.host == OPENAI_HOST and strict(schema) is not None


class _Arriving:
    """An answer while it comes in."""

    def __init__(self, ends: float, on_text: OnText | None) -> None:
        self._ends, self._on_text = ends, on_text
        self._pieces: list[str] = []
        self._refusals: list[str] = []
        self.finish: str | None = None
        self.usage: Usage | None = None
        self.model = ""
        self.late = False

    @property
    def text(self) -> str:
        return "".join(self._pieces)

    @property
    def refusal(self) -> str:
        return "".join(self._refusals)

    def take(self, parts: Iterable[Any]) -> None:
        """Take in a stream of pieces, or one whole answer.

        Raises:
            AttributeError, TypeError, ValueError: it is not in the form of the protocol.
        """
        for part in parts:
            self.model = str(part.model or self.model)
            if part.usage is not None:
                self.usage = Usage(
                    prompt_tokens=part.usage.prompt_tokens or 0, completion_tokens=part.usage.completion_tokens or 0
                )
            for choice in (part.choices or ())[:1]:
                self._take(choice)
            self.late = time.monotonic() > self._ends
            if self.late:
                return

    def _take(self, choice: Any) -> None:
        said = choice.delta if hasattr(choice, "delta") else choice.message
        if said is not None and said.content:
            self._pieces.append(said.content)
            if self._on_text is not None:
                self._on_text(said.content)
        if said is not None and getattr(said, "refusal", None):
            self._refusals.append(said.refusal)
        self.finish = choice.finish_reason or self.finish


def _content(turn: ChatMessage) -> str | list[dict[str, Any]]:
    """Words alone, or words and pictures as parts."""
    if not turn.pictures:
        return turn.content
    seen = [{"type": "image_url", "image_url": {"url": url}} for url in turn.pictures]
    return [{"type": "text", "text": turn.content}, *seen]


def _with_system(turns: Sequence[ChatMessage], words: str) -> list[ChatMessage]:
    if turns and turns[0].role == "system":
        return [ChatMessage(role="system", content=f"{turns[0].content}\n\n{words}"), *turns[1:]]
    return [ChatMessage(role="system", content=words), *turns]


def _without_system(turns: Sequence[ChatMessage]) -> list[ChatMessage]:
    rules = "\n\n".join(turn.content for turn in turns if turn.role == "system")
    rest = [turn for turn in turns if turn.role != "system"]
    if not rules or not rest:
        return list(turns)
    return [rest[0].model_copy(update={"role": "user", "content": f"{rules}\n\n{rest[0].content}"}), *rest[1:]]
