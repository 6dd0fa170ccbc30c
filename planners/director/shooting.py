"""Owns the director's camera node: shot sizes, angles and moves from a closed vocabulary (VideoStudio 3.1), diverse.

The model's choice enters as a wish, as an author's would, and the rules' camera node carries it out: it follows who
travels and keeps heads in the frame. The author's own wishes win. Does not know: windows.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator, Sequence

from planners.chat_model import Asker
from planners.checks import Problem, figures_seen, neighbours_differ, windows_valid
from planners.director.answers import CameraAnswer, CameraRow
from planners.director.staging import partial_plan
from planners.director.steps import known, lines, noted, window_note, windows
from planners.errors import NoAnswer
from planners.nodes.camera import author_wish, camera
from planners.nodes.state import Draft, State
from planners.plan import Note, Shot
from planners.reading import CameraWish

SHOTS_AT_ONCE = 10
RUN = 3
"""So many neighbouring shots may have one size."""
DIVERSE_FROM, LEAST_SIZES = 6, 3
"""From so many shots on, at least so many sizes."""
CLOSE = frozenset({"medium close-up", "close-up", "extreme close-up"})


def shooting(state: State, asker: Asker) -> State:
    """Drafts -> drafts that wish for the cameras of the model's choice."""
    drafts = list(state["drafts"])
    notes: list[Note] = []
    for part in windows(range(len(drafts)), SHOTS_AT_ONCE):
        where = f"{drafts[part[0]].id} to {drafts[part[-1]].id}"
        now: State = {**state, "drafts": tuple(drafts)}
        try:
            answer = asker.ask(
                "camera",
                _variables(now, part),
                CameraAnswer,
                check=functools.partial(check_cameras, part=part, state=now),
                where=where,
            )
        except NoAnswer as error:
            notes.append(window_note("camera", where, "cameras", error))
            continue
        drafts = wishing(drafts, answer)
    return noted(state, {"drafts": tuple(drafts)}, notes)


def _variables(state: State, part: Sequence[int]) -> dict[str, object]:
    shots = camera(state)["shots"]
    rows: list[dict[str, object]] = []
    for index in part:
        shot, draft = shots[index], state["drafts"][index]
        rows.append(
            {
                "shot": shot.id,
                "text": shot.text,
                "cast": shot.cast,
                "beats": [f"{', '.join(b.actors)}: {b.action} {' '.join(b.targets)}".strip() for b in shot.beats],
                "speaks": [speech.speaker for speech in draft.speeches if speech.speaker],
                "mood": draft.mood,
                "new scene": draft.opens,
                "author": author_wish(draft).model_dump(exclude_none=True),
                "draft": shot.camera.model_dump(exclude_none=True, exclude={"start", "end"}),
            }
        )
    before = shots[part[0] - 1].camera.framing if part[0] else ""
    return {"before": before, "shots": lines(rows)}


def wishing(drafts: Sequence[Draft], answer: CameraAnswer) -> list[Draft]:
    """The drafts with the rows' cameras as wishes; what the author asked for stands. Pure."""
    rows = {row.shot: row for row in answer.shots}
    return [_wishing(draft, rows[draft.id]) if draft.id in rows else draft for draft in drafts]


def _wishing(draft: Draft, row: CameraRow) -> Draft:
    asked = author_wish(draft).model_dump(exclude_none=True)
    wish = CameraWish(
        framing=row.framing, angle=row.angle, move=row.move, speed=row.speed, focus=row.focus or None
    ).model_copy(update=asked)
    first, *rest = draft.sentences
    return draft.model_copy(update={"sentences": (first.model_copy(update={"camera": wish}), *rest)})


# -- what may be wrong ------------------------------------------------------------------------------


def check_cameras(answer: CameraAnswer, part: Sequence[int], state: State) -> list[str]:
    """What is wrong with the cameras of a window of shots, in plain sentences."""
    drafts, shots = state["drafts"], state["shots"]
    mine = {drafts[index].id: index for index in part}
    given = [row.shot for row in answer.shots]
    found = known(given, mine, "camera", what="shot")
    found += [f"camera: {name!r} is missing" for name in mine if name not in given]
    found += [f"camera: {name!r} is given twice" for name in dict.fromkeys(given) if given.count(name) > 1]
    if found:
        return found
    for row in answer.shots:
        found += _check_row(row, shots[mine[row.shot]], drafts[mine[row.shot]], state)
    found += _diverse(answer.shots)
    return found or list(_new_problems(answer, part, state))


def _check_row(row: CameraRow, shot: Shot, draft: Draft, state: State) -> Iterator[str]:
    yield from known([row.focus], shot.cast, row.shot, what="figure in this shot")
    people = [name for name in shot.cast if state["entities"][name].kind == "character"]
    if row.framing in CLOSE and not row.focus and len(shot.cast) != 1:
        yield f"{row.shot}: a {row.framing} shows one figure; name it as `focus`"
    if row.angle == "over-the-shoulder" and len(people) < 2:
        yield f"{row.shot}: over the shoulder needs two people"
    asked = author_wish(draft).model_dump(exclude_none=True, exclude={"focus"})
    for name, value in asked.items():
        if getattr(row, name) != value:
            yield f"{row.shot}: the author asks for {name} {value!r}"


def _diverse(rows: Sequence[CameraRow]) -> Iterator[str]:
    """Not one size for ever, and more than two in a longer run."""
    for size, run in itertools.groupby(rows, key=lambda row: row.framing):
        same = list(run)
        if len(same) > RUN:
            yield f"{same[0].shot} to {same[-1].shot} are all {size}; change the size at least every {RUN} shots"
    sizes = {row.framing for row in rows}
    if len(rows) >= DIVERSE_FROM and len(sizes) < LEAST_SIZES:
        yield f"only {', '.join(sorted(sizes))}; use at least {LEAST_SIZES} sizes"


def _new_problems(answer: CameraAnswer, part: Sequence[int], state: State) -> Iterator[str]:
    """What the plan's own checks find with these cameras and not with the rules' own."""
    old = {(problem.check, problem.where) for problem in _checked(state, part)}
    asked: State = {**state, "drafts": tuple(wishing(state["drafts"], answer))}
    for problem in _checked(asked, part):
        if (problem.check, problem.where) not in old:
            yield f"{problem.where}: {problem.what}; {problem.fix}"


def _checked(state: State, part: Sequence[int]) -> list[Problem]:
    shots = camera(state)["shots"]
    plan = partial_plan([shots[index] for index in part], state)
    return [*figures_seen(plan), *windows_valid(plan), *neighbours_differ(plan)]
