//! What a request to a model will probably take, reckoned before anything is sent: pure, and quick
//! enough to be shown while a form is filled in. Repairs are not in it.

use super::base::base_bytes;
use crate::domain::Message;
use crate::generation::{BaseKind, EngineKind, Request, Target};
use crate::library::Library;
use crate::llm::{LlmSettings, Prices, ProviderSettings, Role, RoleModel, Usage, money};

/// Bytes of a base per token: ids and equipment are cut finer than prose.
const BYTES_PER_TOKEN: usize = 3;
/// Tokens of a line of an outline, of a day's title, and of what stands around them.
const LINE: u64 = 18;
const DAY: u64 = 12;
const AROUND: u64 = 40;
/// Tokens of a week per item of the outline: most stay as they are.
const CHANGE: u64 = 4;
/// Tokens of the question for an outline, of one for a week, and of the schema of an answer.
const OUTLINE_QUESTION: u64 = 1_500;
const WEEK_QUESTION: u64 = 190;
/// Tokens of a unit told in prose.
const PROSE: u64 = 700;
/// Weeks of a block, as models tend to cut programs.
const BLOCK: u16 = 4;

/// Whether a provider has a valid base already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BaseStands {
    /// It has.
    Already,
    /// It is made first, where the provider keeps conversations.
    NotYet,
}

/// What a request will probably take.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// Requests.
    pub requests: u32,
    /// How many of them come one after the other; the others run beside them.
    pub in_a_row: u32,
    /// Tokens.
    pub usage: Usage,
    /// Dollars; `None`: a price is not known.
    pub price: Option<f64>,
}

impl Estimate {
    /// Seconds it will take where an answer takes `each`.
    #[must_use]
    pub fn seconds(&self, each: f64) -> f64 {
        f64::from(self.in_a_row) * each
    }

    /// The sentence for forms and logs.
    #[must_use]
    pub fn message(&self) -> Message {
        let price = match self.price {
            Some(price) => Message::new("job-price").with("price", money(price)),
            None => Message::new("job-price-unknown"),
        };
        Message::new("job-estimate")
            .with("requests", self.requests)
            .with("new", hundreds(self.usage.input_new))
            .with("cached", hundreds(self.usage.input_cached))
            .with("output", hundreds(self.usage.output))
            .with("price", price)
    }
}

/// Tokens of the answers: of the outline, and of a week that is written against it.
fn outline_tokens(request: &Request) -> (u64, u64) {
    let (days, blocks) = match request.target {
        Target::Program => {
            (u64::from(request.profile.days_per_week()), request.weeks().div_ceil(BLOCK))
        }
        Target::Unit => (1, 1),
    };
    let items = u64::from((request.profile.minutes() / 10).clamp(4, 12));
    let outline = AROUND + u64::from(blocks) * days * (DAY + items * LINE);
    (outline, AROUND + days * items * CHANGE)
}

/// What a request will probably take. `None`: no model is asked, or none is set up for it.
#[must_use]
pub fn estimate(
    request: &Request,
    library: &Library,
    settings: &LlmSettings,
    base: BaseStands,
) -> Option<Estimate> {
    if request.engine == EngineKind::Builtin {
        return None;
    }
    let role = settings.settled(Role::Generate, request.model.as_ref())?;
    let keeps = settings.providers.get(&role.provider).is_some_and(|it| it.kind.keeps());
    let shared = base_bytes(BaseKind::of(&request.profile, library), library);
    let shared = shared.div_ceil(BYTES_PER_TOKEN) as u64;
    let (outline, week) = outline_tokens(request);
    let mut tally = Tally::new(settings);
    if keeps && base == BaseStands::NotYet {
        tally.add(&role, usage(shared, 0, 4));
    }
    // a provider that keeps no conversations reads the base with the first question
    let (new, cached) = if keeps { (0, shared) } else { (shared, 0) };
    if request.in_two_steps() {
        tally.add(&role, usage(new + OUTLINE_QUESTION, cached, PROSE));
        let second = settings.settled(Role::Structure, None).unwrap_or(role);
        tally.add(&second, usage(OUTLINE_QUESTION + PROSE, 0, outline));
        return Some(tally.sum);
    }
    tally.add(&role, usage(new + OUTLINE_QUESTION, cached, outline));
    if request.target == Target::Program {
        let weeks = u32::from(request.weeks());
        let most = settings.limits.concurrency.max(1).min(weeks);
        // the outline is read anew by those who come first, all at once
        let (first, all) = (u64::from(most), u64::from(weeks));
        let new = first * outline + all * WEEK_QUESTION;
        let cached = all * (shared + OUTLINE_QUESTION) + (all - first) * outline;
        tally.add(&role, usage(new, cached, all * week));
        tally.sum.requests += weeks - 1;
        tally.sum.in_a_row += weeks.div_ceil(most) - 1;
    }
    Some(tally.sum)
}

/// Nobody is to take an estimate for a count.
fn hundreds(tokens: u64) -> f64 {
    (tokens.div_ceil(100) * 100) as f64
}

fn usage(input_new: u64, input_cached: u64, output: u64) -> Usage {
    Usage { input_new, input_cached, output, ..Usage::default() }
}

/// Calls added up.
struct Tally<'a> {
    settings: &'a LlmSettings,
    prices: Prices,
    sum: Estimate,
}

impl<'a> Tally<'a> {
    fn new(settings: &'a LlmSettings) -> Self {
        let sum = Estimate { requests: 0, in_a_row: 0, usage: Usage::default(), price: Some(0.0) };
        Self { settings, prices: Prices::new(settings.prices.clone()), sum }
    }

    /// Adds a call.
    fn add(&mut self, role: &RoleModel, usage: Usage) {
        let provider = self.settings.providers.get(&role.provider);
        let price = match self.prices.price(&role.model) {
            Some(price) => Some(price.of(&usage)),
            None => provider.is_some_and(ProviderSettings::is_local).then_some(0.0),
        };
        self.sum.requests += 1;
        self.sum.in_a_row += 1;
        self.sum.usage += usage;
        self.sum.price = self.sum.price.zip(price).map(|(sum, price)| sum + price);
    }
}
