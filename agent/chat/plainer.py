"""Owns plainer ways to say a line: bare numbers as shots, "I'd like X to be Y" as a wish, what is only talk left out.

Pure. Quoted words stay as they are. Does not know: rules, films.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]")
_CONTRACTED: Sequence[tuple[str, str]] = (
    (r"\bdont\b", "don't"), (r"\bdoesnt\b", "doesn't"), (r"\bshouldnt\b", "shouldn't"), (r"\bim\b", "I'm"),
    (r"\bid like\b", "I'd like"), (r"\blets\b", "let's"), (r"\bive\b", "I've"),
)  # fmt: skip
_TALK: Sequence[tuple[str, str]] = (
    (r"^(?:you know what|oops|no wait|wait|hm+|oh|lovely|great|actually|okay so|ok so)[,!. ]+\s*", ""),
    (r"^(?:i was wondering (?:whether|if)|i think (?:that )?|i would like that|i want that|it must be that"
     r"|it would be (?:\w+ )?\w+ if|could we maybe|could we|can we|we should|we could|would it be possible to"
     r"|i would love (?:it if|to see|to)|i wish)\s+", ""),
    (r"[\s,]+(?:please|maybe|perhaps|really)(?=[\s,.!?])", ""),
    (r"^please (?:to )?", ""),
    (r"\bthe (shots? (?:number )?\d+)", r"\1"),
    (r"\bshot number (\d+)", r"shot \1"),
)  # fmt: skip
_WISH = re.compile(
    r"^(?:i'd like|i would like|i want|i need) (?P<what>.+?) to (?:be|look|feel) (?P<how>.+)$", re.IGNORECASE
)
_REASON = re.compile(r",\s+(?:it|that|this|because|since|as it)\b[^,]*$", re.IGNORECASE)
_COUNTED = (
    r"(?:\s*-?(?:s\b|secs?\b|seconds?\b|minutes?\b|hours?\b|days?\b|weeks?\b|takes?\b|versions?\b|more\b|times\b|steps?\b"
    r"|changes?\b|edits?\b|(?:st|nd|rd|th)\b|%)|[.:/]\d|\.\w)"
)
_BARE = re.compile(
    r"(?<![\w.:/#+-])(?<!shot )(?<!shots )(?<!take )(?<!version )(?<!number )(?<!scene )(?<!line )(?<!position )"
    rf"(?<!clip )(?<!option )(\d+)(?![\d\w]){_COUNTED.join(('(?!', ')'))}",
    re.IGNORECASE,
)
_PAST: Sequence[tuple[str, str]] = (
    (r"\b(?:was|were)\b", "should be"), (r"\bhad\b", "should have"), (r"\bwore\b", "wears"), (r"^made\b", "make"),
    (r"^took\b", "take"), (r"^put\b", "put"), (r"^(\w+?)(?:pp)ed\b", r"\1p"),
    (r"^(mov|remov|delet|merg|us|chang)ed\b", r"\1e"),
    (r"^(\w+?)ed\b", r"\1"),
)  # fmt: skip


def ways(text: str) -> Iterator[str]:
    """The line as it is, then plainer ways to say it, each once."""
    seen = {text}
    yield text
    for way in _told(text):
        plain = " ".join(way.split()).strip(" ,")
        if plain and plain not in seen:
            seen.add(plain)
            yield plain


def supposed(text: str) -> Iterator[str]:
    """What a "what if" supposes, as wishes: "we moved shot 2 ..." as "move shot 2 ..."."""
    text = re.sub(r"^(?:we|i|you|it was that)\s+(?:would\s+)?", "", text.strip(" ?"), flags=re.IGNORECASE)
    yield from ways(text)
    for pattern, word in _PAST:
        told = re.sub(pattern, word, text, count=1, flags=re.IGNORECASE)
        if told != text:
            yield from ways(told)


def _told(text: str) -> Iterator[str]:
    plain = _outside(text, _CONTRACTED)
    yield plain
    for _ in range(3):
        plain = _outside(plain, _TALK)
    yield plain
    wish = _WISH.match(plain)
    if wish is not None:
        plain = f"make {wish.group('what')} {wish.group('how')}"
        yield plain
    numbered = _outside(plain, ((_BARE.pattern, r"shot \1"),))
    yield numbered
    yield re.sub(r"^(shot \d+)\s*[:,]?\s+", r"\1 ", numbered)
    yield _REASON.sub("", numbered)


def _outside(text: str, pairs: Sequence[tuple[str, str]]) -> str:
    """Replaced everywhere but in quotes."""
    kept = _QUOTED.findall(text)
    bare = _QUOTED.sub("\0", text)
    for pattern, word in pairs:
        bare = re.sub(pattern, word, bare, flags=re.IGNORECASE)
    for quote in kept:
        bare = bare.replace("\0", quote, 1)
    return bare
