"""One resident: card, permissions, talks and webs."""
