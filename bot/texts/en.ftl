# English messages. Every message stands in bn.ftl too, with the same variables.
# DIGITS() writes a number in the reader's digits.

### Shared

month-name = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
date = { DIGITS($day) } { $month } { DIGITS($year) }
date-month = { $month } { DIGITS($year) }
date-week = week of { $date }
date-year = { DIGITS($year) }
date-unknown = date unknown
publisher-unknown = publisher unknown

### The answer: who says what, never who is right

outcome-disputed =
    Sources contradict each other: { $supports ->
        [one] { DIGITS($supports) } says so
       *[other] { DIGITS($supports) } say so
    }, { $refutes ->
        [one] { DIGITS($refutes) } denies it
       *[other] { DIGITS($refutes) } deny it
    }.
outcome-disputed-open =
    Sources contradict each other: { $answers ->
        [one] one answer is given, and denied
       *[other] they give { DIGITS($answers) } different answers
    }.
outcome-supported =
    { $sources ->
        [one] { DIGITS($sources) } source says so
       *[other] { DIGITS($sources) } sources say so
    }; none found here contradicts.
outcome-refuted =
    { $sources ->
        [one] { DIGITS($sources) } source denies it
       *[other] { DIGITS($sources) } sources deny it
    }; none found here says so.
outcome-open =
    { $sources ->
        [one] { DIGITS($sources) } source answers this
       *[other] { DIGITS($sources) } sources answer this
    }; none found here contradicts.
outcome-open-several =
    { $sources ->
        [one] { DIGITS($sources) } source gives
       *[other] { DIGITS($sources) } sources give
    } { DIGITS($answers) } answers that do not rule each other out.
outcome-neutral-open =
    No source answers this; { $sources ->
        [one] { DIGITS($sources) } speaks about it.
       *[other] { DIGITS($sources) } speak about it.
    }
outcome-neutral =
    No source says yes or no; { $sources ->
        [one] { DIGITS($sources) } speaks about it.
       *[other] { DIGITS($sources) } speak about it.
    }
outcome-unanswered = No sourced claim found.
origins =
    { $origins ->
        [one] Behind it all: { DIGITS($origins) } independent report.
       *[other] Behind it all: { DIGITS($origins) } independent reports.
    }
what-next = Ask in other words, or name the people and the place.
what-next-ingest = Or add an article about it:

side =
    { $stance ->
        [supports] Say so
        [refutes] Deny it
       *[neutral] Also said
    }
side-answer = Answer: { $answer }
side-count =
    { $sources ->
        [one] { DIGITS($sources) } source
       *[other] { DIGITS($sources) } sources
    } · { $origins ->
        [one] { DIGITS($origins) } independent report
       *[other] { DIGITS($origins) } independent reports
    }

unnamed = unnamed source
own-report = own report
via = through { $names }
said = said { $date }
list-comma = ,
context = Context:
context-denied = What is denied:
context-answered = In reply to:
more-statements =
    { $count ->
        [one] … and { DIGITS($count) } more statement of this source
       *[other] … and { DIGITS($count) } more statements of this source
    }
more-sources =
    { $count ->
        [one] … and { DIGITS($count) } more source speaks about it; --json shows all.
       *[other] … and { DIGITS($count) } more sources speak about it; --json shows all.
    }

### Taking in articles

first-use = The library is empty: taking in the articles it comes with, this once.
step =
    { $step ->
        [reading] Reading
       *[indexing] Indexing
    }
ingest-item =
    { $outcome ->
        [added] added
        [updated] updated
        [unchanged] unchanged
        [refused] refused
        [missing] missing
       *[removed] removed
    }
ingest-claims =
    { $claims ->
        [one] { DIGITS($claims) } claim
       *[other] { DIGITS($claims) } claims
    }
ingest-counts = Added { DIGITS($added) }, updated { DIGITS($updated) }, unchanged { DIGITS($unchanged) }, refused { DIGITS($refused) }.
ingest-gone = Files gone: { DIGITS($missing) } reported, { DIGITS($removed) } removed.
reindexed =
    { $articles ->
        [one] Both indexes hold { DIGITS($articles) } article again.
       *[other] Both indexes hold { DIGITS($articles) } articles again.
    }

### Lists

