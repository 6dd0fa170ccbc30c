"""Benchmarks are scripts: their folder comes first on the path, so none may bear the name of a package of ours."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
OWN = {path.parent.name for path in ROOT.glob("*/__init__.py")}


def test_no_script_hides_a_package() -> None:
    scripts = [*ROOT.glob("benchmarks/*.py"), *ROOT.glob("examples/*.py")]
    assert scripts
    assert not [path.name for path in scripts if path.stem in OWN]
