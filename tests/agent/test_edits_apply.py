"""Typed edits: each does what it says, leaves other shots as they are, and keeps the plan sound."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError

from agent.edits import (
    AddEntity,
    AddLine,
    AddShot,
    ChangeLine,
    CopyShot,
    Edit,
    MergeShots,
    MoveShot,
    Redescribe,
    RemoveEntity,
    RemoveLine,
    RemoveShots,
    RenameEntity,
    Restage,
    Retime,
    SetAction,
    SetCamera,
    SetCostume,
    SetFilm,
    SetLight,
    SetPlace,
    SetPrompt,
    SetShot,
    SetTransition,
    SetVoice,
    SplitShot,
    UseFile,
    apply_edits,
)
from agent.outlook import tasks_of
from agent.settings import Settings
from agent.store import Store
from planners import Plan, PlanError, PromptWish, Shot, check_plan, load_story, make_plan

STORY = Path(__file__).parents[2] / "examples" / "01_lighthouse" / "story.yaml"


@pytest.fixture(scope="module")
def film() -> Plan:
    return make_plan(load_story(STORY))


def edited(plan: Plan, *edits: Edit) -> Plan:
    """The edited plan, sound, and the plan it came from, as it was."""
    before = plan.model_dump_json()
    made = apply_edits(plan, edits)
    assert plan.model_dump_json() == before
    assert not [problem for problem in check_plan(made) if problem.severity == "error"]
    assert sorted(name for scene in made.scenes for name in scene.shots) == sorted(shot.id for shot in made.shots)
    return made


def changed(before: Plan, after: Plan) -> set[str]:
    """Ids of shots that are new or not as they were, their scene's id aside."""
    old = {shot.id: shot.model_copy(update={"scene": ""}) for shot in before.shots}
    return {shot.id for shot in after.shots if old.get(shot.id) != shot.model_copy(update={"scene": ""})}


def names(shot: Shot) -> set[str]:
    return {track.entity for track in shot.layout}


def test_a_new_shot_knows_the_cast_and_stays_in_the_room(film: Plan) -> None:
    made = edited(film, AddShot(text="A black cat jumps onto the table and looks at her.", after="shot_007"))
    assert [shot.id for shot in made.shots][6:9] == ["shot_007", "shot_007b", "shot_008"]
    shot = made.shot("shot_007b")
    assert made.scene_of(shot).place == "kitchen"
    assert "black_cat" in names(shot)
    assert changed(film, made) == {"shot_007b"}


def test_a_new_shot_goes_where_its_words_say(film: Plan) -> None:
    made = edited(film, AddShot(text="In the forest at night an owl looks around.", after="shot_002"))
    scene = made.scene_of(made.shot("shot_002b"))
    assert (made.entities[scene.place].attributes.noun, scene.time) == ("forest", "night")


def test_pronouns_of_a_new_action_mean_who_was_there(film: Plan) -> None:
    made = edited(film, SetAction(shot="shot_002", text="She dances with it."))
    assert names(made.shot("shot_002")) == {"mara", "wounded_red_fox"}
    assert made.shot("shot_002").beats[0].action == "dance"
    assert changed(film, made) == {"shot_002"}


def test_shots_are_moved_copied_and_removed(film: Plan) -> None:
    assert [s.id for s in edited(film, MoveShot(shot="shot_003", after="shot_005")).shots][2:5] == [
        "shot_004", "shot_005", "shot_003",
    ]  # fmt: skip
    night = edited(film, CopyShot(shot="shot_002"), SetLight(shots=("shot_002b",), time="night"))
    assert night.scene_of(night.shot("shot_002b")).time == "night"
    assert night.scene_of(night.shot("shot_002")).time == "dusk"
    assert changed(film, night) == {"shot_002b"}
    assert len(edited(film, RemoveShots(shots=("shot_001", "shot_004"))).shots) == len(film.shots) - 2


def test_the_last_shot_cannot_go(film: Plan) -> None:
    with pytest.raises(PlanError, match="at least one"):
        apply_edits(film, [RemoveShots(shots=tuple(shot.id for shot in film.shots))])


def test_a_split_keeps_length_lines_and_where_everybody_is(film: Plan) -> None:
    quiet = edited(film, SetFilm(narration=False))
    made = edited(quiet, SplitShot(shot="shot_010", at=0.4))
    a, b, whole = made.shot("shot_010"), made.shot("shot_010b"), quiet.shot("shot_010")
    assert a.frames + b.frames == whole.frames
    assert a.camera.framing != b.camera.framing
    ends = {track.key: track.at(1.0) for track in a.layout}
    starts = {track.key: track.at(0.0) for track in b.layout}
    for key, box in ends.items():
        assert box == pytest.approx(starts[key], abs=2e-3)


