"""The check page shows the numbers it was made from, with pictures, and trusts no name of a story."""

from __future__ import annotations

import base64
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
    assert 'alt="Last frame of shot 2"' in page
    assert 'alt="Last frame of shot 1"' not in page
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
        assert [row["id"] for row in axe.Axe().run(page).response["violations"]] == []
        assert said == []
