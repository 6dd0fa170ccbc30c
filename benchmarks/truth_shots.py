"""Owns the shots of the truth table: real animatic renders of the examples, clean and corrupted, as clips in memory.

Does not know: measures, thresholds.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
from truth_corruptions import PIXELS, RESPECS, Frames

from consistency.footage import Clip, clip_of, read_clip
from consistency.values import Footage, Instance, Look
from generators import (
    ControlRequest,
    Controls,
    Keyframe,
    ShotSpec,
    create,
    make_reference,
    make_shot,
    read_controls,
    shot_spec,
)
from planners import Entity, Plan, Shot, load_story, make_plan, seen_boxes, whole_boxes

EXAMPLES = Path(__file__).parents[1] / "examples"
TALES: tuple[tuple[str, int, str], ...] = (
    ("01_lighthouse", 7, "storybook"),
    ("02_kitchen_talk", 11, "pastel"),
    ("03_forest_animals", 13, "paper-cut"),
    ("04_chase", 17, "storybook"),
    ("05_bedtime", 19, "pastel"),
    ("06_shot_list", 23, "ink"),
)
"""Example, seed, style: what the plan leaves open differs from film to film."""
SHOTS = 6
"""Shots per film."""
LONG, SHORT = 30, 6
"""Frames of clips whose motion is measured (24 per second), and of those whose looks are."""


OF_FIGURE = frozenset({"identity swapped", "prop replaced", "clothes recoloured", "hair changed", "look-alike"})
"""Corruptions of the target alone; they count where they change its pixels by `SEEN`."""
SEEN = 4.0
"""Mean Lab units over the target's pixels; film grain and the encoder stay under 2."""


@dataclass(frozen=True)
class Take:
    """One clip with what was planned for it."""

    footage: Footage
    clip: Clip
    controls: Controls | None = None
    """Whose each pixel is planned to be, frame by frame; None for long clips."""

    def masks(self, shot: str, frame: int) -> dict[str, npt.NDArray[np.bool_]]:
        """As `consistency.crops.MaskSource`: what the plan's own drawing says, whatever the clip shows."""
        assert self.controls is not None
        return {key: self.controls.mask(frame, key) for key in self.controls.keys}


@dataclass(frozen=True)
class Case:
    """One shot, clean and spoilt."""

    tale: str
    target: tuple[str, str | None]
    """(entity, stage) that identity corruptions are done to."""
    looks: tuple[Look, ...]
    clean: Take
    again: Take
    """The next shot of the film with the same target, clean; of the same place and light where there is one."""
    spoilt: dict[str, Take]
    """Corruption -> the shot with it."""
    long: Take
    moved: dict[str, Take]
    """Corruption of frames -> the long clip with it."""
    other_text: str
    """What a shot of another film should show."""


def cases(tales: Sequence[tuple[str, int, str]] = TALES, shots: int = SHOTS, *, drawn: bool = True) -> Iterator[Case]:
    """Every case, film by film; the same on every run. Without `drawn`, only frames are corrupted."""
    plans = {name: _plan(name, seed, style) for name, seed, style in tales}
    for name, plan in plans.items():
        donors = [entity for other, film in plans.items() if other != name for entity in film.entities.values()]
        with tempfile.TemporaryDirectory() as folder:
            texts = [shot.text for other, film in plans.items() if other != name for shot in film.shots if shot.text]
            yield from _Studio(name, plan, donors, texts, Path(folder)).cases(shots, drawn)


def _plan(name: str, seed: int, style: str) -> Plan:
    plan = make_plan(load_story(EXAMPLES / name / "story.yaml"))
    size = (480, 270) if plan.size[0] > plan.size[1] else (270, 480)
    return plan.model_copy(update={"seed": seed, "style": style, "size": size, "fps": 24})


