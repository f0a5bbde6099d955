"""Start Spinnenweb."""

from spinnenweb.app import main

raise SystemExit(main())
