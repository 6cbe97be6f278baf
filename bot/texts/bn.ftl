# বাংলা বার্তা। প্রতিটি বার্তা en.ftl-এও আছে, একই চলক নিয়ে।
# DIGITS() সংখ্যাকে পাঠকের অঙ্কে (এখানে বাংলা অঙ্কে) লেখে।

### সবার জন্য

month-name = { $month ->
    [1] জানুয়ারি
    [2] ফেব্রুয়ারি
    [3] মার্চ
    [4] এপ্রিল
    [5] মে
    [6] জুন
    [7] জুলাই
    [8] আগস্ট
    [9] সেপ্টেম্বর
    [10] অক্টোবর
    [11] নভেম্বর
   *[12] ডিসেম্বর
}
date = { DIGITS($day) } { $month } { DIGITS($year) }
date-month = { $month } { DIGITS($year) }
date-week = { $date } থেকে শুরু সপ্তাহে
date-year = { DIGITS($year) }
date-unknown = তারিখ অজানা
publisher-unknown = প্রকাশক অজানা

### উত্তর: কে কী বলেছেন, কে ঠিক তা কখনো নয়

outcome-disputed = সূত্রগুলোর কথা মিলছে না: পক্ষে বলছে { DIGITS($supports) }টি সূত্র, বিপক্ষে { DIGITS($refutes) }টি।
outcome-disputed-open = সূত্রগুলোর কথা মিলছে না: { $answers ->
        [one] উত্তর পাওয়া গেছে একটি, তা অস্বীকারও করা হয়েছে
       *[other] উত্তর পাওয়া গেছে { DIGITS($answers) } রকম
    }।
outcome-supported = পক্ষে বলছে { DIGITS($sources) }টি সূত্র; বিপক্ষে কারও বক্তব্য পাওয়া যায়নি।
outcome-refuted = বিপক্ষে বলছে { DIGITS($sources) }টি সূত্র; পক্ষে কারও বক্তব্য পাওয়া যায়নি।
outcome-open = উত্তর দিয়েছে { DIGITS($sources) }টি সূত্র; অন্য রকম কথা কেউ বলেনি।
outcome-open-several = উত্তর দিয়েছে { DIGITS($sources) }টি সূত্র, { DIGITS($answers) } রকম; তবে একটি অন্যটিকে নাকচ করে না।
outcome-neutral-open = সরাসরি উত্তর কেউ দেয়নি; তবে এ নিয়ে { DIGITS($sources) }টি সূত্রের বক্তব্য আছে।
outcome-neutral = হ্যাঁ বা না কেউ সরাসরি বলেনি; তবে এ নিয়ে { DIGITS($sources) }টি সূত্রের বক্তব্য আছে।
outcome-unanswered = এ নিয়ে কোনো সূত্রের বক্তব্য পাওয়া যায়নি।
origins = সব মিলিয়ে এসব কথার পেছনে আলাদা প্রতিবেদন { DIGITS($origins) }টি।
what-next = প্রশ্নটি অন্যভাবে লিখে দেখুন, মানুষ বা জায়গার নামসহ।
what-next-ingest = কিংবা এ বিষয়ের একটি খবর যোগ করুন:

side =
    { $stance ->
        [supports] পক্ষে
        [refutes] বিপক্ষে
       *[neutral] আরও যা বলা হয়েছে
    }
side-answer = উত্তর: { $answer }
side-count = { DIGITS($sources) }টি সূত্র · { DIGITS($origins) }টি আলাদা প্রতিবেদন

unnamed = নাম প্রকাশ করা হয়নি
own-report = নিজস্ব প্রতিবেদন
via = মাধ্যম: { $names }
said = বলার তারিখ { $date }
list-comma = ,
context = প্রসঙ্গ:
context-denied = যা অস্বীকার করা হয়েছে:
context-answered = যে কথার জবাবে:
more-statements = … এই সূত্রের আরও { DIGITS($count) }টি বক্তব্য আছে
more-sources = … এ নিয়ে আরও { DIGITS($count) }টি সূত্রের বক্তব্য আছে; সব দেখতে --json লিখুন।

