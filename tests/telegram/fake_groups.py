"""Groups and channels that the bot is in."""

from dataclasses import dataclass

from fake_entities import found_in
from fake_errors import UPGRADED, ApiError
from fake_messages import Message
from fake_people import Seat, User
from fake_view import View
from fake_world import Chat


@dataclass(frozen=True)
class Group(View):
    """A group that the bot is in."""

    def member(self, user: User, status: str = "member") -> Seat:
        """A person in it."""
        with self.world.changed:
            self.chat.members[user.id] = status
        return Seat(self.world, self.chat, user)

    def posts(self, text: str) -> Message:
        """A post, in a channel."""
        with self.world.changed:
            content = {"text": text, "entities": found_in(text), "sender_chat": self.chat.payload}
            message = self.world.post(self.chat, {}, content)
            shown = {key: value for key, value in message.payload.items() if key != "from"}
            self.world.tell("channel_post", shown)
            return message

    def migrates(self, new_id: int) -> "Group":
        """It becomes a supergroup with another id; the old one refuses messages, naming the new."""
        with self.world.changed:
            payload = {**self.chat.payload, "id": new_id, "type": "supergroup"}
            chat = Chat(payload, members=dict(self.chat.members), privacy=self.chat.privacy)
            self.world.chats[new_id] = chat
            sender = next(u for i, u in self.world.users.items() if i in self.chat.members)
            moved = self.world.post(self.chat, sender, {"migrate_to_chat_id": new_id})
            self.world.tell("message", moved.payload)
            came = self.world.post(chat, sender, {"migrate_from_chat_id": self.id})
            self.world.tell("message", came.payload)
            self.chat.refusal = ApiError(400, UPGRADED, {"migrate_to_chat_id": new_id})
            return Group(self.world, chat)
