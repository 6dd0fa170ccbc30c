"""Levels agree with diffusers' own schedulers, so a technique can stand between model and scheduler."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch", reason="the techniques need the extra `diffusion`")
diffusers = pytest.importorskip("diffusers", reason="real schedulers are needed")

from generators.backends.diffusion.techniques.levels import Level  # noqa: E402

pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")
SCHEDULERS = {
    "ddim": lambda kind: diffusers.DDIMScheduler(clip_sample=False, prediction_type=kind),
    "dpm": lambda kind: diffusers.DPMSolverMultistepScheduler(prediction_type=kind),
    "euler": lambda kind: diffusers.EulerDiscreteScheduler(prediction_type=kind),
    "flow": lambda _: diffusers.FlowMatchEulerDiscreteScheduler(shift=3.0),
}


def some(seed: int) -> torch.Tensor:
    return torch.randn(1, 4, 3, 8, 8, generator=torch.Generator().manual_seed(seed))


@pytest.mark.parametrize("kind", ["epsilon", "v_prediction"])
@pytest.mark.parametrize("name", SCHEDULERS)
def test_one_step_on_the_true_output_lands_where_the_scheduler_lands(name: str, kind: str) -> None:
    scheduler = SCHEDULERS[name](kind)
    scheduler.set_timesteps(8)
    prediction = "flow" if name == "flow" else kind
    level, after = (Level.of_scheduler(scheduler, scheduler.timesteps[i]) for i in (3, 4))
    clean, noise = some(1), some(2)
    sample = level.add_noise(clean, noise)
    output = level.output(sample, clean, prediction)
    assert torch.allclose(level.clean(sample, output, prediction), clean, atol=1e-3)
    if name == "euler":
        scheduler.scale_model_input(sample, scheduler.timesteps[3])
    stepped = scheduler.step(output, scheduler.timesteps[3], sample).prev_sample
    assert torch.allclose(stepped, after.add_noise(clean, noise), atol=2e-3)


def test_the_named_levels_are_those_of_their_schedules() -> None:
    scheduler = SCHEDULERS["ddim"]("epsilon")
    scheduler.set_timesteps(8)
    time = scheduler.timesteps[2]
    named, found = Level.of_alpha_bar(float(scheduler.alphas_cumprod[time])), Level.of_scheduler(scheduler, time)
    assert (named.signal, named.sigma) == pytest.approx((found.signal, found.sigma), abs=1e-5)
    assert named.size == pytest.approx(1)
    flow = SCHEDULERS["flow"]("")
    flow.set_timesteps(8)
    named, found = Level.of_flow(float(flow.sigmas[2])), Level.of_scheduler(flow, flow.timesteps[2])
    assert (named.signal, named.sigma) == pytest.approx((found.signal, found.sigma), abs=1e-5)
