//! What facets and their values are called.

use crate::domain::{Lang, Message};
use crate::language::Catalogue;
use crate::library::{Facet, FacetValue, Library};

/// Name of a facet.
#[must_use]
pub fn facet_name(facet: Facet, lang: Lang) -> String {
    let id = format!("facet-{}", facet.id());
    Catalogue::load(lang).text(&Message { id: id.into(), args: Vec::new() })
}

/// Name of a value of a facet.
#[must_use]
pub fn value_name(value: &FacetValue, library: &Library, lang: Lang) -> String {
    let prefix = match value.facet {
        Facet::Category => "category-",
        Facet::Partner => "partner-",
        Facet::Kind => "kind-",
        Facet::Visibility => "visibility-",
        other => {
            return other.catalogue().map_or_else(
                || value.id.to_string(),
                |kind| library.catalogues().name(kind, &value.id).get(lang).to_owned(),
            );
        }
    };
    let id = format!("{prefix}{}", value.id);
    Catalogue::load(lang).text(&Message { id: id.into(), args: Vec::new() })
}