### খবর যোগ করা

first-use = সংগ্রহে এখনো কোনো খবর নেই, তাই সঙ্গে দেওয়া খবরগুলো যোগ করা হচ্ছে; শুধু এই একবার।
step =
    { $step ->
        [reading] পড়া হচ্ছে
       *[indexing] সূচি তৈরি হচ্ছে
    }
ingest-item =
    { $outcome ->
        [added] যোগ হয়েছে
        [updated] হালনাগাদ হয়েছে
        [unchanged] আগের মতোই
        [refused] নেওয়া যায়নি
        [missing] ফাইল নেই
       *[removed] সরানো হয়েছে
    }
ingest-claims = বক্তব্য { DIGITS($claims) }টি
ingest-counts = যোগ হয়েছে { DIGITS($added) }টি, হালনাগাদ { DIGITS($updated) }টি, আগের মতোই { DIGITS($unchanged) }টি, নেওয়া যায়নি { DIGITS($refused) }টি।
ingest-gone = ফাইল পাওয়া যায়নি { DIGITS($missing) }টির, সরানো হয়েছে { DIGITS($removed) }টি।
reindexed = দুই সূচি নতুন করে তৈরি হয়েছে; খবর আছে { DIGITS($articles) }টি।

### তালিকা

no-articles = সংগ্রহে কোনো খবর নেই। যোগ করুন:
no-claims = এখানে কোনো বক্তব্য পাওয়া যায়নি।
articles-count = খবর { DIGITS($articles) }টি, বক্তব্য { DIGITS($claims) }টি
article-missing = ফাইল নেই
sources-count = সূত্র { DIGITS($sources) }টি
kind =
    { $kind ->
        [person] ব্যক্তি
        [organisation] প্রতিষ্ঠান
        [outlet] সংবাদমাধ্যম
        [office] দপ্তর
        [document] নথি
       *[unnamed] নাম প্রকাশ করা হয়নি
    }

### পরীক্ষা

check =
    { $check ->
        [settings] সেটিং
        [folder] তথ্যের ফোল্ডার
        [database] ডেটাবেজ
        [indexes] সূচি
        [model] এমবেডিং মডেল
       *[register] সূত্রের নিবন্ধন
    }
check-state =
    { $state ->
        [ok] ঠিক আছে
        [problem] সমস্যা
       *[skipped] দেখা হয়নি
    }
check-folder = { $folder } লেখা যায়, অন্য কেউ ব্যবহার করছে না
check-database = খবর { DIGITS($articles) }টি, বক্তব্য { DIGITS($claims) }টি, সূত্র { DIGITS($claimants) }টি
check-indexes = বক্তব্য { DIGITS($claims) }টি, অংশ { DIGITS($passages) }টি; ডেটাবেজের সঙ্গে মেলে
check-indexes-off = ডেটাবেজে বক্তব্য { DIGITS($claims) }টি ও অংশ { DIGITS($passages) }টি, ভেক্টর-সূচিতে { DIGITS($vectors) }টি ও { DIGITS($vector_passages) }টি, শব্দ-সূচিতে { DIGITS($words) }টি ও { DIGITS($word_passages) }টি; চালান: mukhomukhi reindex
check-model = { $model } চালু হয়, মাত্রা { DIGITS($dimensions) }টি
check-register = সূত্র { DIGITS($claimants) }টি

### টেলিগ্রাম: উত্তর

