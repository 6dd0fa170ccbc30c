"""Owns the measuring of shots and films: footage and looks in, scores out.

Pixels of one shot are held at a time. Does not know: what a verdict is, where files come from, plans.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from consistency import identity, style, vgot
from consistency.crops import MaskSource, view_of, whole_views
from consistency.embedders import DEFAULT, GROUND, Embedder, FaceEmbedder, UnknownEmbedder, embedder
from consistency.flow import flow
from consistency.footage import Clip, ClipUnreadable, read_clip, read_picture
from consistency.place import same_place
from consistency.seams import seam_jump
from consistency.shots import Seen, Taken, Tools, Views, look_at, measure_shot, measure_still, named, take
from consistency.values import Footage, Look, Number, Scores

Progress = Callable[[int, int], None]


def check_shot(
    footage: Footage,
    looks: Sequence[Look] = (),
    *,
    embedder_name: str = DEFAULT,
    frame_embedder: str = GROUND,
    flow_name: str = "dis",
    masks: MaskSource | None = None,
) -> Scores:
    """Measure one shot: see `consistency.check_shot`."""
    tools = _tools(embedder_name, frame_embedder, flow_name, masks)
    views, notes = views_of(looks, tools.embedder)
    clip, lost = _clip(footage)
    if clip is None:
        return Scores(notes=(*notes, *lost))
    seen = look_at(footage, clip, tools)
    return Scores(numbers=tuple(measure_shot(footage, clip, views, tools, seen)), notes=(*notes, *_said(tools)))


def check_still(
    footage: Footage,
    looks: Sequence[Look] = (),
    *,
    embedder_name: str = DEFAULT,
    frame_embedder: str = GROUND,
    masks: MaskSource | None = None,
) -> Scores:
    """Measure one still: see `consistency.check_still`."""
    tools = _tools(embedder_name, frame_embedder, "dis", masks)
    views, notes = views_of(looks, tools.embedder)
    clip, lost = _clip(footage)
    if clip is None:
        return Scores(notes=(*notes, *lost))
    seen = look_at(footage, clip, tools)
    return Scores(numbers=tuple(measure_still(footage, clip, views, tools, seen)), notes=(*notes, *_said(tools)))


def check_film(
    shots: Sequence[Footage],
    looks: Sequence[Look] = (),
    *,
    embedder_name: str = DEFAULT,
    frame_embedder: str = GROUND,
    flow_name: str = "dis",
    face_embedder: str = "",
    map_embedder: str = "",
    masks: MaskSource | None = None,
    progress: Progress | None = None,
) -> Scores:
    """Measure every shot, and every shot against those before it: see `consistency.check_film`."""
    tools = _with_vgot(_tools(embedder_name, frame_embedder, flow_name, masks), face_embedder, map_embedder)
    views, notes = views_of(looks, tools.embedder)
    scores = Scores(notes=(*notes, *_said(tools)))
    taken: list[Taken] = []
    for done, footage in enumerate(shots):
        clip, lost = _clip(footage)
        scores += Scores(notes=lost)
        if clip is not None:
            seen = look_at(footage, clip, tools)
            scores += Scores(numbers=tuple(measure_shot(footage, clip, views, tools, seen)))
            taken.append(take(footage, clip, tools, seen))
        if progress:
            progress(done + 1, len(shots))
    between = (
        *_neighbours(taken), *recurrences([(item.footage.shot, item.seen) for item in taken], tools.embedder),
        *_places(taken, tools.frames), *_vgot(taken, tools),
    )  # fmt: skip
    return scores + Scores(numbers=between)


def _neighbours(taken: Sequence[Taken]) -> Iterator[Number]:
    """Seam and style of each shot and the one after it."""
    for a, b in itertools.pairwise(taken):
        ids = {"shot": a.footage.shot, "other": b.footage.shot}
        if a.last is not None and b.first is not None:
            yield Number(measure="seam_jump", value=seam_jump(a.last, b.first), **ids)
        if a.texture is not None and b.texture is not None:
            yield Number(measure="style_drift", value=style.drift(a.texture, b.texture), **ids)


def recurrences(seen: Sequence[tuple[str, Seen]], by: Embedder) -> Iterator[Number]:
    """Identity of each entity between a shot and the next that it is in.

    Args:
        seen: (shot, what is seen in it), in order.
        by: What it was embedded with.
    """
    for look in dict.fromkeys(look for _, item in seen for look in item):
        there = [(shot, item[look]) for shot, item in seen if look in item and item[look].rows]
        for (a, before), (b, after) in itertools.pairwise(there):
            value = identity.across(before.vectors, after.vectors, by)
            yield Number(
                measure="identity_across", value=value, shot=a, other=b, entity=look[0], by=named(by, before, after)
            )


def _places(taken: Sequence[Taken], by: Embedder) -> Iterator[Number]:
    """Each place between a shot and the next one in it under the same light."""
    for key in dict.fromkeys((item.footage.place, item.footage.light) for item in taken):
        seen = [item for item in taken if (item.footage.place, item.footage.light) == key and key[0] and item.grounds]
        for a, b in itertools.pairwise(seen):
            value = same_place(a.grounds, b.grounds, by)
            yield Number(
                measure="place", value=value, shot=a.footage.shot, other=b.footage.shot, entity=key[0], by=by.name
            )


VGOT = (("face", "face_within", "face_across"), ("map", "ws_sc", "cs_sc"))
"""What is looked at, and the measures within a shot and across a cut."""


def _vgot(taken: Sequence[Taken], tools: Tools) -> Iterator[Number]:
    """Faces and maps of whole frames, in each shot and between each and the next."""
    for kind, inside, between in VGOT:
        by = tools.faces if kind == "face" else tools.maps
        there = [(item.footage.shot, item.shown[kind]) for item in taken if kind in item.shown]
        if by is None:
            continue
        for shot, seen in there:
            why = f"nothing to judge in {seen.lost} of {seen.frames} frames" if seen.lost else ""
            yield Number(measure=inside, value=seen.within, shot=shot, by=by.name, why=why or _few(seen.within))
        for (a, before), (b, after) in itertools.pairwise(there):
            value = vgot.across(before, after, by)
            why = "" if value is not None else "nothing to judge on one side of the cut"
            yield Number(measure=between, value=value, shot=a, other=b, by=by.name, why=why)


def _few(value: float | None) -> str:
    return "" if value is not None else "fewer than two frames"


def _clip(footage: Footage) -> tuple[Clip | None, tuple[str, ...]]:
    try:
        return read_clip(footage.video, first=footage.first, frames=footage.frames, fps=footage.fps), ()
    except ClipUnreadable as error:
        return None, (f"Shot {footage.shot} is not measured: {error}.",)


def views_of(looks: Sequence[Look], by: Embedder) -> tuple[Views, tuple[str, ...]]:
    """The vectors of every look's reference, and what could not be used."""
    views, notes = {}, []
    for look in looks:
        try:
            picture = read_picture(look.sheet)
        except ClipUnreadable as error:
            notes.append(f"The reference of {look.entity} is not used: {error}.")
            continue
        crops = [view_of(picture, box) for box in whole_views(look.views)]
        views[look.entity, look.stage] = [vector for vector in by.embed(crops) if vector is not None]
    return views, tuple(notes)


