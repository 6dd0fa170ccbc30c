"""A model looks at a shot: the questions come from the plan, what failed is named with its place, repair is typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from chat_server import Body, ChatServer, Reply
from image_server import png
from small_plans import make_small_plan

from agent.budget import Ledger
from agent.errors import BudgetError
from consistency import look, questions, weigh
from consistency.vision import Answers, Question, Told
from generators import shot_spec
from planners import Asking, chat_model, read_prices
from planners.backends.openai.habits import forget

LEFT, RIGHT = (0.1, 0.4, 0.4, 0.9), (0.6, 0.4, 0.9, 0.9)


def planned():
    plan = make_small_plan()
    spec = shot_spec(plan, "shot_001")
    places = (LEFT, RIGHT)
    return spec, {track.key: places[number % 2] for number, track in enumerate(spec.shot.layout)}


def rightly(asked: tuple[Question, ...]) -> list[dict]:
    """The answers of somebody who sees what was planned."""
    return [
        {
            "id": item.id,
            "yes": True,
            "number": int(item.wanted) if item.wanted.isdigit() else None,
            "word": item.wanted,
            "box": item.box,
        }
        for item in asked
    ]


def test_questions_come_from_the_plan_alone_and_only_of_what_is_on_screen() -> None:
    spec, boxes = planned()
    asked = questions(spec, boxes)
    assert asked == questions(spec, boxes)
    assert {item.entity for item in asked} == {key.partition("#")[0] for key in boxes}
    assert len({item.id for item in asked}) == len(asked)
    assert {"exists", "count", "where", "does"} <= {item.kind for item in asked}
    assert questions(spec, {}) == ()


def test_what_is_as_planned_holds_and_needs_no_repair() -> None:
    asked = questions(*planned())
    verdicts = weigh(asked, Answers.model_validate({"answers": rightly(asked)}))
    assert {verdict.state for verdict in verdicts} == {"holds"}
    assert not any(verdict.repair for verdict in verdicts)


FOX = Question(id="fox.exists", kind="exists", text="Is there a fox?", entity="fox", wanted="yes", box=LEFT)
BALL = Question(id="ball.exists", kind="exists", text="Is there a ball?", entity="ball", wanted="yes", box=RIGHT)


def of_ball(kind: str, wanted: str) -> Question:
    return Question(id="ball.q", kind=kind, text="?", entity="ball", wanted=wanted, box=RIGHT, after="ball.exists")


@pytest.mark.parametrize(
    ("question", "told", "change", "words"),
    [
        (of_ball("count", "2"), {"number": 3}, "count", "exactly 2 of ball"),
        (of_ball("colour", "red"), {"word": "dark blue"}, "recolour", "ball in red"),
        (of_ball("where", "yes"), {"box": (0.0, 0.0, 0.1, 0.1)}, "move", "ball at (0.60, 0.40, 0.90, 0.90)"),
    ],
)
def test_what_failed_is_named_with_its_region_and_what_is_right_is_kept(
    question: Question, told: dict, change: str, words: str
) -> None:
    there = (Told(id="fox.exists", yes=True), Told(id="ball.exists", yes=True))
    answers = Answers(answers=(*there, Told(id="ball.q", **told)))
    verdict = weigh((FOX, BALL, question), answers)[2]
    assert verdict.repair is not None
    assert (verdict.repair.change, verdict.repair.prompt) == (change, words)
    assert verdict.repair.keep == (LEFT,)
    assert verdict.repair.box is not None
    assert verdict.repair.box[2:] == RIGHT[2:]


def test_who_is_not_there_has_no_wrong_colour_and_what_cannot_be_seen_is_no_failure() -> None:
    answers = Answers(
        answers=(Told(id="ball.exists", yes=False), Told(id="fox.exists"), Told(id="ball.q", word="blue"))
    )
    verdicts = weigh((FOX, BALL, of_ball("colour", "red")), answers)
    assert [verdict.state for verdict in verdicts] == ["unseen", "fails", "skipped"]
    assert verdicts[1].repair is not None
    assert verdicts[1].repair.change == "add"


def test_a_server_sees_the_picture_and_is_paid_from_the_same_purse_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STORYREEL_CACHE", str(tmp_path / "cache"))
    forget()
    spec, boxes = planned()
    asked = questions(spec, boxes)
    wrong = rightly(asked)
    wrong[0] |= {"yes": False, "box": None}

    def answer(_: Body) -> Reply:
        return Reply(json.dumps({"answers": wrong if len(server.requests) > 1 else wrong[1:]}), usage=(1000, 100))

    ledger = Ledger(tmp_path / "ledger.json", limit=1.0)
    with ChatServer(answer=answer) as server:
        model = chat_model("openai:tiny", endpoint=server.url)
        asking = Asking(model, purse=ledger, prices=read_prices("openai:tiny=10/10"), max_tokens=2000)
        picture = png((64, 36), 0xFF00FF00)
        looked = look(asking, picture, spec, boxes)
        assert look(asking, picture, spec, boxes) == looked
        assert len(server.requests) == 2
        parts = server.requests[0]["messages"][-1]["content"]
        assert [part["type"] for part in parts] == ["text", "image_url"]
        assert parts[1]["image_url"]["url"].startswith("data:image/png;base64,")
        poor = Asking(model, purse=Ledger(limit=0.01), prices=read_prices("openai:tiny=10/10"))
        with pytest.raises(BudgetError):
            look(poor, picture, spec, boxes)
        assert len(server.requests) == 2
    assert ledger.usd == pytest.approx(2 * 0.011)
    assert looked.score is not None
    assert 0 < looked.score < 1
    assert looked.repairs[0].change == "add"
    assert looked.repairs[0].entity == asked[0].entity
