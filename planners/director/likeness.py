"""Owns likeness of two shot texts: how many words of weight they share, and the window in which neighbours should be.

VideoGen-of-Thought (1.4) compares neighbours by a language model's embeddings and asks for at least 0.85; its own
digest asks for an upper bound too. Offline we take Sorensen-Dice over content-word stems. Measured on the shared
samples (2026-11-21): 85 neighbouring shots of eight hand-numbered films have 0.10 to 0.40; the 93 shots against
themselves with every tenth word changed 0.84 to 0.91; the 3757 pairs of shots of two different films 0.01 to
0.42, and 9.5 % of them lie below the lower bound, none of the neighbours. So the upper bound tells repeats for certain,
the lower one only the grossest strangers: that neighbours belong together is told by the ids they share.
Does not know: plans.
"""

from __future__ import annotations

from planners.backends.rules.tables import wordset
from planners.director.evidence import stem, words_of

REPEAT = 0.75
"""From here on, a text repeats its neighbour."""
STRANGE = 0.07
"""Below this, a text has nothing of its neighbour's in the same scene."""

_PLAIN = wordset(
    "a an the of his her its their and or with in on at to from for by this that is are as it he she they them him be "
    "into over under through while then"
)


def likeness(a: str, b: str) -> float:
    """Share of content words that two texts have in common, 0 to 1 (Sorensen-Dice)."""
    first, second = _bag(a), _bag(b)
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0


def _bag(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words_of(text) if word not in _PLAIN)
