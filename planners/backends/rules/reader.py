"""Owns the walk over a story: sentences in, Reading out. Thin first version.

Does not know: shots, layout, cameras.
"""

from __future__ import annotations

import re

from planners.backends.rules.model import english, words
from planners.plan import Attributes
from planners.reading import Event, ReadEntity, Reading, Sentence, Speech
from planners.story import Story

_QUOTE = re.compile(r'["“]([^"”]+)["”]')


def read(story: Story) -> Reading:
    """Understand a story.

    Args:
        story: as its author wrote it.

    Returns:
        Who and what there is, and what happens in which order.
    """
    units = [(None, story.text)] if not story.shots else [(i, s.action) for i, s in enumerate(story.shots)]
    entities: dict[str, ReadEntity] = {}
    sentences: list[Sentence] = []
    events: list[Event] = []
    speeches: list[Speech] = []
    for shot, text in units:
        for sent in english()(text).sents:
            index = len(sentences)
            present: list[str] = []
            by_head: dict[int, str] = {}
            for chunk in sent.noun_chunks:
                noun = chunk.root.lemma_.lower()
                if chunk.root.pos_ == "PRON" or noun not in words("person_words") | words("animal_words"):
                    continue
                key = re.sub(r"[^a-z0-9]+", "_", noun).strip("_")
                by_head[chunk.root.i] = key
                present.append(key)
                entities.setdefault(
                    key, ReadEntity(id=key, kind="character", name=noun, attributes=Attributes(noun=noun))
                )
            for token in sent:
                if token.pos_ == "VERB":
                    agents = tuple(by_head[c.i] for c in token.children if c.dep_ == "nsubj" and c.i in by_head)
                    patients = tuple(by_head[c.i] for c in token.children if c.dep_ == "dobj" and c.i in by_head)
                    events.append(
                        Event(
                            id=f"e{len(events) + 1}", sentence=index, text=sent.text.strip(), verb=token.lemma_,
                            action="stand", agents=agents, patients=patients,
                        )
                    )  # fmt: skip
            speeches.extend(Speech(sentence=index, text=q, speaker=None) for q in _QUOTE.findall(sent.text))
            sentences.append(
                Sentence(
                    index=index, text=sent.text.strip(), narration=_QUOTE.sub("", sent.text).strip(),
                    present=tuple(dict.fromkeys(present)), shot=shot,
                )
            )  # fmt: skip
    return Reading(
        language=story.language or "en", entities=entities, sentences=tuple(sentences), events=tuple(events),
        speeches=tuple(speeches), title=story.title,
    )  # fmt: skip
