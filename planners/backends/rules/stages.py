"""Owns changes of look: years that pass, clothes that are put on or off. Each makes a new stage of the same being.

Does not know: how looks are read from words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planners.backends.rules import things
from planners.backends.rules.adjuncts import prepositions
from planners.backends.rules.being import Being
from planners.backends.rules.cast import Cast
from planners.backends.rules.clauses import happens, lemma, main_verbs, objects, particle, subject
from planners.backends.rules.describe import Looks, colour_of
from planners.backends.rules.grounded import Ground
from planners.plan import Garment

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LATER = re.compile(
    r"\b(?:(?:many|several|some|\w+ty|ten|fifteen|\w+teen|\d+)? ?years (?:later|passed|went by|had passed|"
    r"after)|decades later|when (?:he|she|they) (?:was|were|had grown) (?:old|up|grown)|(?:grew|grown|"
    r"growing) (?:old|up)|now (?:old|grown))\b",
    re.I,
)
_OLD = re.compile(r"\b(?:old|elderly|aged|grey-haired|gray-haired|white-haired|grandfather|grandmother)\b", re.I)
_GROWN = re.compile(r"\b(?:young (?:man|woman)|grown|adult|grew up|grown up)\b", re.I)


class Stages:
    """Watches for changes of age and clothes."""

    def __init__(self, cast: Cast) -> None:
        """Nobody has changed yet."""
        self.cast = cast
        self.later = False

    def before(self, doc: Doc, text: str) -> None:
        """Note that years pass, before the nouns of the sentence are read."""
        if not _LATER.search(text):
            return
        age = "elder" if _OLD.search(text) else "adult" if _GROWN.search(text) else None
        for being in self.cast.acting():
            if being.mentions and being.sort == "person" and being.count == 1 and self._named(being, text):
                self._age(being, age)

    def _named(self, being: Being, text: str) -> bool:
        low = text.lower()
        named = any(re.search(rf"\b{re.escape(name)}\b", low) for name in being.names | being.heads)
        pronoun = {"female": r"\bshe\b", "male": r"\bhe\b"}.get(being.gender or "", r"\b(?:s?he)\b")
        return named or (bool(re.search(pronoun, low)) and being.last == max(b.last for b in self.cast.acting()))

    def _age(self, being: Being, age: str | None) -> None:
        old = being.now.values.get("age")
        new = age or {"child": "adult", "baby": "child", "teen": "adult", None: None}.get(old, "elder")
        if new is None or new == old:
            return
        own = self._stage(being, f"{new}")
        own.values["age"] = new
        if new == "elder":
            own.values["hair_color"] = "gray"

    def _stage(self, being: Being, name: str) -> Looks:
        key, k = f"{being.id}_{name}", 2
        while key in being.stages:
            key, k = f"{being.id}_{name}_{k}", k + 1
        being.stages[key] = being.now.copy()
        being.stage = key
        return being.stages[key]

    def after(self, doc: Doc, ground: Ground, sentence: int) -> None:
        """Take clothes on and off as the sentence tells."""
        for verb in main_verbs(doc):
            if not happens(verb):
                continue
            on = (lemma(verb), particle(verb)) in (
                ("put", "on"),
                ("pull", "on"),
                ("slip", "on"),
                ("try", "on"),
            ) or lemma(verb) == "don"
            off = (lemma(verb), particle(verb)) in (("take", "off"), ("pull", "off")) or lemma(verb) in (
                "remove",
                "doff",
            )
            into = lemma(verb) in ("change", "dress") and not off
            if on or off or into:
                self._dress(verb, ground, on=on or into, change=into)

    def _dress(self, verb: Token, ground: Ground, *, on: bool, change: bool) -> None:
        who = [i for t in subject(verb) for i in ground.who(t) if self.cast.beings[i].kind == "character"]
        pieces = objects(verb) + [t for prep, t in prepositions(verb) if prep in ("into", "on", "in", "off")]
        garments = [(t, things.GARMENTS[noun]) for t in pieces if (noun := self._garment(t))]
        if not garments:
            return
        for key in who:
            being = self.cast.beings[key]
            if not on and not any(kind in being.now.clothes for _, kind in garments):
                continue
            own = self._stage(being, f"{'in' if on else 'without'}_{garments[0][1]}")
            if change:
                own.clothes.clear()
            for token, kind in garments:
                own.clothes.pop(kind, None)
                if on:
                    own.clothes[kind] = Garment(kind=kind, color=_colour(token))

    def _garment(self, token: Token) -> str | None:
        for noun in (token.text.lower(), token.lemma_.lower()):
            if noun in things.GARMENTS:
                return str(noun)
        return None


def _colour(token: Token) -> str | None:
    return colour_of([t.text.lower() for t in token.lefts])
