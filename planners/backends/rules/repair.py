"""Owns mending of parses: captions whose verb the tagger took for a noun ("A red ball rolls past") are parsed again.

Does not know: entities.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planners.backends.rules import model, verbs
from planners.backends.rules.nouns import HOLIDAYS
from planners.backends.rules.sorts import ACTING, listed, singular, sort_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language
    from spacy.tokens import Doc, Token

_IRREGULAR = {
    "fly": "flew", "run": "ran", "swim": "swam", "ride": "rode", "drive": "drove", "sit": "sat", "stand": "stood",
    "lie": "lay", "fall": "fell", "eat": "ate",
    "go": "went", "come": "came", "rise": "rose", "sing": "sang", "spin": "spun", "swing": "swung",
    "throw": "threw", "catch": "caught", "hold": "held", "sleep": "slept",
    "creep": "crept", "leap": "leapt", "slide": "slid", "dig": "dug", "drink": "drank", "write": "wrote",
    "read": "read", "blow": "blew", "give": "gave", "fight": "fought", "hide": "hid",
    "weave": "wove", "stick": "stuck", "shoot": "shot", "speed": "sped", "flee": "fled", "break": "broke",
    "ring": "rang", "hit": "hit", "cut": "cut", "set": "set", "sweep": "swept",
}  # fmt: skip
_NOISES = frozenset(
    ("ring", "tick", "chime", "beep", "creak", "explode", "rattle", "toll", "blare", "crackle", "clang", "thud")
)
"""What things are heard to do; none of these verbs is an action of its own."""
_THINGS = ("person", "animal", "thing", "garment", "body")
_PLURALS = frozenset(("geese", "mice", "oxen", "wolves", "sheep", "deer", "fish", "men", "women", "children", "calves"))
_PASTS = {form: stem for stem, form in _IRREGULAR.items()}
_WHEN = frozenset(("morning", "evening", "night", "afternoon", "day", "noon", "winter", "summer", "spring", "autumn"))
_FINITE = frozenset(("VBZ", "VBP", "VBD", "MD"))
_SUBJECTS = frozenset(("she", "he", "they", "we", "i"))
"""After these a form of a known verb is a verb: "She waves."."""


def mended(doc: Doc, nlp: Language) -> Doc:
    """The parse, or a better one of the same words with an unmistakable verb form."""
    once = _reparsed(doc, nlp)
    return _nouns(once if once is doc else _reparsed(once, nlp))


def _reparsed(doc: Doc, nlp: Language) -> Doc:
    words = [token.text_with_ws for token in doc]
    changed = _commas(doc, words)
    active = _participles(doc, words)
    spots = [] if active else _spots(doc)
    changed = changed or active
    if not spots and not changed:
        return doc
    tries = [nlp("".join(_rewritten(doc, words, spots, form))) for form in ((past, _ongoing) if spots else (past,))]
    best = max(tries, key=_told)
    verbs_before = sum(t.pos_ in ("VERB", "AUX") for t in doc)
    return best if sum(t.pos_ in ("VERB", "AUX") for t in best) >= verbs_before else doc


def _spots(doc: Doc) -> list[int]:
    """Indices of verbs that the tagger took for something else."""
    spots = [_hidden_verb(doc)] if not _finite(doc) else []
    spots += [token.i for token in doc if _second_verb(token) or _swallowed(token)]
    return list(dict.fromkeys(s for s in spots if s is not None))


def _rewritten(doc: Doc, words: list[str], spots: list[int], form: Callable[[str, bool], str]) -> list[str]:
    """The words with the verbs at `spots` in a form that the parser cannot mistake."""
    out = list(words)
    for spot in spots:
        token = doc[spot]
        many = (
            doc[spot - 1].tag_ == "NNS"
            or doc[spot - 1].text.lower() in _PLURALS
            or any(t.text.lower() == "and" for t in doc[max(spot - 4, 0) : spot])
        )
        if token.tag_ == "VBG":
            out[spot] = ("are " if doc[spot - 1].tag_ == "NNS" else "is ") + token.text_with_ws
        else:
            out[spot] = form(_stem(token, base=True), many) + token.whitespace_
    return out


def _told(doc: Doc) -> int:
    """How many clauses of a parse have a verb that stands on its own and a doer."""
    return sum(_stands(token) for token in doc)


def _stands(token: Token) -> bool:
    if token.pos_ != "VERB" or token.dep_ in ("acl", "amod", "relcl", "compound"):
        return False
    own = token.tag_ in _FINITE or any(c.dep_ in ("aux", "auxpass") and c.tag_ in _FINITE for c in token.children)
    return own and (_has_subject(token) or token.dep_ == "conj")


def _nouns(doc: Doc) -> Doc:
    """Known nouns that the tagger took for adjectives, verbs or parts of others are nouns again."""
    for token in doc:
        _doer(token)
        if token.i == 1 and _first_name(doc[0]) and token.pos_ in ("VERB", "AUX"):
            doc[0].pos_, doc[0].tag_, doc[0].dep_ = "PROPN", "NNP", "nsubj"
        if token.i and _named(token):
            token.pos_, token.tag_, token.lemma_ = "NOUN", "NN", token.text.lower()
        if token.dep_ == "compound" and token.text.endswith("ing") and token.head.i == token.i + 1:
            _participle(token)
    return doc


def _named(token: Token) -> bool:
    """As in "then a hedgehog, and ...": a known noun between an article and the end of its phrase."""
    doc = token.doc
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    closes = after is None or after.is_punct or after.pos_ in ("CCONJ", "ADP")
    before = doc[token.i - 1]
    opened = before.pos_ == "DET" or (before.pos_ == "ADJ" and token.i > 1 and doc[token.i - 2].pos_ == "DET")
    return token.pos_ in ("ADJ", "VERB") and opened and closes and sort_of(token.text.lower()) in (*ACTING, "thing")


def _doer(token: Token) -> None:
    """As in "Squirrel scurries", "a wolf howls": who acts, taken for a part of its verb."""
    verb = token.head
    near = 0 < verb.i - token.i <= 2 and verb.tag_ in ("VBZ", "VBD", "VBP") and not _has_subject(verb)
    if near and token.dep_ in ("npadvmod", "compound", "amod", "dep") and sort_of(singular(token)) in ACTING:
        token.dep_ = "nsubj"
    if token.dep_ in ("nsubj", "nsubjpass") and token.pos_ == "ADJ" and sort_of(token.text.lower()) in ACTING:
        token.pos_, token.tag_, token.lemma_ = "NOUN", "NN", token.text.lower()


def _participle(token: Token) -> None:
    """As in "her grinning opponent": what the noun's bearer does, no part of the noun."""
    shown = verbs.ACTIONS.get(verbs.of_participle(token.text.lower())) in verbs.SHOWN
    if shown and sort_of(singular(token.head)) in ACTING:
        token.pos_, token.tag_, token.dep_ = "VERB", "VBG", "amod"


