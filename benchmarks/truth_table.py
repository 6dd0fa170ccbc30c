"""Proof that a measure measures: every measure on real shots, clean and spoilt, and how well it tells them apart.

`python benchmarks/truth_table.py [--write] [--shots N]` prints the area under the curve (AUC: how often a spoilt shot
scores worse than a clean one; 0.5 is chance) of every measure on what it must catch and on what it must ignore.
`--write` stores thresholds in `consistency/data/thresholds.json` and the table in `docs/measures.md`.
"""

from __future__ import annotations

import argparse
import datetime
import json
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from truth_page import page
from truth_shots import Case, Take, cases

from consistency import MEASURES, Measure, faults, identity, motion, presence, seams, style
from consistency.crops import Crop, view_of, whole_views
from consistency.embedders import GROUND, Embedder, Vector, embedder
from consistency.flow import flow, flows_of
from consistency.footage import Clip, clip_of, read_picture
from consistency.place import background, same_place
from consistency.shots import crops_of

ROOT = Path(__file__).parents[1]
STORED = ROOT / "consistency" / "data" / "thresholds.json"
PAGE = ROOT / "docs" / "measures.md"
Value = tuple[str, str, float | None]
"""(measure, version of the shot: "clean" or a corruption, number)."""
Cells = dict[str, dict[str, list[float]]]
LEAST = 12


class Bench:
    """Measures cases with the offline tools."""

    def __init__(self) -> None:
        self.by: Embedder = embedder()
        self.frames: Embedder = embedder(GROUND)
        self.flow = flow()

    def measure(self, case: Case) -> Iterator[Value]:
        """Every number of one case that some cell of the table needs."""
        yield from self._looks(case)
        yield from self._grounds(case)
        yield from self._there(case)
        for name, take in {"clean": case.long, **case.moved}.items():
            yield from self._moving(name, take)
        yield from _seams(case.long.clip)

    def _looks(self, case: Case) -> Iterator[Value]:
        views = [
            vector
            for look in case.looks
            if (look.entity, look.stage) == case.target
            for vector in self._vectors(view_of(read_picture(look.sheet), box) for box in whole_views(look.views))
        ]
        before = self._target(case, case.again)
        for name, take in {"clean": case.clean, "other moment": case.again, **case.spoilt}.items():
            seen = self._target(case, take)
            if not seen:
                continue
            yield "identity_reference", name, float(np.median(identity.to_reference(seen, views, self.by)))
            yield "identity_within", name, identity.within(seen, self.by)
            if name != "other moment":
                yield "identity_across", name, identity.across(before, seen, self.by)

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
        clip = take.clip
        fields = flows_of(clip, self.flow)
        error = motion.warp_error(clip, fields).curve
        whole = [Crop(frame, np.ones(frame.shape[:2], bool), "none") for frame in clip.kept.values()]
        yield "flicker", name, motion.flicker(clip)
        yield "flash", name, float(motion.flash(clip).max())
        yield "smoothness", name, float(motion.smoothness(clip, self.flow).mean())
        yield "dynamic_degree", name, float(motion.dynamics(clip, self.flow).curve.mean())
        yield "warp_error", name, None if np.isnan(error).all() else float(np.nanmean(error))
        yield "wrong_cuts", name, float(faults.wrong_cuts(clip))
        yield "disorder", name, motion.disorder(clip)
        yield "frozen", name, faults.frozen(clip)
        yield "repeated", name, faults.repeated(clip)
        yield "black", name, faults.black(clip)
        yield "subject_consistency", name, identity.steadiness(self._vectors(whole), self.frames)
        for item in take.footage.instances:
            yield "direction", name, motion.direction(fields, item.boxes)

    def _target(self, case: Case, take: Take) -> list[Vector]:
        found = crops_of(take.footage, take.clip, None).get(case.target, [])
        return self._vectors(crop for _, crop in found)

    def _ground(self, take: Take) -> list[Vector]:
        boxes = {i: [b for item in take.footage.instances if (b := item.boxes[i])] for i in take.clip.kept}
        grounds = [background(frame, boxes[index]) for index, frame in take.clip.kept.items()]
        return self._vectors(ground for ground in grounds if ground)

    def _vectors(self, crops: Iterable[Crop]) -> list[Vector]:
        return [vector for vector in self.by.embed(list(crops)) if vector is not None]


