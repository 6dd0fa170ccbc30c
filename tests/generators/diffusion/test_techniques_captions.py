"""Words reach the frames they are for: in a real cross-attention, by processor and by mask."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch", reason="the techniques need the extra `diffusion`")
processing = pytest.importorskip("diffusers.models.attention_processor", reason="a real attention is needed")

from generators.backends.diffusion.techniques.attention import Clock  # noqa: E402
from generators.backends.diffusion.techniques.captions import (  # noqa: E402
    FrameCaptions,
    caption_mask,
    injected_prompts,
    interpolated_prompts,
    segment_captions,
)

torch.set_num_threads(1)


def some(*shape: int, seed: int) -> torch.Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed))


@pytest.fixture
def layer() -> torch.nn.Module:
    torch.manual_seed(5)
    return processing.Attention(query_dim=8, cross_attention_dim=6, heads=2, dim_head=4).eval()


def changed(a: torch.Tensor, b: torch.Tensor) -> list[int]:
    return [i for i, (one, other) in enumerate(zip(a, b, strict=True)) if not torch.equal(one, other)]


def test_a_segments_caption_reaches_its_frames_only(layer: torch.nn.Module) -> None:
    rows, empty = some(24, 9, 8, seed=1), some(24, 5, 6, seed=2)
    captions = [some(5, 6, seed=i) for i in (3, 4, 5)]
    plain = layer.processor

    def out(told: list[torch.Tensor]) -> torch.Tensor:
        layer.set_processor(FrameCaptions(plain, segment_captions(told, frames_per_segment=4)))
        with torch.no_grad():
            return layer(rows, encoder_hidden_states=empty)

    before = out(captions)
    after = out([captions[0], some(5, 6, seed=9), captions[2]])
    assert changed(before, after) == [16, 17, 18, 19], "rows 0 to 11 are the unconditional half"
    layer.set_processor(plain)
    with torch.no_grad():
        bare = layer(rows, encoder_hidden_states=empty)
    assert changed(before, bare) == list(range(12, 24))


def test_captions_that_do_not_fit_are_refused(layer: torch.nn.Module) -> None:
    layer.set_processor(FrameCaptions(layer.processor, some(12, 5, 6, seed=1)))
    with pytest.raises(ValueError, match="do not fit"):
        layer(some(8, 9, 8, seed=2), encoder_hidden_states=some(8, 5, 6, seed=3))


def test_a_mask_does_the_same_for_one_long_sequence(layer: torch.nn.Module) -> None:
    segments, places, tokens = (3, 2), 4, 5
    rows = some(1, sum(segments) * places, 8, seed=1)
    text = some(1, len(segments) * tokens, 6, seed=2)
    allowed = caption_mask(segments, places=places, tokens=tokens)
    bias = torch.zeros(allowed.shape).masked_fill(~allowed, -1e9)[None]

    def out(words: torch.Tensor) -> torch.Tensor:
        with torch.no_grad():
            return layer(rows, encoder_hidden_states=words, attention_mask=bias)[0]

    other = torch.cat([text[:, :tokens], some(1, tokens, 6, seed=3)], dim=1)
    assert changed(out(text), out(other)) == list(range(3 * places, 5 * places))


@pytest.mark.parametrize("method", ["linear", "slerp"])
def test_interpolated_prompts_pass_through_their_states(method: str) -> None:
    states = [some(5, 64, seed=i) for i in (1, 2, 3)]
    made = interpolated_prompts(states, frames=9, method=method)
    for frame, state in ((0, 0), (4, 1), (8, 2)):
        assert torch.allclose(made[frame], states[state], atol=1e-4)
    away = [float((made[i] - states[0]).norm()) for i in range(5)]
    assert away == sorted(away)
    lengths, ends = made[2].norm(dim=-1), torch.stack([states[0], states[1]]).norm(dim=-1)
    kept = bool((lengths >= ends.amin(0) - 1e-4).all())
    assert kept == (method == "slerp"), "a straight line between two directions passes nearer to nothing"


def test_motion_is_injected_in_its_steps_and_layers_only() -> None:
    source, target = some(5, 6, seed=1), some(5, 6, seed=2)
    still = source.expand(16, -1, -1)

    def at(step: int, *, steps: int = 50, tail: bool = False) -> torch.Tensor:
        return injected_prompts(source, target, frames=16, clock=Clock(step, steps), tail=tail)

    assert [step for step in range(50) if not torch.equal(at(step), still)] == list(range(5, 15))
    assert [step for step in range(10) if not torch.equal(at(step, steps=10), still)] == [1, 2]
    assert not torch.equal(at(30, tail=True), still)
    moving = at(7)
    assert torch.equal(moving[0], source)
    assert torch.allclose(moving[-1], target, atol=1e-6)
    share = ((moving - source) / (target - source)).mean(dim=(1, 2))
    assert bool((share.diff() >= -1e-6).all())
    assert float(share[8]) == pytest.approx(0.5, abs=0.1)


@pytest.fixture
def wan() -> torch.nn.Module:
    """A real cross-attention of Wan's."""
    from diffusers.models.transformers.transformer_wan import WanAttention, WanAttnProcessor

    torch.manual_seed(5)
    return WanAttention(dim=8, heads=2, dim_head=4, cross_attention_dim_head=4, processor=WanAttnProcessor()).eval()


