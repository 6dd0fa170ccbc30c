"""Owns the table of measures: what each is called, what it is for, and the threshold that the truth table chose.

Thresholds lie in `data/thresholds.json`, written by `benchmarks/truth_table.py`. Does not know: how anything is
measured.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict

Need = Literal[
    "nothing", "flow", "embedder", "embedder and references", "embedder with texts", "boxes", "flow and boxes",
    "face embedder", "vgg19",
]  # fmt: skip


class Measure(BaseModel):
    """One measure, as a row of the table."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    title: str
    unit: str
    better: Literal["higher", "lower"]
    scope: Literal["frame", "shot", "entity", "pair of shots"]
    """What one summary number belongs to; `frame`: a shot, with a curve over its frames beside it."""
    needs: Need = "nothing"
    published: bool = False
    """Computed as published, under the published name; else a measure of our own or a surrogate."""
    source: str = ""
    catches: tuple[str, ...] = ()
    """Corruptions (by name, see the truth table) that it must find."""
    ignores: tuple[str, ...] = ()
    """Changes that must leave it as it is."""


class Threshold(BaseModel):
    """Where a measure parts good from bad, and how that was found."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    value: float
    by: str = ""
    """The embedder or flow that it was found with; numbers by another are not judged by it."""
    caught: Mapping[str, float] = {}
    """Corruption that it must catch -> share of spoilt shots that fail."""
    alarms: float | None = None
    """Share of numbers of good films, which the threshold was not chosen with, that fail all the same."""
    films: int = 0
    """Numbers behind that share."""
    auc: Mapping[str, float]
    """Corruption that it must catch -> area under the curve, 0.5 .. 1."""
    ignored: Mapping[str, float]
    """Change that it must ignore -> area under the curve; 0.5 is best."""
    other: Mapping[str, float] = {}
    """AUC on further changes, for information."""
    samples: int
    """Pairs behind the smallest cell."""
    found: Threshold | None = None
    """The same for figures that were found in the picture, where no masks were given."""


MEASURES: Mapping[str, Measure] = {
    row.name: row
    for row in (
        Measure(
            name="identity_reference",
            title="identity, crop to reference",
            unit="similarity",
            better="higher",
            scope="entity",
            needs="embedder and references",
            source="after Video Alchemist, arXiv 2501.06187",
            catches=("identity swapped", "clothes recoloured", "prop replaced", "hair changed"),
            ignores=("other moment", "light changed", "place changed"),
        ),
        Measure(
            name="identity_within",
            title="identity within a shot",
            unit="similarity",
            better="higher",
            scope="entity",
            needs="embedder",
            source="after VGoT WS-FC, arXiv 2412.02259, appendix C",
            catches=("identity swapped half way",),
            ignores=("light changed", "clothes recoloured"),
        ),
        Measure(
            name="identity_across",
            title="identity across shots",
            unit="similarity",
            better="higher",
            scope="pair of shots",
            needs="embedder",
            source="after VGoT CS-FC, arXiv 2412.02259, appendix C",
            catches=("identity swapped", "clothes recoloured", "hair changed", "look-alike"),
            ignores=("light changed", "place changed"),
        ),
        Measure(
            name="steadiness",
            title="steadiness of whole frames",
            unit="similarity",
            better="higher",
            scope="shot",
            needs="embedder",
            source="formula of VBench subject consistency, arXiv 2311.17982, section 3.1, over eight frames",
            catches=("cut inserted", "blacked out"),
            ignores=("reversed", "light changed", "frames shuffled"),
        ),
        Measure(
            name="style_drift",
            title="style drift to the shot before",
            unit="share",
            better="lower",
            scope="pair of shots",
            source="own",
            catches=("style changed",),
            ignores=("light changed", "clothes recoloured"),
        ),
        Measure(
            name="place",
            title="place consistency",
            unit="similarity",
            better="higher",
            scope="pair of shots",
            needs="embedder",
            source="after VideoStudio scene consistency, arXiv 2401.01256, section 5",
            catches=("place changed",),
            ignores=("identity swapped", "clothes recoloured"),
        ),
        Measure(
            name="flicker",
            title="VBench temporal flickering",
            unit="share",
            better="higher",
            scope="frame",
            published=True,
            source="VBench, arXiv 2311.17982, section 3.1",
            catches=("one frame flashed", "blacked out"),
            ignores=("reversed",),
        ),
        Measure(
            name="flash",
            title="flash",
            unit="Lab units",
            better="lower",
            scope="frame",
            source="own",
            catches=("one frame flashed",),
            ignores=("frozen", "reversed", "cut inserted", "light changed"),
        ),
        Measure(
            name="smoothness",
            title="motion smoothness by flow",
            unit="share",
            better="higher",
            scope="frame",
            needs="flow",
            source="surrogate of VBench motion smoothness, arXiv 2311.17982, section 3.1",
            catches=("one frame flashed", "blacked out", "cut inserted"),
            ignores=("reversed", "light changed"),
        ),
        Measure(
            name="disorder",
            title="motion that goes back on itself",
            unit="share",
            better="lower",
            scope="shot",
            source="own",
            catches=("frames shuffled", "one frame flashed"),
            ignores=("reversed", "frozen", "light changed"),
        ),
        Measure(
            name="dynamics",
            title="strength of motion by flow",
            unit="px/frame",
            better="higher",
            scope="frame",
            needs="flow",
            source="surrogate of VBench dynamic degree, arXiv 2311.17982, section 3.1",
            catches=("stilled",),
            ignores=("reversed", "light changed"),
        ),
        Measure(
            name="warp_error",
            title="warp error over motion",
            unit="ratio",
            better="lower",
            scope="frame",
            needs="flow",
            source="surrogate of StreamingT2V's MAWE, arXiv 2403.14773, section 5.1",
            catches=("one frame flashed", "blacked out"),
            ignores=("reversed", "frozen"),
        ),
        Measure(
            name="direction",
            title="direction of motion",
            unit="cosine",
            better="higher",
            scope="entity",
            needs="flow and boxes",
            source="after ActionBench-Direction, arXiv 2309.15091, section 4.1",
            catches=("reversed", "stilled"),
            ignores=("light changed", "one frame flashed"),
        ),
        Measure(
            name="seam_jump",
            title="seam jump",
            unit="ratio",
            better="lower",
            scope="pair of shots",
            source="own",
            catches=("seam shifted", "seam late"),
            ignores=("reversed",),
        ),
        Measure(
            name="wrong_cuts",
            title="cuts found against cuts planned",
            unit="count",
            better="lower",
            scope="shot",
            source="PySceneDetect's AdaptiveDetector; SCuts, arXiv 2403.14773, section 5.1",
            catches=("cut inserted", "blacked out"),
            ignores=("frozen", "reversed", "one frame flashed", "light changed"),
        ),
        Measure(
            name="frozen",
            title="longest freeze",
            unit="share",
            better="lower",
            scope="shot",
            source="own",
            catches=("frozen", "stilled"),
            ignores=("reversed", "light changed"),
        ),
        Measure(
            name="repeated",
            title="repeated frames",
            unit="share",
            better="lower",
            scope="shot",
            source="own",
            catches=("frames repeated",),
            ignores=("reversed", "frozen", "light changed"),
        ),
        Measure(
            name="black",
            title="black frames",
            unit="share",
            better="lower",
            scope="shot",
            source="own",
            catches=("blacked out",),
            ignores=("light changed",),
        ),
        Measure(
            name="presence",
            title="presence where planned",
            unit="share",
            better="higher",
            scope="entity",
            needs="boxes",
            source="own",
            catches=("figure missing",),
            ignores=("identity swapped", "light changed"),
        ),
        Measure(
            name="face_within",
            title="faces within a shot",
            unit="cosine",
            better="higher",
            scope="shot",
            needs="face embedder",
            source="VGoT WS-FC, arXiv 2412.02259, appendix C, with any recogniser and the largest face",
        ),
        Measure(
            name="face_across",
            title="faces across a cut",
            unit="cosine",
            better="higher",
            scope="pair of shots",
            needs="face embedder",
            source="VGoT CS-FC, arXiv 2412.02259, appendix C, with any recogniser and the largest face",
        ),
        Measure(
            name="ws_sc",
            title="VGoT WS-SC",
            unit="cosine",
            better="higher",
            scope="shot",
            needs="vgg19",
            published=True,
            source="VGoT, arXiv 2412.02259, appendix C (relu3_3, as its script does)",
        ),
        Measure(
            name="cs_sc",
            title="VGoT CS-SC",
            unit="cosine",
            better="higher",
            scope="pair of shots",
            needs="vgg19",
            published=True,
            source="VGoT, arXiv 2412.02259, appendix C (relu3_3; each shot with the next)",
        ),
        Measure(
            name="text",
            title="text-video alignment (CLIPSIM)",
            unit="cosine",
            better="higher",
            scope="shot",
            needs="embedder with texts",
            published=True,
            source="GODIVA, arXiv 2104.14806, section 4.2",
            catches=("text swapped",),
            ignores=("other moment",),
        ),
    )
}
"""Every measure by name."""


@cache
def thresholds() -> Mapping[str, Threshold]:
    """Measure -> its threshold; measures that no truth table has judged are absent."""
    found = _stored()["measures"]
    return {name: Threshold.model_validate(row) for name, row in found.items()}


def limit_for(limit: Threshold, by: str) -> Threshold | None:
    """The threshold for a number by an embedder or flow; None when there is none that it may be judged by."""
    if not limit.by or limit.by == by:
        return limit
    return limit.found if limit.found is not None and limit.found.by == by else None


def measured_on() -> str:
    """Day of the truth table that the thresholds come from (ISO date)."""
    return str(_stored()["date"])


def _stored() -> dict[str, dict[str, dict[str, object]]]:
    stored: dict[str, dict[str, dict[str, object]]] = json.loads(
        files("consistency").joinpath("data/thresholds.json").read_text(encoding="utf-8")
    )
    return stored
