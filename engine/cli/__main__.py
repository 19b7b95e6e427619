"""`python -m engine.cli` is `alphapulse`."""

import sys

from engine.cli import main

sys.exit(main())
