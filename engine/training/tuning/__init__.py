"""Tuning: good settings found inside the purged folds of earlier rows, then trained and scored on later ones."""
