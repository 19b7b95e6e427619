"""Combining models, and saying so when combining does not help."""
