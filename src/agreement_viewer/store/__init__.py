"""The local SQLite file, the files of evidence, settings and drafts."""
