"""Owns events: who does what to whom in each clause, how fast, with what feeling, and what it changes.

Does not know: how nouns were grounded, where the sentence plays.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planners.backends.rules import motion, things, verbs
from planners.backends.rules.adjuncts import clause_tokens, prepositions
from planners.backends.rules.belief import AIMS
from planners.backends.rules.cast import Cast
from planners.backends.rules.clauses import by_agents, happens, lemma, main_verbs, objects, particle, passive, subject
from planners.backends.rules.grounded import Ground
from planners.backends.rules.manners import emotion_of, entering, manner_of, pace_of, sounds_of, state_of
from planners.backends.rules.nouns import in_quote
from planners.backends.rules.tables import wordset
from planners.reading import Event, Motion, Region

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from planners.plan import Action, Emotion

_PATIENT_PREPS = wordset("at on upon for with to about against into onto over")
_TARGETS = {
    "to": "toward",
    "toward": "toward",
    "towards": "toward",
    "at": "toward",
    "into": "toward",
    "onto": "toward",
    "after": "follow",
    "from": "away",
    "away from": "away",
    "behind": "follow",
    "off": "away",
    "out of": "away",
    "with": "with",
    "near": "toward",
    "up to": "toward",
    "closer to": "toward",
    "on": "toward",
}


class Teller:
    """Makes the events of one sentence after another."""

    def __init__(self, cast: Cast, *, prompt: bool) -> None:
        """Tell about `cast`; in a prompt, futures are real."""
        self.cast = cast
        self.prompt = prompt
        self.made = 0
        self.last: tuple[str, ...] = ()
        """Who acted last: they go on in "Nights are spent camping"."""

    def tell(self, doc: Doc, ground: Ground, sentence: int) -> list[Event]:
        """The events of a sentence, in order."""
        verbs_here = main_verbs(doc)
        heads = {verb.i for verb in verbs_here}
        out: list[Event] = []
        for verb in verbs_here:
            if not happens(verb, prompt=self.prompt):
                continue
            event = self._event(verb, clause_tokens(verb, heads), ground, sentence, out)
            if event is not None:
                out.append(event)
                self.made += 1
                people = tuple(
                    a
                    for a in event.agents
                    if self.cast.beings[a].kind == "character" and not self.cast.beings[a].plural
                )
                if len(people) >= 2:
                    self.cast.together = (sentence, people)
                self.last = tuple(a for a in event.agents if self.cast.beings[a].kind == "character") or self.last
        out.extend(self._shown(doc, ground, sentence, out))
        return out

    def _shown(self, doc: Doc, ground: Ground, sentence: int, told: list[Event]) -> list[Event]:
        """What adjectives say that somebody is doing: "a sleeping dog", "a grinning clown"."""
        busy = {agent for event in told for agent in event.agents}
        out: list[Event] = []
        for i in sorted(ground.ids):
            ids = tuple(k for k in ground.ids[i] if self.cast.beings[k].kind == "character" and k not in busy)
            doing = [c for c in doc[i].lefts if c.dep_ == "amod" and c.text.lower().endswith("ing")]
            action = next(
                (verbs.ACTIONS[v] for c in doing if (v := verbs.of_participle(c.text.lower())) in verbs.ACTIONS), None
            )
            if not ids or action not in verbs.SHOWN or i in ground.talked:
                continue
            self.made += 1
            text, verb = f"{doing[0].text} {doc[i].text}", verbs.of_participle(doing[0].text.lower())
            out.append(
                Event(
                    id=f"e{self.made}", sentence=sentence, text=text, verb=verb, action=action, agents=ids,
                    emotion=emotion_of(doing[0], [doing[0]]),
                )
            )  # fmt: skip
        return out

    def _event(
        self, verb: Token, clause: list[Token], ground: Ground, sentence: int, before: list[Event]
    ) -> Event | None:
        agents, patients = self._roles(verb, ground)
        words = " ".join(token.text.lower() for token in clause)
        emotion = emotion_of(verb, clause)
        if not agents and _descriptive(verb, ground):
            return None
        if not any(self.cast.beings[a].kind == "character" for a in agents or patients):
            emotion = "neutral"
        if not _visible(verb, clause, agents, patients, emotion):
            return None
        recipient = self._recipient(verb, ground, agents)
        patients = tuple(p for p in patients if p != recipient) + self._by_preposition(verb, ground, agents, patients)
        if name_said(verb):
            emotion = "neutral" if lemma(verb) == "cry" else emotion
        moved = self._motion(verb, clause, ground, agents, patients, before)
        return Event(
            id=f"e{self.made + 1}",
            sentence=sentence,
            text=_text(clause),
            verb=lemma(verb),
            action=_moving(action_of(verb, patients), moved),
            agents=agents,
            patients=tuple(dict.fromkeys(patients)),
            recipient=recipient,
            instruments=self._instruments(verb, ground, agents, patients),
            motion=moved,
            emotion=emotion,
            pace=pace_of(verb, clause),
            state=state_of(verb, agents, patients),
            sounds=sounds_of(verb, words),
        )

    def _roles(self, verb: Token, ground: Ground) -> tuple[tuple[str, ...], tuple[str, ...]]:
        if passive(verb):
            done_to = _ids(objects(verb) or subject(verb), ground)
            return _ids(by_agents(verb), ground), done_to
        agents = _ids(subject(verb), ground)
        patients = tuple(i for i in _ids(objects(verb) or _perceived(verb), ground) if i not in agents)
        if (
            not agents
            and verb.tag_ in ("VBG", "VBN")
            and not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
        ):
            doers = subject(verb)
            if doers and all(
                t.lemma_.lower() in ("night", "day", "hour", "evening", "morning", "time", "week", "year")
                for t in doers
            ):
                agents = tuple(i for i in self.last if i not in patients)
        return agents, patients

    def _recipient(self, verb: Token, ground: Ground, agents: tuple[str, ...]) -> str | None:
        if lemma(verb) not in verbs.GIVE | verbs.SAY:
            return None
        for child in verb.children:
            if child.dep_ == "dative":
                token = next((c for c in child.children if c.dep_ == "pobj"), child)
                if ids := self._characters(ground.who(token), agents):
                    return ids[0]
        for prep, token in prepositions(verb):
            if prep == "to" and (ids := self._characters(ground.who(token), agents)):
                return ids[0]
        return None

    def _characters(self, ids: tuple[str, ...], barred: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(i for i in ids if i not in barred and self.cast.beings[i].kind == "character")

    def _by_preposition(
        self, verb: Token, ground: Ground, agents: tuple[str, ...], patients: tuple[str, ...]
    ) -> tuple[str, ...]:
        """What is looked at, pounced on, nibbled at."""
        moves = lemma(verb) in verbs.MOVERS
        for prep, token in prepositions(verb):
            if (lemma(verb), prep) in AIMS:
                continue
            ids = tuple(i for i in ground.who(token) if i not in agents and i not in patients)
            if (
                ids
                and not patients
                and (prep in _PATIENT_PREPS if not moves else prep in ("on", "at", "upon", "over", "with"))
            ):
                return ids
        return ()

    def _instruments(
        self, verb: Token, ground: Ground, agents: tuple[str, ...], patients: tuple[str, ...]
    ) -> tuple[str, ...]:
        found = [
            i for prep, token in prepositions(verb) if prep in ("with", "using") for i in ground.ids.get(token.i, ())
        ]
        return tuple(i for i in found if self.cast.beings[i].kind == "prop" and i not in agents and i not in patients)

    # -- movement ------------------------------------------------------------------------------------------

    def _motion(
        self,
        verb: Token,
        clause: list[Token],
        ground: Ground,
        agents: tuple[str, ...],
        patients: tuple[str, ...],
        before: list[Event],
    ) -> Motion | None:
        name = lemma(verb)
        words = "".join(t.text_with_ws for t in clause)
        start, way, end = motion.path(words)
        heading = None if _moves_its_object(verb) else motion.direction(words)
        mutual = motion.mutual(words) if self._several(agents) else None
        off = verbs.PHRASAL.get((name, particle(verb))) in verbs.TRAVEL
        goes = (name in verbs.MOVERS and (name not in verbs.STILL or end or heading or start)) or off
        if not (goes or mutual or _on_a_way(verb, start, end, heading)) or not (agents or patients):
            return None
        start = start or self._went_on(agents, before)
        target, relation = self._target(verb, ground, agents, patients)
        past = self._object_of(verb, ground, ("past", "over", "by", "through", "across", "along"), agents)
        around = self._object_of(verb, ground, ("around", "round", "about"), agents)
        if around is None and name in ("spin", "circle", "whirl", "twirl", "rotate", "orbit", "revolve"):
            around = patients[0] if patients and name in ("circle", "orbit") else ""
        if around is None and _CIRCLING.search(verb.doc.text.lower()):
            around = next((i for _, t in _deep(verb) for i in ground.ids.get(t.i, ()) if i not in agents), "")
        start, end = entering(verb, start, end, heading)
        if mutual:
            return Motion(manner=manner_of(name, self._flies(agents)), relation=mutual)
        return Motion(
            start=start,
            way=way,
            end=end,
            direction=heading,
            past=past,
            target=target,
            around=around,
            manner=manner_of(name, self._flies(agents or patients)),
            relation=relation,
        )

    def _several(self, agents: tuple[str, ...]) -> bool:
        """Whether more than one does something."""
        return len(agents) > 1 or any(self.cast.beings[a].count > 1 or self.cast.beings[a].members for a in agents)

    def _went_on(self, agents: tuple[str, ...], before: list[Event]) -> Region | None:
        """Where the same doer ended in the clause before."""
        for event in reversed(before):
            if event.agents == agents and event.motion is not None:
                return event.motion.end or (event.motion.start if event.verb in ("start", "begin", "stand") else None)
        return None

    def _target(
        self, verb: Token, ground: Ground, agents: tuple[str, ...], patients: tuple[str, ...]
    ) -> tuple[str | None, str]:
        name = lemma(verb)
        if patients and name in (
            "chase",
            "follow",
            "approach",
            "pursue",
            "hunt",
            "stalk",
            "join",
            "meet",
            "reach",
            "leave",
            "escape",
            "flee",
            "enter",
            "accompany",
            "climb",
            "scale",
            "mount",
        ):
            relation = {"leave": "away", "escape": "away", "flee": "away", "accompany": "with"}.get(
                name, "follow" if name in ("chase", "follow", "pursue", "hunt", "stalk") else "toward"
            )
            return patients[0], relation
        for prep, token in prepositions(verb):
            ids = tuple(i for i in ground.who(token) if i not in agents)
            relation = _TARGETS.get(prep, "")
            if ids and relation:
                return ids[0], relation
        return None, "none"

    def _object_of(self, verb: Token, ground: Ground, wanted: tuple[str, ...], agents: tuple[str, ...]) -> str | None:
        for prep, token in prepositions(verb):
            ids = tuple(i for i in ground.ids.get(token.i, ()) if i not in agents)
            if ids and prep in wanted:
                return ids[0]
        return None

    def _flies(self, agents: tuple[str, ...]) -> str:
        return self.cast.beings[agents[0]].noun if agents else ""


def _deep(verb: Token) -> list[tuple[str, Token]]:
    """What is circled, however deep in the clause: "goes round and round a tree", "in a circle around a crumb"."""
    words = ("around", "round", "about")
    return [
        (t.text, c)
        for t in verb.subtree
        if t.text.lower() in words
        for c in t.children
        if c.dep_ in ("pobj", "dobj", "npadvmod", "conj")
    ] or [(c.text, c) for c in verb.children if c.dep_ == "dobj"]


def boards(verb: Token) -> bool:
    """Whether the verb tells of getting on, into, off or out of something that carries."""
    name = lemma(verb)
    if name in ("board", "mount") and any(things.rideable(t.lemma_.lower()) for t in objects(verb)):
        return True
    ways = ("in", "into", "on", "onto", "inside", "aboard", "off", "out of", "from", "off of", "back in", "back on")
    carried = any(prep in ways and things.rideable(t.lemma_.lower()) for prep, t in prepositions(verb))
    return name in verbs.GETTING and (carried or _gets_in(verb))


def _gets_in(verb: Token) -> bool:
    """Whether "got in" ends a clause after something that carries was named in its sentence."""
    ways = ("in", "on", "aboard", "out", "off")
    closing = any(c.dep_ in ("prt", "advmod") and c.text.lower() in ways for c in verb.children)
    before = verb.doc[verb.sent.start : verb.i]
    return closing and not objects(verb) and any(things.rideable(t.lemma_.lower()) for t in before)


def _moves_its_object(verb: Token) -> bool:
    """As in "slams down a plate", "puts up the flag": up or down goes the thing, not who does it."""
    return particle(verb) in ("up", "down") and bool(objects(verb)) and lemma(verb) not in verbs.MOVERS


_CIRCLING = re.compile(r"\bin (?:an? )?(?:\w+ )?circles?\b|\bround and round\b|\b(?:does|making|makes|in) loops?\b")
_IN_PLACE = wordset(
    "look see watch stare gaze point face turn lean stretch reach be stand sit lie sleep wait talk speak call shout "
    "wave hang extend spread stay remain live grow glance smile listen read write hold show say shine glow slam bang "
    "put set lay place knock cut tear jot pour gulp swallow"
)
"""Verbs whose directions are no way that the doer goes."""
_WAYS = wordset("down up along past across through around over toward towards into")


def _on_a_way(verb: Token, start: Region | None, end: Region | None, heading: str | None) -> bool:
    """Whether a verb that is none of movement tells of one: "weaves from left to right", "roars down the road"."""
    name = lemma(verb)
    if name in _IN_PLACE or any(c.dep_ == "dobj" and c.head == verb and c.i < verb.i + 2 for c in verb.children):
        return False
    if start and end:
        return True
    noisy = verbs.ACTIONS.get(name, "sing") in ("sing", "cook", "play", "listen")
    ways = {c.text.lower() for c in verb.children if c.dep_ in ("prep", "prt", "advmod")}
    return noisy and bool(ways & _WAYS) and (heading not in ("away", "toward") or bool(ways))


def _sets_out(verb: Token) -> bool:
    """As in "they hit the road"."""
    roads = ("road", "trail", "beach", "slope", "street")
    return lemma(verb) == "hit" and any(t.lemma_.lower() in roads for t in objects(verb))


def action_of(verb: Token, patients: tuple[str, ...]) -> Action:
    """The closed action for a verb with its particle; unknown verbs by whether they have an object."""
    name, extra = lemma(verb), particle(verb)
    if name in verbs.SAY and name not in ("sing", "laugh", "giggle") and any(in_quote(t) for t in verb.doc):
        return "talk"
    taking = any(c.dep_ == "dobj" for c in verb.children)
    off = extra == "off" and name not in verbs.MOVERS
    if taking and (off or name in ("hang", "lean", "drop", "melt", "drip", "fly", "walk", "rest")):
        return "hold" if name == "fly" else "walk" if name == "walk" else "reach"
    if name in ("enjoy", "have", "finish", "share", "try", "savor", "love") and any(
        c.dep_ == "dobj" and _edible(c) for c in verb.children
    ):
        return "eat"
    if name in verbs.STEERING and any(things.rideable(t.lemma_.lower()) for t in objects(verb)):
        return verbs.STEERING[name]
    if boards(verb) or _sets_out(verb):
        return "climb" if boards(verb) else "walk"
    phrasal = verbs.PHRASAL.get((name, extra))
    if phrasal:
        return phrasal  # type: ignore[return-value]
    if name in verbs.ACTIONS:
        return verbs.ACTIONS[name]
    for prefix in ("re", "un", "out", "over"):
        if name.startswith(prefix) and name[len(prefix) :] in verbs.ACTIONS:
            return verbs.ACTIONS[name[len(prefix) :]]
    return "reach" if patients else "stand"


def _perceived(verb: Token) -> list[Token]:
    """Who is seen or heard doing something: the hermit of "saw a hermit drawing water"."""
    if lemma(verb) not in ("see", "hear", "watch", "find", "notice", "spot", "observe", "catch"):
        return []
    inner = [c for c in verb.children if c.dep_ == "ccomp" and c.tag_ in ("VBG", "VB")]
    return [t for c in inner for t in c.children if t.dep_ == "nsubj"]


def _descriptive(verb: Token, ground: Ground) -> bool:
    """As in "A lamp attached to the easel", "her scarf is tucked": a state, told as if something were done."""
    if verb.tag_ != "VBN":
        return False
    return verb.dep_ in ("acl", "relcl", "advcl") or not any(t.i in ground.ids for t in objects(verb))


def _edible(token: Token) -> bool:
    return any(t.lemma_.lower() in things.FOODS for t in (token, *token.conjuncts))


def name_said(verb: Token) -> bool:
    """Whether the verb frames a quotation."""
    return lemma(verb) in verbs.SAY and any(in_quote(t) for t in verb.doc)


def _moving(action: Action, moved: Motion | None) -> Action:
    """A bird that moves flies, a ball that moves rolls; who weaves down a slope moves."""
    if moved is None or action in verbs.TRAVEL - {"walk"}:
        return action
    if action not in ("walk", "stand"):
        return moved.manner if action in ("sing", "cook", "play", "listen") else action
    return moved.manner if moved.manner in ("fly", "swim", "roll", "drive", "float", "crawl") else action


def _ids(tokens: list[Token], ground: Ground) -> tuple[str, ...]:
    return tuple(dict.fromkeys(i for token in tokens for i in ground.who(token)))


def _visible(
    verb: Token, clause: list[Token], agents: tuple[str, ...], patients: tuple[str, ...], emotion: Emotion
) -> bool:
    """Whether anything of the clause can be seen on somebody."""
    name = lemma(verb)
    if not agents and not patients:
        return False
    if name == "be":
        there = any(c.dep_ == "expl" or c.text.lower() == "there" for c in verb.children)
        located = any(c.dep_ == "prep" for c in verb.children)
        return there or located or emotion != "neutral"
    if name in verbs.DRESS or (name in ("have", "own") and not any(c.dep_ == "dobj" for c in verb.children)):
        return False
    followed = any(c.dep_ in ("xcomp", "ccomp") and c.pos_ == "VERB" for c in verb.children)
    if followed and (name in verbs.ATTEMPT | verbs.UNSEEN):
        return False
    if agents and boards(verb):
        return True
    if name in verbs.UNSEEN:
        if (name, particle(verb)) in verbs.PHRASAL:
            return bool(agents)
        if name in ("fill", "complete", "mark", "make") and patients and passive(verb) is False:
            return bool(agents)
        return bool(
            (
                name in ("enjoy", "have", "share", "finish")
                and agents
                and any(c.dep_ == "dobj" and _edible(c) for c in verb.children)
            )
            or (name in ("hold", "get", "use", "do") and patients)
            or (
                name in ("start", "begin", "end", "finish")
                and motion.path("".join(t.text_with_ws for t in clause)) != (None, (), None)
            )
            or (emotion not in ("neutral",) and bool(agents) and name in ("feel", "become", "grow", "seem", "enjoy"))
        )
    return True


def _text(clause: list[Token]) -> str:
    out = ""
    last = None
    for token in clause:
        if last is not None and token.i > last.i + 1 and not out.endswith(" "):
            out += " "
        out += token.text_with_ws
        last = token
    return out.replace('"Yes,"', "").replace('"Yes."', "").strip(' ,;"') or (clause[0].text if clause else "")
