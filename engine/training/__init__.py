"""Training that an analyst can trust."""
