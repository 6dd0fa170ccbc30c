"""Owns the director's domains node: the five script domains of every shot (VideoGen-of-Thought 1.2, 1.4).

Each shot's text must be complete, name who is seen and nobody else, and be neither a stranger to the shot before nor
its near-duplicate. The verdict is recorded in the plan. Does not know: boxes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from planners.chat_model import Asker
from planners.director.answers import DomainRow, DomainsAnswer
from planners.director.evidence import shares_a_word, stands_in, words_of
from planners.director.likeness import REPEAT, STRANGE, likeness
from planners.director.steps import known, lines, noted, window_note, windows
from planners.errors import NoAnswer
from planners.nodes.state import Draft, State
from planners.plan import Entity, Note, Review, Script, Shot

SHOTS_AT_ONCE = 5
LEAST_WORDS: Mapping[str, int] = {"character": 2, "background": 2, "relation": 3, "camera": 2, "lighting": 2}
"""Below this many words a domain is not filled."""


def domains(state: State, asker: Asker) -> State:
    """Shots -> shots with the five domains in the model's words, and the verdict on each."""
    shots, drafts, entities = list(state["shots"]), state["drafts"], state["entities"]
    reviews = dict(state.get("reviews", {}))
    notes: list[Note] = []
    for part in windows(range(len(shots)), SHOTS_AT_ONCE):
        where = f"{shots[part[0]].id} to {shots[part[-1]].id}"
        tries: list[int] = []

        def check(found: DomainsAnswer, part: Sequence[int] = part, tries: list[int] = tries) -> list[str]:
            tries.append(1)
            return check_domains(found, part, shots, drafts, entities)

        try:
            answer = asker.ask("domains", _variables(state, shots, part), DomainsAnswer, check=check, where=where)
        except NoAnswer as error:
            notes.append(window_note("domains", where, "five domains", error))
        else:
            rows = {row.shot: row for row in answer.shots}
            for index in part:
                shots[index] = shots[index].model_copy(update={"script": _script(rows[shots[index].id])})
        for index in part:
            reviews[shots[index].id] = review(shots, drafts, entities, index, tries=len(tries))
    return noted(state, {"shots": tuple(shots), "reviews": reviews}, notes)


def _variables(state: State, shots: Sequence[Shot], part: Sequence[int]) -> dict[str, object]:
    drafts, entities = state["drafts"], state["entities"]
    before = shots[part[0] - 1] if part[0] else None
    return {
        "style": state["story"].style,
        "before": told(before.script) if before else "",
        "shots": lines(_row(shots[index], drafts[index], entities) for index in part),
        "entities": lines(
            {"id": name, "name": entities[name].name, "description": entities[name].description}
            for name in dict.fromkeys(n for index in part for n in (drafts[index].scene.place, *shots[index].cast))
        ),
    }


def _row(shot: Shot, draft: Draft, entities: Mapping[str, Entity]) -> dict[str, object]:
    camera = shot.camera
    return {
        "shot": shot.id,
        "text": shot.text,
        "cast": shot.cast,
        "place": draft.scene.place,
        "time": draft.scene.time,
        "weather": draft.scene.weather,
        "mood": draft.mood,
        "beats": [f"{', '.join(beat.actors)}: {beat.action} {' '.join(beat.targets)}".strip() for beat in shot.beats],
        "state": dict(shot.state),
        "camera": f"{camera.framing}, {camera.angle}, {camera.move} {camera.speed}",
        "draft": shot.script.model_dump(),
    }


def told(script: Script) -> str:
    """The five domains as one text."""
    return " ".join(script.model_dump().values())


def _script(row: DomainRow) -> Script:
    return Script(**row.model_dump(exclude={"shot"}))


# -- what may be wrong ------------------------------------------------------------------------------


def check_domains(
    answer: DomainsAnswer,
    part: Sequence[int],
    shots: Sequence[Shot],
    drafts: Sequence[Draft],
    entities: Mapping[str, Entity],
) -> list[str]:
    """What is wrong with the domains of a window of shots, in plain sentences."""
    wanted = [shots[index].id for index in part]
    given = [row.shot for row in answer.shots]
    found = known(given, wanted, "domains", what="shot")
    found += [f"domains: {name!r} is missing" for name in wanted if name not in given]
    found += [f"domains: {name!r} is given twice" for name in dict.fromkeys(given) if given.count(name) > 1]
    if found:
        return found
    rows = {row.shot: row for row in answer.shots}
    now = list(shots)
    for index in part:
        now[index] = now[index].model_copy(update={"script": _script(rows[shots[index].id])})
    for index in part:
        found += incomplete(now[index], drafts[index], entities) + incoherent(now, drafts, index)
    return found


def incomplete(shot: Shot, draft: Draft, entities: Mapping[str, Entity]) -> list[str]:
    """Domains that are not filled, people who are missing from them or do not belong in them."""
    script = shot.script.model_dump()
    found = [
        f"{shot.id}.{name}: too short; say more than {value!r}"
        for name, value in script.items()
        if len(words_of(value)) < LEAST_WORDS[name] and value.isascii()
    ]
    people = [name for name in shot.cast if entities[name].kind == "character"]
    seen = f"{script['character']} {script['relation']}"
    found += [
        f"{shot.id}.character: {name} ({entities[name].name}) is on stage and not described"
        for name in people
        if not _named(entities[name], seen)
    ]
    whole = " ".join(script.values())
    speakers = {speech.speaker for speech in draft.speeches}
    found += [
        f"{shot.id}: {entity.name} is not in this shot; leave out"
        for name, entity in entities.items()
        if entity.kind == "character" and name not in shot.cast and name not in speakers and _only(entity, whole)
    ]
    return found


def _named(entity: Entity, text: str) -> bool:
    look = entity.attributes
    return any(
        shares_a_word(name, text) for name in (entity.name, look.noun, look.species or "", look.role or "") if name
    )


def _only(entity: Entity, text: str) -> bool:
    """Whether a text names somebody by the name that is theirs alone."""
    return entity.name[:1].isupper() and stands_in(entity.name, text)


def incoherent(shots: Sequence[Shot], drafts: Sequence[Draft], index: int) -> list[str]:
    """A shot that repeats the one before, or has nothing to do with it in the same scene."""
    if index == 0:
        return []
    shot, before = shots[index], shots[index - 1]
    alike = likeness(told(before.script), told(shot.script))
    if alike >= REPEAT and shot.text != before.text:
        return [f"{shot.id}: repeats {before.id} (likeness {alike:.2f} of at most {REPEAT}); say what is new here"]
    same = drafts[index].scene == drafts[index - 1].scene
    if same and alike < STRANGE and not set(shot.cast) & set(before.cast):
        return [f"{shot.id}: has nothing of {before.id}, which is in the same place; keep its place and light"]
    return []


def review(
    shots: Sequence[Shot], drafts: Sequence[Draft], entities: Mapping[str, Entity], index: int, *, tries: int
) -> Review:
    """The verdict on the text of one shot as it stands in the plan."""
    shot = shots[index]
    lacking, strange = incomplete(shot, drafts[index], entities), incoherent(shots, drafts, index)
    alike = round(likeness(told(shots[index - 1].script), told(shot.script)), 3) if index else None
    return Review(
        complete=not lacking, coherent=not strange, likeness=alike, tries=tries, problems=tuple(lacking + strange)
    )
