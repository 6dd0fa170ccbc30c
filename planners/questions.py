"""Owns the first call of a question: a prompt of the library with its variables, as a request to a language model.

Does not know: models, answers, money.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence

from pydantic import BaseModel

from planners.chat_model import ChatMessage, ChatRequest
from prompts import render

MAX_TOKENS, TEMPERATURE = 8192, 0.2


def request_of(
    prompt: str,
    variables: Mapping[str, object],
    answer: type[BaseModel],
    *,
    where: str = "",
    pictures: Sequence[bytes] = (),
    max_tokens: int = MAX_TOKENS,
    temperature: float = TEMPERATURE,
    seed: int | None = None,
) -> ChatRequest:
    """The first call of a question: see `Asking.ask` and the limits of `Asking`."""
    rendered = render(prompt, variables)
    return ChatRequest(
        messages=(
            ChatMessage(role="system", content=rendered.system),
            ChatMessage(role="user", content=rendered.user, pictures=tuple(map(_data_url, pictures))),
        ),
        schema_name=answer.__name__,
        answer_schema=answer.model_json_schema(),
        max_tokens=max_tokens,
        temperature=temperature,
        seed=seed,
        prompt=prompt,
        where=where,
    )


def _data_url(picture: bytes) -> str:
    kind = "png" if picture.startswith(b"\x89PNG") else "jpeg"
    return f"data:image/{kind};base64,{base64.b64encode(picture).decode()}"
