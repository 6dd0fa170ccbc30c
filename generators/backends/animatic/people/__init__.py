"""Owns people: whole persons as figures, from a plan's attributes.

Does not know: the stage, animals, things.
"""

from generators.backends.animatic.people.person import Person, make_person

__all__ = ["Person", "make_person"]
