"""How everything looks: tokens, the frame of a page, and the small parts pages are made of."""
