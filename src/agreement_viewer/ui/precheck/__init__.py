"""What a report would leave unclear, before it is printed."""
