"""Measures what storyreel adds to diffusers: each backend against the same pipeline calls alone, in one run.

Run: python benchmarks/diffusion.py [--only NAME ...] [--tries N] [--real] [--write]. Loading is left out on both sides;
both use the same loaded pipeline, steps, size and frames; tries alternate. Medians are told, and what is added by the
least of each way: other work on a machine only ever adds. Alone are the very calls that storyreel made, repeated; where
storyreel has a denoising loop of its own (animatediff), diffusers' own call with the same arguments. Without `--real`
the models are the tests' tiny ones on the CPU, and seconds are processor seconds of this process and its children, in
which other work on the machine does not count; with it, models of real size with random weights on a GPU, and wall
seconds.
"""

from __future__ import annotations

import argparse
import datetime
import gc
import platform
import re
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import diffusers
import torch
from diffusion_real import real_cases

from generators import create, make_keyframe, make_reference, make_shot, shot_spec
from generators.backends.diffusion import adapt, bound, pixels, runtime
from generators.backends.diffusion.base import ClipAsk
from generators.backends.diffusion.gligen import begun
from generators.backends.diffusion.models import Choice
from generators.backends.diffusion.qwen_edit import no_larger_than
from generators.base import KeyframeRequest, ShotRequest

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "tests" / "support"))

from small_plans import make_small_plan  # noqa: E402
from tiny_table import TABLE  # noqa: E402

FILES = (
    (pixels, "read_still"), (pixels, "read_frames"), (pixels, "write_still"), (pixels, "write_clip"), (bound, "read")
)  # fmt: skip
"""Functions whose time is told apart: pictures and clips from and to disk, scaling, H.264."""
MARK = "<!-- diffusion: written by benchmarks/diffusion.py{kind} --write -->"
END = "<!-- end -->"


@dataclass(frozen=True)
class Case:
    """One backend with models, and what it is asked for."""

    label: str
    name: str
    """Of the registry, with models and options."""
    makes: str
    size: tuple[int, int]
    """Of the film, in pixels."""
    fps: int
    frames: int


@dataclass
class Meter:
    """Seconds and peak memory on a device."""

    device: str
    files: float = 0.0
    inner: float = 0.0
    """Seconds inside the backend's own `draw` or `film`, and of them `read` on files."""
    read: float = 0.0
    depth: int = 0

    def now(self) -> float:
        """Seconds: on the wall when a GPU works, else of this machine's processors."""
        if self.device == "cuda":
            torch.cuda.synchronize()
            return time.perf_counter()
        used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        return sum(item.ru_utime + item.ru_stime for item in used)

    def begin_peak(self) -> float:
        """Start to look for the peak; bytes in use now."""
        if self.device == "cuda":
            torch.cuda.reset_peak_memory_stats()
            return float(torch.cuda.memory_allocated())
        Path("/proc/self/clear_refs").write_text("5")
        return _status("VmRSS")

    def peak(self) -> float:
        """Highest bytes in use since `begin_peak`."""
        return float(torch.cuda.max_memory_allocated()) if self.device == "cuda" else _status("VmHWM")


@dataclass
class Taken:
    """What was measured of one way of working."""

    whole: list[float] = field(default_factory=list)
    model: list[float] = field(default_factory=list)
    files: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)


def _status(row: str) -> float:
    text = Path("/proc/self/status").read_text(encoding="utf-8")
    return next(float(line.split()[1]) * 1024 for line in text.splitlines() if line.startswith(f"{row}:"))


@contextmanager
def told_apart(backend: Any, meter: Meter) -> Iterator[None]:
    """Count seconds in files and in the backend's own part."""
    own = {(place, name): getattr(place, name) for place, name in FILES}

    def timed(work: Callable[..., Any], *, files: bool) -> Callable[..., Any]:
        def run(*given: Any, **more: Any) -> Any:
            began = meter.now()
            meter.depth += not files
            try:
                return work(*given, **more)
            finally:
                took = meter.now() - began
                meter.depth -= not files
                if files:
                    meter.files += took
                    meter.read += took if meter.depth else 0.0
                else:
                    meter.inner += took

        return run

    part = "film" if hasattr(backend, "film") else "draw"
    for (place, name), work in own.items():
        setattr(place, name, timed(work, files=True))
    setattr(backend, part, timed(getattr(backend, part), files=False))
    try:
        yield
    finally:
        delattr(backend, part)
        for (place, name), work in own.items():
            setattr(place, name, work)


@contextmanager
def recorded(pipeline: Any) -> Iterator[list[Callable[[], Any]]]:
    """The calls of a pipeline, to be made again with the same random numbers."""
    kind, calls = type(pipeline), []
    own = kind.__call__

    def call(self: Any, *given: Any, **more: Any) -> Any:
        generator, kept = more.get("generator"), dict(more)
        state = None if generator is None else generator.get_state()

        def again() -> Any:
            fresh = {} if state is None else {"generator": torch.Generator("cpu").set_state(state)}
            return own(self, *given, **{**kept, **fresh})

        calls.append(again)
        return own(self, *given, **more)

    kind.__call__ = call
    try:
        yield calls
    finally:
        kind.__call__ = own


