"""Owns reading one line of chat without a language model: politeness off, several wishes apart, the rules in turn.

What is not understood is said with the nearest sentence that works. Pure. Does not know: any rule, terminals.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from agent.chat import commands, people, setting, telling
from agent.chat.naming import Spoken, Unclear, Unknown
from agent.chat.nearest import nearest
from agent.chat.plainer import bare, numbered, supposed, ways, written
from agent.chat.rule import Heard, Meaning, Rule, rules
from agent.chat.shots import SHOTS, shots_of
from agent.chat.spelling import VERBS, first_verb, mended
from agent.chat.understood import Choice, Command, Understood
from agent.chat.values import VALUE_WORDS
from agent.edits import CopyShot, Edit, SetShot, apply_edits
from planners import Plan, PlanError, is_word

_MODULES = (commands, people, telling, setting)
RULES: tuple[Rule, ...] = rules({name: build for module in _MODULES for name, build in module.MEANINGS.items()})
_JOINT = re.compile(
    r"\s*(?:;|\.\s+(?=[A-Z])|,?\s+and then\s+|,?\s+then\s+|,\s+and\s+|\s+and\s+|,\s+(?:but\s+)?|\s+but\s+)",
    re.IGNORECASE,
)
_WHAT_IF = re.compile(r"what(?: if| happens if| would happen if|'s it like if) (.+)", re.IGNORECASE)
_LIKE = re.compile(
    r"(?P<copy>(?:(?:add |make |show |give me |insert )?(?:another|a|one more) (?:shot |one )?(?:just )?like"
    rf"|(?:the )?same as|(?:just )?like|copy|duplicate|repeat) (?:{SHOTS})(?: again)?)"
    r",? (?:but|only|except) (?:make it )?(?P<change>.+)",
    re.IGNORECASE,
)
_REASONED = re.compile(
    r"\b(?:is|feels?|looks?|are) (?:a bit |too |so |really |very |not |just )*\w+$|\b(?:hate|dislike|don't like"
    r"|not feeling"
    r"|(?:isn't|aren't|not) [\w ]+ enough|isn't (?:right|working|good)|doesn't work|bores? me)\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"shot \d+ (?:needs?|should|must|is|gets?|goes|comes|becomes|has|could|can)\b", re.IGNORECASE)
_REST = re.compile(
    r"\b(?:all )?the (?:rest|others?|remaining shots|other shots)(?: of (?:the film|them"
    r"|the shots))?",
    re.I,
)
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]")
_SHOTS = re.compile(SHOTS, re.IGNORECASE)


def read(line: str, plan: Plan, spoken: Spoken | None = None) -> Understood:
    """What a line means in a film.

    Args:
        line: What a person typed.
        plan: The film as it is.
        spoken: What was spoken of before, for "it" and "that shot".
    """
    spoken = spoken or Spoken()
    text = mended(written(" ".join(line.replace("’", "'").split())), plan, _vocabulary())
    if not text:
        return Understood(nearest='try for example "make it rain"')
    found = _read(ways(text), plan, spoken)
    other = first_verb(text, VERBS) if not found.known else None
    again = _read(ways(other), plan, spoken) if other else found
    if again.known or found.known or found.nearest:
        return again if again.known else found

    def works(sentence: str) -> bool:
        return _read([sentence], plan, spoken).known

    return Understood(nearest=nearest(text, plan, spoken, [item.example for item in RULES], works))


def _read(lines: Iterable[str], plan: Plan, spoken: Spoken) -> Understood:
    """What the first of several ways to say something means; a question is only asked when none means anything."""
    wrong: PlanError | None = None
    question: Understood | None = None
    for way in lines:
        try:
            meaning = _supposed(way, plan, spoken) or _wishes(way, plan, spoken)
        except Unclear as error:
            question = question or _asked(way, plan, error)
            wrong = wrong or error
        except PlanError as error:
            wrong = wrong or error
        else:
            if meaning:
                return _understood(meaning)
    if question is not None and question.known:
        return question
    return Understood(nearest=str(wrong or ""))


@lru_cache(maxsize=1)
def _vocabulary() -> frozenset[str]:
    """The words of the grammar."""
    told = " ".join([*(item.pattern.pattern for item in RULES), *(item.example for item in RULES), *VALUE_WORDS])
    return frozenset(word for word in re.findall(r"(?<![\\a-z])[a-z]{3,}", told.lower()) if is_word(word))


def _understood(meaning: Sequence[Edit] | Command) -> Understood:
    if isinstance(meaning, Command):
        return Understood(command=meaning, heard=meaning.shot or "")
    return Understood(edits=tuple(meaning), heard=_about(meaning))


def _supposed(text: str, plan: Plan, spoken: Spoken) -> Command | None:
    """A "what if" with what is to be tried."""
    match = _WHAT_IF.match(text)
    if match is None:
        return None
    unclear: Unclear | None = None
    for way in supposed(match.group(1)):
        try:
            found = _wishes(way, plan, spoken)
        except Unclear as error:
            unclear = unclear or error
            continue
        except PlanError:
            continue
        if found and not isinstance(found, Command):
            return Command(name="branch", edits=tuple(edit for edit in found if not isinstance(edit, SetShot)))
    if unclear is not None:
        raise unclear
    return None


def command_of(line: str) -> Command | None:
    """The command that a line is without any film: help, quit."""
    text = plain(line)
    for item in RULES:
        if item.name in ("help", "quit") and (match := item.pattern.match(text)):
            return Command(name="quit" if item.name == "quit" else "help", words=match.groupdict().get("words") or "")
    return None


def edits_of(line: str, plan: Plan, spoken: Spoken | None = None) -> tuple[Edit, ...]:
    """The edits that a line asks for, for callers who cannot ask back.

    Raises:
        PlanError: it is no edit, is not understood, or could mean several things.
    """
    meant = read(line, plan, spoken)
    if meant.edits:
        return meant.edits
    if meant.choices:
        raise PlanError(f"{meant.question} It could be: {'; '.join(choice.label for choice in meant.choices)}")
    if meant.command:
        raise PlanError(f"{line!r} changes nothing in the film: it is a command of `storyreel chat`")
    raise PlanError(f"{line!r} is not understood: {meant.nearest}")


def plain(line: str) -> str:
    """The line without what is only polite."""
    text = " ".join(line.replace("’", "'").split()).strip()
    return text if _whole_command(text) else bare(text) or text


def _whole_command(text: str) -> bool:
    """Whether the line is a command as it is ("go back", "now")."""
    return any(item.pattern.match(text) for item in RULES if item.build in commands.MEANINGS.values())


def _wishes(text: str, plan: Plan, spoken: Spoken) -> Sequence[Edit] | Command | None:
    """The line as a whole, else part by part; parts without a shot mean that of the part before."""
    alike = _LIKE.match(text)
    if alike is not None and (copied := _copied(alike, plan, spoken)):
        return copied
    failed: PlanError | None = None
    whole: Meaning = None
    try:
        whole = _one(text, plan, spoken)
    except Unclear:
        raise
    except PlanError as error:
        failed = error
    if isinstance(whole, Command):
        return whole
    found = _in_parts(text, whole, plan, spoken)
    if found:
        return found
    if whole is None and failed is not None:
        raise failed
    return whole


def _in_parts(text: str, whole: Sequence[Edit] | None, plan: Plan, spoken: Spoken) -> Sequence[Edit] | None:
    """The wishes of a line's parts, when that is more than the line as a whole says."""
    parts = list(_parts(text))
    if len(parts) < 2 or _free(whole) or numbered(text) != text:
        return None
    try:
        found = _apart(parts, plan, spoken)
    except Unclear:
        if not whole:
            raise
        return None
    several = sum(bool(_SHOTS.search(part)) for part in parts)
    return found if found and (several > 1 or _weight(found) > _weight(whole or ())) else None


