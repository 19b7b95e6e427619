"""Every metric and every control in one sentence: the one table that tooltips and the glossary are made from."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QSlider, QWidget

from gui.translation import later, tr

HIGHER, LOWER, NEITHER = later("Higher is better."), later("Lower is better."), ""

_FILTER = later("Show only those for which all of it holds: auc > 0.58, model = xgboost, tag:hourly, is:starred, "
                "words; a minus before it turns it round")


@dataclass(frozen=True, slots=True)
class Metric:
    """A figure: its name, what it means in one sentence, which way is better, and how it is reckoned."""

    name: str
    meaning: str
    direction: str = NEITHER
    formula: str = ""

    @property
    def words(self) -> str:
        """All of it in the language of the window."""
        return " ".join(part for part in (f"{tr(self.name)}: {tr(self.meaning)}", tr(self.direction)) if part)


METRICS: dict[str, Metric] = {
    "auc": Metric(later("AUC"), later("How often a random win has a higher score than a random loss; 0.5 is chance."),
                  HIGHER, later("area under the ROC curve, ties counted half")),
    "delta_auc": Metric(later("Δ AUC"), later("The AUC less the champion's on the same rows."), HIGHER),
    "accuracy": Metric(later("Accuracy"), later("The share of signals whose outcome was called right."), HIGHER),
    "log_loss": Metric(later("Log loss"), later("How far the probabilities are from what happened."), LOWER,
                       later("mean of −ln of the probability given to what happened")),
    "brier": Metric(later("Brier score"), later("The mean squared error of the probabilities."), LOWER,
                    later("mean of (probability − outcome)²")),
    "average_precision": Metric(later("Average precision"),
                                later("The precision to expect over all thresholds; the base rate is no skill."),
                                HIGHER),
    "mean_r": Metric(later("Mean R"), later("Mean profit in units of risk of the signals that are accepted."), HIGHER),
    "accepted_share": Metric(later("Accepted"), later("The share of signals at or above the threshold.")),
    "interval": Metric(later("95 % interval"),
                       later("Where the true value lies in 95 of 100 such tests; overlapping ones are no ranking.")),
    "probability_better": Metric(later("Probability of being better"),
                                 later("How sure the difference of two models on the same rows is."), HIGHER),
    "calibration": Metric(later("Calibration"),
                          later("Whether of the signals given 60 %, 60 of 100 do win: the diagonal is perfect.")),
    "importance": Metric(later("Importance"), later("A feature's share of what the trees gained; no cause of a win.")),
    "contribution": Metric(later("Contribution"),
                           later("How far a feature moved one signal's score, in log-odds; they add up exactly.")),
    "base_rate": Metric(later("Base rate"), later("The share of wins: what a model without skill would always say.")),
    "drift": Metric(later("Drift"), later("Scores fit their outcomes worse than they used to: a detector's alarm.")),
    "regret": Metric(later("Regret"), later("Cumulative log loss above that of the best single member."), LOWER),
    "latency": Metric(later("Latency"), later("Time from a signal's arrival to its score; p99: 99 of 100 are quicker."),
                      LOWER),
    "correlation": Metric(later("Agreement"), later("How alike two members score; those that differ help most.")),
    "weight": Metric(later("Weight"), later("A member's share in the ensemble; all of them sum to one.")),
    "effective_rows": Metric(later("Effective rows"),
                             later("How many equally weighted rows the weighted ones are worth."), HIGHER),
    "threshold": Metric(later("Threshold"), later("The score from which a signal is accepted.")),
    "purged": Metric(later("Purged rows"),
                     later("Training rows left out because their outcome was known only after a test had begun.")),
    "embargo": Metric(later("Embargo"), later("A further gap between training and test.")),
    "contaminated": Metric(later("Contaminated"),
                           later("What a model was started from had seen rows it is tested on.")),
    "prequential": Metric(later("Test, then train"),
                          later("Each signal is scored first and learnt from only when its outcome is known.")),
}

# What the controls do that do not say so themselves, by their names; a page's button tells what the page shows.
CONTROLS: dict[str, str] = {
    "dialog.report.close": later("Close this report"), "dialog.report.copy": later("Copy everything, without secrets"),
    "ensemble.advanced.header": later("Show or hide the settings that seldom change"),
    "ensemble.advanced.reset": later("Give these settings their defaults"),
    "ensemble.build": later("Find the weights on earlier rows and score the ensemble on later ones"),
    "ensemble.cancel": later("End the building and keep nothing of it"),
    "ensemble.name": later("What the ensemble is called in the library"),
    "main.messages.action": later("Do what the message offers"),
    "main.messages.details": later("Show what the program knows of the cause"),
    "models.compare.only": later("Leave out the lines in which the models are alike"),
    "models.filter": _FILTER,
    "models.note": later("Words of your own on this model; kept with it"),
    "monitor.blend.field": later("The batch model's share in the score, from 0 to 1"),
    "monitor.cause.retrain": later("Go to Training with the newest signals of this stream"),
    "monitor.events.events": later("What happened: drifts, swaps, notes, errors"),
    "monitor.events.signals": later("The newest signals with their scores and outcomes"),
    "monitor.learner.fold.header": later("Show or hide how the online learner learns"),
    "monitor.learner.fold.reset": later("Give the learner's settings their defaults"),
    "monitor.pause": later("Hold the stream, or let it go on"),
    "monitor.retrain.days": later("How many of the newest days to train on"),
    "monitor.start": later("Score and learn from the chosen source"),
    "monitor.stop": later("End the monitor; what it learnt is kept in its journal"),
    "monitor.tune.labels": later("On how many of the newest labels shares are tried"),
    "training.advanced.fold.header": later("Show or hide the settings that seldom change"),
    "training.advanced.fold.reset": later("Give these settings their defaults"),
    "training.ensemble": later("Take the chosen runs to the Ensemble tab"),
    "training.explain.earlier": later("The signal before this one"),
    "training.explain.later": later("The signal after this one"),
    "training.explain.feature": later("The feature whose values are drawn against their contributions"),
    "training.explain.signal": later("The row of the file whose score is taken apart"),
    "training.file": later("The file of signals: type a path, press Open, or drop a file anywhere"),
    "training.models.catboost": later("Grow trees by CatBoost"),
    "training.models.lightgbm": later("Grow trees by LightGBM"),
    "training.models.xgboost": later("Grow trees by XGBoost"),
    "training.runs.filter": _FILTER,
    "training.search.trial": later("One set of settings that was tried"),
    "training.tuning.fold.header": later("Show or hide the search for better settings"),
    "training.tuning.fold.reset": later("Search for nothing"),
    "training.weights.fold.header": later("Show or hide how much each row counts"),
    "training.weights.fold.reset": later("Let every row count alike"),
}

_CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QSlider, QAbstractSpinBox, QPlainTextEdit)


def explain(root: QWidget) -> None:
    """Give every control below a widget that says nothing of itself the sentence of the table, or its own name."""
    for kind in _CONTROLS:
        for control in root.findChildren(kind):
            if not control.toolTip():
                control.setToolTip(tr(CONTROLS.get(control.objectName(), "")) or control.accessibleName())


def metric_words(key: str) -> str:
    """A metric's sentence for a tooltip."""
    return METRICS[key].words
