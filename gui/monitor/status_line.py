"""What the monitor is doing, how far it is, and whether its score has skill."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from engine.records import FeedState, LinkState, MonitorSnapshot
from gui import icons, theme
from gui.monitor.watching import short_title
from gui.overrides import override
from gui.parts.labels import label, set_role
from gui.parts.words import capitalised, count, event_time
from gui.sentences import said
from gui.theme import theme as look
from gui.translation import later, tr

_ICONS = {FeedState.READY: ("circle-check", "muted"), FeedState.RUNNING: ("radio", "positive"),
          FeedState.PAUSED: ("pause", "warning"), FeedState.FINISHED: ("circle-check", "positive"),
          FeedState.STOPPED: ("square", "muted"), FeedState.FAILED: ("circle-alert", "danger")}
_STATES = {FeedState.READY: later("ready"), FeedState.RUNNING: later("running"), FeedState.PAUSED: later("paused"),
           FeedState.FINISHED: later("finished"), FeedState.STOPPED: later("stopped"),
           FeedState.FAILED: later("failed")}
_TROUBLED = (LinkState.AWAY, LinkState.STALE)
_ICON = 15
_HINT = later("Every signal is scored first, and learnt from only when its label has arrived.")


class StateLine(QWidget):
    """State icon, words, the time in the stream, and a thin bar for files."""

    def __init__(self) -> None:
        super().__init__()
        self._state = FeedState.READY
        self._picture = QLabel()
        self._picture.setAccessibleName(tr("State of the monitor"))
        self.words = label(tr("Ready."), wrap=True, name="monitor.status")
        self.words.setMinimumHeight(2 * self.words.fontMetrics().lineSpacing())
        self.words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.bar = QProgressBar(textVisible=False, maximum=1000)
        self.bar.setAccessibleName(tr("Share of the file that is done"))
        size = self.bar.sizePolicy()
        size.setRetainSizeWhenHidden(True)
        self.bar.setSizePolicy(size)
        self.bar.hide()
        row = QHBoxLayout(spacing=theme.SMALL)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        column = QVBoxLayout(self, spacing=6)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.bar)
        look.changed.connect(self._paint_icon)
        self._paint_icon()

    def show_words(self, words: str) -> None:
        """Say something while there is no snapshot; no words leave what is said."""
        if words:
            self._say(words, FeedState.READY)
            self.bar.hide()

    def show_snapshot(self, snapshot: MonitorSnapshot, *, held: MonitorSnapshot | None = None) -> None:
        """Say what a snapshot says; `held` is what the view shows where it does not follow."""
        if held is not None:
            behind = count(max(snapshot.labels - held.labels, 0))
            self._say(tr("The view is held; {behind} labels learnt since", behind=behind), FeedState.PAUSED)
            return
        when = event_time(snapshot.time)
        away = next((feed for feed in snapshot.feeds if feed.state in _TROUBLED), None)
        self.bar.setVisible(snapshot.fraction is not None)  # a live source has no end
        self.bar.setValue(round(1000 * (snapshot.fraction or 0.0)))
        if away is not None and snapshot.state is FeedState.RUNNING:
            name = f"{short_title(away.name)}: " if len(snapshot.feeds) > 1 else ""
            self._say(name + capitalised(said(away.words)), FeedState.FAILED)
            return
        self._say(f"{said(snapshot.status).rstrip('.')}{when and f' · {when}'}", snapshot.state)

    def _say(self, words: str, state: FeedState) -> None:
        self.words.setText(words)
        if state is not self._state:
            self._state = state
            self._paint_icon()

    def _paint_icon(self) -> None:
        name, color = _ICONS[self._state]
        self._picture.setPixmap(icons.pixmap(name, _ICON, color, self.devicePixelRatioF()))
        self._picture.setAccessibleName(tr("Monitor: {state}", state=tr(_STATES[self._state])))


class SkillLine(QWidget):
    """The sentence that tells whether the score beats its baselines, with what else should be known, in one line."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = tr(_HINT)
        self.words = label(_HINT, name="monitor.skill")
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._picture = QLabel(visible=False)
        self._picture.setAccessibleName(tr("Warning"))
        row = QHBoxLayout(self, spacing=theme.SMALL)
        row.setContentsMargins(2, 0, 2, 0)
        row.addWidget(self._picture)
        row.addWidget(self.words, 1)
        look.changed.connect(self._paint_icon)
        self._paint_icon()

    def clear(self) -> None:
        """Nothing runs yet."""
        self._show(tr(_HINT), "")

    def show_snapshot(self, snapshot: MonitorSnapshot) -> None:
        """Say what a snapshot says."""
        # What spoils the figures is said before the figures.
        spoilt = snapshot.contaminated > 0
        sentences = (*snapshot.notes, snapshot.skill) if spoilt else (snapshot.skill, *snapshot.notes)
        sentences = tuple(map(said, sentences))
        self._show(" ".join(sentences), "\n".join(sentences), "warning" if spoilt else "")

    def _show(self, words: str, tip: str, role: str = "") -> None:
        self._picture.setVisible(bool(role))
        set_role(self.words, role)
        self._whole = words
        self.words.setToolTip(tip)
        self.words.setAccessibleName(words)
        self._fit()

    def _paint_icon(self) -> None:
        self._picture.setPixmap(icons.pixmap("triangle-alert", _ICON, "warning", self.devicePixelRatioF()))

    def _fit(self) -> None:
        width = max(self.words.width(), 50)
        self.words.setText(self.words.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, width))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the sentence as there is room for; the tooltip has it all."""
        super().resizeEvent(event)
        self._fit()
