"""Owns what all calls of OpenAI-compatible servers share when they fail: what passes by itself, how long to wait.

Does not know: what is called, the words for people.
"""

from __future__ import annotations

import email.utils
import time

import openai

PASSING = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 520, 522, 524, 529})
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
