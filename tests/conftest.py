"""Fixtures for all tests: the shared sample data (skipped with a reason where it is absent), and a small plan."""

from pathlib import Path

import pytest
from hypothesis import settings
from small_plans import make_small_plan

from planners import Plan

pytest_plugins = ["no_network"]
"""No test reaches the network: tests/support/no_network.py."""

settings.register_profile("storyreel", deadline=None)
settings.load_profile("storyreel")
"""A busy machine is not a failure: examples have no time limit."""

SHARED = Path(__file__).parents[1].parent / "shared" / "data"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    if not SHARED.is_dir():
        pytest.skip("the shared sample data (../shared/data) is not here; a plain clone has none")
    return SHARED


@pytest.fixture
def small_plan() -> Plan:
    return make_small_plan()
