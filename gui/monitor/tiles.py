"""The row of tiles: each a name, a figure and a few plain words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from engine.records import MonitorSnapshot
from gui import icons, theme
from gui.monitor import tile_words as say
from gui.monitor.tile_words import Said
from gui.overrides import override
from gui.parts.labels import label, set_role
from gui.plots.latency import BUDGET
from gui.theme import theme as look
from gui.translation import tr

_ONE_ROW = 1180  # pixels that nine tiles need
_FEW = 480  # pixels below which only those are shown that say most: three monitors side by side
_ICON = 17


class Tile(QFrame):
    """One figure with its name above and words below; the tooltip says what it means and which way is better."""

    def __init__(self, caption: str, hint: str, *, wide: int = 4, name: str = "") -> None:
        super().__init__(toolTip=hint)
        self.wide = wide
        self._caption = caption
        self._said = Said("–")
        self.setProperty("card", "true")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.caption = label(caption, font="small", role="muted")
        self.figure = label("–", font="figure", name=name)
        self.figure.setMinimumHeight(self.figure.sizeHint().height())  # the same for a smaller figure
        self.detail = label(" ", font="small", role="muted")
        self._picture = QLabel(visible=False)
        row = QHBoxLayout(spacing=5)
        row.addWidget(self._picture)
        row.addWidget(self.figure, 1)
        column = QVBoxLayout(self, spacing=0)
        column.setContentsMargins(theme.MEDIUM, 7, theme.TIGHT, 7)
        for part in (self.caption, self.figure, self.detail):
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column.addWidget(self.caption)
        column.addLayout(row)
        column.addWidget(self.detail)
        look.changed.connect(self._on_look)
        self.say(self._said)

    def say(self, said: Said) -> None:
        """Show a figure with its words."""
        if said.figure != self.figure.text():
            self.figure.setText(said.figure)
        set_role(self.detail, said.tone or "muted")
        changed, self._said = said != self._said, said
        if changed:
            self._paint_icon()
            self.layout().activate()  # the icon takes room from the figure
            self._fit()
        words = f"{self._whole_caption}: {said.figure}" + (f", {said.detail}" if said.detail else "")
        if words != self.accessibleName():
            self.setAccessibleName(words)
            self.figure.setAccessibleName(words)

    @property
    def words(self) -> str:
        """All of the words below the figure."""
        return self._said.detail

    @property
    def _whole_caption(self) -> str:
        return " · ".join(filter(None, (self._caption, self._said.caption)))

    def _fit(self) -> None:
        """What is too long for the tile is smaller, or in its tooltip."""
        metrics, room = self.caption.fontMetrics(), max(self.caption.width(), 40)
        fits = [words for words in (self._whole_caption, self._caption) if metrics.horizontalAdvance(words) <= room]
        self.caption.setText(fits[0] if fits else metrics.elidedText(self._caption, Qt.TextElideMode.ElideRight, room))
        self.caption.setToolTip("" if self.caption.text() == self._whole_caption else
                                f"{self._whole_caption}\n{self.toolTip()}")
        for font in (theme.figure_font(), theme.strong_font(), theme.small_font()):
            self.figure.setFont(font)
            if self.figure.fontMetrics().horizontalAdvance(self._said.figure) <= self.figure.width():
                break
        whole = self._said.detail
        shown = self.detail.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, max(self.detail.width(), 40))
        self.detail.setText(shown or " ")
        self.detail.setToolTip(f"{whole}\n{self._said.more}" if self._said.more else whole if shown != whole else "")

    def _on_look(self) -> None:
        """Another style sheet gives each label the font that it began with."""
        self._paint_icon()
        self._fit()

    def _paint_icon(self) -> None:
        self._picture.setVisible(bool(self._said.icon))
        if self._said.icon:
            self._picture.setPixmap(icons.pixmap(self._said.icon, _ICON, self._said.tone or "muted",
                                                 self.devicePixelRatioF()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many words as there is room for; the parts are as wide as they will be only once they are laid out."""
        super().resizeEvent(event)
        self.layout().activate()
        self._fit()


class TileStrip(QWidget):
    """Accuracy, AUC, log loss, mean R, blend, pending labels, latency, throughput, drift."""

    def __init__(self) -> None:
        super().__init__()
        self.accuracy = Tile(tr("Accuracy"), tr(
            "How often the blended score is on the right side, over the last labels, with half the width of its 95 % "
            "interval. Higher is better."), wide=6)
        self.auc = Tile("AUC", tr("How well the score ranks wins above losses, over the last labels; 0.5 is chance. "
                                  "Higher is better."))
        self.log_loss = Tile(tr("Log loss"), tr(
            "How well the probabilities fit, over the last labels. Lower is better; above the base rate's a score is "
            "worse than none."))
        self.mean_r = Tile(tr("Mean R"), tr(
            "Mean realized R of the last labelled signals that score above the batch model's threshold, with its 95 % "
            "interval. Higher is better."), wide=5)
        self.blend = Tile(tr("Blend"), tr("Effective shares of the batch model and the online learner in the final "
                                          "score."), wide=5)
        self.pending = Tile(tr("Pending labels"), tr("Signals that are scored but whose outcome is not known yet."),
                            name="monitor.pending")
        self.latency = Tile(tr("Latency p99"), tr(
            "Time from a signal's arrival to its score; 99 of 100 are faster. The budget is {budget:g} ms. Lower is "
            "better.", budget=BUDGET))
        self.events = Tile(tr("Throughput"), tr("Signals scored each second, and so far."))
        self.drift = Tile(tr("Drift"), tr(
            "What the drift detector says, which watches how well scores fit labels: what moved most behind its last "
            "alarm, and how long ago that was."), wide=5)
        self.all = (self.accuracy, self.auc, self.log_loss, self.mean_r, self.blend, self.pending, self.latency,
                    self.events, self.drift)
        self._most = (self.accuracy, self.auc, self.mean_r, self.pending, self.events, self.drift)
        self._shown: tuple[Tile, ...] = ()
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.SMALL)
        self._arrange(len(self.all), self.all)

    def _arrange(self, columns: int, tiles: tuple[Tile, ...]) -> None:
        if (columns, tiles) == (self._columns, self._shown):
            return
        self._columns, self._shown = columns, tiles
        for tile in self.all:
            self._grid.removeWidget(tile)
            tile.setVisible(tile in tiles)
        for place, tile in enumerate(tiles):
            self._grid.addWidget(tile, place // columns, place % columns)
        for place, tile in enumerate(self.all):
            self._grid.setColumnStretch(place, 0 if place >= columns else tile.wide if columns == len(self.all) else 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the tiles stand in rows, so that no figure is cut; in a very narrow one the main ones."""
        super().resizeEvent(event)
        if self.width() < _FEW:
            self._arrange(3, self._most)
        else:
            self._arrange(len(self.all) if self.width() >= _ONE_ROW else 5 if self.width() >= _ONE_ROW // 2 else 3,
                          self.all)

    def clear(self) -> None:
        """No monitor is open."""
        for tile in self.all:
            tile.say(Said("–"))

    def show_snapshot(self, snapshot: MonitorSnapshot) -> None:
        """Put the figures of a snapshot into words."""
        self.accuracy.say(say.accuracy(snapshot))
        self.auc.say(say.auc(snapshot))
        self.log_loss.say(say.log_loss(snapshot))
        self.mean_r.say(say.mean_r(snapshot))
        self.blend.say(say.blend(snapshot))
        self.pending.say(say.pending(snapshot))
        self.latency.say(say.latency(snapshot))
        self.events.say(say.throughput(snapshot))
        self.drift.say(say.drift(snapshot))
