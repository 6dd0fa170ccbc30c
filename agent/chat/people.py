"""Owns the rules about who and what is in the film: coming and going, names, looks, lines, voices, own files.

Does not know: light, camera, order of shots, commands.
"""

from __future__ import annotations

import itertools
import re

from agent.chat.naming import Unclear
from agent.chat.rule import Heard, Meaning, Rule, rule
from agent.edits import (
    AddEntity,
    AddLine,
    ChangeLine,
    Edit,
    PinEntity,
    Redescribe,
    RemoveEntity,
    RemoveLine,
    RenameEntity,
    SetCostume,
    SetVoice,
    UseFile,
)
from planners import PlanError

_CAPITAL = re.compile(r"^[a-zà-ÿ]")


def _come(heard: Heard) -> Meaning:
    words = heard.text("who")
    known = heard.known("who", "character", "prop")
    if known is not None and not re.match(r"(?:an?|another|some|two|three)\b", words, re.IGNORECASE):
        return [AddEntity(shots=heard.shots(), entity=known.id)]
    return [AddEntity(shots=heard.shots(), description=words)]


def _go(heard: Heard) -> Meaning:
    known = heard.known("who", "character", "prop")
    if known is None:
        return None
    return [RemoveEntity(entity=known.id, shots=heard.shots() if heard.has("shots") else ())]


def _rename(heard: Heard) -> Meaning:
    known = heard.known("who")
    if known is None:
        return None
    name = heard.text("quote") or heard.text("name")
    return [RenameEntity(entity=known.id, name=name[:1].upper() + name[1:] if known.kind == "character" else name)]


_LOOKS = r"(?:wear|wears|wearing|be dressed in|put on|have on|in|dressed in|change into|changes into|switch to)"
_ENOUGH = 2
"""A change of dress has at least so many letters."""


def _look(heard: Heard) -> Meaning:
    """A look in the whole film, or from a shot on."""
    known = heard.known("who", "character", "prop")
    if known is None or len(heard.text("look")) < _ENOUGH:
        return None
    words = heard.text("look")
    if heard.has("verb") and re.match(_LOOKS, heard.text("verb"), re.IGNORECASE):
        words = f"wearing {words}"
    elif re.match(
        r"(?:an?|the|some|red|blue)\b.*\b(?:hair|beard|eyes|scarf|hat|coat|dress|jacket|shirt|boots|cape|crown)s?$",
        words,
    ):
        words = f"with {words}"
    if heard.has("shots"):
        shots = heard.shots()
        return [
            SetCostume(entity=known.id, description=words, first=shots[0], only=not heard.has("on") and len(shots) == 1)
        ]
    return [Redescribe(entity=known.id, description=words)]


def _recolour(heard: Heard) -> Meaning:
    known = heard.known("who", "character", "prop")
    if known is None:
        return None
    words = f"with {heard.text('colour')} {heard.text('part')}"
    if heard.has("shots"):
        return [SetCostume(entity=known.id, description=words, first=heard.shots()[0], only=not heard.has("on"))]
    return [Redescribe(entity=known.id, description=words)]


def _says(heard: Heard) -> Meaning:
    who = heard.text("who").lower()
    speaker = None if re.search(r"narrat|voice-?over", who) else heard.entity("who", "character").id
    return [AddLine(shot=heard.shot(), text=heard.quote("quote") or _spoken(heard.text("words")), speaker=speaker)]


def _spoken(words: str) -> str:
    words = words.strip(" \"'“”")
    return words[:1].upper() + words[1:] + ("" if words.endswith((".", "!", "?")) else ".")


def _line_added(heard: Heard) -> Meaning:
    speaker = heard.known("who", "character") if heard.has("who") else None
    return [AddLine(shot=heard.shot(), text=heard.quote("quote"), speaker=speaker.id if speaker else None)]


def _line_changed(heard: Heard) -> Meaning:
    shot = heard.shot()
    number = int(heard.text("number")) if heard.has("number") else _spoken_line(heard, shot)
    return [ChangeLine(shot=shot, line=number, text=heard.quote("quote") or _spoken(heard.text("words")))]