tg-sources = সূত্র
tg-more-sources = … আরও { DIGITS($count) }টি সূত্র আছে; সব প্রমাণে দেখুন।
tg-page = { DIGITS($pages) }টির মধ্যে { DIGITS($page) } নম্বর
tg-nothing = আমাদের সংগ্রহের কোনো খবরে এ নিয়ে কিছু বলা হয়নি। তাই বলে কথাটা সত্য বা মিথ্যা, তা নয়।
tg-near = এগুলোর কোনোটা জানতে চেয়েছিলেন?
tg-nothing-next = প্রশ্নটা মডারেটরদের কাছে পাঠাতে পারেন; উত্তর মিললে আপনাকে জানানো হবে।
tg-nothing-of-post = এই অংশগুলো নিয়ে কিছু পাওয়া যায়নি:
tg-first-of-post = লেখাটা বড়, তাই প্রথম { DIGITS($count) }টি কথা যাচাই করা হয়েছে।
tg-article = এই খবরটি আমাদের সংগ্রহে আছে। এতে বক্তব্য { DIGITS($claims) }টি:
tg-article-more = … আরও { DIGITS($count) }টি বক্তব্য আছে।
tg-link-unknown = পাতাটি আমাদের সংগ্রহে নেই। এতে কী বলা হয়েছে লিখে পাঠান, আমরা খুঁজে দেখব। চাইলে পাতাটি মডারেটরদের কাছেও পাঠাতে পারেন।

### টেলিগ্রাম: বোতাম

tg-button-evidence = 🔎 সব প্রমাণ
tg-button-follow = 🔔 খোঁজ রাখুন
tg-button-unfollow = 🔕 আর খোঁজ নয়
tg-button-report = ⚠️ ভুল বা বাদ পড়েছে
tg-button-language = বাংলা
tg-button-share = ↗️ শেয়ার
tg-button-share-bot = ↗️ অন্য চ্যাটে ব্যবহার করুন
tg-button-ask-desk = ✉️ মডারেটরদের কাছে পাঠান
tg-button-suggest-link = ✉️ পাতাটি মডারেটরদের দিন
tg-button-back = ← ফিরে যান
tg-button-previous = ← আগেরটি
tg-button-next = পরেরটি →
tg-button-drop = ✕
tg-reason =
    { $reason ->
        [wrong-side] ভুল পক্ষে দেখানো হয়েছে
        [wrong-speaker] কথাটা অন্য কারও
        [outdated] পুরোনো তথ্য
        [missing] কিছু বাদ পড়েছে
       *[other] অন্য কোনো ভুল
    }

### টেলিগ্রাম: যা ঘটল

tg-followed = এ নিয়ে নতুন বক্তব্য এলে আপনাকে জানানো হবে।
tg-unfollowed = এ নিয়ে আর জানানো হবে না।
tg-reported = ধন্যবাদ। মডারেটররা দেখবেন।
tg-reported-before = এ কথা আপনি আগেই জানিয়েছেন। ধন্যবাদ।
tg-sent-to-desk = মডারেটরদের কাছে পাঠানো হয়েছে। উত্তর মিললে আপনাকে জানানো হবে।
tg-sent-before = প্রশ্নটা আপনি আগেই পাঠিয়েছেন; উত্তর মিললে জানানো হবে।
tg-link-suggested = ধন্যবাদ। লিংকটি মডারেটরদের কাছে গেছে।
tg-too-old = প্রশ্নটা আর আমাদের কাছে রাখা নেই। দয়া করে আবার করুন।
tg-language-chosen = এখন থেকে এখানে বাংলায় কথা হবে। তবে যে ভাষায় প্রশ্ন, উত্তরও সেই ভাষায়।
tg-language-admins = গ্রুপের ভাষা শুধু গ্রুপের অ্যাডমিন বদলাতে পারেন।
tg-news = 🔔 আপনি যে প্রশ্নের খোঁজ রাখছেন, তা নিয়ে নতুন বক্তব্য এসেছে
tg-answered = ✉️ মডারেটরদের কাছে পাঠানো আপনার প্রশ্নটি নিয়ে এখন বক্তব্য পাওয়া গেছে
tg-withdrawn =
    { $count ->
        [one] ⚠️ আপনাকে এখানে দেখানো একটি বক্তব্য তুলে নেওয়া হয়েছে। সেটি আর ধরবেন না।
       *[other] ⚠️ আপনাকে এখানে দেখানো { DIGITS($count) }টি বক্তব্য তুলে নেওয়া হয়েছে। সেগুলো আর ধরবেন না।
    }
