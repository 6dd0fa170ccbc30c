"""Owns the rules about how shots look: light, weather, mood, place, style, framing, camera moves, transitions, pace.

A line may ask for several of them at once. Does not know: what happens in shots, who is in them, commands.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Mapping

from agent.chat.naming import Spoken, Unknown, entity_of
from agent.chat.rule import Heard, Meaning, Rule, rule
from agent.chat.telling import before
from agent.chat.values import (
    ANGLES,
    FRAMINGS,
    MOODS,
    MOVES,
    SPEEDS,
    TIMES,
    TRANSITIONS,
    WEATHER,
    first_of,
    seconds_in,
)
from agent.edits import (
    Edit,
    Retime,
    SetCamera,
    SetFilm,
    SetLight,
    SetPlace,
    SetStyle,
    SetTransition,
)
from planners import Plan

CLOSER = ("extreme wide", "wide", "full", "medium wide", "medium", "medium close-up", "close-up", "extreme close-up")
"""From far to near: "closer" is the next."""
_EMOTIONS = {"more dramatic", "dramatic"}


def _seen(words: str, heard: Heard) -> list[Edit]:
    """Every property that the words ask for, of the shots of the line."""
    shots = heard.shots()
    light = {
        name: value
        for name, table in (("time", TIMES), ("weather", WEATHER), ("mood", MOODS))
        if (value := first_of(table, words))
    }
    camera: dict[str, str] = {
        name: value
        for name, table in (("framing", FRAMINGS), ("angle", ANGLES), ("move", MOVES))
        if (value := first_of(table, words))
    }
    if "move" in camera and (speed := first_of(SPEEDS, words)):
        camera["speed"] = speed
    edits: list[Edit] = []
    if camera:
        edits.append(SetCamera.model_validate({"shots": shots, **camera}))
    if amount := _lengthened(words):
        edits.append(Retime(shots=shots, by=amount))
    if light:
        edits.append(SetLight.model_validate({"shots": shots, **light}))
    return edits


def _lengthened(words: str) -> float | None:
    amount = seconds_in(words)
    if amount is None or not re.search(r"longer|shorter", words):
        return None
    return amount if "longer" in words else -amount


def _properties(heard: Heard) -> Meaning:
    told = " ".join(part for part in (heard.text("before"), heard.text("rest")) if part).lower()
    return _seen(told, heard) or None


def _all_properties(heard: Heard) -> Meaning:
    """Without a shot: the one spoken of, else light and mood for the whole film."""
    words = heard.text("rest").lower()
    if heard.spoken.shot is not None:
        return _seen(words, heard) or None
    found = {
        name: value
        for name, table in (("time", TIMES), ("weather", WEATHER), ("mood", MOODS))
        if (value := first_of(table, words))
    }
    if not found:
        return None
    return [SetLight.model_validate({"shots": tuple(shot.id for shot in heard.plan.shots), **found})]


def _place(heard: Heard) -> Meaning:
    words = re.sub(r"^(?:the|a|an)\s+", "", heard.text("place").lower())
    if (
        words in TIMES
        or words in WEATHER
        or re.fullmatch(r"(?:very )?(?:start|beginning|end|front|back|top|shots? \d+)", words)
    ):
        return None
    known = heard.known("place", "place")
    return [SetPlace(shots=heard.shots(), place=known.name if known else words)]


def _style(heard: Heard) -> Meaning:
    return [SetStyle(style=heard.text("style").lower())]


def _focus(heard: Heard) -> Meaning:
    who = heard.entity("who")
    words = heard.match.string.lower()
    shots = heard.shots()
    edits: dict[str, object] = {"shots": shots, "focus": who.id}
    if (framing := first_of(FRAMINGS, words)) is not None:
        edits["framing"] = framing
    elif re.search(r"close[rs]?\b|tight|near", words):
        edits["framing"] = _step(heard.plan, shots[0], 1)
    if (move := first_of(MOVES, words)) is not None:
        edits["move"] = move
    return [SetCamera.model_validate(edits)]


def _step(plan: Plan, shot_id: str, by: int) -> str:
    at = CLOSER.index(plan.shot(shot_id).camera.framing) + by
    return CLOSER[min(max(at, 0), len(CLOSER) - 1)]


def _nearer(heard: Heard) -> Meaning:
    words = heard.match.string.lower()
    by = 1 if re.search(r"clos|tight|near|bigger", words) else -1
    by *= 2 if re.search(r"much|a lot|way", words) else 1
    return [
        SetCamera.model_validate({"shots": (shot,), "framing": _step(heard.plan, shot, by)}) for shot in heard.shots()
    ]


def _transition(heard: Heard) -> Meaning:
    kind = first_of(TRANSITIONS, heard.match.string.lower())
    if kind is None:
        return None
    shots = heard.shots()
    side = heard.text("side").lower()
    if side in ("into", "to", "before") and not heard.has("shots2"):
        left = before(heard.plan, shots[0])
        if left is None:
            return None
        shots = (left,)
    elif side in ("between", "from", "out of") and len(shots) > 1:
        shots = shots[:-1]
    elif len(shots) == len(heard.plan.shots):
        shots = shots[:-1]
    return [SetTransition.model_validate({"shots": shots, "kind": kind})]


def _all_transitions(heard: Heard) -> Meaning:
    kind = first_of(TRANSITIONS, heard.text("kind").lower())
    shots = tuple(shot.id for shot in heard.plan.shots[:-1])
    return [SetTransition.model_validate({"shots": shots, "kind": kind})] if kind and shots else None


def _film(**values: bool | str) -> Callable[[Heard], Meaning]:
    return lambda heard: [SetFilm.model_validate(values)]


def _title(heard: Heard) -> Meaning:
    return [SetFilm(title=heard.text("quote") or heard.text("title"))]


_PACE: Mapping[str, float] = {"faster": 0.8, "quicker": 0.8, "snappier": 0.75, "slower": 1.25, "more slowly": 1.25}


def _pace(heard: Heard) -> Meaning:
    factor = next(value for word, value in _PACE.items() if word in heard.match.string.lower())
    shots = heard.shots() if heard.has("shots") else tuple(shot.id for shot in heard.plan.shots)
    return [Retime(shots=shots, factor=factor)]


def _dramatic(heard: Heard) -> Meaning:
    """Drama by the means of film: tension in the music and light, low and close, a slow push in."""
    shots = heard.shots() if heard.has("shots") else ()
    if not shots and heard.spoken.shot is not None:
        shots = (heard.spoken.shot,)
    shots = shots or tuple(shot.id for shot in heard.plan.shots)
    edits: list[Edit] = [
        SetCamera.model_validate(
            {
                "shots": (shot,),
                "framing": _step(heard.plan, shot, 1),
                "angle": "low",
                "move": "zoom in",
                "speed": "slow",
            }
        )
        for shot in shots
    ]
    return [*edits, SetLight(shots=shots, mood="tense")]


def mentions_somebody(words: str, plan: Plan) -> bool:
    """Whether the words mean anybody or anything of the film."""
    try:
        entity_of(words, plan, Spoken())
    except Unknown:
        return False
    return True


_BE = r"(?:make|set|turn|have|let|change|switch|render|shoot|show|film|redo|do|put|give|i want|i'd like)"
_GLUE = r"(?:\s*,?\s*(?:should be|should have|should look|should feel|to be|be|is|are|look|looks|feel|feels|as|to|into|in|at|with|for|happen|happens|take place|it|a|an|the|like|more|much|much more|really|very|too)\b)*"
SETTING: tuple[Rule, ...] = tuple(
    itertools.chain(
        rule(
            "make shot 3 more dramatic",
            r"(?:make|give) (?:SHOTS|it|this|that|everything)? ?(?:feel |look )?(?:a (?:bit|lot) |much )?more (?:dramatic|drama|intense|epic|cinematic|exciting)",
            r"(?:a (?:bit|lot) |much )?more (?:drama(?:tic)?|intense|epic|exciting)(?: (?:in|for|please|in the) ?SHOTS)?",
            r"SHOTS (?:should|needs to|could) (?:be|feel|look) (?:a (?:bit|lot) |much )?more (?:dramatic|intense|epic|cinematic|exciting)",
        )(_dramatic),
        rule(
            "call the film The Keeper",
            r"(?:call|name|title|rename) (?:the|this|my) (?:film|movie|story)(?: to)? (?:QUOTE|(?P<title>.+?))",
            r"(?:change |set )?(?:the )?(?:film's |movie's )?title (?:to|is|should be|:) ?(?:QUOTE|(?P<title>.+?))",
        )(_title),
        rule(
            "no music",
            r"(?:no|without|turn off|switch off|remove|mute|kill|drop)(?: the| any)? (?:music|score|soundtrack)(?: please)?",
            r"(?:turn |switch )?(?:the )?music off",
        )(_film(music=False)),
        rule(
            "add music",
            r"(?:add|turn on|switch on|put|with|bring back)(?: some| the)? (?:music|score|soundtrack)(?: back)?(?: on| please)?",
            r"(?:turn |switch )?(?:the )?music (?:back )?on",
        )(_film(music=True)),
        rule(
            "no narration",
            r"(?:no|without|turn off|switch off|remove|mute|drop|kill)(?: the)? (?:narration|narrator|voice[- ]?over)",
            r"(?:turn |switch )?(?:the )?(?:narration|narrator) off",
        )(_film(narration=False)),
        rule(
            "no subtitles",
            r"(?:no|without|turn off|switch off|remove|hide|drop)(?: the| any)? (?:subtitles?|captions?)",
            r"(?:turn |switch )?(?:the )?(?:subtitles|captions) off",
        )(_film(subtitles="off")),
        rule(
            "burn in the subtitles",
            r"(?:burn(?: in)?|show|turn on|add|switch on)(?: the)? (?:subtitles|captions)(?: in| on)?",
            r"(?:turn |switch )?(?:the )?(?:subtitles|captions) on",
        )(_film(subtitles="burn")),
        rule(
            "dissolve from shot 2 to shot 3",
            r"(?P<kind>[\w -]+?) (?:out )?(?P<side>from|after|out of|between|into|to|at the end of|before) SHOTS(?: (?:in)?to SHOTS2)?",
            r"(?:use |put |make |add |have |do |i want )?(?:a |an )?(?:soft |slow |nice )?(?P<kind>[\w -]+?)(?: transition| cut)? (?P<side>from|after|between|into|to|at the end of|before) SHOTS(?: (?:in)?to SHOTS2)?",
            r"(?:make |let )?(?:the )?(?:transition|cut|change|join) (?P<side>from|after|between|into|out of) SHOTS(?: (?:in)?to SHOTS2)? (?:to )?(?:be |should be |is )?(?:a |an )?(?P<kind>[\w -]+?)",
            r"(?:let )?SHOTS (?:should )?(?P<kind>[\w-]+?)s? (?P<side2>out|away|in)?to SHOTS2",
        )(_transition),
        rule(
            "use dissolves everywhere",
            r"(?:use|make|put|i want)? ?(?:all |only )?(?:the )?(?P<kind>hard cuts|dissolves|cross-?fades|fades|smooth transitions|match cuts)(?: everywhere| throughout| between all shots| between the shots| only)?",
            r"(?:make )?all (?:the )?(?:transitions|cuts) (?:should be )?(?:to )?(?P<kind>[\w -]+?)",
        )(_all_transitions),
        rule(
            "draw it in the noir style",
            r"(?:draw|make|render|show|do|change|switch|set)? ?(?:it|everything|the (?:whole )?(?:film|movie|thing)|all)? ?(?:to|in|into|use)?(?: the| a| an)? ?(?P<style>[\w -]+?)[- ](?:style|look|aesthetic)(?: please)?",
            r"(?:make|let) (?:it|everything|the (?:whole )?(?:film|movie)) look like (?:a |an )?(?P<style>[\w -]+?)(?: drawing| painting| film| movie)?",
            r"(?:change|set|switch) (?:the )?style (?:to|into|:) ?(?P<style>[\w -]+?)",
            r"style ?[:=]? (?P<style>[\w -]+?)",
            r"(?:draw|paint|render) (?:it|everything|the (?:film|movie)) (?:in|as|like|with) (?:a |an )?(?P<style>[\w -]+?)",
        )(_style),
        rule(
            "focus on Mara in shot 3",
            r"(?:focus|zoom in|push in|close in|move in|concentrate|get close|get closer|go close|go closer|come closer|be closer)(?: more)?(?: on| to| in on) (?P<who>(?!shots?\b|it\b|this\b)[\w' -]+?)(?: (?:in|during|for) SHOTS)?",
            r"(?:make |use |show |give me |i want )?(?:a |an )?(?:extreme |medium )?close[- ]?up (?:of|on) (?P<who>[\w' -]+?) (?:in|for|during) SHOTS",
            r"(?:in|for) SHOTS,? (?:focus|zoom in|push in|close in|get closer|go closer) (?:on|to) (?P<who>[\w' -]+?)",
            r"(?:in|for) SHOTS,? (?:use |show )?(?:a |an )?(?:extreme |medium )?close[- ]?up (?:of|on) (?P<who>[\w' -]+?)",
            r"(?:follow|frame) (?P<who>[\w' -]+?) (?:with the camera )?in SHOTS",
        )(_focus),
        rule(
            "shot 3 closer",
            r"(?:make |get |go |move |frame |bring )?(?:the camera )?(?:SHOTS|it|this|that)? ?(?:be |should be |a bit |a little |much |even |in )*(?:closer|tighter|nearer)(?: (?:in|for|on|to) SHOTS2)?",
            r"(?:make |go |frame |get )?(?:the camera )?(?:SHOTS|it|this|that)? ?(?:be |should be |a bit |a little |much |even )*(?:wider|further away|farther away|further back|from further away)(?: (?:in|for|on) SHOTS2)?",
        )(lambda heard: _nearer_in(heard)),
        rule(
            "make the whole film faster",
            r"(?:make )?(?:SHOTS|the pace|the pacing|the rhythm|everything)? ?(?:be |should be |a bit |a little |much )*(?:faster|quicker|snappier|slower|more slowly)(?: paced)?",
            r"(?:a )?(?:faster|quicker|snappier|slower) (?:pace|rhythm|tempo)(?: please| in SHOTS)?",
        )(_pace),
        rule(
            "shot 3 in the forest",
            r"(?:set|place|film|shoot|move|relocate|put|have|let|make)? ?SHOTS (?:should )?(?:take place |happen |be set |be |play |to )*(?:in|at|on|to|inside|into) (?P<place>(?:the |a |an )?(?!shots?\b|night|dawn|dusk|day\b|sunset|sunrise|rain|snow|style|position|start|beginning|end\b)[\w' -]+?)(?: instead)?",
            r"(?:change|set|switch) the (?:place|location|setting|background) (?:of|in|for) SHOTS (?:to|into) (?P<place>[\w' -]+?)",
            r"(?:change|set|switch) SHOTS'?s? (?:place|location|setting|background) to (?P<place>[\w' -]+?)",
            r"(?:in|for) SHOTS,? (?:the )?(?:place|location|setting) (?:is|should be) (?P<place>[\w' -]+?)",
        )(_place),
        rule(
            "shot 3 at night in the rain, as a close-up",
            rf"(?P<before>.*?){_GLUE} ?SHOTS(?P<rest>.*?)",
        )(_properties),
        rule(
            "make it rain",
            rf"(?:{_BE} )?(?:it |that |this |them )?(?P<rest>.+?)",
        )(_all_properties),
    )
)
"""In the order in which they are tried; the last ones take whatever has a value in it."""


def _nearer_in(heard: Heard) -> Meaning:
    if heard.has("shots2"):
        words = heard.match.string.lower()
        by = 1 if re.search(r"closer|tighter|nearer", words) else -1
        return [
            SetCamera.model_validate({"shots": (shot,), "framing": _step(heard.plan, shot, by)})
            for shot in heard.shots("shots2")
        ]
    return _nearer(heard)
