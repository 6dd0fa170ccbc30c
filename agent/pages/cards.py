"""Owns the cards of the board: one shot of the plan with what lies in the run folder -> a card.

Does not know: how a card is shown, how anything was made.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from agent.attic import Attic
from agent.pages.facts import Checked, Making
from agent.pages.values import Card, Picture, Said, Seen, Take, Tracked, View
from agent.stages import safe
from agent.store import Record, Store
from agent.takelist import Take as Variant
from agent.timeline import Timeline
from consistency import MEASURES, Failure
from generators import telling_moment
from planners import Beat, Box, Plan, Shot, seen_boxes, window

IDENTITY = "identity_reference"
"""How alike somebody is to their reference."""
STILL, CROP, TAKE = 640, 128, 240
"""Longer sides of pictures on the page, in pixels."""
SAMPLES = 9
"""Moments of a shot at which its boxes are written down; between them they move evenly."""
COLOURS = 8
"""Colours of the page that tell entities apart."""
ATTRIBUTION = 4
"""Words beside a quotation that only say who speaks, at most."""
MARGIN = 0.08
"""Around a crop, as a share of its side."""


@dataclass(frozen=True)
class Shelf:
    """What cards are made from."""

    plan: Plan
    store: Store
    line: Timeline
    made: dict[str, Making]
    checked: Checked | None
    takes: Mapping[str, tuple[Variant, ...]]

    def colour(self, entity: str) -> int:
        """The colour that an entity has all over the page."""
        return list(self.plan.entities).index(entity) % COLOURS


def card(shelf: Shelf, shot: Shot, number: int) -> Card:
    """The card of one shot."""
    plan, made = shelf.plan, shelf.made
    record = shelf.store.read(f"03_keyframes/{safe(shot.id)}.json")
    t = _moment(record, shot)
    start = shelf.line.starts[shot.id] / plan.fps
    still = picture_of(record, STILL)
    failures = shelf.checked.failures.get(shot.id, ()) if shelf.checked else ()
    return Card(
        number=number,
        id=shot.id,
        text=shot.text,
        place=plan.scene_of(shot).place,
        start=start,
        seconds=shot.frames / plan.fps,
        still=still,
        by_hand=bool(shot.keyframe or shot.clip or (record and record.data.get("by_hand"))),
        continues=shot.continues,
        view=_view(plan, shot),
        leaves=_leaves(plan, shot),
        tracks=_tracks(shelf, shot, t),
        cast=_cast(shelf, shot, t, still),
        lines=_lines(plan, shot, start),
        script=tuple((name, words) for name, words in shot.script.model_dump().items() if words),
        said_whole=_said_whole(shot),
        beats=tuple(_beat(plan, beat) for beat in shot.beats),
        facts=(*_facts(plan, shot), *_regions(plan, record)),
        failures=tuple(Failure.model_validate(row).sentence(called_in(plan)) for row in failures),
        judged=bool(shelf.checked and shelf.checked.judged.get(shot.id)),
        making=tuple(made[name] for name in (f"keyframe:{shot.id}", f"shot:{shot.id}") if name in made),
        takes=_takes(shelf, shot, number),
    )


def called_in(plan: Plan) -> dict[str, str]:
    """What people call entities and shots, by id."""
    shots = {shot.id: f"shot {index}" for index, shot in enumerate(plan.shots, 1)}
    return shots | {name: entity.name for name, entity in plan.entities.items()}


def picture_of(record: Record | None, side: int) -> Picture | None:
    """The picture that an artefact's record names; None when there is none."""
    names = [name for name in record.files if name.endswith((".png", ".jpg", ".jpeg", ".webp"))] if record else []
    return Picture(names[0], record.files[names[0]], side) if record and names else None


def _moment(record: Record | None, shot: Shot) -> float:
    artefact: dict[str, Any] = record.data.get("artefact", {}) if record else {}
    return float(artefact.get("t", telling_moment(shot)))


def _view(plan: Plan, shot: Shot) -> View:
    camera = shot.camera
    angle = "" if camera.angle == "eye" else f", {camera.angle}"
    move = "still" if camera.move == "static" else f"{camera.move}, {camera.speed}"
    focus = _name(plan, camera.focus or "")
    words = f"{camera.framing.capitalize()}{angle} · {move}" + (f" · on {focus}" if focus else "")
    return View(words, _placed(window(shot, 0.0, plan.size)), _placed(window(shot, 1.0, plan.size)))


