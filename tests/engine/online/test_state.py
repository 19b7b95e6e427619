"""The spelling of a state, made in parts, is JSON's own."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.online import state

NAMES = st.text(max_size=5)
PLAIN = st.recursive(st.none() | st.booleans() | st.integers() | NAMES, max_leaves=30, extend=lambda inner: (
    st.lists(inner, max_size=7) | st.dictionaries(NAMES, inner, max_size=4)))


@given(st.dictionaries(NAMES, PLAIN, max_size=5))
def test_the_spelling_in_parts_is_the_one_of_json(value) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(state, "_AT_ONCE", 2)
        assert state.canonical(value) == json.dumps(value, sort_keys=True, separators=(",", ":")).encode()
