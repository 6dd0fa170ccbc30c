"""Ablations with learned generators: tiny real pipelines with random weights, as the tests save them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from ablation_films import ROOT, Size, Variant, example, taken

from planners import Plan

TINY_ABOUT = (
    "Shots of eight frames at 288x160. The pipelines are real, their weights are random and tiny: the table shows "
    "whether a switch reaches the pixels and what it does to noise. It cannot show quality, nor whether trained "
    "weights keep a face."
)
ONE, SEVERAL = ("front",), ("front", "side", "face")
TINY_GROUPS: Mapping[str, tuple[str, str]] = {
    "tiny-identity": ("Learned identity", "Stills by `sdxl-ip`, shots by `svd` from them."),
    "tiny-smoothing": (
        "Learned smoothing",
        "Shots by `animatediff` over the drawn guide, joins of one kind; a film's join may give way to a cut.",
    ),
    "tiny-between": ("Learned in-between", "Shots by `wan-i2v` from drawn stills; the join is made by the same model."),
    "tiny-continuation": (
        "Learned continuation",
        "One story of three sentences with one person, shots by `wan-i2v` from drawn stills.",
    ),
}
ONE_TAKE = "one take"


def available() -> bool:
    """Whether the diffusion extra is installed."""
    return all(find_spec(name) is not None for name in ("torch", "diffusers", "transformers"))


@cache
def _model(name: str, folder: Path) -> str:
    support = str(ROOT / "tests" / "support")
    if support not in sys.path:
        sys.path.append(support)
    saved: str = import_module("tiny_table").TABLE[name].save(folder / name)
    return saved


def tiny_variants(name: str, models: Path) -> tuple[Variant, ...]:
    """The columns of a table, with their models written under a folder."""
    if name == "tiny-identity":
        stills, shots = _model("sdxl-ip", models), _model("svd", models)
        on = {"keyframes": stills, "shots": shots}
        off = stills.replace("figure_scale=1", "figure_scale=0")
        return (
            Variant("identity on", "references speak at full strength", settings=on),
            Variant("identity off", "`?figure_scale=0`", settings={"keyframes": off, "shots": shots}),
            Variant("one photo", "a front view of each character is given", photos=ONE, settings=on),
            Variant("three photos", "front, side and face are given", photos=SEVERAL, settings=on),
        )
    if name in ("tiny-between", "tiny-continuation"):
        return _from_stills(name, {"shots": _model("wan-i2v", models)})
    shots = _model("animatediff", models).replace("strength=1", "strength=0.6")
    more: dict[str, Any] = {"settings": {"shots": shots}}
    return (
        Variant("cut", "shots that know nothing of each other", **more),
        *(Variant(kind, about, kind, **more) for kind, about in KINDS.items()),
        Variant("reset", "each shot starts from the end of the one before (VGoT's reset boundary)", "reset", **more),
        Variant("reset off", "the same with `?boundary=off`", "reset", settings={"shots": f"{shots}&boundary=off"}),
    )


KINDS = {
    "dissolve": "cross-fades", "match": "the subject keeps its place over a fade", "flow": "morph along the motion",
}  # fmt: skip


def _from_stills(name: str, settings: Mapping[str, str]) -> tuple[Variant, ...]:
    if name == "tiny-between":
        between = "six frames between the last of one shot and the first of the next, by the model"
        return (
            Variant("cut", "hard cuts", settings=settings),
            Variant("generative", between, "generative", settings=settings),
        )
    return (
        Variant(ONE_TAKE, "each shot goes on from the last frame of the one before", settings=settings),
        Variant("separate shots", "each shot begins from a still of its own", settings=settings),
    )


def tiny_plan(variant: Variant, size: Size, count: int) -> Iterable[Plan]:
    """Two short shots of the first example, whatever the size of the others."""
    return (example("06_shot_list", small(size)),)


def tiny_take(variant: Variant, size: Size, count: int) -> Iterable[Plan]:
    """The three short shots of one story, as one take or as separate ones."""
    return (taken(small(size), variant.name == ONE_TAKE),)


def small(size: Size) -> Size:
    """How small these films are, whatever is asked for."""
    return Size(shots=min(size.shots, 2), frames=min(size.frames, 8), size=(288, 160), fps=size.fps)
