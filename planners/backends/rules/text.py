"""Owns the way from raw text to sentences: paragraphs, quotations, sentence ends.

A quotation is replaced by a short stand-in before parsing, so that the parser sees the frame sentence only.
Does not know: grammar, entities.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from planners.backends.rules.tables import wordset

STAND_IN = "Yes"


@dataclass(frozen=True)
class Quote:
    """Words between quotation marks, and where their stand-in begins in the clean sentence."""

    text: str
    at: int
    runs_on: bool = False
    """The quotation has no closing mark: the next paragraph goes on with it."""


@dataclass(frozen=True)
class RawSentence:
    """One sentence before it is understood."""

    text: str
    """As written, quotations included."""
    clean: str
    """For the parser: quotations replaced by stand-ins."""
    quotes: tuple[Quote, ...] = ()
    paragraph: int = 0


_GUTENBERG = re.compile(r"\*\*\*\s*(?:START|END) OF TH(?:E|IS)[^*]*\*\*\*")
_FENCE = re.compile(r"^\s*```.*$", re.M)
_MARKUP = re.compile(r"(\*\*|__|(?<!\w)[*_](?=\w)|(?<=[\w.,!?])[*_](?!\w))")
_BULLET = re.compile(r"^\s*(?:[-*•]\s+|\(?\d{1,3}[.)]\s+)")
_LABEL = re.compile(r"^(?:scene|shot|step|part|panel|frame|chapter)\s+(?:\d+|[ivxlc]+)\s*[:.\-–—]\s*", re.I)
_HEADING = re.compile(r"^#{1,6}\s+(.*)$")
_DOUBLE = re.compile(r"[“”„\"«»]")
_SAY_AFTER = re.compile(
    r"\s*(?:(?:[Tt]he|[Hh]is|[Hh]er|[Mm]y|[Aa]n?)\s+)?(?:[\w'’-]+\s+){0,3}?(?:said|asked|cried|answered|"
    r"replied|whispered|shouted|called|exclaimed|"
    r"says|asks|cries|answers|replies|whispers|shouts|calls|murmured|muttered|added|yelled|continued|thought)\b"
)
_ABBREVIATIONS = wordset(
    "mr mrs ms dr st prof sr jr vs etc e.g i.e no vol mt capt gen lt sgt rev hon col fig approx ft oz"
)
_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|$)|;\s(?=Character [A-Z]\b)")
_DANGLING = wordset("said asked cried answered replied whispered shouted called exclaimed")


def paragraphs(text: str) -> tuple[str | None, list[str]]:
    """Split a story's text into paragraphs; a Markdown heading on top is its title."""
    text = _FENCE.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    text = re.sub(r"(?<=[^\s-])--(?=[^\s-])", " — ", text)
    parts = _GUTENBERG.split(text)
    if len(parts) >= 3:
        text = parts[1]
    title: str | None = None
    found: list[str] = []
    for block in re.split(r"\n\s*\n", text):
        lines: list[str] = []
        for line in block.split("\n"):
            heading = _HEADING.match(line.strip())
            if heading:
                title = title or heading.group(1).strip()
                continue
            if line.strip():
                lines.append(line)
        found.extend(_joined(lines))
    return title, found


def _joined(lines: list[str]) -> list[str]:
    """Undo hard wrapping: a line goes on with the next unless it ends or the next begins something new."""
    ended = sum(bool(_FULL.search(line)) for line in lines)
    separate = len(lines) > 1 and ended >= 0.8 * len(lines)
    out: list[str] = []
    for raw in lines:
        listed = bool(_BULLET.match(raw) or _LABEL.match(raw.strip()))
        line = _MARKUP.sub("", _LABEL.sub("", _BULLET.sub("", raw).strip())).strip()
        if not line:
            continue
        fresh = bool(out) and line[0].isupper() and (len(out[-1]) < 50 or (separate and bool(_FULL.search(out[-1]))))
        if not out or listed or fresh:
            out.append(line)
        else:
            out[-1] = f"{out[-1]} {line}"
    return out


_FULL = re.compile(r"[.!?…][\"”’)]?\s*$")


def sentences(paragraph: str, number: int, *, inside: bool = False) -> list[RawSentence]:
    """Split one paragraph into sentences, with quotations set apart.

    Args:
        paragraph: running text.
        number: index of the paragraph.
        inside: the paragraph begins inside a quotation that an earlier one opened.
    """
    clean, spans = _without_quotes(paragraph, inside=inside)
    out: list[RawSentence] = []
    for start, end in _cuts(clean):
        piece = clean[start:end]
        lead = len(piece) - len(piece.lstrip())
        piece = piece.strip()
        if not re.search(r"\w", piece):
            continue
        quotes = tuple(Quote(text, at - start - lead, runs) for at, _, text, _, runs in spans if start <= at < end)
        out.append(RawSentence(_original(clean, spans, start, end), piece, quotes, number))
    return _glued(out)


_Span = tuple[int, int, str, str, bool]
"""(start in clean, end in clean, words, as written, runs on)"""


