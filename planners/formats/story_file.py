"""Owns every way a story comes in: YAML, plain text, Markdown, screenplay, standard input, a dict -> Story.

Does not know: how the story is understood.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TextIO

from planners.formats import screenplay
from planners.formats.checked import checked
from planners.formats.errors import StoryError
from planners.formats.lines import Where, read_yaml
from planners.story import Story, listed

SUFFIXES = (".yaml", ".yml", ".txt", ".md", ".markdown", *screenplay.SUFFIXES)

ASPECTS: dict[str, tuple[int, int]] = {"16:9": (16, 9), "9:16": (9, 16), "1:1": (1, 1), "4:3": (4, 3), "3:4": (3, 4)}
_LINES = {"360p": 360, "480p": 480, "540p": 540, "720p": 720, "1080p": 1080, "1440p": 1440, "4k": 2160, "2160p": 2160}


def load_story(
    source: str | Path | Mapping[str, Any] | Story, *, allow_outside: bool = False, stdin: TextIO | None = None
) -> Story:
    """The story in a file, on standard input (`-`), in a dict, or as it is.

    Args:
        source: Path of a .yaml, .yml, .txt, .md, .fountain or .fdx file; `-`; a mapping with the same keys as the YAML.
        allow_outside: Let `reference:` paths leave the story's folder.
        stdin: What `-` reads; the process' standard input when None.

    Raises:
        StoryError: with file, line, what was found and what is allowed.
    """
    if isinstance(source, Story):
        return source
    if isinstance(source, Mapping):
        return _from_data(dict(source), source="the story dict", lines={}, folder=Path.cwd(), outside=allow_outside)
    if str(source) == "-":
        text = _standard_input() if stdin is None else stdin.read()
        return _from_text(text, source="standard input", folder=Path.cwd(), outside=allow_outside)
    return _from_file(Path(source), allow_outside)


def _standard_input() -> str:
    """Read as UTF-8 whatever the locale says."""
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise StoryError(f"not UTF-8 text (byte {error.start})", source="standard input") from None


def _from_file(path: Path, outside: bool) -> Story:
    if os.path.isdir(path):
        raise StoryError("this is a folder", source=path, hint="Give the story file in it.")
    if path.suffix.lower() not in SUFFIXES:
        kind = f"a story cannot have the suffix {path.suffix!r}"
        raise StoryError(kind, source=path, hint=f"Allowed: {', '.join(SUFFIXES)}, or - for standard input.")
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise StoryError("there is no such file", source=path, hint=_near_files(path)) from None
    except UnicodeDecodeError as error:
        raise StoryError(f"not UTF-8 text (byte {error.start})", source=path) from None
    except OSError as error:
        raise StoryError(f"cannot be read: {error.strerror}", source=path) from None
    if path.suffix.lower() in (".yaml", ".yml"):
        return _from_yaml(text, source=path, folder=path.parent, outside=outside)
    if path.suffix.lower() in screenplay.SUFFIXES:
        data = screenplay.read_screenplay(text, suffix=path.suffix.lower(), source=path)
        return _from_data(data, source=path, lines={}, folder=path.parent, outside=outside)
    return _from_text(text, source=path, folder=path.parent, outside=outside)


def _near_files(path: Path) -> str:
    folder = path.parent
    found = sorted(p.name for p in folder.glob("*") if p.suffix.lower() in SUFFIXES) if folder.is_dir() else []
    return f"In {folder} there is: {', '.join(found[:8])}." if found else ""


def _from_yaml(text: str, *, source: str | Path, folder: Path, outside: bool) -> Story:
    data, lines = read_yaml(text, source)
    if isinstance(data, str):
        data = {"story": data}
    if data is None:
        raise StoryError("the file is empty", source=source, hint="Only `story:` or `shots:` is required.")
    if not isinstance(data, dict):
        raise StoryError(f"a story is a mapping of keys; found a {type(data).__name__}", source=source, line=1)
    return _from_data(data, source=source, lines=lines, folder=folder, outside=outside)


def _from_text(text: str, *, source: str | Path, folder: Path, outside: bool) -> Story:
    body = text.replace("\r\n", "\n").strip()
    if not body:
        raise StoryError("the story is empty", source=source, hint="Write some sentences in it.")
    if str(source) == "standard input" and re.match(r"(?:#.*\n|\s*\n|---\s*\n)*(?:schema|title|story|shots)\s*:", body):
        return _from_yaml(body, source=source, folder=folder, outside=outside)
    front: dict[str, Any] = {}
    lines: dict[Where, int] = {}
    match = re.match(r"---[ \t]*\n(.*?)\n---[ \t]*\n", body, re.DOTALL)
    if match and ":" in match.group(1):
        front, lines = read_yaml(match.group(1), source)
        lines = {where: line + 1 for where, line in lines.items()}
        body = body[match.end() :].strip()
    title, prose = _titled(body)
    data = {"story": prose, **({"title": title} if title else {}), **front}
    return _from_data(data, source=source, lines=lines, folder=folder, outside=outside)


def _titled(body: str) -> tuple[str | None, str]:
    """A title on the first line (a Markdown heading, or a short line before a blank one) and the rest."""
    head, _, rest = body.partition("\n")
    heading = re.match(r"#\s+(.+)", head)
    short = len(head) <= 60 and rest.startswith("\n") and not re.search(r"[.!?:;,”\"'」。！？]$", head.strip())
    if (heading or short) and rest.strip():
        title = heading.group(1).strip() if heading else head.strip()
        return title, _plain(rest)
    return None, _plain(body)


def _plain(text: str) -> str:
    """Markdown's marks taken off: headings, emphasis, links, pictures, comments."""
    text = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)", "", text)
    text = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"^#{1,6}\s+.*$", "", text, flags=re.MULTILINE)
    text = re.sub(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", r"\2", text)
    text = re.sub(r"(?<![\w*])([*_])(?=\S)([^*_\n]+?)(?<=\S)\1(?![\w*])", r"\2", text)
    return text.strip()


def _from_data(
    data: dict[str, Any], *, source: str | Path, lines: dict[Where, int], folder: Path, outside: bool
) -> Story:
    data = _cleaned(data)
    _sized(data, source, lines)
    _timed(data, source, lines)
    story = checked(Story, data, source=source, lines=lines)
    if story.schema_ != Story.model_fields["schema_"].default:
        expected = Story.model_fields["schema_"].default
        raise StoryError(
            f"schema {story.schema_!r} is not known", source=source, hint=f"This version reads {expected}."
        )
    _check_references(story, source, lines, folder, outside)
    return story


def _cleaned(value: Any) -> Any:
    """Control characters in every text become spaces: no font draws them and no voice says them."""
    if isinstance(value, str):
        return _UNSEEN.sub(" ", value.replace("\r\n", "\n").replace("\r", "\n"))
    if isinstance(value, Mapping):
        return {key: _cleaned(item) for key, item in value.items()}
    return [_cleaned(item) for item in value] if isinstance(value, (list, tuple)) else value


_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff]")


