"""Owns the step ShotSpec -> Keyframe, and the cut of a plan into shot specs.

Does not know: the store (it is told where to write), other shots, any generator.
"""

from __future__ import annotations

from pathlib import Path

from generators.artefacts import Keyframe, Reference, ShotSpec
from generators.base import ImageGenerator, KeyframeRequest
from generators.takes import take_of
from planners.plan import Plan, Shot

QUIET = frozenset({"stand", "talk", "listen", "look"})
"""Actions that a still shows no better than any other moment of the shot."""


def shot_spec(plan: Plan, shot_id: str) -> ShotSpec:
    """All that a generator may know of one shot.

    Raises:
        KeyError: the plan has no such shot, scene or entity.
    """
    shot = plan.shot(shot_id)
    scene = plan.scene_of(shot)
    take = take_of(plan, shot)
    ids = dict.fromkeys(track.entity for part in (shot, *take) for track in part.layout)
    opens = plan.cards.title > 0 and plan.shots[0].id in (shot.id, *(part.id for part in take))
    return ShotSpec(
        shot=shot,
        scene=scene,
        place=plan.entities[scene.place],
        cast={entity_id: plan.entities[entity_id] for entity_id in ids},
        style=plan.style,
        style_text=plan.style_text,
        size=plan.size,
        fps=plan.fps,
        seed=plan.seed,
        title=plan.title if opens else None,
        take=take,
    )


def telling_moment(shot: Shot) -> float:
    """The moment in [0, 1] at which a still tells most of the shot: well into its longest beat.

    Beats in which little is to be seen (`QUIET`) count for a third of their length: who speaks and then waves is
    shown waving.
    """
    if not shot.beats:
        return 0.5
    beat = max(shot.beats, key=lambda b: ((b.end - b.start) * (1 / 3 if b.action in QUIET else 1), -b.start))
    return round(beat.start + 0.6 * (beat.end - beat.start), 3)


def make_keyframe(
    spec: ShotSpec,
    references: tuple[Reference, ...] = (),
    *,
    backend: ImageGenerator,
    folder: Path,
    image: str,
    t: float | None = None,
    digest: str = "",
    guide: str | None = None,
    control: str | None = None,
) -> Keyframe:
    """Make one still of a shot.

    Args:
        spec: The shot.
        references: Of the entities in it, for generators that condition on pictures.
        backend: The image generator.
        folder: The run folder; files are written under it.
        image: Path of the still (PNG) relative to `folder`.
        t: Moment in [0, 1]; None takes the most telling one.
        digest: What this is made from, as the store computed it.
        guide: Path of the guide (PNG) relative to `folder`, for guided generators.
        control: Path of the guide's control file relative to `folder`.
    """
    moment = telling_moment(spec.shot) if t is None else t
    target = folder / image
    target.parent.mkdir(parents=True, exist_ok=True)
    result = backend.keyframe(
        KeyframeRequest(
            spec=spec,
            references=references,
            t=moment,
            image=target,
            folder=folder,
            guide=folder / guide if guide else None,
            control=folder / control if control else None,
        )
    )
    able = backend.capabilities()
    return Keyframe(
        maker=f"{able.name}@{able.version}",
        digest=digest,
        downgrades=result.downgrades,
        spec=spec,
        image=image,
        t=moment,
        placement=result.placement,
        attended=result.attended,
    )
