"""Owns reading of other languages than English: simpler rules over word tables, with the limits named in notes.

Does not know: English grammar.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING

from planners.backends.rules import beings
from planners.backends.rules.being import slug
from planners.backends.rules.foreign_words import ENGLISH_HINTS, FEMALE_NAMES, NOUNS, SAYS, TIMES, WEATHERS
from planners.backends.rules.nouns import sort_of
from planners.backends.rules.settings_words import PLACES
from planners.backends.rules.text import paragraphs
from planners.plan import Attributes, Note
from planners.reading import Event, ReadEntity, Reading, Sentence, Speech

if TYPE_CHECKING:
    from planners.story import Story

_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_QUOTE = re.compile(r"“([^”]+)”|«\s*([^»]+?)\s*»|「([^」]+)」|『([^』]+)』|„([^“”]+)[“”]|\"([^\"]+)\"")
_DASH = re.compile(r"^\s*(?:--|—|–|-)\s*([^—–]+)$")
_ENDS = re.compile(r"(?<=[。！？；!?…])[”」』’\"»]?\s*|(?<=[.!?…])[\"”»]?\s+(?=[^a-zà-ÿ])")
_NAMES = {
    "fr": "French",
    "de": "German",
    "es": "Spanish",
    "zh": "Chinese",
    "it": "Italian",
    "pt": "Portuguese",
    "ja": "Japanese",
    "ko": "Korean",
    "ru": "Russian",
    "nl": "Dutch",
}
_MAX = 7
"""Recurring names that are taken for characters."""


def detect(story: Story) -> str:
    """The story's language as a two-letter code: what the author says, else what the text looks like."""
    if story.language:
        return story.language.lower().replace("_", "-").split("-")[0]
    sample = story.text[:4000]
    if len(_CJK.findall(sample)) > 0.15 * len(sample):
        return (
            "ja" if re.search(r"[\u3040-\u30ff]", sample) else "ko" if re.search(r"[\uac00-\ud7af]", sample) else "zh"
        )
    words = re.findall(r"[^\W\d_]+", sample.lower())
    english = sum(word in ENGLISH_HINTS for word in words)
    if not words or english >= 0.12 * len(words) or (sample.isascii() and len(words) < 30 and _plain_english(words)):
        return "en"
    return _classified(sample)


def _plain_english(words: list[str]) -> bool:
    """Whether a short line without telling function words is made of known English nouns ("Cat leaps")."""
    return any(sort_of(word) not in ("unknown", "never") for word in words)


def _classified(sample: str) -> str:
    return str(import_module("py3langid").classify(sample)[0])


def read(story: Story, language: str) -> Reading:
    """Understand a story in another language by word tables."""
    return _Foreign(story, language).read()


