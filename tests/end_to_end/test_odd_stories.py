"""Odd but legitimate stories, folders and machines: a film or one clear error, never a silent loss."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import av
import pytest

from agent import Film, StoryAgent
from agent.cli import main
from agent.errors import BusyError, MakeError
from agent.lock import held
from generators import RequestRefused
from planners import PlanError, StoryError

TINY = {"size": [320, 180], "fps": 12, "narration": False, "music": False}
SHOT = {"action": "A fox sits in the meadow.", "duration": 0.5}
HELD = "import sys, time; from pathlib import Path; from agent.lock import held\nwith held(Path(sys.argv[1])): "


def film_of(out: Path, **story: object) -> Film:
    return StoryAgent(workers=2).make({**TINY, "shots": [SHOT], **story}, out=out)


def frames_of(film: Film) -> int:
    with av.open(str(film.video)) as stream:
        return sum(1 for _ in stream.decode(video=0))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Film:
    """A film with a difficult title in a folder with a difficult name."""
    folder = tmp_path_factory.mktemp("odd") / "it's a % run, [ünï] 猫"
    return film_of(folder, title='Say "hi": it\'s [50%]; a,b \\ ../x 🐙\0 {\\an8}' + "x" * 270)


def test_difficult_titles_and_folders_make_a_film(made: Film) -> None:
    assert frames_of(made) == made.plan.frames
    with av.open(str(made.video)) as stream:
        assert stream.metadata["title"].startswith('Say "hi": it\'s [50%]; a,b \\ ../x 🐙')


def test_a_moved_run_is_current(made: Film, tmp_path: Path) -> None:
    moved = tmp_path / "else where"
    shutil.copytree(made.folder, moved)
    assert StoryAgent(workers=2).make(made.plan, out=moved).made == {}


def test_two_runs_never_share_a_folder(made: Film) -> None:
    with held(made.folder), pytest.raises(BusyError, match=f"process {os.getpid()} is making a film"):
        StoryAgent(workers=2).make(made.plan, out=made.folder)
    assert StoryAgent(workers=2).make(made.plan, out=made.folder).made == {}


def test_the_lock_of_a_killed_run_is_free(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HELD + "print('held', flush=True); time.sleep(60)", str(tmp_path / "run")]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        with pytest.raises(BusyError, match=str(process.pid)), held(tmp_path / "run"):
            pass
        process.kill()
        process.wait()
    with held(tmp_path / "run"):
        assert (tmp_path / "run" / ".lock").read_text() == str(os.getpid())


def test_a_folder_that_cannot_be_written_is_exit_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "s.txt").write_text("A cat sits.")
    assert main(["make", str(tmp_path / "s.txt"), "--out", str(tmp_path / "file" / "run"), "--quiet"]) == 2
    assert "cannot be written" in capsys.readouterr().err
    assert main(["plan", str(tmp_path / "s.txt"), "--out", str(tmp_path / "file" / "plan.yaml")]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_a_failing_ffmpeg_is_a_clear_error_and_the_same_call_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IMAGEIO_FFMPEG_EXE", "/nowhere/ffmpeg")
    with pytest.raises(MakeError, match=r"/nowhere/ffmpeg.*unset IMAGEIO_FFMPEG_EXE"):
        film_of(tmp_path / "run")
    full = tmp_path / "ffmpeg"
    full.write_text("#!/bin/sh\necho 'No space left on device' >&2\nexit 1\n")
    full.chmod(0o755)
    monkeypatch.setenv("IMAGEIO_FFMPEG_EXE", str(full))
    with pytest.raises(MakeError, match="No space left on device"):
        film_of(tmp_path / "run")
    assert not list((tmp_path / "run").rglob("*.part*"))
    monkeypatch.delenv("IMAGEIO_FFMPEG_EXE")
    film = film_of(tmp_path / "run")
    assert "reference:fox" in film.reused
    assert frames_of(film) == film.plan.frames


def test_turning_the_voice_off_takes_the_speech_out(tmp_path: Path) -> None:
    shot = {**SHOT, "duration": 2, "lines": [{"text": "Hello there."}]}
    spoken = StoryAgent(workers=2).make({**TINY, "shots": [shot]}, out=tmp_path / "run")
    assert list(spoken.folder.glob("*/lines/*.wav"))
    silent = StoryAgent(workers=2, voice="none").make({**TINY, "shots": [shot]}, out=tmp_path / "run")
    assert not list(silent.folder.glob("*/lines/*.wav"))
    assert "Hello there." in (silent.folder / "06_film/film.srt").read_text()


def test_every_transition_is_made_or_named(tmp_path: Path) -> None:
    kinds = ("cut", "dissolve", "match", "smooth", "generative", None)
    shots = [{"action": f"A fox sits. {i}", "duration": 1, "transition": kind} for i, kind in enumerate(kinds)]
    film = film_of(tmp_path / "run", shots=shots)
    assert frames_of(film) == film.plan.frames
    assert [what for what in film.downgrades if "'generative'" in what]
    report = json.loads((film.folder / "report.json").read_text())
    assert "'generative'" in str(report["downgrades"])


@pytest.mark.parametrize(
    ("size", "fps"),
    [
        ([180, 320], 25),
        pytest.param([240, 240], 30, marks=pytest.mark.slow),
        pytest.param([240, 180], 60, marks=pytest.mark.slow),
        pytest.param([180, 240], 24, marks=pytest.mark.slow),
    ],
)
def test_frames_of_every_shape(tmp_path: Path, size: list[int], fps: int) -> None:
    film = film_of(tmp_path / "run", size=size, fps=fps)
    with av.open(str(film.video)) as stream:
        picture = stream.streams.video[0]
        assert [picture.width, picture.height, picture.average_rate] == [*size, fps]


def test_text_that_looks_like_code_stays_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MY_SECRET", "hunter2-7f3a")
    text = r"{\an8}\N $(touch boom) `id` <i>${MY_SECRET}</i> %n --> [a]: !!python/object"
    film = film_of(tmp_path / "run", shots=[{**SHOT, "duration": 14, "lines": [{"text": text}]}])
    shown = (film.folder / "06_film/film.srt").read_text().replace("\n", " ")
    assert "$(touch boom) `id` <i>${MY_SECRET}</i>" in shown
    assert not list(Path.cwd().glob("boom"))
    for path in film.folder.rglob("*"):
        assert not path.is_file() or b"hunter2-7f3a" not in path.read_bytes(), path


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.txt", b"\xff\xfe\x00", "not UTF-8"),
        ("a.yaml", b"a: " + b"[" * 5000 + b"]" * 5000, "nested too deeply"),
        ("a.yaml", b"story: A cat.\nseed: 99999999999999999999\n", "line 2"),
    ],
)
def test_broken_files_are_one_clear_error(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(StoryError, match=words):
        StoryAgent().plan(tmp_path / name)


def test_files_of_other_systems_read_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"A fox sits.\n\nIt sleeps.\n")
    (tmp_path / "b.txt").write_bytes(b"\xef\xbb\xbfA fox\x00 sits.\r\n\r\nIt sleeps.\r\n".replace(b"\x00", b""))
    assert StoryAgent().plan(tmp_path / "a.txt") == StoryAgent().plan(tmp_path / "b.txt")
    command = [sys.executable, "-m", "agent.cli", "plan", "-"]
    source = (tmp_path / "b.txt").read_bytes()
    done = subprocess.run(command, input=source, capture_output=True, check=True, env={**os.environ, "LC_ALL": "C"})
    assert b"FEFF" not in done.stdout
    bad = subprocess.run(command, input=b"\xff\xfe", capture_output=True, check=False)
    assert (bad.returncode, b"Traceback" in bad.stderr) == (2, False)


def test_a_path_that_is_too_long_is_no_traceback(tmp_path: Path) -> None:
    with pytest.raises(StoryError):
        StoryAgent().make("x" * 5000 + ".yaml", out=tmp_path / "run")


@pytest.mark.parametrize("text", ["Cat.", "A red balloon over the roofs.", '"Hello." "Hi." "Where?"', "1 2 3"])
def test_the_shortest_stories_have_a_plan(text: str) -> None:
    plan = StoryAgent().plan({"story": text})
    assert plan.shots
    assert StoryAgent().check(plan) == ()


@pytest.mark.parametrize("text", ["🐱🔥", "..."])
def test_a_story_without_a_word_is_a_clear_error(text: str) -> None:
    with pytest.raises(PlanError, match="no sentence"):
        StoryAgent().plan({"story": text})


@pytest.mark.parametrize("story", [{"story": ""}, {"shots": [{"action": "A cat.", "duration": 0}]}])
def test_a_wrong_story_leaves_no_run_folder(tmp_path: Path, story: dict[str, object]) -> None:
    with pytest.raises(StoryError):
        StoryAgent().make(story, out=tmp_path / "run")
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize(("asked", "words"), [({"fps": 61}, "8 to 60"), ({"size": [5000, 320]}, "4320x4320")])
def test_what_no_generator_can_make_is_refused_before_work(
    tmp_path: Path, asked: dict[str, object], words: str
) -> None:
    with pytest.raises(RequestRefused, match=words):
        film_of(tmp_path / "run", **asked)
    assert not list((tmp_path / "run").rglob("*.png"))
