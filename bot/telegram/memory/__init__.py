"""What the bot remembers of its readers, for as long as it must and no longer."""
