//! Who a page is: act, language, date.

use regex::Regex;

use super::super::dom::Element;
use super::classes::has_class;
use crate::languages::vocabulary;
use crate::law::{AmendingAct, Celex, Date, Language};

/// The layouts of EUR-Lex pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) enum Generation {
    /// The Official Journal.
    OfficialJournal,
    /// A consolidation.
    Consolidation,
}

/// What a page says of itself.
#[derive(Debug)]
pub(in crate::import) struct PageData {
    pub generation: Generation,
    pub celex: Option<Celex>,
    /// The day of publication, or that from which a consolidation is valid.
    pub date: Option<Date>,
    pub signed: Option<Date>,
    pub language: Language,
    pub edition: Option<String>,
    pub amended_by: Vec<AmendingAct>,
    /// Set on the page that stands for the consolidation of a repealed act, which has no text.
    pub without_text: bool,
}

/// Reads the head of a page; `None` where it has neither layout.
pub(in crate::import) fn read_page_data(root: &Element) -> Option<PageData> {
    let reference = root.walk().find(|element| has_class(element, "reference"));
    match reference {
        Some(reference) => consolidation(root, &reference.line()),
        None => official_journal(root),
    }
}

/// '02024R1689 — EN — 27.07.2026 — 001.001'
fn consolidation(root: &Element, reference: &str) -> Option<PageData> {
    let mut parts = reference.split('—').map(str::trim);
    let number = parts.next()?;
    let language = Language::from_code(parts.next()?)?;
    let date = Date::from_day_first(parts.next()?);
    let edition = parts.next().map(str::to_owned);
    let number = if number.len() > 4 && number[..4].bytes().all(|b| b.is_ascii_digit()) && !number.starts_with("0") {
        // Older editions leave the sector out.
        format!("0{number}")
    } else {
        number.to_owned()
    };
    let title = title_lines(root);
    let without_text = root.walk().any(|element| has_class(element, "anonymous-disclaimer"));
    Some(PageData {
        generation: Generation::Consolidation,
        celex: Celex::parse(&number).ok(),
        date,
        signed: signed(&title, language),
        language,
        edition,
        amended_by: amending_acts(root),
        without_text,
    })
}

fn official_journal(root: &Element) -> Option<PageData> {
    let line_of = |class: &str| root.walk().find(|e| has_class(e, class)).map(Element::line);
    let language = Language::from_code(&line_of("hd-lg")?)?;
    let title = title_lines(root);
    Some(PageData {
        generation: Generation::OfficialJournal,
        celex: celex_of_title(&title, language),
        date: line_of("hd-date").and_then(|date| Date::from_day_first(&date)),
        signed: signed(&title, language),
        language,
        edition: None,
        amended_by: Vec::new(),
        without_text: false,
    })
}

/// The first lines of the act's title.
fn title_lines(root: &Element) -> String {
    let lines = root.walk().filter(|e| e.name == "p" && (has_class(e, "doc-ti") || has_class(e, "title-doc-first")));
    lines.take(3).map(Element::line).collect::<Vec<_>>().join(" ")
}

/// The day in the title: 'of 13 June 2024'.
fn signed(title: &str, language: Language) -> Option<Date> {
    crate::prose::dates(title, language).into_iter().next().map(|found| found.date)
}

/// The CELEX number of an act from its title: 'Regulation (EU) 2024/1689', 'Directive 2005/29/EC',
/// 'Regulation (EC) No 300/2008'.
///
/// Since 2015 the year stands first; before, it stood first for directives and second for regulations and decisions.
/// Source: Interinstitutional Style Guide, 1.2.2.
fn celex_of_title(title: &str, language: Language) -> Option<Celex> {
    let pattern = Regex::new(r"(?:^|[\s(])(\d{1,4})/(\d{1,4})\b").ok()?;
    let lower = title.to_lowercase();
    let kinds = vocabulary(language).acts.kinds;
    let (at, letter) = kinds.iter().filter_map(|(name, letter)| Some((lower.find(name)?, *letter))).min()?;
    let found = pattern.captures(title.get(at..)?)?;
    let (first, second): (u32, u32) = (found[1].parse().ok()?, found[2].parse().ok()?);
    let year_first = letter == 'L' || (first >= 2015 && found[1].len() == 4);
    let (year, number) = if year_first { (first, second) } else { (second, first) };
    let year = u16::try_from(year).ok()?;
    let year = if year < 100 { year + 1900 } else { year };
    Some(Celex::of_act(letter, year, number))
}

/// The list of amending acts at the head of a consolidation.
fn amending_acts(root: &Element) -> Vec<AmendingAct> {
    let mut acts = Vec::new();
    for row in root.walk().filter(|element| element.name == "tr") {
        let Some(sign) = row.walk().find(|e| e.name == "p" && (has_class(e, "arrow"))) else { continue };
        let text = sign.line();
        let sign_text = text.trim_start_matches(['►', '▼', ' ']).to_owned();
        if sign_text == "B" || !sign_text.starts_with(['M', 'C', 'A']) {
            continue;
        }
        let link = sign.walk().find(|e| e.name == "a").and_then(|a| a.attribute("title"));
        let title = row.walk().find(|e| e.classes().any(|class| class.starts_with("title-fam-member")));
        acts.extend(link.map(|celex| AmendingAct {
            celex: celex.trim().to_owned(),
            sign: Some(sign_text),
            title: title.map(Element::line).filter(|title| !title.is_empty()),
        }));
    }
    acts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_tell_the_number_of_the_act() {
        let cases = [
            ("REGULATION (EU) 2024/1689 OF THE EUROPEAN PARLIAMENT", Language::En, "32024R1689"),
            ("DIRECTIVE 2005/29/EC OF THE EUROPEAN PARLIAMENT", Language::En, "32005L0029"),
            ("COUNCIL REGULATION (EC) No 1346/2000 of 29 May 2000", Language::En, "32000R1346"),
            ("RÈGLEMENT (UE) No 910/2014 DU PARLEMENT EUROPÉEN", Language::Fr, "32014R0910"),
            ("DÉCISION N o 1359/2013/UE DU PARLEMENT", Language::Fr, "32013D1359"),
            ("DECISION (EU) 2015/1814 OF THE EUROPEAN PARLIAMENT", Language::En, "32015D1814"),
            ("VERORDENING (EU) 2024/1689 VAN HET EUROPEES PARLEMENT", Language::Nl, "32024R1689"),
            ("COUNCIL DIRECTIVE 2010/88/EU of 7 December 2010", Language::En, "32010L0088"),
        ];
        for (title, language, celex) in cases {
            assert_eq!(celex_of_title(title, language).map(|c| c.to_string()).as_deref(), Some(celex), "{title}");
        }
    }
}