def _first_name(token: Token) -> bool:
    """Whether a word that opens a sentence is a first name that the tagger did not know."""
    low = token.text.lower()
    known = low in model.words("female_names") | model.words("male_names")
    return known and token.text[:1].isupper() and token.pos_ in ("ADJ", "NOUN", "ADV") and not listed(low)


def _commas(doc: Doc, words: list[str]) -> bool:
    """Part "On a wet evening Ada and Tom", and the fox from home in "carried the fox home"; whether that was needed."""
    changed = False
    for token in doc[1:]:
        before = doc[token.i - 1]
        if (
            token.pos_ == "PROPN"
            and before.lemma_.lower() in (_WHEN | HOLIDAYS)
            and doc[0].pos_ == "ADP"
            and before.i < 4
        ):
            words[before.i] = f"{before.text}, "
            changed = True
            if before.lemma_.lower() in HOLIDAYS:
                words[0], words[before.i] = "That ", "day "
        led = before.head == token and before.dep_ == "compound" and sort_of(singular(before)) in (*ACTING, "thing")
        if token.text == "home" and token.dep_ == "dobj" and led:
            words[token.i] = f"back {token.text_with_ws}"
            changed = True
    return changed


def _finite(doc: Doc) -> bool:
    """Whether some main clause has a finite verb of its own."""
    for token in doc:
        if token.pos_ not in ("VERB", "AUX") or token.dep_ in ("relcl", "advcl", "acl", "pcomp", "amod"):
            continue
        if token.tag_ in _FINITE or any(c.dep_ in ("aux", "auxpass") and c.tag_ in _FINITE for c in token.children):
            return _has_subject(token) or token.dep_ in ("ROOT", "conj")
        if token.dep_ == "ROOT" and token.tag_ == "VB" and token.i == 0:
            return True
    return False