def _line_replaced(heard: Heard) -> Meaning:
    """By its words: `change "Go on" to "Go home"`."""
    old = re.sub(r"\W+", " ", heard.text("old")).strip().lower()
    found = [
        (shot.id, index)
        for shot in heard.plan.shots
        for index, line in enumerate(shot.lines, 1)
        if old and old in re.sub(r"\W+", " ", line.text).strip().lower()
    ]
    if not found:
        return None
    spoken = [(shot, n) for shot, n in found if heard.plan.shot(shot).lines[n - 1].speaker] or found
    if len(spoken) > 1:
        raise Unclear("line", [shot for shot, _ in spoken])
    return [ChangeLine(shot=spoken[0][0], line=spoken[0][1], text=heard.quote("quote"))]


def _spoken_line(heard: Heard, shot: str) -> int:
    """The line that is meant when none is named: the only one of a character, else the first."""
    lines = heard.plan.shot(shot).lines
    voiced = [index for index, line in enumerate(lines, 1) if line.speaker]
    return voiced[0] if voiced else 1


def _line_given(heard: Heard) -> Meaning:
    who = heard.text("who").lower()
    speaker = "narrator" if "narrat" in who else heard.entity("who", "character").id
    shot = heard.shot()
    return [ChangeLine(shot=shot, line=_spoken_line(heard, shot), speaker=speaker)]


def _line_gone(heard: Heard) -> Meaning:
    shot = heard.shot()
    count = len(heard.plan.shot(shot).lines)
    if heard.has("all"):
        return [RemoveLine(shot=shot, line=1)] * count
    number = int(heard.text("number")) if heard.has("number") else _spoken_line(heard, shot)
    return [RemoveLine(shot=shot, line=number)]


_VOICES = {
    "deeper": ("pitch", 0.85), "lower": ("pitch", 0.85), "darker": ("pitch", 0.85), "higher": ("pitch", 1.18),
    "brighter": ("pitch", 1.15), "lighter": ("pitch", 1.15), "squeakier": ("pitch", 1.3), "slower": ("rate", 0.85),
    "more slowly": ("rate", 0.85), "faster": ("rate", 1.18), "quicker": ("rate", 1.18), "more quickly": ("rate", 1.18),
    "younger": ("pitch", 1.2), "older": ("pitch", 0.88),
}  # fmt: skip


def _voice(heard: Heard) -> Meaning:
    who = heard.text("who").lower()
    entity = None if "narrat" in who else heard.entity("who", "character").id
    words = heard.text("how").lower()
    values = {field: amount for word, (field, amount) in _VOICES.items() if word in words}
    return [SetVoice.model_validate({"entity": entity, **values})] if values else None


def _file(heard: Heard) -> Meaning:
    """The path is as the person wrote it: whoever carries the edit out copies it into the run folder."""
    path = heard.text("quote") or heard.text("file")
    moving = bool(re.search(r"\.(?:mp4|mov|webm|mkv|avi|m4v)$", path, re.IGNORECASE))
    if heard.has("shots"):
        return [
            UseFile.model_construct(op="use_file", shot=heard.shot(), what="clip" if moving else "keyframe", file=path)
        ]
    known = heard.known("who")
    return [PinEntity(entity=known.id, reference=path)] if known and not moving else None


def _file_back(heard: Heard) -> Meaning:
    shot = heard.plan.shot(heard.shot())
    edits: list[Edit] = []
    if shot.keyframe:
        edits.append(UseFile(shot=shot.id, what="keyframe", file=None))
    if shot.clip:
        edits.append(UseFile(shot=shot.id, what="clip", file=None))
    if not edits:
        raise PlanError(f"{shot.id} has no picture or clip of yours")
    return edits


