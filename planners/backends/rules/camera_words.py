"""Owns camera language: what a text asks of the camera, and the text without it.

Does not know: entities, shots.
"""

from __future__ import annotations

import re
from typing import cast

from planners.plan import Angle, Framing, Move, Speed
from planners.reading import CameraWish
from planners.story import CameraPin

_FRAMINGS: tuple[tuple[str, Framing], ...] = (
    (r"extreme[ -]close[ -]?up|macro|ecu", "extreme close-up"),
    (r"medium[ -]close[ -]?up|mcu|head[ -]and[ -]shoulders", "medium close-up"),
    (r"close[ -]?ups?|close shot|tight (?:shot|two-shot|portrait|framing)|insert(?: shot)?|detail shot|cu", "close-up"),
    (r"medium[ -]wide|medium[ -]long|cowboy shot|american shot|mws", "medium wide"),
    (r"medium(?: two[ -]shot| shot| view|-shot)?|mid[ -]?shot|waist[ -]up|two[ -]shot", "medium"),
    (r"full(?:[ -]body)? shot|full[ -]body|full", "full"),
    (
        r"extreme[ -](?:wide|long)|establishing(?: shot)?|very wide|panoramic|aerial(?: shot| view)?|drone shot",
        "extreme wide",
    ),
    (r"wide(?:[ -]angle)?(?: shot| two[ -]shot| view)?|long shot", "wide"),
)  # fmt: skip
_ANGLES: tuple[tuple[str, Angle], ...] = (
    (
        r"top[ -]down|top view|overhead|bird'?s[ -]eye(?: view)?|plan view|directly above|"
        r"(?:seen|viewed|shown|filmed|shot|view|looking down) from (?:directly |straight |high )?(?:above|the top)|"
        r"looking straight down|straight down at|from (?:directly )?overhead", "top-down"),
    (
        r"over[ -]the[ -]shoulders?|over (?:his|her|their|(?:[\w-]+ ){0,4}[\w-]+(?:'s|s')) shoulders?|ots",
        "over-the-shoulder"),
    (r"low[ -]angle|from below|worm'?s[ -]eye(?: view)?|ground[ -]level|looking up(?:ward)?", "low"),
    (r"high[ -]angle|from above|aerial|looking down", "high"),
    (r"eye[ -]level|straight[ -]on", "eye"),
)  # fmt: skip
_MOVES: tuple[tuple[str, Move], ...] = (
    (
        r"zoom(?:s|ed|ing)?(?: \w+ly)? (?:in|closer)|push(?:es|ing)?[ -]in|doll(?:y|ies)(?:ing)? (?:in|forward|"
        r"toward)|mov(?:es|ing) (?:in|closer)|track(?:s|ing)? (?:in|forward)|creeps? in|\d+% push-in", "zoom in"),
    (
        r"zoom(?:s|ed|ing)?(?: \w+ly)? out|pull(?:s|ing)?[ -](?:back|out)|doll(?:y|ies)(?:ing)? (?:out|back)|"
        r"mov(?:es|ing) (?:back|away)|widens?", "zoom out"),
    (
        r"(?:pan|slid|truck|track|mov|drift|glid|doll)\w* (?:\w+ly )?(?:to the |in from the )?left(?:ward)?s?|"
        r"leftward (?:pan|slide|move)|from right to left", "left"),
    (
        r"(?:pan|slid|truck|track|mov|drift|glid|doll)\w* (?:\w+ly )?(?:to the )?right(?:ward)?s?|rightward "
        r"(?:pan|slide|move)|from left to right", "right"),
    (r"tilt(?:s|ing)? (?:\w+ly )?up(?:ward)?s?|cran(?:es|ing)? up|rises?|boom up|pedestal up|up", "up"),
    (r"tilt(?:s|ing)? (?:\w+ly )?down(?:ward)?s?|cran(?:es|ing)? down|lowers|boom down|pedestal down|down", "down"),
    (
        r"pan(?:s|ning)?|lateral pan|track(?:s|ing)?(?: shot)?|following|follows|dolly|slide|arc|orbit|left[ "
        r"-]to[ -]right", "right"),
    (r"static|locked(?:[ -]off)?|lock[ -]off|fixed|still|steady|tripod|stationary|none|no movement|holds", "static"),
)  # fmt: skip
_SPEEDS: tuple[tuple[str, Speed], ...] = (
    (r"slow(?:ly)?|gentl[ey]|gently|subtle|subtly|slight(?:ly)?|gradual(?:ly)?|smooth(?:ly)?", "slow"),
    (r"fast|quick(?:ly)?|rapid(?:ly)?|whip|swift(?:ly)?|sudden(?:ly)?", "fast"),
    (r"medium|normal|moderate", "medium"),
)  # fmt: skip
_SHOT_NOUN = (
    r"(?:shots?|two-shot|three-shot|close-?ups?|close up|view|angle|framing|frame|insert|portrait|perspective|"
    r"composition)"
)
_SIZE = (
    r"(?:extreme|very|wide|wide-angle|medium|mid|medium-wide|full|full-body|long|close|tight|establishing|"
    r"aerial|overhead|top-down|eye-level|low|high|low-angle|high-angle|slight|slightly|reverse|side|"
    r"side-angle|side-profile|profile|front|frontal|over-the-shoulder|handheld|tracking|static|slow|steady|"
    r"point-of-view|pov|bird's-eye|two|group|insert|macro|cinematic|panoramic|drone|opening|final|closing|"
    r"split|rear|back|three-quarter|dutch|symmetrical|intimate|medium-close|dynamic|detail|master|dolly|crane|"
    r"gentle|smooth)"
)
_LABEL = re.compile(rf"^\s*(?:{_SIZE}|{_SHOT_NOUN})(?:[\s,-]+(?:{_SIZE}|{_SHOT_NOUN}))*\s*:\s*", re.I)
_LEAD = re.compile(
    rf"^\s*(?:an?\s+|the\s+)?(?:(?:{_SIZE})[\s,-]+)*(?:{_SIZE}[- ])?{_SHOT_NOUN}(?:,?\s+(?:on|with|at|using|"
    rf"from)\s+an?\s+[\w\s.%-]*?(?:lens|angle|tripod|level))?"
    r"(?:\s+(?:of|showing|shows|featuring|focusing on|focused on|on)\b|(?=[\s,.:])|$)[:,]?\s*",
    re.I,
)
_LENS = re.compile(
    r",?\s*\b(?:on|with|using|through)?\s*(?:an?\s+)?\d{2,3}\s?mm(?:\s+(?:macro|prime|wide|telephoto))*(?:\s+lens)?\b",
    re.I,
)
_TAIL = re.compile(
    r",?\s*\b(?:as )?(?:seen|viewed|shown|filmed|shot|pictured) from (?:directly |straight |high )?"
    r"(?:above|below|behind|the side|overhead|the top)\b,?"
    r"|,?\s*\b(?:in|from) an?\s+(?:top-down|bird'?s[- ]eye|aerial|overhead|low[- ]angle|high[- "
    r"]angle)(?:\s+(?:view|shot|angle|perspective))?\b|,?\s*\b(?:top-down|bird'?s[- ]eye|overhead|aerial) "
    r"view\b",
    re.I,
)
_MACHINE = re.compile(
    r"^\s*(?:(?:and\s+)?(?:as\s+)?(?:the\s+)?camera\b|(?:slow|gentle|subtle|steady|smooth|slight|fast|"
    r"quick)?\s*(?:push-in|pull-back|zoom|pan|tilt|dolly|tracking|handheld|locked-off|rack focus|depth of "
    r"field|focus pull)\b|"
    r"zoom(?:s|ing)? (?:in|out)\b|pan(?:s|ning)? (?:left|right|up|down|across)\b|tilt(?:s|ing)? (?:up|down)\b|"
    r"lighting\b|framing\b|shallow depth|cut to\b|fade (?:in|out|to)\b|dissolve to\b|soft focus)",
    re.I,
)
_ACTED = re.compile(r"^(?:an?|the|his|her|two|three|[A-Z])\s*\w+", re.I)
_CAMERA_CLAUSE = re.compile(r"[,;]?\s*(?:and |as |while )?(?:the )?camera\b[^.;]*", re.I)
_ASKS = re.compile(
    rf"\bcamera\b|\bover[ -](?:[\w'’-]+[ -]){{1,5}}shoulder|"
    rf"\b{_SHOT_NOUN}\b|\d\s?mm\b|\bzoom|\blens\b|close[ -]?up|(?:seen|viewed|filmed|shown) from|"
    rf"top[ -]down|bird'?s[ -]eye|\bangle\b|\bpan(?:s|ning)? (?:left|right)|\btilts? (?:up|down)",
    re.I,
)


