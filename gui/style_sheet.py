"""The style sheet: the few rules that Fusion and a palette cannot say, made from a colour set."""

from __future__ import annotations

from string import Template

from engine.settings import resource
from gui.theme import RADIUS, Colors, color_names


def style_sheet(colors: Colors) -> str:
    """The application's style sheet for a colour set."""
    values = {name: getattr(colors, name) for name in color_names()}
    glyphs = resource("icons/glyphs").as_posix() + ("/dark" if colors.dark else "/light")
    return _RULES.substitute(values, radius=f"{RADIUS}px", glyphs=glyphs)


# Properties that widgets set: kind = primary|quiet|danger|link on buttons, card = true on frames, invalid = true on
# fields, role = muted|title|... on labels (set by parts.labels).
_RULES = Template("""
QMainWindow, QDialog { background: $window; }
QToolTip { background: $raised; color: $text; border: 1px solid $border; padding: 5px 7px; }

QMenuBar { background: $window; border: 0; padding: 1px 4px; }
QMenuBar::item { padding: 4px 9px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $sunken; }
QMenu { background: $raised; border: 1px solid $line; padding: 5px; }
QMenu::item { padding: 5px 26px 5px 10px; border-radius: 4px; }
QMenu::item:selected { background: $accent; color: $on_accent; }
QMenu::item:disabled { color: $border; background: transparent; }
QMenu::separator { height: 1px; background: $line; margin: 5px 6px; }
QMenu::icon { padding-left: 8px; }

QTabWidget::pane { border: 0; }
QTabBar { qproperty-drawBase: 0; background: transparent; }
QTabBar::tab { padding: 4px 10px; color: $muted; background: transparent; border: 1px solid transparent;
  border-radius: $radius; margin: 0 2px 6px 0; }
QTabBar::tab:hover { color: $text; background: $sunken; }
QTabBar::tab:selected { color: $text; background: $surface; border-color: $line; }
QTabBar::tab:focus { border-color: $link; }
QTabWidget[kind="main"]::pane { border-top: 1px solid $line; }
QTabWidget[kind="main"] > QTabBar::tab { padding: 7px 13px 8px 13px; border: 0; border-radius: 0;
  border-bottom: 2px solid transparent; margin: 0 1px; }
QTabWidget[kind="main"] > QTabBar::tab:selected { background: transparent; border-bottom: 2px solid $accent; }
QTabWidget[kind="main"] > QTabBar::tab:focus { color: $text; background: $info_fill; }

QPushButton { background: $surface; color: $text; border: 1px solid $border; border-radius: $radius;
  padding: 4px 13px; min-height: 18px; }
QPushButton:hover { background: $raised; border-color: $muted; }
QPushButton:pressed { background: $sunken; }
QPushButton:focus { border: 2px solid $link; padding: 3px 12px; }
QPushButton:disabled { color: $border; border-color: $line; background: transparent; }
QPushButton:checked { background: $selection; border-color: $link; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; }
QPushButton[kind="primary"]:disabled { background: $sunken; color: $border; border-color: $line; }
QPushButton[kind="segment"] { background: transparent; border: 1px solid transparent; color: $muted;
  padding: 3px 10px; }
QPushButton[kind="segment"]:hover { color: $text; background: $sunken; }
QPushButton[kind="segment"]:checked { background: $surface; border: 1px solid $line; color: $text; }
QPushButton[kind="segment"]:focus { border: 1px solid $link; padding: 3px 10px; }
QPushButton[kind="danger"] { color: $danger; border-color: $danger; }
QPushButton[kind="quiet"] { background: transparent; border-color: transparent; }
QPushButton[kind="quiet"]:hover { background: $sunken; }
QPushButton[kind="quiet"]:focus { border: 2px solid $link; }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent; color: $link; padding: 2px 4px; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border: 1px solid $link; padding: 2px 4px; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 5px; padding: 4px; }
QToolButton:hover { background: $sunken; }
QToolButton:pressed, QToolButton:checked { background: $selection; }
QToolButton[kind="fold"] { padding: 4px 6px 4px 0; }
QToolButton[kind="fold"]:checked { background: transparent; }
QToolButton:focus { border: 1px solid $link; }
QToolButton::menu-indicator { image: none; width: 0; }

QLineEdit, QPlainTextEdit, QTextEdit, QTextBrowser { background: $surface; color: $text; border: 1px solid $border;
  border-radius: $radius; padding: 4px 5px; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit { min-height: 18px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QTextBrowser:focus {
  border: 2px solid $link; padding: 3px 4px; }
QLineEdit:disabled { color: $border; background: $window; border-color: $line; }
QLineEdit:read-only { background: $raised; border-color: $line; }
QLineEdit[invalid="true"] { border: 2px solid $danger; padding: 3px 4px; }
QComboBox QLineEdit, QAbstractSpinBox QLineEdit { border: 0; padding: 0; min-height: 16px; background: transparent; }

QComboBox { background: $surface; color: $text; border: 1px solid $border; border-radius: $radius;
  padding: 4px 24px 4px 7px; min-height: 18px; }
QComboBox:hover { border-color: $muted; }
QComboBox:focus { border: 2px solid $link; padding: 3px 23px 3px 6px; }
QComboBox:disabled { color: $border; border-color: $line; background: $window; }
QComboBox[invalid="true"] { border: 2px solid $danger; padding: 3px 23px 3px 6px; }
QComboBox::drop-down { border: 0; width: 22px; }
QComboBox::down-arrow { image: url($glyphs/chevron-down.svg); width: 13px; height: 13px; }
QComboBox QAbstractItemView { background: $raised; color: $text; border: 1px solid $line; padding: 4px;
  selection-background-color: $accent; selection-color: $on_accent; outline: 0; }
QComboBox QAbstractItemView::item { min-height: 24px; padding: 0 6px; }

QAbstractSpinBox { background: $surface; color: $text; border: 1px solid $border; border-radius: $radius;
  padding: 4px 20px 4px 7px; min-height: 18px; selection-background-color: $accent; selection-color: $on_accent; }
QAbstractSpinBox:focus { border: 2px solid $link; padding: 3px 19px 3px 6px; }
QAbstractSpinBox:disabled { color: $border; border-color: $line; background: $window; }
QAbstractSpinBox[invalid="true"] { border: 2px solid $danger; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-origin: border; border: 0; width: 18px;
  background: transparent; }
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-arrow { image: url($glyphs/chevron-up.svg); width: 11px; height: 11px; }
QAbstractSpinBox::down-arrow { image: url($glyphs/chevron-down.svg); width: 11px; height: 11px; }

QCheckBox, QRadioButton { spacing: 7px; padding: 2px; border: 1px solid transparent; border-radius: 4px; }
QCheckBox:focus, QRadioButton:focus { border: 1px solid $link; }
QCheckBox::indicator, QTableView::indicator { width: 14px; height: 14px; border: 1px solid $border;
  border-radius: 4px; background: $surface; }
QCheckBox::indicator:hover, QTableView::indicator:hover { border-color: $link; }
QCheckBox::indicator:checked, QTableView::indicator:checked { background: $accent; border-color: $accent;
  image: url($glyphs/check.svg); }
QCheckBox::indicator:disabled, QTableView::indicator:disabled { border-color: $line; background: $window; }
QCheckBox::indicator:checked:disabled { background: $border; border-color: $border; }
QCheckBox[invalid="true"]::indicator { border: 2px solid $danger; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid $border; border-radius: 8px;
  background: $surface; }
QRadioButton::indicator:checked { border: 4px solid $accent; width: 8px; height: 8px; }

QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $border; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: $accent; }
QSlider::handle:horizontal { width: 14px; height: 14px; margin: -6px 0; border-radius: 8px; background: $surface;
  border: 2px solid $accent; }
QSlider::handle:horizontal:focus { border: 3px solid $link; width: 12px; height: 12px; }
QSlider::sub-page:horizontal:disabled { background: $border; }
QSlider::handle:horizontal:disabled { border-color: $border; }

QProgressBar { background: $sunken; border: 0; border-radius: 3px; min-height: 6px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QTableView, QListView, QTreeView { background: $surface; border: 1px solid $line; border-radius: $radius;
  gridline-color: $line; selection-background-color: $selection; selection-color: $text;
  alternate-background-color: $raised; outline: 0; }
QTableView:focus, QListView:focus, QTreeView:focus { border: 1px solid $link; }
QTableView::item { padding: 0 6px; border: 0; }
QTableView::item:selected, QListView::item:selected { background: $selection; color: $text; }
QTableView::item:focus { border: 1px solid $link; }
QListView::item { padding: 4px 6px; }
QHeaderView { background: transparent; border: 0; }
QHeaderView::section { background: $surface; color: $muted; border: 0; border-bottom: 1px solid $line;
  padding: 5px 8px; font-weight: 600; }
QHeaderView::section:hover { color: $text; }
QHeaderView::up-arrow { image: url($glyphs/chevron-up.svg); }
QHeaderView::down-arrow { image: url($glyphs/chevron-down.svg); }
QHeaderView::up-arrow, QHeaderView::down-arrow { width: 10px; height: 10px; right: 3px;
  subcontrol-position: center right; }
QTableCornerButton::section, QAbstractScrollArea::corner { background: transparent; border: 0; }

QScrollArea { background: transparent; border: 0; }
QScrollArea:focus { border: 1px solid $link; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar:vertical { background: transparent; border: 0; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; border: 0; height: 10px; margin: 0; }
QScrollBar::handle { background: $border; border: 0; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 28px; margin: 2px; }
QScrollBar::handle:horizontal { min-width: 28px; margin: 2px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $selection; }
QStatusBar { background: $window; border-top: 1px solid $line; color: $muted; }
QStatusBar::item { border: 0; }

QFrame[card="true"] { background: $surface; border: 1px solid $line; border-radius: 8px; }
QFrame[card="raised"] { background: $raised; border: 1px solid $border; border-radius: 10px; }
QFrame[card="sunken"] { background: $raised; border: 1px solid $line; border-radius: 8px; }
QFrame[level="info"] { background: $info_fill; border: 0; border-radius: $radius; }
QFrame[level="good"] { background: $positive_fill; border: 0; border-radius: $radius; }
QFrame[level="warning"] { background: $warning_fill; border: 0; border-radius: $radius; }
QFrame[level="error"] { background: $danger_fill; border: 0; border-radius: $radius; }
QFrame[rule="true"] { background: $line; border: 0; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="danger"] { color: $danger; }
QLabel[role="warning"] { color: $warning; }
QLabel[role="positive"] { color: $positive; }
QLabel[badge="danger"] { color: $danger; background: $danger_fill; border: 1px solid $danger; border-radius: 4px;
  padding: 0 5px; font-weight: 700; }
QLabel[badge="good"] { color: $positive; background: $positive_fill; border: 1px solid $positive; border-radius: 4px;
  padding: 0 5px; font-weight: 700; }
""")
