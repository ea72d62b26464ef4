//! No subcommand: opens the screens, where there is a terminal to open them in.

use crate::domain::Message;

use super::context::Context;
use super::error::{CliError, Exit};

pub(super) fn open(context: &mut Context<'_>) -> Result<Exit, CliError> {
    if !(context.terminal.input && context.terminal.output) {
        return Err(CliError::Usage(Message::new("cli-no-terminal")));
    }
    Err(CliError::Failed(Message::new("cli-no-screens")))
}
