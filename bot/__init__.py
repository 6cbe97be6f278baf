"""The front-ends: the terminal, and Telegram. They parse, make one call, and show what comes back."""
