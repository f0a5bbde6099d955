"""One folder per screen: `page.py` holds behaviour, `layout.py` widgets only. Pages never import each other."""
