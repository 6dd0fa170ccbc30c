"""Owns measuring a finished film: its files and plan -> footage and looks -> scores and a verdict for every shot.

Everything is written under `07_check/`: `scores.json`, and `scores.csv` with every number per frame, shot and entity.
Does not know: how anything is measured, how it is shown.
"""

from __future__ import annotations

import csv
import io
import json
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from pydantic import BaseModel, ConfigDict

from agent.errors import MakeError
from agent.stages import safe
from agent.stages.specs import guide_spec
from agent.store import Store, write_text
from agent.timeline import timeline
from consistency import Footage, Instance, Scores, Verdict, check_film, judge, look_of
from generators import (
    GREY,
    ControlRequest,
    Controls,
    GeneratorError,
    Reference,
    VideoGenerator,
    capabilities,
    create,
    read_controls,
)
from planners import Plan, Shot, seen_boxes, whole_boxes

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
    scores = check_film(shots, looks, masks=Masks(plan, store), progress=progress, **tools)
    missing = [shot.id for shot in plan.shots if shot.id not in {item.shot for item in shots}]
    if missing:
        scores += Scores(notes=(f"Not made yet, so not measured: {', '.join(missing)}.",))
    found = FilmCheck(
        scores=scores, verdicts=tuple(judge(scores, item.shot, apart=unjudged(plan, item.shot)) for item in shots)
    )
    write_text(store.path(f"{FOLDER}/scores.json"), json.dumps(found.summary(), indent=1, ensure_ascii=False) + "\n")
    write_text(store.path(f"{FOLDER}/scores.csv"), _table(found.scores))
    return found


SEAMS = frozenset({"seam_jump"})


def unjudged(plan: Plan, shot_id: str) -> frozenset[str]:
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
    boxes, wholes = (
        [find(shot, frame / last, plan.size) for frame in range(shot.frames)] for find in (seen_boxes, whole_boxes)
    )
    return Footage(
        shot=shot.id,
        video=video,
        frames=shot.frames,
        fps=plan.fps,
        first=head,
        place=scene.place,
        light=f"{scene.time} {scene.weather}",
        text=shot.text,
        grey=plan.style in GREY,
        instances=tuple(
            Instance(
                key=track.key,
                entity=track.entity,
                stage=track.stage,
                boxes=tuple(frame.get(track.key) for frame in boxes),
                wholes=tuple(frame.get(track.key) for frame in wholes),
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


class Masks:
    """Whose each pixel of a clip is, by those who know: the guide that it was made over, or the generator that drew it.

    Clips by others have none: what is in them is found in the picture.
    """

    def __init__(self, plan: Plan, store: Store) -> None:
        self._plan, self._store = plan, store
        self._heads = {shot: handles.head for shot, handles in timeline(plan).handles.items()}
        self._makers: dict[str, Any] = {}

    def __call__(self, shot: str, frame: int) -> Mapping[str, Any] | None:
        """Mask of each instance in a frame of the shot itself, by key; None where nobody knows."""
        guide = self._store.root / f"04_shots/guides/{safe(shot)}.control.npz"
        if guide.is_file():
            return _by_key(read_controls(guide, [frame + self._heads.get(shot, 0)]))
        record = self._store.read(f"04_shots/{safe(shot)}.json")
        name = str(record.data.get("maker", "")).partition("@")[0] if record is not None else ""
        return self._drawn(name, shot, frame) if name else None

    def _drawn(self, name: str, shot: str, frame: int) -> Mapping[str, Any] | None:
        """Asked of the generator that drew the clip; it keeps its stage from frame to frame."""
        if name not in self._makers:
            self._makers[name] = create(name, role=VideoGenerator) if _draws(name) else None
        if self._makers[name] is None:
            return None
        planned = self._plan.shot(shot)
        with tempfile.TemporaryDirectory(prefix="storyreel-masks-") as folder:
            file = Path(folder) / "frame.npz"
            t = frame / max(planned.frames - 1, 1)
            self._makers[name].control(ControlRequest(spec=guide_spec(self._plan, planned), t=t, control=file))
            return _by_key(read_controls(file))


def _draws(name: str) -> bool:
    """Whether it draws by rules; one that cannot be asked by its bare name (it needs a model) does not."""
    try:
        return capabilities(name, VideoGenerator).makes_controls
    except (GeneratorError, TypeError):
        return False


def _by_key(controls: Controls) -> Mapping[str, Any]:
    return {key: np.asarray(controls.mask(0, key)) for key in controls.keys}


def _table(scores: Scores) -> str:
    """All numbers as CSV."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    for number in scores.numbers:
        row: Sequence[object] = [getattr(number, name) for name in COLUMNS]
        writer.writerow(["" if value is None else value for value in row])
    return stream.getvalue()
