"""Owns the words for people when a picture was not made: what the server said, and what to do.

Does not know: how requests are made.
"""

from __future__ import annotations

import openai

from generators.errors import GenerationFailed, GeneratorError, RequestRefused
from planners.calls import words
from planners.endpoint import OPENAI_HOST, Endpoint

REFUSALS = frozenset({"moderation_blocked", "content_policy_violation", "content_filter"})
_SAFETY = ("safety system", "content policy", "content_policy", "moderation")
_ADVICE = {
    400: "The server refuses the request as it is: try another quality or size, or another model.",
    401: "The key was not accepted: set OPENAI_API_KEY to a key of this server.",
    403: "This key may not use this model (OpenAI asks for a verified organisation): take another model or key.",
    404: "Is the model's name right, and does the address end in /v1? Give another after `openai-images:`.",
    413: "The pictures are too large for the server: fewer references may do, ?references=2.",
    429: "Too many requests, also after waiting: try later, raise the account's limit, or use fewer --workers.",
}


def no_key(where: Endpoint) -> GeneratorError:
    """The error for OpenAI's own server without a key."""
    return RequestRefused(
        f"{where.host} needs a key: set OPENAI_API_KEY. For another server give its address with "
        "OPENAI_BASE_URL or ?endpoint=URL; --keyframes animatic needs neither."
    )


def offline(host: str) -> GeneratorError:
    """The error for a server elsewhere while the network is switched off."""
    return RequestRefused(
        f"STORYREEL_OFFLINE is set: {host} is not called. Unset it, or use --keyframes animatic. Pictures that were "
        "paid for before are used without asking."
    )


def refused(error: openai.APIError) -> bool:
    """Whether the server's content policy is against it."""
    said = words(error).lower()
    return error.code in REFUSALS or any(word in said for word in _SAFETY)


def said_plainly(error: openai.APIError, where: Endpoint, model: str, what: str) -> GeneratorError:
    """The error for people: which server, which model, for what, what it said, what to do."""
    status = error.status_code if isinstance(error, openai.APIStatusError) else None
    told = words(error)
    reason = f"{where.host} ({model})" + (f" answered {status}" if status else " failed") + f" for {what}: {told}"
    if refused(error):
        advice = "Its content policy is against it: change the words there (`storyreel approve --change`, or the story)"
        return RequestRefused(where.redacted(f"{reason}. {advice}, or take another model."))
    return GenerationFailed(where.redacted(f"{reason}. {_advice(error, status, where)}"))


def too_slow(where: Endpoint, model: str, what: str, seconds: float) -> GeneratorError:
    """The error for a picture that did not come in time."""
    return GenerationFailed(
        f"{where.host} ({model}) made no picture for {what} within {seconds:.0f} s. It may be charged all the same, so "
        "it counts against the budget. Give it longer with ?timeout=SECONDS."
    )


def waits(where: Endpoint, model: str, what: str, job: str, seconds: float) -> GeneratorError:
    """The error for a job that is still under way."""
    return GenerationFailed(
        f"{where.host} ({model}) still works on {what} (job {job}) after {seconds:.0f} s. The same command asks "
        "after it, and does not pay again. Give it longer with ?timeout=SECONDS."
    )


def fruitless(where: Endpoint, model: str, what: str, told: str) -> GeneratorError:
    """The error for an answer without a picture."""
    plain = " ".join(told.split())[:300]
    return GenerationFailed(where.redacted(f"{where.host} ({model}) sent no picture for {what}: {plain}"))


def _advice(error: openai.APIError, status: int | None, where: Endpoint) -> str:
    if isinstance(error, openai.APIConnectionError):
        return (
            f"Is a server running at {where.url}? Start it, or give another address."
            if where.local
            else "Check the address and the connection; --keyframes animatic works without one."
        )
    if error.code == "insufficient_quota":
        return "The account has no credit left: add some, or use --keyframes animatic."
    if status == 401 and where.host != OPENAI_HOST:
        return "The key was not accepted: set OPENAI_API_KEY to a key of this server, not of OpenAI."
    if status and status >= 500:
        return "The server is in trouble: try again later; what was paid for is kept."
    return _ADVICE.get(status or 0, "Try another model, or --keyframes animatic.")
