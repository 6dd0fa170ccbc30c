"""Layout guidance lowers its loss and moves attention into the box of a real UNet; regions keep their words."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch", reason="the techniques need the extra `diffusion`")
diffusers = pytest.importorskip("diffusers", reason="a real UNet is needed")

from generators.backends.diffusion.techniques.attention import installed  # noqa: E402
from generators.backends.diffusion.techniques.guidance import (  # noqa: E402
    AttentionStore,
    Grounded,
    Region,
    RegionalProcessor,
    box_masks,
    centre_loss,
    guide_latents,
    layout_loss,
)

torch.set_num_threads(1)
LAYERS = ("down_blocks.0.attentions.0.", "up_blocks.1.attentions.1.")
FRAMES, TOKENS, BIRD = 3, 6, 2
THING = Grounded((BIRD,), ((0.0, 0.0, 0.5, 0.5), (0.25, 0.25, 0.75, 0.75), (0.5, 0.5, 1.0, 1.0)))


@pytest.fixture(scope="module")
def unet() -> torch.nn.Module:
    torch.manual_seed(4)
    made = diffusers.UNet2DConditionModel(
        sample_size=16,
        block_out_channels=(16, 32),
        layers_per_block=1,
        norm_num_groups=4,
        cross_attention_dim=8,
        attention_head_dim=8,
        down_block_types=("CrossAttnDownBlock2D", "DownBlock2D"),
        up_block_types=("UpBlock2D", "CrossAttnUpBlock2D"),
    ).eval()
    for name, weight in made.named_parameters():
        weight.requires_grad_(False)
        if "attn2.to_q" in name or "attn2.to_k" in name:
            weight.mul_(6)
    return made


@pytest.fixture(scope="module")
def text() -> torch.Tensor:
    return torch.randn(1, TOKENS, 8, generator=torch.Generator().manual_seed(8)).expand(FRAMES, -1, -1)


def start() -> torch.Tensor:
    return torch.randn(FRAMES, 4, 16, 16, generator=torch.Generator().manual_seed(1))


def mass_in_box(store: AttentionStore) -> float:
    inside = []
    for shares in store.maps.values():
        side = int(shares.shape[2] ** 0.5)
        seen, mask = shares.detach()[..., BIRD].mean(1), box_masks(THING.boxes, side, side).flatten(1)
        inside.append(float((seen * mask).sum() / seen.sum()))
    return sum(inside) / len(inside)


@pytest.mark.parametrize("centre", [0.0, 0.03])
def test_the_loss_falls_and_attention_moves_into_the_box(
    unet: torch.nn.Module, text: torch.Tensor, centre: float
) -> None:
    store, masses = AttentionStore(), []

    def loss_of(latents: torch.Tensor) -> torch.Tensor:
        unet(latents, 900, text)
        masses.append(mass_in_box(store))
        return layout_loss(store.maps, [THING], centre=centre)

    with installed(unet, store.watching(LAYERS)):
        moved, losses = guide_latents(start(), loss_of, sigma=0.99, threshold=0.0)
        loss_of(moved)
    assert len(store.maps) == 2
    assert len(losses) == 5
    assert losses[-1] < losses[0]
    assert masses[-1] > masses[0] + 0.02
    assert float((moved - start()).square().mean()) < 0.5, "guidance must not replace the noise"


def test_guidance_stops_when_the_loss_is_low_enough() -> None:
    same, losses = guide_latents(start(), lambda z: z.square().mean(), sigma=1.0)
    assert torch.equal(same, start())
    assert len(losses) == 1


def test_storing_does_not_change_the_picture(unet: torch.nn.Module, text: torch.Tensor) -> None:
    store = AttentionStore()
    before = dict(unet.attn_processors)
    with torch.no_grad():
        plain = unet(start(), 500, text).sample
        with installed(unet, store.watching(("",))):
            stored = unet(start(), 500, text).sample
    assert torch.allclose(plain, stored, atol=1e-4)
    assert all(torch.allclose(m.sum(-1), torch.ones_like(m[..., 0]), atol=1e-4) for m in store.maps.values())
    assert unet.attn_processors == before


def _loss_of(seen: torch.Tensor, box: tuple[float, float, float, float] | None, **weights: float) -> float:
    return float(layout_loss({"layer": seen[..., None]}, [Grounded((0,), (box,))], **weights))


def test_every_term_of_the_loss_does_what_it_says() -> None:
    inside = torch.zeros(1, 2, 8, 8)
    inside[:, :, :4, :4] = 1.0
    seen, box = inside.flatten(2), (0.0, 0.0, 0.5, 0.5)
    assert _loss_of(seen, box) == pytest.approx(0)
    assert _loss_of(seen.flip(2), box) == pytest.approx(2 * (1 + 4 * 16 / 36))
    assert _loss_of(seen.flip(2), box, background=0) == pytest.approx(2)
    assert _loss_of(seen * 0, None) == pytest.approx(0), "a thing that is not to be seen, and is not"
    assert _loss_of(seen, None) == pytest.approx(2 * 4 * 16 / 48), "a thing that is not to be seen is pushed out"
    mask = box_masks([box], 8, 8).flatten(1)
    assert float(centre_loss(seen, mask, 8, 8)) == pytest.approx(0, abs=1e-6)
    assert float(centre_loss(seen.flip(2), mask, 8, 8)) == pytest.approx(0.25)
    with pytest.raises(ValueError, match="at least one"):
        layout_loss({}, [THING])


def test_a_box_thinner_than_a_place_still_holds_one() -> None:
    masks = box_masks([(0.99, 0.5, 0.995, 0.51), None], 8, 8)
    assert masks.sum(dim=(1, 2)).tolist() == [1, 0]
    assert masks[0, 4, 7] == 1


def test_a_regions_words_act_in_the_region_only(text: torch.Tensor) -> None:
    processing = pytest.importorskip("diffusers.models.attention_processor", reason="a real attention is needed")
    torch.manual_seed(5)
    layer = processing.Attention(query_dim=8, cross_attention_dim=8, heads=2, dim_head=4).eval()
    left, right = torch.zeros(1, 16, 16), torch.zeros(1, 16, 16)
    left[..., :8], right[..., 8:] = 1, 1
    layer.set_processor(RegionalProcessor([Region((1, 2), left), Region((3,), right)]))
    rows = torch.randn(FRAMES, 64, 8, generator=torch.Generator().manual_seed(3))

    def change(token: int) -> torch.Tensor:
        other = text.clone()
        other[:, token] += 1
        with torch.no_grad():
            made = [layer(rows, encoder_hidden_states=words) for words in (text, other)]
        return (made[0] - made[1]).abs().sum(dim=(0, 2)).view(8, 8).sum(dim=0)

    for token, here, there in ((1, slice(0, 4), slice(4, 8)), (3, slice(4, 8), slice(0, 4))):
        assert bool((change(token)[here] > 0).all())
        assert not change(token)[there].any()
    assert bool((change(0) > 0).all()), "words of no region act everywhere"
    layer.set_processor(RegionalProcessor([Region(tuple(range(TOKENS)), left)]))
    with pytest.raises(ValueError, match="no token"):
        layer(rows, encoder_hidden_states=text)
