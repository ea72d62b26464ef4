//! A plan as one HTML page to print or to open anywhere: no script, nothing loaded from elsewhere.

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior};

use super::Sheet;
use crate::domain::{Explain, Message};

const TEMPLATE: &str = include_str!("../../data/templates/sheet.html");

/// The template does not fit the sheet.
#[derive(Debug, thiserror::Error)]
#[error("the printable sheet cannot be made ({0}); reinstall planwright")]
pub struct SheetError(#[from] minijinja::Error);

impl Explain for SheetError {
    fn message(&self) -> Message {
        Message::new("export-sheet").with("reason", self.0.to_string())
    }
}

/// The sheet as a whole HTML document.
///
/// # Errors
/// [`SheetError`] when the binary was built with a template that does not fit; a test keeps that
/// from being released.
pub fn html(sheet: &Sheet) -> Result<String, SheetError> {
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?);
    environment.add_template("sheet.html", TEMPLATE)?;
    Ok(environment.get_template("sheet.html")?.render(Serde(sheet))?)
}
