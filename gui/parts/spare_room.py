"""What a table does with room that its columns leave: words that are cut get it first, then every column some air."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableView

_AIR = 0.6  # of its width that a column takes beyond its words: rows stay readable from end to end


class SpareRoom(QObject):
    """Widens the columns of `wide` (their places) up to their words and those of `airy` by what is left then, while
    there is room, and takes it back when there is none.

    A width that the user draws, or that is found again, is the column's own from then on.
    """

    def __init__(self, table: QTableView, wide: Sequence[int], airy: Sequence[int] = ()) -> None:
        super().__init__(table)
        self._table, self._wide, self._airy = table, tuple(wide), tuple(airy)
        self._own: dict[int, int] = {}  # widths without what was added
        self._busy = False
        table.horizontalHeader().sectionResized.connect(self._on_resized)

    def share(self) -> None:
        """Give what is left now."""
        header = self._table.horizontalHeader()
        places = [place for place in self._wide if not header.isSectionHidden(place)]
        own = {place: self._own.get(place, header.sectionSize(place)) for place in range(header.count())
               if not header.isSectionHidden(place)}
        stretched = max(own, key=header.visualIndex, default=-1) if header.stretchLastSection() else -1
        if stretched >= 0:
            own[stretched] = max(header.sectionSizeHint(stretched), self._table.sizeHintForColumn(stretched))
        wants = {place: max(self._table.sizeHintForColumn(place) - own[place], 0) for place in places
                 if place != stretched}
        spare = self._table.viewport().width() - sum(own.values())
        granted = min(1.0, max(spare, 0) / max(sum(wants.values()), 1))
        more = {place: int(wanted * granted) for place, wanted in wants.items()}
        airy = [place for place in self._airy if place in own and place != stretched]
        air = min(_AIR, max(spare - sum(more.values()), 0) / max(sum(own[place] for place in airy), 1))
        with self._quietly():
            for place in {*more, *airy}:
                self._own[place] = own[place]
                gained = more.get(place, 0) + (int(air * own[place]) if place in airy else 0)
                header.resizeSection(place, own[place] + gained)

    def found_again(self) -> None:
        """The header has been given its widths of the last end, of which it says nothing itself."""
        header = self._table.horizontalHeader()
        self._own = {place: header.sectionSize(place) for place in range(header.count())}
        self.share()

    @contextmanager
    def taken_back(self) -> Iterator[None]:
        """While this lasts every column has its own width, as it is to be found again."""
        header = self._table.horizontalHeader()
        with self._quietly():
            for place, width in self._own.items():
                header.resizeSection(place, width)
        yield
        self.share()

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        before, self._busy = self._busy, True
        try:
            yield
        finally:
            self._busy = before

    @Slot(int, int, int)
    def _on_resized(self, place: int, _before: int, width: int) -> None:
        if not self._busy:
            self._own[place] = width
            if QGuiApplication.mouseButtons() is not Qt.MouseButton.NoButton:  # drawn by hand: it stays as it is
                self._wide, self._airy = (tuple(each for each in places if each != place)
                                          for places in (self._wide, self._airy))
