"""Scores a planner on real inputs and on prompts that rules can judge: no weights, no judges.

    python benchmarks/planner_scores.py                                         the rules planner
    python benchmarks/planner_scores.py --planner openai:MODEL --endpoint URL   a language model
    python benchmarks/planner_scores.py --count 10 --only talc --json           smaller, for machines

What is scored
- events: of the events that the text reader finds, how many a beat shows, and whether in order (whole texts only);
- shots per event; repairs and warnings per plan;
- cast: recall and precision of the characters that the sets of ../shared/data/talc are named after;
- pronouns and groups: two-sentence stories in which "she", "he", "it", "they" and "both" must resolve;
- layout: counts, colours, presence in time, direction, way points (see layout_rules.py);
- calls, tokens, price, seconds.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

sys.path[0] = str(Path(__file__).parents[1])  # the folder of this file would hide the package of the same name

from benchmarks.layout_rules import rules  # noqa: E402
from benchmarks.planner_table import DATA, items  # noqa: E402
from planners import Plan, PlanError, Story, check_plan, make_plan  # noqa: E402
from planners.graph import reader  # noqa: E402
from planners.purse import OpenPurse, Spending  # noqa: E402

Planner = Callable[[Story], Plan]
WHOLE_TEXT_EVENTS = 120
"""Longer texts are condensed by intent: their events are not counted."""


@dataclass
class Score:
    """Everything that is known of one planner; shares are hits and tries."""

    planner: str
    shares: dict[str, list[int]] = field(default_factory=dict)
    shots_per_event: list[float] = field(default_factory=list)
    repairs: int = 0
    warnings: int = 0
    plans: int = 0
    failed: list[str] = field(default_factory=list)
    seconds: float = 0.0
    calls: int = 0
    tokens: int = 0
    usd: float | None = 0.0

    def count(self, name: str, right: bool | int, of: int = 1) -> None:
        """Add hits and tries to one share."""
        row = self.shares.setdefault(name, [0, 0])
        row[0] += int(right)
        row[1] += of

    def markdown(self) -> str:
        """A header and one row."""
        cells = {name: f"{hit}/{of}" for name, (hit, of) in self.shares.items()}
        if self.shots_per_event:
            cells["shots per event"] = f"{statistics.median(self.shots_per_event):.2f}"
        cells |= {"repairs": str(self.repairs), "warnings": str(self.warnings), "failed": str(len(self.failed))}
        cells |= {"calls": str(self.calls), "tokens": str(self.tokens)}
        cells |= {
            "USD": "?" if self.usd is None else f"{self.usd:.2f}",
            "seconds per plan": f"{self.seconds / max(self.plans, 1):.2f}",
        }
        names = ["planner", *cells]
        return "\n".join(
            f"| {' | '.join(row)} |" for row in (names, ["---"] * len(names), [self.planner, *cells.values()])
        )


def measure(planner: Planner, name: str, *, count: int, only: str) -> Score:
    """All scores of one planner."""
    score = Score(name)

    def planned(story: Story, what: str) -> Plan | None:
        began = time.perf_counter()
        try:
            return planner(story)
        except PlanError as error:
            score.failed.append(f"{what}: {error}")
            return None
        finally:
            score.seconds += time.perf_counter() - began
            score.plans += 1

    for what, story in items(DATA) if DATA.is_dir() else ():
        if only in what and (plan := planned(story, what)) is not None:
            _real(score, what, story, plan)
    for question in _pronouns() if only in "pronouns" else ():
        plan = planned(Story(story=question.text), question.text)
        score.count(question.kind, plan is not None and question.holds(plan))
    for rule in rules(count) if only in "layout" else ():
        plan = planned(Story(story=rule.prompt, narration=False), rule.prompt)
        score.count(rule.family, plan is not None and rule.holds(plan))
    return score


def _real(score: Score, what: str, story: Story, plan: Plan) -> None:
    problems = check_plan(plan)
    score.warnings += len(problems)
    score.repairs += sum(note.kind == "repaired" for note in plan.notes)
    if story.shots:
        score.count("exact lists", len(plan.shots) == len(story.shots))
    if plan.language == "en":
        _events(score, story, plan)
    if what.startswith("talc/"):
        _cast(score, what, plan)


def _events(score: Score, story: Story, plan: Plan) -> None:
    reading = reader("rules")(story)
    if not reading.events or len(reading.events) > WHOLE_TEXT_EVENTS:
        return
    told = list(dict.fromkeys(beat.event for shot in plan.shots for beat in shot.beats if beat.event))
    known = [event.id for event in reading.events if event.id in told]
    score.count("events", len(known), len(reading.events))
    score.count("in order", [name for name in told if name in known] == known)
    score.shots_per_event.append(len(plan.shots) / len(reading.events))


def _cast(score: Score, what: str, plan: Plan) -> None:
    wanted = [word.strip().lower() for word in what.partition("/")[2].rpartition("_")[0].split(",")]
    people = [entity for entity in plan.entities.values() if entity.kind == "character"]
    called = [
        {entity.attributes.noun, *entity.name.lower().split(), entity.attributes.species or ""} for entity in people
    ]
    score.count("cast recall", sum(any(word.split()[-1] in names for names in called) for word in wanted), len(wanted))
    if len(wanted) > 1:
        right = sum(any(word.split()[-1] in names for word in wanted) for names in called)
        score.count("cast precision", right, max(len(called), 1))


@dataclass(frozen=True)
class Question:
    """A short story and who must act in its last sentence."""

    kind: str
    text: str
    verb: str
    actors: tuple[str, ...]

    def holds(self, plan: Plan) -> bool:
        """Whether the beat of the verb has exactly these actors, by name or noun."""
        for shot in plan.shots:
            for beat in shot.beats:
                if beat.verb != self.verb:
                    continue
                found = {_called(plan, key) for key in beat.actors}
                return found == set(self.actors)
        return False


def _called(plan: Plan, key: str) -> str:
    entity = plan.entities[key.split("#")[0]]
    return (entity.name if entity.name[:1].isupper() else entity.attributes.noun or entity.name).lower()


_MEETINGS = (
    ("Anna", "she", "a dog", "dog"), ("The old fisherman", "he", "a seal", "seal"),
    ("Grandmother", "she", "a robin", "robin"), ("The knight", "he", "a dragon", "dragon"),
    ("A girl named Ida", "she", "a goat", "goat"),
)  # fmt: skip
_NAMES = {
    "Anna": "anna", "The old fisherman": "fisherman", "Grandmother": "grandmother", "The knight": "knight",
    "A girl named Ida": "ida",
}  # fmt: skip
_DEEDS = (("sat down", "sit"), ("ran home", "run"), ("waved", "wave"), ("began to dance", "dance"))


def _pronouns() -> Iterator[Question]:
    for index, (who, pronoun, other, noun) in enumerate(_MEETINGS):
        words, verb = _DEEDS[index % len(_DEEDS)]
        begin = f"{who} met {other} on the road."
        yield Question("pronouns", f"{begin} {pronoun.capitalize()} {words}.", verb, (_NAMES[who],))
        yield Question("pronouns", f"{begin} It {words}.", verb, (noun,))
        yield Question("groups", f"{begin} They {words}.", verb, (_NAMES[who], noun))
        yield Question("groups", f"{begin} Both of them {words}.", verb, (_NAMES[who], noun))


def _planner(options: argparse.Namespace, purse: OpenPurse) -> Planner:
    def planned(story: Story) -> Plan:
        return make_plan(story, backend=options.planner, endpoint=options.endpoint, purse=purse)

    return planned


def _add_spent(score: Score, rows: list[Spending]) -> None:
    score.calls, score.tokens = len(rows), sum(row.prompt_tokens + row.completion_tokens for row in rows)
    score.usd = None if any(row.usd is None for row in rows) else sum(row.usd or 0.0 for row in rows)


def main() -> None:
    """Measure one planner and print its row."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--planner", default="rules", help="rules, or openai:MODEL")
    parser.add_argument("--endpoint", help="base URL of an OpenAI-compatible server")
    parser.add_argument("--count", type=int, default=20, help="prompts of each layout family")
    parser.add_argument("--only", default="", help="only these (vimax, talc, pronouns, layout ...)")
    parser.add_argument("--json", type=Path, help="write all figures here")
    options = parser.parse_args()
    purse = OpenPurse()
    score = measure(_planner(options, purse), options.planner, count=options.count, only=options.only)
    _add_spent(score, purse.rows)
    print(score.markdown())
    for failure in score.failed:
        print(f"failed: {failure}")
    if options.json:
        options.json.write_text(json.dumps(asdict(score), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
