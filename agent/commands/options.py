"""Owns the arguments that several commands share: planner, generators, amounts, counts, and what is read from them.

Does not know: any command.
"""

from __future__ import annotations

import argparse
from typing import Any

from planners import Price, read_prices

STORY = "a .yaml, .txt, .md, .fountain or .fdx file, a run folder, or - for standard input"
MAKERS = ("keyframes", "shots", "guide", "control", "attempts", "looker", "voice")


def add_planner(parser: argparse.ArgumentParser) -> None:
    """Add what says who plans, and for how much."""
    parser.add_argument(
        "--planner", default="rules", metavar="NAME", help="rules (default, offline) or openai:MODEL (OPENAI_API_KEY)"
    )
    parser.add_argument(
        "--endpoint", metavar="URL", help="server of openai:MODEL, up to /v1 (default: OPENAI_BASE_URL, else OpenAI)"
    )
    parser.add_argument("--budget", type=dollars, metavar="USD", help="most that hosted models may cost, in all")
    parser.add_argument(
        "--price", type=price, metavar="IN/OUT", help="what the planner's model costs, in USD per million tokens"
    )


def add_makers(parser: argparse.ArgumentParser) -> None:
    """Add what says who draws, moves and speaks."""
    parser.add_argument("--keyframes", default="animatic", metavar="NAME", help="image generator (default: animatic)")
    parser.add_argument("--shots", default="animatic", metavar="NAME", help="video generator (default: animatic)")
    parser.add_argument(
        "--guide", default="animatic", metavar="NAME", help="what learned generators work over (default: animatic)"
    )
    parser.add_argument(
        "--control", type=share, metavar="0..1", help="how closely they keep to it: 0 free, 1 the guide itself"
    )
    parser.add_argument(
        "--attempts", type=count, metavar="N", help="make what its measures do not accept up to N times (see docs)"
    )
    parser.add_argument(
        "--looker", metavar="NAME", help="model that looks at every picture and clip: openai:MODEL, at --endpoint"
    )
    parser.add_argument("--voice", default="hibari", metavar="NAME", help="speech engine, or none (default: hibari)")
    parser.add_argument("--workers", type=count, metavar="N", help="processes side by side (default: one per core)")


def planner_settings(options: argparse.Namespace) -> dict[str, Any]:
    """What `add_planner` read, as settings of a StoryAgent."""
    settings = {"planner": options.planner, "endpoint": options.endpoint, "budget": options.budget}
    return settings | ({"prices": {options.planner: options.price}} if options.price else {})


def maker_settings(options: argparse.Namespace) -> dict[str, Any]:
    """What `add_makers` read, as settings of a StoryAgent."""
    settings = {name: getattr(options, name) for name in MAKERS}
    return settings | ({"workers": options.workers} if options.workers else {})


def dollars(text: str) -> float:
    """An amount in US dollars."""
    try:
        amount = float(text)
    except ValueError:
        amount = -1.0
    if not 0 <= amount < float("inf"):
        raise argparse.ArgumentTypeError(f"an amount in USD like 0.50, not {text!r}")
    return amount


def price(text: str) -> Price:
    """A price of a language model."""
    try:
        return read_prices(f"model={text}")["model"]
    except (ValueError, KeyError):
        raise argparse.ArgumentTypeError(f"two amounts like 0.25/2, not {text!r}") from None


def share(text: str) -> float:
    """A number from 0 to 1."""
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        raise argparse.ArgumentTypeError(f"a share from 0 to 1 like 0.7, not {text!r}")
    return number


def number(text: str) -> int:
    """A whole number, or 0."""
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"a whole number or 0, not {text!r}")
    return int(text)


def count(text: str) -> int:
    """A whole number of at least 1."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"a whole number of at least 1, not {text!r}")
    return int(text)
