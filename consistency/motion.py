"""Owns measures of motion inside one shot: flicker, flash, smoothness, dynamic degree, warp error, direction.

Published definitions keep their names only where they are computed as published; with another optical flow the name
says so. Does not know: other shots, thresholds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import cv2
import numpy as np
import numpy.typing as npt

from consistency.flow import Flow, Flows, warped
from consistency.footage import Clip, Pixels

Curve = npt.NDArray[np.float64]
_THUMB = (16, 9)
STILL = 0.25
"""Mean displacement in pixels at a frame of 720 x 720 under which a pair of frames counts as still."""


def flicker(clip: Clip) -> float:
    """VBench temporal flickering: (255 - mean absolute difference of neighbouring frames) / 255, in 0..1; 1 is steady.

    Source: VBench (arXiv 2311.17982), section 3.1 and its script (temporal_flickering.py). Exact: full size, all
    channels, all pairs. Needs: nothing. It is the one dimension of VBench that needs no weights.
    Limits: any motion lowers it (VBench filters moving clips out first); compare only like with like.
    """
    return float(1 - clip.steps.mean() / 255) if len(clip.steps) else 1.0


def flash(clip: Clip) -> Curve:
    """How far each frame stands apart from both neighbours although these are alike, in Lab units; 0..100, 0 is steady.

    Own measure. Over 16 x 9 thumbnails in Lab: min(d(t-1,t), d(t,t+1)) - d(t-1,t+1), at least 0; the first and the last
    frame have none (0). Catches single frames of other light or content. Needs: nothing. Limits: blind to flashes of
    two frames and more; a lightning that is planned is found too.
    """
    thumbs = _thumbs(clip.small)
    out = np.zeros(len(thumbs))
    for t in range(1, len(thumbs) - 1):
        apart = _lab_distance(thumbs[t - 1], thumbs[t + 1])
        near = min(_lab_distance(thumbs[t - 1], thumbs[t]), _lab_distance(thumbs[t], thumbs[t + 1]))
        out[t] = max(near - apart, 0.0)
    return out


def smoothness(clip: Clip, engine: Flow) -> Curve:
    """How well each odd frame is foretold by its neighbours, (255 - mean absolute error) / 255 in 0..1; 1 is smooth.

    Surrogate of VBench motion smoothness (arXiv 2311.17982, section 3.1: drop odd frames, interpolate them with AMT,
    normalised MAE): here both neighbours are brought half way along an optical flow and averaged. One value per
    interpolated frame. Needs: a flow. Limits: occlusions and fast turns lower it; flat pictures raise it.
    """
    out = []
    for t in range(1, len(clip) - 1, 2):
        a, b = clip.small[t - 1], clip.small[t + 1]
        there, back = engine.between(a, b), engine.between(b, a)
        half = (warped(a, back * np.float32(0.5)).astype(np.float32) + warped(b, there * np.float32(0.5))) / 2
        out.append(1 - float(np.abs(half - clip.small[t]).mean()) / 255)
    return np.array(out)


def disorder(clip: Clip) -> float:
    """Share of the motion that goes back on itself from frame to frame, 0..1; lower is better, 0 is steady motion.

    Own measure: over all neighbours t-1, t, t+1 the mean of max(0, 1 - d(t-1,t+1) / max(d(t-1,t), d(t,t+1))), where d
    is the mean difference of greys, weighted by the motion. Steady motion has d(t-1,t+1) largest. Needs: nothing.
    Limits: flicker and shaking are disorder too; none is found where nothing moves.
    """
    greys = [cv2.cvtColor(frame, cv2.COLOR_RGB2GRAY) for frame in clip.small]
    near = np.array([cv2.absdiff(a, b).mean() for a, b in pairwise(greys)])
    far = np.array([cv2.absdiff(a, b).mean() for a, b in zip(greys, greys[2:], strict=False)])
    most = np.maximum(near[:-1], near[1:]) if len(far) else np.zeros(0)
    return float(np.maximum(most - far, 0).sum() / most.sum()) if most.sum() > 0 else 0.0


@dataclass(frozen=True)
class Dynamics:
    """How much moves in a shot."""

    curve: Curve
    """Per pair of frames: mean of the largest 5 % of displacements, in pixels per frame at 8 fps and 256 px."""
    dynamic: bool
    """Enough pairs move by more than 6 px (VBench)."""


def dynamics(clip: Clip, engine: Flow) -> Dynamics:
    """How strongly things move, in pixels per frame at 8 frames a second and a shorter side of 256; higher is more.

    Surrogate of VBench's dynamic degree (arXiv 2311.17982, section 3.1 and its script), which asks RAFT at full size:
    frames at 8 fps; per pair the mean of the largest 5 % of displacements. A shot is `dynamic` when round(n / 4) of n
    frames pass 6 px (more below 8 fps); the script's answer for fewer than three frames, always yes, is not taken over.
    Needs: a flow. Limits: camera moves count as motion; DIS underrates what is small or fast.
    """
    step = max(round(clip.fps / 8), 1)
    frames = clip.small[::step]
    scale = 256 / min(clip.small.shape[1:3])
    curve = np.array([_strong(engine.between(a, b)) * scale for a, b in pairwise(frames)])
    moves = 6 * max(1.0, 8 / clip.fps)
    return Dynamics(curve=curve, dynamic=bool((curve > moves).sum() >= max(round(4 * len(frames) / 16), 1)))


@dataclass(frozen=True)
class WarpError:
    """Warp error over motion."""

    curve: Curve
    """Per pair of frames; NaN for a still pair."""
    still: int
    """Pairs without motion, which have no value."""


def warp_error(clip: Clip, flows: Flows) -> WarpError:
    """Warp error over motion; 0 and up, lower is better.

    Surrogate of StreamingT2V's MAWE (arXiv 2403.14773, section 5.1), as implemented there: each frame is scattered
    along the rounded flow, mean squared error to the next over the pixels hit (0..255), divided by 9.5 x mean
    displacement. There RAFT at 720 x 720, here small frames and any flow, with the displacement scaled to 720 x 720.
    Guard: pairs whose mean displacement is under `STILL` are left out and counted (as published they give infinity).
    Needs: a flow. Limits: what comes out from behind something counts as error; slow pairs weigh as much as quick ones.
    """
    curve = np.full(len(flows.forward), np.nan)
    scale = 720 / float(np.mean(clip.small.shape[1:3]))
    for t, field in enumerate(flows.forward):
        motion = float(np.linalg.norm(field.astype(np.float32), axis=2).mean()) * scale
        if motion >= STILL:
            curve[t] = _scatter_error(clip.small[t], clip.small[t + 1], field) / (9.5 * motion)
    return WarpError(curve=curve, still=int(np.isnan(curve).sum()))


def direction(flows: Flows, boxes: Sequence[tuple[float, float, float, float] | None]) -> float | None:
    """Does what is in the planned box move the way the box moves? Cosine in -1..1, weighted by planned motion.

    Own measure after ActionBench-Direction (VideoDirectorGPT, arXiv 2309.15091, section 4.1: detected boxes, first
    against last frame): here the flow's median over the strong movers inside the box against the box's own step. None
    when the plan moves the box by less than 2 % of the frame's width in all. Needs: a flow, planned boxes. Limits:
    limbs that swing against the body, and a camera that follows exactly, blur it.
    """
    planned, seen = [], []
    for t, field in enumerate(flows.forward[: len(boxes) - 1]):
        here, there = boxes[t], boxes[t + 1]
        if here is None or there is None:
            continue
        height, width = field.shape[:2]
        planned.append([width * (here[0] - there[0] + here[2] - there[2]) / -2, height * _down(here, there)])
        seen.append(_mover(field, here))
    if not planned or np.abs(np.array(planned)).sum() < 0.02 * flows.forward[0].shape[1]:
        return None
    a, b = np.array(planned).ravel(), np.array(seen).ravel()
    return float(a @ b / max(float(np.linalg.norm(a) * np.linalg.norm(b)), 1e-6))


def _down(here: tuple[float, float, float, float], there: tuple[float, float, float, float]) -> float:
    return (there[1] - here[1] + there[3] - here[3]) / 2


def _mover(field: npt.NDArray[np.float32], box: tuple[float, float, float, float]) -> npt.NDArray[np.float32]:
    height, width = field.shape[:2]
    x0, x1 = int(box[0] * width), max(int(box[2] * width), int(box[0] * width) + 1)
    y0, y1 = int(box[1] * height), max(int(box[3] * height), int(box[1] * height) + 1)
    inside = field[y0:y1, x0:x1].reshape(-1, 2).astype(np.float32)
    if not len(inside):
        return np.zeros(2, np.float32)
    speed = np.linalg.norm(inside, axis=1)
    return np.asarray(np.median(inside[speed >= np.quantile(speed, 0.5)], axis=0), dtype=np.float32)


def _strong(field: npt.NDArray[np.float32]) -> float:
    speed = np.sort(np.linalg.norm(field.astype(np.float32), axis=2).ravel())
    return float(speed[-max(len(speed) // 20, 1) :].mean())


def _scatter_error(a: Pixels, b: Pixels, field: npt.NDArray[np.float32]) -> float:
    height, width = a.shape[:2]
    rows, columns = np.mgrid[:height, :width]
    to_x = columns + np.rint(field[..., 0].astype(np.float32)).astype(int)
    to_y = rows + np.rint(field[..., 1].astype(np.float32)).astype(int)
    inside = (to_x >= 0) & (to_x < width) & (to_y >= 0) & (to_y < height)
    scattered = np.full(a.shape, -1, np.int32)
    scattered[to_y[inside], to_x[inside]] = a[inside]
    hit = scattered[..., 0] >= 0
    return float(((scattered[hit] - b[hit].astype(np.int32)) ** 2).mean()) if hit.any() else 0.0


def _thumbs(frames: Pixels) -> list[npt.NDArray[np.float32]]:
    small = [cv2.resize(frame, _THUMB, interpolation=cv2.INTER_AREA) for frame in frames]
    return [cv2.cvtColor(frame.astype(np.float32) / 255, cv2.COLOR_RGB2LAB) for frame in small]


def _lab_distance(a: npt.NDArray[np.float32], b: npt.NDArray[np.float32]) -> float:
    return float(np.linalg.norm(a - b, axis=2).mean())
