import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planners.formats.errors import StoryError
from planners.formats.plan_file import load_plan, plan_from_yaml, plan_to_yaml
from planners.plan import Entity, Key, Line, Plan, Scene, Shot, Track

TEXT = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Co", "Cn")) | st.just("\n"), min_size=1, max_size=40)
SHARE = st.floats(-0.3, 1.3).map(lambda x: round(x, 4))
BOXES = st.none() | st.tuples(SHARE, SHARE, SHARE, SHARE)


@st.composite
def plans(draw):
    shots = []
    for index in range(draw(st.integers(1, 4))):
        ts = sorted({round(t, 3) for t in draw(st.lists(st.floats(0, 1), min_size=1, max_size=4))})
        track = Track(key="fox#1", entity="fox", keys=tuple(Key(t=t, box=draw(BOXES)) for t in ts))
        line = Line(id="l1", text=draw(TEXT), start=draw(st.integers(0, 9)), frames=draw(st.integers(1, 99)))
        state = draw(st.dictionaries(TEXT, TEXT, max_size=2))
        shots.append(
            Shot(id=f"shot_{index}", scene="s", frames=99, text=draw(TEXT), layout=(track,), lines=(line,), state=state)
        )
    entities = {
        "fox": Entity(id="fox", kind="character", name=draw(TEXT)),
        "y": Entity(id="y", kind="place", name="no"),
    }
    return Plan(title=draw(TEXT), entities=entities, scenes=(Scene(id="s", place="y"),), shots=tuple(shots))


@given(plans())
@settings(max_examples=60, deadline=None)
def test_any_plan_reads_back_as_itself(plan):
    assert plan_from_yaml(plan_to_yaml(plan)) == plan


def test_boxes_stand_on_one_line_so_that_a_person_can_edit_them(small_plan):
    text = plan_to_yaml(small_plan)
    assert any("box: [0.7, 0.7, 0.85, 0.92]" in line and "t: 0" in line for line in text.splitlines())


def test_an_unknown_key_names_its_line_and_the_nearest_key(small_plan):
    lines = plan_to_yaml(small_plan).splitlines()
    at = next(index for index, line in enumerate(lines) if line.strip().startswith("camera:"))
    lines[at] = lines[at].replace("camera", "camrea")
    with pytest.raises(StoryError) as caught:
        plan_from_yaml("\n".join(lines), "edited.yaml")
    message = str(caught.value)
    assert f"edited.yaml, line {at + 1}" in message
    assert "'camera'" in message


def test_an_edited_box_is_honoured(small_plan):
    text = plan_to_yaml(small_plan).replace("[0.7, 0.7, 0.85, 0.92]", "[0.6, 0.7, 0.75, 0.92]")
    moved = plan_from_yaml(text)
    assert moved.boxes("shot_001", 0.0)["fox"] == pytest.approx((0.6, 0.7, 0.75, 0.92))


@pytest.mark.parametrize("text", ["", "- a\n- b", "schema: storyreel/plan@99\ntitle: x"])
def test_what_is_no_plan_is_one_clear_error(text):
    with pytest.raises(StoryError):
        plan_from_yaml(text)


def test_a_missing_file_is_a_clear_error(tmp_path):
    with pytest.raises(StoryError, match="no plan here"):
        load_plan(tmp_path / "plan.yaml")
