"""Proof that a measure measures: every measure on real shots, clean and spoilt, and how well it tells them apart.

`python benchmarks/truth_table.py [--write] [--shots N]` prints the area under the curve (AUC: how often a spoilt shot
scores worse than a clean one; 0.5 is chance) of every measure on what it must catch and on what it must ignore.
`--text clip:DIR` adds the row of text-video alignment, for which no weights come with storyreel.
`--write` stores thresholds in `consistency/data/thresholds.json` and the table in `docs/measures.md`.
"""

from __future__ import annotations

import argparse
import datetime
import json
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import cv2
import numpy as np
from truth_films import film_numbers
from truth_page import page
from truth_shots import SHOTS, Case, Take, cases
from truth_sums import judge

from consistency import MEASURES, Measure, faults, identity, motion, presence, seams, style
from consistency.alignment import clipsim
from consistency.crops import Crop, view_of, whole_views
from consistency.embedders import GROUND, Embedder, TextEmbedder, Vector, embedder
from consistency.flow import flow, flows_of
from consistency.footage import Clip, clip_of, read_picture
from consistency.place import background, same_place
from consistency.shots import FOUND, crops_of

ROOT = Path(__file__).parents[1]
STORED = ROOT / "consistency" / "data" / "thresholds.json"
PAGE = ROOT / "docs" / "measures.md"
Value = tuple[str, str, float | None]
"""(measure, version of the shot: "clean" or a corruption, number)."""
Cells = dict[str, dict[str, list[float]]]


class Bench:
    """Measures cases with the offline tools, and texts where somebody reads them."""

    def __init__(self, texts: str = "") -> None:
        self.texts = embedder(texts) if texts else None
        self.by: Embedder = embedder()
        self.frames: Embedder = embedder(GROUND)
        self.flow = flow()
        self._motions: dict[str, Callable[[Take], float | None]] = {
            "flicker": lambda take: motion.flicker(take.clip),
            "flash": lambda take: float(motion.flash(take.clip).max()),
            "smoothness": lambda take: float(motion.smoothness(take.clip, self.flow).mean()),
            "disorder": lambda take: motion.disorder(take.clip),
            "dynamics": lambda take: float(motion.dynamics(take.clip, self.flow).curve.mean()),
            "warp_error": self._warp,
            "wrong_cuts": lambda take: float(faults.wrong_cuts(take.clip)),
            "frozen": lambda take: faults.frozen(take.clip),
            "repeated": lambda take: faults.repeated(take.clip),
            "black": lambda take: faults.black(take.clip),
            "steadiness": self._steady,
        }

    def engine(self, measure: Measure) -> str:
        """Name of what a measure is taken with; empty when it needs nothing."""
        if measure.name == "text":
            return self.texts.name if self.texts else ""
        if measure.needs in ("flow", "flow and boxes"):
            return self.flow.name
        if measure.name in ("steadiness", "place"):
            return self.frames.name
        return self.by.name if measure.needs.startswith("embedder") else ""

    def measure(self, case: Case) -> Iterator[Value]:
        """Every number of one case that some cell of the table needs."""
        if case.spoilt:
            yield from self._looks(case)
            yield from self._grounds(case)
            yield from self._there(case)
        for name, take in {"clean": case.long, **case.moved}.items():
            yield from self._moving(name, take)
        yield from _seams(case.long.clip)
        if isinstance(self.texts, TextEmbedder):
            yield from self._told(case, self.texts)

    def _told(self, case: Case, by: TextEmbedder) -> Iterator[Value]:
        told = {"clean": (case.clean, case.clean.footage.text), "text swapped": (case.clean, case.other_text)}
        for name, (take, words) in {**told, "other moment": (case.again, case.again.footage.text)}.items():
            if words:
                yield "text", name, clipsim(list(take.clip.kept.values()), words, by)

    def _looks(self, case: Case) -> Iterator[Value]:
        views = [
            vector
            for look in case.looks
            if (look.entity, look.stage) == case.target
            for vector in self._vectors(view_of(read_picture(look.sheet), box) for box in whole_views(look.views))
        ]
        for masked, more in ((True, ""), (False, FOUND)):
            before = self._target(case, case.again, masked)
            for name, take in {"clean": case.clean, "other moment": case.again, **case.spoilt}.items():
                seen = self._target(case, take, masked)
                if not seen:
                    continue
                curve = identity.to_reference(seen, views, self.by)
                yield f"identity_reference{more}", name, float(np.median(curve))
                yield f"identity_within{more}", name, identity.within(seen, self.by)
                if name != "other moment":
                    yield f"identity_across{more}", name, identity.across(before, seen, self.by)

    def _grounds(self, case: Case) -> Iterator[Value]:
        before, texture = self._ground(case.again), style.texture(list(case.again.clip.kept.values()))
        for name, take in {"clean": case.clean, **case.spoilt}.items():
            yield "style_drift", name, style.drift(texture, style.texture(list(take.clip.kept.values())))
            if case.clean.footage.light == case.again.footage.light:
                yield "place", name, same_place(before, self._ground(take), self.frames)

    def _there(self, case: Case) -> Iterator[Value]:
        for name, take in {"clean": case.clean, **case.spoilt}.items():
            found = [
                presence.contrast(frame, box)
                for item in take.footage.instances
                if (item.entity, item.stage) == case.target
                for index, frame in take.clip.kept.items()
                if (box := item.boxes[index])
            ]
            known = [value for value in found if value is not None]
            yield "presence", name, float(np.mean(known)) if known else None

    def _moving(self, name: str, take: Take) -> Iterator[Value]:
        """Only what some cell needs: optical flow is dear."""
        for measure, find in self._motions.items():
            row = MEASURES[measure]
            if name == "clean" or name in (*row.catches, *row.ignores):
                yield measure, name, find(take)
        if name == "clean" or name in (*MEASURES["direction"].catches, *MEASURES["direction"].ignores):
            fields = flows_of(take.clip, self.flow)
            for item in take.footage.instances:
                yield "direction", name, motion.direction(fields, item.boxes)

    def _warp(self, take: Take) -> float | None:
        error = motion.warp_error(take.clip, flows_of(take.clip, self.flow)).curve
        return None if np.isnan(error).all() else float(np.nanmean(error))

    def _steady(self, take: Take) -> float | None:
        whole = [Crop(frame, np.ones(frame.shape[:2], bool), "none") for frame in take.clip.kept.values()]
        return identity.steadiness(self._vectors(whole, self.frames), self.frames)

    def _target(self, case: Case, take: Take, masked: bool) -> list[Vector]:
        masks = take.masks if masked else None
        found = crops_of(take.footage, _thinned(take.clip), masks, only=case.target).get(case.target, [])
        return self._vectors(crop for _, crop in found)

    def _ground(self, take: Take) -> list[Vector]:
        boxes = {i: [b for item in take.footage.instances if (b := item.boxes[i])] for i in take.clip.kept}
        grounds = [background(frame, boxes[index]) for index, frame in take.clip.kept.items()]
        return self._vectors((ground for ground in grounds if ground), self.frames)

    def _vectors(self, crops: Iterable[Crop], by: Embedder | None = None) -> list[Vector]:
        return [vector for vector in (by or self.by).embed(list(crops)) if vector is not None]


