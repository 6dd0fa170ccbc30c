"""Owns the look of a vision-language model at a shot: questions from what was planned, verdicts, advice for repair.

Questions are built by rules from the shot's spec and boxes, never by a model: who is there, how many, in which colour,
where, who does what (VideoRepair, arXiv 2411.15115, section 3, asks the first three; TC-Bench, arXiv 2406.08656, the
last). A question is judged only when the one that it hangs on holds, as in DSG (arXiv 2310.18235): a fox that is not
there has no wrong colour. What failed is named with its entity and box, and what may be kept. Does not know: servers,
money, how a region is made anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Literal, Protocol, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from consistency.values import Box
from generators import ShotSpec

PROMPT = "vision"
MARGIN = 0.12
"""Share of the frame by which a middle that the model tells may lie off the planned box."""
Kind = Literal["exists", "count", "colour", "where", "does"]
Change = Literal["add", "count", "recolour", "move", "act"]
CHANGES: Mapping[Kind, Change] = {
    "exists": "add", "count": "count", "colour": "recolour", "where": "move", "does": "act",
}  # fmt: skip
"""What is to be done when the answer to a question of a kind is wrong."""
Answer = TypeVar("Answer", bound=BaseModel)


class _Frozen(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Question(_Frozen):
    """One thing to look for."""

    id: str
    kind: Kind
    text: str
    entity: str
    wanted: str
    """What the plan says: "yes", a number, or a colour."""
    box: Box | None = None
    """Where it is planned to be, in shares of the frame."""
    after: str | None = None
    """Id of the question that this one hangs on."""


class Told(BaseModel):
    """What a model answers to one question."""

    id: str
    yes: bool | None = Field(default=None, description="for questions of yes or no; null when it cannot be seen")
    number: int | None = Field(default=None, ge=0, le=1000, description="for questions of how many")
    word: str | None = Field(default=None, max_length=60, description="for questions of which colour")
    box: tuple[float, float, float, float] | None = Field(
        default=None, description="left, top, right, bottom as shares of the picture, 0 to 1; null when nothing is seen"
    )


class Answers(BaseModel):
    """What a model answers to all questions about one picture."""

    answers: tuple[Told, ...]


class Repair(_Frozen):
    """What to make anew, and where."""

    change: Change
    entity: str
    box: Box | None
    """Region to make anew: where it is planned, together with where it was seen; None: not localised."""
    prompt: str
    """What the region must show."""
    keep: tuple[Box, ...] = ()
    """Planned boxes of what is right and must not change."""


class Held(_Frozen):
    """What became of one question."""

    question: Question
    state: Literal["holds", "fails", "unseen", "skipped"]
    """`unseen`: the model could not tell; `skipped`: what it hangs on does not hold."""
    said: str = ""
    seen: Box | None = None
    repair: Repair | None = None


class Looked(_Frozen):
    """What a model saw of one shot."""

    shot: str
    verdicts: tuple[Held, ...]

    @property
    def score(self) -> float | None:
        """Share of the judged questions that hold, 0 to 1; None when nothing could be judged."""
        states = Counter(verdict.state for verdict in self.verdicts)
        judged = states["holds"] + states["fails"]
        return states["holds"] / judged if judged else None

    @property
    def repairs(self) -> tuple[Repair, ...]:
        """What to make anew, in the order of the questions."""
        return tuple(verdict.repair for verdict in self.verdicts if verdict.repair)


class Looker(Protocol):
    """Asks a model that sees pictures; `planners.Asking` is one: within budget, cached, corrected."""

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
        """A validated answer to a prompt of the library about pictures (PNG or JPEG)."""


def questions(spec: ShotSpec, boxes: Mapping[str, Box]) -> tuple[Question, ...]:
    """What to ask about a still of a shot, the same for the same plan.

    Args:
        spec: The shot.
        boxes: Where each instance is in the frame at the still's moment, by track key; what is not there is not asked.
    """
    made: list[Question] = []
    keys = [track.key for track in spec.shot.layout if track.key in boxes]
    names: dict[str, list[str]] = {}
    for key in keys:
        names.setdefault(key.partition("#")[0], []).append(key)
    for entity, own in names.items():
        made += _about(spec, entity, [boxes[key] for key in own])
    return (*made, *_deeds(spec, names, boxes))


def look(
    looker: Looker,
    picture: bytes,
    spec: ShotSpec,
    boxes: Mapping[str, Box],
) -> Looked:
    """Have a model look at a still of a shot.

    Args:
        looker: Asks the model.
        picture: The still, PNG or JPEG.
        spec: What it should show.
        boxes: Where each instance should be, by track key.

    Raises:
        Exception: the looker's own errors: no answer, no server, no money.
    """
    asked = questions(spec, boxes)
    if not asked:
        return Looked(shot=spec.shot.id, verdicts=())
    rows = "\n".join(f"{question.id}: {question.text}" for question in asked)

    def check(answers: Answers) -> list[str]:
        missing = {question.id for question in asked} - {told.id for told in answers.answers}
        return [f"no answer to {', '.join(sorted(missing))}"] if missing else []

    answers = looker.ask(PROMPT, {"questions": rows}, Answers, check=check, where=spec.shot.id, pictures=(picture,))
    return Looked(shot=spec.shot.id, verdicts=weigh(asked, answers))


def weigh(asked: Sequence[Question], answers: Answers) -> tuple[Held, ...]:
    """What became of each question; pure, so that it can be proved without a model."""
    told = {row.id: row for row in answers.answers}
    states: dict[str, str] = {}
    verdicts = []
    for question in asked:
        verdict = _verdict(question, told.get(question.id), states)
        states[question.id] = verdict.state
        verdicts.append(verdict)
    fine = [question for question in asked if question.kind == "exists"]
    broken = {verdict.question.entity for verdict in verdicts if verdict.state == "fails"}
    keep = tuple(question.box for question in fine if question.box and question.entity not in broken)
    return tuple(
        verdict.model_copy(update={"repair": _repair(verdict, keep)}) if verdict.state == "fails" else verdict
        for verdict in verdicts
    )


def _about(spec: ShotSpec, entity: str, boxes: list[Box]) -> list[Question]:
    look = spec.cast[entity].attributes
    noun = look.noun or look.species or spec.cast[entity].name
    box, first = hull(boxes), f"{entity}.exists"
    made = [Question(id=first, kind="exists", text=f"Is there a {noun}?", entity=entity, wanted="yes", box=box)]
    count = len(boxes) if len(boxes) > 1 else spec.cast[entity].count
    made.append(
        Question(id=f"{entity}.count", kind="count", text=f"How many of these are there: {noun}?", entity=entity,
                 wanted=str(count), box=box, after=first)
    )  # fmt: skip
    if len(look.colors) == 1:
        made.append(
            Question(id=f"{entity}.colour", kind="colour", text=f"Which colour has the {noun} mostly?", entity=entity,
                     wanted=look.colors[0], box=box, after=first)
        )  # fmt: skip
    if len(boxes) == 1:
        made.append(
            Question(id=f"{entity}.where", kind="where", text=f"Where is the {noun}? Give its box.", entity=entity,
                     wanted="yes", box=box, after=first)
        )  # fmt: skip
    return made


def _deeds(spec: ShotSpec, names: Mapping[str, list[str]], boxes: Mapping[str, Box]) -> list[Question]:
    made = []
    for number, beat in enumerate(spec.shot.beats, 1):
        actor = next((name.partition("#")[0] for name in beat.actors if name.partition("#")[0] in names), None)
        if actor is None:
            continue
        told = beat.text.strip() or " ".join([actor, beat.verb, *beat.targets])
        text = f"Does the picture show a moment of this: {told}"
        box = hull([boxes[key] for key in names[actor]])
        after = f"{actor}.exists"
        made.append(
            Question(id=f"deed{number}", kind="does", text=text, entity=actor, wanted="yes", box=box, after=after)
        )
    return made


def _verdict(question: Question, told: Told | None, states: Mapping[str, str]) -> Held:
    if question.after is not None and states.get(question.after) != "holds":
        return Held(question=question, state="skipped")
    found = _said(question, told) if told is not None else None
    if told is None or found is None:
        return Held(question=question, state="unseen")
    said, holds = found
    return Held(question=question, state="holds" if holds else "fails", said=said, seen=told.box)


def _said(question: Question, told: Told) -> tuple[str, bool] | None:
    """The answer in one word, and whether it is what the plan says; None when there is none."""
    if question.kind == "count":
        return None if told.number is None else (str(told.number), str(told.number) == question.wanted)
    if question.kind == "colour":
        word = (told.word or "").strip().lower()
        return (word, question.wanted in word.split()) if word else None
    if question.kind == "where":
        return (_words(told.box), _near(told.box, question.box)) if told.box and question.box else None
    return None if told.yes is None else ("yes" if told.yes else "no", told.yes == (question.wanted == "yes"))


def _repair(verdict: Held, keep: tuple[Box, ...]) -> Repair:
    question = verdict.question
    boxes = [box for box in (question.box, verdict.seen) if box is not None]
    change = CHANGES[question.kind]
    prompt = {
        "add": f"{question.entity}, fully visible",
        "count": f"exactly {question.wanted} of {question.entity}",
        "recolour": f"{question.entity} in {question.wanted}",
        "move": f"{question.entity} at {_words(question.box)}",
        "act": question.text.partition(": ")[2],
    }[change]
    return Repair(change=change, entity=question.entity, box=hull(boxes) if boxes else None, prompt=prompt, keep=keep)


def _near(seen: Box, planned: Box) -> bool:
    """Whether the middle of what was seen lies in the planned box, or hardly beside it."""
    x, y = (seen[0] + seen[2]) / 2, (seen[1] + seen[3]) / 2
    return planned[0] - MARGIN <= x <= planned[2] + MARGIN and planned[1] - MARGIN <= y <= planned[3] + MARGIN


def hull(boxes: Sequence[Box]) -> Box:
    """The smallest box that holds all of at least one."""
    lows, highs = zip(*((box[:2], box[2:]) for box in boxes), strict=True)
    return (
        min(low[0] for low in lows), min(low[1] for low in lows),
        max(high[0] for high in highs), max(high[1] for high in highs),
    )  # fmt: skip


def _words(box: Box | None) -> str:
    return "no place" if box is None else "({:.2f}, {:.2f}, {:.2f}, {:.2f})".format(*box)
