"""Recipes: versions, changes in words, TOML."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import WorkbenchError
from engine.library import recipes, toml
from engine.library.store import Workspace

CONTENT = {"roles": {"label": "win"}, "features": {"names": ["a", "b"]},
           "models": [{"model_type": "xgboost", "rounds": 100, "learning_rate": 0.03, "loosen": True}]}


@pytest.fixture
def workspace(workspace_dir):
    with Workspace.open(workspace_dir) as opened:
        yield opened


def changed(**models):
    return {**CONTENT, "models": [{**CONTENT["models"][0], **models}]}


def test_each_change_is_a_new_version_and_no_change_is_none(workspace):
    first = recipes.save(workspace, "monthly", CONTENT)
    assert recipes.save(workspace, "monthly", CONTENT).title == first.title == "monthly v1"
    second = recipes.save(workspace, "monthly", changed(rounds=200), note="more trees")
    assert (second.title, second.note) == ("monthly v2", "more trees")
    assert recipes.get(workspace, "monthly").version == 2
    assert recipes.get(workspace, "monthly@1").content == recipes.get(workspace, "monthly v1").content == CONTENT
    assert [each.title for each in recipes.newest(workspace)] == ["monthly v2"]


def test_what_changed_is_told_in_words(workspace):
    first = recipes.save(workspace, "monthly", CONTENT)
    second = recipes.save(workspace, "monthly", {
        **changed(rounds=200, loosen=False), "features": {"names": ["a", "c", "d"]}, "tuning": {"effort": "fast"}})
    assert recipes.changes(first, second) == (
        "features names: without b and with c, d", "models xgboost rounds: 100, now 200",
        "models xgboost loosen: yes, now no", "tuning effort: fast (not said before)")
    assert "tuning effort: fast, no longer said" in recipes.changes(second, first)
    assert recipes.changes(first, first) == ()


def test_there_and_back_through_toml(workspace):
    kept = recipes.save(workspace, "monthly", CONTENT, note='it says "hello"\nand more')
    name, content, note = recipes.from_toml(recipes.to_toml(kept), where="x.toml")
    assert (name, content, note) == ("monthly", CONTENT, kept.note)


@pytest.mark.parametrize(("text", "match"), [
    ("format = ", "no TOML"), ('name = "x"', "no recipe of this program"),
    ('format = "alphapulse-recipe/1"\nname = "x"\n[mdels]\n', "no section 'mdels'"),
    ('format = "alphapulse-recipe/1"\nname = "../x"\n', "cannot name a recipe"),
])
def test_files_that_are_no_recipe_are_refused_in_words(text, match):
    with pytest.raises(WorkbenchError, match=match):
        recipes.from_toml(text, where="x.toml")


def test_unknown_names_and_versions_are_refused_with_what_is_there(workspace):
    recipes.save(workspace, "monthly", CONTENT)
    with pytest.raises(WorkbenchError, match="Choose from monthly"):
        recipes.get(workspace, "weekly")
    with pytest.raises(WorkbenchError, match="has the versions v1"):
        recipes.get(workspace, "monthly@7")
    with pytest.raises(WorkbenchError, match="cannot name a recipe"):
        recipes.save(workspace, "monthly v2", CONTENT)


def test_one_version_goes_or_all(workspace):
    for rounds in (1, 2, 3):
        recipes.save(workspace, "monthly", changed(rounds=rounds))
    assert [each.title for each in recipes.delete(workspace, "monthly v2")] == ["monthly v2"]
    assert [each.version for each in recipes.all_recipes(workspace)] == [1, 3]
    assert recipes.save(workspace, "monthly", changed(rounds=4)).version == 4
    assert len(recipes.delete(workspace, "monthly")) == 3
    assert recipes.all_recipes(workspace) == ()


_plain = st.recursive(
    st.booleans() | st.integers(-2**53, 2**53) | st.floats(allow_nan=False) | st.text(
        st.characters(exclude_categories=["Cs"]), max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(
        st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8), inner, max_size=4), max_leaves=20)


@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8), _plain, max_size=5))
def test_whatever_is_written_as_toml_is_read_back(values):
    assert tomllib.loads(toml.dumps(values)) == values
