"""A film with a diffusion backend: guides are artefacts of their own, and a killed run goes on where it was."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import av
import cv2
import numpy as np
import pytest
from tiny_svd import save_tiny_svd

from agent import StoryAgent
from agent.cli import main
from agent.errors import Stopped
from agent.events import Event, EventLog, Made
from agent.executors.base import Answer, Executor, Watcher
from agent.executors.requests import answered, fulfil, request_of
from agent.run import Run
from agent.settings import Settings
from agent.stages import Task
from agent.store import Store
from planners import Cards, Plan, Transition, plan_to_yaml
from planners.plan import TransitionKind

pytest.importorskip("torch", reason="the diffusion extra is not installed")
pytest.importorskip("diffusers", reason="the diffusion extra is not installed")


def two_shots(plan: Plan, *, frames: int = 6, kind: TransitionKind = "cut") -> Plan:
    leaves = Transition(kind=kind, frames=0 if kind == "cut" else 2)
    shots = tuple(
        shot.model_copy(update={"frames": frames, "lines": (), "effects": (), "transition": leaves})
        for shot in plan.shots[:2]
    )
    scene = plan.scenes[0].model_copy(update={"shots": ("shot_001", "shot_002")})
    return plan.model_copy(
        update={"shots": shots, "scenes": (scene,), "cards": Cards(title=0, end=0), "groups": {}, "events": {}}
    )


def test_a_film_killed_between_two_diffusion_shots_keeps_the_first(
    small_plan: Plan, tiny_base: Path, tiny_adapter: Path, tmp_path: Path
) -> None:
    plan, out = two_shots(small_plan), tmp_path / "run"
    shots = f"animatediff:{tiny_base},{tiny_adapter}?steps=2&strength=1"
    stills = f"img2img:{tiny_base}?steps=2"
    made: list[str] = []

    def stop(event: Event) -> None:
        if isinstance(event, Made):
            made.append(event.task)
            if event.task in ("shot:shot_001", "shot:shot_002"):
                raise KeyboardInterrupt

    with pytest.raises(Stopped):
        StoryAgent(keyframes=stills, shots=shots, voice="none", listeners=(stop,)).make(plan, out=out)
    first = made[-1].removeprefix("shot:")
    other = ({"shot_001", "shot_002"} - {first}).pop()
    kept = (out / f"04_shots/{first}.mp4").read_bytes()
    film = StoryAgent(keyframes=stills, shots=shots, voice="none").make(plan, out=out)
    assert f"shot:{other}" in film.made
    assert f"shot:{first}" in film.reused
    assert f"guide:shot:{first}" in film.reused
    assert (out / f"04_shots/{first}.mp4").read_bytes() == kept
    assert film.video.is_file()
    assert any("animatediff makes" in lost for lost in film.downgrades)
    assert (out / "04_shots/guides/shot_001.mp4").is_file()
    for row in film.report["shots"]:
        told = {key for key, box in row["regions"].items() if box.get("attended")}
        assert all(box["guide_iou"] > 0.5 for box in row["regions"].values())
        assert row["regions"]
        assert bool(row["regions_note"]) == (told != set(row["regions"]))
    page = (out / "06_film/storyboard.html").read_text(encoding="utf-8")
    assert "<dt>Drawn in the guide</dt>" in page
    assert "<dt>Seen by the model</dt>" in page


def test_the_title_stands_over_a_learned_first_shot_and_the_report_tells_where_it_ran(
    small_plan: Plan, tiny_base: Path, tiny_adapter: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = two_shots(small_plan, frames=18).model_copy(update={"cards": Cards(title=12, end=0), "subtitles": "off"})
    out = tmp_path / "run"
    (out / "01_plan").mkdir(parents=True)
    (out / "01_plan" / "plan.yaml").write_text(plan_to_yaml(plan), encoding="utf-8")
    models = f"animatediff:{tiny_base},{tiny_adapter}?steps=2&strength=0.5"
    assert main(["make", str(out), "--shots", models, "--voice", "none", "--workers", "1"]) == 0
    assert "shots: animatediff on cpu, fp32, plain" in capsys.readouterr().err
    report = json.loads((out / "report.json").read_text())
    assert report["placements"] == [{"stage": "shots", "generator": "animatediff", "where": "cpu, fp32, plain"}]
    assert not [row for rows in report["downgrades"].values() for row in rows if "title" in row]
    film, clip = (read(path) for path in (out / "06_film/film.mp4", out / "04_shots/shot_001.mp4"))
    lettered = [float((np.abs(film[frame] - clip[frame]).max(axis=-1) > 60).mean()) for frame in (0, 9, 17)]
    assert lettered[1] > 0.002 > 10 * max(lettered[0], lettered[2])


def test_the_control_of_a_shot_makes_that_shot_anew_and_nothing_of_the_animatic(
    small_plan: Plan, tiny_base: Path, tiny_adapter: Path, tmp_path: Path
) -> None:
    plan, out = two_shots(small_plan), tmp_path / "run"
    agent = StoryAgent(shots=f"animatediff:{tiny_base},{tiny_adapter}?steps=2", voice="none")
    agent.make(plan, out=out)
    free = plan.shots[0].model_copy(update={"control": 1.0})
    again = agent.make(plan.model_copy(update={"shots": (free, plan.shots[1])}), out=out)
    drawn = {name for name in again.made if name.startswith(("keyframe:", "shot:", "guide:", "control:"))}
    assert drawn == {"keyframe:shot_001", "shot:shot_001"}
    assert any("strength 0.0" in lost for lost in again.downgrades)
    clip, guide = (read(out / f"04_shots/{name}.mp4") for name in ("shot_001", "guides/shot_001"))
    assert float(np.abs(clip - guide).mean()) < 3
    assert again.report["shots"][0]["control"] == 1.0


class Here:
    """A worker that is this very process."""

    def warm(self, module: str, settings: Settings) -> None:
        """Nothing is loaded ahead."""

    def do(self, task: Task, root: Path, watcher: Watcher) -> Answer:
        return answered(task, fulfil(request_of(task, root), lambda done, total: None))

    def close(self, *, kill: bool) -> None:
        """Nothing was started."""


def walked(plan: Plan, settings: Settings, out: Path, *listeners: Callable[[Event], None]) -> Run:
    """A film made in this process."""
    out.mkdir(exist_ok=True)
    run = Run(plan, Store(out), settings, EventLog(None, listeners))
    with Executor(1, Here) as executor:
        run.walk(executor)
    return run


def test_a_film_killed_between_two_tied_shots_goes_on_as_if_nothing_had_happened(
    small_plan: Plan, tiny_base: Path, tiny_adapter: Path, tmp_path: Path
) -> None:
    settings = Settings(shots=f"animatediff:{tiny_base},{tiny_adapter}?steps=2&boundary=reset", voice="none")
    plan = two_shots(small_plan, kind="smooth")

    def stop(event: Event) -> None:
        if isinstance(event, Made) and event.task == "shot:shot_001":
            raise KeyboardInterrupt

    with pytest.raises(Stopped):
        walked(plan, settings, tmp_path / "killed", stop)
    assert not (tmp_path / "killed/04_shots/shot_002.mp4").exists()
    second = walked(plan, settings, tmp_path / "killed")
    assert "shot:shot_001" in second.reused
    assert "shot:shot_002" in second.made
    walked(plan, settings, tmp_path / "whole")
    tied, whole = (tmp_path / name / "04_shots/shot_002.mp4" for name in ("killed", "whole"))
    assert tied.read_bytes() == whole.read_bytes()


def test_a_film_loads_each_model_once_and_lets_go_of_it_between_stages(
    small_plan: Plan, tiny_base: Path, tiny_adapter: Path, tmp_path: Path
) -> None:
    from generators.backends.diffusion import runtime

    held: list[tuple[str, str]] = []

    def note(event: Event) -> None:
        if isinstance(event, Made):
            held.append((event.task, type(runtime._SHELF.pipeline).__name__))

    settings = Settings(
        keyframes=f"img2img:{tiny_base}?steps=2", shots=f"animatediff:{tiny_base},{tiny_adapter}?steps=2", voice="none"
    )
    before = runtime.loads()
    walked(two_shots(small_plan), settings, tmp_path / "run", note)
    assert runtime.loads() == before + 2
    of = dict(held)
    assert of["keyframe:shot_002"] == "StableDiffusionImg2ImgPipeline"
    assert of["shot:shot_001"] == of["shot:shot_002"] == "AnimateDiffVideoToVideoPipeline"
    assert of["film"] == "NoneType"


def test_a_learned_film_is_tried_again_where_its_measures_fail_and_says_what_was_tried(
    small_plan: Plan, tiny_base: Path, tiny_adapter: Path, tmp_path: Path
) -> None:
    plan, out = two_shots(small_plan), tmp_path / "run"
    agent = StoryAgent(
        keyframes=f"img2img:{tiny_base}?steps=2&strength=1",
        shots=f"animatediff:{tiny_base},{tiny_adapter}?steps=2&strength=1",
        voice="none",
        workers=1,
    )
    film = agent.make(plan, out=out)
    rows = [row["attempts"][kind] for row in film.report["shots"] for kind in ("keyframe", "shot")]
    assert all(1 <= len(tried) <= 2 and sum(row["kept"] for row in tried) == 1 for tried in rows)
    assert any(len(tried) == 2 for tried in rows)
    for tried in rows:
        assert len(tried) == 2 or tried[0]["accepted"]
        assert [bool(row["changes"]) for row in tried] == [False, True][: len(tried)]
    assert any("attempts at shot_" in lost for lost in film.downgrades)


def test_takes_of_a_learned_shot_differ_by_their_seed_and_one_of_them_is_picked(
    small_plan: Plan, tiny_base: Path, tiny_adapter: Path, tmp_path: Path
) -> None:
    shots = f"animatediff:{tiny_base},{tiny_adapter}?steps=2&strength=1"
    agent = StoryAgent(shots=shots, voice="none", workers=1, attempts=1)
    film = agent.make(two_shots(small_plan), out=tmp_path / "run")
    clips = film.folder / "04_shots"
    stands = {name: (clips / f"{name}.mp4").read_bytes() for name in ("shot_001", "shot_002")}
    film.takes("shot_001", count=2)
    assert {name: (clips / f"{name}.mp4").read_bytes() for name in stands} == stands
    rows = film.taken("shot_001")
    assert len(rows) >= 2
    assert all("seed" in row.differs for row in rows if not row.stands(Store(film.folder), "shot_001"))
    assert (film.folder / "takes/shot_001.png").is_file()
    film.pick("shot_001", rows[-1].number)
    assert (clips / "shot_001.mp4").read_bytes() != stands["shot_001"]
    assert (clips / "shot_002.mp4").read_bytes() == stands["shot_002"]


def read(path: Path) -> np.ndarray:
    with av.open(str(path)) as container:
        return np.stack([frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]).astype(np.float32)


def test_a_keyframe_of_the_users_is_animated_by_a_model_and_the_other_shot_stays(
    small_plan: Plan, tmp_path: Path
) -> None:
    model = save_tiny_svd(tmp_path / "svd")
    agent = StoryAgent(shots=f"svd:{model}?steps=1", voice="none", workers=1, attempts=1)
    film = agent.make(two_shots(small_plan), out=tmp_path / "run")
    clip, other = (film.folder / f"04_shots/shot_00{number}.mp4" for number in (2, 1))
    before, untouched = clip.read_bytes(), other.read_bytes()
    still = film.folder / "03_keyframes/shot_002.png"
    picture = cv2.imread(str(still))
    picture[:, : picture.shape[1] // 2] = (20, 20, 230)
    cv2.imwrite(str(still), picture)
    mine = still.read_bytes()
    made = agent.make(film.folder)
    assert {name for name in made.made if name.startswith(("keyframe", "shot"))} == {
        "keyframe:shot_002",
        "shot:shot_002",
    }
    assert (clip.read_bytes() != before, other.read_bytes() == untouched) == (True, True)
    assert [path.read_bytes() for path in (film.folder / "own").iterdir()] == [mine]
    assert not any("cannot start from your picture" in lost for lost in made.downgrades)
    assert agent.make(film.folder).made == {}
