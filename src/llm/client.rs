//! The way to a model: role → provider and model, limits, key, gate, attempts with pauses, other
//! providers, and a record of everything, also of what was cancelled.
//!
//! Asked again is only before the first text was shown: a reader must not see two beginnings.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use reqwest::Client as Connection;
use secrecy::SecretString;
use serde_json::Value;
use tokio::sync::OnceCell;
use tokio::time::Instant;

use super::endpoint::{self, Address};
use super::error::{Class, Failure, KeyFault};
use super::exchange::{Answered, Broken, Exchange, Meter};
use super::gate::Gate;
use super::limits::Estimate;
use super::prices::Prices;
use super::record::{Exchanged, Host, Record};
use super::replay;
use super::request::Request;
use super::settings::{LlmSettings, ProviderKind, ProviderSettings, Role, RoleModel, Timers};
use super::usage::Usage;
use super::veil::Veil;
use super::wire::Said;
use super::{http, keys};
use crate::domain::{JobId, Viewer};

/// Attempts at one provider, the first included, as the SDKs of the providers have it.
const ATTEMPTS: u32 = 3;

/// Asks models.
#[derive(Debug)]
pub struct Client {
    settings: LlmSettings,
    timers: Timers,
    prices: Prices,
    host: Arc<dyn Host>,
    providers: BTreeMap<String, Provider>,
    /// Dollars that running calls will probably cost.
    promised: Mutex<f64>,
}

/// A configured provider with what was set up for it.
#[derive(Debug)]
struct Provider {
    settings: ProviderSettings,
    gate: Gate,
    connection: OnceCell<Connection>,
    key: tokio::sync::Mutex<Option<SecretString>>,
}

/// A question on somebody's behalf.
#[derive(Debug, Clone, Copy)]
pub struct Ask<'a> {
    /// Who asks.
    pub viewer: &'a Viewer,
    /// What for: decides provider and model.
    pub role: Role,
    /// The job it is part of.
    pub job: Option<&'a JobId>,
    /// The question.
    pub request: &'a Request,
    /// What is covered before sending.
    pub veil: &'a Veil,
}

/// An answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// Its text, with names shown again.
    pub text: String,
    /// The provider's name for the exchange: a base to fork from, where it keeps one.
    pub id: Option<String>,
    /// The provider's name in the configuration.
    pub provider: String,
    /// The model, with its version where the provider names it.
    pub model: String,
    /// What was used.
    pub usage: Usage,
    /// Dollars; `None`: not known.
    pub price: Option<f64>,
}

/// What happens while an answer comes.
#[derive(Debug, Clone, Copy)]
pub enum Step<'a> {
    /// A provider is about to be reached for.
    Connecting {
        /// Its name.
        provider: &'a str,
        /// The model.
        model: &'a str,
    },
    /// The next piece of text.
    Text(&'a str),
    /// It is asked again after a pause.
    Again {
        /// Which attempt comes, from 2.
        attempt: u32,
        /// The pause.
        after: Duration,
        /// Why.
        why: &'a Failure,
    },
    /// Another provider is turned to.
    Elsewhere {
        /// Why.
        why: &'a Failure,
    },
    /// The answer cannot be used, and a better one is asked for.
    Repair {
        /// What is wrong with it.
        complaint: &'a str,
    },
}

/// Hears what happens.
pub type Tell<'a> = dyn FnMut(Step<'_>) + Send + 'a;

/// Exactly what would be sent.
#[derive(Debug, Clone, PartialEq)]
pub struct Preview {
    /// The provider's name in the configuration.
    pub provider: String,
    /// The model.
    pub model: String,
    /// Where it would go.
    pub url: String,
    /// The body.
    pub body: Value,
}

/// A provider and a model to try.
struct Target<'a> {
    name: &'a str,
    provider: &'a Provider,
    model: &'a str,
}

impl Client {
    /// A client over settings. Nothing is connected, no key is read.
    #[must_use]
    pub fn new(settings: LlmSettings, timers: Timers, host: Arc<dyn Host>) -> Self {
        let most = settings.limits.concurrency;
        let providers = settings.providers.iter().map(|(name, settings)| {
            let provider = Provider {
                settings: settings.clone(),
                gate: Gate::new(most),
                connection: OnceCell::new(),
                key: tokio::sync::Mutex::new(None),
            };
            (name.clone(), provider)
        });
        let providers = providers.collect();
        let prices = Prices::new(settings.prices.clone());
        Self { settings, timers, prices, host, providers, promised: Mutex::new(0.0) }
    }

