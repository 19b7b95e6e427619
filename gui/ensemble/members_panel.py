"""The models of the library as possible members: ticked ones take part, unsuitable ones say why."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QVBoxLayout, QWidget

from engine.data.table import SignalTable
from engine.records import RunRecord
from gui import theme
from gui.ensemble.compatibility import reason_against
from gui.ensemble.live_member import KEY, TIP, live_member
from gui.parts.labels import label
from gui.parts.table import Column, RecordTable
from gui.parts.words import counted, model_name, plus_minus
from gui.plots.series import run_label
from gui.translation import tr


class MembersPanel(QWidget):
    """A table with a box a run. *Signals*: `changed()` after the user ticked or unticked one."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._chosen: list[str] = []
        self._champion: str | None = None
        self._reasons: dict[str, str] = {}
        self._roles: dict[str, str] = {}
        self._runs: dict[str, RunRecord] = {}
        self.table = RecordTable(
            (Column("member", tr("Member"), run_label, width=150, check=self._is_chosen, on_check=self._choose,
                    tip=self._tip, sort=run_label, hint=tr("Tick the models to combine.")),
             Column("role", tr("Role"), self._role, width=64, edit=self._set_role, tip=_role_tip,
                    hint=tr("A word of yours for its part, such as monthly, weekly or online: double-click to "
                            "write it.")),
             Column("kind", tr("Model"), _kind, width=88),
             Column("auc", "AUC (95 %)", _auc, sort=_auc_value, number=True, width=108,
                    hint=tr("On the run's own later rows; higher is better, 0.5 is chance.")),
             Column("reason", tr("Note"), self._reason, color=self._reason_color, tip=self._tip)),
            key=_key, name="ensemble.members", words=tr("Models that can be combined"), dimmed=self._is_unsuitable,
            enabled=self._is_suitable,
        )
        self.count = label(font="small", role="muted")
        column = QVBoxLayout(self, spacing=6)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(label(tr("Members"), font="section"))
        row.addStretch()
        row.addWidget(self.count)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        self.table.setMinimumHeight(4 * theme.HUGE)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed
                                   | QAbstractItemView.EditTrigger.DoubleClicked)

    @property
    def chosen(self) -> tuple[RunRecord, ...]:
        """The ticked runs that can take part, in the order of the table's runs."""
        wanted = set(self._chosen)
        return tuple(run for key, run in self._runs.items() if key in wanted and not self._reasons[key])

    @property
    def references(self) -> list[str]:
        """The ticked runs as the engine takes them: `role=id`, or the id alone."""
        roles = self._roles
        return [f"{roles[run.id]}={run.id}" if roles.get(run.id) else run.id for run in self.chosen]

    @property
    def reasons(self) -> Mapping[str, str]:
        """Why a run cannot take part, by its id; empty where it can."""
        return dict(self._reasons)

    def set_runs(self, runs: Sequence[RunRecord], champion: str | None, table: SignalTable | None) -> None:
        """List the runs; what was ticked stays so. At first the newest run of each library is ticked."""
        self._champion = champion
        if runs:
            runs = (*runs, live_member(table.schema.names if table is not None else ()))
        self._runs = {run.id: run for run in runs}
        self._reasons = {run.id: reason_against(run, table) for run in runs}
        self._chosen = [key for key in self._chosen if key in self._runs]
        if not self._chosen:
            self._chosen = _newest_of_each(runs, self._reasons)
        suitable_first = sorted(runs, key=lambda run: bool(self._reasons[run.id]))
        self.table.set_records(suitable_first)
        self._say()

    def choose(self, ids: Collection[str]) -> None:
        """Tick exactly these."""
        self._chosen = [key for key in self._runs if key in set(ids)]
        self.table.records_model.refresh()
        self._say()
        self.changed.emit()

    def _choose(self, run: RunRecord, ticked: bool) -> None:
        others = [key for key in self._chosen if key != run.id]
        self.choose([*others, run.id] if ticked else others)

    def _say(self) -> None:
        suitable = sum(not reason for reason in self._reasons.values())
        self.count.setText(tr("{chosen} of {suitable} chosen", chosen=len(self.chosen),
                              suitable=counted(suitable, 'suitable model')))

    def _is_chosen(self, run: RunRecord) -> bool:
        return run.id in self._chosen and not self._reasons.get(run.id, "")

    def _role(self, run: RunRecord) -> str:
        return self._roles.get(run.id, "")

    def _set_role(self, run: RunRecord, words: str) -> None:
        """A role is one word or a few; signs that would make it a path or a list are left out."""
        role = "".join(letter for letter in words if letter not in "=/\\,").strip()
        if role != self._role(run):
            self._roles[run.id] = role
            self.table.records_model.refresh()
            if run in self.chosen:
                self.changed.emit()

    def _is_suitable(self, run: RunRecord) -> bool:
        return not self._reasons.get(run.id, "")

    def _is_unsuitable(self, run: RunRecord) -> bool:
        return bool(self._reasons.get(run.id, ""))

    def _reason(self, run: RunRecord) -> str:
        reason = self._reasons.get(run.id, "")
        if reason:
            return reason
        if run.id == KEY:
            return tr("Learns from the open file")
        if run.id == self._champion:
            return tr("Champion")
        return tr("Saw test rows") if run.contaminated else ""

    def _reason_color(self, run: RunRecord) -> str:
        if self._reasons.get(run.id, ""):
            return "muted"
        return "warning" if run.contaminated else ""

    def _tip(self, run: RunRecord) -> str:
        return (tr(TIP) if run.id == KEY else self._reason(run)) or tr("{run_label}: tick to combine it with others.",
                                                                   run_label=run_label(run))


def _role_tip(run: RunRecord) -> str:
    return tr("Double-click to give {run_label} a role, such as monthly, weekly or online.", run_label=run_label(run))


def _newest_of_each(runs: Sequence[RunRecord], reasons: Mapping[str, str]) -> list[str]:
    newest: dict[str, str] = {}
    for run in runs:
        if not reasons[run.id] and run.id != KEY:
            newest.setdefault(run.kind, run.id)
    return list(newest.values())


def _key(run: RunRecord) -> str:
    return run.id


def _kind(run: RunRecord) -> str:
    return model_name(run.kind)


def _auc_value(run: RunRecord) -> float:
    return run.scores.auc.value if run.scores is not None else math.nan


def _auc(run: RunRecord) -> str:
    return plus_minus(run.scores.auc if run.scores is not None else None)
