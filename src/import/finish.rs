//! The last steps of an import, the same for every format: provisions, provenance, checks.

use std::path::Path;

use super::IMPORTER;
use super::assemble::{Assembler, join_lines};
use super::blocks::{Block, Item, ItemKind};
use super::draft::Draft;
use super::error::ImportError;
use super::line::Line;
use super::raw::RawAct;
use super::report::ImportReport;
use super::source::checksum;
use crate::languages::vocabulary;
use crate::law::{
    AmendingAct, Celex, Date, Evidence, FORMAT, Fidelity, ImportRecord, Kind, Language, Number, Provision, Source,
    Stage, Version,
};
use crate::prose::{self, act_name};

/// A version with what its import met.
#[derive(Debug)]
pub struct Imported {
    /// The version. Its work's name is the CELEX number until a library gives it another.
    pub version: Version,
    /// What the import met that its reader should know of.
    pub report: ImportReport,
}

/// Who a version is.
pub(super) struct Identity {
    /// The document as people cite it, where that is not the act itself.
    pub document: Option<String>,
    pub celex: Celex,
    pub stage: Stage,
    pub date: Date,
    pub language: Language,
    pub act_date: Option<Date>,
    pub eli: Option<String>,
    pub edition: Option<String>,
    pub amended_by: Vec<AmendingAct>,
    pub format: &'static str,
}

/// Reads a CELEX number found in a file.
pub(super) fn celex(text: &str, path: &Path) -> Result<Celex, ImportError> {
    Celex::parse(text).map_err(|source| ImportError::Celex { path: path.to_owned(), source })
}

const LICENCE: &str =
    "© European Union; reuse under Commission Decision 2011/833/EU. Only the Official Journal is authentic.";

/// Makes a version of what was read.
pub(super) fn finish(
    path: &Path,
    identity: Identity,
    raw: RawAct,
    mut report: ImportReport,
    files: &[impl AsRef<[u8]>],
) -> Result<Imported, ImportError> {
    let assembler = Assembler { language: identity.language };
    let trail = raw.trail;
    let settle = |drafts: Vec<Draft>| drafts.into_iter().map(|draft| draft.settle(&trail)).collect::<Vec<Provision>>();
    let worded = |kind: Kind, line: Line| {
        let mut draft = Draft::new(kind);
        draft.text = Some(line);
        draft
    };

    let title = join_lines(raw.title).map(|line| worded(Kind::ActTitle, line)).into_iter().collect();
    let mut preamble: Vec<Draft> = Vec::new();
    preamble.extend(raw.preamble_opening.into_iter().map(|line| worded(Kind::SolemnForm, line)));
    preamble.extend(raw.citations.into_iter().map(|line| worded(Kind::Citation, line)));
    preamble.extend(raw.recital_opening.into_iter().map(|line| worded(Kind::SolemnForm, line)));
    preamble.extend(raw.preamble_closing.into_iter().map(|line| worded(Kind::SolemnForm, line)));
    let recitals = recitals(raw.recitals, &assembler, &mut report);
    let mut body = raw.body;
    let mut concluding = Vec::new();
    while let Some(line) = take_concluding(&mut body, identity.language) {
        concluding.insert(0, line);
    }
    let body = assembler.body(body);
    let closing = concluding.into_iter().chain(raw.closing).map(|line| worded(Kind::ConcludingFormula, line)).collect();
    let annexes = assembler.annexes(raw.annexes);

    let document = identity.document.unwrap_or_else(|| act_name(&identity.celex, Language::En));
    let eli = identity.eli.or_else(|| {
        let path = identity.celex.eli()?;
        match identity.stage {
            Stage::Oj => Some(format!("{path}/oj")),
            Stage::Consolidated => Some(format!("{path}/{}", identity.date)),
            _ => None,
        }
    });
    let mut version = Version {
        format: FORMAT,
        work: identity.celex.to_string(),
        stage: identity.stage,
        date: identity.date,
        language: identity.language,
        fidelity: Fidelity::Verbatim,
        source: Source {
            document,
            url: eli.as_ref().map(|eli| format!("https://eur-lex.europa.eu/eli/{eli}")),
            celex: identity.celex,
            eli,
            act_date: identity.act_date,
            edition: identity.edition,
            amended_by: identity.amended_by,
            licence: LICENCE.to_owned(),
            caution: None,
            checked_against: Vec::new(),
            import: Some(ImportRecord {
                file: path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned(),
                format: identity.format.to_owned(),
                size: files.iter().map(|file| file.as_ref().len() as u64).sum(),
                sha256: checksum(files),
                importer: IMPORTER.to_owned(),
            }),
        },
        derived: None,
        title: settle(title),
        preamble: settle(preamble),
        recitals: settle(recitals),
        body: settle(body),
        closing: settle(closing),
        evidence: Evidence::default(),
        correspondences: Vec::new(),
        duties: Vec::new(),
        deadlines: Vec::new(),
        deadlines_of: Vec::new(),
        annexes: settle(annexes),
    };
    name_deleted_articles(&mut version.body, None, None);
    number_first_paragraphs(&mut version.body, &mut report);
    prose::define_terms(&mut version);
    prose::note_marks(&mut version, &|_| true);
    match version.defects().into_iter().next() {
        Some(defect) => Err(ImportError::Unsound { path: path.to_owned(), defect }),
        None => Ok(Imported { version, report }),
    }
}

