"""Owns what stays so: the state of things and people, carried from the shot that changed it to later ones.

A lamp that went out is dark until it is lit. Does not know: language models.
"""

from __future__ import annotations

from planners.chat_model import Asker
from planners.nodes.state import State


def carrying(state: State, asker: Asker) -> State:
    """Shots -> shots whose `state` holds for everybody in them what earlier shots changed."""
    now: dict[str, str] = {}
    shots = []
    for shot in state["shots"]:
        now |= shot.state
        kept = {name: value for name, value in now.items() if name in shot.cast or name in shot.state}
        shots.append(shot.model_copy(update={"state": kept}))
    return {"shots": tuple(shots)}
