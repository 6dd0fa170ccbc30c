"""Owns measures of identity: is this the same person, animal or thing, in a shot, across shots, as on its reference.

All are taken over crops of the entity with the background masked out. Frames in which the embedder finds nothing to
judge (no face) are left out and counted, never taken as zero. Does not know: how crops are embedded.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from consistency.embedders import Embedder, Vector

Curve = npt.NDArray[np.float64]


def to_reference(crops: Sequence[Vector], views: Sequence[Vector], embedder: Embedder) -> Curve:
    """Similarity of each crop to the most similar whole view of the reference sheet; at most 1, higher is better.

    Source: subject similarity of MSRVTT-Personalization (Video Alchemist, arXiv 2501.06187: DINO on crops), the best
    of several views. Needs: crops, a reference, an embedder. Limits: a film in another light or grade than its sheet
    scores lower as a whole; compare within a film.
    """
    return np.array([max(embedder.similarity(crop, view) for view in views) for crop in crops])


def within(crops: Sequence[Vector], embedder: Embedder) -> float | None:
    """Mean similarity of an entity's crops to its first and to the one before; at most 1; None for fewer than two.

    VGoT's WS-FC (arXiv 2412.02259, appendix C; `vgot`) compares neighbours only, and hardly sees one swap in a long
    shot; so the first counts as much, as in VBench's formula (`steadiness`). Crops of the entity in up to eight frames.
    Needs: crops, an embedder. Higher is better. Limits: rewards stillness; read it with `dynamics`.
    """
    return steadiness(crops, embedder)


def across(before: Sequence[Vector], after: Sequence[Vector], embedder: Embedder) -> float | None:
    """Mean of the better half of all similarities between two shots; at most 1, higher is better; None without crops.

    After VGoT's CS-FC (arXiv 2412.02259, appendix C), for one entity and the next shot it is in (not the next but one,
    as the published script pairs them). The better half, because two shots may show it in other poses. Needs: crops,
    an embedder. Limits: framing: a head and a pair of boots have nothing to compare.
    """
    pairs = np.sort([embedder.similarity(a, b) for a in before for b in after])
    return float(pairs[len(pairs) // 2 :].mean()) if len(pairs) else None


def steadiness(frames: Sequence[Vector], embedder: Embedder) -> float | None:
    """VBench's consistency of a sequence: mean over t of (sim(first, t) + sim(t-1, t)) / 2; at most 1.

    Source: VBench (arXiv 2311.17982), section 3.1: subject consistency with DINO features of whole frames, background
    consistency with CLIP's, over every frame, negative similarities as zero. Here any embedder and up to eight frames,
    so it has a name of its own. None for fewer than two frames. Needs: an embedder. Limits: rewards stillness; camera
    moves lower it.
    """
    if len(frames) < 2:
        return None
    first = [embedder.similarity(frames[0], frame) for frame in frames[1:]]
    before = [embedder.similarity(a, b) for a, b in itertools.pairwise(frames)]
    return float((np.mean(first) + np.mean(before)) / 2)
