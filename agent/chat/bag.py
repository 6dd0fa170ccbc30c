"""Owns reading a line by what is in it, in whatever order: shots, light, camera, lengths, whom, and what is to be done.

The last resort after the sentences of the grammar, and a careful one: every word must be accounted for, so that a line
with anything that it does not know is not understood rather than half understood. Does not know: commands.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from agent.chat.naming import Spoken, Unclear, Unknown, entity_of
from agent.chat.shots import SHOTS, shots_of
from agent.chat.values import (
    ANGLES,
    FRAMINGS,
    MOODS,
    MOVES,
    SECONDS,
    SPEEDS,
    TIMES,
    TRANSITIONS,
    WEATHER,
    seconds_in,
    taken,
)
from agent.edits import (
    Edit,
    MergeShots,
    RemoveEntity,
    RemoveLine,
    RemoveShots,
    Retime,
    SetCamera,
    SetFilm,
    SetLight,
    SetTransition,
    SplitShot,
)
from planners import Entity, Plan

CLOSER = ("extreme wide", "wide", "full", "medium wide", "medium", "medium close-up", "close-up", "extreme close-up")
"""From far to near: "closer" is the next."""
LENGTHS: Mapping[str, float] = {
    r"twice as long|doubled?(?: the length)?": 2.0, r"(?:half|halve)(?: (?:as long|the length))?": 0.5,
    r"(?:much|a lot|way|far|considerably) longer": 2.0, r"(?:much|a lot|way|far|considerably) shorter": 0.5,
    r"(?:a (?:bit|beat|moment|little)|slightly) (?:too long|long winded)": 0.8,
    r"(?:a (?:bit|beat|moment|little)|slightly) longer": 1.25, r"(?:a (?:bit|little)|slightly) shorter": 0.8,
    r"(?:goes|go|going) on (?:for )?(?:too long|forever)|too long|too slow|drags?|over ?long": 0.67,
    r"(?:is )?(?:over|gone) too (?:quickly|quick|soon|fast)|too short|too fast|too quick|too quickly|rushed": 1.5,
    r"(?:don't|do not|should not) (?:linger|stay|dwell|hold)(?: so long| that long)?": 0.67,
    r"(?:see )?more of|(?:more|extra) (?:time|room|air)(?: to breathe)?|(?:time|room) to breathe|breathe|longer"
    r"|lengthen|extend"
    r"|stretch"
    r"|linger|prolong|slow(?:er)?(?: (?:down|things down))?|draw out|hold|pad": 1.5,
    r"(?:see )?less of|less time|shorter|shorten|trim|tighten(?: up)?|brisker|snappier|(?:pick|speed|hurry)(?:s"
    r"|ed)? (?:things "
    r"|it )?up"
    r"(?: the pace)?|pick up the pace|faster|quicker|cut down": 0.67,
}  # fmt: skip
"""What people say of lengths -> times the length as it is. Longer phrases first."""
FILM: Mapping[str, str] = {
    r"music|score|soundtrack|songs?": "music", r"narrat(?:ion|or|ing)|voice-?overs?": "narration",
    r"subtitles?|captions?|subs": "subtitles",
}  # fmt: skip
DEEDS: Mapping[str, str] = {
    r"(?:shouldn't|should not|doesn't|must not|mustn't) (?:say|speak|talk)(?: a word| anything)?|says? nothing"
    r"|stays? (?:silent|quiet)": "hush",
    r"merge|join|combine|fuse|glue|unite|blend|(?:as|into|in|be|become) (?:one|a single)(?: long)?(?: take"
    r"| shot)?|together"
    r"|one take|a single(?: take| shot)?": "merge",
    r"(?:split|break|divide|chop|cut)(?: up)?(?: (?:in|into|down))?(?: the)? (?:two|half|halves|middle|2)"
    r"(?: parts| shots)?|split|break up|divide|chop": "split",
    r"get rid of|do(?:ing)? (?:away with|without)|don't (?:want|need|like)|not needed|aren't needed|isn't needed"
    r"|unnecessary|superfluous|no need for|needless|redundant|should go|can go|no(?: more)?|without|toss": "remove",
    r"remove|delete|drop|cut|lose|kill|scrap|axe|nix|bin|chuck|trash|erase|omit|dump|ditch|eliminate"
    r"|(?:take|throw|leave|get|cut)s?(?=.*\b(?:out|away)\b)": "remove",
    r"closer|tighter|nearer": "closer", r"wider|further away|farther away|further back": "wider",
    r"line|dialogue|words|speech": "line", r"add|bring back|turn on|switch on|put on": "add", r"burn(?: in)?": "burn",
    r"off|mute|silence|silent": "off",
}  # fmt: skip
"""What is to be done -> its name."""
GLUE = re.compile(
    r"the|a|an|some|any|this|that|it|its|to|in|into|on|at|of|for|from|with|and|by|as|be|is|are|was|been|so|"
    r"make|makes|set|turn|have|has|let|change|switch|give|put|go|goes|keep|use|get|gets|do|take|takes|play|play"
    r"s|come|comes|shoot|film|show|render|want|like|need|see|look|looks|looking|feel|feels|seem|happen|happens"
    r"|place|stay|become|becomes|should|more|bit|little|lot|much|very|really|please|just|now|again|there|all|o"
    r"nly|still|lit|during|while|when|over|weather|light|lighting|mood|feeling|atmosphere|tone|ambience|time|s"
    r"ky|scene|moment|ramp|up|down|head|tail|end|start|camera|angle|view|shot|shots|framing|lens|reverse|slow|"
    r"here|each|both|entire|whole|film|movie|instead|long|short|raging|falling|outside|heavy|bright|broad|audi"
    r"ence|things|off|out|away|needs|wants|back|style|me|us|we|i|you|he|she|they|them|cut|join|"
    r"transition|transitions|through|between|gone|stale|hang|try|says|say|said|anything|because|also|across"
    r"|along|towards?|around|past|breaks?|falls?|last|lasts|begins?",
    re.IGNORECASE,
)
"""Words that say nothing by themselves."""


@dataclass(frozen=True)
class Bag:
    """What is in a line."""

    plan: Plan
    shots: tuple[str, ...]
    named: bool
    """Whether the shots were named."""
    has: frozenset[str]
    """Names of everything that is there: shots, time, camera fields, longer, who, deeds, parts of the film."""
    values: Mapping[str, str]
    seconds: float | None = None
    factor: float | None = None
    who: tuple[Entity, ...] = ()
    text: str = ""
    left: tuple[str, ...] = ()
    """Words that nothing accounts for."""
    deeds: frozenset[str] = field(default_factory=frozenset)


_TABLES: Sequence[tuple[str, Mapping[str, str]]] = (
    ("time", TIMES), ("weather", WEATHER), ("framing", FRAMINGS), ("angle", ANGLES), ("move", MOVES),
    ("kind", TRANSITIONS), ("mood", MOODS),
)  # fmt: skip


def bag_of(text: str, plan: Plan, spoken: Spoken) -> Bag:
    """What is in a line.

    Raises:
        Unknown, Unclear: it names shots or somebody who are not there, or of whom there are several.
    """
    low = f" {text.lower()} "
    named = [found.group() for found in re.finditer(SHOTS, low)]
    shots = tuple(dict.fromkeys(name for words in named for name in shots_of(words.strip(), plan, spoken)))
    shots = shots or ((spoken.shot,) if spoken.shot else ())
    rest = re.sub(SHOTS, " ", low)
    amount = seconds_in(rest)
    rest = re.sub(SECONDS, " ", rest)
    values: dict[str, str] = {}
    for name, table in _TABLES:
        value, rest = taken(table, rest)
        if value is not None:
            values[name] = value
    if "move" in values or re.search(r"\b(?:slow|slowly|fast|quick|quickly) (?:pan|push|zoom|tilt|dolly|track)", rest):
        speed, rest = taken(SPEEDS, rest)
        values |= {"speed": speed} if speed else {}
    factor, rest = _factor(rest)
    parts, rest = _all(FILM, rest)
    who, rest = _who(rest, plan, spoken)
    if not named and any(entity.kind == "place" for entity in who):
        here = {entity.id for entity in who if entity.kind == "place"}
        shots = tuple(shot.id for shot in plan.shots if plan.scene_of(shot).place in here)
        who = tuple(entity for entity in who if entity.kind != "place")
    deeds, rest = _all(DEEDS, rest)
    left = tuple(word for word in re.findall(r"[\w'-]*\w", rest) if not GLUE.fullmatch(word.removesuffix("'s")))
    has = {*values, *parts, *deeds}
    has |= {name for name, there in (("shots", named), ("seconds", amount), ("length", factor), ("who", who)) if there}
    return Bag(plan, shots, bool(named), frozenset(has), values, amount, factor, who, low, left, frozenset(deeds))


def _factor(words: str) -> tuple[float | None, str]:
    for phrase, factor in LENGTHS.items():
        found = re.search(rf"\b(?:{phrase})\b", words)
        if found:
            kept = f"{words[: found.start()]} {words[found.end() :]}"
            again, left = _factor(kept)
            return (factor, left) if again is None or (again > 1) == (factor > 1) else (factor, kept)
    return None, words


def _all(table: Mapping[str, str], words: str) -> tuple[set[str], str]:
    """The names of all phrases that are there."""
    found = set()
    for phrase, name in table.items():
        if re.search(rf"\b(?:{phrase})\b", words):
            found.add(name)
            words = re.sub(rf"\b(?:{phrase})\b", " ", words)
    return found, words


def _who(words: str, plan: Plan, spoken: Spoken) -> tuple[tuple[Entity, ...], str]:
    """Everybody and everything of the film that is named, and the words without them."""
    found: dict[str, Entity] = {}
    tokens = words.split()
    at = 0
    while at < len(tokens):
        for length in (4, 3, 2, 1):
            phrase = " ".join(tokens[at : at + length]).strip(",.!?")
            bare = re.sub(r"^(?:the|a|an)\s+", "", phrase)
            if at + length > len(tokens) or len(bare) < 3 or GLUE.fullmatch(bare) or not bare.isascii():
                continue
            try:
                entity = entity_of(bare, plan, spoken, exact=True)
            except Unknown:
                continue
            found[entity.id] = entity
            del tokens[at : at + length]
            break
        else:
            at += 1
    return tuple(found.values()), " ".join(tokens)


def meaning(bag: Bag) -> Sequence[Edit] | None:
    """The edits that a bag asks for; None when a word is left, or nothing is asked for that goes together."""
    if bag.left:
        return None
    for wanted, most, build in _FRAMES:
        if wanted <= bag.has <= wanted | most:
            edits = build(bag)
            if edits:
                return edits
    return None


def _properties(bag: Bag) -> Sequence[Edit] | None:
    """Light and camera of the shots that are named, or of the one spoken of; light of the whole film when none is."""
    light = {name: bag.values[name] for name in ("time", "weather", "mood") if name in bag.values}
    camera: dict[str, Any] = {n: bag.values[n] for n in ("framing", "angle", "move", "speed") if n in bag.values}
    seen = [entity.id for entity in bag.who if entity.kind != "place"]
    if seen and (camera or bag.deeds & {"closer", "wider"}):
        camera["focus"] = seen[0]
    if seen and not camera:
        return None
    if not bag.shots and (camera or bag.deeds & {"closer", "wider"}):
        raise _which(bag)
    edits: list[Edit] = []
    if bag.deeds & {"closer", "wider"}:
        by = 1 if "closer" in bag.deeds else -1
        for shot in bag.shots:
            edits.append(SetCamera.model_validate(camera | {"shots": (shot,), "framing": stepped(bag.plan, shot, by)}))
    elif camera:
        edits.append(SetCamera.model_validate({"shots": bag.shots, **camera}))
    edits += _retimed(bag) if bag.shots else []
    shots = bag.shots or tuple(shot.id for shot in bag.plan.shots)
    return [*edits, SetLight.model_validate({"shots": shots, **light})] if light else edits


def _which(bag: Bag) -> Unclear:
    return Unclear("shot", [shot.id for shot in bag.plan.shots])


def _retimed(bag: Bag) -> list[Edit]:
    if not bag.shots and bag.has & _TIMED:
        raise _which(bag)
    if bag.seconds is not None and bag.factor is not None:
        return [Retime(shots=bag.shots, by=bag.seconds if bag.factor > 1 else -bag.seconds)]
    if bag.seconds is not None and (sign := re.search(r"\b(?:(less|fewer|off)|more|extra)\b", bag.text)):
        return [Retime(shots=bag.shots, by=-bag.seconds if sign.group(1) else bag.seconds)]
    if bag.factor is not None:
        return [Retime(shots=bag.shots, factor=bag.factor)]
    return [] if bag.seconds is None else [Retime(shots=bag.shots, seconds=bag.seconds)]


def stepped(plan: Plan, shot_id: str, by: int) -> str:
    """The framing that is some steps closer than a shot's."""
    at = CLOSER.index(plan.shot(shot_id).camera.framing) + by
    return CLOSER[min(max(at, 0), len(CLOSER) - 1)]


