"""The message strip under the tabs: one message at a time, with its remedy, details and a way to dismiss it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout

from gui import icons, theme
from gui.messages import Message, Messages, Tone
from gui.parts.labels import button, label, set_role, tool_button
from gui.theme import theme as look
from gui.translation import later, tr

_ICONS = {Tone.INFO: ("info", "link"), Tone.GOOD: ("circle-check", "positive"),
          Tone.WARNING: ("triangle-alert", "warning"), Tone.ERROR: ("circle-alert", "danger")}

_TONES = {Tone.INFO: later("Information"), Tone.GOOD: later("Success"), Tone.WARNING: later("Warning"),
          Tone.ERROR: later("Error")}


class MessageBar(QFrame):
    """Shows the newest message; hidden while there is none. `current` is the message that is shown."""

    def __init__(self, messages: Messages) -> None:
        super().__init__(objectName="main.messages", visible=False)
        self.setAccessibleName(tr("Messages: none"))
        self.current: Message | None = None
        self._picture = QLabel()
        self._picture.setAccessibleName(tr("Information"))
        self.what = label(wrap=True, font="strong", name="main.messages.what")
        self.remedy = label(wrap=True, name="main.messages.remedy")
        self.action: QPushButton = button(tr("Act"), self._act, kind="link", name="main.messages.action")
        self.details_button = button(tr("Show Details"), self._toggle_details, kind="link",
                                     name="main.messages.details")
        self.dismiss_button = tool_button("x", tr("Dismiss this message"), self.clear, name="main.messages.dismiss")
        self.details = QPlainTextEdit(readOnly=True, visible=False, maximumHeight=150)
        self.details.setAccessibleName(tr("Details of the message"))
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.clear)
        self._lay_out()
        messages.posted.connect(self.show_message)
        messages.retracted.connect(self._on_retracted)
        messages.dismissed.connect(self.clear)
        look.changed.connect(self._repaint_icon)

    @Slot(object)
    def show_message(self, message: Message) -> None:
        """Show a message in place of the one before."""
        self.current = message
        self.what.setText(f"{message.where}: {message.what}" if message.where else message.what)
        self.remedy.setText(message.remedy)
        self.remedy.setVisible(bool(message.remedy))
        if message.action is not None:
            self.action.setText(message.action[0])
            self.action.setAccessibleName(message.action[0])
        self.action.setVisible(message.action is not None)
        self.details.setPlainText(message.details)
        self.details_button.setVisible(bool(message.details))
        self._show_details(False)
        set_role(self, message.tone.value, property_name="level")
        self.setAccessibleName(tr("Message: {text}", text=message.text))
        self._repaint_icon()
        self.setVisible(True)
        self._timer.stop()
        if message.seconds:
            self._timer.start(round(message.seconds * 1000))

    @Slot(object)
    def _on_retracted(self, message: Message) -> None:
        if message is self.current:
            self.clear()

    @Slot()
    def clear(self) -> None:
        """Take the message away."""
        self.current = None
        self.setAccessibleName(tr("Messages: none"))
        self._timer.stop()
        self.setVisible(False)

    def text(self) -> str:
        """What the strip says now; empty while it is hidden."""
        return self.current.text if self.current is not None else ""

    def _lay_out(self) -> None:
        column = QVBoxLayout(self, spacing=theme.SMALL)
        column.setContentsMargins(theme.MEDIUM, theme.TIGHT, theme.TIGHT, theme.TIGHT)
        row = QHBoxLayout(spacing=theme.SMALL)
        words = QVBoxLayout(spacing=1)
        words.addWidget(self.what)
        words.addWidget(self.remedy)
        row.addWidget(self._picture)
        row.addLayout(words, 1)
        for widget in (self.action, self.details_button, self.dismiss_button):
            row.addWidget(widget)
        column.addLayout(row)
        column.addWidget(self.details)

    def _repaint_icon(self) -> None:
        if self.current is not None:
            name, color = _ICONS[self.current.tone]
            self._picture.setAccessibleName(tr(_TONES[self.current.tone]))
            self._picture.setPixmap(icons.pixmap(name, 18, color, self.devicePixelRatioF()))

    def _act(self) -> None:
        if self.current is not None and self.current.action is not None:
            act = self.current.action[1]
            self.clear()
            act()

    def _toggle_details(self) -> None:
        self._show_details(not self.details.isVisible())

    def _show_details(self, shown: bool) -> None:
        self.details.setVisible(shown)
        self.details_button.setText(tr("Hide Details") if shown else tr("Show Details"))
