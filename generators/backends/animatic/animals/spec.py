"""Owns what a species is: coats, heads and four-legged bodies as data. Lengths in design units of the species.

Does not know: how they are drawn, any one species.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from generators.backends.animatic.colours import RGB

WHITE: RGB = (248, 242, 230)
DARK: RGB = (56, 44, 58)


@dataclass(frozen=True)
class Coat:
    """The colours of an animal."""

    base: RGB
    belly: RGB | None = None
    """Underside and bib; None: as the base."""
    face: RGB | None = None
    """Colour of the face's marking; None: as the belly."""
    socks: RGB | None = None
    tip: RGB | None = None
    """Tip of the tail."""
    mark: RGB | None = None
    """Stripes, spots, patches, saddle."""
    mane: RGB | None = None
    ear: RGB = (226, 150, 146)
    nose: RGB = (58, 40, 52)
    iris: RGB | None = None
    horn: RGB = (232, 216, 180)
    wing: RGB | None = None
    """Wings, fins, shells."""
    beak: RGB = (236, 160, 60)
    keeps: tuple[str, ...] = ()
    """Colours that stay when the animal is recoloured."""


@dataclass(frozen=True)
class HeadSpec:
    """A mammal's head; lengths in head radii, x to the front, y down, origin in the middle of the skull."""

    r: float
    """Head radius in design units."""
    skull: tuple[float, float] = (1.0, 0.92)
    muzzle: tuple[float, float, float] = (0.9, 0.32, 0.36)
    """Tip x, y and radius."""
    root: float = 0.5
    """Radius where the muzzle leaves the skull."""
    ears: str = "tri"
    ear: float = 0.9
    """Length of the ears."""
    mask: str = ""
    nose: str = "dot"
    nose_size: float = 0.17
    eye: float = 1.0
    eye_x: float = 0.38
    eye_y: float = -0.1
    gap: float = 0.4
    cheeks: float = 0.0
    extras: tuple[str, ...] = ()
    """whiskers, horns, antlers, mane, forelock, tusks, trunk, horn, beard, bell, comb, teeth, blush."""


@dataclass(frozen=True)
class QuadSpec:
    """A four-legged animal; lengths in design units, later scaled so that it stands `height` high."""

    height: float
    """Figure units to the top of the skull."""
    coat: Coat
    head: HeadSpec
    length: float = 46.0
    """From hip to chest."""
    hip_h: float = 34.0
    chest_h: float = 34.0
    hip_r: float = 13.0
    chest_r: float = 14.0
    mid_r: float = 12.5
    leg: tuple[float, float] = (10.0, 6.5)
    foot: str = "paw"
    neck: tuple[float, float] = (14.0, -22.0)
    """From the chest's centre to the head's."""
    neck_w: tuple[float, float] = (20.0, 15.0)
    tail: str = "thin"
    tail_len: float = 30.0
    pattern: str = ""
    plan: str = "walk"
    """walk, hop (small ones that bound), sit (rests sitting), upright (stands on two legs by itself)."""
    hands: bool = True
    """Whether it uses its forepaws as hands (else its mouth)."""
    extras: tuple[str, ...] = field(default=())
    """wool, hump, wings, plates, udder, spikes, pouch, shell."""

    @property
    def design_height(self) -> float:
        """Design units from the ground to the top of the skull, standing."""
        return self.chest_h - self.neck[1] + self.head.r * self.head.skull[1]

    @property
    def muzzle_reach(self) -> float:
        """How far the muzzle goes past the skull's middle, in head radii."""
        return self.head.muzzle[0] + self.head.muzzle[2] - 1.0
