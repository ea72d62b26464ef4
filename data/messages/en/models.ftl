# models: commands and screens about language models
cli-about-usage = Show what asking language models cost and came to
cli-about-consent = Who may be asked about, and whether you want models at all
cli-about-consent-list = List the answers
cli-about-consent-set = Give, refuse or forget an answer
cli-arg-since = Count from this day on, e.g. 2026-05-01; unset: the last 30 days
cli-arg-who = Id of an athlete or group, or “me”
cli-arg-answer = What holds from now on
cli-arg-rerank = Let a language model put the best into order, with reasons
cli-arg-show-request = Print exactly what would be sent, and send nothing
cli-arg-llm-for-import = Ask a language model about the lines that stay doubtful
cli-arg-llm-for-doctor = Also ask each configured language model a small question
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
