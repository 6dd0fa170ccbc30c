"""Owns grounding: every noun and pronoun of a sentence tied to a being, its looks taken in, parts tied to owners.

Does not know: what happens in the sentence (see events), where it plays (see setting).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planners.backends.rules import antecedents, beings, pronouns, things, verbs
from planners.backends.rules.being import GENERIC_PEOPLE, Being
from planners.backends.rules.belief import only_talked, pleonastic
from planners.backends.rules.cast import Cast
from planners.backends.rules.clauses import happens, lemma, main_verbs, subject
from planners.backends.rules.describe import Looks, adjective, describe
from planners.backends.rules.drawable import as_seen, changing, drawable, ignored, in_hand, worn
from planners.backends.rules.grounded import Ground, fractions, predicates
from planners.backends.rules.looks import BEARDS, COLOURS, HAIRY, MATERIALS, PATTERNS
from planners.backends.rules.naming import links_of
from planners.backends.rules.nouns import Phrase, in_quote, phrases
from planners.backends.rules.sorts import ACTING, singular, sort_of
from planners.backends.rules.tables import wordset

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_WITH = ("with", "in")
_WEARING = verbs.DRESS | wordset("have put clothe take pull slip try remove change doff")


_LIKENESSES = wordset("skeleton statue sculpture ghost spirit portrait puppet doll")
"""Nouns that say of which being something is the likeness, or what is left of it."""


class Grounder:
    """Grounds one sentence after another in a growing cast."""

    def __init__(self, cast: Cast, names: frozenset[str], *, first_person: bool) -> None:
        """Ground into `cast`; `names` are words with a capital in mid-sentence."""
        self.cast = cast
        self.names = names
        self.first_person = first_person
        self.prompt = False
        """Whether the text is a short prompt, which names little that is not seen."""

    def ground(self, doc: Doc, sentence: int) -> Ground:
        """Tie the nouns and pronouns of a sentence to beings."""
        out = Ground(phrases=phrases(doc, self.names))
        by_token = {phrase.i: phrase for phrase in out.phrases}
        links = links_of(doc, by_token)
        for token in doc:
            if token.lemma_ == "be" and token.pos_ == "AUX":
                self._named_so(doc, by_token, out, sentence)
            if token.i in by_token:
                self._noun(by_token[token.i], by_token, links, out, sentence)
            elif (
                token.pos_ == "PRON"
                or token.tag_ in ("PRP", "PRP$", "WP")
                or token.text.lower() in ("both", *pronouns.EVERYBODY)
            ):
                self._pronoun(token, out, sentence)
        fractions(doc, out, self.cast)
        self._others(doc, out, sentence)
        predicates(doc, by_token, out, self.cast)
        self._talked(doc, out, sentence)
        return out

    # -- nouns ---------------------------------------------------------------------------------------------

    def _noun(
        self, phrase: Phrase, by_token: dict[int, Phrase], links: dict[int, int], out: Ground, sentence: int
    ) -> None:
        phrase = as_seen(phrase, prompt=self.prompt)
        token = phrase.token
        if phrase.sort == "place" and not phrase.name and not self._acting_place(phrase):
            out.places.append(phrase)
            return
        if ignored(phrase) or self._compared(phrase, out):
            return
        if token.i in links and links[token.i] in out.ids:
            self._also(phrase, out.ids[links[token.i]], out, sentence)
            return
        named = self._listed(phrase, by_token, sentence)
        if named:
            out.ids[token.i] = named
            self.cast.touch(named, sentence, _rank(token))
            self.cast.together = (sentence, named)
            return
        said_of = self._said_of(token, phrase, out) or self._revealed(token, phrase, sentence)
        if said_of:
            self._also(phrase, said_of, out, sentence)
            return
        if phrase.sort in ("body", "garment") or (phrase.noun in things.GARMENTS and worn(phrase)):
            self._part(phrase, out)
            if phrase.sort == "body" or phrase.i in out.parts:
                return
        if not drawable(phrase):
            return
        ids = self._named_later(token, by_token, links) or self.cast.resolve(
            phrase, sentence, self._owner_id(phrase, out)
        )
        self._kin(phrase, ids, out)
        self._likeness(phrase, ids)
        out.ids[token.i] = ids
        if len(ids) == 1 and self.cast.beings[ids[0]].count > 1 and not phrase.plural and phrase.sort != "group":
            out.counts[token.i] = phrase.number or 1
        self.cast.touch(ids, sentence, _rank(token))
        self._tail(phrase, ids, out)

    def _compared(self, phrase: Phrase, out: Ground) -> bool:
        """As in "Blood was its Avatar and its seal", "the sea was a beast": nobody is there."""
        head = phrase.token
        while head.dep_ == "conj":
            head = head.head
        if head.dep_ != "attr" or lemma(head.head) not in ("be", "become", "seem") or phrase.sort not in ACTING:
            return False
        said = [c for c in head.head.children if c.dep_ == "nsubj" and c.tag_ in ("NN", "NNS") and c.i < head.i]
        return (
            bool(said)
            and said[0].i not in out.ids
            and sort_of(singular(said[0])) in ("never", "unknown", "place", "body", "part")
        )

    def _acting_place(self, phrase: Phrase) -> bool:
        """A school of fish, a bridge that one passes: nouns of places that are things here."""
        prep = phrase.token.head.text.lower() if phrase.token.dep_ == "pobj" else ""
        thing = phrase.noun in things.BIG or phrase.noun in ("bridge", "lighthouse", "well", "windmill", "tower")
        return (
            thing
            and prep in ("past", "near", "by", "behind", "beside", "around", "against", "before")
            and phrase.sort == "place"
        )

    def _listed(self, phrase: Phrase, by_token: dict[int, Phrase], sentence: int) -> tuple[str, ...]:
        """Those whom a plural only sums up: "two brothers, Omar and Hassan"."""
        first = next((c for c in phrase.token.children if c.dep_ == "appos" and c.i in by_token), None)
        if first is None or not phrase.plural or phrase.sort not in ACTING:
            return ()
        names = [by_token[t.i] for t in (first, *first.conjuncts) if t.i in by_token and by_token[t.i].name]
        if len(names) < 2 or phrase.number not in (None, len(names)):
            return ()
        ids = tuple(dict.fromkeys(key for name in names for key in self.cast.resolve(name, sentence)))
        for key in ids:
            self.cast._called(self.cast.beings[key], phrase.noun)
        return ids

    def _also(self, phrase: Phrase, ids: tuple[str, ...], out: Ground, sentence: int) -> None:
        """An apposition or a second name of somebody in this sentence."""
        out.ids[phrase.i] = ids
        being = self.cast.beings[ids[0]]
        if phrase.name:
            self.cast.name_it(being, phrase.name, sentence)
            out.parts = {k: tuple(being.id if i == ids[0] else i for i in v) for k, v in out.parts.items()}
            out.ids = {k: tuple(being.id if i == ids[0] else i for i in v) for k, v in out.ids.items()}
        else:
            self.cast._called(being, phrase.noun)
            self.cast.absorb(being, phrase)
        self.cast.touch(out.ids[phrase.i], sentence, being.rank)
        self._tail(phrase, out.ids[phrase.i], out)

    def _named_later(self, token: Token, by_token: dict[int, Phrase], links: dict[int, int]) -> tuple[str, ...]:
        """The known bearer of the name that this sentence gives to a noun: "an old miller called Jonas"."""
        for i, phrase in by_token.items():
            if phrase.name and links.get(i) == token.i:
                parts = {part.lower() for part in phrase.name.split()}
                known = next((b for b in self.cast.beings.values() if b.names & parts), None)
                if known is not None:
                    self.cast.absorb(known, by_token[token.i])
                    return (known.id,)
        return ()

    def _said_of(self, token: Token, phrase: Phrase, out: Ground) -> tuple[str, ...]:
        """The one of whom a predicate noun is said: "he was a poor farmer"."""
        if phrase.sort not in ACTING:
            return ()
        if token.dep_ == "dobj" and lemma(token.head) in ("play", "portray") and phrase.article in ("the", "a"):
            ids = tuple(i for t in subject(token.head) for i in out.who(t))
            return ids if len(ids) == 1 and self.cast.beings[ids[0]].sort == "person" and not phrase.plural else ()
        if token.dep_ != "attr" or lemma(token.head) not in ("be", "become", "remain"):
            return ()
        named = [c for c in token.head.children if c.dep_ == "nsubj" and c.i < token.i]
        ids = out.ids.get(named[0].i, ()) if named else ()
        return ids if len(ids) == 1 and self.cast.beings[ids[0]].kind == "character" else ()

    def _revealed(self, token: Token, phrase: Phrase, sentence: int) -> tuple[str, ...]:
        """The stranger of the sentence before, of whom "it was the famous critic" tells who it was."""
        head = token.head
        it = [c for c in head.children if c.dep_ == "nsubj" and c.text.lower() in ("it", "this", "that")]
        if token.dep_ != "attr" or head.lemma_ != "be" or not it or phrase.sort != "person" or phrase.plural:
            return ()
        if phrase.article not in ("the", "my") or self.cast.known(phrase):
            return ()
        vague = [
            b.id
            for b in self.cast.acting()
            if b.last == sentence - 1 and b.rank == 3 and not b.proper and b.noun in GENERIC_PEOPLE and b.count == 1
        ]
        return (vague[0],) if len(vague) == 1 else ()

    def _named_so(self, doc: Doc, by_token: dict[int, Phrase], out: Ground, sentence: int) -> None:
        """As in "His name was Ben": the name is his from now on."""
        for verb in doc:
            names = [c for c in verb.children if c.dep_ == "nsubj" and c.lemma_.lower() in ("name", "nickname")]
            said = [c for c in verb.children if c.dep_ in ("attr", "oprd") and c.i in by_token and by_token[c.i].name]
            owner = next((c for n in names for c in n.children if c.dep_ == "poss"), None)
            ids = out.who(owner) if owner is not None else ()
            if verb.lemma_ == "be" and said and len(ids) == 1 and not self.cast.beings[ids[0]].proper:
                by_token.pop(said[0].i)
                self.cast.rename(ids[0], said[0].text)

    def _owner_id(self, phrase: Phrase, out: Ground) -> str | None:
        ids = out.who(phrase.owner) if phrase.owner is not None else ()
        return ids[0] if ids else None

    def _kin(self, phrase: Phrase, ids: tuple[str, ...], out: Ground) -> None:
        """As in "Its herd", "its calf": the animal's own kind."""
        owner = self._owner_id(phrase, out) or self._flockmate(phrase, out)
        if owner is None or len(ids) != 1 or ids[0] == owner:
            return
        being, parent = self.cast.beings[ids[0]], self.cast.beings[owner]
        if parent.sort not in ("animal", "fabled"):
            return
        if phrase.sort == "group" or phrase.noun in (
            "calf",
            "cub",
            "pup",
            "baby",
            "young",
            "chick",
            "offspring",
            "mate",
            "companion",
            "family",
        ):
            being.sort = parent.sort if phrase.sort != "group" else being.sort
            being.looks.noun, being.looks.species = parent.looks.noun, parent.looks.species
            if phrase.noun not in ("mate", "companion") and phrase.sort != "group":
                being.looks.values["age"] = "baby"

    def _likeness(self, phrase: Phrase, ids: tuple[str, ...]) -> None:
        """As in "the skeleton of a tyrannosaur": what it is one of is another noun for it."""
        if phrase.noun not in _LIKENESSES or len(ids) != 1:
            return
        of = [c for c in phrase.token.children if c.dep_ == "prep" and c.text.lower() == "of"]
        nouns = {singular(t) for c in of for t in c.children if t.dep_ == "pobj"}
        wider = {w for w, kinds in beings.HYPERNYMS.items() if kinds & nouns} - {"animal", "creature", "pet"}
        self.cast.beings[ids[0]].heads |= nouns | wider

    def _flockmate(self, phrase: Phrase, out: Ground) -> str | None:
        """The animal that is with "companions" where there are no people."""
        if phrase.noun not in ("companion", "mate") or any(b.sort == "person" and b.seen for b in self.cast.acting()):
            return None
        earlier = [i for i in sorted(out.ids) if i < phrase.i and self.cast.beings[out.ids[i][0]].sort == "animal"]
        return out.ids[earlier[0]][0] if earlier else None

    def _part(self, phrase: Phrase, out: Ground) -> None:
        """Give a body part or a piece of clothing to its owner."""
        owners = self._wearer(phrase, out)
        if not owners or in_hand(phrase):
            return
        out.parts[phrase.i] = owners
        if phrase.sort == "garment" and changing(phrase.token):
            return
        for key in owners:
            being = self.cast.beings[key]
            if phrase.sort == "body" and not ({phrase.noun} & (HAIRY | BEARDS | {"skin", "fur", "eye", "coat"})):
                continue
            text = " ".join((*phrase.adjectives, phrase.noun, *_prep_tail(phrase.token)))
            if phrase.noun in ("fur", "coat", "feather", "skin") and being.sort in ("animal", "fabled"):
                for word in phrase.adjectives:
                    if word in COLOURS or word in PATTERNS:
                        adjective(word, being.now, person=False)
                continue
            if being.sort in ("person", "fabled", "group") or phrase.sort == "garment":
                describe(text, being.now, person=True)

    def _wearer(self, phrase: Phrase, out: Ground) -> tuple[str, ...]:
        """Whose part or garment it is: the owner's, the noun's before "with", the subject's of "wears"."""
        token = phrase.token
        if phrase.owner is not None:
            return out.who(phrase.owner)
        near = out.ids.get(token.head.i - 1, ()) if token.dep_ == "pobj" and token.head.text.lower() in _WITH else ()
        if near and self.cast.beings[near[0]].kind == "character":
            return near
        above = self._above(phrase, out)
        if above is not None:
            return above
        loose = token.dep_ in ("ROOT", "appos", "conj", "nsubj")
        if phrase.sort == "garment":
            known = self._known_wearer(phrase)
            if known or not (self.cast.captions and loose and token.head.pos_ != "VERB"):
                return known
            return self._last_person(out, token.i) or self._recent_person()
        return self._last_person(out, token.i) if phrase.sort == "body" and loose else ()

    def _above(self, phrase: Phrase, out: Ground) -> tuple[str, ...] | None:
        """The bearer that the grammar names; None when it names none."""
        head = phrase.token
        while head.dep_ in ("conj", "appos", "dobj", "pobj", "prep", "compound", "attr", "acl", "advcl"):
            head = head.head
            ids = out.ids.get(head.i) or out.parts.get(head.i) or ()
            if head.pos_ in ("NOUN", "PROPN", "PRON") and ids:
                return ids
            if head.pos_ in ("VERB", "AUX"):
                wearing = lemma(head) in _WEARING or phrase.sort == "body"
                doers = tuple(i for t in subject(head) for i in out.who(t))
                if doers and (wearing or phrase.token.dep_ == "pobj"):
                    return doers
                if phrase.sort == "garment" and not wearing:
                    return self._known_wearer(phrase)
        return None

    def _known_wearer(self, phrase: Phrase) -> tuple[str, ...]:
        """Whoever wears "the scarf" that is spoken of."""
        kind = things.GARMENTS.get(phrase.noun)
        held = phrase.token.dep_ == "dobj" and lemma(phrase.token.head) in things.HELD
        if phrase.article == "a" or held:
            return ()
        wearers = [b for b in self.cast.acting() if kind in b.now.clothes]
        return (max(wearers, key=lambda b: b.last).id,) if wearers else ()

    def _recent_person(self) -> tuple[str, ...]:
        people = [b for b in self.cast.acting() if b.sort == "person" and b.mentions]
        return (max(people, key=lambda b: (b.last, b.rank)).id,) if people else ()

    def _last_person(self, out: Ground, before: int) -> tuple[str, ...]:
        for i in sorted((i for i in out.ids if i < before), reverse=True):
            if self.cast.beings[out.ids[i][0]].kind == "character":
                return out.ids[i]
        return ()

    def _tail(self, phrase: Phrase, ids: tuple[str, ...], out: Ground) -> None:
        """Looks that follow the noun: "a man in red", "a girl aged 7"."""
        if len(ids) != 1:
            return
        being = self.cast.beings[ids[0]]
        for child in phrase.token.rights:
            if child.dep_ in ("amod", "acl") and child.pos_ == "ADJ" and child.i > phrase.i:
                adjective(child.text.lower(), being.now, person=being.sort == "person")
            if child.dep_ == "prep" and child.text.lower() == "of":
                for inner in child.children:
                    if inner.dep_ == "pobj" and inner.lemma_.lower() in MATERIALS and phrase.sort == "thing":
                        being.looks.keep("material", inner.lemma_.lower())
        years = [t for t in phrase.token.lefts if t.dep_ == "amod" and t.text.lower() == "old"]
        if years:
            start = min(t.i for t in years[0].subtree)
            describe(phrase.token.doc[start : years[0].i + 1].text.replace(" - ", "-").replace(" ", "-"), being.now)

    # -- pronouns ------------------------------------------------------------------------------------------

    def _pronoun(self, token: Token, out: Ground, sentence: int) -> None:
        low = token.text.lower()
        if token.tag_ in ("WP", "WDT", "WP$") or low in ("who", "which", "whom"):
            head = token
            while head.dep_ not in ("relcl", "acl", "ROOT"):
                head = head.head
            if head.dep_ in ("relcl", "acl") and head.head.i in out.ids:
                out.ids[token.i] = out.ids[head.head.i]
            return
        if low in pronouns.SELF and self.first_person:
            out.ids[token.i] = (self._narrator().id,)
            self.cast.touch(out.ids[token.i], sentence, _rank(token))
            return
        if (low in pronouns.EVERYBODY or (low == "they" and _all(token))) and token.dep_ == "nsubj":
            out.ids[token.i] = pronouns.everybody(self.cast, sentence)
            return
        if low not in pronouns.ALL or (low == "it" and pleonastic(token)):
            return
        is_subject = token.dep_ in ("nsubj", "nsubjpass")
        barred = (
            set()
            if (token.tag_ == "PRP$" and token.dep_ == "poss") or low.endswith(("self", "selves"))
            else antecedents.barred(token, out)
        )
        if low in ("it", "them") and antecedents.undrawn(token, out):
            return
        ids = antecedents.handled(token, out, self.cast) or pronouns.resolve(
            low, self.cast, sentence, subject=is_subject, barred=barred,
            near=antecedents.doers(token, out, self.cast, sentence),
            far=antecedents.newcomers(token, out, self.cast, sentence),
        )  # fmt: skip
        if not ids and is_subject and low in ("he", "she"):
            ids = (self._unnamed(low, sentence).id,)
        if ids:
            out.ids[token.i] = ids
            self.cast.touch(ids, sentence, _rank(token) if token.dep_ != "poss" else 1)

    def _others(self, doc: Doc, out: Ground, sentence: int) -> None:
        """As in "One bird flies left, the other flies right": a second one of the same kind."""
        for token in doc:
            if (
                token.text.lower() not in ("other", "another")
                or token.i in out.ids
                or token.dep_ not in ("nsubj", "nsubjpass", "dobj", "pobj", "conj")
            ):
                continue
            before = [i for i in sorted(out.ids) if i < token.i and self.cast.beings[out.ids[i][0]].kind == "character"]
            first = self.cast.beings[out.ids[before[0]][0]] if before else None
            one = next((t for t in doc[: token.i] if t.text.lower() == "one" and t.head.pos_ == "NOUN"), None)
            if first is None or (one is not None and one.head.i not in out.ids):
                continue
            if first.count > 1:
                out.ids[token.i], out.counts[token.i] = (first.id,), 1
                continue
            twin = Being(
                self.cast.fresh_id(first.name),
                first.kind,
                first.sort,
                first.looks.copy(),
                first.name,
                heads=set(first.heads),
                born=sentence,
            )
            self.cast.beings[twin.id] = twin
            out.ids[token.i] = (twin.id,)
            self.cast.touch((twin.id,), sentence, 3)

    def _unnamed(self, word: str, sentence: int) -> Being:
        """Somebody who is only ever "he" or "she"."""
        noun = "man" if word == "he" else "woman"
        being = Being(
            self.cast.fresh_id(noun), "character", "person", Looks(noun=noun), noun, heads={noun}, born=sentence
        )
        being.gender = "male" if word == "he" else "female"
        self.cast.beings[being.id] = being
        self.cast.guesses[being.id] = f"{word!r} is nobody who was named before: shown as a {noun} of its own"
        return being

    def _narrator(self) -> Being:
        known = self.cast.beings.get("narrator")
        if known is None:
            known = Being("narrator", "character", "person", Looks(noun="person"), "I", heads={"narrator"})
            self.cast.beings["narrator"] = known
            self.cast.guesses["narrator"] = "the one who tells the story (I) is shown as a person of its own"
        return known

    # -- belief --------------------------------------------------------------------------------------------

    def _talked(self, doc: Doc, out: Ground, sentence: int) -> None:
        unreal = {verb.i for verb in main_verbs(doc) if not happens(verb)}
        for i in out.ids:
            if only_talked(doc[i], unreal):
                out.talked.add(i)
        real = {key for i, ids in out.ids.items() if i not in out.talked for key in ids}
        for i in out.talked:
            for key in set(out.ids[i]) - real:
                being = self.cast.beings[key]
                if being.born == sentence and doc[i].pos_ != "PRON" and not being.pinned:
                    being.mentions, being.last = 0, -1


def _all(token: Token) -> bool:
    """As in "soon they were all laughing"."""
    return any(c.text.lower() == "all" for c in (*token.children, *token.head.children))


def _rank(token: Token) -> int:
    head = token
    while head.dep_ == "conj":
        head = head.head
    if head.dep_ in ("nsubj", "nsubjpass", "ROOT", "attr"):
        return 3 if head.dep_ != "attr" else 2
    return 2 if head.dep_ in ("dobj", "dative", "agent") else 1


def _prep_tail(token: Token) -> list[str]:
    """Words of "in a low bun" after "hair"."""
    return [
        t.text.lower() for c in token.rights if c.dep_ == "prep" and c.text.lower() in ("in", "with") for t in c.subtree
    ]


def quoted(doc: Doc) -> list[int]:
    """Indices of the tokens that stand in for quotations."""
    return [token.i for token in doc if in_quote(token)]