def _sized(data: dict[str, Any], source: str | Path, lines: dict[Where, int]) -> None:
    """`size: 1280x720`, `size: 1080p` and `aspect: 9:16` become a (width, height)."""
    aspect = data.pop("aspect", None)
    size = data.get("size")
    if aspect is not None and str(aspect) not in ASPECTS:
        allowed = f"Allowed: {', '.join(ASPECTS)}."
        raise StoryError(f"unknown aspect {aspect!r}", source=source, line=lines.get(("aspect",)), hint=allowed)
    if isinstance(size, str):
        match = re.fullmatch(r"(\d+)\s*[x×]\s*(\d+)", size.strip())
        if match:
            data["size"] = (int(match.group(1)), int(match.group(2)))
        elif size.strip().lower() in _LINES:
            data["size"] = _of_aspect(str(aspect or "16:9"), _LINES[size.strip().lower()])
        else:
            hint = f"Allowed: WIDTHxHEIGHT such as 1280x720, or {', '.join(_LINES)} with an aspect."
            raise StoryError(f"cannot read the size {size!r}", source=source, line=lines.get(("size",)), hint=hint)
    elif size is None and aspect is not None:
        data["size"] = _of_aspect(str(aspect), 720)


def _of_aspect(aspect: str, short_side: int) -> tuple[int, int]:
    w, h = ASPECTS[aspect]
    unit = short_side / min(w, h)
    return round(w * unit / 2) * 2, round(h * unit / 2) * 2


def _timed(data: dict[str, Any], source: str | Path, lines: dict[Where, int]) -> None:
    """`duration: 90s`, `1:30`, `2 min` become seconds."""
    value = data.get("duration")
    if not isinstance(value, str):
        return
    clock = re.fullmatch(r"(\d+):(\d{1,2})", value.strip())
    unit = re.fullmatch(r"([\d.]+)\s*(s|sec|seconds?|m|min|minutes?)", value.strip())
    if clock:
        data["duration"] = int(clock.group(1)) * 60 + int(clock.group(2))
    elif unit:
        data["duration"] = float(unit.group(1)) * (60 if unit.group(2).startswith("m") else 1)
    else:
        hint = "Allowed: a number of seconds, `90s`, `2 min`, or `1:30`."
        raise StoryError(f"cannot read the duration {value!r}", source=source, line=lines.get(("duration",)), hint=hint)


def _check_references(story: Story, source: str | Path, lines: dict[Where, int], folder: Path, outside: bool) -> None:
    for group in ("characters", "places", "props"):
        for name, pin in getattr(story, group).items():
            line = lines.get((group, name, "reference"))
            for picture in listed(pin.reference):
                _check_picture(picture, source, line, folder, outside)
    for number, shot in enumerate(story.shots or ()):
        for key in ("keyframe", "clip"):
            if (file := getattr(shot, key)) is not None:
                _check_picture(file, source, lines.get(("shots", number, key)), folder, outside)


def _check_picture(picture: str, source: str | Path, line: int | None, folder: Path, outside: bool) -> None:
    path = (folder / picture).resolve()
    if not outside and not path.is_relative_to(folder.resolve()):
        hint = "Copy the picture beside the story, or pass --allow-outside."
        raise StoryError(f"{picture!r} is outside the story's folder", source=source, line=line, hint=hint)
    if not path.is_file():
        raise StoryError(f"there is no picture {picture!r}", source=source, line=line)
