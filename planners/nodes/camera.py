"""Owns the camera node: framing, angle and move for each shot, by what matters in it.

A new place is established wide; speech and feeling come closer; travel is seen whole; no two neighbouring shots are
alike. Wishes of the author win. Does not know: durations.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from planners.heads import head_of
from planners.lens import SPAN, UPRIGHT_HEAD, Box, clip, framed, project
from planners.nodes.cast import expanded
from planners.nodes.domains import script_of
from planners.nodes.shoulder import over_shoulder
from planners.nodes.space import rounded
from planners.nodes.state import Draft, State
from planners.plan import Action, Camera, Entity, Framing, Key, Move, Shot, Track, subject, window
from planners.reading import CameraWish, Reading
from planners.seats import POSTURE, TETHERED, seat_of
from planners.sizes import size_of

TIGHTER: dict[Framing, Framing] = {
    "extreme wide": "wide", "wide": "full", "full": "medium wide", "medium wide": "medium",
    "medium": "medium close-up", "medium close-up": "close-up", "close-up": "medium", "extreme close-up": "close-up",
}  # fmt: skip
WIDER: dict[Framing, Framing] = {
    "extreme close-up": "close-up", "close-up": "medium close-up", "medium close-up": "medium", "medium": "medium wide",
    "medium wide": "full", "full": "wide", "wide": "extreme wide", "extreme wide": "wide",
}  # fmt: skip
NEAR = frozenset({"medium close-up", "close-up", "extreme close-up"})
FEELING = frozenset({"sad", "afraid", "angry", "surprised", "tender", "pain", "proud"})
_INSERT = re.compile(
    r"\b(?:insert|detail|macro|extreme close|close(?:-| )?up (?:of|on) (?:the|a|an|its) )", re.IGNORECASE
)
"""Words that ask for a thing rather than for who handles it."""
_FACES = re.compile(r"\b(?:faces?|two-shot|expressions?)\b", re.IGNORECASE)
"""Words that say that people are seen, whatever else is."""
_SEVERAL = re.compile(r"\b(?:two-shot|both|three-shot|group shot)\b", re.IGNORECASE)
DETAIL = 60.0
"""Things up to this size, in figure units, fill a close-up; larger ones are the room."""
CUT = 0.12
"""Share of a figure that may be in the frame without its head."""
INSERT_LETTERS = 90
"""Where in a shot's text they must stand."""
TRAVEL_SHARE = 0.14
"""Who moves more than this share of the frame is seen whole."""


def camera(state: State) -> State:
    """Shots -> shots with cameras and the five domains."""
    reading, entities = state["reading"], state["entities"]
    shots: list[Shot] = []
    for draft, shot in zip(state["drafts"], state["shots"], strict=True):
        shot = shot.model_copy(update={"layout": _with_heads(shot, entities)})
        wanted = _chosen(draft, shot, reading, entities, shots)
        if _wish(draft).over is None:
            wanted = _headed(wanted, shot, state["story"].size)
        chosen, tracks = _following(wanted, shot, state["story"].size)
        if (over := _wish(draft).over) is not None:
            chosen, tracks = over_shoulder(chosen, shot, tracks, over, state["story"].size)
        framed = shot.model_copy(update={"camera": chosen, "layout": tracks})
        shots.append(framed.model_copy(update={"script": script_of(draft, framed, entities)}))
    return {"shots": tuple(shots)}


def _with_heads(shot: Shot, entities: dict[str, Entity]) -> tuple[Track, ...]:
    """The tracks with where their heads are while they do what they do for longest."""
    out = []
    for track in shot.layout:
        entity = entities[track.entity]
        beats = [beat for beat in shot.beats if track.key in beat.actors or track.entity in beat.actors]
        longest = max(beats, key=lambda beat: beat.end - beat.start, default=None)
        action = _carried(track, shot, entities) or (longest.action if longest else "stand")
        out.append(track.model_copy(update={"head": head_of(entity.look(track.stage), entity.kind, action)}))
    return tuple(out)


def _carried(track: Track, shot: Shot, entities: dict[str, Entity]) -> Action | None:
    """The posture of one who rides."""
    mount = next((other for other in shot.layout if other.key == track.held_by), None)
    seat = None if mount is None else seat_of(entities[mount.entity].look(mount.stage))
    return None if seat is None else POSTURE[seat.how]


def _wish(draft: Draft) -> CameraWish:
    """All wishes of a draft's sentences, the first of each kind."""
    found: dict[str, object] = {}
    for sentence in draft.sentences:
        for name, value in sentence.camera.model_dump(exclude_none=True).items():
            found.setdefault(name, value)
    return CameraWish.model_validate(found)


