//! `doctor --llm`: asks each configured model one small question and says, per role, what works:
//! reachability, key, model, streaming, schema, cache figures, forks, price.

use std::time::SystemTime;

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

use crate::domain::{Explain, Message};
use crate::llm::{
    Answer, Ask, Complaint, Failure, Keep, Output, Prices, PromptId, ProviderKind,
    ProviderSettings, Request, Role, Step, Tell, Turn, Veil, age_in_days, money, schema,
};
use crate::runtime::clock;

use super::context::Context;
use super::error::{CliError, Exit};
use super::models::Desk;

/// What the model is asked for.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Wire {
    ready: bool,
}

/// Days after which a key should be made anew.
const OLD_KEY_DAYS: u64 = 180;

/// What one question showed.
struct Probe {
    outcome: Result<Worked, Failure>,
}

struct Worked {
    pieces: usize,
    first_ms: u128,
    price: Option<f64>,
    model: String,
    cached_counted: bool,
    /// Whether a second question could go on from the first; `None`: not tried, for nobody says
    /// that it should work there.
    fork: Option<Result<(), Failure>>,
}

pub(super) fn run(context: &mut Context<'_>) -> Result<Exit, CliError> {
    let roles = context.settings.llm.roles.clone();
    if roles.is_empty() {
        context.say(&Message::new("probe-none"))?;
        return Ok(Exit::Ok);
    }
    let desk = Desk::open(context)?;
    let mut bad = false;
    for (role, settings) in &roles {
        let head = Message::new("probe-role")
            .with("role", role.name())
            .with("provider", settings.provider.as_str())
            .with("model", settings.model.as_str());
        context.say(&head)?;
        let Some(provider) = context.settings.llm.providers.get(&settings.provider).cloned() else {
            continue;
        };
        let kept = keeps_conversations(&provider);
        let probe = desk.database.wait(ask(&desk, *role, kept));
        bad |= probe.outcome.is_err();
        let mut rows: Vec<(&str, Message)> = Vec::new();
        match &probe.outcome {
            Ok(worked) => {
                rows.push((
                    "✓",
                    Message::new("probe-answers").with("model", worked.model.as_str()),
                ));
                rows.push((
                    "✓",
                    Message::new("probe-streams")
                        .with("pieces", worked.pieces)
                        .with("ms", worked.first_ms as f64),
                ));
                rows.push(("✓", Message::new("probe-schema")));
                rows.push(if worked.cached_counted {
                    ("✓", Message::new("probe-cache-seen"))
                } else {
                    ("·", Message::new("probe-cache-unseen"))
                });
            }
            Err(failure) => rows.push(("✗", failure.message())),
        }
        rows.push(match &probe.outcome {
            Ok(Worked { fork: Some(forked), .. }) => match forked {
                Ok(()) => ("✓", Message::new("probe-forks-kept")),
                Err(failure) => {
                    ("!", Message::new("probe-forks-lost").with("why", failure.message()))
                }
            },
            _ => ("·", forks(&provider)),
        });
        let known = desk.models.client.prices().price(&settings.model);
        rows.push(match known {
            Some(price) => (
                "✓",
                Message::new("probe-price")
                    .with("input", money(price.input))
                    .with("output", money(price.output))
                    .with("date", Prices::as_of().0),
            ),
            None => ("!", Message::new("probe-no-price").with("model", settings.model.as_str())),
        });
        if let Ok(Worked { price: Some(price), .. }) = &probe.outcome {
            rows.push(("·", Message::new("probe-cost").with("price", money(*price))));
        }
        let now: SystemTime = clock::now().into();
        if let Some(days) = provider.key.as_ref().and_then(|key| age_in_days(key, now)) {
            let sign = if days > OLD_KEY_DAYS { "!" } else { "✓" };
            rows.push((sign, Message::new("probe-key-age").with("days", days as f64)));
        }
        for (sign, message) in rows {
            let text = context.text(&message);
            context.out.line(&format!("  {sign} {text}"))?;
        }
    }
    desk.close();
    Ok(if bad { Exit::Failed } else { Exit::Ok })
}

async fn ask(desk: &Desk, role: Role, kept: Keep) -> Probe {
    let request = Request {
        instructions: "You are being tested. Answer with JSON only.".to_owned(),
        turns: vec![Turn::user("Set ready to true.")],
        output: Output::Json { name: "probe", schema: schema::strict::<Wire>() },
        max_tokens: 200,
        expected_output: 20,
        keep: kept,
        prompt: PromptId { name: "probe".to_owned(), hash: String::new() },
        ..Request::default()
    };
    let clock = clock::Clock::start();
    let (mut pieces, mut first) = (0, None);
    let mut tell = |step: Step<'_>| {
        if matches!(step, Step::Text(_)) {
            pieces += 1;
            first.get_or_insert(clock.elapsed());
        }
    };
    let answer = match once(desk, role, &request, &mut tell).await {
        Ok(answer) => answer,
        Err(failure) => return Probe { outcome: Err(failure) },
    };
    let fork = match (kept, &answer.id) {
        (Keep::ForForks, Some(id)) => {
            let fork = Request { remote_base: Some(id.clone()), keep: Keep::Nothing, ..request };
            Some(once(desk, role, &fork, &mut |_| {}).await.map(|_| ()))
        }
        _ => None,
    };
    Probe {
        outcome: Ok(Worked {
            pieces,
            first_ms: first.unwrap_or_default().as_millis(),
            price: answer.price,
            model: answer.model,
            cached_counted: answer.usage.input_cached > 0,
            fork,
        }),
    }
}

/// Asks one small question.
async fn once(
    desk: &Desk,
    role: Role,
    request: &Request,
    tell: &mut Tell<'_>,
) -> Result<Answer, Failure> {
    let veil = Veil::default();
    let viewer = &desk.database.viewer;
    let ask = Ask::new(viewer, role, request, &veil);
    let read = |value: &Value| {
        let wire: Wire = serde_json::from_value(value.clone())
            .map_err(|error| Complaint::new(error.to_string()))?;
        if wire.ready { Ok(()) } else { Err(Complaint::new("ready is not true")) }
    };
    Ok(desk.models.client.ask(&ask, read, tell).await?.1)
}

/// Whether a provider says of itself that it keeps conversations to fork from.
fn keeps_conversations(provider: &ProviderSettings) -> Keep {
    match provider.kind {
        ProviderKind::OpenAiResponses => Keep::ForForks,
        ProviderKind::Azure if provider.api_version.is_none() => Keep::ForForks,
        _ => Keep::Nothing,
    }
}

/// How a base conversation is forked there.
fn forks(provider: &ProviderSettings) -> Message {
    Message::new(match provider.kind {
        ProviderKind::OpenAiResponses => "probe-forks-kept",
        ProviderKind::Azure if provider.api_version.is_none() => "probe-forks-kept",
        ProviderKind::Anthropic => "probe-forks-marked",
        ProviderKind::OpenAiChat
        | ProviderKind::Azure
        | ProviderKind::Gemini
        | ProviderKind::Ollama => "probe-forks-prefix",
        ProviderKind::Replay => "probe-forks-replay",
    })
}
