"""The only door to the outside for nodes: web, files and mail, each checked before it opens."""
