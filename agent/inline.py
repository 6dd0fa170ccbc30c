"""Owns pictures inside a terminal: which protocol it speaks, told by its environment, and the bytes that show a PNG.

Kitty's graphics protocol (https://sw.kovidgoyal.net/kitty/graphics-protocol/), iTerm2's inline images
(https://iterm2.com/documentation-images.html), and DEC sixel graphics (VT340, six rows a band). Pure. Does not know:
films, where the bytes go.
"""

from __future__ import annotations

import base64
import importlib
from collections.abc import Iterator, Mapping
from typing import Any, Literal

Protocol = Literal["kitty", "iterm", "sixel", "none"]
CHUNK = 4096
"""Kitty takes so many letters at once."""
LEVELS = 6
"""Sixel: shades of each of red, green and blue; 216 colours, which every sixel terminal has."""


def protocol(environment: Mapping[str, str], *, terminal: bool) -> Protocol:
    """How pictures can be shown; `none` in pipes, over multiplexers that swallow them, and where nothing is known."""
    program, term = environment.get("TERM_PROGRAM", ""), environment.get("TERM", "")
    wished = environment.get("STORYREEL_PICTURES", "")
    if wished in ("kitty", "iterm", "sixel", "none"):
        return wished  # type: ignore[return-value]
    if not terminal or term in ("", "dumb") or environment.get("TMUX") or term.startswith("screen"):
        return "none"
    if "kitty" in term or environment.get("KITTY_WINDOW_ID") or program in ("ghostty", "WezTerm"):
        return "kitty"
    if program in ("iTerm.app", "mintty", "vscode") or environment.get("LC_TERMINAL") == "iTerm2":
        return "iterm"
    return "sixel" if "sixel" in term or term in ("foot", "mlterm", "yaft-256color") else "none"


def shown(png: bytes, by: Protocol, *, columns: int = 40) -> str:
    """What a terminal must be sent to show a picture; empty when it cannot.

    Args:
        png: A PNG file.
        by: The protocol.
        columns: Width in letters.
    """
    if by == "kitty":
        return "".join(_kitty(base64.b64encode(png).decode("ascii"), columns)) + "\n"
    if by == "iterm":
        data = base64.b64encode(png).decode("ascii")
        return f"\x1b]1337;File=inline=1;size={len(png)};width={columns};preserveAspectRatio=1:{data}\x07\n"
    return _sixel(png, columns * 8) + "\n" if by == "sixel" else ""


def _kitty(data: str, columns: int) -> Iterator[str]:
    pieces = [data[at : at + CHUNK] for at in range(0, len(data), CHUNK)]
    for number, piece in enumerate(pieces):
        head = f"a=T,f=100,c={columns}," if number == 0 else ""
        yield f"\x1b_G{head}m={int(number + 1 < len(pieces))};{piece}\x1b\\"


def _sixel(png: bytes, width: int) -> str:
    cv2, np = importlib.import_module("cv2"), importlib.import_module("numpy")
    picture = cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_COLOR)
    if picture is None:
        return ""
    height = max(6, round(picture.shape[0] * width / picture.shape[1]) // 6 * 6)
    small = cv2.cvtColor(cv2.resize(picture, (width, height), interpolation=cv2.INTER_AREA), cv2.COLOR_BGR2RGB)
    steps = np.rint(small.astype(np.float32) / 255 * (LEVELS - 1)).astype(np.int32)
    colours = steps[..., 0] * LEVELS * LEVELS + steps[..., 1] * LEVELS + steps[..., 2]
    head = "".join(f"#{name};2;{_percent(name)}" for name in np.unique(colours).tolist())
    bands = "-".join("$".join(_band(colours[top : top + 6], np)) for top in range(0, height, 6))
    return f'\x1bPq"1;1;{width};{height}{head}{bands}\x1b\\'


def _percent(colour: int) -> str:
    parts = (colour // LEVELS**2, colour // LEVELS % LEVELS, colour % LEVELS)
    return ";".join(str(round(part * 100 / (LEVELS - 1))) for part in parts)


def _band(rows: Any, np: Any) -> Iterator[str]:
    """Six rows of pixels: for each colour in them, which pixels have it, equal ones counted."""
    bits = (1 << np.arange(6))[:, None]
    for colour in np.unique(rows).tolist():
        values = ((rows == colour) * bits).sum(axis=0) + 63
        edges = np.flatnonzero(np.diff(values)) + 1
        runs = np.split(values, edges)
        yield f"#{colour}" + "".join(_run(len(run), chr(int(run[0]))) for run in runs)


def _run(count: int, letter: str) -> str:
    return f"!{count}{letter}" if count > 3 else letter * count
