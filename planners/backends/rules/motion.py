"""Owns movement in words: regions of the frame, ways, directions, when in the shot something is there.

Does not know: the parse beyond one clause's words and its prepositions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, cast

from planners.reading import Region

_SIDE = (
    r"(?:(upper|top|lower|bottom)[ -]?(left|right)|(left|right)[ -]?(upper|top|lower|bottom)|"
    r"((?:top|bottom|upper|lower)[ -](?:middle|cent(?:er|re))|(?:middle|cent(?:er|re))[ -](?:left|right|top|bottom)|"
    r"top|bottom|left|right|cent(?:er|re)|middle|background|foreground|upper|lower))"
)
_NOUN = (
    r"(?:[ -](?:hand|most))?(?: (?:side|corner|edge|half|part|third|quarter|end|area|portion|of the (?:frame|"
    r"screen|picture|image|video|shot|scene)))*"
)
_REGION = re.compile(rf"\b(?:(?:the|its|far|very|extreme)\s+)*\b{_SIDE}\b{_NOUN}")
_OWN = re.compile(
    r"\b(?:his|her|its|their|my|your|'s) (?:left|right)\b|\b(?:left|right) (?:hand|foot|arm|leg|eye|ear|"
    r"shoulder|side of (?:his|her|its|their)|sleeve|wing|paw|knee|eyebrow|cheek)s?\b"
    r"|\b(?:turn(?:s|ed|ing)?|look(?:s|ed|ing)?) (?:to the )?(?:left|right)\b|\bright away\b|\bright (?:now|"
    r"here|there|behind|next|before|after|in front|up|down|on|at|into|away|onto)\b|\ball right\b"
    r"|\bthe right (?:one|time|moment|thing|way|place|man|answer|person)\b|(?<!the )(?<!upper )(?<!lower "
    r")(?<!to )\bleft (?:behind|alone|the|his|her|its|for|a|their|home|it|him|them|in)\b"
    r"|\b(?:had|have|has|was|were|is|are|be|been|nothing|he|she|they|it|who) left\b|\btop (?:hat|speed)\b|"
    r"\b(?:the )?top of\b|\bbottom of the (?:sea|ocean|stairs|hill|lake|well|river|page)\b|\bin the middle of "
    r"the (?:night|day|road|forest|room|street|sea|river|lake|field|square|garden|town|city|village|table|"
    r"\w+)\b")  # fmt: skip
_FROM = re.compile(
    r"\b(?:from|start(?:s|ed|ing)? (?:in|at|on|from)|begin(?:s|ning)? (?:in|at|on)|began (?:in|at|on)|out "
    r"of)\s+(?:[a-z]+ ){0,1}$"
)
_TO = re.compile(
    r"\b(?:to|toward|towards|into|reach(?:es|ed|ing)?|end(?:s|ed|ing)? (?:up )?(?:in|at|on)|until|onto|"
    r"arriv\w+ (?:at|in)|stop\w* (?:in|at|on)|finish\w* (?:in|at|on)|then|through|via|across)\s+(?:[a-z]+ "
    r"){0,1}$"
)
_IN = re.compile(r"\b(?:in|on|at|near|along|by)\s+(?:[a-z]+ ){0,1}$")


def _region(match: re.Match[str]) -> Region:
    vertical = match.group(1) or match.group(4)
    horizontal = match.group(2) or match.group(3)
    if vertical and horizontal:
        return cast("Region", f"{'upper' if vertical in ('upper', 'top') else 'lower'} {horizontal}")
    word = match.group(5).split("-")[0].split(" ")[0]
    if word in ("middle", "center", "centre") and re.search(r"[ -]", match.group(5)):
        word = re.split(r"[ -]", match.group(5))[-1]
    return cast("Region", {"centre": "center", "middle": "center", "upper": "top", "lower": "bottom"}.get(word, word))


def plain(text: str) -> str:
    """Lower-case text without uses of left, right, top that name no part of the frame."""
    return _OWN.sub(lambda m: " " * len(m.group()), text.lower())


def regions(text: str) -> list[tuple[str, Region]]:
    """(role, region) in order; role is from, to or in."""
    low = plain(text)
    out: list[tuple[str, Region]] = []
    for match in _REGION.finditer(low):
        before = low[max(0, match.start() - 34) : match.start()]
        role = "from" if _FROM.search(before) else "to" if _TO.search(before) else "in" if _IN.search(before) else ""
        if (
            not role
            and out
            and out[-1][0] in ("to", "from")
            and re.fullmatch(
                r"[ ,]*(?:and|then|, then)?\s*(?:the )?", low[low.rfind(match.group()) - 6 : match.start()].strip()
            )
        ):
            role = "to"
        if role:
            out.append((role, _region(match)))
    return out


_BARE = re.compile(r"\b(left|right|top|bottom)[ -](?:to|towards?)[ -](?:the )?(left|right|top|bottom)\b")
_ARROW = re.compile(r"\bfrom (?:one side|side) to (?:the other|another|side)\b")
_ROADS = (
    r"(?:road|street|path|lane|corridor|hall|hallway|track|river|aisle|avenue|highway|motorway|runway|trail|alley|"
    r"stream|canal|beach|platform|coast|boulevard|promenade)"
)
"""What one goes up or down on the level."""
_SLOPE = rf"(?:the|an?)(?! (?:\w+ )?{_ROADS})"
_DIRECTION: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(
        r"\b(?:to (?:the|its|his|her|their) left|leftwards?|(?:mov|roll|walk|run|fl|driv|slid|drift|swim|head|go|"
        r"turn|travel|rush|dash|hop|crawl)\w* left)\b"), "left"),
    (re.compile(
        r"\b(?:to (?:the|its|his|her|their) right|rightwards?|(?:mov|roll|walk|run|fl|driv|slid|drift|swim|head|"
        r"go|turn|travel|rush|dash|hop|crawl)\w* right)\b"), "right"),
    (re.compile(
        rf"\b(?:upwards?|skywards?|into the (?:sky|air)|uphill|upstairs|up {_SLOPE}|up into|"
        r"ris(?:es?|ing)|rose|ascend(?:s|ed|ing)?|(?:lifts?|blasts?|shoots?) off|"
        r"(?:takes?|took|taking) (?:off|flight))\b"), "up"),
    (re.compile(
        rf"\b(?:downwards?|downhill|downstairs|down {_SLOPE}|down from|"
        r"to the ground|descend(?:s|ed|ing)?|falls?|fell|falling|"
        r"sinks?|sank|sinking|drops?|dropped|dropping|plung(?:es?|ed|ing)|swoop(?:s|ed|ing)? down)\b"), "down"),
    (re.compile(
        r"\b(?:towards? (?:the )?(?:camera|viewer|us)|at the camera|closer to the camera|comes closer|into the "
        r"foreground)\b"), "toward"),
    (re.compile(
        r"\b(?:away(?: from (?:the )?(?:camera|viewer|us))?|into the (?:distance|background|horizon|sunset|"
        r"shadows)|off into)\b"), "away"),
)  # fmt: skip


def direction(text: str) -> Literal["left", "right", "up", "down", "toward", "away"] | None:
    """The direction that a clause states."""
    low = re.sub(r"\b(?:turn|look|glanc|gaz|star|point)\w* (?:to the )?(?:left|right)\b", "", text.lower())
    for pattern, value in _DIRECTION:
        if pattern.search(low):
            return cast('Literal["left", "right", "up", "down", "toward", "away"]', value)
    return None


def path(text: str) -> tuple[Region | None, tuple[Region, ...], Region | None]:
    """(start, way points, end) of a movement that a clause states."""
    low = text.lower()
    bare = _BARE.search(low)
    if bare:
        return cast("Region", bare.group(1)), (), cast("Region", bare.group(2))
    if _ARROW.search(low):
        return "left", (), "right"
    found = regions(text)
    start = next((region for role, region in found if role == "from"), None)
    way = [region for role, region in found if role == "to"]
    if start is None and way and found[0][0] == "in":
        start = found[0][1]
    return start, tuple(way[:-1]), way[-1] if way else None


def standing(text: str) -> Region | None:
    """The region in which something stands, when the clause states it without a movement."""
    for role, region in regions(text):
        if role == "in":
            return region
    return None


_CLIP = r"(?: of the (?:video|clip|film|shot|scene|footage|sequence))?"
_FEW = r"(?:few |couple of |two |three )?(?:seconds?|moments?|frames)"
_GONE = r"(?:gone|disappear\w*|vanish\w*|left|leaves|no longer (?:there|visible|seen|in))"
_SHARES: tuple[tuple[re.Pattern[str], tuple[float, float]], ...] = (
    (re.compile(rf"\b{_GONE}\b[^.;]*\b(?:by|before|in|for|at) the (?:second|latter|last|final) half\b"), (0.0, 0.5)),
    (re.compile(rf"\b{_GONE}\b[^.;]*\b(?:halfway|midway|in the middle{_CLIP})\b"), (0.0, 0.5)),
    (re.compile(rf"\b{_GONE}\b[^.;]*\b(?:by|before|at|towards?) the (?:very )?end\b"), (0.0, 0.75)),
    (re.compile(r"\b(?:first|opening|initial|earlier) half\b"), (0.0, 0.5)),
    (re.compile(r"\b(?:second|last|latter|other|final|closing) half\b"), (0.5, 1.0)),
    (re.compile(rf"\b(?:first|opening|initial) {_FEW}\b"), (0.0, 0.3)),
    (re.compile(rf"\b(?:last|final|closing) {_FEW}\b"), (0.75, 1.0)),
    (re.compile(r"\bat first\b|\bto begin with\b|\binitially\b(?! (?:at|in|on))"), (0.0, 0.5)),
    (re.compile(r"\bfirst (?:third|part)\b"), (0.0, 0.33)),
    (re.compile(r"\b(?:middle|second) third\b"), (0.33, 0.67)),
    (re.compile(r"\b(?:last|final|third) third\b|\blast part\b"), (0.67, 1.0)),
    (re.compile(r"\bfirst quarter\b"), (0.0, 0.25)),
    (re.compile(r"\b(?:last|final) quarter\b"), (0.75, 1.0)),
    (re.compile(
        r"\b(?:at|in|until|towards?|near|by) (?:about |the )*(?:middle|halfway|midpoint)(?: (?:of|through) the "
        r"(?:video|clip|film|shot|scene))\b|\bhalfway through\b|\bmidway\b"), (0.5, 1.0)),
    (re.compile(
        r"\b(?:at|towards?|near|only at) the (?:very )?end(?: of the (?:video|clip|film|shot|scene))?(?=[\s,.;]|"
        r"$)(?! of)"), (0.7, 1.0)),
    (re.compile(r"\b(?:at|in|near|only at) the (?:very )?(?:beginning|start)\b(?!ing)"), (0.0, 0.35)),
    (
        re.compile(r"\b(?:throughout|the (?:whole|entire) (?:time|video)|all the time|during the whole)\b"),
        (0.0, 1.0),
    ),
)  # fmt: skip


def share(text: str) -> tuple[float, float] | None:
    """(start, end) of the shot during which the clause says that something is there."""
    low = text.lower()
    for pattern, value in _SHARES:
        if pattern.search(low):
            return value
    return None


def adverb_value(words: Iterable[str], table: dict[str, float]) -> float | None:
    """The first value of a word of the clause in a table."""
    return next((table[word] for word in words if word in table), None)


_MUTUAL: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(
        r"\b(?:away from (?:each other|one another)|apart\b|in (?:opposite|different|separate) (?:directions|ways)|"
        r"(?:their )?separate ways|part(?:s|ed)? ways)"), "part"),
    (re.compile(r"\b(?:past|by|pass(?:es|ing|ed)?|cross(?:es|ing|ed)?) (?:each other|one another)\b"), "pass"),
    (re.compile(
        r"\b(?:towards?|to|at|into|approach\w*|near\w*) (?:each other|one another)\b|\bhead[- ]on\b|"
        r"\bfrom (?:opposite|both|either|different) (?:sides?|directions|ends)\b|\bcollid|"
        r"\bm(?:eet|et|eets|eeting) (?:in the (?:middle|cent)|halfway|face to face|each other|one another)"), "meet"),
)  # fmt: skip


def mutual(text: str) -> Literal["meet", "part", "pass"] | None:
    """How several move with regard to one another."""
    low = text.lower()
    return next((cast('Literal["meet", "part", "pass"]', how) for pattern, how in _MUTUAL if pattern.search(low)), None)
