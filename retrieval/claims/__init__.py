"""Article -> claims: split, attributed, resolved, given context."""
