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