    /// The settings it works by.
    #[must_use]
    pub const fn settings(&self) -> &LlmSettings {
        &self.settings
    }

    /// The prices it reckons with.
    #[must_use]
    pub const fn prices(&self) -> &Prices {
        &self.prices
    }

    /// An id for a failure that no single call has.
    pub(super) fn fresh_id(&self) -> String {
        self.host.fresh_id()
    }

    /// Whether a model is configured for a role.
    #[must_use]
    pub fn serves(&self, role: Role) -> bool {
        self.settings.roles.contains_key(&role)
    }

    /// Exactly what would be sent for a question, and where to.
    ///
    /// # Errors
    /// [`Class::Off`] when no model is configured for the role.
    pub fn preview(&self, ask: &Ask<'_>) -> Result<Preview, Failure> {
        let (role, targets) = self.targets(ask.role)?;
        let target = targets.first().ok_or_else(|| Failure::of(Class::Off(ask.role)))?;
        let request = ask.request.covered(ask.veil);
        Ok(Preview {
            provider: target.name.to_owned(),
            model: target.model.to_owned(),
            url: match target.provider.settings.kind {
                ProviderKind::Replay => String::new(),
                _ => endpoint::address(&target.provider.settings, target.model).url,
            },
            body: body(&request, target, role),
        })
    }

    /// Asks, and waits for the whole answer; `tell` hears of it as it comes. Dropping the future
    /// drops the connection.
    ///
    /// # Errors
    /// [`Failure`] says what went wrong and what to do.
    pub async fn call(&self, ask: &Ask<'_>, tell: &mut Tell<'_>) -> Result<Answer, Failure> {
        let (role, targets) = self.targets(ask.role)?;
        let request = ask.request.covered(ask.veil);
        let mut shown = false;
        let mut last = Failure::of(Class::Off(ask.role));
        for (at, target) in targets.iter().enumerate() {
            if at > 0 {
                tell(Step::Elsewhere { why: &last });
            }
            match self.at(target, role, ask, &request, &mut shown, tell).await {
                Ok(answer) => return Ok(answer),
                Err(failure) => last = failure,
            }
            if shown || !last.class.may_be_asked_elsewhere() {
                break;
            }
        }
        Err(last)
    }

    /// The providers and models of a role, the first choice first.
    fn targets(&self, role: Role) -> Result<(&RoleModel, Vec<Target<'_>>), Failure> {
        let settings =
            self.settings.roles.get(&role).ok_or_else(|| Failure::of(Class::Off(role)))?;
        let first = (&settings.provider, &settings.model);
        let others = settings.fallback.iter().map(|(provider, model)| (provider, model));
        let targets = std::iter::once(first)
            .chain(others)
            .filter_map(|(name, model)| {
                Some(Target { name, provider: self.providers.get(name)?, model })
            })
            .collect();
        Ok((settings, targets))
    }

    /// Asks one provider, as often as makes sense.
    async fn at(
        &self,
        target: &Target<'_>,
        role: &RoleModel,
        ask: &Ask<'_>,
        request: &Request,
        shown: &mut bool,
        tell: &mut Tell<'_>,
    ) -> Result<Answer, Failure> {
        let sent = body(request, target, role);
        let mut call = Running::new(self, target, ask, request, &sent);
        let _promise = match self.admit(target, ask, request).await {
            Ok(promise) => promise,
            Err(broken) => return Err(call.failed(&broken)),
        };
        let silence = role.timeout_s.map(|seconds| Duration::from_secs(u64::from(seconds)));
        let timers = self.timers.within(silence);
        let bytes = sent.to_string().into_bytes();
        let mut attempt = 1;
        loop {
            tell(Step::Connecting { provider: target.name, model: target.model });
            let pass = target.provider.gate.enter().await;
            let mut uncovering = ask.veil.uncovering();
            let outcome = {
                let mut hear = |text: &str| {
                    let text = uncovering.take(text);
                    if !text.is_empty() {
                        *shown = true;
                        tell(Step::Text(&text));
                    }
                };
                let got = &mut call;
                self.attempt(target, request, &bytes, timers, got, &mut hear).await
            };
            drop(pass);
            let broken = match outcome {
                Ok(answered) => {
                    let rest = uncovering.end();
                    if !rest.is_empty() {
                        tell(Step::Text(&rest));
                    }
                    target.provider.gate.ease();
                    return Ok(call.answered(answered));
                }
                Err(broken) => broken,
            };
            let pause = self.pause(&broken, attempt, timers);
            if matches!(broken.class, Class::Busy { .. }) {
                target.provider.gate.slow(pause.unwrap_or_default());
            }
            let Some(pause) = pause.filter(|_| !*shown && attempt < ATTEMPTS) else {
                return Err(call.failed(&broken));
            };
            attempt += 1;
            call.record.retries += 1;
            let why = call.failure(&broken);
            tracing::info!(error = %why, attempt, "asking again");
            tell(Step::Again { attempt, after: pause, why: &why });
            tokio::time::sleep(pause).await;
        }
    }

