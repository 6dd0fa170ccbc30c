"""Measures a film from story to mp4: speed, the same frames by x264 alone, a re-run, one changed shot, memory, import.

Run: python benchmarks/film.py [--quick] [--only PART] [--out FILE]. Every figure is taken in one run.
"""

from __future__ import annotations

import argparse
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import ffmpeg

from agent import StoryAgent
from generators import FILM, ffmpeg_exe

HERE = Path(__file__).parent
LIGHTHOUSE = HERE.parent / "examples" / "01_lighthouse" / "story.yaml"
STEPS = (
    "A fox walks along the beach from the left to the right.", "The fox sits on the beach.", 
    "A girl runs in the meadow.",     "The girl waves.",
    "An old man sits in the kitchen.", "A cat sleeps in the kitchen.",
)  # fmt: skip


def seconds_of(work: Callable[[], object]) -> float:
    """Wall seconds of one call."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


@dataclass(frozen=True)
class Cost:
    """What a piece of work took: seconds on the wall, and processor seconds of this process and its children."""

    wall: float
    cpu: float

    def __sub__(self, other: Cost) -> Cost:
        return Cost(self.wall - other.wall, self.cpu - other.cpu)


def cost_of(work: Callable[[], object]) -> Cost:
    """The cost of one call; child processes count when they have ended."""
    before, wall = _cpu(), seconds_of(work)
    return Cost(wall, _cpu() - before)


def _cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(item.ru_utime + item.ru_stime for item in used)


def shot_story(count: int, seconds: float = 4.0) -> dict[str, object]:
    """A story of `count` shots of `seconds` each."""
    shots = [{"action": STEPS[i % len(STEPS)], "duration": seconds} for i in range(count)]
    return {"title": f"{count} shots", "narration": False, "shots": shots}


def x264_alone(film: Path) -> Cost:
    """What x264 alone needs for the film's frames, with the film's settings, on all cores."""
    with tempfile.TemporaryDirectory() as name:
        stream = ffmpeg.input(str(film)).video
        target = ffmpeg.output(stream, f"{name}/out.mp4", **{**FILM, "threads": 0})
        command = target.global_args("-loglevel", "error").compile(cmd=ffmpeg_exe())
        decode = [ffmpeg_exe(), "-loglevel", "error", "-i", str(film), "-f", "null", "-"]
        both = cost_of(lambda: subprocess.run(command, check=True))
        return both - cost_of(lambda: subprocess.run(decode, check=True))


class Peak:
    """Highest resident memory of this process and its children together, sampled while it is open (Linux)."""

    def __enter__(self) -> Peak:
        self.bytes = 0
        self._open = True
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._open = False
        self._thread.join()

    def _watch(self) -> None:
        while self._open:
            self.bytes = max(self.bytes, sum(map(_resident, _family(os.getpid()))))
            time.sleep(0.2)


def _family(root: int) -> list[int]:
    parents: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
            except OSError:
                continue
    found = [root]
    for pid in found:
        found += [child for child, parent in parents.items() if parent == pid]
    return found


def _resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * resource.getpagesize()
    except OSError:
        return 0


def speed(out: Path) -> list[tuple[str, str, str]]:
    """Film seconds per wall second of the first example, against x264 alone."""
    agent = StoryAgent()
    whole = cost_of(lambda: agent.make(LIGHTHOUSE, out=out))
    film = agent.open(out)
    length = film.plan.frames / film.plan.fps
    tries = [x264_alone(film.video) for _ in range(3)]
    alone = Cost(statistics.median(t.wall for t in tries), statistics.median(t.cpu for t in tries))
    again = statistics.median(seconds_of(lambda: agent.make(LIGHTHOUSE, out=out)) for _ in range(3))
    return [
        ("film seconds per wall second, 1280x720, 24 fps", f"{length / whole.wall:.2f}", ">= 1.0"),
        ("wall time over x264 alone with the same frames", f"{whole.wall / alone.wall:.2f}", "<= 2.5"),
        ("the same in processor seconds", f"{whole.cpu / alone.cpu:.2f} ({whole.cpu:.0f} over {alone.cpu:.0f})", ""),
        ("run again, nothing to do", f"{again:.2f} s", "< 3 s"),
    ]


def one_change(out: Path, count: int) -> list[tuple[str, str, str]]:
    """The share of a full render that a change of one shot costs."""
    agent, story = StoryAgent(), shot_story(count)
    full = seconds_of(lambda: agent.make(story, out=out))
    shots = list(story["shots"])  # type: ignore[call-overload]
    shots[count // 2] = {"action": "The girl dances in the meadow.", "duration": 4.0}
    part = seconds_of(lambda: agent.make({**story, "shots": shots}, out=out))
    return [(f"change of one shot of {count}, share of the full render", f"{100 * part / full:.1f} %", "< 5 %")]


def memory(out: Path) -> list[tuple[str, str, str]]:
    """Peak memory of a ten-minute film over that of a one-minute film."""
    peaks = []
    for minutes in (1, 10):
        code = (
            f"import sys; sys.path.insert(0, {str(HERE)!r}); import film;"
            f"film.StoryAgent().make(film.shot_story({15 * minutes}), out={str(out / str(minutes))!r})"
        )
        with Peak() as peak:
            subprocess.run([sys.executable, "-c", f"if __name__ == '__main__':\n exec({code!r})"], check=True)
        peaks.append(peak.bytes)
        shutil.rmtree(out / str(minutes))
    small, large = peaks
    return [("peak memory, 10-minute over 1-minute film", f"{large / small:.2f} ({large / 1e6:.0f} MB)", "<= 1.2")]


def import_time() -> list[tuple[str, str, str]]:
    """Seconds of `import agent` in a fresh process, less a bare interpreter; the quickest of five tries."""

    def run(code: str) -> Cost:
        tries = [cost_of(lambda: subprocess.run([sys.executable, "-c", code], check=True)) for _ in range(5)]
        return Cost(min(t.wall for t in tries), min(t.cpu for t in tries))

    took = run("import agent") - run("pass")
    return [("import agent", f"{took.wall:.2f} s ({took.cpu:.2f} processor seconds)", "< 0.5 s")]


def main() -> None:
    """Measure, print, and optionally write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="12 shots instead of 60, no memory test")
    parser.add_argument("--only", choices=("import", "speed", "change", "memory"), help="one part of the table")
    parser.add_argument("--out", type=Path, help="write the table to this file too")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="storyreel-bench-") as name:
        out = Path(name)
        parts = {
            "import": import_time,
            "speed": lambda: speed(out / "speed"),
            "change": lambda: one_change(out / "change", 12 if options.quick else 60),
            "memory": lambda: memory(out / "memory"),
        }
        skipped = {"memory"} if options.quick else set()
        chosen = [options.only] if options.only else [part for part in parts if part not in skipped]
        rows = [row for part in chosen for row in parts[part]()]
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    table = "\n".join(["| measure | value | aim |", "|---|---|---|", *(f"| {a} | {b} | {c} |" for a, b, c in rows)])
    text = f"Measured on {machine}.\n\n{table}\n"
    print(text)
    if options.out:
        options.out.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
