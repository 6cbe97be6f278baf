"""Every error that this library raises on purpose: one sentence that says what was wrong and what to do.

MukhomukhiError
├── BadInput          what was given cannot be read or used; nothing was stored
│   ├── BadArticle    a file, page or text that is no article
│   └── BadQuestion   a question that cannot be asked
├── BadSetting        a setting whose value cannot work
├── BadData           a data file of the project (register, cues, patterns) is broken
├── NotFound          an article, claim or file that does not exist
├── DataFolderInUse   another process owns the data folder
└── IndexBroken       an index does not fit the database or its settings
"""


class MukhomukhiError(Exception):
    """Base of every error here; its text is fit to be shown to a person."""


class BadInput(MukhomukhiError):
    """What was given cannot be read or used; nothing was stored."""


class BadArticle(BadInput):
    """A file, page or text that is no article."""


class BadQuestion(BadInput):
    """A question that cannot be asked."""


class BadSetting(MukhomukhiError):
    """A setting whose value cannot work."""


class BadData(MukhomukhiError):
    """A data file of the project is broken."""


class NotFound(MukhomukhiError):
    """An article, claim or file that does not exist."""


class DataFolderInUse(MukhomukhiError):
    """Another process owns the data folder."""


class IndexBroken(MukhomukhiError):
    """An index does not fit the database or its settings."""
