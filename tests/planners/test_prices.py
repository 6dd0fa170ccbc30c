"""Prices: the bound is never below the truth, lists hold for their own host only, the user's own price goes before."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planners.backends.openai import OpenAIChatModel
from planners.backends.scripted import ScriptedChatModel
from planners.chat_model import ChatMessage, ChatRequest, Usage
from planners.prices import FREE, Price, count_tokens, list_of, most, price_of, read_prices

PRICE = Price(prompt=2, completion=8)


@given(st.text(max_size=300), st.integers(1, 5000))
def test_the_bound_is_never_below_what_any_tokenizer_counts(text: str, room: int) -> None:
    request = ChatRequest(messages=(ChatMessage(role="user", content=text),), max_tokens=room)
    worst = Usage(prompt_tokens=len(text.encode()), completion_tokens=room)
    assert most(request, PRICE) >= PRICE.usd(worst)


def test_list_prices_hold_for_their_own_host_only() -> None:
    assert price_of(OpenAIChatModel("gpt-5-mini", api_key="x")) == Price(prompt=0.25, completion=2)
    assert price_of(OpenAIChatModel("gpt-5-mini-2025-08-07", api_key="x")) == Price(prompt=0.25, completion=2)
    assert price_of(OpenAIChatModel("gpt-5-mini", base_url="https://8.8.8.8/v1", api_key="x")) is None
    assert price_of(OpenAIChatModel("gpt-5-mini", base_url="http://127.0.0.1:1/v1")) == FREE


@pytest.mark.parametrize("name", ["scripted", "openai:gpt-5-mini", "gpt-5-mini"])
def test_a_price_of_the_users_own_goes_before(name: str) -> None:
    model = ScriptedChatModel([], name=name)
    assert price_of(model, {name: PRICE}) == PRICE
    assert price_of(model, {"another": PRICE}) == FREE


def test_the_list_is_complete() -> None:
    for host in ("api.openai.com", "api.deepseek.com"):
        table = list_of(host)
        assert date.fromisoformat(table.date) >= date(2026, 1, 1)
        assert "http" in table.source or "github.com" in table.source
        assert table.models
        assert all(0 < price.prompt < price.completion for price in table.models.values())
    assert not list_of("example.org").models


def test_prices_are_read_or_refused_with_the_form() -> None:
    assert read_prices("") == {}
    assert read_prices("a=1/2,openai:b=0.5/0")["openai:b"] == Price(prompt=0.5, completion=0)
    for wrong in ("a", "a=1", "a=1/x", "=1/2", "a=-1/2", "a=1/2/3"):
        with pytest.raises(ValueError, match="MODEL=PROMPT/COMPLETION"):
            read_prices(wrong)


def test_tokens_are_counted_about_right_in_every_script() -> None:
    assert 9 <= count_tokens(["The quick brown fox jumps over the dog."]) <= 12
    assert count_tokens(["狐は犬を飛び越える"]) == 9
    assert count_tokens([]) == 0
