"""A conversation about a film: edits are shown before anything is made, asked about once, kept, and taken back."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from small_plans import make_small_plan

from agent import StoryAgent
from agent.talk import Reply, Talk
from planners import Plan


def talking(plan: Plan, folder: Path, **settings: object) -> Talk:
    agent = StoryAgent(voice="none", workers=1)
    return Talk(agent, agent.begin(plan, out=folder / "run"), **settings)


def told(talk: Talk, line: str) -> list[Reply]:
    return list(talk.hear(line))


def kinds(replies: list[Reply]) -> list[str]:
    return [reply.kind for reply in replies]


def test_an_edit_shows_what_differs_and_what_it_remakes_and_makes_nothing(small_plan: Plan, tmp_path: Path) -> None:
    talk = talking(small_plan, tmp_path)
    changed, outlook = told(talk, "make shot 2 rainy")
    assert (changed.kind, changed.text) == ("changed", "shot 2: weather: clear -> rain")
    assert outlook.kind == "outlook"
    assert outlook.text == "nothing is made yet: `render` makes 3 shots"
    assert not (tmp_path / "run/04_shots").exists()
    assert talk.here().plan.scene_of(talk.here().plan.shots[1]).weather == "rain"


def test_undo_works_after_a_restart(small_plan: Plan, tmp_path: Path) -> None:
    talk = talking(small_plan, tmp_path)
    told(talk, "make shot 2 rainy")
    told(talk, "make it longer")
    again = Talk(talk.agent, StoryAgent(voice="none", workers=1).open(tmp_path / "run"))
    replies = told(again, "undo twice")
    assert "rain -> clear" in replies[0].text
    assert again.here().plan == small_plan
    assert "clear -> rain" in told(again, "redo")[0].text


def test_it_means_the_shot_that_was_spoken_of(small_plan: Plan, tmp_path: Path) -> None:
    talk = talking(small_plan, tmp_path)
    told(talk, "make shot 2 rainy")
    assert told(talk, "make it a second longer")[0].text.startswith("shot 2:")


def test_what_is_not_clear_is_asked_about_once_with_choices(small_plan: Plan, tmp_path: Path) -> None:
    talk = talking(small_plan, tmp_path)
    (question,) = told(talk, "make it longer")
    assert question.kind == "question"
    assert "  2  shot 2" in question.text
    assert told(talk, "2")[0].text.startswith("shot 2:")
    assert told(talk, "2")[0].kind == "unknown"


def test_a_question_can_be_passed_over(small_plan: Plan, tmp_path: Path) -> None:
    talk = talking(small_plan, tmp_path)
    told(talk, "make it longer")
    assert told(talk, "make shot 1 rainy")[0].text == "shot 1: weather: clear -> rain"


def test_what_is_not_understood_is_said_with_the_nearest_that_works(small_plan: Plan, tmp_path: Path) -> None:
    talk = talking(small_plan, tmp_path)
    (reply,) = told(talk, "blorp the wibble")
    assert reply.kind == "unknown"
    assert "try for example" in reply.text
    (reply,) = told(talk, "remove shot 33")
    assert "shots 1 to 3" in reply.text
    assert talk.misses == 2


def test_a_shot_like_another_but_changed_is_a_copy(small_plan: Plan, tmp_path: Path) -> None:
    talk = talking(small_plan, tmp_path)
    told(talk, "like shot 2 but at night and in the rain")
    plan = talk.here().plan
    assert len(plan.shots) == len(small_plan.shots) + 1
    scenes = [plan.scene_of(shot) for shot in plan.shots]
    assert (scenes[2].time, scenes[2].weather) == ("night", "rain")
    assert scenes[1].time == small_plan.scene_of(small_plan.shots[1]).time
    told(talk, "undo")
    assert talk.here().plan == small_plan


def test_a_branch_leaves_the_film_as_it_was(small_plan: Plan, tmp_path: Path) -> None:
    talk = talking(small_plan, tmp_path)
    told(talk, "what if")
    told(talk, "remove shot 2")
    assert len(talk.here().plan.shots) == 2
    told(talk, "switch to branch main")
    assert talk.here().plan == small_plan
    told(talk, "switch to branch what-if-1")
    assert len(talk.here().plan.shots) == 2


def test_versions_are_found_by_number_and_words(small_plan: Plan, tmp_path: Path) -> None:
    talk = talking(small_plan, tmp_path)
    told(talk, "make shot 2 rainy")
    told(talk, "remove shot 3")
    told(talk, "go back to version 1")
    assert len(talk.here().plan.shots) == 3
    told(talk, "go back to before I made shot 2 rainy")
    assert talk.here().plan == small_plan
    (table,) = told(talk, "history")
    assert [row.split()[-1] for row in table.text.splitlines()] == ["planned", "rainy", "3"]
    assert told(talk, "go back to yesterday's cut")[0].kind == "problem"


def test_own_files_are_copied_into_the_run_folder(
    small_plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    talk = talking(small_plan, tmp_path)
    cv2.imwrite("sketch.png", np.full((36, 64, 3), 90, np.uint8))
    (reply, _) = told(talk, "use sketch.png for shot 2")
    kept = talk.here().plan.shots[1].keyframe
    assert reply.text == f"shot 2: your own keyframe: {kept}"
    assert kept
    assert (tmp_path / "run" / kept).is_file()
    assert told(talk, "use nothing.png for shot 1")[0].kind == "problem"


@pytest.mark.parametrize(
    "line", ["undo", "redo", "show shot 77", "switch to branch nowhere", "why did you remake shot 9?"]
)
def test_what_cannot_be_done_is_said_and_changes_nothing(small_plan: Plan, tmp_path: Path, line: str) -> None:
    talk = talking(small_plan, tmp_path)
    assert kinds(told(talk, line))[-1] in ("problem", "unknown")
    assert talk.here().plan == small_plan


def test_help_tells_sentences_that_work(small_plan: Plan, tmp_path: Path) -> None:
    talk = talking(small_plan, tmp_path)
    (reply,) = told(talk, "help")
    assert "move shot 4 to the start" in reply.text
    (reply,) = told(talk, "help voice")
    assert "give Mara a deeper voice" in reply.text
    assert "move shot" not in reply.text


def test_the_first_line_is_the_story_when_there_is_no_film(tmp_path: Path) -> None:
    talk = Talk(StoryAgent(voice="none", workers=1), out=tmp_path / "fox")
    assert "story" in next(talk.greeting()).text
    assert told(talk, "help")[0].kind == "table"
    replies = told(talk, "A fox finds a lantern in the snow and brings it home.")
    assert "fox" in replies[1].text
    assert talk.here().plan.shots
    assert told(talk, "make shot 1 foggy")[0].kind == "changed"


def test_takes_and_costs_are_told_and_a_pick_can_be_undone(tmp_path: Path) -> None:
    agent = StoryAgent(workers=2, voice="none")
    film = agent.make(make_small_plan(), out=tmp_path / "run")
    talk = Talk(agent, film)
    told = "\n".join(reply.text for reply in talk.hear("two takes of shot 2"))
    assert "takes/shot_002.png" in told
    assert (film.folder / "takes/shot_002.png").is_file()
    before = film.plan.shot("shot_002").camera
    list(talk.hear("pick take 2 of shot 2"))
    assert talk.here().plan.shot("shot_002").camera != before
    list(talk.hear("undo"))
    assert talk.here().plan.shot("shot_002").camera == before
    priced = "\n".join(reply.text for reply in talk.hear("how much would it cost?"))
    assert "price: nothing" in priced
