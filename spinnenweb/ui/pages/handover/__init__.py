"""One hand-over: the way the resident chose, what may be told, and how far it is."""
