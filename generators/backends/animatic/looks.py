"""Owns the styles: for each, the hands for scenery and figures, the grade, the finish over the frame.

Does not know: what is drawn, where.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import skia

from generators.backends.animatic import finish
from generators.backends.animatic.colours import RGB, mix
from generators.backends.animatic.finish import Finish
from generators.backends.animatic.grades import ACCENT, BLUE, GREY, MOONLIT, NOIR, SOFT, VIVID, WASH, Grade
from generators.backends.animatic.kit import Ink, Look, Storybook
from generators.backends.animatic.looks_cut import PaperCut
from generators.backends.animatic.looks_felt import Felt
from generators.backends.animatic.looks_ink import InkWash
from generators.backends.animatic.looks_tone import NightBlue, Noir
from generators.backends.animatic.scenery import Lighting


@dataclass(frozen=True)
class Style:
    """Everything that a style decides."""

    name: str
    scenery: Look
    figures: Look
    finish: Finish
    scenery_grade: Grade | None = None
    """Colour change over the scenery, and over the light that falls on figures."""
    figure_grade: Grade | None = None
    line_px: float = 2.0
    """Contour width at 720 lines."""
    rim: float = 1.0
    """Share of the scene's rim light that figures get."""
    rim_colour: RGB | None = None
    """A rim of one colour in every scene: the white edge of cut paper."""
    key: float = 1.0
    """Share of the light that falls from one side over whole figures in dark scenes."""
    cast: float = 1.0
    """Share of the grade in the light that falls on figures."""
    floor: float = 168.0
    """Least brightness, 0..255, of the light on figures: faces stay readable at night."""
    shadow: float = 1.0
    """Share of the scene's cast shadow."""
    lettering: RGB = (255.0, 246.0, 226.0)
    font: str = "EB Garamond"
    """Family of titles."""

    @property
    def live(self) -> Look:
        """The hand for what is drawn straight into the frame: graded colour by colour."""
        return self.scenery if self.scenery_grade is None else Graded(self.scenery, self.scenery_grade)

    def lit(self, light: Lighting) -> Lighting:
        """The scene's light as this style sees it, for figures and their shadows."""
        grade = self.scenery_grade
        if grade is None:
            return light
        # Tints are compared with white, so that a grade that darkens white does not darken figures twice.
        white = grade.one((255.0, 255.0, 255.0))
        ratio = tuple(min(255.0, a * 255 / max(w, 1)) for a, w in zip(grade.one(light.ambient), white, strict=True))
        ambient = mix(light.ambient, (ratio[0], ratio[1], ratio[2]), self.cast)
        return replace(
            light,
            ambient=ambient,
            rim=self.rim_colour or grade.one(light.rim),
            haze=grade.one(light.haze),
            shadow=grade.one(light.shadow),
        )


@dataclass(frozen=True)
class Graded:
    """A look whose every colour goes through a grade first."""

    look: Look
    grade: Grade

    @property
    def name(self) -> str:
        """The style's name."""
        return self.look.name

    def part(self, ink: Ink, path: skia.Path, colour: RGB, *, role: str, line: float, depth: float) -> None:
        """See `Ink.part`."""
        self.look.part(ink, path, self.grade.one(colour), role=role, line=line, depth=depth)

    def flat(self, ink: Ink, path: skia.Path, colour: RGB, alpha: float) -> None:
        """See `Ink.flat`."""
        self.look.flat(ink, path, self.grade.one(colour), alpha)

    def stroke(self, ink: Ink, path: skia.Path, colour: RGB, width: float, alpha: float) -> None:
        """See `Ink.stroke`."""
        self.look.stroke(ink, path, self.grade.one(colour), width, alpha)

    def glow(self, ink: Ink, x: float, y: float, radius: float, colour: RGB, alpha: float) -> None:
        """See `Ink.glow`."""
        self.look.glow(ink, x, y, radius, self.grade.one(colour), alpha)


STYLES: dict[str, Style] = {
    "storybook": Style(name="storybook", scenery=Storybook(), figures=Storybook(), finish=finish.paper),
    "paper-cut": Style(
        name="paper-cut", scenery=PaperCut(lift=1.3), figures=PaperCut(lift=0.9), finish=finish.mat,
        scenery_grade=VIVID, figure_grade=VIVID, rim=1.0, rim_colour=(255.0, 248.0, 232.0),
        key=0.35, cast=0.4, floor=186.0, shadow=1.0, font="Baloo 2",
    ),
    "ink": Style(
        name="ink", scenery=InkWash(waver=1.6), figures=InkWash(), finish=finish.rice, scenery_grade=WASH,
        figure_grade=ACCENT, line_px=2.4, rim=0.0, key=0.0, floor=176.0, shadow=0.7, lettering=(58.0, 44.0, 52.0),
    ),
    "pastel": Style(
        name="pastel", scenery=Felt(), figures=Felt(), finish=finish.felt, scenery_grade=SOFT, figure_grade=SOFT,
        rim=0.5, shadow=0.8, font="Baloo 2",
    ),
    "noir": Style(
        name="noir", scenery=Noir(), figures=Noir(), finish=finish.film, scenery_grade=GREY, figure_grade=NOIR,
        line_px=2.3, rim=1.2, key=0.0, floor=150.0, shadow=1.5, lettering=(250.0, 250.0, 250.0),
    ),
    "night-blue": Style(
        name="night-blue", scenery=NightBlue(), figures=NightBlue(), finish=finish.chalk, scenery_grade=BLUE,
        figure_grade=MOONLIT, line_px=2.0, rim=0.8, cast=0.3, floor=196.0, lettering=(255.0, 236.0, 190.0),
    ),
}  # fmt: skip


def style(name: str) -> Style:
    """The style with this name; names come from `generators.styles.resolve_style`."""
    return STYLES[name]
