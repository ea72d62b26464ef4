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

use super::ask::{Answer, Ask, Preview, Step, Tell};
use super::endpoint::{self, Address};
use super::error::{Class, Failure, KeyFault};
use super::exchange::{Answered, Broken, Exchange};
use super::gate::Gate;
use super::limits::Estimate;
use super::prices::Prices;
use super::record::Host;
use super::replay;
use super::request::Request;
use super::running::Running;
use super::settings::{
    LlmSettings, ModelName, Profile, ProviderKind, ProviderSettings, Role, RoleModel, Timers,
};
use super::usage::Usage;
use super::wire::Said;
use super::{http, keys};

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

    /// The model that serves a role, or the one named in its place, with what is set up for it.
    ///
    /// # Errors
    /// [`Class::Off`] when none is set up, [`Class::NoModel`] when the provider of a named one is
    /// not.
    pub fn settled(&self, role: Role, named: Option<&ModelName>) -> Result<RoleModel, Failure> {
        self.settings.settled(role, named).ok_or_else(|| match named {
            Some(named) => Failure {
                provider: named.provider.as_str().into(),
                model: named.model.as_str().into(),
                ..Failure::of(Class::NoModel)
            },
            None => Failure::of(Class::Off(role)),
        })
    }

    /// Exactly what would be sent for a question, and where to.
    ///
    /// # Errors
    /// [`Class::Off`] when no model is configured for the role.
    pub fn preview(&self, ask: &Ask<'_>) -> Result<Preview, Failure> {
        let role = self.settled(ask.role, ask.model)?;
        let targets = self.targets(&role);
        let target = targets.first().ok_or_else(|| Failure::of(Class::Off(ask.role)))?;
        let request = ask.request.covered(ask.veil);
        Ok(Preview {
            provider: target.name.to_owned(),
            model: target.model.to_owned(),
            url: match target.provider.settings.kind {
                ProviderKind::Replay => String::new(),
                _ => endpoint::address(&target.provider.settings, target.model).url,
            },
            body: body(&request, target, &role),
        })
    }

    /// Asks, and waits for the whole answer; `tell` hears of it as it comes. Dropping the future
    /// drops the connection.
    ///
    /// # Errors
    /// [`Failure`] says what went wrong and what to do.
    pub async fn call(&self, ask: &Ask<'_>, tell: &mut Tell<'_>) -> Result<Answer, Failure> {
        let role = self.settled(ask.role, ask.model)?;
        let targets = self.targets(&role);
        let request = ask.request.covered(ask.veil);
        let mut shown = false;
        let mut last = Failure::of(Class::Off(ask.role));
        for (at, target) in targets.iter().enumerate() {
            if at > 0 {
                tell(Step::Elsewhere { why: &last });
            }
            match self.at(target, &role, ask, &request, &mut shown, tell).await {
                Ok(answer) => return Ok(answer),
                Err(failure) => last = failure,
            }
            if shown || !last.class.may_be_asked_elsewhere() {
                break;
            }
        }
        Err(last)
    }

    /// The providers and models to try, the first choice first.
    fn targets<'a>(&'a self, role: &'a RoleModel) -> Vec<Target<'a>> {
        let first = (&role.provider, &role.model);
        let others = role.fallback.iter().map(|(provider, model)| (provider, model));
        std::iter::once(first)
            .chain(others)
            .filter_map(|(name, model)| {
                Some(Target { name, provider: self.providers.get(name)?, model })
            })
            .collect()
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
        let to = (target.name, target.provider.settings.kind, target.model);
        let mut call = Running::new(&*self.host, &self.prices, ask, request, &sent, to);
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
    let (temperature, max_tokens) = match role.profile.map(Profile::numbers) {
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
