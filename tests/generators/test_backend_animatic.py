"""The animatic generator through the public functions of `generators`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import av
import numpy as np
import pytest
from safetensors.numpy import load_file

from generators import UnknownGenerator, create, make_card, make_keyframe, make_reference, shot_spec
from generators.backends.animatic.control import iou
from generators.identity import read_picture, similarity
from planners import Story, make_plan
from planners.plan import (
    Attributes,
    Beat,
    Box,
    Camera,
    Cards,
    Entity,
    Framing,
    Key,
    Plan,
    Scene,
    Shot,
    Track,
)

ROOT = Path(__file__).parents[2]


def animal(key: str, species: str, **more: object) -> Entity:
    attributes = Attributes(noun=species, species=species, **more)
    return Entity(id=key, kind="character", name=species, attributes=attributes)


def plan(
    boxes: dict[str, Box], *, title: int = 0, camera: Camera | None = None, beats: tuple[Beat, ...] = (),
    held: dict[str, str] | None = None, size: tuple[int, int] = (640, 360),
) -> Plan:  # fmt: skip
    entities = {
        "fox": animal("fox", "fox"),
        "cat": animal("cat", "cat"),
        "ball": Entity(id="ball", kind="prop", name="ball", attributes=Attributes(noun="ball")),
        "meadow": Entity(id="meadow", kind="place", name="meadow", attributes=Attributes(noun="meadow")),
    }
    layout = tuple(
        Track(key=key, entity=key.split("#")[0], keys=(Key(t=0, box=box),), held_by=(held or {}).get(key))
        for key, box in boxes.items()
    )
    shot = Shot(id="s", scene="a", frames=24, layout=layout, camera=camera or Camera(), beats=beats)
    return Plan(
        title="The Fox and the Long Way Home", size=size, fps=12, cards=Cards(title=title), entities=entities,
        scenes=(Scene(id="a", place="meadow"),), shots=(shot,),
    )  # fmt: skip


def test_unknown_names_get_a_suggestion() -> None:
    with pytest.raises(UnknownGenerator, match="did you mean 'animatic'"):
        create("animatix")


def test_importing_generators_loads_no_drawing_library() -> None:
    code = "import sys, generators; print([m for m in ('skia', 'av', 'torch') if m in sys.modules])"
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"


def test_embeddings_tell_entities_apart_and_know_them_in_another_style(tmp_path: Path) -> None:
    found = {}
    for entity, style in ((animal("fox", "fox"), "storybook"), (animal("fox", "fox"), "pastel"),
                          (animal("wolf", "wolf"), "storybook")):  # fmt: skip
        made = make_reference(
            entity, backend=create("animatic"), folder=tmp_path, image=f"{entity.id}-{style}.png", style=style, seed=7
        )
        assert made.identity is not None
        found[entity.id, style] = load_file(str(tmp_path / made.identity.file))["embedding"]
        assert {"front", "side"} <= set(made.views)
    fox = found["fox", "storybook"]
    assert similarity(fox, fox) == pytest.approx(1.0, abs=1e-4)
    assert similarity(fox, found["fox", "pastel"]) > similarity(fox, found["wolf", "storybook"])


def test_title_shows_and_covers_no_figure(tmp_path: Path) -> None:
    boxes = {"fox": (0.2, 0.08, 0.75, 0.6)}
    backend = create("animatic")
    pictures = {}
    for title in (0, 24):
        whole = plan(boxes, title=title)
        made = make_keyframe(shot_spec(whole, "s"), backend=backend, folder=tmp_path, image=f"{title}.png", t=0.5)
        pictures[title] = read_picture(tmp_path / made.image)
    rows = np.flatnonzero(np.abs(pictures[24] - pictures[0]).max(axis=(1, 2)) > 30)
    assert len(rows) > 10
    assert rows.min() > 0.6 * 360 - 8


@pytest.mark.parametrize("framing", ["wide", "full", "medium wide", "medium"])
def test_figures_fill_their_boxes_at_every_framing(framing: Framing) -> None:
    whole = plan(
        {"fox": (0.1, 0.6, 0.4, 0.9), "cat": (0.55, 0.7, 0.7, 0.92)}, camera=Camera(framing=framing, focus="fox")
    )
    drawn = create("animatic").controls(shot_spec(whole, "s"), 12).control.boxes
    planned = whole.boxes("s", 12 / 23)
    assert planned
    scores = [overlap(box, drawn[key]) for key, box in planned.items()]
    assert float(np.mean(scores)) >= 0.7


def test_nearer_figures_come_later_in_depth_order() -> None:
    whole = plan({"fox": (0.1, 0.5, 0.5, 0.95), "cat": (0.3, 0.6, 0.5, 0.8)})
    far = whole.shots[0].layout[1].model_copy(update={"depth": 0.1})
    shot = whole.shots[0].model_copy(update={"layout": (whole.shots[0].layout[0], far)})
    spec = shot_spec(whole.model_copy(update={"shots": (shot,)}), "s")
    assert create("animatic").controls(spec, 0).control.depth == ("cat", "fox")


def test_masks_have_the_frame_size_and_lie_in_their_boxes() -> None:
    spec = shot_spec(plan({"fox": (0.1, 0.5, 0.5, 0.95)}), "s")
    seen = create("animatic").controls(spec, 0)
    mask = seen.masks["fox"]
    assert mask.shape == (360, 640)
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    box = seen.control.boxes["fox"]
    assert (columns[0] / 640, rows[0] / 360) == (box[0], box[1])


def test_what_could_not_be_drawn_as_asked_is_said(tmp_path: Path) -> None:
    whole = plan({"fox": (0.1, 0.5, 0.5, 0.95)})
    spec = shot_spec(whole.model_copy(update={"style": "a glossy photorealistic look"}), "s")
    made = make_keyframe(spec, backend=create("animatic"), folder=tmp_path, image="k.png")
    assert any("photorealistic" in note for note in made.downgrades)


@pytest.mark.parametrize("angle", ["low", "high", "over-the-shoulder"])
def test_camera_angles_change_the_scenery_and_not_the_boxes(angle: str, tmp_path: Path) -> None:
    boxes = {"fox": (0.1, 0.6, 0.4, 0.9)}
    pictures, found = [], []
    for wanted in ("eye", angle):
        spec = shot_spec(plan(boxes, camera=Camera(angle=wanted)), "s")
        backend = create("animatic")
        made = make_keyframe(spec, backend=backend, folder=tmp_path, image=f"{wanted}.png", t=0.0)
        pictures.append(read_picture(tmp_path / made.image))
        found.append(backend.controls(spec, 0).control.boxes["fox"])
    assert found[0] == found[1]
    changed = float(np.abs(pictures[0] - pictures[1]).mean())
    assert changed > 2.0 or angle == "over-the-shoulder"


def test_from_above_a_figure_has_the_box_that_the_plan_gives_it() -> None:
    whole = make_plan(Story(story="Top-down view: a fox walks across a meadow.", narration=False))
    shot = whole.shots[0]
    assert shot.camera.angle == "top-down"
    found = create("animatic").controls(shot_spec(whole, shot.id), 0).control.boxes
    planned = whole.boxes(shot.id, 0.0)
    assert iou(planned["fox"], found["fox"]) > 0.7


def test_the_window_moves_what_is_drawn() -> None:
    whole = plan({"fox": (0.4, 0.6, 0.6, 0.9)}, camera=Camera(move="right", speed="fast"))
    spec = shot_spec(whole, "s")
    backend = create("animatic")
    first, last = (backend.controls(spec, frame).control.boxes["fox"][0] for frame in (0, 23))
    moved = whole.boxes("s", 0.0)["fox"][0] - whole.boxes("s", 1.0)["fox"][0]
    assert moved > 0.1
    assert first - last == pytest.approx(moved, abs=0.02)


def test_end_card_has_its_frames(tmp_path: Path) -> None:
    spec = shot_spec(plan({"fox": (0.1, 0.5, 0.5, 0.95)}, size=(202, 360)), "s")
    make_card(
        spec, backend=create("animatic"), folder=tmp_path, video="card.mp4", title="The End",
        credit_lines=("Drawn by hand", "صوت and 声"), frames=8, head=2, tail=1,
    )  # fmt: skip
    with av.open(str(tmp_path / "card.mp4")) as container:
        pictures = [f.to_ndarray(format="rgb24").astype(int) for f in container.decode(video=0)]
    assert len(pictures) == 11
    assert pictures[0].mean() > pictures[-1].mean()


def overlap(a: Box, b: Box) -> float:
    both = max(0.0, min(a[2], b[2]) - max(a[0], b[0])) * max(0.0, min(a[3], b[3]) - max(a[1], b[1]))
    return both / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - both)
