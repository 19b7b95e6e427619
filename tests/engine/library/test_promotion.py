"""The champion and the ledger."""

import pytest

from engine.errors import WorkbenchError
from engine.library import promotion, runs, trash
from engine.library.store import Workspace
from tests.engine.library.records import a_run


@pytest.fixture
def workspace(workspace_dir):
    with Workspace.open(workspace_dir) as opened:
        yield opened


@pytest.fixture
def three(workspace):
    return [runs.add_run(workspace, a_run(name=name), model_file=b"m").id for name in ("a", "b", "c")]


def test_there_is_no_champion_at_first(workspace):
    assert promotion.champion(workspace) is None
    assert promotion.history(workspace) == ()
    with pytest.raises(WorkbenchError, match="no champion"):
        promotion.rollback(workspace)


def test_promotion_tells_whom_it_replaced_and_why(workspace, three):
    promotion.promote(workspace, three[0], "first")
    promotion.promote(workspace, "b", "better by 0.02")
    assert promotion.champion(workspace) == three[1]
    last = promotion.history(workspace)[-1]
    assert (last.id, last.previous, last.reason) == (three[1], three[0], "better by 0.02")


def test_promoting_the_champion_again_changes_nothing(workspace, three):
    promotion.promote(workspace, three[0])
    promotion.promote(workspace, three[0])
    assert len(promotion.history(workspace)) == 1


def test_each_roll_back_goes_one_step_further(workspace, three):
    for each in three:
        promotion.promote(workspace, each)
    seen = []
    for _ in three:
        promotion.rollback(workspace)
        seen.append(promotion.champion(workspace))
    assert seen == [three[1], three[0], None]
    assert len(promotion.history(workspace)) == 6


def test_a_promotion_after_a_roll_back_forgets_what_was_undone(workspace, three):
    promotion.promote(workspace, three[0])
    promotion.promote(workspace, three[1])
    promotion.rollback(workspace)
    promotion.promote(workspace, three[2])
    promotion.rollback(workspace)
    assert promotion.champion(workspace) == three[0]


def test_the_champion_is_not_deleted(workspace, three):
    promotion.promote(workspace, three[0])
    with pytest.raises(WorkbenchError, match="is the champion"):
        trash.delete(workspace, three[0])
    promotion.rollback(workspace)
    trash.delete(workspace, three[0])


def test_a_roll_back_to_a_deleted_run_is_refused(workspace, three):
    promotion.promote(workspace, three[0])
    promotion.promote(workspace, three[1])
    trash.delete(workspace, three[0])
    with pytest.raises(WorkbenchError, match="There is no run"):
        promotion.rollback(workspace)
    assert promotion.champion(workspace) == three[1]


def test_a_challenger_needs_a_champion_and_is_another_model(workspace, three):
    with pytest.raises(WorkbenchError, match="no champion to challenge"):
        promotion.challenge(workspace, three[0])
    promotion.promote(workspace, three[0])
    with pytest.raises(WorkbenchError, match="is the champion"):
        promotion.challenge(workspace, three[0])
    assert promotion.challenger(workspace) is None
    with pytest.raises(WorkbenchError, match="no challenger to withdraw"):
        promotion.withdraw(workspace)


def test_a_challenger_stays_until_another_comes_or_it_is_withdrawn(workspace, three):
    promotion.promote(workspace, three[0])
    promotion.challenge(workspace, "b", "trained on later rows")
    promotion.challenge(workspace, three[1])
    assert [entry.action for entry in promotion.changes(workspace)] == ["promote", "challenge"]
    assert promotion.challenge(workspace, three[2]).previous == three[1]
    assert promotion.challenger(workspace) == three[2]
    assert promotion.withdraw(workspace).previous == three[2]
    assert promotion.challenger(workspace) is None
    assert promotion.champion(workspace) == three[0]
    assert [entry.action for entry in promotion.history(workspace)] == ["promote"]


def test_a_challenger_that_is_promoted_challenges_no_more(workspace, three):
    promotion.promote(workspace, three[0])
    promotion.challenge(workspace, three[1])
    promotion.promote(workspace, three[2])
    assert promotion.challenger(workspace) == three[1]
    promotion.promote(workspace, three[1])
    assert promotion.challenger(workspace) is None
    promotion.rollback(workspace)
    assert (promotion.champion(workspace), promotion.challenger(workspace)) == (three[2], None)


def test_a_challenger_in_the_trash_is_none_until_it_is_back(workspace, three):
    promotion.promote(workspace, three[0])
    promotion.challenge(workspace, three[1])
    trash.delete(workspace, three[1])
    assert promotion.challenger(workspace) is None
    trash.restore(workspace, three[1])
    assert promotion.challenger(workspace) == three[1]
