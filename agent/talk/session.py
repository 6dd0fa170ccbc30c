"""Owns a conversation about one film: what was spoken of before, what is asked, edits shown before they are made.

Every edit changes the plan at once, and is shown as what differs and what it remakes; nothing is made before
`render`, unless the conversation is told to. Does not know: terminals, how words are read, how anything is made.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from agent.api import StoryAgent
from agent.chat import Choice, Command, Spoken, Understood, command_of, read
from agent.editing import Film, Preview
from agent.edits import Edit
from agent.errors import Stopped, StoryreelError
from agent.estimate import may_cost
from agent.outlook import Outlook
from agent.own import kept_edits
from agent.spans import Span, dollars
from agent.talk import doing
from agent.talk.helping import examples
from agent.talk.listening import Listener
from agent.talk.reply import AGREED, Reply, said
from generators import GeneratorError, resolve_style
from planners import ChatError, Plan, PlanError, StoryError

Reader = Callable[[str, Plan, Spoken], Understood]


class Talk:
    """A conversation about a film."""

    def __init__(
        self,
        agent: StoryAgent,
        film: Film | None = None,
        *,
        out: str | Path | None = None,
        auto: bool = False,
        reader: Reader | None = None,
        ask_above: float | None = None,
    ) -> None:
        """Take the film, or begin without one: then the first line is its story.

        Args:
            agent: Changes and makes the film.
            film: The film to talk about.
            out: Run folder of a film that is begun here.
            auto: Whether every change is made at once.
            reader: What a line means; the agent's language model, or the rules, when None.
            ask_above: US dollars that something may cost without being asked about; None never asks.
        """
        self.agent, self.film, self.auto = agent, film, auto
        self.over = False
        self.misses = 0
        """Lines that were not understood, or could not be carried out."""
        self._out, self._read, self._above = out, reader, ask_above
        self._spoken = Spoken()
        self._seen: tuple[Plan, Outlook] | None = None
        self._choices: tuple[Choice, ...] = ()
        self._asked = ""

    def greeting(self) -> Iterator[Reply]:
        """What is said first."""
        if self.film is None:
            yield said('Tell a story in a line: "A fox finds a lantern in the snow and brings it home."')
        else:
            yield from doing.introduced(self.film)
            yield said("`help` shows what can be said, `render` makes the film, `quit` leaves; everything is kept")

    def completions(self, begun: str) -> Iterator[str]:
        """Sentences that work and begin like this one."""
        low = begun.lower()
        return (text for texts in examples().values() for text in texts if begun and text.lower().startswith(low))

    def hear(self, line: str) -> Iterator[Reply]:
        """What is said back to a line, as it is done."""
        try:
            yield from self._heard(" ".join(line.split()))
        except Stopped:
            yield said("stopped; everything made so far is kept, and `render` goes on from there")
        except (StoryError, PlanError, GeneratorError, StoryreelError, ChatError, OSError) as error:
            self.misses += 1
            yield Reply(kind="problem", text=self._counted(str(error)))

    def _counted(self, text: str) -> str:
        """Shots by number, as people count them, not by id."""
        shots = self.film.plan.shots if self.film else ()
        for number, shot in reversed(list(enumerate(shots, 1))):
            text = re.sub(rf"(?<![\w/.]){re.escape(shot.id)}(?![\w/.])", f"shot {number}", text)
        return text

    def _heard(self, text: str) -> Iterator[Reply]:
        if not text:
            return
        if self.film is None:
            yield from self._begin(text)
            return
        chosen, words = self._chosen(text), self._asked or text
        self._choices, self._asked = (), ""
        if chosen is not None:
            yield from self._act(Understood(edits=chosen.edits, command=chosen.command), words)
        else:
            meant = self._reading(self.film)(text, self.film.plan, self._spoken)
            if meant.note:
                yield said(meant.note)
            yield from self._act(meant, text)

    def _reading(self, film: Film) -> Reader:
        """Who reads lines: found when the film is there, because answers and costs are kept in its folder."""
        if self._read is None:
            model = self.agent.model
            self._read = read if model is None else Listener(model, self.agent.settings, film.folder)
        return self._read

    def _chosen(self, text: str) -> Choice | None:
        """The choice that a line picks by its number or its words."""
        number = text.strip("#.() ")
        if self._choices and number.isdecimal() and 1 <= int(number) <= len(self._choices):
            return self._choices[int(number) - 1]
        return next((item for item in self._choices if item.label.lower() == text.lower()), None)

    def _begin(self, text: str) -> Iterator[Reply]:
        command = command_of(text)
        if command is not None and command.name in ("help", "quit"):
            yield from doing.DOING[command.name](self, command)
            return
        yield said("planning ...")
        self.film = self.agent.begin({"story": text}, out=self._out or free_folder(text))
        yield from doing.introduced(self.film)

    def _act(self, meant: Understood, words: str) -> Iterator[Reply]:
        if meant.choices:
            self._choices, self._asked = meant.choices, words
            rows = [f"  {number}  {choice.label}" for number, choice in enumerate(meant.choices, 1)]
            yield Reply(kind="question", text="\n".join([meant.question, *rows]))
            return
        if meant.heard:
            self._spoken = Spoken(shot=meant.heard, entity=self._spoken.entity)
        if meant.command is not None:
            yield from doing.DOING[meant.command.name](self, meant.command)
        elif meant.edits:
            yield from self.change(meant.edits, words)
        else:
            self.misses += 1
            yield Reply(kind="unknown", text=f'I do not understand "{words}": {meant.nearest}')

    def change(self, edits: Sequence[Edit], words: str) -> Iterator[Reply]:
        """Show what edits change and remake, change the plan, and make it if that is wished.

        Raises:
            PlanError: a shot, entity or line that is not there, or a plan that would be wrong; nothing is changed then.
        """
        film = self.here()
        edits = kept_edits(edits, film.folder)
        preview = film.preview(*edits)
        if not preview.lines:
            yield said("that is how it is already")
            return
        yield from self._shown(film, preview)
        self.film = film.edit(*edits, words=words, make=False)
        self._spoken = _spoken(edits, self._spoken, self.film.plan)
        if self.auto:
            yield from self.render()

    def render(self, *, agreed: bool = False) -> Iterator[Reply]:
        """Make what the film's plan still lacks; what can cost much is asked about first, unless it was agreed to."""
        film = self.here()
        if not agreed and (asked := self.dear(lambda: film.estimate().usd, Command(name="render", words=AGREED))):
            yield asked
            return
        yield Reply(kind="rendering", text=f"rendering: {film.preview().outlook.sentence()}")
        self.film, self._seen = film.render(), None
        yield Reply(kind="film", text=str(self.film.video), files=(self.film.video,))
        for what in self.film.downgrades:
            yield said(f"not as asked for: {what}")

    def dear(self, price: Callable[[], Span], going_on: Command) -> Reply | None:
        """A question when something can cost more than may be spent without asking; None when it cannot.

        Args:
            price: What it costs; looked up only where something can cost anything.
            going_on: What is done when the answer is yes.
        """
        settings = self.agent.settings
        if self._above is None or not may_cost(settings):
            return None
        usd = price()
        left = None if settings.budget is None else max(0.0, settings.budget - self.here().estimate().spent)
        known = [bound for bound in (usd.most, left) if bound is not None]
        if known and min(known) <= self._above:
            return None
        self._choices = (Choice(label="yes", command=going_on), Choice(label="no", command=Command(name="stop")))
        return Reply(kind="question", text=f"this can cost {dollars(usd)}; go on?\n  1  yes\n  2  no")

    def stand(self, film: Film, before: Plan) -> Iterator[Reply]:
        """Show what differs since another plan, and go on with a film."""
        left = self.here()
        self.film = film
        yield from self._shown(left, doing.compared(before, film))
        if self.auto:
            yield from self.render()

    def _shown(self, before: Film, preview: Preview) -> Iterator[Reply]:
        """A change: what differs, what it adds to what was to be made, and what cannot be as it is asked for."""
        if preview.lines:
            yield Reply(kind="changed", text="\n".join(preview.lines))
        known, seen = self._seen if self._seen else (None, None)
        was = seen if seen is not None and known == before.plan else before.preview().outlook
        self._seen = (preview.plan, preview.outlook)
        yield Reply(kind="outlook", text=preview.outlook.since(was))
        drawn = "animatic" in (self.agent.settings.keyframes, self.agent.settings.shots)
        if drawn and preview.plan.style != before.plan.style and (lost := resolve_style(preview.plan.style)[1]):
            yield said(f"note: {lost}")

    def here(self) -> Film:
        """The film that is talked about.

        Raises:
            PlanError: there is none yet.
        """
        if self.film is None:
            raise PlanError("there is no film yet: tell a story first")
        return self.film


def free_folder(text: str) -> Path:
    """A run folder that is not there yet, named by the first words of an idea."""
    words = "".join(letter if letter.isalnum() else " " for letter in text.lower()).split()[:5]
    name = "_".join(words)[:60] or "film"
    number, folder = 2, Path("runs") / name
    while folder.exists():
        folder = Path("runs") / f"{name}_{number}"
        number += 1
    return folder


def _spoken(edits: Sequence[Edit], before: Spoken, plan: Plan) -> Spoken:
    """What "it" means after edits: the one shot, the one entity that they were about."""
    ids = {shot.id for shot in plan.shots}
    shots = {name for edit in edits for name in (*getattr(edit, "shots", ()), getattr(edit, "shot", None)) if name}
    shots |= {name for edit in edits if (name := getattr(edit, "copy_id", None))}
    entities = {name for edit in edits if (name := getattr(edit, "entity", None)) in plan.entities}
    last = before.shot if before.shot in ids else None
    return Spoken(
        shot=(shots & ids).pop() if len(shots & ids) == 1 else last,
        entity=entities.pop() if len(entities) == 1 else before.entity,
    )
