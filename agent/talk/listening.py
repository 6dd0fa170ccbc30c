"""Owns reading a line of conversation with a language model: the same typed edits, commands and questions as the rules.

What the model answers is validated and tried on the plan before it is believed; when there is no answer, the rules
read the line, and that is said. Does not know: servers, terminals.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from agent.answers import FolderCache
from agent.budget import LEDGER_FILE, Ledger
from agent.chat import Choice, Command, Spoken, Understood, read
from agent.edits import ToldEdit, apply_edits
from agent.errors import BudgetError
from agent.planning import ANSWERS
from agent.settings import Settings
from planners import Asking, ChatError, ChatModel, NoAnswer, Plan, PlanError

PROMPT = "chat_line"
MAX_TOKENS = 2048


class ChosenEdits(BaseModel):
    """One thing that a line could mean."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    label: str
    edits: tuple[ToldEdit, ...] = ()


class ChatAnswer(BaseModel):
    """What a model makes of a line."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    edits: tuple[ToldEdit, ...] = ()
    command: Command | None = None
    question: str = ""
    choices: tuple[ChosenEdits, ...] = ()


class Listener:
    """Reads lines with a language model."""

    def __init__(self, model: ChatModel, settings: Settings, root: Path) -> None:
        """Take the model; its answers and what it costs are kept in the run folder."""
        self._asking = Asking(
            model,
            purse=Ledger(root / LEDGER_FILE, limit=settings.budget),
            cache=FolderCache(root / ANSWERS),
            prices=settings.prices,
            max_tokens=MAX_TOKENS,
            corrections=2,
        )

    def __call__(self, line: str, plan: Plan, spoken: Spoken) -> Understood:
        """What a line means in a film; by the rules, with a note, where the model gives no answer."""

        def check(answer: ChatAnswer) -> Sequence[str]:
            return _wrong(answer, plan)

        variables = {
            "shots": _shots(plan),
            "entities": _entities(plan),
            "spoken": {"shot": spoken.shot, "entity": spoken.entity},
            "line": line,
        }
        try:
            answer = self._asking.ask(PROMPT, variables, ChatAnswer, check=check, where="chat")
        except (NoAnswer, ChatError, BudgetError) as error:
            note = f"read by the rules, not by {self._asking.model.name}: {str(error).splitlines()[0]}"
            return read(line, plan, spoken).model_copy(update={"note": note})
        return _understood(answer)


def _understood(answer: ChatAnswer) -> Understood:
    if answer.command is not None:
        return Understood(command=answer.command, heard=answer.command.shot or "")
    if answer.edits:
        return Understood(edits=answer.edits)
    choices = tuple(Choice(label=item.label, edits=item.edits) for item in answer.choices)
    return Understood(question=answer.question, choices=choices) if choices else Understood(nearest=answer.question)


def _wrong(answer: ChatAnswer, plan: Plan) -> list[str]:
    """What cannot be right about an answer, in sentences for the model."""
    given = [bool(answer.edits), answer.command is not None, bool(answer.question)]
    if sum(given) != 1:
        return ["fill exactly one of `edits`, `command` and `question`"]
    wrong = []
    tried = [answer.edits, *(item.edits for item in answer.choices)]
    if answer.command is not None:
        tried.append(answer.command.edits)
        if answer.command.shot is not None and answer.command.shot not in {shot.id for shot in plan.shots}:
            wrong.append(f"there is no shot {answer.command.shot!r}; name shots by their ids")
    for edits in tried:
        try:
            apply_edits(plan, edits)
        except PlanError as error:
            wrong.append(str(error))
    return wrong


def _shots(plan: Plan) -> str:
    rows = []
    for number, shot in enumerate(plan.shots, 1):
        scene = plan.scene_of(shot)
        row = {
            "number": number,
            "id": shot.id,
            "text": shot.text,
            "cast": list(shot.cast),
            "place": plan.entities[scene.place].name,
            "time": scene.time,
            "weather": scene.weather,
            "mood": scene.mood,
            "seconds": round(shot.frames / plan.fps, 2),
            "framing": shot.camera.framing,
            "lines": [[line.speaker or "narrator", line.text] for line in shot.lines],
        }
        rows.append(json.dumps(row, ensure_ascii=False))
    return "\n".join(rows)


def _entities(plan: Plan) -> str:
    rows = (
        {"id": entity.id, "kind": entity.kind, "name": entity.name, "description": entity.description}
        for entity in plan.entities.values()
    )
    return "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