class _Foreign:
    """One reading of a text in another language."""

    def __init__(self, story: Story, language: str) -> None:
        self.story, self.language = story, language
        self.nouns = NOUNS.get(language, {})
        self.entities: dict[str, ReadEntity] = {}
        self.mentions: dict[str, int] = {}
        self.title, self.units = _units(story)
        self.names = self._names()
        self.place: str | None = None
        self.time: str | None = None
        self.weather: str | None = None
        self.turns: list[str] = []

    def read(self) -> Reading:
        """Sentence after sentence: nouns of the table, names, speakers."""
        sentences: list[Sentence] = []
        events: list[Event] = []
        speeches: list[Speech] = []
        for paragraph, shot, words in self.units:
            index = len(sentences)
            told = _QUOTE.sub(" ", words)
            dashed = _DASH.match(words)
            present = self._present("" if dashed else told)
            self._settle(told)
            lines = [next(g for g in m.groups() if g) for m in _QUOTE.finditer(words)] or (
                [dashed.group(1)] if dashed else []
            )
            for line in lines:
                speaker = self._speaker(told, present)
                speeches.append(Speech(sentence=index, text=line.strip(), speaker=speaker))
                present = tuple(dict.fromkeys((*present, *((speaker,) if speaker else ()))))
            events.extend(self._event(index, len(events), told, present))
            narration = (
                ""
                if lines and (dashed or len(told.strip()) < 25)
                else re.sub(r"\s+", " ", told).strip(" ，,:：")
                if lines
                else words
            )
            sentences.append(
                Sentence(
                    index=index,
                    text=words,
                    narration=narration,
                    place=self.place,
                    time=self.time,
                    weather=self.weather,
                    present=present,
                    paragraph=paragraph,
                    shot=shot,
                )
            )
        entities = {
            key: e.model_copy(update={"mentions": max(1, self.mentions.get(key, 1))})
            for key, e in self.entities.items()
        }
        return Reading(
            language=self.language,
            entities=entities,
            sentences=tuple(sentences),
            events=tuple(events),
            speeches=tuple(speeches),
            title=self.story.title or self.title,
            notes=tuple(self._notes(speeches)),
        )

    def _notes(self, speeches: list[Speech]) -> list[Note]:
        name = _NAMES.get(self.language, self.language)
        table = (
            f"nouns from a table of {len(self.nouns)} words" if self.nouns else "no word table: only names that recur"
        )
        notes = [
            Note(
                kind="downgrade",
                where="language",
                what=f"{name} is read by simpler rules than English ({table})",
                detail=(
                    "What happens is not understood: figures stand where they are named, and the narration keeps the "
                    "original words."
                ),
            )
        ]
        if not any(e.kind == "character" for e in self.entities.values()):
            notes.append(
                Note(kind="downgrade", where="cast", what="no character was recognised: the film shows places only")
            )
        lost = sum(1 for speech in speeches if speech.speaker is None)
        if lost:
            notes.append(
                Note(
                    kind="downgrade",
                    where="dialogue",
                    what=f"{lost} spoken lines have no known speaker: the narrator reads them",
                )
            )
        return notes

    # -- words ---------------------------------------------------------------------------------------------

    def _names(self) -> list[str]:
        """Capitalised words that recur inside sentences; none in scripts without capitals, few in German."""
        if self.language in ("zh", "ja", "ko"):
            return []
        counts: dict[str, int] = {}
        for _, _, words in self.units:
            for match in re.finditer(r"(?<=[a-zà-ÿ,] )([A-ZÀ-Ý][a-zà-ÿ]{2,})\b", words):
                counts[match.group(1)] = counts.get(match.group(1), 0) + 1
        places = re.compile(r"\b(?:à|en|d['’]|de|du|au|nach|in|aus|von|desde|hacia|sur le|le|la)\s*$")
        at = {
            n: sum(bool(places.search(w[: m.start()])) for _, _, w in self.units for m in re.finditer(rf"\b{n}\b", w))
            for n in counts
        }
        counts = {
            n: k
            for n, k in counts.items()
            if at[n] < 0.5 * k and n not in ("Dieu", "Saint", "Sainte", "Gott", "Dios", "Monsieur", "Madame")
        }
        known = [
            n
            for n, k in counts.items()
            if k >= 2
            and n.lower() not in self.nouns
            and (self.language != "de" or n in FEMALE_NAMES or (k >= 4 and not re.search(r"(?:ung|heit|keit|en)$", n)))
        ]
        return sorted(known, key=lambda n: -counts[n])[:_MAX]

    def _present(self, words: str) -> tuple[str, ...]:
        found: list[tuple[int, str]] = []
        for position, noun in _table_hits(self.language, words):
            if noun in PLACES and sort_of(noun) in ("place", "unknown"):
                continue
            found.append((position, self._entity(noun)))
        for name in self.names:
            match = re.search(rf"\b{re.escape(name)}\b", words)
            if match:
                found.append((match.start(), self._person(name)))
        keys = [key for _, key in sorted(found)]
        for key in keys:
            self.mentions[key] = self.mentions.get(key, 0) + 1
        return tuple(dict.fromkeys(keys))

    def _entity(self, noun: str) -> str:
        bare = noun.split(" ")[-1]
        plural = noun.startswith("+")
        bare, noun = bare.lstrip("+"), noun.lstrip("+")
        key = slug(noun)
        if key not in self.entities:
            sort = sort_of(noun)
            kind = "character" if sort in ("person", "animal", "fabled", "group") else "prop"
            gender = "female" if bare in beings.FEMALE else "male" if bare in beings.MALE else None
            age = (
                "elder"
                if noun.startswith("old ") or bare in beings.ELDERS
                else "baby"
                if bare in beings.BABIES
                else "child"
                if bare in beings.YOUNG
                else None
            )
            self.entities[key] = ReadEntity(
                id=key,
                kind=kind,
                name=noun,
                count=3 if plural else 4 if sort == "group" else 1,
                attributes=Attributes(
                    noun=bare,
                    species=bare if sort in ("animal", "fabled") else None,
                    gender=gender,
                    age=age,
                    role=bare if bare in beings.CORE_ROLES else None,
                ),
            )
        return key

    def _person(self, name: str) -> str:
        key = slug(name)
        if key not in self.entities:
            gender = "female" if name in FEMALE_NAMES else None
            self.entities[key] = ReadEntity(
                id=key, kind="character", name=name, proper=True, attributes=Attributes(noun="person", gender=gender)
            )
        return key

    def _settle(self, words: str) -> None:
        for _, noun in _table_hits(self.language, words):
            if noun in PLACES and sort_of(noun) in ("place", "unknown"):
                canonical = PLACES[noun]
                key = slug(noun)
                self.entities.setdefault(
                    key, ReadEntity(id=key, kind="place", name=noun, attributes=Attributes(noun=canonical))
                )
                self.place = key
        low = words.lower()
        self.time = next((v for w, v in TIMES.get(self.language, {}).items() if _has(low, w)), self.time)
        self.weather = next((v for w, v in WEATHERS.get(self.language, {}).items() if _has(low, w)), self.weather)

    def _speaker(self, told: str, present: tuple[str, ...]) -> str | None:
        people = [key for key in present if self.entities[key].kind == "character"]
        says = any(_has(told.lower(), verb) for verb in SAYS.get(self.language, ()))
        if people and (says or len(people) == 1):
            speaker = people[0]
        elif len(self.turns) >= 2:
            speaker = self.turns[-2]
        else:
            return None
        if not self.turns or self.turns[-1] != speaker:
            self.turns.append(speaker)
        return speaker

    def _event(self, index: int, made: int, told: str, present: tuple[str, ...]) -> list[Event]:
        people = tuple(key for key in present if self.entities[key].kind == "character")
        if not people:
            return []
        props = tuple(key for key in present if key not in people)
        return [
            Event(
                id=f"e{made + 1}",
                sentence=index,
                text=told.strip(),
                verb="be",
                action="stand",
                agents=people[:4],
                patients=props[:2],
            )
        ]


