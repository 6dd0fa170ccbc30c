"""Owns looks in words: what can be seen of an entity, for scripts and prompts. Does not know: shots, models."""

from __future__ import annotations

from planners.plan import Attributes, Entity


def described(entity: Entity) -> str:
    """Name and looks in one phrase."""
    words = looks(entity.attributes)
    many = f"{entity.count} " if entity.count > 1 else ""
    return f"{many}{entity.name}" + (f" ({', '.join(words)})" if words else "")


def looks(look: Attributes) -> list[str]:
    """What can be seen of an entity, in words."""
    words = [look.age, look.gender, look.build, *look.colors]
    words += [f"{look.skin} skin" if look.skin else None]
    words += [" ".join(filter(None, (look.hair_color, look.hair, "hair"))) if look.hair or look.hair_color else None]
    words += [" ".join(filter(None, (item.color, item.pattern, item.kind))) for item in look.clothes]
    return [word for word in [*words, *look.extra] if word]


def noun_phrase(entity: Entity, stage: str | None = None, *, count: int | None = None) -> str:
    """What a painter who never heard the name must know: "an elderly woman with grey bun hair, wearing a blue coat".

    Args:
        entity: Who or what.
        stage: The look that it has now.
        count: How many are seen; the entity's own count when None.
    """
    look = entity.look(stage)
    noun = look.noun or look.species or entity.name
    many = entity.count if count is None else count
    before = [_SIZES.get(look.size or "", ""), _AGES.get(look.age or "", ""), look.build, *look.colors, look.pattern]
    before += [look.material if look.material not in look.colors else None, *look.extra]
    if entity.kind == "character" and not look.species and noun not in _PEOPLE:
        noun = f"{_PERSON.get((look.gender or '', look.age == 'child'), 'person')}, a {noun}" if look.gender else noun
    words = " ".join(dict.fromkeys(word for word in before if word and word not in noun.split()))
    text = f"{words} {_plural(noun) if many > 1 else noun}".strip()
    text = f"{_NUMBERS.get(many, many)} {text}" if many > 1 else _article(text)
    role = _article(look.role) if look.role and look.role not in noun else ""
    head = f"{text}, {role}" if role else text
    first, *rest = [part for part in _with(look) if part] or [""]
    joint = " " if first.startswith("with") and not role else ", "
    return ", ".join([f"{head}{joint}{first}" if first else head, *rest])


_AGES = {"baby": "baby", "child": "young", "teen": "teenage", "elder": "elderly"}
_SIZES = {"tiny": "tiny", "small": "small", "large": "large", "huge": "huge"}
_PEOPLE = frozenset({"woman", "man", "girl", "boy", "child", "person", "people", "baby", "lady", "gentleman"})
_PERSON = {("female", False): "woman", ("male", False): "man", ("female", True): "girl", ("male", True): "boy"}
_NUMBERS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine"}


_KNOTS = frozenset({"bun", "braid", "ponytail", "bob", "mohawk", "afro"})


def _with(look: Attributes) -> list[str]:
    body = [f"{look.skin} skin" if look.skin else "", _hair(look), f"a {look.beard} beard" if look.beard else ""]
    body += [f"{look.eyes} eyes" if look.eyes else ""]
    has = [word for word in body if word]
    worn = [_article(" ".join(filter(None, (item.color, item.pattern, item.kind)))) for item in look.clothes]
    return [f"with {' and '.join(has)}" if has else "", f"wearing {' and '.join(worn)}" if worn else ""]


def _hair(look: Attributes) -> str:
    if look.hair == "bald":
        return "a bald head"
    if look.hair in _KNOTS:
        return _article(f"{look.hair_color or ''} {look.hair}".strip())
    return " ".join(filter(None, (look.hair, look.hair_color, "hair"))) if look.hair or look.hair_color else ""


def _article(words: str) -> str:
    """With "a" or "an", unless there are many of it."""
    if not words or words.endswith("s"):
        return words
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


def _plural(noun: str) -> str:
    irregular = {"sheep": "sheep", "fish": "fish", "mouse": "mice", "goose": "geese", "wolf": "wolves", "deer": "deer"}
    irregular |= {"child": "children", "man": "men", "woman": "women", "person": "people"}
    if noun in irregular:
        return irregular[noun]
    if noun.endswith(("s", "x", "ch", "sh")):
        return f"{noun}es"
    return f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else f"{noun}s"


def third_person(verb: str) -> str:
    """A verb as somebody does it now: carry -> carries."""
    if verb in ("be", "have"):
        return {"be": "is", "have": "has"}[verb]
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if verb.endswith("y") and verb[-2:-1] not in "aeiou" else f"{verb}s"
