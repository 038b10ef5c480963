"""Tasks pasted from a spreadsheet."""
