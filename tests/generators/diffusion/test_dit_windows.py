"""A call in windows is whole: weights sum to 1 everywhere, each window has what all see, arguments are cut alike."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

torch = pytest.importorskip("torch", reason="the techniques need the extra `diffusion`")
pytest.importorskip("diffusers", reason="the techniques need the extra `diffusion`")

from hypothesis import given, settings  # noqa: E402
from hypothesis import strategies as st  # noqa: E402

from generators.backends.diffusion.dit_windows import Layout, Windowed, windowed  # noqa: E402
from generators.backends.diffusion.recipe import Recipe  # noqa: E402

SCHEMES = ("uniform", "triangular", "randomised", "staggered")


def way(scheme: str, layout: Layout, see: Any = lambda frames: None, seed: int = 0) -> Windowed:
    recipe = Recipe.model_validate({"windows": scheme})
    return Windowed(recipe, layout, torch.Generator().manual_seed(seed), see)


def video(frames: int, axis: int) -> Any:
    made = torch.randn(1, 3, frames, 2, 2, generator=torch.Generator().manual_seed(frames))
    return made if axis == 2 else made.transpose(1, 2)


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(SCHEMES), st.integers(2, 30), st.integers(2, 9), st.integers(1, 9), st.integers(0, 2),
    st.sampled_from([1, 2]), st.sampled_from([1, 2]),
)  # fmt: skip
def test_a_model_that_works_frame_by_frame_gives_the_same_in_windows(
    scheme: str, grains: int, size: int, stride: int, kept: int, grain: int, axis: int
) -> None:
    layout = Layout(size * grain, stride * grain, kept * grain, grain, axis)
    whole = video((grains + kept) * grain, axis)
    call = way(scheme, layout)
    for time in (900.0, 500.0):
        (made,) = call(
            lambda **named: (named["hidden_states"] * 2 + 1,), hidden_states=whole, timestep=torch.tensor([time])
        )
        assert torch.allclose(made, whole * 2 + 1, atol=1e-4)


def test_every_window_begins_with_what_all_see_and_arguments_are_cut_alike() -> None:
    seen: list[dict[str, Any]] = []
    told: list[Any] = []

    def model(**named: Any) -> tuple[Any]:
        seen.append(named)
        return (named["hidden_states"],)

    frames, places = 9, 4
    whole = torch.arange(frames).float().view(1, 1, frames, 1, 1)
    times = torch.arange(frames * places).view(1, -1)
    turn = (torch.arange(frames * places).float().view(-1, 1),) * 2
    way("uniform", Layout(size=4, stride=4, kept=1), told.append)(
        model, hidden_states=whole, control_hidden_states=whole * 10, timestep=times, image_rotary_emb=turn
    )
    assert [named["hidden_states"].flatten().tolist() for named in seen] == [[0, 1, 2, 3, 4], [0, 5, 6, 7, 8]]
    assert seen[1]["control_hidden_states"].flatten().tolist() == [0, 50, 60, 70, 80]
    assert seen[1]["timestep"].flatten().tolist() == [*range(4), *range(20, 36)]
    assert seen[1]["image_rotary_emb"][0].flatten().tolist() == list(range(20)), "places in time as in a clip"
    assert told == [[0, 1, 2, 3, 4], [0, 5, 6, 7, 8], None]


@pytest.mark.parametrize("scheme", ["randomised", "staggered"])
def test_seams_move_from_step_to_step_and_are_one_for_both_halves_of_guidance(scheme: str) -> None:
    first, again, later = (shares(scheme, *times) for times in ([900.0], [900.0, 900.0], [900.0, 500.0]))
    assert torch.equal(first, again)
    assert not torch.equal(first, later)


def shares(scheme: str, *times: float) -> Any:
    """Which window each frame is from at the last of some calls."""
    call = way(scheme, Layout(size=8, stride=4, kept=0))
    for time in times:
        number = itertools.count(1)
        (made,) = call(
            lambda number=number, **named: (torch.full_like(named["hidden_states"], float(next(number))),),
            hidden_states=video(32, 2),
            timestep=torch.tensor([time]),
        )
    return made


def test_a_model_has_its_own_call_back_afterwards() -> None:
    model = torch.nn.Identity()
    call = way("uniform", Layout(size=4, stride=2, kept=0))
    with windowed([model], call):
        assert "forward" in vars(model)
    assert "forward" not in vars(model)
    with windowed([model], None):
        assert "forward" not in vars(model)
