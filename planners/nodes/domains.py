"""Owns the five script domains of a shot (VideoGen-of-Thought section 1.2), written from the plan's own data.

Does not know: language models.
"""

from __future__ import annotations

from collections.abc import Mapping

from planners.nodes.state import Draft
from planners.plan import Entity, Script, Shot
from planners.wording import described

_LIGHT = {
    "dawn": "soft pink light of dawn",
    "day": "clear daylight",
    "dusk": "warm low light of dusk",
    "night": "blue night light",
}
_AIR = {
    "clear": "", "cloudy": ", under clouds", "rain": ", in the rain", "snow": ", in falling snow",
    "storm": ", in a storm", "fog": ", in fog", "wind": ", in the wind",
}  # fmt: skip


def script_of(draft: Draft, shot: Shot, entities: Mapping[str, Entity]) -> Script:
    """Character, background, relation, camera and lighting in full sentences."""
    cast = [entities[name] for name in shot.cast]
    people = [entity for entity in cast if entity.kind == "character"] or cast
    return Script(
        character="; ".join(described(entity) for entity in people) or "Nobody is on stage",
        background=_background(draft, shot, entities),
        relation="; ".join(beat.text or f"{', '.join(beat.actors)}: {beat.verb}" for beat in shot.beats)
        or "Nothing moves",
        camera=_camera(shot, entities),
        lighting=f"{_LIGHT[draft.scene.time].capitalize()}{_AIR[draft.scene.weather]}, mood {draft.mood}",
    )


def _background(draft: Draft, shot: Shot, entities: Mapping[str, Entity]) -> str:
    place = entities[draft.scene.place]
    props = [entities[name].name for name in shot.cast if entities[name].kind == "prop"]
    return place.name[:1].upper() + place.name[1:] + (f", with {', '.join(props)}" if props else "")


def _camera(shot: Shot, entities: Mapping[str, Entity]) -> str:
    camera = shot.camera
    focus = entities[camera.focus].name if camera.focus and camera.focus in entities else None
    words = f"{camera.framing.capitalize()}, {camera.angle} angle"
    words += f" on {focus}" if focus else ""
    return words + (", still" if camera.move == "static" else f", {camera.move}, {camera.speed}")
