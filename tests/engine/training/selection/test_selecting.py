"""Columns are chosen on earlier rows than those that say what it cost."""

from dataclasses import replace

import numpy as np
import pytest

from engine.errors import Cancelled, WorkbenchError
from engine.library import ledger
from engine.library.ledger import Kind
from engine.progress import Progress
from engine.training.config import ModelType, TrainingConfig, ValidationOptions
from engine.training.selection.options import Correction, Method, SelectionOptions
from engine.training.selection.selecting import select_features
from tests.engine.training.selection.planted import HORIZON, planted
from tests.engine.training.worlds import HOUR, quick

TWO_BLOCKS = ValidationOptions(folds=2)
QUICK = {"repetitions": 20}


def choose(workspace, table, method=Method.IMPORTANCE, *, progress=None, config=None, split=TWO_BLOCKS, **how):
    return select_features(table, config or quick("lightgbm", rounds=40), split,
                           SelectionOptions(method=method, **{**QUICK, **how}), workspace=workspace, progress=progress)


def wrong(report):
    """Planted columns that were lost, and noise that was kept."""
    return ([name for name in report.chosen.dropped if name[0] == "t"],
            [name for name in report.chosen.features if name[0] == "n"])


@pytest.mark.parametrize("method", Method)
def test_noise_goes_and_what_tells_of_the_label_stays(workspace, method):
    table = planted(2400, seed=1, true=3, noise=9, strength=1.3)
    report = choose(workspace, table, method)
    assert wrong(report) == ([], [])
    assert report.words.startswith("9 of 12 columns dropped (")
    assert report.comparison.difference.low < 0.02
    assert report.with_all.rows == report.with_chosen.rows == 1200
    assert [each.kept for each in report.judged] == [True] * 3 + [False] * 9


def test_the_choice_knows_nothing_of_the_rows_that_are_scored(workspace):
    """Labels of the tested rows are turned round: the same columns are chosen by the same figures."""
    table = planted(1600, seed=2, true=2, noise=4)
    turned = table.label.copy()
    turned[800 - HORIZON:] = 1 - turned[800 - HORIZON:]
    honest, other = (choose(workspace, each, Method.NULL) for each in (table, replace(table, label=turned)))
    assert honest.judged == other.judged
    assert honest.chosen.until == (800 - HORIZON - 1 + HORIZON) * HOUR
    assert honest.with_chosen.auc.value > 0.55 > 0.45 > other.with_chosen.auc.value


def test_both_sets_count_as_looks(workspace):
    table = planted(1200, true=2, noise=2)
    report = choose(workspace, table)
    looks = ledger.looks(workspace, report.chosen.outcomes)
    assert [look.kind for look in looks] == [Kind.TRAINING, Kind.FEATURES]
    assert looks[1].score == pytest.approx(report.with_chosen.auc.value)
    assert report.chosen.outcomes == ledger.outcomes_of(table)


def test_where_nothing_tells_of_the_label_one_column_is_left(workspace):
    report = choose(workspace, planted(1200, seed=3, true=0, noise=6), Method.NULL)
    assert len(report.chosen.features) == 1
    assert "No column stands out" in report.words


def test_a_correction_for_a_single_false_one_is_the_stricter(workspace):
    table = planted(1600, seed=4, true=3, noise=6)
    found = {how: choose(workspace, table, Method.PERMUTATION, correction=how) for how in Correction}
    kept = {how: set(each.chosen.features) for how, each in found.items()}
    assert kept[Correction.HOLM] <= kept[Correction.BENJAMINI_HOCHBERG]
    for each in found[Correction.HOLM].judged:
        assert each.adjusted >= each.p_value > 0


def test_cancel_ends_it_and_stop_judges_by_what_is_there(workspace):
    table = planted(1200, true=2, noise=3)

    def at(words, act):
        progress = Progress(lambda point: act(progress) if words in point.words else None)
        return progress

    with pytest.raises(Cancelled):
        choose(workspace, table, progress=at("fit 3 of", Progress.cancel))
    assert ledger.looks(workspace) == ()
    report = choose(workspace, table, repetitions=1000, progress=at("fit 3 of", Progress.stop))
    assert report.stopped
    assert "t1" in report.chosen.features


def test_categories_are_columns_too(workspace):
    from engine.data.schema import Feature, FeatureSchema
    from engine.data.schema import Kind as ColumnKind

    table = planted(1600, seed=5, true=1, noise=3)
    codes = np.random.default_rng(0).integers(0, 3, len(table))
    label = np.where(codes == 2, 1, table.label).astype(np.int8)
    schema = FeatureSchema((*table.schema.features, Feature("kind", ColumnKind.CATEGORY, ("a", "b", "c"))))
    matrix = np.column_stack((table.matrix, codes)).astype(np.float32)
    marked = replace(table, schema=schema, label=label, matrix=matrix)
    assert "kind" in choose(workspace, marked).chosen.features


def test_too_few_rows_are_refused_in_words(workspace):
    with pytest.raises(WorkbenchError, match="too few to choose columns by"):
        choose(workspace, planted(300, true=1, noise=2))


@pytest.mark.slow
@pytest.mark.parametrize("method", Method)
def test_thirty_planted_noise_columns_go_and_at_most_one_true_one(workspace, method):
    lines, lost, kept = [], [], []
    for seed in range(10):
        # The choice is made on the first half by fits of this rate in any case; the other half is only scored.
        report = select_features(
            planted(6000, seed=seed), TrainingConfig(model_type=ModelType.LIGHTGBM, threads=1, learning_rate=0.1),
            TWO_BLOCKS, SelectionOptions(method=method), workspace=workspace)
        gone, stayed = wrong(report)
        lost.append(len(gone))
        kept.append(len(stayed))
        gap = report.comparison.difference
        lines.append(f"{method.value:12} seed {seed}: noise dropped {30 - kept[-1]} of 30, true lost {lost[-1]} of 8, "
                     f"AUC {gap.value:+.4f} ({gap.low:+.4f} to {gap.high:+.4f}), "
                     f"fits {report.seconds_chosen:.1f} s instead of {report.seconds_all:.1f} s")
    print("\n" + "\n".join(lines))
    assert max(kept) <= 2
    assert max(lost) <= 1
