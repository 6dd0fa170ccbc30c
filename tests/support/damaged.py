"""A generator that says what it is: the animatic's own pictures and clips, of which some attempts are damaged.

It draws with the animatic, and then turns the colours of some stills and clips into a negative in grey, until it is
asked in another way. It is installed as a package with an entry point, so runs, workers and the registry meet it as
they meet any generator of others.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np

from generators import (
    Capabilities,
    KeyframeRequest,
    KeyframeResult,
    ReferenceRequest,
    ReferenceResult,
    RepairRequest,
    RequestRefused,
    ShotRequest,
    ShotResult,
    ShotSpec,
    create,
)
from generators.encode import ClipWriter

POINT = "[storyreel.generators]\ndamaged = damaged:Damaged\n"


def install(folder: Path) -> None:
    """Write the package's entry point where Python looks for packages."""
    told = folder / "damaged-1.0.dist-info"
    told.mkdir(parents=True)
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: damaged\nVersion: 1.0\n")
    (told / "entry_points.txt").write_text(POINT)


class Damaged:
    """The model's name is a file of JSON: which shots are damaged, and until what the damage heals.

    `{"shots": ["shot_001"], "stills": [], "dim": [], "until": "seed", "log": "FILE"}`; `until` is `seed` (any other
    than 0), `identity`, `control`, `emphasis`, or `never`. Stills that are dim are a little darker, which no measure
    minds. With `repairs`, regions can be painted anew (`refused`: it says that it can, and cannot). Every call is a
    line of `log`; with `dies_at`, the process ends at so many calls for a clip that is damaged.
    """

    def __init__(self, model: str) -> None:
        self._rules: Mapping[str, Any] = json.loads(Path(model).read_text())
        self._own = create("animatic")

    def capabilities(self) -> Capabilities:
        return Capabilities(
            name="damaged",
            version="1",
            fps=(8, 60),
            heeds=("identity", "emphasis", "leave_out"),
            control=0.5,
            lettering=False,
            repairs=bool(self._rules.get("repairs")),
        )

    def reference(self, request: ReferenceRequest) -> ReferenceResult:
        made: ReferenceResult = self._own.reference(request)
        return made

    def keyframe(self, request: KeyframeRequest) -> KeyframeResult:
        spec, bad = request.spec, self._bad("stills", request.spec)
        made: KeyframeResult = self._own.keyframe(request.model_copy(update={"spec": _plain(spec)}))
        self._log("keyframe", spec, bad)
        if bad:
            picture = cv2.imread(str(request.image))
            cv2.imwrite(str(request.image), _colourless(picture))
        elif self._bad("dim", spec):
            picture = cv2.imread(str(request.image))
            cv2.imwrite(str(request.image), (picture * 0.97).astype(np.uint8))
        return made

    def repair(self, request: RepairRequest) -> KeyframeResult:
        """Draws all of it anew without damage: who asks uses the regions alone."""
        if self._rules["repairs"] == "refused":
            raise RequestRefused("this model has no brush")
        made: KeyframeResult = self._own.keyframe(request.still.model_copy(update={"spec": _plain(request.still.spec)}))
        self._log("repair", request.still.spec, False)
        return made

    def shot(self, request: ShotRequest, progress: object = None) -> ShotResult:
        spec, bad = request.spec, self._bad("shots", request.spec)
        made: ShotResult = self._own.shot(request.model_copy(update={"spec": _plain(spec)}))
        if bad:
            frames = [_colourless(frame) for frame in _read(request.video)]
            with ClipWriter(request.video, size=spec.size, fps=spec.fps, threads=1) as clip:
                for frame in frames:
                    clip.write(np.ascontiguousarray(frame))
        self._log("shot", spec, bad)
        return made

    def _bad(self, kind: str, spec: ShotSpec) -> bool:
        if spec.shot.id not in self._rules.get(kind, []):
            return False
        healed = {
            "seed": spec.shot.seed != 0,
            "identity": bool(spec.identity),
            "control": spec.shot.control is not None,
            "emphasis": bool(spec.emphasis),
            "never": False,
        }
        return not healed[self._rules["until"]]

    def _log(self, kind: str, spec: ShotSpec, bad: bool) -> None:
        row = {"kind": kind, "shot": spec.shot.id, "bad": bad, "seed": spec.shot.seed, "identity": spec.identity}
        with Path(self._rules["log"]).open("a") as log:
            log.write(json.dumps(row) + "\n")
        calls = [json.loads(line) for line in Path(self._rules["log"]).read_text().splitlines()]
        if self._rules.get("dies_at") == len([call for call in calls if call["bad"] and call["kind"] == "shot"]):
            os._exit(1)


def _plain(spec: ShotSpec) -> ShotSpec:
    """As planned: the animatic's details change with the seed, which tests of damage do not want."""
    return spec.model_copy(update={"shot": spec.shot.model_copy(update={"seed": 0, "control": None})})


def _colourless(picture: np.ndarray) -> np.ndarray:
    grey = np.asarray(picture).mean(axis=-1, keepdims=True)
    return np.repeat(255 - grey, 3, axis=-1).astype(np.uint8)


def _read(path: Path) -> list[np.ndarray]:
    with av.open(str(path)) as container:
        return [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]
