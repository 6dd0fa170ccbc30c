"""Owns where and when: the place, time of day, weather and mood of each sentence, carried forward until they change.

Does not know: events, who is there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from planners.backends.rules import settings_words as words
from planners.backends.rules import skies, things, verbs
from planners.backends.rules.adjuncts import prepositions
from planners.backends.rules.being import Being
from planners.backends.rules.cast import Cast
from planners.backends.rules.clauses import happens, lemma, main_verbs
from planners.backends.rules.describe import Looks, adjective
from planners.backends.rules.grounded import Ground
from planners.backends.rules.nouns import Phrase
from planners.backends.rules.tables import wordset
from planners.backends.rules.things import BODY

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from planners.plan import Mood, TimeOfDay, Weather

_AT = {
    "in": 6,
    "inside": 7,
    "within": 6,
    "on": 5,
    "at": 5,
    "across": 5,
    "through": 5,
    "throughout": 5,
    "into": 6,
    "onto": 4,
    "along": 5,
    "over": 3,
    "atop": 5,
    "among": 4,
    "amid": 4,
    "upon": 4,
    "to": 4,
    "toward": 2,
    "towards": 2,
    "under": 3,
    "beneath": 3,
    "above": 3,
    "around": 3,
    "near": 3,
    "by": 3,
    "beside": 3,
    "outside": 4,
    "behind": 2,
    "down": 4,
    "up": 4,
    "past": 2,
    "of": 2,
    "from": 1,
    "out": 1,
    "off": 1,
    "between": 3,
    "against": 2,
    "before": 2,
    "about": 3,
    "beyond": 1,
    "with": 1,
    "for": 1,
    "like": 0,
}
_FIGURATIVE = wordset(
    "stream sea field forest mountain hill island river pool lake plain cave den tower bridge wave canyon "
    "desert mine ocean waterfall"
)
"""Places that are measures before "of": a stream of oil, a sea of flowers."""
_INNER = wordset("island stream field bar pool plain hall landing desert sea forest")
"""Nouns of the open air that mean something else inside a house."""
_WOODED = wordset("forest jungle mountain hill meadow garden park field grassland orchard beach")
_PATHS = wordset("path trail footpath track")
"""Ways that a wood or a park has: no place of their own there."""
_HOMELY = frozenset(("bathroom", "bedroom", "kitchen", "living room", "dining room", "classroom", "camp"))
"""Places whose furniture says that the story has gone there."""
_WHOLE = frozenset(("house", "castle", "inn"))
"""Buildings seen from outside, until something that stands in one of their rooms is used."""
_ABOARD = wordset("in inside aboard on")
_RIDDEN = wordset("ride drive gallop cycle")
_GREEN = wordset("grassland plain plains")
_LUSH = wordset("lush green verdant rolling flowery alpine")
"""What grassland is that is no savanna, unless elephants and lions live there."""
_ONWARD = wordset("through into across along onto")
_PASSED = wordset("open push enter pass step go come walk run slip")
_TAKEN = wordset("lead take follow guide show bring carry drag send")
_ENTERED = wordset(
    "enter reach visit cross explore leave approach traverse navigate climb roam survey search hit see fill "
    "show reveal overlook find"
)
_FAR = wordset(
    "see overlook survey scan watch spot view notice want like love miss remember imagine call own buy build"
)


@dataclass(frozen=True)
class Setting:
    """Where and when a sentence plays."""

    place: str | None = None
    time: TimeOfDay | None = None
    weather: Weather | None = None
    mood: Mood = "neutral"


class Stager:
    """Follows place, time and weather through a story."""

    def __init__(self, cast: Cast) -> None:
        """Start nowhere."""
        self.cast = cast
        self.place: str | None = None
        self.time: TimeOfDay | None = None
        self.weather: Weather | None = None
        self.places: dict[str, list[Being]] = {}
        self.inferred: dict[str, str] = {}
        """Place id -> the cue that gave it away."""
        self.stated = False
        self.outdoors: str | None = None
        """The last place in the open."""
        self.asleep: str | None = None
        """Where somebody fell asleep who has not woken yet."""
        self.goal: Being | None = None
        """Where the sentence ends that goes "through the hall to the library"."""

    def new_scene(self) -> None:
        """Forget the weather and the place's being settled: a new entry of a shot list or a new chapter."""
        self.stated = False

    def read(self, doc: Doc, ground: Ground, text: str) -> Setting:
        """The setting of one sentence; changes what is carried."""
        self.goal = None
        found = self._stated(doc, ground)
        if found is not None:
            self.place, self.stated = found.id, True
            self._woke(doc)
        elif not self._snowed(doc) and not self._rode(doc) and not self._woke(doc):
            self._infer(doc, ground)
        place = self.place
        if self.goal is not None:
            self.place, self.stated = self.goal.id, True
        self._sky(doc, text)
        low = text.lower()
        told = re.sub(r"\b(?:cried|cries|cry)\b", "", low) if '"Yes' in doc.text else low
        return Setting(place, self.time, self.weather, mood_of(told))

    def _sky(self, doc: Doc, text: str) -> None:
        """Carry time and weather on, or change them."""
        time = skies.time_of(doc)
        if time is not None and time != self.time and skies.NEXT_DAY.search(doc.text.lower()):
            self.weather = None
        self.time = time or self.time
        found = skies.weather_of(doc, text)
        lying = self.weather == "storm" and found == "snow" and time is None
        self.weather = self.weather if lying else found or self.weather

    def _snowed(self, doc: Doc) -> bool:
        """Go out to snow or ice that somebody moves on, from a house or from nowhere."""
        here = self.cast.beings[self.place].noun if self.place else ""
        if not skies.on_snow(doc) or (here and here not in words.INDOORS):
            return False
        self.place, self.stated = self.place_for("snowfield").id, True
        return True

    def _rode(self, doc: Doc) -> bool:
        """Go out of doors, where the story was before, with somebody who rides or drives."""
        here = self.cast.beings[self.place].noun if self.place else ""
        if here not in words.INDOORS:
            self.outdoors = self.place or self.outdoors
            return False
        ways = [p for v in main_verbs(doc) if lemma(v) in verbs.MOVERS and happens(v) for p in prepositions(v)]
        open_air = any(p == "through" and words.WEATHERS.get(t.text.lower()) for p, t in ways)
        rode = any(lemma(v) in _RIDDEN and happens(v) for v in main_verbs(doc))
        if not self.outdoors or not (rode or open_air):
            return False
        self.place = self.outdoors
        return True

    def _woke(self, doc: Doc) -> bool:
        """Come back to where somebody fell asleep, when the dream is over."""
        low = doc.text.lower()
        if re.search(r"\bfell (?:fast )?asleep\b", low):
            self.asleep = self.place
        if self.asleep and re.search(r"\b(?:woke|awoke|opened (?:his|her|their) eyes)\b", low):
            self.place, self.asleep = self.asleep, None
            return True
        return False

    def _stated(self, doc: Doc, ground: Ground) -> Being | None:
        scored = [(score, -k, phrase) for k, phrase in enumerate(ground.places) if (score := _weight(phrase)) > 0]
        if not scored:
            return None
        here = self.cast.beings[self.place].noun if self.place else ""
        if here in words.INDOORS:
            scored = [item for item in scored if item[2].noun not in _INNER]
        if here in ("stadium", "playground"):
            scored = [item for item in scored if item[2].noun != "field"]
        if here in _WOODED:
            scored = [item for item in scored if item[2].noun not in _PATHS]
        if not scored:
            return None
        score, _, phrase = max(scored, key=lambda item: item[:2])
        self._aim(phrase, [item[2] for item in scored])
        least = 1 if self.place is None else 6 if self.stated and self.cast.captions else 4
        if score < least or (score <= 1 and self.place is None and len(scored) == 1 and phrase.article != "the"):
            return None
        return self._being(phrase)

    def _being(self, phrase: Phrase) -> Being:
        return self.place_for(
            phrase.noun, phrase.adjectives, new=phrase.article in ("a", "another"), label=_label(phrase)
        )

    def _aim(self, chosen: Phrase, others: list[Phrase]) -> None:
        """Note where a way leads: the library of "through the hall to the library", the saloon of "its doors"."""
        for phrase in others:
            verb = _verb_above(phrase.token)
            if verb is None or not happens(verb):
                continue
            if lemma(verb) == "leave" and phrase.token.dep_ == "dobj" and words.PLACES.get(phrase.noun) == "harbor":
                self.goal = self.place_for("sea")
            through = _entrance(phrase.token) and lemma(verb) in _PASSED
            if phrase.noun in things.PROPS | things.BIG:
                continue
            onward = phrase.token.dep_ == "pobj" and phrase.token.head.text.lower() in _ONWARD and phrase.i > chosen.i
            if onward and verb.dep_ == "conj" and lemma(verb) in verbs.MOVERS and verb != _verb_above(chosen.token):
                self.goal = self._being(phrase)
            reached = phrase.token.dep_ == "pobj" and phrase.token.head.text.lower() in ("to", "into")
            if through or (reached and phrase.i > chosen.i and lemma(verb) in verbs.MOVERS | _TAKEN):
                self.goal = self._being(phrase)

    def place_for(self, noun: str, adjectives: tuple[str, ...] = (), *, new: bool = False, label: str = "") -> Being:
        """The place entity for a noun, made when there is none yet."""
        canonical = words.PLACES.get(noun) or words.PLACES.get(noun.split()[-1]) or ("city" if label else noun)
        if noun in _GREEN and _LUSH & {word.lower() for word in adjectives} and not self._african():
            canonical = "meadow"
        known = self.places.setdefault(canonical, [])
        for being in reversed(known):
            said = set(adjectives)
            if not (new and said and self.cast.captions and not said & set(being.name.split())) or noun == being.name:
                return being
        pinned = next(
            (
                b
                for b in self.cast.beings.values()
                if b.kind == "place" and b.pinned and b not in known and canonical in (b.noun, *b.heads)
            ),
            None,
        )
        if pinned is not None:
            known.append(pinned)
            return pinned
        name = label or " ".join((*adjectives[:2], noun))
        being = Being(self.cast.fresh_id(name), "place", "place", Looks(noun=canonical), name, heads={noun, canonical})
        for word in adjectives:
            adjective(word, being.looks, person=False)
        self.cast.beings[being.id] = being
        known.append(being)
        return being

    def _african(self) -> bool:
        """Whether an animal of the savanna is in the story."""
        return any(words.DWELLERS.get(being.noun) == "grassland" for being in self.cast.acting())

    def _infer(self, doc: Doc, ground: Ground) -> None:
        """A place from what only stands there, or from who lives there."""
        cue = self._cue(doc, {phrase.i for phrase in ground.places})
        if self.stated and not self.cast.captions and (cue is None or not self._moves_to(cue[1], doc[0].text.lower())):
            return
        settled = self.place is not None and (self.stated or self.inferred.get(self.place, "stated") != "dweller")
        if settled and (cue is None or not self._moves_to(cue[1], doc[0].text.lower())):
            return
        kind = "cue"
        if cue is None and self.place is None:
            cue, kind = self._dweller(ground), "dweller"
        if cue is None:
            return
        thing, noun = cue
        being = self.place_for(noun)
        self.inferred.setdefault(being.id, thing if kind == "cue" else "dweller")
        being.description = being.description or f"inferred from {thing!r}"
        self.place = being.id

    def _moves_to(self, noun: str, opening: str = "") -> bool:
        """Whether a cue is strong enough to leave a place that an earlier sentence gave."""
        here = self.cast.beings[self.place].noun if self.place else ""
        if opening == "inside" and noun in words.INDOORS and here not in words.INDOORS:
            return True
        if (here in _WHOLE and noun in _HOMELY) or noun == "train carriage":
            return True
        if noun == "church" and here not in words.INDOORS:
            return True
        return (
            self.cast.captions
            and noun != here
            and noun in _HOMELY
            and (here not in words.INDOORS or self.place in self.inferred)
        )

    def _cue(self, doc: Doc, placed: set[int]) -> tuple[str, str] | None:
        aboard = [t for t in doc if t.lemma_.lower() == "train" and t.dep_ == "pobj" and t.head.text.lower() in _ABOARD]
        if aboard:
            return "train", "train carriage"
        lemmas = [t.lemma_.lower() if t.pos_ in ("NOUN", "PROPN", "ADJ") else "" for t in doc]
        pairs = [f"{a} {b}" for a, b in pairwise(lemmas)]
        for cue in (*pairs, *lemmas):
            if cue in words.CUES and not (cue == "bed" and _SOIL & set(lemmas)):
                return cue, words.CUES[cue]
        for token in doc:
            if token.dep_ == "compound" and token.lemma_.lower() in words.PLACES and token.head.i not in placed:
                return token.text.lower(), words.PLACES[token.lemma_.lower()]
        stems = {t.lemma_.lower() for t in doc}
        if "brush" in stems and "tooth" in stems:
            return "brushing teeth", "bathroom"
        if "camp" in stems and any(t.lemma_.lower() == "camp" and t.pos_ == "VERB" for t in doc):
            return "camping", "camp"
        return None

    def _dweller(self, ground: Ground) -> tuple[str, str] | None:
        for ids in ground.ids.values():
            for key in ids:
                noun = self.cast.beings[key].noun
                home = words.DWELLERS.get(noun) or words.DWELLERS.get(noun.split()[-1] if noun else "")
                if home:
                    return noun, home
        return None