tg-corrected =
    { $count ->
        [one] ⚠️ আপনাকে এখানে দেখানো একটি বক্তব্যে সংশোধন হয়েছে। কথাটা আসলে বলেছে: { $claimant }।
       *[other] ⚠️ আপনাকে এখানে দেখানো { DIGITS($count) }টি বক্তব্যে সংশোধন হয়েছে। কথাগুলো আসলে বলেছে: { $claimant }।
    }
tg-your-question = আপনার প্রশ্ন: { $question }

### টেলিগ্রাম: কী করবেন

tg-too-short = কী জানতে চান কয়েকটি শব্দে লিখুন, মানুষ বা জায়গার নামসহ।
tg-too-long = লেখাটা বেশি বড়। একবারে একটা বিষয়, বড়জোর { DIGITS($most) } অক্ষরের মধ্যে পাঠান।
tg-too-many = একটু ধীরে, আমরা খুঁজে কুলাতে পারছি না। এক মিনিট পরে আবার পাঠান।
tg-no-words = আমরা শুধু লেখা পড়তে পারি। এতে কী বলা হয়েছে লিখে পাঠান, অথবা ক্যাপশনে লিখে দিন।
tg-check-how = কী যাচাই করতে চান /check-এর পরে লিখুন, অথবা কোনো মেসেজের জবাবে /check লিখুন।
tg-follow-how = আমাদের কোনো উত্তরের জবাবে /follow লিখুন, অথবা /follow-এর পরে প্রশ্নটা লিখুন।
tg-following-none = আপনি কোনো প্রশ্নের খোঁজ রাখছেন না। উত্তরের নিচে “🔔 খোঁজ রাখুন” চাপুন।
tg-following = আপনি { DIGITS($count) }টি প্রশ্নের খোঁজ রাখছেন। যেটির খোঁজ আর চান না, সেটি চাপুন:
tg-language-which = এখানে কোন ভাষায় কথা বলব?
tg-trouble = আমাদের দিকে একটা সমস্যা হয়েছে। একটু পরে আবার প্রশ্ন করুন।
tg-example = মাস্ক কি পুতিনের সঙ্গে নিয়মিত কথা বলতেন?
tg-start =
    কেউ একটা খবর পাঠিয়েছে, সত্যি কি না বুঝতে পারছেন না? এখানে জিজ্ঞেস করুন।

    খবরে এ নিয়ে কে কী বলেছেন, পক্ষে আর বিপক্ষে, সূত্রসহ পাশাপাশি দেখাই। কে ঠিক, সে রায় আমরা দিই না; দেখে আপনিই বুঝে নেবেন।

    বাংলা, ইংরেজি বা বাংলিশে প্রশ্ন লিখুন, কিংবা পোস্টটা ফরোয়ার্ড করুন।
tg-start-empty = এই মুহূর্তে এখানে খোঁজার মতো কোনো খবর নেই। যিনি বটটি চালান, তিনি খবর যোগ করতে পারেন: mukhomukhi ingest
tg-help =
    প্রশ্ন লিখুন, বা কোনো পোস্ট ফরোয়ার্ড করুন: পোস্টের প্রতিটি কথা আলাদা করে যাচাই করা হবে।
    গ্রুপে: /check লিখে প্রশ্নটা লিখুন, অথবা কোনো মেসেজের জবাবে /check লিখুন।
    অন্য যেকোনো চ্যাটে: @{ $bot } লিখে প্রশ্নটা লিখুন।

    /check – কিছু যাচাই করুন
    /sources – কাদের বক্তব্য আছে
    /language – বাংলা বা English
    /follow – কোনো প্রশ্নে নতুন বক্তব্য এলে জানুন
    /following – কোন কোন প্রশ্নের খোঁজ রাখছেন
    /privacy – আপনার কী কী আমরা রাখি
    /forgetme – সব মুছে ফেলুন
