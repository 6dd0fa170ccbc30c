"""Owns variants of a shot: which edits give another take of it, by chance, camera, layout or prompt.

Deterministic: the same shot has the same variants each time, the likeliest to be wanted first. Does not know: how takes
are made or kept.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal

from agent.edits import Edit, Restage, SetCamera, SetPrompt, SetSeed, apply_edits
from agent.settings import Settings
from agent.stages import reads_words
from generators import ImageGenerator, VideoGenerator, capabilities
from planners import Framing, Plan, PlanError, Staging, crosses_line

Vary = Literal["auto", "seed", "camera", "layout", "prompt"]
Edits = tuple[Edit, ...]
FRAMINGS: tuple[Framing, ...] = (
    "extreme wide", "wide", "full", "medium wide", "medium", "medium close-up", "close-up", "extreme close-up",
)  # fmt: skip
_STAGED: Sequence[tuple[Staging, ...]] = (
    ("nearer",), ("mirrored",), ("in depth",), ("together",), ("apart",), ("farther",), ("left",), ("right",),
    ("mirrored", "nearer"), ("nearer", "left"), ("nearer", "right"), ("mirrored", "in depth"), ("farther", "together"),
    ("farther", "left"), ("farther", "right"),
)  # fmt: skip
"""Ways of staging, one after another."""
_LEADS: Sequence[Mapping[str, Any]] = ({"lead": "actions"}, {"told": "story"}, {"lead": "light"}, {"lead": "place"})


def variants(plan: Plan, shot: str, vary: Vary, settings: Settings) -> Iterator[Edits]:
    """The variants of a shot that the film can take, the likeliest first.

    Args:
        plan: The film.
        shot: Id of the shot.
        vary: What is other. `auto`: chances for learned generators, camera and layout in turn for the animatic.
        settings: Who makes stills and shots.

    Raises:
        PlanError: no such shot; or the generators read no words, so that another prompt changes nothing.
    """
    if shot not in {item.id for item in plan.shots}:
        raise PlanError(f"there is no shot {shot!r}")
    makers = (
        capabilities(settings.keyframes, ImageGenerator),
        capabilities(settings.shots, VideoGenerator),
    )
    if vary == "prompt" and not any(reads_words(able) for able in makers):
        names = " and ".join(dict.fromkeys((settings.keyframes, settings.shots)))
        raise PlanError(f"{names} reads no prompt, so another one changes nothing: vary seed, camera or layout")
    if vary == "auto" and not any(able.guided for able in makers):
        return _in_turn(_cameras(plan, shot), _layouts(plan, shot))
    return _KINDS["seed" if vary == "auto" else vary](plan, shot)


def told(edits: Iterable[Edit]) -> str:
    """What edits change, in a few words: `framing close-up, move zoom in`."""
    parts: list[str] = []
    for edit in edits:
        if isinstance(edit, Restage):
            parts.append(f"staged {edit.way}")
        elif isinstance(edit, SetPrompt):
            parts += _wishes(edit)
        else:
            values = edit.model_dump(exclude_none=True, exclude={"op", "shot", "shots"})
            parts += [f"{name} {value}" for name, value in values.items() if value != ""]
    return ", ".join(parts)


def _wishes(edit: SetPrompt) -> Iterator[str]:
    if edit.first:
        yield f"prompt begins with {' and '.join(edit.first)}"
    if edit.lead:
        yield f"prompt begins with the {edit.lead}"
    if edit.told == "story":
        yield "prompt in the words of the story"
    if edit.words:
        yield f'prompt with "{edit.words}"'


def _in_turn(*kinds: Iterator[Edits]) -> Iterator[Edits]:
    for row in itertools.zip_longest(*kinds):
        yield from (edits for edits in row if edits is not None)


def _seeds(plan: Plan, shot: str) -> Iterator[Edits]:
    first = plan.shot(shot).seed
    for number in range(1, 1000):
        seed = int.from_bytes(hashlib.sha256(f"take {number} of {shot} {first}".encode()).digest()[:4], "big")
        yield (SetSeed(shots=(shot,), seed=seed),)


def _cameras(plan: Plan, shot: str) -> Iterator[Edits]:
    """Closer, wider, from below, with another move, from above, and so on."""
    now = plan.shot(shot).camera
    at = FRAMINGS.index(now.framing)
    closer, wider = FRAMINGS[min(at + 2, len(FRAMINGS) - 1)], FRAMINGS[max(at - 2, 0)]
    moving: Any = "static" if now.move != "static" else "zoom in"
    changes: tuple[dict[str, Any], ...] = (
        {"framing": closer},
        {"framing": wider},
        {"angle": "low"},
        {"move": moving},
        {"angle": "high"},
        {"framing": FRAMINGS[min(at + 1, len(FRAMINGS) - 1)], "move": "left"},
        {"framing": FRAMINGS[max(at - 1, 0)], "move": "right"},
        {"framing": closer, "angle": "low"},
        {"framing": wider, "angle": "high"},
        {"move": "zoom out"},
    )
    for change in changes:
        if any(getattr(now, name) != value for name, value in change.items()):
            yield (SetCamera(shots=(shot,), **change),)


def _layouts(plan: Plan, shot: str) -> Iterator[Edits]:
    """Other places for the figures; none that would cross the line of action to a neighbour."""
    for ways in _STAGED:
        edits: Edits = tuple(Restage(shots=(shot,), way=way) for way in ways)
        try:
            made = apply_edits(plan, edits)
        except PlanError:
            continue
        if "mirrored" not in ways or crosses_line(made, made.shot(shot)) is None:
            yield edits


def _prompts(plan: Plan, shot: str) -> Iterator[Edits]:
    """Everybody first in turn, then other parts of the prompt first, and the story's own words."""
    spec = plan.shot(shot)
    seen = list(dict.fromkeys(track.entity for track in spec.layout))
    people = sorted(seen, key=lambda name: plan.entities[name].kind != "character")
    firsts: list[Mapping[str, Any]] = [{"first": (name,)} for name in people] if len(people) > 1 else []
    leads = [lead for lead in _LEADS if lead.get("told") is None or (spec.text and plan.language == "en")]
    singles = [item for pair in itertools.zip_longest(firsts, leads) for item in pair if item is not None]
    for wish in (*singles, *({**a, **b} for a in firsts for b in leads)):
        yield (SetPrompt(shots=(shot,), **wish),)


_KINDS: Mapping[str, Callable[[Plan, str], Iterator[Edits]]] = {
    "seed": _seeds, "camera": _cameras, "layout": _layouts, "prompt": _prompts,
}  # fmt: skip
