"""Owns one picture's way through a server: kept answer, running job, or a paid call with its hold, waits and retries.

Nothing is paid twice that was answered or given an id: the answer is kept by the digest of the request before it is
settled, and a job's id as soon as the server tells it. Retried is only what cannot have been charged for. Does not
know: shots, entities, where money or answers are kept.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import random
import time
import urllib.error
import urllib.request
import weakref
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit

import openai

from generators.backends.openai_images import trouble
from generators.backends.openai_images.models import Choice
from generators.errors import GenerationFailed
from generators.paying import Forgetful, Kept, OpenPurse, Purse, Spending
from planners.calls import never_connected, passes, wait
from planners.endpoint import Endpoint, endpoint

KEY_VERSION = 1
"""Raised when the meaning of a key changes."""
ATTEMPTS = 6
LOOK = 1.0
"""Seconds between two questions after a job."""
LARGEST = 64 * 2**20
"""Bytes of a picture that is fetched by its address."""
_UNDER_WAY = frozenset({"queued", "pending", "submitted", "processing", "in_progress", "running", "starting"})
_BROKE = frozenset({"failed", "cancelled", "canceled", "expired", "error", "incomplete"})


@dataclass(frozen=True)
class Ask:
    """One picture that is wanted."""

    prompt: str
    size: tuple[int, int]
    pictures: tuple[tuple[str, bytes], ...]
    """File name and PNG of each picture that goes with the words."""
    what: str
    """What it is for, for the ledger and for errors."""
    seeds: tuple[int, ...] = ()
    """Never sent: other seeds are another request, so that a retry is not answered from what is kept."""
    mask: bytes | None = None
    """PNG of the first picture's size whose clear parts are to be painted anew; None: all of it."""

    @property
    def sent(self) -> int:
        """How many pictures go with the words, the mask included: that is the most that can be charged."""
        return len(self.pictures) + (self.mask is not None)


