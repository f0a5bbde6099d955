"""`python -m spinnenweb`: the way a fresh process starts after a lock (`app/relaunch.py`)."""

from spinnenweb.app import main

raise SystemExit(main())
