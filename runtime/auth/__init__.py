"""Who is there and what they may do: accounts, sessions, the first start, policy."""
