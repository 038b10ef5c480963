"""Paper: one neutral tree of what the checklist says, and the files and pages made from it."""
