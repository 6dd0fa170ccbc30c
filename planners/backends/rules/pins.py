"""Owns what the author fixed: pins of characters, places and props, and the fields of `shots:` entries. Pins win.

Does not know: how free text is read.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol, cast

from planners.backends.rules import beings, camera_words, looks, settings_words, things
from planners.backends.rules.being import Being, noun_looks
from planners.backends.rules.cast import Cast
from planners.backends.rules.describe import Looks, adjective
from planners.backends.rules.dialogue import feeling
from planners.backends.rules.model import gender_of_name
from planners.backends.rules.profiles import portrait
from planners.backends.rules.setting import Stager
from planners.backends.rules.skies import named_time, named_weather
from planners.backends.rules.sorts import sort_of
from planners.plan import Kind, Note, TransitionKind
from planners.reading import CameraWish, Sentence, Speech

if TYPE_CHECKING:
    from planners.backends.rules.sorts import Sort
    from planners.story import CharacterPin, PlacePin, PropPin, ShotPin, Story

_TRANSITIONS = {
    "cut": "cut",
    "hard": "cut",
    "dissolve": "dissolve",
    "fade": "dissolve",
    "crossfade": "dissolve",
    "cross": "dissolve",
    "match": "match",
    "smooth": "smooth",
    "flow": "flow",
    "morph": "flow",
    "reset": "reset",
    "generative": "generative",
    "continuation": "continuation",
    "continue": "continuation",
    "continues": "continuation",
    "continuous": "continuation",
    "blend": "dissolve",
    "wipe": "dissolve",
}


_VISUAL = looks.COLOURS | looks.MATERIALS | looks.PATTERNS | frozenset(looks.SIZES)


class Walk(Protocol):
    """What a reading in the making offers to pins."""

    cast: Cast
    stager: Stager
    notes: list[Note]
    sentences: list[Sentence]
    speeches: list[Speech]


def enter(story: Story, cast: Cast) -> None:
    """Make the pinned beings, before anything is read."""
    for key, pin in story.characters.items():
        being = _being(key, "character", pin)
        cast.beings[key] = being
        if being.looks.noun == "person" and not being.proper:
            being.names |= {key.lower()}
    for key, prop in story.props.items():
        cast.beings[key] = _being(key, "prop", prop)
    for key, place in story.places.items():
        being = _being(key, "place", place)
        words = re.findall(r"[a-z]+", f"{key} {place.name or ''} {place.description}".lower().replace("_", " "))
        pairs = [f"{a} {b}" for a, b in pairwise(words)]
        noun = next(
            (settings_words.PLACES[w] for w in (*pairs, *words) if w in settings_words.PLACES),
            words[0] if words else "place",
        )
        being.looks.noun = noun
        being.heads |= {noun}
        cast.beings[key] = being


def _being(key: str, kind: Kind, pin: CharacterPin | PlacePin | PropPin) -> Being:
    name = pin.name or key.replace("_", " ")
    words = [w for w in re.split(r"[\s_-]+", name.lower()) if w]
    known = sort_of(words[-1])
    sort: Sort = "place" if kind == "place" else "thing" if kind == "prop" else "person"
    being = Being(key, kind, sort, Looks(noun="person" if kind == "character" else words[-1]), name, pinned=True)
    being.heads = {" ".join(words), words[-1]} if known != "unknown" or kind != "character" else set()
    if kind == "character":
        _character(being, key, words, pin)
    else:
        for word in re.findall(r"[a-z-]+", pin.description.lower()):
            if word in _VISUAL:
                adjective(word, being.looks, person=False)
        for word in words[:-1]:
            adjective(word, being.looks, person=False)
    being.description = pin.description
    return being


def _character(being: Being, key: str, words: list[str], pin: CharacterPin | PlacePin | PropPin) -> None:
    last = words[-1]
    common = last in beings.PEOPLE | beings.ANIMALS | beings.FABLED | things.VEHICLES | things.PROPS
    if common and not (pin.name or "")[:1].isupper():
        being.looks.noun = last
        being.sort = sort_of(last)
        noun_looks(last, being)
        for word in words[:-1]:
            adjective(word, being.looks, person=being.sort == "person")
    else:
        being.names = set(words) | {key.lower()}
        being.proper = True
        being.name = pin.name or key.replace("_", " ").title()
        being.gender = being.gender or gender_of_name(words[0])
        if common and last in beings.ANIMALS | beings.FABLED:
            being.looks.noun, being.sort = last, sort_of(last)
            noun_looks(last, being)
    if pin.description:
        portrait(pin.description, being)
        if being.sort in ("animal", "thing", "fabled"):
            being.description = pin.description


def apply_shots(story: Story, walk: Walk) -> None:
    """Let the fields of `shots:` entries win over what was read from their words."""
    for number, pin in enumerate(story.shots or ()):
        at = [k for k, s in enumerate(walk.sentences) if s.shot == number]
        if at:
            _shot(number, pin, at, walk)


def _shot(number: int, pin: ShotPin, at: list[int], walk: Walk) -> None:
    where = f"shots[{number}]"
    update: dict[str, object] = {}
    if pin.place:
        update["place"] = _place(pin.place, walk)
    if pin.time:
        update["time"] = _mapped(named_time(pin.time.lower()), "time", pin.time, where, walk)
    if pin.weather:
        update["weather"] = _mapped(
            named_weather(pin.weather.lower()) or {"clear": "clear"}.get(pin.weather.lower()),
            "weather",
            pin.weather,
            where,
            walk,
        )
    update = {key: value for key, value in update.items() if value is not None}
    camera = _camera(pin, where, walk)
    for k in at:
        walk.sentences[k] = walk.sentences[k].model_copy(
            update=update | {"camera": _over(camera, walk.sentences[k].camera)}
        )
    if pin.transition:
        words = re.findall(r"[a-z]+", pin.transition.lower())
        kind = next((_TRANSITIONS[w] for w in words if w in _TRANSITIONS), None)
        kind = _mapped(kind, "transition", pin.transition, where, walk)
        overlaps = tuple(name for letter, name in (("j", "lead"), ("l", "trail")) if letter in words)
        walk.sentences[at[-1]] = walk.sentences[at[-1]].model_copy(
            update={"transition": cast("TransitionKind | None", kind), "overlaps": overlaps}
        )
    _lines(pin, at, walk)


def _mapped(value: str | None, name: str, words: str, where: str, walk: Walk) -> str | None:
    if value is None:
        walk.notes.append(Note(kind="interpreted", where=where, what=f"{name} {words!r} is not known: it was left out"))
    return value


def _place(words: str, walk: Walk) -> str:
    known = walk.cast.beings
    key = words.strip().lower().replace(" ", "_")
    if key in known and known[key].kind == "place":
        return key
    tokens = words.strip().lower().split()
    being = walk.stager.place_for(
        tokens[-1] if tokens[-1] in settings_words.PLACES else words.strip().lower(), tuple(tokens[:-1])
    )
    being.mentions += 1
    return being.id


def _camera(pin: ShotPin, where: str, walk: Walk) -> CameraWish:
    if pin.camera is None:
        return CameraWish()
    wish, lost = camera_words.from_pin(pin.camera)
    for name, words in lost:
        walk.notes.append(
            Note(kind="interpreted", where=where, what=f"camera {name} {words!r} is not known: it was left out")
        )
    if not pin.camera.focus:
        return wish
    found = _someone(pin.camera.focus, walk)
    if found is None:
        walk.notes.append(
            Note(kind="interpreted", where=where, what=f"camera focus {pin.camera.focus!r} is nobody in the story")
        )
    return wish.model_copy(update={"focus": found})


def _over(pinned: CameraWish, read: CameraWish) -> CameraWish:
    return CameraWish(**{name: getattr(pinned, name) or getattr(read, name) for name in CameraWish.model_fields})


def _someone(words: str, walk: Walk) -> str | None:
    low = re.sub(r"^(?:the|an?)\s+", "", words.strip().lower())
    key = low.replace(" ", "_")
    if key in walk.cast.beings:
        return key
    last = low.split()[-1] if low else ""
    return next((b.id for b in walk.cast.beings.values() if low in b.names or last in b.names or last in b.heads), None)


def _lines(pin: ShotPin, at: list[int], walk: Walk) -> None:
    """Pinned lines replace what was read as speech in the shot's words."""
    if not pin.lines:
        return
    walk.speeches[:] = [speech for speech in walk.speeches if speech.sentence not in at]
    for line in pin.lines:
        speaker = _someone(line.speaker, walk) if line.speaker else None
        if line.speaker and speaker is None and line.speaker.lower() != "narrator":
            speaker = _newcomer(line.speaker, walk)
        said = Speech(
            sentence=at[-1], text=line.text, speaker=speaker, manner=line.manner, off=line.off,
            emotion=feeling(line.text, line.manner),
        )  # fmt: skip
        walk.speeches.append(said)
        if speaker and not line.off and speaker not in walk.sentences[at[-1]].present:
            last = walk.sentences[at[-1]]
            walk.sentences[at[-1]] = last.model_copy(update={"present": (*last.present, speaker)})
    walk.speeches.sort(key=lambda speech: speech.sentence)


def _newcomer(name: str, walk: Walk) -> str:
    being = Being(
        walk.cast.fresh_id(name),
        "character",
        "person",
        Looks(noun="person"),
        name,
        proper=name[:1].isupper(),
        mentions=1,
    )
    being.names = {part.lower() for part in name.split()}
    low = name.lower().split()[-1]
    if low in beings.PEOPLE | beings.ANIMALS | beings.FABLED:
        being.looks.noun, being.sort = low, sort_of(low)
        noun_looks(low, being)
    walk.cast.beings[being.id] = being
    return being.id
