"""The Models tab: the library of runs, what is known of each, and who is the champion."""
