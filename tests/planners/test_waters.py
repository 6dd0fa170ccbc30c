"""Who swims and what floats lies in the water, not in the sky and not on the shore."""

from __future__ import annotations

import pytest

from planners import Plan, Story, make_plan
from planners.plan import Attributes
from planners.waters import REACH, draught, hull, surface


def planned(text: str) -> Plan:
    return make_plan(Story(story=text, narration=False))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A boy swims across the lake.", "boy"),
        ("A duck swims on the lake.", "duck"),
        ("A whale swims in the sea.", "whale"),
        ("A red boat lies in the harbour.", "boat"),
        ("A canoe floats down the river.", "canoe"),
    ],
)
def test_the_water_line_crosses_who_swims_and_what_floats(text: str, who: str) -> None:
    plan = planned(text)
    (track,) = (track for track in plan.shots[0].layout if track.key.endswith(who))
    line = surface(plan.entities[plan.scenes[0].place].attributes)
    assert line is not None
    for key in track.keys:
        assert key.box is None or key.box[1] < line < key.box[3] < line + REACH + 0.1


def test_who_walks_by_the_water_keeps_dry_feet() -> None:
    plan = planned("A boy walks along the beach.")
    track = next(track for track in plan.shots[0].layout if track.key == "boy")
    assert all(key.box is None or key.box[3] > 0.78 for key in track.keys)
    assert draught(Attributes(noun="boy"), "walk", 0.4) == 0.0


def test_what_flies_on_air_is_no_vessel() -> None:
    assert hull(Attributes(noun="sailing ship"))
    assert not hull(Attributes(noun="hot air balloon"))
