"""The web app: canvas, pages and panels."""
