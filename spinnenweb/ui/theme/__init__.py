"""The look: colours, type, icons."""
