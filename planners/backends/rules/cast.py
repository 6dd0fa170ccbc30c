"""Owns the cast while a story is read: who and what has been named, and which of them a noun phrase means.

Does not know: pronouns (see pronouns), events, places' scenery.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from planners.backends.rules import beings, things
from planners.backends.rules.being import GENERIC_PEOPLE, Being, noun_looks, slug
from planners.backends.rules.describe import Looks, adjective
from planners.backends.rules.likeness import (
    age_of,
    bridged,
    clashes,
    dressed_alike,
    gender_told,
    group_fits,
    grown,
    named_beside,
    role_like,
)
from planners.backends.rules.model import gender_of_name
from planners.backends.rules.nouns import Phrase
from planners.backends.rules.sorts import ACTING, Sort
from planners.backends.rules.tables import wordset
from planners.plan import Kind

_CHILDREN = wordset("son daughter child boy girl")
_PARENTS = wordset("father mother parent mom dad mama papa grandfather grandmother grandpa grandma")
_SIBLINGS = wordset("brother sister sibling twin")
_FOLK = wordset("man woman person boy girl child people figure friend stranger")
_SAME = tuple(
    frozenset(line.split())
    for line in (
        "inspector detective investigator sleuth", "policeman officer cop constable", "stag deer buck", "doe deer hind",
        "rooster cock cockerel", "donkey ass", "bunny rabbit", "hare rabbit", "pony horse", "physician doctor",
        "pupil student schoolboy schoolgirl", "rival opponent", "chef cook", "wolf beast", "ghost spirit phantom",
        "robber thief bandit outlaw gangster", "ruler king monarch", "sailor seaman mariner", "skipper captain",
        "automaton robot machine", "master owner", "teddy bear", "innkeeper landlord", "barkeeper bartender barman",
    )
)  # fmt: skip
"""Nouns that may name the same one."""
_COURTESY = {"mr": "male", "mister": "male", "sir": "male", "mrs": "female", "ms": "female", "miss": "female"}
"""Titles that tell no more than a gender."""
_PARTICLES = wordset("the of van von de der den la le du da di mac old young")
"""Words in names that many names have."""
_PASSING = wordset("stranger newcomer horseman rider traveller traveler wanderer visitor")
"""What somebody may be called who was "a man" a moment ago."""
_KIN = _SIBLINGS | _PARENTS | _CHILDREN | wordset("husband wife friend cousin")
_REACH = 12
"""Sentences back that a group word ("the friends") looks for its members."""


class Cast:
    """All beings of one story, by id."""

    def __init__(self, *, captions: bool) -> None:
        """Start empty.

        Args:
            captions: each unit restates what it shows ("A fox runs"), so that "a" does not always mean a new one.
        """
        self.beings: dict[str, Being] = {}
        self.captions = captions
        self.guesses: dict[str, str] = {}
        self.together: tuple[int, tuple[str, ...]] | None = None
        """(sentence, ids) of the individuals that were last told of as one: "Tom and Anna"."""
        self.speaking: str | None = None
        """Who has just spoken in this paragraph: "...," and he gave him gold."""
        self.kinds: dict[str, str] = {}
        """Names (lower case) of animals -> which."""
        self.spelled: dict[str, str] = {}
        """Names that were joined for the parser -> as written (Spiderman -> Spider-Man)."""

    def fresh_id(self, name: str) -> str:
        """An id that is still free."""
        base = slug(name)
        if base not in self.beings:
            return base
        k = 2
        while f"{base}_{k}" in self.beings:
            k += 1
        return f"{base}_{k}"

    def touch(self, ids: Iterable[str], sentence: int, rank: int) -> None:
        """Note a mention."""
        for key in ids:
            being = self.beings[key]
            being.mentions += 1
            being.rank = max(rank, being.rank) if being.last == sentence else rank
            being.last = sentence

    def acting(self) -> list[Being]:
        """Characters, in order of first mention."""
        return [being for being in self.beings.values() if being.kind == "character"]

    def resolve(self, phrase: Phrase, sentence: int, owner: str | None = None) -> tuple[str, ...]:
        """The ids that a phrase means; a new being when it means none that is known."""
        if phrase.name:
            return (self._by_name(phrase).id,)
        group = self._members(phrase, sentence)
        if group:
            return group
        being = self._match(phrase, sentence, owner)
        if being is None:
            being = self._create(phrase, owner)
            being.born = sentence
        elif phrase.number and not being.pinned and phrase.number > being.count and phrase.article != "a":
            being.count, being.plural = phrase.number, True
        self.absorb(being, phrase)
        return (being.id,)

    # -- names ---------------------------------------------------------------------------------------------

    def _by_name(self, phrase: Phrase) -> Being:
        name = phrase.name or ""
        parts = {part.lower().strip(".") for part in name.split() if part.lower() not in _PARTICLES}
        for being in self.beings.values():
            if being.names & parts and being.kind != "place":
                being.names |= parts
                if phrase.title:
                    self._called(being, phrase.title)
                return being
        being = self._untitled(phrase) or self._awaited(name, phrase) or self._new_named(name, phrase)
        being.names |= parts
        if phrase.title:
            self._called(being, phrase.title)
        for word in phrase.adjectives:
            adjective(word, being.looks, person=being.sort == "person")
        return being

    def _awaited(self, name: str, phrase: Phrase) -> Being | None:
        """Whoever was "the boy" from the start, when the only name that fits comes."""
        first = name.lower().split()[0]
        gender = gender_of_name(first)
        fits = [b for b in self.acting() if b.teased and not b.proper and gender in (None, b.gender) and b.count == 1]
        people = [b for b in self.acting() if b.sort == "person" and not b.plural and not b.owner]
        if len(fits) != 1 or phrase.title or len(people) != 1:
            return None
        fits[0].name, fits[0].proper = name, True
        return fits[0]

    def _untitled(self, phrase: Phrase) -> Being | None:
        """The known "detective" when "Detective Mira" is first named."""
        if not phrase.title or phrase.title not in beings.PEOPLE:
            return None
        known = [b for b in self.acting() if phrase.title in b.heads and not b.proper and b.count == 1]
        if len(known) == 1 and not known[0].pinned:
            known[0].name, known[0].proper = phrase.name or known[0].name, True
            return known[0]
        return None

    def _new_named(self, name: str, phrase: Phrase) -> Being:
        first = re.split(r"[ -]", name.lower())[0]
        sort: Sort = phrase.sort if phrase.sort in ACTING else "person"
        kind = self.kinds.get(first) if sort == "person" else None
        sort = "animal" if kind else sort
        own = Looks(noun=kind or ("person" if sort == "person" else name.lower().split()[-1]))
        if sort != "person":
            own.species = own.noun
        name = self.spelled.get(name, name.title() if name.isupper() and len(name) > 3 else name)
        being = Being(self.fresh_id(name), "character", sort, own, name, proper=True, heads={kind} if kind else set())
        family = next(
            (b for b in self.acting() if b.sort == "group" and first in b.name.split() and b.looks.species), None
        )
        if family is not None:
            being.sort, own.noun, own.species = "animal", family.looks.noun, family.looks.species
        being.gender = gender_of_name(first) or being.gender
        self.beings[being.id] = being
        return being

    def _called(self, being: Being, noun: str) -> None:
        """A common noun that stands for this being from now on."""
        if noun in _COURTESY:
            being.gender = being.gender or _COURTESY[noun]
            return
        being.heads |= {noun, noun.split()[-1]}
        noun_sort = "person" if noun in beings.PEOPLE else "animal" if noun in beings.ANIMALS else "fabled"
        if noun in beings.PEOPLE | beings.ANIMALS | beings.FABLED and being.looks.noun in ("person", ""):
            being.looks.noun = noun
            if noun_sort != "person":
                being.sort = noun_sort  # type: ignore[assignment]
                being.looks.species = noun
        noun_looks(noun, being)

    def name_it(self, being: Being, name: str, sentence: int = -1) -> None:
        """Give a being that was a noun so far its proper name."""
        being.names |= {part.lower() for part in name.split()}
        first = name.lower().split()[0]
        being.gender = being.gender or gender_of_name(first)
        if being.proper:
            return
        being.proper, being.name = True, name
        if being.born == sentence and not being.pinned:
            del self.beings[being.id]
            being.id = self.fresh_id(name)
            self.beings[being.id] = being

    def known(self, phrase: Phrase) -> bool:
        """Whether somebody goes by the noun of a phrase already."""
        return any(phrase.noun in b.heads for b in self.acting())

    def rename(self, key: str, name: str) -> None:
        """Give a known being the name by which it goes from now on; its id stays."""
        being = self.beings[key]
        other = next((b for b in self.beings.values() if b.names & {name.lower()} and b is not being), None)
        if other is not None or being.kind != "character" or being.count > 1:
            return
        self.name_it(being, name)

    # -- nouns ---------------------------------------------------------------------------------------------

    def _match(self, phrase: Phrase, sentence: int, owner: str | None) -> Being | None:
        fits = [
            b for b in self.beings.values() if b.kind != "place" and self._names(phrase, b) and not clashes(phrase, b)
        ]
        if phrase.article == "another":
            return None
        if phrase.article == "a" or (phrase.article == "bare" and phrase.number):
            fits = [b for b in fits if self._restated(phrase, b)]
        if owner and phrase.sort in ACTING:
            fits = [b for b in fits if b.owner in (owner, None)]
        if not fits and phrase.article in ("the", "this", "my"):
            fits = self._kin(phrase, owner) or self._counted(phrase, sentence) or self._epithets(phrase, sentence)
        if all(b.mentions == 0 and not b.pinned and b.assumed for b in fits) and phrase.article == "the":
            fits = self._in_role(phrase, sentence) or fits
        exact = [b for b in fits if phrase.noun in b.heads or phrase.noun == b.noun]
        return max(exact or fits, key=lambda b: (self._agrees(phrase, b), b.last, b.rank, b.mentions), default=None)

    def _names(self, phrase: Phrase, being: Being) -> bool:
        """Whether the noun can name the being, number aside."""
        noun, last = phrase.noun, phrase.noun.split()[-1]
        if noun in being.heads or (" " not in noun and noun == being.noun):
            return True
        if phrase.article in ("the", "this", "my"):
            covered = beings.HYPERNYMS.get(noun, frozenset())
            if being.noun in covered or being.noun.split()[-1:] == [noun]:
                return True
            if noun in ("animal", "creature", "beast", "critter") and being.sort in ("animal", "fabled"):
                return True
            if len(noun) > 4 and being.noun.endswith(noun) and being.sort == phrase.sort:
                return True
            if any(noun in same and being.heads & same for same in _SAME):
                return True
            return " " in noun and last in being.heads and being.noun == last and phrase.sort == being.sort
        return False

    def _restated(self, phrase: Phrase, being: Being) -> bool:
        """Whether "a cat" may be a cat that is known."""
        if being.pinned and being.mentions == 0:
            return True
        if phrase.number and phrase.number != being.count and phrase.number != 1:
            return False
        if being.plural and not phrase.plural:
            return self.captions or being.sort == "animal"
        if self.captions:
            return True
        return being.sort == "thing" and phrase.article == "bare"

    def _agrees(self, phrase: Phrase, being: Being) -> int:
        said = set(phrase.adjectives)
        known = set(being.now.colors) | set(being.now.values.values()) | set(being.now.extra) | set(being.name.split())
        return 2 * len(said & known) + (phrase.plural == being.plural) + being.pinned + 4 * dressed_alike(phrase, being)

    def _kin(self, phrase: Phrase, owner: str | None) -> list[Being]:
        """The other way round: "his son" is he whose father "he" is."""
        known = self.beings.get(owner or "")
        if known is not None and phrase.noun in ("master", "owner", "mistress"):
            if known.sort == "person" and known.heads & GENERIC_PEOPLE and any(b.proper for b in self._animals()):
                return [known]
            if known.sort != "animal":
                return []
            about = [b for b in self.acting() if b.sort == "person" and not b.plural and b.heads & GENERIC_PEOPLE]
            return about if len(about) == 1 else []
        elder = phrase.noun in _CHILDREN and known is not None and known.noun in _PARENTS
        twin = phrase.noun in _SIBLINGS and known is not None and known.noun in _SIBLINGS
        pair = self.together[1] if self.together else ()
        shared = phrase.owner is not None and phrase.owner.text.lower() == "their"
        if (
            known is not None
            and phrase.noun in _KIN
            and len(pair) == 2
            and not shared
            and known.id in pair
            and not phrase.plural
        ):
            other = self.beings[pair[0] if pair[1] == known.id else pair[1]]
            gender = "female" if phrase.noun in beings.FEMALE else "male" if phrase.noun in beings.MALE else None
            if other.proper and other.noun in ("person", "boy", "girl") and gender in (other.gender, None):
                return [other]
        if known is None or not (elder or twin) or known.owner not in self.beings or phrase.plural:
            return []
        other = self.beings[known.owner]
        gender = "female" if phrase.noun in beings.FEMALE else "male" if phrase.noun in beings.MALE else other.gender
        return [other] if other.sort == "person" and other.gender in (gender, None) else []

    def _animals(self) -> list[Being]:
        return [b for b in self.acting() if b.sort == "animal" and b.count == 1]

    def _counted(self, phrase: Phrase, sentence: int) -> list[Being]:
        """The known group of so many: "the three men" after "three outlaws"."""
        general = phrase.noun.split()[-1] in _FOLK and phrase.plural and (phrase.number or 0) > 1
        return [
            b
            for b in self.acting()
            if general and b.sort == "person" and b.plural and b.count == phrase.number and sentence - b.last <= _REACH
        ]

    def _epithets(self, phrase: Phrase, sentence: int) -> list[Being]:
        """Persons that a general noun ("the old woman") may stand for."""
        noun = phrase.noun.split()[-1]
        if phrase.sort != "person" or phrase.plural or noun not in GENERIC_PEOPLE | _PASSING or phrase.article == "my":
            return []
        gender = "female" if noun in beings.FEMALE else "male" if noun in beings.MALE else None
        age = age_of(phrase)
        out = []
        sole = self._sole(gender, sentence)
        for being in self.acting():
            known_age = being.now.values.get("age")
            near = sentence - being.last <= _REACH
            if (
                being.sort != "person"
                or being.plural
                or not near
                or clashes(phrase, being)
                or (being.gender or gender) != (gender or being.gender)
            ):
                continue
            if age in ("baby", "child") and (grown(being) or known_age not in (None, "child", "baby", "teen")):
                continue
            if (noun in ("man", "woman") and known_age in ("child", "baby")) or (
                age == "elder" and known_age not in (None, "elder")
            ):
                continue
            if age == "elder" and being.noun in _PARENTS and gender and being.gender == gender:
                out.append(being)
                continue
            if age == known_age == "elder" and gender and being.gender == gender:
                out.append(being)
                continue
            if being.proper or being.heads & GENERIC_PEOPLE or gender is None or being.mentions > 2 or being is sole:
                out.append(being)
        if noun in _PASSING:
            return [b for b in out if not b.proper and b.gender != "female" and b.owner is None]
        return [] if noun in ("friend", "companion") else out

    def _sole(self, gender: str | None, sentence: int) -> Being | None:
        """The only person of a gender who is about."""
        same = [
            b
            for b in self.acting()
            if gender and b.gender == gender and b.sort == "person" and not b.plural and b.mentions
        ]
        return same[0] if len(same) == 1 and sentence - same[0].last <= _REACH // 2 else None

    def _in_role(self, phrase: Phrase, sentence: int) -> list[Being]:
        """The one person with a name and no role yet of whom "the engineer" can be said."""
        if phrase.article == "my" or phrase.plural or not role_like(phrase) or phrase.owner is not None:
            return []
        gender = gender_told(phrase)
        near = [b for b in self.acting() if b.sort == "person" and b.proper and not b.plural and b.mentions]
        near = [b for b in near if sentence - b.last <= _REACH // 2 and not named_beside(phrase, b)]
        fits = [b for b in near if gender in (b.gender, None) or b.gender is None]
        free = [b for b in fits if b.noun in ("person", "", "man", "woman") and not b.heads - GENERIC_PEOPLE]
        told = gender is not None and [b.gender for b in free] == [gender]
        if len(free) != 1 or not (told or (len(near) > 1 and not bridged(phrase.noun))):
            return []
        return free

    def _members(self, phrase: Phrase, sentence: int) -> tuple[str, ...]:
        """Individuals that a plural or group noun stands for."""
        if phrase.article not in ("the", "this", "bare") or not (
            phrase.plural or phrase.noun in ("pair", "couple", "duo", "trio")
        ):
            return ()
        if any(phrase.noun in b.heads and b.plural for b in self.beings.values()):
            return ()
        if self._counted(phrase, sentence):
            return ()
        near = [b for b in self.acting() if not b.plural and sentence - b.last <= _REACH and b.mentions]
        same = [b.id for b in near if phrase.noun in b.heads or b.noun in beings.HYPERNYMS.get(phrase.noun, ())]
        if len(same) >= 2 and (phrase.number in (None, len(same)) or phrase.vague) and phrase.article != "bare":
            return tuple(same)
        if (phrase.article == "bare" and phrase.noun != "both") or phrase.noun.split()[-1] not in beings.EPITHET_GROUPS:
            return ()
        fits = [b for b in near if b.looks.noun and group_fits(phrase.noun, b)]
        wanted = phrase.number or (2 if phrase.noun in ("pair", "couple", "duo", "twin") else None)
        if wanted and len(fits) >= wanted >= 2:
            return tuple(b.id for b in sorted(fits, key=lambda b: -b.last)[:wanted])
        return tuple(b.id for b in fits) if len(fits) >= 2 and not wanted else ()

    def _create(self, phrase: Phrase, owner: str | None) -> Being:
        noun = phrase.noun
        kind: Kind = "character" if phrase.sort in ACTING else "prop"
        adjectives = [word for word in phrase.adjectives[:3] if word not in noun.split() and not word[0].isdigit()]
        name = " ".join((*adjectives, noun))
        own = Looks(noun=things.GARMENTS.get(noun, noun) if phrase.sort == "garment" else noun)
        being = Being(self.fresh_id(name), kind, phrase.sort, own, name, owner=owner)
        being.heads = {noun, noun.split()[-1]}
        if noun.endswith(" member"):
            being.heads.add(noun.split()[-2])
        being.plural = phrase.plural or phrase.sort == "group" or (phrase.number or 1) > 1
        being.count = phrase.number or (
            beings.GROUPS.get(noun, 4) if phrase.sort == "group" else 3 if phrase.plural else 1
        )
        if being.plural and (phrase.number is None or phrase.vague) and kind == "character":
            self.guesses[being.id] = f"{noun} (how many is not said): {being.count} are shown"
        self.beings[being.id] = being
        being.assumed = phrase.article == "the"
        being.teased = phrase.article == "the" and noun in GENERIC_PEOPLE and not being.plural
        noun_looks(noun, being)
        kin = next((w for w in noun.split()[:-1] if w in beings.ANIMALS), None) if phrase.sort == "group" else None
        if kin:
            own.noun = own.species = kin
        return being

    def absorb(self, being: Being, phrase: Phrase) -> None:
        """Take in the adjectives and the noun of a phrase."""
        being.heads |= {phrase.noun, phrase.noun.split()[-1]}
        if being.looks.noun in ("person", "", "someone") and phrase.sort in ACTING and phrase.sort != "group":
            being.looks.noun = phrase.noun
            noun_looks(phrase.noun, being)
        being.years |= {word for word in phrase.adjectives if word[:1].isdigit()}
        one_of_many = being.count > 1 and not phrase.plural
        for word in phrase.adjectives:
            if not one_of_many:
                adjective(word, being.now, person=being.sort in ("person", "group"))
