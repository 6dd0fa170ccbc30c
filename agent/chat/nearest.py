"""Owns what is said of a line that is not understood: which words say nothing, and the nearest sentence that works.

The sentence speaks of this film: its shots, its people. Does not know: how lines are read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from agent.chat.bag import bag_of
from agent.chat.naming import Spoken
from agent.chat.plainer import bare, numbered
from planners import Plan, PlanError, lemmas

MOST = 3
"""More unknown words than these say that the whole line is of something else."""
_LITTLE = re.compile(r"too|not|never|can|can't|don't|doesn't|isn't|\d+|if|or|but|how|what|why|where|who|\w")
TRIED = 12
"""So many sentences are tried, the nearest first."""


def nearest(text: str, plan: Plan, spoken: Spoken, examples: Sequence[str], works: Callable[[str], bool]) -> str:
    """What to say of a line.

    Args:
        text: The line.
        plan: The film.
        spoken: What was spoken of before.
        examples: Sentences of the grammar.
        works: Whether a sentence means something in the film.
    """
    known = _close(text, plan, examples, works)
    return f'{_strange(text, plan, spoken)}try for example "{known}"'


def _strange(text: str, plan: Plan, spoken: Spoken) -> str:
    """The words that say nothing, when the rest says something."""
    try:
        bag = bag_of(numbered(bare(text)), plan, spoken)
    except PlanError:
        return ""
    left = tuple(word for word in dict.fromkeys(bag.left) if not _LITTLE.fullmatch(word))
    if not left or len(left) > MOST:
        return ""
    quoted = [f'"{word}"' for word in left]
    told = " and ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)
    return f"{told} say{'s' if len(left) == 1 else ''} nothing to me here; "


def _close(text: str, plan: Plan, examples: Sequence[str], works: Callable[[str], bool]) -> str:
    """The sentence that shares most words of weight with a line, in words of this film."""
    asked = _weighty(text)
    ranked = sorted(dict.fromkeys(examples), key=lambda sentence: -_shared(asked, sentence))
    for sentence in ranked[:TRIED]:
        told = _here(sentence, plan)
        if works(told):
            return told
    return "help"


def _shared(asked: frozenset[str], sentence: str) -> float:
    words = _weighty(sentence)
    return len(asked & words) / (len(words) ** 0.5 or 1)


def _weighty(text: str) -> frozenset[str]:
    found = (word.lower() for word in re.findall(r"[A-Za-z']{3,}", text) if not _LITTLE.fullmatch(word.lower()))
    found = (word for word in found if word not in ("the", "and", "for", "with", "that", "this", "make", "you", "are"))
    return frozenset(base for word in found for base in ({word} if len(word) < 4 else lemmas(word) or {word}))


def _here(sentence: str, plan: Plan) -> str:
    """The sentence with people of this film, and shots that it has."""
    people = [entity for entity in plan.entities.values() if entity.kind == "character"]
    names = [entity.name if entity.name[:1].isupper() else f"the {entity.name}" for entity in people]
    count = len(plan.shots)
    told = re.sub(r"\b(shots? )(\d+)", lambda found: f"{found.group(1)}{min(int(found.group(2)), count)}", sentence)
    if names:
        told = told.replace("Mara", names[0]).replace("the fox", names[-1])
    return told
