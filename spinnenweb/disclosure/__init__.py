"""Anonymised tables: pure functions over counts."""
