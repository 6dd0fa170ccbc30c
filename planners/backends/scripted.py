"""Owns the scripted chat model: a public stand-in that answers what it was told to, for tests and demonstrations.

It understands nothing: every answer was written by a person. Does not know: servers, prompts.
"""

from __future__ import annotations

import json
import threading
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from planners.chat_model import ChatReply, ChatRequest, OnText, Usage
from planners.errors import ChatError
from planners.prices import FREE, count_tokens

Said = str | BaseModel | Mapping[str, Any] | Exception
"""One answer: text, an object that is sent as JSON, a whole `ChatReply`, or an error that is raised."""
Script = Mapping[str, Said | Sequence[Said]] | Sequence[Said] | Callable[[ChatRequest], Said]
PIECE = 24
"""Letters that arrive at a time."""


class ScriptedChatModel:
    """A ChatModel without a model.

    >>> model = ScriptedChatModel({"cast": {"characters": []}, "shots@shot s03": ["no JSON", {"shots": []}]})
    >>> model.name
    'scripted'
    """

    price = FREE

    def __init__(self, script: Script, *, name: str = "scripted") -> None:
        """Take the answers.

        Args:
            script: What to answer. A function of the request; a list, in order; or a mapping from `prompt@where`,
                `where` or prompt name (looked up in this order) to one answer, given every time, or to a list,
                given one after another. In a list, as everywhere, an answer is a text, an object that is sent as
                JSON, a whole ChatReply, or an error that is raised.
            name: What the ledger and the cache call it.
        """
        self._name = name
        self._function = script if callable(script) else None
        rows: Mapping[str, Any] = {}
        if not callable(script):
            rows = script if isinstance(script, Mapping) else {"": list(script)}
        self._lists = {key: deque(row) for key, row in rows.items() if _many(row)}
        self._fixed = {key: row for key, row in rows.items() if not _many(row)}
        self._lock = threading.Lock()
        self.requests: list[ChatRequest] = []
        """Everything that was asked, in order."""

    @property
    def name(self) -> str:
        """What the ledger and the notes call it."""
        return self._name

    def __repr__(self) -> str:
        return f"ScriptedChatModel(name={self._name!r}, asked={len(self.requests)})"

    def complete(self, request: ChatRequest, *, on_text: OnText | None = None) -> ChatReply:
        """The next scripted answer.

        Raises:
            ChatError: the script has no answer to this request (any more).
        """
        with self._lock:
            self.requests.append(request)
        said = self._function(request) if self._function else self._next(request)
        if isinstance(said, Exception):
            raise said
        reply = said if isinstance(said, ChatReply) else self._reply(request, said)
        for start in range(0, len(reply.text), PIECE) if on_text else ():
            on_text(reply.text[start : start + PIECE])  # type: ignore[misc]
        return reply

    def _next(self, request: ChatRequest) -> Said:
        with self._lock:
            for key in (f"{request.prompt}@{request.where}", request.where, request.prompt, ""):
                if self._lists.get(key):
                    return self._lists[key].popleft()  # type: ignore[no-any-return]
                if key in self._fixed:
                    return self._fixed[key]  # type: ignore[no-any-return]
        asked = f"prompt {request.prompt!r}, where {request.where!r}"
        raise ChatError(f"{self._name}: the script has no (more) answer to {asked}")

    def _reply(self, request: ChatRequest, said: Said) -> ChatReply:
        text = said if isinstance(said, str) else _json(said)
        sent = count_tokens(message.content for message in request.messages)
        usage = Usage(prompt_tokens=sent, completion_tokens=count_tokens([text]), estimated=True)
        return ChatReply(text=text, usage=usage, model=self._name)


def _many(value: object) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _json(said: object) -> str:
    if isinstance(said, BaseModel):
        return said.model_dump_json(by_alias=True)
    return json.dumps(said, ensure_ascii=False)
