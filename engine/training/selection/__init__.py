"""Feature selection: which columns carry the signal, judged on earlier rows than those that say what it cost."""
