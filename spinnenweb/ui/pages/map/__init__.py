"""Sociale kaart: who does what, and whom to call."""
