"""The only door to language models: gateway, prices, budget, cache, and a demo model of our own."""
