"""Owns what went wrong with a call: which errors pass by themselves, how long to wait, and the words for the others.

Does not know: how requests are made.
"""

from __future__ import annotations

import email.utils
import re
import time
from collections.abc import Sequence

import openai
from rapidfuzz import process

from planners.backends.openai.endpoint import OPENAI_HOST, Endpoint
from planners.errors import ChatError

PASSING = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 520, 522, 524, 529})
_CONTEXT = re.compile(
    r"context[_ ](?:length|size|window)|maximum context|exceeds? the (?:available )?context|too many (?:input )?tokens|"
    r"prompt is too long|input is too long|n_ctx"
)
_CONNECTING = ("ConnectError", "ConnectTimeout", "ConnectionRefusedError", "gaierror")


def passes(error: openai.APIError) -> bool:
    """Whether the same call may work later, and cannot have been charged for."""
    if isinstance(error, openai.APIStatusError):
        return error.status_code in PASSING and error.code != "insufficient_quota"
    return isinstance(error, openai.APIConnectionError) and never_connected(error)


def never_connected(error: openai.APIError) -> bool:
    """Whether no connection came about, so that nothing was sent."""
    return type(error.__cause__).__name__ in _CONNECTING


def wait(error: openai.APIError, number: int, base: float, jitter: float) -> float:
    """Seconds to wait before attempt `number` + 1: what the server says, else doubling with jitter (0 to 1)."""
    if isinstance(error, openai.APIStatusError):
        said = _retry_after(error.response.headers.get("retry-after", ""))
        if said is not None:
            return said
    return min(base * 2.0**number, 30.0) * (0.5 + jitter / 2)


def words(error: openai.APIError) -> str:
    """What the server said, on one line."""
    body = error.body
    found = body.get("message") or body.get("error") or body.get("detail") if isinstance(body, dict) else body
    if isinstance(found, dict):
        found = found.get("message") or found
    return " ".join(str(found or error.message).split())[:400]


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


def _retry_after(said: str) -> float | None:
    """Seconds of a Retry-After header: a number, or an HTTP date."""
    if not said.strip():
        return None
    try:
        return max(0.0, float(said))
    except ValueError:
        pass
    try:
        return max(0.0, email.utils.parsedate_to_datetime(said).timestamp() - time.time())
    except (TypeError, ValueError):
        return None
