"""Real animatic shots through the public door: what is right scores better than what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_plans import make_small_plan

from consistency import Footage, Look, Scores, check_film, check_shot, footage_of, look_of
from generators import Keyframe, ShotSpec, create, make_reference, make_shot, shot_spec
from planners import Attributes, Garment, Plan

SIZE = (480, 270)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("run")


@pytest.fixture(scope="module")
def plan() -> Plan:
    return make_small_plan(SIZE)


@pytest.fixture(scope="module")
def looks(plan: Plan, folder: Path) -> list[Look]:
    out = []
    for name in ("mara", "fox"):
        made = make_reference(
            plan.entities[name],
            backend=create("animatic"),
            folder=folder,
            image=f"{name}.png",
            style=plan.style,
            seed=7,
        )
        out.append(look_of(made, folder))
    return out


def filmed(plan: Plan, spec: ShotSpec, folder: Path, name: str) -> Footage:
    keyframe = Keyframe(maker="none", digest="", spec=spec.model_copy(update={"title": None}), image="none.png")
    clip = make_shot(keyframe, backend=create("animatic"), folder=folder, video=f"{name}.mp4")
    last = spec.shot.frames - 1
    return footage_of(clip, folder, [plan.boxes(spec.shot, index / last) for index in range(last + 1)])


def swapped(spec: ShotSpec, **looks: Attributes) -> ShotSpec:
    cast = {name: spec.cast[name].model_copy(update={"attributes": look}) for name, look in looks.items()}
    return spec.model_copy(update={"cast": {**spec.cast, **cast}})


def value(scores: Scores, measure: str, entity: str) -> float:
    (number,) = scores.of(measure, entity=entity)
    assert number.value is not None
    return number.value


def test_the_same_woman_is_far_nearer_to_her_sheet_than_in_other_hair_and_coat_or_than_a_man(
    plan: Plan, looks: list[Look], folder: Path
) -> None:
    spec = shot_spec(plan, "shot_001")
    own = spec.cast["mara"].attributes
    alike = own.model_copy(
        update={"hair": "long", "hair_color": "black", "clothes": (Garment(kind="coat", color="teal"),)}
    )
    other = Attributes(noun="man", age="adult", gender="male", clothes=(Garment(kind="jacket", color="red"),))
    found = [
        value(check_shot(filmed(plan, made, folder, name), looks), "identity_reference", "mara")
        for name, made in (
            ("own", spec),
            ("alike", swapped(spec, mara=alike)),
            ("other", swapped(spec, mara=other)),
        )
    ]
    assert found[0] > 0.5
    assert max(found[1:]) < 0.2


def test_a_film_gives_every_number_its_shot_and_says_what_it_cannot_measure(
    plan: Plan, looks: list[Look], folder: Path
) -> None:
    shots = [filmed(plan, shot_spec(plan, shot.id), folder, shot.id) for shot in plan.shots]
    shots.append(shots[0].model_copy(update={"shot": "lost", "video": folder / "lost.mp4"}))
    scores = check_film(shots, looks)
    assert {number.shot for number in scores.numbers} == {"shot_001", "shot_002", "shot_003"}
    assert any("lost" in note for note in scores.notes)
    assert [(n.shot, n.other) for n in scores.of("seam_jump")] == [("shot_001", "shot_002"), ("shot_002", "shot_003")]
    assert [(n.entity, n.shot, n.other) for n in scores.of("place")] == [("beach", "shot_001", "shot_002")]
    assert {n.entity for n in scores.of("identity_across")} == {"mara", "fox"}
    assert {n.value for n in scores.of("text")} == {None}
    assert all(n.why for n in scores.numbers if n.value is None)
    assert len(scores.of("flicker", shot="shot_001", frames=True)) == plan.shots[0].frames - 1
    assert {n.value for n in scores.of("black")} == {0.0}


def test_who_walks_backwards_is_found_by_the_plans_boxes(plan: Plan, folder: Path) -> None:
    footage = filmed(plan, shot_spec(plan, "shot_003"), folder, "walk")
    (fox,) = footage.instances
    back = footage.model_copy(update={"instances": (fox.model_copy(update={"boxes": fox.boxes[::-1]}),)})
    assert value(check_shot(footage), "direction", "fox") > 0.5
    assert value(check_shot(back), "direction", "fox") < 0


def test_vgots_numbers_are_of_each_shot_and_of_each_with_the_next(plan: Plan, folder: Path, tmp_path: Path) -> None:
    pytest.importorskip("torch", reason="maps need the extra `diffusion`")
    from random_weights import vgg_weights
    from safetensors.numpy import save_file

    save_file(vgg_weights(), tmp_path / "vgg.safetensors")
    shots = [filmed(plan, shot_spec(plan, shot.id), folder, f"v{shot.id}") for shot in plan.shots]
    short = [item.model_copy(update={"frames": 3}) for item in shots]
    scores = check_film(short, map_embedder=f"vgg19:{tmp_path}/vgg.safetensors")
    assert [(n.shot, n.by) for n in scores.of("ws_sc")] == [(item.shot, "vgg19") for item in shots]
    assert [(n.shot, n.other) for n in scores.of("cs_sc")] == [("shot_001", "shot_002"), ("shot_002", "shot_003")]
    assert min(n.value for n in scores.of("ws_sc")) > max(n.value for n in scores.of("cs_sc"))
    assert scores.of("face_within") == ()
