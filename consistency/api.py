"""Owns the door to measuring; libraries of pictures and vectors load when something is measured.

Does not know: how anything is measured.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from consistency.values import Box, Footage, Instance, Look, Scores
from generators import GREY, Reference, ShotClip

EMBEDDER, FRAMES = "figure-parts@2", "palette-ground@1"
"""The offline embedders: of crops, and of whole frames and places."""


def check_shot(
    footage: Footage,
    looks: Sequence[Look] = (),
    *,
    embedder_name: str = EMBEDDER,
    frame_embedder: str = FRAMES,
    flow_name: str = "dis",
    masks: Any = None,
) -> Scores:
    """Measure one shot.

    Args:
        footage: The clip, and what was planned for it.
        looks: Reference sheets of what is in it; without them identity is not compared with a reference.
        embedder_name: Embedder of crops, a name of `consistency.embedders.EMBEDDERS`.
        frame_embedder: Embedder of whole frames and places; `clip` also reads texts.
        flow_name: Optical flow: dis or raft.
        masks: A `consistency.crops.MaskSource`; None: figures are found in the picture.

    Returns:
        Scores: every number per frame, shot and entity. A clip that cannot be read gives a note and no numbers.

    Raises:
        UnknownEmbedder: no such embedder, or its weights are not on this machine.
        UnknownFlow: no such flow, or what it needs is not installed.
    """
    scores: Scores = _checks().check_shot(
        footage, looks, embedder_name=embedder_name, frame_embedder=frame_embedder, flow_name=flow_name, masks=masks
    )
    return scores


def check_still(
    footage: Footage,
    looks: Sequence[Look] = (),
    *,
    embedder_name: str = EMBEDDER,
    frame_embedder: str = FRAMES,
    masks: Any = None,
) -> Scores:
    """Measure a still as far as a still can be measured: identity to the references, presence, text.

    Args as in `check_shot`; `footage.video` is the picture, with one frame and one box of each instance.
    """
    scores: Scores = _checks().check_still(
        footage, looks, embedder_name=embedder_name, frame_embedder=frame_embedder, masks=masks
    )
    return scores


def check_film(
    shots: Sequence[Footage],
    looks: Sequence[Look] = (),
    *,
    embedder_name: str = EMBEDDER,
    frame_embedder: str = FRAMES,
    flow_name: str = "dis",
    face_embedder: str = "",
    map_embedder: str = "",
    masks: Any = None,
    progress: Any = None,
) -> Scores:
    """Measure all shots of a film in order, each by itself and against those before it.

    Args as in `check_shot`, and:
        face_embedder: `face:MODEL,DETECTOR`, for VGoT's FC over whole frames; empty: not measured.
        map_embedder: `vgg19:FILE`, for VGoT's SC over whole frames; empty: not measured.
        progress: Called with (shots done, shots in all).
    """
    scores: Scores = _checks().check_film(
        shots,
        looks,
        embedder_name=embedder_name,
        frame_embedder=frame_embedder,
        flow_name=flow_name,
        face_embedder=face_embedder,
        map_embedder=map_embedder,
        masks=masks,
        progress=progress,
    )
    return scores


def look_of(reference: Reference, folder: Path) -> Look:
    """The look of an entity from its reference in a run folder."""
    return Look(
        entity=reference.entity.id,
        stage=reference.stage,
        kind=reference.entity.kind,
        name=reference.entity.name,
        sheet=folder / reference.image,
        views=dict(reference.views),
    )


def footage_of(
    clip: ShotClip, folder: Path, boxes: Sequence[dict[str, Box]], wholes: Sequence[dict[str, Box]] = ()
) -> Footage:
    """The footage of a clip in a run folder.

    Args:
        clip: The clip; it carries its shot.
        folder: The run folder.
        boxes: Per frame of the shot, where each instance is seen by key: `Plan.boxes(shot, t)`.
        wholes: The same with what is out of the frame: `planners.whole_boxes`; empty: everything is seen.
    """
    spec = clip.keyframe.spec
    return Footage(
        shot=spec.shot.id,
        video=folder / clip.video,
        frames=spec.shot.frames,
        fps=spec.fps,
        first=clip.head,
        place=spec.place.id,
        light=f"{spec.scene.time} {spec.scene.weather}",
        text=spec.shot.text,
        grey=spec.style in GREY,
        instances=tuple(
            Instance(
                key=track.key,
                entity=track.entity,
                stage=track.stage,
                boxes=tuple(frame.get(track.key) for frame in boxes),
                wholes=tuple(frame.get(track.key) for frame in wholes),
                depth=track.depth,
            )
            for track in spec.shot.layout
        ),
        continues=spec.shot.continues,
    )


def _checks() -> Any:
    return importlib.import_module("consistency.checks")
