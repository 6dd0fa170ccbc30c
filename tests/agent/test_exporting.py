"""A finished film is handed over: timelines that others read back to the film's own length, subtitles, a zip."""

from __future__ import annotations

import subprocess
import sys
import wave
import zipfile
from fractions import Fraction
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import opentimelineio as otio
import pytest
from small_plans import make_small_plan

from agent import Film, StoryAgent
from agent.errors import MakeError, WrongSetting
from agent.exporting import FORMATS, export_run
from agent.store import Store
from agent.timeline import timeline
from planners import Plan, Transition


def plan_of() -> Plan:
    """Three shots: a join that the measures choose, then a dissolve, then the end card."""
    plan = make_small_plan(fps=24)
    first, second, third = plan.shots
    first = first.model_copy(update={"transition": Transition(kind="smooth", frames=6)})
    title = "Mara & the <fox>\x07"
    return plan.model_copy(update={"shots": (first, second, third), "title": title, "size": (320, 180)})


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Film:
    return StoryAgent(workers=2).make(plan_of(), out=tmp_path_factory.mktemp("export") / "run")


def written(film: Film, tmp_path: Path, kind: str) -> Path:
    return export_run(film.plan, Store(film.folder), to=kind, out=tmp_path / f"out.{kind}").files[0]


def timeline_of(path: Path, **more: object) -> otio.schema.Timeline:
    found = otio.adapters.read_from_file(str(path), **more)
    if isinstance(found, otio.schema.Timeline):
        return found
    return next(item for item in found if isinstance(item, otio.schema.Timeline))


def test_otio_reads_back_whole(film: Film, tmp_path: Path) -> None:
    path = written(film, tmp_path, "otio")
    line, plan = timeline(film.plan), film.plan
    found = timeline_of(path)
    pictures = found.video_tracks()[0]
    assert found.duration() == otio.opentime.RationalTime(line.frames, plan.fps)
    clips = {clip.name: clip for clip in pictures.find_clips()}
    for clip in found.find_clips():
        source = path.parent / unquote(clip.media_reference.target_url)
        assert source.is_file()
        assert clip.source_range.end_time_exclusive() <= clip.available_range().end_time_exclusive()
    last = clips["shot_003"]
    handles = line.handles["shot_003"]
    assert last.source_range.start_time.value == handles.head > 0
    assert last.available_range().duration.value == handles.head + plan.shots[2].frames
    fades = [item for item in pictures if isinstance(item, otio.schema.Transition)]
    assert [(fade.in_offset.value, fade.out_offset.value) for fade in fades][-1:] == [(handles.head, handles.head)]
    assert {marker.name.split(":")[0] for marker in found.tracks.markers} == {"scene 1", "scene 2"}
    tracks = {track.name: track for track in found.audio_tracks()}
    assert {"voices", "effects"} <= set(tracks)
    first = tracks["voices"].range_of_child(next(iter(tracks["voices"].find_clips())))
    assert first.start_time.value == plan.shots[0].lines[0].start


def test_a_join_that_no_editor_can_make_stands_there_as_a_clip(film: Film, tmp_path: Path) -> None:
    """What a smooth join was made as decides: a dissolve stays one, anything else is its own rendered clip."""
    record = Store(film.folder).read("05_joins/shot_001-shot_002.json")
    assert record is not None
    kind = record.data["kind"]
    names = [clip.name for clip in timeline_of(written(film, tmp_path, "otio")).video_tracks()[0].find_clips()]
    if kind in ("cut", "dissolve"):
        assert names[:2] == ["shot_001", "shot_002"]
    else:
        assert names[:3] == ["shot_001", f"shot_001-shot_002 ({kind})", "shot_002"]


def test_edl_adds_up_to_the_film(film: Film, tmp_path: Path) -> None:
    path = written(film, tmp_path, "edl")
    text, line = path.read_text(), timeline(film.plan)
    assert text.isascii()
    events = [row.split() for row in text.splitlines() if row[:3].isdigit()]
    seconds = 0
    for event in (event for event in events if event[2] == "V"):
        source_in, source_out, record_in, record_out = (frames(code, film.plan.fps) for code in event[-4:])
        assert source_out - source_in == record_out - record_in
        assert record_in - 3600 * film.plan.fps == seconds, event
        seconds = record_out - 3600 * film.plan.fps
    assert seconds == line.frames
    assert [event[4] for event in events if event[3] == "D"][-1] == f"{2 * line.handles['shot_003'].head:03}"
    assert timeline_of(path, rate=film.plan.fps).duration().value == line.frames
    sources = [row.removeprefix("* SOURCE FILE: ") for row in text.splitlines() if row.startswith("* SOURCE FILE")]
    assert sources
    assert all((tmp_path / source).is_file() for source in sources)


