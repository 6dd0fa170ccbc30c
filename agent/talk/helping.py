"""Owns help: the examples of the grammar, grouped by what people want to do. Does not know: terminals, films."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz

from agent.chat import RULES

GROUPS: Mapping[str, Sequence[str]] = {
    "shots": (
        "add", "open", "copy", "swap", "move", "to_position", "merge", "split", "remove", "keep_only", "tell", "let",
        "happens", "retime", "pace",
    ),
    "light and place": ("properties", "place", "dramatic", "style"),
    "camera and cuts": ("focus", "nearer_in", "transition", "all_transitions"),
    "who and what": ("come", "go", "rename", "look", "recolour"),
    "words and sound": (
        "says_where", "line_added", "line_changed", "line_replaced", "line_given", "line_gone", "voice", "title",
        "no_music", "add_music", "no_narration", "no_subtitles", "burn_subtitles",
    ),
    "your own files": ("file", "own_file", "file_back"),
    "going back": ("undo", "redo", "go_to", "history", "branch", "switch"),
    "making and looking": (
        "render", "stop", "show_shot", "show", "board", "check", "retry", "takes", "pick", "why", "cost", "export",
        "help", "hello", "quit",
    ),
}  # fmt: skip
"""Heading -> names of rules, in the order of help."""
NEAR = 70.0


def examples() -> Mapping[str, tuple[str, ...]]:
    """Heading -> sentences that work."""
    told: dict[str, list[str]] = {}
    for item in RULES:
        told.setdefault(item.name, [])
        if item.example not in told[item.name]:
            told[item.name].append(item.example)
    return {
        heading: tuple(dict.fromkeys(sentence for name in names for sentence in told.get(name, ())))
        for heading, names in GROUPS.items()
    }


def help_about(words: str = "") -> str:
    """Sentences that work: all of them, or those that are about something."""
    rows = []
    for heading, sentences in examples().items():
        near = words.lower() in heading.split()
        kept = [
            text for text in sentences if not words or near or fuzz.partial_ratio(words.lower(), text.lower()) >= NEAR
        ]
        if kept:
            rows += [f"{heading}", *(f"  {text}" for text in kept)]
    if not rows:
        return help_about()
    return "\n".join(rows)
