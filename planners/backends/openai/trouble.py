"""Owns the words for people when a chat call went wrong, and whether a request was too long for the model.

Does not know: how requests are made.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import openai
from rapidfuzz import process

from planners.calls import words
from planners.endpoint import OPENAI_HOST, Endpoint
from planners.errors import ChatError

_CONTEXT = re.compile(
    r"context[_ ](?:length|size|window)|maximum context|exceeds? the (?:available )?context|too many (?:input )?tokens|"
    r"prompt is too long|input is too long|n_ctx"
)


def too_long(error: openai.APIError) -> bool:
    """Whether the request does not fit the model's context."""
    return error.code == "context_length_exceeded" or bool(_CONTEXT.search(words(error).lower()))


def room_left(error: openai.APIError) -> int | None:
    """About the longest answer that still fits, when the server counts both parts of a request (vLLM, OpenAI).

    Some say only "at least" how long the prompt is, so this may be too much.
    """
    said = words(error).lower()
    limit = re.search(r"maximum context length (?:is|of) (\d+)", said)
    prompt = re.search(
        r"(\d+) (?:in|tokens from|of text in) the (?:messages|input)|prompt contains (?:at least )?(\d+)", said
    )
    if not limit or not prompt:
        return None
    left = int(limit[1]) - int(prompt[1] or prompt[2]) - 16
    return left if left >= 256 else None


def said_plainly(error: openai.APIError, where: Endpoint, model: str, offered: Sequence[str]) -> ChatError:
    """The error for people: which server, which model, what it said, what to do."""
    status = error.status_code if isinstance(error, openai.APIStatusError) else None
    reason = f"{where.host} ({model})" + (f" answered {status}" if status else " failed") + f": {words(error)}"
    return ChatError(where.redacted(f"{reason}. {_advice(error, status, where, model, offered)}"))


def _advice(error: openai.APIError, status: int | None, where: Endpoint, model: str, offered: Sequence[str]) -> str:
    if isinstance(error, openai.APIConnectionError):
        return (
            f"Is a server running at {where.url}? Start it, or give another address with --endpoint."
            if where.local
            else "Check the address and the connection; --planner rules works without one."
        )
    if status == 404 or error.code == "model_not_found":
        return _other_models(where, model, offered)
    if too_long(error):
        return "The request does not fit the model's context: serve it with a longer context, or take another model."
    if error.code == "insufficient_quota":
        return "The account has no credit left; add some, or take another planner."
    known = {
        401: "The key was not accepted: set OPENAI_API_KEY to a key of this server.",
        403: "This key may not use this model: take another model or key.",
        429: "Too many requests, also after waiting: try later, or raise the limit of the account.",
        400: "The server refuses the request in its simplest form; `storyreel doctor --endpoint URL` says more.",
    }
    if status and status >= 500:
        return "The server is in trouble: look at its log, try again later, or take another model."
    return known.get(status or 0, "`storyreel doctor --endpoint URL` tests what this server can do.")


def _other_models(where: Endpoint, model: str, offered: Sequence[str]) -> str:
    if not offered:
        path = "" if where.host == OPENAI_HOST else f" Is {where.url} right (most servers want /v1 at its end)?"
        return f"The server offers no model of this name.{path}"
    near = [row[0] for row in process.extract(model, offered, limit=3, score_cutoff=50)]
    guess = f"Did you mean {', '.join(near)}? " if near else ""
    rest = ", ".join(sorted(offered)[:8]) + (f" and {len(offered) - 8} more" if len(offered) > 8 else "")
    return f"{guess}It offers {rest}."
