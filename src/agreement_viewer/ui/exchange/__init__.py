"""Sending to the other agency and receiving from it."""
