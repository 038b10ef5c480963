"""Reports on screen, on paper and as files."""
