"""The Ensemble tab: models of the library combined, scored on rows later than those that chose the weights."""
