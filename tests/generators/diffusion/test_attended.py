"""Where attention saw each instance: the box lies where its words drew it, and looking changes nothing."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from generators import Keyframe, create, make_keyframe

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


def test_numbers_and_picture_compare_the_plan_with_what_was_attended_to(tmp_path: Path) -> None:
    import cv2

    from agent.work.regions import rows, save_picture

    planned = {"fox": (0.0, 0.0, 0.5, 1.0), "mara": (0.5, 0.0, 1.0, 1.0)}
    table = rows(planned, {"fox": (0.25, 0.0, 0.75, 1.0)}, {"fox": planned["fox"], "mara": planned["mara"]})
    assert table["fox"]["attended_iou"] == pytest.approx(1 / 3, abs=1e-3)
    assert table["mara"]["attended"] is None
    assert table["mara"]["attended_iou"] == 0.0
    assert table["fox"]["guide_iou"] == 1.0
    cv2.imwrite(str(tmp_path / "still.png"), np.zeros((180, 320, 3), np.uint8))
    save_picture(tmp_path / "still.png", planned, {"fox": (0.25, 0.2, 0.75, 0.8)}, tmp_path / "regions" / "still.png")
    shown = cv2.imread(str(tmp_path / "regions" / "still.png"))
    assert shown.shape == (360, 640, 3)
    assert shown.reshape(-1, 3).tolist().count([60, 120, 255]) > 500
