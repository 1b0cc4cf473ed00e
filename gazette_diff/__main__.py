"""The entry point of the command: ``gazette-diff`` and ``python -m gazette_diff``."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command with the arguments of the process and end the process."""
    try:
        from gazette_diff.cli.root import root
    except KeyboardInterrupt:
        # Ctrl-C while the modules are still loading is no error either.
        sys.exit(130)
    root.main(prog_name="gazette-diff")


if __name__ == "__main__":
    main()
