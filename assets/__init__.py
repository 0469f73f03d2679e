"""Icons, fonts and the built canvas bundle."""