def _name(plan: Plan, key: str) -> str:
    """What the entity of a track's key is called; empty when there is none."""
    who = key.partition("#")[0]
    return plan.entities[who].name if who in plan.entities else ""


def _placed(box: Box) -> tuple[float, float, float, float]:
    """Left, top, width and height."""
    x0, y0, x1, y1 = box
    return round(x0, 4), round(y0, 4), round(x1 - x0, 4), round(y1 - y0, 4)


def _percent(box: Box) -> tuple[float, float, float, float]:
    x, y, width, height = _placed(box)
    return round(x * 100, 2), round(y * 100, 2), round(width * 100, 2), round(height * 100, 2)


def _leaves(plan: Plan, shot: Shot) -> str:
    if shot is plan.shots[-1]:
        return "ends the film"
    follower = plan.shots[plan.shots.index(shot) + 1]
    if follower.continues:
        return "goes on in one take"
    leave = shot.transition
    length = f", {leave.frames / plan.fps:.1f} s" if leave.frames else ""
    sound = " · next sound leads" if leave.lead else " · sound trails" if leave.trail else ""
    return f"{leave.kind}{length}{sound}"


def _tracks(shelf: Shelf, shot: Shot, t: float) -> tuple[Tracked, ...]:
    size = shelf.plan.size
    steps = [seen_boxes(shot, step / (SAMPLES - 1), size) for step in range(SAMPLES)]
    now = seen_boxes(shot, t, size)
    found = []
    for track in shot.layout:
        path = [steps[step].get(track.key) for step in range(SAMPLES)]
        if not any(path) and track.key not in now:
            continue
        words = ";".join("-" if box is None else " ".join(f"{edge:g}" for edge in _percent(box)) for box in path)
        box = now.get(track.key)
        found.append(
            Tracked(
                key=track.key,
                name=shelf.plan.entities[track.entity].name + track.key[len(track.entity) :].replace("#", " "),
                colour=shelf.colour(track.entity),
                path=words,
                box=_percent(box) if box else None,
            )
        )
    return tuple(found)


def _cast(shelf: Shelf, shot: Shot, t: float, still: Picture | None) -> tuple[Seen, ...]:
    now = seen_boxes(shot, t, shelf.plan.size)
    boxes: dict[str, Box] = {}
    for track in shot.layout:
        if track.key in now and _area(now[track.key]) > _area(boxes.get(track.entity, (0, 0, 0, 0))):
            boxes[track.entity] = now[track.key]
    found = shelf.checked.failures.get(shot.id, ()) if shelf.checked else ()
    failed = {row.get("entity") for row in found if row.get("measure") == IDENTITY}
    others = [Failure.model_validate(row) for row in found if row.get("entity") and row.get("measure") != IDENTITY]
    names = dict.fromkeys([*(track.entity for track in shot.layout), *(who for who in shot.cast)])
    return tuple(
        Seen(
            entity=who,
            name=shelf.plan.entities[who].name,
            kind=shelf.plan.entities[who].kind,
            colour=shelf.colour(who),
            crop=_crop(still, boxes.get(who)),
            score=shelf.checked.value(IDENTITY, shot.id, entity=who) if shelf.checked else None,
            failed=who in failed,
            others=tuple(f"{MEASURES[row.measure].title} {row.value:.2f}" for row in others if row.entity == who),
        )
        for who in names
        if who in shelf.plan.entities and shelf.plan.entities[who].kind != "place"
    )


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _crop(still: Picture | None, box: Box | None) -> Picture | None:
    if still is None or box is None:
        return None
    x, y = (box[2] - box[0]) * MARGIN, (box[3] - box[1]) * MARGIN
    wider = (max(box[0] - x, 0.0), max(box[1] - y, 0.0), min(box[2] + x, 1.0), min(box[3] + y, 1.0))
    return Picture(still.file, still.digest, CROP, wider)


def _lines(plan: Plan, shot: Shot, start: float) -> tuple[Said, ...]:
    def manner(off: bool, words: str) -> str:
        return ", ".join(part for part in ("off" if off else "", words) if part)

    return tuple(
        Said(
            speaker=plan.entities[line.speaker].name if line.speaker in plan.entities else "",
            text=line.text,
            manner=manner(line.off, line.manner),
            at=max(start + line.start / plan.fps, 0.0),
        )
        for line in shot.lines
    )


