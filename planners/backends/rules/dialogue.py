"""Owns speech: who says each quotation, to whom, and what is left for the narrator.

Does not know: how quotations were found, anything that is not said.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planners.backends.rules import model, verbs
from planners.backends.rules.adjuncts import prepositions
from planners.backends.rules.being import GENERIC_PEOPLE
from planners.backends.rules.cast import Cast
from planners.backends.rules.clauses import lemma, main_verbs, objects, subject
from planners.backends.rules.grounded import Ground
from planners.backends.rules.sorts import listed
from planners.backends.rules.text import RawSentence
from planners.reading import Speech

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from planners.plan import Emotion

_SAID = (
    r"(?:said|says|asked|asks|cried|cries|answered|answers|replied|replies|whispered|whispers|shouted|shouts|"
    r"called|calls|exclaimed|exclaims|murmured|muttered|added|yelled|thought|declared|announced|explained|"
    r"laughed|sighed|screamed|begged|demanded|continued|growled|barked|squeaked|chirped|croaked|roared|gasped|"
    r"repeated|responded|snapped|remarked|observed|inquired|enquired|sobbed|agreed|suggested|insisted|"
    r"admitted|warned|promised|told|commanded|ordered|went on|began)"
)
_NP = (
    r"(?:(?:[Tt]he|[Hh]is|[Hh]er|[Mm]y|[Tt]heir|[Oo]ne of the|[Aa]n?|[Tt]his|[Tt]hat)\s+)?(?:[\w'’-]+\s+){0,3}?[\w'’-]+"
)
_BARE = re.compile(
    rf"^(?:and |then |but |so |Then |And |But |So )*(?:{_SAID}\s+{_NP}(?: of the \w+)?|{_NP}\s+(?:then |only |"
    rf"softly |quietly |loudly )?{_SAID})(?:\s+(?:again|aloud|softly|quietly|loudly|back|gently|angrily|sadly|"
    rf"happily|cheerfully|at last|then|to (?:{_NP})|\w+ly|out|him|her|them|it))*$"
)
_INVERTED = re.compile(
    rf"^({_SAID})\s+((?:[Tt]he |[Hh]is |[Hh]er |[Aa]n? |[Mm]y )?(?:[\w'’-]+\s){{0,2}}?[\w'’-]+)((?:,|;| as| "
    rf"with| and| while| in| to)(?!\w).*)$",
    re.S,
)
_EMOTIVE = (
    ("angry", re.compile(r"\b(?:how dare|get out|stop it|enough|curse)\b", re.I)),
    ("sad", re.compile(r"\b(?:alas|sorry|goodbye|farewell)\b", re.I)),
    ("happy", re.compile(r"\b(?:hurray|hooray|wonderful|thank you|hurrah|splendid|great)\b", re.I)),
    ("afraid", re.compile(r"\b(?:help|mercy|please don't)\b", re.I)),
)


_MY_NAME = re.compile(
    r"\b(?:[Mm]y name is|I am called|I'm called|[Tt]hey call me|[Pp]eople call me|[Cc]all me) ([A-Z][\w'’-]+)"
)
_VOCATIVE = re.compile(r"(?:, ([A-Z][a-z]{2,})[.!?,]?$)|(?:^([A-Z][a-z]{2,})[,!] )")
_NO_NAME = frozenset(("a", "an", "the", "not", "no"))


class Listener:
    """Follows a conversation and finds who speaks."""

    def __init__(self, cast: Cast) -> None:
        """Nobody has spoken yet."""
        self.cast = cast
        self.turns: list[str] = []
        """Speakers in order, the last at the end; consecutive ones differ."""
        self.paragraph = -1
        self.here: str | None = None
        """Who speaks or acts in this paragraph."""
        self.spoke_here: str | None = None
        self.closed = False
        """Whether the sentence before, in this paragraph, ended with a quotation: another one answers it."""
        self.open: str | None = None
        """Who goes on speaking in the next paragraph."""

    def hear(self, raw: RawSentence, doc: Doc, ground: Ground, sentence: int) -> list[Speech]:
        """The spoken lines of a sentence."""
        if raw.paragraph != self.paragraph:
            self.paragraph, self.here, self.spoke_here, self.closed = raw.paragraph, None, None, False
        actor = self._actor(doc, ground)
        if actor and actor != self.spoke_here and not raw.quotes:
            self.spoke_here = None
        out: list[Speech] = []
        for k, quote in enumerate(raw.quotes):
            speaker, said_to, verb = self._said(doc, ground, quote.at) or (None, (), None)
            speaker = speaker or (out[-1].speaker if out else None) or self._guess(raw, actor, k)
            if speaker:
                self._turn(speaker)
                self.cast.beings[speaker].kind = "character"
                self._introduced(speaker, quote.text)
                self._addressed(speaker, quote.text)
            self.open = speaker if quote.runs_on else None
            out.append(
                Speech(
                    sentence=sentence,
                    text=quote.text,
                    speaker=speaker,
                    listeners=said_to or self._other(speaker),
                    emotion=_feeling(quote.text, verb),
                    before=_before(raw, quote.at) if k == 0 else "",
                )
            )
        self.here = actor or self.here
        self.closed = bool(raw.quotes) and raw.clean.rstrip().endswith('"')
        return out

    def _actor(self, doc: Doc, ground: Ground) -> str | None:
        for verb in main_verbs(doc):
            for token in subject(verb):
                for key in ground.who(token):
                    if self.cast.beings[key].kind == "character":
                        return key
        return None

    def _said(self, doc: Doc, ground: Ground, at: int) -> tuple[str, tuple[str, ...], Token] | None:
        """Speaker, listeners and verb of the nearest frame of saying."""
        frames: list[tuple[int, str, tuple[str, ...], Token]] = []
        for verb in main_verbs(doc):
            if lemma(verb) not in verbs.SAY:
                continue
            who = [i for t in subject(verb) for i in ground.who(t)] or self._after(verb, ground)
            who = [i for i in who if self.cast.beings[i].kind != "place"]
            if who:
                to = tuple(
                    i
                    for p, t in prepositions(verb)
                    if p in ("to", "at")
                    for i in ground.ids.get(t.i, ())
                    if i not in who
                )
                to = to or tuple(i for t in objects(verb) for i in ground.ids.get(t.i, ()) if i not in who)
                frames.append(
                    (abs(verb.idx - at), who[0], tuple(i for i in to if self.cast.beings[i].kind == "character"), verb)
                )
        if not frames:
            return None
        _, speaker, to, verb = min(frames, key=lambda f: f[0])
        return speaker, to, verb

    def _after(self, verb: Token, ground: Ground) -> list[str]:
        """The noun right after the verb of saying, however it was parsed."""
        for token in verb.doc[verb.i + 1 : verb.i + 6]:
            if token.i in ground.ids:
                return list(ground.ids[token.i][:1])
            if token.text in ',."':
                break
        return []

    def _guess(self, raw: RawSentence, actor: str | None, k: int) -> str | None:
        """The speaker of a quotation without a frame: who acts beside it, or the one whose turn it is."""
        if self.open and k == 0:
            return self.open
        if self.closed and k == 0 and raw.clean.startswith('"') and len(self.turns) >= 2 and not actor:
            return self.turns[-2]
        bare = raw.clean.replace('"', "").strip(" .,!?") == "Yes"
        if actor and not bare:
            return actor
        if self.spoke_here or self.here:
            return self.spoke_here or self.here
        if len(self.turns) >= 2:
            return self.turns[-2]
        if len(self.turns) == 1:
            others = [b for b in self.cast.acting() if b.id != self.turns[0] and b.mentions and b.count == 1]
            return max(others, key=lambda b: (b.last, b.rank)).id if others else None
        return None

    def _introduced(self, speaker: str, words: str) -> None:
        """As in "My name is Rust", "I am called Rust"."""
        match = _MY_NAME.search(words)
        if match and not self.cast.beings[speaker].proper and match.group(1).lower() not in _NO_NAME:
            self.cast.rename(speaker, match.group(1))

    def _addressed(self, speaker: str, words: str) -> None:
        """As in "You are late, Cole": the only one about whose name is not known goes by it."""
        match = _VOCATIVE.search(words)
        name = next((g for g in match.groups() if g), "") if match else ""
        if not name or listed(name.lower()) or any(name.lower() in b.names for b in self.cast.beings.values()):
            return
        female, male = (name.lower() in table for table in (model.words("female_names"), model.words("male_names")))
        wanted = None if female == male else "female" if female else "male"
        last = self.cast.beings[speaker].last
        fits = [
            b
            for b in self.cast.acting()
            if b.id != speaker and not b.proper and b.sort == "person" and b.count == 1 and last - b.last <= 4
            and b.mentions > 1 and b.gender in (wanted, None)
        ]  # fmt: skip
        generic = [b for b in fits if b.heads & GENERIC_PEOPLE] or fits
        if len(generic) == 1:
            self.cast.rename(generic[0].id, name)

    def _turn(self, speaker: str) -> None:
        self.spoke_here = speaker
        if not self.turns or self.turns[-1] != speaker:
            self.turns.append(speaker)

    def _other(self, speaker: str | None) -> tuple[str, ...]:
        before = [who for who in self.turns[-3:] if who != speaker]
        return (before[-1],) if before else ()


def _feeling(text: str, verb: Token | None) -> Emotion:
    for name, pattern in _EMOTIVE:
        if pattern.search(text):
            return name  # type: ignore[return-value]
    if verb is not None:
        for token in (verb, *verb.children):
            if token.text.lower() in verbs.EMOTIONS and token.pos_ in ("ADV", "VERB"):
                return verbs.EMOTIONS[token.text.lower()]
        return verbs.EMOTIONS.get(lemma(verb), "neutral")
    return "neutral"


def feeling(text: str, manner: str) -> Emotion:
    """The feeling of a line from the words that say how it is said, else from the line itself."""
    found = (verbs.EMOTIONS[word] for word in re.findall(r"[a-z]+", manner.lower()) if word in verbs.EMOTIONS)
    return next(found, None) or _feeling(f"{text} {manner}", None)


def _before(raw: RawSentence, at: int) -> str:
    text = raw.clean[:at].strip(" ,:—-")
    return "" if not text or _BARE.match(text) else text


def narration(raw: RawSentence) -> str:
    """What the narrator reads of a sentence: no quotations, no bare "said X"."""
    if not raw.quotes:
        return raw.text
    text = re.sub(r'"Yes[.,]"', "\0", raw.clean)
    pieces = [_tidy(piece) for piece in text.split("\0")]
    kept = [piece for piece in pieces if piece and not _BARE.match(piece)]
    out = " ".join(kept).strip()
    if not re.search(r"\w{2}", out):
        return ""
    return out[0].upper() + out[1:] + ("" if out[-1] in ".!?…:" else ".")


def _tidy(piece: str) -> str:
    piece = re.sub(r"\s+", " ", piece).strip(' ,;:—-"”“').rstrip(".")
    turned = _INVERTED.match(piece)
    if turned and not _BARE.match(piece):
        verb, who, rest = turned.groups()
        return f"{who} {verb}{rest}".strip()
    return re.sub(r"^(?:and|but) (?=\w+ (?:\w+ ){2})", "", piece) if piece.startswith(("and ", "but ")) else piece