def _thinned(clip: Clip) -> Clip:
    """Half of the kept frames: finding figures in a picture takes the most time."""
    return Clip(clip.small, clip.fps, clip.steps, {index: clip.kept[index] for index in list(clip.kept)[::2]})


def _seams(clip: Clip) -> Iterator[Value]:
    """One take cut in two, and the second half late, or moved by 3 % of the frame's width."""
    half = len(clip) // 2
    a, rest = clip_of(clip.small[:half]), clip.small[half:]
    aside = np.roll(rest, round(0.03 * rest.shape[2]), axis=2)
    dim = (rest * 0.9).astype(np.uint8)
    for name, b in {"clean": rest, "seam late": rest[8:], "seam shifted": aside, "seam darker": dim}.items():
        yield "seam_jump", name, seams.seam_jump(a, clip_of(b))
    yield "seam_jump", "reversed", seams.seam_jump(clip_of(rest[::-1].copy()), clip_of(clip.small[:half][::-1].copy()))


def measured(tales: Iterator[Case], bench: Bench, said: Callable[[str], None]) -> Cells:
    """All numbers by measure and version."""
    cells: Cells = defaultdict(lambda: defaultdict(list))
    began = time.perf_counter()
    for number, case in enumerate(tales):
        for measure, version, value in bench.measure(case):
            if value is not None:
                cells[measure][version].append(value)
        said(
            f"{number + 1}: {case.tale} {case.clean.footage.shot} {case.target[0]}, {time.perf_counter() - began:.0f} s"
        )
    return cells


def judged(cells: Cells, bench: Bench) -> dict[str, dict[str, object]]:
    """The rows of the table; those of identity have a second one within, for figures that were found."""
    rows: dict[str, dict[str, object]] = {}
    for name, measure in MEASURES.items():
        row = judge(measure, cells[name])
        if row is None:
            continue
        by = bench.engine(measure)
        rows[name] = {**row, "by": by}
        found = judge(measure, cells[name + FOUND])
        if found is not None:
            rows[name]["found"] = {**found, "by": by + FOUND}
    return rows


def main() -> None:
    """Run the bench."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="store thresholds and page")
    parser.add_argument("--shots", type=int, default=SHOTS, help="shots per film")
    parser.add_argument(
        "--frames-only", action="store_true", help="only what needs no shot drawn anew; other rows stay"
    )
    parser.add_argument("--text", default="", help="who reads texts, for the row of `text`: clip:DIR")
    asked = parser.parse_args()
    cv2.setNumThreads(1)
    bench = Bench(asked.text)
    cells = measured(cases(shots=asked.shots, drawn=not asked.frames_only), bench, lambda line: print(line, flush=True))
    print("whole films", flush=True)
    for measure_name, version, value in film_numbers():
        cells[measure_name][version].append(value)
    rows = judged(cells, bench)
    stored = json.loads(STORED.read_text(encoding="utf-8"))["measures"]
    kept = {name: row for name, row in stored.items() if asked.frames_only or (name == "text" and not asked.text)}
    merged = {name: row for name in MEASURES if (row := rows.get(name, kept.get(name))) is not None}
    data = {"date": datetime.date.today().isoformat(), "measures": merged}
    print(page(data))
    if asked.write:
        STORED.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
        PAGE.write_text(page(data), encoding="utf-8")


if __name__ == "__main__":
    main()
