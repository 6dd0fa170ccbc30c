"""Owns the camera node: framing, angle and move for each shot, by what matters in it.

A new place is established wide; speech and feeling come closer; travel is seen whole; no two neighbouring shots are
alike. Wishes of the author win. Does not know: durations.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from planners.heads import head_of
from planners.lens import SPAN
from planners.nodes.cast import expanded
from planners.nodes.composing import NEAR, area, arrived, following, headed, travels, uncovered
from planners.nodes.domains import script_of
from planners.nodes.shoulder import over_shoulder
from planners.nodes.state import Draft, State
from planners.plan import Action, Camera, Entity, Framing, Head, Move, Shot, Track
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
FROM_ABOVE: Head = (0.5, 0.5, 0.5)
"""Where a head is in the box of one who is seen from above."""
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
INSERT_LETTERS = 90
"""Where in a shot's text they must stand."""


def camera(state: State) -> State:
    """Shots -> shots with cameras and the five domains."""
    reading, entities = state["reading"], state["entities"]
    shots: list[Shot] = []
    for draft, shot in zip(state["drafts"], state["shots"], strict=True):
        shot = shot.model_copy(
            update={"layout": _with_heads(shot, entities, above=author_wish(draft).angle == "top-down")}
        )
        wanted = _chosen(draft, shot, reading, entities, shots)
        if author_wish(draft).over is None:
            wanted = headed(wanted, shot, state["story"].size)
        chosen, tracks = following(wanted, shot, state["story"].size)
        if (over := author_wish(draft).over) is not None:
            tracks = tuple(arrived(track) if track.key == chosen.focus else track for track in tracks)
            chosen, tracks = over_shoulder(chosen, shot, tracks, over, state["story"].size)
        framed = shot.model_copy(update={"camera": chosen, "layout": uncovered(chosen, tracks)})
        shots.append(framed.model_copy(update={"script": script_of(draft, framed, entities)}))
    return {"shots": tuple(shots)}


def _with_heads(shot: Shot, entities: dict[str, Entity], *, above: bool) -> tuple[Track, ...]:
    """The tracks with where their heads are while they do what they do for longest."""
    out = []
    for track in shot.layout:
        entity = entities[track.entity]
        beats = [beat for beat in shot.beats if track.key in beat.actors or track.entity in beat.actors]
        longest = max(beats, key=lambda beat: beat.end - beat.start, default=None)
        action = _carried(track, shot, entities) or (longest.action if longest else "stand")
        head = head_of(entity.look(track.stage), entity.kind, action)
        out.append(track.model_copy(update={"head": FROM_ABOVE if above and head is not None else head}))
    return tuple(out)


def _carried(track: Track, shot: Shot, entities: dict[str, Entity]) -> Action | None:
    """The posture of one who rides."""
    mount = next((other for other in shot.layout if other.key == track.held_by), None)
    seat = None if mount is None else seat_of(entities[mount.entity].look(mount.stage))
    return None if seat is None else POSTURE[seat.how]


def author_wish(draft: Draft) -> CameraWish:
    """What the text or the shot list asks for in a draft's sentences, the first of each kind."""
    found: dict[str, object] = {}
    for sentence in draft.sentences:
        for name, value in sentence.camera.model_dump(exclude_none=True).items():
            found.setdefault(name, value)
    return CameraWish.model_validate(found)


def _chosen(draft: Draft, shot: Shot, reading: Reading, entities: dict[str, Entity], before: Sequence[Shot]) -> Camera:
    wish = author_wish(draft)
    focus = _focus(draft, shot, wish, reading, entities)
    framing = wish.framing or ("medium" if wish.over else None) or _framing(draft, shot, focus, entities)
    if wish.angle == "top-down" and not wish.framing:
        framing = "wide"
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


def _framing(draft: Draft, shot: Shot, focus: str | None, entities: dict[str, Entity]) -> Framing:
    characters = [name for name in shot.cast if entities[name].kind == "character"]
    if not shot.layout or travels(shot) or len(shot.layout) > 4:
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
    if not before or before[-1].camera.framing != made.framing or travels(shot) or not shot.layout:
        return made
    if _flown(shot, entities) or made.angle == "top-down":
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
    return max(heads or sized, key=lambda pair: area(pair[1]))[0].entity
