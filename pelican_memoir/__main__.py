"""`python -m pelican_memoir`: the command line."""

import sys

from pelican_memoir.cli import main

if __name__ == "__main__":
    sys.exit(main())
