"""The first step: which file, and what is in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QBrush, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QToolButton, QVBoxLayout, QWidget

from engine.records import Finding, Level, TableProfile
from gui import theme
from gui.icons import icon
from gui.jobs import Job
from gui.overrides import override
from gui.parts.labels import button, card, label
from gui.parts.path_line import PathLine
from gui.parts.words import count, counted, day, share, signed
from gui.sentences import said
from gui.theme import theme as look
from gui.training.leaks_panel import is_leak
from gui.translation import tr

_ICONS = {Level.ERROR: ("circle-alert", "danger"), Level.WARNING: ("triangle-alert", "warning"),
          Level.INFO: ("info", "link")}
_LINE = 28  # pixels of one finding
_MOST = 150  # pixels of height for the findings; more of them scroll


class DataPanel(QWidget):
    """Path, Open, the data card, and what was found in the file with its remedies."""

    def __init__(self, *, on_open: Callable[[], object], on_sample: Callable[[], object],
                 on_path: Callable[[str], object]) -> None:
        super().__init__()
        self._on_path = on_path
        self.file = PathLine(name="training.file", words=tr("File of signals"),
                             placeholder=tr("Drop a file anywhere, or open one"))
        self.open_button = button(tr("Open…"), on_open, icon_name="folder-open", name="training.open",
                                  hint=tr("Open a CSV, Parquet or Feather file of signals (Ctrl+O)"))
        self.sample_button = button(tr("Open Sample"), on_sample, kind="link", name="training.sample",
                                    hint=tr("Try it with real hourly Bitcoin signals that ship with the program"))
        self.card = card(name="training.card")
        self.headline = label(font="strong", wrap=True, name="training.card.headline")
        self.detail = label(role="muted", font="small", wrap=True, name="training.card.detail")
        self.findings = FindingsList()
        self._lay_out()
        self.file.returnPressed.connect(self._on_return)
        self.show_profile(None, None)

    def show_profile(self, path: str | None, profile: TableProfile | None) -> None:
        """Show what a file holds; nothing without one."""
        self.file.setText(path or "")
        self.file.setToolTip(path or "")
        if path is not None and self.sample_button.hasFocus():  # it goes; the next field is not what the user meant
            self.window().centralWidget().setFocus()
        self.sample_button.setVisible(path is None)
        self.card.setVisible(profile is not None)
        self.findings.set_findings(tuple(each for each in profile.findings if not is_leak(each))
                                   if profile is not None else ())
        if profile is not None:
            self.headline.setText(_headline(profile))
            self.detail.setText(_detail(profile))
            self.card.setAccessibleName(tr("Data: {headline}. {detail}", headline=_headline(profile),
                                           detail=_detail(profile)))

    def show_reading(self, job: Job) -> None:
        """Say that a file is being read."""
        self.headline.setText(f"{job.title}…")
        self.detail.setText(tr("Looking at columns, types and times."))
        self.sample_button.hide()
        self.card.show()
        self.findings.set_findings(())

    def show_peek(self, profile: TableProfile, rows: int) -> None:
        """What the first rows of a large file hold, while the rest is read."""
        wins = "" if profile.positive_rate is None else tr(" · {positive_rate} wins",
                                                           positive_rate=share(profile.positive_rate, 0))
        self.headline.setText(tr("Reading… {features}{wins}", features=counted(len(profile.features), 'feature'),
                                 wins=wins))
        self.detail.setText(tr("Seen so far: the first {rows} signals.", rows=count(rows)))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self, spacing=theme.SMALL)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout(spacing=theme.SMALL)
        row.addWidget(self.file, 1)
        row.addWidget(self.open_button)
        column.addLayout(row)
        column.addWidget(self.sample_button, 0, Qt.AlignmentFlag.AlignLeft)
        inside = QVBoxLayout(self.card, spacing=2)
        inside.setContentsMargins(theme.MEDIUM, theme.SMALL, theme.MEDIUM, theme.SMALL)
        inside.addWidget(self.headline)
        inside.addWidget(self.detail)
        column.addWidget(self.card)
        line = QHBoxLayout(spacing=theme.TIGHT)
        line.addWidget(self.findings, 1)
        line.addWidget(self.findings.unfold, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)

    @Slot()
    def _on_return(self) -> None:
        if self.file.text().strip():
            self._on_path(self.file.text().strip())


class FindingsList(QListWidget):
    """What was found in a file, the gravest first: one line that `unfold` opens; what forbids training is open."""

    def __init__(self) -> None:
        super().__init__(objectName="training.findings", visible=False)
        self.setAccessibleName(tr("Findings in the file"))
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setIconSize(QSize(15, 15))
        self.setFont(theme.small_font())
        self.unfold = QToolButton(objectName="training.findings.unfold", checkable=True, visible=False)
        self.unfold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.unfold.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the chevron behind the number
        self.unfold.setIconSize(QSize(13, 13))
        self.unfold.setFixedHeight(_LINE)
        self.unfold.toggled.connect(self._on_unfolded)
        look.changed.connect(self._repaint)

    def set_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show these findings."""
        self.clear()
        for finding in sorted(findings, key=lambda finding: list(_ICONS).index(finding.level)):
            self.addItem(_item(finding))
        self.setVisible(bool(findings))
        self.unfold.setVisible(bool(findings))
        self.unfold.setText(str(len(findings)))
        self.unfold.setChecked(any(finding.level is Level.ERROR for finding in findings))
        self._on_unfolded(self.unfold.isChecked())

    @Slot(bool)
    def _on_unfolded(self, opened: bool) -> None:
        words = tr("Show only the gravest finding") if opened else tr("Show {self} in full",
                                                                  self=counted(self.count(), 'finding'))
        self.unfold.setIcon(icon("chevron-down" if opened else "chevron-right", "muted"))
        self.unfold.setToolTip(words)
        self.unfold.setAccessibleName(words)
        self.setWordWrap(opened)
        bars = Qt.ScrollBarPolicy.ScrollBarAsNeeded if opened else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(bars)
        if not opened:
            self.scrollToTop()
        self._fit()

    def _fit(self) -> None:
        if not self.unfold.isChecked():
            self.setFixedHeight(_LINE)
            return
        self.doItemsLayout()  # a row's hint knows nothing of lines that wrap
        rows = sum(self.visualItemRect(self.item(row)).height() for row in range(self.count()))
        height = rows + 2 * self.frameWidth() + 4
        self.setFixedHeight(max(min(height, _MOST), _LINE))

    def _repaint(self) -> None:
        for row in range(self.count()):
            self.item(row).setForeground(QBrush(look.colors.color("text")))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines wrap anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()


