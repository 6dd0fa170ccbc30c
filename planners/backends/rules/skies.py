"""Owns time of day and weather in words: which of those that a sentence names are really there.

What is only said, denied, wished or compared does not count. Does not know: places, entities, what went before.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from planners.backends.rules import settings_words as words
from planners.backends.rules.belief import only_talked
from planners.backends.rules.clauses import happens, main_verbs

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from planners.plan import TimeOfDay, Weather

NEXT_DAY = re.compile(r"\b(?:next|following) (?:morning|day)|days? later|morning")
_SNOW = re.compile(
    r"\b(?:walk|ran|run|trudg|plod|march|stomp|wad|crawl|slid|trott|wander|skat|went|go|tramp|hik|stumbl)\w*\s(?:\w+\s){0,2}"
    r"(?:through|across|over|on|along) (?:the )?(?:\w+ )?(?:snow|ice)\b"
)
_CLEARED = re.compile(
    r"\b(?:rain|snow|storm|fog|mist|wind|thunder|blizzard|downpour|clouds?)(?:fall|storm)?(?: had| has)?(?: \w+ly)? "
    r"(?P<verb>(?:stop|end|pass|clear|lift|cease|eas|subsid|let up|is over|was over|die[ds])\w*)|"
    r"\b(?:sky|skies|weather) (?P<turn>cleared|(?:was|is|were|are|turned|grew) (?:clear|bright|blue))\b"
)
_SAID = re.compile(r"\bit(?:['’]s| is) (raining|snowing|foggy|storming|windy)\b|\b(?:what|such) a (storm|snowstorm)\b")
_NOT_NOW = re.compile(
    r"good (?:morning|evening|night|day)|all (?:day|night)|one day|some day|every day|the other day|these "
    r"days|to this day|in those days|by day|days|day-to-day|day off|birthday|shooting stars?|day after day|"
    r"hero of the day|day in|(?:\w+ days and )?(?:two|three|four|five|six|seven|many|several|a thousand) nights|"
    r"for (?:a|many|some|several) days?|next day|"
    r"(?:since|until|till|last|yesterday) (?:the )?(?:first |early )?(?:noon|midday|midnight|dawn|morning|evening|"
    r"night|afternoon|sunset|sunrise|dusk|daybreak|nightfall)"
)
_DAYS = re.compile(r"\bon the \w+ day\b|\bfor \w+ days\b|\b\w+ days? (?:later|passed)\b|\bthe next day\b")
_METAPHOR = re.compile(
    r"wind (?:instrument|ow)|storm of applause|in the mist of|brainstorm|clouds? of (?:dust|smoke|steam|sand)|"
    r"heat haze|winding|snow[- ]white|foggy memor|(?:second|gust) wind|(?:cloak|veil|robe) of (?:mist|fog|snow)|"
    r"full of (?:mud and )?snow"
)


def time_of(doc: Doc) -> TimeOfDay | None:
    """The last time of day that a sentence names as its own."""
    text = _blanked(_NOT_NOW, doc.text.lower())
    found = [item for item in _longest(dict(words.TIMES), text) if _real(doc, item[0])]
    strong = [item for item in found if item[1] not in ("day", "moon", "stars", "breakfast", "lunch")] or found
    if strong:
        return cast("TimeOfDay", strong[-1][2])
    return "day" if _DAYS.search(doc.text.lower()) else None


def weather_of(doc: Doc, text: str) -> Weather | None:
    """The strongest weather of a sentence; clear when it says that bad weather ends.

    Args:
        doc: the sentence, its quotations replaced.
        text: the sentence with its quotations, of which only "It is raining" and the like counts.
    """
    low = doc.text.lower()
    cleared = next((m for m in _CLEARED.finditer(low) if _really(doc, m.start(m.lastgroup or 0))), None)
    bare = _blanked(_METAPHOR, _blanked(_CLEARED, low) if cleared else low)
    found = [value for start, _, value in _longest(dict(words.WEATHERS), bare) if _real(doc, start)]
    if not found and not cleared and (said := _SAID.search(text.lower())):
        found = [words.WEATHERS.get(said.group(1) or said.group(2), "storm")]
    if not found:
        return "clear" if cleared else None
    return cast("Weather", max(found, key=lambda value: words.WEATHER_STRENGTH[value]))


def named_time(text: str) -> TimeOfDay | None:
    """The last time of day that a few words (lower case) name."""
    found = _longest(dict(words.TIMES), text)
    return cast("TimeOfDay", found[-1][2]) if found else None


def named_weather(text: str) -> Weather | None:
    """The strongest weather that a few words (lower case) name."""
    found = [value for _, _, value in _longest(dict(words.WEATHERS), text)]
    return cast("Weather", max(found, key=lambda value: words.WEATHER_STRENGTH[value])) if found else None


def on_snow(doc: Doc) -> bool:
    """Whether somebody moves on snow or ice in the sentence."""
    return any(_really(doc, match.start()) for match in _SNOW.finditer(doc.text.lower()))


def _blanked(pattern: re.Pattern[str], text: str) -> str:
    """The text with every match made blank, as long as before."""
    return pattern.sub(lambda match: " " * len(match.group()), text)


def _at(doc: Doc, start: int) -> Token | None:
    return next((token for token in doc if token.idx <= start < token.idx + len(token.text)), None)


def _really(doc: Doc, start: int) -> bool:
    """Whether the verb that begins there happens."""
    token = _at(doc, start)
    return token is None or bool(token.pos_ not in ("VERB", "AUX")) or happens(token)


def _real(doc: Doc, start: int) -> bool:
    """Whether the noun or verb that begins there is neither denied nor only wished, dreamt or compared with."""
    token = _at(doc, start)
    if token is None:
        return True
    if token.pos_ in ("VERB", "AUX"):
        return happens(token)
    if any(c.text.lower() in ("no", "not", "neither") for c in token.children):
        return False
    prep = token.head if token.dep_ == "pobj" else None
    if prep is not None and prep.text.lower() in ("like", "as", "than", "without", "for") and prep.i < token.i:
        return bool(prep.text.lower() == "for" and prep.head.pos_ == "VERB" and token.lemma_.lower() == "night")
    unreal = {verb.i for verb in main_verbs(doc) if not happens(verb)}
    return not (token.dep_ in ("dobj", "pobj") and only_talked(token, unreal) and not _denied(token, unreal))


def _denied(token: Token, unreal: set[int]) -> bool:
    """As in "She could not sleep in the storm": the storm is there all the same."""
    return bool(token.dep_ == "pobj" and token.head.head.i in unreal)


def _longest(table: dict[str, str], text: str) -> list[tuple[int, str, str]]:
    """(position, word, value) of all table words in a text, longer words first at the same place."""
    pattern = _patterns(tuple(sorted(table, key=len, reverse=True)))
    return [(m.start(), m.group(1), table[m.group(1)]) for m in pattern.finditer(text)]


@lru_cache(maxsize=4)
def _patterns(keys: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"\b(" + "|".join(re.escape(k) for k in keys) + r")\b")
