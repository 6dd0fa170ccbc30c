"""Makes every example's film; contact sheets go to docs/gallery. Run: python examples/gallery.py [NAME ...]."""

from __future__ import annotations

import sys
from pathlib import Path

import skia

from agent import StoryAgent

HERE = Path(__file__).parent
GALLERY = HERE.parent / "docs" / "gallery"


def main() -> None:
    """Make the named examples, or all."""
    wanted = sys.argv[1:]
    GALLERY.mkdir(parents=True, exist_ok=True)
    for folder in sorted(HERE.glob("[0-9][0-9]_*")):
        if wanted and folder.name not in wanted:
            continue
        film = StoryAgent().make(folder / "story.yaml", out=Path("runs") / folder.name)
        keep(film.contact_sheet, GALLERY / f"{folder.name}.jpg")
        print(f"{folder.name}: {film.video} ({len(film.plan.shots)} shots, {len(film.made)} made)")
        for what in film.downgrades:
            print(f"  - {what}")


def keep(sheet: Path, out: Path) -> None:
    """The sheet as a JPEG of at most 1400 pixels across."""
    image = skia.Image.open(str(sheet))
    share = min(1.0, 1400 / image.width())
    small = image.resize(round(image.width() * share), round(image.height() * share))
    small.save(str(out), skia.kJPEG, 86)


if __name__ == "__main__":
    main()
