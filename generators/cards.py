"""Owns the step of making a card: the end of the film with its title and credits, as a short clip.

Does not know: how it is drawn, what the credits say, the store.
"""

from __future__ import annotations

from pathlib import Path

from generators.artefacts import ShotSpec
from generators.base import CardMaker, CardRequest, Progress


def make_card(
    spec: ShotSpec,
    *,
    backend: CardMaker,
    folder: Path,
    video: str,
    title: str,
    credit_lines: tuple[str, ...] = (),
    frames: int,
    head: int = 0,
    tail: int = 0,
    threads: int = 1,
    progress: Progress | None = None,
) -> tuple[str, ...]:
    """Make the end card over the place of the film's last shot, blurred; returns its downgrades.

    Args:
        spec: The film's last shot: gives place, light, style, size and rate.
        backend: A generator that makes cards (the animatic does).
        folder: The run folder; files are written under it.
        video: Path of the clip (mp4) relative to `folder`.
        title: Large lettering.
        credit_lines: Small lettering beneath, one line each; long ones are wrapped.
        frames: Length of the card.
        head: Handle frames before it, for the join.
        tail: Handle frames after it.
        threads: Encoder threads.
        progress: Called with (frames done, frames in all).
    """
    target = folder / video
    target.parent.mkdir(parents=True, exist_ok=True)
    request = CardRequest(
        spec=spec,
        title=title,
        credit_lines=credit_lines,
        frames=frames,
        head=head,
        tail=tail,
        video=target,
        threads=threads,
    )
    return backend.card(request, progress).downgrades
