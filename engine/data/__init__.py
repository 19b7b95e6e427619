"""Reading signals: files, roles, checks, time-aware splits."""
