"""Stories come in from every form, and bad ones are named with file and line."""

import io
from pathlib import Path

import pytest

from planners.formats import StoryError, load_story


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_yaml_text_markdown_and_dict_give_the_same_story(tmp_path: Path) -> None:
    prose = "Mara walked along the beach. She found a fox."
    forms = [
        write(tmp_path, "a.yaml", f"title: The Fox\nstory: |\n  {prose}\n"),
        write(tmp_path, "a.txt", f"The Fox\n\n{prose}\n"),
        write(tmp_path, "a.md", f"# The Fox\n\n{prose}\n"),
        {"title": "The Fox", "story": prose},
    ]
    stories = [load_story(form) for form in forms]
    assert {story.title for story in stories} == {"The Fox"}
    assert {story.text for story in stories} == {prose}


def test_standard_input_takes_prose_and_yaml() -> None:
    for text, expected in [("A cat sleeps.\n", "A cat sleeps."), ("title: T\nstory: A dog runs.\n", "A dog runs.")]:
        assert load_story("-", stdin=io.StringIO(text)).text == expected


def test_shots_may_be_strings_or_mappings(tmp_path: Path) -> None:
    path = write(tmp_path, "s.yaml", "shots:\n  - A cat sleeps.\n  - {action: A dog runs., duration: 3}\n")
    story = load_story(path)
    assert story.shots is not None
    assert [shot.action for shot in story.shots] == ["A cat sleeps.", "A dog runs."]
    assert story.shots[1].duration == 3


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("story: A cat sleeps.\naspect: 9:16\n", (720, 1280)),
        ("story: A cat sleeps.\nsize: 1920x1080\n", (1920, 1080)),
        ("story: A cat sleeps.\nsize: 1080p\naspect: 1:1\n", (1080, 1080)),
        ("story: A cat sleeps.\nsize: 4k\n", (3840, 2160)),
    ],
)
def test_sizes(tmp_path: Path, text: str, size: tuple[int, int]) -> None:
    assert load_story(write(tmp_path, "s.yaml", text)).size == size


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("story: A cat.\ndurration: 3\n", 2, ["durration", "did you mean 'duration'", "allowed here"]),
        ("story: A cat.\nduration: 0\n", 2, ["duration", "greater than 0", "found 0"]),
        ("story: A cat.\nfps: many\n", 2, ["fps", "'many'"]),
        ("title: T\nstory: ''\n", None, ["empty"]),
        ("story: A cat.\nsize: 1281x720\n", 2, ["even"]),
        ("story: A cat.\nsize: big\n", 2, ["big", "1280x720"]),
        ("story: A cat.\naspect: 7:3\n", 2, ["7:3", "16:9"]),
        ("story: A cat.\nduration: soon\n", 2, ["soon", "seconds"]),
        ("story: 'A cat.\n", 2, ["yaml"]),
        ("story: A cat.\nstory: A dog.\n", 2, ["twice"]),
        ("story: !!python/object/apply:os.system [ls]\n", 1, ["plain values"]),
        ("story: A cat.\ncharacters:\n  tom: {descripton: x}\n", 3, ["descripton", "description"]),
        ("story: A cat.\ncharacters:\n  tom: {reference: ../x.png}\n", 3, ["outside"]),
        ("story: A cat.\ncharacters:\n  tom: {reference: x.png}\n", 3, ["no picture"]),
        ("shots:\n  - {action: x, duration: -1}\n", 2, ["duration", "-1"]),
        ("schema: storyreel/story@9\nstory: A cat.\n", None, ["storyreel/story@1"]),
        ("- a\n- b\n", 1, ["mapping"]),
        ("", None, ["empty"]),
    ],
)
def test_bad_yaml_names_file_line_and_what_is_allowed(
    tmp_path: Path, text: str, line: int | None, words: list[str]
) -> None:
    path = write(tmp_path, "bad.yaml", text)
    with pytest.raises(StoryError) as caught:
        load_story(path)
    message = str(caught.value).lower()
    assert "bad.yaml" in message
    if line is not None:
        assert caught.value.line == line
    for word in words:
        assert word.lower() in message


def test_alias_bomb_is_refused(tmp_path: Path) -> None:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 8)]
    with pytest.raises(StoryError, match="too many values"):
        load_story(write(tmp_path, "bomb.yaml", "\n".join(rows)))


@pytest.mark.parametrize(("name", "words"), [("none.yaml", "no such file"), ("story.docx", "suffix"), (".", "folder")])
def test_missing_and_foreign_files(tmp_path: Path, name: str, words: str) -> None:
    with pytest.raises(StoryError, match=words):
        load_story(tmp_path / name)


def test_front_matter_sets_keys(tmp_path: Path) -> None:
    path = write(tmp_path, "s.md", "---\nduration: 2 min\nstyle: ink\n---\n# A Walk\n\nA *cat* sees [a dog](x).\n")
    story = load_story(path)
    assert (story.duration, story.style, story.title, story.text) == (120, "ink", "A Walk", "A cat sees a dog.")
