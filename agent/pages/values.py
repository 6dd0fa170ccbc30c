"""Owns the values of which the storyboard page is written: plain data, nothing computed.

Does not know: where they come from, how they are shown.
"""

from __future__ import annotations

from dataclasses import dataclass

from agent.pages.facts import Making, Money, Walk


@dataclass(frozen=True)
class Picture:
    """A part of a picture file of the run folder."""

    file: str
    digest: str
    """Of the file."""
    side: int
    """The longer side on the page in pixels, at most."""
    crop: tuple[float, float, float, float] | None = None
    """(x0, y0, x1, y1) in shares; None: all of it."""

    @property
    def key(self) -> str:
        """Names the picture on the page."""
        part = "" if self.crop is None else "," + ",".join(f"{edge:.3f}" for edge in self.crop)
        return f"{self.digest}-{self.side}{part}"


@dataclass(frozen=True)
class Tracked:
    """One instance in the frame of a shot."""

    key: str
    name: str
    colour: int
    path: str
    """Boxes at even times of the shot, `x y w h` in percent or `-`, joined by `;`."""
    box: tuple[float, float, float, float] | None
    """At the keyframe's moment: left, top, width, height in percent."""


@dataclass(frozen=True)
class Seen:
    """Who is in a shot, as the keyframe shows it."""

    entity: str
    name: str
    kind: str
    colour: int
    crop: Picture | None
    score: float | None
    """Identity of the crops to the reference."""
    failed: bool
    """Whether that is below its threshold."""
    others: tuple[str, ...] = ()
    """What else of it fails in the shot, with its value."""


@dataclass(frozen=True)
class Said:
    """One line."""

    speaker: str
    text: str
    manner: str
    at: float
    """Seconds into the film."""


@dataclass(frozen=True)
class View:
    """What the camera does."""

    words: str
    start: tuple[float, float, float, float]
    end: tuple[float, float, float, float]
    """Left, top, width and height of the window on the stage, in stage units."""


@dataclass(frozen=True)
class Take:
    """A variant that was asked for, or an earlier version that is kept."""

    label: str
    still: Picture | None
    asked: bool = False
    """Whether it is a take that can be picked by its number."""
    differs: str = ""
    stands: bool = False
    """Whether it is in the film."""
    verdict: str = ""
    scores: tuple[tuple[str, float], ...] = ()
    pick: str = ""
    """The command that puts it into the film."""


@dataclass(frozen=True)
class Card:
    """One shot of the board."""

    number: int
    id: str
    text: str
    place: str
    """Entity id."""
    start: float
    seconds: float
    still: Picture | None
    by_hand: bool
    continues: bool
    view: View
    leaves: str
    """The transition to the next shot, in words."""
    tracks: tuple[Tracked, ...]
    cast: tuple[Seen, ...]
    lines: tuple[Said, ...]
    script: tuple[tuple[str, str], ...]
    said_whole: bool
    """Whether its lines say all that its text tells: `"Go on," said Mara.`."""
    beats: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    """Sounds, state, remark, control: name and words."""
    failures: tuple[str, ...]
    judged: bool
    making: tuple[Making, ...]
    takes: tuple[Take, ...]


@dataclass(frozen=True)
class Chapter:
    """One scene."""

    number: int
    name: str
    place: str
    light: str
    start: float
    seconds: float
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Sheet:
    """A reference sheet, or a place."""

    entity: str
    name: str
    kind: str
    colour: int
    words: str
    voice: str
    shots: tuple[int, ...]
    pictures: tuple[Picture, ...]


@dataclass(frozen=True)
class Board:
    """All that the page shows."""

    title: str
    author: str
    language: str
    style: str
    size: tuple[int, int]
    fps: int
    seconds: float
    film: str | None
    """Beside the page; None: not made yet."""
    captions: str
    """WebVTT."""
    burnt: bool
    """Whether the captions are in the picture already."""
    chapters: tuple[Chapter, ...]
    sheets: tuple[Sheet, ...]
    notes: tuple[tuple[str, str], ...]
    walks: tuple[Walk, ...]
    money: Money
    credits: tuple[str, ...]
    checked: bool
    check_notes: tuple[str, ...]
    check_page: str | None

    @property
    def numbers(self) -> dict[str, int]:
        """Number of every shot by its id."""
        return {card.id: card.number for card in self.cards}

    @property
    def cards(self) -> tuple[Card, ...]:
        """All shots in order."""
        return tuple(card for chapter in self.chapters for card in chapter.cards)
