"""Owns the names of the drawing styles, and which of them free words mean.

Does not know: how any style is drawn.
"""

from __future__ import annotations

import re

STYLES: tuple[str, ...] = ("storybook", "paper-cut", "ink", "pastel", "noir", "night-blue")
"""The styles that the animatic generator draws; the first is the default."""

GREY = frozenset({"noir"})
"""Styles without colours; references are in colour all the same."""

_WORDS: dict[str, tuple[str, ...]] = {
    "storybook": (
        "storybook", "picture", "book", "cartoon", "illustration", "illustrated", "children", "fairytale", "disney",
        "ghibli", "anime", "animation", "animated", "pixar", "cel", "vector", "colorful", "colourful", "whimsical",
        "gouache", "oil", "painting", "comic", "3d",
    ),
    "paper-cut": ("paper", "papercut", "cut", "cutout", "collage", "origami", "silhouette", "layered", "diorama"),
    "ink": (
        "ink", "sumi", "sumi-e", "brush", "wash", "watercolor", "watercolour", "aquarelle", "sketch", "drawing",
        "pencil", "charcoal", "calligraphy", "manga", "engraving", "woodcut", "linocut", "etching", "hand-drawn",
        "line", "chinese", "japanese", "monochrome",
    ),
    "pastel": (
        "pastel", "felt", "wool", "woolen", "fuzzy", "soft", "plush", "knitted", "stitched", "embroidery", "crayon",
        "chalk", "clay", "claymation", "stop-motion", "toy", "cozy", "cosy", "nursery", "plasticine",
    ),
    "noir": (
        "noir", "black-and-white", "detective", "crime", "grim", "dark", "gritty", "thriller", "horror", "gothic",
        "film-noir", "b&w", "high-contrast", "grayscale", "greyscale",
    ),
    "night-blue": (
        "night-blue", "night", "midnight", "blue", "moonlit", "moonlight", "cyanotype", "blueprint", 
        "dreamy", "starry", "nocturne",
    ),
}  # fmt: skip
"""Words that speak for each style; a hit in the style's own name counts double."""

_PHOTO = ("photo", "photorealistic", "realistic", "realism", "live-action", "cinematic", "documentary", "photographic")


def resolve_style(text: str) -> tuple[str, str | None]:
    """The drawing style nearest to free words, and what was lost in a full sentence (None: nothing).

    >>> resolve_style("noir")
    ('noir', None)
    """
    plain = text.strip().lower()
    joined = re.sub(r"[\s_]+", "-", plain)
    if joined in STYLES or not plain:
        return (joined or STYLES[0]), None
    tokens = re.findall(r"[a-z0-9&-]+", plain)
    tokens += [part for token in tokens if "-" in token for part in token.split("-")]
    scores = {name: _score(name, tokens) for name in STYLES}
    best = max(STYLES, key=lambda name: (scores[name], -STYLES.index(name)))
    chosen = best if scores[best] else STYLES[0]
    near = "the nearest of its styles" if scores[best] else "its default style"
    note = f'the style "{text.strip()}" is drawn as "{chosen}", {near}'
    if any(word in tokens for word in _PHOTO):
        note += "; the animatic generator draws, it does not make photographs"
    return chosen, note


def _score(name: str, tokens: list[str]) -> int:
    return sum((2 if token == name else 1) for token in tokens if token in _WORDS[name] or token == name)
