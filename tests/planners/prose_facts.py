"""Labelled prose: how a story file of `prose/` is written, and which of its facts a Reading gets right.

A file holds stories: `## name`, `cast: mia/girl wolf*3` (everybody and nobody else; after a slash other nouns that may
name them; `cast+` and `cast-` add and take away), then a sentence a line, each with its facts below it after `= `. An
empty line ends a paragraph. Facts: `who mia wolf` (exactly these are seen or spoken of as there; `-` nobody),
`do mia climb|scale tree` (doer, verb, done-to), `undone move`, `at forest night rain` (`-`: not said; carried on until
it changes), `say mia mia` (speakers in order), `to mia` (who is given something), `absent wolf`, `look hat=black mia`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reading_facts import _looks

from planners.reading import ReadEntity, Reading

_FACT = re.compile(r"^= ?(.*)$")


@dataclass
class Tale:
    """One labelled story."""

    name: str
    cast: dict[str, tuple[tuple[str, ...], int]] = field(default_factory=dict)
    """Label -> (nouns or names that mean it, count)."""
    lines: list[tuple[str, list[str]]] = field(default_factory=list)
    """(sentence, facts)."""
    text: str = ""


def tales(path: Path) -> list[Tale]:
    """All stories of a file."""
    out: list[Tale] = []
    for row in path.read_text(encoding="utf-8").splitlines():
        if row.startswith("## "):
            out.append(Tale(row[3:].strip()))
        elif row.startswith("cast"):
            _cast_row(out[-1], row)
        elif fact := _FACT.match(row):
            out[-1].lines[-1][1].extend(part.strip() for part in fact.group(1).split(";") if part.strip())
        elif row.strip():
            out[-1].text += row.strip() + " "
            out[-1].lines.append((row.strip(), []))
        elif out:
            out[-1].text = out[-1].text.rstrip(" \n") + "\n\n" if out[-1].text else ""
    return out


def _cast_row(tale: Tale, row: str) -> None:
    head, words = row.split(maxsplit=1)
    for word in words.split():
        names, _, count = word.partition("*")
        keys = tuple(name.replace("_", " ") for name in names.split("/"))
        if head == "cast-":
            tale.cast.pop(names.split("/")[0])
        else:
            tale.cast[names.split("/")[0]] = (keys, int(count or 1))


def facts(tale: Tale, reading: Reading) -> Iterator[tuple[str, str, bool]]:
    """(kind of fact, "line number: fact", whether it holds) of everything that is labelled."""
    judge = Judge(tale, reading)
    yield from judge.cast()
    carried: dict[str, str] = {}
    for number, (_, own) in enumerate(tale.lines, start=1):
        for fact in own:
            kind, _, words = fact.partition(" ")
            if kind == "at":
                said = dict(zip(("place", "time", "weather"), words.split(), strict=False))
                carried.update({name: value for name, value in said.items() if value != "-"})
                if "place" in said and said["place"] != "-" and "weather" not in said:
                    carried.pop("weather", None)
            else:
                yield kind, f"{number}: {fact}", judge.holds(number - 1, kind, words)
        for name, value in carried.items():
            yield name, f"{number}: {name} {value}", judge.settled(number - 1, name, value)


class Judge:
    """Compares a Reading with the labels of its story."""

    def __init__(self, tale: Tale, reading: Reading) -> None:
        """Find the labelled cast among the entities, and the sentences of each line."""
        self.tale, self.reading = tale, reading
        self.ids = self._matched()
        self.rows = self._aligned()

    def _matched(self) -> dict[str, str]:
        out: dict[str, str] = {}
        free = [e for e in self.reading.entities.values() if e.kind == "character" and not e.members]
        for strict in (True, False):
            for label, (keys, count) in self.tale.cast.items():
                if label in out:
                    continue
                fits = [e for key in keys for e in free if key in _called(e) and (e.count == count or not strict)]
                if fits:
                    ranked = {e.id: (keys[0] in _called(e), e.proper, e.mentions) for e in fits}
                    out[label] = max(ranked, key=lambda key: ranked[key])
                    free = [e for e in free if e.id != out[label]]
        return out

    def _aligned(self) -> list[list[int]]:
        rows: list[list[int]] = [[] for _ in self.tale.lines]
        ends, at = [], 0
        for text, _ in self.tale.lines:
            at += len(re.sub(r"\W", "", text))
            ends.append(at)
        at = 0
        for sentence in self.reading.sentences:
            rows[next((k for k, end in enumerate(ends) if at < end), len(ends) - 1)].append(sentence.index)
            at += len(re.sub(r"\W", "", sentence.text))
        return rows

    def cast(self) -> Iterator[tuple[str, str, bool]]:
        """Each labelled member, and nobody else."""
        for label, (_, count) in self.tale.cast.items():
            found = self.reading.entities.get(self.ids.get(label, ""))
            yield "cast", f"cast {label}*{count}", found is not None and found.count == count
        for entity in self.reading.entities.values():
            if entity.kind == "character" and not entity.members and entity.id not in self.ids.values():
                yield "phantom", f"phantom {entity.id} ({entity.attributes.noun}*{entity.count})", False

    def holds(self, line: int, kind: str, words: str) -> bool:
        """Whether one fact of a line holds."""
        return bool(getattr(self, f"_{kind}")(self.rows[line], words))

    def settled(self, line: int, name: str, value: str) -> bool:
        """Whether place, time or weather of a line is what the label says."""
        for index in self.rows[line]:
            found = getattr(self.reading.sentences[index], name)
            if name == "place" and found:
                found = self.reading.entities[found].attributes.noun
            default = {"time": "day", "weather": "clear"}.get(name)
            if (found or default or "-").replace(" ", "_") not in value.split("|"):
                return False
        return bool(self.rows[line])

    # -- facts ---------------------------------------------------------------------------------------------

    def _meant(self, words: str) -> set[str]:
        """Ids of what a label means, in the cast or among all things."""
        found = {self.ids[w] for w in words.split("|") if w in self.ids}
        return found or {
            e.id
            for w in words.split("|")
            if w not in self.tale.cast
            for e in self.reading.entities.values()
            if w.replace("_", " ") in _called(e)
        }

    def _members(self, ids: set[str]) -> set[str]:
        known = self.reading.entities
        return {m for i in ids for m in ((known[i].members if i in known else ()) or (i,))}

    def _there(self, rows: list[int]) -> set[str]:
        own: set[str] = set()
        for index in rows:
            own |= set(self.reading.sentences[index].present)
            for event in self.reading.events_of(index):
                own |= {*event.agents, *event.patients, *([event.recipient] if event.recipient else [])}
            own |= {s.speaker for s in self.reading.speeches_of(index) if s.speaker}
        return {i for i in self._members(own) if i in self.reading.entities}

    def _who(self, rows: list[int], words: str) -> bool:
        found = {i for i in self._there(rows) if self.reading.entities[i].kind == "character"}
        wanted = [w for w in words.split()]
        must = [self._meant(w.removesuffix("|-")) for w in wanted if w != "-"]
        optional = [w.endswith("|-") for w in wanted if w != "-"]
        extra = found - set().union(*must) if must else found
        return not extra and all(may or own & found for own, may in zip(must, optional, strict=True))

    def _do(self, rows: list[int], words: str) -> bool:
        who, verb, *whom = words.split(" ")
        for event in (e for index in rows for e in self.reading.events_of(index)):
            if event.verb not in verb.split("|") or not self._members(set(event.agents)) & self._meant(who):
                continue
            touched = {*event.patients, *event.instruments, event.recipient, event.motion and event.motion.target}
            touched |= {event.motion.past, event.motion.around} if event.motion else set()
            if not whom or self._members({i for i in touched if i}) & self._meant(whom[0]):
                return True
        return False

    def _undone(self, rows: list[int], words: str) -> bool:
        return all(e.verb != words for index in rows for e in self.reading.events_of(index))

    def _say(self, rows: list[int], words: str) -> bool:
        said = [s.speaker for index in rows for s in self.reading.speeches_of(index)]
        wanted = words.split()
        return len(said) == len(wanted) and all(s in self._meant(w) for s, w in zip(said, wanted, strict=True))

    def _to(self, rows: list[int], words: str) -> bool:
        return any(e.recipient in self._meant(words) for index in rows for e in self.reading.events_of(index))

    def _absent(self, rows: list[int], words: str) -> bool:
        return not self._meant(words) & self._there(rows)

    def _look(self, rows: list[int], words: str) -> bool:
        what, _, who = words.rpartition(" ")
        kind, _, value = what.partition("=")
        owners = [self.reading.entities[i] for i in self._meant(who)]
        return any(_looks(e.attributes, kind, option) for e in owners for option in value.split("|"))


def _called(entity: ReadEntity) -> set[str]:
    name, noun = entity.name.lower(), entity.attributes.noun
    return {name, name.split()[-1], name.split()[0], noun, *noun.split()[-1:], entity.attributes.role or ""}
