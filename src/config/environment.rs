//! What the process was started with: variables and base directories, read once in `main` and
//! handed on as a value so that everything behind it can be tried with any other environment.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

/// Variables and base directories of one process.
#[derive(Clone, Default)]
pub struct Environment {
    variables: BTreeMap<String, String>,
    home: Option<PathBuf>,
    config_home: Option<PathBuf>,
    data_home: Option<PathBuf>,
    state_home: Option<PathBuf>,
}

impl Environment {
    /// The environment of this process. Variables that are not UTF-8 are left out.
    #[must_use]
    pub fn of_process() -> Self {
        let variables = std::env::vars_os()
            .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
            .collect();
        let Ok(base) = etcetera::choose_base_strategy() else {
            return Self { variables, ..Self::default() };
        };
        Self {
            variables,
            home: Some(base.home_dir().to_path_buf()),
            config_home: Some(base.config_dir()),
            data_home: Some(base.data_dir()),
            state_home: base.state_dir().or_else(|| Some(base.data_dir())),
        }
    }

    /// An environment of these variables, with every base directory below `home`.
    #[must_use]
    pub fn below(home: &Path, variables: &[(&str, &str)]) -> Self {
        Self {
            variables: variables
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect(),
            home: Some(home.to_path_buf()),
            config_home: Some(home.join(".config")),
            data_home: Some(home.join(".local/share")),
            state_home: Some(home.join(".local/state")),
        }
    }

    /// The value of a variable; an empty one counts as not set.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.variables.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }

    /// Every set variable whose name starts with `prefix`, by name.
    pub fn starting_with<'a>(
        &'a self,
        prefix: &'a str,
    ) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.variables
            .iter()
            .filter(move |(name, value)| name.starts_with(prefix) && !value.is_empty())
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The login name, where the system says one.
    #[must_use]
    pub fn user(&self) -> Option<&str> {
        self.get("LOGNAME").or_else(|| self.get("USER")).or_else(|| self.get("USERNAME"))
    }

    /// The home directory.
    #[must_use]
    pub fn home(&self) -> Option<&Path> {
        self.home.as_deref()
    }

    /// The system's folder for temporary files.
    #[must_use]
    pub fn temporary_dir(&self) -> PathBuf {
        self.get("TMPDIR").map_or_else(std::env::temp_dir, PathBuf::from)
    }

    /// Our folder for configuration.
    #[must_use]
    pub fn config_dir(&self) -> Option<PathBuf> {
        Some(self.config_home.as_ref()?.join("planwright"))
    }

    /// Our folder for the database.
    #[must_use]
    pub fn data_dir(&self) -> Option<PathBuf> {
        Some(self.data_home.as_ref()?.join("planwright"))
    }

    /// Our folder for logs and transcripts.
    #[must_use]
    pub fn state_dir(&self) -> Option<PathBuf> {
        Some(self.state_home.as_ref()?.join("planwright"))
    }
}

/// Values may be secrets: only their number is shown.
impl fmt::Debug for Environment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Environment")
            .field("variables", &self.variables.len())
            .field("home", &self.home)
            .finish_non_exhaustive()
    }
}
