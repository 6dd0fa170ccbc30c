"""Owns reading of other languages than English: simpler rules over word tables, with the limits named in notes.

Does not know: English grammar.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING

from planners.backends.rules import beings, verbs
from planners.backends.rules.being import slug
from planners.backends.rules.foreign_clauses import Clauses, Deed, Mention
from planners.backends.rules.foreign_verbs import CALLED, DETERMINERS, NUMBERS, function_words, verb_forms
from planners.backends.rules.foreign_words import ENGLISH_HINTS, FEMALE_NAMES, NOUNS, SAYS, TIMES, WEATHERS
from planners.backends.rules.manners import manner_of
from planners.backends.rules.model import words as wordlist_of
from planners.backends.rules.settings_words import PLACES
from planners.backends.rules.sorts import sort_of
from planners.backends.rules.text import paragraphs
from planners.plan import Attributes, Note
from planners.reading import Event, Motion, ReadEntity, Reading, Sentence, Speech

if TYPE_CHECKING:
    from planners.story import Story

_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_QUOTE = re.compile(r"“([^”]+)”|«\s*([^»]+?)\s*»|»\s*([^«]+?)\s*«|「([^」]+)」|『([^』]+)』|„([^“”]+)[“”]|\"([^\"]+)\"")
_DASH = re.compile(r"^\s*(?:--|—|–|-)\s*([^—–]+)$")
_ENDS = re.compile(r"(?<=[。！？；!?…])[”」』’\"»]?\s*|(?<=[.!?…])[\"”»]?\s+(?=[^a-zà-ÿ])|\x03\s+(?=[^a-zà-ÿ\x01])")
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
_WHERE = frozenset(("à", "en", "de", "d'", "nach", "in", "aus", "von", "desde", "hacia", "sur"))
_TITLES = frozenset(
    ("Dieu", "Saint", "Sainte", "Gott", "Dios", "Monsieur", "Madame", "Herr", "Frau", "Señor", "Señora")
)
_GERMAN_NOUN = re.compile(r"(?:ung|heit|keit|schaft|en)$")
_SMALL = frozenset(
    ("alte", "alter", "junge", "kleine", "kleiner", "petit", "petite", "vieux", "vieille", "jeune", "viejo", "vieja",
     "joven", "pequeño", "pequeña", "grand", "großer")
)  # fmt: skip
"""Adjectives that stand between a name and its noun."""
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
    others = {code: sum(word in function_words(code) for word in words) for code in ("de", "es", "fr")}
    nearest = max(others, key=lambda code: others[code])
    if others[nearest] >= 2 and others[nearest] > english:
        return nearest if sorted(others.values())[-2] < others[nearest] else _classified(sample)
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
        self.aliases: dict[str, str] = {}
        """Other names and nouns -> the one they mean."""
        self.title, self.units = _units(story)
        self.names = self._names()
        self.place: str | None = None
        self.time: str | None = None
        self.weather: str | None = None
        self.turns: list[str] = []
        self.order: list[str] = []
        """Who was named, the last at the end."""
        self.clauses = Clauses(language, self._meant) if verb_forms(language) else None

    def read(self) -> Reading:
        """Sentence after sentence: nouns of the table, names, speakers."""
        sentences: list[Sentence] = []
        events: list[Event] = []
        speeches: list[Speech] = []
        for paragraph, shot, words in self.units:
            index = len(sentences)
            told = _QUOTE.sub(lambda m: " " * len(m.group()), words)
            dashed = _DASH.match(words)
            mentions = [] if dashed else self._mentions(told)
            self._settle(told)
            deeds = self._deeds(told, mentions)
            present = self._there(mentions, deeds)
            lines = [next(g for g in m.groups() if g) for m in _QUOTE.finditer(words)] or (
                [dashed.group(1)] if dashed else []
            )
            for line in lines:
                speaker = self._speaker(told, present, deeds)
                speeches.append(Speech(sentence=index, text=line.strip(), speaker=speaker))
                present = tuple(dict.fromkeys((*present, *((speaker,) if speaker else ()))))
            events.extend(self._event(index, len(events), told, present, deeds))
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
                    f"Who does what is guessed from a table of {len(verb_forms(self.language))} verb forms and from "
                    "what stands near; other verbs, looks and relations are not understood, and the narration keeps "
                    "the original words."
                    if self.clauses
                    else "What happens is not understood: figures stand where they are named, and the narration keeps "
                    "the original words."
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
        """Capitalised words that are no nouns of the table: known first names, and what recurs without an article."""
        if self.language in ("zh", "ja", "ko"):
            return []
        known = wordlist_of("female_names") | wordlist_of("male_names") | {name.lower() for name in FEMALE_NAMES}
        counts: dict[str, int] = {}
        led: dict[str, int] = {}
        articles = DETERMINERS.get(self.language, frozenset())
        for _, _, words in self.units:
            for match in re.finditer(
                r"(?:(?<=^)|(?<=[^\W\d_»“\"]))(?P<gap>[\s,]*)(?P<name>[A-ZÀ-Ý][a-zà-ÿß]{2,})\b", words
            ):
                name, first = match.group("name"), not words[: match.start("name")].strip(' «„“"»¿¡—-')
                before = re.findall(r"[^\W\d_]+['’]?", words[: match.start("name")])[-1:]
                if first and name.lower() not in known:
                    continue
                counts[name] = counts.get(name, 0) + 1
                led[name] = led.get(name, 0) + bool(before and before[0].lower() in articles | _WHERE)
        out = []
        for name, count in counts.items():
            if name.lower() in self.nouns or name in _TITLES or led[name] >= 0.5 * count:
                continue
            given = name.lower() in known
            if given or (count >= 2 and (self.language != "de" or (count >= 4 and not _GERMAN_NOUN.search(name)))):
                out.append(name)
        return sorted(out, key=lambda name: -counts[name])[:_MAX]

    def _mentions(self, told: str) -> list[Mention]:
        """Who and what a sentence names, in order; a name and the noun beside it are one."""
        hits: list[tuple[int, int, str, str]] = []
        for position, noun in _table_hits(self.language, told):
            if not (noun.lstrip("+") in PLACES and sort_of(noun.lstrip("+")) in ("place", "unknown")):
                hits.append((position, position, noun, ""))
        for name in self.names:
            hits += [(m.start(), m.end(), "", name) for m in re.finditer(rf"\b{re.escape(name)}\b", told)]
        out: list[Mention] = []
        for position, _, noun, name in sorted(hits):
            same = self._same(told, out, position, name, noun)
            key = same or (self._person(name) if name else self._entity(noun, self._number(told, position)))
            if same:
                self._called_too(same, noun, name)
            self.mentions[key] = self.mentions.get(key, 0) + 1
            self.order.append(key)
            out.append(Mention(position, (key,), self.entities[key].kind == "character"))
        return out

    def _same(self, told: str, before: list[Mention], position: int, name: str, noun: str) -> str | None:
        """Whoever was named just before with other words: "Pedro, el pescador,", "ein Junge namens Till"."""
        if not before or not before[-1].alive:
            return None
        key = before[-1].ids[0]
        between = re.sub(r"^[^\W\d_-]+", "", told[before[-1].at : position]).strip().lower()
        proper = self.entities[key].proper
        words = set(re.findall(r"[^\W\d_]+", between))
        small = words <= DETERMINERS.get(self.language, frozenset()) | _SMALL
        comma = between.startswith(",") and small and bool(words) and re.match(r"[\w-]+[,.;:]", told[position:])
        called = bool(words & CALLED.get(self.language, frozenset())) or not between
        if name and proper and not between:
            return key
        if name and not proper and called and slug(name) not in self.entities:
            return key
        alive = (
            bool(noun) and not noun.startswith("+") and sort_of(noun.split(" ")[-1]) in ("person", "animal", "fabled")
        )
        return key if comma and alive and (proper or self.entities[key].attributes.noun) else None

    def _called_too(self, key: str, noun: str, name: str) -> None:
        """Somebody who has a second name or noun now."""
        known = self.entities[key]
        if name and known.proper:
            self.aliases.setdefault(slug(name), key)
            return
        if name:
            self.entities[key] = known.model_copy(update={"name": name, "proper": True})
            self.aliases[slug(name)] = key
            return
        bare = noun.split(" ")[-1]
        self.aliases[slug(noun)] = key
        own = self._looks(noun)
        if known.attributes.noun in ("person", ""):
            own = own.model_copy(update={"gender": known.attributes.gender or own.gender})
            self.entities[key] = known.model_copy(update={"attributes": own})
        elif bare in beings.CORE_ROLES:
            self.entities[key] = known.model_copy(update={"attributes": own, "name": noun})

    def _number(self, told: str, position: int) -> int | None:
        before = re.findall(r"[^\W\d_]+|\d+", told[:position])[-2:]
        numbers = NUMBERS.get(self.language, {})
        return next((numbers[word.lower()] for word in reversed(before) if word.lower() in numbers), None)

    def _meant(self, kind: str, barred: tuple[str, ...]) -> tuple[str, ...]:
        """Whom a pronoun means: the last one named of that gender, or the last two."""
        recent = [k for k in dict.fromkeys(reversed(self.order[-14:])) if k not in barred]
        alive = [k for k in recent if self.entities[k].kind == "character"]
        if kind.isdigit():
            return tuple(reversed(alive[: int(kind)]))
        if kind == "many":
            plural = next((k for k in alive if self.entities[k].count > 1), None)
            return (plural,) if plural and alive[0] == plural else tuple(reversed(alive[:2]))
        last = [k for k in (self.clauses.last if self.clauses else ()) if k in alive]
        for key in (*last, *alive):
            gender = self.entities[key].attributes.gender
            if kind == "any" or gender in (kind, None):
                return (key,)
        return ()

    def _deeds(self, told: str, mentions: list[Mention]) -> list[Deed]:
        return self.clauses.deeds(told, mentions) if self.clauses else []

    def _there(self, mentions: list[Mention], deeds: list[Deed]) -> tuple[str, ...]:
        keys = [key for mention in mentions for key in mention.ids]
        keys += [key for deed in deeds for key in (*deed.agents, *deed.patients, *filter(None, (deed.recipient,)))]
        return tuple(dict.fromkeys(keys))

    def _entity(self, noun: str, number: int | None = None) -> str:
        plural = noun.startswith("+")
        noun = noun.lstrip("+")
        many = plural or (number or 1) > 1
        key = f"{slug(noun)}s" if many else self.aliases.get(slug(noun), slug(noun))
        if key not in self.entities:
            sort = sort_of(noun)
            kind = "character" if sort in ("person", "animal", "fabled", "group") else "prop"
            count = number or (3 if plural else 4 if sort == "group" else 1)
            self.entities[key] = ReadEntity(id=key, kind=kind, name=noun, count=count, attributes=self._looks(noun))
        return key

    def _looks(self, noun: str) -> Attributes:
        bare, sort = noun.split(" ")[-1], sort_of(noun)
        ages = ((beings.ELDERS, "elder"), (beings.BABIES, "baby"), (beings.YOUNG, "child"))
        age = "elder" if noun.startswith("old ") else next((age for words, age in ages if bare in words), None)
        return Attributes(
            noun=bare,
            species=bare if sort in ("animal", "fabled") else None,
            gender="female" if bare in beings.FEMALE else "male" if bare in beings.MALE else None,
            age=age,
            role=bare if bare in beings.CORE_ROLES else None,
        )

    def _person(self, name: str) -> str:
        key = self.aliases.get(slug(name), slug(name))
        if key not in self.entities:
            low = name.lower()
            female = name in FEMALE_NAMES or low in wordlist_of("female_names")
            male = low in wordlist_of("male_names")
            gender = "female" if female and not (male and name not in FEMALE_NAMES) else "male" if male else None
            self.entities[key] = ReadEntity(
                id=key, kind="character", name=name, proper=True, attributes=Attributes(noun="person", gender=gender)
            )
        return key

    def _settle(self, words: str) -> None:
        """Carry place, time and weather on, or change them."""
        found = [
            (_placed(words[:at]), n, noun)
            for n, (at, noun) in enumerate(_table_hits(self.language, words))
            if noun in PLACES and sort_of(noun) in ("place", "unknown")
        ]
        best = max(found, default=None)
        if best is not None and best[0] >= 0:
            noun = best[2]
            key = slug(noun)
            self.entities.setdefault(
                key, ReadEntity(id=key, kind="place", name=noun, attributes=Attributes(noun=PLACES[noun]))
            )
            self.place = key
        low = words.lower()
        self.time = next((v for w, v in TIMES.get(self.language, {}).items() if _has(low, w)), self.time)
        self.weather = next((v for w, v in WEATHERS.get(self.language, {}).items() if _has(low, w)), self.weather)

    def _speaker(self, told: str, present: tuple[str, ...], deeds: list[Deed]) -> str | None:
        people = [key for key in present if self.entities[key].kind == "character"]
        said = next((d.agents[0] for d in deeds if d.verb in verbs.SAY and d.agents), None)
        says = any(_has(told.lower(), verb) for verb in SAYS.get(self.language, ()))
        if said:
            speaker = said
        elif people and (says or len(people) == 1):
            speaker = people[0]
        elif len(self.turns) >= 2:
            speaker = self.turns[-2]
        else:
            return None
        if not self.turns or self.turns[-1] != speaker:
            self.turns.append(speaker)
        return speaker

    def _event(self, index: int, made: int, told: str, present: tuple[str, ...], deeds: list[Deed]) -> list[Event]:
        if deeds:
            return [self._told(deed, index, made + k) for k, deed in enumerate(deeds)]
        people = tuple(key for key in present if self.entities[key].kind == "character")
        if not people:
            return []
        props = tuple(key for key in present if key not in people)
        text = told.strip()
        return [
            Event(
                id=f"e{made + 1}", sentence=index, text=text, verb="be", action="stand", agents=people[:4],
                patients=props[:2],
            )
        ]  # fmt: skip

    def _told(self, deed: Deed, index: int, made: int) -> Event:
        moves = deed.verb in verbs.MOVERS and deed.verb not in verbs.STILL
        manner = manner_of(deed.verb, self.entities[deed.agents[0]].attributes.noun)
        toward = "toward" if deed.target else "none"
        return Event(
            id=f"e{made + 1}",
            sentence=index,
            text=deed.text,
            verb=deed.verb,
            action=verbs.ACTIONS.get(deed.verb, "stand"),
            agents=deed.agents[:4],
            patients=deed.patients[:3],
            recipient=deed.recipient,
            motion=Motion.model_validate({"manner": manner, "target": deed.target, "relation": toward})
            if moves
            else None,
            emotion=verbs.EMOTIONS.get(deed.verb, "neutral"),
        )


def _placed(before: str) -> int:
    """How surely a place noun tells where the sentence plays, by the words before it: 1, 0, or -1 not at all."""
    words = re.findall(r"[^\W\d_]+['’]?", before.lower())[-2:]
    if {"hacia", "vers"} & set(words):
        return -1
    return 0 if (words and words[-1] in ("des", "du", "de", "d'", "del")) or words == ["de", "la"] else 1


def _has(text: str, word: str) -> bool:
    return word in text if _CJK.search(word) else re.search(rf"\b{re.escape(word)}\b", text) is not None


def _table_hits(language: str, words: str) -> list[tuple[int, str]]:
    """(position, English noun) of every word of the language's table; German nouns have capitals."""
    table = NOUNS.get(language)
    if not table:
        return []
    low = unicodedata.normalize("NFC", words.lower().replace("’", "'"))
    hits = [(match.start(), table[match.group()]) for match in _pattern(language).finditer(low)]
    if language != "de" or len(low) != len(words):
        return hits
    return [(at, noun) for at, noun in hits if re.match(r"(?:alt\w* )?[A-ZÄÖÜ]", words[at:])]


