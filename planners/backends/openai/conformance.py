"""Owns the test of a server: what of the protocol works, what is done in another way, how fast, what to mend.

Does not know: how findings are shown.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from typing import Any, Literal

import openai
from pydantic import Field
from rapidfuzz import process

from planners import calls
from planners.asking import Asking
from planners.backends.openai import trouble
from planners.backends.openai.habits import Habits
from planners.backends.openai.model import OpenAIChatModel
from planners.chat_model import ChatMessage, ChatReply, ChatRequest, Tested
from planners.errors import ChatError
from planners.extraction import Unreadable, find_object
from planners.plan import Frozen
from planners.purse import OpenPurse

SECONDS = 120.0
"""Time for one call."""
LONG = 6000
"""Tokens of the long prompt; the planner's own prompts stay under 8000 with their answers."""
SLOW = 5.0
"""Fewer tokens a second than this make planning tedious."""
STORY = "At dusk, two foxes and an old woman sit on the beach. She holds a lantern."


class Being(Frozen):
    """One being of the test story."""

    name: str
    kind: Literal["person", "animal", "thing"]
    count: int = Field(ge=1)


class Company(Frozen):
    """Everybody of the test story."""

    beings: tuple[Being, ...] = Field(min_length=2)


class Zebras(Frozen):
    """A form that no model would choose by itself."""

    zebra_count: int


