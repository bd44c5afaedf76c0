//! Addresses as people type them.

use std::fmt;

use super::address::Address;
use super::references::typed_address;
use crate::law::{Language, Locator, Outline, comparison_form};

/// The address of a provision as a person types it: `6(4)(a)`, `art. 6 lid 4 onder a`, `Annex III(1)(a)`,
/// `bijlage III, punt 1`, `art_6/par_4`, or the term of a definition: `definition of 'AI system'`.
///
/// What it means is decided by the version in which it is looked up: see [`TypedLocator::resolve`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedLocator {
    typed: String,
    readings: Vec<Reading>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Reading {
    Stored(Locator),
    Address(Address),
    Term(String),
}

/// The text is not the address of a provision.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "'{typed}' is not the address of a provision: write it as in a citation ('Article 6(4), point (a)', '6(4)(a)', 'Annex III, point 1') or as art_6/par_4/pnt_a"
)]
pub struct TypedLocatorError {
    /// What was typed.
    pub typed: String,
}

/// An address that does not lead to one provision.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unresolved {
    /// The version has no such provision.
    #[error("'{typed}' is not in {version}")]
    Nowhere {
        /// What was typed.
        typed: String,
        /// The name of the version.
        version: String,
        /// Provisions nearby that the version has.
        nearest: Vec<Locator>,
    },
    /// The version has several.
    #[error("'{typed}' can be several provisions of {version}")]
    Several {
        /// What was typed.
        typed: String,
        /// The name of the version.
        version: String,
        /// All of them.
        candidates: Vec<Locator>,
    },
}

impl TypedLocator {
    /// Reads what a person typed, in any of the languages.
    ///
    /// # Errors
    /// Words that are no address in any form.
    pub fn read(typed: &str) -> Result<TypedLocator, TypedLocatorError> {
        let trimmed = typed.trim();
        let mut readings = Vec::new();
        if let Ok(locator) = trimmed.parse() {
            readings.push(Reading::Stored(locator));
        } else {
            for language in Language::ALL {
                if let Some(address) = typed_address(trimmed, language) {
                    let reading = Reading::Address(address);
                    if !readings.contains(&reading) {
                        readings.push(reading);
                    }
                }
            }
            readings.extend(term(trimmed).map(Reading::Term));
        }
        if readings.is_empty() {
            return Err(TypedLocatorError { typed: typed.chars().take(80).collect() });
        }
        Ok(TypedLocator { typed: trimmed.to_owned(), readings })
    }

    /// The provision of a version that is meant.
    ///
    /// # Errors
    /// None, or more than one.
    pub fn resolve(&self, outline: &Outline<'_>, version: &str) -> Result<Locator, Unresolved> {
        let mut candidates: Vec<Locator> = Vec::new();
        for reading in &self.readings {
            let found: Vec<Locator> = match reading {
                Reading::Stored(locator) => {
                    outline.get(locator).map(|placed| placed.locator.clone()).into_iter().collect()
                }
                Reading::Address(address) => {
                    address.resolve(outline).into_iter().map(|placed| placed.locator.clone()).collect()
                }
                Reading::Term(term) => defined(term, outline),
            };
            for locator in found {
                if !candidates.contains(&locator) {
                    candidates.push(locator);
                }
            }
        }
        let (typed, version) = (self.typed.clone(), version.to_owned());
        match candidates.len() {
            1 => Ok(candidates.remove(0)),
            0 => Err(Unresolved::Nowhere { nearest: self.nearest(outline), typed, version }),
            _ => Err(Unresolved::Several { typed, version, candidates }),
        }
    }

    /// What is there on the way to what is not: the longest part of the address that exists, and its children.
    fn nearest(&self, outline: &Outline<'_>) -> Vec<Locator> {
        for reading in &self.readings {
            let mut steps = match reading {
                Reading::Address(address) => address.clone(),
                Reading::Stored(locator) => Address {
                    steps: locator
                        .segments()
                        .iter()
                        .map(|s| super::Step { kind: Some(s.kind), number: s.number.clone(), occurrence: s.occurrence })
                        .collect(),
                },
                Reading::Term(_) => continue,
            };
            let wanted = steps.steps.last().and_then(|step| step.number.clone());
            while steps.steps.pop().is_some() && !steps.steps.is_empty() {
                if let [above] = steps.resolve(outline)[..] {
                    let below = |locator: &Locator| locator.parent().as_ref() == Some(&above.locator);
                    let mut near: Vec<Locator> =
                        outline.all().iter().map(|placed| placed.locator.clone()).filter(below).take(6).collect();
                    near.insert(0, above.locator.clone());
                    return near;
                }
            }
            let Some(wanted) = wanted.and_then(|number| leading_figure(number.as_str())) else { continue };
            let root = match reading {
                Reading::Address(address) => address.segments().first().map(|segment| segment.kind),
                Reading::Stored(locator) => locator.segments().first().map(|segment| segment.kind),
                Reading::Term(_) => None,
            };
            let mut near: Vec<(u32, Locator)> = outline
                .all()
                .iter()
                .filter(|placed| placed.locator.segments().len() == 1 && Some(placed.locator.last().kind) == root)
                .filter_map(|placed| {
                    let number = placed.locator.last().number.as_ref()?;
                    Some((leading_figure(number.as_str())?.abs_diff(wanted), placed.locator.clone()))
                })
                .collect();
            near.sort();
            if !near.is_empty() {
                return near.into_iter().take(3).map(|(_, locator)| locator).collect();
            }
        }
        Vec::new()
    }
}

fn leading_figure(number: &str) -> Option<u32> {
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    number[..digits].parse().ok()
}

/// The term in `definition of 'AI system'`, `definitie van AI-systeem`, or in quotation marks alone.
fn term(typed: &str) -> Option<String> {
    let folded = comparison_form(typed);
    for language in Language::ALL {
        let opening = crate::languages::vocabulary(language).provisions.definition_of;
        if let Some(rest) = folded.to_lowercase().strip_prefix(opening) {
            let term = rest.trim().trim_matches('\'').trim();
            return (!term.is_empty()).then(|| term.to_owned());
        }
    }
    let quoted = folded.strip_prefix('\'')?.strip_suffix('\'')?.trim();
    (!quoted.is_empty()).then(|| quoted.to_lowercase())
}

fn defined(term: &str, outline: &Outline<'_>) -> Vec<Locator> {
    let names = |terms: &[String]| terms.iter().any(|known| comparison_form(known).to_lowercase() == term);
    outline.all().iter().filter(|placed| names(&placed.provision.terms)).map(|placed| placed.locator.clone()).collect()
}

impl fmt::Display for TypedLocator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.typed)
    }
}

impl std::str::FromStr for TypedLocator {
    type Err = TypedLocatorError;
    fn from_str(text: &str) -> Result<TypedLocator, TypedLocatorError> {
        TypedLocator::read(text)
    }
}