@lru_cache(maxsize=8)
def _pattern(language: str) -> re.Pattern[str]:
    keys = sorted(NOUNS[language], key=len, reverse=True)
    joined = "|".join(re.escape(key) for key in keys)
    return re.compile(joined if language in ("zh", "ja", "ko") else rf"(?<![\w])(?:{joined})(?![\w])")


def _units(story: Story) -> tuple[str | None, list[tuple[int, int | None, str]]]:
    """(title, [(paragraph, shot, sentence)])."""
    if story.shots:
        return None, [(n, n, piece) for n, shot in enumerate(story.shots) for piece in _split(shot.words)]
    title, blocks = paragraphs(story.text.replace("\u3000", " "))
    return title, [(n, None, piece) for n, block in enumerate(blocks) for piece in _spoken_whole(block)]


def _spoken_whole(block: str) -> list[str]:
    """The sentences of a paragraph; one that is a spoken line after a dash stays whole."""
    return [block.strip()] if _DASH.match(block) and len(block) < 300 else _split(block)


def _split(block: str) -> list[str]:
    """Sentences of a paragraph; quotations stay whole."""
    held: list[str] = []

    def hold(match: re.Match[str]) -> str:
        held.append(match.group())
        return f"\x01{len(held) - 1}\x02" + (
            "。"
            if _CJK.search(match.group()) and re.search(r"[。！？]", match.group()[-3:])
            else "\x03"
            if re.search(r"[.!?…]\W*$", match.group())
            else ""
        )

    masked = _QUOTE.sub(hold, block)
    out: list[str] = []
    for piece in _ENDS.split(masked):
        text = re.sub(r"\x01(\d+)\x02[。\x03]?", lambda m: held[int(m.group(1))], piece).strip()
        if re.search(r"\w", text):
            out.append(text)
    return out
