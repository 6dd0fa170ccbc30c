"""Every measure of the table tells in its docstring where it comes from, what it needs, and what it cannot see."""

from __future__ import annotations

import inspect
import itertools
from collections.abc import Callable, Mapping

import pytest

from consistency import MEASURES, alignment, faults, identity, motion, place, presence, seams, style, vgot

FUNCTIONS: Mapping[str, Callable[..., object]] = {
    "identity_reference": identity.to_reference, "identity_within": identity.within,
    "identity_across": identity.across, "steadiness": identity.steadiness, "style_drift": style.drift,
    "place": place.same_place, "flicker": motion.flicker, "flash": motion.flash, "smoothness": motion.smoothness,
    "disorder": motion.disorder, "dynamics": motion.dynamics, "warp_error": motion.warp_error,
    "direction": motion.direction, "seam_jump": seams.seam_jump, "wrong_cuts": faults.wrong_cuts,
    "frozen": faults.frozen, "repeated": faults.repeated, "black": faults.black, "presence": presence.contrast,
    "face_within": vgot.shown, "face_across": vgot.across, "ws_sc": vgot.shown, "cs_sc": vgot.across,
    "text": alignment.clipsim,
}  # fmt: skip
TAKEN = {"subject_consistency", "background_consistency", "temporal_flickering", "motion_smoothness", "dynamic_degree"}
"""Names of VBench's dimensions; what is no exact computation of one has another name."""


def test_the_table_and_the_functions_are_the_same() -> None:
    assert set(FUNCTIONS) == set(MEASURES)
    assert not TAKEN & set(MEASURES)


@pytest.mark.parametrize("name", MEASURES)
def test_a_measure_tells_what_it_is(name: str) -> None:
    told = " ".join((inspect.getdoc(FUNCTIONS[name]) or "").split())
    for word in ("Needs:", "Limits:"):
        assert word in told, f"{name}: {word}"
    row = MEASURES[name]
    assert row.source
    assert row.unit
    if row.source != "own":
        assert "arXiv" in row.source
        assert row.published or any(
            word in row.source for word in ("after", "surrogate", "formula", "with", "Detector")
        )


def test_flicker_of_a_file_is_what_vbench_computes_of_it(tmp_path) -> None:
    import cv2
    import numpy as np
    from small_clips import rolling

    from consistency.footage import read_clip

    file = str(tmp_path / "clip.avi")
    frames = rolling()
    writer = cv2.VideoWriter(file, cv2.VideoWriter_fourcc(*"MJPG"), 24, (frames.shape[2], frames.shape[1]))
    for frame in frames:
        writer.write(np.ascontiguousarray(frame[..., ::-1]))
    writer.release()
    video, seen = cv2.VideoCapture(file), []
    while True:
        there, frame = video.read()
        if not there:
            break
        seen.append(frame.astype(np.float32))
    video.release()
    steps = [np.mean(np.abs(a - b)) for a, b in itertools.pairwise(seen)]
    clip = read_clip(tmp_path / "clip.avi", frames=len(frames))
    assert motion.flicker(clip) == pytest.approx((255 - np.mean(steps)) / 255, abs=2e-4)
