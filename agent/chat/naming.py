"""Owns whom and which shots words mean: "shots 2 to 5", "the last shot", "the kitchen scene", "the fox", "her".

Pure. What could be meant by several is an `Unclear` with the candidates; what nobody is meant by is an `Unknown` with
what there is. Does not know: what is to be done with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from planners import Entity, Plan, PlanError, Shot

ORDINALS: Mapping[str, int] = {
    "first": 1, "opening": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "last": -1, "final": -1, "closing": -1, "penultimate": -2,
}  # fmt: skip
CARDINALS: Mapping[str, int] = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
_NUMBER = r"(?:#\s*)?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)"
_ORDINAL = rf"(?:{'|'.join(ORDINALS)}|second[- ]to[- ]last|\d+(?:st|nd|rd|th))"
_LIST = rf"{_NUMBER}(?:\s*(?:,|and|&|\+|to|through|till|until|-|–)\s*(?:shots?\s+)?{_NUMBER})*"
SHOTS = (
    rf"(?:the\s+)?(?:shots?|number|no\.|clips?)\s+{_LIST}|#\s*\d+(?:\s*(?:,|and|-|to)\s*#?\d+)*"
    rf"|(?:the\s+|that\s+|my\s+)?(?:very\s+)?{_ORDINAL}(?:\s+(?:one|two|three|four|five|\d+))?\s+(?:shots?|ones?|clips?|scenes?|images?)"
    r"|the\s+(?:opening|ending|beginning|finale)\b"
    rf"|(?:the\s+)?scenes?\s+{_NUMBER}"
    r"|(?:all|every|each)(?:\s+of)?(?:\s+the)?\s+(?:[\w'-]+\s+)?(?:shots?|scenes?|ones?)"
    r"(?:\s+(?:with|of|where|that\s+show|showing|in|at)\s+(?:the\s+)?[\w' -]+?(?=$|[,.;!?]|\s+(?:should|is|are"
    r"|be|to|into|as)\b))?"
    r"|everything|everywhere|the\s+(?:whole|entire)\s+(?:film|movie|story|thing|video)|the\s+(?:film|movie)\b"
    r"|the\s+(?:shot|one|moment|part|bit)\s+(?:where|when|in\s+which|with|of)\s+[^,.;:!?]+?"
    r"(?=$|[,.;:!?]|\s+(?:should|to\s+be|longer|shorter|in\s+(?:rain|snow|fog))\b)"
    r"|the\s+[\w'-]+\s+(?:scene|shots?|part|bit)\b"
    r"|(?:this|that|the\s+same|the\s+current)\s+(?:shot|one|scene)|the\s+(?:next|previous|following)\s+(?:shot|one)"
    r"|the\s+(?:shot|one)\s+(?:before|after)(?:\s+(?:it|that|this))?\b"
)
"""Regular expression of everything that names shots."""


class Unclear(PlanError):
    """Several could be meant."""

    def __init__(self, what: str, candidates: Sequence[str]) -> None:
        super().__init__(f"which {what}?")
        self.what, self.candidates = what, tuple(candidates)


class Unknown(PlanError):
    """Nobody and nothing is meant."""


@dataclass(frozen=True)
class Spoken:
    """What was spoken of before."""

    shot: str | None = None
    entity: str | None = None


def shots_of(words: str, plan: Plan, spoken: Spoken) -> tuple[str, ...]:
    """Ids of the shots that some words mean, in the film's order.

    Raises:
        Unknown: there is no such shot.
    """
    text = re.sub(r"^(?:the|that|my)\s+", "", " ".join(words.lower().split()))
    for find in (_numbered, _relative, _whole, _ordinal, _scene, _where):
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
    match = re.fullmatch(rf"(?:(?:shots?|number|no\.|clips?)\s+)?({_LIST}|#\s*\d+(?:\s*(?:,|and|-|to)\s*#?\d+)*)", text)
    if match is None:
        return None
    tokens = re.findall(rf"{_NUMBER}|to|through|till|until|-|–", match.group(1))
    numbers: list[int] = []
    span = False
    for token in tokens:
        if token in ("to", "through", "till", "until", "-", "–"):
            span = True
            continue
        number = number_in(token)
        numbers += range(numbers[-1] + 1, number + 1) if span and numbers else [number]
        span = False
    return tuple(dict.fromkeys(_at(number, plan) for number in numbers))


def _relative(text: str, plan: Plan, spoken: Spoken) -> tuple[str, ...] | None:
    here = re.fullmatch(r"(?:this|that|same|current)(?:\s+(?:shot|one|scene))?|it|them|these|those", text)
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
        r"|(?:all|every|each)(?: of)?(?: the)? (?:shots?|scenes?|ones?)",
        text,
    ):
        return tuple(shot.id for shot in plan.shots)
    match = re.fullmatch(
        r"(?:all|every|each)(?: of)?(?: the)? (?:([\w'-]+) )?(?:shots?|scenes?|ones?)"
        r"(?: (?:with|of|where|that show|showing|in|at) (?:the )?(.+))?",
        text,
    )
    if match is None:
        return None
    return _showing(match.group(1) or match.group(2), plan)


def _showing(words: str, plan: Plan) -> tuple[str, ...]:
    """The shots with somebody in them, or at a place, or at a time."""
    light = [shot.id for shot in plan.shots if words in (plan.scene_of(shot).time, plan.scene_of(shot).weather)]
    if light:
        return tuple(light)
    entity = entity_of(words, plan, Spoken())
    found = [
        shot.id
        for shot in plan.shots
        if entity.id in {*shot.cast, *(track.entity for track in shot.layout), plan.scene_of(shot).place}
    ]
    if not found:
        raise Unknown(f"{entity.name} is in no shot")
    return tuple(found)


def _ordinal(text: str, plan: Plan, spoken: Spoken) -> tuple[str, ...] | None:
    if text in ("opening", "beginning"):
        return (_at(1, plan),)
    if text in ("ending", "finale"):
        return (_at(-1, plan),)
    match = re.fullmatch(
        rf"(?:very )?({_ORDINAL})(?: (one|two|three|four|five|\d+))?(?: (shots?|ones?|clips?|scenes?|images?))?", text
    )
    if match is None:
        return None
    word, many = match.group(1), match.group(2)
    number = -2 if word.startswith("second") and "last" in word else ORDINALS.get(word) or int(re.sub(r"\D", "", word))
    if (match.group(3) or "").startswith("scene"):
        return _of_scene(number, plan)
    if not many or many == "one":
        return (_at(number, plan),)
    count = number_in(many)
    return tuple(_at(number + step if number > 0 else step - count, plan) for step in range(count))


def _scene(text: str, plan: Plan, spoken: Spoken) -> tuple[str, ...] | None:
    match = re.fullmatch(rf"scenes?\s+({_NUMBER})", text)
    if match is not None:
        return _of_scene(number_in(match.group(1)), plan)
    named = re.fullmatch(r"(?:([\w'-]+) (?:scene|shots?|part|bit))", text)
    return _showing(named.group(1), plan) if named is not None else None


def _of_scene(number: int, plan: Plan) -> tuple[str, ...]:
    index = number - 1 if number > 0 else len(plan.scenes) + number
    if not 0 <= index < len(plan.scenes):
        raise Unknown(f"there is no scene {number}; the film has scenes 1 to {len(plan.scenes)}")
    return plan.scenes[index].shots


def _where(text: str, plan: Plan, spoken: Spoken) -> tuple[str, ...] | None:
    match = re.fullmatch(r"(?:shot|one|moment|part|bit) (?:where|when|in which|with|of) (.+)", text)
    if match is None:
        return None
    told = {shot.id: _told(shot) for shot in plan.shots}
    scores = sorted(
        ((fuzz.token_set_ratio(match.group(1), words), name) for name, words in told.items()), key=lambda row: -row[0]
    )
    best = [name for score, name in scores if score >= max(60.0, scores[0][0] - 5)]
    if not best:
        raise Unknown(f"no shot tells of {match.group(1)!r}")
    if len(best) > 1:
        raise Unclear("shot", [shot.id for shot in plan.shots if shot.id in best])
    return (best[0],)


def _told(shot: Shot) -> str:
    return " ".join([shot.text, shot.script.relation, *(line.text for line in shot.lines)]).lower()


def entity_of(words: str, plan: Plan, spoken: Spoken, *, kinds: Iterable[str] = ()) -> Entity:
    """Whom or what some words mean.

    Args:
        words: A name, a noun with or without its looks, or a pronoun.
        plan: The film.
        spoken: Whom pronouns mean.
        kinds: Only these kinds; all when empty.

    Raises:
        Unknown: nobody.
        Unclear: several.
    """
    wanted = set(kinds) or {"character", "place", "prop"}
    pool = [entity for entity in plan.entities.values() if entity.kind in wanted]
    text = re.sub(r"^(?:the|a|an|our|my)\s+", "", " ".join(words.lower().split())).removesuffix("'s")
    if text in ("he", "she", "it", "they", "him", "her", "them"):
        return _pronoun(text, plan, spoken)
    named = [entity for entity in pool if text in (entity.id.replace("_", " "), entity.name.lower())]
    if len(named) == 1:
        return named[0]
    found = named or [entity for entity in pool if _answers_to(entity, text)]
    if len(found) > 1:
        raise Unclear(f"{text}", [entity.id for entity in found])
    if found:
        return found[0]
    near = process.extractOne(text, [entity.name.lower() for entity in pool], scorer=fuzz.ratio, score_cutoff=82)
    if near is not None:
        return pool[near[2]]
    raise Unknown(f"nobody and nothing is called {words!r}; the film has {', '.join(e.name for e in pool)}")


def _pronoun(text: str, plan: Plan, spoken: Spoken) -> Entity:
    if spoken.entity in plan.entities:
        return plan.entities[spoken.entity]
    wished = {"he": "male", "him": "male", "she": "female", "her": "female"}.get(text)
    if text == "it":
        raise Unknown("nothing was spoken of before that 'it' could mean")
    people = [e for e in plan.entities.values() if e.kind == "character" and (e.attributes.gender == wished)]
    if wished and len(people) == 1:
        return people[0]
    raise Unclear("one do you mean", [e.id for e in plan.entities.values() if e.kind == "character"])


_AGES: Mapping[str, set[str]] = {"elder": {"old", "elderly"}, "child": {"little", "young", "kid"}, "adult": {"young"}}


def _answers_to(entity: Entity, text: str) -> bool:
    look = entity.attributes
    nouns = {look.noun.replace("_", " "), look.species, look.role, *entity.name.lower().split()}
    nouns |= {"person"} if entity.kind == "character" and not look.species else set()
    words = text.split()
    known = {word for noun in nouns if noun for word in (noun, *noun.split())} | set(look.colors) | set(look.extra)
    known |= _AGES.get(look.age or "", set())
    known |= {look.age or "", look.gender or "", look.size or ""}
    return bool(words) and words[-1] in known and (len(words) == 1 or all(word in known for word in words))
