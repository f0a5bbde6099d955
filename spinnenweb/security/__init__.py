"""Passphrase to key, envelope, lock and private files. Knows bytes, not residents."""
