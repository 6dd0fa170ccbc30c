"""What the planner makes of every real input in ../shared/data, as a Markdown table.

    python benchmarks/planner_table.py benchmarks/planner_table.md [--only vimax]

One row per input: who and what was found, where it plays, how many of the events that were read a beat shows (and
whether in order; a text that is condensed to its film's length tells fewer), shots, film seconds, problems that the
plan checks still see, notes, and seconds of planning. Exits with 1 when an input cannot be planned.
"""

from __future__ import annotations

import argparse
import csv
import itertools
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from planners import Plan, PlanError, Story, StoryError, check_plan
from planners.graph import plan_story, reader
from planners.reading import Reading

DATA = Path(__file__).parents[2] / "shared" / "data"
Item = tuple[str, Story]


def vimax(root: Path) -> Iterator[Item]:
    """Every scene's shots as one shot list: first frame, then what happens."""
    for path in sorted((root / "vimax").glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        shots = [shot for scene in data["scenes"] for shot in scene["shots"]]
        actions = [{"action": f"{shot['first_frame']} {shot['video_prompt']}"} for shot in shots]
        yield f"vimax/{path.stem}", Story.model_validate({"title": path.stem, "shots": actions})


def storylines(root: Path) -> Iterator[Item]:
    """The steps of a storyline as prose, and as a shot list."""
    data = json.loads((root / "vbench_storylines" / "storylines.json").read_text(encoding="utf-8"))
    for index, item in enumerate(data):
        yield f"storyline/{index} prose", Story(title=item["summary"], story=" ".join(item["storyline"]))
        shots = [{"action": step} for step in item["storyline"]]
        yield f"storyline/{index} shots", Story.model_validate({"title": item["summary"], "shots": shots})


def talc(root: Path) -> Iterator[Item]:
    """Sets of four captions as shot lists."""
    for path in sorted((root / "talc").glob("*.json")):
        for name, captions in json.loads(path.read_text(encoding="utf-8")).items():
            shots = [{"action": caption} for caption in captions]
            yield f"talc/{name}", Story.model_validate({"title": name, "shots": shots})


def texts(root: Path) -> Iterator[Item]:
    """Fairy tales, long texts and other languages, as prose."""
    for path in sorted((root / "fairytales").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            story = "\n\n".join(row["text"].replace("\n", " ") for row in csv.DictReader(file))
        yield f"fairytale/{path.stem}", Story(title=path.stem.partition(".")[0].replace("-", " "), story=story)
    for folder in ("long", "languages"):
        for path in sorted((root / folder).iterdir()):
            yield f"{folder}/{path.stem}", Story(title=path.stem, story=path.read_text(encoding="utf-8"))


def items(root: Path) -> Iterator[Item]:
    """All inputs, by name."""
    return itertools.chain(vimax(root), storylines(root), talc(root), texts(root))


def row(name: str, plan: Plan, reading: Reading, seconds: float) -> str:
    """One line of the table; events are counted against all that were read, told or not."""
    kinds = {kind: [e for e in plan.entities.values() if e.kind == kind] for kind in ("character", "place", "prop")}
    cast = ", ".join(f"{e.name} x{e.count}" if e.count > 1 else e.name for e in kinds["character"][:8])
    places = ", ".join(e.name for e in kinds["place"][:6])
    told = [beat.event for shot in plan.shots for beat in shot.beats if beat.event]
    shown = list(dict.fromkeys(told))
    order = [event.id for event in reading.events if event.id in shown]
    events = f"{len(shown)}/{len(reading.events)}{'' if shown == order else ' out of order'}"
    problems = check_plan(plan)
    errors = sum(problem.severity == "error" for problem in problems)
    notes = "; ".join(f"{note.kind}: {note.what}" for note in plan.notes)[:160]
    cells = (
        name, cast, places, len(kinds["prop"]), events, len(plan.shots), f"{plan.frames / plan.fps:.1f}",
        f"{errors} + {len(problems) - errors}", notes, f"{seconds:.2f}",
    )  # fmt: skip
    return "| " + " | ".join(str(cell).replace("|", "/").replace("\n", " ") for cell in cells) + " |"


HEAD = (
    "| input | cast | places | props | events shown | shots | film s | errors + warnings | notes | planned in s |\n"
    "|---|---|---|---|---|---|---|---|---|---|"
)


def main() -> int:
    """Plan everything and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--only", default="", help="inputs whose name begins with this")
    parser.add_argument("--data", type=Path, default=DATA)
    options = parser.parse_args()
    rows, failed, total = [], [], 0
    for name, story in items(options.data):
        if not name.startswith(options.only):
            continue
        total += 1
        began = time.perf_counter()
        try:
            reading = reader("rules")(story)
            plan = plan_story(story, lambda _, read=reading: read)
        except (PlanError, StoryError) as error:
            failed.append(name)
            rows.append(f"| {name} | FAILED: {str(error)[:200]} |" + " |" * 8)
            continue
        rows.append(row(name, plan, reading, time.perf_counter() - began))
        print(rows[-1][:150], flush=True)
    summary = f"{total - len(failed)} of {total} inputs planned."
    text = f"# What the planner makes of real inputs\n\n{summary}\n\n{HEAD}\n" + "\n".join(rows) + "\n"
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(text, encoding="utf-8")
    print(summary)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
