"""Notices above the list, none of which takes the focus."""
