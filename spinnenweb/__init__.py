"""Spinnenweb: Positive Health conversations at the kitchen table, kept safe on the laptop."""
