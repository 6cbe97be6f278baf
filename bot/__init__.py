"""The front-ends, terminal and Telegram: they parse, make one call, and show what comes back."""
