"""Owns reading of screenplays: Fountain and Final Draft (FDX) -> the data of a Story with one entry per shot.

The script is kept as written: a paragraph of action is a shot, and so is every speech after the first that follows it;
headings, parentheticals, transitions, synopses and notes stay with their shot. Parsing is screenplay-tools' (MIT).
Does not know: what any of the words mean.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

from screenplay_tools.fdx.parser import Parser as FdxParser
from screenplay_tools.fountain.parser import Parser as FountainParser
from screenplay_tools.screenplay import Element, ElementType, Script

from planners.formats.errors import StoryError

SUFFIXES = (".fountain", ".fdx")
SETTINGS = ("style", "duration", "aspect", "size", "fps", "narration", "subtitles", "music", "language", "seed")
"""Keys of a Fountain title page that are settings of the film; all others are left alone."""

_INSIDE = re.compile(r"^(?:int\.?/ext|ext\.?/int|i/e|int|ext|est)[. ]\s*", re.IGNORECASE)
_DASH = re.compile(r"\s+[-–—]+\s+")
_TIMES = re.compile(
    r"(?i)^(?:early |late |mid[- ]?)?(?:day|night|morning|noon|midday|afternoon|evening|dawn|sunrise|dusk|sunset|"
    r"twilight|midnight|magic hour|golden hour|continuous|later|moments later|same time|same)\b.*$"
)
_MARK = re.compile(r"\[\[\d+\]\]|/\*\d+\*/")
_NOTE = re.compile(r"\[\[(\d+)\]\]")
_EMPHASIS = re.compile(r"(?<!\\)(\*{1,3}|_)(?=\S)(.+?)(?<=[^\s\\])\1")
_UNSEEN = re.compile(r"(?i)\b(?:v\.?\s?o|o\.?\s?s|o\.?\s?c|off|voice[- ]?over)\b")
_FADE = re.compile(r"^(?:(?i:fade (?:in|out|up|to (?:black|white)))[.:]?|[A-Z][A-Z ]+ TO:)$")
_PAUSE = re.compile(r"(?i)^\(?\s*(?:a )?(?:short |long )?(?:beat|pause)s?\.?\s*\)?$")


def read_screenplay(text: str, *, suffix: str, source: str | Path) -> dict[str, Any]:
    """The data of a Story (as its YAML would hold) from a screenplay.

    Args:
        text: The file's text.
        suffix: `.fountain` or `.fdx`.
        source: Named in errors.

    Raises:
        StoryError: it cannot be parsed, a comment is never closed, or it has no scene, action or speech.
    """
    script = _parsed(text, suffix, source)
    walk = _Walk([str(note.text) for note in script.notes])
    for element in script.elements:
        walk.take(element)
    shots = walk.finished()
    if not shots:
        hint = "A screenplay has headings (INT. KITCHEN - DAY), action, and characters who speak."
        raise StoryError("the screenplay has no shot", source=source, hint=hint)
    data: dict[str, Any] = {"shots": shots, "characters": walk.characters, "places": walk.places, "narration": False}
    return data | _title_page(script)


def _parsed(text: str, suffix: str, source: str | Path) -> Script:
    if suffix == ".fdx":
        parser = FdxParser()
        try:
            script = parser.parse(text)
        except (ParseError, AttributeError) as error:
            raise StoryError(f"not a Final Draft file: {error}", source=source) from None
        return script
    for opening, closing, what in (("/*", "*/", "comment"), ("[[", "]]", "note")):
        at = text.rfind(opening)
        if at > text.rfind(closing) and what == "comment":
            line = text.count("\n", 0, at) + 1
            raise StoryError(f"the {what} is never closed", source=source, line=line, hint=f"End it with {closing}.")
    fountain = FountainParser()
    fountain.add_text(text)
    return fountain.script


def _title_page(script: Script) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for entry in script.titleEntries:
        key, value = entry.key.strip().lower(), " ".join(_plain(entry.text).split())
        if key == "title" and value:
            out["title"] = value
        elif key in ("author", "authors") and value:
            out["author"] = value
        elif key in SETTINGS and value:
            out[key] = _setting(key, value)
    return out


def _setting(key: str, value: str) -> object:
    if key in ("fps", "seed") and value.isdigit():
        return int(value)
    if key == "duration" and re.fullmatch(r"\d+(?:\.\d+)?", value):
        return float(value)
    return {"true": True, "yes": True, "on": True, "false": False, "no": False}.get(value.lower(), value) if (
        key in ("narration", "music")
    ) else value  # fmt: skip


def _plain(text: str) -> str:
    """Without marks of notes and comments, emphasis, and the backslashes that kept signs as they are."""
    text = _MARK.sub(" ", text)
    while (bare := _EMPHASIS.sub(r"\2", text)) != text:
        text = bare
    return re.sub(r"\\([*_])", r"\1", text)


@dataclass
class _Entry:
    """One shot in the making."""

    action: str = ""
    heading: str = ""
    place: str = ""
    time: str = ""
    lines: list[dict[str, Any]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    transition: str = ""
    bare: bool = False
    """Only a heading so far: the next action or speech fills it."""

    def data(self) -> dict[str, Any]:
        own = {"action": self.action, "heading": self.heading, "place": self.place, "time": self.time}
        own |= {"transition": self.transition, "note": "\n".join(self.notes)}
        return {key: value for key, value in own.items() if value} | ({"lines": self.lines} if self.lines else {})


class _Walk:
    """The way through a script, element after element."""

    def __init__(self, notes: list[str]) -> None:
        self.characters: dict[str, dict[str, str]] = {}
        self.places: dict[str, dict[str, str]] = {}
        self._notes = notes
        self._waiting: list[str] = []
        self._shots: list[_Entry] = []
        self._heading = ("", "", "")
        self._speaker: dict[str, Any] | None = None

    def take(self, element: Element) -> None:
        """Go on by one element."""
        if element.type in (ElementType.HEADING, ElementType.ACTION, ElementType.TRANSITION):
            self._speaker = None
        whole = element.text_raw
        for paragraph in re.split(r"\n\s*\n", whole) if element.type == ElementType.ACTION else [whole]:
            _STEPS.get(element.type, _Walk._ignored)(self, element, _plain(paragraph).strip())
            numbers = [int(number) for number in _NOTE.findall(paragraph)]
            noted = [self._notes[number].strip() for number in numbers if number < len(self._notes)]
            (self._shots[-1].notes if self._shots else self._waiting).extend(noted)

    def finished(self) -> list[dict[str, Any]]:
        """All shots as data; a heading that nothing follows is a shot of its place."""
        for shot in self._shots:
            if shot.bare:
                shot.action = f"{self.places[shot.place]['name'].capitalize()}."
        return [shot.data() for shot in self._shots]

    def _heading_seen(self, element: Element, text: str) -> None:
        text = re.sub(r"(?:\s+#(?!\d+$)\S+)+$", "", text)
        place, time = _split(text)
        key = _slug(place) or "somewhere"
        self.places.setdefault(key, {"name": place.lower()})
        time = self._heading[2] if _goes_on(time) else time
        self._heading = (text, key, time)
        self._new().bare = True

    def _action_seen(self, element: Element, text: str) -> None:
        words = " ".join(text.split())
        if not re.search(r"\w", words):
            return
        if _FADE.match(words):
            return self._transition_seen(element, words)
        last = self._shots[-1] if self._shots else None
        shot = last if last is not None and last.bare else self._new()
        shot.action, shot.bare = words, False

    def _character_seen(self, element: Element, text: str) -> None:
        name = " ".join(_plain(element.name).split()).strip(" ^")
        off = bool(_UNSEEN.search(element.extension or ""))
        narrator = name.lower() in ("narrator", "the narrator")
        key = _slug(name)
        if not narrator and key:
            spelled = {} if name.isupper() or name.islower() else {"name": name}
            self.characters.setdefault(key, spelled)
        self._speaker = {"speaker": "narrator" if narrator else key or name, "off": off and not narrator, "manner": ""}
        last = self._shots[-1] if self._shots else None
        if last is None or (last.lines and not getattr(element, "is_dual_dialogue", False)):
            last = self._new()
        last.bare = False

    def _parenthetical_seen(self, element: Element, text: str) -> None:
        if self._speaker is not None and not _PAUSE.match(text):
            self._speaker["manner"] = text.strip("() ")

    def _speech_seen(self, element: Element, text: str) -> None:
        if self._speaker is None:
            return self._action_seen(element, text)
        inside = re.match(r"\(([^)]+)\)\s*", text)
        if inside is not None:
            self._parenthetical_seen(element, inside.group(1))
        words = " ".join(text[inside.end() if inside else 0 :].split())
        if words:
            row = {key: value for key, value in self._speaker.items() if value}
            sung = element.type == ElementType.LYRIC and not self._speaker["manner"]
            self._shots[-1].lines.append(row | {"text": words} | ({"manner": "singing"} if sung else {}))
        return None

    def _transition_seen(self, element: Element, text: str) -> None:
        words = text.rstrip(":. ").strip()
        if self._shots and not re.match(r"(?i)fade (?:in|up)", words):
            self._shots[-1].transition = words

    def _remark_seen(self, element: Element, text: str) -> None:
        if text:
            bare = bool(self._shots) and self._shots[-1].bare
            (self._shots[-1].notes if bare else self._waiting).append(text)

    def _ignored(self, element: Element, text: str) -> None:
        """Page breaks and the like."""

    def _new(self) -> _Entry:
        heading, place, time = self._heading
        entry = _Entry(heading=heading, place=place, time=time, notes=self._waiting)
        self._waiting = []
        self._shots.append(entry)
        return entry


_STEPS = {
    ElementType.HEADING: _Walk._heading_seen,
    ElementType.ACTION: _Walk._action_seen,
    ElementType.CHARACTER: _Walk._character_seen,
    ElementType.PARENTHETICAL: _Walk._parenthetical_seen,
    ElementType.DIALOGUE: _Walk._speech_seen,
    ElementType.LYRIC: _Walk._speech_seen,
    ElementType.TRANSITION: _Walk._transition_seen,
    ElementType.SYNOPSIS: _Walk._remark_seen,
    ElementType.SECTION: _Walk._remark_seen,
}


def _split(heading: str) -> tuple[str, str]:
    """Place and time of a scene heading: `EXT. HOUSE - KITCHEN - NIGHT` is the kitchen of a house, at night."""
    words = _INSIDE.sub("", heading.strip())
    parts = [part.strip(" .") for part in _DASH.split(words) if part.strip(" .")]
    time = parts.pop() if len(parts) > 1 and _TIMES.match(parts[-1]) else ""
    while len(parts) > 1 and _TIMES.match(parts[-1]):
        time = f"{parts.pop()} {time}".strip()
    return ", ".join(reversed(parts)) or words, time.lower()


def _goes_on(time: str) -> bool:
    return not time or bool(re.match(r"(?:continuous|later|moments|same)", time))


def _slug(text: str) -> str:
    return re.sub(r"[^\w]+", "_", text.lower()).strip("_")