def wish(text: str, *, shot: bool) -> CameraWish:
    """What a text asks of the camera.

    Args:
        text: a sentence, or a whole entry of a shot list.
        shot: the text is an entry of a shot list; prose must say "camera", "shot" or the like to be heard.
    """
    label = _LABEL.match(text)
    if not label and not _ASKS.search(text):
        return CameraWish()
    low = text.lower().replace("’", "'")
    head = low[: label.end()] if label else " ".join(_camera_parts(low))
    return CameraWish(
        framing=cast("Framing | None", _first(_FRAMINGS, head)),
        angle=cast("Angle | None", _first(_ANGLES, head)),
        move=cast("Move | None", _first(_MOVES, _moving(low))),
        speed=cast("Speed | None", _first(_SPEEDS, _moving(low))),
    )


_WHO = r"(?:the |an? |his |her )?((?:[\w-]+ )*?[\w-]+)"
_ON_TO = (
    r"(?:at|as|while|who|we|to|facing|framing|looking|toward|towards|onto|on|with|watching|listening|talking|speaking)"
)
_OVER = (
    re.compile(rf"\bover {_WHO}(?:'s|s') shoulders?\b"),
    re.compile(rf"\bover the shoulders? of {_WHO}(?=[,.;:]|$| {_ON_TO}\b)"),
    re.compile(rf"\bfrom (?:just )?behind {_WHO}(?=[,.;:]|$| {_ON_TO}\b)"),
    re.compile(rf"\bover[ -]the[ -]shoulder(?: (?:shot|view|angle|perspective))? of {_WHO} {_ON_TO}\b"),
)
_BEHIND = re.compile(
    r"^(?:an?\s+|the\s+)?over[ -]the[ -]shoulder(?:\s+(?:shot|view|angle|perspective))?\s+(?:from\s+)?(?:just\s+)?"
    r"behind\s+(.+?),?\s+(?:framing|facing|looking (?:at|toward)|focus(?:ing|ed) on|showing|towards?|onto|on)\s+(.+)$",
    re.I,
)
_SEEN_OVER = re.compile(r"^(?:as )?(?:seen|viewed|shown|filmed|shot|pictured) over the shoulders? of ", re.I)


