//! Which language to speak: `--lang`, then `PLANWRIGHT_LANG`, then the file, then the locale.

use crate::domain::Lang;

use super::error::{Fault, Origin};
use super::scope::{Said, Scope};
use super::{Environment, Flags};

/// Takes the language out of the file's top table and everything that wins over it.
pub(super) fn take(scope: &mut Scope<'_>, flags: &Flags, environment: &Environment) -> Lang {
    let said = scope.text("language");
    let flag = flags
        .lang
        .as_ref()
        .map(|value| Said { value: value.clone(), origin: Origin::Flag("--lang") });
    let Some(said) = flag.or(said) else { return of_locale(environment) };
    Lang::from_locale(&said.value).unwrap_or_else(|| {
        let allowed = Lang::ALL.map(|lang| lang.code().to_owned()).to_vec();
        let fault = Fault::NotOneOf { value: said.value, allowed };
        scope.problem(said.origin, "language", fault);
        of_locale(environment)
    })
}

/// The language of the locale. As in POSIX the first variable that is set decides, even when it
/// names a language we do not speak; then it is English.
pub(super) fn of_locale(environment: &Environment) -> Lang {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| environment.get(name))
        .and_then(Lang::from_locale)
        .unwrap_or_default()
}

/// The best guess before anything was checked: the language in which a broken configuration is
/// complained about, and help is described.
#[must_use]
pub fn preferred(flags: &Flags, environment: &Environment) -> Lang {
    flags
        .lang
        .as_deref()
        .or_else(|| environment.get("PLANWRIGHT_LANG"))
        .and_then(Lang::from_locale)
        .unwrap_or_else(|| of_locale(environment))
}
