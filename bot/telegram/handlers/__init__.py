"""What the bot does with each kind of update: parse, make one call, answer."""
