"""Closing periods and comparing them."""