def _weight(edits: Sequence[Edit]) -> int:
    """How much edits say."""
    return sum(len(edit.model_dump(exclude_defaults=True, exclude={"op", "shots"})) or 1 for edit in edits)


def _copied(alike: re.Match[str], plan: Plan, spoken: Spoken) -> list[Edit] | None:
    """A shot like another one, but changed: a copy with an id that the changes can name."""
    found = _one(alike.group("copy"), plan, spoken)
    if not found or isinstance(found, Command) or not isinstance(found[0], CopyShot):
        return None
    ids = {shot.id for shot in plan.shots}
    name = next(n for k in range(2, 1000) if (n := f"{found[0].shot}_{k}") not in ids)
    copy = found[0].model_copy(update={"copy_id": name})
    after, here = apply_edits(plan, [copy]), Spoken(shot=name, entity=spoken.entity)
    change = alike.group("change")
    for words in (f"make this shot {change}", f"{change} in this shot", change):
        changed = _wishes(words, after, here)
        if changed and not isinstance(changed, Command):
            return [copy, *changed]
    return None


def _free(meaning: Meaning) -> bool:
    """Whether the line is a tale: its "and" belongs to it."""
    return (
        bool(meaning)
        and not isinstance(meaning, Command)
        and any(
            edit.op in ("add_shot", "set_action", "add_line", "change_line", "set_costume", "redescribe")
            for edit in meaning or ()
        )
    )


