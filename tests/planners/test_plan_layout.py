"""One-line prompts of five kinds, scored by rules on `Plan.boxes` alone, as a person would check them."""

import itertools

import pytest

from planners import Story, make_plan

MOMENTS = [index / 11 for index in range(12)]


def frames(prompt, **more):
    """For every moment of the film (shots weighed by their lengths): entity noun phrase -> boxes."""
    plan = make_plan(Story(story=prompt, **more))
    total = sum(shot.frames for shot in plan.shots)
    out = []
    for moment in MOMENTS:
        at = moment * (total - 1)
        for shot in plan.shots:
            if at < shot.frames:
                break
            at -= shot.frames
        found = {}
        for key, box in plan.boxes(shot, at / max(shot.frames - 1, 1)).items():
            entity = plan.entities[key.split("#")[0]]
            words = f"{' '.join(entity.attributes.colors)} {entity.name} {entity.attributes.noun}".lower()
            found.setdefault(words, []).append(box)
        out.append(found)
    return out


def of(found, *words):
    return [box for name, boxes in found.items() if all(word in name for word in words) for box in boxes]


def centre(box):
    return ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)


@pytest.mark.parametrize(
    ("prompt", "noun", "count"),
    [
        ("A realistic lively video of a scene with three cats", "cat", 3),
        ("Two dogs play on a beach.", "dog", 2),
        ("Five red balloons float over a town.", "balloon", 5),
        ("In a garden there is one butterfly.", "butterfly", 1),
    ],
)
def test_as_many_as_the_text_says_are_there_all_the_time(prompt, noun, count):
    assert [len(of(found, noun)) for found in frames(prompt)] == [count] * len(MOMENTS)


@pytest.mark.parametrize(
    ("prompt", "first", "second"),
    [
        ("A green car and a black bird.", ("green", "car"), ("black", "bird")),
        ("a scene with a blue boat and a white horse", ("blue", "boat"), ("white", "horse")),
        ("A red apple lies beside a yellow cup on a table.", ("red", "apple"), ("yellow", "cup")),
        ("An orange cat sits next to a purple ball.", ("orange", "cat"), ("purple", "ball")),
    ],
)
def test_two_things_are_both_there_each_with_its_own_colour(prompt, first, second):
    seen = [bool(of(found, *first)) and bool(of(found, *second)) for found in frames(prompt)]
    assert sum(seen) >= len(seen) / 2


@pytest.mark.parametrize(
    ("prompt", "noun", "half"),
    [
        ("A ball appears in the first half of the video.", "ball", 0),
        ("An empty street, with a dog appearing only in the second half of the video.", "dog", 1),
        ("A video of a park where a rabbit appears in the second half.", "rabbit", 1),
    ],
)
def test_what_is_there_in_one_half_only_is_absent_in_the_other(prompt, noun, half):
    seen = [bool(of(found, noun)) for found in frames(prompt)]
    middle = len(seen) // 2
    there, absent = (seen[middle:], seen[:middle]) if half else (seen[:middle], seen[middle:])
    assert all(there[1:-1])
    assert not any(absent[1:-1])


@pytest.mark.parametrize(
    ("prompt", "noun", "sign"),
    [
        ("A car moves from the left to the right.", "car", 1),
        ("A bird flies from the right to the left.", "bird", -1),
        ("A dog runs from left to right past a tree.", "dog", 1),
        ("A boat sails from the right to the left past a lighthouse.", "boat", -1),
        ("A ball rolls from the left side to the right side.", "ball", 1),
    ],
)
def test_what_moves_across_moves_the_right_way(prompt, noun, sign):
    xs = [centre(boxes[0])[0] for found in frames(prompt) if (boxes := of(found, noun))]
    assert sign * (xs[-1] - xs[0]) > 0.3
    assert all(sign * (b - a) >= -0.01 for a, b in itertools.pairwise(xs))


@pytest.mark.parametrize(
    ("prompt", "thing", "fixed"),
    [
        ("A dog runs from the left to the right past a tree.", "dog", "tree"),
        ("A car moves from the left to the right past a house.", "car", "house"),
    ],
)
def test_what_goes_past_a_thing_ends_beyond_it(prompt, thing, fixed):
    seen = frames(prompt)
    first, last = seen[0], seen[-1]
    assert centre(of(first, thing)[0])[0] < centre(of(first, fixed)[0])[0]
    assert centre(of(last, thing)[0])[0] > centre(of(last, fixed)[0])[0]


@pytest.mark.parametrize(
    ("prompt", "noun", "corners"),
    [
        (
            "A bird's-eye view of a dog that starts in the lower left, goes to the upper left, then the upper right.",
            "dog",
            ((0, 1), (0, 0), (1, 0)),
        ),
        (
            "Seen from above, a ball starts at the upper right, rolls to the lower right and then to the lower left.",
            "ball",
            ((1, 0), (1, 1), (0, 1)),
        ),
        (
            "A top-down view of a robot moving from the upper left to the lower left and then to the lower right.",
            "robot",
            ((0, 0), (0, 1), (1, 1)),
        ),
    ],
)
def test_corners_are_visited_in_order(prompt, noun, corners):
    seen = [centre(of(found, noun)[0]) for found in frames(prompt)]
    half = (len(seen) - 1) // 2
    for (x, y), (right, low) in zip((seen[0], seen[half], seen[-1]), corners, strict=True):
        assert (x > 0.5) == bool(right)
        assert (y > 0.5) == bool(low)
