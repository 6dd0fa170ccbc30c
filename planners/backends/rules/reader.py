"""Owns the walk over an English story: sentence after sentence into one Reading.

Every sentence is parsed on its own and in batches, so that time is linear in the text and memory is bounded.
Does not know: grammar (see clauses, nouns), shots' geometry, cameras' windows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from planners.backends.rules import camera_words, clip, dialogue, foreign, pins, repair, text, where, wording
from planners.backends.rules.beings import ANIMALS, FABLED, PEOPLE
from planners.backends.rules.capitals import softened
from planners.backends.rules.cast import Cast
from planners.backends.rules.events import Teller
from planners.backends.rules.ground import Grounder
from planners.backends.rules.grounded import Ground
from planners.backends.rules.model import english
from planners.backends.rules.naming import animal_names
from planners.backends.rules.profiles import Profiles
from planners.backends.rules.setting import Setting, Stager
from planners.backends.rules.stages import Stages
from planners.plan import Note
from planners.reading import CameraWish, Event, ReadEntity, Reading, Sentence, Speech
from planners.story import ShotPin, Story

if TYPE_CHECKING:
    from spacy.tokens import Doc

_BATCH = 64
_UNKNOWN_FORMS = re.compile(r"\b(le|Le)apt\b")
"""A past tense that the tagger does not know."""


def read(story: Story) -> Reading:
    """Understand a story.

    Args:
        story: as its author wrote it.

    Returns:
        Who and what there is, what happens in which order, where and when, and who says what. What had to be guessed
        is in its notes.
    """
    language = foreign.detect(story)
    if language != "en":
        return foreign.read(story, language)
    return _Walk(story).read()


class _Walk:
    """One reading in the making."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.title, self.units = _units(story)
        self.cast = Cast(captions=_captions(story, self.units))
        self.notes: list[Note] = []
        pins.enter(story, self.cast)
        plain = " ".join(raw.clean for _, raw in self.units)
        self.profiles = Profiles(self.cast, plain)
        self.cast.kinds = animal_names(plain)
        self.grounder = Grounder(self.cast, _capitalised(plain), first_person=_first_person(plain, len(self.units)))
        self.grounder.prompt = len(self.units) <= clip.MOST_SENTENCES and not story.shots
        self.stager = Stager(self.cast)
        self.teller = Teller(self.cast, prompt=len(self.units) <= 3)
        self.listener = dialogue.Listener(self.cast)
        self.stages = Stages(self.cast)
        self.sentences: list[Sentence] = []
        self.events: list[Event] = []
        self.speeches: list[Speech] = []
        self.known: set[str] = set()
        self.shot: int | None = None

    def read(self) -> Reading:
        """Walk through all sentences and gather what was understood."""
        short = self.grounder.prompt
        prepared = [
            (shot, raw, self.profiles.prepare(wording.plainer(raw.clean) if short else raw.clean))
            for shot, raw in self.units
        ]
        self.grounder.names |= {name.lower() for name in self.cast.spelled}
        docs = _parsed(clean for _, _, clean in prepared)
        for (shot, raw, _), doc in zip(prepared, docs, strict=True):
            self._sentence(shot, raw, doc)
        pins.apply_shots(self.story, self)
        entities = self._entities()
        return Reading(
            language="en", entities=entities, sentences=tuple(self.sentences), events=tuple(self.events),
            speeches=tuple(self.speeches), title=self.story.title or self.title, notes=tuple(self._all_notes(entities)),
        )  # fmt: skip

    def _sentence(self, shot: int | None, raw: text.RawSentence, doc: Doc) -> None:
        index = len(self.sentences)
        unit = shot if shot is not None else raw.paragraph
        if self.cast.captions and unit != self.shot:
            self.shot = unit
            self.stager.new_scene()
        self.profiles.settle(raw.clean, index)
        self.stages.before(doc, raw.text)
        self.cast.speaking = (
            self.listener.spoke_here if raw.clean.startswith('"') and raw.paragraph == self.listener.paragraph else None
        )
        ground = self.grounder.ground(doc, index)
        self.stages.after(doc, ground, index)
        setting = self.stager.read(doc, ground, raw.text)
        events = self.teller.tell(doc, ground, index)
        speeches = self.listener.hear(raw, doc, ground, index) if raw.quotes else self._quiet(raw, doc, ground, index)
        present = self._present(doc, ground, speeches)
        self._keep(index, shot, raw, doc, ground, setting, events, speeches, present)

    def _quiet(self, raw: text.RawSentence, doc: Doc, ground: Ground, index: int) -> list[Speech]:
        self.listener.hear(raw, doc, ground, index)
        return []

    def _present(self, doc: Doc, ground: Ground, speeches: list[Speech]) -> tuple[str, ...]:
        speakers = (speech.speaker for speech in speeches if speech.speaker)
        return tuple(dict.fromkeys((*where.present(doc, ground), *speakers)))

    def _keep(
        self, index: int, shot: int | None, raw: text.RawSentence, doc: Doc, ground: Ground, setting: Setting,
        events: list[Event], speeches: list[Speech], present: tuple[str, ...],
    ) -> None:  # fmt: skip
        camera = self.camera(self._asked(raw, shot), shot, present)
        seen = set(present)
        self.events.extend(events)
        self.speeches.extend(speeches)
        self.sentences.append(
            Sentence(
                index=index, text=raw.text, narration=self._narration(raw, shot), place=setting.place,
                time=setting.time,
                weather=setting.weather, mood=setting.mood, present=present,
                appearances=tuple(a for a in where.appearances(doc, ground, events, self.known) if a.entity in seen),
                relations=tuple(r for r in where.relations(doc, ground) if {r[0], r[2]} <= seen),
                camera=camera, paragraph=raw.paragraph, shot=shot,
                stages={key: stage for key in present if (stage := self.cast.beings[key].stage)},
            )
        )  # fmt: skip
        self.known |= seen
        for key in present:
            self.cast.beings[key].seen = True

    def _asked(self, raw: text.RawSentence, shot: int | None) -> str:
        """The words that may ask for a camera: of a shot all of them, heard at its first sentence."""
        if shot is None or self.story.shots is None:
            return raw.text
        return "" if self.sentences and self.sentences[-1].shot == shot else self.story.shots[shot].words

    def camera(self, words: str, shot: int | None, present: tuple[str, ...]) -> CameraWish:
        """The camera that a sentence asks for, focused on the first one present when it is a close shot of somebody."""
        wish = camera_words.wish(words, shot=shot is not None)
        if wish.angle == "over-the-shoulder":
            return self._over_shoulder(wish, words, present)
        if wish.framing in ("close-up", "extreme close-up", "medium close-up") and present:
            return wish.model_copy(update={"focus": present[0]})
        return wish

    def _over_shoulder(self, wish: CameraWish, words: str, present: tuple[str, ...]) -> CameraWish:
        """The camera behind the one whose shoulder is named, on the other one."""
        people = [key for key in present if self.cast.beings[key].kind == "character"]
        named = (camera_words.over_whom(words) or "").split()
        known = [
            k for k, b in self.cast.beings.items() if set(named[-1:]) & (b.heads | b.names) and b.kind == "character"
        ]
        front = next((key for key in known if key in people), known[0] if known else people[0] if people[1:] else None)
        focus = next((key for key in people if key != front), None)
        return wish.model_copy(update={"focus": focus, "over": front if focus else None})

    def _narration(self, raw: text.RawSentence, shot: int | None) -> str:
        spoken = dialogue.narration(raw)
        return (
            spoken if shot is None and not raw.quotes else camera_words.without(spoken) if shot is not None else spoken
        )

    # -- what is handed over -------------------------------------------------------------------------------

    def _entities(self) -> dict[str, ReadEntity]:
        used = {key for s in self.sentences for key in (*s.present, s.place) if key}
        used |= {key for e in self.events for key in (*e.agents, *e.patients, *e.instruments, e.recipient) if key}
        used |= {key for s in self.speeches for key in (s.speaker, *s.listeners) if key}
        used |= {key for b in self.cast.beings.values() if b.id in used for key in b.members}
        for e in self.events:
            if e.motion is not None:
                used |= {key for key in (e.motion.past, e.motion.target, e.motion.around) if key}
        out: dict[str, ReadEntity] = {}
        for being in self.cast.beings.values():
            if being.id not in used and not being.pinned:
                continue
            if being.gender and being.sort in ("person", "fabled", "animal"):
                being.looks.keep("gender", being.gender)
                for own in being.stages.values():
                    own.keep("gender", being.gender)
            out[being.id] = ReadEntity(
                id=being.id, kind=being.kind, name=being.name, proper=being.proper, count=being.count,
                attributes=being.looks.frozen(), stages={key: own.frozen() for key, own in being.stages.items()},
                description=being.description, members=being.members, mentions=max(being.mentions, 1),
            )  # fmt: skip
        return out

    def _all_notes(self, entities: dict[str, ReadEntity]) -> Iterator[Note]:
        yield from self.notes
        for key, what in self.cast.guesses.items():
            if key in entities:
                yield Note(kind="interpreted", where=key, what=what)
        for key, cue in self.stager.inferred.items():
            if key in entities:
                source = "who lives there" if cue == "dweller" else repr(cue)
                yield Note(
                    kind="interpreted", where=key, what=f"no place is stated: {entities[key].name}, from {source}"
                )
        lost = sum(1 for speech in self.speeches if speech.speaker is None)
        if lost:
            yield Note(
                kind="downgrade",
                where="dialogue",
                what=f"{lost} spoken lines have no known speaker: the narrator reads them",
            )