class Asked:
    """A backend with everything a request needs, made by the animatic."""

    def __init__(self, case: Case, folder: Path) -> None:
        self.case, self.folder = case, folder
        plan = make_small_plan(case.size, case.fps)
        shot = plan.shots[0].model_copy(update={"frames": case.frames})
        self.spec = shot_spec(plan, "shot_001").model_copy(update={"shot": shot, "title": None})
        maker = create("animatic")
        self.keyframe = make_keyframe(self.spec, backend=maker, folder=folder, image="guide.png", t=0.0)
        if case.makes == "shots":
            make_shot(self.keyframe, backend=maker, folder=folder, video="guide.mp4")
        self.references = tuple(
            make_reference(
                self.spec.cast[name], backend=maker, folder=folder, image=f"{name}.png", style=self.spec.style, seed=1
            )
            for name in ("fox", "mara")
        )
        self.backend = create(case.name)

    def work(self) -> None:
        """One request through storyreel."""
        if self.case.makes == "images":
            still = KeyframeRequest(
                spec=self.spec, references=self.references, t=0.0, image=self.folder / "made.png", folder=self.folder,
                guide=self.folder / "guide.png",
            )  # fmt: skip
            self.backend.keyframe(still)
            return
        over = {"guide": self.folder / "guide.mp4"} if self.backend.capabilities().guided else {}
        shot = ShotRequest(
            spec=self.spec, keyframe=self.keyframe, references=self.references, video=self.folder / "made.mp4",
            folder=self.folder, **over,
        )  # fmt: skip
        self.backend.shot(shot)

    def first(self) -> Callable[[], Any]:
        """One request; the same work in diffusers alone."""
        part, kept = "film" if self.case.makes == "shots" else "draw", []
        own = getattr(self.backend, part)
        calls: list[Callable[[], Any]] = []

        def run(pipeline: Any, ask: Any) -> Any:
            kept[:] = [(pipeline, ask)]
            with recorded(pipeline) as found:
                made = own(pipeline, ask)
            calls[:] = found
            return made

        setattr(self.backend, part, run)
        self.work()
        delattr(self.backend, part)
        pipeline, ask = kept[0]
        if calls:
            around = AROUND.get(self.backend.name, nullcontext)
            beside = BESIDE.get(self.backend.name, lambda pipeline, ask: None)

            def again() -> None:
                with around(ask.size):
                    beside(pipeline, ask)
                    for call in calls:
                        call()

            return again
        return OWN_LOOPS[self.backend.name](pipeline, ask, self.backend.choice)


def _animatediff(pipeline: Any, ask: ClipAsk, choice: Choice) -> Callable[[], Any]:
    """Diffusers' own AnimateDiff call over the same frames, which are read before it."""
    guide = ask.guide()
    return lambda: pipeline(
        video=guide, prompt=ask.text, negative_prompt=ask.negative or None, height=ask.size[1], width=ask.size[0],
        num_inference_steps=choice.steps, guidance_scale=choice.guidance, strength=ask.strength,
        generator=ask.generator(), output_type="pil",
    )  # fmt: skip


OWN_LOOPS: Mapping[str, Callable[[Any, ClipAsk, Choice], Callable[[], Any]]] = {"animatediff": _animatediff}

AROUND: Mapping[str, Callable[[tuple[int, int]], AbstractContextManager[Any]]] = {"qwen-edit": no_larger_than}
"""What storyreel sets in diffusers while it draws pictures of a size: the same work is compared."""

BESIDE: Mapping[str, Callable[[Any, Any], Any]] = {
    "gligen": lambda pipeline, ask: begun(pipeline, ask, 20, ask.generator())
}
"""Work of the models that storyreel asks for beside the pipeline's call: it is done on both sides."""


@dataclass(frozen=True)
class Row:
    """What was measured of a backend: medians, in seconds and bytes."""

    case: Case
    steps: int
    made: str
    bare: float
    model: float
    """Storyreel's part with the model: its own preparation, the pipeline, and what it does to its result."""
    whole: float
    files: float
    bare_memory: float
    memory: float
    added: float
    """Share of the bare call that storyreel adds to it, files apart: of the least of each way."""


