"""The Online Monitor tab: a learner at work, watched live."""
