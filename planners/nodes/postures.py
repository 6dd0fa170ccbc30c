"""Owns what stays from shot to shot in how people hold themselves: who sat goes on sitting until they do otherwise.

Does not know: boxes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from planners.plan import Action, Beat, Emotion

POSTURES: frozenset[Action] = frozenset({"sit", "lie", "sleep", "kneel", "perch"})
"""What lasts until something else is done."""
QUIET: frozenset[Action] = frozenset(
    {"talk", "look", "listen", "stand", "laugh", "cry", "sing", "hold", "read", "write", "eat", "drink", "wave",
     "point"}
)  # fmt: skip
"""What can be done in any posture."""
RISING: frozenset[Action] = frozenset(
    {"walk", "run", "jump", "dance", "climb", "fly", "swim", "hug", "fight", "crawl", "hop", "ride", "drive", "push",
     "pull", "carry", "bow", "spin", "sail"}
)  # fmt: skip
"""What cannot be done sitting or lying: it ends a posture."""
AWAKE: Mapping[Action, Action] = {"sleep": "lie"}
"""The posture of one who was in another and now speaks or looks."""


def kept(action: Action | None, posture: Action | None) -> Action | None:
    """What is seen of someone who does `action` and was in `posture`."""
    if posture is None or (action is not None and action not in QUIET):
        return action
    return posture if action is None else AWAKE.get(posture, posture)


def after(before: Mapping[str, Action], done: Iterable[tuple[str, Action]]) -> dict[str, Action]:
    """The postures after some actions, by entity."""
    out = dict(before)
    for name, action in done:
        if action in POSTURES:
            out[name] = action
        elif action in RISING:
            out.pop(name, None)
    return out


def postured(beats: Sequence[Beat], before: Mapping[str, Action], present: Sequence[str]) -> tuple[Beat, ...]:
    """The beats with quiet ones done in their actors' posture, and a beat for everyone who just stays in theirs."""
    out = []
    current = dict(before)
    for beat in beats:
        held = {current[name] for name in beat.actors if name in current}
        action = kept(beat.action, held.pop()) if len(held) == 1 else beat.action
        emotion: Emotion = {"laugh": "happy", "cry": "sad"}.get(beat.action, beat.emotion)  # type: ignore[assignment]
        changed = action is not None and action != beat.action
        out.append(beat.model_copy(update={"action": action, "emotion": emotion}) if changed else beat)
        current = after(current, [(name, beat.action) for name in beat.actors])
    acting = {name for beat in beats for name in beat.actors}
    for name in present:
        if name in before and name not in acting:
            posture = before[name]
            out.append(Beat(id=f"b{len(out) + 1}", actors=(name,), action=posture, verb=posture))
    return tuple(out)
