"""Owns shortening of long narration: whole clauses from its front, as many as one breath holds.

Does not know: stories, shots.
"""

from __future__ import annotations

import re

LONG_WORDS = 34
"""Narration of more words is shortened when there is not time for all of a story."""
SHORT_WORDS = 22
"""The same when there is time for less than a third of the story."""
LEAST_WORDS = 9
"""Shorter beginnings are no sentence that tells anything."""

_STOP = re.compile(
    r"[;:]\s+|\s*(?:—|--)\s*|,\s+(?=(?:and|but|so|yet|for|while) (?:then |soon |now |there )?(?:the|an?|his|her|their|"
    r"its|he|she|it|they|we|I|there|all|[A-Z]\w+) )|,\s+(?=(?:who|which|where|whose|whom) )"
)
_FINITE = re.compile(
    r"\b(?:was|were|is|are|am|had|has|have|did|could|would|might|must|should|will|can|said|went|came|saw|took|gave|made|"
    r"ran|sat|stood|lay|fell|felt|found|knew|thought|told|left|kept|held|heard|began|became|brought|bought|got|grew|led|"
    r"let|lost|met|put|read|rode|rose|sang|sent|set|shook|slept|spoke|struck|threw|won|wore|wrote|\w{2,}ed)\b"
)
_OPEN = re.compile(
    r"^(?:when|while|as|if|though|although|after|before|since|because|whenever|where|until|in|on|at|with|from|among|upon|"
    r"under|having|being|\w+ing|\w+ed)\b",
    re.I,
)


def shortened(text: str, most: int = LONG_WORDS) -> str:
    """The longest beginning of whole clauses within a number of words; the text itself when there is none.

    A beginning that is only a subordinate clause ("When the king had come") is not enough, so it is not cut there.

    Args:
        text: a narrated sentence.
        most: words that the beginning may have.
    """
    if len(text.split()) <= most:
        return text
    best = ""
    for match in _STOP.finditer(text):
        head = text[: match.start()].rstrip(" ,;:—-")
        words = len(head.split())
        if words > most:
            break
        if words >= LEAST_WORDS and _whole(head):
            best = head
    return f"{best}." if best else text


def _whole(head: str) -> bool:
    """Whether the beginning has a main clause: it does not only open with a subordinate one."""
    if head.count("(") != head.count(")") or head.count('"') % 2:
        return False
    main = head.partition(",")[2] if _OPEN.match(head) else head
    return bool(_FINITE.search(main))
