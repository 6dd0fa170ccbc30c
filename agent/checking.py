"""Owns measuring a finished film: its files and plan -> footage and looks -> scores and a verdict for every shot.

Everything is written under `07_check/`: `scores.json`, and `scores.csv` with every number per frame, shot and entity.
Does not know: how anything is measured, how it is shown.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from pydantic import BaseModel, ConfigDict

from agent.errors import MakeError
from agent.stages import safe
from agent.store import Store, write_text
from agent.timeline import timeline
from consistency import Footage, Instance, Scores, Verdict, check_film, judge, look_of
from generators import Reference, read_controls
from planners import Plan, Shot, seen_boxes

FOLDER = "07_check"
CHECK_SCHEMA = "storyreel/check@1"
COLUMNS = ("measure", "value", "shot", "other", "entity", "frame", "by", "why")

Progress = Callable[[int, int], None]


class FilmCheck(BaseModel):
    """Every number and verdict of a film."""

    model_config = ConfigDict(frozen=True)

    scores: Scores
    verdicts: tuple[Verdict, ...]

    @property
    def accepted(self) -> bool:
        """Whether every shot is."""
        return all(verdict.accepted for verdict in self.verdicts)

    def summary(self) -> dict[str, Any]:
        """For `report.json`: one row a shot, without the numbers of single frames."""
        rows = [number.model_dump(exclude_none=True) for number in self.scores.numbers if number.frame is None]
        return {
            "schema": CHECK_SCHEMA,
            "accepted": self.accepted,
            "verdicts": [verdict.model_dump() for verdict in self.verdicts],
            "numbers": rows,
            "notes": list(self.scores.notes),
        }


def check_run(plan: Plan, store: Store, *, progress: Progress | None = None, **tools: str) -> FilmCheck:
    """Measure the film in a run folder, and write the numbers there.

    Args:
        plan: Of the film.
        store: Of its run folder.
        progress: Called with (shots done, shots in all).
        tools: `embedder_name`, `frame_embedder`, `flow_name` of `consistency.check_film`.

    Raises:
        MakeError: there is no clip to measure.
        UnknownEmbedder, UnknownFlow: as `consistency.check_film` says.
    """
    shots = footage(plan, store)
    if not shots:
        raise MakeError("there is no shot to check: make the film first", task="check")
    looks = tuple(look_of(item, store.root) for item in references(plan, store))
    scores = check_film(shots, looks, masks=masks_of(store), progress=progress, **tools)
    missing = [shot.id for shot in plan.shots if shot.id not in {item.shot for item in shots}]
    if missing:
        scores += Scores(notes=(f"Not made yet, so not measured: {', '.join(missing)}.",))
    found = FilmCheck(
        scores=scores, verdicts=tuple(judge(scores, item.shot, apart=_apart(plan, item.shot)) for item in shots)
    )
    write_text(store.path(f"{FOLDER}/scores.json"), json.dumps(found.summary(), indent=1, ensure_ascii=False) + "\n")
    write_text(store.path(f"{FOLDER}/scores.csv"), _table(found.scores))
    return found


SEAMS = frozenset({"seam_jump"})


def _apart(plan: Plan, shot_id: str) -> frozenset[str]:
    """Measures that say nothing of a shot: clips meet unjoined only where the take goes on."""
    return frozenset() if plan.shot(shot_id).continues else SEAMS


def footage(plan: Plan, store: Store) -> tuple[Footage, ...]:
    """The clips that are there, with what was planned for them."""
    handles = timeline(plan).handles
    found = []
    for shot in plan.shots:
        file = store.root / f"04_shots/{safe(shot.id)}.mp4"
        if file.is_file():
            found.append(footage_of_shot(plan, shot, file, handles[shot.id].head))
    return tuple(found)


def footage_of_shot(plan: Plan, shot: Shot, video: Path, head: int) -> Footage:
    """One clip with what was planned for it."""
    scene = plan.scene_of(shot)
    last = max(shot.frames - 1, 1)
    boxes = [seen_boxes(shot, frame / last, plan.size) for frame in range(shot.frames)]
    return Footage(
        shot=shot.id,
        video=video,
        frames=shot.frames,
        fps=plan.fps,
        first=head,
        place=scene.place,
        light=f"{scene.time} {scene.weather}",
        text=shot.text,
        instances=tuple(
            Instance(
                key=track.key,
                entity=track.entity,
                stage=track.stage,
                boxes=tuple(frame.get(track.key) for frame in boxes),
                depth=track.depth,
            )
            for track in shot.layout
        ),
        continues=shot.continues,
    )


def references(plan: Plan, store: Store) -> Iterator[Reference]:
    """The reference of everything that is seen, each look once."""
    looks = dict.fromkeys((track.entity, track.stage) for shot in plan.shots for track in shot.layout)
    for entity, stage in looks:
        name = safe(entity) + (f".{safe(stage)}" if stage else "")
        record = store.read(f"02_references/{name}.json")
        if record is not None and "artefact" in record.data:
            yield Reference.model_validate(record.data["artefact"])


def masks_of(store: Store) -> Callable[[str, int], Mapping[str, Any] | None]:
    """Masks from the control files of guides, where there are any."""
    kept: dict[str, Any] = {}

    def masks(shot: str, frame: int) -> Mapping[str, Any] | None:
        path = store.root / f"04_shots/guides/{safe(shot)}.control.npz"
        if not path.is_file():
            return None
        if shot not in kept:
            kept.clear()
            kept[shot] = read_controls(path)
        controls = kept[shot]
        at = min(frame, len(controls.frames) - 1)
        return {key: np.asarray(controls.mask(at, key)) for key in controls.keys}

    return masks


def _table(scores: Scores) -> str:
    """All numbers as CSV."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    for number in scores.numbers:
        row: Sequence[object] = [getattr(number, name) for name in COLUMNS]
        writer.writerow(["" if value is None else value for value in row])
    return stream.getvalue()
