"""Owns the words of `openai-images`: what is told with a reference sheet and with a still, and what each picture is.

Picture 1 is the guide where there is one; then come photos or references, in order. Does not know: pictures, servers.
"""

from __future__ import annotations

from collections.abc import Sequence

from generators.artefacts import ShotSpec
from generators.telling import words
from planners.plan import Entity
from planners.wording import noun_phrase

PROFILE = "openai-images"
"""Row of the planners' table of prompts."""
COMPOSITION = (
    "Picture 1 is the composition: keep its framing, who and what is where, how large, in which pose and which way "
    "it faces, and where the light comes from. Draw it anew in the wanted style, add nobody and nothing, and carry the "
    "picture on to all edges of the frame."
)
LIKENESS = "Picture {number} shows {name}, {look}: keep face, hair, clothes, colours and markings exactly as there."
SHEET_COMPOSITION = "Picture 1 is a reference sheet: keep every view in its place and size; draw it anew in the style."
PHOTO = "Picture {number} shows how {name} really looks: keep to it."
FINISHED = (
    "Picture 1 is a finished picture. Paint only what the mask leaves open, so that nobody sees where it was mended: "
    "keep its style, its light and everything outside exactly as it is."
)
PLACED = "Picture 2 is the composition: it shows where in the open part they are, how large, and in which pose."
PLAIN = "No lettering, no caption, no watermark, no border."
SHEET_ALONE = "A character reference sheet: one full figure on plain light ground."


def sheet_words(entity: Entity, stage: str | None, style: str, *, guided: bool, photos: int) -> str:
    """The words for a reference sheet, with so many photos of the entity."""
    said = [SHEET_COMPOSITION if guided else SHEET_ALONE]
    said += [PHOTO.format(number=number + guided, name=entity.name) for number in range(1, photos + 1)]
    return " ".join([f"{entity.name}: {noun_phrase(entity, stage)}. Style: {style}.", *said, PLAIN])


def still_words(
    spec: ShotSpec, looks: Sequence[tuple[Entity, str | None]], *, guided: bool
) -> tuple[str, tuple[str, ...]]:
    """The words for a still with the references of some looks, and what they have no room for."""
    told = words(spec, PROFILE)
    said = [COMPOSITION] if guided else []
    said += [
        LIKENESS.format(number=number + guided, name=entity.name, look=noun_phrase(entity, stage))
        for number, (entity, stage) in enumerate(looks, 1)
    ]
    return " ".join([told.text.rstrip(". ") + ".", *said, PLAIN]), tuple(told.left_out)


def repair_words(
    spec: ShotSpec, wanted: Sequence[str], looks: Sequence[tuple[Entity, str | None]], *, guided: bool
) -> str:
    """The words for regions of a finished still that are painted anew, with the references of some looks.

    Args:
        spec: The shot.
        wanted: What each region must show.
        looks: Whose references go along.
        guided: Whether the composition goes along, as picture 2.
    """
    said = [FINISHED, *([PLACED] if guided else []), f"The open part must show: {'; '.join(wanted)}."]
    said += [
        LIKENESS.format(number=number + guided, name=entity.name, look=noun_phrase(entity, stage))
        for number, (entity, stage) in enumerate(looks, 2)
    ]
    return " ".join([*said, PLAIN])
