"""One-line prompts of five kinds, in varied words, judged by rules on `Plan.boxes` alone.

Every prompt is one shot with a still camera that sees the whole stage.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from planners import Box, Plan, load_story, make_plan

MOMENTS = [index / 15 for index in range(16)]
NAMES = {"child": ("child", "kid", "boy", "girl"), "gray": ("gray", "grey"), "gold": ("gold", "golden")}
Found = dict[str, list[Box]]

COUNTS: list[tuple[str, dict[str, int]]] = [
    ("Three cats and two dogs sit on a sofa.", {"cat": 3, "dog": 2}),
    ("A field with four sheep", {"sheep": 4}),
    ("Six ducks swim on a pond.", {"duck": 6}),
    ("There are two birds on a branch.", {"bird": 2}),
    ("a video of five balloons in the sky", {"balloon": 5}),
    ("Two children and a dog play in the park.", {"child": 2, "dog": 1}),
    ("A single elephant stands by a lake.", {"elephant": 1}),
    ("A scene with three apples on a table", {"apple": 3}),
    ("Four fish swim in an aquarium", {"fish": 4}),
    ("In the room there are two chairs and one lamp.", {"chair": 2, "lamp": 1}),
    ("a pair of horses gallop across the meadow", {"horse": 2}),
    ("Seven penguins walk over the ice", {"penguin": 7}),
]
COLOURS: list[tuple[str, tuple[str, str], tuple[str, str]]] = [
    ("A green car and a black bird.", ("green", "car"), ("black", "bird")),
    ("A red umbrella and a blue bench in the rain", ("red", "umbrella"), ("blue", "bench")),
    ("a purple balloon next to a yellow dog", ("purple", "balloon"), ("yellow", "dog")),
    ("There is a white cat and there is a brown horse.", ("white", "cat"), ("brown", "horse")),
    ("A pink cup stands beside an orange book.", ("pink", "cup"), ("orange", "book")),
    ("Video of a blue boat with a red bird above it", ("blue", "boat"), ("red", "bird")),
    ("a brown bear and a white rabbit walk through the forest", ("brown", "bear"), ("white", "rabbit")),
    ("The golden fish looks at the green frog", ("gold", "fish"), ("green", "frog")),
    ("A black cat chases a red ball.", ("black", "cat"), ("red", "ball")),
    ("a realistic scene of an orange butterfly and a purple flower", ("orange", "butterfly"), ("purple", "flower")),
]
HALVES: list[tuple[str, str, int, bool]] = [
    ("a bird appears only in the second half of the video, in the right half", "bird", 2, True),
    ("A cat is only visible in the first half of the video.", "cat", 1, False),
    ("In the second half of the clip, a dog appears.", "dog", 2, False),
    ("An empty beach; a crab appears in the second half.", "crab", 2, False),
    ("A butterfly is seen in the first half of the video and then it is gone.", "butterfly", 1, False),
    ("A horse shows up during the second half of the video on the right.", "horse", 2, True),
    ("A meadow where a fox appears only in the second half", "fox", 2, False),
    ("A ball that is visible in the first half only", "ball", 1, False),
    ("A street. A bicycle appears on the right side only in the second half of the video.", "bicycle", 2, True),
    ("a scene where a rabbit appears in the first half of the video but not in the second half", "rabbit", 1, False),
    ("A boat comes into view halfway through the video in the right half.", "boat", 2, True),
    ("An owl is present only during the latter half of the clip", "owl", 2, False),
]
ACROSS: list[tuple[str, str, int, str | None]] = [
    ("A red ball rolls from the left to the right past the tree.", "ball", 1, "tree"),
    ("a rabbit jumps over a log from right to left", "rabbit", -1, None),
    ("A car drives from right to left.", "car", -1, None),
    ("A bird flying from the left to the right", "bird", 1, None),
    ("A man walks from the left side of the frame to the right side", "man", 1, None),
    ("A horse gallops to the left past a barn.", "horse", -1, "barn"),
    ("a boat sails across the lake from left to right", "boat", 1, None),
    ("A woman walking from the right to the left, passing a bench", "woman", -1, "bench"),
    ("The train moves from the right side to the left side of the screen past a house", "train", -1, "house"),
    ("A ladybug crawls from left to right across a leaf", "ladybug", 1, None),
    ("A dolphin swims left to right", "dolphin", 1, None),
    ("A child runs rightward past a fountain", "child", 1, "fountain"),
    ("A cat moving towards the left", "cat", -1, None),
    ("A bear walks from the left to the right.", "bear", 1, None),
]
CORNERS: list[tuple[str, str, str]] = [
    ("a ball starts in the lower left corner, moves to the upper left, then to the upper right", "ball", "ll ul ur"),
    (
        "A top-down view of a dog that moves from the upper left corner to the lower left and then to the lower right",
        "dog",
        "ul ll lr",
    ),
    (
        "Seen from above, a toy car starts at the lower right, goes to the lower left and then to the upper left.",
        "car",
        "lr ll ul",
    ),
    (
        "Bird's-eye view: a cat begins in the upper right corner, walks to the upper left and ends in the lower left",
        "cat",
        "ur ul ll",
    ),
    (
        "A robot initially in the bottom left moves to the bottom right, then moves to the top right. Top-down view.",
        "robot",
        "ll lr ur",
    ),
    (
        "A turtle seen from above first is at the top left, then moves to the top right, finally to the bottom right.",
        "turtle",
        "ul ur lr",
    ),
    (
        "a top-down video of a ball initially at the upper right, moving to the lower right, then to the lower left",
        "ball",
        "ur lr ll",
    ),
    (
        "From above we see a mouse. It starts in the lower left, runs to the lower right and then to the upper right.",
        "mouse",
        "ll lr ur",
    ),
    (
        "Viewed from the top, a boat starts in the upper-left, moves to the upper-right, then to the lower-right.",
        "boat",
        "ul ur lr",
    ),
    (
        "A bee moves from the lower right to the upper right and then to the upper left, seen from above",
        "bee",
        "lr ur ul",
    ),
    (
        "Overhead view of a skateboard: it starts at the top right, rolls to the bottom right, then the bottom left.",
        "skateboard",
        "ur lr ll",
    ),
    (
        "a beetle goes from the bottom right to the bottom left, then to the top left, in a top-down view",
        "beetle",
        "lr ll ul",
    ),
]


def planned(prompt: str) -> tuple[Plan, list[Found]]:
    """The plan, and for every sampled moment of its film: words of an entity -> boxes in the frame."""
    plan = make_plan(load_story({"story": prompt, "narration": False}))
    return plan, list(_frames(plan))


def _frames(plan: Plan) -> Iterator[Found]:
    (shot,) = plan.shots
    for moment in MOMENTS:
        out: Found = {}
        for key, box in plan.boxes(shot, moment).items():
            entity = plan.entities[key.split("#")[0]]
            look = entity.attributes
            words = " ".join([*look.colors, entity.name, look.noun, look.species or ""]).lower()
            out.setdefault(words, []).append(box)
        yield out


def of(found: Found, *words: str) -> list[Box]:
    return [box for name, boxes in found.items() if all(_named(name, word) for word in words) for box in boxes]


def _named(name: str, word: str) -> bool:
    return any(other in name for other in NAMES.get(word, (word,)))


def centre(box: Box) -> tuple[float, float]:
    return ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)


@pytest.mark.parametrize(("prompt", "counts"), COUNTS)
def test_as_many_are_seen_as_are_told(prompt: str, counts: dict[str, int]) -> None:
    _, seen = planned(prompt)
    for noun, count in counts.items():
        right = sum(len(of(found, noun)) == count for found in seen)
        assert right >= 0.8 * len(seen), [len(of(found, noun)) for found in seen]


@pytest.mark.parametrize(("prompt", "first", "second"), COLOURS)
def test_each_of_two_has_its_own_colour(prompt: str, first: tuple[str, str], second: tuple[str, str]) -> None:
    plan, seen = planned(prompt)
    both = sum(bool(of(found, *first)) and bool(of(found, *second)) for found in seen)
    assert both >= len(seen) / 2
    for colour, noun in (first, second):
        colours = [e.attributes.colors for e in plan.entities.values() if _named(e.attributes.noun, noun)]
        assert len(colours) == 1
        assert [_named(name, colour) for name in colours[0]] == [True]


@pytest.mark.parametrize(("prompt", "noun", "half", "right"), HALVES)
def test_seen_in_one_half_of_the_clip_only(prompt: str, noun: str, half: int, right: bool) -> None:
    _, seen = planned(prompt)
    there, gone = (seen[8:], seen[:8]) if half == 2 else (seen[:8], seen[8:])
    assert not any(of(found, noun) for found in gone)
    assert all(of(found, noun) for found in there[1:-1])
    if right:
        assert all(centre(box)[0] > 0.5 for found in there for box in of(found, noun))


@pytest.mark.parametrize(("prompt", "noun", "sign", "fixed"), ACROSS)
def test_crosses_the_frame_the_right_way(prompt: str, noun: str, sign: int, fixed: str | None) -> None:
    plan, seen = planned(prompt)
    xs = [centre(of(found, noun)[0])[0] for found in seen]
    assert sign * (xs[-1] - xs[0]) > 0.25
    if fixed is not None:
        still = centre(of(seen[0], fixed)[0])[0]
        assert sign * (still - xs[0]) > 0 < sign * (xs[-1] - still), "it does not get past"
    assert plan.shots[0].camera.move == "static"


@pytest.mark.parametrize(("prompt", "noun", "corners"), CORNERS)
def test_visits_the_corners_in_order(prompt: str, noun: str, corners: str) -> None:
    plan, seen = planned(prompt)
    at = [centre(of(seen[index], noun)[0]) for index in (0, 7, -1)]
    assert " ".join(("l" if y > 0.5 else "u") + ("r" if x > 0.5 else "l") for x, y in at) == corners
    assert plan.shots[0].camera.framing == "wide"