no-articles = The library holds no articles. Add some:
no-claims = No claim found here.
articles-count =
    { $articles ->
        [one] { DIGITS($articles) } article
       *[other] { DIGITS($articles) } articles
    }, { $claims ->
        [one] { DIGITS($claims) } claim
       *[other] { DIGITS($claims) } claims
    }
article-missing = file missing
sources-count =
    { $sources ->
        [one] { DIGITS($sources) } source
       *[other] { DIGITS($sources) } sources
    }
kind =
    { $kind ->
        [person] person
        [organisation] organisation
        [outlet] outlet
        [office] office
        [document] document
       *[unnamed] unnamed source
    }

### The doctor

check =
    { $check ->
        [settings] Settings
        [folder] Data folder
        [database] Database
        [indexes] Indexes
        [model] Embedding model
       *[register] Register of claimants
    }
check-state =
    { $state ->
        [ok] ok
        [problem] problem
       *[skipped] not checked
    }
check-folder = { $folder } can be written and is free
check-database = { DIGITS($articles) } articles, { DIGITS($claims) } claims, { DIGITS($claimants) } claimants
check-indexes = { DIGITS($claims) } claims and { DIGITS($passages) } passages, as in the database
check-indexes-off = the database has { DIGITS($claims) } claims in { DIGITS($passages) } passages, the vector index { DIGITS($vectors) } in { DIGITS($vector_passages) }, the lexical index { DIGITS($words) } in { DIGITS($word_passages) }; run: mukhomukhi reindex
check-model = { $model } loads, { DIGITS($dimensions) } dimensions
check-register = { DIGITS($claimants) } claimants

### Telegram: the answer

tg-sources = Sources
tg-more-sources =
    { $count ->
        [one] … and { DIGITS($count) } more source; see the whole evidence.
       *[other] … and { DIGITS($count) } more sources; see the whole evidence.
    }
tg-page = { DIGITS($page) } of { DIGITS($pages) }
tg-nothing = Nothing in our news says anything about this. That does not make it true or false.
tg-near = Did you mean one of these?
tg-nothing-next = You can send the question to the moderators; you will be told when there is an answer.
tg-nothing-of-post = On these parts nothing was found:
tg-first-of-post = The post is long: its first { DIGITS($count) } claims were checked.
tg-article =
    { $claims ->
        [one] We know this article. { DIGITS($claims) } claim in it:
       *[other] We know this article. { DIGITS($claims) } claims in it:
    }
tg-article-more =
    { $count ->
        [one] … and { DIGITS($count) } more claim.
       *[other] … and { DIGITS($count) } more claims.
    }
tg-link-unknown = We do not have this page yet. Write what it claims, and that will be checked; or suggest the page to the moderators.

### Telegram: buttons

tg-button-evidence = 🔎 Whole evidence
tg-button-follow = 🔔 Follow
tg-button-unfollow = 🔕 Unfollow
tg-button-report = ⚠️ Wrong or missing
tg-button-language = English
tg-button-share = ↗️ Share
tg-button-share-bot = ↗️ Use in another chat
tg-button-ask-desk = ✉️ Send to the moderators
tg-button-suggest-link = ✉️ Suggest this page
tg-button-back = ← Back
tg-button-previous = ← Before
tg-button-next = Next →
tg-button-drop = ✕
tg-reason =
    { $reason ->
        [wrong-side] On the wrong side
        [wrong-speaker] Said by somebody else
        [outdated] Out of date
        [missing] Something is missing
       *[other] Something else is wrong
    }

### Telegram: what happened

tg-followed = You will be told when a new claim on this comes in.
tg-unfollowed = You will not be told any more.
tg-reported = Thank you. The moderators will look at it.
tg-reported-before = You have told us this already. Thank you.
tg-sent-to-desk = Sent to the moderators. You will be told when there is an answer.
tg-sent-before = You have sent this already; you will be told when there is an answer.
tg-link-suggested = Thank you. The moderators have the link.
tg-too-old = That question has been forgotten by now. Please ask it again.
tg-language-chosen = From now on English here. A question is answered in its own language.
tg-language-admins = Only an administrator of the group can change its language.
tg-news = 🔔 New on a question that you follow
tg-answered = ✉️ There is something now on the question that you sent to the moderators
tg-withdrawn =
    { $count ->
        [one] ⚠️ A claim that you were shown here has been taken back. It does not count any more.
       *[other] ⚠️ { DIGITS($count) } claims that you were shown here have been taken back. They do not count any more.
    }