def _units(story: Story) -> tuple[str | None, list[tuple[int | None, text.RawSentence]]]:
    """(title, [(shot, sentence)]) of the story's own text, or of its shot list."""
    if story.shots:
        out: list[tuple[int | None, text.RawSentence]] = []
        for number, shot in enumerate(story.shots):
            out.extend((number, raw) for raw in _shot_sentences(_told(story, shot), number))
        return None, out
    title, blocks = text.paragraphs(story.text)
    prose: list[tuple[int | None, text.RawSentence]] = []
    for number, block in enumerate(blocks):
        found = text.sentences(block, number)
        prose.extend((None, _without_camera(raw)) for raw in found)
    return title, prose


def _told(story: Story, shot: ShotPin) -> str:
    """What happens in one entry of a shot list; of an entry that has lines only, who is seen to speak them."""
    if shot.action.strip():
        return softened(shot.action.strip(), story.characters) if shot.heading else shot.action.strip()
    seen = dict.fromkeys(line.speaker for line in shot.lines if line.speaker and not line.off)
    seen.pop("narrator", None)
    names = [_spelled(story, name) for name in seen]
    return f"{' and '.join(names)} {'speaks' if len(names) == 1 else 'speak'}." if names else "A voice is heard."


def _spelled(story: Story, name: str) -> str:
    pin = story.characters.get(name)
    spelled = (pin.name if pin else None) or name.replace("_", " ").title()
    last = spelled.split()[-1].lower()
    return f"The {spelled.lower()}" if last in PEOPLE | ANIMALS | FABLED and not (pin and pin.name) else spelled


