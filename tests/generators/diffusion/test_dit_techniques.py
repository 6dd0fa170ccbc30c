"""What each technique does in the loops of transformer pipelines, on tiny real ones through their public calls."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tiny_table import TABLE

from generators import ShotSpec, create
from generators.errors import RequestRefused
from planners.plan import Camera

torch = pytest.importorskip("torch", reason="the diffusion extra is not installed")
pytest.importorskip("diffusers", reason="the diffusion extra is not installed")

from tiny_dits import TOTAL, Stage, drawn  # noqa: E402

from generators.backends.diffusion import adapt, runtime  # noqa: E402
from generators.backends.diffusion.hooks import stepping  # noqa: E402

DITS = ("wan-i2v", "wan-vace", "cogvideox-i2v#1.5", "hunyuan-i2v", "hunyuan-i2v#33", "ltx", "svd")
NOISY = tuple(name for name in DITS if name != "ltx")


@pytest.fixture(scope="module", params=DITS)
def saved(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Any]]:
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    row = TABLE[request.param]
    name = row.save(tmp_path_factory.mktemp("models"))
    yield request.param, lambda query: f"{name}&{query}" if query else name
    runtime.forget()
    torch.set_num_threads(threads)


@pytest.fixture
def stage(saved: tuple[str, Any], spec: ShotSpec, tmp_path: Path) -> Stage:
    drawn(tmp_path)
    return Stage(*saved, spec, tmp_path)


def apart(video: Any) -> float:
    """Mean squared difference of neighbours."""
    return float((video[:, :, 1:] - video[:, :, :-1]).square().mean())


def test_frames_of_shared_noise_are_alike_and_have_its_variance(stage: Stage) -> None:
    if stage.row not in NOISY:
        with pytest.raises(RequestRefused, match="ltx has no place for noise"):
            create(stage.names("noise=shared"))
        return
    likeness, spreads = [], []
    for query in ("noise=plain", "noise=shared&diversity=0.5", "noise=shared"):
        start = stage.video(stage.film(query)[1][0][0])[0, :, -2:]
        likeness.append(float(torch.corrcoef(start.transpose(0, 1).flatten(1))[0, 1]))
        spreads.append(start.var().item())
    assert spreads == pytest.approx([spreads[0]] * 3, rel=0.25)
    assert stage.row == "svd" or spreads[0] == pytest.approx(1, abs=0.25), "SVD's noise has its schedule's spread"
    assert likeness[0] < likeness[1] < likeness[2]
    assert likeness[2] == pytest.approx(0.976, abs=0.02)


def test_structure_guidance_draws_neighbours_together_as_it_is_told(stage: Stage) -> None:
    jumps = []
    for query in ("structure=off", "structure=on&structure_scale=400", "structure=on&structure_scale=2048"):
        jumps.append(apart(stage.video(stage.film(query)[1][-1][1])))
    assert jumps[0] > jumps[1] > 100 * jumps[2]


@pytest.mark.parametrize(("move", "way"), [("left", 1), ("right", -1)])
def test_the_planned_camera_moves_what_is_seen_the_other_way(stage: Stage, move: Any, way: int) -> None:
    query = "camera=on&camera_blend=1&camera_step=1"
    _, seen = stage.film(query, shot={"camera": Camera(move=move, speed="fast")})
    clean = stage.video(seen[1][1])
    first, last = clean[0, :, 0], clean[0, :, -1]
    best = max(range(-3, 4), key=lambda places: _alike(first, last, places))
    assert best * way > 0


def _alike(first: Any, last: Any, places: int) -> float:
    """How much the last frame is the first one moved by so many places to the right."""
    size = first.shape[-1] - abs(places)
    a, b = first.narrow(-1, max(0, -places), size), last.narrow(-1, max(0, places), size)
    return -float((a - b).square().mean())


def test_a_weak_tie_holds_the_start_to_the_clip_before_as_strongly_as_it_is(stage: Stage) -> None:
    if stage.row == "ltx":
        pytest.skip("its own conditions are graded")
    before = {"before": stage.folder / "b.mp4", "before_last": 9}
    cut, _ = stage.film("steps=4")
    off, _ = stage.film("steps=4&boundary=off", **before, tie=0.4)
    assert np.array_equal(off, cut)
    runs = [stage.film("steps=4", **before, tie=tie) for tie in (0, 0.2, 0.35, 0.49)]
    assert not np.array_equal(runs[1][0], cut)
    starts = [stage.video(seen[1][1])[:, :, 0] for _, seen in runs]
    ends = [float((start - starts[-1]).square().mean()) for start in starts]
    assert all(after < sooner for sooner, after in pairwise(ends))


def test_without_techniques_the_pixels_are_those_of_the_bare_call(stage: Stage) -> None:
    if stage.row != "wan-i2v":
        pytest.skip("shown on one")
    made, _ = stage.film()
    backend = create(stage.names(""))
    fitted = adapt.moving(stage.spec, TOTAL, backend.choice)
    from generators.backends.diffusion import pixels

    def bare(pipeline: Any) -> Any:
        return pipeline(
            image=pixels.read_still(stage.folder / "a.png", fitted.size), prompt="a fox runs", width=fitted.size[0],
            height=fitted.size[1], num_frames=fitted.frames, num_inference_steps=2, guidance_scale=3.5,
            generator=runtime.seeded(stage.spec.seed, stage.spec.shot.seed), output_type="pil",
        ).frames[0]  # fmt: skip

    theirs = runtime.run(backend.choice, backend.load, bare).made
    assert np.array_equal(made, np.stack([np.asarray(shown, dtype=np.float32) for shown in theirs]))


@pytest.mark.filterwarnings("ignore:__array__ implementation")
@pytest.mark.parametrize("name", ["UniPC", "Euler", "DDIM", "DPM"])
def test_a_change_of_the_clean_estimate_is_kept_by_every_solver(name: str) -> None:
    import diffusers

    flow = {"prediction_type": "flow_prediction", "use_flow_sigmas": True, "flow_shift": 3.0}
    scheduler = {
        "UniPC": lambda: diffusers.UniPCMultistepScheduler(**flow),
        "Euler": lambda: diffusers.FlowMatchEulerDiscreteScheduler(shift=3.0),
        "DDIM": lambda: diffusers.CogVideoXDDIMScheduler(prediction_type="v_prediction"),
        "DPM": lambda: diffusers.DPMSolverMultistepScheduler(**flow),
    }[name]()
    plain = scheduler.step
    scheduler.set_timesteps(6)
    torch.manual_seed(3)
    sample, goal = torch.randn(1, 2, 3, 4, 4), torch.full((1, 2, 3, 4, 4), 0.5)
    with stepping(scheduler, (lambda clean, moment: goal,)):
        for time in scheduler.timesteps:
            output = torch.tanh(sample)
            sample = scheduler.step(output, time, sample, return_dict=False)[0]
    assert torch.allclose(sample, goal, atol=0.02)
    assert scheduler.step == plain


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("wan-i2v:?layout=on", r"wan-i2v is a dit; layout=on"),
        ("wan-i2v:?noise=permuted", r"wan-i2v is a dit; noise=permuted \(noise.permuted\) is for unet"),
        ("ltx:?boundary=hold", r"ltx has no place for boundary \(the last frames of the clip before stand before"),
        ("ltx:?noise=shared", r"ltx has no place for noise \(its pipeline draws the noise itself\)"),
        ("cogvideox-i2v:?take=windows&windows=staggered", "learned by heart for one length"),
        ("cogvideox-i2v:?captions=interpolated", "its captions share the tokens of one prompt"),
        ("hunyuan-i2v:?captions=segments", "behind a refiner that mixes all words"),
        ("wan-i2v:?windows=uniform", "windows has no effect without take=windows"),
        ("wan-vace:?cache=pyramid", "a step cache remembers one window"),
        ("svd:?captions=segments", r"svd is a unet; captions=segments .* is for dit|it takes no words"),
        ("hunyuan-i2v:?attention=toeplitz", "hunyuan-i2v is a dit; attention=toeplitz"),
        ("wan-vace:?diversity=0.2", "diversity has no effect without noise=shared"),
    ],
)
def test_what_does_not_fit_a_transformer_is_refused_before_anything_is_loaded(query: str, told: str) -> None:
    with pytest.raises(RequestRefused, match=told):
        create(query)
