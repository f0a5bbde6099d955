"""The fault bench: what may happen to a laptop, done to real vaults (reference/security.md 5)."""
