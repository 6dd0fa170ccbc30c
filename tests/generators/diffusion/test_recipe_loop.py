"""Our denoising loop: without techniques diffusers' own pixels, with them what each promises; tiny real pipelines."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from generators import Keyframe, capabilities, create
from generators.base import VideoGenerator
from generators.errors import RequestRefused

torch = pytest.importorskip("torch", reason="the diffusion extra is not installed")
pytest.importorskip("diffusers", reason="the diffusion extra is not installed")

from tiny_clips import PLAIN, asked, chosen, clip, loaded  # noqa: E402


def shown(pictures: Any) -> np.ndarray:
    return np.stack([np.asarray(picture) for picture in pictures])


def test_without_techniques_the_pixels_are_diffusers_own(
    tiny_base: Path, tiny_adapter: Path, guide: Keyframe, guide_clip: str, tmp_path: Path
) -> None:
    choice = chosen(tiny_base, tiny_adapter, f"strength=0.8&{PLAIN}")
    ask = asked(choice, guide, tmp_path)
    ours = clip(choice, guide, tmp_path, ask).filmed().pictures
    theirs = loaded(choice)(
        video=ask.guide(), prompt=ask.text, negative_prompt=ask.negative, width=ask.size[0], height=ask.size[1],
        strength=0.8, num_inference_steps=4, guidance_scale=choice.guidance, generator=ask.generator(),
    ).frames[0]  # fmt: skip
    assert np.array_equal(shown(ours), shown(theirs))


def test_from_words_alone_the_pixels_are_diffusers_own_too(
    tiny_base: Path, tiny_adapter: Path, guide: Keyframe, guide_clip: str, tmp_path: Path
) -> None:
    from diffusers import AnimateDiffPipeline

    choice = chosen(tiny_base, tiny_adapter, f"over=words&layout=off&camera=off&{PLAIN}")
    ask = asked(choice, guide, tmp_path)
    ours = clip(choice, guide, tmp_path, ask).filmed().pictures
    own = loaded(choice)
    names = ("vae", "text_encoder", "tokenizer", "unet", "scheduler", "motion_adapter")
    theirs = AnimateDiffPipeline(**{name: getattr(own, name) for name in names})
    theirs.set_progress_bar_config(disable=True)
    made = theirs(
        prompt=ask.text, negative_prompt=ask.negative, num_frames=len(ask.fitted.steps), width=ask.size[0],
        height=ask.size[1], num_inference_steps=4, guidance_scale=choice.guidance, generator=ask.generator(),
    ).frames[0]  # fmt: skip
    assert np.array_equal(shown(ours), shown(made))


def test_what_does_not_fit_is_refused_before_anything_is_loaded() -> None:
    for query, told in {
        "layout=maybe": "layout=maybe",
        "diversity=0.5": "diversity has no effect without noise=shared",
        "take=extend&windows=triangular": "windows has no effect without take=windows",
    }.items():
        with pytest.raises(RequestRefused, match=told):
            create(f"animatediff:?{query}")
    with pytest.raises(
        RequestRefused, match=r"wan-i2v is a dit; layout=on \(guidance.layout\) is for unet backbones only"
    ):
        create("wan-i2v:?layout=on")
    with pytest.raises(RequestRefused, match="img2img has no place for noise"):
        create("img2img:?noise=shared")


def test_a_recipe_is_part_of_the_version_and_changes_what_it_can_do() -> None:
    names = [
        "animatediff",
        "animatediff:?noise=shared",
        "animatediff:?noise=shared&diversity=0.2",
        "animatediff:?over=words",
    ]
    assert len({capabilities(name, VideoGenerator).version for name in names}) == 4
    assert capabilities("animatediff", VideoGenerator).continues
    assert not capabilities("animatediff:?boundary=off", VideoGenerator).continues
    words = capabilities("animatediff:?over=words", VideoGenerator)
    assert (words.guided, words.control_video, words.layout_boxes) == (False, False, True)
