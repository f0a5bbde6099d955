"""The worker's view of one conversation, from the first mark to keeping it."""
