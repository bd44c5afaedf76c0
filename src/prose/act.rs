//! Acts as they are cited.

use crate::languages::vocabulary;
use crate::law::{Celex, Language};

/// An act of sector 3 as it is cited: 'Regulation (EU) 2024/1689', 'Verordening (EG) nr. 300/2008', 'directive
/// 2014/90/UE'; a document of the Commission by its number, 'COM(2025) 836'; any other document by its CELEX number.
///
/// Source: Interinstitutional Style Guide, 1.2.2 (numbering of acts): since 2015 the year and a number that is the same
/// series for all acts; before, the number and year of regulations and decisions, the year and number of directives.
/// The domain was 'EEC' until the Treaty on European Union of 1993, 'EC' until the Treaty of Lisbon of 2009; years had
/// two figures until 1998.
pub fn act_name(celex: &Celex, language: Language) -> String {
    let words = &vocabulary(language).acts;
    if celex.as_str().starts_with('5') && matches!(celex.letters(), "PC" | "DC") {
        return format!("COM({}) {}", celex.year(), celex.number());
    }
    let letter = celex.letters().chars().next().unwrap_or_default();
    let named = words.printed.iter().find(|(known, _)| *known == letter && celex.letters().len() == 1);
    let (Some((_, kind)), Ok(year), true) = (named, celex.year().parse::<u16>(), celex.as_str().starts_with('3'))
    else {
        return celex.to_string();
    };
    let [eu, ec, eec] = words.domains;
    let domain = match year {
        2010.. => eu,
        1994.. => ec,
        _ => eec,
    };
    let (number, sign) = (celex.number(), words.number_sign);
    let printed_year = if year < 1999 { &celex.year()[2..] } else { celex.year() };
    let name = match letter {
        _ if year >= 2015 => format!("{kind} ({eu}) {year}/{number}"),
        'R' => format!("{kind} ({domain}) {sign} {number}/{printed_year}"),
        'L' | 'H' => format!("{kind} {printed_year}/{number}/{domain}"),
        _ => format!("{kind} {sign} {number}/{printed_year}/{domain}"),
    };
    if celex.is_corrigendum() { format!("{name} ({})", words.corrigendum) } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acts_are_cited_as_in_their_time() {
        let cases = [
            ("32024R1689", "Regulation (EU) 2024/1689", "Verordening (EU) 2024/1689", "règlement (UE) 2024/1689"),
            (
                "32008R0300",
                "Regulation (EC) No 300/2008",
                "Verordening (EG) nr. 300/2008",
                "règlement (CE) nº 300/2008",
            ),
            ("32014L0090", "Directive 2014/90/EU", "Richtlijn 2014/90/EU", "directive 2014/90/UE"),
            (
                "31992R2913",
                "Regulation (EEC) No 2913/92",
                "Verordening (EEG) nr. 2913/92",
                "règlement (CEE) nº 2913/92",
            ),
            ("32008D0768", "Decision No 768/2008/EC", "Besluit nr. 768/2008/EG", "décision nº 768/2008/CE"),
            ("32003H0361", "Recommendation 2003/361/EC", "Aanbeveling 2003/361/EG", "recommandation 2003/361/CE"),
            (
                "32024L1760R(02)",
                "Directive (EU) 2024/1760 (corrigendum)",
                "Richtlijn (EU) 2024/1760 (rectificatie)",
                "directive (UE) 2024/1760 (rectificatif)",
            ),
            ("52021PC0206", "COM(2021) 206", "COM(2021) 206", "COM(2021) 206"),
            ("32026Q0001", "32026Q0001", "32026Q0001", "32026Q0001"),
        ];
        for (celex, english, dutch, french) in cases {
            let celex = Celex::parse(celex).unwrap();
            let printed = Language::ALL.map(|language| act_name(&celex, language));
            assert_eq!(printed, [english, french, dutch]);
        }
    }
}
