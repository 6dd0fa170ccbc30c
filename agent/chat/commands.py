"""Owns the rules about what is done with a film: undo, show, export, branches, takes, reasons, costs, help.

Does not know: edits.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable

from agent.chat.naming import CARDINALS
from agent.chat.rule import Heard, Meaning, Rule, rule
from agent.chat.understood import Command, CommandName


def _plain(name: CommandName) -> Callable[[Heard], Meaning]:
    return lambda heard: Command(name=name)


def _number(heard: Heard, group: str, otherwise: int = 1) -> int:
    words = heard.text(group).lower()
    if not words:
        return otherwise
    return (
        int(words)
        if words.isdigit()
        else CARDINALS.get(words, {"twice": 2, "thrice": 3, "a": 1, "another": 1}.get(words, 1))
    )


def _steps(name: CommandName) -> Callable[[Heard], Meaning]:
    return lambda heard: Command(name=name, number=_number(heard, "number"))


def _of_shot(name: CommandName) -> Callable[[Heard], Meaning]:
    def build(heard: Heard) -> Meaning:
        shot = heard.shot() if heard.has("shots") or heard.spoken.shot else None
        return Command(name=name, shot=shot, words=heard.text("words"))

    return build


def _told(name: CommandName) -> Callable[[Heard], Meaning]:
    return lambda heard: Command(name=name, words=heard.text("quote") or heard.text("words"))


def _takes(heard: Heard) -> Meaning:
    return Command(name="takes", shot=heard.shot(), number=_number(heard, "number", 3))


def _retry(heard: Heard) -> Meaning:
    return Command(name="retry", shot=heard.shot())


_N = r"(?P<number>\d+|one|two|three|four|five|six|seven|eight|nine|ten)"
COMMANDS: tuple[Rule, ...] = tuple(
    itertools.chain(
        rule(
            "undo",
            rf"(?:undo|revert|take (?:it|that) back|go back)(?: (?:that|it|this|the last (?:change|edit|thing)|(?:the last )?{_N} (?:times|steps|changes|edits)|(?P<number>twice)))?",
            r"(?:no,? )?(?:that was (?:wrong|worse|a mistake)|i liked it better before|never ?mind,? undo)",
            r"(?:put|change) (?:it|that) back(?: (?:how|as) it was)?",
            rf"(?:go |step )?back {_N} (?:steps?|versions?)",
        )(_steps("undo")),
        rule(
            "redo",
            rf"redo(?: (?:that|it|{_N} (?:times|steps)))?",
            r"(?:do it|do that) again after all",
            r"undo the undo",
            r"(?:go )?forward(?: again)?",
        )(_steps("redo")),
        rule(
            "try another version of shot 5",
            r"(?:redo|retry|regenerate|remake|re-?roll|re-?do|try) SHOTS(?: again| once more| with another seed)?",
            r"(?:try |make |give me |i want )?(?:another|a different|a new) (?:take|version|try|attempt)(?: (?:of|for|at|on) SHOTS)?",
            r"SHOTS again(?:,? please)?",
        )(_retry),
        rule(
            "give me three takes of shot 5",
            rf"(?:give me |make |try |show me |render |i want )?(?:{_N}|some|a few|several)(?: more| different| other)? (?:takes|versions|variants|variations|options|alternatives|tries)(?: (?:of|for|on) SHOTS)?",
            rf"(?:give me |make |show me ){_N} of SHOTS",
        )(_takes),
        rule(
            "pick take 2 of shot 5",
            rf"(?:pick|choose|use|take|keep|select|i like|i prefer|go with|prefer)(?: the)? (?:take|version|variant|number|option|#) ?{_N}(?: (?:of|for|in) SHOTS)?",
            rf"(?:pick|choose|use|keep|select|i like|i prefer|go with)(?: the)? (?P<number>first|second|third|fourth) (?:take|one|version|option)(?: (?:of|for) SHOTS)?",
            rf"(?:for|in) SHOTS,? (?:pick|choose|use|take|keep) (?:take |version |number )?{_N}",
        )(lambda heard: _pick_ordinal(heard)),
        rule(
            "render",
            r"(?:render|make|build|generate|produce|film)(?: (?:it|this|that|the (?:film|movie|video)|now|everything))*(?: now)?",
            r"(?:go|go ahead|do it|let'?s go|let'?s see it|action|roll|ok,? go|apply)",
        )(_plain("render")),
        rule("stop", r"(?:stop|cancel|abort|halt|wait|hold on)(?: (?:it|that|the render(?:ing)?|now|everything))*")(
            _plain("stop")
        ),
        rule(
            "show the board",
            r"(?:show |list |see |print )?(?:me )?(?:the |all )?(?:board|shots|shot list|storyboard|overview|status)(?: again)?",
            r"what(?:'s| is) (?:the )?(?:status|in the film)|where are we|how does it look",
        )(_plain("board")),
        rule(
            "show shot 3",
            r"(?:show|play|open|preview|display|see|view|look at|let me see)(?: me)? SHOTS(?: again)?",
            r"what (?:happens|is|do we see) in SHOTS",
        )(_of_shot("show")),
        rule(
            "show the film",
            r"(?:show|play|open|preview|watch)(?: me)? (?:the |it|this)?(?: ?(?:film|movie|video|result|animatic))?",
        )(_plain("show")),
        rule(
            "export as fcpxml",
            r"(?:export|save|hand off|output|give me)(?: (?:it|this|the (?:film|movie|timeline|subtitles|project|edit)|everything))?(?: (?:as|to|in|for|into))?(?: an?| the)? ?(?P<words>otio|opentimelineio|fcpxml|final cut(?: pro)?(?: x)?|premiere(?: pro)?|davinci(?: resolve)?|resolve|edl|srt|vtt|subtitles|html|zip)(?: file| project| timeline)?",
            r"(?:export|save)(?: it| the film| everything)?(?P<words>)",
        )(_told("export")),
        rule(
            "what if",
            r"what if(?: we| i)?(?: (?:try|tried|call|called) (?:it |this )?(?:QUOTE|(?P<words>\w+)))?",
            r"(?:start|begin|make|open|create)(?: a)?(?: new)? (?:branch|variant|alternative|experiment)(?: (?:called|named))? ?(?:QUOTE|(?P<words>[\w-]+))?",
            r"(?:let me |let'?s )?try something(?: else| out)?(?P<words>)",
        )(_told("branch")),
        rule(
            "switch to branch main",
            r"(?:switch|go|change|go back|return)(?: back)? to (?:the )?(?:branch|variant) (?:QUOTE|(?P<words>[\w-]+))",
            r"(?:switch|go back|return)(?: back)? to (?:the )?(?P<words>main|original|[\w-]+)(?: (?:branch|variant))",
            r"(?:go back|back|return) to (?:the )?(?P<words>main)",
        )(_told("switch")),
        rule(
            "go back to yesterday's cut",
            r"(?:go back|return|revert|back|take me back)(?: to)? (?P<words>(?:yesterday|this morning|last night|an hour ago|(?:\d+|an?|two|three|four|five|ten) (?:minutes?|hours?|days?|weeks?) ago|(?:the )?(?:very )?(?:first|original|beginning|start)|version \d+|(?:the )?version (?:of|from|before) .+|before .+)(?:'s)?)(?: (?:cut|version|film|state|plan))?",
            r"(?:show|use|restore|load) (?P<words>version \d+|yesterday's (?:cut|version)|the (?:first|original) version)",
        )(_told("go_to")),
        rule(
            "history",
            r"(?:show |list |print )?(?:me )?(?:the )?(?:history|versions|changes|edits|branches|what (?:have )?(?:i|we) (?:changed|done))",
            r"what (?:did|have) (?:i|we) (?:change|changed|do|done)(?: so far)?",
        )(_plain("history")),
        rule(
            "why did you remake shot 4?",
            r"why (?:did you|was|is|were|do you|are you) (?:re)?(?:mak(?:e|ing)|made|render(?:ed|ing)?|do(?:ne|ing)?|generat(?:e|ed|ing)|draw(?:n|ing)?)(?: (?:re)?(?:made|done|rendered|drawn))? ?SHOTS(?: (?:again|new|anew|over))?",
            r"why (?:was|is|were) SHOTS (?:re)?(?:made|rendered|done|generated|drawn|stale)(?: (?:again|anew))?",
            r"(?:explain|what happened to) SHOTS",
        )(_of_shot("why")),
        rule(
            "how much would it cost with Wan?",
            r"(?:how much|what) (?:would|will|does|did|is|could)(?: (?:it|this|that|the film|everything|rendering|making it|the whole film))? ?(?:cost|be|the price)(?: (?:be|so far|me|us|in all|to render|to make))*(?: (?:with|using|on|by|for) (?P<words>[\w:./ -]+?))?",
            r"(?:estimate|price|cost|costs|budget|what have i spent|how much have (?:i|we) spent)(?: (?:it|this|the film|of the film))?(?: (?:with|using|for|on) (?P<words>[\w:./ -]+?))?",
        )(_told("cost")),
        rule(
            "check the film",
            r"(?:check|measure|score|judge|examine|test)(?: (?:it|this|that|the (?:film|identity|continuity|result)|everything))?",
            r"(?:is|are) (?:mara|she|he|everybody|everyone|the \w+|they) the same(?: person)?(?: everywhere)?",
        )(_plain("check")),
        rule(
            "help",
            r"(?:help|commands|\?|what can (?:i|you) (?:say|do|ask|type)|how does this work|what do you understand)(?: (?P<words>.+))?",
        )(_told("help")),
        rule("quit", r"(?:quit|exit|bye|goodbye|good ?bye|leave|:q|that'?s (?:it|all)|(?:i'?m |we'?re )?done|see you)")(
            _plain("quit")
        ),
    )
)
"""In the order in which they are tried."""


def _pick_ordinal(heard: Heard) -> Meaning:
    number = {"first": 1, "second": 2, "third": 3, "fourth": 4}.get(heard.text("number").lower())
    shot = heard.shot() if heard.has("shots") or heard.spoken.shot else None
    return Command(name="pick", shot=shot, number=number or _number(heard, "number"))
