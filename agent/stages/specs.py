"""Owns the cut of a plan into specs as tasks have them, and the parts of their keys.

Does not know: tasks, generators' names.
"""

from __future__ import annotations

from agent.fingerprint import digest
from agent.stages.makers import Makers
from generators import ShotSpec, shot_spec
from planners import Plan, Shot, Transition


def spec_of(plan: Plan, shot: Shot) -> ShotSpec:
    """The shot's slice of the plan, without what does not concern it: its scene's number, other shots.

    So an edit that adds a scene before it does not make it stale; nor do words that nobody reads, or a clip of the
    user's, make its still stale.
    """
    spec = shot_spec(plan, shot.id)
    scene = spec.scene.model_copy(update={"shots": (), "id": "scene"})
    bare = {"scene": "scene", "prompt": None, "keyframe": None, "clip": None}
    others = {**bare, "transition": Transition(), "control": None}
    take = tuple(part.model_copy(update=others) for part in spec.take)
    own = spec.shot.model_copy(update=bare)
    return spec.model_copy(update={"scene": scene, "shot": own, "take": take})


def guide_spec(plan: Plan, shot: Shot) -> ShotSpec:
    """The spec of a guide: without lettering, which a model would garble, and without the strength of control."""
    spec = spec_of(plan, shot)
    return spec.model_copy(update={"title": None, "shot": spec.shot.model_copy(update={"control": None})})


def made_spec(plan: Plan, shot: Shot, makers: Makers) -> ShotSpec:
    """The spec of a shot itself; without lettering when that is laid over it later, with wishes that are read."""
    spec = spec_of(plan, shot)
    title = spec.title if makers.lettered else None
    told = spec.shot.model_copy(update={"prompt": shot.prompt if makers.words else None})
    return spec.model_copy(update={"title": title, "shot": makers.controlled(told)})


def spec_parts(spec: ShotSpec, *, guided: bool = False) -> dict[str, str]:
    """The spec cut into named parts, so that a changed key tells its cause.

    Args:
        spec: The spec.
        guided: Whether anything is made of it over a guide, so that the strength of control counts.
    """
    bare = spec.shot.model_copy(update={"transition": type(spec.shot.transition)(), "control": None, "prompt": None})
    parts = {
        "shot": digest(bare),
        "scene": digest(spec.scene),
        "place": digest(spec.place),
        "style": digest([spec.style, spec.style_text]),
        "format": digest([spec.size, spec.fps]),
        "seed": digest(spec.seed),
        "title": digest(spec.title),
    }
    parts |= {"take": digest(spec.take)} if spec.take else {}
    parts |= {"prompt": digest(spec.shot.prompt)} if spec.shot.prompt else {}
    return parts | ({"control": digest(spec.shot.control)} if guided else {})