def test_merged_shots_tell_both(film: Plan) -> None:
    made = edited(film, MergeShots(shot="shot_002"))
    assert len(made.shots) == len(film.shots) - 1
    assert {beat.action for beat in made.shot("shot_002").beats} >= {"kneel", "look"}
    assert "woman" not in made.entities


def test_a_shot_is_as_long_as_asked_but_never_shorter_than_its_words(film: Plan) -> None:
    assert edited(film, Retime(shots=("shot_002",), seconds=9)).shot("shot_002").frames == 9 * film.fps
    short = edited(film, Retime(shots=("shot_002",), seconds=0.5)).shot("shot_002")
    assert short.frames >= max(line.start + line.frames for line in short.lines)


def test_a_place_changes_for_its_shots_only(film: Plan) -> None:
    made = edited(film, SetPlace(shots=("shot_002", "shot_003"), place="forest"))
    assert made.entities[made.scene_of(made.shot("shot_003")).place].attributes.noun == "forest"
    assert made.scene_of(made.shot("shot_001")).place == "beach"
    assert changed(film, made) <= {"shot_002", "shot_003"}


def test_light_of_a_whole_scene_keeps_the_scene(film: Plan) -> None:
    scene = film.scenes[3]
    made = edited(film, SetLight(shots=scene.shots, weather="snow", mood="sad"))
    found = next(item for item in made.scenes if item.id == scene.id)
    assert (found.weather, found.mood, found.shots) == ("snow", "sad", scene.shots)


def test_somebody_comes_and_somebody_goes(film: Plan) -> None:
    more = edited(film, AddEntity(shots=("shot_002",), description="a small brown dog"))
    assert names(more.shot("shot_002")) == {"mara", "wounded_red_fox", "small_brown_dog"}
    assert more.shot("shot_002").lines == film.shot("shot_002").lines
    less = edited(film, RemoveEntity(entity="wounded_red_fox", shots=("shot_001",)))
    assert names(less.shot("shot_001")) == {"mara"}
    assert "wounded_red_fox" in less.entities
    none = edited(film, RemoveEntity(entity="wounded_red_fox"))
    assert "wounded_red_fox" not in none.entities
    assert not any("wounded_red_fox" in names(shot) for shot in none.shots)


def test_a_name_changes_in_every_text_and_no_id_does(film: Plan) -> None:
    made = edited(film, RenameEntity(entity="mara", name="Greta"))
    assert made.entities["mara"].name == "Greta"
    told = " ".join(shot.text + " ".join(line.text for line in shot.lines) for shot in made.shots)
    assert "Greta" in told
    assert "Mara" not in told


def test_a_look_changes_and_what_is_not_said_stays(film: Plan) -> None:
    look = edited(film, Redescribe(entity="mara", description="with a red scarf")).entities["mara"].attributes
    assert [item.kind for item in look.clothes] == ["scarf"]
    assert (look.hair, look.age) == ("bun", "elder")


def test_a_costume_is_worn_from_a_shot_on(film: Plan) -> None:
    made = edited(film, SetCostume(entity="mara", description="in a yellow raincoat", first="shot_005"))
    worn = {shot.id: made.entities["mara"].look(track.stage).clothes[0].kind
            for shot in made.shots for track in shot.layout if track.entity == "mara"}  # fmt: skip
    assert worn["shot_001"] == "coat"
    assert worn["shot_005"] == worn["shot_014"] == "raincoat"
    once = edited(film, SetCostume(entity="mara", description="in a yellow raincoat", first="shot_005", only=True))
    assert changed(film, once) == {"shot_005"}


def test_lines_come_change_and_go(film: Plan) -> None:
    more = edited(film, AddLine(shot="shot_002", text="Hello, little one.", speaker="mara"))
    assert [(line.speaker, line.text) for line in more.shot("shot_002").lines][-1] == ("mara", "Hello, little one.")
    other = edited(film, ChangeLine(shot="shot_007", text="You may stay for the winter."))
    assert [line.text for line in other.shot("shot_007").lines] == ["You may stay for the winter."]
    assert not edited(film, RemoveLine(shot="shot_007")).shot("shot_007").lines
    with pytest.raises(PlanError, match="has no line 4; it has 1 line"):
        apply_edits(film, [ChangeLine(shot="shot_007", line=4, text="No.")])


def test_camera_joins_voice_and_own_files(film: Plan) -> None:
    made = edited(
        film,
        SetCamera(shots=("shot_002",), framing="close-up", focus="mara"),
        SetTransition(shots=("shot_002",), kind="dissolve"),
        SetVoice(entity="mara", pitch=0.8),
        UseFile(shot="shot_003", what="keyframe", file="own/shot_003.png"),
    )
    assert (made.shot("shot_002").camera.framing, made.shot("shot_002").transition.kind) == ("close-up", "dissolve")
    assert made.entities["mara"].voice.pitch < film.entities["mara"].voice.pitch  # type: ignore[union-attr]
    assert made.shot("shot_003").keyframe == "own/shot_003.png"
    with pytest.raises(PlanError, match="last shot"):
        apply_edits(film, [SetTransition(shots=("shot_014",), kind="dissolve")])
    with pytest.raises(ValidationError, match="inside the run folder"):
        UseFile(shot="shot_003", what="clip", file="../secret.mp4")


