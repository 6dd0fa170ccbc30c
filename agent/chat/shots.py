"""Owns which shots words mean: "shots 2 to 5", "the last but one", "the kitchen scene", "the one where the fox runs".

Pure. What could be meant by several is an `Unclear` with the candidates; what none is meant by is an `Unknown`.
Does not know: what is to be done with them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from rapidfuzz import fuzz

from agent.chat.naming import Spoken, Unclear, Unknown, entity_of
from planners import Plan, Shot, lemmas

ORDINALS: Mapping[str, int] = {
    "first": 1, "opening": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "last": -1, "final": -1, "closing": -1, "penultimate": -2,
}  # fmt: skip
CARDINALS: Mapping[str, int] = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
_SPAN = r"to|through|thru|till|until|up\s+to|-|–"
_NUMBER = r"(?:#\s*)?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)(?!\s*(?:seconds?|secs?)\b|\w)"
_ORDINAL = rf"(?:{'|'.join(ORDINALS)}|(?:second|next)[- ]to[- ](?:the[- ])?last|last but one|\d+(?:st|nd|rd|th))"
_LIST = rf"{_NUMBER}(?:\s*(?:,\s*and|,|and|&|\+|{_SPAN})\s*(?:shots?\s+)?{_NUMBER})*"
_THING = r"(?:shots?|ones?|clips?|scenes?|images?|bits?|parts?|moments?)"
_ONE = (
    rf"(?:(?:the\s+)?(?:shots?|number|no\.|clips?)\s+{_LIST}|#\s*\d+(?:\s*(?:,|and|-|to)\s*#?\d+)*"
    rf"|the\s+{_ORDINAL}(?:\s*,\s*(?:the\s+)?{_ORDINAL})*\s*,?\s+and\s+(?:the\s+)?{_ORDINAL}\s+{_THING}\b"
    rf"|(?:the\s+|that\s+|my\s+)?(?:very\s+)?{_ORDINAL}(?:\s+(?:one|two|three|four|five|six|seven|eight|nine"
    rf"|ten|couple\s+of|few|\d+))?"
    rf"\s+{_THING}\b|the\s+(?:one|two|three|four|five)\s+(?:first|last)\s+{_THING}\b"
    r"|the\s+(?:opening|ending|beginning|finale|last(?=\s*$|[:,.]))(?!\w))"
)
_DONE = (
    r"(?=$|[,.;:!?]|\s+(?:should|shouldn't|must|could|might|needs?\s+to|(?:(?:a\s+bit|much|even)\s+)?more\s+\w+|feel|ought|has\s+to|is\s+too|to\s+(?:be"
    r"|last)|longer"
    r"|shorter|(?:a|one|two|three|half\s+a|\d+)\s+(?:bit|little|lot|touch|seconds?)\b|at\s+(?:night|dawn|dusk"
    r"|day|sun\w+)"
    r"|in\s+(?:the\s+)?(?:rain|snow|fog|mist)\b|as\s+an?\s|from\s+(?:above|below|an?\s)|(?:he|she|they|it|there"
    r"|i|we)\s"
    r"|(?:and\s+)?(?:add|make|put|show|let|give|remove|cut|change|set|use|have|draw|insert|move)\s))"
)
"""Where a clause that names shots ends: it is followed by a wish."""
SHOTS = (
    r"(?<![\w-])(?:"
    rf"(?:from|since|starting\s+(?:with|at|from)|as\s+of)\s+(?:the\s+)?{_ONE}\s+on(?:wards?)?\b|"
    rf"(?:the\s+)?(?:shot|one|scene)\s+(?:right\s+|just\s+)?(?:before|after|following)\s+(?:the\s+)?{_ONE}"
    rf"|(?:everything|(?:all|every|the)(?:\s+(?:of\s+)?the)?\s+shots?)\s+(?:before|after|from|since|until"
    rf"|up\s+to)\s+{_ONE}"
    r"(?:\s+on(?:wards?)?\b)?"
    rf"|the\s+{_THING}\s+before\s+the\s+last(?:\s+(?:one|shot))?|the\s+last\s+but\s+one(?:\s+shot)?"
    rf"|{_ONE}"
    rf"|(?:the\s+)?scenes?\s+{_NUMBER}"
    r"|(?:all|every|each)(?:\s+(?:single|of))?(?:\s+the)?\s+(?:[\w'-]+\s+)?(?:shots?|scenes?|ones?)\b"
    rf"(?:\s+(?:with|of|where|that\s+shows?|showing|in|at)\s+(?:the\s+)?(?!future|which)[\w' -]+?{_DONE[:-1]}"
    r"|\s+(?:is|are|be|to|into|as)\b))?"
    r"|everything|everywhere|the\s+(?:whole|entire)\s+(?:film|movie|story|thing|video)|the\s+(?:film|movie)\b"
    rf"|the\s+{_THING}\s+(?:where|when|in\s+which|with|of|that\s+shows?|showing)\s+[^,.;:!?]+?{_DONE}"
    rf"|the\s+{_THING}\s+(?:in|at|on|inside)\s+(?:the\s+)?(?!which|the\b)[\w'-]+"
    r"|the\s+[\w'-]+\s+(?:scenes?|shots?|parts?|bits?)\b"
    rf"|(?:this|that|the\s+same|the\s+current)\s+(?:shot|one|scene)|the\s+(?:next|previous|following)\s+(?:shot|one)"
    r"|the\s+(?:shot|one)\s+(?:before|after)(?:\s+(?:it|that|this))?\b"
    r")"
)
"""Regular expression of everything that names shots."""
_EMPTY = re.compile(
    "the|a|an|is|are|be|and|or|of|in|on|at|to|it|its|his|her|their|with|where|when|that|this|there|she|he|they"
)


def shots_of(words: str, plan: Plan, spoken: Spoken) -> tuple[str, ...]:
    """Ids of the shots that some words mean, in the film's order.

    Raises:
        Unknown: there is no such shot.
    """
    text = re.sub(r"^(?:the|that|my)\s+", "", " ".join(words.lower().split()))
    for find in (_numbered, _beside, _relative, _whole, _ordinal, _scene, _where):
        found = find(text, plan, spoken)
        if found is not None:
            return found
    raise Unknown(f"no shot is meant by {words!r}; the film has shots 1 to {len(plan.shots)}")


def _at(number: int, plan: Plan) -> str:
    count = len(plan.shots)
    index = number - 1 if number > 0 else count + number
    if not 0 <= index < count:
        raise Unknown(f"there is no shot {number}; the film has shots 1 to {count}")
    return plan.shots[index].id


def number_in(word: str) -> int:
    """A number in digits or letters."""
    word = word.strip("# ")
    return int(word) if word.isdigit() else CARDINALS[word]


def _numbered(text: str, plan: Plan, spoken: Spoken) -> tuple[str, ...] | None:
    match = re.fullmatch(
        rf"(?:(?:shots?|number|no\.|clips?)\s+)?({_LIST}|#\s*\d+(?:\s*(?:,|and|-"
        rf"|to)\s*#?\d+)*)",
        text,
    )
    if match is None:
        return None
    tokens = re.findall(rf"{_NUMBER}|{_SPAN}", match.group(1))
    numbers: list[int] = []
    span = False
    for token in tokens:
        if re.fullmatch(_SPAN, token):
            span = True
            continue
        number = number_in(token)
        numbers += range(numbers[-1] + 1, number + 1) if span and numbers else [number]
        span = False
    return tuple(dict.fromkeys(_at(number, plan) for number in numbers))


def _beside(text: str, plan: Plan, spoken: Spoken) -> tuple[str, ...] | None:
    """The shot before or after another one that is named, or everything on that side of it."""
    match = re.fullmatch(
        r"(?P<all>everything|(?:all|every|the)?\s*(?:(?:of\s+)?the\s+)?shots|every shot|shot|one|scene)"
        r"\s+(?:right\s+|just\s+)?"
        rf"(?P<side>before|after|following|from|since|until"
        rf"|up\s+to)\s+(?P<of>(?:the\s+)?{_ONE})(?:\s+on(?:wards?)?)?",
        text,
    )
    onwards = re.fullmatch(rf"(?:from|since|starting (?:with|at|from)|as of) ((?:the\s+)?{_ONE}) on(?:wards?)?", text)
    if onwards is not None:
        first = shots_of(onwards.group(1), plan, spoken)[0]
        return tuple(shot.id for shot in plan.shots[[shot.id for shot in plan.shots].index(first) :])
    if match is None:
        return None
    ids = [shot.id for shot in plan.shots]
    places = [ids.index(name) for name in shots_of(match.group("of"), plan, spoken)]
    side = match.group("side")
    low, high = {
        "before": (0, places[0]), "after": (places[-1] + 1, len(ids)), "following": (places[-1] + 1, len(ids)),
        "from": (places[0], len(ids)), "since": (places[0], len(ids)),
    }.get(side, (0, places[-1] + 1))  # fmt: skip
    found = ids[low:high]
    if not found:
        raise Unknown(f"there is no shot {side} {match.group('of')}")
    if match.group("all") in ("shot", "one", "scene"):
        return (found[-1] if side == "before" else found[0],)
    return tuple(found)


def _relative(text: str, plan: Plan, spoken: Spoken) -> tuple[str, ...] | None:
    here = re.fullmatch(r"(?:this|that|same|current)(?:\s+(?:shot|one|scene))?|it|them|these|those|there", text)
    step = re.fullmatch(
        r"(?:(next|following)|(previous))\s+(?:shot|one)|(?:shot|one)\s+(?:(after)|(before))(?:\s+(?:it|that|this))?",
        text,
    )
    if here is None and step is None:
        return None
    if spoken.shot is None:
        raise Unclear("shot", [shot.id for shot in plan.shots])
    ids = [shot.id for shot in plan.shots]
    at = ids.index(spoken.shot)
    if step is not None:
        at += 1 if step.group(1) or step.group(3) else -1
        if not 0 <= at < len(ids):
            raise Unknown(f"there is no shot {'after' if at else 'before'} that one")
    return (ids[at],)


def _whole(text: str, plan: Plan, spoken: Spoken) -> tuple[str, ...] | None:
    if re.fullmatch(
        r"everything|everywhere|(?:whole|entire)?\s*(?:film|movie|story|thing|video)"
        r"|(?:all|every|each)(?: single| of)?(?: the)? (?:shots?|scenes?|ones?)",
        text,
    ):
        return tuple(shot.id for shot in plan.shots)
    match = re.fullmatch(
        r"(?:all|every|each)(?: single| of)?(?: the)? (?:([\w'-]+) )?(?:shots?|scenes?|ones?)"
        r"(?: (?:with|of|where|that shows?|showing|in|at) (?:the )?(.+))?",
        text,
    )
    if match is None:
        return None
    return _showing(match.group(1) or match.group(2), plan)


def _showing(words: str, plan: Plan) -> tuple[str, ...]:
    """The shots with somebody in them, or at a place, or at a time, or that tell of it."""
    light = [shot.id for shot in plan.shots if words in (plan.scene_of(shot).time, plan.scene_of(shot).weather)]
    if light:
        return tuple(light)
    try:
        entity = entity_of(words, plan, Spoken())
    except Unknown:
        found = _telling(words, plan)
        if not found:
            raise
        return found
    here = [
        shot.id
        for shot in plan.shots
        if entity.id in {*shot.cast, *(track.entity for track in shot.layout), plan.scene_of(shot).place}
    ]
    if not here:
        raise Unknown(f"{entity.name} is in no shot")
    return tuple(here)


def _ordinal(text: str, plan: Plan, spoken: Spoken) -> tuple[str, ...] | None:
    if text in ("opening", "beginning"):
        return (_at(1, plan),)
    if text in ("ending", "finale", "last"):
        return (_at(-1, plan),)
    if re.fullmatch(rf"(?:{_THING} before the last|last but one)(?: (?:one|shot))?", text):
        return (_at(-2, plan),)
    many_ordinals = re.fullmatch(rf"({_ORDINAL}(?:(?:,| and|, and)(?: the)? {_ORDINAL})+) {_THING}", text)
    if many_ordinals is not None:
        words = re.findall(_ORDINAL, many_ordinals.group(1))
        return tuple(name for word in words for name in _ordinal(f"{word} shot", plan, spoken) or ())
    text = re.sub(r"^(one|two|three|four|five) (first|last) ", r"\2 \1 ", text)
    many_words = r"one|two|three|four|five|six|seven|eight|nine|ten|couple of|few|\d+"
    match = re.fullmatch(rf"(?:very )?({_ORDINAL})(?: ({many_words}))?(?: ({_THING}))?", text)
    if match is None:
        return None
    word, many = match.group(1), match.group(2)
    number = -2 if "last" in word and word != "last" else ORDINALS.get(word) or int(re.sub(r"\D", "", word))
    if (match.group(3) or "").startswith("scene"):
        return _of_scene(number, plan)
    if not many or many == "one":
        return (_at(number, plan),)
    count = {"couple of": 2, "few": 3}.get(many) or number_in(many)
    return tuple(_at(number + step if number > 0 else step - count, plan) for step in range(count))


def _scene(text: str, plan: Plan, spoken: Spoken) -> tuple[str, ...] | None:
    match = re.fullmatch(rf"scenes?\s+({_NUMBER})", text)
    if match is not None:
        return _of_scene(number_in(match.group(1)), plan)
    named = re.fullmatch(
        rf"([\w'-]+) (?:scenes?|shots?|parts?|bits?)|{_THING} (?:in|at|on|inside) (?:the )?([\w'-]+)", text
    )
    return _showing(named.group(1) or named.group(2), plan) if named is not None else None


def _of_scene(number: int, plan: Plan) -> tuple[str, ...]:
    index = number - 1 if number > 0 else len(plan.scenes) + number
    if not 0 <= index < len(plan.scenes):
        raise Unknown(f"there is no scene {number}; the film has scenes 1 to {len(plan.scenes)}")
    return plan.scenes[index].shots


def _where(text: str, plan: Plan, spoken: Spoken) -> tuple[str, ...] | None:
    match = re.fullmatch(rf"{_THING} (?:where|when|in which|with|of|that shows?|showing) (.+)", text)
    if match is None:
        return None
    best = _telling(match.group(1), plan)
    if not best:
        raise Unknown(f"no shot tells of {match.group(1)!r}")
    if len(best) > 1 and not re.match(r"(?:shots|ones|bits|parts|moments|scenes)\b", text):
        raise Unclear("shot", best)
    return best


_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]")
_SAID = 0.7
"""What is only said in a shot tells less of it than what is seen."""
_LEAST = 0.55
"""So much of the weight of the words must be told by a shot that they mean."""


def _telling(words: str, plan: Plan) -> tuple[str, ...]:
    """The shots that tell most of some words, by their base forms; a word of few shots weighs more than one of many.

    Where no shot tells enough of them, those whose letters are most alike.
    """
    shown = {shot.id: _forms(_QUOTED.sub(" ", _told(shot, plan))) for shot in plan.shots}
    told = {shot.id: _forms(_told(shot, plan)) for shot in plan.shots}
    asked = [forms for word in re.findall(r"[\w']+", words.lower()) if (forms := _forms(word))]
    counts = Counter(form for forms in told.values() for form in forms)
    weights = [1 / max(1, min((counts[form] for form in forms if counts[form]), default=1)) for forms in asked]
    whole = sum(weights)
    scores = {
        name: sum(
            weight * (1 if forms & shown[name] else _SAID)
            for forms, weight in zip(asked, weights, strict=True)
            if forms & known
        )
        / (whole or 1)
        for name, known in told.items()
    }
    best = max(scores.values(), default=0.0)
    if best >= _LEAST:
        return tuple(name for name, score in scores.items() if score >= best - 1e-9)
    alike = {shot.id: fuzz.token_set_ratio(words, _told(shot, plan)) for shot in plan.shots}
    most = max(alike.values())
    return tuple(name for name, score in alike.items() if score >= max(75.0, most - 5))


def _forms(text: str) -> frozenset[str]:
    """The base forms of the words of weight."""
    found = (word.removesuffix("'s") for word in re.findall(r"[\w']+", text.lower()) if not _EMPTY.fullmatch(word))
    return frozenset(form for word in found for form in (lemmas(word) or {word}))


def _told(shot: Shot, plan: Plan) -> str:
    here = [plan.entities[name].name for name in shot.cast if name in plan.entities]
    said = (f'"{line.text}"' for line in shot.lines if line.speaker)
    return " ".join([shot.text, shot.script.relation, *here, *said]).lower()
