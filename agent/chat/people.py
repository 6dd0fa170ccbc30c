"""Owns the rules about who and what is in the film: coming and going, names, looks, lines, voices, own files.

Does not know: light, camera, order of shots, commands.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from agent.chat.naming import Unclear
from agent.chat.rule import Build, Heard, Meaning
from agent.chat.values import TIMES, WEATHER, first_of
from agent.edits import (
    AddEntity,
    AddLine,
    ChangeLine,
    Edit,
    PinEntity,
    Redescribe,
    RemoveEntity,
    RemoveLine,
    RenameEntity,
    SetCostume,
    SetVoice,
    UseFile,
)
from planners import PlanError


def _come(heard: Heard) -> Meaning:
    words = heard.text("who")
    if first_of(WEATHER, words.lower()) or first_of(TIMES, words.lower()):
        return None
    known = heard.known("who", "character", "prop")
    if known is not None and not re.match(r"(?:an?|another|some|two|three)\b", words, re.IGNORECASE):
        return [AddEntity(shots=heard.shots(), entity=known.id)]
    return [AddEntity(shots=heard.shots(), description=words)]


def _go(heard: Heard) -> Meaning:
    known = heard.known("who", "character", "prop")
    if known is None:
        return None
    return [RemoveEntity(entity=known.id, shots=heard.shots() if heard.has("shots") else ())]


def _rename(heard: Heard) -> Meaning:
    known = heard.known("who")
    if known is None:
        return None
    name = heard.text("quote") or heard.text("name") or heard.text("proper")
    if heard.has("proper") and not name[:1].isupper():
        return None
    return [RenameEntity(entity=known.id, name=name[:1].upper() + name[1:] if known.kind == "character" else name)]


_ENOUGH = 2
"""A change of dress has at least so many letters."""


def _look(heard: Heard) -> Meaning:
    """A look in the whole film, or from a shot on."""
    known = heard.known("who", "character", "prop")
    if known is None or len(heard.text("look")) < _ENOUGH:
        return None
    words = heard.text("look")
    if heard.has("verb"):
        words = f"wearing {words}"
    elif re.match(
        r"(?:an?|the|some|red|blue)\b.*\b(?:hair|beard|eyes|scarf|hat|coat|dress|jacket|shirt|boots|cape|crown)s?$",
        words,
    ):
        words = f"with {words}"
    if heard.has("shots"):
        shots = heard.shots()
        return [
            SetCostume(entity=known.id, description=words, first=shots[0], only=not heard.has("on") and len(shots) == 1)
        ]
    return [Redescribe(entity=known.id, description=words)]


def _recolour(heard: Heard) -> Meaning:
    known = heard.known("who", "character", "prop")
    if known is None:
        return None
    words = f"with {heard.text('colour')} {heard.text('part')}"
    if heard.has("shots"):
        return [SetCostume(entity=known.id, description=words, first=heard.shots()[0], only=not heard.has("on"))]
    return [Redescribe(entity=known.id, description=words)]


def _says(heard: Heard) -> Meaning:
    who = heard.text("who").lower()
    speaker = None if re.search(r"narrat|voice-?over", who) else heard.entity("who", "character").id
    return [AddLine(shot=heard.shot(), text=heard.quote("quote") or _spoken(heard.text("words")), speaker=speaker)]


def _spoken(words: str) -> str:
    words = words.strip(" \"'“”")
    return words[:1].upper() + words[1:] + ("" if words.endswith((".", "!", "?")) else ".")


def _line_added(heard: Heard) -> Meaning:
    speaker = heard.known("who", "character") if heard.has("who") else None
    return [AddLine(shot=heard.shot(), text=heard.quote("quote"), speaker=speaker.id if speaker else None)]


def _line_changed(heard: Heard) -> Meaning:
    shot = heard.shot()
    number = int(heard.text("number")) if heard.has("number") else _spoken_line(heard, shot)
    return [ChangeLine(shot=shot, line=number, text=heard.quote("quote") or _spoken(heard.text("words")))]


def _line_replaced(heard: Heard) -> Meaning:
    """By its words: `change "Go on" to "Go home"`."""
    old = re.sub(r"\W+", " ", heard.text("old")).strip().lower()
    found = [
        (shot.id, index)
        for shot in heard.plan.shots
        for index, line in enumerate(shot.lines, 1)
        if old and old in re.sub(r"\W+", " ", line.text).strip().lower()
    ]
    if not found:
        return None
    spoken = [(shot, n) for shot, n in found if heard.plan.shot(shot).lines[n - 1].speaker] or found
    if len(spoken) > 1:
        raise Unclear("line", [shot for shot, _ in spoken])
    return [ChangeLine(shot=spoken[0][0], line=spoken[0][1], text=heard.quote("quote"))]


def _spoken_line(heard: Heard, shot: str) -> int:
    """The line that is meant when none is named: the only one of a character, else the first."""
    lines = heard.plan.shot(shot).lines
    voiced = [index for index, line in enumerate(lines, 1) if line.speaker]
    return voiced[0] if voiced else 1


def _line_given(heard: Heard) -> Meaning:
    who = heard.text("who").lower()
    speaker = "narrator" if "narrat" in who else heard.entity("who", "character").id
    shot = heard.shot()
    return [ChangeLine(shot=shot, line=_spoken_line(heard, shot), speaker=speaker)]


def _line_gone(heard: Heard) -> Meaning:
    shot = heard.shot()
    count = len(heard.plan.shot(shot).lines)
    if heard.has("all"):
        return [RemoveLine(shot=shot, line=1)] * count
    number = int(heard.text("number")) if heard.has("number") else _spoken_line(heard, shot)
    return [RemoveLine(shot=shot, line=number)]


_VOICES = {
    "deeper": ("pitch", 0.85), "lower": ("pitch", 0.85), "darker": ("pitch", 0.85), "higher": ("pitch", 1.18),
    "brighter": ("pitch", 1.15), "lighter": ("pitch", 1.15), "squeakier": ("pitch", 1.3), "slower": ("rate", 0.85),
    "more slowly": ("rate", 0.85), "faster": ("rate", 1.18), "quicker": ("rate", 1.18), "more quickly": ("rate", 1.18),
    "younger": ("pitch", 1.2), "older": ("pitch", 0.88),
}  # fmt: skip


_PLAIN_VOICES = {
    "deep": "deeper", "low": "lower", "dark": "darker", "high": "higher", "bright": "brighter", "squeaky": "squeakier",
    "slow": "slower", "slowly": "slower", "fast": "faster", "quick": "quicker", "quickly": "quicker",
    "young": "younger", "old": "older",
}  # fmt: skip
_OPPOSITE = {
    "deep": "higher", "low": "higher", "high": "lower", "slow": "faster", "slowly": "faster", "fast": "slower",
    "quick": "slower", "quickly": "slower", "young": "older", "old": "younger", "dark": "higher", "squeaky": "lower",
}  # fmt: skip


def _voice(heard: Heard) -> Meaning:
    who = heard.text("who").lower()
    entity = None if "narrat" in who else heard.entity("who", "character").id
    words = heard.text("how").lower()
    plain = _OPPOSITE if heard.has("too") else _PLAIN_VOICES
    words += "".join(f" {told}" for word, told in plain.items() if re.search(rf"\b{word}\b", words))
    values = {field: amount for word, (field, amount) in _VOICES.items() if word in words}
    return [SetVoice.model_validate({"entity": entity, **values})] if values else None


def _file(heard: Heard) -> Meaning:
    """The path is as the person wrote it: whoever carries the edit out copies it into the run folder."""
    path = heard.text("quote") or heard.text("file")
    moving = bool(re.search(r"\.(?:mp4|mov|webm|mkv|avi|m4v)$", path, re.IGNORECASE))
    if heard.has("shots"):
        return [
            UseFile.model_construct(op="use_file", shot=heard.shot(), what="clip" if moving else "keyframe", file=path)
        ]
    known = heard.known("who")
    return [PinEntity(entity=known.id, reference=path)] if known and not moving else None


def _file_back(heard: Heard) -> Meaning:
    shot = heard.plan.shot(heard.shot())
    edits: list[Edit] = []
    if shot.keyframe:
        edits.append(UseFile(shot=shot.id, what="keyframe", file=None))
    if shot.clip:
        edits.append(UseFile(shot=shot.id, what="clip", file=None))
    if not edits:
        raise PlanError(f"{shot.id} has no picture or clip of yours")
    return edits


def _says_where(heard: Heard) -> Meaning:
    if heard.has("shots2") and not heard.has("shots"):
        who = heard.text("who").lower()
        speaker = None if "narrat" in who else heard.entity("who", "character").id
        return [AddLine(shot=heard.shot("shots2"), text=heard.quote("quote"), speaker=speaker)]
    return _says(heard)


MEANINGS: Mapping[str, Build] = {
    "says_where": _says_where, "line_added": _line_added, "line_changed": _line_changed,
    "line_replaced": _line_replaced,
    "line_given": _line_given, "line_gone": _line_gone, "voice": _voice, "file": _file, "file_back": _file_back,
    "rename": _rename, "recolour": _recolour, "look": _look, "come": _come, "go": _go,
}  # fmt: skip
"""Name in the grammar -> function."""
