"""Owns the words people use for values: light, weather, mood, framing, camera, transitions, lengths.

Pure. Longer phrases go before shorter ones. Does not know: shots, entities, what the values are for.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from planners import lemmas

TIMES: Mapping[str, str] = {
    "(?:the )?sun (?:sets|goes down|setting)": "dusk", "(?:the )?sun (?:rises|comes up|rising)": "dawn",
    "day for night": "night", "in the dark": "night",
    "middle of the night": "night", "midnight": "night", "nighttime": "night", "night-time": "night",
    "at night": "night",
    "by night": "night", "moonlight": "night", "moonlit": "night", "after dark": "night", "starlight": "night",
    "night": "night", "early morning": "dawn", "sunrise": "dawn", "daybreak": "dawn", "first light": "dawn",
    "dawn": "dawn", "morning": "dawn", "sunset": "dusk", "golden hour": "dusk", "twilight": "dusk", "evening": "dusk",
    "dusk": "dusk", "nightfall": "dusk", "afternoon": "day", "noon": "day", "midday": "day", "daylight": "day",
    "daytime": "day", "broad daylight": "day", "by day": "day", "during the day": "day", "day": "day",
}  # fmt: skip
WEATHER: Mapping[str, str] = {
    r"(?:no(?: more)?|without|stop(?:s|ped)?|not) (?:the |any )?(?:rain|snow|fog|storm|wind|cloud|mist)\w*": "clear",
    r"(?:the )?(?:rain|snow|fog|storm|wind|clouds|mist)\w* (?:should )?(?:stop|end|clear|lift|go)(?:s"
    r"|ped)?(?: away)?": "clear",
    "cats and dogs": "rain", "downpour": "rain", "showers?": "rain", "sleet": "snow", "flurr(?:y|ies)": "snow",
    "cloud cover": "cloudy", "gr[ae]y skies": "cloudy", "blue skies": "clear", "sun": "clear", "sunlight": "clear",
    "good weather": "clear", "gale": "wind", "gusty": "wind", "hail": "storm", "tempest": "storm",
    "thunderstorm": "storm", "stormy": "storm", "storm": "storm", "thunder": "storm", "lightning": "storm",
    "pouring": "rain", "drizzle": "rain", "raining": "rain", "rainy": "rain", "rain": "rain", "wet": "rain",
    "snowstorm": "snow", "blizzard": "snow", "snowing": "snow", "snowy": "snow", "snowfall": "snow", "snow": "snow",
    "foggy": "fog", "misty": "fog", "fog": "fog", "mist": "fog", "hazy": "fog", "windy": "wind", "wind": "wind",
    "breezy": "wind", "overcast": "cloudy", "cloudy": "cloudy", "clouds": "cloudy", "grey sky": "cloudy",
    "stop raining": "clear", "stop snowing": "clear", "no rain": "clear", "no snow": "clear", "no fog": "clear",
    "without rain": "clear", "sunny": "clear", "sunshine": "clear", "clear sky": "clear", "clear": "clear",
    "dry": "clear",
    "blue sky": "clear",
}  # fmt: skip
MOODS: Mapping[str, str] = {
    "horror": "afraid", "eerie": "afraid", "terrifying": "afraid", "haunting": "afraid",
    "tension": "tense", "suspense": "tense", "nervous": "tense", "edgy": "tense", "menacing": "tense",
    "jolly": "happy", "merry": "happy", "upbeat": "happy", "hopeful": "happy", "fun": "funny", "humorous": "funny",
    "goofy": "funny", "lonely": "sad", "mournful": "sad", "bleak": "sad", "cosy": "tender", "cozy": "tender",
    "sweet": "tender", "loving": "tender", "whimsical": "wonder", "enchanted": "wonder", "soothing": "calm",
    "scarier": "afraid", "scary": "afraid", "spooky": "afraid", "frightening": "afraid", "creepy": "afraid",
    "more suspense": "tense", "suspenseful": "tense", "tense": "tense", "tenser": "tense", "thrilling": "tense",
    "ominous": "tense", "happier": "happy", "happy": "happy", "cheerful": "happy",
    "joyful": "happy",
    "brighter mood": "happy", "sadder": "sad", "sad": "sad", "melancholic": "sad", "melancholy": "sad", "gloomy": "sad",
    "angrier": "angry", "angry": "angry", "furious": "angry", "romantic": "tender", "tender": "tender",
    "gentle": "tender",
    "warm": "tender", "warmer": "tender", "magical": "wonder", "dreamy": "wonder", "wondrous": "wonder",
    "mysterious": "wonder", "funnier": "funny", "funny": "funny", "silly": "funny", "comic": "funny", "calmer": "calm",
    "calm": "calm", "peaceful": "calm", "quiet mood": "calm", "serene": "calm", "relaxed": "calm",
}  # fmt: skip
FRAMINGS: Mapping[str, str] = {
    "ecu": "extreme close-up", "mcu": "medium close-up", "cu": "close-up", "ews|els": "extreme wide", "ws": "wide",
    "fs": "full", "mws": "medium wide", "ms": "medium", "(?:really|very) (?:big|close)": "extreme close-up",
    "up close": "close-up",
    "extreme close[- ]?up": "extreme close-up", "medium close[- ]?up": "medium close-up", "close[- ]?up": "close-up",
    "extreme (?:wide|long)(?: shot)?": "extreme wide", "establishing shot": "extreme wide", "long shot": "wide",
    "medium[- ](?:wide|long)(?: shot)?": "medium wide", "cowboy shot": "medium wide",
    "wide(?:[- ]angle)?(?: shot)?": "wide",
    "panorama|panoramic": "extreme wide", "full(?:[- ]body|[- ]figure)?(?: shot)": "full", "head to toe": "full",
    "head and shoulders": "medium close-up", "(?:mid|medium|waist)(?:[- ]?shot)?": "medium", "tight shot": "close-up",
}  # fmt: skip
ANGLES: Mapping[str, str] = {
    "ots": "over-the-shoulder",
    "bird'?s[- ]eye(?: view)?": "top-down", "top[- ]?down": "top-down",
    "from (?:directly |right )?overhead": "top-down",
    "from above": "high", "high[- ]angle": "high", "looking down": "high", "low[- ]angle": "low", "from below": "low",
    "worm'?s[- ]eye(?: view)?": "low", "looking up": "low", "eye[- ]level": "eye",
    "over[- ](?:the|her|his)[- ]shoulder": "over-the-shoulder",
}  # fmt: skip
MOVES: Mapping[str, str] = {
    "lock(?:s|ed)? (?:off )?the camera": "static", "(?:fixed|locked) camera": "static",
    "(?:zoom|push)(?:s|ing)? (?:slowly|quickly|gently|fast) in": "zoom in",
    "zoom(?:s|ing)? (?:in|on)": "zoom in", "push(?:es|ing)? in": "zoom in", "dolly in": "zoom in", "move in": "zoom in",
    "zoom(?:s|ing)? out": "zoom out", "pull(?:s|ing)? (?:back|out)": "zoom out", "dolly (?:out|back)": "zoom out",
    "(?:whip )?(?:pan|panning|pans|track|tracking|truck|sweep)(?: to the| towards? the)? left": "left",
    "(?:whip )?(?:pan|panning|pans|track|tracking|truck|sweep)(?: to the| towards? the)? right": "right",
    "tilt(?:s|ing)? up": "up", "crane up": "up", "tilt(?:s|ing)? down": "down", "crane down": "down",
    "hold(?:s)? still": "static", "static": "static", "lock(?:ed)?[- ]off": "static", "tripod": "static",
    "pans? up": "up", "pans? down": "down", "boom up": "up", "boom down": "down", "no camera move(?:ment)?": "static",
    "don'?t move the camera": "static", "still camera": "static", "camera (?:stays|stay) still": "static",
}  # fmt: skip
SPEEDS: Mapping[str, str] = {
    "slowly": "slow",
    "slow": "slow",
    "gentl[ey]": "slow",
    "whip": "fast",
    "fast": "fast",
    "quickly": "fast",
    "quick": "fast",
}
TRANSITIONS: Mapping[str, str] = {
    "no (?:dissolves|fades|cross-?fades|transitions)": "cut", "cut hard": "cut",
    "hard cuts?": "cut", "straight cut": "cut", "just cut": "cut", "cut straight": "cut",
    "cross[- ]?fades?": "dissolve",
    "cross[- ]?dissolve": "dissolve", "dissolves?": "dissolve", "fades?": "dissolve", "match(?:ed)?[- ]cuts?": "match",
    "match(?:ed)?": "match", "smooth(?:ly)?": "smooth", "morph": "smooth", "seamless(?:ly)?": "smooth",
    "generated": "generative", "generative": "generative",
}  # fmt: skip
AMOUNTS: Mapping[str, float] = {
    "half a": 0.5, "a half": 0.5, "a couple of": 2, "a few": 3, "a": 1, "an": 1, "one": 1, "two": 2, "three": 3,
    "four": 4,
    "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20,
    "another": 1,
}  # fmt: skip
SECONDS = (
    r"(?<![\w.])(?:(?P<amount>\d+(?:\.\d+)?)\s*-?(?:more\s+|extra\s+)?(?:seconds?|secs?|s)"
    rf"|(?P<words>{'|'.join(AMOUNTS)})[\s-]+(?:more\s+|extra\s+)?(?:seconds?|secs?))\b"
)


def first_of(table: Mapping[str, str], words: str) -> str | None:
    """The value of the first phrase of a table that is in the words; the keys are regular expressions."""
    return taken(table, words)[0]


def taken(table: Mapping[str, str], words: str) -> tuple[str | None, str]:
    """The value of the first phrase of a table that is in the words, and the words without what says it.

    "foggier" is as good as "foggy", where a table has no "foggier".
    """
    told = _positive(words)
    for phrase, value in table.items():
        if re.search(_whole(phrase), told):
            for other in (key for key, same in table.items() if same == value):
                told = re.sub(_whole(other), " ", told)
            return value, told
    return None, words


def _whole(phrase: str) -> str:
    return rf"(?<![\w-])(?:{phrase})(?![\w-])"


@lru_cache(maxsize=512)
def _positive(words: str) -> str:
    """With adjectives and verbs in their plain forms."""

    def plain(match: re.Match[str]) -> str:
        word = match.group()
        if word in _PLAIN:
            return word
        bases = lemmas(word, "adj") | (lemmas(word, "verb") if word.endswith(("s", "ing")) else frozenset())
        return next((base for base in sorted(bases) if base in _PLAIN), word)

    return re.sub(r"\b[a-z]+(?:er|est|s|ing)\b", plain, words)


def seconds_in(words: str) -> float | None:
    """A length in seconds, when there is one."""
    match = re.search(SECONDS, words)
    if match is None:
        return None
    return float(match.group("amount")) if match.group("amount") else AMOUNTS[match.group("words")]


_PLAIN = frozenset({*TIMES, *WEATHER, *MOODS})
VALUE_WORDS = (*TIMES, *WEATHER, *MOODS, *FRAMINGS, *ANGLES, *MOVES, *SPEEDS, *TRANSITIONS)
"""Every phrase of the tables."""
