"""Restaging: figures stand elsewhere by the rules, and what cannot be staged so says why."""

from __future__ import annotations

import contextlib

import pytest
from small_plans import make_small_plan, track

from planners import (
    STAGINGS,
    Attributes,
    Beat,
    Camera,
    Entity,
    Key,
    Plan,
    PlanError,
    Shot,
    Staging,
    Track,
    check_plan,
    crosses_line,
    restaged,
    seen_boxes,
)


def film(*tracks: Track, text: str = "Mara and the fox wait.", camera: Camera | None = None, **more: object) -> Plan:
    """The small plan with another first shot, in a place without water."""
    plan = make_small_plan()
    cast = tuple(dict.fromkeys(item.entity for item in tracks))
    update = {"layout": tracks, "text": text, "camera": camera or Camera(), "cast": cast, "scene": "scene_02", **more}
    return plan.model_copy(update={"shots": (plan.shots[0].model_copy(update=update), *plan.shots[1:])})


MARA, FOX = track("mara", (0.3, 0.42, 0.42, 0.9)), track("fox", (0.55, 0.7, 0.67, 0.9), facing="left")


def boxes(shot: Shot, plan: Plan) -> dict[str, tuple[float, ...]]:
    return dict(seen_boxes(shot, 0.5, plan.size))


def height(box: tuple[float, ...]) -> float:
    return box[3] - box[1]


def test_mirrored_is_the_same_picture_from_the_other_side() -> None:
    walking = track("mara", (0.05, 0.42, 0.2, 0.9), dx=0.3)
    plan = film(walking, FOX, camera=Camera(move="right"))
    made = restaged(plan, "shot_001", "mirrored")
    assert made.camera.move == "left"
    assert [item.facing for item in made.layout] == ["left", "right"]
    assert made.layout[0].keys[0].box == pytest.approx((0.8, 0.42, 0.95, 0.9))
    again = plan.model_copy(update={"shots": (made, *plan.shots[1:])})
    assert restaged(again, "shot_001", "mirrored") == plan.shots[0]


def test_nearer_and_farther_change_size_and_keep_feet_on_the_ground() -> None:
    plan = film(MARA, FOX)
    now, near, far = (
        boxes(shot, plan)
        for shot in (
            plan.shots[0],
            restaged(plan, "shot_001", "nearer"),
            restaged(plan, "shot_001", "farther"),
        )
    )
    assert height(near["mara"]) > 1.1 * height(now["mara"]) > 1.1 * 1.1 * height(far["mara"])
    assert near["mara"][3] > now["mara"][3] > far["mara"][3] > 0.82
    assert all(0 <= edge <= 1 for box in near.values() for edge in box)


def test_room_between_figures_and_depth() -> None:
    plan = film(MARA, FOX, camera=Camera(focus="mara"))

    def gap(shot: Shot) -> float:
        return boxes(shot, plan)["fox"][0] - boxes(shot, plan)["mara"][2]

    assert gap(restaged(plan, "shot_001", "apart")) > gap(plan.shots[0]) > gap(restaged(plan, "shot_001", "together"))
    deep = restaged(plan, "shot_001", "in depth")
    assert deep.layout[0] == plan.shots[0].layout[0]
    assert deep.layout[1].depth < MARA.depth
    assert height(boxes(deep, plan)["fox"]) < height(boxes(plan.shots[0], plan)["fox"])


def test_a_close_shot_puts_its_figure_on_a_third() -> None:
    plan = film(MARA, camera=Camera(framing="medium close-up", focus="mara", move="zoom in"))

    def middle(shot: Shot) -> float:
        box = seen_boxes(shot, 0.0, plan.size)["mara"]
        return (box[0] + box[2]) / 2

    assert middle(restaged(plan, "shot_001", "left")) == pytest.approx(1 / 3, abs=0.02)
    assert middle(restaged(plan, "shot_001", "right")) == pytest.approx(2 / 3, abs=0.02)


def test_who_holds_or_hugs_moves_together() -> None:
    ball = Entity(id="ball", kind="prop", name="ball", attributes=Attributes(noun="ball"))
    held = Track(key="ball", entity="ball", held_by="mara", head=None, keys=(Key(t=0, box=(0.4, 0.6, 0.44, 0.66)),))
    plan = film(MARA, held, FOX)
    plan = plan.model_copy(update={"entities": {**plan.entities, "ball": ball}})
    made = boxes(restaged(plan, "shot_001", "apart"), plan)
    now = boxes(plan.shots[0], plan)
    assert made["ball"][0] - made["mara"][0] == pytest.approx(now["ball"][0] - now["mara"][0], abs=1e-3)
    hug = (Beat(id="b", actors=("mara",), targets=("fox",), action="hug", verb="hug"),)
    with pytest.raises(PlanError, match="belong together"):
        restaged(film(MARA, FOX, beats=hug), "shot_001", "apart")


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("The fox runs from the left to the right.", False),
        ("Mara turns left.", False),
        ("Le renard court à droite.", False),
        ("There is one left.", True),
        ("That is all right.", True),
    ],
)
def test_sides_that_the_author_named_stay(text: str, allowed: bool) -> None:
    plan = film(MARA, FOX, text=text)
    if allowed:
        assert restaged(plan, "shot_001", "mirrored").layout != plan.shots[0].layout
        return
    with pytest.raises(PlanError, match="its words say"):
        restaged(plan, "shot_001", "mirrored")


def test_water_and_things_of_the_place_stay_where_they_are() -> None:
    swimmer = track("fox", (0.55, 0.6, 0.67, 0.74))
    plan = film(MARA, swimmer, scene="scene_01")
    with pytest.raises(PlanError, match="at the water"):
        restaged(plan, "shot_001", "nearer")
    stove = Entity(id="stove", kind="prop", name="stove", attributes=Attributes(noun="stove"))
    kitchen = Entity(id="kitchen", kind="place", name="kitchen", attributes=Attributes(noun="kitchen"))
    home = film(MARA, FOX, cast=("mara", "fox", "stove"))
    scenes = (home.scenes[0], home.scenes[1].model_copy(update={"place": "kitchen"}))
    home = home.model_copy(update={"scenes": scenes, "entities": {**home.entities, "stove": stove, "kitchen": kitchen}})
    with pytest.raises(PlanError, match="the stove is a part of the kitchen"):
        restaged(home, "shot_001", "mirrored")


@pytest.mark.parametrize("way", STAGINGS)
def test_nothing_new_is_wrong_with_what_is_restaged(way: Staging) -> None:
    plan = film(MARA, FOX, track("mara#2", (0.75, 0.42, 0.87, 0.9)))
    before = {(item.check, item.where) for item in check_plan(plan)}
    made = plan.shots[0]
    with contextlib.suppress(PlanError):
        made = restaged(plan, "shot_001", way)
    after = check_plan(plan.model_copy(update={"shots": (made, *plan.shots[1:])}))
    assert {(item.check, item.where) for item in after} <= before


def test_the_line_of_action_is_kept_between_neighbours() -> None:
    plan = make_small_plan()
    turned = restaged(plan, "shot_002", "mirrored")
    assert crosses_line(plan, turned) == "shot_001"
    assert crosses_line(plan, plan.shots[1]) is None
