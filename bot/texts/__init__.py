"""What the front-ends say, in Bengali and English."""

from bot.texts.catalogue import Language, Texts

__all__ = ["Language", "Texts"]
