"""Points of the checklist whose sentence promises more than one part of the window can keep."""

from __future__ import annotations

import shutil
import subprocess
import time
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QHeaderView, QLabel, QSplitter
from pytestqt.qtbot import QtBot

from engine.records import FeedState
from gui.app import create_window
from gui.main_window import MainWindow
from gui.messages import Message, Tone
from gui.monitor.status_line import StateLine
from gui.overrides import override
from gui.parts.run_cells import status
from gui.theme import theme
from tests.gui import invented
from tests.gui.robots import Robot

_LEFT = Qt.MouseButton.LeftButton
_LARGE = 366_000_000  # bytes


class Counter(QObject):
    """Counts what a user does with mouse and keyboard, wherever in the program."""

    def __init__(self) -> None:
        super().__init__()
        self.clicks = self.keys = 0
        QApplication.instance().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched.isWidgetType():
            self.clicks += event.type() is QEvent.Type.MouseButtonPress
            self.keys += event.type() is QEvent.Type.KeyPress
        return False


def drag(target: QObject, by: QPoint) -> None:
    """Press in the middle, move, let go."""
    start = target.rect().center()
    drag_from(target, start, start + by)


def drag_from(target: QObject, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(target, _LEFT, pos=start)
    QTest.mouseMove(target, end)
    QTest.mouseRelease(target, _LEFT, pos=end)


def found_again(window: MainWindow) -> dict[str, object]:
    """Where splitters and columns stand."""
    parts: dict[str, object] = {}
    for splitter in window.findChildren(QSplitter):
        if "." in splitter.objectName() and splitter.isVisible():
            parts[splitter.objectName()] = splitter.sizes()
    for header in window.findChildren(QHeaderView):
        if header.objectName() in ("training.runs.header", "models.list.header"):
            order = [header.logicalIndex(place) for place in range(header.count())]
            parts[header.objectName()] = (order, header.sectionSize(2), header.sortIndicatorSection())
    return parts


def test_splitters_and_columns_are_where_they_were_left(
        window: MainWindow, robot: Robot, qtbot: QtBot, workspace_dir: Path) -> None:
    invented.three(workspace_dir)
    window.library.reload()
    window.build_all()
    window.show_tab("training")
    splitter = robot.find("training.splitter", QSplitter)
    before = splitter.sizes()
    drag(splitter.handle(1), QPoint(0, -60))
    assert splitter.sizes() != before
    header = robot.runs.horizontalHeader()
    edge = header.sectionViewportPosition(2) + header.sectionSize(2)
    was = header.sectionSize(2)
    drag_from(header.viewport(), QPoint(edge - 1, 8), QPoint(edge + 40, 8))
    assert header.sectionSize(2) > was + 20
    header.moveSection(3, 5)
    left = found_again(window)
    window.close()
    again = create_window(workspace_dir)
    again.build_all()
    again.resize(window.size())
    again.show()
    again.layout_memory.restore_parts(again)
    again.show_tab("training")
    QApplication.processEvents()
    assert found_again(again) == left
    again.end()
    shiboken6.delete(again)


def test_from_nothing_to_trained_models_on_the_sample_in_two_clicks_and_no_key(robot: Robot) -> None:
    counter, began = Counter(), time.process_time()
    robot.click("training.sample")
    robot.idle()
    robot.click("training.train")
    robot.idle()
    assert {run.kind for run in robot.window.session.runs} == {"xgboost", "lightgbm", "catboost"}
    assert all(run.scores is not None for run in robot.window.session.runs)
    assert (counter.clicks, counter.keys) == (2, 0)
    assert time.process_time() - began < 60  # of the processor: whatever else the machine does


def test_the_card_of_a_file_of_366_mb_is_there_within_a_second(robot: Robot, sample_file: Path, tmp_path: Path) -> None:
    header, rows = sample_file.read_bytes().split(b"\n", 1)
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.write(header + b"\n")
        for _ in range(_LARGE // len(rows) + 1):
            file.write(rows)
    assert path.stat().st_size >= _LARGE
    took: list[float] = []
    opener = robot.window.opener
    opener.peeked.connect(lambda _profile: (took.append(time.process_time() - began), opener.cancel()))
    began = time.process_time()
    assert robot.drop(path)
    robot.until(lambda: bool(took))
    assert took[0] < 1.0
    assert robot.text("training.card.headline").startswith("Reading… 43 features")
    robot.idle()


def files_of(workspace: Path) -> set[str]:
    """What is kept of runs; what was seen before a cancel stays counted in the ledger, which is right."""
    return {path.relative_to(workspace).as_posix() for kind in ("runs", "models", "unfinished", "curves", "checkpoints")
            for path in (workspace / kind).rglob("*") if path.is_file()}


def test_escape_ends_a_training_within_two_seconds_and_leaves_nothing_on_disk(
        robot: Robot, sample_file: Path, workspace_dir: Path) -> None:
    robot.open(sample_file)
    robot.window.tab("training").form.options.advanced.set_open(True)
    for name, value in (("rounds", "5000"), ("early_stopping_rounds", "0")):
        robot.type(f"training.advanced.{name}", value)
    before = files_of(workspace_dir)
    robot.click("training.train")
    robot.until(lambda: robot.find("training.progress").value() > 5)
    began = time.process_time()
    robot.press(Qt.Key.Key_Escape)
    robot.idle()
    assert time.process_time() - began < 2.0
    assert robot.text("training.progress.words") == "Cancelled. Nothing was kept."
    assert not robot.window.session.runs
    assert files_of(workspace_dir) == before


@pytest.mark.parametrize("selected", [False, True])
def test_a_closed_eye_takes_the_run_out_of_every_chart_and_greys_its_row(
        selected: bool, robot: Robot, workspace_dir: Path) -> None:
    invented.three(workspace_dir)
    robot.window.library.reload()
    robot.window.show_tab("training")
    plots = robot.window.tab("training").results.plots
    charts = (plots.roc, plots.precision_recall, plots.calibration, plots.importance, plots.auc, plots.money.mean)

    def drawn_in() -> list[bool]:
        return ["lgb-1" in {each.series.key for each in chart.records} for chart in charts]

    robot.until(lambda: all(drawn_in()))
    model = robot.runs.records_model
    row = next(place for place, run in enumerate(model.records) if run.id == "lgb-1")
    name = model.index(row, 2)
    plain = model.data(name, Qt.ItemDataRole.ForegroundRole)
    if selected:
        robot.click_cell(row, "name")
        assert robot.window.session.selected == ("lgb-1",)
    robot.click_cell(row, "eye")
    robot.until(lambda: not any(drawn_in()))
    grey = model.data(name, Qt.ItemDataRole.ForegroundRole)
    assert grey != plain
    assert grey.color() == QColor(theme.colors.muted)
    robot.click_cell(row, "eye")
    robot.until(lambda: all(drawn_in()))
    assert model.data(name, Qt.ItemDataRole.ForegroundRole) == plain


def test_the_window_writes_a_report_without_an_address_of_the_net_and_a_pdf_with_text(
        robot: Robot, workspace_dir: Path, tmp_path: Path) -> None:
    invented.three(workspace_dir)
    robot.window.library.reload()
    for name in ("report.html", "report.pdf"):
        robot.window.actions_table["file.report"].trigger()
        (dialog,) = robot.window.findChildren(QFileDialog)
        dialog.fileSelected.emit(str(tmp_path / name))
        dialog.close()
        robot.until(lambda name=name: (tmp_path / name).exists())
        robot.idle()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    fetched = [part for mark in ('src="', 'href="', "url(", "@import") for part in page.split(mark)[1:]]
    assert not [part[:40] for part in fetched if part.lstrip("'\"").startswith(("http", "//"))]
    assert "xgb-2" in page
    made = (tmp_path / "report.pdf").read_bytes()
    assert b"/ToUnicode" in made  # without it the letters of an embedded face cannot be read back
    assert b"/URI" not in made
    if shutil.which("gs") is not None:
        read = subprocess.run(["gs", "-q", "-sDEVICE=txtwrite", "-o", "-", str(tmp_path / "report.pdf")],
                              capture_output=True, text=True, check=True).stdout
        assert "xgb-2" in read


def shape(label: QLabel) -> bytes:
    """A picture without its colours: where it is drawn, and how strongly."""
    return bytes(label.pixmap().toImage().convertToFormat(QImage.Format.Format_Alpha8).constBits())


def test_no_state_is_told_by_colour_alone(robot: Robot) -> None:
    """In grey each tone of a message, each state of a monitor and each end of a training still is another one."""
    messages = robot.window.messages
    drawn = []
    for tone in Tone:
        messages.post(Message(tone, "The same words."))
        bar = robot.window.message_bar
        drawn.append(shape(next(label for label in bar.findChildren(QLabel) if not label.pixmap().isNull())))
    assert len(set(drawn)) == len(Tone)
    line = StateLine()
    pictures, said = [], []
    for state in FeedState:
        line._say("The same words.", state)
        pictures.append(shape(line._picture))
        said.append(line._picture.accessibleName())
    assert len(set(said)) == len(FeedState)
    assert len(set(pictures)) >= len(FeedState) - 1  # ready and finished are both at rest, and their words differ
    ends = [invented.record("a", status=end) for end in ("done", "stopped", "failed", "cancelled")]
    assert len({status(run) for run in (*ends, replace(ends[0], contaminated=True))}) == 5
