"""The storyboard in a real Chromium: it plays, filters, listens to keys, fits a phone, prints, and is accessible."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser import browser
from small_plans import make_small_plan

from agent import Film, StoryAgent
from agent.pages import write_storyboard
from agent.store import Store

PHONE = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}


@pytest.fixture(scope="module")
def chrome() -> Iterator[Any]:
    with browser() as running:
        yield running


@pytest.fixture(scope="module")
def film(chrome: Any, tmp_path_factory: pytest.TempPathFactory) -> Film:
    plan = make_small_plan()
    return StoryAgent(workers=2, voice="none").make(plan, out=tmp_path_factory.mktemp("browser") / "run")


@pytest.fixture
def page(chrome: Any, film: Film) -> Iterator[Any]:
    with opened(chrome, film.storyboard) as shown:
        yield shown


class opened:
    """A page that has said nothing wrong when it is closed."""

    def __init__(self, chrome: Any, file: Path, **options: Any) -> None:
        self._context = chrome.new_context(**options)
        self._file, self._said = file, list[str]()

    def __enter__(self) -> Any:
        page = self._context.new_page()
        page.on("console", lambda message: self._said.append(message.text))
        page.on("pageerror", lambda error: self._said.append(str(error)))
        page.on("request", self._asked)
        page.goto(self._file.as_uri())
        return page

    def _asked(self, request: Any) -> None:
        if not request.url.startswith(("file:", "data:", "blob:")):
            self._said.append(f"asked for {request.url}")

    def __exit__(self, *failure: object) -> None:
        self._context.close()
        if failure == (None, None, None):
            assert self._said == []


PLAYED = "() => document.querySelector('#film video').currentTime > 0.4"


def plays_here(page: Any) -> bool:
    return bool(page.evaluate("document.createElement('video').canPlayType('video/mp4; codecs=\"avc1.42E01E\"')"))


def test_the_film_plays_from_the_scene_that_is_chosen_with_its_captions_at_hand(page: Any, film: Film) -> None:
    video = page.locator("#film video")
    assert video.get_attribute("src") == "film.mp4"
    if not plays_here(page):
        pytest.skip("this Chromium was built without H.264: the film is named, and cannot play")
    page.wait_for_function("() => document.querySelector('#film video').readyState >= 1")
    assert abs(video.evaluate("video => video.duration") - film.plan.frames / film.plan.fps) < 0.2
    video.evaluate("video => { video.muted = true; return video.play(); }")
    page.wait_for_function(PLAYED)
    tracks = video.evaluate(
        "video => [...video.textTracks].map(track => [track.kind, track.cues && track.cues.length])"
    )
    assert ["captions", 3] in tracks or ["captions", 2] in tracks
    assert ["chapters", 2] in tracks
    page.locator(".chapters button").nth(1).click()
    start = float(page.locator(".chapters button").nth(1).get_attribute("data-start"))
    page.wait_for_function(f"() => document.querySelector('#film video').currentTime >= {start}")
    page.wait_for_function("() => document.querySelector('.strip [aria-current]')?.textContent === '3'")


def test_a_shot_plays_in_its_frame_while_it_is_pointed_at_and_its_boxes_go_along(page: Any) -> None:
    if not plays_here(page):
        pytest.skip("this Chromium was built without H.264: shots cannot play")
    page.keyboard.press("b")
    frame = page.locator("#shot-1 .frame")
    box = frame.locator(".box").first
    before = box.evaluate("box => box.style.left")
    frame.hover()
    page.wait_for_selector("#shot-1 .frame.on video")
    page.wait_for_function(f"() => document.querySelector('#shot-1 .box').style.left !== '{before}'")
    page.mouse.move(2, 2)
    page.wait_for_selector("#shot-1 .frame video", state="detached")
    assert box.evaluate("box => box.style.left") == before


def test_letters_are_in_the_page_itself(page: Any) -> None:
    loaded = "() => document.fonts.ready.then(() => [...document.fonts].map(face => [face.family, face.status]))"
    assert sorted(page.evaluate(loaded)) == [["EB Garamond", "loaded"], ["Nunito", "loaded"]]


def test_filters_leave_the_shots_of_who_and_where_was_chosen(page: Any) -> None:
    def shown() -> list[str]:
        return page.locator(".shot:visible h3").all_inner_texts()

    meadow = page.get_by_role("group", name="Places").get_by_role("button", name="meadow")
    meadow.click()
    assert shown() == ["Shot 3"]
    assert page.get_by_role("status").inner_text() == "1 of 3 shots"
    assert page.locator(".shot:visible .slate b").inner_text().lower() == "meadow"
    page.get_by_role("button", name="Show all").click()
    assert shown() == ["Shot 1", "Shot 2", "Shot 3"]
    page.get_by_role("group", name="With").get_by_role("button", name="Mara").click()
    assert "Shot 1" in shown()
    assert meadow.get_attribute("aria-pressed") == "false"


def test_keys_walk_play_toggle_and_help(page: Any) -> None:
    for key, number in (("j", 1), ("j", 2), ("j", 3), ("j", 3), ("k", 2)):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.id") == f"shot-{number}"
    if plays_here(page):
        page.keyboard.press(" ")
        page.wait_for_selector("#shot-2 .frame.on video")
        assert page.locator("#shot-2 video").evaluate("video => video.muted") is False
        page.keyboard.press("Escape")
        assert page.locator("#shot-2 video").count() == 0
    page.keyboard.press("b")
    assert page.locator("#shot-1 .box").first.is_visible()
    page.keyboard.press("?")
    assert page.get_by_role("dialog").is_visible()
    page.get_by_role("button", name="Close").click()
    assert not page.get_by_role("dialog").is_visible()
    page.keyboard.press("f")
    page.wait_for_function("() => document.fullscreenElement?.tagName === 'VIDEO'")


def test_light_and_dark_follow_the_system_until_one_is_chosen(chrome: Any, film: Film) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    with opened(chrome, film.storyboard, color_scheme="dark") as page:
        dark = page.evaluate(ground)
        page.keyboard.press("d")
        light = page.evaluate(ground)
        page.reload()
        assert page.evaluate(ground) == light
    with opened(chrome, film.storyboard, color_scheme="light") as page:
        assert (page.evaluate(ground), dark != light) == (light, True)


def test_a_phone_shows_it_without_scrolling_sideways(chrome: Any, film: Film) -> None:
    with opened(chrome, film.storyboard, **PHONE) as page:
        assert page.evaluate("document.documentElement.scrollWidth") == 360
        page.locator("summary").first.click()
        assert page.evaluate("document.documentElement.scrollWidth") == 360


@pytest.mark.parametrize(("more", "sheets"), [(0, 1), (4, 2), (10, 3)])
def test_it_prints_six_shots_a_page(chrome: Any, film: Film, tmp_path: Path, more: int, sheets: int) -> None:
    first = film.plan.shots[0]
    long = {"text": "A long sentence about the sea and what it brings. " * 8}
    extra = tuple(first.model_copy(update={"id": f"copy_{number}", **long}) for number in range(more))
    plan = film.plan.model_copy(update={"shots": (*extra, *film.plan.shots)})
    out = tmp_path / "board.html"
    write_storyboard(plan, Store(film.folder), embed=True, out=out)
    with opened(chrome, out) as page:
        pdf = page.pdf(prefer_css_page_size=True, print_background=True)
    assert len(re.findall(rb"/Type\s*/Page[^s]", pdf)) == sheets


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(chrome: Any, film: Film, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed (dev extra)")
    with opened(chrome, film.storyboard, color_scheme=scheme) as page:
        page.locator("summary").first.click()
        found = axe.Axe().run(page)
        assert [(row["id"], row["nodes"][0]["html"]) for row in found.response["violations"]] == []


def test_a_page_that_holds_its_film_plays_anywhere(chrome: Any, film: Film, tmp_path: Path) -> None:
    out = tmp_path / "alone.html"
    write_storyboard(film.plan, Store(film.folder), embed=True, out=out)
    with opened(chrome, out) as page:
        if not plays_here(page):
            pytest.skip("this Chromium was built without H.264: the film is in the page, and cannot play")
        page.locator("#film video").evaluate("video => { video.muted = true; return video.play(); }")
        page.wait_for_function(PLAYED)


def test_a_page_without_its_film_says_what_is_missing(chrome: Any, film: Film, tmp_path: Path) -> None:
    out = tmp_path / "moved.html"
    out.write_bytes(film.storyboard.read_bytes())
    context = chrome.new_context()
    page = context.new_page()
    page.goto(out.as_uri())
    page.get_by_text("The film is not beside this page").wait_for()
    context.close()
