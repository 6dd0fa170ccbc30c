"""A camera move makes content move the stated way, by the stated amount, and further when faster."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch", reason="the techniques need the extra `diffusion`")
pytest.importorskip("diffusers", reason="a real denoiser is needed")

from tiny_video import TinyVideo  # noqa: E402

from generators.backends.diffusion.techniques.camera import SPEEDS, move_clean, move_sample, warp  # noqa: E402
from generators.backends.diffusion.techniques.levels import Level, Prediction  # noqa: E402

torch.set_num_threads(1)
WAYS = {"left": (1, 0), "right": (-1, 0), "up": (0, 1), "down": (0, -1)}
"""Where content goes, to the right and down, when the camera goes there."""


def blob(frames: int = 8, size: int = 48) -> torch.Tensor:
    place = (torch.arange(size) + 0.5) / size - 0.5
    made = (-(place[:, None] ** 2 + place[None, :] ** 2) / 0.01).exp()
    return made.expand(1, 4, frames, -1, -1).contiguous()


def centre(frame: torch.Tensor) -> tuple[float, float, float]:
    """How far the blob is right and down of the middle, and how wide it is, in parts of the picture."""
    weight, size = frame.sum(0) / frame.sum(), frame.shape[-1]
    place = (torch.arange(size) + 0.5) / size - 0.5
    right, down = float((weight.sum(0) * place).sum()), float((weight.sum(1) * place).sum())
    return right, down, float((weight.sum(0) * place**2).sum()) ** 0.5


@pytest.mark.parametrize("speed", SPEEDS)
@pytest.mark.parametrize("move", WAYS)
def test_one_frame_of_a_move_shifts_content_by_the_speed(move: str, speed: str) -> None:
    right, down, _ = centre(warp(blob(1), move, speed)[0, :, 0])
    assert right == pytest.approx(WAYS[move][0] * SPEEDS[speed], abs=0.002)
    assert down == pytest.approx(WAYS[move][1] * SPEEDS[speed], abs=0.002)


@pytest.mark.parametrize("move", WAYS)
def test_content_moves_on_from_frame_to_frame_and_further_when_faster(move: str) -> None:
    ends = []
    for speed in SPEEDS:
        moved = move_clean(blob(), move, speed)
        path = [WAYS[move][0] * centre(frame)[0] + WAYS[move][1] * centre(frame)[1] for frame in moved[0].unbind(1)]
        assert path == sorted(path)
        assert path[0] == pytest.approx(0, abs=1e-4)
        ends.append(path[-1])
    assert ends[0] > 0.005
    assert ends == sorted(ends)


@pytest.mark.parametrize(("move", "sign"), [("zoom in", 1), ("zoom out", -1)])
def test_zooms_change_the_size_and_leave_the_middle(move: str, sign: int) -> None:
    still, changes = centre(blob()[0, :, 0])[2], []
    for speed in SPEEDS:
        right, down, wide = centre(move_clean(blob(), move, speed)[0, :, -1])
        assert abs(right) + abs(down) < 0.002
        changes.append(sign * (wide - still))
    assert changes[0] > 0
    assert changes == sorted(changes)


@pytest.mark.parametrize("prediction", ["epsilon", "v_prediction", "flow", "sample"])
def test_the_sample_keeps_its_noise_whatever_the_model_predicts(prediction: Prediction) -> None:
    noise = torch.randn(1, 4, 8, 48, 48, generator=torch.Generator().manual_seed(1))
    level = Level.of_flow(0.7) if prediction == "flow" else Level.of_alpha_bar(0.4)
    sample = level.add_noise(blob(), noise)
    output = level.output(sample, blob(), prediction)
    moved = move_sample(sample, output, level, "left", "fast", prediction=prediction)
    assert torch.allclose(level.noise(moved, move_clean(blob(), "left", "fast")), noise, atol=1e-4)
    same = move_sample(sample, output, level, "left", "fast", prediction=prediction, blend=0)
    assert torch.allclose(same, sample, atol=1e-4)


def drift(clip: torch.Tensor) -> tuple[float, float]:
    """How far the last frame lies right and down of the first, in places (least squares on slopes)."""
    soft = torch.nn.functional.avg_pool2d(clip[0].transpose(0, 1), 5, 1, 2)
    first, last = soft[0], soft[-1]
    mean, change = (first + last) / 2, last - first
    across, along = mean[:, 1:-1, 2:] - mean[:, 1:-1, :-2], mean[:, 2:, 1:-1] - mean[:, :-2, 1:-1]
    slopes = torch.stack([across.flatten(), along.flatten()], dim=1) / 2
    found = torch.linalg.lstsq(slopes, -change[:, 1:-1, 1:-1].reshape(-1, 1)).solution
    return float(found[0]), float(found[1])


@pytest.mark.parametrize("move", WAYS)
def test_a_real_denoiser_keeps_the_way_of_the_move(move: str) -> None:
    video = TinyVideo()
    sample = torch.randn(1, 4, 1, 32, 32, generator=torch.Generator().manual_seed(2)).repeat(1, 1, 6, 1, 1)
    for index, time in enumerate(video.scheduler.timesteps):
        output = video.output(sample, time)
        if index == 2:
            sample = move_sample(sample, output, video.level(time), move, "fast", prediction="v_prediction")
            output = video.output(sample, time)
        sample = video.scheduler.step(output, time, sample).prev_sample
    right, down = drift(sample)
    along = WAYS[move][0] * right + WAYS[move][1] * down
    assert along > 0.02
    assert along > 4 * (abs(WAYS[move][1] * right) + abs(WAYS[move][0] * down))