def _label(phrase: Phrase) -> str:
    """The name of a place with a proper name ("Tokyo")."""
    return phrase.token.text if phrase.token.pos_ == "PROPN" and phrase.noun not in words.PLACES else ""


_LOOKED = wordset("look gaze stare point glance think talk dream know view peer")
_TOWARDS = wordset("to at of about toward over towards out across into through")
_SHORES = wordset("shore bank brink bed surface")
_FLOWN = wordset("fly soar glide sail drift float circle hover")
_WITHIN = wordset(
    "roof rooftop chimney "
    "edge middle center centre heart foot top side corner end bottom depth floor shot view mouth front rest outskirt"
)


def _weight(phrase: Phrase) -> int:
    """How strongly a place noun says that the sentence plays there; 0 not at all."""
    token = phrase.token
    if _no_place(phrase):
        return 0
    while token.dep_ == "conj":
        token = token.head
    verb = _verb_above(token)
    if verb is not None and not happens(verb) and not any(c.dep_ == "neg" for c in verb.children):
        return 0
    if token.dep_ == "pobj":
        return 1 if _belongs(token) else _by_preposition(token)
    if token.dep_ in ("ROOT", "attr"):
        return 4
    if token.dep_ in ("nsubj", "appos", "nsubjpass"):
        return 4 if phrase.article in ("a", "bare") else 3
    if token.dep_ == "dobj" and lemma(token.head) in _ENTERED and lemma(token.head) not in _FAR | {"leave"}:
        return 2 if sum(words.PLACES.get(lemma(t), "") != "" for t in (token, *token.conjuncts)) > 1 else 6
    return 1


