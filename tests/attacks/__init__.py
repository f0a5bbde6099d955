"""Attackers against the monthly tables: they read released files and a description, nothing of the exporter."""
