"""Identity through adapters: each reference speaks in its own region, as strongly as asked, and is encoded once."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from safetensors import safe_open
from small_plans import make_small_plan

torch = pytest.importorskip("torch", reason="needs the diffusion extra")
pytest.importorskip("diffusers", reason="needs the diffusion extra")

from diffusers import AnimateDiffPipeline, MotionAdapter, StableDiffusionPipeline, StableDiffusionXLPipeline  # noqa: E402
from tiny_adapters import FILE, load_tiny_adapted, save_tiny_eyes, save_tiny_ip  # noqa: E402
from tiny_models import save_tiny_adapter, save_tiny_base  # noqa: E402
from tiny_sdxl import save_tiny_encoder, save_tiny_sdxl, save_tiny_sdxl_adapter, save_tiny_sdxl_face  # noqa: E402

from generators import RequestRefused, create, make_reference  # noqa: E402
from generators.backends.diffusion.adapters import Scales, identity_keywords  # noqa: E402
from generators.backends.diffusion.encoders import NO_FACE_ID, Bank, averaged, load_bank  # noqa: E402
from generators.backends.diffusion.models import Repository  # noqa: E402
from generators.embedding import load_embedding  # noqa: E402
from generators.regions import WHOLE, EntityRegion  # noqa: E402

LEFT, RIGHT = (0.0, 0.0, 0.5, 1.0), (0.5, 0.0, 1.0, 1.0)
SIZE = (64, 64)


@pytest.fixture(scope="module")
def tiny(tmp_path_factory):
    folder = tmp_path_factory.mktemp("models")
    base = save_tiny_base(folder / "base")
    adapters = save_tiny_eyes(save_tiny_ip(base, folder / "adapters"))
    return load_tiny_adapted(base, adapters, StableDiffusionPipeline), Repository(
        repository=str(adapters), subfolder="models/image_encoder"
    )


@pytest.fixture(scope="module")
def crops(tmp_path_factory):
    folder = tmp_path_factory.mktemp("run")
    entities, backend = make_small_plan().entities, create("animatic")
    made = {}
    for name in ("mara", "fox"):
        reference = make_reference(
            entities[name], backend=backend, folder=folder, image=f"refs/{name}.png", style="storybook", seed=7
        )
        made[name] = {view: folder / file for view, file in reference.crops.items()}
    return made


def region(key: str, box, crops, kind: str = "figure") -> EntityRegion:
    return EntityRegion(key, key, None, kind, key, key, box, 0.5, crops=crops)


class Drawing:
    """Draws with the tiny pipeline; sees what the first cross-attention layer adds to the picture."""

    def __init__(self, tiny) -> None:
        self.pipeline, self.bank = tiny[0], load_bank(tiny[1])

    def __call__(self, regions, scale: float, *, steps: int = 1, guidance: float = 1.0, **scales):
        asked = Scales(figures=scale, **scales)
        words = identity_keywords(self.pipeline, regions, asked, SIZE, bank=self.bank, guided=guidance > 1)
        seen: list = []
        layer = next(item for name, item in self.pipeline.unet.named_modules() if name.endswith("attn2"))
        hook = layer.register_forward_hook(lambda module, given, out: seen.append(out.detach()))
        made = self.pipeline(
            prompt="a fox", width=SIZE[0], height=SIZE[1], num_inference_steps=steps, guidance_scale=guidance,
            generator=torch.Generator().manual_seed(3), output_type="latent", **words,
        )  # fmt: skip
        hook.remove()
        heard = seen[0][-1].reshape(32, 32, -1).numpy()
        return made.images[0].numpy(), heard


@pytest.fixture
def draw(tiny) -> Drawing:
    return Drawing(tiny)


def halves(change: np.ndarray, axis: int) -> tuple[float, float]:
    """Mean size of a change in the left and in the right half."""
    left, right = np.split(np.abs(change), 2, axis=axis)
    return float(left.mean()), float(right.mean())


def test_a_reference_changes_its_own_region_and_not_the_others(draw, crops) -> None:
    rows = [region("mara", LEFT, crops["mara"]), region("fox", RIGHT, None)]
    (none, quiet), (some, heard) = draw(rows, 0.0, steps=2), draw(rows, 1.0, steps=2)
    own, other = halves(heard - quiet, 1)
    assert own > 0.01
    assert other == 0.0
    own, other = halves(some - none, 2)
    assert own > 1.5 * other


def test_the_scale_says_how_strongly(draw, crops) -> None:
    rows = [region("mara", LEFT, crops["mara"])]
    quiet = draw(rows, 0.0)[1]
    changes = [halves(draw(rows, scale)[1] - quiet, 1)[0] for scale in (0.25, 0.5, 1.0)]
    assert changes[1] == pytest.approx(2 * changes[0], rel=1e-3)
    assert changes[2] == pytest.approx(4 * changes[0], rel=1e-3)


def test_swapping_two_regions_swaps_what_they_show(draw, crops) -> None:
    alone = {name: draw([region(name, WHOLE, crops[name])], 1.0)[1] for name in crops}
    inner = {"left": np.s_[:, 2:14], "right": np.s_[:, 18:30]}
    for first, second in (("mara", "fox"), ("fox", "mara")):
        both = draw([region(first, LEFT, crops[first]), region(second, RIGHT, crops[second])], 1.0)[1]
        assert np.allclose(both[inner["left"]], alone[first][inner["left"]], atol=1e-4)
        assert np.allclose(both[inner["right"]], alone[second][inner["right"]], atol=1e-4)
    assert not np.allclose(alone["mara"], alone["fox"], atol=1e-2)


def test_figures_and_places_have_scales_of_their_own(draw, crops) -> None:
    rows = [region("beach", WHOLE, {"front": crops["fox"]["front"]}, "place"), region("mara", LEFT, crops["mara"])]
    quiet = draw(rows, 0.0, place=0.0)[1]
    figures = halves(draw(rows, 1.0, place=0.0)[1] - quiet, 1)
    place = halves(draw(rows, 0.0, place=1.0)[1] - quiet, 1)
    assert figures[0] > 10 * figures[1]
    assert place[1] > 10 * place[0]


def test_under_guidance_the_same_regions_hold(draw, crops) -> None:
    rows = [region("mara", LEFT, crops["mara"])]
    change = draw(rows, 1.0, guidance=5.0, steps=2)[0] - draw(rows, 0.0, guidance=5.0, steps=2)[0]
    own, other = halves(change, 2)
    assert own > 1.5 * other


def test_nobody_with_a_reference_is_a_picture_from_words(draw) -> None:
    rows = [region("mara", LEFT, None)]
    assert np.array_equal(draw(rows, 1.0)[0], draw(rows, 0.0)[0])


def test_one_more_reference_moves_the_embedding_towards_it(draw, crops) -> None:
    seen = draw.bank.of([crops["mara"]["front"], crops["mara"]["side"], crops["fox"]["front"]]).projected

    def nearness(rows) -> float:
        return float(torch.nn.functional.cosine_similarity(averaged(rows), seen[2], dim=0))

    assert nearness(seen) > nearness(seen[:2])
    assert averaged(seen[:1]).allclose(seen[0], atol=1e-4)


def test_a_picture_is_encoded_once_and_kept_with_its_encoder(tiny, crops, draw) -> None:
    draw([region("mara", LEFT, crops["mara"])], 1.0)
    again: Bank = load_bank(tiny[1])
    kept = again.of([crops["mara"]["front"]])
    assert again.runs == 0
    file = next(crops["mara"]["front"].parent.glob("mara.front.clip-*.safetensors"))
    with safe_open(str(file), framework="numpy") as stored:
        told = stored.metadata()
    assert told["embedder"] == f"clip:{tiny[1].repository}"
    assert told["digest"].startswith("sha256:")
    assert kept.projected.shape == (1, 12)
    assert kept.hidden.shape == (1, 17, 16)


def test_other_weights_of_the_same_shape_have_another_digest_and_other_files(tiny, crops, tmp_path: Path) -> None:
    other = save_tiny_eyes(tmp_path / "others", seed=99)
    bank = load_bank(Repository(repository=str(other), subfolder="models/image_encoder"))
    assert bank.encoder.digest != load_bank(tiny[1]).encoder.digest
    bank.of([crops["fox"]["side"]])
    assert bank.runs == 1


@pytest.mark.parametrize(("name", "views"), [("clip", ("front", "side")), ("face", ("face",))])
def test_an_identity_can_be_embedded_by_name(tiny, tmp_path: Path, name: str, views) -> None:
    place = f"{tiny[1].repository}/models/image_encoder"
    mara = make_small_plan().entities["mara"]
    made = make_reference(
        mara,
        backend=create("animatic"),
        folder=tmp_path,
        image="m.png",
        style="ink",
        seed=1,
        embedder=f"{name}:{place}",
    )
    stored = load_embedding(tmp_path / made.identity.file)
    assert stored.embedder == made.identity.embedder == f"{name}:{place}"
    assert stored.views == views
    assert stored.tensors["embedding"].shape == (len(views), 12)
    assert (NO_FACE_ID in made.downgrades) == (name == "face")


def test_dinov2_embeds_by_its_class_token(tmp_path: Path) -> None:
    transformers = pytest.importorskip("transformers", reason="needs the diffusion extra")
    config = transformers.Dinov2Config(
        hidden_size=16, num_hidden_layers=1, num_attention_heads=2, image_size=28, patch_size=14, mlp_ratio=2
    )
    transformers.Dinov2Model(config).save_pretrained(tmp_path / "dino")
    fox = make_small_plan().entities["fox"]
    made = make_reference(
        fox, backend=create("animatic"), folder=tmp_path, image="f.png", style="ink", seed=1,
        embedder=f"dinov2:{tmp_path / 'dino'}",
    )  # fmt: skip
    assert load_embedding(tmp_path / made.identity.file).tensors["embedding"].shape == (2, 16)


def test_an_unknown_embedder_is_refused_with_those_there_are(tmp_path: Path) -> None:
    fox = make_small_plan().entities["fox"]
    with pytest.raises(RequestRefused, match=r"'cilp'.*clip, dinov2, face"):
        make_reference(
            fox, backend=create("animatic"), folder=tmp_path, image="f.png", style="ink", seed=1, embedder="cilp"
        )


def test_what_has_no_face_cannot_be_embedded_by_one(tiny, tmp_path: Path) -> None:
    beach = make_small_plan().entities["beach"]
    with pytest.raises(RequestRefused, match="nothing to embed"):
        make_reference(
            beach, backend=create("animatic"), folder=tmp_path, image="b.png", style="ink", seed=1,
            embedder=f"face:{tiny[1].repository}/models/image_encoder",
        )  # fmt: skip


def test_metadata_lists_the_views(tiny, tmp_path: Path) -> None:
    fox = make_small_plan().entities["fox"]
    made = make_reference(fox, backend=create("animatic"), folder=tmp_path, image="f.png", style="ink", seed=1)
    with safe_open(str(tmp_path / made.identity.file), framework="numpy") as stored:
        assert json.loads(stored.metadata()["views"]) == ["front", "side"]


def test_in_a_clip_a_reference_moves_with_its_region(tiny, crops, tmp_path: Path) -> None:
    adapter = MotionAdapter.from_pretrained(save_tiny_adapter(tmp_path / "motion"))
    still = tiny[0]
    pipeline = AnimateDiffPipeline.from_pretrained(
        still.config._name_or_path, motion_adapter=adapter, feature_extractor=None, image_encoder=None
    )
    pipeline.load_ip_adapter(tiny[1].repository, subfolder="models", weight_name=FILE, image_encoder_folder=None)
    pipeline.set_progress_bar_config(disable=True)
    bank, frames = load_bank(tiny[1]), 4
    walk = [[region("mara", (0.25 * k, 0.0, 0.25 * (k + 1), 1.0), crops["mara"])] for k in range(frames)]
    heard = []
    for scale in (0.0, 1.0):
        words = identity_keywords(pipeline, walk[0], Scales(figures=scale), SIZE, bank=bank, frames=walk)
        layer = next(
            item for name, item in pipeline.unet.named_modules() if name.endswith("attn2") and "motion" not in name
        )
        seen: list = []
        hook = layer.register_forward_hook(lambda module, given, out, seen=seen: seen.append(out.detach()))
        pipeline(
            prompt="a fox", width=SIZE[0], height=SIZE[1], num_frames=frames, num_inference_steps=1,
            guidance_scale=3.0, generator=torch.Generator().manual_seed(3), output_type="latent", **words,
        )  # fmt: skip
        hook.remove()
        heard.append(seen[0].reshape(2, frames, 32, 32, -1).numpy())
    change = np.abs(heard[1] - heard[0]).mean(axis=(2, 4))
    for frame in range(frames):
        inside = np.zeros(32, bool)
        inside[8 * frame : 8 * (frame + 1)] = True
        assert change[1, frame][inside].min() > 0
        assert change[:, frame][:, ~inside].max() == 0


def test_faces_speak_in_heads_and_style_in_the_layers_of_style(crops, tmp_path: Path) -> None:
    base = StableDiffusionXLPipeline.from_pretrained(save_tiny_sdxl(tmp_path / "base"), add_watermarker=False)
    adapters = save_tiny_sdxl_face(save_tiny_sdxl_adapter(tmp_path / "adapters"))
    files = sorted(file.name for file in (adapters / "sdxl_models").iterdir())
    base.load_ip_adapter(str(adapters), "sdxl_models", files[::-1], image_encoder_folder=None)
    base.set_progress_bar_config(disable=True)
    bank = load_bank(Repository(repository=str(save_tiny_encoder(adapters)), subfolder="models/image_encoder"))
    mara = EntityRegion(
        "mara", "mara", None, "figure", "", "", LEFT, 0.5, face=(0.0, 0.0, 0.5, 0.25), crops=crops["mara"]
    )
    style = region("style", WHOLE, {"front": crops["fox"]["front"]}, "style")
    layers = {name: item for name, item in base.unet.named_modules() if name.endswith("attn2")}
    heard: dict[str, dict[str, np.ndarray]] = {}
    for asked in ("none", "faces", "style"):
        loud = {} if asked == "none" else {asked: 1.0}
        scales = Scales(**{"figures": 0.0, "place": 0.0, "faces": 0.0, "style": 0.0} | loud)
        words = identity_keywords(base, [mara, style], scales, SIZE, bank=bank, guided=False, parts=("whole", "face"))
        heard[asked] = {}
        for name, item in layers.items():
            item.register_forward_hook(
                lambda module, given, out, row=heard[asked], name=name: row.setdefault(name, out)
            )
        base(
            prompt="a fox", width=SIZE[0], height=SIZE[1], num_inference_steps=1, guidance_scale=1.0,
            generator=torch.Generator().manual_seed(3), output_type="latent", **words,
        )  # fmt: skip
        for item in layers.values():
            item._forward_hooks.clear()
    first = next(iter(layers))
    faces = (heard["faces"][first] - heard["none"][first])[0].abs().mean(-1).reshape(16, 16)
    assert faces[:4, :8].min() > 0
    assert faces[5:].max() == 0
    assert faces[:, 9:].max() == 0
    assert torch.equal(heard["style"][first], heard["none"][first])
    styled = [name for name in layers if name.startswith("up_blocks.0.attentions.1")]
    assert styled
    assert all(not torch.equal(heard["style"][name], heard["none"][name]) for name in styled)