def _belongs(token: Token) -> bool:
    """Whether it only tells where a building is: the lane of "the house at the end of Willow Lane"."""
    while token.dep_ in ("pobj", "prep") or lemma(token) in _WITHIN:
        if token.dep_ not in ("pobj", "prep"):
            return False
        token = token.head
    return words.PLACES.get(lemma(token)) in _WHOLE and token.dep_ in ("nsubj", "nsubjpass", "ROOT", "dobj")


def _entrance(token: Token) -> bool:
    """Whether the place is only named for its door: "the doors of the saloon"."""
    above = token.head.head if token.dep_ == "pobj" and token.head.text.lower() == "of" else token
    return above is not token and lemma(above) in ("door", "gate", "entrance", "threshold", "doorway", "hatch")


def _no_place(phrase: Phrase) -> bool:
    """Whether the noun only measures or compares: "a stream of oil", "the roof of his mouth", "depth of field"."""
    token = phrase.token
    inner = [c for prep in token.children if prep.dep_ == "prep" for c in prep.children]
    if phrase.noun in words.NEGLIGIBLE or any(c.lemma_.lower() in BODY for c in inner):
        return True
    if phrase.noun in _FIGURATIVE and any(c.dep_ == "prep" and c.text.lower() == "of" for c in token.children):
        return True
    fixed = {c.lemma_.lower() for c in token.children if c.dep_ in ("compound", "amod", "nmod")}
    if phrase.noun == "space" and (phrase.article != "bare" or fixed - {"outer", "deep", "open", "dark", "cold"}):
        return "outer" not in fixed
    if phrase.noun == "pass" and any(words.PLACES.get(word) in words.INDOORS for word in fixed):
        return True
    return token.dep_ == "pobj" and lemma(token.head.head) in ("depth", "color", "colour", "sound", "smell")


