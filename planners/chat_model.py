"""Owns the seam to language models: one question in, one validated answer out.

Two halves. A `ChatModel` carries one request to one model and back (backends: an OpenAI-compatible
server, a scripted fake, an object of the user's). An `Asker` is what the planner's nodes hold: it renders
a prompt of the library, sends it through a ChatModel, and gives back an object of the wanted type, after
cache, budget, and as many corrections as it takes. Does not know: any node, any server, any prompt's words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, Protocol, TypeVar, runtime_checkable

from pydantic import BaseModel, Field

from planners.plan import Frozen

Answer = TypeVar("Answer", bound=BaseModel)
OnText = Callable[[str], None]
"""Is told every piece of an answer as it arrives, for progress."""


class ChatMessage(Frozen):
    """One turn of a conversation."""

    role: Literal["system", "user", "assistant"]
    content: str
    pictures: tuple[str, ...] = ()
    """Pictures that go with the words, as `data:` URLs; for models that see."""


class ChatRequest(Frozen):
    """One call of a model."""

    messages: tuple[ChatMessage, ...]
    schema_name: str = "answer"
    answer_schema: dict[str, Any] | None = None
    """JSON schema that the answer must obey; None: plain text."""
    max_tokens: int = Field(default=4096, ge=1)
    temperature: float = Field(default=0.2, ge=0, le=2)
    seed: int | None = None
    time_limit: float | None = Field(default=None, gt=0)
    """Seconds after which the answer is of no use any more; None: the model's own limit."""
    prompt: str = ""
    """Name of the prompt in the library; a label, never sent."""
    where: str = ""
    """What the answer is for ("shot s03"); a label, never sent."""


class Usage(Frozen):
    """What one call took."""

    prompt_tokens: int = Field(default=0, ge=0)
    completion_tokens: int = Field(default=0, ge=0)
    estimated: bool = False
    """Whether the server named no figures and they were counted from the text."""


class ChatReply(Frozen):
    """What a model answered."""

    text: str
    finish: Literal["stop", "length", "filtered"] = "stop"
    usage: Usage = Usage()
    model: str = ""


@runtime_checkable
class ChatModel(Protocol):
    """Carries requests to one language model."""

    @property
    def name(self) -> str:
        """What the ledger and the notes call it, e.g. `openai:gpt-5`; never holds a key."""

    def complete(self, request: ChatRequest, *, on_text: OnText | None = None) -> ChatReply:
        """The model's answer.

        Raises:
            ChatError: the model could not be reached or refused, after the retries that make sense.
        """


class AnswerCache(Protocol):
    """Keeps what models answered, by the digest of what was asked; safe to use from several threads."""

    def get(self, key: str) -> ChatReply | None:
        """The answer under a key; None when there is none that can be trusted."""

    def put(self, key: str, reply: ChatReply) -> None:
        """Keep an answer."""

    def drop(self, key: str) -> None:
        """Forget an answer; nothing happens when there is none."""


class Asked(Frozen):
    """What a question is doing, for progress."""

    prompt: str
    where: str
    model: str
    doing: Literal["asks", "writes", "corrects", "goes on", "remembers", "done"]
    letters: int = 0
    """Letters of the answer so far."""


OnAsked = Callable[[Asked], None]


class Tested(Frozen):
    """One thing that was tried with a server."""

    what: str
    state: Literal["works", "emulated", "fails"]
    found: str
    advice: str = ""
    needed: bool = False
    """Whether planning is impossible without it."""
    seconds: float = 0.0


class Asker(Protocol):
    """What the planner's nodes ask through."""

    def ask(
        self,
        prompt: str,
        variables: Mapping[str, object],
        answer: type[Answer],
        *,
        check: Callable[[Answer], Sequence[str]] | None = None,
        where: str = "",
        pictures: Sequence[bytes] = (),
    ) -> Answer:
        """A validated answer to a prompt of the library.

        Args:
            prompt: Name of a template in `prompts/`.
            variables: Its variables; text of the story is passed as data, never as instructions.
            answer: The type of the answer; its JSON schema is sent along.
            check: Says in plain sentences what is wrong with an answer that has the right form; the model is
                asked again with them, as with a wrong form.
            where: What the answer is for ("shot s03"), for progress and the ledger.
            pictures: PNG or JPEG files that go with the words, for models that see.

        Raises:
            NoAnswer: no acceptable answer within the allowed corrections; holds the last one and what was wrong.
            BudgetError: the call could pass the budget; nothing was sent.
            ChatError: the model could not be reached.
        """
