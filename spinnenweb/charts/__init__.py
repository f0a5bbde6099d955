"""Domain values as matplotlib figures, for screen, PDF and PNG alike. Words come in as arguments."""
