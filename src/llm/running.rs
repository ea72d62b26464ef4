//! A call while it is under way: its row for the ledger grows with it, and is handed over at the
//! end, whatever the end was.

use std::time::Duration;

use serde_json::Value;
use tokio::time::Instant;

use super::ask::{Answer, Ask};
use super::error::{Class, Failure};
use super::exchange::{Answered, Broken, Meter};
use super::prices::Prices;
use super::record::{Exchanged, Host, Record};
use super::request::Request;
use super::settings::ProviderKind;
use super::usage::Usage;
use super::veil::Veil;

/// A call under way. Dropped before its end, it is recorded as cancelled.
pub(super) struct Running<'a> {
    host: &'a dyn Host,
    prices: &'a Prices,
    request: &'a Request,
    veil: &'a Veil,
    sent: &'a Value,
    began: Instant,
    pub(super) record: Record,
    /// What was said so far.
    pub(super) text: String,
    ended: bool,
}

impl<'a> Running<'a> {
    pub(super) fn new(
        host: &'a dyn Host,
        prices: &'a Prices,
        ask: &Ask<'a>,
        request: &'a Request,
        sent: &'a Value,
        (provider, kind, model): (&str, ProviderKind, &str),
    ) -> Self {
        let record = Record {
            at: host.now(),
            viewer: ask.viewer.clone(),
            role: ask.role,
            job: ask.job.cloned(),
            provider: provider.to_owned(),
            kind,
            model: model.to_owned(),
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
            host,
            prices,
            request,
            veil: ask.veil,
            sent,
            began: Instant::now(),
            record,
            text: String::new(),
            ended: false,
        }
    }

    pub(super) fn failure(&self, broken: &Broken) -> Failure {
        Failure {
            class: broken.class.clone(),
            provider: self.record.provider.as_str().into(),
            model: self.record.model.as_str().into(),
            detail: broken.detail.as_str().into(),
            id: self.host.fresh_id().into(),
        }
    }

    pub(super) fn failed(mut self, broken: &Broken) -> Failure {
        let failure = self.failure(broken);
        self.record.outcome = failure.class.id();
        self.record.error = Some(failure.id.to_string());
        tracing::warn!(error = &*failure.id, role = self.record.role.name(), "{failure}");
        self.end(None, Some(failure.to_string()));
        failure
    }

    pub(super) fn answered(mut self, answered: Answered) -> Answer {
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
        } else if self.record.meter.first.is_some() && self.record.meter.usage == Usage::default() {
            // it was being answered, so it is billed, but nobody said how much
            None
        } else {
            self.prices.price(&self.record.model).map(|it| it.of(&self.record.meter.usage))
        };
        self.host.note(&self.record);
        if !replayed && self.record.meter.bytes_out > 0 {
            self.host.keep(&Exchanged {
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
