"""Prullenbak: what was put away, until when it can be taken back."""
