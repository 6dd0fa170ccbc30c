"""Owns pronouns: which beings he, she, it, they mean, by gender, number, recency and role.

coreferee's own weights are not on PyPI; its word lists type the candidates, and this ranker replaces its network.
Does not know: nouns, events.
"""

from __future__ import annotations

from collections.abc import Collection

from planners.backends.rules.being import Being
from planners.backends.rules.beings import PEOPLE_GROUPS
from planners.backends.rules.cast import Cast
from planners.backends.rules.tables import wordset

MALE = wordset("he him his himself")
FEMALE = wordset("she her hers herself")
THING = wordset("it its itself")
MANY = wordset("they them their theirs themselves both")
SELF = wordset("i me my mine myself")
US = wordset("we us our ours ourselves")
EVERYBODY = wordset("everyone everybody")
ALL = MALE | FEMALE | THING | MANY
_WINDOW = 8
"""Sentences back that a pronoun may reach."""


def everybody(cast: Cast, sentence: int) -> tuple[str, ...]:
    """All who were there a moment ago."""
    return tuple(b.id for b in cast.acting() if b.mentions and sentence - b.last <= 3)


def resolve(
    word: str,
    cast: Cast,
    sentence: int,
    *,
    subject: bool,
    barred: Collection[str] = (),
    near: Collection[str] = (),
    far: Collection[str] = (),
) -> tuple[str, ...]:
    """The beings that a third-person pronoun means; empty when nobody fits.

    Args:
        word: the pronoun, lower case.
        cast: everybody known so far.
        sentence: index of the sentence, for recency.
        subject: whether the pronoun is a subject; subjects tend to go on being subjects.
        barred: ids that it cannot mean (the subject of its own clause).
        near: ids that it means rather than others, when they fit.
        far: ids that it means only when nobody else fits: "a giant knocked at his door".
    """
    if word in MANY:
        return _many(cast, sentence, barred)
    fits = [b for b in cast.beings.values() if b.id not in barred and _fits(word, b) and sentence - b.last <= _WINDOW]
    if not fits:
        fits = [b for b in cast.acting() if b.id not in barred and _fits(word, b) and b.mentions]
        fits = fits if word not in THING else []
    if not fits:
        return ()
    known = {b.id for b in fits if not _sexless(b)}
    scores = {
        b.id: _score(word, b, cast, sentence, subject=subject)
        + 30 * (b.id in near and not (known and _sexless(b)))
        - 40 * (b.id in far)
        - 45 * (word not in THING and bool(known) and _sexless(b))
        for b in fits
    }
    best = max(fits, key=lambda b: scores[b.id])
    if word in MALE | FEMALE:
        best.gender = best.gender or ("male" if word in MALE else "female")
    return (best.id,)


def _fits(word: str, being: Being) -> bool:
    if being.mentions == 0 or being.kind == "place":
        return False
    if word in THING:
        return (being.sort not in ("person",) or being.noun in ("baby", "child")) and (
            being.count == 1 or being.sort == "group"
        )
    wanted = "male" if word in MALE else "female"
    if being.kind != "character" or being.sort == "group":
        return False
    return being.gender in (wanted, None) and (being.count == 1 or (being.sort == "animal" and being.gender is None))


def _score(word: str, being: Being, cast: Cast, sentence: int, *, subject: bool) -> float:
    score = 100.0 - 22.0 * (sentence - being.last) + 9.0 * being.rank + min(being.mentions, 8)
    if subject and being.rank == 3:
        score += 12
    if subject and being.id == cast.speaking:
        score += 60
    if word in THING:
        folk = being.sort == "group" and being.noun in PEOPLE_GROUPS
        score += 12 * (being.last == sentence and being.rank == 2 and being.kind == "character")
        return score + (14 if being.kind == "character" else 0) - (15 if being.gender else 0) - 40 * folk
    if being.gender is not None:
        score += 27
    return score + {"person": 25, "fabled": 10}.get(being.sort, 0)


def _sexless(being: Being) -> bool:
    """Whether a being has been "it" at most: a robot, a goat without a name."""
    human = being.sort == "person" or (being.sort == "fabled" and being.noun.split()[-1] not in ("robot", "machine"))
    return being.gender is None and not human and not being.proper


def _newer(being: Being, together: int, told: Collection[Being], sentence: int) -> bool:
    """Whether a plural was named after "Tom and Anna" were, as prominently or in this very sentence."""
    if being.last == sentence and together < sentence:
        return True
    if being.last > together:
        return being.rank == 3
    return being.last == together and being.rank == 3 and all(b.rank < 3 or b.last < together for b in told)


def _pair(cast: Cast, near: list[Being], sentence: int) -> tuple[str, ...]:
    """Two who both acted in the sentence before, when those who were "they" so far were not in it."""
    if not cast.together or sentence - cast.together[0] > 3:
        return ()
    last = max((b.last for b in near if b.last < sentence), default=-1)
    doers = [b for b in near if b.last == last and b.rank == 3]
    absent = all(cast.beings[key].last < last for key in cast.together[1])
    alone = len(doers) == 2 and not any(b.plural for b in doers) and not any(b.last == sentence for b in near)
    return tuple(b.id for b in doers) if absent and alone and last == sentence - 1 else ()


def _many(cast: Cast, sentence: int, barred: Collection[str]) -> tuple[str, ...]:
    near = [b for b in cast.acting() if b.mentions and b.id not in barred]
    if newest := _pair(cast, near, sentence):
        cast.together = (sentence, newest)
        return newest
    if cast.together and sentence - cast.together[0] <= 3 and not set(cast.together[1]) & set(barred):
        told = [cast.beings[key] for key in cast.together[1]]
        plural = [b for b in near if b.plural and _newer(b, cast.together[0], told, sentence)]
        if not plural:
            cast.together = (sentence, cast.together[1])
            return cast.together[1]
    for reach in (0, 1, 2, 4, _WINDOW):
        recent = [b for b in near if sentence - b.last <= reach]
        plural = [b for b in recent if b.plural]
        singles = [b for b in recent if not b.plural]
        if plural and (len(singles) < 2 or max(p.rank for p in plural) == 3):
            chosen = max(plural, key=lambda b: (b.last, b.rank, b.sort == "person"))
            sought = not chosen.seen and chosen.owner in cast.beings and chosen.owner not in barred
            return (chosen.owner, chosen.id) if sought and chosen.owner else (chosen.id,)
        if len(singles) >= 2:
            people = [b for b in singles if b.rank > 1] or singles
            found = tuple(b.id for b in (people if len(people) > 1 else singles))
            cast.together = (sentence, found)
            return found
    things = [b for b in cast.beings.values() if b.kind == "prop" and b.plural and sentence - b.last <= 2]
    if things:
        return (max(things, key=lambda b: (b.last, b.rank)).id,)
    single = [b for b in near if b.gender is None and b.sort == "person" and sentence - b.last <= 2]
    return (single[-1].id,) if single else ()