    /// One attempt: key and connection where they are missing, then the exchange.
    async fn attempt(
        &self,
        target: &Target<'_>,
        request: &Request,
        bytes: &[u8],
        timers: Timers,
        call: &mut Running<'_>,
        hear: &mut (dyn FnMut(&str) + Send),
    ) -> Result<Answered, Broken> {
        let provider = target.provider;
        if provider.settings.kind == ProviderKind::Replay {
            let folder = provider.settings.base_url.as_deref().unwrap_or_default();
            return replay::answer(
                std::path::Path::new(folder),
                request,
                &mut call.record.meter,
                hear,
            );
        }
        let connection = provider
            .connection
            .get_or_try_init(|| async { http::client(&provider.settings, timers.connect) })
            .await
            .map_err(|error| Broken::new(Class::Address, error.to_string()))?;
        let key = self.key(provider).await.map_err(|fault| Broken::new(Class::Key(fault), ""))?;
        let address: Address = endpoint::address(&provider.settings, target.model);
        let exchange = Exchange {
            client: connection,
            wire: endpoint::wire(&provider.settings),
            address: &address,
            key: key.as_ref(),
            body: bytes,
            base: request.remote_base.as_deref(),
            timers,
            now: self.host.now().into(),
        };
        call.text.clear();
        let mut keep = |text: &str| {
            call.text.push_str(text);
            hear(text);
        };
        let done = exchange.run(&mut call.record.meter, &mut keep).await;
        if matches!(&done, Err(broken) if broken.class == Class::Auth) {
            // a rotated key is read anew by the next call
            *provider.key.lock().await = None;
        }
        done
    }

    /// The key of a provider, read once and kept.
    async fn key(&self, provider: &Provider) -> Result<Option<SecretString>, KeyFault> {
        let Some(source) = &provider.settings.key else { return Ok(None) };
        let mut kept = provider.key.lock().await;
        if kept.is_none() {
            *kept = Some(keys::read(source, |name| self.host.variable(name)).await?);
        }
        Ok(kept.clone())
    }

    /// Holds the call against the limits; the promise keeps its estimate until it is dropped.
    async fn admit(
        &self,
        target: &Target<'_>,
        ask: &Ask<'_>,
        request: &Request,
    ) -> Result<Promise<'_>, Broken> {
        let allowance = self.settings.limits.of(ask.viewer.coach.as_str());
        let mut spent = self.host.spent(ask.viewer).await;
        let estimate = self.estimate(target, request);
        let mut promised = self.promised.lock().unwrap_or_else(PoisonError::into_inner);
        spent.today += *promised;
        spent.month += *promised;
        allowance
            .admits(ask.role, &spent, estimate, target.model)
            .map_err(|reached| Broken::new(Class::Limit(reached), ""))?;
        let dollars = if let Estimate::Dollars(dollars) = estimate { dollars } else { 0.0 };
        *promised += dollars;
        Ok(Promise { client: self, dollars })
    }

    fn estimate(&self, target: &Target<'_>, request: &Request) -> Estimate {
        let usage = Usage {
            input_new: request.estimated_tokens(),
            output: u64::from(request.expected_output),
            ..Usage::default()
        };
        match self.prices.price(target.model) {
            _ if target.provider.settings.kind == ProviderKind::Replay => Estimate::Free,
            Some(price) => Estimate::Dollars(price.of(&usage)),
            None if target.provider.settings.is_local() => Estimate::Free,
            None => Estimate::Unknown,
        }
    }

    /// How long to wait before asking again; `None`: do not.
    fn pause(&self, broken: &Broken, attempt: u32, timers: Timers) -> Option<Duration> {
        if !broken.class.may_be_asked_again() || broken.advice.again == Some(false) {
            return None;
        }
        if let Class::Busy { after: Some(after) } = broken.class {
            return (after <= timers.retry_after_most).then_some(after);
        }
        let doubled = timers.pause * 2_u32.saturating_pow(attempt - 1);
        // up to a quarter less, so that those who were turned away together do not come together
        let jitter = 1.0 - self.host.chance() / 4.0;
        Some(doubled.min(timers.pause_most).mul_f64(jitter))
    }
}

