"""Owns the typefaces of pages: the letters of Europe out of installed font packages, in the page itself.

What a page has in other scripts is shown in the reader's own fonts. The subsets are kept in the user's cache folder.
Does not know: pages.
"""

from __future__ import annotations

import base64
import contextlib
import functools
import importlib
import io
import logging
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from agent.fingerprint import digest
from planners import cache_folder

FACES: Mapping[str, tuple[str, str, str]] = {
    "EB Garamond": ("fontpkg_eb_garamond", "EBGaramond[wght].ttf", "400 800"),
    "Nunito": ("fontpkg_nunito", "Nunito[wght].ttf", "200 1000"),
}
"""Family -> package, file and range of weights."""
LETTERS = (*range(0x20, 0x7F), *range(0xA0, 0x180), *map(ord, "‘’“”„‚‹›–—…·→×−•"))
"""Code points that are kept."""
FEATURES = ("kern", "liga", "tnum", "ccmp", "locl", "mark")
_VERSION = 1


@functools.cache
def faces() -> str:
    """The `@font-face` rules; those whose font package is not installed are left out."""
    rules = []
    for family, (package, name, weights) in FACES.items():
        spec = find_spec(package)
        file = Path(spec.origin).parent / "files" / name if spec and spec.origin else None
        if file is not None and file.is_file():
            data = base64.b64encode(_subset(file)).decode("ascii")
            rules.append(
                f'@font-face {{ font-family: "{family}"; font-weight: {weights}; font-display: swap; '
                f"src: url(data:font/woff;base64,{data}) format('woff') }}"
            )
    return "\n".join(rules)


def _subset(file: Path) -> bytes:
    """The letters of a font as WOFF, kept for the next page."""
    stat = file.stat()
    key = digest([file.name, stat.st_size, list(LETTERS), list(FEATURES), _VERSION])
    kept = cache_folder() / "typefaces" / f"{key}.woff"
    with contextlib.suppress(OSError):
        return kept.read_bytes()
    data = _cut(file)
    with contextlib.suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        part = kept.with_name(f"{key}.part")
        part.write_bytes(data)
        part.replace(kept)
    return data


def _cut(file: Path) -> bytes:
    subset = importlib.import_module("fontTools.subset")
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    options = subset.Options(layout_features=list(FEATURES), hinting=False, name_IDs=[0, 13, 14], flavor="woff")
    font = subset.load_font(str(file), options)
    with contextlib.closing(font):
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=LETTERS)
        cutter.subset(font)
        out = io.BytesIO()
        font.flavor = "woff"
        font.save(out)
        return out.getvalue()
