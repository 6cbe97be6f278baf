"""The Telegram bot: what people write in chats comes in, the claims face to face go out."""
