"""The only door to SQL, and to the files that hold large payloads.

Times in all tables are seconds since 1970 in UTC, as floating point numbers: they sort, they
subtract, and the journal writes thousands of them a second.
"""
