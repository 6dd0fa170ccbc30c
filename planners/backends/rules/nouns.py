"""Owns noun phrases: heads with what is fixed to them, how they are introduced, their number, adjectives and names.

Does not know: which entity of the story a phrase names.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from planners.backends.rules import beings, things
from planners.backends.rules.looks import AGES, COLOURS, IGNORED_ADJECTIVES, MATERIALS, SIZES
from planners.backends.rules.model import words
from planners.backends.rules.settings_words import NATIONS, PLACES
from planners.backends.rules.sorts import ACTING, TABLES, Sort, listed, singular, sort_of
from planners.backends.rules.tables import wordset

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

Article = Literal["a", "the", "this", "my", "bare", "name", "pronoun", "another"]


@dataclass(frozen=True)
class Phrase:
    """One noun phrase of a sentence."""

    token: Token
    noun: str
    """Head noun with the compound that belongs to it, singular, lower case: polar bear."""
    sort: Sort
    article: Article
    plural: bool = False
    number: int | None = None
    vague: bool = False
    """The number is a guess ("several", "a group of")."""
    adjectives: tuple[str, ...] = ()
    name: str | None = None
    """The proper name, without title."""
    title: str | None = None
    """The common noun before a name: detective, king."""
    owner: Token | None = None

    @property
    def i(self) -> int:
        """Index of the head token."""
        return int(self.token.i)


def is_plural(token: Token) -> bool:
    """Whether the noun is plural, with the tagger's slips on known nouns mended."""
    text = token.text.lower()
    if token.tag_ in ("NNS", "NNPS"):
        same = singular(token) == text
        return not (same and ((token.head.tag_ == "VBZ" and token.dep_ == "nsubj") or _article(token) == "a"))
    return text.endswith("s") and singular(token) != text and token.tag_ in ("NNP", "NN")


def in_quote(token: Token) -> bool:
    """Whether the token is the stand-in of a quotation."""
    return bool(token.text == "Yes" and token.i > 0 and token.doc[token.i - 1].text == '"')


def phrases(doc: Doc, names: frozenset[str]) -> list[Phrase]:
    """All noun phrases of a sentence, in order, pronouns not included.

    Args:
        doc: one parsed sentence.
        names: words that are written with a capital in the middle of sentences somewhere in the text.
    """
    out: list[Phrase] = []
    used: set[int] = set()
    for token in reversed(doc):
        if token.i in used or in_quote(token) or not (token.pos_ in ("NOUN", "PROPN") or _mistagged(token, names)):
            continue
        if _modifies(doc, token):
            continue
        phrase = _phrase(token, names, used)
        if phrase is not None:
            out.append(phrase)
    return out[::-1]


def _mistagged(token: Token, names: frozenset[str]) -> bool:
    """Whether a name that the tagger does not know does something: Ilse, taken for an adjective."""
    acts = token.dep_ in ("nsubj", "nsubjpass", "poss", "conj", "dobj", "pobj") and token.pos_ in (
        "ADJ",
        "ADV",
        "VERB",
        "X",
    )
    return acts and token.text[:1].isupper() and token.text.lower() in names and not listed(token.text.lower())


def _modifies(doc: Doc, token: Token) -> bool:
    """Whether the noun only modifies a noun close after it: the "fire" of "fire truck"."""
    inside = token.dep_ in ("compound", "nmod", "npadvmod", "amod", "nummod")
    near = 0 < token.head.i - token.i <= 4 and token.head.pos_ in ("NOUN", "PROPN", "ADJ", "ADV")
    return inside and near and not _breaks(doc, token.i, token.head.i)


def _breaks(doc: Doc, left: int, right: int) -> bool:
    return any(t.text in ",;:()" or t.pos_ in ("VERB", "AUX", "DET") for t in doc[left + 1 : right])


def _phrase(token: Token, names: frozenset[str], used: set[int]) -> Phrase | None:
    if is_name(token, names):
        return _named(token, used)
    noun, first = _compound(token)
    used.update(range(first, token.i))
    number, vague = _number(token)
    sort = sort_of(noun)
    if noun == "fan" and _owner(token) is not None:
        sort = "thing"
    if (
        sort == "body"
        and noun in things.PROPS
        and _owner(token) is None
        and _article(token) in ("a", "the")
        and token.dep_ in ("dobj", "nsubjpass", "pobj", "conj")
    ):
        sort = "thing"
    if (
        sort == "unknown"
        and token.ent_type_ in ("GPE", "LOC", "FAC")
        and token.pos_ == "PROPN"
        and noun not in NATIONS
        and _whereabouts(token)
    ):
        sort = "place"
    return Phrase(
        token=token, noun=noun, sort=sort, article=_article(token), plural=is_plural(token), number=number,
        vague=vague, adjectives=_adjectives(token, first), owner=_owner(token),
    )  # fmt: skip


