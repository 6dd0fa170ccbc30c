"""Owns verbs of other languages: their forms, made from stems, to English lemmas; words of denying and wishing.

Does not know: sentences, entities.
"""

from __future__ import annotations

from functools import cache
from importlib import resources

from planners.backends.rules.tables import wordset

_ENDINGS: dict[tuple[str, str], tuple[str, ...]] = {
    ("fr", "er"): ("er", "e", "ent", "ait", "aient", "a", "èrent", "é", "ée", "ant"),
    ("de", "en"): ("en", "t", "te", "ten"),
    ("de", "n"): ("n", "t", "te", "ten"),
    ("es", "ar"): ("ar", "a", "an", "aba", "aban", "ó", "aron", "ando", "ado"),
    ("es", "er"): ("er", "e", "en", "ía", "ían", "ió", "ieron", "iendo"),
    ("es", "ir"): ("ir", "e", "en", "ía", "ían", "ió", "ieron", "iendo"),
}
INFINITIVES: dict[str, tuple[str, ...]] = {
    "fr": ("er", "ir", "re"),
    "de": ("en", "ern", "eln"),
    "es": ("ar", "er", "ir"),
}
NEGATIONS: dict[str, frozenset[str]] = {
    "fr": wordset("ne n' jamais"),
    "de": wordset("nicht kein keine keinen nie niemals niemand"),
    "es": wordset("no nunca jamás nadie"),
}
WISHES: dict[str, frozenset[str]] = {
    "fr": wordset("voulait veut voulut voudrait pouvait peut pourrait devait doit devrait pour sans espérait"),
    "de": wordset("wollte will wollten konnte kann könnte sollte soll musste muss möchte um ohne hoffte würde"),
    "es": wordset("quería quiere quiso podía puede podría debía debe para sin esperaba"),
}
"""Words after which an infinitive does not happen (yet)."""
HE: dict[str, dict[str, str]] = {
    "fr": {"il": "male", "elle": "female", "ils": "many", "elles": "many"},
    "de": {"er": "male", "sie": "female", "beide": "many"},
    "es": {"él": "male", "ella": "female", "ellos": "many", "ellas": "many"},
}
"""Pronouns of the subject."""
HIM: dict[str, dict[str, str]] = {
    "fr": {"lui": "any", "leur": "many"},
    "de": {"ihn": "male", "ihm": "male", "ihr": "female", "ihnen": "many"},
    "es": {"le": "any", "lo": "any", "les": "many"},
}
"""Pronouns of what a deed is done to."""
PREPOSITIONS: dict[str, frozenset[str]] = {
    "fr": wordset(
        "à au aux de du des d' dans avec sur sous vers chez devant derrière par pour sans près contre en jusqu'à"
    ),
    "de": wordset(
        "an am auf aus bei beim durch für gegen hinter im in ins mit nach neben ohne über um unter von vom vor zu zum "
        "zur zwischen am"
    ),
    "es": wordset("a al de del en con sobre bajo hacia desde por para sin ante entre tras junto"),
}
DETERMINERS: dict[str, frozenset[str]] = {
    "fr": wordset("le la les l' un une des son sa ses mon ma mes leur leurs ce cette ces du au aux"),
    "de": wordset(
        "der die das den dem des ein eine einen einem einer eines sein seine seinen seinem seiner ihr ihre ihren ihrem "
        "ihrer mein meine meinen dieser diese dieses jeder jede kein keine alle im am zum zur vom beim ins"
    ),
    "es": wordset("el la los las un una unos unas su sus mi mis este esta estos estas al del cada"),
}
NUMBERS: dict[str, dict[str, int]] = {
    "fr": {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10},
    "de": {"zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10},
    "es": {"dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10},
}
CALLED: dict[str, frozenset[str]] = {
    "fr": wordset("nommé nommée appelé appelée"),
    "de": wordset("namens genannt"),
    "es": wordset("llamado llamada"),
}


_JOINING = {"fr": wordset("et est était qui que"), "de": wordset("und ist war"), "es": wordset("y que es era")}


@cache
def function_words(language: str) -> frozenset[str]:
    """Small words that tell a language: articles, prepositions, pronouns, "and", "is"."""
    return DETERMINERS[language] | PREPOSITIONS[language] | frozenset(HE[language]) | _JOINING[language]


@cache
def verb_forms(language: str) -> dict[str, str]:
    """Verb form, lower case -> English lemma; empty for a language without a table."""
    text = resources.files("planners").joinpath("data/foreign_verbs.txt").read_text(encoding="utf-8")
    here = ""
    out: dict[str, str] = {}
    for line in text.splitlines():
        if line.startswith("["):
            here = line.strip("[]")
            continue
        if here != language:
            continue
        lemma, _, words = line.partition(":")
        for word in words.split():
            for form in _forms(language, word):
                out.setdefault(form, lemma)
    return out


def _forms(language: str, word: str) -> tuple[str, ...]:
    """All forms of "march-er"; a word without a hyphen before its ending is a form itself."""
    stem, hyphen, ending = word.rpartition("-")
    if not hyphen or (language, ending) not in _ENDINGS:
        return (word.replace("_", " "),)
    out = []
    for end in _ENDINGS[language, ending]:
        root = stem
        if language == "fr" and end[0] in "aà":
            root = f"{stem}e" if stem.endswith("g") else f"{stem[:-1]}ç" if stem.endswith("c") else stem
        if language == "de" and stem[-1] in "td" and end[0] == "t":
            root = f"{stem}e"
        if language == "de" and stem.endswith("fn") and end[0] == "t":
            root = f"{stem}e"
        out.append(root + end)
    if language == "de":
        out.append(f"ge{stem}{'e' if stem[-1] in 'td' else ''}t")
    return tuple(out)


def is_infinitive(language: str, form: str) -> bool:
    """Whether a form looks like an infinitive (German plurals of the present do, too)."""
    return form.endswith(INFINITIVES.get(language, ()))
