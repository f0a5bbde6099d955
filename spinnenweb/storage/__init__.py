"""Where it lies: the encrypted database."""
