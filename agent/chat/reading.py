"""Owns reading one line of chat without a language model: politeness off, several wishes apart, the rules in turn.

What is not understood is said with the nearest sentence that works. Pure. Does not know: any rule, terminals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz, process

from agent.chat import commands, people, setting, telling
from agent.chat.naming import SHOTS, Spoken, Unclear, Unknown, shots_of
from agent.chat.plainer import supposed, ways
from agent.chat.rule import Heard, Meaning, Rule, rules
from agent.chat.understood import Choice, Command, Understood
from agent.edits import CopyShot, Edit, apply_edits
from planners import Plan, PlanError

_MODULES = (commands, people, telling, setting)
RULES: tuple[Rule, ...] = rules({name: build for module in _MODULES for name, build in module.MEANINGS.items()})
_POLITE = re.compile(
    r"^(?:(?:ok(?:ay)?|hey|hi|hello|so|well|now|and|then|also|oh|hm+|alright|great|nice|good|yes|yeah|no,|sorry|actually|maybe"
    r"|perhaps|please|just|can|could|would|will|you|we|i think|i guess|let'?s|let us|i'd like you to"
    r"|i would like you to"
    r"|i want you to|i need you to|i'd prefer to|would you mind|is it possible to|how about|what about"
    r"|why don'?t (?:you|we)"
    r"|storyreel|try to|go ahead and|it would be (?:nice|great|better) if)[\s,:]+)+",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:[\s,]+(?:please|pls|thanks|thank you|instead|okay|ok|for me|now|would you|could you|if you can"
    r"|if possible|maybe))+\s*([.!?]*)$",
    re.IGNORECASE,
)
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
_REASONED = re.compile(r"\b(?:is|feels?|looks?|are) (?:a bit |too |so |really |very )*\w+$", re.IGNORECASE)
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
    text = plain(line)
    if not text:
        return Understood(nearest=f'try for example "{_nearest(line)}"')
    wrong: PlanError | None = None
    for way in ways(text):
        try:
            meaning = _supposed(way, plan, spoken) or _wishes(way, plan, spoken)
        except Unclear as error:
            asked = _asked(way, plan, error)
            if asked.known:
                return asked
            wrong = wrong or error
        except PlanError as error:
            wrong = wrong or error
        else:
            if meaning:
                return _understood(meaning)
    return Understood(nearest=str(wrong) if wrong else f'try for example "{_nearest(text)}"')


def _understood(meaning: Sequence[Edit] | Command) -> Understood:
    if isinstance(meaning, Command):
        return Understood(command=meaning, heard=meaning.shot or "")
    return Understood(edits=tuple(meaning), heard=_about(meaning))


def _supposed(text: str, plan: Plan, spoken: Spoken) -> Command | None:
    """A "what if" with what is to be tried."""
    match = _WHAT_IF.match(text)
    if match is None:
        return None
    for way in supposed(match.group(1)):
        try:
            found = _wishes(way, plan, spoken)
        except PlanError:
            continue
        if found and not isinstance(found, Command):
            return Command(name="branch", edits=tuple(found))
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
    kept = _TAIL.sub(r"\1", _POLITE.sub("", text)) if not _whole_command(text) else text
    return kept.strip(" ,") or text


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
    parts = list(_parts(text))
    if len(parts) > 1 and not _free(whole):
        found = _apart(parts, plan, spoken)
        named = sum(bool(_SHOTS.search(part)) for part in parts)
        if found and (named > 1 or len(found) > len(whole or ())):
            return found
    if whole:
        return whole
    if failed is not None:
        raise failed
    return None


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
    lead = ""
    for part in parts:
        named = _SHOTS.search(part)
        tried = [part] if named or not lead else [f"{part} in {lead}", f"make {lead} {part}", part]
        meaning: Meaning = None
        for words in tried:
            try:
                meaning = _one(words, plan, spoken)
            except Unknown:
                continue
            if meaning:
                break
        if not meaning and named and part is parts[0] and _REASONED.search(part):
            lead = named.group()
            spoken = _about_to(named.group(), plan, spoken)
            continue
        if not meaning or isinstance(meaning, Command):
            return []
        found += meaning
        lead = named.group() if named else lead
    return found


def _about_to(words: str, plan: Plan, spoken: Spoken) -> Spoken:
    """What is spoken of after a part that only says why."""
    shots = shots_of(words, plan, spoken)
    return Spoken(shot=shots[0], entity=spoken.entity) if len(shots) == 1 else spoken


def _parts(text: str) -> Iterator[str]:
    """Cut at "and", "then" and commas, but not inside quotes or lists of shots."""
    held = [*(found.span() for found in _QUOTED.finditer(text)), *(found.span() for found in _SHOTS.finditer(text))]
    start = 0
    for joint in _JOINT.finditer(text):
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
            meaning = _wishes(words, plan, spoken)
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


def _nearest(text: str) -> str:
    """The example of the grammar that is most like a line."""
    examples = list(dict.fromkeys(item.example for item in RULES))
    found = process.extractOne(text.lower(), examples, scorer=fuzz.token_set_ratio)
    return found[0] if found else examples[0]
