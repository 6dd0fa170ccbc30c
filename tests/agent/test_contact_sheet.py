"""The contact sheet: at a glance, however many shots and whatever shape."""

from __future__ import annotations

import pytest

from agent.work.film import sheet_layout


@pytest.mark.parametrize("size", [(1280, 720), (720, 1280), (720, 720), (3840, 2160), (2160, 3840)])
@pytest.mark.parametrize("count", [1, 5, 14, 60, 300, 1000])
def test_a_sheet_is_neither_a_ribbon_nor_a_wall(size: tuple[int, int], count: int) -> None:
    columns, (width, height) = sheet_layout(count, size)
    rows = -(-count // columns)
    assert columns <= count
    assert (width % 2, height % 2) == (0, 0)
    assert width >= 160
    assert height / width == pytest.approx(size[1] / size[0], rel=0.03)
    assert rows * height <= 1.9 * columns * width
    assert columns * width <= 7000
