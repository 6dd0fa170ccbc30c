"""Cut-outs keep the figure and lose what is behind it; photos are kept without what the camera told."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from safetensors import safe_open
from small_plans import make_small_plan

from generators import Capabilities, RequestRefused, create, make_reference
from generators.crops import cut_reference, read_rgb, write_png
from generators.cutout import GRABCUT, NO_REMBG, PLAIN, UNCUT, cut_out, over, plain_ground
from generators.embedding import load_embedding, mean_embedding
from generators.photos import keep_photo


@pytest.fixture(scope="module")
def sheets(tmp_path_factory):
    folder = tmp_path_factory.mktemp("run")
    entities = make_small_plan().entities
    backend = create("animatic")
    return folder, {
        name: make_reference(
            entities[name], backend=backend, folder=folder, image=f"refs/{name}.png", style="storybook", seed=7
        )
        for name in ("mara", "fox", "beach")
    }


def solid_disc(side: int, ground: tuple[int, int, int], figure: tuple[int, int, int]) -> np.ndarray:
    """A disc with a hole that shows the ground, drawn four times as large and brought down, so that edges are mixed."""
    big = np.full((side * 4, side * 4, 3), ground, np.uint8)
    cv2.circle(big, (side * 2, side * 2), int(side * 1.4), figure, -1)
    cv2.circle(big, (side * 2, side * 2), int(side * 0.5), ground, -1)
    return cv2.resize(big, (side, side), interpolation=cv2.INTER_AREA)


def test_a_drawn_ground_goes_with_its_holes_and_leaves_no_rim() -> None:
    drawn = solid_disc(120, (244, 238, 226), (40, 80, 200))
    made = cut_out(drawn, ground=plain_ground(drawn))
    assert made.engine == PLAIN
    height, width = made.rgba.shape[:2]
    assert abs(height - 84) <= 2
    assert abs(width - 84) <= 2
    assert made.rgba[height // 2, width // 2, 3] == 0
    green = over(made.rgba, (0, 200, 60)).astype(int)
    line = np.array((0, 200, 60)) - np.array((40, 80, 200))
    away = (green - np.array((40, 80, 200))) @ line / (line @ line)
    rest = np.abs(green - np.array((40, 80, 200)) - away[:, :, None] * line).max()
    assert rest <= 6, "every pixel is between the figure's colour and the new ground: nothing of the paper is left"


def test_a_white_shirt_before_a_white_wall_stays_and_so_does_what_is_cut_out_already(tmp_path: Path) -> None:
    photo = solid_disc(120, (255, 255, 255), (40, 80, 200))
    made = cut_out(photo)
    assert made.rgba[made.rgba.shape[0] // 2, made.rgba.shape[1] // 2, 3] == 255
    own = np.dstack([np.full((90, 60, 3), (12, 200, 9), np.uint8), np.zeros((90, 60), np.uint8)])
    own[20:70, 15:45] = (200, 40, 40, 255)
    write_png(tmp_path / "own.png", own)
    again = cut_out(read_rgb(tmp_path / "own.png"))
    assert again.rgba.shape[:2] == (50, 30)
    assert tuple(again.rgba[25, 15]) == (200, 40, 40, 255)


def test_figures_of_sheets_keep_everything_that_is_theirs(sheets) -> None:
    folder, made = sheets
    fox = read_rgba(folder / made["fox"].crops["front"])
    height, width = fox.shape[:2]
    belly = fox[int(height * 0.6), int(width * 0.66)]
    assert belly[3] == 255, "a white belly on white paper stays"
    assert belly[:3].min() > 200
    assert (fox[:4, :4, 3] == 0).all()
    assert made["fox"].cutter == PLAIN


def test_a_person_has_body_and_face_a_place_is_left_whole(sheets) -> None:
    folder, made = sheets
    assert set(made["mara"].crops) == {"front", "side", "face"}
    assert made["beach"].crops == {"front": made["beach"].image}
    assert all((folder / file).is_file() for file in made["mara"].files)


def test_a_photo_is_cut_by_grabcut_and_says_so(sheets) -> None:
    folder, made = sheets
    figure = read_rgba(folder / made["mara"].crops["front"])
    ground = cv2.resize(read_rgb(folder / made["beach"].image), (640, 520))
    noise = np.random.default_rng(3).normal(0, 6, ground.shape)
    photo = np.clip(ground * 0.8 + noise, 0, 255).astype(np.uint8)
    height, width = figure.shape[:2]
    spot = (slice(60, 60 + height), slice(250, 250 + width))
    alpha = figure[:, :, 3:] / 255
    photo[spot] = (photo[spot] * (1 - alpha) + figure[:, :, :3] * alpha).astype(np.uint8)
    cut = cut_out(photo, engine=GRABCUT)
    truth = np.zeros(photo.shape[:2], bool)
    truth[spot] = figure[:, :, 3] > 127
    assert abs(cut.rgba.shape[0] - height) < 40
    solid = (cut.rgba[:, :, 3] > 127).sum()
    assert 0.8 < solid / truth.sum() < 1.25
    assert NO_REMBG in cut_out(photo).downgrades


def test_what_cannot_be_cut_is_used_whole_and_named() -> None:
    flat = np.full((80, 80, 3), 128, np.uint8)
    cut = cut_out(flat)
    assert cut.engine == UNCUT
    assert cut.downgrades
    assert (cut.rgba[:, :, 3] == 255).all()


def test_a_photo_is_kept_upright_small_and_without_what_the_camera_told(tmp_path: Path) -> None:
    picture = np.zeros((1200, 3000, 3), np.uint8)
    picture[:, :1500] = (200, 30, 30)
    write_png(tmp_path / "own.png", picture)
    kept = keep_photo(tmp_path / "own.png", tmp_path / "run", name="mara")
    assert read_rgb(tmp_path / "run" / kept).shape == (819, 2048, 3)
    assert keep_photo(tmp_path / "own.png", tmp_path / "run", name="mara") == kept
    write_png(tmp_path / "own.png", 255 - picture)
    assert keep_photo(tmp_path / "own.png", tmp_path / "run", name="mara") != kept


def test_a_camera_on_its_side_is_turned_and_its_notes_are_not_kept(tmp_path: Path) -> None:
    image = pytest.importorskip("PIL.Image", reason="writes a photo with a camera's notes")
    notes = image.Exif()
    notes[0x0112], notes[0x010E] = 6, "garden of Mara"
    image.new("RGB", (80, 40), (10, 120, 40)).save(tmp_path / "phone.jpg", exif=notes)
    kept = tmp_path / keep_photo(tmp_path / "phone.jpg", tmp_path, name="mara")
    assert read_rgb(kept).shape == (80, 40, 3)
    assert b"garden" not in kept.read_bytes()


def test_what_is_no_picture_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "mara.jpg").write_text("not a picture")
    with pytest.raises(RequestRefused, match=r"mara\.jpg is no picture"):
        keep_photo(tmp_path / "mara.jpg", tmp_path, name="mara")


def test_photos_of_a_character_come_with_a_face(sheets, tmp_path: Path) -> None:
    folder, made = sheets
    cut = cut_reference("character", folder / made["mara"].image, made["mara"].views, [folder / made["mara"].image])
    assert {"photo_1", "face_photo_1"} <= set(cut.files)
    assert any("no face detector" in told for told in cut.downgrades)


class Able:
    """The animatic, but taking pictures."""

    def __init__(self) -> None:
        self.inner, self.asked = create("animatic"), []

    def capabilities(self) -> Capabilities:
        return self.inner.capabilities().model_copy(update={"reference_images": 4})

    def reference(self, request):
        self.asked.append(request)
        return self.inner.reference(request)


@pytest.mark.parametrize(
    ("pinned", "expected", "told"),
    [
        ("photos/mara.png", 1, ""),
        ("../outside.png", 0, "outside of the run folder"),
        ("photos/gone.png", 0, "not in the run folder"),
    ],
)
def test_pinned_pictures_reach_generators_that_take_them(tmp_path: Path, pinned, expected, told) -> None:
    run = tmp_path / "run"
    for place in (run / "photos" / "mara.png", tmp_path / "outside.png"):
        write_png(place, solid_disc(64, (255, 255, 255), (200, 40, 40)))
    entity = make_small_plan().entities["mara"].model_copy(update={"reference": pinned})
    backend = Able()
    made = make_reference(entity, backend=backend, folder=run, image="refs/mara.png", style="ink", seed=1)
    assert len(backend.asked[0].photos) == expected
    assert ("photo_1" in made.crops) == bool(expected)
    assert told in " ".join(made.downgrades)


def test_a_generator_of_words_says_that_the_picture_changes_nothing(tmp_path: Path) -> None:
    entity = make_small_plan().entities["mara"].model_copy(update={"reference": "photos/mara.png"})
    made = make_reference(
        entity, backend=create("animatic"), folder=tmp_path, image="refs/mara.png", style="ink", seed=1
    )
    assert any("animatic draws from words" in told for told in made.downgrades)


def test_a_stored_embedding_tells_its_encoder_its_digest_and_its_views(sheets) -> None:
    folder, made = sheets
    file = folder / made["mara"].identity.file
    with safe_open(str(file), framework="numpy") as stored:
        told = stored.metadata()
    assert told["embedder"] == "palette-hog@1"
    assert len(told["digest"]) == 16
    assert load_embedding(file).views == ("front", "side")
    with pytest.raises(RequestRefused, match="no embedding"):
        load_embedding(folder / made["mara"].image)


def test_one_more_reference_moves_the_mean_towards_it() -> None:
    rng = np.random.default_rng(5)
    first, more = rng.normal(size=(2, 16)).astype(np.float32), rng.normal(size=(1, 16)).astype(np.float32)

    def nearness(rows: np.ndarray) -> float:
        mean = mean_embedding(rows)
        return float(mean @ more[0] / np.linalg.norm(mean) / np.linalg.norm(more[0]))

    assert nearness(np.concatenate([first, more])) > nearness(first) + 0.1


def read_rgba(path: Path) -> np.ndarray:
    found = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)
    return found[:, :, [2, 1, 0, 3]]
