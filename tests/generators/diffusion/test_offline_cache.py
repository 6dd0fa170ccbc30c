"""Once a model is in the hub's cache all works without a network; what is not there, or no safetensors, is named."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="the diffusion extra is not installed")
pytest.importorskip("diffusers", reason="the diffusion extra is not installed")

ROOT = Path(__file__).parents[3]
COMMIT = "0123456789abcdef0123456789abcdef01234567"
"""The commit at which everything lies in the cache."""
DRAW = """
import json, socket, sys
def hook(event, args):
    assert event not in ("socket.connect", "socket.getaddrinfo"), event
sys.addaudithook(hook)
from pathlib import Path
from small_plans import make_small_plan
from generators import create, fetch, make_keyframe, models, shot_spec
from generators.errors import GeneratorError
folder = Path(sys.argv[1])
spec = shot_spec(make_small_plan((320, 180), 12), "shot_001")
make_keyframe(spec, backend=create("animatic"), folder=folder, image="guide.png", t=0.5)
for number, name in enumerate(sys.argv[2:]):
    told = [[need.cached for need in models(name)]]
    for do in (
        lambda: make_keyframe(
            spec, backend=create(name), folder=folder, image=f"{number}.png", t=0.5, guide="guide.png"
        ).maker.partition("@")[0],
        lambda: list(fetch(name)),
    ):
        try:
            told.append(do())
        except GeneratorError as error:
            told.append(f"{type(error).__name__}: {error}")
    print(json.dumps(told))
"""


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache as huggingface_hub keeps it, with the parts of `sdxl-ip` in two tiny repositories."""
    import tiny_sdxl as tiny

    cache = tmp_path_factory.mktemp("hub")

    def snapshot(name: str) -> Path:
        kept = cache / f"models--tiny--{name}"
        (kept / "refs").mkdir(parents=True)
        (kept / "refs" / "main").write_text(COMMIT)
        return kept / "snapshots" / COMMIT

    (cache / "made").mkdir()
    base = tiny.save_tiny_sdxl(cache / "made" / "base")
    place = snapshot("sdxl")
    place.parent.mkdir()
    base.rename(place)
    adapters = snapshot("adapters")
    for save in (tiny.save_tiny_sdxl_adapter, tiny.save_tiny_sdxl_face, tiny.save_tiny_encoder):
        save(adapters)
    pickled = snapshot("pickled")
    tiny.save_tiny_sdxl(cache / "made" / "pickled").rename(_with_parent(pickled))
    for file in pickled.rglob("*.safetensors"):
        file.rename(file.with_suffix(".bin"))
    return cache


def _with_parent(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def test_what_is_cached_works_without_a_network_and_what_is_not_is_named(hub: Path, tmp_path: Path) -> None:
    def adapted(revision: str) -> str:
        return f"sdxl-ip:{','.join([f'tiny/sdxl{revision}', *[f'tiny/adapters{revision}'] * 3])}?steps=2"

    names = [adapted(""), adapted(f"@{COMMIT}")]
    names += [f"img2img:{model}?steps=2" for model in ("tiny/absent", f"tiny/sdxl@{'f' * 40}", "tiny/pickled")]
    path = os.pathsep.join([str(ROOT), str(ROOT / "tests" / "support")])
    own = {"HF_HUB_CACHE": str(hub), "PYTHONPATH": path, "OMP_NUM_THREADS": "1", "STORYREEL_OFFLINE": "1"}
    command = [sys.executable, "-c", DRAW, str(tmp_path), *names]
    done = subprocess.run(command, env=os.environ | own, capture_output=True, text=True, check=False)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(rows) == len(names), done.stderr
    for cached, maker, places in rows[:2]:
        assert cached == [True] * 4
        assert maker == "sdxl-ip"
        assert places == ["tiny/sdxl (in the cache)", *["tiny/adapters (in the cache)"] * 3]
    assert (tmp_path / "0.png").read_bytes() == (tmp_path / "1.png").read_bytes()
    for (cached, refused, unfetched), model in zip(rows[2:], ("absent", "sdxl", "pickled"), strict=True):
        assert cached == [False]
        assert refused.startswith(
            f"GenerationFailed: img2img needs tiny/{model}, not on this machine; the network is off"
        )
        assert "`storyreel fetch img2img`" in refused
        assert unfetched.endswith("cannot be fetched: HF_HUB_OFFLINE or STORYREEL_OFFLINE is set")
    assert not (tmp_path / "2.png").exists()
