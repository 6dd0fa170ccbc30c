"""Owns the director's layout node: where everybody goes in each shot, with reasons (VideoDirectorGPT, LVD).

The model sees the stage as one wide picture and says where feet are: at the start, at the end, then in between (C3V
6.14: end points first). Sizes stay ours, so nobody is squeezed; the answer is checked for ground, perspective, gravity,
stated directions, the 180-degree rule, and for problems that the rules' blocking does not have.
Does not know: cameras.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence

from planners.chat_model import Asker
from planners.checks import Problem, figures_seen, nobody_hidden
from planners.director.answers import LayoutAnswer, PathRow, ShotLayout
from planners.director.paths import airborne, attached, moved_track, trodden, with_riders
from planners.director.steps import known, lines, noted, window_note, windows
from planners.errors import NoAnswer
from planners.nodes.moves import AT_REST
from planners.nodes.state import Draft, State
from planners.plan import Entity, Note, Plan, Scene, Shot, Track
from planners.reading import Event

SHOTS_AT_ONCE = 4
SLIDES = 0.08
"""Who is at rest moves no farther than this share of the frame."""
AXIS = 0.06
"""Two who are less far apart than this (share of the frame) have no order."""
GROUND_TOP, GROUND_BOTTOM = 0.78, 0.99
"""Between these heights is ground to stand on."""
HORIZON, FRONT = 0.5, 0.9
"""Where things would be infinitely small, and where they have their own size."""
OFF_SCALE = 0.3
"""How far a scale may be from what perspective asks for, as a share of it."""


def staging(state: State, asker: Asker) -> State:
    """Shots -> shots whose tracks go where the model's director put them."""
    shots = list(state["shots"])
    notes: list[Note] = []
    wanted = [index for index, shot in enumerate(shots) if shot.layout]
    for part in windows(wanted, SHOTS_AT_ONCE):
        where = f"{shots[part[0]].id} to {shots[part[-1]].id}"
        try:
            answer = asker.ask(
                "layout",
                _variables(state, shots, part),
                LayoutAnswer,
                check=functools.partial(check_layout, part=part, shots=tuple(shots), state=state),
                where=where,
            )
        except NoAnswer as error:
            notes.append(window_note("layout", where, "blocking", error))
            continue
        rows = {row.shot: row for row in answer.shots}
        for index in part:
            if shots[index].id in rows:
                shots[index] = blocked(shots[index], rows[shots[index].id])
    return noted(state, {"shots": tuple(shots)}, notes)


def _variables(state: State, shots: Sequence[Shot], part: Sequence[int]) -> dict[str, object]:
    drafts = state["drafts"]
    goes_on = part[0] > 0 and drafts[part[0] - 1].scene == drafts[part[0]].scene
    before = shots[part[0] - 1].layout if goes_on else ()
    rows: list[dict[str, object]] = []
    for index in part:
        shot = shots[index]
        beats = [
            f"{b.start:g}-{b.end:g} {', '.join(b.actors)}: {b.action} {' '.join(b.targets)}".strip() for b in shot.beats
        ]
        rows.append({"shot": shot.id, "text": shot.text, "beats": beats, "figures": list(_figures(shot))})
    return {
        "before": lines(_end_row(track) for track in before if not track.held_by),
        "shots": lines(rows),
    }


def _figures(shot: Shot) -> Iterator[dict[str, object]]:
    riders = attached(shot)
    for track in shot.layout:
        if track.held_by or track.key in riders:
            continue
        path = trodden(track)
        yield {"key": track.key, "facing": track.facing, "wide": path.wide, "tall": path.tall, "start": path.start,
               "end": path.end}  # fmt: skip


def _end_row(track: Track) -> dict[str, object]:
    return {"key": track.key, "at": trodden(track).end}


def blocked(shot: Shot, row: ShotLayout) -> Shot:
    """The shot with the paths of a row; whoever is held or rides goes along. Pure."""
    paths = {path.key: path for path in row.paths}
    moved = {track.key: moved_track(track, paths[track.key]) for track in shot.layout if track.key in paths}
    layout = with_riders(shot, moved)
    return shot.model_copy(update={"layout": tuple(sorted(layout, key=lambda track: track.depth))})


# -- what may be wrong ------------------------------------------------------------------------------


def check_layout(answer: LayoutAnswer, part: Sequence[int], shots: Sequence[Shot], state: State) -> list[str]:
    """What is wrong with the blocking of a window of shots, in plain sentences."""
    mine = {shots[index].id: index for index in part}
    found = known([row.shot for row in answer.shots], mine, "layout", what="shot")
    for row in answer.shots:
        if row.shot in mine:
            shot = shots[mine[row.shot]]
            free = [track.key for track in shot.layout if not track.held_by and track.key not in attached(shot)]
            found += known([path.key for path in row.paths], free, row.shot, what="figure to move")
    if found:
        return found
    now = list(shots)
    for row in answer.shots:
        index = mine[row.shot]
        found += _check_shot(row, shots[index], state["drafts"][index], state["entities"])
        now[index] = blocked(shots[index], row)
    found += _axis_jumps(now, part, state)
    found += _new_problems([shots[i] for i in part], [now[i] for i in part], state)
    return found


