"""The vault: credentials encrypted on disk, opened only for those who may use them."""