def _chosen(draft: Draft, shot: Shot, reading: Reading, entities: dict[str, Entity], before: Sequence[Shot]) -> Camera:
    wish = _wish(draft)
    focus = _focus(draft, shot, wish, reading, entities)
    framing = wish.framing or ("medium" if wish.over else None) or _framing(draft, shot, focus, entities)
    if wish.framing and wish.framing in ("extreme wide", "wide"):
        focus = None
    if focus is None and framing in NEAR and not _SEVERAL.search(draft.text[:INSERT_LETTERS]):
        focus = _nearest(shot, entities)
    angle = wish.angle or _angle(draft, shot, focus, entities)
    move = wish.move or _move(draft, framing)
    if angle == "top-down" and wish.move is None:
        move = "static"
    speed = wish.speed or ("slow" if move in ("zoom in", "zoom out") or not wish.move else "medium")
    made = Camera(framing=framing, angle=angle, move=move, speed=speed, focus=None if SPAN[framing] == 0 else focus)
    return made if wish.framing or wish.over else _unlike(made, shot, before, entities)


def _headed(made: Camera, shot: Shot, size: tuple[int, int]) -> Camera:
    """The camera on all in the frame when one figure's framing would cut another's head off."""
    if made.focus is None or SPAN[made.framing] == 0 or made.framing in NEAR:
        return made
    view = window(shot.model_copy(update={"camera": made}), 0.5, size)
    for track in shot.layout:
        box = track.at(0.5)
        if track.head is None or box is None or made.focus in (track.key, track.entity):
            continue
        if _beheaded(track, box, view):
            return made.model_copy(update={"focus": None, "framing": "full"})
    return made


def _beheaded(track: Track, box: Box, view: Box) -> bool:
    """Whether a good part of a figure is in the window but its head is not."""
    x, y, tall = track.head or UPRIGHT_HEAD
    x = 1 - x if track.facing == "left" else x
    head = (box[0] + x * (box[2] - box[0]), box[1] + y * (box[3] - box[1]))
    top = head[1] - tall * (box[3] - box[1]) / 2
    inside = view[0] < head[0] < view[2] and view[1] <= top and head[1] < view[3]
    seen = clip(project(box, view))
    shown = 0.0 if seen is None else (seen[2] - seen[0]) * (seen[3] - seen[1])
    return not inside and shown > CUT * min(1.0, _area(project(box, view)))


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _focus(draft: Draft, shot: Shot, wish: CameraWish, reading: Reading, entities: dict[str, Entity]) -> str | None:
    """Whom the shot is about: who is wished for, who speaks or acts; None for several."""
    wanted = _known(wish.focus, shot, reading)
    people = [name for name in shot.cast if entities[name].kind == "character"]
    if wanted is not None and entities[wanted].kind == "character":
        return wanted
    insert = _INSERT.search(draft.text[:INSERT_LETTERS]) and not _FACES.search(draft.text)
    if wanted is not None and (not people or (insert and _small(entities[wanted]))):
        return wanted
    return _subject(draft, shot, reading, entities)


def _small(entity: Entity) -> bool:
    return max(size_of(entity.attributes, entity.kind)) < DETAIL


def _following(made: Camera, shot: Shot, size: tuple[int, int]) -> tuple[Camera, tuple[Track, ...]]:
    """Near a figure that travels, the camera goes with it; very near, the figure has arrived."""
    track = next((t for t in shot.layout if made.focus in (t.key, t.entity)), None)
    if SPAN[made.framing] == 0 or track is None or not _travels(shot):
        return made, shot.layout
    if made.framing in NEAR:
        return made, tuple(_arrived(t) if t is track or t.held_by == track.key else t for t in shot.layout)
    first, last = track.at(0.0), track.at(1.0)
    if first is None or last is None:
        return made, shot.layout
    start, end = (framed(made.framing, [subject(track, box)], size) for box in (first, last))
    return made.model_copy(update={"start": rounded(start), "end": rounded(end)}), shot.layout


def _arrived(track: Track) -> Track:
    """The track at rest where it comes to in the frame."""
    boxes = [key.box for key in track.keys if key.box is not None and key.box[0] >= 0 and key.box[2] <= 1]
    return track.model_copy(update={"keys": (Key(t=0, box=boxes[-1]),)}) if boxes else track


def _known(name: str | None, shot: Shot, reading: Reading) -> str | None:
    names = expanded(reading, name) if name else []
    return next((item for item in names if item in shot.cast), None)


