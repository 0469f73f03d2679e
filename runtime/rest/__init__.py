"""The web doors: the gate around everything, sign-in pages, health, the local control door."""
