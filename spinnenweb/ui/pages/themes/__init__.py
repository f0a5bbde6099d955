"""Thema's en plannen: what a village asks for beside what there is."""
