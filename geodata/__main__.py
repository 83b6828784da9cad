"""`python -m geodata`; a Ctrl-C while it is still loading is no fault to be traced."""

import sys

try:
    from geodata.cli import app

    app(prog_name="python -m geodata")
except KeyboardInterrupt:
    sys.exit(130)
