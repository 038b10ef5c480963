"""What is wrong with a bundle: one sentence that names what to do. The ledger is as it was."""

from pathlib import Path

from agreement_viewer.errors import UserError
from agreement_viewer.i18n import translate


class BundleError(UserError):
    """The file is not taken in."""


class PassphraseNeeded(BundleError):
    """The file is protected by a passphrase, and none or another one was given."""


def damaged() -> BundleError:
    """Bytes are missing, were added or altered."""
    return BundleError(
        translate(
            "Exchange",
            "The file is damaged or was altered, so nothing was taken in: ask for it again.",
        )
    )


def newer() -> BundleError:
    """Only a newer version can read it."""
    return BundleError(
        translate("Exchange", "A newer version of this program wrote the file: install it first.")
    )


def foreign() -> BundleError:
    """It never was one of our files."""
    return BundleError(
        translate("Exchange", "This is no file to receive: choose one that ends in .agx.")
    )


def unreadable(path: Path) -> UserError:
    """It is not there, or the stick that it lies on was pulled out."""
    return UserError(
        translate("Exchange", "{file} cannot be read: check the file and the disk.", file=path)
    )
