"""The demo model: it extracts, counts and fills forms, and says that it is a demonstration."""
