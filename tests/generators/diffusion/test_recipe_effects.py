"""What each technique does to the wired backend's latents, on a tiny real AnimateDiff."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from generators import Keyframe
from planners.plan import Camera
from planners.prompting import TimedPrompt

torch = pytest.importorskip("torch", reason="the diffusion extra is not installed")
pytest.importorskip("diffusers", reason="the diffusion extra is not installed")

from tiny_clips import PLAIN, asked, chosen, clip, loaded  # noqa: E402

WORDS = "over=words&layout=off&camera=off"
TIMED = (
    TimedPrompt(start=0, end=0.5, text="a fox runs"),
    TimedPrompt(start=0.5, end=1, text="a fox sleeps in the sun"),
)


SETTINGS = (
    "noise=shared", "structure=on&structure_scale=500", "attention=spectral", "attention=toeplitz",
    "attention=first-former", "captions=interpolated", "captions=injected", "frames=5&windows=randomised",
    "frames=5&windows=staggered&noise=shuffled", "frames=5&take=extend", "frames=5&take=extend&remember=off&given=2",
    "frames=5&noise=permuted&captions=injected&windows=uniform", "layout=on", "camera=on", "regions=on",
    "frames=5&attention=first-former&windows=triangular&regions=on&captions=segments&guidance=7",
)  # fmt: skip


@pytest.mark.parametrize("over", ["over=guide&strength=0.8", WORDS])
def test_every_setting_runs_and_changes_the_clip(
    over: str, tiny_base: Path, tiny_adapter: Path, guide: Keyframe, guide_clip: str, tmp_path: Path
) -> None:
    moving = guide.model_copy(update={"spec": _with(guide, camera=Camera(move="left", speed="fast"))})

    def made(query: str) -> Any:
        settings = dict(row.split("=") for row in f"{over}&{PLAIN}&guidance=1&{query}&steps=2".split("&"))
        choice = chosen(tiny_base, tiny_adapter, "&".join(f"{key}={value}" for key, value in settings.items()))
        ask = asked(choice, moving, tmp_path, text="A red fox and a duck.", timed=TIMED)
        return clip(choice, moving, tmp_path, ask).denoised()

    plain = made("noise=auto")
    for query in SETTINGS:
        latents = made(query)
        assert bool(torch.isfinite(latents).all()), query
        assert not torch.equal(latents, plain), query


@pytest.mark.parametrize(("query", "named"), [("noise=shuffled", True), ("frames=5&noise=shuffled", False)])
def test_noise_that_has_no_window_to_act_in_is_named(
    query: str, named: bool, tiny_base: Path, tiny_adapter: Path, guide: Keyframe, guide_clip: str, tmp_path: Path
) -> None:
    item = clip(chosen(tiny_base, tiny_adapter, f"{PLAIN}&{query}"), guide, tmp_path)
    assert any("noise=shuffled acts in takes that are made in windows" in note for note in item.notes) == named


def test_inverted_noise_ties_the_start_as_strongly_as_it_is_asked_to(
    tiny_base: Path, tiny_adapter: Path, guide: Keyframe, guide_clip: str, tmp_path: Path
) -> None:
    from generators.backends.diffusion.starts import first_sample

    choice = chosen(tiny_base, tiny_adapter, f"{WORDS}&captions=one&guidance=1&boundary=inversion")
    likeness = []
    for tie in (0.0, 0.3, 0.6, 1.0):
        item = clip(choice, guide, tmp_path, before=tmp_path / guide_clip, before_last=9, tie=tie)
        start = first_sample(item.pipeline, item.noise, item.times[0], guide=None, tie=item.tie, boundary="inversion")
        whole = clip(choice, guide, tmp_path, before=tmp_path / guide_clip, before_last=9, tie=1.0).tie
        assert whole is not None
        pair = torch.stack([start[:, :, 0].flatten(), whole.eps[:, :, 0].flatten()])
        likeness.append(float(torch.corrcoef(pair)[0, 1]))
        assert start.var().item() == pytest.approx(item.noise.var().item(), rel=0.1)
    assert all(after > sooner for sooner, after in pairwise(likeness)), likeness
    assert likeness[-1] > 0.99


def _with(guide: Keyframe, **update: Any) -> Any:
    return guide.spec.model_copy(update={"shot": guide.spec.shot.model_copy(update=update)})


@pytest.mark.parametrize("query", [f"{WORDS}&boundary=reset", f"{WORDS}&boundary=hold", "strength=0.9&boundary=reset"])
def test_a_stronger_tie_makes_a_smaller_jump_and_none_is_a_cut(
    query: str, tiny_base: Path, tiny_adapter: Path, guide: Keyframe, guide_clip: str, tmp_path: Path
) -> None:
    choice = chosen(tiny_base, tiny_adapter, f"{query}&captions=one&guidance=1")
    jumps, spreads = [], []
    cut = clip(choice, guide, tmp_path).denoised()
    for tie in (0.0, 0.25, 0.5, 0.75, 1.0):
        item = clip(choice, guide, tmp_path, before=tmp_path / guide_clip, before_last=9, tie=tie)
        made = item.denoised()
        if tie == 0:
            assert item.tie is None
            assert torch.equal(made, cut)
            last = clip(choice, guide, tmp_path, before=tmp_path / guide_clip, before_last=9, tie=1.0).tie
            assert last is not None
        jumps.append(float((made[:, :, :1] - last.last[:, :, :1]).square().mean()))
        spreads.append(_start(item).var().item())
    assert all(after < before for before, after in pairwise(jumps)), jumps
    assert all(abs(spread / spreads[0] - 1) < 0.03 for spread in spreads), spreads


def _start(item: Any) -> Any:
    """The noise part of a clip's start: with a guide of nothing, what is left is noise."""
    from generators.backends.diffusion.starts import first_sample

    return first_sample(item.pipeline, item.noise, item.times[0], guide=None, tie=item.tie, boundary="reset")


