"""One module for each part of the conversation as the resident sees it."""