def _original(clean: str, spans: list[_Span], start: int, end: int) -> str:
    out: list[str] = []
    at = start
    for s, e, _, written, _ in spans:
        if start <= s < end:
            out.extend((clean[at:s], written))
            at = e
    out.append(clean[at:end])
    return "".join(out).strip()


def _glued(found: list[RawSentence]) -> list[RawSentence]:
    """A piece that begins in lower case with a verb of saying belongs to the one before."""
    out: list[RawSentence] = []
    for sentence in found:
        first = sentence.clean.split(" ", 1)[0].strip(",.").lower()
        if out and out[-1].quotes and sentence.clean[0].islower() and first in _DANGLING:
            before = out.pop()
            shift = len(before.clean) + 1
            quotes = before.quotes + tuple(Quote(q.text, q.at + shift, q.runs_on) for q in sentence.quotes)
            sentence = RawSentence(
                f"{before.text} {sentence.text}", f"{before.clean} {sentence.clean}", quotes, sentence.paragraph
            )
        out.append(sentence)
    return out


def _quote_spans(text: str, *, inside: bool) -> list[tuple[int, int, bool]]:
    """(start, end, closed) of every quotation, marks included."""
    spans: list[tuple[int, int, bool]] = []
    opened: int | None = 0 if inside and not text.startswith(("“", '"', "«")) else None
    for match in _DOUBLE.finditer(text):
        mark = match.group()
        if opened is None:
            if (
                mark == '"'
                and re.search(r"\d$", text[: match.start()])
                and not text[match.end() :].lstrip()[:1].isupper()
            ):
                continue
            opened = match.start()
        elif mark not in "“«" or opened == match.start():
            spans.append((opened, match.end(), True))
            opened = None
    if opened is not None and len(text) - opened > 2:
        spans.append((opened, len(text), False))
    return spans or _single_spans(text)


_SINGLE = re.compile(r"(?:(?<=^)|(?<=[\s(—-]))[‘']([A-Z][^‘\n]*?[,.!?…—-])[’'](?=[\s)—]|$)")


def _single_spans(text: str) -> list[tuple[int, int, bool]]:
    return [(match.start(), match.end(), True) for match in _SINGLE.finditer(text)]


def _without_quotes(text: str, *, inside: bool) -> tuple[str, list[_Span]]:
    out: list[str] = []
    length, at = 0, 0
    spans: list[_Span] = []
    for start, end, closed in _quote_spans(text, inside=inside):
        if start < at:
            continue
        written = text[start:end]
        words = re.sub(r"\s+", " ", written.strip("“”„\"«»‘’' \n"))
        before, after = text[at:start], text[end:]
        out.append(before)
        length += len(before)
        at = end
        if not _is_speech(words, "".join(out), after, closed=closed):
            plain = written.strip("“”\"«»„‘’'")
            if not re.search(r"(?:called|named|name(?: is| was)?|nicknamed)\s*$", "".join(out)):
                plain = plain.lower()
            out.append(plain)
            length += len(plain)
            continue
        token = f'"{STAND_IN}{_stop(words, after)}"'
        spans.append((length, length + len(token), words, written, not closed))
        out.append(token)
        length += len(token)
    out.append(text[at:])
    return "".join(out), spans


def _is_speech(words: str, before: str, after: str, *, closed: bool) -> bool:
    """Whether the words in quotation marks are spoken, not a label or an ironic word."""
    if not closed or not words:
        return not closed
    tail = before.rstrip()
    if words[-1] in ".,!?…—-;:":
        return (
            words[-1] not in ".," or " " in words or not tail or tail[-1] in ',.:!?"' or bool(_SAY_AFTER.match(after))
        )
    return not tail or tail[-1] in ",:" or bool(_SAY_AFTER.match(after) and len(words.split()) > 1)


def _stop(words: str, after: str) -> str:
    """The punctuation inside the stand-in: a comma when the sentence goes on, else a full stop."""
    following = after.lstrip()
    if not following:
        return "."
    if following[0].islower() or following[0] in ",;—-" or words[-1] == ",":
        return ","
    if words[-1] in "?!—" and _SAY_AFTER.match(after):
        return ","
    return "."


def _cuts(text: str) -> list[tuple[int, int]]:
    """Start and end of every sentence."""
    cuts: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        rest = text[match.end() :].lstrip()
        if rest and not _begins(rest, text, match):
            continue
        cuts.append((start, match.end()))
        start = match.end()
    if text[start:].strip():
        cuts.append((start, len(text)))
    return cuts


def _begins(rest: str, text: str, match: re.Match[str]) -> bool:
    """Whether a sentence can begin with `rest` after this punctuation mark."""
    if match.group().startswith(";"):
        return True
    word = re.split(r"[\s(]", text[: match.start()])[-1].lower()
    if match.group() == "." and (word in _ABBREVIATIONS or re.fullmatch(r"[a-z]", word)):
        return False
    first = rest[0]
    return (
        first.isupper()
        or first in "\"“‘'(—"
        or first.isdigit()
        or (first.islower() and match.group()[0] in ".…" and '"' in match.group())
    )
