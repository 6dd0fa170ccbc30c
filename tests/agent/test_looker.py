"""A model that sees looks at what the measures accept: what it misses makes another attempt, within the same budget."""

from __future__ import annotations

import importlib
import json
import re
from pathlib import Path

import damaged
import numpy as np
import pytest
from chat_server import Body, ChatServer, Reply
from image_server import ImageServer
from test_attempts import attempts, calls, made, rules, two_shots

from agent import StoryAgent
from generators import Patch
from generators.crops import read_rgb
from generators.patches import mask_of
from planners import PlanError, read_prices


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """`damaged` installed as a package; answers about servers are kept here."""
    damaged.install(tmp_path / "site")
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    monkeypatch.setenv("STORYREEL_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("OPENAI_API_KEY", "sk-canary-5f0d7c11")
    importlib.invalidate_caches()
    return tmp_path


def told(body: Body) -> str:
    return next(part["text"] for part in body["messages"][-1]["content"] if part["type"] == "text")


def answered(body: Body, *, missing: str = "") -> Reply:
    """What somebody sees who sees one of each, red, and all but one."""
    ids = re.findall(r"^([\w#.]+): ", told(body), flags=re.MULTILINE)
    rows = [{"id": name, "yes": name != missing, "number": 1, "word": "red", "box": None} for name in ids]
    return Reply(json.dumps({"answers": rows}), usage=(1000, 100))


def test_what_the_model_misses_makes_another_attempt_with_its_words_first(site: Path) -> None:
    missed: list[str] = []

    with ChatServer(answer=lambda body: one_miss(body, missed)) as server:
        settings = {"looker": "openai:tiny", "endpoint": server.url, "prices": read_prices("openai:tiny=10/10")}
        film = made(site, rules(site, dim=["shot_001"], until="emphasis"), budget=5.0, **settings)
        first, second = attempts(film, "shot_001", "keyframe")
        asked = len(server.requests)
        again = made(site, rules(site, dim=["shot_001"], until="emphasis"), budget=5.0, **settings)
    assert (first["accepted"], second["accepted"], second["kept"]) == (False, True, True)
    assert "seen by a model: Is there a fox? no" in first["failures"][0]
    assert second["changes"] == ["emphasis of fox"]
    assert (first["scores"]["looked"] < 1, second["scores"]["looked"]) == (True, 1.0)
    assert [row["accepted"] for row in attempts(film, "shot_003", "keyframe")] == [True]
    assert asked == 5
    assert again.made == {}
    ledger = json.loads((film.folder / "ledger.json").read_text())
    assert ledger["usd"] == pytest.approx(asked * 0.011)
    texts = b"".join(path.read_bytes() for path in film.folder.rglob("*") if path.is_file())
    assert b"sk-canary" not in texts


def one_miss(body: Body, missed: list[str]) -> Reply:
    """Misses the fox in the first picture that shows both."""
    both = "fox.exists" in told(body) and "mara.exists" in told(body)
    if both and not missed:
        missed.append(told(body))
        return answered(body, missing="fox.exists")
    return answered(body)


def test_the_region_that_fails_is_painted_anew_and_the_shot_is_made_from_that_still(site: Path) -> None:
    missed: list[str] = []
    with ChatServer(answer=lambda body: one_miss(body, missed)) as server:
        settings = {"looker": "openai:tiny", "endpoint": server.url, "prices": read_prices("openai:tiny=10/10")}
        film = made(site, rules(site, dim=["shot_001"], repairs="yes"), budget=5.0, **settings)
    first, second = attempts(film, "shot_001", "keyframe")
    assert second["changes"] == ["repair of fox"]
    assert second["kept"]
    shelf = next((film.folder / ".kept/03_keyframes/shot_001").glob("tries-*"))
    before, after = (read_rgb(shelf / str(n) / "03_keyframes/shot_001.png").astype(int) for n in (0, 1))
    region = first["verdict"]["advice"][0]["region"]
    patch = Patch(entity="fox", region=region, keep=first["verdict"]["advice"][0]["keep"])
    inside = mask_of((patch,), (before.shape[1], before.shape[0])) > 0
    assert np.array_equal(before[~inside], after[~inside])
    assert (before != after)[inside].any()
    used = read_rgb(film.folder / "03_keyframes/shot_001.png").astype(int)
    assert np.array_equal(used, after)
    assert [row["kind"] for row in calls(site, "repair", "shot_001")] == ["repair"]
    order = [json.loads(line) for line in (site / "log").read_text().splitlines()]
    kinds = [row["kind"] for row in order if row["shot"] == "shot_001"]
    assert kinds.index("repair") < kinds.index("shot")


def test_a_generator_that_paints_no_regions_is_named_and_makes_the_whole_again(site: Path) -> None:
    missed: list[str] = []
    with ChatServer(answer=lambda body: one_miss(body, missed)) as server:
        settings = {"looker": "openai:tiny", "endpoint": server.url, "prices": read_prices("openai:tiny=10/10")}
        film = made(site, rules(site, dim=["shot_001"], until="emphasis"), budget=5.0, **settings)
    advice = attempts(film, "shot_001", "keyframe")[0]["verdict"]["advice"]
    assert advice[0]["change"] == "repair"
    assert any("region of red fox" in row and "damaged cannot do that" in row for row in film.downgrades)


def test_a_region_that_cannot_be_painted_after_all_is_named_too(site: Path) -> None:
    missed: list[str] = []
    with ChatServer(answer=lambda body: one_miss(body, missed)) as server:
        settings = {"looker": "openai:tiny", "endpoint": server.url, "prices": read_prices("openai:tiny=10/10")}
        film = made(site, rules(site, dim=["shot_001"], until="emphasis", repairs="refused"), **settings)
    rows = attempts(film, "shot_001", "keyframe")
    assert [row["changes"] for row in rows] == [[], ["emphasis of fox"]]
    assert any("this model has no brush" in row for row in film.downgrades)


def test_without_money_nothing_is_sent_and_the_film_says_so(site: Path) -> None:
    with ChatServer(answer=answered) as server:
        film = made(
            site, rules(site), looker="openai:tiny", endpoint=server.url, budget=0.0001,
            prices=read_prices("openai:tiny=10/10"),
        )  # fmt: skip
        assert server.requests == []
    assert film.video.is_file()
    assert any("openai:tiny did not look at shot_001" in row for row in film.downgrades)


def test_only_a_model_can_look() -> None:
    for name in ("rules", "nobody:x"):
        with pytest.raises(PlanError):
            StoryAgent(looker=name)


def test_hosted_stills_are_tried_again_until_the_budget_and_the_best_stays(site: Path) -> None:
    plan = two_shots()
    one = plan.model_copy(update={"shots": plan.shots[1:], "scenes": plan.scenes[1:]})
    with ImageServer() as server:
        name = f"openai-images:tiny?endpoint={server.url}&price=0.1"
        film = StoryAgent(keyframes=name, voice="none", workers=1, attempts=4, budget=0.35).make(one, out=site / "run")
        rows = attempts(film, "shot_003", "keyframe")
        assert server.paid == 3
        usual = StoryAgent(keyframes=name, voice="none", workers=1, budget=5).make(one, out=site / "usual")
    assert [row["accepted"] for row in rows] == [False, False]
    assert sum(row["kept"] for row in rows) == 1
    assert any("was not tried again" in row and "budget of 0.3500 USD" in row for row in film.downgrades)
    assert film.video.is_file()
    assert attempts(usual, "shot_003", "keyframe") == []


def test_another_attempt_never_takes_the_money_of_a_picture_that_is_not_made_yet(site: Path) -> None:
    """Two references and two stills cost 0.4; what is left pays for one more attempt, at whichever comes first."""
    with ImageServer() as server:
        name = f"openai-images:tiny?endpoint={server.url}&price=0.1"
        film = StoryAgent(keyframes=name, voice="none", workers=1, attempts=4, budget=0.55).make(
            two_shots(), out=site / "run"
        )
        assert server.paid == 5
    counts = [len(attempts(film, shot, "keyframe")) for shot in ("shot_001", "shot_003")]
    assert sorted(counts) == [1, 2]
    assert sum("set aside" in row or "of the budget" in row for row in film.downgrades) == 2
    assert film.video.is_file()
    ledger = json.loads((film.folder / "ledger.json").read_text())
    assert (ledger["usd"], ledger["aside"]) == (pytest.approx(0.5), {})
