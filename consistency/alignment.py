"""Owns text-video alignment: does a shot show what its text says.

Needs an embedder that knows texts (CLIP); there is no offline stand-in, and without one there is no number.
Does not know: plans.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from consistency.crops import Crop
from consistency.embedders import TextEmbedder
from consistency.footage import Pixels


def clipsim(frames: Sequence[Pixels], text: str, embedder: TextEmbedder) -> float | None:
    """Mean cosine of the frames and the shot's own text, -1..1, higher is better.

    Source: CLIPSIM (GODIVA, arXiv 2104.14806, section 4.2; ViT-B/32), per shot against its own text, where VGoT's
    script takes the whole film against one sentence. Needs: CLIP's weights. Limits: CLIP reads about 70 words, and
    cannot count or tell left from right.
    """
    whole = [Crop(frame, np.ones(frame.shape[:2], bool), "none") for frame in frames]
    (words,) = embedder.embed_texts([text])
    seen = [embedder.similarity(vector, words) for vector in embedder.embed(whole) if vector is not None]
    return float(np.mean(seen)) if seen else None
