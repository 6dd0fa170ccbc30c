"""Owns the rules about shots as wholes: adding, telling anew, copying, moving, removing, cutting, joining, lengths.

Does not know: light, camera, cast, commands.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping

from agent.chat.bag import bag_of, meaning
from agent.chat.naming import Spoken, Unclear, Unknown, entity_of
from agent.chat.rule import Build, Heard, Meaning
from agent.chat.shots import ORDINALS
from agent.chat.values import WEATHER, first_of, seconds_in
from agent.edits import (
    AddShot,
    CopyShot,
    MergeShots,
    MoveShot,
    RemoveShots,
    Retime,
    SetAction,
    SplitShot,
)
from planners import Entity, Plan, PlanError, lemmas, third_person


def _after(heard: Heard) -> str | None:
    """Id of the shot that a new one follows; None: it comes first."""
    plan = heard.plan
    if heard.has("low"):
        return (
            plan.shots[int(heard.text("low")) - 1].id
            if int(heard.text("low")) <= len(plan.shots)
            else plan.shots[-1].id
        )
    edge = heard.text("edge").lower()
    if edge:
        return None if re.search(r"start|begin|first", edge) else plan.shots[-1].id
    if heard.has("shots"):
        found = heard.shots()
        if heard.text("side").lower() == "after":
            return found[-1]
        return before(plan, found[0])
    return plan.shots[-1].id


def before(plan: Plan, shot_id: str) -> str | None:
    """Id of the shot before; None for the first."""
    at = [shot.id for shot in plan.shots].index(shot_id)
    return plan.shots[at - 1].id if at else None


def sentence(text: str) -> str:
    """With a capital and a full stop."""
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?", '"', "”")) else ".")


def in_present(who: str, deed: str) -> str:
    """Who does what: "Mara" and "wave at the fox" -> "Mara waves at the fox."."""
    verb, _, rest = deed.strip().partition(" ")
    many = bool(re.search(r"\band\b|^they$|^the \w+s$", who, re.IGNORECASE)) and not who.endswith("ss")
    told = verb if many or verb.endswith("s") else third_person(verb)
    return sentence(f"{who} {told} {rest}".strip())


def _add(heard: Heard) -> Meaning:
    if heard.has("then"):
        return _then(heard)
    if heard.has("next"):
        after = heard.spoken.shot or heard.plan.shots[-1].id
        return (
            [AddShot(text=sentence(heard.text("next")), after=after)]
            if begins_with(heard.text("next"), heard)
            else None
        )
    length = seconds_in(f"{heard.text('length')} seconds") if heard.has("length") else None
    return [AddShot(text=_now(heard.text("text"), heard), after=_after(heard), seconds=length)]


def _then(heard: Heard) -> Meaning:
    """Somebody of the film does something before or after a shot: that is a new one."""
    text = re.sub(r"\bshould (?=[a-z])", "", heard.text("then"), count=1)
    if not begins_with(text, heard) or _IMPERATIVE.match(text):
        return None
    return [AddShot(text=_now(text, heard), after=_after(heard))]


def _now(text: str, heard: Heard) -> str:
    """What somebody of the film does, in the present: "Mia stumble" -> "Mia stumbles."."""
    words = text.split()
    for count in (2, 1):
        who, deed = " ".join(words[:count]), words[count:]
        if not deed or deed[0] not in lemmas(deed[0].lower(), "verb"):
            continue
        try:
            entity_of(who, heard.plan, heard.spoken, kinds=("character", "prop"), exact=True)
        except Unclear:
            return in_present(who, " ".join(deed))
        except Unknown:
            continue
        return in_present(who, " ".join(deed))
    return sentence(text)


def _open(heard: Heard) -> Meaning:
    first = bool(re.match(r"start|begin|open", heard.text("edge").lower()))
    return [AddShot(text=sentence(heard.text("text")), after=None if first else heard.plan.shots[-1].id)]


def _tell(heard: Heard) -> Meaning:
    if _IMPERATIVE.match(heard.text("text")):
        return None
    return _plainly(heard) or [SetAction(shot=heard.shot(), text=sentence(heard.text("text")))]


def _plainly(heard: Heard) -> Meaning:
    """Light, camera and the like, when that is all the line has."""
    try:
        return meaning(bag_of(heard.match.string, heard.plan, heard.spoken))
    except PlanError:
        return None


_IMPERATIVE = re.compile(
    r"(?:make|set|turn|let|cut|remove|delete|add|change) (?:it|this|that|them|the)\b", re.IGNORECASE
)


def _let(heard: Heard) -> Meaning:
    if heard.text("who").endswith("'s") or '"' in heard.text("deed"):
        return None
    if " and " in heard.text("who"):
        return _let_all(heard)
    known = heard.known("who", "character", "prop")
    if known is None:
        return None
    if first_of(WEATHER, heard.text("deed").lower()) and heard.text("who").lower() == "it":
        return None
    who = _called(heard, known)
    return [SetAction(shot=heard.shot(), text=in_present(who, heard.text("deed")))]


def _let_all(heard: Heard) -> Meaning:
    """Several who do the same."""
    names = re.split(r",? and |, ", heard.text("who"))
    kinds = ("character", "prop")
    try:
        for name in names:
            entity_of(name, heard.plan, heard.spoken, kinds=kinds, exact=True)
    except Unknown:
        return None
    return [SetAction(shot=heard.shot(), text=in_present(heard.text("who"), heard.text("deed")))]


def _called(heard: Heard, known: Entity) -> str:
    """Somebody as the person calls them, where nobody else could be meant; else the name."""
    words = heard.text("who")
    name = known.name if known.name[:1].isupper() else f"the {known.name}"
    if words.lower() in ("he", "she", "it", "they", "him", "her", "them") or not re.match("the ", words, re.I):
        return name
    try:
        return words if entity_of(words, heard.plan, Spoken(), exact=True) else name
    except PlanError:
        return name


def _happens(heard: Heard) -> Meaning:
    """A whole sentence about a shot, when it begins with somebody whom the film knows."""
    if not begins_with(heard.text("text"), heard):
        return None
    return [SetAction(shot=heard.shot(), text=sentence(heard.text("text")))]


def begins_with(words: str, heard: Heard) -> bool:
    """Whether words begin with somebody or something that the film knows."""
    told = words.split()
    for count in (3, 2, 1):
        try:
            entity_of(" ".join(told[:count]), heard.plan, heard.spoken, kinds=("character", "prop"), exact=True)
        except Unclear:
            return True
        except Unknown:
            continue
        return True
    return False


def _copy(heard: Heard) -> Meaning:
    after = _after(heard) if heard.has("side") or heard.has("edge") else None
    source = heard.shot("shots2")
    return [CopyShot(shot=source, after=after)]


def _remove(heard: Heard) -> Meaning:
    return [RemoveShots(shots=heard.shots())]


def _keep_only(heard: Heard) -> Meaning:
    kept = set(heard.shots())
    gone = tuple(shot.id for shot in heard.plan.shots if shot.id not in kept)
    return [RemoveShots(shots=gone)] if gone else None


def _move(heard: Heard) -> Meaning:
    moved = heard.shots()
    edge = heard.text("edge").lower()
    if edge:
        after = None if re.search(r"start|begin|open|first|front|top", edge) else _last_other(heard.plan, moved)
    else:
        target = heard.shots("shots2")
        after = target[-1] if heard.text("side").lower() in ("after", "behind") else before(heard.plan, target[0])
    edits = []
    for name in moved:
        edits.append(MoveShot(shot=name, after=after))
        after = name
    return edits


def _last_other(plan: Plan, moved: tuple[str, ...]) -> str | None:
    return next((shot.id for shot in reversed(plan.shots) if shot.id not in moved), None)


def _to_position(heard: Heard) -> Meaning:
    shot, told = heard.shot(), heard.text("number").lower()
    number = int(told) if told.isdigit() else ORDINALS[told]
    others = [item.id for item in heard.plan.shots if item.id != shot]
    return [MoveShot(shot=shot, after=others[min(number, len(others) + 1) - 2] if number > 1 else None)]


def _swap(heard: Heard) -> Meaning:
    pair = heard.shots()
    if len(pair) != 2:
        return None
    ids = [shot.id for shot in heard.plan.shots]
    a, b = sorted(pair, key=ids.index)
    to = before(heard.plan, a)
    if ids.index(b) == ids.index(a) + 1:
        return [MoveShot(shot=b, after=to)]
    return [MoveShot(shot=a, after=before(heard.plan, b)), MoveShot(shot=b, after=to)]


def _split(heard: Heard) -> Meaning:
    return [SplitShot(shot=heard.shot())]


def _merge(heard: Heard) -> Meaning:
    found = heard.shots()
    if heard.has("shots2"):
        found = (*found, *heard.shots("shots2"))
    if len(found) == 1:
        return [MergeShots(shot=found[0])]
    ids = [shot.id for shot in heard.plan.shots]
    places = sorted(ids.index(name) for name in found)
    if any(b != a + 1 for a, b in itertools.pairwise(places)):
        return None
    return [MergeShots(shot=ids[places[0]])] * (len(places) - 1)


_FACTORS = {
    "twice as long": 2.0, "double the length": 2.0, "double": 2.0, "half as long": 0.5, "half the length": 0.5,
    "much longer": 2.0, "much shorter": 0.5, "a lot longer": 2.0, "a lot shorter": 0.5, "a bit longer": 1.25,
    "a little longer": 1.25, "slightly longer": 1.25, "a bit shorter": 0.8, "a little shorter": 0.8,
    "slightly shorter": 0.8, "longer": 1.5, "shorter": 0.67, "linger": 1.5, "slower": 1.3, "quicker": 0.75,
    "faster": 0.75,
    "snappier": 0.75, "too long": 0.67, "too short": 1.5, "drags": 0.67, "too slow": 0.75, "too fast": 1.3,
}  # fmt: skip


def _retime(heard: Heard) -> Meaning:
    words = heard.match.string.lower()
    shots = heard.shots()
    amount = seconds_in(words)
    if amount is None:
        factor = next((value for phrase, value in _FACTORS.items() if phrase in words), None)
        return [Retime(shots=shots, factor=factor)] if factor else None
    if heard.has("sign") or heard.has("less"):
        return [Retime(shots=shots, by=-amount if heard.text("sign") == "-" or heard.has("less") else amount)]
    if re.search(r"longer|extend|lengthen|add|more|extra|another|hold .* for another", words):
        return [Retime(shots=shots, by=amount)]
    if re.search(r"shorter|trim|shorten|cut|shave|less|fewer|off", words):
        return [Retime(shots=shots, by=-amount)]
    return [Retime(shots=shots, seconds=amount)]


MEANINGS: Mapping[str, Build] = {
    "add": _add, "open": _open, "copy": _copy, "swap": _swap, "move": _move, "to_position": _to_position,
    "merge": _merge,
    "split": _split, "retime": _retime, "remove": _remove, "keep_only": _keep_only, "tell": _tell, "let": _let,
    "happens": _happens,
}  # fmt: skip
"""Name in the grammar -> function."""
