"""How several laptops agree: pure functions over what they sent."""
