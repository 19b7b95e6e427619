"""The two tables of the tab: what each member brings, and the signals on which the members disagree most."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.records import EnsembleReport, MemberReport
from gui import theme
from gui.ensemble.details import EnsembleDetails
from gui.parts.labels import label
from gui.parts.seen import day
from gui.parts.table import Column, RecordTable
from gui.parts.words import plus_minus, score, share, signed
from gui.sentences import said
from gui.translation import later, tr

_NOBODY = later("Build an ensemble to see what each member brings, and where members disagree.")


class Contributions(QWidget):
    """Each member's AUC, how far the ensemble is above it, what the ensemble loses without it, how often it differs."""

    def __init__(self) -> None:
        super().__init__()
        self._report: EnsembleReport | None = None
        self.table = RecordTable(
            (Column("member", tr("Member"), lambda m: m.name, width=128, tip=lambda m: said(m.warning) or m.name),
             Column("weight", tr("Weight"), lambda m: score(m.weight), sort=lambda m: m.weight, number=True, width=72,
                    hint=tr("Its share in the ensemble.")),
             Column("auc", "AUC (95 %)", lambda m: plus_minus(m.auc), sort=lambda m: m.auc.value, number=True,
                    width=120, hint=tr("On the ensemble's own later rows; higher is better, 0.5 is chance.")),
             Column("gap", tr("Ensemble Above It"), _gap, sort=_gap_value, number=True, width=190, tip=_gap_words,
                    color=_gap_color, hint=tr("AUC of the ensemble less its own, with the paired 95 % interval "
                                              "(DeLong).")),
             Column("without", tr("Lost Without"), lambda m: signed(m.without), sort=lambda m: m.without, number=True,
                    width=98, hint=tr("What the ensemble's AUC loses when this member is left out; above 0 it helps.")),
             Column("apart", tr("Differs"), self._apart, sort=self._apart_share, number=True, tip=self._apart_words,
                    hint=tr("Share of signals that it accepts and another member does not, or the other way round."))),
            key=lambda m: m.id, name="ensemble.contributions", words=tr("What each member brings"),
        )
        self.hint = label(_NOBODY, font="small", role="muted", wrap=True)
        _stacked(self, tr("What Each Member Brings"), self.hint, self.table)
        self.show_report(None)

    def show_report(self, report: EnsembleReport | None) -> None:
        """The members of a report, or nobody."""
        self._report = report
        self.table.set_records(report.members if report is not None else ())
        self.hint.setVisible(report is None)
        self.table.setVisible(report is not None)

    def _shares(self, member: MemberReport) -> dict[str, float]:
        """How often each other member decides otherwise, by name."""
        report = self._report
        if report is None or report.disagreement.shape[0] != len(report.members):
            return {}
        place = next(n for n, one in enumerate(report.members) if one.id == member.id)
        return {one.name: float(report.disagreement[place, n]) for n, one in enumerate(report.members) if n != place}

    def _apart_share(self, member: MemberReport) -> float:
        found = self._shares(member)
        return sum(found.values()) / len(found) if found else math.nan

    def _apart(self, member: MemberReport) -> str:
        return share(self._apart_share(member))

    def _apart_words(self, member: MemberReport) -> str:
        return "\n".join(tr("{share} from {name}", share=share(value), name=name) for name,
                         value in self._shares(member).items())


@dataclass(frozen=True, slots=True)
class Apart:
    """One signal on which members differ."""

    row: int
    time: int
    label: int
    r: float
    low: float
    low_name: str
    high: float
    high_name: str
    mixed: float


class Disagreements(QWidget):
    """The signals with the widest gap between two members' probabilities."""

    def __init__(self) -> None:
        super().__init__()
        self.table = RecordTable(
            (Column("time", tr("Signal"), _when, sort=lambda a: a.time if a.time >= 0 else a.row, width=92),
             Column("label", tr("Outcome"), lambda a: tr("Win") if a.label == 1 else tr("Loss"), width=74),
             Column("r", "R", lambda a: signed(a.r, 2), sort=lambda a: a.r, number=True, width=66,
                    hint=tr("Realized R of the signal.")),
             Column("gap", tr("Gap"), lambda a: score(a.high - a.low), sort=lambda a: a.high - a.low, number=True,
                    width=66,
                    hint=tr("Between the highest and the lowest probability of a win.")),
             Column("low", tr("Lowest"), lambda a: f"{score(a.low)} {a.low_name}", sort=lambda a: a.low, width=140),
             Column("high", tr("Highest"), lambda a: f"{score(a.high)} {a.high_name}", sort=lambda a: a.high,
                    width=148),
             Column("mixed", tr("Ensemble"), lambda a: score(a.mixed), sort=lambda a: a.mixed, number=True)),
            key=lambda a: str(a.row), name="ensemble.disagreements", words=tr("Signals on which members disagree most"),
        )
        self.hint = label(_NOBODY, font="small", role="muted", wrap=True)
        _stacked(self, tr("Where They Disagree"), self.hint, self.table)
        self.show_details(None)

    def show_details(self, found: EnsembleDetails | None) -> None:
        """The rows of a report, or none."""
        self.table.set_records(_rows(found) if found is not None else ())
        self.hint.setVisible(found is None)
        self.table.setVisible(found is not None)


def _rows(found: EnsembleDetails) -> list[Apart]:
    apart, names = found.apart, [member.name for member in found.report.members]
    kept = found.report.out_of_fold
    order = np.argsort(kept.row)
    places = order[np.searchsorted(kept.row[order], apart.row)]
    rows = []
    for n, place in enumerate(places):
        p = apart.predictions[:, n]
        low, high = int(np.argmin(p)), int(np.argmax(p))
        rows.append(Apart(int(apart.row[n]), int(apart.time[n]), int(apart.label[n]), float(apart.realized_rr[n]),
                          float(p[low]), names[low], float(p[high]), names[high], float(kept.probability[place])))
    return rows


def _when(apart: Apart) -> str:
    return day(apart.time) if apart.time >= 0 else tr("row {row:,}", row=apart.row)


def _gap(member: MemberReport) -> str:
    if member.against is None:
        return "–"
    found = member.against.difference
    return tr("{signed} ({low} to {high})", signed=signed(found.value), low=signed(found.low), high=signed(found.high))


def _gap_value(member: MemberReport) -> float:
    return member.against.difference.value if member.against is not None else math.nan


def _gap_words(member: MemberReport) -> str:
    return said(member.against.words) if member.against is not None else ""


def _gap_color(member: MemberReport) -> str:
    """Amber where the interval includes 0."""
    if member.against is None or not math.isfinite(member.against.difference.low):
        return "muted"
    found = member.against.difference
    return "positive" if found.low > 0 else "danger" if found.high < 0 else "warning"


def _stacked(widget: QWidget, title: str, *parts: QWidget) -> None:
    column = QVBoxLayout(widget, spacing=theme.TIGHT)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(label(title, font="section"))
    column.addWidget(parts[0])
    for part in parts[1:]:
        column.addWidget(part, 1)
    column.addStretch(0)


