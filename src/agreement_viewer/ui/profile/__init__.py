"""The heading and the own texts of a report."""
