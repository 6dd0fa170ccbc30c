"""Prompts for picture and film models: order, length, looks kept, time, and what a model does not take."""

from __future__ import annotations

import pytest

from planners import Entity, Plan, PlanError, PromptWish, Track, shot_prompts
from planners.plan import Attributes, Beat, Garment, Script
from planners.prompting import profiles, token_estimate
from planners.review import Review
from planners.wording import noun_phrase

WITH_TEXT = sorted(name for name, row in profiles().items() if row.tokens)


@pytest.mark.parametrize("name", WITH_TEXT)
def test_a_prompt_keeps_everybodys_looks_and_fits_its_model(name: str, small_plan: Plan) -> None:
    found = shot_prompts(small_plan, "shot_001", name)
    assert token_estimate(found.text) <= profiles()[name].tokens
    low = found.text.lower()
    assert all(word in low for word in ("elderly woman", "a bun", "blue coat", "red fox", "beach", "mara walks"))
    assert found.left_out == ()


def test_parts_stand_in_the_order_that_the_model_wants(small_plan: Plan) -> None:
    ltx, gligen = (shot_prompts(small_plan, "shot_001", name).text for name in ("ltx", "gligen"))
    assert ltx.startswith("Mara walks.")
    assert gligen.startswith("Mara, an elderly woman")
    assert ". " not in gligen


def test_what_a_model_does_not_take_is_not_sent(small_plan: Plan) -> None:
    svd = shot_prompts(small_plan, "shot_001", "svd")
    assert (svd.text, svd.timed, svd.negative) == ("", (), "")
    assert shot_prompts(small_plan, "shot_001", "flux2").negative == ""
    assert "watermark" in shot_prompts(small_plan, "shot_001", "wan").negative


def test_neighbours_share_the_scene_and_differ_in_the_deed(small_plan: Plan) -> None:
    first, second = (shot_prompts(small_plan, name, "wan") for name in ("shot_001", "shot_002"))
    assert first.common == second.common
    assert first.local != second.local
    assert "walks" not in first.common


def test_every_beat_has_its_time_without_a_gap(small_plan: Plan) -> None:
    shot = small_plan.shots[0]
    beats = (
        shot.beats[0].model_copy(update={"end": 0.4}),
        Beat(id="b9", actors=("fox",), action="run", verb="carry", targets=("mara",), start=0.4),
    )
    plan = small_plan.model_copy(update={"shots": (shot.model_copy(update={"beats": beats}), *small_plan.shots[1:])})
    timed = shot_prompts(plan, "shot_001", "wan").timed
    assert [(row.start, row.end) for row in timed] == [(0.0, 0.4), (0.4, 1.0)]
    assert "Mara walks" in timed[0].text
    assert "carries" not in timed[0].text
    assert "The red fox carries Mara" in timed[1].text


def test_what_does_not_fit_goes_whole_and_is_named(small_plan: Plan) -> None:
    crowd = {
        f"knight{k}": Entity(
            id=f"knight{k}", kind="character", name=f"Knight {k}",
            attributes=Attributes(noun="knight", clothes=(Garment(kind="cloak", color="violet"),)),
        )
        for k in range(14)
    }  # fmt: skip
    shot = small_plan.shots[0]
    more = tuple(Track(key=name, entity=name, keys=shot.layout[0].keys) for name in crowd)
    wide = shot.model_copy(update={"cast": (*shot.cast, *crowd), "layout": (*shot.layout, *more)})
    plan = small_plan.model_copy(
        update={"entities": {**small_plan.entities, **crowd}, "shots": (wide, *small_plan.shots[1:])}
    )
    found = shot_prompts(plan, "shot_001", "sdxl")
    assert token_estimate(found.text) <= 77
    assert "some subjects" in found.left_out
    assert "light" in found.left_out
    assert found.text.startswith("Mara, an elderly woman with a bun, wearing a blue coat")
    assert all(token_estimate(row.text) <= 77 for row in found.timed)


def test_a_written_script_is_taken_word_for_word(small_plan: Plan) -> None:
    shot = small_plan.shots[0].model_copy(
        update={
            "script": Script(relation="Mara strides along the tide line", background="A grey beach", lighting="Haze")
        }
    )
    plan = small_plan.model_copy(update={"shots": (shot, *small_plan.shots[1:])})
    assert "tide line" not in shot_prompts(plan, "shot_001", "wan").text
    read = plan.model_copy(update={"reviews": {"shot_001": Review(complete=True, coherent=True, tries=1)}})
    assert "Mara strides along the tide line. A grey beach. Haze." in shot_prompts(read, "shot_001", "wan").text


def test_an_unknown_model_is_refused_with_the_nearest(small_plan: Plan) -> None:
    with pytest.raises(PlanError, match="did you mean 'cogvideox'"):
        shot_prompts(small_plan, "shot_001", "cogvideo")


@pytest.mark.parametrize(
    ("look", "count", "words"),
    [
        (Attributes(noun="fox", species="fox", colors=("red",), size="small"), 1, "a small red fox"),
        (Attributes(noun="wolf", species="wolf", colors=("grey",)), 3, "three grey wolves"),
        (Attributes(noun="man", age="elder", beard="white", role="baker"), 1,
         "an elderly man, a baker, with a white beard"),
        (Attributes(noun="girl", age="child", hair="long", hair_color="red", clothes=(Garment(kind="boots"),)), 1,
         "a young girl with long red hair, wearing boots"),
    ],
)  # fmt: skip
def test_looks_in_words_for_a_painter_who_never_heard_the_name(look: Attributes, count: int, words: str) -> None:
    entity = Entity(id="x", kind="character", name="Xaver", attributes=look)
    assert noun_phrase(entity, count=count) == words


def wishing(plan: Plan, **wish: object) -> Plan:
    """The plan with a wish for the words of its first shot."""
    shot = plan.shots[0].model_copy(update={"prompt": PromptWish.model_validate(wish)})
    return plan.model_copy(update={"shots": (shot, *plan.shots[1:])})


def test_a_wish_changes_who_and_what_is_told_first(small_plan: Plan) -> None:
    def text(**wish: object) -> str:
        return shot_prompts(wishing(small_plan, **wish), "shot_001", "sdxl").text

    plain = shot_prompts(small_plan, "shot_001", "sdxl").text
    assert text() == plain
    assert text(first=("fox",)).startswith("a red fox, Mara")
    assert text(lead="actions").startswith("Mara walks, ")
    assert text(lead="light").startswith("warm low light of dusk")
    assert sorted(text(lead="light").split(", ")) == sorted(plain.split(", "))


def test_a_wish_for_words_is_told_in_every_moment(small_plan: Plan) -> None:
    told = shot_prompts(wishing(small_plan, told="story", words="a hush before the storm."), "shot_001", "wan")
    said = "Mara walks along the beach, a hush before the storm"
    assert said in told.text
    assert [(row.start, row.end, said in row.text) for row in told.timed] == [(0.0, 1.0, True)]
    assert shot_prompts(wishing(small_plan, words="seen never"), "shot_001", "svd").text == ""
