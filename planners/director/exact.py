"""Owns fidelity to a list of shots: what of the author's entries the plan does not hold as written.

Does not know: how the plan was made.
"""

from __future__ import annotations

from collections.abc import Iterator

from planners.plan import Note, Plan, Shot
from planners.story import ShotPin, Story


def differences(story: Story, plan: Plan) -> tuple[Note, ...]:
    """One note for everything that differs between `shots:` and the plan; none for a story in prose."""
    if story.shots is None:
        return ()
    if len(story.shots) != len(plan.shots):
        what = f"{len(story.shots)} shots were asked for, {len(plan.shots)} are planned"
        return (Note(kind="downgrade", where="shots", what=what),)
    rows = (row for pin, shot in zip(story.shots, plan.shots, strict=True) for row in _of_shot(pin, shot, plan))
    return tuple(rows)


def _of_shot(pin: ShotPin, shot: Shot, plan: Plan) -> Iterator[Note]:
    pairs = [("text", pin.action, shot.text)]
    if pin.duration is not None:
        pairs.append(("duration", f"{pin.duration:g} s", f"{shot.frames / plan.fps:g} s"))
    camera = pin.camera.model_dump(exclude_none=True, exclude={"focus"}) if pin.camera else {}
    pairs += [(f"camera {name}", value.lower(), str(getattr(shot.camera, name))) for name, value in camera.items()]
    have = {line.text.rstrip(".!? ") for line in shot.lines}
    pairs += [("line", line.text, "not said") for line in pin.lines if line.text.rstrip(".!?, ") not in have]
    scene = plan.scene_of(shot)
    pairs += [(name, str(getattr(pin, name)).lower(), getattr(scene, name)) for name in ("time", "weather")
              if getattr(pin, name)]  # fmt: skip
    for name, asked, planned in pairs:
        if asked != planned:
            detail = f"- {asked}\n+ {planned}"
            yield Note(kind="interpreted", where=f"{shot.id} {name}", what="differs from the shot list", detail=detail)
