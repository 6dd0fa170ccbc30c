"""Owns `storyreel chat`: a conversation on a terminal, or lines from a pipe.

Does not know: what lines mean, how films are changed.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import select
import sys
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console

from agent.api import StoryAgent
from agent.commands.board import show_board
from agent.commands.money import add_asking
from agent.commands.options import add_makers, add_planner, maker_settings, planner_settings
from agent.commands.prompting import typed_lines
from agent.events import Event
from agent.inline import protocol, shown
from agent.planning import PLAN_FILE
from agent.talk import Reply, ReplyKind, Talk
from agent.view import ProgressView

STYLES: dict[ReplyKind, str] = {
    "changed": "cyan", "outlook": "yellow", "question": "magenta", "unknown": "red", "problem": "red",
    "film": "green", "rendering": "yellow", "bye": "dim",
}  # fmt: skip

STOPS = ("stop", "cancel", "halt", "abort")


def add_chat(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to a parser."""
    chat = commands.add_parser(
        "chat",
        help="talk with a film: change it in words, see what that remakes, undo, render",
        description="Talk with a film. Without STORY the first line is its story; DIR goes on with a finished run.",
        epilog="exit codes: 0 done; 2 the story is wrong, or with --strict: a line was not understood",
    )
    chat.add_argument(
        "story", metavar="STORY|DIR", nargs="?", help="a story, or a run folder (default: your first line)"
    )
    chat.add_argument("--out", metavar="DIR", help="run folder of a new film (default: runs/<its name>)")
    chat.add_argument("--auto", action="store_true", help="make every change at once, without `render`")
    chat.add_argument("--strict", action="store_true", help="exit with 2 when a line was not understood")
    add_planner(chat)
    add_makers(chat)
    add_asking(chat)
    chat.set_defaults(command=_chat)


def _chat(options: argparse.Namespace) -> int:
    watch = _Watch()
    agent = StoryAgent(listeners=(watch.tell,), **planner_settings(options), **maker_settings(options))
    out = Console(highlight=False, soft_wrap=True)
    film = None
    if options.story:
        folder = Path(options.story)
        there = folder.is_dir() and (folder / PLAN_FILE).is_file()
        film = agent.open(folder) if there else agent.begin(options.story, out=options.out)
    talk = Talk(agent, film, out=options.out, auto=options.auto, ask_above=None if options.yes else options.ask_above)
    for reply in talk.greeting():
        _say(out, reply)
    for line in typed_lines(talk, watch.ahead):
        for reply in _watched(talk, line, watch):
            if reply.kind == "board" and out.is_terminal:
                show_board(talk.here().board, out)
            else:
                _say(out, reply)
        if talk.over:
            break
    return 2 if options.strict and talk.misses else 0


def _watched(talk: Talk, line: str, watch: _Watch) -> Iterator[Reply]:
    """The replies, with a bar while something is being made."""
    with watch:
        for reply in talk.hear(line):
            if reply.kind == "rendering":
                watch.begin()
            else:
                watch.pause()
            yield reply


def _say(out: Console, reply: Reply) -> None:
    by = protocol(os.environ, terminal=out.is_terminal)
    for file in reply.files if reply.kind == "picture" and by != "none" else ():
        out.file.write(shown(file.read_bytes(), by))
    out.print(reply.text, style=STYLES.get(reply.kind, ""), markup=False)


class _Watch(contextlib.AbstractContextManager["_Watch"]):
    """Shows how a render goes on; on a terminal, the line "stop" ends it as Ctrl-C does, others wait."""

    def __init__(self) -> None:
        self.ahead: list[str] = []
        """Lines that were typed meanwhile."""
        self._view: ProgressView | None = None

    def begin(self) -> None:
        """From now on there is a bar."""
        if self._view is None:
            self._view = ProgressView()
            self._view.__enter__()

    def pause(self) -> None:
        """Without a bar again."""
        if self._view is not None:
            self._view.__exit__(None, None, None)
            self._view = None

    def tell(self, event: Event) -> None:
        """Show an event; end the render when the person asks for it.

        Raises:
            KeyboardInterrupt: "stop" was typed.
        """
        if self._view is None:
            return
        self._view.tell(event)
        line = line_typed()
        if line is not None and line.lower() in STOPS:
            raise KeyboardInterrupt
        if line:
            self.ahead.append(line)

    def __exit__(self, *_: object) -> None:
        self.pause()


def line_typed() -> str | None:
    """A line that was typed on the terminal meanwhile; a pipe is not read ahead."""
    if os.name == "nt" or not sys.stdin.isatty():
        return None
    ready, _, _ = select.select([sys.stdin], [], [], 0)
    return sys.stdin.readline().strip() if ready else None
