"""Where attention saw each instance: the box lies where its words drew it, and looking changes nothing."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from tiny_table import TABLE

from generators import Keyframe, ShotSpec, create, make_keyframe
from generators.base import KeyframeRequest
from generators.telling import words

torch = pytest.importorskip("torch", reason="the diffusion extra is not installed")
pytest.importorskip("diffusers", reason="the diffusion extra is not installed")


def test_a_box_lies_around_the_place_that_attends_to_the_words() -> None:
    from generators.backends.diffusion.attended import Watch, attended_boxes

    watch = Watch({"fox": (2, 3), "mara": (5,)}, (640, 360))
    for rows, columns in ((9, 16), (18, 32)):
        shares = torch.full((4, rows, columns, 8), 0.01)
        shares[:, rows // 3 :, : columns // 4, 2:4] = 0.9
        shares[:, : rows // 3, columns // 2 :, 5] = 0.5
        watch.add(shares.flatten(1, 2))
    boxes = attended_boxes(watch)
    assert boxes["fox"] == pytest.approx((0, 1 / 3, 1 / 4, 1), abs=0.06)
    assert boxes["mara"] == pytest.approx((1 / 2, 0, 1, 1 / 3), abs=0.06)


def test_a_keyframe_tells_who_was_attended_to_and_has_the_same_pixels(
    tiny_base: Path, guide: Keyframe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from generators.backends.diffusion import img2img

    def drawn(name: str) -> Keyframe:
        return make_keyframe(
            guide.spec, backend=create(f"img2img:{tiny_base}?steps=2&strength=1"), folder=tmp_path, image=name, t=0.5,
            guide="guide.png",
        )  # fmt: skip

    monkeypatch.setattr(img2img, "spans_of", lambda pipeline, ask: {"mara": (1, 2), "fox": (9,)})
    seen = drawn("seen.png")
    assert set(seen.attended) == {"mara", "fox"}
    assert all(0 <= box[0] < box[2] <= 1 and 0 <= box[1] < box[3] <= 1 for box in seen.attended.values())
    monkeypatch.setattr(img2img, "spans_of", lambda pipeline, ask: {})
    assert drawn("plain.png").attended == {}
    assert (tmp_path / "seen.png").read_bytes() == (tmp_path / "plain.png").read_bytes()


WORDS = (
    "an elderly woman with a bun wearing a blue coat red fox mara walks the place is beach warm low light of dusk"
    " children s storybook illustration soft gouache highly detailed clean composition wide shot"
)


def asked(spec: ShotSpec, text: str) -> SimpleNamespace:
    request = KeyframeRequest(spec=spec, references=(), t=0.5, image=Path("still.png"))
    return SimpleNamespace(request=request, text=text, references=(), folder=None)


def test_the_words_of_each_instance_are_found_among_the_tokens_of_a_real_prompt(spec: ShotSpec, tmp_path: Path) -> None:
    from tiny_models import tiny_tokenizer

    from generators.backends.diffusion.attended import spans_of

    pipeline = SimpleNamespace(tokenizer=tiny_tokenizer(tmp_path / "words", whole=WORDS), unet=object())
    text = words(spec, "gligen").text
    told = pipeline.tokenizer(text, truncation=True, max_length=77)["input_ids"]
    spans = spans_of(pipeline, asked(spec, text))
    said = {key: pipeline.tokenizer.decode([told[at] for at in places]) for key, places in spans.items()}
    assert said == {"mara": "an elderly woman with a bun , wearing a blue coat", "fox": "a red fox"}
    assert set(spans_of(pipeline, asked(spec, f"{'light ' * 60}{text}"))) == {"mara"}


def test_instances_that_share_their_words_are_not_told_apart_by_them(spec: ShotSpec, tmp_path: Path) -> None:
    from tiny_models import tiny_tokenizer

    from generators.backends.diffusion.attended import spans_of

    *others, fox = spec.shot.layout
    pack = tuple(fox.model_copy(update={"key": f"fox#{number}"}) for number in (1, 2))
    two = spec.model_copy(update={"shot": spec.shot.model_copy(update={"layout": (*others, *pack)})})
    pipeline = SimpleNamespace(tokenizer=tiny_tokenizer(tmp_path / "words", whole=WORDS), unet=object())
    assert set(spans_of(pipeline, asked(two, words(spec, "gligen").text))) == {"mara"}


@pytest.mark.parametrize(
    ("row", "saver"),
    [
        ("sdxl-ip", "tiny_sdxl:save_tiny_sdxl"),
        ("gligen", "tiny_gligen:save_tiny_gligen"),
    ],
)
def test_other_families_tell_it_too_and_draw_the_same_pixels(
    row: str, saver: str, guide: Keyframe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from generators.backends.diffusion import gligen, ip, runtime

    module, _, function = saver.partition(":")
    base = getattr(import_module(module), function)(tmp_path / "worded", whole=WORDS)
    _, _, rest = TABLE[row].save(tmp_path / "models").partition(",")
    name = f"{row}:{base},{rest}" if rest else f"{row}:{base}?{TABLE[row].options}"

    def drawn(image: str) -> Keyframe:
        return make_keyframe(
            guide.spec, backend=create(name), folder=tmp_path, image=image, t=0.5, guide="guide.png",
        )  # fmt: skip

    seen = drawn("seen.png")
    assert {"mara", "fox"} == set(seen.attended)
    for at in (gligen, ip):
        monkeypatch.setattr(at, "spans_of", lambda pipeline, ask: {})
    assert drawn("plain.png").attended == {}
    assert (tmp_path / "seen.png").read_bytes() == (tmp_path / "plain.png").read_bytes()
    runtime.forget()


def test_kolors_tells_it_by_the_pieces_of_its_own_tokenizer(guide: Keyframe, tmp_path: Path) -> None:
    pytest.importorskip("sentencepiece", reason="the diffusion extra is not installed")
    from diffusers.pipelines.kolors.tokenizer import ChatGLMTokenizer

    from generators.backends.diffusion import runtime
    from generators.backends.diffusion.attended import spans_of

    name = TABLE["kolors-ip"].save(tmp_path / "models")
    words = ChatGLMTokenizer.from_pretrained(tmp_path / "models" / "save_tiny_kolors" / "tokenizer")
    text = "At dusk an elderly woman with a bun, wearing a blue coat, and a red fox walk."
    spans = spans_of(SimpleNamespace(tokenizer=words, unet=object()), asked(guide.spec, text))
    ids = words(text, padding="max_length", max_length=256, truncation=True)["input_ids"]
    said = {key: words.decode([ids[at] for at in places]) for key, places in spans.items()}
    assert {key: row.replace(" ", "") for key, row in said.items()} == {
        "mara": "anelderlywomanwithabun,wearingabluecoat",
        "fox": "aredfox",
    }
    made = make_keyframe(
        guide.spec, backend=create(name), folder=tmp_path, image="k.png", t=0.5, guide="guide.png",
    )  # fmt: skip
    assert "mara" in made.attended
    runtime.forget()


def test_numbers_and_picture_compare_the_plan_with_what_was_attended_to(tmp_path: Path) -> None:
    import cv2

    from agent.work.regions import note, rows, save_picture

    planned = {"fox": (0.0, 0.0, 0.5, 1.0), "mara": (0.5, 0.0, 1.0, 1.0)}
    table = rows(planned, {"fox": (0.25, 0.0, 0.75, 1.0)}, {"fox": planned["fox"], "mara": planned["mara"]})
    assert table["fox"]["attended_iou"] == pytest.approx(1 / 3, abs=1e-3)
    assert table["mara"]["attended"] is None
    assert table["mara"]["attended_iou"] is None
    assert table["fox"]["guide_iou"] == 1.0
    assert rows(planned, {}, {"fox": planned["fox"]})["mara"]["guide_iou"] == 0.0
    assert note("flux2", planned, {}, attends=False).startswith("flux2 does not tell where it saw anybody")
    assert note("img2img", planned, {"fox": planned["fox"]}, attends=True).endswith("shared or cut off: mara")
    assert note("img2img", planned, planned, attends=True) == ""
    cv2.imwrite(str(tmp_path / "still.png"), np.zeros((180, 320, 3), np.uint8))
    save_picture(tmp_path / "still.png", planned, {"fox": (0.25, 0.2, 0.75, 0.8)}, tmp_path / "regions" / "still.png")
    shown = cv2.imread(str(tmp_path / "regions" / "still.png"))
    assert shown.shape == (360, 640, 3)
    assert shown.reshape(-1, 3).tolist().count([60, 120, 255]) > 500
