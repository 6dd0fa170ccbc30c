"""Keys are the same for the same thing, and differ for different things."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.fingerprint import canonical, digest

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(st.text(), VALUES, min_size=2, max_size=6))
def test_key_does_not_depend_on_the_order_of_keys(value: dict[str, object]) -> None:
    turned = dict(reversed(list(value.items())))
    assert digest(turned) == digest(value)


@given(VALUES, VALUES)
def test_key_differs_when_the_canonical_form_differs(a: object, b: object) -> None:
    assert (digest(a) == digest(b)) == (canonical(a) == canonical(b))


def test_what_has_no_canonical_form_is_refused() -> None:
    with pytest.raises(TypeError, match="set"):
        digest({"colours": {"red"}})