def _check_shot(row: ShotLayout, shot: Shot, draft: Draft, entities: Mapping[str, Entity]) -> list[str]:
    found: list[str] = []
    tracks = {track.key: track for track in shot.layout}
    for path in row.paths:
        where = f"{row.shot}.{path.key}"
        if path.leaves <= path.appears:
            found.append(f"{where}: it leaves before it appears")
        times = [t for t, _, _ in path.way]
        if times != sorted(set(times)) or any(not path.appears < t < path.leaves for t in times):
            found.append(f"{where}: way points need times in order between {path.appears:g} and {path.leaves:g}")
        if not airborne(tracks[path.key], shot, entities[tracks[path.key].entity].attributes.noun):
            found += _on_ground(path, where)
        found += _in_keeping(path, where, tracks[path.key], shot)
        found += _as_told(path, where, [e for e in draft.events if tracks[path.key].entity in e.agents])
    return found


def _on_ground(path: PathRow, where: str) -> Iterator[str]:
    ends = (("start", path.start_x, path.start_y, path.start_scale), ("end", path.end_x, path.end_y, path.end_scale))
    for name, _, y, scale in ends:
        if not GROUND_TOP <= y <= GROUND_BOTTOM:
            yield f"{where}: at its {name} the feet are at y {y:g}; the ground is from {GROUND_TOP} to {GROUND_BOTTOM}"
            continue
        wanted = (y - HORIZON) / (FRONT - HORIZON)
        if abs(scale - wanted) > OFF_SCALE * wanted:
            yield f"{where}: at its {name} the scale is {scale:g}; at y {y:g} perspective asks for about {wanted:.2f}"


def _in_keeping(path: PathRow, where: str, track: Track, shot: Shot) -> Iterator[str]:
    """Nobody slides along sitting, kneeling or lying."""
    doing = [beat.action for beat in shot.beats if {track.key, track.entity} & set(beat.actors)]
    if doing and all(action in AT_REST for action in doing) and abs(path.end_x - path.start_x) > SLIDES:
        yield f"{where}: it {doing[0]}s and cannot travel; let it stay at one place"


def _as_told(path: PathRow, where: str, events: Sequence[Event]) -> Iterator[str]:
    """Stated directions and gravity."""
    dx, dy = path.end_x - path.start_x, path.end_y - path.start_y
    ways = {event.motion.direction for event in events if event.motion and event.motion.direction in ("left", "right")}
    for event in events:
        way = event.motion.direction if event.motion else None
        if way in ("left", "right") and len(ways) == 1 and (dx > -0.05 if way == "left" else dx < 0.05):
            yield f"{where}: {event.text!r} goes {way}, but x goes from {path.start_x:g} to {path.end_x:g}"
        if event.action == "fall" and dy < 0:
            yield f"{where}: {event.text!r} falls, but y goes from {path.start_y:g} up to {path.end_y:g}"


def _axis_jumps(shots: Sequence[Shot], part: Sequence[int], state: State) -> Iterator[str]:
    """The 180-degree rule: two who stay in a scene keep their sides over a cut."""
    drafts, entities = state["drafts"], state["entities"]
    for index in part:
        if index == 0 or drafts[index].scene != drafts[index - 1].scene:
            continue
        last = {track.key: trodden(track).end[0] for track in shots[index - 1].layout}
        first = {track.key: trodden(track).start[0] for track in shots[index].layout}
        people = [k for k in first if k in last and entities[k.split("#")[0]].kind == "character"]
        for i, a in enumerate(people):
            for b in people[i + 1 :]:
                was, now = last[a] - last[b], first[a] - first[b]
                if was * now < 0 and min(abs(was), abs(now)) > AXIS:
                    side = "left" if was < 0 else "right"
                    yield f"{shots[index].id}: {a} was {side} of {b} in the shot before and must stay so"


def _new_problems(before: Sequence[Shot], after: Sequence[Shot], state: State) -> Iterator[str]:
    """What the plan's own checks find now and did not find in the rules' blocking."""
    old = {(p.check, p.where) for p in _checked(before, state)}
    for problem in _checked(after, state):
        if (problem.check, problem.where) not in old:
            yield f"{problem.where}: {problem.what}; {problem.fix}"


def _checked(shots: Sequence[Shot], state: State) -> list[Problem]:
    plan = partial_plan(shots, state)
    return [*figures_seen(plan), *nobody_hidden(plan)]


def partial_plan(shots: Sequence[Shot], state: State) -> Plan:
    """A plan of some shots that are not finished, for the checks."""
    place = next(name for name, entity in state["entities"].items() if entity.kind == "place")
    staged = tuple(shot.model_copy(update={"scene": shot.scene or "scene"}) for shot in shots)
    scenes = tuple(Scene(id=name, place=place) for name in dict.fromkeys(shot.scene for shot in staged))
    return Plan(title="", size=state["story"].size, entities=state["entities"], scenes=scenes, shots=staged)