def _subject(draft: Draft, shot: Shot, reading: Reading, entities: dict[str, Entity]) -> str | None:
    """Who speaks, else who acts; None when several are equally in it."""
    for speech in draft.speeches:
        found = _known(speech.speaker, shot, reading)
        if found:
            return found
    acting = list(dict.fromkeys(name for beat in shot.beats for name in (*beat.actors, *beat.targets)))
    characters = [name for name in acting if entities[name].kind == "character"]
    actors = list(dict.fromkeys(name for beat in shot.beats for name in beat.actors))
    if len(characters) == 1 or len(actors) == 1:
        return (actors or characters)[0] if len(characters) <= 1 else None
    if not actors and len(shot.cast) == 1:
        return shot.cast[0]
    return None


def _nearest(shot: Shot, entities: dict[str, Entity]) -> str | None:
    """Who a close shot of several shows: the first who does something, else the first there."""
    names = [*(name for beat in shot.beats for name in beat.actors), *shot.cast]
    return next((name for name in names if entities[name].kind == "character"), None)


def _travels(shot: Shot) -> bool:
    for track in shot.layout:
        boxes = [key.box for key in track.keys if key.box is not None]
        if len(boxes) > 1 and not track.held_by:
            dx = max(b[0] for b in boxes) - min(b[0] for b in boxes)
            dy = max(b[1] for b in boxes) - min(b[1] for b in boxes)
            if max(dx, dy) > TRAVEL_SHARE:
                return True
    return any(key.box is None for track in shot.layout for key in track.keys)


def _framing(draft: Draft, shot: Shot, focus: str | None, entities: dict[str, Entity]) -> Framing:
    characters = [name for name in shot.cast if entities[name].kind == "character"]
    if not shot.layout or _travels(shot) or len(shot.layout) > 4:
        return "wide"
    if _flown(shot, entities) or (draft.opens and draft.id == "shot_001"):
        return "wide"
    if draft.opens:
        return "full" if len(characters) == 1 and draft.speeches else "wide"
    if draft.speeches:
        return "medium close-up" if focus else "medium"
    feeling = any(beat.emotion in FEELING for beat in shot.beats)
    if focus and feeling:
        return "close-up" if entities[focus].kind == "character" else "medium"
    if focus is None:
        return "full"
    return "medium" if len(characters) <= 1 else "medium wide"


def _flown(shot: Shot, entities: dict[str, Entity]) -> bool:
    """Whether somebody has something in the air on a string: both are seen."""
    return any(track.held_by and entities[track.entity].attributes.noun in TETHERED for track in shot.layout)


def _angle(draft: Draft, shot: Shot, focus: str | None, entities: dict[str, Entity]) -> str:
    if focus is None or not shot.layout:
        return "eye"
    look = entities[focus].attributes
    if look.size == "huge" or look.species in ("dragon", "elephant", "giraffe"):
        return "low"
    afraid = any(beat.emotion == "afraid" for beat in shot.beats)
    return "high" if afraid and not draft.opens else "eye"


def _move(draft: Draft, framing: Framing) -> Move:
    """Mostly still; a slow push-in on feeling, a slow pull-back on openings without people."""
    number = int(draft.id.split("_")[-1])
    if draft.opens and framing in ("wide", "extreme wide") and number > 1:
        return "zoom in" if number % 2 else "static"
    if framing in ("close-up", "medium close-up"):
        return "zoom in" if number % 3 != 1 else "static"
    return "static" if number % 4 else "zoom in"


def _unlike(made: Camera, shot: Shot, before: Sequence[Shot], entities: dict[str, Entity]) -> Camera:
    """Another framing when the shot before is framed the same way with the same people."""
    if not before or before[-1].camera.framing != made.framing or _travels(shot) or not shot.layout:
        return made
    if _flown(shot, entities):
        return made
    last = before[-1]
    if last.camera.focus != made.focus and made.focus is not None:
        return made
    subject = made.focus or _largest(shot.layout)
    options = [TIGHTER[made.framing], WIDER[made.framing]]
    characters = [name for name in shot.cast if entities[name].kind == "character"]
    if len(characters) > 1 and made.focus is None:
        options = ["full" if made.framing == "wide" else "wide", "medium wide"]
        return made.model_copy(update={"framing": options[0]})
    return made.model_copy(update={"framing": options[0], "focus": subject})


def _largest(layout: Sequence[Track]) -> str | None:
    """The entity whose box is largest at the start."""
    sized = [(track, box) for track in layout if not track.held_by and (box := track.at(0.5)) is not None]
    if not sized:
        return None
    heads = [pair for pair in sized if pair[0].head is not None]
    return max(heads or sized, key=lambda pair: _area(pair[1]))[0].entity