def _has(text: str, word: str) -> bool:
    return word in text if _CJK.search(word) else re.search(rf"\b{re.escape(word)}\b", text) is not None


def _table_hits(language: str, words: str) -> list[tuple[int, str]]:
    """(position, English noun) of every word of the language's table."""
    table = NOUNS.get(language)
    if not table:
        return []
    low = unicodedata.normalize("NFC", words.lower().replace("’", "'"))
    return [(match.start(), table[match.group()]) for match in _pattern(language).finditer(low)]


@lru_cache(maxsize=8)
def _pattern(language: str) -> re.Pattern[str]:
    keys = sorted(NOUNS[language], key=len, reverse=True)
    joined = "|".join(re.escape(key) for key in keys)
    return re.compile(joined if language in ("zh", "ja", "ko") else rf"(?<![\w])(?:{joined})(?![\w])")


def _units(story: Story) -> tuple[str | None, list[tuple[int, int | None, str]]]:
    """(title, [(paragraph, shot, sentence)])."""
    if story.shots:
        return None, [(n, n, piece) for n, shot in enumerate(story.shots) for piece in _split(shot.action)]
    title, blocks = paragraphs(story.text.replace("\u3000", " "))
    return title, [(n, None, piece) for n, block in enumerate(blocks) for piece in _split(block)]


def _split(block: str) -> list[str]:
    """Sentences of a paragraph; quotations stay whole."""
    held: list[str] = []

    def hold(match: re.Match[str]) -> str:
        held.append(match.group())
        return f"\x01{len(held) - 1}\x02" + (
            "。" if _CJK.search(match.group()) and re.search(r"[。！？]", match.group()[-3:]) else ""
        )

    masked = _QUOTE.sub(hold, block)
    out: list[str] = []
    for piece in _ENDS.split(masked):
        text = re.sub(r"\x01(\d+)\x02。?", lambda m: held[int(m.group(1))], piece).strip()
        if re.search(r"\w", text):
            out.append(text)
    return out
