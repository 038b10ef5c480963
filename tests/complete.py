"""Where CI runs, a test that is skipped fails the run: nothing may be missing there."""

import os

import pytest


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A hook, for each folder of tests to take up in its `conftest.py`."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") == "true" and reporter and reporter.stats.get("skipped"):
        reporter.ensure_newline()
        reporter.write_line("No test may be skipped here.", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
