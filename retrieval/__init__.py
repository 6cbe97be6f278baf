"""Articles in, competing sourced claims out: a library with no idea of Telegram."""