def _apart(parts: Sequence[str], plan: Plan, spoken: Spoken) -> list[Edit]:
    """The wishes of all parts; empty when any of them is not understood."""
    found: list[Edit] = []
    lead, verb = "", ""
    ahead = next((words.group() for part in parts if (words := _SHOTS.search(part))), "")
    for part in parts:
        part = _REST.sub(_rest(parts, plan, spoken), part)
        named = _SHOTS.search(part)
        meaning = _part_of(part, lead or ahead, verb, plan, spoken)
        if not meaning and named and part is parts[0] and _REASONED.search(part):
            lead = named.group()
            spoken = _about_to(named.group(), plan, spoken)
            continue
        if not meaning:
            return []
        found += [edit for edit in meaning if edit not in found or edit.op in REPEATED]
        about = {entity for edit in meaning if (entity := getattr(edit, "entity", None))}
        spoken = Spoken(shot=spoken.shot, entity=about.pop()) if len(about) == 1 else spoken
        lead, verb = (named.group() if named else lead), part.split(" ")[0]
    return found


def _part_of(part: str, lead: str, verb: str, plan: Plan, spoken: Spoken) -> Sequence[Edit] | None:
    """What a part means: with the shot of another part when it names none, with the verb of the one before."""
    tried = [part, f"{verb} {part}"]
    if lead and not _SHOTS.search(part):
        tried = [f"{part} in {lead}", f"make {lead} {part}", part, f"{verb} {part} in {lead}", f"{verb} {part}"]
    for words in tried:
        try:
            meaning = _one(words, plan, spoken)
        except Unknown:
            continue
        if meaning and not isinstance(meaning, Command):
            return meaning
    return None


REPEATED = ("remove_line", "merge_shots", "retime")
"""Edits that do something else the second time."""


def _rest(parts: Sequence[str], plan: Plan, spoken: Spoken) -> str:
    """The shots that a line does not name, as it would name them."""
    named = {name for part in parts for words in _SHOTS.findall(part) for name in shots_of(words, plan, spoken)}
    left = [str(number) for number, shot in enumerate(plan.shots, 1) if shot.id not in named]
    return f"shots {', '.join(left)}" if left and named else "the rest"


def _about_to(words: str, plan: Plan, spoken: Spoken) -> Spoken:
    """What is spoken of after a part that only says why."""
    shots = shots_of(words, plan, spoken)
    return Spoken(shot=shots[0], entity=spoken.entity) if len(shots) == 1 else spoken


def _parts(text: str) -> Iterator[str]:
    """Cut at "and", "then" and commas, but not inside quotes or lists of shots."""
    quoted = [found.span() for found in _QUOTED.finditer(text)]
    listed = [found.span() for found in _SHOTS.finditer(text)]
    start = 0
    for joint in _JOINT.finditer(text):
        held = quoted if _SUBJECT.match(text, joint.end()) else [*quoted, *listed]
        if any(low <= joint.start() < high for low, high in held):
            continue
        yield text[start : joint.start()].strip()
        start = joint.end()
    yield text[start:].strip()


def _one(text: str, plan: Plan, spoken: Spoken) -> Meaning:
    """The meaning of the first rule that has one.

    Raises:
        PlanError: what the last rule that matched found wrong, when none has a meaning.
    """
    failed: PlanError | None = None
    for item in RULES:
        match = item.pattern.match(text)
        if match is None:
            continue
        try:
            meaning = item.build(Heard(match, plan, spoken))
        except Unclear:
            raise
        except PlanError as error:
            failed = failed or error
            continue
        if meaning:
            return meaning
    if failed is not None:
        raise failed
    return None


def _asked(text: str, plan: Plan, error: Unclear) -> Understood:
    """A question with choices, each the line with one of the candidates in it."""
    choices = []
    for name in error.candidates[:9]:
        spoken, label, words = _named(text, name, plan, error)
        try:
            meaning = _supposed(words, plan, spoken) or _wishes(words, plan, spoken)
        except PlanError:
            continue
        if isinstance(meaning, Command):
            choices.append(Choice(label=label, command=meaning))
        elif meaning:
            choices.append(Choice(label=label, edits=tuple(meaning)))
    return (
        Understood(question=f"Which {error.what}?", choices=tuple(choices))
        if choices
        else Understood(nearest=str(error))
    )


def _named(text: str, name: str, plan: Plan, error: Unclear) -> tuple[Spoken, str, str]:
    """What the line means with one candidate: context, the choice's label, and the line as it is read."""
    ids = [shot.id for shot in plan.shots]
    if name in ids:
        number = ids.index(name) + 1
        told = " ".join(plan.shot(name).text.split())
        where = _SHOTS.search(text)
        words = text.replace(where.group(), f"shot {number}", 1) if where and error.what == "shot" else text
        return Spoken(shot=name), f"shot {number}: {told[:60]}", words
    entity = plan.entities[name]
    words = re.sub(rf"\b(?:the |a )?{re.escape(error.what)}\b", entity.name, text, count=1, flags=re.IGNORECASE)
    return Spoken(entity=name), entity.name, words


def _about(edits: Sequence[Edit]) -> str:
    """The shot that edits are about, when it is one."""
    shots = {name for edit in edits for name in (*getattr(edit, "shots", ()), getattr(edit, "shot", None)) if name}
    return shots.pop() if len(shots) == 1 else ""
