"""Owns small word tables for other languages: story nouns to English nouns, words of saying, time and weather.

Does not know: sentences, entities.
"""

from __future__ import annotations

from importlib import resources

from planners.backends.rules.tables import wordset

ENGLISH_HINTS = wordset(
    "the a an and of to in is was he she it they with on at for his her their its that this from by as "
    "are were had has be up down into over"
)
FEMALE_NAMES = wordset(
    "Marie Anna Maria Sophie Julie Claire Emma Camille Jeanne Louise Charlotte Greta Gretel Lena Lisa "
    "Carmen Isabel Lucia Elena Sofia Ana Rosa Clara Margot Juliette Heidi"
)


def _nouns() -> dict[str, dict[str, str]]:
    """{language: {word: English noun}} from `[fr]` headings and `fox: renard renards+` lines.

    A + marks a plural, an underscore a blank.
    """
    text = resources.files("planners").joinpath("data/foreign_nouns.txt").read_text(encoding="utf-8")
    out: dict[str, dict[str, str]] = {}
    for line in text.splitlines():
        if line.startswith("["):
            table = out.setdefault(line.strip("[]"), {})
            continue
        english, _, words = line.partition(":")
        for word in words.split():
            plural = "+" if word.endswith("+") else ""
            table[word.rstrip("+").replace("_", " ")] = plural + english.replace("_", " ")
    return out


_MORE = {"fr": ("s", "x"), "es": ("s", "es"), "de": ("s", "es", "n", "en", "nen", "er", "e")}
"""Endings of plurals and cases."""


def _inflected(language: str, table: dict[str, str]) -> dict[str, str]:
    """The table with regular plurals (and German cases) of its single words."""
    out = dict(table)
    for word, noun in table.items():
        if noun.startswith("+") or " " in word:
            continue
        for ending in _MORE.get(language, ()):
            case = language == "de" and ending in ("s", "es")
            out.setdefault(word + ending, noun if case else f"+{noun}")
    return out


NOUNS: dict[str, dict[str, str]] = {language: _inflected(language, table) for language, table in _nouns().items()}

SAYS: dict[str, tuple[str, ...]] = {
    "fr": ("dit", "dit-il", "dit-elle", "répondit", "demanda", "cria", "disait", "répond", "murmura", "fit", "s'écria"),
    "de": ("sagte", "sprach", "rief", "fragte", "antwortete", "flüsterte", "schrie"),
    "es": ("dijo", "preguntó", "respondió", "gritó", "exclamó", "contestó", "susurró"),
    "zh": ("说", "道", "问", "答", "叫", "喊"),
}
TIMES: dict[str, dict[str, str]] = {
    "fr": {
        "nuit": "night",
        "minuit": "night",
        "aube": "dawn",
        "crépuscule": "dusk",
        "soir": "dusk",
        "matin": "day",
        "midi": "day",
        "jour": "day",
    },
    "de": {
        "nacht": "night",
        "mitternacht": "night",
        "morgendämmerung": "dawn",
        "abend": "dusk",
        "abends": "dusk",
        "morgen": "day",
        "mittag": "day",
        "tag": "day",
    },
    "es": {
        "noche": "night",
        "medianoche": "night",
        "amanecer": "dawn",
        "atardecer": "dusk",
        "anochecer": "dusk",
        "mañana": "day",
        "mediodía": "day",
        "día": "day",
    },
    "zh": {
        "夜里": "night",
        "晚上": "night",
        "半夜": "night",
        "黎明": "dawn",
        "黄昏": "dusk",
        "傍晚": "dusk",
        "早上": "day",
        "一早": "day",
        "中午": "day",
        "白天": "day",
    },
}
WEATHERS: dict[str, dict[str, str]] = {
    "fr": {
        "orage": "storm",
        "tempête": "storm",
        "pluie": "rain",
        "pleuvait": "rain",
        "pleuvoir": "rain",
        "neigeait": "snow",
        "neiger": "snow",
        "neige": "snow",
        "brouillard": "fog",
        "brume": "fog",
        "mistral": "wind",
        "vent": "wind",
        "soleil": "clear",
    },
    "de": {
        "gewitter": "storm",
        "sturm": "storm",
        "regen": "rain",
        "regnete": "rain",
        "regnen": "rain",
        "regnet": "rain",
        "schneien": "snow",
        "schneit": "snow",
        "schnee": "snow",
        "schneite": "snow",
        "nebel": "fog",
        "wind": "wind",
        "sonne": "clear",
    },
    "es": {
        "tormenta": "storm",
        "tempestad": "storm",
        "lluvia": "rain",
        "llovía": "rain",
        "llover": "rain",
        "llueve": "rain",
        "nevaba": "snow",
        "nevar": "snow",
        "nieve": "snow",
        "niebla": "fog",
        "viento": "wind",
        "sol": "clear",
    },
    "zh": {
        "暴风": "storm",
        "下雨": "rain",
        "雨": "rain",
        "下雪": "snow",
        "大雪": "snow",
        "雾": "fog",
        "北风": "wind",
        "大风": "wind",
        "晴": "clear",
    },
}
