//! Finds and reads the configuration file, then has it checked.

use std::path::{Path, PathBuf};

use crate::domain::Lang;

use super::error::{ConfigError, Fault, Origin};
use super::raw::{self, RawTable};
use super::{Environment, Flags, Settings, check, language};

/// Which files a process would use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Files {
    /// The configuration file: named, or the default place.
    pub config: Option<PathBuf>,
    /// Whether it must exist because somebody named it.
    required: bool,
}

impl Files {
    /// `--config`, else `PLANWRIGHT_CONFIG`, else `planwright/config.toml` in the configuration
    /// folder.
    #[must_use]
    pub fn choose(environment: &Environment, flags: &Flags) -> Self {
        let named = flags
            .config
            .clone()
            .or_else(|| environment.get("PLANWRIGHT_CONFIG").map(PathBuf::from));
        let required = named.is_some();
        let config = named.or_else(|| Some(environment.config_dir()?.join("config.toml")));
        Self { config, required }
    }
}

/// Reads and checks the configuration. The language beside the error is the one to say it in.
///
/// # Errors
/// Every problem found, each with file and line, variable or option.
pub fn load(environment: &Environment, flags: &Flags) -> Result<Settings, (ConfigError, Lang)> {
    let files = Files::choose(environment, flags);
    let complain = |error| (error, language::preferred(flags, environment));
    let table = match &files.config {
        Some(path) => read(path, files.required).map_err(complain)?,
        None => None,
    };
    let file = table.is_some().then_some(files.config.as_deref()).flatten();
    check::check(file, table.as_ref(), environment, flags).map_err(complain)
}

fn read(path: &Path, required: bool) -> Result<Option<RawTable>, ConfigError> {
    let origin = |line| Origin::File { path: path.to_path_buf(), line };
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if !required && error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => {
            let fault = Fault::Unreadable { detail: error.to_string() };
            return Err(ConfigError::one(origin(1), "config", fault));
        }
    };
    raw::parse(&text).map(Some).map_err(|error| {
        ConfigError::one(origin(error.line), "config", Fault::Syntax { detail: error.detail })
    })
}
