"""Counts and the course of time as pictures."""
