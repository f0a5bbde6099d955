"""Laptop kwijt: what to do, what was on it, and the clock."""