def _item(finding: Finding) -> QListWidgetItem:
    place = f"{finding.column}: " if finding.column and finding.column not in finding.message else ""
    text = f"{place}{said(finding.message)} {said(finding.remedy)}".strip()
    made = QListWidgetItem(icon(*_ICONS[finding.level]), text)
    made.setData(Qt.ItemDataRole.AccessibleTextRole, f"{finding.level.value}: {text}")
    made.setToolTip(text)
    return made


def _headline(profile: TableProfile) -> str:
    parts = [counted(profile.rows, "signal"), counted(len(profile.features), "feature")]
    if profile.positive_rate is not None:
        parts.append(tr("{positive_rate} wins", positive_rate=share(profile.positive_rate)))
    return " · ".join(parts)


def _detail(profile: TableProfile) -> str:
    parts = []
    if profile.first_time:
        parts.append(f"{day(profile.first_time)} – {day(profile.last_time)}")
    parts.append(tr("{missing_share} missing",
                    missing_share=share(profile.missing_share)) if profile.missing_share else tr("nothing missing"))
    if profile.weight_range is not None:
        parts.append(f"R {signed(profile.weight_range[0], 1)}…{signed(profile.weight_range[1], 1)}")
    return " · ".join(part.replace(" ", "\u00a0") for part in parts)  # a line ends between parts only