def _hidden_verb(doc: Doc) -> int | None:
    """Index of a token that must be the verb of a sentence that the parser sees none in."""
    for token in doc[1:]:
        if token.dep_ == "relcl" or not _after_actor(token) or token.tag_ in ("VBG", "VBN"):
            continue
        if token.pos_ in ("NOUN", "PROPN", "ADJ", "VERB") and _stem(token, base=_open(token)):
            return int(token.i)
    for token in doc[1:]:
        if token.tag_ == "VBG" and token.dep_ in ("amod", "compound", "nmod", "ROOT", "acl") and _after_actor(token):
            return int(token.i)
    return None


def _active(token: Token) -> bool:
    """A past tense taken for a participle: "An owl hooted outside", "a bat shot out of the chimney"."""
    noun = token.head
    if token.tag_ != "VBN" or token.dep_ != "acl" or noun.pos_ not in ("NOUN", "PROPN"):
        return False
    own = token.doc[noun.i + 1 : token.i]
    if any(t.pos_ not in ("ADV",) for t in own) or any(c.text.lower() == "by" for c in token.children):
        return False
    name = str(token.lemma_).lower()
    if name == "shoot":
        return any(c.text.lower() in ("out", "up", "past", "through", "down") for c in token.children)
    taking = any(c.dep_ == "dobj" for c in token.children) and noun.dep_ == "ROOT"
    return verbs.ACTIONS.get(name) in _BY_ITSELF or name in ("melt", "bow", "glow") or taking


_BY_ITSELF = frozenset(
    ("walk", "run", "fly", "swim", "jump", "hop", "float", "sing", "laugh", "cry", "crawl", "fall", "dance", "roll")
)
"""Actions that are done to nobody, so that their past participle tells no state."""


def _joined(noun: Token) -> bool:
    """A second subject taken for part of the first clause: "the lamp went out, and the fox barked"."""
    return bool(noun.dep_ == "conj" and noun.head.pos_ in ("VERB", "AUX"))


def _participles(doc: Doc, words: list[str]) -> bool:
    """Put past tenses that were taken for participles into words that cannot be; whether there were any."""
    found = [
        t
        for t in doc[1:]
        if _active(t) and (t.head.dep_ == "ROOT" or t.head.dep_.startswith("nsubj") or _joined(t.head))
    ]
    for token in found:
        said = _ongoing(str(token.lemma_).lower(), token.head.tag_ in ("NNS", "NNPS"))
        words[token.i] = f"w{'ere' if said.startswith('are') else 'as'}{said[said.index(' ') :]}{token.whitespace_}"
    return bool(found)


def _open(token: Token) -> bool:
    """Whether a bare form may be a verb here: after somebody, before a preposition or the like."""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    follows = after is None or after.pos_ in ("ADP", "ADV", "DET", "PRON") or after.text in ".,"
    several = any(t.tag_ == "NNS" and sort_of(singular(t)) in ACTING for t in token.doc[: token.i])
    return follows and (several or sort_of(singular(token.doc[token.i - 1])) in ACTING)


def _second_verb(token: Token) -> bool:
    """A second verb taken for a noun: "goes on a picnic and flies kites", "run to one another and hug"."""
    if not token.tag_.startswith("NN") or token.i < 2 or token.i + 1 >= len(token.doc):
        return False
    before, after = token.doc[token.i - 1], token.doc[token.i + 1]
    joined = before.text.lower() == "and" or (before.pos_ == "ADV" and token.doc[token.i - 2].text.lower() == "and")
    third = token.text.endswith("s")
    told = any(t.tag_ in (("VBZ", "VBD") if third else ("VBP", "VBG")) for t in token.doc[: token.i])
    stem = _stem(token, base=True)
    follows = after.pos_ in ("DET", "ADP", "ADV", "PRON", "NOUN", "PROPN", "VERB") or after.text in ".,"
    if not (joined and told and stem and follows):
        return False
    if not third:
        return sort_of(stem) not in _THINGS and not token.doc[token.i - 2].tag_.startswith("NN")
    return not (sort_of(stem) in ("person", "thing") and after.pos_ not in ("NOUN", "DET", "ADP", "ADV"))