def _seams(clip: Clip) -> Iterator[Value]:
    """One take cut in two, and the second half late, or moved by 3 % of the frame's width."""
    half = len(clip) // 2
    a, rest = clip_of(clip.small[:half]), clip.small[half:]
    aside = np.roll(rest, round(0.03 * rest.shape[2]), axis=2)
    dim = (rest * 0.9).astype(np.uint8)
    for name, b in {"clean": rest, "seam late": rest[8:], "seam shifted": aside, "seam darker": dim}.items():
        yield "seam_jump", name, seams.seam_jump(a, clip_of(b))
    yield "seam_jump", "reversed", seams.seam_jump(clip_of(rest[::-1].copy()), clip_of(clip.small[:half][::-1].copy()))


def auc(good: Sequence[float], bad: Sequence[float], *, higher: bool) -> float:
    """How often a number of `bad` is worse than one of `good`; ties count half."""
    a, b = np.array(good)[:, None], np.array(bad)[None]
    worse = b < a if higher else b > a
    return float(worse.mean() + 0.5 * (a == b).mean())


def balanced(good: Sequence[float], bad: Sequence[float], *, higher: bool) -> float:
    """The number at which as few of both as possible are on the wrong side (largest mean of both right shares)."""
    everything = np.unique([*good, *bad])
    middles = (everything[1:] + everything[:-1]) / 2 if len(everything) > 1 else everything
    sign = 1 if higher else -1
    right = [np.mean(sign * np.array(good) >= sign * m) + np.mean(sign * np.array(bad) < sign * m) for m in middles]
    best = np.flatnonzero(np.isclose(right, max(right)))
    return float(middles[best[len(best) // 2]])


def judge(measure: Measure, cells: Mapping[str, Sequence[float]]) -> dict[str, object] | None:
    """The row of one measure; None when a cell that it must catch has too few numbers."""
    higher = measure.better == "higher"
    good, caught = cells.get("clean", []), [name for name in measure.catches if len(cells.get(name, [])) >= LEAST]
    if len(good) < LEAST or not caught:
        return None
    left = [name for name in measure.ignores if len(cells.get(name, [])) >= LEAST]
    bad = [value for name in caught for value in cells[name]]
    fine = [*good, *(value for name in left for value in cells[name])]
    others = sorted(set(cells) - {"clean", *caught, *left})
    return {
        "value": round(balanced(fine, bad, higher=higher), 4),
        "auc": {name: round(auc(good, cells[name], higher=higher), 3) for name in caught},
        "ignored": {name: round(auc(good, cells[name], higher=higher), 3) for name in left},
        "other": {
            name: round(auc(good, cells[name], higher=higher), 3) for name in others if len(cells[name]) >= LEAST
        },
        "samples": min(len(cells[name]) for name in ("clean", *caught, *left)),
    }


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


def main() -> None:
    """Run the bench."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="store thresholds and page")
    parser.add_argument("--shots", type=int, default=6, help="shots per film")
    asked = parser.parse_args()
    cells = measured(cases(shots=asked.shots), Bench(), lambda line: print(line, flush=True))
    rows = {name: row for name, measure in MEASURES.items() if (row := judge(measure, cells[name])) is not None}
    data = {"date": datetime.date.today().isoformat(), "measures": rows}
    print(page(data))
    if asked.write:
        STORED.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
        PAGE.write_text(page(data), encoding="utf-8")


if __name__ == "__main__":
    main()
