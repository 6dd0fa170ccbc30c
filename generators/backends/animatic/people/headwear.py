"""Owns the list of headwear: how each kind is drawn and how much hair it leaves to be seen.

Does not know: shapes of hats, hair.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import skia

from generators.backends.animatic.colours import RGB
from generators.backends.animatic.kit import Ink
from generators.backends.animatic.people import hats, helmets, wraps
from generators.backends.animatic.people.hat_shapes import Block
from generators.backends.animatic.people.skull import Skull

Drawer = Callable[[Ink, Block, RGB], None]


@dataclass(frozen=True)
class Wear:
    """One kind of headwear."""

    draw: Drawer
    hair: str = "below"
    """Hair that shows: all, below (under the edge), inside (within the opening), none."""
    behind: Drawer | None = None
    edge: float = -0.46
    """Y of the edge on the sides."""
    sag: float = 0.08


WEARS: Mapping[str, Wear] = {
    "fedora": Wear(hats.fedora),
    "sun hat": Wear(hats.sun_hat),
    "straw hat": Wear(hats.straw_hat),
    "cowboy hat": Wear(hats.cowboy_hat),
    "top hat": Wear(hats.top_hat),
    "bowler": Wear(hats.bowler),
    "witch hat": Wear(hats.witch_hat),
    "wizard hat": Wear(hats.wizard_hat),
    "tricorne": Wear(hats.tricorne),
    "cap": Wear(hats.cap, edge=-0.42, sag=0.05),
    "police cap": Wear(hats.police_cap, edge=-0.44, sag=0.06),
    "beanie": Wear(hats.beanie, edge=-0.4),
    "beret": Wear(hats.beret, edge=-0.5, sag=0.05),
    "toque": Wear(hats.toque, edge=-0.44),
    "nurse cap": Wear(hats.nurse_cap, "all"),
    "sailor cap": Wear(hats.sailor_cap, edge=-0.58, sag=0.05),
    "santa hat": Wear(hats.santa_hat, edge=-0.42),
    "party hat": Wear(hats.party_hat, "all"),
    "fez": Wear(hats.fez, edge=-0.6),
    "graduation cap": Wear(hats.graduation_cap, edge=-0.5, sag=0.06),
    "crown": Wear(helmets.crown, "all"),
    "tiara": Wear(helmets.tiara, "all"),
    "headband": Wear(helmets.headband, "all"),
    "bow": Wear(helmets.bow, "all"),
    "wreath": Wear(helmets.wreath, "all"),
    "knight helmet": Wear(helmets.knight_helmet, "none"),
    "viking helmet": Wear(helmets.viking_helmet, edge=-0.44, sag=0.06),
    "fire helmet": Wear(helmets.fire_helmet, edge=-0.46, sag=0.06),
    "army helmet": Wear(helmets.army_helmet, edge=-0.3, sag=-0.06),
    "hard hat": Wear(helmets.hard_hat, edge=-0.46, sag=0.06),
    "bike helmet": Wear(helmets.bike_helmet, edge=-0.48, sag=0.03),
    "space helmet": Wear(helmets.space_helmet, "all", helmets.space_shell),
    "hijab": Wear(wraps.hijab, "none", wraps.hijab_back),
    "turban": Wear(wraps.turban, edge=-0.44, sag=0.0),
    "headscarf": Wear(wraps.headscarf, "inside"),
    "bandana": Wear(wraps.bandana, edge=-0.42, sag=0.03),
    "hood": Wear(wraps.hood, "inside", wraps.hood_back),
}


def wear_of(skull: Skull) -> Wear | None:
    """The headwear of the person, None for a bare head."""
    return WEARS.get(skull.look.headwear or "")


def hair_window(wear: Wear, block: Block) -> skia.Path | None:
    """Where hair may be drawn; None for everywhere. Ask only when some hair shows."""
    if wear.hair == "below":
        return block.below(wear.edge - 0.05, -wear.sag if block.rear else wear.sag)
    if wear.hair == "inside":
        return wraps.opening(block)
    return None
