//! The prompts: embedded, with the coach's own files in their place where there are some. A
//! prompt's version is the hash of its text, and goes into every record of what it was used for.
//!
//! A file holds the instructions, a line `---`, and what is said; both are minijinja templates. An
//! empty file of one's own switches the prompt off, as its name under `llm.prompts.off` does.

use minijinja::{Environment, UndefinedBehavior, Value};
use sha2::{Digest, Sha256};

use crate::llm::{Class, Failure, PromptId, PromptSettings};

/// A prompt, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prompt {
    /// Order of suggestions.
    Rerank,
    /// What a query means.
    Intent,
    /// Unclear lines of an import.
    Parse,
    /// A new exercise.
    Draft,
    /// The base conversation of generation.
    Principles,
    /// Outline of a program.
    ProgramOutline,
    /// A week of a program.
    ProgramWeek,
    /// A single unit.
    Unit,
    /// A single unit in plain words.
    UnitProse,
    /// A unit in plain words, brought into the form.
    UnitStructure,
}

impl Prompt {
    /// Every prompt.
    pub const ALL: [Self; 10] = [
        Self::Rerank,
        Self::Intent,
        Self::Parse,
        Self::Draft,
        Self::Principles,
        Self::ProgramOutline,
        Self::ProgramWeek,
        Self::Unit,
        Self::UnitProse,
        Self::UnitStructure,
    ];

    /// Its name: that of its file, without the ending.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Rerank => "rerank",
            Self::Intent => "intent",
            Self::Parse => "parse",
            Self::Draft => "draft",
            Self::Principles => "training_principles_base",
            Self::ProgramOutline => "program_outline",
            Self::ProgramWeek => "program_week",
            Self::Unit => "unit",
            Self::UnitProse => "unit_prose",
            Self::UnitStructure => "unit_structure",
        }
    }

    /// The text that ships.
    #[must_use]
    pub const fn embedded(self) -> &'static str {
        match self {
            Self::Rerank => include_str!("../../prompts/rerank.md"),
            Self::Intent => include_str!("../../prompts/intent.md"),
            Self::Parse => include_str!("../../prompts/parse.md"),
            Self::Draft => include_str!("../../prompts/draft.md"),
            Self::Principles => include_str!("../../prompts/training_principles_base.md"),
            Self::ProgramOutline => include_str!("../../prompts/program_outline.md"),
            Self::ProgramWeek => include_str!("../../prompts/program_week.md"),
            Self::Unit => include_str!("../../prompts/unit.md"),
            Self::UnitProse => include_str!("../../prompts/unit_prose.md"),
            Self::UnitStructure => include_str!("../../prompts/unit_structure.md"),
        }
    }
}

/// A prompt with its values filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    /// Who the model shall be.
    pub instructions: String,
    /// What is said to it.
    pub text: String,
    /// Name and version.
    pub id: PromptId,
}

/// Fills a prompt in.
///
/// # Errors
/// [`Class::PromptOff`] when it is switched off, [`Class::PromptBroken`] when the coach's own file
/// cannot be read or is no template.
pub fn fill(prompt: Prompt, settings: &PromptSettings, values: &Value) -> Result<Filled, Failure> {
    let name = prompt.name();
    let off = || Failure::of(Class::PromptOff(name.to_owned()));
    let broken = |detail: String| Failure {
        detail: detail.into(),
        ..Failure::of(Class::PromptBroken(name.to_owned()))
    };
    if settings.off.contains(name) {
        return Err(off());
    }
    let own = own(prompt, settings).map_err(|error| broken(error.to_string()))?;
    let source = own.as_deref().unwrap_or(prompt.embedded());
    if source.trim().is_empty() {
        return Err(off());
    }
    let (instructions, text) = source
        .split_once("\n---\n")
        .ok_or_else(|| broken("no line --- between instructions and text".to_owned()))?;
    let mut environment = Environment::empty();
    // a misspelt value must not go out as an empty place
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    let render = |template: &str| {
        environment.render_str(template, values).map_err(|error| broken(error.to_string()))
    };
    let digest = Sha256::digest(source);
    let hash = crate::llm::hex(&digest, 6);
    Ok(Filled {
        instructions: render(instructions)?.trim().to_owned(),
        text: render(text)?.trim().to_owned(),
        id: PromptId { name: name.to_owned(), hash },
    })
}

/// The coach's own text, where there is one.
fn own(prompt: Prompt, settings: &PromptSettings) -> std::io::Result<Option<String>> {
    let Some(dir) = &settings.dir else { return Ok(None) };
    match std::fs::read_to_string(dir.join(format!("{}.md", prompt.name()))) {
        Ok(text) => Ok(Some(text.replace("\r\n", "\n"))),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Data between marks it cannot break out of.
#[must_use]
pub fn fenced(name: &str, text: &str) -> String {
    let text = text.replace("</data", "<\\/data").replace("<data", "<\\data");
    format!("<data name=\"{name}\">\n{text}\n</data>")
}