def _whereabouts(token: Token) -> bool:
    return (
        token.dep_ == "pobj"
        and token.head.text.lower() in ("in", "at", "to", "through", "from", "near", "into", "over", "across")
        and token.text.lower() not in _first_names()
    )


def _compound(token: Token) -> tuple[str, int]:
    """The noun with what is fixed to it, and the index of its first token."""
    doc, head = token.doc, singular(token)
    for width in (3, 2, 1):
        start = token.i - width
        if start < 0:
            continue
        before = doc[start : token.i]
        if (
            any(
                t.pos_ in ("DET", "VERB", "ADP", "CCONJ", "AUX") and t.tag_ not in ("VBG", "VBN", "VBD") for t in before
            )
            or "," in before.text
        ):
            continue
        phrase = f"{before.text.lower()} {head}".replace(" - ", "-")
        for candidate in (phrase, phrase.replace("-", " ")):
            if any(candidate in table for _, table in TABLES) or candidate in PLACES:
                return candidate, start
    around = _around(token, head)
    if around is not None:
        return around
    first = token.i
    while (
        first > 0
        and doc[first - 1].dep_ == "compound"
        and first <= doc[first - 1].head.i <= token.i
        and _plain(doc[first - 1])
    ):
        first -= 1
    if first == token.i:
        return head, first
    kept = [t.text.lower() for t in doc[first : token.i] if t.text.lower() not in AGES]
    return " ".join((*kept, head)), first


def _around(token: Token, head: str) -> tuple[str, int] | None:
    """As in "Greenhouse interior", "cafe game corner": the place before a noun that only surrounds it."""
    if head not in _AROUND:
        return None
    for k in range(token.i - 1, max(token.i - 4, -1), -1):
        before = token.doc[k]
        if before.pos_ in ("DET", "ADP", "VERB", "PUNCT", "CCONJ"):
            return None
        if singular(before) in PLACES:
            noun, start = _compound(before)
            return (noun if noun in PLACES else singular(before)), start
    return None


_AROUND = wordset(
    "interior exterior entrance area scene setting corner room view stall plot entry space backdrop "
    "background environment"
)
"""Nouns that stand behind the noun of a place: "greenhouse interior"."""


def _plain(token: Token) -> bool:
    text = token.text.lower()
    return token.is_alpha and not (text in COLOURS or text in MATERIALS or text in SIZES or text in AGES)


_ORDINALS = wordset("second third fourth fifth sixth further extra")


def _article(token: Token) -> Article:
    left_words = {child.text.lower() for child in token.lefts}
    if "a" in left_words and left_words & _ORDINALS:
        return "another"
    for child in token.lefts:
        low = child.text.lower()
        if child.dep_ == "poss":
            return "my"
        if low in ("another", "other"):
            return "another"
        if child.dep_ == "det" or child.tag_ == "DT":
            return {"a": "a", "an": "a", "the": "the", "another": "another"}.get(low, "this")  # type: ignore[return-value]
        if low == "same":
            return "the"
    left = token.doc[token.i - 1].text.lower() if token.i else ""
    return {"a": "a", "an": "a", "the": "the"}.get(left, "bare")  # type: ignore[return-value]


def _owner(token: Token) -> Token | None:
    return next((child for child in token.lefts if child.dep_ == "poss"), None)


MOST_COUNTED = 1000


def _number(token: Token) -> tuple[int | None, bool]:
    """(how many, whether that is vague) before a noun; (None, False) when the text does not count."""
    parts = [c for c in token.lefts if c.dep_ in ("nummod", "amod", "det", "predet", "quantmod") or c.tag_ == "CD"]
    words = [t.text.lower() for c in parts if _is_number(c) for t in c.subtree]
    counted = counted_by(words)
    if counted is not None:
        return counted
    of = next((c for c in token.children if c.dep_ == "prep" and c.text.lower() == "of"), None)
    if of is not None and sort_of(singular(token)) == "group":
        told = counted_by([c.text.lower() for c in of.children if c.tag_ == "CD"])
        if told is not None:
            return told
    return _of_number(token)


