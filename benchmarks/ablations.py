"""Ablations that anyone can rerun: one part switched on or off, every measure of the films beside each other.

Run: python benchmarks/ablations.py [--only TABLE,...] [--seeds N] [--shots N] [--examples N] [--minutes M], or
--reference clip.mp4 for the same measures on real footage. Bounded: when the minutes are over, what is missing is
counted and named. `--write` stores `benchmarks/ablations.json` and docs/ablations.md, in which other tables stay.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import platform
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ablation_films import EXAMPLES, MORE, Size, Variant, example, make, measured, taken
from ablation_footage import PICTURES, filmed, life, shots_of, table
from ablation_footage import stored as footage
from ablation_page import page
from ablation_tiny import TINY_ABOUT, TINY_GROUPS, available, small, tiny_plan, tiny_take, tiny_variants

from consistency import MEASURES
from planners import Plan

HERE = Path(__file__).parent
STORED, PAGE = HERE / "ablations.json", HERE.parent / "docs" / "ablations.md"


@dataclass(frozen=True)
class Options:
    """How much is made."""

    size: Size
    seeds: int
    examples: int
    minutes: float


@dataclass(frozen=True)
class Group:
    """One table."""

    name: str
    title: str
    about: str
    variants: tuple[Variant, ...]
    plans: Callable[[Variant, Size, int], Iterable[Plan]]
    """(variant, size, how many examples) -> the plans whose films make up its column."""
    joins: bool = False
    """Whether it is about what is seen where shots meet."""
    seeds: int = 99
    """At most so many."""


def _examples(variant: Variant, size: Size, count: int) -> Iterable[Plan]:
    return (example(name, size) for name in EXAMPLES[:count])


def _takes(variant: Variant, size: Size, count: int) -> Iterable[Plan]:
    return (taken(size, variant.name == "one take"),)


GROUPS = (
    Group(
        "identity", "Identity", "Drawn films with hard cuts. What a text leaves open is chosen by chance: once for the "
        "film, or anew for every shot, as text-to-video models do that are run shot by shot (the baselines of VGoT's "
        "table 1). What the text says (a red coat) is kept in both.",
        (
            Variant("one identity", "as storyreel makes films"),
            Variant("each shot alone", "every shot by itself, by its own chance; references as before", alone=True),
        ),
        _examples,
    ),
    Group(
        "smoothing", "Smoothing", "The same drawn films, all joins of one kind, six frames long. The rows of joins "
        "measure the finished film, eight frames before to eight frames after every cut; all others see the shots, "
        "and must stay as they are.",
        tuple(
            Variant(kind, about, joins=kind)
            for kind, about in (
                ("cut", "hard cuts"), ("dissolve", "cross-fades"), ("match", "the subject keeps its place over a fade"),
                ("flow", "morph along the motion"), ("smooth", "the measures choose among those"),
            )
        ),
        _examples,
        joins=True,
    ),
    Group(
        "continuation", "Continuation", "One story of three sentences with one person, drawn.",
        (
            Variant("one take", "each shot takes over place, pose and motion of the one before"),
            Variant("separate shots", "each shot is staged anew"),
        ),
        _takes,
        joins=True,
    ),
)  # fmt: skip


def columns(group: Group) -> list[dict[str, Any]]:
    """The columns of a table, without films yet."""
    return [{"name": item.name, "about": item.about, "films": [], "shots": 0} for item in group.variants]


def fill(group: Group, found: list[dict[str, Any]], options: Options, seed: int, end: float) -> Counter[str]:
    """Make and measure the films of one seed; returns what there was no time for."""
    missing: Counter[str] = Counter()
    for item, column in zip(group.variants, found, strict=True):
        for plan in group.plans(item, options.size, options.examples):
            if time.monotonic() > end:
                missing[f"{group.title}, {item.name}"] += 1
                continue
            with tempfile.TemporaryDirectory(prefix="storyreel-ablation-") as name:
                column["films"].append(measured(make(plan, item, 7 + seed, Path(name)), joins=group.joins))
            column["shots"] += len(plan.shots)
    return missing


def rows() -> list[dict[str, str]]:
    """What stands down the side of every table."""
    own = [{"name": name, "unit": row.unit, "better": row.better} for name, row in MEASURES.items()]
    return own + [{"name": name, "unit": unit, "better": better} for name, (unit, better) in MORE.items()]


def run(names: set[str], options: Options) -> dict[str, Any]:
    """All tables; every table gets its first seed before any gets its second."""
    began = time.monotonic()
    missing: Counter[str] = Counter()
    with tempfile.TemporaryDirectory(prefix="storyreel-tiny-") as models:
        groups = [*GROUPS, *(_tiny(Path(models), names & set(TINY_GROUPS)))]
        tables = [(group, columns(group)) for group in groups if group.name in names]
        for seed in range(options.seeds):
            for group, found in tables:
                if seed >= group.seeds:
                    continue
                missing += fill(group, found, options, seed, began + options.minutes * 60)
    ran = {
        "date": datetime.date.today().isoformat(),
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}",
    }
    made = [
        {
            "name": group.name,
            "title": group.title,
            "about": group.about,
            **ran,
            "size": asdict(small(options.size) if group.name in TINY_GROUPS else options.size),
            "columns": found,
            "rows": rows(),
        }
        for group, found in tables
        if all(column["films"] for column in found)
    ]
    return {"groups": made, "missing": [f"{what}: {count} films" for what, count in missing.items()]}


def kept(found: dict[str, Any], stored: dict[str, Any]) -> dict[str, Any]:
    """What was found, with the stored tables that were not made anew."""
    new = {group["name"]: group for group in found["groups"]}
    old = {group["name"]: group for group in stored["groups"]}
    order = [*(group.name for group in GROUPS), *TINY_GROUPS]
    gone = [line for line in stored["missing"] if line.partition(",")[0] not in {row["title"] for row in new.values()}]
    groups = [(new | {name: old[name] for name in old if name not in new})[name] for name in order if name in new | old]
    return {**stored, "groups": groups, "missing": gone + found["missing"]}


def _tiny(models: Path, names: set[str]) -> list[Group]:
    """The tables with learned generators, where their libraries are installed."""
    if names and not available():
        print("tiny: left out, the diffusion extra is not installed")
        return []
    return [
        Group(
            name,
            title,
            f"{about} {TINY_ABOUT}",
            tiny_variants(name, models),
            tiny_take if name == "tiny-continuation" else tiny_plan,
            joins=True,
        )
        for name, (title, about) in TINY_GROUPS.items()
        if name in names
    ]


def measure_footage(file: Path, folder: Path, about: str, *, write: bool) -> None:
    """Measure footage, or a filmed photograph; print the table, and put it on the page."""
    video = filmed(file, folder / "filmed.mp4") if file.suffix.lower() in PICTURES else file
    shots = shots_of(video)
    if not shots:
        print("no shot of 12 frames or more")
        return
    rows = life(shots)
    print(table(rows, shots))
    if write:
        found = json.loads(STORED.read_text(encoding="utf-8")) | {"footage": footage(rows, shots, about or file.name)}
        STORED.write_text(_text(found), encoding="utf-8")
        PAGE.write_text(page(found), encoding="utf-8")


def main() -> None:
    """Make, measure, print."""
    every = (*(group.name for group in GROUPS), *TINY_GROUPS)
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default=",".join(every), help=f"tables: {', '.join(every)}")
    parser.add_argument("--seeds", type=int, default=3, help="films per example and column (3)")
    parser.add_argument("--shots", type=int, default=3, help="shots per film (3)")
    parser.add_argument("--frames", type=int, default=24, help="frames per shot, at most (24)")
    parser.add_argument("--examples", type=int, default=2, help=f"how many of {', '.join(EXAMPLES)} (2)")
    parser.add_argument("--minutes", type=float, default=9.0, help="stop beginning films after so long (9)")
    parser.add_argument("--json", type=Path, help="write the numbers to this file")
    parser.add_argument(
        "--write", action="store_true", help="store the tables and docs/ablations.md; tables not made now stay"
    )
    parser.add_argument("--reference", type=Path, help="measure this footage instead; a photograph is filmed first")
    parser.add_argument("--about", default="", help="with --reference and --write: what the footage is")
    options = parser.parse_args()
    if options.reference:
        with tempfile.TemporaryDirectory(prefix="storyreel-footage-") as folder:
            measure_footage(options.reference, Path(folder), options.about, write=options.write)
        return
    names = set(options.only.split(","))
    if unknown := names - set(every):
        parser.error(f"no table {', '.join(sorted(unknown))}; there are: {', '.join(every)}")
    size = Size(shots=options.shots, frames=options.frames)
    found = run(names, Options(size, options.seeds, options.examples, options.minutes))
    print(page(found))
    if options.json:
        options.json.write_text(_text(found), encoding="utf-8")
    if options.write:
        found = kept(found, json.loads(STORED.read_text(encoding="utf-8"))) if STORED.is_file() else found
        STORED.write_text(_text(found), encoding="utf-8")
        PAGE.write_text(page(found), encoding="utf-8")


def _text(found: dict[str, Any]) -> str:
    return json.dumps(found, indent=1) + "\n"


if __name__ == "__main__":
    main()
