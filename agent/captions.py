"""Owns captions: spoken lines and their length -> cues, and cues -> SRT, VTT and ASS.

Times are film frames; text is data and is escaped for each format. Does not know: files, encoders.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Mapping, Sequence

from pydantic import BaseModel, ConfigDict

from planners import Line, Plan, Shot, project, window

MAX_ROWS = 2
MIN_SECONDS = 0.9
HUMAN_HEAD_SHARE, HEAD_SHARE = 0.2, 0.5
"""Upper part of a person's, and of any other figure's, box that holds its face."""


class Cue(BaseModel):
    """Words on screen over frames [start, end) of the film."""

    model_config = ConfigDict(frozen=True)

    start: int
    end: int
    text: str
    speaker: str | None = None
    top: bool = False
    """At the top of the frame, because a face is at the bottom."""


def shot_cues(plan: Plan, shot: Shot, start: int, seconds: Mapping[str, float]) -> list[Cue]:
    """The cues of one shot that begins at film frame `start`.

    Args:
        plan: For names, size and rate.
        shot: Its lines become cues.
        start: First frame of the shot in the film.
        seconds: Line id -> length of its speech; lines without are shown for their planned frames.
    """
    cues: list[Cue] = []
    per_row = row_length(plan.size, plan.language)
    for index, line in enumerate(shot.lines):
        end = max(shot.frames, line.start + line.frames)
        follower = shot.lines[index + 1].start if index + 1 < len(shot.lines) else end
        length = round(seconds[line.id] * plan.fps) if seconds.get(line.id) else line.frames
        last = min(max(line.start + length + plan.fps // 4, line.start + round(MIN_SECONDS * plan.fps)), follower)
        top = _face_at_bottom(plan, shot, line)
        cues += _split(line, start + line.start, start + max(last, line.start + 1), per_row, top)
    return cues


def _split(line: Line, start: int, end: int, per_row: int, top: bool) -> list[Cue]:
    """A long line becomes several cues, each on screen by its share of the letters."""
    blocks = _blocks(line.text, per_row)
    weight = [max(len(block), 6) for block in blocks]
    edges = [start + round((end - start) * sum(weight[:i]) / sum(weight)) for i in range(len(blocks) + 1)]
    return [
        Cue(start=edges[i], end=edges[i + 1], text=block, speaker=line.speaker, top=top)
        for i, block in enumerate(blocks)
        if edges[i + 1] > edges[i]
    ]


def _blocks(text: str, per_row: int) -> list[str]:
    rows = _rows(re.sub(r"\s+", " ", text).strip(), per_row)
    count = -(-len(rows) // MAX_ROWS)
    if count <= 1:
        return ["\n".join(_balanced(rows, per_row))]
    # Even blocks read better than a full one and a rest of one word.
    target = sum(map(len, rows)) / count
    even = _rows(" ".join(rows) if " " in text else "".join(rows), max(int(target / MAX_ROWS) + 6, per_row // 2))
    even = even if len(even) <= count * MAX_ROWS else rows
    return ["\n".join(even[i : i + MAX_ROWS]) for i in range(0, len(even), MAX_ROWS)]


def _balanced(rows: list[str], per_row: int) -> list[str]:
    if len(rows) != 2 or " " not in rows[0]:
        return rows
    text = " ".join(rows)
    for width in range(len(text) // 2 + 1, per_row + 1):
        even = textwrap.wrap(text, width)
        if len(even) == 2:
            return even
    return rows


def _rows(text: str, per_row: int) -> list[str]:
    if _wide_share(text) > 0.3:
        return [text[i : i + per_row] for i in range(0, len(text), per_row)]
    return textwrap.wrap(text, per_row) or [""]


def _wide_share(text: str) -> float:
    return sum(unicodedata.east_asian_width(c) in "WF" for c in text) / max(len(text), 1)


def row_length(size: tuple[int, int], language: str) -> int:
    """Letters that fit in one row: about 46 in 16:9, fewer in narrow frames and wide scripts."""
    width = size[0]
    letters = int(0.84 * width / (font_size(size) * 0.5))
    return max(12, min(letters, 46) // (2 if language in ("zh", "ja", "ko") else 1))


def font_size(size: tuple[int, int]) -> int:
    """Height of the captions' letters in pixels: 5 % of the short side at least."""
    width, height = size
    return max(12, round(min(height * 0.052, width * 0.062)))


