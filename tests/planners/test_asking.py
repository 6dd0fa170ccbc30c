"""Asking: wrong answers are sent back with what is wrong, cut ones are continued, nothing is paid twice."""

import time
from concurrent.futures import ThreadPoolExecutor
from typing import Literal

import pytest
from pydantic import Field

from planners.asking import Asking, MemoryCache
from planners.backends.scripted import ScriptedChatModel
from planners.chat_model import Asked, ChatReply, Usage
from planners.errors import BrokenOff, ChatError, NoAnswer
from planners.plan import Frozen
from planners.purse import OpenPurse

VARIABLES = {"tail": "x"}
GOOD = {"framing": "wide", "seconds": 3}


class Look(Frozen):
    framing: Literal["wide", "close-up"]
    seconds: float = Field(gt=0)


def ask(model: ScriptedChatModel, **more: object) -> Look:
    return Asking(model, **more).ask("go_on", VARIABLES, Look, where="shot s01")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        '{"framing": "wide", "seconds": 3}',
        'Sure! Here it is:\n```json\n{"framing": "wide", "seconds": 3}\n```\nDo tell me more.',
        '<think>{"framing": "huge"} no, wide</think>\n{"framing": "wide", "seconds": 3}',
        '{"framing": "wide", "seconds": 3,}',
        "{'framing': 'wide', seconds: 3}",
        'I take {braces}. {"framing": "wide",\n // three\n "seconds": 3}',
    ],
)
def test_an_answer_is_found_in_whatever_stands_around_it(text: str) -> None:
    model = ScriptedChatModel([text])
    assert ask(model) == Look(**GOOD)
    assert len(model.requests) == 1


def test_a_wrong_answer_is_sent_back_with_exactly_what_is_wrong() -> None:
    model = ScriptedChatModel([{"framing": "wid", "seconds": -1, "zoom": 2}, GOOD])
    assert ask(model) == Look(**GOOD)
    said = model.requests[1].messages[-1].content
    assert "framing: found \"wid\"; allowed: 'wide' or 'close-up'; perhaps 'wide'" in said
    assert "seconds: found -1; Input should be greater than 0" in said
    assert "zoom: there is no such field" in said


def test_the_check_of_the_caller_is_sent_back_too() -> None:
    model = ScriptedChatModel([GOOD, {"framing": "close-up", "seconds": 3}])
    found = Asking(model).ask(
        "go_on", VARIABLES, Look, check=lambda look: ["the fox is too small"] if look.framing == "wide" else []
    )
    assert found.framing == "close-up"
    assert "the fox is too small" in model.requests[1].messages[-1].content


def test_after_the_last_correction_the_error_holds_answer_and_problems() -> None:
    model = ScriptedChatModel(["no", "no", "{}", "never", "more"])
    with pytest.raises(NoAnswer, match=r"go_on shot s01 after 3 corrections") as caught:
        ask(model)
    assert len(model.requests) == 4
    assert caught.value.last == "never"
    assert "no JSON object" in caught.value.problems[0]


def test_a_second_run_calls_nobody_and_a_failed_one_may_try_again() -> None:
    cache = MemoryCache()
    first = ScriptedChatModel(["nonsense", GOOD])
    assert ask(first, cache=cache) == ask(ScriptedChatModel([]), cache=cache)
    failed = MemoryCache()
    with pytest.raises(NoAnswer):
        ask(ScriptedChatModel(["no"] * 4), cache=failed)
    assert ask(ScriptedChatModel([GOOD]), cache=failed) == Look(**GOOD)


def test_a_run_that_was_stopped_between_corrections_pays_for_neither_again() -> None:
    cache = MemoryCache()
    with pytest.raises(ChatError, match="gone"):
        ask(ScriptedChatModel(["nonsense", ChatError("gone")]), cache=cache)
    again = ScriptedChatModel([GOOD])
    assert ask(again, cache=cache) == Look(**GOOD)
    assert len(again.requests) == 1


def test_another_question_is_another_answer() -> None:
    model = ScriptedChatModel([GOOD, {"framing": "close-up", "seconds": 1}])
    asking = Asking(model)
    assert asking.ask("go_on", {"tail": "a"}, Look) != asking.ask("go_on", {"tail": "b"}, Look)


def test_a_cut_answer_is_continued_without_repeating() -> None:
    model = ScriptedChatModel(
        [
            ChatReply(text='{"framing": "wide", "sec', finish="length"),
            ChatReply(text='"framing": "wide", "seconds": 3}'),
        ]
    )
    assert ask(model) == Look(**GOOD)
    assert model.requests[1].messages[-2].role == "assistant"
    assert model.requests[1].answer_schema is None


def test_an_answer_that_stays_cut_gets_more_room() -> None:
    cut = ChatReply(text="", finish="length")
    model = ScriptedChatModel([cut, cut, GOOD])
    assert ask(model, max_tokens=100) == Look(**GOOD)
    assert [request.max_tokens for request in model.requests] == [100, 200, 400]


def test_every_call_is_a_row_and_what_broke_off_is_counted() -> None:
    purse = OpenPurse()
    counted = ChatReply(text='{"framing": "wide", "seconds": 3}', usage=Usage(prompt_tokens=90, completion_tokens=9))
    model = ScriptedChatModel([BrokenOff("cut", text='{"framing": '), counted])
    asking = Asking(model, purse=purse)
    asking.ask("go_on", VARIABLES, Look, where="shot s01")
    asking.ask("go_on", VARIABLES, Look, where="shot s01")
    broken, whole, kept = purse.rows
    assert broken.estimated
    assert broken.completion_tokens == 3
    assert (whole.prompt_tokens, whole.completion_tokens, whole.usd) == (90, 9, 0.0)
    assert (kept.cached, kept.prompt_tokens) == (True, 0)
    assert {row.where for row in purse.rows} == {"go_on shot s01"}


def test_the_same_question_from_many_threads_is_asked_once() -> None:
    model = ScriptedChatModel(lambda _: (time.sleep(0.05), ChatReply(text='{"framing": "wide", "seconds": 3}'))[1])
    asking = Asking(model)
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: asking.ask("go_on", VARIABLES, Look), range(8)))
    assert found == [Look(**GOOD)] * 8
    assert len(model.requests) == 1


def test_time_is_limited_for_the_whole_question() -> None:
    with pytest.raises(NoAnswer, match="within 0 s"):
        ask(ScriptedChatModel([GOOD]), seconds=0)


def test_progress_tells_what_a_question_is_doing() -> None:
    told: list[Asked] = []
    ask(ScriptedChatModel(["no", GOOD]), on_asked=told.append)
    doing = [asked.doing for asked in told]
    assert doing[0] == "asks"
    assert "corrects" in doing
    assert doing[-1] == "done"
    assert {asked.where for asked in told} == {"shot s01"}


def test_a_script_answers_by_place_then_prompt_and_says_when_it_is_over() -> None:
    model = ScriptedChatModel({"go_on": GOOD, "shot s01": [{"framing": "close-up", "seconds": 1}]})
    asking = Asking(model)
    assert asking.ask("go_on", {"tail": "a"}, Look, where="shot s01").framing == "close-up"
    assert asking.ask("go_on", {"tail": "b"}, Look, where="shot s01").framing == "wide"
    with pytest.raises(ChatError, match=r"no \(more\) answer to prompt 'go_on'"):
        ask(ScriptedChatModel({"other": GOOD}))
