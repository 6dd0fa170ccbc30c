"""Owns likeness: whether what a phrase says fits what is known of a being.

Does not know: which beings there are.
"""

from __future__ import annotations

from planners.backends.rules import beings, looks
from planners.backends.rules.being import Being
from planners.backends.rules.describe import Looks, describe
from planners.backends.rules.nouns import Phrase
from planners.backends.rules.tables import wordset


def age_of(phrase: Phrase) -> str | None:
    """The age that a phrase tells."""
    if any(word in ("old", "elderly", "aged") for word in phrase.adjectives) or phrase.noun in ("elder",):
        return "elder"
    if phrase.noun in beings.BABIES:
        return "baby"
    return "child" if phrase.noun in beings.YOUNG or ("young" in phrase.adjectives and phrase.noun == "one") else None


_GROWN = (
    beings.MALE | beings.FEMALE | beings.PEOPLE | beings.ELDERS
) - (beings.YOUNG | beings.BABIES | beings.TEENS | wordset(
    "person human prince princess student apprentice orphan pupil maid maiden sister brother servant friend companion "
    "hero heroine sibling twin cousin neighbor neighbour player swimmer runner dancer singer passenger newcomer thief "
    "protagonist character adventurer explorer goalkeeper keeper messenger cabin_boy shepherd shepherdess goatherd"
))  # fmt: skip
"""Nouns of people who are no children."""


def grown(being: Being) -> bool:
    """Whether a being's noun or age says that it is no child."""
    age = being.now.values.get("age")
    young = age in ("child", "baby", "teen", "young") or being.name.startswith("young ")
    return not young and (being.noun in _GROWN or bool(being.heads & _GROWN) or age in ("adult", "elder"))


_ELDERS_AT_HOME = wordset("mother father mom mum dad mama papa mummy daddy mommy parent king queen")


def group_fits(noun: str, being: Being) -> bool:
    """Whether a being can be one of those that a plural noun means."""
    if noun == "animal":
        return being.sort == "animal"
    if noun in ("boy", "man", "brother"):
        return being.sort == "person" and being.gender in ("male", None)
    if noun in ("girl", "woman", "sister"):
        return being.sort == "person" and being.gender in ("female", None)
    if noun in ("child", "kid"):
        return being.sort == "person" and not grown(being)
    if noun in ("person", "people", "couple", "adult"):
        return being.sort == "person"
    if noun == "parent":
        return bool(being.heads & _ELDERS_AT_HOME)
    return being.kind == "character"


def dressed_alike(phrase: Phrase, being: Being) -> int:
    """How well "the woman in the burgundy sweater", "the hoodie man" fits what the being wears: -1, 0 or more."""
    tail = [
        t
        for c in phrase.token.rights
        if c.dep_ in ("prep", "acl") and c.text.lower() in ("in", "with", "wearing")
        for t in c.subtree
    ]
    words = (
        " ".join(t.text for t in tail).replace(" - ", "-")
        + " , "
        + " ".join((*phrase.adjectives, *phrase.noun.split()[:-1])).replace("-", " ")
    )
    seen = describe(words, Looks(), person=True)
    score = 0
    for kind, garment in seen.clothes.items():
        worn = being.now.clothes.get(kind)
        if worn is None or (
            garment.color and worn.color and garment.color not in worn.color and worn.color not in garment.color
        ):
            score -= 1
        else:
            score += 2
    return score


_CLASSES = (
    frozenset(looks.COLOURS),
    frozenset(("old", "elderly", "ancient", "young", "little", "baby", "teenage", "adult", "older", "younger")),
    frozenset(("small", "big", "large", "tiny", "huge", "giant", "little")),
    frozenset(("first", "second", "third")),
    frozenset(("tall", "short", "small")),
    frozenset(("fat", "thin", "plump", "slim")),
    frozenset(looks.MATERIALS),
)


def clashes(phrase: Phrase, being: Being) -> bool:
    """Whether an adjective of the phrase contradicts what is known: the red ball is not the blue one."""
    said = set(phrase.adjectives)
    known = set(being.looks.colors) | set(being.looks.extra) | set(being.name.split()) | set(being.now.colors)
    if being.sort == "person" and not phrase.plural and being.proper and not said & _CLASSES[0]:
        return False
    years = {word for word in said if word[0].isdigit()}
    if years and being.years and not years & being.years:
        return True
    for group in _CLASSES:
        mine, theirs = said & group, known & group
        if mine and theirs and not mine & theirs:
            return True
    if "baby" in said and being.looks.values.get("age") != "baby" and being.sort == "animal":
        return True
    if (
        being.looks.values.get("age") == "baby"
        and being.sort == "animal"
        and phrase.article == "the"
        and not said
        and being.noun == phrase.noun
    ):
        return "baby" in being.name
    return phrase.article == "a" and bool(said & _CLASSES[0]) and not known & _CLASSES[0] and being.mentions > 0


_BRIDGED = wordset(
    "waiter waitress barman bartender landlord innkeeper host hostess merchant vendor seller shopkeeper cashier clerk "
    "baker butcher priest vicar pastor bishop conductor driver pilot captain teacher headmaster doctor nurse judge "
    "king queen prince princess guard policeman officer librarian keeper referee crowd bride groom bridegroom "
    "mayor emperor sultan porter postman caretaker"
)
"""Whom a place brings with it: "the waiter" need not have been named before."""


def bridged(noun: str) -> bool:
    """Whether a role comes with its place, so that "the" says nothing of who bears it."""
    return noun.split()[-1] in _BRIDGED


def role_like(phrase: Phrase) -> bool:
    """Whether a noun tells what a person does, no more: engineer, thief."""
    noun = phrase.noun.split()[-1]
    kin = beings.YOUNG | beings.BABIES | beings.ELDERS
    return phrase.sort == "person" and noun not in kin and phrase.token.dep_ in ("nsubj", "nsubjpass", "dobj")


def gender_told(phrase: Phrase) -> str | None:
    """The gender of a subject's own possessive: "the guard took off her coat"."""
    verb = phrase.token.head
    if phrase.token.dep_ != "nsubj":
        return None
    told = [t.text.lower() for c in verb.children if c.dep_ == "dobj" for t in c.children if t.tag_ == "PRP$"]
    return {"his": "male", "her": "female"}.get(told[0]) if told else None


def named_beside(phrase: Phrase, being: Being) -> bool:
    """Whether the being is named in the phrase's own sentence, and so is somebody else."""
    return any(t.text.lower() in being.names for t in phrase.token.doc if t.i != phrase.i)