class Examination:
    """One pass over a server; each test goes on whatever the others found."""

    def __init__(self, url: str | None, model: str | None, *, key: str | None = None) -> None:
        """Take the server, and the model or None for the first that the server offers."""
        self._url, self._key = url, key
        self._model = OpenAIChatModel(model or "", base_url=url, api_key=key, timeout=SECONDS)
        self._habits = self._model.habits
        self._named = model

    def run(self) -> Iterator[Tested]:
        """The findings, one by one; ends early when nothing answers."""
        yield (first := self._timed(self._reach))
        if first.state == "fails":
            return
        yield (plain := self._timed(self._plain))
        if plain.state == "fails":
            return
        for test in (
            self._system, self._options, self._object, self._schema, self._stream, self._usage, self._length,
            self._unicode, self._context, self._two, self._question,
        ):  # fmt: skip
            yield self._timed(test)

    def _timed(self, test: Callable[[], Tested]) -> Tested:
        began = time.monotonic()
        try:
            found = test()
        except ChatError as error:
            found = _NAMES[test.__name__].model_copy(update={"found": str(error)})
        except openai.APIError as error:
            said = trouble.said_plainly(error, self._model.endpoint, self._model.name, ())
            found = _NAMES[test.__name__].model_copy(update={"found": str(said)})
        return found.model_copy(update={"seconds": round(time.monotonic() - began, 3)})

    def _say(self, words: str, *, system: str = "", most: int = 256, **more: Any) -> ChatReply:
        """One call without any falling back."""
        fields = {"stream": False} | {key: value for key, value in more.items() if key in Habits.model_fields}
        turns = [ChatMessage(role="system", content=system)] if system else []
        request = ChatRequest(
            messages=(*turns, ChatMessage(role="user", content=words)),
            max_tokens=most,
            answer_schema=more.get("answer_schema"),
            schema_name="Answer",
            seed=more.get("number"),
        )
        habits = self._habits.model_copy(update=fields)
        return self._model.once(request, habits, SECONDS, more.get("on_text"), told=not more.get("bare"))

    def _reach(self) -> Tested:
        names = self._model.offered()
        if not self._named:
            if not names:
                return _failed("models", "the server lists no model", "name one with --model", needed=True)
            self._model = OpenAIChatModel(names[0], base_url=self._url, api_key=self._key, timeout=SECONDS)
        elif names and self._named not in names:
            near = process.extractOne(self._named, names)
            guess = f"take {near[0]}" if near else "take one of those"
            return _failed("models", f"no {self._named} among {', '.join(names[:6])}", guess, needed=True)
        shown = f"{len(names)} offered" if names else "the server does not list them"
        return Tested(what="models", state="works", found=f"{shown}; testing {self._model.name}", needed=True)

    def _plain(self) -> Tested:
        """Through every fall-back: what this teaches (name of the length limit, no temperature) holds for the rest."""
        self._model.unlearn()
        turn = ChatMessage(role="user", content="Answer with one word: which animal says meow?")
        reply = self._model.complete(ChatRequest(messages=(turn,), max_tokens=1024))
        self._habits = self._model.habits
        if not reply.text.strip():
            return _failed("plain answer", "the answer is empty", "look at the server's log", needed=True)
        return Tested(what="plain answer", state="works", found=repr(reply.text.strip()[:40]), needed=True)

    def _system(self) -> Tested:
        try:
            self._say("Hello!", system="You answer in one word.")
        except openai.APIStatusError as error:
            return _emulated("system turn", f"refused: {calls.words(error)[:80]}", "goes before the first user turn")
        return Tested(what="system turn", state="works", found="accepted")

    def _options(self) -> Tested:
        refused = []
        for name in ("temperature", "seed"):
            try:
                self._say("Hello!", most=8, temperature=name == "temperature", number=7 if name == "seed" else None)
            except openai.APIStatusError:
                refused.append(name)
        if refused:
            return _emulated("temperature, seed", f"refused: {', '.join(refused)}", "left out")
        return Tested(what="temperature, seed", state="works", found="accepted")

    def _object(self) -> Tested:
        words = 'Answer in JSON: {"animal": the animal that says meow}.'
        try:
            reply = self._say(words, answer_schema={"type": "object"}, form="json_object")
            find_object(reply.text)
        except openai.APIStatusError as error:
            return _emulated("json_object", f"refused: {calls.words(error)[:80]}", "JSON is asked for in words")
        except Unreadable as error:
            return _emulated("json_object", f"accepted, but {error}", "JSON is found and mended")
        return Tested(what="json_object", state="works", found="accepted")

    def _schema(self) -> Tested:
        try:
            reply = self._say("How many are there?", answer_schema=Zebras.model_json_schema(), bare=True)
        except openai.APIStatusError as error:
            return _emulated("json_schema", f"refused: {calls.words(error)[:80]}", "the schema is sent in words")
        try:
            Zebras.model_validate(find_object(reply.text))
        except ValueError:
            return _emulated("json_schema", "accepted, but not obeyed", "the schema is sent in words too")
        return Tested(what="json_schema", state="works", found="accepted and obeyed")

    def _stream(self) -> Tested:
        times: list[float] = []
        began = time.monotonic()
        try:
            reply = self._say(
                "Write a story of about 150 words about a fox.",
                most=256,
                stream=True,
                on_text=lambda _: times.append(time.monotonic()),
            )
        except (openai.APIStatusError, ChatError) as error:
            return _emulated("streaming", f"does not work: {str(error)[:80]}", "answers arrive whole, without progress")
        if len(times) < 2:
            return _emulated("streaming", "the answer came in one piece", "no progress is shown while it is written")
        rate = reply.usage.completion_tokens / max(times[-1] - times[0], 1e-3)
        about = "about " if reply.usage.estimated else ""
        found = f"first piece after {times[0] - began:.2f} s, then {about}{rate:.1f} tokens/s"
        advice = "" if rate >= SLOW else "a smaller model, stronger quantisation or a GPU would help"
        return Tested(what="streaming", state="works", found=found, advice=advice)

    def _usage(self) -> Tested:
        missing = []
        for name, stream in (("whole", False), ("streamed", True)):
            try:
                if self._say("Hello!", most=8, stream=stream).usage.estimated:
                    missing.append(f"{name} answers")
            except (openai.APIStatusError, ChatError):
                missing.append(f"{name} answers")
        if missing:
            return _emulated("token counts", f"missing in {', '.join(missing)}", "estimated from the text")
        return Tested(what="token counts", state="works", found="in whole and streamed answers")

    def _length(self) -> Tested:
        reply = self._say("Count from 1 to 500, with commas.", most=16)
        if reply.finish == "length":
            return Tested(what="length limit", state="works", found="kept, and said so")
        said = "ends with 'stop'" if reply.usage.completion_tokens <= 20 else "is not kept"
        return _emulated("length limit", f"a cut answer {said}", "found by its missing braces, and asked for again")

    def _unicode(self) -> Tested:
        reply = self._say("Repeat exactly, without anything else: Füchsin 狐 नमस्ते", most=48)
        whole = "�" not in reply.text
        same = "狐" in reply.text and "ü" in reply.text
        if not whole:
            return _failed("unicode", "letters arrive damaged", "check the server's encoding, it must be UTF-8")
        return Tested(what="unicode", state="works", found="whole" if same else f"the model wrote {reply.text[:30]!r}")

    def _context(self) -> Tested:
        advice = (
            "serve it with a context of at least 8192 tokens (Ollama: num_ctx; llama.cpp: -c; vLLM: --max-model-len)"
        )
        try:
            reply = self._say("fox and hen, " * (LONG // 4) + "Which two animals?", most=8)
        except openai.APIStatusError as error:
            return _failed("long prompts", f"refused: {calls.words(error)[:100]}", advice)
        counted = 0 if reply.usage.estimated else reply.usage.prompt_tokens
        if counted and counted < LONG * 0.6:
            return _failed("long prompts", f"cut in silence: only {counted} tokens were read", advice)
        return Tested(what="long prompts", state="works", found=f"{counted or 'about ' + str(LONG)} tokens read")

    def _two(self) -> Tested:
        failed: list[str] = []

        def one() -> None:
            try:
                self._say("Say hello in five languages.", most=48)
            except (openai.APIError, ChatError) as error:
                failed.append(str(error)[:80])

        began = time.monotonic()
        one()
        alone = time.monotonic() - began
        threads = [threading.Thread(target=one) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        both = time.monotonic() - began - alone
        if failed:
            return _emulated("two at once", f"failed: {failed[0]}", "calls are tried again; give the server two slots")
        return Tested(what="two at once", state="works", found=f"one took {alone:.2f} s, two together {both:.2f} s")

    def _question(self) -> Tested:
        purse = OpenPurse()
        asking = Asking(self._model, purse=purse, seconds=3 * SECONDS, max_tokens=1024)
        variables = {"story": STORY, "kinds": ["person", "animal", "thing"]}
        company = asking.ask("conformance", variables, Company, where="doctor")
        told = ", ".join(f"{being.count} {being.name}" for being in company.beings)[:80]
        habits = self._model.habits.emulated()
        how = f" [{'; '.join(habits)}]" if habits else ""
        found = f"valid after {len(purse.rows)} call{'s' if len(purse.rows) > 1 else ''}: {told}{how}"
        return Tested(what="a planner's question", state="works", found=found, needed=True)


def _failed(what: str, found: str, advice: str, *, needed: bool = False) -> Tested:
    return Tested(what=what, state="fails", found=found, advice=advice, needed=needed)


def _emulated(what: str, found: str, advice: str) -> Tested:
    return Tested(what=what, state="emulated", found=found, advice=advice)


_NAMES = {
    "_reach": _failed("models", "", "start the server, or correct the URL: for most it ends in /v1", needed=True),
    "_plain": _failed("plain answer", "", "look at the server's log", needed=True),
    "_question": _failed("a planner's question", "", "take a larger model, or one that obeys schemas", needed=True),
    "_system": _failed("system turn", "", ""),
    "_options": _failed("temperature, seed", "", ""),
    "_object": _failed("json_object", "", "JSON is asked for in words"),
    "_schema": _failed("json_schema", "", "the schema is sent in words"),
    "_stream": _failed("streaming", "", "answers arrive whole"),
    "_usage": _failed("token counts", "", "estimated from the text"),
    "_length": _failed("length limit", "", "look at the server's log"),
    "_unicode": _failed("unicode", "", "check the server's encoding"),
    "_context": _failed("long prompts", "", "serve it with a longer context, or with more memory"),
    "_two": _failed("two at once", "", "give the server two slots"),
}


def examine(url: str | None, model: str | None = None) -> Iterator[Tested]:
    """Test a server; findings come one by one.

    Raises:
        ChatError: the URL is none, or STORYREEL_OFFLINE forbids it.
    """
    return Examination(url, model).run()
