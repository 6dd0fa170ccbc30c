"""Money: the cap holds against any number of threads, and no row is ever lost."""

import json
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.budget import Ledger, paying_for
from agent.errors import BudgetError, MakeError
from agent.events import Spent
from planners import Spending


def spend(ledger: Ledger, held: float, cost: float, seconds: float = 0.0) -> bool:
    try:
        with ledger.hold(held, what="m") as hold:
            time.sleep(seconds)
            hold.settle(Spending(what="m", usd=cost))
    except BudgetError:
        return False
    return True


@settings(max_examples=25)
@given(
    limit=st.floats(0, 1),
    calls=st.lists(st.tuples(st.floats(0.01, 0.4), st.floats(0, 1)), min_size=1, max_size=24),
)
def test_threads_together_never_pass_the_cap(limit: float, calls: list[tuple[float, float]]) -> None:
    ledger = Ledger(limit=limit)
    barrier = threading.Barrier(len(calls))
    done: list[bool] = []

    def one(held: float, share: float) -> None:
        barrier.wait()
        done.append(spend(ledger, held, held * share))
        assert ledger.usd <= limit + 1e-6

    threads = [threading.Thread(target=one, args=call) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert len(done) == len(calls)
    assert ledger.usd <= limit + 1e-6
    assert len(ledger.rows) == sum(done)


def test_a_call_waits_for_others_that_will_cost_less_than_they_hold() -> None:
    ledger = Ledger(limit=1.0)
    slow = threading.Thread(target=spend, args=(ledger, 0.9, 0.1, 0.2))
    slow.start()
    time.sleep(0.05)
    assert spend(ledger, 0.8, 0.2)
    slow.join()
    assert ledger.usd == pytest.approx(0.3)


def test_the_ledger_goes_on_in_the_next_run_and_counts_what_was_under_way(tmp_path: Path) -> None:
    path = tmp_path / "ledger.json"
    first = Ledger(path, limit=1.0)
    assert spend(first, 0.5, 0.25)
    held = first.hold(0.5, what="m")
    held.__enter__()
    second = Ledger(path, limit=1.0)
    assert [row.state for row in second.rows] == ["spent", "lost"]
    assert second.usd == pytest.approx(0.75)
    assert not spend(second, 0.3, 0.1)
    assert spend(second, 0.2, 0.1)
    assert json.loads(path.read_text())["usd"] == pytest.approx(0.85)


def test_what_was_refused_costs_nothing_and_what_was_interrupted_counts() -> None:
    ledger = Ledger(limit=1.0)
    with pytest.raises(OSError, match="refused"), ledger.hold(0.5, what="m"):
        raise OSError("refused")
    assert ledger.rows == ()
    with pytest.raises(KeyboardInterrupt), ledger.hold(0.5, what="m"):
        raise KeyboardInterrupt
    assert ledger.usd == 0.5


def test_an_unknown_price_is_refused_only_where_there_is_a_budget() -> None:
    with pytest.raises(BudgetError, match="--price PROMPT/COMPLETION"), Ledger(limit=1.0).hold(None, what="m"):
        pass
    ledger = Ledger()
    with ledger.hold(None, what="m") as hold:
        hold.settle(Spending(what="m", prompt_tokens=5))
    assert ledger.rows[0].spending.prompt_tokens == 5


def test_the_refusal_says_what_is_spent_and_what_would_do() -> None:
    ledger = Ledger(limit=0.3)
    spend(ledger, 0.25, 0.2)
    with pytest.raises(BudgetError, match=r"up to 0\.2000 USD; 0\.2000 of the budget of 0\.3000") as caught:
        ledger.hold(0.2, what="m").__enter__()
    assert caught.value.enough == pytest.approx(0.4)


def test_every_row_is_told_with_the_sum(tmp_path: Path) -> None:
    told: list[Spent] = []
    ledger = Ledger(tmp_path / "ledger.json", on_spent=told.append)
    spend(ledger, 0.5, 0.25)
    with ledger.hold(0.0, what="m") as hold:
        hold.settle(Spending(what="m", usd=0.0, cached=True))
    assert [(row.usd, row.cached, row.total_usd) for row in told] == [(0.25, False, 0.25), (0.0, True, 0.25)]
    assert len(Ledger(tmp_path / "ledger.json").rows) == 1


def test_calls_that_cost_nothing_have_rows_too(tmp_path: Path) -> None:
    path = tmp_path / "ledger.json"
    with Ledger(path, limit=0.0).hold(0.0, what="local") as hold:
        hold.settle(Spending(what="local", usd=0.0, prompt_tokens=9))
    assert [row.spending.prompt_tokens for row in Ledger(path).rows] == [9]


def test_a_damaged_ledger_is_an_error_not_a_fresh_start(tmp_path: Path) -> None:
    path = tmp_path / "ledger.json"
    path.write_text("{")
    with pytest.raises(MakeError, match="what was spent is unknown"):
        Ledger(path)


def test_what_is_set_aside_is_there_for_what_it_was_set_aside_for_and_for_nothing_else(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ledger.json", limit=1.0)
    ledger.set_aside({"one": 0.3, "two": 0.3})
    other = Ledger(tmp_path / "ledger.json", joins=True)
    with (
        paying_for("one", extra=True),
        pytest.raises(BudgetError, match="are set aside"),
        other.hold(0.5, what="m"),
    ):
        pass
    with paying_for("one"), other.hold(0.3, what="m") as hold:
        hold.settle(Spending(what="m", usd=0.1))
    with paying_for("one", extra=True), other.hold(0.5, what="m"):
        pass
    ledger.made("two")
    with paying_for("one", extra=True), other.hold(0.9, what="m") as hold:
        hold.settle(Spending(what="m", usd=0.9))
    assert ledger.usd == pytest.approx(1.0)


SPENDER = """
import sys
from agent.budget import Ledger
from agent.errors import BudgetError
from pathlib import Path
from planners import Spending
ledger = Ledger(Path(sys.argv[1]), joins=True)
sys.stdin.readline()
for _ in range(8):
    try:
        with ledger.hold(0.1, what="model") as hold:
            hold.settle(Spending(what="model", usd=0.1))
    except BudgetError:
        print("refused")
"""


def test_processes_together_never_pass_the_cap(tmp_path: Path) -> None:
    Ledger(tmp_path / "ledger.json", limit=1.0)
    command = [sys.executable, "-c", SPENDER, str(tmp_path / "ledger.json")]
    pipe = subprocess.PIPE
    running = [subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) for _ in range(3)]
    told = [process.communicate("go\n", timeout=120)[0] for process in running]
    ledger = Ledger(tmp_path / "ledger.json", joins=True)
    assert (ledger.usd, len(ledger.rows)) == (pytest.approx(1.0), 10)
    assert sum(text.count("refused") for text in told) == 3 * 8 - 10
