"""The still of a shot shows what is done in it, not who merely stands and speaks."""

from generators import telling_moment
from planners import Beat, Plan


def moment(plan: Plan, *beats: tuple[str, float, float]) -> float:
    made = tuple(
        Beat.model_validate(
            {
                "id": f"b{n}",
                "action": action,
                "actors": ["mara"],
                "text": action,
                "verb": action,
                "start": start,
                "end": end,
            }
        )
        for n, (action, start, end) in enumerate(beats)
    )
    return telling_moment(plan.shots[0].model_copy(update={"beats": made}))


def test_a_wave_is_told_before_the_words_that_go_with_it(small_plan: Plan) -> None:
    assert moment(small_plan, ("talk", 0.0, 0.5), ("wave", 0.5, 1.0)) == 0.8
    assert moment(small_plan, ("talk", 0.0, 0.9), ("wave", 0.9, 1.0)) == 0.54
    assert moment(small_plan, ("run", 0.0, 0.6), ("jump", 0.6, 1.0)) == 0.36
    assert moment(small_plan) == 0.5
