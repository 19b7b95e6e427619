"""The frozen records that travel between floors, to the window and to the command line."""

from __future__ import annotations

from engine.records.data import (
    Finding,
    Level,
    Roles,
    TableProfile,
)
from engine.records.ensembles import (
    Asked,
    EarlierRows,
    EnsembleReport,
    MemberReport,
)
from engine.records.honesty import (
    Advice,
    AdviceWay,
    LeakGap,
    LeakMeter,
    LuckAccount,
    LuckOfR,
)
from engine.records.looks import (
    BlendPreview,
    InputTrack,
    SignalRow,
)
from engine.records.plain import (
    to_plain,
)
from engine.records.predictions import (
    EnsemblePrediction,
    OnlinePrediction,
)
from engine.records.runs import (
    BaselineScores,
    Exposure,
    ForgettingWindow,
    NextBlock,
    RunRecord,
    ThresholdChoice,
    TrainingReport,
    TrainingResult,
    ValidationRecord,
    Weighing,
)
from engine.records.scores import (
    Comparison,
    Curve,
    LearningCurve,
    OutOfFold,
    Scores,
)
from engine.records.selection import (
    FeatureJudgement,
    FeatureSet,
    SelectionReport,
)
from engine.records.stream import (
    ArrivalFigures,
    ContributionShift,
    Corrected,
    DriftCause,
    DriftMark,
    FalseAlarms,
    FeedState,
    FeedStatus,
    HardExample,
    InputShift,
    LinkState,
    MonitorSnapshot,
    OnlineCurves,
    OnlineFigures,
    ReplayRecord,
    StreamMark,
)
from engine.records.tuning import (
    StudyRecord,
    TrialRecord,
    TuningReport,
)
from engine.records.values import (
    Floats,
    Interval,
    Ints,
)

__all__ = [
    "Advice",
    "AdviceWay",
    "ArrivalFigures",
    "Asked",
    "BaselineScores",
    "BlendPreview",
    "Comparison",
    "ContributionShift",
    "Corrected",
    "Curve",
    "DriftCause",
    "DriftMark",
    "EarlierRows",
    "EnsemblePrediction",
    "EnsembleReport",
    "Exposure",
    "FalseAlarms",
    "FeatureJudgement",
    "FeatureSet",
    "FeedState",
    "FeedStatus",
    "HardExample",
    "Finding",
    "Floats",
    "ForgettingWindow",
    "InputShift",
    "InputTrack",
    "Interval",
    "Ints",
    "LeakGap",
    "LeakMeter",
    "LearningCurve",
    "Level",
    "LinkState",
    "LuckAccount",
    "LuckOfR",
    "MemberReport",
    "MonitorSnapshot",
    "NextBlock",
    "OnlineCurves",
    "OnlineFigures",
    "OnlinePrediction",
    "OutOfFold",
    "ReplayRecord",
    "Roles",
    "RunRecord",
    "Scores",
    "SelectionReport",
    "SignalRow",
    "StreamMark",
    "StudyRecord",
    "TableProfile",
    "ThresholdChoice",
    "TrainingReport",
    "TrainingResult",
    "TrialRecord",
    "TuningReport",
    "ValidationRecord",
    "Weighing",
    "to_plain",
]
