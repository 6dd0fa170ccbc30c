"""Owns written-out portraits: "Character A: a woman, 32, ...", "Mira Chen (adult woman, 34, black bob) sits".

They are read as descriptions and taken out of the sentence before it is parsed.
Does not know: what happens in the sentence.
"""

from __future__ import annotations

import re

from planners.backends.rules import beings, verbs
from planners.backends.rules.being import Being, noun_looks, slug
from planners.backends.rules.cast import Cast
from planners.backends.rules.describe import Looks, describe
from planners.backends.rules.model import words
from planners.backends.rules.sorts import listed, sort_of

_LETTERED = re.compile(
    r"\b(Character|Person|Player|Speaker|Actor|Subject|Friend|Man|Woman|Robot|Sibling|Guest|Customer)\s+([A-H1-9])\b"
)
_STAND_INS = ("Alvin", "Boris", "Cedric", "Dexter", "Edgar", "Felix", "Gordon", "Harvey")
_COLON = re.compile(r"^\s*((?:[A-Z][\w'’-]*)(?:\s+[A-Z][\w'’-]*){0,3}):\s+(an?\s.+|[^\"]*\b\d{1,2}[ -]year.*)$", re.S)
_JOINED = re.compile(r"\b([A-Z][a-z]+)-([A-Z][a-z]+)\b")
_BRACKET = re.compile(r"((?:[A-Z][\w’'-]+\s+){0,3}[A-Z][\w’'-]+|[\w-]+)\s*\(([^()]{3,400})\)")
_PERSONAL = re.compile(
    r"\b(?:man|woman|boy|girl|hair|haired|skin|wearing|jacket|shirt|coat|dress|hat|glasses|years?|aged|"
    r"sweater|cardigan|apron|beard|scarf|\d{1,2}s?)\b|^\s*\d{1,2}\s*(?:,|$)",
    re.I,
)


_BARE = re.compile(r"^([A-Z][a-z]+)((?: [a-z]+)?) ([a-z]+s)\b(?! [a-z]+s\b)")


def _with_article(match: re.Match[str]) -> str:
    """As in "Squirrel scurries" as "A squirrel scurries", which the parser cannot mistake."""
    first, second, verb = match.groups()
    noun = f"{first.lower()}{second}"
    stems = {verb[:-1], verb[:-2], verb[:-3] + "y"}
    named = first.lower() in words("male_names") | words("female_names")
    actor = sort_of(noun) in ("person", "animal", "fabled") and listed(noun) and not named
    return f"A {noun} {verb}" if actor and stems & set(verbs.ACTIONS) else match.group()


class Profiles:
    """Portraits of one story, found before parsing."""

    def __init__(self, cast: Cast, plain: str) -> None:
        """Look through the whole text for lettered characters ("Character A")."""
        self.cast = cast
        self.aliases: dict[str, tuple[str, str]] = {}
        for match in _LETTERED.finditer(plain):
            letter = match.group(2)
            if letter not in self.aliases and len(self.aliases) < len(_STAND_INS):
                self.aliases[letter] = (f"{match.group(1)} {letter}", _STAND_INS[len(self.aliases)])
        for full, stand_in in self.aliases.values():
            self._enter(full, stand_in)
        self.found: dict[str, list[tuple[str, str]]] = {}

    def _enter(self, full: str, stand_in: str) -> None:
        being = Being(self.cast.fresh_id(full), "character", "person", Looks(noun="person"), full, proper=True)
        pinned = self.cast.beings.get(slug(full))
        if pinned is not None:
            pinned.names.add(stand_in.lower())
            return
        being.names = {stand_in.lower()}
        head = full.split()[0].lower()
        if head not in ("character", "subject", "speaker", "actor", "player", "person"):
            noun_looks(head, being)
            being.heads.add(head)
        self.cast.beings[being.id] = being

    def prepare(self, clean: str) -> str:
        """The sentence for the parser: stand-in names for letters, portraits taken out."""
        text = _JOINED.sub(self._join, clean)
        if self.aliases:
            text = self._spelled_out(text)
        text = _BARE.sub(_with_article, text)
        portraits: list[tuple[str, str]] = []
        colon = _COLON.match(text)
        if colon and (_PERSONAL.search(colon.group(2)) or colon.group(1).split()[0] in _STAND_INS):
            portraits.append((colon.group(1), colon.group(2)))
            text = f"{colon.group(1)} stood."
        text = _BRACKET.sub(lambda m: self._bracket(m, portraits), text)
        text = re.sub(r"\s*\([^()]*\)", "", text)
        if portraits:
            self.found[clean] = portraits
        return re.sub(r"\s+", " ", text).strip() or clean

    def _spelled_out(self, text: str) -> str:
        """Stand-in names for "Character A" and for the bare letters that go on meaning them."""
        text = _LETTERED.sub(lambda m: self.aliases[m.group(2)][1] if m.group(2) in self.aliases else m.group(), text)
        for letter, (_, stand_in) in self.aliases.items():
            start = r"(?<![.!?] )(?<!^)" if letter == "A" else ""
            verb = r"[a-z]+s" if letter == "A" else r"(?:[a-z]+s|and|to|as|for|toward|beside|while|who|at)"
            text = re.sub(rf"{start}\b{letter}(?=['’]s\b|\s+{verb}\b|[,.;])", stand_in, text)
        return text

    def _join(self, match: re.Match[str]) -> str:
        joined = match.group(1) + match.group(2).lower()
        self.cast.spelled[joined] = match.group()
        return joined

    def _bracket(self, match: re.Match[str], portraits: list[tuple[str, str]]) -> str:
        if _PERSONAL.search(match.group(2)):
            portraits.append((match.group(1), match.group(2)))
        return match.group(1)

    def settle(self, clean: str, sentence: int) -> None:
        """Give the portraits of a sentence to their owners, who are made when they are new."""
        for who, said in self.found.get(clean, ()):
            being = self._owner(who)
            if being is not None:
                portrait(said, being)

    def _owner(self, who: str) -> Being | None:
        parts = [p.lower() for p in re.split(r"\s+", who)]
        for being in reversed(list(self.cast.beings.values())):
            if being.kind != "place" and (being.names & set(parts) or parts[-1] in being.heads):
                return being
        if not who[:1].isupper():
            return None
        titles = [p for p in parts[:-1] if p in beings.PEOPLE]
        name = " ".join(w for w in who.split() if w.lower() not in titles)
        being = Being(self.cast.fresh_id(name), "character", "person", Looks(noun="person"), name, proper=True)
        being.names = {p for p in parts if p not in titles}
        for title in titles:
            self.cast._called(being, title)
        self.cast.beings[being.id] = being
        return being


def portrait(words: str, being: Being) -> None:
    """Read a whole description of a character into its looks, its noun included."""
    low = words.lower()
    for token in re.findall(r"[a-z]+(?:-[a-z]+)*", low):
        for table, sort in ((beings.PEOPLE, "person"), (beings.ANIMALS, "animal"), (beings.FABLED, "fabled")):
            if (
                token in table
                and being.looks.noun in ("person", "", "character")
                and token not in ("adult", "character", "person", "kid", "model")
            ):
                being.looks.noun = token
                being.sort = sort  # type: ignore[assignment]
                being.heads.add(token)
                noun_looks(token, being)
    being.heads |= {word for word in re.findall(r"[a-z]+", low) if word in beings.CORE_ROLES}
    describe(words, being.now, person=being.sort not in ("animal", "thing"))
    if being.now.values.get("gender"):
        being.gender = being.gender or being.now.values["gender"]
    being.description = being.description or words.strip()
