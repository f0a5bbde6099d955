"""What people do: one method is one user action."""
