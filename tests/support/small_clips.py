"""Small clips made of numbers: a disc that rolls over a striped ground, and ways to spoil them."""

import numpy as np
import numpy.typing as npt

Frames = npt.NDArray[np.uint8]
SIZE = (144, 256)
BOX = 0.25


def rolling(
    frames: int = 24, *, colour: tuple[int, int, int] = (200, 60, 40), step: float = 4.0, ground: int = 0
) -> Frames:
    """A disc that moves to the right over a ground of slanted stripes; RGB."""
    rows, columns = np.mgrid[: SIZE[0], : SIZE[1]]
    stripes = ((columns + rows + 37 * ground) // (16 + 9 * ground) % 2).astype(np.float64)
    scene = np.stack([110 + 40 * ground + 40 * stripes, 150 - 20 * ground + 20 * stripes, 170 + 0 * stripes], axis=-1)
    out = []
    for t in range(frames):
        x, y = 40 + step * t, 80
        far = np.hypot(columns - x, rows - y)
        disc = np.where((far < 26)[..., None], np.array(colour, float), scene)
        top = (far < 26) & (rows < y - 8)
        disc = np.where(top[..., None], np.array([60, 50, 45], float), disc)
        out.append(disc.clip(0, 255).astype(np.uint8))
    return np.stack(out)


def boxes(frames: int = 24, *, step: float = 4.0) -> list[tuple[float, float, float, float]]:
    """Where the disc of `rolling` is, per frame, in shares of the frame."""
    return [((14 + step * t) / SIZE[1], 54 / SIZE[0], (66 + step * t) / SIZE[1], 106 / SIZE[0]) for t in range(frames)]


def frozen(clip: Frames, *, start: int = 6, stop: int = 20) -> Frames:
    """The clip, standing still from one frame to another."""
    out = clip.copy()
    out[start:stop] = clip[start]
    return out