def test_figures_stand_elsewhere_and_a_whole_shot_is_put_back(film: Plan) -> None:
    made = edited(film, Restage(shots=("shot_006",), way="nearer"), Restage(shots=("shot_006",), way="left"))
    assert changed(film, made) == {"shot_006"}
    assert made.shot("shot_006").layout != film.shot("shot_006").layout
    assert edited(made, SetShot(shot="shot_006", by=film.shot("shot_006"))) == film
    with pytest.raises(PlanError, match="shows nobody"):
        apply_edits(film, [Restage(shots=("shot_004",), way="nearer")])


def test_other_words_for_models_concern_nobody_who_reads_none(film: Plan, tmp_path: Path) -> None:
    made = edited(film, SetPrompt(shots=("shot_002",), first=("wounded_red_fox",), words="a long wait"))
    assert made.shot("shot_002").prompt == PromptWish(first=("wounded_red_fox",), words="a long wait")
    drawn, store = Settings(), Store(tmp_path)
    assert [task.key for task in tasks_of(made, drawn, store)] == [task.key for task in tasks_of(film, drawn, store)]
    read = Settings(keyframes="openai-images:tiny?price=0.1")
    before, after = ({task.id: (task.key, task.parts) for task in tasks_of(plan, read, store)} for plan in (film, made))
    assert {name for name in after if after[name] != before[name]} >= {"keyframe:shot_002"}
    assert not {name for name in after if after[name] != before[name]} & {
        "keyframe:shot_001",
        "reference:wounded_red_fox",
    }
    assert edited(made, SetPrompt(shots=("shot_002",), first=(), words="")) == film
    gone = edited(made, RemoveEntity(entity="wounded_red_fox", shots=("shot_002",)))
    assert gone.shot("shot_002").prompt == PromptWish(words="a long wait")
    with pytest.raises(PlanError, match="is not in shot_004"):
        apply_edits(film, [SetPrompt(shots=("shot_004",), first=("wounded_red_fox",))])


def test_what_is_not_there_is_said_with_what_is(film: Plan) -> None:
    with pytest.raises(PlanError, match=r"no shot 'shot_099'; the film has 14"):
        apply_edits(film, [Retime(shots=("shot_099",), by=1)])
    with pytest.raises(PlanError, match="mara"):
        apply_edits(film, [RenameEntity(entity="bob", name="Rob")])


def test_edits_travel_as_json() -> None:
    edits: tuple[Edit, ...] = (SplitShot(shot="a", at=0.3), SetLight(shots=("a",), time="night"))
    adapter = TypeAdapter(tuple[Edit, ...])
    assert adapter.validate_json(adapter.dump_json(edits)) == edits
    with pytest.raises(ValidationError):
        adapter.validate_python([{"op": "set_light", "shots": ["a"], "colour": "blue"}])


def test_an_action_without_words_is_refused(film: Plan) -> None:
    with pytest.raises(PlanError):
        apply_edits(film, [SetAction(shot="shot_002", text="...")])


def test_extreme_wide_is_farther_away_than_wide_and_back(small_plan: Plan) -> None:
    def height(plan: Plan) -> float:
        _, top, _, bottom = plan.boxes(plan.shots[0], 0.0)["mara"]
        return bottom - top

    far = apply_edits(small_plan, [SetCamera(shots=("shot_001",), framing="extreme wide")])
    assert height(far) < 0.85 * height(small_plan)
    back = apply_edits(far, [SetCamera(shots=("shot_001",), framing="wide")])
    assert height(back) > height(far)


def test_a_thing_with_a_new_name_loses_its_article_and_is_called_so_everywhere(small_plan: Plan) -> None:
    plan = apply_edits(small_plan, [SetAction(shot="shot_003", text="The fox looks at the red fox in the water.")])
    named = apply_edits(plan, [RenameEntity(entity="fox", name="Rusty")])
    assert named.shots[2].text == "Rusty looks at Rusty in the water."


def test_a_look_can_end_before_the_film_does(small_plan: Plan) -> None:
    edit = SetCostume(entity="mara", description="wearing a red scarf", first="shot_001", last="shot_001")
    plan = apply_edits(small_plan, [edit])
    stages = [track.stage for shot in plan.shots for track in shot.layout if track.entity == "mara"]
    assert stages[0] is not None
    assert not any(stages[1:])
