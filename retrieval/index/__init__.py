"""The two indexes, dense and lexical: caches of the database, rebuilt from it by one command."""
