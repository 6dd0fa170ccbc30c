"""Owns what of a long story concerns its film: the sentences that are told, and who occurs in them.

So that what is asked grows with the film, not with the text. Does not know: language models.
"""

from __future__ import annotations

from planners.nodes.cast import seen
from planners.nodes.script import script
from planners.nodes.state import State

TEXT_LETTERS = 12_000
"""How much of the text is shown; of a longer one the sentences that the film tells."""
MOST_NAMES = 80
"""Of more than so many entities only those that the film shows are named."""


def told_sentences(state: State) -> list[int]:
    """Indices of the sentences that the film tells, in order."""
    drafts = script(state)["drafts"]
    return sorted({sentence.index for draft in drafts for sentence in draft.sentences if sentence.index >= 0})


def told_names(state: State) -> list[str]:
    """Ids of everybody and everything that the film shows or plays in; all of a story that has few."""
    reading = state["reading"]
    if len(reading.entities) <= MOST_NAMES:
        return list(reading.entities)
    drafts = script(state)["drafts"]
    found: dict[str, None] = {}
    for draft in drafts:
        found |= dict.fromkeys((draft.scene.place, *seen(reading, draft)))
        found |= dict.fromkeys(name for sentence in draft.sentences for name in sentence.present)
        found |= dict.fromkeys(speech.speaker for speech in draft.speeches if speech.speaker)
    return [name for name in found if name in reading.entities]


def told_text(state: State) -> str:
    """The story, or of a long one the sentences that the film has room for."""
    text = state["story"].text
    if len(text) <= TEXT_LETTERS:
        return text
    sentences = state["reading"].sentences
    return " ".join(sentences[index].text for index in told_sentences(state))[:TEXT_LETTERS]
