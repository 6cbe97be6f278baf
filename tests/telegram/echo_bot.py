"""The least real bot, in the place of Mukhomukhi where the harness itself is tested.

It repeats what it is told, by polling or at a webhook, with the settings of Mukhomukhi.
"""

import os

from telegram import Update
from telegram.ext import AIORateLimiter, Application, ContextTypes, MessageHandler, filters


async def echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """The same words back."""
    del context
    if update.effective_message:
        await update.effective_message.reply_text(update.effective_message.text or "")


def main() -> None:
    """Run until SIGTERM."""
    api = os.environ["MUKHOMUKHI_TELEGRAM_API_URL"]
    builder = Application.builder().token(os.environ["MUKHOMUKHI_TELEGRAM_TOKEN"])
    builder = builder.base_url(f"{api}/bot").base_file_url(f"{api}/file/bot")
    application = builder.rate_limiter(AIORateLimiter(max_retries=3)).build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    if url := os.environ.get("MUKHOMUKHI_WEBHOOK_URL"):
        host, _, port = os.environ["MUKHOMUKHI_WEBHOOK_LISTEN"].partition(":")
        secret = os.environ["MUKHOMUKHI_WEBHOOK_SECRET"]
        application.run_webhook(host, int(port), "hook", webhook_url=url, secret_token=secret)
    else:
        application.run_polling(timeout=5)


if __name__ == "__main__":
    main()