def test_split_captions_reach_their_latent_frames_alone(wan: torch.nn.Module) -> None:
    from generators.backends.diffusion.techniques.split import SplitCaptions, Told

    rows, text, told = some(2, 6 * 3, 8, seed=1), some(2, 10, 8, seed=2), Told((0, 0, 1, 1, 0, 1), (4, 6))
    other = text.clone()
    other[:, 4:] += 1

    def out(words: torch.Tensor, shown: torch.Tensor = rows) -> torch.Tensor:
        with torch.no_grad():
            return SplitCaptions(wan.processor, told)(wan, shown, words)[0].unflatten(0, (-1, 3))

    assert changed(out(text), out(other)) == [2, 3, 5]
    with torch.no_grad():
        alone = wan.processor(wan, rows[:, :6], text[:, :4])[0]
    assert torch.allclose(out(text)[:2].flatten(0, 1), alone, atol=1e-6), "as if the model were told this caption only"
    told.seen = [1, 2]
    assert changed(out(text, rows[:, :6]), out(other, rows[:, :6])) == [1]


def test_the_words_of_a_region_act_in_it_and_in_its_frames_only(wan: torch.nn.Module) -> None:
    from generators.backends.diffusion.techniques.guidance import Region, box_masks
    from generators.backends.diffusion.techniques.split import SplitCaptions, Told

    boxes = [(0.0, 0.0, 0.5, 1.0), (0.5, 0.0, 1.0, 1.0), None]
    told = Told((0, 0, 0), (5,), regions={0: [Region((2, 3), box_masks(boxes, 8, 8))]})
    rows, text = some(1, 3 * 4, 8, seed=1), some(1, 5, 8, seed=2)
    other = text.clone()
    other[:, 2:4] += 1
    with torch.no_grad():
        before, after = (SplitCaptions(wan.processor, told)(wan, rows, words)[0] for words in (text, other))
    assert changed(before, after) == [0, 2, 5, 7], "the left half of frame 0, the right half of frame 1"


def test_captions_in_a_joint_attention_reach_their_frames_and_see_no_others() -> None:
    from diffusers.models.attention_processor import CogVideoXAttnProcessor2_0

    from generators.backends.diffusion.techniques.split import JointCaptions, Told

    torch.manual_seed(5)
    own = CogVideoXAttnProcessor2_0()
    joint = processing.Attention(
        query_dim=8, heads=2, dim_head=4, qk_norm="layer_norm", bias=True, processor=own
    ).eval()
    video, text = some(2, 4 * 3, 8, seed=1), some(2, 7, 8, seed=2)
    angles = some(12, 4, seed=3)
    turn = (angles.cos(), angles.sin())

    def out(words: torch.Tensor, told: Told) -> tuple[torch.Tensor, torch.Tensor]:
        with torch.no_grad():
            return JointCaptions(own, told)(joint, video, words, image_rotary_emb=turn)

    with torch.no_grad():
        plain = own(joint, video, text, image_rotary_emb=turn)
    for ours, theirs in zip(out(text, Told((0,) * 4, (7,))), plain, strict=True):
        assert torch.allclose(ours, theirs, atol=1e-6), "one caption is plain joint attention"
    other, told = text.clone(), Told((0, 0, 1, 1), (3, 4))
    other[:, 3:] += 1
    (shown, said), (moved, told_so) = out(text, told), out(other, told)
    assert changed(shown[0].unflatten(0, (4, 3)), moved[0].unflatten(0, (4, 3))) == [2, 3]
    assert changed(said[0], told_so[0]) == [3, 4, 5, 6]