def test_a_beats_words_reach_its_frames_and_no_others(
    tiny_base: Path, tiny_adapter: Path, guide: Keyframe, guide_clip: str, tmp_path: Path
) -> None:
    choice = chosen(tiny_base, tiny_adapter, "boundary=off")
    heard: list[Any] = []
    layer = next(module for name, module in loaded(choice).unet.named_modules() if name.endswith("attn2"))
    handle = layer.register_forward_pre_hook(
        lambda module, args, kwargs: heard.append(kwargs["encoder_hidden_states"]), with_kwargs=True
    )
    other = (TIMED[0], TIMED[1].model_copy(update={"text": "a fox swims"}))
    try:
        for timed in (TIMED, other):
            ask = asked(choice, guide, tmp_path, timed=timed)
            clip(choice, guide, tmp_path, ask).denoised()
    finally:
        handle.remove()
    first, second = heard[0], heard[len(heard) // 2]
    frames = first.shape[0] // 2
    moved = [bool((first[frames + n] != second[frames + n]).any()) for n in range(frames)]
    assert moved == sorted(moved)
    assert 2 <= sum(moved) <= frames - 2
    assert torch.equal(first[:frames], second[:frames])


def test_layout_guidance_lowers_the_loss_and_draws_attention_into_the_box(
    tiny_base: Path, tiny_adapter: Path, guide: Keyframe, guide_clip: str, tmp_path: Path
) -> None:
    from generators.backends.diffusion.hooks import moment_of
    from generators.backends.diffusion.techniques.guidance import box_masks, grid

    choice = chosen(tiny_base, tiny_adapter, "over=words&layout_scale=60&layout_tries=8&captions=one")
    ask = asked(choice, guide, tmp_path, text="A red fox and a duck.")
    item = clip(choice, guide, tmp_path, ask)
    things = item._things()
    assert things
    layout = item.layout(things, len(ask.fitted.steps))
    assert layout is not None
    moment = moment_of(item.pipeline.scheduler, item.times[0], 0, 4)

    def inside(sample: Any) -> float:
        with torch.no_grad():
            maps = layout.maps(sample, moment)
        shares = []
        for seen in maps.values():
            height, width = grid(seen.shape[2], item.aspect)
            for thing in things:
                mask = box_masks(thing.boxes, height, width).flatten(1)[:, None, :, None]
                own = seen[..., list(thing.tokens)]
                shares.append(float((own * mask).sum() / own.sum()))
        return sum(shares) / len(shares)

    moved = layout(item.noise, moment)
    losses = layout.losses[0]
    assert losses[-1] < losses[0]
    assert inside(moved) > inside(item.noise)
    assert layout(moved, moment_of(item.pipeline.scheduler, item.times[3], 3, 4)) is moved


@pytest.mark.parametrize(("move", "axis", "way"), [("left", 4, 1), ("right", 4, -1), ("up", 3, 1), ("down", 3, -1)])
def test_the_planned_camera_moves_what_is_seen_the_other_way(
    move: Any,
    axis: int,
    way: int,
    tiny_base: Path,
    tiny_adapter: Path,
    guide: Keyframe,
    guide_clip: str,
    tmp_path: Path,
) -> None:
    choice = chosen(tiny_base, tiny_adapter, f"{PLAIN}&strength=0.5&camera=on&camera_blend=1&camera_step=9")
    moving = guide.model_copy(update={"spec": _with(guide, camera=Camera(move=move, speed="fast"))})
    item = clip(choice, moving, tmp_path)
    still = item.guide[:, :, :1].expand_as(item.guide)
    item.guide, item.noise = still.clone(), item.noise[:, :, :1].expand_as(item.noise).clone()
    made = item.denoised()
    first, last = made[:, :, 0], made[:, :, -1]
    best = max(range(-6, 7), key=lambda n: _alike(first, last, n, axis - 1))
    assert best * way > 0


@pytest.mark.parametrize(("move", "nearer"), [("zoom in", True), ("zoom out", False)])
def test_a_planned_zoom_grows_or_shrinks_what_is_seen(
    move: Any,
    nearer: bool,
    tiny_base: Path,
    tiny_adapter: Path,
    guide: Keyframe,
    guide_clip: str,
    tmp_path: Path,
) -> None:
    choice = chosen(tiny_base, tiny_adapter, f"{PLAIN}&strength=0.5&camera=on&camera_blend=1&camera_step=9")
    moving = guide.model_copy(update={"spec": _with(guide, camera=Camera(move=move, speed="fast"))})
    item = clip(choice, moving, tmp_path)
    still = item.guide[:, :, :1].expand_as(item.guide)
    item.guide, item.noise = still.clone(), item.noise[:, :, :1].expand_as(item.noise).clone()
    made = item.denoised()
    first, last = made[:, :, 0], made[:, :, -1]

    def alike(size: float) -> float:
        view = torch.tensor([[[1 / size, 0, 0], [0, 1 / size, 0]]])
        seen = torch.nn.functional.affine_grid(view, list(first.shape), align_corners=False)
        grown = torch.nn.functional.grid_sample(first, seen, padding_mode="reflection", align_corners=False)
        return float(torch.corrcoef(torch.stack([grown.flatten(), last.flatten()]))[0, 1])

    assert (alike(1.3) > alike(1 / 1.3)) == nearer


def test_freenoise_and_no_windows_give_other_clips_of_the_same_take(
    tiny_base: Path, tiny_adapter: Path, guide: Keyframe, guide_clip: str, tmp_path: Path
) -> None:
    from generators.backends.diffusion.animatediff import AnimateDiff

    shown = []
    for query in ("frames=5", "frames=5&windows=none"):
        choice = chosen(tiny_base, tiny_adapter, f"{PLAIN}&guidance=1&steps=2&{query}")
        ask, pipeline = asked(choice, guide, tmp_path), loaded(choice)
        backend = AnimateDiff(model=f"{tiny_base},{tiny_adapter}?{PLAIN}&guidance=1&steps=2&{query}")
        made = backend.film(pipeline, ask).pictures
        assert pipeline.free_noise_enabled == ("none" not in query)
        shown.append([picture.tobytes() for picture in made])
    pipeline.disable_free_noise()
    assert len(shown[0]) == len(shown[1]) > 5
    assert shown[0] != shown[1]


def _alike(first: Any, last: Any, places: int, axis: int) -> float:
    """How much the last frame is the first one moved by so many places."""
    size = first.shape[axis] - abs(places)
    a = first.narrow(axis, max(0, -places), size)
    b = last.narrow(axis, max(0, places), size)
    return float(torch.corrcoef(torch.stack([a.flatten(), b.flatten()]))[0, 1])


def test_an_extended_take_begins_each_clip_with_the_last_frames_of_the_one_before(
    tiny_base: Path, tiny_adapter: Path, guide: Keyframe, guide_clip: str, tmp_path: Path
) -> None:
    choice = chosen(tiny_base, tiny_adapter, f"{PLAIN}&frames=5&take=extend&given=2")
    item = clip(choice, guide, tmp_path)
    starts: list[Any] = []
    own = item._part
    item._part = lambda frames, *args, **more: starts.append((frames.start, frames.stop)) or own(frames, *args, **more)  # type: ignore[method-assign, func-returns-value]
    made = item.denoised()
    count = len(item.ask.fitted.steps)
    assert made.shape[2] == count
    assert starts[0] == (0, 5)
    assert all(after[0] == before[1] - 2 for before, after in pairwise(starts))
    assert starts[-1][1] == count
