"""What a source tells a monitor."""