tg-privacy =
    আপনি কী জিজ্ঞেস করেছেন তা { DIGITS($days) } দিন রাখা হয়, যাতে প্রশ্ন বদলালে উত্তরও বদলানো যায়, আর দেখানো কোনো বক্তব্য পরে তুলে নেওয়া হলে আপনাকে জানানো যায়। তারপর মুছে ফেলা হয়।

    যে প্রশ্নের খোঁজ রাখছেন, তা আপনি বন্ধ না করা পর্যন্ত থাকে। মডারেটরদের কাছে পাঠানো প্রশ্ন থাকে উত্তর মেলা পর্যন্ত, বড়জোর ওই ক’দিনই। মডারেটররা প্রশ্নটা দেখেন, কে করেছেন তা দেখেন না।

    কারও কাছে কিছু দেওয়া হয় না। /forgetme লিখলে সব সঙ্গে সঙ্গে মুছে যায়।
tg-forgotten = মুছে ফেলা হয়েছে: প্রশ্ন { DIGITS($questions) }টি, খোঁজ রাখা { DIGITS($follows) }টি, মডারেটরদের কাছে পাঠানো { DIGITS($waiting) }টি। আপনার আর কিছুই এখানে নেই।
tg-forgotten-nothing = আপনার কিছুই এখানে রাখা নেই।
tg-sources-head = খবর { DIGITS($articles) }টি, বক্তব্য { DIGITS($claims) }টি, সূত্র { DIGITS($sources) }টি
tg-sources-publishers = যারা প্রকাশ করেছে
tg-sources-speakers = যাদের কথা সবচেয়ে বেশি
tg-joined = আমাদের যোগ করার জন্য ধন্যবাদ। /check লিখে প্রশ্ন করুন, অথবা কোনো মেসেজের জবাবে /check লিখুন। এর বাইরে কিছু পড়া হয় না।

### টেলিগ্রাম: মডারেটরদের গ্রুপ

tg-desk-question = ✉️ একজন পাঠক জানতে চেয়েছেন, আমাদের কাছে কিছু নেই:
tg-desk-report = ⚠️ একজন পাঠক জানিয়েছেন: { $reason }
tg-desk-link = 🔗 একজন পাঠক একটি পাতা দিয়েছেন:

### টেলিগ্রাম: ইনলাইন

tg-inline-all = দুই পক্ষ মুখোমুখি
tg-inline-nothing = কিছু পাওয়া যায়নি
tg-inline-ask = বট খুলুন

### টেলিগ্রাম: মেনু ও পরিচিতি

tg-menu-check = কিছু যাচাই করুন
tg-menu-sources = কাদের বক্তব্য আছে
tg-menu-language = বাংলা বা English
tg-menu-follow = নতুন বক্তব্য এলে জানুন
tg-menu-following = কোন কোন প্রশ্নের খোঁজ রাখছেন
tg-menu-help = কীভাবে ব্যবহার করবেন
tg-menu-privacy = আপনার কী কী আমরা রাখি
tg-menu-forgetme = আপনার সবকিছু মুছে ফেলুন
tg-profile = খবরে কে কী বলেছেন, পক্ষে আর বিপক্ষে, মুখোমুখি, সূত্রসহ। বাংলা, ইংরেজি বা বাংলিশে প্রশ্ন করুন, কিংবা পোস্ট ফরোয়ার্ড করুন। কে ঠিক, সে রায় আমরা দিই না।
tg-profile-short = গুজব না খবর? কে কী বলেছেন, মুখোমুখি, সূত্রসহ।

### বটের প্রসেস

bot-running = @{ $bot } চালু আছে। বন্ধ করতে Ctrl-C চাপুন।
