# models: commands and screens about language models
cli-import-nothing-doubtful = No line is doubtful; nothing would be sent.
cli-import-helped = { $rows ->
    [one] A model read { $rows } doubtful line; look at it before you rely on it.
   *[other] A model read { $rows } doubtful lines; look at them before you rely on them.
}
cli-consent-nobody = There is nobody with the id “{ $id }”. “planwright consent list” shows everybody; “me” is you.
cli-consent-given = { $name }: models may be asked, with names covered
cli-consent-refused = { $name }: models may not be asked
cli-consent-open = { $name }: not answered yet
usage-nothing = No language model was asked in this time.
usage-head-role = for
usage-head-model = model
usage-head-calls = calls
usage-head-ok = good
usage-head-new = new tokens
usage-head-cached = cached
usage-head-output = output
usage-head-first = first word
usage-head-price = price
usage-total = in all
usage-prices = Prices by the table of { $date }; bills are the providers' own.
usage-alert-success = Only { $percent } % of { $calls } calls went well. “planwright doctor --llm” says why.
usage-alert-slow = { $count ->
    [one] { $count } import took a model longer than 15 s. A faster model for “parse” helps.
   *[other] { $count } imports took a model longer than 15 s. A faster model for “parse” helps.
}
usage-alert-day = { $spent } of { $limit } for today are spent.
usage-alert-month = { $spent } of { $limit } for this month are spent.
probe-none = No language model is configured; everything works without. docs/models.md says how to add one.
probe-role = { $role }: { $model } at { $provider }
probe-answers = reached, key and model accepted; { $model } answers
probe-streams = streams: { $pieces } pieces, the first after { $ms } ms
probe-schema = keeps to the schema
probe-cache-seen = counts tokens from its cache
probe-cache-unseen = no cached tokens seen; so short a question is never cached
probe-forks-kept = forks from a conversation kept there
probe-forks-marked = forks by repeating the base, which is marked for the cache
probe-forks-prefix = forks by repeating the base; equal beginnings are cached where the server does so
probe-forks-replay = answers from recordings
probe-price = price known: { $input } in, { $output } out per million tokens, as of { $date }
probe-no-price = no price is known for { $model }; spending limits stop it. Add one under [llm.prices]
probe-cost = this question cost { $price }
probe-key-age = the key file is { $days } days old
command-rerank = Let a language model order the suggestions; again: stop asking
hint-rerank = model
command-show-request = Show exactly what would be sent to the model
hint-show-request = request
command-cost = Show what asking language models cost
hint-cost = cost
command-send-never = Never ask models about these people
hint-send-never = never
page-would-send = What would be sent
page-cost = Cost of language models
rerank-done = The model's order is there, with its reasons.
rerank-reason = { $title }: { $reason }
rerank-never = Models are not asked about { $who } from now on. “planwright consent” changes that.
suggest-asking-model = asking …
suggest-by-model = by model
send-question = May a language model be asked about { $who }? This is exactly what would be sent; names and contacts are covered.
send-keys = enter yes, from now on · n never · esc not now
send-to = To { $provider } ({ $model }), { $bytes } bytes
cost-today = today
cost-month = this month
cost-row = { $calls ->
    [one] { $calls } call, { $good } % good · { $new } new + { $cached } cached → { $output } tokens
   *[other] { $calls } calls, { $good } % good · { $new } new + { $cached } cached → { $output } tokens
}
cost-first = first word after { $ms } ms
cost-day = { $day }/{ $month }
command-agree = Agree: send it from now on, or make the changes
hint-agree = agree
command-new-exercise = Write a new exercise: begun by a language model where one is set up, else from the plan; again: stop asking
hint-new-exercise = new
command-show-new-exercise = Show exactly what would be sent for a new exercise
hint-show-new-exercise = request
command-ask-rows = Ask a language model about the doubtful rows; again: stop asking
hint-ask-rows = model
command-show-rows = Show exactly what would be sent about the doubtful rows
hint-show-rows = request
edit-title-drafted = New exercise · draft by { $model }, look at every row
draft-named = The model writes: { $name } …
draft-done = The model's draft of { $name } is there; nothing is kept before it is saved.
draft-waits = The draft is ready; n among the suggestions opens it.
advice-so-far = { $rows } rows read …
advice-done = { $rows ->
    [0] The model says nothing new about the doubtful rows.
    [one] A model read { $rows } row otherwise; it stays to be looked at. u takes it back.
   *[other] A model read { $rows } rows otherwise; they stay to be looked at. u takes them back.
}
meaning-done = The request is understood by the model now.
role-model = model
cli-draft-by = Written by { $model } and checked against the lists; look at every line. “planwright library import FILE” keeps it.
cli-draft-outline = This is what the plan alone says about it; the rest is to be written. “planwright library import FILE” keeps it.
probe-forks-lost = does not keep conversations after all, so the base is repeated: { $why }
command-ask-meaning = Let a language model say what the request means; again: stop asking
hint-ask-meaning = meaning
command-show-meaning = Show exactly what would be sent about the request
hint-show-meaning = request
why-not-no-query = There is no request yet; / types one.
chip-meant = model:
