"""Owns the command line: arguments, exit codes, and which view shows a run. Does not know: how anything is made."""

from __future__ import annotations

import argparse
import json
import math
import re
import shlex
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path

from agent.api import StoryAgent
from agent.commands import (
    add_asking,
    add_board,
    add_chat,
    add_check,
    add_export,
    add_money,
    add_page,
    add_takes,
    asked_first,
    takes_agreed,
    tell_check,
    tell_takes,
)
from agent.commands.options import STORY, add_makers, add_planner, count, maker_settings, planner_settings
from agent.doctor import check_up
from agent.errors import ApprovalNeeded, BudgetError, NotAgreed, NothingWaits, StoryreelError, WrongSetting
from agent.models import fetch_models, settings_of
from agent.outlook import shots_of
from agent.settings import APPROVABLE
from agent.view import JsonView, ProgressView, QuietView, View
from generators import GeneratorError, available
from planners import ChatError, PlanError, StoryError, examine_endpoint, plan_to_yaml

_EPILOG = """\
examples:
  storyreel make examples/01_lighthouse/story.yaml     the film, in runs/01_lighthouse/06_film/film.mp4
  storyreel make tale.txt --out runs/tale              a plain text is enough
  storyreel make tale.txt --out runs/tale              again: makes nothing, everything is current
  echo "A cat chases a ball." | storyreel make - --out runs/cat
  storyreel plan tale.txt --out plan.yaml              only the plan, to read and edit
  storyreel make tale.txt --planner openai:gpt-5-mini --budget 0.50
  storyreel estimate tale.txt --keyframes openai-images   what it would cost, before anything is asked
  storyreel doctor                                     what works on this machine

exit codes: 0 done; 2 the story or the arguments are wrong; 3 a model or generator failed;
            4 stopped at the budget, or not agreed to; 5 waits for your approval (--approve);
            130 interrupted (the same command goes on)
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    options = _parser().parse_args(given)
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        return command(options)
    except (StoryError, PlanError, GeneratorError, WrongSetting, NothingWaits) as error:
        return _said(f"error: {error}", 2)
    except BudgetError as error:
        budget = [] if error.enough is None else ["--budget", f"{math.ceil(error.enough * 150) / 100:.2f}"]
        return _said(f"{error}\nTo go on where this stopped:  {_again(_unbudgeted(given) + budget)}", error.exit_code)
    except NotAgreed as error:
        return _said(f"{error}\nTo go on:  {_again([*given, '--yes'])}", error.exit_code)
    except ApprovalNeeded as error:
        return _said(str(error), error.exit_code)
    except StoryreelError as error:
        return _said(f"{error}\nTo go on where this stopped:  {_again(given)}", error.exit_code)
    except ChatError as error:
        return _said(f"error: {error}\nTo go on where this stopped:  {_again(given)}", 3)
    except KeyboardInterrupt:
        return _said("interrupted", 130)
    except BrokenPipeError:
        return 0
    except OSError as error:
        return _said(f"error: {error.filename or 'a file'} failed: {error.strerror or error}", 3)


def _unbudgeted(given: Sequence[str]) -> list[str]:
    kept = [word for before, word in zip(["", *given], given, strict=False) if "--budget" not in (before, word)]
    return [word for word in kept if not word.startswith("--budget=")]


def _again(given: Sequence[str]) -> str:
    """The command that goes on, without a login that stands in a URL."""
    words = (re.sub(r"(?<=://)[^/@\s]+@", "USER:PASSWORD@", word) for word in given)
    return "storyreel " + " ".join(shlex.quote(word) for word in words)


def _said(text: str, code: int) -> int:
    print(text, file=sys.stderr)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="storyreel",
        description="Turn a story into a coherent multi-shot film: plan, draw, speak, cut.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"storyreel {version('storyreel')}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _add_make(commands)
    _add_plan(commands)
    _add_approve(commands)
    add_check(commands)
    add_export(commands)
    add_page(commands)
    add_chat(commands)
    add_board(commands)
    add_money(commands)
    add_takes(commands)
    doctor = commands.add_parser("doctor", help="say what works on this machine and what to install")
    doctor.add_argument("--json", action="store_true", help="as JSON")
    doctor.add_argument("--endpoint", metavar="URL", help="test a server for openai:MODEL instead, up to /v1")
    doctor.add_argument("--model", metavar="NAME", help="which of its models (default: the first)")
    doctor.set_defaults(command=_doctor)
    getting = commands.add_parser("fetch", help="download a generator's models ahead of time")
    getting.add_argument("generator", metavar="BACKEND", help="a name of `storyreel backends`, or NAME:MODEL")
    getting.set_defaults(command=_fetch)
    backends = commands.add_parser("backends", help="list the generators by name, with what they can do")
    backends.add_argument("generator", metavar="NAME", nargs="?", help="one of them: what may be set on its name")
    backends.add_argument("--json", action="store_true", help="as JSON")
    backends.set_defaults(command=_backends)
    return parser


def _add_make(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    make = commands.add_parser(
        "make",
        help="make the film of a story; what is current is not made again",
        description="Make the film of a story. Run it again after an edit: only what depends on the edit is remade.",
    )
    make.add_argument("story", metavar="STORY", help=STORY)
    make.add_argument("--out", metavar="DIR", help="run folder (default: runs/<name of the story>)")
    add_planner(make)
    add_makers(make)
    add_asking(make)
    make.add_argument(
        "--only", type=_words, default=[], metavar="SHOT,...", help="make just these shots' stills and clips, no film"
    )
    make.add_argument("--takes", type=count, metavar="N", help="then N variants of each shot, or of those of --only")
    make.add_argument(
        "--check", action="store_true",
        help="then measure the film, and make shots that fail again as far as --attempts and --budget go",
    )  # fmt: skip
    make.add_argument(
        "--approve", type=_gates, default=(), metavar="WHAT", help="wait for you after these: plan,references"
    )
    make.add_argument("--executor", default="local", metavar="NAME", help="where they run: local, ray (default: local)")
    make.add_argument("--allow-outside", action="store_true", help="let pictures lie outside the story's folder")
    shown = make.add_mutually_exclusive_group()
    shown.add_argument("--json", action="store_true", help="every event as one JSON object a line")
    shown.add_argument("--quiet", action="store_true", help="say nothing but errors and the film's path")
    make.set_defaults(command=_make)


def _add_approve(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    approve = commands.add_parser(
        "approve",
        help="approve what a film waits for (make --approve), and go on",
        description="Approve the plan or the references of a film that waits for you, as their files lie there now.",
    )
    approve.add_argument("folder", metavar="DIR", help="the run folder")
    approve.add_argument("--change", metavar="WORDS", help="change the plan first, and look at it again")
    approve.add_argument("--workers", type=count, metavar="N", help="processes side by side (default: one per core)")
    shown = approve.add_mutually_exclusive_group()
    shown.add_argument("--json", action="store_true", help="every event as one JSON object a line")
    shown.add_argument("--quiet", action="store_true", help="say nothing but errors and the film's path")
    approve.set_defaults(command=_approve)


def _add_plan(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    plan = commands.add_parser("plan", help="write only the plan: who, where, what, camera, sound")
    plan.add_argument("story", metavar="STORY", help=STORY)
    plan.add_argument("--out", metavar="FILE", help="where to write it (default: standard output)")
    add_planner(plan)
    plan.add_argument("--json", action="store_true", help="as JSON instead of YAML")
    plan.set_defaults(command=_plan)


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]


def _gates(text: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in text.split(",") if name.strip())
    for name in names:
        if name not in APPROVABLE:
            raise argparse.ArgumentTypeError(f"{name!r} cannot be approved; allowed: {', '.join(APPROVABLE)}")
    return names


def _view(options: argparse.Namespace) -> View:
    return JsonView() if options.json else QuietView() if options.quiet else ProgressView()


def _approve(options: argparse.Namespace) -> int:
    view = _view(options)
    with view:
        agent = StoryAgent(listeners=(view.tell,), **({"workers": options.workers} if options.workers else {}))
        film = agent.approve(options.folder, change=options.change)
    view.end(film)
    return 0


def _make(options: argparse.Namespace) -> int:
    if options.check and options.only:
        raise WrongSetting("--check judges a whole film: go without --only, or run `storyreel check` later")
    view = _view(options)
    settings = {name: getattr(options, name) for name in ("executor", "allow_outside", "approve")}
    agent = StoryAgent(listeners=(view.tell,), **settings, **maker_settings(options), **planner_settings(options))
    story, out = asked_first(agent, options)
    only = [] if options.takes else options.only
    with view:
        film = agent.make(story, out=out, only=only)
        shots = shots_of(film.plan, options.only or [shot.id for shot in film.plan.shots])
        judged = agent.retry(film.folder, more=None) if options.check else None
        film = agent.open(film.folder) if judged and judged.rows else film
    if options.takes:
        film.takes(*shots, count=options.takes, make=False)
        takes_agreed(film, agent, options, shots)
        with view:
            film.make_takes(*shots)
    if only:
        print("\n".join(str(film.folder / f"04_shots/{shot}.mp4") for shot in shots))
        return 0
    view.end(film)
    if judged is not None:
        tell_check(film, judged, json_line=options.json, quiet=options.quiet)
    if options.takes:
        tell_takes(film, shots)
    return 0


def _plan(options: argparse.Namespace) -> int:
    plan = StoryAgent(**planner_settings(options)).plan(options.story)
    text = plan.model_dump_json(by_alias=True, indent=1) + "\n" if options.json else plan_to_yaml(plan)
    if options.out:
        try:
            Path(options.out).write_text(text, encoding="utf-8")
        except OSError as error:
            raise StoryError(f"the plan cannot be written here: {error.strerror}", source=options.out) from None
        print(options.out)
    else:
        print(text, end="")
    for note in plan.notes:
        print(f"{note.kind}: {note.where}: {note.what}", file=sys.stderr)
    return 0


def _doctor(options: argparse.Namespace) -> int:
    if options.endpoint:
        return _endpoint(options)
    rows = check_up()
    if options.json:
        print(json.dumps([row.model_dump() for row in rows], indent=1))
    else:
        for row in rows:
            print(f"{'ok  ' if row.works else 'MISS'} {row.what:<22} {row.found}")
            if row.advice and not row.works:
                print(f"     {'':<22} -> {row.advice}")
    return 0 if all(row.works or row.optional for row in rows) else 3


def _endpoint(options: argparse.Namespace) -> int:
    rows = []
    for row in examine_endpoint(options.endpoint, options.model):
        rows.append(row)
        if not options.json:
            print(f"{_MARKS[row.state]} {row.what:<22} {row.found}  ({row.seconds:.1f} s)", flush=True)
            if row.advice:
                print(f"     {'':<22} -> {row.advice}")
    if options.json:
        print(json.dumps([row.model_dump() for row in rows], indent=1, ensure_ascii=False))
    return 3 if any(row.needed and row.state == "fails" for row in rows) else 0


_MARKS = {"works": "ok  ", "emulated": "way ", "fails": "FAIL"}


def _fetch(options: argparse.Namespace) -> int:
    places = fetch_models(options.generator)
    print("\n".join(places) or f"{options.generator} needs no models")
    return 0


def _backends(options: argparse.Namespace) -> int:
    if options.generator:
        print(settings_of(options.generator, as_json=options.json))
        return 0
    table = available()
    if options.json:
        print(json.dumps(table, indent=1))
        return 0
    for name, place in table.items():
        print(f"{name:<16} {place}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
