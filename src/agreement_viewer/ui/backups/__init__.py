"""Backups: making, showing and restoring them."""
