"""Sounds of the world over joins: ambience runs through a scene's cuts, and overlaps where scenes change."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from agent.sound.mix import Clip, Effect, mix
from agent.sound.wav import RATE, WavReader
from agent.stages.soundtrack import effects_of
from agent.timeline import timeline
from planners import Plan, Transition


def with_effects(plan: Plan, *effects: tuple[str, ...], join: Transition | None = None) -> Plan:
    shots = [shot.model_copy(update={"effects": names}) for shot, names in zip(plan.shots, effects, strict=True)]
    if join is not None:
        shots[1] = shots[1].model_copy(update={"transition": join})
    return plan.model_copy(update={"shots": tuple(shots)})


def heard(plan: Plan) -> dict[str, list[tuple[float, float]]]:
    out: dict[str, list[tuple[float, float]]] = {}
    for item in effects_of(plan, timeline(plan)):
        out.setdefault(item.name, []).append((round(item.start, 3), round(item.start + item.seconds, 3)))
    return out


def test_ambience_runs_through_cuts(small_plan: Plan) -> None:
    first = with_effects(small_plan, ("fire", "steps"), ("fire",), ("birds",))
    assert heard(first) == {"fire": [(0, 5)], "steps": [(0, 3)], "birds": [(5, 7)]}


def test_a_fire_is_heard_where_the_camera_looks_away(small_plan: Plan) -> None:
    one_scene = tuple(shot.model_copy(update={"scene": "scene_01"}) for shot in small_plan.shots)
    plan = with_effects(small_plan.model_copy(update={"shots": one_scene}), ("fire",), (), ("fire",))
    assert heard(plan) == {"fire": [(0, 7)]}


def test_a_silent_scene_has_the_tone_of_its_room(small_plan: Plan) -> None:
    plan = with_effects(small_plan, ("waves",), ("waves",), ("steps",))
    assert heard(plan) == {"waves": [(0, 5)], "steps": [(5, 7)], "room": [(5, 7)]}


def test_scenes_overlap_in_sound(small_plan: Plan) -> None:
    join = Transition(kind="cut", lead=6, trail=3)
    plan = with_effects(small_plan, ("waves",), ("waves", "door"), ("birds",), join=join)
    assert heard(plan) == {"waves": [(0, 5.25)], "door": [(3, 5)], "birds": [(4.5, 7)]}


def test_the_mix_carries_them_over(tmp_path: Path) -> None:
    """With a J-cut the next scene sounds before the cut at 2 s; with a hard one it is silent until then."""

    def before_the_cut(start: float) -> float:
        out = tmp_path / f"{start}.wav"
        clips: list[Clip] = []
        mix(out, 4.0, clips, clips, [Effect("waves", start, 4.0 - start, 7)])
        return float(np.sqrt(np.square(WavReader(out).stereo(round(1.75 * RATE), round(0.25 * RATE))).mean()))

    assert before_the_cut(2.0) == 0.0
    assert before_the_cut(1.5) > 0.001