fn body(request: &Request, target: &Target<'_>, role: &RoleModel) -> Value {
    let settings = &target.provider.settings;
    let (temperature, max_tokens) = match role.profile.map(super::settings::Profile::numbers) {
        Some((temperature, most)) => (Some(temperature), most),
        None => (request.temperature, request.max_tokens),
    };
    let said = Said {
        model: target.model,
        max_tokens: role.max_tokens.unwrap_or(max_tokens),
        temperature: role.temperature.or(temperature),
        dialect: endpoint::dialect(settings),
    };
    endpoint::wire(settings).body(request, said)
}

/// Money that a running call will probably cost.
struct Promise<'a> {
    client: &'a Client,
    dollars: f64,
}

impl Drop for Promise<'_> {
    fn drop(&mut self) {
        let mut promised = self.client.promised.lock().unwrap_or_else(PoisonError::into_inner);
        *promised = (*promised - self.dollars).max(0.0);
    }
}

/// A call under way. Dropped before its end, it is recorded as cancelled.
struct Running<'a> {
    client: &'a Client,
    request: &'a Request,
    veil: &'a Veil,
    sent: &'a Value,
    began: Instant,
    record: Record,
    text: String,
    ended: bool,
}

impl<'a> Running<'a> {
    fn new(
        client: &'a Client,
        target: &Target<'_>,
        ask: &Ask<'a>,
        request: &'a Request,
        sent: &'a Value,
    ) -> Self {
        let record = Record {
            at: client.host.now(),
            viewer: ask.viewer.clone(),
            role: ask.role,
            job: ask.job.cloned(),
            provider: target.name.to_owned(),
            kind: target.provider.settings.kind,
            model: target.model.to_owned(),
            prompt: request.prompt.clone(),
            forked: request.remote_base.is_some(),
            outcome: Class::Cancelled.id(),
            error: None,
            retries: 0,
            meter: Meter::default(),
            total: Duration::ZERO,
            price: None,
        };
        Self {
            client,
            request,
            veil: ask.veil,
            sent,
            began: Instant::now(),
            record,
            text: String::new(),
            ended: false,
        }
    }

    fn failure(&self, broken: &Broken) -> Failure {
        Failure {
            class: broken.class.clone(),
            provider: self.record.provider.as_str().into(),
            model: self.record.model.as_str().into(),
            detail: broken.detail.as_str().into(),
            id: self.client.host.fresh_id().into(),
        }
    }

    fn failed(mut self, broken: &Broken) -> Failure {
        let failure = self.failure(broken);
        self.record.outcome = failure.class.id();
        self.record.error = Some(failure.id.to_string());
        tracing::warn!(error = &*failure.id, role = self.record.role.name(), "{failure}");
        self.end(None, Some(failure.to_string()));
        failure
    }

    fn answered(mut self, answered: Answered) -> Answer {
        self.record.outcome = "ok";
        self.text.clone_from(&answered.text);
        self.end(answered.id.as_deref(), None);
        Answer {
            text: self.veil.uncover(&answered.text),
            id: answered.id,
            provider: self.record.provider.clone(),
            model: self
                .record
                .meter
                .answered_by
                .clone()
                .unwrap_or_else(|| self.record.model.clone()),
            usage: self.record.meter.usage,
            price: self.record.price,
        }
    }

    fn end(&mut self, id: Option<&str>, failure: Option<String>) {
        self.ended = true;
        self.record.total = self.began.elapsed();
        let replayed = self.record.kind == ProviderKind::Replay;
        // a call that never left cost nothing, whatever the model
        self.record.price = if replayed || self.record.meter.bytes_out == 0 {
            Some(0.0)
        } else {
            self.client.prices.price(&self.record.model).map(|it| it.of(&self.record.meter.usage))
        };
        self.client.host.note(&self.record);
        if !replayed && self.record.meter.bytes_out > 0 {
            self.client.host.keep(&Exchanged {
                record: &self.record,
                request: self.request,
                body: self.sent,
                text: &self.text,
                id,
                failure,
            });
        }
    }
}

impl Drop for Running<'_> {
    fn drop(&mut self) {
        if !self.ended {
            self.end(None, None);
        }
    }
}