def _tools(embedder_name: str, frame_embedder: str, flow_name: str, masks: MaskSource | None) -> Tools:
    one = embedder(embedder_name)
    other = one if frame_embedder == embedder_name else embedder(frame_embedder)
    return Tools(embedder=one, frames=other, flow=flow(flow_name), masks=masks)


def _with_vgot(tools: Tools, face_embedder: str, map_embedder: str) -> Tools:
    faces, maps = (embedder(name) if name else None for name in (face_embedder, map_embedder))
    if faces is not None and not isinstance(faces, FaceEmbedder):
        raise UnknownEmbedder(f"{faces.name} is no embedder of faces")
    return replace(tools, faces=faces, maps=maps)


OFFLINE = f"Identity is measured by {DEFAULT}, which sees colours and where they are, no faces and no shapes."
NO_DETECTOR = "Faces are not compared in whole frames: no detector is here (face:MODEL,DETECTOR.onnx)."


def _said(tools: Tools) -> tuple[str, ...]:
    notes = []
    if tools.embedder.name == DEFAULT:
        notes.append(
            f"Identity is measured by {DEFAULT}, which sees colours and their heights, no faces and no shapes."
        )
    if tools.faces is not None and not tools.faces.finds:
        notes.append(NO_DETECTOR)
    return tuple(notes)
