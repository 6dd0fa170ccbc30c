"""Regions: everybody is bound to their own words, part of the picture and reference."""

from __future__ import annotations

import re

import numpy as np
import pytest
from small_plans import make_small_plan, track

from generators import Reference, shot_spec
from generators.regions import box_mask, entity_regions, moving_regions, region_masks, token_places


@pytest.fixture
def spec():
    return shot_spec(make_small_plan(), "shot_001")


def words_of(text: str) -> list[tuple[int, int]]:
    return [(0, 0), *(match.span() for match in re.finditer(r"\w+|[^\w\s]", text)), (0, 0)]


def test_boxes_follow_the_layout_in_time_as_the_plan_sees_them(spec) -> None:
    plan = make_small_plan()
    for t in (0.0, 0.4, 1.0):
        seen = {row.key: row.box for row in entity_regions(spec, (), t).figures}
        assert seen == plan.boxes("shot_001", t)


def test_every_region_has_its_own_words_and_reference(spec) -> None:
    sheets = tuple(
        Reference(maker="m", digest="d", entity=entity, image=f"{name}.png", crops={"front": f"{name}_front.png"})
        for name, entity in spec.cast.items()
    )
    regions = entity_regions(spec, sheets, 0.5)
    by_key = {row.key: row for row in regions.figures}
    assert by_key["mara"].reference is sheets[0]
    assert by_key["fox"].reference is sheets[1]
    assert "blue coat" in by_key["mara"].words
    assert by_key["fox"].words == "a red fox"
    assert regions.place.entity == "beach"


def test_several_of_a_kind_share_a_phrase_but_not_a_region(spec) -> None:
    twins = (track("fox#1", (0.1, 0.6, 0.3, 0.9)), track("fox#2", (0.6, 0.6, 0.8, 0.9)))
    shot = spec.shot.model_copy(update={"layout": twins})
    rows = entity_regions(spec.model_copy(update={"shot": shot}), (), 0.5).figures
    assert [row.key for row in rows] == ["fox#1", "fox#2"]
    assert {row.words for row in rows} == {"a red fox"}
    assert {row.said for row in rows} == {"two red foxes"}


def test_what_is_not_known_is_named(spec) -> None:
    told = " ".join(entity_regions(spec, (), 0.5).downgrades)
    assert "Mara had no mask" in told
    assert "Mara has no reference picture" in told


def test_the_nearer_figure_hides_the_farther_and_the_place_has_the_rest(spec) -> None:
    layout = (
        track("mara", (0.2, 0.2, 0.6, 0.9), depth=0.2),
        track("fox", (0.4, 0.5, 0.8, 0.9), depth=0.8),
    )
    shot = spec.shot.model_copy(update={"layout": layout})
    rows = entity_regions(spec.model_copy(update={"shot": shot}), (), 0.0).rows
    masks = dict(zip([row.key for row in rows], region_masks(rows, (80, 45)), strict=True))
    assert np.allclose(sum(masks.values()), 1.0)
    assert masks["fox"][30, 40] == 1
    assert masks["mara"][30, 40] == 0
    assert masks["mara"][20, 20] == 1
    assert masks["beach"][2, 2] == 1


def test_a_mask_of_the_control_file_comes_before_the_box(spec) -> None:
    shape = np.zeros((90, 160), dtype=np.uint8)
    shape[30:60, 20:50] = 255
    regions = entity_regions(spec, (), 0.0, masks={"mara": shape})
    index = [row.key for row in regions.rows].index("mara")
    mask = region_masks(regions.rows, (80, 45))[index]
    assert mask[20, 15] == 1
    assert mask.sum() == pytest.approx(15 * 15)
    assert not any("Mara had no mask" in told for told in regions.downgrades)


def test_a_soft_edge_stays_inside_of_its_box() -> None:
    hard, soft = box_mask((0.25, 0.25, 0.75, 0.75), (64, 64)), box_mask((0.25, 0.25, 0.75, 0.75), (64, 64), soft=0.1)
    assert (soft <= hard).all()
    assert soft[32, 32] == 1
    assert 0 < soft[32, 16] < 1


def test_words_find_their_own_tokens() -> None:
    text = "Wide shot, an elderly woman wearing a blue coat; a red fox, on a beach"
    offsets = words_of(text)
    spoken = [text[a:b] for a, b in (offsets[i] for i in token_places("a red fox", text, offsets))]
    assert spoken == ["a", "red", "fox"]
    coat = token_places("an elderly woman wearing a blue coat", text, offsets)
    assert [text[a:b] for a, b in (offsets[i] for i in coat)][-2:] == ["blue", "coat"]
    assert not set(coat) & set(token_places("a red fox", text, offsets))


def test_words_that_are_put_otherwise_are_found_by_their_noun() -> None:
    text = "the foxglove and the fox sleep"
    offsets = words_of(text)
    assert [text[slice(*offsets[i])] for i in token_places("a small red fox with a hat", text, offsets)] == ["fox"]
    assert token_places("a dragon", text, offsets) == ()


def test_over_a_shot_everybody_keeps_their_row_and_who_is_away_has_no_part(spec) -> None:
    leaves = track("fox", (0.7, 0.7, 0.85, 0.92))
    leaves = leaves.model_copy(update={"keys": (leaves.keys[0], leaves.keys[1].model_copy(update={"box": None}))})
    shot = spec.shot.model_copy(update={"layout": (leaves, *spec.shot.layout[:1])})
    moments = [entity_regions(spec.model_copy(update={"shot": shot}), (), t) for t in (0.0, 0.5, 1.0)]
    frames = moving_regions(moments)
    keys = [[row.key for row in rows] for rows in frames]
    assert keys[0] == keys[1] == keys[2]
    masks = [region_masks(rows, (64, 36)) for rows in frames]
    fox, mara = keys[0].index("fox"), keys[0].index("mara")
    assert masks[0][fox].sum() > 0
    assert masks[2][fox].sum() == 0
    assert masks[2][mara].nonzero()[1].mean() > masks[0][mara].nonzero()[1].mean() + 5
