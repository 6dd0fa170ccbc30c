"""Owns the director's order: which of its nodes stand before and after which nodes of the rules.

Does not know: langgraph, what the nodes ask.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from planners.chat_model import Asker
from planners.director.acts import acts
from planners.director.beats import beats
from planners.director.carrying import carrying
from planners.director.domains import domains
from planners.director.drafts import expanded
from planners.director.evidence import told
from planners.director.looks import looks
from planners.director.mending import mending
from planners.director.people import people
from planners.director.shooting import shooting
from planners.director.sounding import sounding
from planners.director.staging import staging
from planners.director.steps import Node, guarded, noted
from planners.errors import PlanError
from planners.nodes.state import State
from planners.plan import Note
from planners.reading import Reading
from planners.story import ShotPin, Story

BEFORE: Mapping[str, Node] = {
    "acts": guarded("acts", "choice of sentences", acts),
    "people": guarded("cast", "cast", people),
    "looks": guarded("looks", "looks", looks),
    "beats": guarded("beats", "events and places", beats),
}
"""What improves the reading before it is staged."""

AFTER: Mapping[str, Mapping[str, Node]] = {
    "layout": {
        "carrying": carrying,
        "staging": guarded("layout", "blocking", staging),
        "shooting": guarded("camera", "cameras", shooting),
    },
    "camera": {"domains": guarded("domains", "five domains", domains)},
    "sound": {"sounding": guarded("sound", "sound and lengths", sounding)},
}
"""After a node of the rules: what improves its result."""

MENDING: Node = guarded("critique", "repairs", mending)
"""Between two rounds of the rules' critique."""


def opened(story: Story, read: Callable[[Story], Reading], asker: Asker) -> State:
    """The story and its reading as the director begins: without orders to a machine, an idea told in sentences.

    Raises:
        PlanError: nothing of the story is left.
    """
    clean, taken = _clean(story)
    if not clean.text.strip():
        raise PlanError("the story holds only instructions to a machine; write what happens in it")
    state = State(story=clean, reading=read(clean))
    what = "sentences that give orders to a machine are no part of the story and were left out"
    notes = [Note(kind="interpreted", where="story", what=what, detail=" ".join(taken)[:600])] if taken else []
    state = {**state, **noted(state, {}, notes)}
    return {**state, **expanded(state, asker, read)}


def _clean(story: Story) -> tuple[Story, tuple[str, ...]]:
    """The story without the sentences that talk to a machine; an entry of `shots:` keeps what is left of it."""
    if story.shots is None:
        text, taken = told(story.story)
        return (story.model_copy(update={"story": text}), taken) if taken else (story, ())
    shots: list[ShotPin] = []
    out: list[str] = []
    for pin in story.shots:
        text, taken = told(pin.action)
        shots.append(pin.model_copy(update={"action": text}) if taken and text else pin)
        out += taken
    return (story.model_copy(update={"shots": tuple(shots)}), tuple(out)) if out else (story, ())
