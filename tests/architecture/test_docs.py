"""What the documents say is true: commands run, code blocks work, links lead somewhere."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from planners import load_story

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "ARCHITECTURE.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


def blocks(page: Path, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", page.read_text(), re.DOTALL)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_to_files(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", page.read_text()):
        if "://" not in target:
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_the_readmes_story_is_a_story(tmp_path: Path) -> None:
    for index, text in enumerate(blocks(ROOT / "README.md", "yaml")):
        path = tmp_path / f"{index}.yaml"
        path.write_text(text)
        assert load_story(path).text


def test_the_readmes_commands_run(tmp_path: Path) -> None:
    """Every `storyreel` line of the README, as written, in an empty folder with the README's tale.yaml (made small)."""
    tale = blocks(ROOT / "README.md", "yaml")[0].replace('aspect: "16:9"', "size: 320x180\nfps: 12")
    (tmp_path / "tale.yaml").write_text(re.sub(r"duration: \d+", "duration: 12", tale))
    lines = [line for block in blocks(ROOT / "README.md", "sh") for line in block.splitlines()]
    commands = [line.split("#")[0].split() for line in lines if line.startswith("storyreel ")]
    assert len(commands) >= 4
    for words in commands:
        done = subprocess.run(
            [sys.executable, "-m", "agent.cli", *words[1:]], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{' '.join(words)}: {done.stderr}"
    assert "nothing to make" in _again(tmp_path)
    assert (tmp_path / "runs/tale/06_film/film.mp4").is_file()


def _again(folder: Path) -> str:
    command = [sys.executable, "-m", "agent.cli", "make", "tale.yaml", "--out", "runs/tale"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout


def test_the_readmes_make_targets_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    wanted = set(re.findall(r"\bmake (film|test|check|[a-z]+-[a-z]+)\b", (ROOT / "README.md").read_text()))
    assert wanted <= targets


def test_the_generator_of_the_how_to_page_works(tmp_path: Path) -> None:
    code = blocks(ROOT / "docs/add-a-generator.md", "python")[0]
    (tmp_path / "grey.py").write_text(code)
    script = (
        "import sys; sys.path[:0] = [sys.argv[1], sys.argv[2]]\n"
        "from grey import Grey\nfrom small_plans import make_small_plan\n"
        "from generators import ImageGenerator, make_keyframe, shot_spec\nfrom pathlib import Path\n"
        "assert isinstance(Grey(), ImageGenerator)\n"
        "plan = make_small_plan()\n"
        "made = make_keyframe(shot_spec(plan, 'shot_001'), backend=Grey(), folder=Path(sys.argv[1]), image='k.png')\n"
        "print(made.maker, made.downgrades)\n"
    )
    command = [sys.executable, "-c", script, str(tmp_path), str(ROOT / "tests" / "support")]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "grey@1 ('Grey draws nothing.',)"
    assert (tmp_path / "k.png").is_file()


@pytest.mark.parametrize("folder", sorted(ROOT.glob("examples/[0-9]*")), ids=lambda folder: folder.name)
def test_examples_hold_a_story_and_ten_lines_of_python(folder: Path) -> None:
    assert load_story(folder / "story.yaml").title
    code = (folder / "make.py").read_text()
    compile(code, "make.py", "exec")
    assert len([line for line in code.splitlines() if line.strip()]) <= 10