def counted_by(words: Sequence[str]) -> tuple[int, bool] | None:
    """(how many, whether that is vague) that number words say: "half a dozen", "two hundred", "twenty-five"."""
    total, vague, found = 0, False, False
    for word in words:
        if word.replace(",", "").isdigit():
            value = int(word.replace(",", ""))
        elif word in _SCALES and (found or word in words):
            half = "half" in words[: words.index(word)]
            total = (total or 1) * _SCALES[word] // (2 if half else 1)
            vague, found = vague or word.endswith("s"), True
            continue
        elif word in beings.NUMBERS and word not in ("a", "an"):
            value, vague = beings.NUMBERS[word], vague or word in beings.VAGUE_NUMBERS
        else:
            continue
        total, found = total + value if found and value < total else value, True
    return (min(total, MOST_COUNTED), vague) if found and total else None


def _is_number(token: Token) -> bool:
    low = token.text.lower()
    return token.tag_ == "CD" or low in beings.NUMBERS or low in _SCALES


_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "dozens": 12, "hundreds": 100, "thousands": 1000}


def _of_number(token: Token) -> tuple[int | None, bool]:
    """The number in "a group of friends", "a pair of birds", "two of the men"."""
    if token.dep_ != "pobj" or token.head.text.lower() != "of":
        return None, False
    group = token.head.head
    low = group.lemma_.lower()
    if low in _SCALES:
        told = counted_by([t.text.lower() for t in group.subtree if t.i <= group.i])
        return (told[0], True) if told else (_SCALES[low], True)
    if low in beings.GROUPS:
        for child in group.lefts:
            if child.text.lower() in ("two", "three", "2", "3") and low in ("pair", "couple"):
                return beings.NUMBERS.get(child.text.lower(), 2) * 2, False
        return beings.GROUPS[low], low not in ("pair", "couple", "trio", "duo", "dozen")
    if low in beings.NUMBERS and group.i < token.i and is_plural(token):
        return beings.NUMBERS[low], low in beings.VAGUE_NUMBERS
    return None, False


def _adjectives(token: Token, first: int) -> tuple[str, ...]:
    """Attributive adjectives in order, hyphens kept, coordinated ones included."""
    found: list[str] = []
    for child in token.lefts:
        if child.i >= first:
            continue
        if child.dep_ in ("amod", "compound", "nmod") and child.tag_ not in ("CD",):
            found.extend(_with_conjuncts(child))
    return tuple(word for word in dict.fromkeys(found) if word not in IGNORED_ADJECTIVES)


def _with_conjuncts(token: Token) -> list[str]:
    out = [hyphenated(token)]
    for child in token.children:
        if child.dep_ in ("conj", "amod") and child.pos_ in ("ADJ", "NOUN", "VERB"):
            out.extend(_with_conjuncts(child))
    return out


def hyphenated(token: Token) -> str:
    """An adjective with what is tied to it: "forest-green", "light blue"."""
    doc, start = token.doc, token.i
    while start >= 2 and doc[start - 1].text == "-":
        start -= 2
    text = doc[start : token.i + 1].text.lower().replace(" - ", "-")
    if (
        start == token.i
        and start > 0
        and token.text.lower() in COLOURS
        and doc[start - 1].text.lower() in ("dark", "light", "pale", "bright", "deep")
    ):
        text = f"{doc[start - 1].text.lower()} {text}"
    return str(text)


_TITLES = wordset(
    "mr mrs ms miss dr sir lady lord king queen prince princess captain detective inspector professor uncle "
    "aunt auntie grandma grandpa "
                        "mother father brother sister old doctor nurse officer "
                        "sergeant witness chef master madam farmer count "
                        "baron saint st granny little general major")  # fmt: skip