/// Makes what a page shows as deleted between articles the articles that it was: pages leave only a sign there, and the
/// numbers around it tell which it were where they leave room for just as many.
fn name_deleted_articles(siblings: &mut [Provision], before: Option<u32>, after: Option<u32>) {
    let is_remnant = |provision: &Provision| {
        provision.kind == Kind::Paragraph && provision.is_deleted() && provision.number.is_none()
    };
    for at in 0..siblings.len() {
        let (past, rest) = siblings.split_at_mut(at);
        let Some((here, future)) = rest.split_first_mut() else { return };
        let last = past.iter().rev().find_map(|sibling| article_numbers(sibling).last().copied()).or(before);
        let next = future.iter().find_map(|sibling| article_numbers(sibling).first().copied()).or(after);
        if here.kind.is_division() {
            name_deleted_articles(&mut here.children, last, next);
        } else if is_remnant(here) {
            // The article of the remnant before is known already.
            let more = future.iter().take_while(|sibling| is_remnant(sibling)).count();
            let fits = last.zip(next).filter(|(last, next)| next.checked_sub(*last) == u32::try_from(more + 2).ok());
            here.kind = Kind::Article;
            here.number = fits.and_then(|(last, _)| usize::try_from(last + 1).ok()).map(Number::ordinal);
        }
    }
}

/// The figures of the numbers of the articles in a division, or of an article itself.
fn article_numbers(provision: &Provision) -> Vec<u32> {
    let figures = |number: &Number| {
        let text = number.as_str();
        text[..text.bytes().take_while(u8::is_ascii_digit).count()].parse().ok()
    };
    match provision.kind {
        Kind::Article => provision.number.as_ref().and_then(figures).into_iter().collect(),
        kind if kind.is_division() => provision.children.iter().flat_map(article_numbers).collect(),
        _ => Vec::new(),
    }
}

/// Gives a paragraph without a number that stands before paragraph 2 the number 1: pages leave the number out where an
/// amending act wrote nothing else.
fn number_first_paragraphs(provisions: &mut [Provision], report: &mut ImportReport) {
    for provision in provisions {
        if provision.kind != Kind::Article {
            number_first_paragraphs(&mut provision.children, report);
            continue;
        }
        let mut present = provision.children.iter_mut().filter(|child| !child.is_deleted());
        let (Some(first), Some(second)) = (present.next(), present.next()) else { continue };
        let is_second = second.number.as_ref().is_some_and(|number| number.as_str() == "2");
        if first.kind == Kind::Paragraph && first.number.is_none() && is_second && second.kind == Kind::Paragraph {
            first.number = Some(Number::ordinal(1));
            let article = provision.label.as_deref().unwrap_or_default();
            report.doubt(format!(
                "{article}: the paragraph before paragraph 2 has no number in the file; taken as paragraph 1"
            ));
        }
    }
}

/// Takes the last block of text off the enacting terms where it is a concluding formula, which old consolidations do
/// not set apart.
fn take_concluding(blocks: &mut Vec<Block>, language: Language) -> Option<Line> {
    let within = match blocks.last_mut()? {
        Block::Text(line) => {
            let start = line.text.to_lowercase();
            let concludes = vocabulary(language).acts.concluding.iter().any(|words| start.starts_with(words));
            return match blocks.pop_if(|_| concludes)? {
                Block::Text(line) => Some(line),
                _ => None,
            };
        }
        Block::Article(article) => &mut article.blocks,
        Block::Division(division) => &mut division.blocks,
        Block::Item(item) => &mut item.blocks,
        _ => return None,
    };
    take_concluding(within, language)
}

fn recitals(blocks: Vec<Block>, assembler: &Assembler, report: &mut ImportReport) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    for block in blocks {
        match block {
            Block::Item(item) => drafts.push(assembler.recital(item)),
            Block::Text(line) => {
                // Recitals without numbers are numbered by their place, as they are cited.
                let label = Line::default();
                let mut draft =
                    assembler.recital(Item { kind: ItemKind::Point, label, blocks: vec![Block::Text(line)] });
                draft.number = Some(Number::ordinal(drafts.len() + 1));
                drafts.push(draft);
            }
            _ => report.doubt("something other than a recital stands among the recitals".to_owned()),
        }
    }
    drafts
}
