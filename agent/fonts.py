"""Owns the caption fonts: every script of the world from installed font packages, through one fontconfig file.

libass does not fall back across scripts with `fontsdir` alone, so a fontconfig file with the packages'
folders is written and named in FONTCONFIG_FILE. Does not know: captions.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from xml.sax.saxutils import escape

PACKAGES = ("fontpkg_nunito", "manimgx_fonts", "manimgx_fonts_cjk")


def folders() -> list[Path]:
    """The folders of the installed font packages that hold font files."""
    out = []
    for name in PACKAGES:
        spec = find_spec(name)
        if spec is not None and spec.origin is not None:
            root = Path(spec.origin).parent
            out.append(root / "files" if (root / "files").is_dir() else root)
    return out


def fontconfig(folder: Path) -> Path:
    """Write a fonts.conf into `folder` that knows the packages' fonts; returns its path."""
    path = folder / "fonts.conf"
    rows = "\n".join(f"  <dir>{escape(str(item))}</dir>" for item in folders())
    cache = f"  <cachedir>{escape(str(folder / 'cache'))}</cachedir>"
    text = (
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n'
        f"<fontconfig>\n{rows}\n{cache}\n"
        "  <alias><family>Nunito</family><prefer><family>Nunito</family><family>Noto Sans</family>"
        "<family>Noto Sans CJK SC</family></prefer></alias>\n</fontconfig>\n"
    )
    path.write_text(text, encoding="utf-8")
    return path
