//! What provisions are called in Dutch.
//!
//! Source: Interinstitutional Style Guide, Dutch edition (Interinstitutionele Schrijfwijzer), 2.7 and 10.

use crate::languages::{ProvisionName, ProvisionWords};
use crate::law::SegmentKind as Step;

pub(super) const WORDS: ProvisionWords = ProvisionWords {
    names: &[
        ProvisionName { kind: Step::ActTitle, printed: "titel van de handeling", read: &["titel van de handeling"] },
        ProvisionName { kind: Step::SolemnForm, printed: "vaste formule", read: &["vaste formule"] },
        ProvisionName { kind: Step::Citation, printed: "visum", read: &["visum", "visa"] },
        ProvisionName { kind: Step::Recital, printed: "overweging", read: &["overweging", "overwegingen", "ov."] },
        ProvisionName { kind: Step::Part, printed: "deel", read: &["deel", "delen"] },
        ProvisionName { kind: Step::Title, printed: "titel", read: &["titel", "titels"] },
        ProvisionName { kind: Step::Chapter, printed: "hoofdstuk", read: &["hoofdstuk", "hoofdstukken", "h."] },
        ProvisionName { kind: Step::Section, printed: "afdeling", read: &["afdeling", "afdelingen"] },
        ProvisionName { kind: Step::Subsection, printed: "onderafdeling", read: &["onderafdeling", "onderafdelingen"] },
        ProvisionName { kind: Step::Group, printed: "kopje", read: &["kopje", "kopjes"] },
        ProvisionName {
            kind: Step::Article,
            printed: "artikel",
            read: &["artikel", "artikelen", "art.", "artt.", "art"],
        },
        ProvisionName { kind: Step::Paragraph, printed: "lid", read: &["lid", "leden", "§"] },
        ProvisionName { kind: Step::UnnumberedParagraph, printed: "alinea", read: &[] },
        ProvisionName {
            kind: Step::Subparagraph, printed: "alinea", read: &["alinea", "alinea’s", "alinea's", "al."]
        },
        ProvisionName {
            kind: Step::Point,
            printed: "punt",
            read: &["punt", "punten", "onder", "onderdeel", "letter", "sub"],
        },
        ProvisionName { kind: Step::Indent, printed: "streepje", read: &["streepje", "streepjes"] },
        ProvisionName { kind: Step::Definition, printed: "definitie", read: &["definitie", "definities"] },
        ProvisionName { kind: Step::Annex, printed: "bijlage", read: &["bijlage", "bijlagen"] },
        ProvisionName { kind: Step::Appendix, printed: "aanhangsel", read: &["aanhangsel", "aanhangsels"] },
        ProvisionName { kind: Step::Table, printed: "tabel", read: &["tabel", "tabellen"] },
        ProvisionName { kind: Step::Row, printed: "rij", read: &["rij", "rijen"] },
        ProvisionName { kind: Step::Cell, printed: "cel", read: &["cel", "cellen"] },
        ProvisionName { kind: Step::Quotation, printed: "aangehaalde tekst", read: &["aangehaalde tekst"] },
        ProvisionName { kind: Step::Contents, printed: "inhoudsopgave", read: &["inhoudsopgave"] },
        ProvisionName { kind: Step::ContentsEntry, printed: "regel", read: &["regel", "regels"] },
        ProvisionName { kind: Step::ConcludingFormula, printed: "slotformule", read: &["slotformule"] },
    ],
    ordinals: &[
        "eerste",
        "tweede",
        "derde",
        "vierde",
        "vijfde",
        "zesde",
        "zevende",
        "achtste",
        "negende",
        "tiende",
        "elfde",
        "twaalfde",
        "dertiende",
        "veertiende",
        "vijftiende",
        "zestiende",
        "zeventiende",
        "achttiende",
        "negentiende",
        "twintigste",
    ],
    ordinals_read: &[],
    links: &["van de", "van het", "van", "bij", "in"],
    conjunctions: &["en", "of", "en/of"],
    ranges: &["tot en met", "t/m", "tot"],
    own: &["dit", "deze", "onderhavige", "onderhavig"],
    definition_headings: &["definities", "definitie", "begripsomschrijvingen", "begripsbepalingen"],
    definition_verbs: &["betekent"],
    definition_of: "definitie van",
};
