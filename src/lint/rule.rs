//! The rules by name: codes, severities and texts, read once from `data/lint_rules.json`.
//! What a rule checks stands in the file of its family.

use std::fmt;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use crate::domain::Lang;

/// How much a finding matters. The order is meaningful.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// A hint.
    Info,
    /// To be looked at.
    Warn,
    /// To be mended before the plan is used.
    Error,
}

impl Severity {
    /// `info`, `warn` or `error`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warn => "warn",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

/// What a rule looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RuleScope {
    /// One set of an item.
    Set,
    /// An item with its prescription.
    Item,
    /// A section.
    Section,
    /// A unit.
    Unit,
    /// A week.
    Week,
    /// The whole program.
    Program,
    /// The answer of a model as it came.
    Response,
    /// A free text.
    Text,
}

macro_rules! codes {
    ($($variant:ident = $id:literal),+ $(,)?) => {
        /// The stable code of a rule.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum Code {
            $(#[doc = concat!("`", $id, "`, see `data/lint_rules.json`.")] #[serde(rename = $id)] $variant),+
        }

        impl Code {
            /// Every code, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code as coaches see it.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id),+ }
            }

            /// The code with this name.
            #[must_use]
            pub fn from_id(id: &str) -> Option<Self> {
                match id { $($id => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

codes! {
    Str001 = "STR001", Str002 = "STR002", Str003 = "STR003", Str004 = "STR004",
    Str005 = "STR005", Str006 = "STR006", Str007 = "STR007", Str008 = "STR008",
    Str009 = "STR009", Str010 = "STR010", Str011 = "STR011", Str012 = "STR012",
    Str013 = "STR013", Str014 = "STR014", Str015 = "STR015",
    Eqp001 = "EQP001", Eqp002 = "EQP002", Eqp003 = "EQP003",
    Saf001 = "SAF001", Saf002 = "SAF002", Saf003 = "SAF003", Saf004 = "SAF004",
    Saf005 = "SAF005", Saf006 = "SAF006", Saf007 = "SAF007", Saf008 = "SAF008",
    Saf009 = "SAF009", Saf010 = "SAF010",
    Vol001 = "VOL001", Vol002 = "VOL002", Vol003 = "VOL003", Vol004 = "VOL004",
    Vol005 = "VOL005", Vol006 = "VOL006", Vol007 = "VOL007",
    Lod001 = "LOD001", Lod002 = "LOD002", Lod003 = "LOD003", Lod004 = "LOD004",
    Lod005 = "LOD005", Lod006 = "LOD006", Lod007 = "LOD007", Lod008 = "LOD008",
    Lod009 = "LOD009", Lod010 = "LOD010",
    Bal001 = "BAL001", Bal002 = "BAL002", Bal003 = "BAL003", Bal004 = "BAL004",
    Bal005 = "BAL005", Bal006 = "BAL006", Bal007 = "BAL007",
    Ord001 = "ORD001", Ord002 = "ORD002", Ord003 = "ORD003", Ord004 = "ORD004",
    Ord005 = "ORD005", Ord006 = "ORD006",
    Pre001 = "PRE001", Pre002 = "PRE002", Pre003 = "PRE003", Pre004 = "PRE004",
    Pre005 = "PRE005", Pre006 = "PRE006", Pre007 = "PRE007", Pre008 = "PRE008",
    Pre009 = "PRE009", Pre010 = "PRE010", Pre011 = "PRE011", Pre012 = "PRE012",
    Pre013 = "PRE013", Pre014 = "PRE014", Pre015 = "PRE015",
    Prg001 = "PRG001", Prg002 = "PRG002", Prg003 = "PRG003", Prg004 = "PRG004",
    Prg005 = "PRG005", Prg006 = "PRG006",
    Grp001 = "GRP001", Grp002 = "GRP002", Grp003 = "GRP003", Grp004 = "GRP004",
    Grp005 = "GRP005", Grp006 = "GRP006", Grp007 = "GRP007", Grp008 = "GRP008",
    Grp009 = "GRP009", Grp010 = "GRP010", Grp011 = "GRP011", Grp012 = "GRP012",
    Grp013 = "GRP013", Grp014 = "GRP014", Grp015 = "GRP015",
    Llm001 = "LLM001", Llm002 = "LLM002", Llm003 = "LLM003", Llm004 = "LLM004",
    Llm005 = "LLM005", Llm006 = "LLM006", Llm007 = "LLM007", Llm008 = "LLM008",
    Llm009 = "LLM009", Llm010 = "LLM010", Llm011 = "LLM011", Llm012 = "LLM012",
    Llm013 = "LLM013",
    Imp001 = "IMP001", Imp002 = "IMP002", Imp003 = "IMP003", Imp004 = "IMP004",
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

/// A row of `data/lint_rules.json`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Rule {
    /// The code.
    pub id: Code,
    /// `error`, `warn`, `info`; `error/warn` where the amount decides.
    pub severity: String,
    /// What the rule looks at.
    pub scope: RuleScope,
    /// When it fires.
    pub condition: String,
    /// The same in German.
    pub condition_de: String,
    /// The English text.
    pub message_en: String,
    /// The German text.
    pub message_de: String,
    /// How it is mended.
    pub fix: String,
    /// The same in German.
    pub fix_de: String,
    /// Where the number comes from.
    pub source: String,
}

impl Rule {
    /// When it fires, in a language.
    #[must_use]
    pub fn condition_in(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.condition,
            Lang::De => &self.condition_de,
        }
    }

    /// How it is mended, in a language.
    #[must_use]
    pub fn fix_in(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.fix,
            Lang::De => &self.fix_de,
        }
    }

    /// The severity the rule starts from; a rule may raise or lower it by the amount.
    #[must_use]
    pub fn usual(&self) -> Severity {
        match self.severity.as_str() {
            "info" => Severity::Info,
            "warn" => Severity::Warn,
            _ => Severity::Error,
        }
    }
}

/// All rules, in the order of the table. Empty only if the embedded file were broken, which the
/// tests rule out.
#[must_use]
pub fn rules() -> &'static [Rule] {
    static RULES: OnceLock<Vec<Rule>> = OnceLock::new();
    RULES.get_or_init(|| {
        serde_json::from_str(include_str!("../../data/lint_rules.json")).unwrap_or_default()
    })
}

/// The row of one rule.
#[must_use]
pub fn rule(code: Code) -> Option<&'static Rule> {
    rules().get(code as usize).filter(|rule| rule.id == code)
}

impl Code {
    /// The severity the rule starts from.
    #[must_use]
    pub fn severity(self) -> Severity {
        rule(self).map_or(Severity::Warn, Rule::usual)
    }
}
