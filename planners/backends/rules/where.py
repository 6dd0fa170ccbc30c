"""Owns what is where in a sentence: relations between beings, regions of the frame, when somebody is seen.

Does not know: events' meaning beyond arriving and leaving.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planners.backends.rules import motion, things, verbs
from planners.backends.rules.adjuncts import prepositions
from planners.backends.rules.clauses import happens, lemma, main_verbs, objects, subject
from planners.backends.rules.grounded import Ground
from planners.backends.rules.tables import wordset
from planners.reading import Appearance, Event, Region

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

RELATIONS = {
    "on": "on", "upon": "on", "atop": "on", "onto": "on", "on top of": "on", "under": "under", "beneath": "under",
    "underneath": "under", "below": "under", "in": "in", "inside": "in", "into": "in", "within": "in",
    "behind": "behind", "from behind": "behind", "in front of": "in front of", "before": "in front of",
    "beside": "beside", "next to": "beside", "near": "beside", "by": "beside", "at": "beside",
    "alongside": "beside", "against": "beside", "close to": "beside", "around": "beside", "above": "above",
    "over": "above", "with": "beside", "among": "beside", "between": "between",
    "in between": "between", "astride": "on", "aboard": "in", "atop of": "on", "over on": "on",
}  # fmt: skip
_PLACING = wordset(
    "put place set lay hang hide pour drop leave throw rest park stand seat balance tie sit spread arrange "
    "pack slide load"
)
_FROM_WITHIN = wordset("lean look peer peek wave shout gaze stare")
"""What is done "out of" a thing by somebody who stays in it."""
_SIDE_OF = re.compile(r"\b(?:to|on|at) (?:the|its|his|her) (left|right)(?:[ -]hand)?(?: side)? of\b")


def relations(doc: Doc, ground: Ground) -> tuple[tuple[str, str, str], ...]:
    """(entity, relation, entity) triples that the sentence states."""
    out: list[tuple[str, str, str]] = []
    for token in doc:
        if token.pos_ in ("VERB", "AUX"):
            if not happens(token):
                continue
            out.extend(_of_verb(token, ground))
        elif token.i in ground.ids and token.pos_ in ("NOUN", "PROPN"):
            out.extend(_held_in(token, ground))
            for prep, noun in prepositions(token):
                if prep not in ("with", "at", "of"):
                    out.extend(_pairs(ground.ids[token.i], prep, ground.ids.get(noun.i, ())))
    out.extend(_sides(doc, ground))
    return tuple(dict.fromkeys(out))


_WORKED_ON = wordset(
    "write draw paint knock press tap scribble work focus snack feed munch nibble gnaw chew spread play"
)
"""What is done "on" a thing without being on it."""
_ALOFT = wordset("hang hover float fly")
"""What is done above a thing all the while."""
_SURFACES = wordset("plate tray dish platter saucer board")


def _held_in(token: Token, ground: Ground) -> list[tuple[str, str, str]]:
    """As in "a plate of biscuits": these are on the plate, those in the basket."""
    noun = token.lemma_.lower()
    if noun not in things.CONTAINERS | _SURFACES:
        return []
    how = "on" if noun in _SURFACES else "in"
    inner = [ground.ids.get(t.i, ()) for prep, t in prepositions(token) if prep == "of"]
    return [(a, how, b) for ids in inner for a in ids for b in ground.ids[token.i][:1] if a != b]


def _boarded(verb: Token, doers: list[str], ground: Ground) -> list[tuple[str, str, str]]:
    """Who boards, mounts or drives something is on it: "boards the bus", "swings his leg over the motorbike"."""
    name = lemma(verb)
    mounts = [t for t in objects(verb) if things.rideable(t.lemma_.lower())]
    if name in ("swing", "throw") and any(t.lemma_.lower() == "leg" for t in objects(verb)):
        inner = [pair for t in (verb, *objects(verb)) for pair in prepositions(t)]
        mounts = [t for prep, t in inner if prep in ("over", "across", "astride")]
    elif name not in _BOARDING:
        return []
    return [(a, "on", b) for t in mounts for b in ground.ids.get(t.i, ())[:1] for a in doers if a != b]


_BOARDING = wordset("board mount enter ride drive pedal steer pilot cycle row paddle sail fly straddle catch")


def _of_verb(verb: Token, ground: Ground) -> list[tuple[str, str, str]]:
    out: list[tuple[str, str, str]] = []
    name = lemma(verb)
    doers = [i for t in subject(verb) for i in ground.who(t)]
    placed = [i for t in objects(verb) for i in ground.ids.get(t.i, ())]
    out.extend(_boarded(verb, doers, ground))
    who = placed if placed and name in _PLACING else doers or placed
    for prep, noun in prepositions(verb):
        if prep == "out of" and name in _FROM_WITHIN and noun.lemma_.lower() not in ("window", "door"):
            prep = "in"
        aloft = prep in ("over", "above") and name in _ALOFT
        if prep in ("over", "around", "above", "by", "against", "before") and name in verbs.MOVERS and not aloft:
            continue
        if prep == "on" and name in _WORKED_ON:
            continue
        if prep in ("with", "at") and name not in ("stand", "sit", "be", "wait"):
            continue
        out.extend(_pairs(tuple(who), prep, ground.ids.get(noun.i, ())))
    return out


def _pairs(left: tuple[str, ...], prep: str, right: tuple[str, ...]) -> list[tuple[str, str, str]]:
    relation = RELATIONS.get(prep)
    return [(a, relation, b) for a in left for b in right[:1] if relation and a != b and a not in right]


def _sides(doc: Doc, ground: Ground) -> list[tuple[str, str, str]]:
    """As in "to the left of the tree a dog", "a dog to the left of the tree"."""
    out: list[tuple[str, str, str]] = []
    named = [t for t in doc if t.i in ground.ids]
    landmark: Token | None = None
    for match in _SIDE_OF.finditer(doc.text.lower()):
        after = [t for t in named if t.idx >= match.end()]
        before = [t for t in named if t.idx < match.start()]
        lead = doc.text[: match.start()].rstrip()
        opens = not before or lead.endswith((";", ",", ".", ":")) or re.search(r"[;,.] (?:and|while|but)$", lead)
        if after and landmark is not None and after[0].text.lower() == "it":
            after[0] = landmark
        landmark = after[0] if after else landmark
        figures = after[1:2] if opens and len(after) > 1 else before[-1:]
        out.extend(
            (a, f"{match.group(1)} of", b)
            for t in figures
            for a in ground.ids[t.i]
            for b in (ground.ids[after[0].i][:1] if after else ())
            if a != b
        )
    return out


def appearances(doc: Doc, ground: Ground, events: list[Event], known: set[str]) -> tuple[Appearance, ...]:
    """When, where and how many of a being are seen in the sentence, where the text says so.

    Args:
        doc: the sentence.
        ground: its nouns.
        events: its events.
        known: ids that were present before.
    """
    spans: dict[str, tuple[float, float]] = {}
    places: dict[str, Region] = _regions_of(doc, ground, events)
    counts = {i: ground.counts[t] for t, ids in ground.ids.items() if t in ground.counts for i in ids}
    whole = {i for t, ids in ground.ids.items() if t not in ground.counts and doc[t].pos_ == "NOUN" for i in ids}
    counts = {i: count for i, count in counts.items() if i not in whole}
    told: set[str] = set(known)
    begun = bool(known) or len(events) > 1
    for event in events:
        said = motion.share(event.text) or (motion.share(doc.text) if len(events) == 1 else None)
        for agent in event.agents:
            span = said or _by_verb(event, agent, told, alone=not begun)
            if span is not None and span != (0.0, 1.0):
                spans[agent] = _merged(spans.get(agent), span, event)
        told.update(event.agents)
    if not events and (said := motion.share(doc.text)):
        spans.update({i: said for ids in ground.ids.values() for i in ids})
    keys = dict.fromkeys((*spans, *places, *counts))
    return tuple(
        Appearance(entity=key, start=start, end=end, region=places.get(key), count=counts.get(key))
        for key in keys
        for start, end in (spans.get(key, (0.0, 1.0)),)
    )


def _merged(old: tuple[float, float] | None, new: tuple[float, float], event: Event) -> tuple[float, float]:
    if old is None:
        return new
    start, end = max(old[0], new[0]), min(old[1], new[1])
    return (start, end) if start < end else old


_LATER = re.compile(
    r"\b(?:then|suddenly|later|finally|afterwards?|after (?:a|that|some)\b|soon|eventually|all at once|out of nowhere|"
    r"a (?:moment|second|minute|little) (?:later|after)|in the end|unexpectedly|without warning|all of a sudden)\b"
)
_INTO_VIEW = re.compile(
    r"\binto (?:the )?(?:view|frame|shot|scene|picture|sight)\b|\bpops? (?:up|out)\b|\bpopped (?:up|out)\b"
)


def _by_verb(event: Event, agent: str, known: set[str], *, alone: bool) -> tuple[float, float] | None:
    """When somebody is seen, by what is said to happen; None when always."""
    verb, low = event.verb, event.text.lower()
    arrives = verb in ("appear", "emerge", "materialize", "reappear", "arrive", "show")
    if (arrives and event.action in ("stand", "walk", "look", "hold", "run", "fly", "jump")) or _INTO_VIEW.search(low):
        return (0.3, 1.0) if agent not in known or verb == "reappear" else None
    if verb in ("disappear", "vanish"):
        return (0.0, 0.75)
    if (
        verb in ("leave", "exit", "depart", "flee")
        and not event.patients
        and not re.search(r"\b(?:leav\w+|left) (?:an?|the|behind|his|her|its|their) ", low)
    ):
        return (0.0, 0.9)
    newcomer = agent not in known and not alone
    if newcomer and (_LATER.search(low) or verb == "join"):
        return (0.4, 1.0)
    return None


def _regions_of(doc: Doc, ground: Ground, events: list[Event]) -> dict[str, Region]:
    """The stated region of each being that does not move through regions."""
    moving = {a for e in events if e.motion is not None and (e.motion.start or e.motion.end) for a in e.agents}
    text = motion.plain(doc.text)
    out: dict[str, Region] = {}
    for match in motion._REGION.finditer(text):
        before = text[max(0, match.start() - 30) : match.start()]
        if not motion._IN.search(before) or re.match(
            r"\s+of\s+(?!the (?:frame|screen|picture|image|video|shot|scene))", text[match.end() :]
        ):
            continue
        start = match.start() - len(before) + motion._IN.search(before).start()  # type: ignore[union-attr]
        ids = _nearest(doc, ground, start, match.end())
        for key in ids:
            if key not in moving:
                out.setdefault(key, motion._region(match))
    return out


def _nearest(doc: Doc, ground: Ground, start: int, end: int) -> tuple[str, ...]:
    """The beings that a region phrase is about: those before it, or those after it when it opens the clause."""
    lead = doc.text[:start].rstrip()
    opens = not lead or lead.endswith((",", ";", ".", ":", "and", "while", "but", "then"))
    after = [t for t in doc if t.idx >= end and t.i in ground.ids]
    before = [t for t in doc if t.idx < start and t.i in ground.ids]
    if opens and after and (not before or not lead or _clause_between(doc, end, after[0])):
        return _conjoined(after[0], ground)
    return _subject_like(before, ground) if before else (_conjoined(after[0], ground) if after else ())


def _clause_between(doc: Doc, end: int, token: Token) -> bool:
    return not any(t.text in ",;" for t in doc if end < t.idx < token.idx)


def _subject_like(before: list[Token], ground: Ground) -> tuple[str, ...]:
    """The nearest noun, or the subject of its verb when that noun is no subject."""
    token = before[-1]
    if token.dep_ in ("pobj", "dobj") and token.head.dep_ == "prep":
        verb = token.head.head
        own = [t for t in before if t.head == verb and t.dep_ in ("nsubj", "nsubjpass")]
        if own:
            return ground.ids[own[-1].i]
    return ground.ids[token.i]


def _conjoined(token: Token, ground: Ground) -> tuple[str, ...]:
    return (
        tuple(i for t in (token, *token.conjuncts) if t.i in ground.ids for i in ground.ids[t.i])
        if token.dep_ != "conj"
        else ground.ids[token.i]
    )


def present(doc: Doc, ground: Ground) -> tuple[str, ...]:
    """Beings that are visible, in order of mention."""
    out: list[str] = []
    for i in sorted(set(ground.ids) | set(ground.parts)):
        if i in ground.talked:
            continue
        out.extend(ground.ids.get(i) or ground.parts.get(i) or ())
    return tuple(dict.fromkeys(out))


def heads_of(doc: Doc) -> set[int]:
    """Indices of the event verbs."""
    return {verb.i for verb in main_verbs(doc)}
