"""What holds a take together changes it the stated way, and steps aside at the stated step."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch", reason="the techniques need the extra `diffusion`")
diffusers = pytest.importorskip("diffusers", reason="real attention and a real UNet are needed")

from diffusers.models.attention_processor import Attention  # noqa: E402

from generators.backends.diffusion.techniques import TECHNIQUES, fitting  # noqa: E402
from generators.backends.diffusion.techniques.attention import Clock, installed, kind_of, project, scores  # noqa: E402
from generators.backends.diffusion.techniques.structure import (  # noqa: E402
    first_and_former,
    low_pass,
    near_frames,
    spectral_blend,
    structure_guidance,
    toeplitz_bias,
)
from generators.backends.diffusion.techniques.temporal import (  # noqa: E402
    FirstFormerAttention,
    SpectralAttention,
    ToeplitzAttention,
)

torch.set_num_threads(1)
FRAMES, HEIGHT, WIDTH = 24, 4, 6


def some(*shape: int, seed: int = 1) -> torch.Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed))


@pytest.fixture
def layer() -> torch.nn.Module:
    torch.manual_seed(5)
    return Attention(query_dim=8, heads=2, dim_head=4).eval()


def run(layer: torch.nn.Module, rows: torch.Tensor) -> torch.Tensor:
    with torch.no_grad():
        return layer(rows)


def test_structure_guidance_lowers_the_difference_of_neighbours_by_its_scale() -> None:
    clean = some(1, 4, 12, 8, 8)
    steps = [float(structure_guidance(clean, scale=scale).diff(dim=2).square().mean()) for scale in (0, 7, 70, 700)]
    assert steps == sorted(steps, reverse=True)
    assert len(set(steps)) == 4
    assert torch.equal(structure_guidance(clean, scale=0), clean)
    held = structure_guidance(clean, scale=1e6)
    assert torch.allclose(held, clean[:, :, :1].expand_as(clean))


def test_the_blend_takes_slow_change_from_one_and_detail_from_the_other() -> None:
    slow = torch.ones(1, 1, FRAMES, 8, 8) * torch.linspace(0, 6.2832, FRAMES + 1)[:-1].sin().view(1, 1, -1, 1, 1)
    fast = torch.ones(1, 1, FRAMES, 8, 8) * (torch.arange(FRAMES) % 2 * 2.0 - 1).view(1, 1, -1, 1, 1)
    both = spectral_blend(slow + fast, torch.zeros_like(slow))
    assert float((both - slow).abs().max()) < 0.1, "the global branch gives slow change only"
    both = spectral_blend(torch.zeros_like(slow), slow + fast)
    assert float((both - fast).abs().max()) < 0.1, "the local branch gives fast change only"
    same = some(2, 3, 10, 6, 5)
    assert torch.allclose(spectral_blend(same, same), same, atol=1e-5)
    gain = low_pass(16, 8, 8)
    assert float(gain[0, 0, 0]) == 1
    assert float(gain[2, 0, 0]) == pytest.approx(0.6065, abs=1e-3), "at a quarter of the highest frequency"


def test_near_frames_and_toeplitz_are_bands() -> None:
    assert near_frames(30).sum(dim=1).tolist()[:3] == [9, 10, 11]
    bias = toeplitz_bias(10, sigma=4)
    assert torch.equal(bias, bias.T)
    assert bool((bias.diagonal() == 1).all())
    assert bool((bias[0].diff() < 0).all())
    assert float(toeplitz_bias(10)[0, 3]) < float(bias[0, 3])


def test_toeplitz_attention_looks_nearer_until_its_step(layer: torch.nn.Module) -> None:
    rows, clock = some(5, FRAMES, 8), Clock(0, 25)
    plain = run(layer, rows)
    inside = layer.processor
    query, key, _ = project(layer, rows)
    made = scores(layer, query, key)
    away = (torch.arange(FRAMES)[:, None] - torch.arange(FRAMES)).abs().float()
    reach = []
    for sigma in (100.0, 4.0, 1.0):
        layer.set_processor(ToeplitzAttention(inside, clock, sigma=sigma))
        assert not torch.allclose(run(layer, rows), plain) or sigma == 100
        biased = made + toeplitz_bias(FRAMES, sigma=sigma) * made.amax(-1, keepdim=True).clamp_min(0)
        reach.append(float((biased.softmax(-1) * away).sum(-1).mean().detach()))
    assert max(reach[1:]) < reach[0], "sigma 100 is no preference at all"
    clock.step = 12
    assert not torch.allclose(run(layer, rows), plain)
    clock.step = 13
    assert torch.equal(run(layer, rows), plain)


def test_spectral_attention_is_local_after_its_step_and_global_too_before(layer: torch.nn.Module) -> None:
    clock = Clock(25, 50)
    layer.set_processor(SpectralAttention(layer.processor, clock, batch=2, aspect=HEIGHT / WIDTH))
    rows = some(2 * HEIGHT * WIDTH, FRAMES, 8)
    other = rows.clone()
    other[:, -1] += 1

    def reached() -> list[int]:
        change = (run(layer, rows) - run(layer, other)).abs().amax(dim=(0, 2))
        return [i for i, value in enumerate(change.tolist()) if value > 1e-5]

    assert reached() == list(range(FRAMES - 9, FRAMES)), "frames within 8 of the last"
    clock.step = 24
    assert reached() == list(range(FRAMES)), "the take's slow change is seen by all"


def test_spectral_attention_keeps_videos_and_places_apart(layer: torch.nn.Module) -> None:
    layer.set_processor(SpectralAttention(layer.processor, Clock(), batch=2, aspect=HEIGHT / WIDTH))
    rows = some(2 * HEIGHT * WIDTH, FRAMES, 8)
    other = rows.clone()
    other[HEIGHT * WIDTH :] = some(HEIGHT * WIDTH, FRAMES, 8, seed=2)
    assert torch.equal(run(layer, rows)[: HEIGHT * WIDTH], run(layer, other)[: HEIGHT * WIDTH])
    flat = some(1, FRAMES, 8).expand(2 * HEIGHT * WIDTH, -1, -1)
    assert float(run(layer, flat).std(dim=0).max()) < 1e-5, "equal places stay equal"


def test_frames_see_the_first_and_the_former_until_their_step(layer: torch.nn.Module) -> None:
    clock = Clock(0, 50)
    rows, plain = some(2 * 6, 9, 8), None
    plain = run(layer, rows)
    layer.set_processor(FirstFormerAttention(layer.processor, clock, frames=6))

    def reached(frame: int) -> list[int]:
        other = rows.clone()
        other[frame] += 1
        change = (run(layer, rows) - run(layer, other)).abs().amax(dim=(1, 2))
        return [i for i, value in enumerate(change.tolist()) if value > 1e-6]

    assert first_and_former(3).tolist() == [[0, 0, 0], [1, 0, 0], [2, 0, 1]]
    assert reached(0) == list(range(6)), "the first frame is seen by its own video only"
    assert reached(3) == [3, 4]
    assert reached(11) == [11]
    clock.step = 20
    assert reached(0) == [0]
    assert torch.equal(run(layer, rows), plain)


@pytest.fixture(scope="module")
def motion() -> torch.nn.Module:
    torch.manual_seed(3)
    made = diffusers.UNetMotionModel(
        sample_size=8,
        block_out_channels=(8, 16),
        layers_per_block=1,
        norm_num_groups=4,
        cross_attention_dim=8,
        num_attention_heads=2,
        motion_num_attention_heads=2,
        motion_max_seq_length=32,
        down_block_types=("CrossAttnDownBlockMotion", "DownBlockMotion"),
        up_block_types=("UpBlockMotion", "CrossAttnUpBlockMotion"),
    ).eval()
    for name, weight in made.named_parameters():
        if "motion_modules" in name and "proj_out" in name:
            torch.nn.init.normal_(weight, std=0.3)
    return made


@pytest.mark.parametrize("name", ["temporal.spectral", "temporal.toeplitz", "temporal.first_former"])
def test_an_animatediff_unet_takes_each_processor_and_gives_it_back(motion: torch.nn.Module, name: str) -> None:
    kind = "spatial" if name == "temporal.first_former" else "temporal"
    options = {"frames": 12} if kind == "spatial" else {}
    clock, before = Clock(), dict(motion.attn_processors)
    sample, text = some(1, 4, 12, 8, 8), some(1, 5, 8).expand(12, -1, -1)

    def out() -> torch.Tensor:
        with torch.no_grad():
            return motion(sample, 500, text).sample

    plain = out()
    with installed(motion, lambda at, p: TECHNIQUES[name].load()(p, clock, **options) if kind_of(at) == kind else p):
        early, clock.step = out(), 49
        late = out()
    assert not torch.allclose(early, plain, atol=1e-5)
    assert torch.equal(late, plain) == (name != "temporal.spectral")
    assert motion.attn_processors == before
    assert {kind_of(at) for at in before} == {"cross", "spatial", "temporal"}


def test_every_technique_loads_says_its_source_and_fits_something() -> None:
    for name, technique in TECHNIQUES.items():
        made = technique.load()
        assert technique.fits <= {"unet", "dit"}
        assert technique.fits
        assert "Source:" in (made.__doc__ or ""), name
        assert technique.paper
    assert TECHNIQUES["noise.permuted"].defaults() == {"window": 16, "stride": 4}
    assert {"loss_scale": 5.0, "threshold": 200.0, "max_iter": 5}.items() <= TECHNIQUES[
        "guidance.steps"
    ].defaults().items()
    assert "temporal.toeplitz" not in fitting("dit")
    assert "windows.denoise" in fitting("dit")
    assert set(fitting("dit")) | set(fitting("unet")) == set(TECHNIQUES)
