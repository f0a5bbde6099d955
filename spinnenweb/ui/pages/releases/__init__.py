"""Cijfers delen: the anonymised tables, seen before they are made."""
