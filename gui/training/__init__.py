"""The Training tab: one file a panel."""
