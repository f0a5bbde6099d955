"""Bewaartermijn: whose file is old, why, and what somebody decides."""
