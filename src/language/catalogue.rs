//! The sentences planwright says, in both languages, from the Fluent files in `data/messages`.
//! A language is parsed when it is first asked for. Which sentence is said is decided elsewhere.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::{shown, write_number};
use crate::domain::{Arg, Lang, Message};

/// The message files of one language, one per module.
macro_rules! sources {
    ($lang:literal) => {
        sources!($lang: app, assist, cli, coaching, config, domain, export, frameworks, generation,
            generation_screens, import, language, library, library_screens, lint, llm, matching, models, notation,
            offer_screens, people, planner,
            retrieval, review, runtime, session, store, suggest_screens, training, view)
    };
    ($lang:literal: $($module:ident),+) => {
        &[$((
            stringify!($module),
            include_str!(concat!("../../data/messages/", $lang, "/", stringify!($module), ".ftl")),
        )),+]
    };
}

/// Module name and Fluent text of every message file of a language.
pub(super) const fn sources(lang: Lang) -> &'static [(&'static str, &'static str)] {
    match lang {
        Lang::En => sources!("en"),
        Lang::De => sources!("de"),
    }
}

/// Fraction digits a number keeps unless the sentence asks for fewer.
const FRACTION_DIGITS: usize = 2;

/// The messages of one language.
pub struct Catalogue {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl Catalogue {
    /// The catalogue of a language, parsed on first use and kept.
    #[must_use]
    pub fn load(lang: Lang) -> &'static Self {
        static EN: OnceLock<Catalogue> = OnceLock::new();
        static DE: OnceLock<Catalogue> = OnceLock::new();
        match lang {
            Lang::En => EN.get_or_init(|| Self::parse(lang)),
            Lang::De => DE.get_or_init(|| Self::parse(lang)),
        }
    }

    fn parse(lang: Lang) -> Self {
        let locale: LanguageIdentifier = lang.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // isolating marks are bidi controls, which no terminal text may hold
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match lang {
            Lang::En => |value, _| number(value, Lang::En),
            Lang::De => |value, _| number(value, Lang::De),
        }));
        // the results are empty for the files we ship: a test parses every one of them
        let _ = bundle.add_builtins();
        for (_, text) in sources(lang) {
            let resource = match FluentResource::try_new((*text).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            let _ = bundle.add_resource(resource);
        }
        Self { lang, bundle }
    }

    /// The language the catalogue speaks.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// The sentence for a message. A key that is missing stands for itself. Values are made fit
    /// to be shown on one line.
    #[must_use]
    pub fn text(&self, message: &Message) -> String {
        let mut args = FluentArgs::with_capacity(message.args.len());
        for (name, arg) in &message.args {
            args.set(name.as_ref(), self.value(arg));
        }
        self.render(&message.id, &args)
    }

    /// The sentence for a key that takes no values.
    #[must_use]
    pub fn say(&self, id: &'static str) -> String {
        self.render(id, &FluentArgs::new())
    }

    /// Whether there is a sentence for this key.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    fn value(&self, arg: &Arg) -> FluentValue<'static> {
        match arg {
            Arg::Number(number) => FluentValue::from(*number),
            Arg::Text(text) => FluentValue::from(shown(text).into_string()),
            Arg::Name(name) => FluentValue::from(shown(name.get(self.lang)).into_string()),
            Arg::Message(message) => FluentValue::from(self.text(message)),
        }
    }

    fn render(&self, id: &str, args: &FluentArgs) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return shown(id).into_string();
        };
        // a value the sentence asks for and the message lacks is written as its name
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(args), &mut errors).into_owned()
    }
}

/// Numbers inside sentences: the language's decimal sign, no trailing zeros.
fn number(value: &FluentValue, lang: Lang) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let digits = number.options.maximum_fraction_digits.unwrap_or(FRACTION_DIGITS);
    Some(write_number(number.value, digits, lang))
}