class Service:
    """A model at a server."""

    def __init__(self, choice: Choice, purse: Purse | None, kept: Kept | None) -> None:
        """Take the model; nobody is called yet."""
        self.where: Endpoint = endpoint(choice.options.endpoint)
        self.choice = choice.at(self.where.host, local=self.where.local)
        self._purse, self._kept = purse or OpenPurse(), kept or Forgetful()
        self._client: openai.OpenAI | None = None

    @property
    def name(self) -> str:
        """What the ledger calls it."""
        return f"openai-images:{self.choice.name}"

    def picture(self, ask: Ask) -> bytes:
        """The picture as the server encoded it.

        Raises:
            RequestRefused: no key, no network by choice, or the server's content policy.
            GenerationFailed: the server did not make it.
            Exception: the purse's own error when the budget could be passed; nothing was sent.
        """
        key = self.key(ask)
        kept = self._kept.get(key)
        if kept is not None:
            with self._purse.hold(0.0, what=self.name) as hold:
                hold.settle(Spending(what=self.name, where=ask.what, usd=0.0, cached=True))
            return kept
        if self.where.blocked:
            raise trouble.offline(self.where.host)
        if not self.where.keyed:
            raise trouble.no_key(self.where)
        job = self._kept.job(key)
        found = self._resumed(key, job, ask) if job is not None else None
        return found or self._paid(key, ask)

    def key(self, ask: Ask) -> str:
        """The digest under which the answer to a request is kept; the server's address is no part of it."""
        options = self.choice.options
        parts = [KEY_VERSION, self.choice.name, options.quality, options.fidelity, ask.prompt, ask.size, ask.seeds]
        digests = [hashlib.sha256(data).hexdigest() for _, data in ask.pictures]
        parts += [hashlib.sha256(ask.mask).hexdigest()] if ask.mask else []
        return hashlib.sha256(json.dumps([parts, digests]).encode()).hexdigest()[:32]

    def _paid(self, key: str, ask: Ask) -> bytes:
        most = self.choice.most(ask.prompt, ask.sent)
        began = time.monotonic()
        ends = began + self.choice.options.timeout
        with self._purse.hold(most, what=self.name) as hold:
            unsure = Spending(what=self.name, where=ask.what, usd=most, estimated=True)
            try:
                body = self._asked(key, ask, ends)
            except openai.APIConnectionError as error:
                if never_connected(error):
                    raise trouble.said_plainly(error, self.where, self.choice.name, ask.what) from None
                hold.settle(unsure)
                raise trouble.too_slow(self.where, self.choice.name, ask.what, time.monotonic() - began) from None
            job = _job(body)
            if job is not None:
                self._kept.begun(key, job)
                try:
                    body = self._polled(key, job, ask, ends)
                except GenerationFailed:
                    if self._kept.job(key) is not None:
                        hold.settle(unsure)
                    raise
            data = self._data(body, ask, ends)
            self._kept.put(key, data)
            hold.settle(self._row(ask, body, most, time.monotonic() - began))
        return data

    def _resumed(self, key: str, job: str, ask: Ask) -> bytes | None:
        """What came of a job that an earlier run began and the ledger has; None when the server forgot it."""
        ends = time.monotonic() + self.choice.options.timeout
        try:
            body = self._polled(key, job, ask, ends)
        except openai.NotFoundError:
            self._kept.failed(key)
            return None
        data = self._data(body, ask, ends)
        self._kept.put(key, data)
        with self._purse.hold(0.0, what=self.name) as hold:
            hold.settle(Spending(what=self.name, where=ask.what, usd=0.0, cached=True))
        return data

    def _asked(self, key: str, ask: Ask, ends: float) -> dict[str, Any]:
        """The server's answer; waits as it says and tries again while that cannot cost anything."""
        chance = random.Random(key)
        for attempt in range(ATTEMPTS):
            try:
                return self._call(key, ask, ends)
            except openai.APIError as error:
                last = attempt + 1 == ATTEMPTS
                pause = wait(error, attempt, 1.0, chance.random())
                if isinstance(error, openai.APIConnectionError) and (last or not passes(error)):
                    raise
                if last or trouble.refused(error) or not passes(error) or time.monotonic() + pause > ends:
                    raise trouble.said_plainly(error, self.where, self.choice.name, ask.what) from None
                time.sleep(pause)
        raise AssertionError("the loop ends by itself")

    def _call(self, key: str, ask: Ask, ends: float) -> dict[str, Any]:
        options = self.choice.options
        common: dict[str, Any] = {
            "model": self.choice.name,
            "prompt": ask.prompt,
            "size": f"{ask.size[0]}x{ask.size[1]}",
            "quality": options.quality,
            "n": 1,
            "timeout": max(1.0, ends - time.monotonic()),
            "extra_headers": {"Idempotency-Key": key},
        }
        images = self._connected().images
        if not ask.pictures:
            return dict(images.generate(**common).model_dump())
        if options.fidelity is not None:
            common["input_fidelity"] = options.fidelity
        if ask.mask is not None:
            common["mask"] = ("mask.png", ask.mask, "image/png")
        sent = [(name, data, "image/png") for name, data in ask.pictures]
        return dict(images.edit(image=sent, **common).model_dump())

    def _polled(self, key: str, job: str, ask: Ask, ends: float) -> dict[str, Any]:
        """What came of a job; asks until it is over.

        Raises:
            NotFoundError: the server does not know it.
            GenerationFailed: it failed, or is still under way when the time is over.
        """
        path = "/" + self.choice.options.poll.replace("{id}", quote(job, safe="")).lstrip("/")
        while True:
            try:
                body: dict[str, Any] = self._connected().get(path, cast_to=dict[str, Any], options={"timeout": 30.0})
            except openai.NotFoundError:
                raise
            except openai.APIError as error:
                if not (passes(error) or isinstance(error, openai.APIConnectionError)):
                    raise trouble.said_plainly(error, self.where, self.choice.name, ask.what) from None
                body = {"status": "queued"}
            state = str(body.get("status", "")).lower()
            if state in _BROKE:
                self._kept.failed(key)
                raise trouble.fruitless(self.where, self.choice.name, ask.what, str(body.get("error") or state))
            if state not in _UNDER_WAY:
                return body
            if time.monotonic() + LOOK > ends:
                seconds = self.choice.options.timeout
                raise trouble.waits(self.where, self.choice.name, ask.what, job, seconds)
            time.sleep(LOOK)

    def _data(self, body: dict[str, Any], ask: Ask, ends: float) -> bytes:
        rows = body.get("data") or (body.get("result") or {}).get("data") or [{}]
        row = rows[0] if isinstance(rows, list) and isinstance(rows[0], dict) else {}
        try:
            if row.get("b64_json"):
                return base64.b64decode(row["b64_json"], validate=True)
            if row.get("url"):
                return _fetched(str(row["url"]), max(1.0, ends - time.monotonic()))
        except (binascii.Error, urllib.error.URLError, OSError) as error:
            raise trouble.fruitless(self.where, self.choice.name, ask.what, str(error)) from None
        raise trouble.fruitless(self.where, self.choice.name, ask.what, str(body.get("error") or "an empty answer"))

    def _row(self, ask: Ask, body: dict[str, Any], most: float | None, seconds: float) -> Spending:
        usage = body.get("usage") or {}
        parts = usage.get("input_tokens_details") or {}
        sent, made = int(usage.get("input_tokens") or 0), int(usage.get("output_tokens") or 0)
        words = int(parts.get("text_tokens") or 0)
        told = self.choice.usd(words, sent - words, made) if made or self.choice.options.price is not None else most
        return Spending(
            what=self.name,
            where=ask.what,
            prompt_tokens=sent,
            completion_tokens=made,
            usd=told,
            seconds=round(seconds, 3),
            estimated=not made,
        )

    def _connected(self) -> openai.OpenAI:
        if self._client is None:
            self._client = openai.OpenAI(
                base_url=self.where.url, api_key=self.where.key, default_headers=self.where.headers, max_retries=0
            )
            weakref.finalize(self, self._client.close)
        return self._client


def _job(body: dict[str, Any]) -> str | None:
    """The id of a job that an answer tells in place of a picture."""
    job = body.get("id") or body.get("task_id")
    return str(job) if job and not body.get("data") else None


def _fetched(url: str, seconds: float) -> bytes:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https"):
        raise urllib.error.URLError(f"the picture's address begins with {parts.scheme!r}")
    if Endpoint(f"{parts.scheme}://{parts.netloc}", "").blocked:
        raise urllib.error.URLError(f"STORYREEL_OFFLINE is set, and the picture lies at {parts.hostname}")
    with urllib.request.urlopen(url, timeout=seconds) as answer:
        data: bytes = answer.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise urllib.error.URLError("the picture is too large")
    return data
