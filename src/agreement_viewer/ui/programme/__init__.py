"""What was signed, beside the list."""
