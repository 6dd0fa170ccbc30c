"""Verdicts say what is wrong, what to change, and which of several tries is the best."""

import pytest

from consistency import Failure, Number, Scores, Threshold, best, judge

LIMITS = {
    "identity_reference": Threshold(value=0.8, auc={}, ignored={}, samples=12),
    "flash": Threshold(value=5.0, auc={}, ignored={}, samples=12),
    "seam_jump": Threshold(value=2.0, auc={}, ignored={}, samples=12),
}


def scores(identity: float = 0.9, flash: float = 1.0) -> Scores:
    return Scores(
        numbers=(
            Number(measure="identity_reference", value=identity, shot="s2", entity="mara"),
            Number(measure="flash", value=flash, shot="s2"),
            Number(measure="flash", value=99.0, shot="s2", frame=3),
            Number(measure="flash", value=99.0, shot="s1"),
            Number(measure="dynamics", value=0.0, shot="s2"),
        )
    )


def test_a_good_shot_is_accepted_whatever_other_shots_and_single_frames_are() -> None:
    verdict = judge(scores(), "s2", LIMITS)
    assert (verdict.accepted, verdict.failures, verdict.advice, verdict.judged) == (True, (), (), 2)
    assert verdict.margin > 0


def test_a_failure_names_the_entity_the_number_and_what_to_change() -> None:
    verdict = judge(scores(identity=0.6), "s2", LIMITS)
    assert not verdict.accepted
    assert verdict.failures[0].sentence() == "identity, crop to reference of mara is 0.60, at least 0.80 is wanted"
    assert verdict.failures[0].sentence({"mara": "Old Mara"}).startswith("identity, crop to reference of Old Mara is")
    near = Failure(measure="flash", value=3.2149, threshold=3.2136)
    assert near.sentence() == "flash is 3.215, at most 3.214 is wanted"
    assert (verdict.advice[0].change, verdict.advice[0].entity) == ("identity", "mara")
    assert verdict.advice[0].by > 0
    assert "seed" in {advice.change for advice in verdict.advice}


def test_several_failures_share_the_first_places() -> None:
    verdict = judge(scores(identity=0.6, flash=9.0), "s2", LIMITS)
    assert [advice.change for advice in verdict.advice[:2]] == ["identity", "seed"]


def test_a_seam_belongs_to_the_later_shot() -> None:
    jump = Scores(numbers=(Number(measure="seam_jump", value=7.0, shot="s1", other="s2"),))
    assert judge(jump, "s1", LIMITS).accepted
    assert judge(jump, "s2", LIMITS).failures[0].other == "s1"


@pytest.mark.parametrize(
    ("tries", "index"),
    [
        ([(0.6, 1.0), (0.7, 1.0), (0.5, 1.0)], 1),
        ([(0.6, 1.0), (0.9, 1.0), (0.95, 1.0)], 2),
        ([(0.79, 9.0), (0.6, 1.0)], 1),
        ([(0.9, 1.0), (0.9, 1.0)], 0),
    ],
)
def test_the_best_of_several(tries: list[tuple[float, float]], index: int) -> None:
    assert best([judge(scores(identity=a, flash=b), "s2", LIMITS) for a, b in tries]) == index


def test_a_number_by_another_embedder_is_not_judged_by_the_offline_ones_threshold() -> None:
    limit = Threshold(value=0.8, by="palette", auc={}, ignored={}, samples=12)
    low = Number(measure="identity_reference", value=0.3, shot="s2", entity="mara", by="dinov2")
    asked = [judge(Scores(numbers=(row,)), "s2", {"identity_reference": limit}) for row in (
        low, low.model_copy(update={"by": "palette"})
    )]  # fmt: skip
    assert [(verdict.accepted, verdict.judged) for verdict in asked] == [(True, 0), (False, 1)]