def _removed(bag: Bag) -> Sequence[Edit] | None:
    return [RemoveShots(shots=bag.shots)] if bag.shots else None


def _removed_who(bag: Bag) -> Sequence[Edit] | None:
    told = re.search(r"\bshould\b(?! (?:go|not|never)\b)", bag.text)
    if len(bag.who) != 1 or bag.who[0].kind == "place" or told:
        return None
    return [RemoveEntity(entity=bag.who[0].id, shots=bag.shots if bag.named else ())]


def _removed_lines(bag: Bag) -> Sequence[Edit] | None:
    """Lines of shots: of the narrator, of somebody, or the only ones that there are."""
    speakers: set[str | None] = {entity.id for entity in bag.who} or ({None} if "narration" in bag.has else set())
    edits: list[Edit] = []
    for name in bag.shots:
        lines = bag.plan.shot(name).lines
        gone = [n for n, line in enumerate(lines, 1) if not speakers or line.speaker in speakers]
        edits += [RemoveLine(shot=name, line=number) for number in reversed(gone)]
    return edits


def _film(**values: bool | str) -> Callable[[Bag], Sequence[Edit] | None]:
    return lambda bag: [SetFilm.model_validate(values)]


def _cut_to(bag: Bag) -> Sequence[Edit] | None:
    """Say "cut 2 seconds from shot 3" and "cut shot 3 to 2 seconds"."""
    to = re.search(r"\b(?:down )?to\b", re.sub(SHOTS, " ", bag.text))
    amount = bag.seconds or 0.0
    return [Retime(shots=bag.shots, seconds=amount) if to else Retime(shots=bag.shots, by=-amount)]


