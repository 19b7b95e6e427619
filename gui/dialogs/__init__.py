"""Dialogs; each is opened with `open()` and answers by a signal, never with `exec()`."""
