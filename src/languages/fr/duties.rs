//! The words of duties in French.
//!
//! Source: Joint Practical Guide, guideline 2.3.2, French edition: the indicative present imposes, 'peut' permits.

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
            r"fournisseurs? de modèles? d’IA à usage général présentant un risque systémique",
            Actor::SystemicRiskProvider,
        ),
        (r"fournisseurs? de modèles? d’IA à usage général", Actor::GpaiProvider),
        (r"fournisseurs? potentiels?", Actor::ProspectiveProvider),
        (
            r"(?:prestataires? de services de confiance(?: qualifiés?)?|fournisseurs?)(?: de systèmes d’IA(?: à haut risque)?| d’un système d’IA à haut risque)?",
            Actor::Provider,
        ),
        (r"déployeurs?(?: de systèmes d’IA(?: à haut risque)?)?", Actor::Deployer),
        (r"importateurs?", Actor::Importer),
        (r"distributeurs?|commerçants?", Actor::Distributor),
        (r"mandataires?", Actor::AuthorisedRepresentative),
        (r"fabricants?(?: de produits)?", Actor::ProductManufacturer),
        (r"opérateurs?|entreprises?|sociétés?", Actor::Operator),
        (r"organismes? notifiés?", Actor::NotifiedBody),
        (r"organismes? d’évaluation de la conformité", Actor::ConformityAssessmentBody),
        (r"autorités? notifiantes?", Actor::NotifyingAuthority),
        (r"autorités? de surveillance du marché", Actor::MarketSurveillanceAuthority),
        (
            r"autorités? (?:nationales? )?compétentes?|organes? de contrôle|autorités? de surveillance",
            Actor::CompetentAuthority,
        ),
        (r"autorités? (?:nationales? )?(?:chargées? de la|de) protection des données", Actor::DataProtectionAuthority),
        (r"autorités? répressives?", Actor::LawEnforcementAuthority),
        (r"autorités? judiciaires?", Actor::JudicialAuthority),
        (r"autorités? douanières?", Actor::CustomsAuthority),
        (r"(?:chaque )?États? membres?", Actor::MemberState),
        (r"Commission", Actor::Commission),
        (r"Bureau de l’IA", Actor::AiOffice),
        (r"Comité IA|Comité", Actor::Board),
        (r"forum consultatif", Actor::AdvisoryForum),
        (r"groupe scientifique", Actor::ScientificPanel),
        (r"Contrôleur européen de la protection des données", Actor::Edps),
        (r"Parlement européen", Actor::EuropeanParliament),
        (r"Conseil", Actor::Council),
        (r"Cour de justice", Actor::CourtOfJustice),
        (r"personnes? (?:physiques?|concernées?|affectées?)", Actor::Person),
    ],
    under: &[
        (r"modèles d’IA à usage général présentant un risque systémique", Actor::Provider, Actor::SystemicRiskProvider),
        (r"modèles? d’IA à usage général", Actor::Provider, Actor::GpaiProvider),
        (r"modèles? d’IA à usage général", Actor::AuthorisedRepresentative, Actor::GpaiAuthorisedRepresentative),
    ],
    made_by: &[
        (r"actes? (?:d’exécution|délégués?)|lignes directrices|base de données de l’UE", &[Actor::Commission]),
        (r"sanctions|droit national", &[Actor::MemberState]),
        (r"déclaration UE de conformité|marquage CE|notice d’utilisation", &[Actor::Provider]),
    ],
    doers: &[
        (r"mise sur le marché|mise en service", &[Actor::Provider, Actor::Importer]),
        (r"utilisation d", &[Actor::Deployer]),
    ],
    inverts: false,
    modals: &[
        modal(r"ne (?:peut|peuvent|doit|doivent)(?: pas)?|(?:est|sont) interdite?s?", Modality::MustNot, false),
        modal(r"(?:est|sont) habilitée?s?(?: à)?|peut|peuvent", Modality::May, false),
        modal(r"doit|doivent|(?:est|sont) tenue?s?(?: de)?", Modality::Must, false),
        modal(
            r"veille|veillent|établit|établissent|prend|prennent|fournit|fournissent|conserve|conservent|informe|informent|coopère|coopèrent|signale|signalent|notifie|notifient|communique|communiquent|indique|indiquent|désigne|désignent|vérifie|vérifient|surveille|surveillent|met|mettent|respecte|respectent|publie|publient|confie|confient|utilise|utilisent|tient|tiennent|évalue|évaluent|exige|exigent|demande|demandent|consulte|consultent|encourage|encouragent|facilite|facilitent|élabore|élaborent|enregistre|enregistrent|soumet|soumettent|adopte|adoptent|détermine|déterminent|suspend|suspendent|retire|retirent|transmet|transmettent|garantit|garantissent|dispose|disposent|attribue|attribuent|présente|présentent|mandate|mandatent|s’acquitte|s’acquittent|s’efforce|s’efforcent|apposent|appose",
            Modality::Must,
            true,
        ),
    ],
    tones: &[
        (
            r"s’efforcent?|prend(?:nent)? des mesures (?:pour soutenir|pour garantir, dans toute la mesure du possible)",
            Modality::BestEffort,
        ),
        (r"(?:encourage|facilite)(?:nt)?\b", Modality::Encourage),
    ],
    no_duty: &[r"(?:doit|doivent|peut|peuvent) être (?:considérée?s?|réputée?s?|présumée?s?)"],
    no_duty_of_things: r"\z.",
    openers: r"\s*(?:lorsque|si|quand|dans|pour|avant|après|au|aux|à|en|sans|par|conformément|dès|pendant|sous|outre|nonobstant|sur|afin|d’ici|préalablement|lors)\b",
    subordinators: r"qui|que|qu|dont|lorsque|où|si|lequel|laquelle|lesquels|lesquelles",
    demonstratives: r"\z.",
    negative: r"(?:aucune?|en aucun cas)\b",
    unfinished: r"\z.",
    finite: r"est|sont|était|a|ont|peut|peuvent|doit|doivent|considère|considèrent|estime|estiment|présente|présentent|relève|relèvent|figure|figurent|fait|font",
    joins: r",?\s*(?:(?:et|ou|ainsi que)\b)?,?\s*(?:(?:le cas échéant|s’il y a lieu),?)?\s*(?:(?:le|la|les|l’|un|une|chaque|tout|leurs?|autres?|des|du|de|de la)\s*)*",
    heads: r"(?:(?:le|la|les|l’|un|une|des|chaque|tout|toute|tous|aucun|ce|cet|cette|ces|leurs?|autres?|ledit|ladite|lesdits|lesdites)\s*)*",
    again: r"(?:,? et|,)",
    further: r"(?:,|;|:) (?:et |ou )?| et ",
    pronouns: r"(?:il|ils|elle|elles|celui-ci|celle-ci|ceux-ci|celles-ci)\b",
    passive: r"(?:être|est|sont)\b",
    suffered: r"\z.",
    agent: r"\bpar\b",
    second_verb: r",? et (?P<verb>informe|informent|veille|veillent|fournit|fournissent|prend|prennent|tient|tiennent|suspend|suspendent|notifie|notifient) (?:le|la|les|un|une|des|leurs?|sans)\b",
    inner_verb: r"\z.",
    condition: r"^(?:lorsque|si|quand)\b|\b(?:lorsque|si|à condition que|pour autant que|sur demande (?:motivée|dûment motivée))\b",
    exception: r"\b(?:sauf|à moins que|à l’exception de|excepté)\b",
    idle_headings: r"objet|champ d’application|définitions?|entrée en vigueur|présomption|modifications? d|abrogation|comité",
    bearer: r"conformes? aux exigences (?:énoncées|définies) (?:à|au) (?:la )?(?P<division>(?:chapitre|section|titre)[^,;.]*)",
    binding_heading: r"obligations?|exigences|\bpar\b",
    on_behalf: r"pour\b",
    prohibits: r"\bne (?:sont|est) pas\b",
    no_term: r"(?:décision|accord|règlement|directive|recommandation|communication|traité)[^,;]{0,40} du [0-9]{1,2} \w+ [0-9]{4}$",
    thereafter: r"^ ?par la suite",
    excepts: r"à l’exception d|sauf|sans préjudice de l’application d",
    regards: r"en ce qui concerne",
    lists: &[
        list(
            r":",
            r"(?:veill|indiqu|dispos|assur|établi|appos|respect|prend|prouv|conserv|fourni|coop|évalu|inform|exig|vérifi)\w*\b",
            Points::Acts,
        ),
        list(r"interdite?s?\s?:", r"", Points::Acts),
        list(r"en vérifiant que\s?:|inform\w+[^.]*\s?:", r"", Points::Acts),
    ],
    numbers: &[
        ("un", 1),
        ("une", 1),
        ("deux", 2),
        ("trois", 3),
        ("quatre", 4),
        ("cinq", 5),
        ("six", 6),
        ("sept", 7),
        ("huit", 8),
        ("neuf", 9),
        ("dix", 10),
        ("douze", 12),
        ("quinze", 15),
        ("dix-huit", 18),
        ("vingt", 20),
        ("vingtième", 20),
        ("trente", 30),
    ],
    units: &[
        (r"heures?", Period::Hours),
        (r"jours? ouvrables?", Period::WorkingDays),
        (r"jours?(?: calendaires?| civils?)?", Period::Days),
        (r"semaines?", Period::Weeks),
        (r"mois", Period::Months),
        (r"ans?|années?", Period::Years),
    ],
    terms: &[
        (
            r"(?:au plus tard le|avant le|à partir du|d’ici au|à compter du|le) {date}(?:,? (?:et|puis) (?:ensuite )?tous les {period})?",
            Term::Date,
        ),
        (r"(?:tous|toutes) les {period}", Term::Every),
        (
            r"(?:pendant|pour)(?: une (?:période|durée)(?: d’au moins| de| d’)?)? ?{period}(?: (?:après|à compter de|à partir de) {event})?",
            Term::For,
        ),
        (r"au moins {period} avant {event}", Term::Before),
        (
            r"(?:dans (?:un délai de|les)|au plus tard) {period}(?: (?:après|à compter de|suivant|à partir de) {event})?",
            Term::After,
        ),
        (r"{period} (?:après|suivant|à compter de) {event}", Term::After),
        (r"\bavant (?:de|que|la|le) {event}", Term::At),
        (r"\bannuellement|chaque année|(?:une|deux) fois par an|rapports? annuels?", Term::Yearly),
        (r"sans (?:retard (?:injustifié)?|délai|tarder)|immédiatement|avec effet immédiat", Term::Immediately),
    ],
    events: &[
        (r"entrée en vigueur du présent", Event::EntryIntoForce),
        (r"celui de sa publication|publication du présent", Event::Publication),
    ],
    qualifiers: &[
        (r"mesures pour soutenir", -2),
        (r"dans (?:toute )?la mesure du possible|le cas échéant|s’il y a lieu", -1),
        (r"strictement|pleinement|en tout état de cause|au moins|immédiatement|uniquement", 1),
    ],
    dated: &[
        (r"entre en vigueur", DeadlineKind::Application),
        (
            r"(?:est applicable|sont applicables|s’applique(?:nt)?) (?:[^.]* )?à (?:partir|compter) du",
            DeadlineKind::Application,
        ),
        (r"mis(?:es)? sur le marché[^.]*avant", DeadlineKind::Transition),
        (r"actes? délégués?|délégation de pouvoir", DeadlineKind::Delegation),
        (r"évalu|rapport|réexam", DeadlineKind::Review),
        (r"interdi", DeadlineKind::Prohibition),
        (r"expire|mandat|valable|valid", DeadlineKind::Expiry),
    ],
};
