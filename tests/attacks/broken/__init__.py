"""Exporters that are wrong on purpose: the attackers must catch every one of them."""
