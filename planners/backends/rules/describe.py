"""Owns reading of looks from words: "an old woman, grey bun, blue coat" to Attributes, and updates from phrases.

Does not know: parses of sentences, which entity is described.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from planners.backends.rules import beings, looks, things
from planners.plan import Attributes, Garment

_PIECES = re.compile(
    r"[,;:]|\bwith\b|\bwearing\b|\bover\b|\bunder\b|\bdressed in\b|\bclad in\b|\bin (?=an?\b)|\band (?=(?:an?|"
    r"his|her|the)\b)|\.(?=\s|$)"
)
_YEARS = re.compile(
    r"\b(\d{1,3})[ -]?(?:years?[ -]old|yo\b|y/o|year-old)|^\s*(?:aged?\s+)?(\d{1,2})\s*$|\baged (\d{1,2})\b"
)
_DECADE = re.compile(r"\b(?:in (?:his|her|their)\s+)?(?:early |mid-?|late )?(\d0)s\b")
_WORD = re.compile(r"[a-z]+(?:['’-][a-z]+)*|\d+")


@dataclass
class Looks:
    """Attributes while they are being gathered. The first word on anything wins unless it is changed on purpose."""

    noun: str = ""
    species: str | None = None
    values: dict[str, str] = field(default_factory=dict)
    """age, gender, role, build, skin, hair, hair_color, beard, eyes, pattern, material, size."""
    colors: list[str] = field(default_factory=list)
    clothes: dict[str, Garment] = field(default_factory=dict)
    extra: list[str] = field(default_factory=list)

    def keep(self, key: str, value: str | None) -> None:
        """Set a value that is not set yet."""
        if value:
            self.values.setdefault(key, value)

    def colour(self, colour: str) -> None:
        """Add a colour of the whole."""
        if colour not in self.colors:
            self.colors.append(colour)

    def wear(self, kind: str, colour: str | None, pattern: str | None = None) -> None:
        """Add a piece of clothing, or its colour when the piece is known."""
        known = self.clothes.get(kind)
        if known is None:
            self.clothes[kind] = Garment(kind=kind, color=colour, pattern=pattern)
        elif known.color is None or known.pattern is None:
            self.clothes[kind] = Garment(kind=kind, color=known.color or colour, pattern=known.pattern or pattern)

    def frozen(self) -> Attributes:
        """The attributes as gathered so far."""
        return Attributes(
            noun=self.noun, species=self.species, colors=tuple(self.colors), clothes=tuple(self.clothes.values()),
            extra=tuple(self.extra), **self.values,
        )  # fmt: skip

    def copy(self) -> Looks:
        """An independent copy, for a new stage."""
        return Looks(
            self.noun, self.species, dict(self.values), list(self.colors), dict(self.clothes), list(self.extra)
        )


def describe(text: str, into: Looks, *, person: bool = True) -> Looks:
    """Read a description in words into `into`.

    Args:
        text: "adult woman, 34, neat black bob, wearing a charcoal blazer over a light blue shirt".
        into: where what is found is kept.
        person: whether the described one is a person (hair and skin are theirs) rather than a thing or an animal.
    """
    low = text.lower().replace("’", "'")
    _ages(low, into)
    for piece in _PIECES.split(low):
        for part in _parts(piece):
            _piece(part, into, person=person)
    return into


def _parts(piece: str) -> list[str]:
    """A piece cut at "and" where both sides tell of a thing of their own: "red hair and striped pyjamas"."""
    left, joined, right = piece.partition(" and ")
    if joined and _tells(left) and _tells(right):
        return [left, *_parts(right)]
    return [piece]


def _tells(piece: str) -> bool:
    tokens = _WORD.findall(piece)
    body = {*looks.HAIRY, *looks.BEARDS, "skin", "eyes", "eye"}
    return bool(body & set(tokens)) or any(garment_kind(tokens, k) for k in range(len(tokens)))


def _ages(text: str, into: Looks) -> None:
    match = _YEARS.search(text) or next((m for piece in text.split(",") if (m := _YEARS.search(piece.strip()))), None)
    years = int(next(g for g in match.groups() if g)) if match else None
    decade = _DECADE.search(text) if years is None else None
    if decade:
        years = int(decade.group(1)) + 5
    if years is not None:
        into.keep("age", next((age for bound, age in looks.AGE_BY_YEARS if years < bound), "elder"))


def _piece(piece: str, into: Looks, *, person: bool) -> None:
    tokens = _WORD.findall(piece)
    if not tokens or "no" in tokens[:1]:
        return
    for k in range(len(tokens)):
        kind = garment_kind(tokens, k)
        if kind:
            worn(tokens[max(0, k - 6) : k], kind, into)
            return
    if _body(tokens, into, person=person):
        return
    _plain(tokens, into, person=person)


def garment_kind(tokens: list[str], k: int) -> str | None:
    """The kind of clothing that the k-th word names, with the word before it if they belong together."""
    two = f"{tokens[k - 1]} {tokens[k]}" if k else ""
    if k + 1 < len(tokens) and (f"{tokens[k]} {tokens[k + 1]}" in things.GARMENTS or tokens[k + 1] in things.GARMENTS):
        return None
    for word in (two, tokens[k], tokens[k].removesuffix("s"), tokens[k].rsplit("-", 1)[-1]):
        if word in things.GARMENTS and not (word == "short" or (word == "bow" and "tie" in tokens)):
            return things.GARMENTS[word]
    return None


def worn(before: list[str], kind: str, into: Looks) -> None:
    """Put on a piece of clothing with the colour and pattern among the words before it."""
    pattern = next((w for w in before if w in looks.PATTERNS), None)
    into.wear(kind, colour_of(before), pattern)


def colour_of(tokens: list[str]) -> str | None:
    """The colour that these words name, with its shade: "light blue", "forest-green"."""
    for k in range(len(tokens) - 1, -1, -1):
        word = tokens[k]
        if word in looks.COLOURS or word.rsplit("-", 1)[-1] in looks.COLOURS:
            if k and tokens[k - 1] in looks.SHADES and "-" not in word:
                return f"{tokens[k - 1]} {word}"
            return word
    return None


def _body(tokens: list[str], into: Looks, *, person: bool) -> bool:
    """Hair, beard, skin, eyes, glasses in one piece of a description."""
    heads = set(tokens)
    if heads & looks.BEARDS:
        head = next(t for t in tokens if t in looks.BEARDS)
        words = [
            w for w in (colour_of(tokens), *(t for t in tokens if t in ("long", "short", "trimmed", "bushy"))) if w
        ]
        into.keep("beard", " ".join((*words, head)))
        return True
    if "bald" in heads or "clean-shaven" in heads:
        if "bald" in heads:
            into.keep("hair", "bald")
        return True
    if heads & looks.HAIRY or any(t.endswith("-haired") for t in tokens):
        tokens = [t.removesuffix("-haired") for t in tokens]
        if person:
            _hair(tokens, into)
        return True
    if heads & {"skin", "skinned", "complexion"} or any(t.endswith("-skinned") for t in tokens):
        words = [t.removesuffix("-skinned") for t in tokens]
        tone = next((looks.SKINS[t] for t in words if t in looks.SKINS and t not in ("light", "warm", "medium")), None)
        into.keep("skin", tone or next((looks.SKINS[t] for t in words if t in looks.SKINS), None))
        return True
    if heads & {"eyes", "eye", "eyed"} or any(t.endswith("-eyed") for t in tokens):
        into.keep("eyes", colour_of([t.removesuffix("-eyed") for t in tokens]))
        return True
    return bool(heads & things.BODY)


_HAIR_ORDER = ("bun", "ponytail", "braid", "pigtails", "bob", "afro", "curly", "wavy", "messy")
"""What of a hair style shows most comes first."""


def _hair(tokens: list[str], into: Looks) -> None:
    styles = [looks.HAIR_STYLES[t] for t in tokens if t in looks.HAIR_STYLES]
    ranked = sorted(
        styles,
        key=lambda s: ([*_HAIR_ORDER, *styles]).index(s),
    )
    if ranked:
        into.keep("hair", ranked[0])
    into.keep(
        "hair_color", colour_of(tokens) or ("dark" if "dark" in tokens else "blonde" if "fair" in tokens else None)
    )


def _plain(tokens: list[str], into: Looks, *, person: bool) -> None:
    """Age, gender, build, role, colours, sizes from the rest."""
    joined = " ".join(tokens)
    for people, skin in looks.PEOPLES.items():
        if (
            person
            and re.search(rf"\b{people}\b", joined)
            and (" " in people or people not in ("black", "white", "indian"))
        ):
            into.keep("skin", skin)
    for token in tokens:
        _word(token, into, person=person)


def _word(token: str, into: Looks, *, person: bool) -> None:
    if person:
        _gendered(token, into)
        if token in looks.BUILDS:
            into.keep("build", looks.BUILDS[token])
        if token in looks.AGES:
            into.keep("age", looks.AGES[token])
        if token in beings.CORE_ROLES and token not in beings.FABLED:
            into.keep("role", token)
        return
    if token in looks.SIZES:
        into.keep("size", looks.SIZES[token])
    if token in looks.MATERIALS and token not in looks.COLOURS:
        into.keep("material", token)
    if token in looks.PATTERNS:
        into.keep("pattern", token)
    if token in looks.COLOURS or token.rsplit("-", 1)[-1] in looks.COLOURS:
        into.colour(token)


def _gendered(token: str, into: Looks) -> None:
    word = token if token in beings.FEMALE | beings.MALE else token.removesuffix("s")
    if word in beings.FEMALE:
        into.keep("gender", "female")
    elif word in beings.MALE:
        into.keep("gender", "male")
    for table, age in (
        (beings.BABIES, "baby"),
        (beings.YOUNG, "child"),
        (beings.TEENS, "teen"),
        (beings.ELDERS, "elder"),
    ):
        if word in table and word not in ("daughter", "son"):
            into.keep("age", age)


def adjective(word: str, into: Looks, *, person: bool) -> None:
    """Take in one attributive or predicative adjective."""
    tail = word.rsplit("-", 1)[-1].rsplit(" ", 1)[-1]
    if person and word == "bald":
        into.keep("hair", "bald")
    elif word.endswith(("-haired", "-skinned", "-eyed")):
        _body([word], into, person=person)
    elif tail in looks.COLOURS and not (person and word in ("black", "white", "golden")):
        into.colour(word)
    elif person and (word in looks.AGES or word in looks.BUILDS):
        _aged(word, into)
    elif _YEARS.search(word):
        _ages(word, into)
    else:
        _listed(word, into)


def _aged(word: str, into: Looks) -> None:
    grown = into.noun not in beings.YOUNG and into.noun not in ("person", "child", "")
    if word == "young" and grown:
        into.keep("age", "adult")
    elif word == "little" and grown:
        into.keep("size", "small")
    else:
        _word(word, into, person=True)


def _listed(word: str, into: Looks) -> None:
    """An adjective of size, pattern, material or age; any other is kept as it is."""
    if word in looks.SIZES:
        into.keep("size", looks.SIZES[word])
    elif word in looks.PATTERNS:
        into.keep("pattern", word)
    elif word in looks.MATERIALS:
        into.keep("material", word)
    elif word in looks.AGES:
        into.keep("age", looks.AGES[word])
    elif word not in looks.IGNORED_ADJECTIVES and word not in into.extra and len(into.extra) < 6:
        into.extra.append(word)
