"""One organisation: what it offers, whom to call, what it wants."""
