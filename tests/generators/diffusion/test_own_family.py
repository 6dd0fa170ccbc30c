"""A family of another package is one file and one row: the page's own example, with a tiny real model."""

from __future__ import annotations

import importlib
import re
import sys
from pathlib import Path

import pytest

from generators import Keyframe, RequestRefused, VideoGenerator, available, capabilities, create, make_shot, models

pytest.importorskip("torch", reason="the diffusion extra is not installed")
pytest.importorskip("diffusers", reason="the diffusion extra is not installed")

PAGE = Path(__file__).parents[3] / "docs" / "add-a-generator.md"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The page's file and row, installed as a package with its entry point."""
    page = PAGE.read_text(encoding="utf-8")
    code = next(block for block in re.findall(r"```python\n(.*?)```", page, re.DOTALL) if "WanT2V" in block)
    (row,) = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    point = next(block for block in re.findall(r"```toml\n(.*?)```", page, re.DOTALL) if "WanT2V" in block)
    name, address = re.findall(r'([\w-]+) = "([\w:]+)"', point)[0]
    folder = tmp_path / "site"
    (folder / "rows").mkdir(parents=True)
    (folder / "wan_t2v.py").write_text(code)
    (folder / "rows" / "wan-t2v.json").write_text(row)
    told = folder / "wan_t2v-1.0.dist-info"
    told.mkdir()
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: wan-t2v\nVersion: 1.0\n")
    (told / "entry_points.txt").write_text(f"[storyreel.generators]\n{name} = {address}\n")
    monkeypatch.syspath_prepend(str(folder))
    importlib.invalidate_caches()
    monkeypatch.delitem(sys.modules, "wan_t2v", raising=False)
    return folder


def test_the_pages_family_is_found_and_told_of_without_loading_it(package: Path) -> None:
    assert available()["wan-t2v"] == "wan_t2v:WanT2V"
    assert capabilities("wan-t2v", VideoGenerator).negative_prompt
    (need,) = models("wan-t2v")
    assert need.repository == "Wan-AI/Wan2.1-T2V-1.3B-Diffusers"
    assert not need.cached
    assert "wan_t2v" not in sys.modules


def test_the_pages_family_makes_a_shot(package: Path, guide: Keyframe, tiny_base: Path, tmp_path: Path) -> None:
    from tiny_wan import save_tiny_wan_t2v

    folder = save_tiny_wan_t2v(tmp_path / "tiny")
    backend = create(f"wan-t2v:{folder}?steps=2&side=64", role=VideoGenerator)
    seen: list[tuple[int, int]] = []
    made = make_shot(
        guide, backend=backend, folder=tmp_path, video="made.mp4", tail=1, progress=lambda *row: seen.append(row)
    )
    assert made.frames == 10
    assert (tmp_path / made.video).is_file()
    assert len(seen) == 3
    assert any("makes 80x48" in lost for lost in made.downgrades)


def test_a_row_with_a_fault_is_refused_by_its_field(package: Path) -> None:
    row = package / "rows" / "wan-t2v.json"
    row.write_text(row.read_text().replace('"steps": 50', '"steps": "many"'))
    with pytest.raises(RequestRefused, match="steps: "):
        capabilities("wan-t2v", VideoGenerator)
