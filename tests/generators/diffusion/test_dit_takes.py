"""Words, windows and ties of transformer pipelines: what reaches which frames, on tiny real ones."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tiny_table import TABLE

from generators import ShotSpec
from planners.prompting import TimedPrompt

torch = pytest.importorskip("torch", reason="the diffusion extra is not installed")
pytest.importorskip("diffusers", reason="the diffusion extra is not installed")

from tiny_dits import Stage, drawn  # noqa: E402

from generators.backends.diffusion import runtime  # noqa: E402
from generators.errors import RequestRefused  # noqa: E402

LONG = 24
TIED = ("wan-i2v", "wan-vace", "cogvideox-i2v", "cogvideox-i2v#1.5", "hunyuan-i2v", "hunyuan-i2v#33")
SAVED: dict[str, str] = {}


def beats(*texts: str) -> tuple[TimedPrompt, ...]:
    share = 1 / len(texts)
    return tuple(TimedPrompt(start=i * share, end=(i + 1) * share, text=text) for i, text in enumerate(texts))


@pytest.fixture
def staged(spec: ShotSpec, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    drawn(tmp_path, LONG)
    threads = torch.get_num_threads()
    torch.set_num_threads(1)

    def made(row: str) -> Stage:
        if row not in SAVED:
            SAVED[row] = TABLE[row].save(tmp_path_factory.mktemp("models"))
        name = SAVED[row]
        return Stage(row, lambda query: f"{name}&{query}" if query else name, spec, tmp_path)

    yield made
    runtime.forget()
    torch.set_num_threads(threads)


def changes(a: Any, b: Any) -> list[float]:
    """Mean squared difference of two videos, latent frame by latent frame."""
    return [float(value) for value in (a - b).square().mean(dim=(0, 1, 3, 4))]


@pytest.mark.parametrize("row", ["wan-i2v", "wan-i2v#2.1", "wan-vace", "cogvideox-i2v", "cogvideox-i2v#1.5"])
def test_a_beats_words_reach_its_latent_frames(row: str, staged: Any) -> None:
    stage = staged(row)
    long = {"total": LONG, "film": {"fps": 8}} if row.endswith("1.5") else {}
    cleans = [
        stage.video(stage.film("captions=segments", timed=beats("a fox runs", text), **long)[1][0][1])
        for text in ("it sleeps", "a duck swims")
    ]
    changed = changes(*cleans)
    early, late = changed[0], changed[-1]
    assert late > 0
    assert early == 0 if row.startswith("wan-i2v") else early < 0.5 * late


def test_ltx_gives_each_beat_its_words_beside_pictures_that_are_given(staged: Any) -> None:
    stage = staged("ltx")
    cleans = [
        stage.film("captions=segments", timed=beats("a fox runs", text), total=LONG)[1][0][1].unflatten(1, (-1, 15))
        for text in ("it sleeps", "a duck swims")
    ]
    changed = (cleans[0] - cleans[1]).square().mean(dim=(0, 2, 3))
    assert changed[-1] > 2 * changed[0]


def test_blended_words_change_the_frames_near_them_most(staged: Any) -> None:
    stage = staged("wan-i2v")
    query = "captions=interpolated"
    cleans = [
        stage.video(stage.film(query, timed=beats("a fox runs", text), total=LONG)[1][0][1])
        for text in ("it sleeps", "a duck swims")
    ]
    changed = changes(*cleans)
    assert changed[0] == 0
    assert all(value > 0 for value in changed[1:])
    assert max(changed[1:3]) < min(changed[-3:])


@pytest.mark.parametrize("row", ["wan-i2v", "cogvideox-i2v", "hunyuan-i2v"])
def test_each_clip_of_a_take_has_the_words_of_its_own_time(row: str, staged: Any, monkeypatch: Any) -> None:
    stage, told = staged(row), []
    from generators.backends.diffusion.dits import Steered

    own = Steered._words
    monkeypatch.setattr(Steered, "_words", lambda self, call: told.append(made := own(self, call)) or made)
    said = beats("a fox runs", "it jumps", "it sleeps")
    slow = {"timed": said, "total": LONG, "film": {"fps": 8}}
    stage.film("frames=9", **slow)
    texts = [words.keywords["prompt"] for words in told]
    assert texts[0] == "a fox runs"
    assert texts[-1] == "it sleeps"
    assert len(texts) > 1
    told.clear()
    stage.film("frames=9&captions=one", **slow)
    assert {words.keywords["prompt"] for words in told} == {"a fox runs"}, "the whole prompt"


def test_captions_that_have_no_room_beside_one_another_are_named(staged: Any) -> None:
    stage = staged("cogvideox-i2v")
    long = "a fox " * 40
    stage.film("captions=segments", timed=beats("a fox runs", long))
    assert any("has 113 tokens for each of 2 captions" in note for note in stage.notes)
    stage.film("captions=segments", timed=beats("a fox runs", "it sleeps"))
    assert not stage.notes


@pytest.mark.parametrize("windows", ["uniform", "triangular", "randomised", "staggered"])
def test_windows_make_a_take_of_independent_frames_just_as_one_call_does(windows: str, staged: Any) -> None:
    stage = staged("wan-i2v")
    whole, _ = stage.film("frames=65", total=LONG, film={"fps": 16})
    stride = "" if windows == "staggered" else "&stride=4"
    cut, _ = stage.film(f"frames=13&take=windows&windows={windows}{stride}", total=LONG, film={"fps": 16})
    assert cut.shape == whole.shape
    assert np.abs(cut - whole).max() <= 1, "the tiny model's frames do not see one another"


@pytest.mark.parametrize("row", ["wan-vace", "cogvideox-i2v", "hunyuan-i2v", "hunyuan-i2v#33"])
def test_every_window_scheme_makes_a_whole_take_of_its_own(row: str, staged: Any) -> None:
    stage, seen = staged(row), {}
    schemes = ["uniform", "triangular", "randomised"] + ["staggered"] * (row != "cogvideox-i2v")
    take = "" if row == "wan-vace" else "&take=windows"
    for scheme in schemes:
        stride = "" if scheme == "staggered" else "&stride=4"
        made, steps = stage.film(
            f"frames=13{take}&windows={scheme}{stride}&steps=3", total=LONG, film={"fps": 8 if "cog" in row else 16}
        )
        assert np.isfinite(made).all()
        assert len(made) >= LONG
        assert len(steps) == 3
        seen[scheme] = made[:LONG].tobytes()
    assert len(set(seen.values())) == len(schemes)


def test_words_of_a_beat_reach_its_frames_through_windows_too(staged: Any) -> None:
    stage = staged("wan-i2v")
    query = "frames=13&take=windows&stride=4&captions=segments"
    cleans = [
        stage.video(stage.film(query, timed=beats("a fox runs", text), total=LONG, film={"fps": 16})[1][0][1])
        for text in ("it sleeps", "a duck swims")
    ]
    changed = changes(*cleans)
    assert changed[0] == changed[1] == 0
    assert changed[-1] > 0
    assert [value > 0 for value in changed] == sorted(value > 0 for value in changed)


@pytest.mark.parametrize("row", ["wan-i2v", "wan-i2v#2.1", "wan-vace", "ltx"])
def test_the_words_for_somebody_act_in_its_moving_box(row: str, staged: Any, monkeypatch: Any) -> None:
    stage, told = staged(row), []
    from generators.backends.diffusion.dit_words import Words

    acting = Words.acting
    monkeypatch.setattr(Words, "acting", lambda self, models: told.append(self.told) or acting(self, models))
    words = "A red fox and an old woman stand on a hill."
    plain = stage.film("regions=off", text=words)[1]
    bound = stage.film("regions=on", text=words)[1]
    assert not torch.equal(plain[0][1], bound[0][1])
    (found,) = [item for item in told if item is not None]
    assert found.regions[0]
    for region in found.regions[0]:
        assert len(region.mask) == len(found.owners)
        assert 0 < region.mask.mean() < 0.9
    with pytest.raises(RequestRefused, match="regions=on does not go with captions=interpolated"):
        stage.film("regions=on&captions=interpolated")


@pytest.mark.parametrize("boundary", ["reset", "inversion"])
@pytest.mark.parametrize("row", TIED)
def test_starting_noise_is_tied_to_the_clip_before_as_strongly_as_it_is(row: str, boundary: str, staged: Any) -> None:
    stage = staged(row)
    before = {"before": stage.folder / "b.mp4", "before_last": 9}
    query = f"boundary={boundary}"
    cut = stage.film(query)[1][0][0]
    starts = [stage.film(query, **before, tie=tie)[1][0][0] for tie in (0.0, 0.2, 0.4, 1.0)]
    assert torch.equal(starts[0], cut)
    own = [stage.video(start)[0, :, -1 if row == "hunyuan-i2v" else 0].flatten() for start in starts]
    likeness = [float(torch.corrcoef(torch.stack([start, own[-1]]))[0, 1]) for start in own]
    assert all(after > sooner for sooner, after in pairwise(likeness)), likeness
    spread = [float(stage.video(start).var(dim=(1, 3, 4)).mean()) for start in starts]
    assert spread == pytest.approx([1] * 4, abs=0.1)


def test_a_stronger_reset_begins_nearer_to_the_clip_before(staged: Any) -> None:
    stage = staged("wan-vace")
    ties = (0.0, 0.15, 0.3, 0.45)
    before = {"before": stage.folder / "b.mp4", "before_last": 9}
    runs = [stage.film("boundary=reset&steps=6", **before, tie=tie)[1] for tie in ties]
    whole = stage.film("boundary=reset&steps=6", **before, tie=0.49)[1]
    ends = [
        float((stage.video(run[-1][1])[:, :, 0] - stage.video(whole[-1][1])[:, :, 0]).square().mean()) for run in runs
    ]
    assert all(after < sooner for sooner, after in pairwise(ends)), ends