def _by_preposition(token: Token) -> int:
    prep = token.head
    above, word = prep.head, prep.text.lower()
    if lemma(above) in _LOOKED and word in _TOWARDS:
        return 1
    if word == "of" and above.pos_ in ("NOUN", "PROPN"):
        outer = _AT.get(above.head.text.lower(), 5) if above.dep_ == "pobj" else 5
        return min(outer + 2, 7) if lemma(above) in _SHORES else min(outer, 5) if lemma(above) in _WITHIN else 1
    if word == "over" and lemma(above) in _FLOWN:
        return 6
    if above.pos_ == "ADP" and above.text.lower() in ("out", "from", "away"):
        return 1
    return _AT.get(word, 0)


def _verb_above(token: Token) -> Token | None:
    while token.dep_ != "ROOT":
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return token
    return None


_SOIL = wordset(
    "mulch straw frame row vegetable leek carrot crop raised raised rise soil plant seed garden sprout "
    "gardener river flower "
)


def mood_of(text: str) -> Mood:
    """The mood that most words of a text (lower case) carry."""
    votes: dict[str, int] = {}
    for word in re.findall(r"[a-z'-]+", text):
        if word in words.MOODS:
            votes[words.MOODS[word]] = votes.get(words.MOODS[word], 0) + 1
    return cast("Mood", max(votes, key=lambda m: votes[m])) if votes else "neutral"
