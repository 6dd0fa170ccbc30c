"""Owns what the commands of a conversation do: undo, versions and branches, rendering, looking, reasons, costs, help.

Does not know: terminals, how words are read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from agent.api import StoryAgent
from agent.chat import Command, CommandName
from agent.checking import check_run
from agent.differences import differences, numbered
from agent.editing import Film, Preview
from agent.edits import SetSeed
from agent.exporting import FORMATS, export_run
from agent.reasons import reasons
from agent.spans import FREE, Span, dollars, times
from agent.stages import safe
from agent.store import Store
from agent.talk.helping import help_about
from agent.talk.moments import version_of
from agent.talk.reply import AGREED, Reply, said
from generators import available
from planners import Plan, PlanError

if TYPE_CHECKING:
    from agent.talk.session import Talk

_FORMATS: Mapping[str, str] = {
    "opentimelineio": "otio", "final cut": "fcpxml", "final cut pro": "fcpxml", "final cut pro x": "fcpxml",
    "premiere": "otio", "premiere pro": "otio", "davinci": "otio", "davinci resolve": "otio", "resolve": "otio",
    "subtitles": "srt",
}  # fmt: skip
"""What people call formats -> the format."""
Doing = Callable[["Talk", Command], Iterator[Reply]]


def introduced(film: Film) -> Iterator[Reply]:
    """What film this is."""
    plan = film.plan
    people = [entity.name for entity in plan.entities.values() if entity.kind == "character"]
    count = len(plan.shots)
    told = f"{plan.title or 'untitled'}: {count} shot{'s' if count != 1 else ''}, {plan.frames / plan.fps:.0f} s"
    yield said(f"{told}{', with ' + ', '.join(people) if people else ''}; in {film.folder}")
    yield Reply(kind="outlook", text=film.preview().outlook.sentence())


def compared(before: Plan, film: Film) -> Preview:
    """What a film has that another plan had not, and what is to be made of it."""
    preview = film.preview()
    return preview.model_copy(update={"lines": differences(before, film.plan)})


def _undo(talk: Talk, command: Command) -> Iterator[Reply]:
    film = talk.here()
    yield from talk.stand(film.undo(command.number, make=False), film.plan)


def _redo(talk: Talk, command: Command) -> Iterator[Reply]:
    film = talk.here()
    yield from talk.stand(film.redo(command.number, make=False), film.plan)


def _go_to(talk: Talk, command: Command) -> Iterator[Reply]:
    film = talk.here()
    version = version_of(command.words, film.history.versions(), datetime.now(UTC).astimezone())
    yield from talk.stand(film.go_to(version, make=False), film.plan)


def _branch(talk: Talk, command: Command) -> Iterator[Reply]:
    film = talk.here()
    known = film.history.branches()
    number = 1
    while f"what-if-{number}" in known:
        number += 1
    left = film.history.branch
    film.branch(command.words or f"what-if-{number}")
    yield said(f"on branch {film.history.branch}; `switch to branch {left}` leaves it as it was")
    if command.edits:
        yield from talk.change(command.edits, "what if")


def _switch(talk: Talk, command: Command) -> Iterator[Reply]:
    film = talk.here()
    name = "main" if command.words.lower() == "original" else command.words
    yield from talk.stand(film.switch(name, make=False), film.plan)
    yield said(f"on branch {name}")


def _history(talk: Talk, command: Command) -> Iterator[Reply]:
    history = talk.here().history
    now, heads = history.current(), history.branches()
    if now is None:
        yield said("nothing was changed yet")
        return
    rows = []
    for version in history.versions():
        names = [name for name, head in heads.items() if head == version.id and len(heads) > 1]
        mark = "*" if version.id == now.id else " "
        moment = f"{version.made.astimezone():%d %b %H:%M}"
        rows.append(f"{mark} {version.number:>3}  {moment}  {version.words}{''.join(f'  [{name}]' for name in names)}")
    yield Reply(kind="table", text="\n".join(rows))


def _render(talk: Talk, command: Command) -> Iterator[Reply]:
    yield from talk.render(agreed=command.words == AGREED)


def _stop(talk: Talk, command: Command) -> Iterator[Reply]:
    yield said("nothing is being made")


def _retry(talk: Talk, command: Command) -> Iterator[Reply]:
    shot = talk.here().plan.shot(command.shot or "")
    yield from talk.change([SetSeed(shots=(shot.id,), seed=(shot.seed or 0) + 1)], "another take")


def _show(talk: Talk, command: Command) -> Iterator[Reply]:
    film = talk.here()
    if command.shot is not None:
        yield from _show_shot(film, command.shot)
    elif film.video.is_file():
        pictures = (film.contact_sheet,) if film.contact_sheet.is_file() else ()
        yield Reply(kind="picture", text=f"{film.video}", files=pictures)
    else:
        yield said("it is not made yet: `render` makes it, `board` shows its shots")


def _show_shot(film: Film, shot_id: str) -> Iterator[Reply]:
    shot = film.plan.shot(shot_id)
    scene, camera = film.plan.scene_of(shot), shot.camera
    names = film.plan.entities
    lines = [
        f"{numbered(film.plan, shot_id)}: {shot.text}",
        f"{shot.frames / film.plan.fps:.1f} s, {names[scene.place].name}, {scene.time}, {scene.weather}, {scene.mood}",
        f"{camera.framing}, {camera.angle} angle, {camera.move}; leaves by {shot.transition.kind}",
        *(f'{names[line.speaker].name if line.speaker else "narrator"}: "{line.text}"' for line in shot.lines),
    ]
    still = film.folder / f"03_keyframes/{safe(shot_id)}.png"
    yield Reply(kind="picture", text="\n".join(lines), files=(still,) if still.is_file() else ())


def _board(talk: Talk, command: Command) -> Iterator[Reply]:
    yield Reply(kind="board", text=talk.here().board.text())


def _why(talk: Talk, command: Command) -> Iterator[Reply]:
    film = talk.here()
    if command.shot is None:
        yield said("of which shot? `why did you remake shot 4?`")
        return
    rows = reasons(film.folder, command.shot, film.preview().outlook)
    name = numbered(film.plan, command.shot)
    yield said("\n".join(rows) or f"{name} is not made yet: `render` makes it")


def _cost(talk: Talk, command: Command) -> Iterator[Reply]:
    """What making the film as it is planned now would cost, with the generators as set or with another for shots."""
    film, agent = talk.here(), talk.agent
    if command.words:
        name = _named(command.words)
        agent = StoryAgent(**agent.settings.model_dump() | {"shots": name})
    told = agent.estimate(film)
    yield said(f"{film.preview().outlook.sentence()}; with {agent.settings.keyframes} and {agent.settings.shots}:")
    spent = f"; spent so far: {told.spent:.2f} USD" if told.spent else ""
    yield said(f"price: {dollars(told.usd)}; time: {times(told.seconds)}{spent}")
    for note in told.notes:
        yield said(f"note: {note}")


def _named(words: str) -> str:
    """The generator of shots whose name is nearest to what a person calls it: "Wan" is wan-i2v.

    Raises:
        PlanError: none is like it.
    """
    base = words.lower().partition(":")[0]
    near = [name for name in available() if base in name] or get_close_matches(base, list(available()), n=1)
    if not near:
        raise PlanError(f"no generator is called {words!r}; there are {', '.join(available())}")
    return words if words in available() or ":" in words else near[0]


def _takes(talk: Talk, command: Command) -> Iterator[Reply]:
    film = talk.here()
    shot = command.shot or ""
    if command.words != AGREED:
        film.takes(shot, count=command.number, make=False)

        def usd() -> Span:
            return sum((row.usd for row in film.takes_cost(shot)), FREE)

        if asked := talk.dear(usd, command.model_copy(update={"words": AGREED})):
            yield asked
            return
    yield Reply(kind="rendering", text=f"making {command.number} takes of {numbered(film.plan, shot)}")
    made = film.make_takes(shot)
    sheet = film.folder / f"takes/{safe(command.shot or '')}.png"
    rows = [f"  {take.number}: {take.differs}" for take in made]
    yield Reply(kind="picture", text="\n".join([str(sheet), *rows]), files=(sheet,) if sheet.is_file() else ())


def _pick(talk: Talk, command: Command) -> Iterator[Reply]:
    film = talk.here()
    if command.shot is None:
        raise PlanError("say of which shot: pick take 2 of shot 5")
    picked = film.pick(command.shot, command.number)
    yield said(f"take {command.number} is in {numbered(picked.plan, command.shot)}; the others stay")
    yield from talk.stand(picked, film.plan)


def _export(talk: Talk, command: Command) -> Iterator[Reply]:
    film = talk.here()
    name = _FORMATS.get(command.words.lower(), command.words.lower())
    if name not in FORMATS:
        rows = "\n".join(f"  export as {key}: {row.about}" for key, row in FORMATS.items())
        yield said(f"{f'there is no format {name!r}; ' if name else ''}there is:\n{rows}")
        return
    done = export_run(film.plan, Store(film.folder), to=name)
    yield Reply(kind="film", text="\n".join(map(str, done.files)), files=tuple(map(Path, done.files)))
    for note in done.notes:
        yield said(f"note: {note}")


def _check(talk: Talk, command: Command) -> Iterator[Reply]:
    film = talk.here()
    yield said("measuring ...")
    found = check_run(film.plan, Store(film.folder))
    wrong = [f"{numbered(film.plan, row.shot)}: {f.sentence()}" for row in found.verdicts for f in row.failures]
    yield said("\n".join(wrong) or f"all {len(found.verdicts)} shots are as they should be")


def _help(talk: Talk, command: Command) -> Iterator[Reply]:
    yield Reply(kind="table", text=help_about(command.words))


def _hello(talk: Talk, command: Command) -> Iterator[Reply]:
    if re.search(r"thank|cheers|great|nice|lovely|wow|cool|love", command.words, re.IGNORECASE):
        yield said("you are welcome; what next?")
    else:
        yield said("hello! Say what to change, for example: make shot 2 rainy. `help` shows what else can be said")


def _quit(talk: Talk, command: Command) -> Iterator[Reply]:
    talk.over = True
    yield Reply(kind="bye", text="bye; everything is kept")


DOING: Mapping[CommandName, Doing] = {
    "undo": _undo, "redo": _redo, "go_to": _go_to, "branch": _branch, "switch": _switch, "history": _history,
    "render": _render, "stop": _stop, "retry": _retry, "show": _show, "board": _board, "why": _why, "cost": _cost,
    "takes": _takes, "pick": _pick, "export": _export, "check": _check, "help": _help, "quit": _quit,
    "hello": _hello,
}  # fmt: skip
"""Name of a command -> what it does."""
