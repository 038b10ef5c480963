"""What a program is made with: the interpreter, its packages, a Windows to run them, the icon."""

from freeze import DRAWING, draw_icons
from interpreter import PINNED, ROOT_CERTIFICATE, unpack_interpreter
from packages import PACKAGES, PROGRAM_PINS, TOOL_PINS, install_packages
from places import ICON, ON_WINDOWS, PACKAGING, PREFIX, PYTHON, SIDE
from steps import Step
from wine import STUBS, make_prefix


def tools() -> list[Step]:
    """The steps that bring it all."""
    here = PACKAGING
    interpreter = [here / "interpreter.py", PINNED, ROOT_CERTIFICATE]
    packages = [here / "packages.py", PROGRAM_PINS, TOOL_PINS]
    wine = Step("Wine", lambda: make_prefix(PREFIX), [here / "wine.py", STUBS], [PREFIX])
    return [
        Step("interpreter", unpack_interpreter, interpreter, [PYTHON]),
        Step("packages", install_packages, packages, [PACKAGES]),
        *([] if ON_WINDOWS else [wine]),
        Step("icons", draw_icons, [here / "icon.py", DRAWING], [ICON, SIDE]),
    ]
