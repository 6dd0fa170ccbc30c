"""Owns mending of parses: captions whose verb the tagger took for a noun ("A red ball rolls past") are parsed again.

Does not know: entities.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planners.backends.rules import verbs
from planners.backends.rules.nouns import singular, sort_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

_IRREGULAR = {
    "fly": "flew", "run": "ran", "swim": "swam", "ride": "rode", "drive": "drove", "sit": "sat", "stand": "stood", "lie": "lay", "fall": "fell", "eat": "ate",
    "go": "went", "come": "came", "rise": "rose", "sing": "sang", "spin": "spun", "swing": "swung", "throw": "threw", "catch": "caught", "hold": "held", "sleep": "slept",
    "creep": "crept", "leap": "leapt", "slide": "slid", "dig": "dug", "drink": "drank", "write": "wrote", "read": "read", "blow": "blew", "give": "gave", "fight": "fought", "hide": "hid",
    "weave": "wove", "stick": "stuck", "shoot": "shot", "speed": "sped", "flee": "fled", "break": "broke", "ring": "rang", "hit": "hit", "cut": "cut", "set": "set", "sweep": "swept",
}  # fmt: skip


def mended(doc: Doc, nlp: Language) -> Doc:
    """The parse, or a better one of the same words with an unmistakable verb form."""
    spot = _hidden_verb(doc)
    if spot is None:
        return doc
    words = [token.text_with_ws for token in doc]
    space = doc[spot].whitespace_
    words[spot] = past(_stem(doc[spot])) + space
    again = nlp("".join(words))
    for token in again:
        if token.text.lower() == past(_stem(doc[spot])) and token.pos_ == "VERB":
            return again
    return doc


def _hidden_verb(doc: Doc) -> int | None:
    """Index of a token that must be the verb of a sentence that the parser sees none in."""
    roots = [token for token in doc if token.dep_ == "ROOT"]
    if not roots or any(root.pos_ in ("VERB", "AUX") and _has_subject(root) for root in roots):
        return None
    if any(t.pos_ in ("VERB", "AUX") and _has_subject(t) and t.dep_ in ("ROOT", "conj", "ccomp") for t in doc):
        return None
    for token in doc[1:]:
        if token.pos_ in ("NOUN", "PROPN", "ADJ", "VERB") and _stem(token) and _after_actor(token) and token.tag_ not in ("VBG", "VBN"):
            return int(token.i)
    return None


def _has_subject(token: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for c in token.children)


def _stem(token: Token) -> str:
    text = token.text.lower()
    for ending, back in (("ies", "y"), ("es", ""), ("s", "")):
        if text.endswith(ending) and text[: -len(ending)] + back in verbs.ACTIONS:
            return text[: -len(ending)] + back
    return text if text in verbs.ACTIONS and token.tag_ in ("VBP", "VB", "NN") and token.i and token.doc[token.i - 1].tag_ == "NNS" else ""


def _after_actor(token: Token) -> bool:
    before = token.doc[token.i - 1]
    if before.pos_ == "ADV" and token.i > 1:
        before = token.doc[token.i - 2]
    return before.pos_ in ("NOUN", "PROPN", "ADJ") and sort_of(singular(before)) in ("animal", "person", "thing", "fabled", "group", "unknown", "never")


def past(stem: str) -> str:
    """The past tense of a verb."""
    if stem in _IRREGULAR:
        return _IRREGULAR[stem]
    if stem.endswith("e"):
        return f"{stem}d"
    if stem.endswith("y") and stem[-2:-1] not in "aeiou":
        return f"{stem[:-1]}ied"
    short = len(stem) <= 4 and stem[-1] in "bdgmnprt" and stem[-2] in "aeiou" and stem[-3:-2] not in "aeiou"
    return f"{stem}{stem[-1]}ed" if short else f"{stem}ed"
