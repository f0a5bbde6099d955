"""Two conversations of one resident beside each other."""
