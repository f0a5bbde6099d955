"""What the worker's page and the together view share: one conversation, and every change as a pure step."""
