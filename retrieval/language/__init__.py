"""Language without meaning: forms of one word made equal, language told, sentences cut, sounds compared."""
