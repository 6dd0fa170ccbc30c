"""The check page shows the numbers it was made from, with pictures, and trusts no name of a story."""

from __future__ import annotations

import base64
import json
import re
import shutil
from pathlib import Path

import pytest
from browser import browser
from small_plans import make_small_plan

from agent import Film, StoryAgent
from agent.checking import FilmCheck, check_run
from agent.pages import CHECK_PAGE, write_check_page
from agent.store import Store
from consistency import Failure, Number, Scores, Verdict

FORMULA = r"$\frac{1}{0}$ <b>Mara</b>"


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Film:
    plan = make_small_plan()
    return StoryAgent(workers=2, voice="none").make(plan, out=tmp_path_factory.mktemp("checked") / "run")


@pytest.fixture(scope="module")
def found(film: Film) -> FilmCheck:
    return check_run(film.plan, Store(film.folder))


def curves(page: str) -> str:
    held = re.search(r'src="data:image/svg\+xml;base64,([^"]+)"', page)
    return base64.b64decode(held[1]).decode() if held else ""


def test_the_page_shows_crops_curves_seams_and_every_shots_numbers(film: Film, found: FilmCheck) -> None:
    pytest.importorskip("matplotlib", reason="curves need the report extra")
    assert write_check_page(film.plan, Store(film.folder), found) == ()
    page = (film.folder / CHECK_PAGE).read_text(encoding="utf-8")
    assert page.count('alt="Mara in shot ') == 2
    assert 'alt="Reference of Mara"' in page
    for number in found.scores.of("identity_reference"):
        if number.value is not None:
            assert f">{number.value:.2f}" in page
    assert 'alt="Join 50%, shots 2 to 3"' in page
    assert "shots 1 to 2" not in page
    assert "at least" in page
    drawn = curves(page)
    for words in ("Identity, crop to reference", "Flash", "red fox", "seconds"):
        assert words in drawn
    again = (film.folder / CHECK_PAGE).read_bytes()
    write_check_page(film.plan, Store(film.folder), found)
    assert (film.folder / CHECK_PAGE).read_bytes() == again


def test_what_fails_is_said_in_words_and_names_stay_text(film: Film, found: FilmCheck, tmp_path: Path) -> None:
    shutil.copytree(film.folder, tmp_path / "run")
    entities = dict(film.plan.entities)
    entities["mara"] = entities["mara"].model_copy(update={"name": FORMULA})
    plan = film.plan.model_copy(update={"entities": entities})
    failure = Failure(measure="flash", value=9.5, threshold=3.0)
    passed = tuple(Verdict(shot=shot.id, accepted=True, judged=1) for shot in plan.shots[1:])
    verdicts = (Verdict(shot="shot_001", accepted=False, failures=(failure,), judged=1), *passed)
    flashes = (Number(measure="flash", value=9.5, shot="shot_001"),)
    write_check_page(
        plan, Store(tmp_path / "run"), FilmCheck(scores=found.scores + Scores(numbers=flashes), verdicts=verdicts)
    )
    page = (tmp_path / "run" / CHECK_PAGE).read_text(encoding="utf-8")
    assert "1 of 3 shots fail" in page
    assert failure.sentence() in page
    assert "<b>Mara" not in page + curves(page)
    assert r"$\frac{1}{0}$" in curves(page)


def test_what_was_tried_again_stands_with_its_pictures_its_reasons_and_the_region_painted_anew(
    film: Film, found: FilmCheck, tmp_path: Path
) -> None:
    shutil.copytree(film.folder, tmp_path / "run")
    store = Store(tmp_path / "run")
    record = store.read("03_keyframes/shot_001.json")
    assert record is not None
    verdict = {"shot": "shot_001", "accepted": False, "failures": [], "advice": []}
    repair = {"advice": {"change": "repair", "entity": "fox", "region": [0.5, 0.25, 0.75, 1.0]}, "number": 1}
    rows = [
        {"attempt": 1, "kept": False, "accepted": False, "failures": ["no fox"], "changes": [], "steps": []},
        {"attempt": 2, "kept": True, "accepted": True, "failures": [], "changes": ["repair of fox"], "steps": [repair]},
    ]
    for number in (0, 1):
        home = store.root / f".kept/03_keyframes/shot_001/tries-{record.key[:16]}/{number}/03_keyframes"
        home.mkdir(parents=True)
        shutil.copy(store.root / "03_keyframes/shot_001.png", home)
    store.write("03_keyframes/shot_001.json", record.model_copy(update={"data": record.data | {"attempts": rows}}))
    told = {"retried": [], "notes": ["Shot shot_003 is drawn by rules."]}
    (store.root / "07_check/retried.json").write_text(json.dumps(told | {"before": verdict}))
    write_check_page(film.plan, store, found)
    page = (store.root / CHECK_PAGE).read_text(encoding="utf-8")
    assert page.count('alt="Attempt ') == 2
    assert "no fox" in page
    assert "Attempt 2, used" in page
    assert "left:50.0%;top:25.0%;width:25.0%;height:75.0%" in page
    assert "drawn by rules" in page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_sound_in_a_browser(film: Film, found: FilmCheck, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed (dev extra)")
    write_check_page(film.plan, Store(film.folder), found)
    with browser() as chrome:
        page = chrome.new_context(color_scheme=scheme, viewport={"width": 360, "height": 740}).new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.goto((film.folder / CHECK_PAGE).as_uri())
        assert page.evaluate("[...document.images].every(image => image.naturalWidth > 0)")
        assert page.evaluate("document.documentElement.scrollWidth") == 360
        broken = "[...document.querySelectorAll('.wide th, .wide td')].some(cell => cell.offsetHeight > 48)"
        assert not page.evaluate(broken)
        assert [row["id"] for row in axe.Axe().run(page).response["violations"]] == []
        assert said == []