def is_name(token: Token, names: frozenset[str]) -> bool:
    """Whether the token is (the end of) a proper name of somebody."""
    text = token.text
    if not text[:1].isupper() or not any(c.isalpha() for c in text):
        return False
    low = text.lower()
    if (
        low in _NO_NAME
        or _label(token)
        or (text.isupper() and len(text) <= 3)
        or in_quote(token)
        or (low in things.NEVER and low not in _first_names())
    ):
        return False
    doing = token.dep_ == "nsubj" and token.head.pos_ == "VERB" and token.i + 1 == token.head.i
    if low in NATIONS or (
        not (doing and token.ent_type_ in ("GPE", "LOC", "NORP"))
        and token.ent_type_ in ("GPE", "LOC", "NORP", "DATE", "TIME", "LANGUAGE", "FAC")
        and low not in _first_names()
    ):
        return False
    initial = token.i == 0 or token.doc[token.i - 1].text in '":.!?—–-'
    known = listed(singular(token)) or listed(low)
    has_article = any(child.dep_ == "det" for child in token.lefts)
    if has_article and (known or not _titled(token)):
        return False
    if initial:
        following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
        acts = (
            following is not None
            and (following.pos_ in ("VERB", "AUX") or following.text.lower() in ("'s", "’s", "and", "the", ","))
            and token.dep_ in ("nsubj", "nsubjpass", "poss", "ROOT")
        )
        return (low in names or (low in _first_names() and not known)) or (token.pos_ == "PROPN" and not known and acts)
    if known and text.isupper() and len(text) > 1:
        return False
    return (token.pos_ == "PROPN" or low in names) and (not known or low in names)


HOLIDAYS = wordset(
    "halloween christmas easter monday tuesday wednesday thursday friday saturday sunday january february march april "
    "may june july august september october november december"
)
_WAYS = wordset("lane street road avenue alley hill bridge river lake island forest castle mountain valley creek bay")
"""Last words of the names of places: "Willow Lane"."""


def _label(token: Token) -> bool:
    """Whether the word is written on something: "a room labelled 'Copy Room'"."""
    doc, start = token.doc, token.i
    while start > 0 and doc[start - 1].text[:1].isupper():
        start -= 1
    closed = token.i + 1 < len(doc) and any(t.text in "'’" for t in doc[token.i + 1 : token.i + 3])
    opened = start > 0 and doc[start - 1].text in ("'", "‘", "`")
    named = start > 1 and doc[start - 2].lemma_.lower() in ("call", "name", "nickname")
    return opened and closed and not named


_NO_NAME = wordset(
    "he she it they we you i his her their the this that there then now here who what when where why how yes "
    "no not oh ah and but so if neon"
)


def _titled(token: Token) -> bool:
    """As in "The Prince Prospero" is a name, "the Hudson" is none."""
    return any(
        c.dep_ in ("compound", "nmod") and (c.text.lower() in _TITLES or sort_of(c.text.lower()) in ACTING)
        for c in token.lefts
    )


@lru_cache(maxsize=1)
def _first_names() -> frozenset[str]:
    return words("female_names") | words("male_names")


def _named(token: Token, used: set[int]) -> Phrase:
    """The phrase of a proper name, with its title and first names."""
    doc, first = token.doc, token.i
    while (
        first > 0
        and doc[first - 1].text.lower() not in _NO_NAME | HOLIDAYS
        and doc[first - 1].text[:1].isupper()
        and doc[first - 1].dep_ in ("compound", "nmod", "amod")
        and doc[first - 1].is_alpha | (doc[first - 1].text.endswith("."))
    ):
        first -= 1
    used.update(range(first, token.i))
    parts = [t.text for t in doc[first : token.i + 1]]
    title: str | None = None
    while len(parts) > 1 and _is_title(parts[0].lower().rstrip(".")):
        title = parts.pop(0).lower().rstrip(".")
    if len(parts) > 1 and parts[-1].lower() in _WAYS:
        noun = parts[-1].lower()
        return Phrase(token=token, noun=noun, sort="place", article="the", adjectives=(parts[0].lower(),), owner=None)
    name = " ".join(parts)
    before = token.i - len(parts)
    if (
        title is None
        and before >= 0
        and doc[before].dep_ == "compound"
        and sort_of(doc[before].lemma_.lower()) == "person"
    ):
        title = doc[before].lemma_.lower()
    return Phrase(
        token=token, noun="", sort=_name_sort(parts), article="name", plural=False, name=name, title=title,
        adjectives=tuple(t.text.lower() for t in token.lefts if t.dep_ == "amod" and t.i < first), owner=None,
    )  # fmt: skip


def _is_title(word: str) -> bool:
    """Whether a capitalised word before a name is a title or an office: "Commander Okafor"."""
    return word in _TITLES or (word not in _first_names() and word in beings.PEOPLE | words("exclusively_person_words"))


def _name_sort(parts: list[str]) -> Sort:
    """What a name tells of its bearer: "Peppa Pig" is an animal."""
    last = parts[-1].lower()
    return sort_of(last) if listed(last) and sort_of(last) in ("animal", "fabled") else "person"
