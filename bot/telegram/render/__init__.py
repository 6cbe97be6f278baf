"""Values into messages: pure functions from answers, claims and counts to Telegram's HTML."""
