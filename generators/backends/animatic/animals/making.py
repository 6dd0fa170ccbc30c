"""Owns how an entity's attributes change a species: coat colours, age, size, what it wears.

Does not know: how anything is drawn, who asks.
"""

# ruff: noqa: E501 (tables of words)

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generators.backends.animatic.animals.birds import BirdSpec
from generators.backends.animatic.animals.names import COATS, YOUNG, alias_of
from generators.backends.animatic.animals.spec import WHITE, Coat, QuadSpec
from generators.backends.animatic.animals.wear import KINDS, Worn
from generators.backends.animatic.colours import CREAM, RGB, VIOLET, is_colour, light, mix, named, shade
from planners.plan import Attributes

_SIZES = {"tiny": 0.6, "small": 0.8, "medium": 1.0, "large": 1.22, "huge": 1.55}
_TWO_TONED = frozenset({"patches", "spots", "rosettes"})
"""Patterns whose marks take the second colour."""
_YOUNG_WORDS = frozenset({"baby", "young", "newborn", "infant", "little"})
_GARMENT_COLOURS: dict[str, RGB] = {
    "scarf": (206, 62, 56), "collar": (206, 62, 56), "bow": (206, 62, 80), "coat": (66, 108, 182), "vest": (84, 132, 84),
    "apron": (244, 238, 226), "cape": (176, 44, 60), "backpack": (66, 108, 182), "hat": (96, 70, 60), "cap": (66, 108, 182),
    "crown": (244, 196, 72), "glasses": (70, 54, 62), "bandage": (248, 244, 236), "flower": (236, 120, 150),
}  # fmt: skip
_ROLES: dict[str, tuple[tuple[str, RGB], ...]] = {
    "king": (("crown", (244, 196, 72)), ("cape", (176, 44, 60))), "queen": (("crown", (244, 196, 72)),),
    "prince": (("crown", (244, 196, 72)),), "princess": (("crown", (244, 196, 72)),), "chef": (("apron", WHITE),),
    "cook": (("apron", WHITE),), "baker": (("apron", WHITE),), "teacher": (("glasses", (70, 54, 62)), ("vest", (110, 84, 64))),
    "professor": (("glasses", (70, 54, 62)),), "doctor": (("coat", WHITE),), "detective": (("hat", (120, 96, 74)), ("coat", (150, 122, 92))),
    "wizard": (("hat", (84, 70, 150)), ("cape", (84, 70, 150))), "farmer": (("hat", (214, 180, 104)),), "captain": (("cap", (40, 54, 104)), ("coat", (40, 54, 104))),
    "pirate": (("hat", (52, 46, 60)),), "student": (("backpack", (206, 62, 56)),), "superhero": (("cape", (206, 48, 44)),),
    "explorer": (("hat", (150, 122, 84)), ("backpack", (120, 100, 60))), "policeman": (("cap", (40, 54, 104)), ("coat", (40, 54, 104))),
}  # fmt: skip


def is_young(attributes: Attributes) -> bool:
    """Whether it is drawn as a young animal."""
    words = {word.lower() for word in attributes.extra}
    return attributes.age in ("baby", "child") or alias_of(attributes.noun) in YOUNG or bool(words & _YOUNG_WORDS)


def is_old(attributes: Attributes) -> bool:
    """Whether its muzzle is grey."""
    return attributes.age == "elder" or any(
        word.lower() in ("old", "elderly", "ancient", "aged") for word in attributes.extra
    )


def size_factor(attributes: Attributes, *, young: bool) -> float:
    """By how much it is larger than its kind."""
    words = {word.lower() for word in attributes.extra}
    factor = _SIZES.get(attributes.size or "medium", 1.0)
    if attributes.size is None:
        factor *= next((_SIZES[word] for word in _SIZES if word in words), 1.0)
        factor *= 1.4 if words & {"giant", "enormous", "gigantic"} else 1.0
        factor *= 1.15 if words & {"big"} else 1.0
    return factor * (0.66 if young else 1.0)


def wears_of(attributes: Attributes) -> tuple[Worn, ...]:
    """What it wears, first what lies on the body; garments without a drawing are left out."""
    out: dict[str, Worn] = {}
    for kind, colour in _ROLES.get((attributes.role or "").lower(), ()):
        out[kind] = Worn(kind, colour)
    for garment in attributes.clothes:
        words = garment.kind.lower().replace("-", " ").split()
        shape = next((KINDS[word] for word in reversed(words) if word in KINDS), None)
        if shape is not None:
            out[shape] = Worn(shape, named(garment.color, _GARMENT_COLOURS[shape]))
    words_of = {word.lower() for word in attributes.extra}
    if words_of & {"wounded", "injured", "hurt", "bandaged", "lame", "limping"}:
        out["bandage"] = Worn("bandage", _GARMENT_COLOURS["bandage"])
    order = (
        "coat",
        "vest",
        "apron",
        "cape",
        "backpack",
        "collar",
        "scarf",
        "bow",
        "bandage",
        "flower",
        "hat",
        "cap",
        "crown",
        "glasses",
    )
    return tuple(out[shape] for shape in order if shape in out)


