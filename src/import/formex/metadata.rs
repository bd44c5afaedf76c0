//! Who an act is: numbers, dates, language.

use super::super::dom::Element;
use crate::law::{AmendingAct, Celex, Date, Language};

/// What a document wrapper (`DOC`) says of an act of the Official Journal.
#[derive(Debug)]
pub(in crate::import) struct DocumentData {
    pub celex: Option<Celex>,
    pub eli: Option<String>,
    pub published: Option<Date>,
    pub signed: Option<Date>,
    pub language: Option<Language>,
    /// The names of the act's file and its annexes' files, in order.
    pub files: Vec<String>,
}

/// What a consolidation says of itself.
#[derive(Debug)]
pub(in crate::import) struct ConsolidationData {
    pub celex: Option<String>,
    pub signed: Option<Date>,
    pub valid_from: Option<Date>,
    pub language: Option<Language>,
    pub edition: Option<String>,
    pub amended_by: Vec<AmendingAct>,
}

/// Reads a document wrapper.
pub(in crate::import) fn read_document_data(doc: &Element) -> DocumentData {
    let main = doc.at("FMX/DOC.MAIN.PUB");
    let date = |element: Option<&Element>| element.and_then(|e| e.attribute("ISO")).and_then(Date::from_compact);
    let number = doc.at("BIB.DOC/NO.DOC");
    let celex = number.and_then(|number| {
        let year = number.child("YEAR")?.line().parse().ok()?;
        let current = number.child("NO.CURRENT")?.line().parse().ok()?;
        let kind = kind_letter(&main?.child("LEGAL.VALUE")?.line())?;
        Some(Celex::of_act(kind, year, current))
    });
    let parts = doc.child("FMX").into_iter().flat_map(Element::elements);
    let files = parts
        .filter(|part| matches!(part.name.as_str(), "DOC.MAIN.PUB" | "DOC.SUB.PUB"))
        .flat_map(|part| part.elements().filter(|e| e.name == "REF.PHYS" && e.attribute("TYPE") == Some("DOC.XML")))
        .filter_map(|file| file.attribute("FILE").map(str::to_owned))
        .collect();
    DocumentData {
        celex,
        eli: doc.at("BIB.DOC/NO.ELI").and_then(|eli| eli.attribute("ID")).and_then(eli_path),
        published: date(doc.at("PUBLICATION.REF/DATE")),
        signed: date(main.and_then(|main| main.child("DATE"))),
        language: main.and_then(|main| main.child("LG.DOC")).and_then(|code| Language::from_code(&code.line())),
        files,
    }
}

/// Reads the head of a consolidation (`CONS.ACT`).
pub(in crate::import) fn read_consolidation_data(act: &Element) -> ConsolidationData {
    let info = act.child("INFO.CONSLEG");
    let family = act.at("CONS.DOC/FAM.COMP");
    let base = family.and_then(|family| family.child("BIB.DATA"));
    let number = |data: &Element| data.child("NO.CELEX").map(Element::line);
    let mut amended_by = Vec::new();
    for group in family.into_iter().flat_map(Element::elements) {
        let sign = match group.name.as_str() {
            "GR.MOD.ACT" => "M",
            "GR.CORRIG" => "C",
            _ => continue,
        };
        for (at, member) in group.elements().enumerate() {
            let Some(data) = member.child("BIB.DATA") else { continue };
            let Some(celex) = number(data).filter(|celex| !celex.is_empty()) else { continue };
            let title = data.at("TITLE/TI").map(Element::line).filter(|title| !title.is_empty());
            amended_by.push(AmendingAct { celex, sign: Some(format!("{sign}{}", at + 1)), title });
        }
    }
    ConsolidationData {
        celex: base.and_then(number),
        signed: base
            .and_then(|base| base.child("DATE"))
            .and_then(|date| date.attribute("ISO"))
            .and_then(Date::from_compact),
        valid_from: info.and_then(|info| info.attribute("START.DATE")).and_then(Date::from_compact),
        language: act.at("CONS.DOC/BIB.INSTANCE/LG.DOC").and_then(|code| Language::from_code(&code.line())),
        edition: info.and_then(|info| info.attribute("PROD.SEQ")).map(str::to_owned),
        amended_by,
    }
}

/// The path within `http://data.europa.eu/eli/reg/2024/1689/oj`.
fn eli_path(url: &str) -> Option<String> {
    url.split_once("/eli/").map(|(_, path)| path.to_owned())
}

fn kind_letter(legal_value: &str) -> Option<char> {
    match legal_value {
        "REG" | "REGIMP" | "REGDEL" | "REG.IMPL" | "REG.DEL" => Some('R'),
        "DIR" | "DIRIMP" | "DIRDEL" => Some('L'),
        "DEC" | "DECIMP" | "DECDEL" => Some('D'),
        _ => None,
    }
}
