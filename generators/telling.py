"""Owns the way from a shot's spec to words for a model that makes pictures. Does not know: any model."""

from __future__ import annotations

from generators.artefacts import ShotSpec
from planners.plan import Shot
from planners.prompting import Prompts, prompts_of
from planners.wording import noun_phrase


def words(spec: ShotSpec, profile: str) -> Prompts:
    """The prompts of a spec's shot for a model, with nobody whom the spec does not know or leaves out."""
    known = {**spec.cast, spec.place.id: spec.place}
    told = _told(spec.shot, set(known) - set(spec.leave_out))
    return prompts_of(told, spec.scene, known, profile, style=spec.style_text or spec.style, first=spec.emphasis)


def patch_words(spec: ShotSpec, entity: str, said: str) -> str:
    """The words for a region of a still: who is in it, what must be seen of them, in which style.

    Args:
        spec: The shot.
        entity: Who or what the region is about; somebody whom the spec does not know is named as they are.
        said: What must be seen, besides their looks.
    """
    stage = next((track.stage for track in spec.shot.layout if track.entity == entity), None)
    known = spec.cast.get(entity)
    who = noun_phrase(known, stage) if known is not None else entity
    return ", ".join(part for part in (who, said, spec.style_text or spec.style) if part)


def _told(shot: Shot, known: set[str]) -> Shot:
    def kept(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name for name in names if name.split("#")[0] in known)

    beats = tuple(
        beat.model_copy(
            update={
                "actors": kept(beat.actors),
                "targets": kept(beat.targets),
                "recipient": beat.recipient if beat.recipient in known else None,
            }
        )
        for beat in shot.beats
    )
    layout = tuple(track for track in shot.layout if track.entity in known)
    return shot.model_copy(update={"beats": beats, "cast": kept(shot.cast), "layout": layout})
