"""A small story, and a director's answers to every question about it, in the words of a good model."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from planners import Plan, Story
from planners.chat_model import Answer
from planners.errors import NoAnswer
from planners.graph import plan_story

TEXT = (
    "At dusk, Mara the lighthouse keeper found a wounded fox on the beach. She wrapped it in her coat and carried it "
    'up to the lighthouse. "You are safe here," she said. At night the lamp went out, and the fox barked until Mara '
    "woke. She lit the lamp, and a ship turned away from the rocks."
)
STORY = Story(story=TEXT, title="The Keeper and the Fox", duration=40)

Reply = Mapping[str, Any] | Exception | Callable[[Mapping[str, object]], Mapping[str, Any]]


class ScriptedAsker:
    """Answers from a table, prompt by prompt, as an Asker would take them from a model: checked, and asked again."""

    def __init__(self, replies: Mapping[str, Sequence[Reply] | Reply], *, corrections: int = 2) -> None:
        self.replies = {
            name: list(found) if isinstance(found, list | tuple) else found for name, found in replies.items()
        }
        self.corrections = corrections
        self.asked: list[tuple[str, str, Mapping[str, object]]] = []
        self.problems: list[str] = []

    def ask(
        self,
        prompt: str,
        variables: Mapping[str, object],
        answer: type[Answer],
        *,
        check: Callable[[Answer], Sequence[str]] | None = None,
        where: str = "",
    ) -> Answer:
        self.asked.append((prompt, where, variables))
        problems: Sequence[str] = ()
        for _ in range(self.corrections + 1):
            text = self._next(prompt, variables)
            try:
                found = answer.model_validate_json(text)
            except ValidationError as error:
                problems = [f"{item['loc']}: {item['msg']}" for item in error.errors()[:5]]
            else:
                problems = check(found) if check else ()
                if not problems:
                    return found
            self.problems += problems
        raise NoAnswer(f"no acceptable answer to {prompt!r}", last=text[:200], problems=tuple(problems))

    def _next(self, prompt: str, variables: Mapping[str, object]) -> str:
        replies = self.replies.get(prompt)
        if replies is None:
            raise NoAnswer(f"nothing is scripted for {prompt!r}")
        reply = (replies.pop(0) if len(replies) > 1 else replies[0]) if isinstance(replies, list) else replies
        if isinstance(reply, Exception):
            raise reply
        found = reply(variables) if callable(reply) else reply
        return found if isinstance(found, str) else json.dumps(found)


CAST = {
    "entities": [
        {"id": "mara", "kind": "character", "name": "Mara", "words": "Mara the lighthouse keeper", "noun": "woman",
         "age": "elder", "gender": "female"},
        {"id": "wounded_fox", "kind": "character", "name": "wounded fox", "words": "a wounded fox", "noun": "fox"},
        {"id": "beach", "kind": "place", "name": "beach", "words": "the beach", "noun": "beach"},
        {"id": "lighthouse", "kind": "place", "name": "lighthouse", "words": "the lighthouse"},
        {"id": "coat", "kind": "prop", "name": "coat", "words": "her coat", "noun": "coat"},
        {"id": "lamp", "kind": "prop", "name": "lamp", "words": "the lamp", "noun": "lamp"},
        {"id": "sea", "kind": "place", "name": "sea off the rocks", "words": "from the rocks", "noun": "sea"},
        {"id": "ship", "kind": "prop", "name": "ship", "words": "a ship", "noun": "ship"},
        {"id": "rock", "kind": "prop", "name": "rocks", "words": "the rocks", "noun": "rock", "count": 3},
    ],
}  # fmt: skip


def looks_of(variables: Mapping[str, object]) -> dict[str, Any]:
    rows = [json.loads(line) for line in str(variables["entities"]).splitlines()]
    sheet: dict[str, dict[str, Any]] = {
        "mara": {"age": "elder", "gender": "female", "hair": "bun", "hair_color": "grey", "clothes": ["blue coat"],
                 "description": "An old woman with a grey bun and a blue coat."},
        "wounded_fox": {"colors": ["red"], "size": "small", "description": "A small red fox with a white-tipped tail."},
        "lamp": {"colors": ["brass"], "material": "brass", "description": "A round brass lamp."},
    }  # fmt: skip
    return {"looks": [{"id": row["id"], **sheet.get(row["id"], {"description": "Plain."})} for row in rows]}


BEATS: dict[str, Any] = {
    "sentences": [
        {"sentence": 0, "seen": ["mara", "wounded_fox"], "place": "beach", "time": "dusk", "mood": "tender"},
        {"sentence": 1, "seen": ["mara", "wounded_fox"], "place": "lighthouse", "time": "dusk", "mood": "tender"},
        {"sentence": 2, "seen": ["mara", "wounded_fox"], "place": "lighthouse", "time": "dusk", "mood": "tender"},
        {"sentence": 3, "seen": ["lamp", "wounded_fox", "mara"], "place": "lighthouse", "time": "night",
         "mood": "tense"},
        {"sentence": 4, "seen": ["mara", "lamp"], "place": "lighthouse", "time": "night", "mood": "wonder"},
    ],
    "beats": [
        {"sentence": 0, "words": "found a wounded fox", "who": ["mara"], "action": "kneel",
         "verb": "find", "whom": ["wounded_fox"]},
        {"sentence": 1, "words": "wrapped it in her coat", "who": ["mara"], "action": "hug",
         "verb": "wrap", "whom": ["wounded_fox"], "start": 0, "end": 0.4},
        {"sentence": 1, "words": "carried it up to the lighthouse", "who": ["mara"], "action": "carry",
         "verb": "carry", "whom": ["wounded_fox"], "goes": "right", "start": 0.4, "end": 1},
        {"sentence": 2, "words": "she said", "who": ["mara"], "action": "talk", "verb": "say",
         "whom": ["wounded_fox"]},
        {"sentence": 3, "words": "the fox barked", "who": ["wounded_fox"], "action": "sing", "verb": "bark",
         "start": 0.3, "end": 0.7, "emotion": "afraid"},
        {"sentence": 3, "words": "Mara woke", "who": ["mara"], "action": "sit", "verb": "wake", "start": 0.7, "end": 1},
        {"sentence": 4, "words": "She lit the lamp", "who": ["mara"], "action": "reach", "verb": "light",
         "whom": ["lamp"], "start": 0, "end": 0.5},
        {"sentence": 4, "words": "a ship turned away from the rocks", "who": ["ship"], "action": "sail",
         "verb": "turn", "whom": ["rock"], "goes": "away from", "start": 0.5, "end": 1},
    ],
    "lines": [{"line": 0, "speaker": "mara", "emotion": "tender"}],
    "changes": [{"sentence": 3, "id": "lamp", "state": "dark"}, {"sentence": 4, "id": "lamp", "state": "lit"}],
}  # fmt: skip


def beats_of(variables: Mapping[str, object], **change: Any) -> dict[str, Any]:
    """The scripted beats, tied to the events that the rules read, whatever their ids; the others are no pictures."""
    events = [json.loads(line) for line in str(variables["events"]).splitlines()]
    answer = {**BEATS, **change}
    left = list(events)
    rows = []
    for row in answer["beats"]:
        found = next((e for e in left if (e["sentence"], e["verb"]) == (row["sentence"], row["verb"])), None)
        left = [event for event in left if event is not found]
        rows.append({**row, "event": found["event"]} if found else row)
    unseen = [{"event": event["event"], "why": "cannot be seen"} for event in left]
    return {**answer, "beats": rows, "unseen": change.get("unseen", unseen)}


FACES = (
    "worried and stooping",
    "gentle, with damp sleeves",
    "smiling a little",
    "startled in the dark",
    "proud, upright",
)


def domains_of(variables: Mapping[str, object]) -> dict[str, Any]:
    rows = [json.loads(line) for line in str(variables["shots"]).splitlines()]
    names = {row["id"]: row["name"] for row in map(json.loads, str(variables["entities"]).splitlines())}
    made = []
    for row in rows:
        face = FACES[int(row["shot"][-3:]) % len(FACES)]
        background = f"The {names[row['place']]} at {row['time']}"
        made.append(
            {
                "shot": row["shot"],
                "character": "; ".join(f"{names[name]}, {face}" for name in row["cast"]) or "Nobody is there",
                "background": background,
                "relation": f"{row['text']} {' '.join(row.get('state', {}).values())}",
                "camera": f"{row['camera']}, framed on the deed",
                "lighting": f"Light of {row['time']}, {row['mood']}",
            }
        )
    return {"shots": made}


LAYOUT: dict[str, Any] = {
    "shot_001": {
        "reasoning": "Mara kneels before the fox, who lies at the right.",
        "paths": [
            {"key": "mara", "start_x": 0.5, "start_y": 0.9, "end_x": 0.5, "end_y": 0.9, "facing": "right"},
            {"key": "wounded_fox", "start_x": 0.7, "start_y": 0.92, "end_x": 0.7, "end_y": 0.92, "facing": "left",
             "start_scale": 1.05, "end_scale": 1.05},
        ],
    },
    "shot_002": {
        "reasoning": "Mara carries the fox in front of her from left to right.",
        "paths": [
            {"key": "mara", "start_x": 0.15, "start_y": 0.9, "end_x": 0.75, "end_y": 0.9, "way": [[0.4, 0.2, 0.9]]},
        ],
    },
    "shot_003": {
        "reasoning": "They stay on their sides: Mara at the left, the fox at the right.",
        "paths": [
            {"key": "mara", "start_x": 0.4, "start_y": 0.9, "end_x": 0.4, "end_y": 0.9, "facing": "right"},
            {"key": "wounded_fox", "start_x": 0.62, "start_y": 0.9, "end_x": 0.62, "end_y": 0.9, "facing": "left"},
        ],
    },
}  # fmt: skip


def layout_of(variables: Mapping[str, object]) -> dict[str, Any]:
    asked = [json.loads(line)["shot"] for line in str(variables["shots"]).splitlines()]
    return {"shots": [{"shot": name, **LAYOUT[name]} for name in asked if name in LAYOUT]}


CAMERA = {
    "shots": [
        {"shot": "shot_001", "framing": "wide"},
        {"shot": "shot_002", "framing": "wide", "move": "right", "speed": "slow"},
        {"shot": "shot_003", "framing": "close-up", "move": "zoom in", "speed": "slow", "focus": "mara"},
        {"shot": "shot_004", "framing": "full", "angle": "high"},
        {"shot": "shot_005", "framing": "wide", "move": "zoom out", "speed": "slow"},
    ]
}


SECONDS = {"shot_001": 8, "shot_002": 7, "shot_003": 6, "shot_004": 7, "shot_005": 9}


SOUND = {
    "shots": [
        {"shot": name, "seconds": seconds, "effects": ["waves", "wind"] if name == "shot_005" else ["wind"]}
        for name, seconds in SECONDS.items()
    ],
    "voices": [{"id": "mara", "pitch": "low", "pace": "slow"}],
    "moods": [{"scene": "scene_03", "mood": "wonder"}],
}


GOOD: dict[str, Any] = {
    "cast": CAST, "looks": looks_of, "beats": beats_of, "layout": layout_of, "camera": CAMERA, "domains": domains_of,
    "sound": SOUND,
}  # fmt: skip
"""Prompt -> the answer of a good model."""


def directed(replies: Mapping[str, Any] = GOOD, story: Story = STORY, **more: int) -> tuple[Plan, ScriptedAsker]:
    asker = ScriptedAsker(replies, **more)
    return plan_story(story, asker=asker), asker
