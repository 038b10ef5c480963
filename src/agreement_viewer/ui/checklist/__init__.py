"""The list of items and tasks in the middle of the window."""
