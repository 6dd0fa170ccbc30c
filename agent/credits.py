"""Owns the credits: what a film owes to whom, by licence. Does not know: how the film was made otherwise."""

from __future__ import annotations

from planners import Plan

FONTS = "Lettering: EB Garamond, Nunito, Baloo 2, Noto (SIL Open Font License 1.1)"
VOICES = {"hibari": 'Voices: hibari-tts, voice "heart" (Apache-2.0), pitch set for each character'}
ART = "Pictures: drawn by storyreel's own vector code; no borrowed art"
MUSIC = "Music and effects: synthesised by storyreel"
LANGUAGE = "Text understanding: spaCy en_core_web_sm (MIT), coreferee (MIT)"


def credit_lines(plan: Plan, engine: str) -> tuple[str, ...]:
    """The credits of a film, one line each."""
    spoken = any(shot.lines for shot in plan.shots)
    lines = [
        plan.title,
        *([f"Written by {plan.author}"] if plan.author else []),
        f"Made with storyreel in the style {plan.style!r}",
        ART,
    ]
    if spoken and engine in VOICES and plan.language == "en":
        lines.append(VOICES[engine])
    if plan.music:
        lines.append(MUSIC)
    lines.append(FONTS)
    if plan.language == "en":
        lines.append(LANGUAGE)
    return tuple(lines)


def card_lines(plan: Plan, engine: str) -> tuple[str, ...]:
    """The few credits that fit on the end card."""
    lines = [*([f"Written by {plan.author}"] if plan.author else []), "Made with storyreel"]
    if any(shot.lines for shot in plan.shots) and engine in VOICES and plan.language == "en":
        lines.append("Voices: hibari-tts")
    lines.append("Lettering under the SIL Open Font License")
    return tuple(lines)