def _swallowed(token: Token) -> bool:
    """A verb that was taken into its subject: "a butterfly enters from the left", "a crab play cards"."""
    if not token.tag_.startswith("NN") or not token.i or token.i + 1 >= len(token.doc) or not _stem(token, base=True):
        return False
    before, after = token.doc[token.i - 1], token.doc[token.i + 1]
    if before.text.lower() == "other" and after.pos_ in ("ADP", "ADV"):
        return True
    inside = before.dep_ in ("compound", "amod", "nmod") and before.head.i >= token.i
    if before.text.lower() in _PLURALS and before.tag_ != "NNS" and token.tag_ == "NN":
        return True
    sort = sort_of(singular(before))
    stem = _stem(token)
    goes = sort == "thing" and ((stem in verbs.MOVERS and after.pos_ in ("ADP", "ADV")) or stem in _NOISES)
    actor = inside and (sort in ACTING or before.pos_ == "PROPN" or goes)
    if after.tag_ == "NNS" and not _finite(token.doc):
        return actor and token.tag_ == "NN"
    follows = after.pos_ in ("ADP", "ADV", "DET", "PRON", "PART") or after.text in ".,;" or after.text.lower() == "and"
    a_noun = listed(singular(token)) and sort_of(singular(token)) in ("animal", "thing") and after.text in ".,;"
    return bool(actor and follows and not a_noun)


def _has_subject(token: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for c in token.children)


def _stem(token: Token, *, base: bool = False) -> str:
    text = token.text.lower()
    for ending, back in (("ies", "y"), ("es", ""), ("s", "")):
        stem = text[: -len(ending)] + back
        if text.endswith(ending) and (stem in verbs.ACTIONS or stem in _NOISES):
            return str(stem)
    if text in _PASTS and token.tag_ in ("NN", "NNP", "NNS") and not listed(text):
        return _PASTS[text]
    bare = text in verbs.ACTIONS and token.tag_ in ("VBP", "VB", "NN", "NNP")
    return text if bare and token.i and (base or token.doc[token.i - 1].tag_ == "NNS") else ""


def _after_actor(token: Token) -> bool:
    before = token.doc[token.i - 1]
    if before.pos_ == "ADV" and token.i > 1:
        before = token.doc[token.i - 2]
    if before.lower_ in _SUBJECTS:
        return True
    if before.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return False
    sort = sort_of(singular(before))
    return (
        sort in ACTING
        or sort in ("thing", "place", "garment", "body")
        or before.pos_ == "PROPN"
        or (not listed(singular(before)) and sort == "unknown")
    )


def _ongoing(stem: str, many: bool) -> str:
    """The progressive of a verb: "is dancing"."""
    if stem.endswith("ie"):
        body = f"{stem[:-2]}y"
    elif stem.endswith("e") and not stem.endswith(("ee", "oe", "ye")):
        body = stem[:-1]
    else:
        body = _doubled(stem)
    return f"{'are' if many else 'is'} {body}ing"


def past(stem: str, many: bool = False) -> str:
    """The past tense of a verb."""
    if not stem or stem in _IRREGULAR:
        return _IRREGULAR.get(stem, stem)
    if stem.endswith("e"):
        return f"{stem}d"
    if stem.endswith("y") and stem[-2:-1] not in "aeiou":
        return f"{stem[:-1]}ied"
    return f"{_doubled(stem)}ed"


def _doubled(stem: str) -> str:
    """The stem with its last letter doubled where spelling asks for it."""
    short = len(stem) <= 4 and stem[-1] in "bdgmnprt" and stem[-2] in "aeiou" and stem[-3:-2] not in "aeiou"
    return f"{stem}{stem[-1]}" if short else stem
