"""The editors of single values: status, dates, units, texts."""