def measured(case: Case, tries: int, device: str) -> Row:
    """One backend, `tries` times each way, in turn."""
    with tempfile.TemporaryDirectory(prefix="storyreel-bench-") as name:
        asked = Asked(case, Path(name))
        bare = asked.first()
        bare()
        ours, theirs = Taken(), Taken()
        for turn in range(tries):
            for way in (0, 1) if turn % 2 else (1, 0):
                if way:
                    _take(theirs, Meter(device), bare)
                else:
                    meter = Meter(device)
                    with told_apart(asked.backend, meter):
                        _take(ours, meter, asked.work)
        choice = asked.backend.choice
        runtime.forget()
    middle = statistics.median
    fitted = adapt.moving(asked.spec, case.frames, choice) if case.makes == "shots" else adapt.still(case.size, choice)
    made = f"{fitted.size[0]}x{fitted.size[1]}" + (f", {fitted.frames} frames" if case.makes == "shots" else "")
    return Row(
        case, choice.steps, made, middle(theirs.whole), middle(ours.model), middle(ours.whole), middle(ours.files),
        middle(theirs.memory), middle(ours.memory),
        min(ours.model) / min(theirs.whole) - 1,
    )  # fmt: skip


def _take(taken: Taken, meter: Meter, work: Callable[[], Any]) -> None:
    gc.collect()
    before, began = meter.begin_peak(), meter.now()
    work()
    taken.whole.append(meter.now() - began)
    taken.memory.append(meter.peak() - before)
    taken.model.append(meter.inner - meter.read)
    taken.files.append(meter.files)


def table(rows: Sequence[Row], *, real: bool, tries: int) -> str:
    """The table in Markdown, with date and machine."""
    where = torch.cuda.get_device_name() if real else f"{platform.machine()}, CPU, one thread"
    models = "models of real size with random weights" if real else "the tests' tiny models"
    seconds = "wall" if real else "processor"
    unit, times = ("s", 1.0) if real else ("ms", 1e3)
    versions = f"torch {torch.__version__}, diffusers {diffusers.__version__}, Python {platform.python_version()}"
    lines = [
        f"{datetime.datetime.now(tz=datetime.UTC):%Y-%m-%d}, {where}, {versions}; {models}; {seconds} {unit},"
        f" medians of {tries} tries, `added` of the least of each way; memory: the peak above what was in use, in MB.",
        "",
        f"| backend | steps, made | diffusers alone, {unit} | through storyreel, {unit} | added | files, {unit} |"
        f" rest, {unit} | memory alone | memory through storyreel |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    digits = 2 if real else 1
    for row in rows:
        bare, model, files = (f"{times * value:.{digits}f}" for value in (row.bare, row.model, row.files))
        rest = f"{times * (row.whole - row.model - row.files):.{digits}f}"
        lines.append(
            f"| `{row.case.label}` | {row.steps}, {row.made} | {bare} | {model} | {100 * row.added:+.1f} % | {files} |"
            f" {rest} | {row.bare_memory / 1e6:.0f} | {row.memory / 1e6:.0f} |"
        )
    return "\n".join(lines)


def tiny_cases(only: Sequence[str], folder: Path, steps: int) -> list[Case]:
    """The tests' tiny models, with more steps than the tests take."""
    chosen = {name: row for name, row in TABLE.items() if not only or row.backend in only}
    return [
        Case(name, re.sub(r"steps=\d+", f"steps={steps}", row.save(folder / str(index))), row.makes, (320, 180), 12, 12)
        for index, (name, row) in enumerate(chosen.items())
    ]


def write(text: str, *, real: bool) -> None:
    """Put the table in its place in benchmarks/README.md."""
    page, mark = HERE / "README.md", MARK.format(kind=" --real" if real else "")
    told = page.read_text(encoding="utf-8")
    before, found, rest = told.partition(mark)
    if not found:
        sys.exit(f"{page} has no line {mark}")
    page.write_text(f"{before}{mark}\n\n{text}\n\n{END}{rest.partition(END)[2]}", encoding="utf-8")


def main() -> None:
    """Measure, print, and optionally write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME", help="these backends alone")
    parser.add_argument("--tries", type=int, default=9, help="how often each way is measured")
    parser.add_argument("--steps", type=int, default=20, help="denoising steps of the tiny models")
    parser.add_argument("--real", action="store_true", help="models of real size with random weights; needs a GPU")
    parser.add_argument("--write", action="store_true", help="write the table into benchmarks/README.md")
    options = parser.parse_args()
    if options.real and not torch.cuda.is_available():
        sys.exit("--real needs an NVIDIA GPU, and torch finds none here; without it the tiny models run on the CPU")
    if not options.real:
        torch.set_num_threads(1)
    with tempfile.TemporaryDirectory(prefix="storyreel-bench-") as name:
        if options.real:
            cases = [Case(**row) for row in real_cases(options.only, Path(name))]
        else:
            cases = tiny_cases(options.only, Path(name), options.steps)
        rows = []
        for case in cases:
            rows.append(measured(case, options.tries, "cuda" if options.real else "cpu"))
            print(f"{case.label}: {100 * rows[-1].added:+.1f} %", file=sys.stderr, flush=True)
    text = table(rows, real=options.real, tries=options.tries)
    print(text)
    if options.write:
        write(text, real=options.real)


if __name__ == "__main__":
    main()
