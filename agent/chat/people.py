"""Owns the rules about who and what is in the film: coming and going, names, looks, lines, voices, own files.

Does not know: light, camera, order of shots, commands.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from agent.chat.naming import Unclear
from agent.chat.rule import Build, Heard, Meaning
from agent.chat.shots import SHOTS, shots_of
from agent.chat.telling import begins_with
from agent.chat.values import TIMES, WEATHER, first_of, seconds_in
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
from planners import Entity, PlanError

_NO_THING = re.compile(
    r"(?<!next )(?<!close )\bto\b|\b(?:should|must)\b|\b(?:more|less|much)\b(?! \w+s\b)|\b(?:closer|wider"
    r"|longer|shorter|slower|faster|nearer)\b|^(?:rid|out|away|in|it|this|that"
    r"|them)\b|\w+er$"
)


def _come(heard: Heard) -> Meaning:
    words = heard.text("who")
    if not heard.known("who", exact=True) and (_NO_THING.search(words) or begins_with(words, heard)):
        return None
    if seconds_in(words.lower()) is not None or first_of(WEATHER, words.lower()) or first_of(TIMES, words.lower()):
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
    known = heard.known("who", "character", "prop", exact=not heard.has("verb"))
    words = heard.text("look") or heard.text("other")
    others = re.split(r"(?:,| and)\s+", words)[1:]
    if known is None or len(words) < _ENOUGH or any(begins_with(part, heard) for part in others):
        return None
    if heard.has("verb"):
        words = f"wearing {words}"
    elif re.match(
        r"(?:an?|the|some|red|blue)\b.*\b(?:hair|beard|eyes|scarf|hat|coat|dress|jacket|shirt|boots|cape|crown)s?$",
        words,
    ):
        words = f"with {words}"
    return _dressed(heard, known, words)


def _recolour(heard: Heard) -> Meaning:
    known = heard.known("who", "character", "prop")
    if known is None:
        return None
    return _dressed(heard, known, f"with {heard.text('colour').replace(' and ', ' ')} {heard.text('part')}")


def _dressed(heard: Heard, who: Entity, words: str) -> Meaning:
    """A look in the whole film, in some shots, or from a shot on."""
    shots = heard.shots() if heard.has("shots") else ()
    ids = [shot.id for shot in heard.plan.shots]
    if len(shots) in (0, len(ids)):
        return [Redescribe(entity=who.id, description=words)]
    if heard.has("on") or (shots[-1] == ids[-1] and len(shots) > 1):
        return [SetCostume(entity=who.id, description=words, first=shots[0])]
    if len(shots) == 1:
        return [SetCostume(entity=who.id, description=words, first=shots[0], only=True)]
    return [SetCostume(entity=who.id, description=words, first=shots[0], last=shots[-1])]


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
    shot, number = _one_line(heard) if not heard.has("shots") else (heard.shot(), 0)
    number = number or (int(heard.text("number")) if heard.has("number") else _spoken_line(heard, shot))
    return [ChangeLine(shot=shot, line=number, text=heard.quote("quote") or _spoken(heard.text("words")))]


_NTH: Mapping[str, int] = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}


def _one_line(heard: Heard) -> tuple[str, int]:
    """Shot and number of a line that is named by who says it: the owl's second line.

    Raises:
        Unclear: several lines could be meant.
        PlanError: it is not there.
    """
    who = heard.entity("who", "character")
    found = [(s.id, n) for s in heard.plan.shots for n, line in enumerate(s.lines, 1) if line.speaker == who.id]
    nth = heard.text("nth").lower()
    if nth in _NTH and -len(found) <= _NTH[nth] < len(found):
        return found[_NTH[nth]]
    if len(found) == 1:
        return found[0]
    if not found or nth in _NTH:
        raise PlanError(f"{who.name} says {len(found)} lines in the film")
    raise Unclear("shot", [shot for shot, _ in found])


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
    if heard.has("every"):
        return _silenced(heard)
    shot = heard.shot()
    count = len(heard.plan.shot(shot).lines)
    if heard.has("all"):
        return [RemoveLine(shot=shot, line=1)] * count
    number = int(heard.text("number")) if heard.has("number") else _spoken_line(heard, shot)
    return [RemoveLine(shot=shot, line=number)]


def _silenced(heard: Heard) -> Meaning:
    """All that somebody says in the film."""
    who = heard.entity("who", "character")
    edits = [
        RemoveLine(shot=shot.id, line=number)
        for shot in heard.plan.shots
        for number, line in reversed(list(enumerate(shot.lines, 1)))
        if line.speaker == who.id
    ]
    if not edits:
        raise PlanError(f"{who.name} says nothing in the film")
    return edits


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


_TURNED: Mapping[str, str] = {
    "speed up": "faster", "hurry up": "faster", "slow down": "slower", "raise": "higher", "deepen": "deeper",
}  # fmt: skip


def _voice(heard: Heard) -> Meaning:
    who = heard.text("who").lower()
    entity = None if "narrat" in who else heard.entity("who", "character").id
    words = heard.text("how").lower()
    plain = _OPPOSITE if heard.has("too") else _PLAIN_VOICES
    words += "".join(f" {told}" for word, told in plain.items() if re.search(rf"\b{word}\b", words))
    words = _TURNED.get(words, words)
    values = {field: amount for word, (field, amount) in _VOICES.items() if word in words}
    return [SetVoice.model_validate({"entity": entity, **values})] if values else None


def _file(heard: Heard) -> Meaning:
    path = heard.text("quote") or heard.text("file")
    if heard.has("shots"):
        return [_used(heard.shot(), path)]
    known = heard.known("who")
    return [PinEntity(entity=known.id, reference=path)] if known and _used("", path).what != "clip" else None


_FILE = re.compile(r"(?P<file>[\w./~\\-]+\.(?:png|jpe?g|webp|gif|bmp|mp4|mov|webm|mkv|avi|m4v))\b", re.IGNORECASE)
_ABOUT_FILES = re.compile(
    r"use|take|put|insert|swap|replace|have|here|i|i've|drew|painted|filmed|made|my|own|myself|it|it's|its|is"
    r"|in|the|a|an|as"
    r"|for|of|by|with|to|instead|picture|photo|image|drawing|file|clip|video|footage|still|keyframe|sketch|shot"
    r"|frame|called"
    r"|please|this|that|from|at|got|found|lies|should|be|and|there"
)


def _own_file(heard: Heard) -> Meaning:
    """One file, one shot, and nothing that is not talk of files."""
    text = heard.match.string
    files = _FILE.findall(text)
    rest = _FILE.sub(" ", text)
    named = re.findall(SHOTS, rest.lower())
    left = re.findall(r"[\w']+", re.sub(SHOTS, " ", rest.lower()))
    if len(files) != 1 or len(named) != 1 or any(not _ABOUT_FILES.fullmatch(word) for word in left):
        return None
    shots = shots_of(named[0].strip(), heard.plan, heard.spoken)
    return [_used(shots[0], files[0])] if len(shots) == 1 else None


def _used(shot: str, path: str) -> UseFile:
    """The path is as the person wrote it: whoever carries the edit out copies it into the run folder."""
    moving = bool(re.search(r"\.(?:mp4|mov|webm|mkv|avi|m4v)$", path, re.IGNORECASE))
    return UseFile.model_construct(op="use_file", shot=shot, what="clip" if moving else "keyframe", file=path)


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


def _said_instead(heard: Heard) -> Meaning:
    """Other words for the only line that somebody has in a shot."""
    who = heard.entity("who", "character")
    shot = heard.shot("shots2" if heard.has("shots2") else "shots")
    lines = [n for n, line in enumerate(heard.plan.shot(shot).lines, 1) if line.speaker == who.id]
    return [ChangeLine(shot=shot, line=lines[0], text=heard.quote("quote"))] if len(lines) == 1 else None


def _says_where(heard: Heard) -> Meaning:
    if heard.has("instead") and (changed := _said_instead(heard)):
        return changed
    if heard.has("shots2"):
        who = heard.text("who").lower()
        speaker = None if "narrat" in who else heard.entity("who", "character").id
        return [AddLine(shot=heard.shot("shots2"), text=heard.quote("quote"), speaker=speaker)]
    return _says(heard)


MEANINGS: Mapping[str, Build] = {
    "says_where": _says_where, "line_added": _line_added, "line_changed": _line_changed,
    "line_replaced": _line_replaced,
    "line_given": _line_given, "line_gone": _line_gone, "voice": _voice, "file": _file, "own_file": _own_file,
    "file_back": _file_back, "rename": _rename, "recolour": _recolour, "look": _look, "come": _come, "go": _go,
}  # fmt: skip
"""Name in the grammar -> function."""
