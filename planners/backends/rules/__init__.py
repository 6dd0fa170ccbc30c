"""The offline reading: text understanding by rules over a dependency parse, without a key or a network."""

from __future__ import annotations

from planners.backends.rules import clip, implied, reader, wishes
from planners.reading import Reading
from planners.story import Story

__all__ = ["read"]


def read(story: Story) -> Reading:
    """Understand a story: see `reader.read`; short prose about one picture is gathered into one clip."""
    reading = implied.carriers(reader.read(story))
    if story.shots:
        return reading
    whole = clip.gathered(reading)
    if len(whole.sentences) > clip.MOST_SENTENCES:
        return whole
    return whole.model_copy(update={"notes": (*whole.notes, *wishes.contradictions(whole))})