class _Studio:
    def __init__(self, name: str, plan: Plan, donors: Sequence[Entity], texts: Sequence[str], folder: Path) -> None:
        self.name, self.plan, self.donors, self.texts, self.folder = name, plan, donors, texts, folder
        self.animatic = create("animatic")
        self.count = 0

    def cases(self, shots: int, drawn: bool) -> Iterator[Case]:
        chosen = [shot for shot in self.plan.shots if _target(shot, self.plan)]
        step = max(len(chosen) / shots, 1)
        for number in range(min(shots, len(chosen))):
            yield self._case(chosen[int(number * step)], number, drawn)

    def _case(self, shot: Shot, number: int, drawn: bool) -> Case:
        target = _target(shot, self.plan)
        assert target is not None
        spec = shot_spec(self.plan, shot.id).model_copy(update={"title": None})
        clean = self._short(spec)
        again = self._short(self._partner(shot, target))
        spoilt = {}
        for name, change in RESPECS.items() if drawn else ():
            other = change(spec, target[0], self.donors, number)
            if other is None:
                continue
            take = Take(clean.footage, self._short(other).clip, clean.controls)
            if name not in OF_FIGURE or _reaches(clean, take, target):
                spoilt[name] = take
        if "identity swapped" in spoilt or "prop replaced" in spoilt:
            other = spoilt.get("identity swapped") or spoilt["prop replaced"]
            spoilt["identity swapped half way"] = Take(clean.footage, _half(clean.clip, other.clip), clean.controls)
        long = self._long(shot, spec)
        frames = long.clip.small
        moved = {name: Take(long.footage, clip_of(change(frames))) for name, change in PIXELS.items()}
        moved["cut inserted"] = Take(long.footage, clip_of(_cut(frames, again.clip.small)))
        text = self.texts[7 * number % len(self.texts)]
        return Case(self.name, target, self._looks(shot), clean, again, spoilt, long, moved, text)

    def _partner(self, shot: Shot, target: tuple[str, str | None]) -> ShotSpec:
        """Another shot with the target: best one in the same place and light."""
        scene = self.plan.scene_of(shot)
        others = [s for s in self.plan.shots if s.id != shot.id and target in {(t.entity, t.stage) for t in s.layout}]
        best = [s for s in others if _light(self.plan, s) == (scene.place, scene.time, scene.weather)] or others
        chosen = best[0] if best else shot
        return shot_spec(self.plan, chosen.id).model_copy(update={"title": None})

    def _looks(self, shot: Shot) -> tuple[Look, ...]:
        out = []
        for entity, stage in dict.fromkeys((track.entity, track.stage) for track in shot.layout):
            made = make_reference(
                self.plan.entities[entity],
                stage,
                backend=self.animatic,
                folder=self.folder,
                image=f"{entity}.{stage}.png",
                style=self.plan.style,
                seed=self.plan.seed,
            )
            out.append(Look(entity=entity, stage=stage, sheet=self.folder / made.image, views=dict(made.views)))
        return tuple(out)

    def _short(self, spec: ShotSpec) -> Take:
        shot = spec.shot.model_copy(update={"frames": SHORT})
        short = spec.model_copy(update={"shot": shot})
        take, file = self._take(short, 0, SHORT), self.folder / "masks.npz"
        self.animatic.control(ControlRequest(spec=short, control=file))
        return Take(take.footage, take.clip, read_controls(file))

    def _long(self, shot: Shot, spec: ShotSpec) -> Take:
        """The middle of the shot as it is; a shot that is too short is drawn slower."""
        frames = max(shot.frames, LONG)
        full = spec.model_copy(update={"shot": shot.model_copy(update={"frames": frames})})
        return self._take(full, (frames - LONG) // 2, LONG)

    def _take(self, spec: ShotSpec, first: int, frames: int) -> Take:
        self.count += 1
        keyframe = Keyframe(maker="none", digest="", spec=spec, image="none.png")
        made = make_shot(keyframe, backend=self.animatic, folder=self.folder, video=f"{self.count}.mp4")
        video = self.folder / made.video
        clip = read_clip(video, first=first, frames=frames, fps=spec.fps)
        video.unlink()
        last = max(spec.shot.frames - 1, 1)
        moments = [(first + index) / last for index in range(frames)]
        boxes, wholes = ([find(spec.shot, t, self.plan.size) for t in moments] for find in (seen_boxes, whole_boxes))
        items = tuple(
            Instance(
                key=track.key,
                entity=track.entity,
                stage=track.stage,
                boxes=tuple(seen.get(track.key) for seen in boxes),
                wholes=tuple(seen.get(track.key) for seen in wholes),
                depth=track.depth,
            )
            for track in spec.shot.layout
        )
        where = " ".join((spec.scene.place, spec.scene.time, spec.scene.weather))
        footage = Footage(
            shot=spec.shot.id,
            video=video,
            frames=frames,
            fps=spec.fps,
            light=where,
            instances=items,
            text=spec.shot.text,
        )
        return Take(footage, clip)


def _target(shot: Shot, plan: Plan) -> tuple[str, str | None] | None:
    """Who or what of a shot is seen largest in its middle."""
    seen = plan.boxes(shot, 0.5)
    best = max(shot.layout, key=lambda track: _area(seen.get(track.key)), default=None)
    return (best.entity, best.stage) if best and _area(seen.get(best.key)) > 0.01 else None


def _area(box: tuple[float, float, float, float] | None) -> float:
    return (box[2] - box[0]) * (box[3] - box[1]) if box else 0.0


def _light(plan: Plan, shot: Shot) -> tuple[str, str, str]:
    scene = plan.scene_of(shot)
    return scene.place, scene.time, scene.weather


def _reaches(clean: Take, other: Take, target: tuple[str, str | None]) -> bool:
    """Whether a corruption changes the target's own pixels: who wears a hat has no other hair to show."""
    keys = [item.key for item in clean.footage.instances if (item.entity, item.stage) == target]
    apart = []
    for index, frame in clean.clip.kept.items():
        mask = np.any([clean.masks("", index)[key] for key in keys], axis=0)
        if mask.any():
            here, there = (cv2.cvtColor(x.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)[mask] for x in (
                frame, other.clip.kept[index]
            ))  # fmt: skip
            apart.append(float(np.linalg.norm(here - there, axis=1).mean()))
    return bool(apart) and float(np.mean(apart)) >= SEEN


def _half(clean: Clip, other: Clip) -> Clip:
    kept = {index: (clean if index < len(clean) // 2 else other).kept[index] for index in clean.kept}
    half = len(clean) // 2
    return Clip(np.concatenate([clean.small[:half], other.small[half:]]), clean.fps, clean.steps, kept)


def _cut(frames: Frames, other: Frames) -> Frames:
    third = len(frames) // 3
    between = np.repeat(other, -(-third // len(other)), axis=0)[:third]
    return np.concatenate([frames[:third], between, frames[2 * third :]])
