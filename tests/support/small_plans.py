"""A small plan made by hand, for tests of everything that comes after planning."""

from planners import (
    Attributes,
    Beat,
    Camera,
    Cards,
    Entity,
    Garment,
    Key,
    Line,
    Plan,
    Scene,
    Shot,
    Track,
    Transition,
    Voice,
)


def track(key: str, box: tuple[float, float, float, float], *, dx: float = 0.0, **more: object) -> Track:
    """A track from `box` to the same box moved by `dx`."""
    end = (box[0] + dx, box[1], box[2] + dx, box[3])
    return Track(key=key, entity=key.split("#")[0], keys=(Key(t=0, box=box), Key(t=1, box=end)), **more)


def _entities() -> list[Entity]:
    mara = Entity(
        id="mara",
        kind="character",
        name="Mara",
        attributes=Attributes(
            noun="woman", age="elder", gender="female", hair="bun", clothes=(Garment(kind="coat", color="blue"),)
        ),
        voice=Voice(pitch=0.86),
    )
    fox = Entity(
        id="fox", kind="character", name="red fox", attributes=Attributes(noun="fox", species="fox", colors=("red",))
    )
    places = [
        Entity(id=noun, kind="place", name=noun, attributes=Attributes(noun=noun)) for noun in ("beach", "meadow")
    ]
    return [mara, fox, *places]


def _shots(fps: int) -> tuple[Shot, ...]:
    walk = Beat(id="b1", actors=("mara",), action="walk", verb="walk", event="e1")
    talk = Beat(id="b2", actors=("mara",), action="talk", verb="say", event="e2")
    run = Beat(id="b3", actors=("fox",), action="run", verb="run", event="e3")
    return (
        Shot(
            id="shot_001",
            scene="scene_01",
            frames=fps * 3,
            text="Mara walks along the beach.",
            beats=(walk,),
            cast=("mara", "fox"),
            layout=(
                track("mara", (0.1, 0.42, 0.29, 0.92), dx=0.3),
                track("fox", (0.7, 0.7, 0.85, 0.92), facing="left"),
            ),
            lines=(Line(id="l1", text="Mara walks along the beach.", start=2, frames=30),),
            effects=("waves",),
        ),
        Shot(
            id="shot_002",
            scene="scene_01",
            frames=fps * 2,
            text="Hello, little one!",
            beats=(talk,),
            cast=("mara", "fox"),
            layout=(track("mara", (0.4, 0.42, 0.59, 0.92)), track("fox", (0.7, 0.7, 0.85, 0.92), facing="left")),
            camera=Camera(framing="medium close-up", focus="mara"),
            lines=(Line(id="l2", text="Hello, little one!", speaker="mara", start=2, frames=18),),
            effects=("waves",),
            transition=Transition(kind="dissolve", frames=6),
        ),
        Shot(
            id="shot_003",
            scene="scene_02",
            frames=fps * 2,
            text="The fox runs over the meadow.",
            beats=(run,),
            cast=("fox",),
            layout=(track("fox", (0.1, 0.7, 0.3, 0.92), dx=0.6),),
        ),
    )


def make_small_plan(size: tuple[int, int] = (320, 180), fps: int = 12) -> Plan:
    """Three short shots in two scenes, with narration, dialogue, a dissolve, a title and an end card."""
    return Plan(
        title="The Keeper",
        size=size,
        fps=fps,
        entities={entity.id: entity for entity in _entities()},
        scenes=(
            Scene(id="scene_01", place="beach", time="dusk", mood="tender", shots=("shot_001", "shot_002")),
            Scene(id="scene_02", place="meadow", mood="happy", shots=("shot_003",)),
        ),
        shots=_shots(fps),
        groups={"mara": ("shot_001", "shot_002"), "fox": ("shot_001", "shot_002", "shot_003")},
        events={"e1": "Mara walks", "e2": "Mara speaks", "e3": "The fox runs"},
        cards=Cards(title=12, end=12),
    )
