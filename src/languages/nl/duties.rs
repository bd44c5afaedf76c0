//! The words of duties in Dutch.
//!
//! Source: Joint Practical Guide, guideline 2.3.2, Dutch edition: the indicative imposes, 'mag' and 'kan' permit.

use crate::languages::{DutyWords, List, Modal, Points, Term};
use crate::law::{Actor, DeadlineKind, Event, Modality, Period};

const fn modal(says: &'static str, modality: Modality, is_act: bool) -> Modal {
    Modal { says, modality, is_act }
}

const fn list(lead: &'static str, point: &'static str, points: Points) -> List {
    List { lead, point, points }
}

pub(in crate::languages) const WORDS: DutyWords = DutyWords {
    actors: &[
        (
            r"aanbieders? van (?:een )?AI-modell?(?:en)? voor algemene doeleinden met (?:een )?systeemrisico(?:’s)?",
            Actor::SystemicRiskProvider,
        ),
        (r"aanbieders? van (?:een )?AI-modell?(?:en)? voor algemene doeleinden", Actor::GpaiProvider),
        (r"potentiële aanbieders?", Actor::ProspectiveProvider),
        (
            r"(?:verlener van vertrouwensdiensten|aanbieders?)(?: van (?:een )?AI-syste(?:em|men)(?: met een hoog risico)?)?",
            Actor::Provider,
        ),
        (r"gebruiksverantwoordelijken?(?: van (?:een )?AI-syste(?:em|men)(?: met een hoog risico)?)?", Actor::Deployer),
        (r"importeurs?", Actor::Importer),
        (r"distributeurs?|handelaars?|handelaren", Actor::Distributor),
        (r"gemachtigden?", Actor::AuthorisedRepresentative),
        (r"(?:product)?fabrikant(?:en)?", Actor::ProductManufacturer),
        (r"marktdeelnemers?|operatoren?|ondernemingen?", Actor::Operator),
        (r"aangemelde instanties?", Actor::NotifiedBody),
        (r"conformiteitsbeoordelingsinstanties?", Actor::ConformityAssessmentBody),
        (r"aanmeldende autoriteit(?:en)?", Actor::NotifyingAuthority),
        (r"markttoezichtautoriteit(?:en)?", Actor::MarketSurveillanceAuthority),
        (
            r"(?:nationale )?bevoegde autoriteit(?:en)?|toezichthoudende (?:autoriteit|autoriteiten|organen|orgaan)",
            Actor::CompetentAuthority,
        ),
        (r"gegevensbeschermingsautoriteit(?:en)?", Actor::DataProtectionAuthority),
        (r"rechtshandhavingsautoriteit(?:en)?|rechtshandhavingsinstanties?", Actor::LawEnforcementAuthority),
        (r"(?:bevoegde )?gerechtelijke (?:instanties?|autoriteit(?:en)?)", Actor::JudicialAuthority),
        (r"douaneautoriteit(?:en)?", Actor::CustomsAuthority),
        (r"(?:elke )?lidsta(?:at|ten)", Actor::MemberState),
        (r"Commissie", Actor::Commission),
        (r"AI-bureau", Actor::AiOffice),
        (r"AI-board|Board", Actor::Board),
        (r"adviesforum", Actor::AdvisoryForum),
        (r"wetenschappelijk panel", Actor::ScientificPanel),
        (r"Europese Toezichthouder voor gegevensbescherming", Actor::Edps),
        (r"Europees Parlement", Actor::EuropeanParliament),
        (r"Raad", Actor::Council),
        (r"Hof van Justitie", Actor::CourtOfJustice),
        (r"(?:betrokken |natuurlijke )?personen|natuurlijke persoon", Actor::Person),
    ],
    under: &[
        (
            r"AI-modellen voor algemene doeleinden met (?:een )?systeemrisico",
            Actor::Provider,
            Actor::SystemicRiskProvider,
        ),
        (r"AI-model(?:len)? voor algemene doeleinden", Actor::Provider, Actor::GpaiProvider),
        (
            r"AI-model(?:len)? voor algemene doeleinden",
            Actor::AuthorisedRepresentative,
            Actor::GpaiAuthorisedRepresentative,
        ),
    ],
    made_by: &[
        (r"(?:uitvoerings|gedelegeerde )handelingen?|richtsnoeren|EU-databank", &[Actor::Commission]),
        (r"sancties|nationaal recht", &[Actor::MemberState]),
        (r"EU-conformiteitsverklaring|CE-markering|gebruiksaanwijzing", &[Actor::Provider]),
    ],
    doers: &[
        (r"in de handel brengen|in gebruik stellen|aanbieden", &[Actor::Provider, Actor::Importer]),
        (r"\bgebruik van|gebruiken", &[Actor::Deployer]),
    ],
    inverts: true,
    modals: &[
        modal(
            r"(?:mag|mogen|kan|kunnen) (?:in geen geval|niet|geen)|(?:is|zijn) verboden|zijn de volgende [\w-]+ verboden",
            Modality::MustNot,
            false,
        ),
        modal(r"(?:is|zijn) bevoegd|heeft het recht|hebben het recht|mag|mogen|kan|kunnen", Modality::May, false),
        modal(r"moet|moeten|dient|dienen|(?:is|zijn) verplicht", Modality::Must, false),
        modal(
            r"zorgt|zorgen|stelt|stellen|neemt|nemen|verstrekt|verstrekken|bewaart|bewaren|informeert|informeren|werkt|werken|meldt|melden|geeft|geven|vermeldt|vermelden|brengt|brengen|bepaalt|bepalen|wijst|wijzen|controleert|controleren|verifieert|verifiëren|monitoren|monitort|lichten|legt|leggen|houdt|houden|voldoet|voldoen|publiceert|publiceren|verleent|verlenen|vertrouwt|vertrouwen|gebruikt|gebruiken|delen|deelt|maakt|maken|voert|voeren|beoordeelt|beoordelen|eist|eisen|verzoekt|verzoeken|raadpleegt|raadplegen|stimuleert|stimuleren|faciliteert|faciliteren|ontwikkelt|ontwikkelen|onderzoekt|onderzoeken|registreert|registreren|draagt|dragen|richt|richten|dient|dienen|evalueert|evalueren|past|passen|treft|treffen|staakt|staken|stopt|stoppen|schorst|schorsen|trekt|trekken|benoemt|benoemen|kent|kennen|ziet|zien|vraagt|vragen|verricht|verrichten|beschikt|beschikken|waarborgt|waarborgen|specificeert|specificeren|vertellen|vertelt|leveren|levert|overlegt|overleggen|komen|komt",
            Modality::Must,
            true,
        ),
    ],
    tones: &[
        (r"(?:streeft|streven)|(?:neemt|nemen) maatregelen (?:ter ondersteuning|zodat)", Modality::BestEffort),
        (r"(?:stimuleert|stimuleren|faciliteert|faciliteren|bevordert|bevorderen)\b", Modality::Encourage),
    ],
    no_duty: &[r"(?:moet|moeten|mag|kan|kunnen|zijn|is) (?:worden geacht|van toepassing)|(?:werkt|werken) terug"],
    no_duty_of_things: r"\z.",
    openers: r"\s*(?:indien|als|wanneer|in|voor|vóór|op|bij|met|zonder|na|onverminderd|overeenkomstig|gedurende|zolang|zodra|tot|door|om|ten|ter|onder|uiterlijk|behoudens|voordat|heeft|hebben|vormt|wordt)\b",
    subordinators: r"die|dat|wat|wie|waar\w*|of|indien|als|wanneer|zodat|hoe|voordat|nadat|omdat|terwijl|zodra|tenzij",
    demonstratives: r"\b(?:in|van|voor|aan|met|op|bij) (?:die|dat)\b|\b(?:die|dat) (?:autoriteit|instantie|systeem|aanbieder)\b",
    negative: r"(?:geen|in geen geval)\b",
    unfinished: r"\z.",
    finite: r"is|zijn|was|waren|heeft|hebben|kan|kunnen|mag|moet|moeten|wordt|worden|vormt|voldoet|voldoen|beschouwt|meent|menen|valt|vallen|stelt|neemt|gebracht|gesteld|verwerkt|beslissen|helpen",
    joins: r",?\s*(?:(?:en|of|alsook|alsmede)\b)?,?\s*(?:(?:in voorkomend geval|indien van toepassing),?)?\s*(?:(?:de|het|een|elke|alle|hun|andere|betrokken|nationale|bevoegde)\s*)*",
    heads: r"(?:(?:de|het|een|elke|elk|alle|geen|deze|die|dat|dit|hun|zijn|haar|andere|betrokken|relevante|nationale|bevoegde|wie|ook|daarom|daartoe|echter)\s*)*",
    again: r"(?:,? en|,)",
    further: r"(?:,|;|:) (?:en |of |dan )?| en ",
    pronouns: r"(?:zij|hij|het|deze)\b",
    passive: r"(?:wordt|worden)\b",
    suffered: r"\z.",
    agent: r"\bdoor\b",
    second_verb: r",? en (?P<verb>informeert|informeren|stelt|stellen|neemt|nemen|zorgt|zorgen|geeft|geven|verwerken|verwerkt|lichten|schorst|schorsen) (?:de|het|een|hun|alle|passende)\b",
    inner_verb: r"\z.",
    condition: r"^(?:indien|als|wanneer|zodra)\b|\b(?:indien|als|wanneer|mits|op voorwaarde dat|op (?:een )?met redenen omkleed verzoek|op verzoek)\b",
    exception: r"\b(?:tenzij|behalve|met uitzondering van|behoudens)\b",
    idle_headings: r"onderwerp|toepassingsgebied|definities?|inwerkingtreding|vermoeden|wijziging(?:en)? van|intrekking|comitéprocedure",
    bearer: r"aan de (?:eisen|voorschriften) van (?P<division>(?:hoofdstuk|afdeling|titel)[^,;.]*)",
    binding_heading: r"verplichtingen?|plicht|eisen|\bdoor\b",
    on_behalf: r"voor\b",
    prohibits: r"(?:mag|mogen) niet|\bgeen\b",
    no_term: r"(?:Besluit|Akkoord|Verordening|Richtlijn|Aanbeveling|Mededeling|Verdrag)[^,;]{0,40} van [0-9]{1,2} \w+ [0-9]{4}$",
    thereafter: r"^ ?(?:daarna|nadien)",
    excepts: r"met uitzondering van|behalve|onverminderd de toepassing van",
    regards: r"wat betreft|met betrekking tot",
    lists: &[
        list(
            r":",
            r"(?:te )?(?:zorgen|vermelden|hebben|bewaren|stellen|brengen|voldoen|nemen|tonen|verrichten|beoordelen|waarborgen|geven|houden|werken)\b",
            Points::Acts,
        ),
        list(r"verboden:", r"", Points::Acts),
        list(r"door na te gaan of:|informe\w+[^.]*over:", r"", Points::Acts),
    ],
    numbers: &[
        ("één", 1),
        ("een", 1),
        ("twee", 2),
        ("drie", 3),
        ("vier", 4),
        ("vijf", 5),
        ("zes", 6),
        ("zeven", 7),
        ("acht", 8),
        ("negen", 9),
        ("tien", 10),
        ("twaalf", 12),
        ("vijftien", 15),
        ("achttien", 18),
        ("twintigste", 20),
        ("dertig", 30),
    ],
    units: &[
        (r"uur|uren", Period::Hours),
        (r"werkdag(?:en)?", Period::WorkingDays),
        (r"(?:kalender)?dag(?:en)?", Period::Days),
        (r"we(?:ek|ken)", Period::Weeks),
        (r"maand(?:en)?", Period::Months),
        (r"ja(?:ar|ren)", Period::Years),
    ],
    terms: &[
        (
            r"(?:uiterlijk(?: op)?|vóór|op|met ingang van|vanaf) {date}(?: en (?:vervolgens )?(?:om de|elke) {period})?",
            Term::Date,
        ),
        (r"(?:om de|elke|iedere) {period}", Term::Every),
        (r"(?:gedurende|voor een (?:periode|termijn) van|ten minste) {period}(?: (?:na|vanaf) {event})?", Term::For),
        (r"ten minste {period} (?:voor|vóór) {event}", Term::Before),
        (
            r"(?:binnen|uiterlijk) (?:een termijn van )?{period}(?: (?:na|nadat|vanaf|te rekenen vanaf) {event})?",
            Term::After,
        ),
        (r"{period} (?:na|nadat|volgende op|volgend op|te rekenen vanaf) {event}", Term::After),
        (r"\b(?:voor|vóór)dat {event}", Term::At),
        (r"\bjaarlijks|ieder jaar|elk jaar|(?:een|twee)maal per jaar", Term::Yearly),
        (r"onverwijld|onmiddellijk|zonder (?:onnodige )?vertraging|met onmiddellijke ingang", Term::Immediately),
    ],
    events: &[
        (r"inwerkingtreding van deze", Event::EntryIntoForce),
        (r"die van de bekendmaking|bekendmaking van deze", Event::Publication),
    ],
    qualifiers: &[
        (r"maatregelen ter ondersteuning", -2),
        (r"zo veel mogelijk|zoveel mogelijk|voor zover mogelijk|waar passend|in voorkomend geval", -1),
        (r"strikt|volledig|in elk geval|ten minste|onmiddellijk|uitsluitend", 1),
    ],
    dated: &[
        (r"treedt in werking", DeadlineKind::Application),
        (r"(?:is|zijn) (?:[^.]* )?van toepassing (?:met ingang van|vanaf)|met ingang van", DeadlineKind::Application),
        (r"in de handel (?:zijn|is) gebracht[^.]*vóór|vóór [^.]*in de handel", DeadlineKind::Transition),
        (r"gedelegeerde handeling|bevoegdheidsdelegatie", DeadlineKind::Delegation),
        (r"evalu|verslag|beoordel", DeadlineKind::Review),
        (r"verbod|verboden", DeadlineKind::Prohibition),
        (r"vervalt|ambtstermijn|geldig", DeadlineKind::Expiry),
    ],
};
