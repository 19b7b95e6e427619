"""One run, or several beside each other, as a report to keep and to send: HTML or PDF, readable without the net."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from engine.drawing.charts import AucRow, auc_chart, calibration_chart, importance_chart, leak_chart, roc_chart
from engine.ensemble.naming import called
from engine.errors import WorkbenchError
from engine.evaluation import curves
from engine.library import promotion
from engine.library import runs as library
from engine.library.comparing import compare_runs
from engine.library.differences import differences, flat
from engine.library.store import Workspace
from engine.progress import Progress
from engine.records import Interval, OutOfFold, RunRecord
from engine.report.document import Bullets, Document, Figures, Grid, Part, Section, Words, html
from engine.report.pdf import pdf
from engine.settings import write_atomically

MOST = 6  # runs that a picture can tell apart
FORMATS = {".html": "HTML", ".pdf": "PDF"}
_HEADER = ("", "Rows", "AUC", "Accuracy", "Log loss", "Brier", "Mean R")


def write_report(workspace: Workspace, ids: Sequence[str], path: Path, *, progress: Progress) -> Path:
    """Write the report of these runs where `path` says, as HTML or PDF by its suffix."""
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        raise WorkbenchError(f"A report cannot be written as {path.suffix or 'a file without a suffix'}.",
                             where=str(path), remedy="Name a file that ends in .html or .pdf.", code="unknown-format")
    document = report(workspace, ids, progress=progress.part(0.0, 0.8))
    progress.report(0.8, "writing the report")
    write_atomically(path, html(document).encode() if suffix == ".html" else pdf(document))
    progress.report(1.0, "written")
    return path


def report(workspace: Workspace, ids: Sequence[str], *, progress: Progress) -> Document:
    """The report as data; the first run is the one that the others are measured against."""
    ids = tuple(dict.fromkeys(ids))
    if not 1 <= len(ids) <= MOST:
        raise WorkbenchError(f"{len(ids)} runs were named for the report.", where="report", code="too-many-runs",
                             remedy=f"Name one to {MOST} runs.")
    runs = [library.get_run(workspace, each) for each in ids]
    kept: dict[str, OutOfFold] = {}
    for place, run in enumerate(runs):
        progress.report(place / len(runs), f"reading {_name(run)}")
        found = library.out_of_fold(workspace, run.id)
        if found is not None:
            kept[run.id] = found
    title = _name(runs[0]) if len(runs) == 1 else f"Comparison of {len(runs)} runs"
    parts = [_scores(runs, promotion.champion(workspace)), _curves(runs, kept)]
    if len(runs) > 1:
        parts.append(_against(workspace, runs, progress))
    made = Document(f"AlphaPulse Workbench: {title}", [*parts, *_leaks(runs), *(_details(run) for run in runs)])
    progress.report(1.0, "put together")
    return made


def _marks(run: RunRecord, champion: str | None) -> str:
    return (" (champion)" if run.id == champion else "") + (" (contaminated)" if run.contaminated else "")


def _scores(runs: Sequence[RunRecord], champion: str | None) -> Section:
    rows = [(f"{_name(run)}{_marks(run, champion)}", f"{run.scores.rows:,}",
             _interval(run.scores.auc), _interval(run.scores.accuracy), _interval(run.scores.log_loss),
             _interval(run.scores.brier), _interval(run.scores.mean_r, 2))
            for run in runs if run.scores is not None]
    if not rows:
        return Section("Scores", [Words("No scores were kept: the training did not end.")])
    expected = [f"{_name(run)}: {run.next_block.words}" for run in runs if run.next_block is not None]
    return Section("Scores on rows they had not seen", [
        Words("Tested on later rows only; intervals are 95 %. AUC, accuracy and mean R: higher is better. "
              "Log loss and Brier: lower is better. An AUC of 0.5 is chance."), Grid(_HEADER, rows), Bullets(expected)])


def _curves(runs: Sequence[RunRecord], kept: dict[str, OutOfFold]) -> Section:
    scored = [run for run in runs if run.scores is not None]
    oof = {_name(run): kept[run.id] for run in runs if run.id in kept}
    known = {name: (found.label[found.label >= 0], found.probability[found.label >= 0]) for name, found in oof.items()}
    rows = [AucRow(_name(run), run.scores.auc, place) for place, run in enumerate(scored) if run.scores is not None]
    plots = [(auc_chart(rows, rows_alike=_scored_alike(runs, kept)),
              "The dotted line is no skill. Intervals that overlap are no ranking.")] if scored else []
    if known:
        plots.append((roc_chart({name: curves.roc(*found) for name, found in known.items()}),
                      "With the 95 % band of the first run."))
        plots.append((calibration_chart({name: curves.calibration(*found) for name, found in known.items()}),
                      "Above the dotted line a model is too careful, below it too bold."))
    weights = {_name(run): run.importance for run in runs if run.importance}
    if weights:
        plots.append((importance_chart(weights), "What the trees used; not what causes a win."))
    return Section("Curves", [Figures(plots)] if plots else [Words("No predictions were kept.")])


def _scored_alike(runs: Sequence[RunRecord], kept: Mapping[str, OutOfFold]) -> bool:
    """Whether all runs were scored on the same rows of the same data."""
    rows = {kept[run.id].row[kept[run.id].label >= 0].tobytes() if run.id in kept else run.id for run in runs}
    return len(rows) == len({run.fingerprint for run in runs}) == 1


def _against(workspace: Workspace, runs: Sequence[RunRecord], progress: Progress) -> Section:
    found = compare_runs(workspace, runs, progress=progress.part(0.9, 1.0))
    how = [Words(f"Paired on the {found.rows:,} rows that all of them scored.", soft=True)] if found.rows else []
    lines = [(line.name, *line.values) for line in differences(runs, called=called)]
    table: list[Part] = [Grid(("", *(_name(run) for run in runs)), lines)] if lines else [
        Words("They do not differ in data, settings, features or versions.")]
    return Section("What tells them apart", [*how, Bullets(found.words), *table])


def _leaks(runs: Sequence[RunRecord]) -> list[Section]:
    measured = [run for run in runs if run.leak_meter is not None]
    return [Section("How much a careless split would have promised", [
        Figures([(leak_chart(run.leak_meter), f"{_name(run)}: {run.leak_meter.words}")
                 for run in measured if run.leak_meter is not None])])] if measured else []


def _details(run: RunRecord) -> Section:
    how = run.validation
    facts = [("Id", run.id), ("Model", run.kind), ("Trained", run.created), ("File", Path(run.source).name),
             ("Fingerprint of the data", run.fingerprint[:16]), ("Rows", f"{run.rows:,}"),
             ("Features", f"{len(run.features):,}"), ("Trees", f"{run.trees:,}"),
             ("Started from", run.parent or "nothing")]
    if how is not None:
        facts += [("Validation", how.scheme.replace("_", " ")), ("Test blocks", str(how.folds)),
                  ("Purged rows", f"{how.purged_rows:,}"), ("Embargo", how.embargo)]
    facts += [(called(name), value) for name, value in flat(run.settings).items()]
    facts += [(f"Version of {name}", str(version)) for name, version in run.versions.items()]
    marks = ([f"Note: {run.note}"] if run.note else []) + ([f"Tags: {', '.join(run.tags)}"] if run.tags else [])
    return Section(_name(run), [Bullets([*marks, *run.warnings]), Grid(("What", "Value"), facts)])


def _name(run: RunRecord) -> str:
    return run.name or run.id


def _interval(value: Interval | None, digits: int = 3) -> str:
    if value is None:
        return ""
    low_high = f"\n{value.low:.{digits}f} to {value.high:.{digits}f}" if value.low == value.low else ""
    return f"{value.value:.{digits}f}{low_high}" if value.value == value.value else "not known"
