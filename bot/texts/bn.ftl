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