def colours_of(attributes: Attributes) -> tuple[RGB, ...]:
    """The colours the story gives the animal as a whole, then those its breed implies."""
    words: tuple[str, ...] = tuple(attributes.colors)
    words = words or tuple(
        word for word in attributes.extra if is_colour(word) and word.lower() not in ("dark", "pale")
    )
    if not words and attributes.hair_color:
        words = (attributes.hair_color,)
    words = words or COATS.get(alias_of(attributes.noun), ())
    split = [part for word in words for part in word.replace(" and ", ",").split(",") if part.strip()]
    return tuple(named(part, (150, 120, 96)) for part in split)


def recoloured(coat: Coat, colours: tuple[RGB, ...], *, pattern: str = "patches") -> Coat:
    """The coat in other colours: the first is the base; the second, or a paler first, is for its markings."""
    if not colours:
        return coat
    if pattern == "patches" and len(colours) > 1 and coat.mark is not None and coat.wing is None:
        colours = tuple(sorted(colours[:2], key=_luminance, reverse=True))
    base = colours[0]
    accent = colours[1] if len(colours) > 1 else None
    new: dict[str, RGB | None] = {"base": base}
    if pattern == "belt" or (
        coat.mark is not None and "mark" in coat.keeps and accent is None and _luminance(base) > 205
    ):
        return replace(coat, base=base)
    tones: Mapping[str, RGB] = {
        "belly": accent or _near(base, 0.22), "face": accent or _near(base, 0.26), "socks": accent or shade(base, 0.24),
        "tip": accent or _near(base, 0.3), "mark": accent if accent and pattern in _TWO_TONED else _contrast(base), "wing": accent if accent and coat.belly is None else shade(base, 0.14),
        "mane": accent or shade(base, 0.32),
    }  # fmt: skip
    for name, tone in tones.items():
        if getattr(coat, name) is not None and (name not in coat.keeps or accent is not None or _luminance(base) > 205):
            new[name] = tone
    return replace(coat, **new)  # type: ignore[arg-type]


def _near(colour: RGB, share: float) -> RGB:
    return light(colour, share)


def _luminance(colour: RGB) -> float:
    return colour[0] * 0.3 + colour[1] * 0.59 + colour[2] * 0.11


def _contrast(colour: RGB) -> RGB:
    return mix(colour, VIOLET, 0.3) if _luminance(colour) > 80 else mix(colour, CREAM, 0.2)


def patterned(spec: QuadSpec, coat: Coat, attributes: Attributes) -> tuple[QuadSpec, Coat]:
    """The species with the pattern that the story names."""
    words = " ".join((attributes.pattern or "", *attributes.extra)).lower()
    found = next(
        (
            kind
            for word, kind in (
                ("strip", "stripes"),
                ("spot", "spots"),
                ("dalmat", "spots"),
                ("patch", "patches"),
                ("dott", "spots"),
            )
            if word in words
        ),
        None,
    )
    if alias_of(attributes.noun) == "dalmatian":
        found, coat = "spots", replace(coat, mark=(58, 52, 62))
    if found is None:
        return spec, coat
    return replace(spec, pattern=found), coat if coat.mark else replace(coat, mark=_contrast(coat.base))


def young_quad(spec: QuadSpec) -> QuadSpec:
    """Larger head, shorter legs and body, no antlers, mane or horns."""
    head = spec.head
    grown = {"antlers", "palms", "mane", "horns", "backhorns", "ram", "tusks", "bell", "beard"}
    extras = tuple(name for name in head.extras if name not in grown)
    muzzle = (head.muzzle[0] * 0.88, head.muzzle[1], head.muzzle[2] * 0.95)
    small = replace(head, r=head.r * 1.28, muzzle=muzzle, eye=head.eye * 1.14, extras=extras)
    return replace(
        spec, head=small, length=spec.length * 0.84, hip_h=spec.hip_h * 0.86, chest_h=spec.chest_h * 0.86,
        neck=(spec.neck[0] * 1.0, spec.neck[1] * 1.02), tail_len=spec.tail_len * 0.85,
        extras=tuple(name for name in spec.extras if name != "udder"),
    )  # fmt: skip


def young_bird(spec: BirdSpec) -> BirdSpec:
    """Larger head, shorter legs and tail."""
    tail = "stub" if spec.tail_kind in ("wheel", "peacock", "sickle") else spec.tail_kind
    return replace(spec, r=spec.r * 1.25, leg=spec.leg * 0.8, tail=spec.tail * 0.6, eye=spec.eye * 1.12, tail_kind=tail)


def maned(noun: str, spec: QuadSpec) -> QuadSpec:
    """Females without the male's mane or antlers."""
    bare = {"lioness": "mane", "doe": "antlers", "ewe": "", "mare": ""}.get(alias_of(noun))
    if not bare:
        return spec
    return replace(spec, head=replace(spec.head, extras=tuple(name for name in spec.head.extras if name != bare)))
