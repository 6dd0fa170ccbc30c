"""Owns plainer words for short prompts: what a parser misreads, said in a way that it understands.

"After the dog leaves, a cat comes" becomes two acts in their order, "the dog to the left" gets its verb back.
The prompt's own words stay in its subtitles. Does not know: parses, entities.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from planners.backends.rules.looks import COLOURS
from planners.backends.rules.sorts import sort_of

_ARTICLE = r"(?:an?|the|one|another|two|three|four|five|six)"
_NOUNS = rf"{_ARTICLE}(?: [\w-]+){{1,3}}?"
_WHEN = (
    r"(?:in|during|for|at) the (?:very )?(?:first|second|third|last|final|opening|closing|latter|middle|end|beginning|"
    r"start)\b"
)
_WHERE = r"(?:on|to|at) the (?:far )?(?:left|right)\b(?! of)|in the (?:middle|cent(?:er|re))\b(?! of)"
_GAPPED = re.compile(rf"(?P<lead>[,;] (?:and )?| and )(?P<who>{_NOUNS}) (?P<only>only )?(?P<how>{_WHEN}|{_WHERE})")
_AFTER = re.compile(
    r"^(?:just |right |only |soon )?after (?P<first>[^,;]+), (?P<then>[^;]+?)(?P<end>[.!]?)$", re.IGNORECASE
)
_BEFORE = re.compile(r"^(?:just |right )?before (?P<then>[^,;]+), (?P<first>[^;]+?)(?P<end>[.!]?)$", re.IGNORECASE)
_TIMES = re.compile(r"^(?:that|this|all|a|an|some|several|\w+ (?:seconds?|moments?|minutes?|hours?|days?|years?))\b")
_COLOUR = "|".join(sorted((re.escape(word) for word in COLOURS), key=len, reverse=True))
_OWNED = re.compile(
    rf"\b(?P<who>(?:the|an?) \w+)'s (?P<what>\w+) (?:is|are) (?P<look>{_COLOUR})\b(?! and (?:{_COLOUR})\b)",
    re.IGNORECASE,
)
_CAN_ACT = ("person", "animal", "fabled")

Rule = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]


def _acted(match: re.Match[str]) -> str:
    """A clause without its verb, given one."""
    words = match["who"].lower().split()
    if any(_verb_like(word) for word in words[1:-1]) or words[-1] in ("is", "are", "stands", "sits"):
        return match.group()
    be = "are" if words[0] not in ("a", "an", "the", "one", "another") or words[-1].endswith("s") else "is"
    if sort_of(words[-1]) in ("unknown", "never") and sort_of(words[-1].removesuffix("s")) in ("unknown", "never"):
        return match.group()
    lead = match["lead"] if ";" in match["lead"] else "; "
    return f"{lead}{match['who']} {be} there {match['only'] or ''}{match['how']}"


def _verb_like(word: str) -> bool:
    """Whether a word behind a noun is rather a verb."""
    return word in ("is", "are", "to", "of", "with", "and", "in") or (
        word.endswith("s") and sort_of(word) == "unknown" and sort_of(word[:-1]) == "unknown"
    )


def _after(match: re.Match[str]) -> str:
    if _TIMES.match(match["first"].lower()):
        return match.group()
    return f"{_capital(match['first'])}; then {match['then']}{match['end']}"


def _before(match: re.Match[str]) -> str:
    return f"{_capital(match['first'])}; then {match['then']}{match['end']}"


def _owned(match: re.Match[str]) -> str:
    """As in "The girl's umbrella is yellow": who has it is seen with it."""
    if sort_of(match["who"].split()[1].lower()) not in _CAN_ACT:
        return match.group()
    plural = match["what"].endswith("s")
    return f"{match['who']} has {'' if plural else 'a '}{match['look']} {match['what']}"


def _going_on(match: re.Match[str]) -> str:
    """A verb that reads like a noun behind its subject: "a candle burns", "a family of four rides"."""
    verb = match["verb"]
    stem = verb.removesuffix("s")
    many = verb == stem
    form = {"lie": "lying", "rings": "ringing"}.get(stem, f"{stem.removesuffix('e')}ing")
    return f"{match['who']} {'are' if many else 'is'} {form}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


_SWAPPED = re.compile(
    r"^(?P<a>[^,;]+?) (?:is|are|gets?) (?:suddenly |slowly |then )?replaced (?:by|with) (?P<b>[^,;]+?)(?P<e>[.!]?)$",
    re.IGNORECASE,
)
_SWAPS = re.compile(r"^(?P<b>[^,;]+?) (?:replaces|takes the place of) (?P<a>[^,;]+?)(?P<e>[.!]?)$", re.IGNORECASE)
_ALL_ALONG = re.compile(
    r"^(?:for|during|throughout) the (?:whole|entire) (?:clip|video|film|shot|scene|time),? (?=\w)", re.IGNORECASE
)
_LEFTING = re.compile(r"\b(head|mov|go|walk|driv|fly|swimm|runn|sail|drift|roll)ing (left|right)\b")
_LEFTS = re.compile(
    r"\b(heads?|moves?|goes|go|walks?|drives?|flies|swims?|runs?|sails?|drifts?|rolls?) (left|right)(?=[ ,.;]|$)"
)
_LEADS = re.compile(
    r"\bleads (?P<h>his|her|its|their|the|a) (?P<n>horse|pony|donkey|camel|cow|goat|dog|elephant|mule|llama)\b"
)
_LIKE_A_NOUN = re.compile(
    r"(?P<who>\b(?!to\b|and\b|not\b|can\b|will\b)\w+) "
    r"(?P<verb>(?:burn|twinkle|flicker|glow|shine|melt|bloom|glitter)s?|lie)"
    r"(?= (?:on|in|under|above|at|behind|to|beside|next|only|near|brightly)\b|[.,;]|$)"
)
_SO_MANY = re.compile(
    r"(?P<who>\b(?:family|group|band|team|crew|party) of (?:two|three|four|five|six|seven|eight)) "
    r"(?P<verb>\w+[^s\W]s)\b"
)
_RULES: tuple[Rule, ...] = (
    (_AFTER, _after),
    (_BEFORE, _before),
    (_SWAPPED, lambda m: f"{m['a']} disappears; then {m['b']} appears{m['e']}"),
    (_SWAPS, lambda m: f"{_capital(m['a'])} disappears; then {m['b'][:1].lower()}{m['b'][1:]} appears{m['e']}"),
    (re.compile(rf",? and (?P<b>{_NOUNS}) takes (?:its|his|her|their) place\b"), r"; then \g<b> appears"),
    (_ALL_ALONG, ""),
    (re.compile(r"\bshows up\b"), "appears"),
    (re.compile(r"\bshow up\b"), "appear"),
    (re.compile(r"\bis (?:also )?(?:only )?visible only\b"), "is there only"),
    (_LEFTING, r"\1ing to the \2"),
    (_LEFTS, r"\1 to the \2"),
    (re.compile(r"\bdismounts?\b"), "gets off"),
    (_LEADS, r"walks with \g<h> \g<n>"),
    (_LIKE_A_NOUN, _going_on),
    (_SO_MANY, _going_on),
    (_OWNED, _owned),
    (_GAPPED, _acted),
)
"""What is misread -> how it is said instead, one after another."""


def plainer(text: str) -> str:
    """The words of one sentence of a short prompt, said so that the parser understands them."""
    for pattern, instead in _RULES:
        text = pattern.sub(instead, text)
    return text
