"""Owns the shapes in which word tables are written: plain words, and `value: words` lines.

Does not know: what the words are for.
"""

from __future__ import annotations


def wordset(text: str) -> frozenset[str]:
    """Words parted by blanks; an underscore stands for a blank inside a word."""
    return frozenset(word.replace("_", " ") for word in text.split())


def wordlist(text: str) -> tuple[str, ...]:
    """Words parted by blanks, in order; an underscore stands for a blank inside a word."""
    return tuple(word.replace("_", " ") for word in text.split())


def keyed(text: str, *, own: bool = False) -> dict[str, str]:
    """`value: word word` lines to {word: value}; a value may have several lines.

    Args:
        text: the lines; an underscore stands for a blank.
        own: the value is itself one of its words.
    """
    out: dict[str, str] = {}
    for line in text.strip().splitlines():
        value, _, words = line.partition(":")
        name = value.strip().replace("_", " ")
        for word in (*((name,) if own else ()), *wordlist(words)):
            out.setdefault(word, name)
    return out