_WHO = r"(?P<who>(?:the |a |an |another |some |my |our )?[\w'À-ÿ-]+(?: [\w'À-ÿ-]+){0,5}?)"
_IN = r"(?: (?:in|into|to|from|for|during|on) SHOTS)"
_FROM = (
    r"(?:,? (?:in|during|for) SHOTS|,? (?:(?P<on>from|starting (?:with|in|at|from)|since) SHOTS(?: on(?:wards?)?)?))"
)
_FROM_FIRST = (
    r"(?:(?:in|during|for) SHOTS|(?P<on>from|starting (?:with|in|at|from)|since|after) SHOTS(?: on(?:wards?)?)?),?"
)
_PART = r"(?P<part>coat|hat|dress|scarf|shirt|jacket|hair|beard|eyes|boots|trousers|pants|skirt|cape|cloak|fur|sweater|jumper|raincoat|apron|crown|shoes|gloves|vest|clothes|bag)"
_COLOUR = r"(?P<colour>(?:dark |light |bright )?(?:red|blue|green|yellow|orange|purple|violet|pink|brown|black|white|gr[ae]y|golden|silver|beige|blond|blonde|turquoise))"
PEOPLE: tuple[Rule, ...] = tuple(
    itertools.chain(
        rule(
            'in shot 3 Mara says "Come in."',
            r"(?:(?:in|during) SHOTS,? )?(?:let |make |have |i want )?"
            + _WHO
            + r" (?:says?|to say|should say|saying|asks?|whispers?|shouts?|answers?|tells?):? QUOTE(?: in SHOTS)?".replace(
                "SHOTS", "(?P<shots2>shots? \\d+)"
            ),
            r"(?:let |make |have |i want )?"
            + _WHO
            + r" (?:says?|to say|should say|ask|whisper|shout|answer):? QUOTE (?:in|during|at) SHOTS",
            r"(?:in|during) SHOTS,? (?:let |make |have )?"
            + _WHO
            + r" (?:should )?(?:says?|asks?|whispers?|shouts?):? (?P<words>[^\"“]+?)",
        )(lambda heard: _says_where(heard)),
        rule(
            'add the line "Good night." for Mara in shot 4',
            r"add (?:the |a )?(?:line|sentence|dialogue|words)?:? ?QUOTE(?: (?:for|by|from|said by|spoken by) "
            + _WHO
            + r")?(?: (?:in|to|into|at the end of) SHOTS)",
            r"(?:in|to) SHOTS,? add (?:the |a )?(?:line|sentence|dialogue)?:? ?QUOTE(?: (?:for|by|from|said by) "
            + _WHO
            + r")?",
        )(_line_added),
        rule(
            'change the line in shot 7 to "Stay here."',
            r"(?:change|replace|rewrite|make|set) (?:the |(?P<who>[\w']+?)'s? )?(?:line|dialogue|text|sentence|words?)(?: (?P<number>\d+))? (?:in|of) SHOTS (?:to|with|into|:|say) ?(?:QUOTE|(?P<words>.+?))",
            r"(?:in|for) SHOTS,? (?:change|replace) (?:the |(?P<who>[\w']+?)'s? )?(?:line|dialogue|text|sentence|words?)(?: (?P<number>\d+))? (?:to|with) ?(?:QUOTE|(?P<words>.+?))",
            r"(?:the )?(?:line|dialogue|text)(?: (?P<number>\d+))? (?:in|of) SHOTS should (?:be|say|read):? ?(?:QUOTE|(?P<words>.+?))",
        )(_line_changed),
        rule(
            'change "Go on" to "Go home"',
            r"(?:change|replace) [\"“'‘](?P<old>.+?)[\"”'’] (?:to|with|by|into) QUOTE",
            r"instead of [\"“'‘](?P<old>.+?)[\"”'’],? (?:let \w+ )?(?:say|says|use)? ?QUOTE",
        )(_line_replaced),
        rule(
            "the fox should say the line in shot 7",
            r"(?:let |make |have )?"
            + _WHO
            + r" (?:should )?(?:says?|speaks?|to say) (?:the |that )?(?:line|words|text) (?:in|of) SHOTS",
            r"(?:the )?line (?:in|of) SHOTS (?:should be|is|be) (?:said|spoken|told) by " + _WHO,
            r"give (?:the )?line (?:in|of) SHOTS to " + _WHO,
        )(_line_given),
        rule(
            "remove the line in shot 7",
            r"(?:remove|delete|drop|cut|take out) (?:(?P<all>all (?:the )?lines|the dialogue|all dialogue)|(?:the |[\w']+'s )?line(?: (?P<number>\d+))?) (?:in|from|of) SHOTS",
            r"(?P<all>nobody|no one|noone) (?:should )?(?:says? anything|speaks?|talks?) in SHOTS",
        )(_line_gone),
        rule(
            "give Mara a deeper voice",
            r"give " + _WHO + r" an? (?:much |slightly |bit )?(?P<how>[\w ]+?) voice",
            r"(?:make|let) " + _WHO + r"(?:'s voice)? (?:sound |speak |talk |be )(?P<how>[\w ]+?)",
            _WHO
            + r"(?:'s voice)? should (?:sound|speak|talk|be) (?:a bit |much )?(?P<how>(?:deeper|lower|higher|slower|faster|quicker|more slowly|more quickly|older|younger)[\w ]*)",
            _WHO + r"(?:'s)? voice (?:should be |is too |a bit )?(?P<how>[\w ]+?)",
            r"(?:make )?" + _WHO + r"'s voice (?P<how>[\w ]+?)",
        )(_voice),
        rule(
            "use sketch.png for shot 3",
            r"(?:use|take|put|insert)(?: my(?: own)?| the)?(?: picture| photo| image| drawing| file| clip| video| footage)? (?:QUOTE|(?P<file>[\w./~ -]+?\.\w{3,4})) (?:for|as|in|instead of)(?: the)?(?: keyframe| clip| picture| still)?(?: of| for)? ?SHOTS",
            r"(?:replace)(?: the)?(?: keyframe| clip| picture| still| video)?(?: of| in| for)? SHOTS (?:with|by)(?: my(?: own)?)? ?(?:picture |photo |clip |file )?(?:QUOTE|(?P<file>[\w./~ -]+?\.\w{3,4}))",
            r"(?:use|take)(?: my(?: own)?| the)?(?: picture| photo| image| drawing)? (?:QUOTE|(?P<file>[\w./~ -]+?\.\w{3,4})) (?:for|as)(?: the (?:look|face) of)? "
            + _WHO,
            _WHO + r" (?:looks|should look) like (?:in )?(?:QUOTE|(?P<file>[\w./~-]+?\.(?:png|jpe?g|webp)))",
        )(_file),
        rule(
            "give shot 3 back to the generator",
            r"(?:give|hand) SHOTS back(?: to (?:the|its) generators?)?",
            r"(?:remove|drop|forget) my(?: own)? (?:picture|clip|keyframe|file|photo|video) (?:of|for|from|in) SHOTS",
        )(_file_back),
        rule(
            "rename Mara to Greta",
            r"rename " + _WHO + r" (?:to|into|as) (?:QUOTE|(?P<name>[\w' -]+?))",
            r"(?:call|name) "
            + _WHO
            + r" (?:QUOTE|(?P<name>[A-ZÀ-Ý][\w'-]+(?: [A-ZÀ-Ý][\w'-]+)?))(?: instead| from now on)?",
            _WHO + r"'s? name (?:is|should be|becomes) (?:QUOTE|(?P<name>[\w' -]+?))(?: now| instead)?",
            _WHO
            + r" (?:is|should be|shall be) (?:called|named) (?:QUOTE|(?P<name>[\w' -]+?))(?: now| instead| from now on)?",
            r"change " + _WHO + r"'s? name (?:to|into) (?:QUOTE|(?P<name>[\w' -]+?))",
        )(_rename),
        rule(
            "change Mara's coat to red",
            r"(?:change|make|turn|paint|recolou?r|colou?r|dye|let) "
            + _WHO
            + rf"'s? {_PART} (?:to |into |be |should be |in )?{_COLOUR}"
            + f"{_FROM}?",
            _WHO + rf"'s? {_PART} (?:should be|is|to be|must be|becomes) {_COLOUR}(?: instead)?" + f"{_FROM}?",
            f"{_FROM_FIRST} " + _WHO + rf"'s? {_PART} (?:should be|is|becomes) {_COLOUR}",
        )(_recolour),
        rule(
            "from shot 4 on Mara wears a yellow raincoat",
            f"{_FROM_FIRST} (?:let |make |have |dress |put )?"
            + _WHO
            + rf" (?:should |must |to )?(?P<verb>{_LOOKS}) (?P<look>.+?)",
            r"(?:let |make |have |dress |put )?"
            + _WHO
            + rf" (?:should |must |to )?(?P<verb>{_LOOKS}) (?P<look>.+?){_FROM}",
            r"(?:dress|put) " + _WHO + r" (?P<verb>in) (?P<look>.+?)",
            r"(?:let |make |have )?"
            + _WHO
            + r" (?:should |must |always )?(?P<verb>wear|wears|be dressed in) (?P<look>.+?)",
        )(_look),
        rule(
            "Mara has red hair and glasses",
            r"(?:give) "
            + _WHO
            + r" (?P<look>(?:an? |some )?(?:[\w-]+ )*(?:hair|beard|moustache|eyes|hat|scarf|coat|dress|jacket|glasses|boots|cape|crown|raincoat|sweater|braids?|ponytail|bun|freckles|fur|shirt|gloves|apron|backpack|cloak)(?: and .+?)?)"
            + f"{_FROM}?",
            r"(?:make|turn) "
            + _WHO
            + r" (?:into |look like |look )?(?P<look>(?:an? |much |bit |a bit )?(?:[\w-]+ )*(?:older|younger|taller|smaller|bigger|old|young|fat|thin|tall|short|bald|woman|man|girl|boy|child|cat|dog|blond|blonde|ginger|striped|white|black|brown|golden|grey|gray|red|blue|green|large|huge|tiny|small)\b.*?)"
            + f"{_FROM}?",
            _WHO
            + r" (?:should have|has|needs|gets|have) (?P<look>(?:an? |some )?(?:[\w-]+ )*(?:hair|beard|moustache|eyes|hat|scarf|coat|dress|jacket|glasses|boots|cape|crown|raincoat|sweater|braids?|ponytail|bun|freckles|fur|shirt|gloves|apron|backpack|cloak)(?: and .+?)?)"
            + f"{_FROM}?",
            _WHO + r" (?:should be|is|should look like|must be) (?P<look>an? .+?)",
            r"(?:describe|redescribe|change|redesign) " + _WHO + r" (?:as|to|into) (?P<look>an? .+?)",
            f"{_FROM_FIRST} " + _WHO + r" (?:has|should have|is|should be) (?P<look>(?:an? )?.+?)",
        )(_look),
        rule(
            "add a small dog to shot 3",
            r"(?:add|put|place|bring|include|insert|show|i want|we need|there should be|let there be)(?: in)? "
            + _WHO
            + r"(?: in| as well| too)? ?(?:in|into|to|during) SHOTS(?: too| as well)?",
            r"(?:in|into|to) SHOTS,? (?:add|put|place|include|insert|there is|there should be|we need|bring in) "
            + _WHO
            + r"(?: too| as well)?",
            _WHO + r" (?:should|must|could) (?:be|appear|be seen|show up|come) (?:in|during) SHOTS(?: too| as well)?",
            r"SHOTS (?:needs|should have|should contain|should include) " + _WHO,
        )(_come),
        rule(
            "remove the fox from shot 3",
            r"(?:remove|delete|take|cut|lose|drop|erase|get rid of|take out|leave out|throw out) "
            + _WHO
            + r"(?: out)?(?: of| from| in) (?:SHOTS|the story)",
            r"(?:in|from) SHOTS,? (?:remove|delete|take out|leave out|lose|without) " + _WHO,
            r"(?:remove|delete|cut|drop|get rid of|take out|lose|erase|write out) (?P<who>(?!shots?\b|the (?:first|last|line|music|narrat|subtitle))[\w' -]+?)(?: (?:entirely|completely|altogether|everywhere|from everything))?",
            _WHO + r" (?:should not|shouldn'?t|must not|mustn'?t|should no longer) (?:be|appear|be seen)(?: in)? SHOTS",
            r"(?:no|without) (?P<who>(?!music|subtitles?|captions?|narrat)[\w' -]+?) in SHOTS",
        )(_go),
    )
)
"""In the order in which they are tried."""


def _says_where(heard: Heard) -> Meaning:
    if heard.has("shots2") and not heard.has("shots"):
        who = heard.text("who").lower()
        speaker = None if "narrat" in who else heard.entity("who", "character").id
        return [AddLine(shot=heard.shot("shots2"), text=heard.quote("quote"), speaker=speaker)]
    return _says(heard)
