"""Checks of one fact against a Reading, for the hand-labelled sentences."""

from __future__ import annotations

from planners.reading import ReadEntity, Reading


def wrong(reading: Reading, facts: str) -> list[str]:
    """The facts that do not hold."""
    return [fact for fact in (f.strip() for f in facts.split(";")) if not _holds(reading, fact)]


def _holds(reading: Reading, fact: str) -> bool:
    name, _, words = fact.partition(":")
    return any(CHECKS[name.strip()](reading, option.strip()) for option in words.split("|"))


def _called(entity: ReadEntity) -> set[str]:
    name = entity.name.lower()
    return {name, name.split()[-1], entity.attributes.noun, entity.attributes.noun.split()[-1]}


def _find(reading: Reading, word: str) -> list[ReadEntity]:
    return [e for e in reading.entities.values() if word in _called(e)]


def _ids(reading: Reading, word: str) -> set[str]:
    return {e.id for e in _find(reading, word)}


def _cast(reading: Reading, words: str) -> bool:
    people = [e for e in reading.entities.values() if e.kind == "character"]
    wanted = [] if words == "-" else _tokens(words, reading)
    left = list(people)
    for word, count in wanted:
        found = next((e for e in left if word in _called(e) and e.count == count), None)
        if found is None:
            return False
        left.remove(found)
    return not left


def _tokens(words: str, reading: Reading) -> list[tuple[str, int]]:
    out = []
    for token in words.replace("sea turtle", "sea_turtle").split():
        word, _, count = token.partition("*")
        out.append((word.replace("_", " "), int(count or 1)))
    return out


def _has(reading: Reading, words: str) -> bool:
    word, _, count = words.partition("*")
    return any(not count or e.count == int(count) for e in _find(reading, word))


def _place(reading: Reading, words: str) -> bool:
    places = {s.place and reading.entities[s.place].attributes.noun for s in reading.sentences}
    return words in places or (words == "-" and places == {None})


def _setting(name: str):
    def check(reading: Reading, words: str) -> bool:
        values = {getattr(s, name) for s in reading.sentences}
        return words in values or (words == "-" and values == {None})

    return check


def _do(reading: Reading, words: str) -> bool:
    who, verb, whom = words.rsplit(" ", 2)
    for event in reading.events:
        if event.verb != verb or not set(event.agents) & _ids(reading, who):
            continue
        if whom == "-" or set((*event.patients, event.motion.target if event.motion else None)) & _ids(reading, whom):
            return True
    return False


def _look(reading: Reading, words: str) -> bool:
    what, _, who = words.rpartition(" ")
    kind, _, value = what.partition("=")
    return any(_looks(e.attributes, kind, value) for e in _find(reading, who))


def _stage(reading: Reading, words: str) -> bool:
    what, _, who = words.rpartition(" ")
    kind, _, value = what.partition("=")
    return any(_looks(own, kind, value) for e in _find(reading, who) for own in e.stages.values())


def _looks(own, kind: str, value: str) -> bool:
    if kind == "color":
        return value in own.colors
    if hasattr(own, kind):
        found = getattr(own, kind)
        return bool(found) if not value else found == value
    return any(g.kind == kind and (not value or g.color == value) for g in own.clothes)


def _move(reading: Reading, words: str) -> bool:
    for event in reading.events:
        if event.motion is not None:
            steps = [r for r in (event.motion.start, *event.motion.way, event.motion.end) if r]
            if ">".join(steps) == words:
                return True
    return False


def _motion(name: str):
    def check(reading: Reading, words: str) -> bool:
        found = {getattr(e.motion, name) for e in reading.events if e.motion is not None}
        return bool(found & (_ids(reading, words) | {words}))

    return check


def _flow(reading: Reading, words: str) -> bool:
    relation, _, who = words.partition(" ")
    return any(
        e.motion and e.motion.relation == relation and e.motion.target in _ids(reading, who) for e in reading.events
    )


def _pace(reading: Reading, words: str) -> bool:
    return any(e.pace < 0.8 if words == "slow" else e.pace > 1.2 for e in reading.events)


def _seen(reading: Reading, words: str) -> bool:
    who, span, *region = words.split(" ")
    start, end = (float(x) for x in span.split("-"))
    wanted = " ".join(region)
    for sentence in reading.sentences:
        for a in sentence.appearances:
            if a.entity in _ids(reading, who) and (a.start, a.end) == (start, end) and (wanted in ("-", a.region)):
                return True
    return False


def _rel(reading: Reading, words: str) -> bool:
    left, relation, right = words.split(" ")[0], " ".join(words.split(" ")[1:-1]), words.split(" ")[-1]
    return any(
        a in _ids(reading, left) and r == relation and b in _ids(reading, right)
        for s in reading.sentences
        for a, r, b in s.relations
    )


def _say(reading: Reading, words: str) -> bool:
    if words == "-":
        return not reading.speeches
    wanted = words.split()
    return len(wanted) == len(reading.speeches) and all(
        speech.speaker in _ids(reading, who) for who, speech in zip(wanted, reading.speeches, strict=True)
    )


def _camera(reading: Reading, words: str) -> bool:
    return any(words in s.camera.model_dump().values() for s in reading.sentences)


def _count(reading: Reading, words: str) -> bool:
    who, number = words.split()
    return any(a.entity in _ids(reading, who) and a.count == int(number) for a in reading.sentences[-1].appearances)


CHECKS = {
    "cast": _cast,
    "has": _has,
    "no": lambda r, w: not _find(r, w),
    "place": _place,
    "time": _setting("time"),
    "weather": _setting("weather"),
    "do": _do,
    "act": lambda r, w: any(e.action == w for e in r.events),
    "look": _look,
    "stage": _stage,
    "move": _move,
    "past": _motion("past"),
    "around": _motion("around"),
    "dir": _motion("direction"),
    "flow": _flow,
    "pace": _pace,
    "seen": _seen,
    "rel": _rel,
    "say": _say,
    "camera": _camera,
    "count": _count,
    "to": lambda r, w: any(e.recipient in _ids(r, w) for e in r.events),
    "undone": lambda r, w: all(e.verb != w for e in r.events),
    "absent": lambda r, w: all(not _ids(r, w) & set(s.present) for s in r.sentences),
}