def _merged(bag: Bag) -> Sequence[Edit] | None:
    ids = [shot.id for shot in bag.plan.shots]
    places = sorted(ids.index(name) for name in bag.shots)
    if len(places) < 2 or any(b != a + 1 for a, b in itertools.pairwise(places)):
        return None
    return [MergeShots(shot=ids[places[0]])] * (len(places) - 1)


def _split(bag: Bag) -> Sequence[Edit] | None:
    return [SplitShot(shot=bag.shots[0])] if len(bag.shots) == 1 else None


def _joined(bag: Bag) -> Sequence[Edit] | None:
    """From one shot to the next one, or out of one."""
    ids = [shot.id for shot in bag.plan.shots]
    places = sorted(ids.index(name) for name in bag.shots)
    if not 1 <= len(places) <= 2 or (len(places) == 2 and places[1] != places[0] + 1) or places[0] + 1 == len(ids):
        return None
    return [SetTransition.model_validate({"shots": (ids[places[0]],), "kind": bag.values["kind"]})]


_LOOK = frozenset({"shots", "time", "weather", "mood", "framing", "angle", "move", "speed", "who"})
_TIMED = frozenset({"length", "seconds"})
_NONE: frozenset[str] = frozenset()
Frame = tuple[frozenset[str], frozenset[str], Callable[[Bag], Sequence[Edit] | None]]
_FRAMES: Sequence[Frame] = (
    (frozenset({"remove", "line", "shots"}), frozenset({"who", "off"}), _removed_lines),
    (frozenset({"hush", "shots"}), frozenset({"who", "narration"}), _removed_lines),
    (frozenset({"remove", "seconds", "shots"}), _NONE, _cut_to),
    (frozenset({"remove", "narration", "shots"}), frozenset({"line", "off"}), _removed_lines),
    (frozenset({"off", "narration", "shots"}), frozenset({"line"}), _removed_lines),
    (frozenset({"split", "shots"}), frozenset({"remove"}), _split),
    (frozenset({"merge", "shots"}), frozenset({"remove"}), _merged),
    (frozenset({"kind", "shots"}), _NONE, _joined),
    (frozenset({"remove", "shots"}), _NONE, _removed),
    (frozenset({"remove", "who"}), frozenset({"shots"}), _removed_who),
    (frozenset({"music", "remove"}), frozenset({"off"}), _film(music=False)),
    (frozenset({"music", "off"}), _NONE, _film(music=False)),
    (frozenset({"narration", "remove"}), frozenset({"off"}), _film(narration=False)),
    (frozenset({"narration", "off"}), _NONE, _film(narration=False)),
    (frozenset({"subtitles", "remove"}), frozenset({"off"}), _film(subtitles="off")),
    (frozenset({"subtitles", "off"}), _NONE, _film(subtitles="off")),
    (frozenset({"subtitles", "burn"}), frozenset({"add"}), _film(subtitles="burn")),
    (frozenset({"music", "add"}), _NONE, _film(music=True)),
    (frozenset({"shots", "seconds"}), _NONE, _retimed),
    (frozenset({"length"}), frozenset({"seconds", "shots"}), _retimed),
    *((frozenset({name}), _LOOK | _TIMED, _properties) for name in ("time", "weather", "mood")),
    *((frozenset({name}), _LOOK | _TIMED, _properties) for name in ("framing", "angle", "move")),
    *((frozenset({name}), _LOOK, _properties) for name in ("closer", "wider")),
)  # fmt: skip
"""What must be there, what may be there besides, and what it means; the first that fits."""
__all__ = ["CLOSER", "Bag", "bag_of", "meaning", "stepped"]
