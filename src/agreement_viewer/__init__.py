"""Agreement Viewer: follow a signed programme, record what was done, report on it."""

__version__ = "0.1.0"
