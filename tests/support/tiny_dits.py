"""Transformer backends with tiny models, filmed step by step for tests; import after `importorskip("torch")`."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageDraw

from generators import Keyframe, ShotSpec, create
from generators.backends.diffusion import adapt, runtime
from generators.backends.diffusion.base import ClipAsk
from generators.backends.diffusion.hooks import moment_of
from generators.backends.diffusion.techniques.levels import Level
from generators.base import ShotRequest
from generators.encode import ClipWriter

TOTAL = 12


@dataclass
class Stage:
    """A tiny backend, and what its scheduler was given at each step."""

    row: str
    names: Callable[[str], str]
    spec: ShotSpec
    folder: Path
    notes: tuple[str, ...] = ()

    def film(self, query: str = "", **more: Any) -> tuple[np.ndarray, list[Any]]:
        backend = create(self.names(query))
        choice = backend.choice
        text = more.pop("text", "a fox runs")
        timed, total, progress = more.pop("timed", ()), more.pop("total", TOTAL), more.pop("progress", None)
        shot = {"frames": total - 3, **more.pop("shot", {})}
        spec = self.spec.model_copy(update={"shot": self.spec.shot.model_copy(update=shot), **more.pop("film", {})})
        keyframe = Keyframe(maker="test", digest="", spec=spec, image="a.png", t=0.0)
        guide = {"guide": self.folder / "a.mp4"} if choice.over == "guide" else {}
        request = ShotRequest(
            spec=spec, keyframe=keyframe, references=(), head=2, tail=1, video=self.folder / "made.mp4",
            folder=self.folder, **guide, **more,
        )  # fmt: skip
        fitted = adapt.moving(spec, total, choice)
        ask = ClipAsk(request, text, "", fitted, total, progress, True, timed=timed)
        seen: list[Any] = []

        def work(pipeline: Any) -> Any:
            plain = pipeline.scheduler.step

            @functools.wraps(plain)
            def step(output: Any, *rest: Any, **named: Any) -> Any:
                time, sample = rest[0], rest[1]
                level = Level.of_scheduler(pipeline.scheduler, time)
                prediction = moment_of(pipeline.scheduler, time, 0, 1).prediction
                flow = "per_token_timesteps" in named
                clean = sample + level.sigma * output if flow else level.clean(sample, output, prediction)
                seen.append((sample.clone(), clean))
                return plain(output, *rest, **named)

            pipeline.scheduler.step = step
            try:
                return backend.film(pipeline, ask)
            finally:
                del pipeline.scheduler.step

        filmed = runtime.run(choice, backend.load, work).made
        self.notes, made = filmed.downgrades, filmed.pictures
        return np.stack([np.asarray(shown, dtype=np.float32) for shown in made]), seen

    def video(self, own: Any) -> Any:
        """A loop's own tensor as `(1, channels, frames, height, width)`, the clip's own frames alone."""
        if self.row == "ltx":
            return own.unflatten(1, (-1, 3, 5))[:, -2:].permute(0, 4, 1, 2, 3)
        video = own.transpose(1, 2) if self.row.startswith(("cog", "svd")) else own
        return video[:, :, int(self.row in ("hunyuan-i2v#33", "cogvideox-i2v#1.5")) :]


def drawn(folder: Path, total: int = TOTAL) -> None:
    """Two pictures and two clips of them, `a` and `b`."""
    for name, colour in (("a", "navy"), ("b", "gold")):
        picture = Image.new("RGB", (320, 180), colour)
        ImageDraw.Draw(picture).ellipse((40, 40, 120, 140), fill="tomato")
        picture.save(folder / f"{name}.png")
        with ClipWriter(folder / f"{name}.mp4", size=(320, 180), fps=12, threads=1) as clip:
            for _ in range(total):
                clip.write(np.asarray(picture, dtype=np.uint8))
