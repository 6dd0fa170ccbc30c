"""Owns the walk from a run folder to the storyboard's values: plan, records, log, ledger and scores, all read once.

Does not know: HTML, how pictures are encoded.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from agent.pages.cards import Shelf, card, picture_of
from agent.pages.facts import checked, makings, money, walks
from agent.pages.values import Board, Card, Chapter, Picture, Sheet
from agent.stages import safe
from agent.store import Store
from agent.takelist import read_takes
from agent.timeline import timeline
from planners import Entity, Plan

FILM, CAPTIONS, CREDITS = "06_film/film.mp4", "06_film/film.vtt", "06_film/credits.txt"
CHECK_PAGE = "07_check/page.html"
SHEET = 720
"""Longer side of a reference sheet on the page, in pixels."""


def gather(plan: Plan, store: Store) -> Board:
    """The board of a film as it lies in its run folder.

    Raises:
        MakeError: the ledger cannot be read.
    """
    line, scores = timeline(plan), checked(store)
    shelf = Shelf(plan, store, line, makings(store), scores, read_takes(store.root))
    cards = [card(shelf, shot, number) for number, shot in enumerate(plan.shots, 1)]
    return Board(
        title=plan.title,
        author=plan.author,
        language=plan.language,
        style=plan.style,
        size=plan.size,
        fps=plan.fps,
        seconds=line.frames / plan.fps,
        film="film.mp4" if (store.root / FILM).is_file() else None,
        captions=_text(store, CAPTIONS),
        burnt=plan.subtitles == "burn",
        chapters=tuple(_chapters(plan, cards)),
        sheets=tuple(sorted(_sheets(shelf), key=lambda sheet: not sheet.pictures)),
        notes=tuple((note.where, f"{note.what} {note.detail}".strip()) for note in plan.notes),
        walks=walks(store),
        money=money(store),
        credits=tuple(_text(store, CREDITS).splitlines()),
        checked=scores is not None,
        check_notes=scores.notes if scores else (),
        check_page=f"../{CHECK_PAGE}" if (store.root / CHECK_PAGE).is_file() else None,
    )


def _text(store: Store, name: str) -> str:
    path = store.root / name
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _chapters(plan: Plan, cards: list[Card]) -> Iterator[Chapter]:
    """Runs of shots of one scene, in film order."""
    scene_of = {shot.id: plan.scene_of(shot) for shot in plan.shots}
    for number, (_, group) in enumerate(itertools.groupby(cards, key=lambda item: scene_of[item.id].id), 1):
        part = tuple(group)
        scene = scene_of[part[0].id]
        place = plan.entities[scene.place].name if scene.place in plan.entities else scene.place
        light = [
            scene.time,
            "" if scene.weather == "clear" else scene.weather,
            "" if scene.mood == "neutral" else scene.mood,
        ]
        yield Chapter(
            number=number,
            name=scene.heading or (place[:1].upper() + place[1:]),
            place=scene.place,
            light=" · ".join(word for word in light if word),
            start=part[0].start,
            seconds=sum(item.seconds for item in part),
            cards=part,
        )


def _sheets(shelf: Shelf) -> Iterator[Sheet]:
    """Everybody and everything, people first; places without a sheet are named too."""
    order = {"character": 0, "prop": 1, "place": 2}
    for entity in sorted(shelf.plan.entities.values(), key=lambda item: order[item.kind]):
        yield Sheet(
            entity=entity.id,
            name=entity.name,
            kind=entity.kind,
            colour=shelf.colour(entity.id),
            words=entity.description,
            voice=f"{entity.voice.name}, pitch {entity.voice.pitch:g}" if entity.voice else "",
            shots=tuple(number for number, shot in enumerate(shelf.plan.shots, 1) if _in(shelf.plan, entity, shot.id)),
            pictures=tuple(_pictures(shelf.store, entity)),
        )


def _in(plan: Plan, entity: Entity, shot_id: str) -> bool:
    shot = plan.shot(shot_id)
    if entity.kind == "place":
        return plan.scene_of(shot).place == entity.id
    return entity.id in shot.cast or any(track.entity == entity.id for track in shot.layout)


def _pictures(store: Store, entity: Entity) -> Iterator[Picture]:
    for stage in (None, *(item.id for item in entity.stages)):
        name = safe(entity.id) + (f".{safe(stage)}" if stage else "")
        found = picture_of(store.read(f"02_references/{name}.json"), SHEET)
        if found is not None:
            yield found