def frames(code: str, fps: int) -> int:
    hours, minutes, seconds, rest = (int(part) for part in code.split(":"))
    return ((hours * 60 + minutes) * 60 + seconds) * fps + rest


def test_fcpxml_is_on_frame_boundaries_and_adds_up(film: Film, tmp_path: Path) -> None:
    path = written(film, tmp_path, "fcpxml")
    root, fps, line = ElementTree.parse(path).getroot(), film.plan.fps, timeline(film.plan)
    assert root.attrib["version"] == "1.10"
    sequence = root.find("library/event/project/sequence")
    assert sequence is not None
    assert root.find("library/event/project").attrib["name"] == "Mara & the <fox> "  # type: ignore[union-attr]
    for element in sequence.iter():
        for name in ("offset", "start", "duration"):
            if name in element.attrib:
                assert (seconds_of(element.attrib[name]) * fps).denominator == 1, element.attrib
    spine = sequence.find("spine")
    assert spine is not None
    at = Fraction(0)
    for clip in spine.findall("asset-clip"):
        assert seconds_of(clip.attrib["offset"]) == at
        at += seconds_of(clip.attrib["duration"])
        kinds = [child.tag for child in clip]
        assert kinds == sorted(kinds), "connected clips stand before markers"
    assert at == seconds_of(sequence.attrib["duration"]) == Fraction(line.frames, fps)
    for asset in root.iter("asset"):
        assert (tmp_path / unquote(asset.find("media-rep").attrib["src"])).is_file()  # type: ignore[union-attr]
    ids = {item.attrib["id"] for item in root.find("resources")}  # type: ignore[union-attr]
    assert {item.attrib["ref"] for item in root.iter() if "ref" in item.attrib} <= ids
    assert timeline_of(path).duration().value == line.frames


def seconds_of(text: str) -> Fraction:
    assert text.endswith("s")
    return Fraction(text[:-1])


def test_the_effects_stem_is_as_long_as_the_film(film: Film, tmp_path: Path) -> None:
    written(film, tmp_path, "otio")
    with wave.open(str(tmp_path / "sound/effects.wav")) as stream:
        assert stream.getnframes() == round(timeline(film.plan).frames / film.plan.fps * stream.getframerate())
        assert any(stream.readframes(stream.getnframes()))


def test_the_zip_works_wherever_it_is_unpacked_and_is_the_same_twice(film: Film, tmp_path: Path) -> None:
    path = written(film, tmp_path, "zip")
    before = path.read_bytes()
    assert written(film, tmp_path, "zip").read_bytes() == before
    with zipfile.ZipFile(path) as packed:
        assert {"film.mp4", "film.srt", "plan.yaml", "film.otio", "film.edl", "film.fcpxml"} <= set(packed.namelist())
        packed.extractall(tmp_path / "there")
    for clip in timeline_of(tmp_path / "there/film.otio").find_clips():
        assert (tmp_path / "there" / unquote(clip.media_reference.target_url)).is_file()


def test_the_command_writes_into_the_run_and_names_the_file(film: Film) -> None:
    command = [sys.executable, "-m", "agent.cli", "export", str(film.folder), "--format", "vtt"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    assert Path(done.stdout.strip()).read_text() == (film.folder / "06_film/film.vtt").read_text()
    wrong = subprocess.run([*command[:-1], "avid"], capture_output=True, text=True, timeout=120, check=False)
    assert wrong.returncode == 2
    assert "otio" in wrong.stderr


def test_what_is_not_there_is_said(film: Film, tmp_path: Path) -> None:
    for kind in FORMATS:
        with pytest.raises(MakeError, match="make the film first"):
            export_run(film.plan, Store(tmp_path / "nowhere"), to=kind, out=tmp_path / kind)
    (tmp_path / "file").write_text("mine")
    with pytest.raises(WrongSetting, match="is a file"):
        export_run(film.plan, Store(film.folder), to="otio", out=tmp_path / "file")
    assert (tmp_path / "file").read_text() == "mine"
