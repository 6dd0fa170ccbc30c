"""Contact between figures: things in hands, riders on seats, sitters on something."""

from __future__ import annotations

import skia

from generators import ShotSpec
from generators.backends.animatic import casting
from generators.backends.animatic.backend import AnimaticBackend
from generators.backends.animatic.company import Drawn
from generators.backends.animatic.people import make_person
from generators.backends.animatic.troupe import Placement
from planners.plan import Attributes, Beat, Box, Entity, Key, Scene, Shot, Track

PEOPLE = Entity(id="ann", kind="character", name="Ann", attributes=Attributes(noun="woman", gender="female"))
THINGS = {
    noun: Entity(id=noun, kind="prop", name=noun, attributes=Attributes(noun=noun))
    for noun in ("lantern", "car", "chair", "bicycle", "campfire")
}
KITTEN = Entity(id="cat", kind="character", name="cat", attributes=Attributes(noun="cat", species="cat"))


def caster(entity: Entity, stage: str | None, seed: int) -> tuple[object, tuple[str, ...]]:
    if entity.id == "ann":
        return make_person(entity.attributes, seed), ()
    return casting.cast(entity, stage, seed)


def drawn(
    boxes: dict[str, Box], held: dict[str, str] | None = None, action: str = "stand", time: str = "day"
) -> dict[str, Drawn]:
    known = {"ann": PEOPLE, "cat": KITTEN, **THINGS}
    layout = tuple(
        Track(key=key, entity=key, keys=(Key(t=0, box=box),), held_by=(held or {}).get(key))
        for key, box in boxes.items()
    )
    shot = Shot(
        id="s", scene="a", frames=12, layout=layout, beats=(Beat(id="b", actors=("ann",), action=action, verb=action),)
    )
    spec = ShotSpec(
        shot=shot, scene=Scene(id="a", place="p", time=time), cast={key: known[key] for key in boxes},
        style="storybook",
        place=Entity(id="p", kind="place", name="meadow", attributes=Attributes(noun="meadow")),
        size=(640, 360), fps=12, seed=7,
    )  # fmt: skip
    stage, _ = AnimaticBackend(caster=caster).stage(spec)
    return {item.key: item for item in stage.company.drawn(4)}


def spot(item: Drawn, name: str) -> tuple[float, float]:
    at: Placement = item.placement
    return at.point(item.acting.member.figure.anchors(item.acting.pose)[name])


def near(a: tuple[float, float], b: tuple[float, float], within: float) -> bool:
    return abs(a[0] - b[0]) <= within and abs(a[1] - b[1]) <= within


def test_a_held_thing_hangs_in_the_reaching_hand_and_over_its_holder() -> None:
    found = drawn({"ann": (0.35, 0.4, 0.48, 0.9), "lantern": (0.5, 0.58, 0.55, 0.68)}, {"lantern": "ann"}, "hold")
    assert near(spot(found["ann"], "hand"), spot(found["lantern"], "grip"), 1.5)
    assert found["ann"].acting.pose.holding == "small"
    assert list(found) == ["ann", "lantern", "hand:ann"]


def test_a_small_animal_is_carried_in_the_arms() -> None:
    found = drawn({"ann": (0.35, 0.4, 0.48, 0.9), "cat": (0.46, 0.6, 0.56, 0.72)}, {"cat": "ann"}, "carry")
    x0, y0, x1, y1 = found["cat"].box
    hand = spot(found["ann"], "hand")
    assert x0 - 8 <= hand[0] <= x1 + 8
    assert y0 - 8 <= hand[1] <= y1 + 8


def test_a_driver_sits_inside_the_car() -> None:
    found = drawn({"car": (0.2, 0.5, 0.7, 0.9), "ann": (0.4, 0.5, 0.5, 0.8)}, {"ann": "car"}, "drive")
    assert list(found) == ["ann", "car"]
    assert near(spot(found["ann"], "seat"), spot(found["car"], "seat"), 2.0)


def test_a_cyclist_holds_the_bars_and_faces_the_way() -> None:
    found = drawn({"bicycle": (0.2, 0.5, 0.6, 0.95), "ann": (0.3, 0.25, 0.42, 0.8)}, {"ann": "bicycle"}, "ride")
    assert near(spot(found["ann"], "seat"), spot(found["bicycle"], "seat"), 2.0)
    assert near(spot(found["ann"], "hand"), spot(found["bicycle"], "bars"), 4.0)
    assert found["ann"].acting.mirrored == found["bicycle"].acting.mirrored


def test_who_sits_on_nothing_gets_a_seat_of_fitting_height() -> None:
    found = drawn({"ann": (0.4, 0.52, 0.55, 0.9)}, action="sit")
    assert list(found) == ["seat:ann", "ann"]
    assert near(spot(found["seat:ann"], "seat"), spot(found["ann"], "seat"), 12.0)


def test_who_sits_on_the_plans_chair_gets_no_other() -> None:
    found = drawn({"chair": (0.38, 0.6, 0.56, 0.9), "ann": (0.4, 0.52, 0.55, 0.9)}, action="sit")
    assert "seat:ann" not in found


def test_fingers_close_over_what_is_held() -> None:
    found = drawn({"ann": (0.35, 0.4, 0.48, 0.9), "lantern": (0.5, 0.58, 0.55, 0.68)}, {"lantern": "ann"}, "hold")
    x0, y0, x1, y1 = found["hand:ann"].box
    hand = spot(found["ann"], "hand")
    assert x0 <= hand[0] <= x1
    assert y0 <= hand[1] <= y1
    assert list(found)[-1] == "hand:ann"


def test_a_fire_at_night_lights_the_side_that_faces_it() -> None:
    def warmth(fire: Box, time: str) -> float:
        """How much warmer the right half of Ann is than her left half."""
        item = drawn({"ann": (0.4, 0.3, 0.55, 0.9), "campfire": fire}, time=time)["ann"]
        pixels = item.sprite.image.toarray(colorType=skia.ColorType.kRGBA_8888_ColorType).astype(float)
        middle = pixels.shape[1] // 2
        halves = [part[part[:, :, 3] > 200] for part in (pixels[:, :middle], pixels[:, middle:])]
        left, right = (float((half[:, 0] - half[:, 2]).mean()) for half in halves)
        return right - left

    beside_right, beside_left = (0.6, 0.75, 0.7, 0.9), (0.2, 0.75, 0.3, 0.9)
    assert warmth(beside_right, "night") > warmth(beside_left, "night") + 3
    assert abs(warmth(beside_right, "day") - warmth(beside_left, "day")) < 0.01
