"""The storyboard is one file that needs nothing from outside, shows what the folder tells, and trusts no story."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from small_plans import make_small_plan

from agent import Film, StoryAgent
from agent.budget import LEDGER_FILE, Ledger
from agent.errors import MakeError
from agent.pages import write_storyboard
from agent.pages.facts import walks
from agent.pages.typefaces import faces
from agent.store import Store
from planners import Spending

EVIL = "</script><script>document.title='owned'</script>\" onerror=\"x"


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Film:
    plan = make_small_plan()
    return StoryAgent(workers=2, voice="none").make(plan, out=tmp_path_factory.mktemp("page") / "run")


@pytest.fixture
def own(film: Film, tmp_path: Path) -> Film:
    """A copy that a test may change."""
    shutil.copytree(film.folder, tmp_path / "run")
    return film.model_copy(update={"folder": tmp_path / "run"})


def test_making_a_film_writes_its_page_with_everything_in_it(film: Film) -> None:
    page = film.storyboard.read_text(encoding="utf-8")
    sources = re.findall(r'\s(?:src|href)="([^"]*)"', page)
    outside = {source[:40] for source in sources if not source.startswith(("data:", "#"))}
    assert outside == {"film.mp4"}
    assert "@import" not in page
    assert len(re.findall(r'<article class="shot', page)) == 3
    for shot in film.plan.shots:
        assert html.escape(shot.text, quote=False) in page or shot.text in html.unescape(page)
    assert page.count("data:image/jpeg") > 3 + 2


def test_a_page_is_written_only_when_it_would_change(own: Film) -> None:
    store = Store(own.folder)
    assert not write_storyboard(own.plan, store)
    with (own.folder / "events.jsonl").open("a", encoding="utf-8") as log:
        log.write('{"kind":"run_started","run":"run","tasks":9,"stale":0}\n{"kind":"reused","task":"film"}\n')
        log.write('{"kind":"done","film":"f","made":0,"reused":9,"seconds":0.1}\n')
    assert not write_storyboard(own.plan, store)
    changed = own.plan.model_copy(update={"title": "Another"})
    assert write_storyboard(changed, store)
    assert "Another" in own.storyboard.read_text(encoding="utf-8")


def test_words_of_a_story_never_become_markup_and_only_our_script_may_run(own: Film) -> None:
    shots = tuple(shot.model_copy(update={"text": EVIL, "note": EVIL}) for shot in own.plan.shots)
    entities = {name: entity.model_copy(update={"name": EVIL}) for name, entity in own.plan.entities.items()}
    plan = own.plan.model_copy(update={"title": EVIL, "author": EVIL, "shots": shots, "entities": entities})
    write_storyboard(plan, Store(own.folder))
    page = own.storyboard.read_text(encoding="utf-8")
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    assert len(scripts) == 1
    allowed = base64.b64encode(hashlib.sha256(scripts[0].encode()).digest()).decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    assert f"script-src 'sha256-{allowed}'" in policy[1]
    assert not re.search(r'<[^>]*\sonerror="', page)


def test_scores_costs_retries_and_earlier_takes_are_shown(own: Film) -> None:
    (own.folder / "07_check").mkdir()
    scores = {
        "verdicts": [
            {
                "shot": "shot_002",
                "failures": [
                    {"measure": "identity_reference", "value": 0.31, "threshold": 0.6, "entity": "mara", "other": None}
                ],
                "judged": 2,
            }
        ],
        "numbers": [{"measure": "identity_reference", "value": 0.31, "shot": "shot_002", "entity": "mara"}],
        "notes": ["Seen by colours alone."],
    }
    (own.folder / "07_check/scores.json").write_text(json.dumps(scores), encoding="utf-8")
    ledger = Ledger(own.folder / LEDGER_FILE, limit=5.0)
    ledger.settle(None, Spending(what="openai:gpt", where="cast", prompt_tokens=900, completion_tokens=100, usd=0.25))
    with (own.folder / "events.jsonl").open("a", encoding="utf-8") as log:
        log.write('{"kind":"run_started","run":"run","tasks":9,"stale":1}\n')
        log.write('{"kind":"retried","task":"shot:shot_001","reason":"the worker ran out of memory"}\n')
        log.write('{"kind":"made","task":"shot:shot_001","reason":"changed: seed","files":[],"seconds":2.5}\n')
    still = own.folder / "03_keyframes/shot_001"
    kept = own.folder / ".kept/03_keyframes/shot_001/0123456789abcdef"
    (kept / "03_keyframes").mkdir(parents=True)
    shutil.copy(own.folder / "03_keyframes/shot_002.png", kept / "03_keyframes/shot_001.png")
    record = json.loads(still.with_suffix(".json").read_text(encoding="utf-8"))
    record |= {"key": "0123456789abcdef0123456789abcdef", "files": {"03_keyframes/shot_001.png": "aa11"}}
    (kept / "record.json").write_text(json.dumps(record), encoding="utf-8")

    assert write_storyboard(own.plan, Store(own.folder))
    page = html.unescape(own.storyboard.read_text(encoding="utf-8"))
    for words in ("identity 0.31, too low", "Seen by colours alone.", "openai:gpt", "$0.2500", "changed: seed"):
        assert words in page
    assert "of a budget of $5.00" in page
    assert page.count("tried again: the worker ran out of memory") == 2
    assert 'data-p="aa11-240"' in page
    assert "not finished" in page


def test_the_film_can_be_put_into_the_page_and_a_missing_one_is_said(own: Film, tmp_path: Path) -> None:
    out = tmp_path / "alone.html"
    command = [sys.executable, "-m", "agent.cli", "page", str(own.folder), "--embed", "--out", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == str(out)
    held = re.search(r'src="data:video/mp4;base64,([^"]+)"', out.read_text(encoding="utf-8"))
    assert held is not None
    assert base64.b64decode(held[1]) == own.video.read_bytes()
    own.video.unlink()
    with pytest.raises(MakeError, match="make it first"):
        write_storyboard(own.plan, Store(own.folder), embed=True)
    write_storyboard(own.plan, Store(own.folder))
    page = own.storyboard.read_text(encoding="utf-8")
    assert "<video" not in page
    assert "not made yet" in page


def test_pictures_that_are_gone_leave_a_page_that_says_so(own: Film) -> None:
    own.storyboard.unlink()
    (own.folder / "03_keyframes/shot_001.png").unlink()
    (own.folder / "02_references/mara.png").write_bytes(b"no picture")
    write_storyboard(own.plan, Store(own.folder))
    page = own.storyboard.read_text(encoding="utf-8")
    assert page.count("no picture yet") == 1
    assert "Reference of Mara" not in page


def test_the_log_is_told_run_by_run_even_with_broken_lines(tmp_path: Path) -> None:
    rows = [
        '{"kind":"made","task":"plan","reason":"never made","seconds":1.0}',
        '{"kind":"run_started","run":"r","tasks":2,"stale":2}',
        '{"kind":"made","task":"shot:a","reason":"never made","seconds":3.0}',
        '{"kind":"failed","task":"shot:b","error":"no memory"}',
        '{"kind":"made","task":"shot:c","reas',
        '{"kind":"run_started","run":"r","tasks":2,"stale":1}',
        '{"kind":"made","task":"shot:b","reason":"never made","seconds":3.0}',
        '{"kind":"done","film":"f","made":1,"reused":1,"seconds":3.5}',
    ]
    (tmp_path / "events.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")
    first, second = walks(Store(tmp_path))
    assert [making.task for making in first.made] == ["plan", "shot:a"]
    assert first.troubles == [("shot:b", "failed: no memory")]
    assert first.seconds is None
    assert ([making.task for making in second.made], second.seconds) == (["shot:b"], 3.5)


def test_a_changed_page_of_sixty_shots_takes_under_a_second(own: Film) -> None:
    shot = own.plan.shots[0]
    extra = tuple(shot.model_copy(update={"id": f"copy_{number:03}"}) for number in range(57))
    scene = own.plan.scenes[0]
    scenes = (
        scene.model_copy(update={"shots": (*scene.shots, *(item.id for item in extra))}),
        *own.plan.scenes[1:],
    )
    plan = own.plan.model_copy(update={"shots": (*extra, *own.plan.shots), "scenes": scenes})
    write_storyboard(plan, Store(own.folder))
    began = time.process_time()
    assert write_storyboard(plan.model_copy(update={"title": "Sixty"}), Store(own.folder))
    assert time.process_time() - began < 1


def test_letters_are_cut_once_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STORYREEL_CACHE", str(tmp_path / "cache"))
    faces.cache_clear()
    rules = faces()
    assert rules.count("@font-face") == 2
    assert len(rules) < 160_000
    kept = {path: path.stat().st_mtime_ns for path in (tmp_path / "cache").rglob("*.woff")}
    faces.cache_clear()
    assert faces() == rules
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "cache").rglob("*") if path.is_file()} == kept
    monkeypatch.undo()
    faces.cache_clear()


def test_runs_are_told_by_their_time_and_what_they_made(own: Film) -> None:
    with (own.folder / "events.jsonl").open("a", encoding="utf-8") as log:
        log.write(
            '{"kind":"run_started","run":"run","tasks":2,"stale":1,"at":"2026-11-05T09:07:00Z","only":"single shots"}\n'
        )
        log.write('{"kind":"made","task":"shot:shot_002","reason":"changed: seed","files":[],"seconds":2.5}\n')
        log.write('{"kind":"made","task":"line:shot_002:1","reason":"changed: line","files":[],"seconds":0.5}\n')
        log.write('{"kind":"done","film":"","made":2,"reused":1,"seconds":3.0}\n')
    write_storyboard(own.plan, Store(own.folder))
    page = html.unescape(own.storyboard.read_text(encoding="utf-8"))
    assert '5 Nov 2026, 09:07 UTC <span class="count">single shots · 2 made, 0 reused · 3.0 s</span>' in page
    assert "<td>clip of shot 2</td>" in page
    assert "<td>line 1 of shot 2</td>" in page


def test_words_that_are_only_a_line_stand_once(own: Film) -> None:
    def shown(text: str) -> bool:
        shot = own.plan.shots[1].model_copy(update={"text": text})
        plan = own.plan.model_copy(update={"shots": (own.plan.shots[0], shot, own.plan.shots[2])})
        write_storyboard(plan, Store(own.folder))
        page = html.unescape(own.storyboard.read_text(encoding="utf-8"))
        return f'<p class="text" dir="auto">{text}' in page

    assert not shown('"Hello, little one!" said Mara softly.')
    assert shown('"Hello, little one!" said Mara, and she knelt down beside the fox.')
    assert shown("Mara greets the fox.")