def _face_at_bottom(plan: Plan, shot: Shot, line: Line) -> bool:
    """Whether a face lies where captions go while the upper edge is free of faces."""
    t = min(max((line.start + line.frames / 2) / shot.frames, 0.0), 1.0)
    view = window(shot, t, plan.size)
    low = high = False
    for track in shot.layout:
        entity, box = plan.entities.get(track.entity), track.at(t)
        if box is None or entity is None or entity.kind != "character":
            continue
        _, y0, _, y1 = project(box, view)
        chin = y0 + (y1 - y0) * (HEAD_SHARE if entity.attributes.species else HUMAN_HEAD_SHARE)
        low = low or (chin > 0.82 and y0 < 0.97)
        high = high or (y0 < 0.18 and chin > 0.02)
    return low and not high


# -- formats --------------------------------------------------------------------------------------


def to_srt(cues: Sequence[Cue], fps: int) -> str:
    """SubRip text."""
    rows = []
    for number, cue in enumerate(cues, 1):
        span = f"{_clock(cue.start, fps, ',')} --> {_clock(cue.end, fps, ',')}"
        rows.append(f"{number}\n{span}\n{cue.text}\n")
    return "\n".join(rows)


def to_vtt(cues: Sequence[Cue], fps: int, names: Mapping[str, str]) -> str:
    """WebVTT with speakers as voice tags."""
    rows = ["WEBVTT\n"]
    for cue in cues:
        text = cue.text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        name = names.get(cue.speaker or "")
        voice = f"<v {re.sub(r'[<>&]', '', name)}>" if name else ""
        place = " line:8%" if cue.top else ""
        rows.append(f"{_clock(cue.start, fps, '.')} --> {_clock(cue.end, fps, '.')}{place}\n{voice}{text}\n")
    return "\n".join(rows)


def to_ass(cues: Sequence[Cue], size: tuple[int, int], fps: int) -> str:
    """ASS for burning in: one style, boxes off, soft shadow.

    Encoding -1 lets each text's own script decide whether it runs from right to left.
    """
    width, height = size
    letters = font_size(size)
    margin = round(height * (0.045 if width >= height else 0.09))
    side = round(width * 0.07)
    style = (
        f"Style: line,Nunito,{letters},&H00FFFFFF,&H00FFFFFF,&H00301A20,&H90000000,1,0,0,0,100,100,0,0,1,"
        f"{max(1.5, letters * 0.085):.1f},{max(1, letters * 0.03):.1f},2,{side},{side},{margin},-1"
    )
    rows = [
        "[Script Info]\nScriptType: v4.00+\nWrapStyle: 2\nScaledBorderAndShadow: yes",
        f"PlayResX: {width}\nPlayResY: {height}\n",
        "[V4+ Styles]\nFormat: Name,Fontname,Fontsize,PrimaryColour,SecondaryColour,OutlineColour,BackColour,Bold,"
        "Italic,Underline,StrikeOut,ScaleX,ScaleY,Spacing,Angle,BorderStyle,Outline,Shadow,Alignment,MarginL,MarginR,MarginV,"
        f"Encoding\n{style}\n",
        "[Events]\nFormat: Layer,Start,End,Style,Name,MarginL,MarginR,MarginV,Effect,Text",
    ]
    for cue in cues:
        start, end = _ass_clock(cue.start, fps), _ass_clock(cue.end, fps)
        place = r"{\an8}" if cue.top else ""
        rows.append(f"Dialogue: 0,{start},{end},line,,0,0,0,,{place}{_ass_text(cue.text)}")
    return "\n".join(rows) + "\n"


def _ass_text(text: str) -> str:
    """Braces and backslashes would be commands: a joiner without width, or a backslash, makes them letters."""
    safe = text.replace("\\", "\\\u2060").replace("{", r"\{")
    return safe.replace("\n", r"\N")


def _clock(frame: int, fps: int, point: str) -> str:
    ms = round(max(frame, 0) * 1000 / fps)
    return f"{ms // 3600000:02}:{ms // 60000 % 60:02}:{ms // 1000 % 60:02}{point}{ms % 1000:03}"


def _ass_clock(frame: int, fps: int) -> str:
    cs = round(max(frame, 0) * 100 / fps)
    return f"{cs // 360000}:{cs // 6000 % 60:02}:{cs // 100 % 60:02}.{cs % 100:02}"