tg-corrected =
    { $count ->
        [one] ⚠️ A claim that you were shown here has been corrected. It is by { $claimant }.
       *[other] ⚠️ { DIGITS($count) } claims that you were shown here have been corrected. They are by { $claimant }.
    }
tg-your-question = Your question: { $question }

### Telegram: what to do

tg-too-short = Write a few words about what you want to know, with the names of people or places.
tg-too-long = That is too long. Send at most { DIGITS($most) } characters, one thing at a time.
tg-too-many = You are asking faster than we can look. Please go on in a minute.
tg-no-words = We can only read text. Write what it says, or add it as a caption.
tg-check-how = Write what is to be checked after /check, or answer a message with /check.
tg-follow-how = Answer one of our answers with /follow, or write a question after /follow.
tg-following-none = You follow no question. Under an answer, press “🔔 Follow”.
tg-following =
    { $count ->
        [one] You follow { DIGITS($count) } question. Press it to stop:
       *[other] You follow { DIGITS($count) } questions. Press one to stop:
    }
tg-language-which = Which language shall we speak here?
tg-trouble = Something went wrong on our side. Please ask again in a little while.
tg-example = did Musk talk to Putin regularly?
tg-start =
    Somebody sent you news and you wonder whether it is so? Ask here.

    We look up who said what about it in the news, for and against, and show it side by side with the source. We do not rule who is right: you can judge for yourself.

    Write a question in Bengali, English or Banglish, or forward a post.
tg-start-empty = At the moment there is no news here to search. The one who runs this bot can add some with: mukhomukhi ingest
tg-help =
    Write a question, or forward a post: each claim in it is checked.
    In a group: /check and what you want to know, or answer a message with /check.
    In any other chat: @{ $bot } and your question.

    /check – look something up
    /sources – whose words we have
    /language – বাংলা or English
    /follow – hear of new claims on a question
    /following – what you follow
    /privacy – what we keep about you
    /forgetme – erase all of it
tg-privacy =
    What you ask is kept for { DIGITS($days) } days, so that we can answer edits and tell you when a claim that you were shown turns out to be withdrawn. Then it is erased.

    What you follow is kept until you stop. What you sent to the moderators is kept until it is answered, at most as long. They see the question, not who asked it.

    Nothing is passed on to anybody. /forgetme erases everything at once.
tg-forgotten =
    Erased: { $questions ->
        [one] { DIGITS($questions) } question
       *[other] { DIGITS($questions) } questions
    }, { DIGITS($follows) } followed, { DIGITS($waiting) } sent to the moderators. Nothing about you is left here.
tg-forgotten-nothing = There is nothing about you here.
tg-sources-head =
    { $articles ->
        [one] { DIGITS($articles) } article
       *[other] { DIGITS($articles) } articles
    }, { $claims ->
        [one] { DIGITS($claims) } claim
       *[other] { DIGITS($claims) } claims
    }, { $sources ->
        [one] { DIGITS($sources) } source
       *[other] { DIGITS($sources) } sources
    }
tg-sources-publishers = Published by
tg-sources-speakers = Quoted most
tg-joined = Thank you for adding us. Write /check and what you want to know, or answer a message with /check. Nothing else is read.

### Telegram: the moderators' group

tg-desk-question = ✉️ A reader asks, and we have nothing:
tg-desk-report = ⚠️ A reader reports: { $reason }
tg-desk-link = 🔗 A reader suggests a page:

### Telegram: inline

tg-inline-all = The sides face to face
tg-inline-nothing = Nothing found
tg-inline-ask = Open the bot

### Telegram: menus and profile

tg-menu-check = Look something up
tg-menu-sources = Whose words we have
tg-menu-language = বাংলা or English
tg-menu-follow = Hear of new claims on a question
tg-menu-following = What you follow
tg-menu-help = How it works
tg-menu-privacy = What we keep about you
tg-menu-forgetme = Erase everything about you
tg-profile = Who said what in the news, for and against, face to face, with the source. Ask in Bengali, English or Banglish, or forward a post. We never rule who is right.
tg-profile-short = Rumour or news? Who said what, face to face, with the source.

### The bot's process

bot-running = @{ $bot } answers. Stop it with Ctrl-C.
