"""Owns clauses: which verbs of a parse are events, whether they really happen, and what hangs on them.

Does not know: entities.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planners.backends.rules import things, verbs
from planners.backends.rules.nouns import in_quote
from planners.backends.rules.tables import wordset

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
_MODALS = wordset("would could might should may must can ca wo will shall 'd 'll need ought")
_DOUBTFUL = wordset("would could might should may must shall 'd ought")
_NOBODY = wordset("nobody none nothing neither")
_PERCEIVED = wordset("see hear feel smell")
"""What one "could" do, one did."""
_RISING = wordset("rise emerge appear come go arise sit lie")
"""Verbs that have no object, so that a noun behind them is their subject."""
_IF = wordset("if unless lest whether until before though-if")
_CLAUSAL = frozenset(
    (
        "ROOT",
        "conj",
        "advcl",
        "relcl",
        "acl",
        "xcomp",
        "ccomp",
        "pcomp",
        "parataxis",
        "dep",
        "csubj",
        "appos",
        "nsubj",
        "dobj",
        "prep",
        "attr",
        "intj",
        "nmod",
        "pobj",
        "amod",
    )
)


def lemma(token: Token) -> str:
    """Lemma of a verb, lower case, with the lemmatiser's slips on known verbs mended."""
    found = str(token.lemma_).lower()
    if found in verbs.ACTIONS or found in verbs.UNSEEN or token.pos_ == "AUX":
        return found
    text = token.text.lower()
    if text in verbs.PAST_FORMS:
        return verbs.PAST_FORMS[text]
    endings = (("ies", "y"), ("es", "e"), ("es", ""), ("s", ""), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", ""))
    stems = (text[: -len(e)] + back for e, back in endings if text.endswith(e))
    return next((stem for stem in stems if stem in verbs.ACTIONS or stem in verbs.UNSEEN), found)


def main_verbs(doc: Doc) -> list[Token]:
    """Verbs that tell something, in order of the text; auxiliaries and bare participles before nouns are left out."""
    out = []
    for token in doc:
        if in_quote(token) or not _tells(token):
            continue
        out.append(token)
    return out


def _tells(token: Token) -> bool:
    if token.pos_ == "AUX":
        return token.dep_ not in ("aux", "auxpass") and not any(
            c.pos_ == "VERB" and c.dep_ in ("xcomp",) and lemma(token) == "have" for c in token.children
        )
    if token.pos_ != "VERB" or token.dep_ in ("aux", "auxpass", "compound"):
        return False
    if token.text.lower() == "left" and token.i + 2 < len(token.doc) and token.nbor().text.lower() == "to":
        return token.nbor(2).text.lower() not in ("right", "the")
    if (
        token.text.lower() == "left"
        and token.i
        and token.doc[token.i - 1].text.lower() in ("to", "from", "the", "upper", "lower", "-", "top", "bottom")
    ):
        return False
    if token.dep_ == "amod" or (token.dep_ in ("nmod", "pobj") and not _has_arguments(token)):
        return False
    return token.dep_ in _CLAUSAL


def _has_arguments(token: Token) -> bool:
    return any(c.dep_ in ("dobj", "prep", "advmod", "prt", "nsubj") for c in token.children)


def happens(verb: Token, *, prompt: bool = False) -> bool:
    """Whether the clause is told as real: not negated, not wished, not supposed, not merely reported.

    Args:
        verb: head of the clause.
        prompt: the text instructs ("the ball will roll"), so that futures are real.
    """
    return _asserted(verb, prompt=prompt) and all(
        _carries(child, parent, prompt=prompt) for child, parent in _chain(verb)
    )


def _chain(verb: Token) -> Iterator[tuple[Token, Token]]:
    """(clause, clause that governs it) up to the root."""
    token = verb
    while token.dep_ != "ROOT":
        parent = token.head
        while parent.pos_ not in ("VERB", "AUX") and parent.dep_ != "ROOT":
            parent = parent.head
        if parent.pos_ in ("VERB", "AUX"):
            yield token, parent
        if parent == token or parent.dep_ == "ROOT":
            return
        token = parent


def _asserted(verb: Token, *, prompt: bool) -> bool:
    perceived = lemma(verb) in _PERCEIVED
    for child in verb.children:
        low = child.text.lower()
        if child.dep_ in ("nsubj", "nsubjpass") and (low in _NOBODY or _no_one(child)):
            return False
        if child.dep_ == "aux" and low == "could" and perceived:
            continue
        if (child.dep_ == "neg" and low != "only") or (
            low in ("never", "hardly", "scarcely", "almost", "nearly") and child.dep_ == "advmod"
        ):
            return False
        if child.dep_ in ("aux", "auxpass") and (low in _DOUBTFUL or (low in ("will", "wo", "'ll") and not prompt)):
            return False
        if child.dep_ == "mark" and low in _IF and not (low == "until" and _sudden(verb)):
            return False
        if (
            child.dep_ == "advcl"
            and any(c.dep_ == "mark" and c.text.lower() == "if" for c in child.children)
            and _doubtful(verb)
        ):
            return False
        if child.dep_ == "advmod" and low in ("when", "whenever") and verb.dep_ == "advcl" and verb.tag_ in ("VB",):
            return False
    return not any(
        c.dep_ == "prep" and c.text.lower() == "without"
        for c in [verb.head]
        if verb.dep_ == "pcomp" and c.text.lower() == "without"
    ) and not (
        verb.dep_ == "pcomp"
        and verb.head.text.lower() in ("without", "before", "for", "about", "of", "from", "instead")
    )


def _no_one(subject: Token) -> bool:
    """As in "no one", "not a soul", "no bird"."""
    return any(c.text.lower() == "no" and c.dep_ in ("det", "neg") for c in subject.children)


def _sudden(verb: Token) -> bool:
    """As in "until, all of a sudden, a mouse dashes past": what ends a state is seen."""
    helped = any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    tag = "VBD" if verb.tag_ == "VBN" and not helped else verb.tag_
    own = tag in ("VBZ", "VBD", "VBP") and any(c.dep_ == "nsubj" for c in verb.children)
    return own and verb.dep_ == "advcl" and verb.head.tag_ == tag


def _carries(child: Token, parent: Token, *, prompt: bool) -> bool:
    """Whether the reality of `parent` reaches down to `child`."""
    name = lemma(parent)
    if child.dep_ == "ccomp":
        if name in verbs.SAY | verbs.THINK | {"dream", "want", "like", "see_to", "tell", "know"}:
            return _spoken_frame(child, parent)
        return True
    if child.dep_ == "xcomp" and parent.pos_ == "VERB":
        negated = any(c.dep_ == "neg" for c in parent.children)
        return name not in verbs.UNREAL and not negated
    if child.dep_ in ("conj",) and child.tag_ == "VB" and not any(c.dep_ in SUBJECTS for c in child.children):
        return _asserted(parent, prompt=prompt) or not _doubtful(parent)
    if child.dep_ == "advcl" and any(c.dep_ == "aux" and c.text.lower() == "to" for c in child.children):
        return name in (
            "come",
            "stop",
            "bend",
            "lean",
            "go",
            "turn",
            "stretch",
            "rise",
            "kneel",
            "reach",
            "join",
            "use",
            "pause",
            "unite",
        )
    if child.dep_ == "acl" and any(c.dep_ == "aux" and c.text.lower() == "to" for c in child.children):
        return False
    return not (
        child.dep_ == "relcl" and any(c.dep_ == "aux" and c.text.lower() in ("had", "'d") for c in child.children)
    )


def _doubtful(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.text.lower() in _MODALS for c in verb.children)


def _spoken_frame(child: Token, parent: Token) -> bool:
    """Whether the ccomp is really the telling clause and the say verb is a tag: 'he danced, said the king'."""
    return (
        child.i < parent.i
        and any(t.text in '",' for t in child.doc[child.i : parent.i])
        and not any(c.dep_ == "mark" for c in child.children)
        and any(in_quote(t) for t in parent.subtree)
    )


def particle(verb: Token) -> str:
    """The particle or close adverb of a phrasal verb: "up" in "pick up"."""
    for child in verb.children:
        low = child.text.lower()
        if child.dep_ == "prt" or (
            child.dep_ in ("advmod", "acomp", "ccomp")
            and low in ("down", "up", "off", "out", "away", "over", "around", "asleep", "back", "home", "in", "by")
        ):
            return str(low)
        if child.dep_ == "dobj" and low in ("flight", "sail", "hands"):
            return str(low)
    return ""


def subject(verb: Token) -> list[Token]:
    """Heads of the (possibly inherited) grammatical subject with their conjuncts; empty when there is none."""
    seen: set[int] = set()
    token = verb
    while token.i not in seen:
        seen.add(token.i)
        own = [c for c in token.children if c.dep_ in ("nsubj", "nsubjpass") and not _expletive(c)]
        own = own or [c for c in token.children if c.dep_ == "npadvmod" and c.pos_ == "PROPN" and c.i < token.i]
        if own:
            return with_conjuncts(own[-1])
        inverted = _inverted(token)
        if inverted is not None:
            return with_conjuncts(inverted)
        above = _inherits(token) or _led(token)
        if above is None:
            return []
        if above.pos_ not in ("VERB", "AUX"):
            return with_conjuncts(above) if above.pos_ in ("NOUN", "PROPN", "PRON") else []
        if token.dep_ in ("xcomp", "ccomp") and lemma(above) in (
            "let",
            "make",
            "see",
            "hear",
            "watch",
            "help",
            "ask",
            "tell",
            "allow",
            "feel",
            "find",
            "keep",
            "leave",
            "get",
            "send",
            "catch",
        ):
            objects = [c for c in above.children if c.dep_ == "dobj"]
            if objects:
                return with_conjuncts(objects[0])
        token = above
    return []


def _led(verb: Token) -> Token | None:
    """The first clause of "The fox sniffed, pricked its nose and howled" where the parse hangs it below the second."""
    if verb.dep_ != "ROOT" or verb.tag_ not in ("VBD", "VBZ", "VBN") or passive(verb):
        return None
    firsts = [c for c in verb.children if c.dep_ in ("advcl", "ccomp") and c.i < verb.i and c.tag_ in ("VBD", "VBZ")]
    firsts = [c for c in firsts if not any(k.dep_ in ("mark", "advmod") for k in c.children) and not in_quote(c)]
    return firsts[0] if firsts and any(k.dep_ == "nsubj" for k in firsts[0].children) else None


def _expletive(token: Token) -> bool:
    return bool(token.dep_ == "expl" or token.text.lower() == "there")


def _inverted(verb: Token) -> Token | None:
    """The subject after its verb: "On the bridge stood a knight", "there is a man", "said the fox"."""
    expletive = any(_expletive(c) for c in verb.children)
    if not expletive and any(c.dep_ in ("nsubj", "nsubjpass") and c.i < verb.i for c in verb.children):
        return None
    after = [
        c
        for c in verb.children
        if c.i > verb.i and c.dep_ in ("dobj", "attr", "npadvmod") and c.pos_ in ("NOUN", "PROPN", "PRON")
    ]
    if not after:
        return None
    if expletive or (lemma(verb) in _RISING and verb.dep_ in ("ROOT", "conj") and after[0].dep_ == "dobj"):
        return after[0]
    action = verbs.ACTIONS.get(lemma(verb))
    fronts = [c for c in verb.children if c.dep_ in ("prep", "advmod") and c.i < verb.i]
    asked = any(t.tag_ in ("WDT", "WP", "WRB") for c in fronts for t in c.subtree)
    fronted = bool(fronts) and (verb.dep_ in ("ROOT", "conj", "ccomp") or (verb.dep_ == "relcl" and asked))
    moving = (
        action in ("stand", "sit", "lie", "walk", "run", "fly", "swim", "fall", "kneel", "sleep", "perch")
        or verb.pos_ == "AUX"
        or lemma(verb) in ("live", "hang")
    )
    quoted = lemma(verb) in verbs.SAY and any(in_quote(t) for t in verb.doc[: verb.i])
    return after[0] if (fronted and moving) or quoted else None


def _inherits(token: Token) -> Token | None:
    """The clause or noun whose subject this clause shares."""
    if token.dep_ in ("conj", "xcomp", "advcl", "acl", "relcl", "pcomp", "ccomp", "dep", "parataxis"):
        if token.dep_ == "ccomp" and any(c.dep_ == "mark" for c in token.children):
            return None
        parent = token.head
        if token.dep_ in ("pcomp",) and parent.dep_ == "prep":
            parent = parent.head
        if token.dep_ == "conj" and token.tag_ in ("VBZ", "VBD") and parent.pos_ in ("NOUN", "PROPN"):
            parent = _governing(parent)
        return parent if parent != token else None
    return None


def _governing(noun: Token) -> Token:
    """The verb of the noun to which a finite verb was tied by mistake: "slides the map to him and points"."""
    token = noun
    while token.dep_ in ("dobj", "pobj", "prep", "conj") and token.pos_ not in ("VERB", "AUX"):
        token = token.head
    return token if token.pos_ == "VERB" else noun


def with_conjuncts(token: Token) -> list[Token]:
    """The noun and everything coordinated with it; of "a group of friends" the friends."""
    head = token
    if token.text.lower() not in ("he", "she") and token.pos_ == "NOUN":
        of = next((c for c in token.children if c.dep_ == "prep" and c.text.lower() == "of"), None)
        inner = [c for c in of.children if c.dep_ == "pobj"] if of is not None else []
        if inner and _is_group(token):
            head = inner[0]
    out = [head]
    for child in head.children:
        if child.dep_ in ("conj",) and child.pos_ in ("NOUN", "PROPN", "PRON"):
            out.extend(with_conjuncts(child))
    if head is not token:
        for child in token.children:
            if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN", "PRON"):
                out.extend(with_conjuncts(child))
    return out


def _is_group(token: Token) -> bool:
    from_groups = {
        "group",
        "pair",
        "couple",
        "herd",
        "pack",
        "flock",
        "swarm",
        "school",
        "pride",
        "crowd",
        "team",
        "band",
        "trio",
        "dozen",
        "number",
        "row",
        "line",
        "bunch",
        "handful",
        "delegation",
        "gang",
        "army",
        "lot",
        "host",
        "family",
        "troop",
        "litter",
        "silhouette",
        "shape",
        "figure",
        "party",
        "squad",
        "pile",
        "stack",
        "cluster",
    }
    return lemma(token) in from_groups or lemma(token) in things.PARTITIVES


def objects(verb: Token) -> list[Token]:
    """Direct objects with their conjuncts, when the verb is not inverted; passive subjects too."""
    if _inverted(verb) is not None:
        return []
    out: list[Token] = []
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass", "oprd") and child.pos_ in ("NOUN", "PROPN", "PRON"):
            out.extend(with_conjuncts(child))
    if not out and verb.dep_ in ("acl",) and verb.tag_ == "VBN":
        out.extend(with_conjuncts(verb.head))
    return out


def passive(verb: Token) -> bool:
    """Whether the subject is what the verb is done to."""
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        return True
    return bool(verb.tag_ == "VBN" and verb.dep_ == "acl" and not any(c.dep_ == "dobj" for c in verb.children))


def by_agents(verb: Token) -> list[Token]:
    """The doers of a passive: "by the dog"."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.text.lower() == "by" and passive(verb)):
            inner = [c for c in child.children if c.dep_ == "pobj"]
            if inner:
                return with_conjuncts(inner[0])
    return []
