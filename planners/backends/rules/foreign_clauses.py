"""Owns who does what in a sentence of another language, guessed by nearness: clauses, their verbs, what stands before.

The subject is what stands before the verb without a preposition, else what stands right after it, else who acted
last; German and Spanish word order are met by the same rule. Does not know: how nouns and names were found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from planners.backends.rules import foreign_verbs as table

_TOKEN = re.compile(r"[^\W\d_]+['’]|[^\W\d_]+(?:-[^\W\d_]+)*|\d+|[,;:—–]")
_AND = {"fr": ("et", "puis", "mais"), "de": ("und", "aber", "dann", "doch"), "es": ("y", "e", "pero", "luego")}
_AFTER = frozenset(
    ("come", "arrive", "appear", "say", "ask", "answer", "shout", "whisper", "return", "live", "beg", "call")
)
"""What French and Spanish may put before its subject."""
_SPOKEN = re.compile(r"-(?:t-)?(il|elle|ils|elles|on)\b")


@dataclass(frozen=True)
class Mention:
    """Somebody or something named at a place of the sentence."""

    at: int
    ids: tuple[str, ...]
    alive: bool


@dataclass(frozen=True)
class Deed:
    """One thing that somebody does."""

    verb: str
    agents: tuple[str, ...]
    patients: tuple[str, ...] = ()
    recipient: str | None = None
    target: str | None = None
    text: str = ""


@dataclass
class _Clause:
    """Part of a sentence between commas and conjunctions."""

    words: list[tuple[int, str]] = field(default_factory=list)
    """(position, word in lower case)."""
    joined: bool = False
    """Whether "and" stands before it."""


Resolver = Callable[[str, tuple[str, ...]], tuple[str, ...]]
"""(gender or "many" or "any", who it cannot be) -> who a pronoun means."""


class Clauses:
    """Reads the deeds of one sentence after another."""

    def __init__(self, language: str, resolve: Resolver) -> None:
        """Read `language`; `resolve` tells whom a pronoun means."""
        self.language, self.resolve = language, resolve
        self.forms = table.verb_forms(language)
        self.last: tuple[str, ...] = ()
        """Who acted last."""

    def deeds(self, text: str, mentions: Sequence[Mention]) -> list[Deed]:
        """What happens in a sentence, in order."""
        out: list[Deed] = []
        pending: tuple[str, ...] = ()
        for clause in self._split(text):
            own = [m for m in mentions if clause.words[0][0] <= m.at <= clause.words[-1][0]]
            found = self._clause(clause, own, pending, text)
            out += found
            bare = tuple(i for m in own if m.alive and not self._led(clause, m) for i in m.ids)
            pending = () if found else tuple(dict.fromkeys((*(pending if clause.joined or not own else ()), *bare)))
            if not found and bare:
                self.last = pending
        return out

    def _split(self, text: str) -> list[_Clause]:
        text = _SPOKEN.sub(lambda m: " " + m.group(1).rjust(len(m.group()) - 1), text)
        out, here = [], _Clause()
        for match in _TOKEN.finditer(text):
            word = match.group().lower().replace("’", "'")
            if word in ",;:—–" or word in _AND.get(self.language, ()):
                if here.words:
                    out.append(here)
                here = _Clause(joined=word not in ",;:—–")
                continue
            here.words.append((match.start(), word))
        return [*out, here] if here.words else out

    def _verbs(self, clause: _Clause) -> list[tuple[int, str, str]]:
        """(index of word, form, lemma) of the verbs of a clause; an article before makes it a noun."""
        out = []
        for k, (_, word) in enumerate(clause.words):
            before = clause.words[k - 1][1] if k else ""
            nouns = table.DETERMINERS[self.language] - table.HIM[self.language].keys()
            pair = f"{before}{'' if before.endswith(chr(39)) else ' '}{word}"
            lemma = self.forms.get(pair) or (self.forms.get(word) if before not in nouns else None)
            if lemma:
                out.append((k, word, lemma))
        return out

    def _clause(self, clause: _Clause, own: list[Mention], pending: tuple[str, ...], text: str) -> list[Deed]:
        out: list[Deed] = []
        words = {word for _, word in clause.words}
        verbs = self._verbs(clause)
        denied = bool(words & table.NEGATIONS[self.language])
        wished = bool(words & table.WISHES[self.language])
        for n, (k, form, lemma) in enumerate(verbs):
            infinitive = table.is_infinitive(self.language, form)
            if denied or (wished and (infinitive or len(verbs) == 1)):
                self._note(clause, own, k)
                continue
            end = verbs[n + 1][0] if n + 1 < len(verbs) else len(clause.words)
            start = verbs[n - 1][0] if n else -1
            deed = self._deed(clause, own, pending, (start, k, end), lemma)
            if deed.agents:
                self.last = deed.agents
                out.append(Deed(**{**deed.__dict__, "text": text.strip()}))
        return out

    def _note(self, clause: _Clause, own: list[Mention], k: int) -> None:
        """Who does not do it is spoken of all the same."""
        before = [i for m in own if m.alive and m.at < clause.words[k][0] for i in m.ids]
        self.last = tuple(before) or self.last

    def _deed(
        self, clause: _Clause, own: list[Mention], pending: tuple[str, ...], span: tuple[int, int, int], lemma: str
    ) -> Deed:
        start, k, end = span
        at = clause.words[k][0]
        low = clause.words[start][0] if start >= 0 else -1
        high = clause.words[end][0] if end < len(clause.words) else 10**9
        free = [m for m in own if not self._led(clause, m)]
        before = [i for m in free if m.alive and low < m.at < at for i in m.ids]
        after = [m for m in free if at < m.at < high]
        agents = tuple(before) or self._pronoun(clause, start + 1, end, table.HE, ())
        turned = self.language == "de" or lemma in _AFTER
        if not agents and start < 0 and turned and not clause.joined and after and after[0].alive:
            agents, after = after[0].ids, after[1:]
        agents = agents or self._counted(clause, k)
        agents = tuple(dict.fromkeys((*pending, *agents))) if clause.joined or not agents else agents
        agents = agents or self.last
        done = tuple(i for m in after for i in m.ids if i not in agents)
        done = done or self._pronoun(clause, start + 1, end, table.HIM, agents)
        led = [m for m in own if self._led(clause, m) and at < m.at < high]
        people = [i for m in (*after, *led) if m.alive for i in m.ids if i not in agents]
        if lemma in ("give", "show", "bring", "throw"):
            pronoun = self._pronoun(clause, start + 1, end, table.HIM, agents)
            taker = (people or list(pronoun))[:1]
            things = tuple(i for m in after if not m.alive for i in m.ids)
            return Deed(lemma, agents, things, recipient=taker[0] if taker and things else None)
        target = next((i for m in led if self._led(clause, m) in _TOWARD for i in m.ids if i not in agents), None)
        return Deed(lemma, agents, tuple(dict.fromkeys(done)), target=target)

    def _counted(self, clause: _Clause, k: int) -> tuple[str, ...]:
        """As in "los tres comieron": the last so many."""
        number = table.NUMBERS[self.language].get(clause.words[k - 1][1], 0) if k else 0
        return self.resolve(str(number), ()) if number else ()

    def _led(self, clause: _Clause, mention: Mention) -> str:
        """The preposition before a mention, over its article and an adjective; "" when there is none."""
        k = next((n for n, (at, _) in enumerate(clause.words) if at >= mention.at), 0)
        words = [word for _, word in clause.words[max(k - 3, 0) : k]][::-1]
        articles, preps = table.DETERMINERS[self.language], table.PREPOSITIONS[self.language]
        if words[:1] and words[0] not in articles | preps and words[1:2] and words[1] in articles | preps:
            words = words[1:]
        if words[:1] and words[0] in articles and words[0] not in preps:
            words = words[1:]
        return words[0] if words[:1] and words[0] in preps else ""

    def _pronoun(
        self, clause: _Clause, start: int, end: int, words: dict[str, dict[str, str]], barred: tuple[str, ...]
    ) -> tuple[str, ...]:
        for k in range(start, min(end, len(clause.words))):
            word = clause.words[k][1]
            kind = words[self.language].get(word)
            if kind is None:
                continue
            if word == "sie" and any(w.endswith("en") and w in self.forms for _, w in clause.words):
                kind = "many"
            if word == "ihr" and k + 1 < len(clause.words) and clause.words[k + 1][1] not in self.forms:
                continue
            found = self.resolve(kind, barred)
            if found:
                return found
        return ()


_TOWARD = frozenset(("zu", "zum", "zur", "nach", "vers", "à", "au", "aux", "hacia", "a", "al", "jusqu'à"))
