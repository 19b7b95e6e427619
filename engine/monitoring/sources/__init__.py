"""Where a monitor gets its signals and labels."""