def _shot_sentences(action: str, number: int) -> list[text.RawSentence]:
    """The sentences of one entry of a shot list, without camera words; the whole entry when nothing else is left."""
    out: list[text.RawSentence] = []
    for block in text.paragraphs(action)[1] or [action]:
        for raw in text.sentences(block, number):
            bare = camera_words.without(raw.clean)
            if bare:
                out.append(_with_clean(raw, bare))
    if out:
        return out
    return [text.RawSentence(action, re.sub(r"\s+", " ", action), (), number)]


def _with_clean(raw: text.RawSentence, bare: str) -> text.RawSentence:
    """The sentence with other words for the parser, its quotations found again."""
    spots = [m.start() for m in re.finditer(r'"Yes[.,]"', bare)]
    quotes = tuple(text.Quote(q.text, at, q.runs_on) for q, at in zip(raw.quotes, spots, strict=False))
    return text.RawSentence(raw.text, bare, quotes, raw.paragraph)


def _without_camera(raw: text.RawSentence) -> text.RawSentence:
    if camera_words.wish(raw.clean, shot=False) == CameraWish():
        return raw
    return _with_clean(raw, camera_words.without(raw.clean) or raw.clean)


def _captions(story: Story, units: list[tuple[int | None, text.RawSentence]]) -> bool:
    """Whether each unit is a caption that restates what it shows: a shot list, or a few short lines."""
    if story.shots:
        return True
    return (
        len(units) > 1
        and all(raw.paragraph == k for k, (_, raw) in enumerate(units))
        and all(len(raw.clean) < 160 for _, raw in units)
        and len(units) <= 20
    )


def _capitalised(plain: str) -> frozenset[str]:
    """Words that have a capital in the middle of sentences more often than not."""
    capital = Counter(m.group(1).lower() for m in re.finditer(r"(?<=[a-z,;] )([A-Z][a-z]+)\b(?!-)", plain))
    small = Counter(re.findall(r"\b[a-z]+\b", plain))
    return frozenset(word for word, count in capital.items() if count > small[word])


def _first_person(plain: str, sentences: int) -> bool:
    """Whether a narrator tells of himself outside quotations."""
    return len(re.findall(r"\b(?:I|[Mm]y|me)\b", plain)) >= max(2, 0.3 * sentences)


def _parsed(cleans: Iterable[str]) -> Iterator[Doc]:
    nlp = english()
    plain = (_UNKNOWN_FORMS.sub(lambda m: f"{m.group(1)}aped", clean) for clean in cleans)
    for doc in nlp.pipe(plain, batch_size=_BATCH):
        yield repair.mended(doc, nlp)