def _said_whole(shot: Shot) -> bool:
    """Whether a shot's text is what is said in it, and who says it."""
    spoken = any(line.speaker for line in shot.lines)
    rest = re.sub(r'["“„«»][^"”“«»]*["”“«»]?', " ", shot.text)
    return spoken and rest != shot.text and len(re.findall(r"\w+", rest)) <= ATTRIBUTION


def _beat(plan: Plan, beat: Beat) -> str:
    def names(keys: tuple[str, ...]) -> str:
        return " and ".join(filter(None, (_name(plan, key) for key in keys)))

    mood = "" if beat.emotion == "neutral" else f" ({beat.emotion})"
    target = f" → {names(beat.targets)}" if names(beat.targets) else ""
    return f"{names(beat.actors)}: {beat.verb or beat.action}{target}{mood}, {beat.start:.0%}–{beat.end:.0%}"


def _facts(plan: Plan, shot: Shot) -> tuple[tuple[str, str], ...]:
    state = "; ".join(
        f"{plan.entities[who].name if who in plan.entities else who}: {how}" for who, how in shot.state.items()
    )
    control = "" if shot.control is None else f"{shot.control:g}"
    rows = (("Heard", ", ".join(shot.effects)), ("State", state), ("Remark", shot.note), ("Control", control))
    return tuple(row for row in rows if row[1])


def _regions(plan: Plan, record: Record | None) -> tuple[tuple[str, str], ...]:
    """How far who is seen where agrees with the plan's boxes: by the model's attention, and in the guide."""
    table: dict[str, dict[str, Any]] = record.data.get("regions", {}) if record else {}
    rows = []
    for name, head in (("attended", "Seen by the model"), ("guide", "Drawn in the guide")):
        told = [f"{_name(plan, key)} {row[f'{name}_iou']:.2f}" for key, row in table.items() if row.get(name)]
        rows.append((head, f"overlap with the plan's box: {', '.join(told)}" if told else ""))
    note = record.data.get("regions_note", "") if record else ""
    rows[0] = (rows[0][0], "; ".join(part for part in (rows[0][1], note) if part))
    return tuple(row for row in rows if row[1])


def _takes(shelf: Shelf, shot: Shot, number: int) -> tuple[Take, ...]:
    """The takes that were made of the shot, then earlier versions that are kept beside them."""
    asked = [item for item in shelf.takes.get(shot.id, ()) if item.made is not None]
    name = f"03_keyframes/{safe(shot.id)}.json"
    shown = [(item, _still(shelf.store, name, item.keys.get(name, ""))) for item in asked]
    known = {item.keys.get(name) for item in asked}
    found = [_take(shelf, shot, number, item, still) for item, still in shown if still is not None]
    attic = Attic(shelf.store)
    for count, record in enumerate((row for row in attic.kept(name) if row.key not in known), 1):
        still = _kept(shelf.store, name, record)
        if still is not None:
            found.append(Take("your own" if record.data.get("by_hand") else f"kept {count}", still))
    return tuple(found)


def _take(shelf: Shelf, shot: Shot, number: int, item: Variant, still: Picture) -> Take:
    return Take(
        label=f"take {item.number}",
        still=still,
        asked=True,
        differs=item.differs,
        stands=item.stands(shelf.store, shot.id),
        verdict={True: "accepted", False: "not accepted", None: "not judged"}[item.accepted],
        scores=tuple((measure.replace("_", " "), value) for measure, value in item.scores.items()),
        pick=f"storyreel pick {shelf.store.root.name} --shot {number} --take {item.number}",
    )


def _still(store: Store, name: str, key: str) -> Picture | None:
    """The still that was made under a key, in its place or kept."""
    now = store.read(name)
    if now is not None and now.key == key:
        return picture_of(now, TAKE)
    record = next((row for row in Attic(store).kept(name) if row.key == key), None)
    return _kept(store, name, record) if record else None


def _kept(store: Store, name: str, record: Record) -> Picture | None:
    still = picture_of(record, TAKE)
    if still is None:
        return None
    file = Attic(store).file(name, record.key, still.file).relative_to(store.root).as_posix()
    return Picture(file, still.digest, TAKE)
