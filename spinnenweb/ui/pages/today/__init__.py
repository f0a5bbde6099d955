"""Vandaag: what is open and whom the worker spoke with last."""