def over_whom(text: str) -> str | None:
    """The words for the one over whose shoulder the camera looks; None when the text does not say."""
    low = text.lower().replace("’", "'")
    found = next((m for pattern in _OVER if (m := pattern.search(low))), None)
    return found.group(1) if found else None


def _camera_parts(low: str) -> list[str]:
    """The pieces of a text that speak of the camera."""
    pieces = re.split(r"(?<=[.;!?])\s|\n", low)
    return [
        re.split(r"\b(?:of|showing)\b(?= (?:a|an|the|his|her|\w+'s)\b)", p)[0] if _LEAD.match(p) else p
        for p in pieces
        if _ASKS.search(p)
    ]


def _moving(low: str) -> str:
    pieces = [
        p
        for p in re.split(r"[.;,]", low)
        if re.search(
            r"\bcamera|\bzoom|push[ -]in|pull[ -]?back|\bpan\b|pans\b|panning|tilt|dolly|tracking|static|locked|"
            r"handheld|tripod|lateral",
            p,
        )
    ]
    return " ".join(pieces)


def _first(table: tuple[tuple[str, str], ...], text: str) -> str | None:
    for pattern, value in table:
        if text and re.search(rf"(?<![\w-])(?:{pattern})(?![\w-]*\w)", text):
            return value
    return None


def without(text: str) -> str:
    """The text without its camera words; empty when it was nothing but camera."""
    kept: list[str] = []
    for piece in re.split(r"(?<=[.!?])\s+", text.strip()):
        bare = _BEHIND.sub(r"\1 is facing \2", _SEEN_OVER.sub("Near ", _LABEL.sub("", piece)))
        bare = bare if _LEAD.match(bare) else _TAIL.sub("", bare)
        if _MACHINE.match(bare):
            meanwhile = re.search(r"\b(?:as|while)\s+((?!the camera|it\b).{8,})$", bare)
            if meanwhile is None or not _ACTED.search(meanwhile.group(1)):
                continue
            bare = meanwhile.group(1)
        led = _LEAD.match(bare)
        if led and led.end() > 0:
            bare = _TAIL.sub("", _after_lead(bare, led))
        bare = _CAMERA_CLAUSE.sub("", _LENS.sub("", bare)) if _ASKS.search(bare) else bare
        bare = bare.strip(" ,;—-")
        if re.search(r"\w{2}", bare):
            kept.append(bare[0].upper() + bare[1:] + ("" if bare[-1] in '.!?"”’)' else "."))
    return " ".join(kept)


def _after_lead(piece: str, led: re.Match[str]) -> str:
    """What follows "Wide shot of"; nothing when only lens and tripod follow."""
    rest = piece[led.end() :]
    rest = _LENS.sub("", rest)
    parts = [
        p
        for p in re.split(r",\s*", rest)
        if p.strip()
        and not re.match(
            r"\s*(?:static|steady|locked|gentle|slow|slight|handheld|tripod|from the|from a|from \w+ level|camera|"
            r"subtle|smooth|aimed|at \w+ height)",
            p,
            re.I,
        )
    ]
    return ", ".join(parts)


def from_pin(pin: CameraPin) -> tuple[CameraWish, list[tuple[str, str]]]:
    """The closed words for what an author pinned, and what could not be mapped as (field, words)."""
    lost: list[tuple[str, str]] = []

    def find(name: str, table: tuple[tuple[str, str], ...], words: str | None) -> str | None:
        value = _first(table, words.lower()) if words else None
        if words and value is None:
            lost.append((name, words))
        return value

    made = CameraWish(
        framing=cast("Framing | None", find("framing", _FRAMINGS, pin.framing)),
        angle=cast("Angle | None", find("angle", _ANGLES, pin.angle)),
        move=cast("Move | None", find("move", _MOVES, _spoken_move(pin.move))),
        speed=cast("Speed | None", find("speed", _SPEEDS, pin.speed)),
    )
    return made, lost


def _spoken_move(move: str | None) -> str | None:
    if move is not None and move.strip().lower() in ("left", "right"):
        return f"pan {move.strip().lower()}"
    return move
