"""The documents and files that prove a result."""
