//! The words of duties in English.
//!
//! Source: Joint Practical Guide, guideline 2.3.2; English Style Guide of the Commission, 10 (verbs in legislation).

use crate::languages::{DutyWords, List, Modal, Points, Term};
use crate::law::{Actor, DeadlineKind, Event, Modality, Period};

const fn modal(says: &'static str, modality: Modality) -> Modal {
    Modal { says, modality, is_act: false }
}

const fn list(lead: &'static str, point: &'static str, points: Points) -> List {
    List { lead, point, points }
}

pub(in crate::languages) const WORDS: DutyWords = DutyWords {
    actors: &[
        (r"providers? of (?:the |a )?general-purpose AI models? with systemic risks?", Actor::SystemicRiskProvider),
        (r"providers? of (?:the |a )?general-purpose AI models?", Actor::GpaiProvider),
        (r"prospective providers?", Actor::ProspectiveProvider),
        (
            r"(?:downstream |initial |SME )?providers?(?: of (?:the |a |an )?(?:high-risk )?AI systems?(?: concerned)?)?",
            Actor::Provider,
        ),
        (
            r"(?:qualified |non-qualified )?trust service providers?|crypto-asset service providers?|issuers?|offerors?",
            Actor::Provider,
        ),
        (r"microenterprises?", Actor::Provider),
        (r"SMEs?", Actor::Provider),
        (r"(?:non-)?SME (?:economic )?operators?", Actor::Operator),
        (r"(?:non-)?SME traders?", Actor::Distributor),
        (r"(?:prospective )?deployers?(?: of (?:the |a |an )?(?:high-risk )?AI systems?)?", Actor::Deployer),
        (r"importers?", Actor::Importer),
        (r"distributors?|traders?", Actor::Distributor),
        (r"authorised representatives?", Actor::AuthorisedRepresentative),
        (r"product manufacturers?|manufacturers?", Actor::ProductManufacturer),
        (r"third part(?:y|ies) that suppl(?:y|ies)|suppliers?", Actor::Supplier),
        (r"(?:economic )?operators?|compan(?:y|ies)|undertakings?|credit institutions?", Actor::Operator),
        (r"notified bod(?:y|ies)", Actor::NotifiedBody),
        (r"(?:applicant )?conformity assessment bod(?:y|ies)", Actor::ConformityAssessmentBody),
        (r"notifying authorit(?:y|ies)", Actor::NotifyingAuthority),
        (r"market surveillance authorit(?:y|ies)", Actor::MarketSurveillanceAuthority),
        (
            r"(?:national |relevant )?competent authorit(?:y|ies)(?: of (?:a|the) Member States?)?|supervisory authorit(?:y|ies)|supervisory bod(?:y|ies)|administrative authorit(?:y|ies)",
            Actor::CompetentAuthority,
        ),
        (
            r"national public authorit(?:y|ies) or bod(?:y|ies)|public authorit(?:y|ies) or bod(?:y|ies)|authorit(?:y|ies) (?:or bodies )?protecting fundamental rights|national public authorit(?:y|ies)",
            Actor::FundamentalRightsAuthority,
        ),
        (
            r"(?:national )?data protection authorit(?:y|ies)|data protection supervisory authorit(?:y|ies)",
            Actor::DataProtectionAuthority,
        ),
        (r"financial supervis(?:ors?|ory authorit(?:y|ies))", Actor::FinancialSupervisor),
        (r"law[ -]enforcement authorit(?:y|ies)|civil protection authorit(?:y|ies)", Actor::LawEnforcementAuthority),
        (
            r"(?:competent )?judicial authorit(?:y|ies)|independent administrative authorit(?:y|ies)",
            Actor::JudicialAuthority,
        ),
        (r"customs authorit(?:y|ies)", Actor::CustomsAuthority),
        (r"(?:each |all )?Member States?", Actor::MemberState),
        (r"Commission", Actor::Commission),
        (r"AI Office", Actor::AiOffice),
        (r"(?:European Artificial Intelligence )?Board", Actor::Board),
        (r"advisory forum", Actor::AdvisoryForum),
        (r"scientific panel(?: of independent experts)?", Actor::ScientificPanel),
        (r"single (?:points? of contact|contact points?)", Actor::SingleContactPoint),
        (r"European Data Protection Supervisor", Actor::Edps),
        (
            r"Union institutions?,? (?:bod(?:y|ies)|agenc(?:y|ies)|offices?),? (?:offices?|bod(?:y|ies)|agenc(?:y|ies)) (?:and|or) (?:agenc(?:y|ies)|bod(?:y|ies)|offices?)|Union institution|Fundamental Rights Agency|ENISA|ESMA|EBA|EIOPA|European Central Bank|ECB",
            Actor::UnionBody,
        ),
        (r"European Parliament", Actor::EuropeanParliament),
        (
            r"persons? (?:duly )?authorised[^,.]*|lawyers|clients|civil society organisations|[Uu]nion AI testing support structures?|key performance indicators|codes? of practice",
            Actor::Unspecified,
        ),
        (r"Council", Actor::Council),
        (
            r"(?:European )?standardisation organisations?|participants in the standardisation process",
            Actor::StandardisationOrganisation,
        ),
        (r"Court of Justice(?: of the European Union)?", Actor::CourtOfJustice),
        (
            r"(?:affected |natural )persons?|subjects? of (?:the )?testing(?: in real world conditions)?|data subjects?|complainants?|consumers?|workers|workers’ representatives|affected workers",
            Actor::Person,
        ),
        (r"natural or legal persons?|other third-part(?:y|ies)", Actor::Anyone),
    ],
    under: &[
        (r"general-purpose AI models? with systemic risk", Actor::Provider, Actor::SystemicRiskProvider),
        (r"general-purpose AI model", Actor::Provider, Actor::GpaiProvider),
        (r"general-purpose AI model", Actor::AuthorisedRepresentative, Actor::GpaiAuthorisedRepresentative),
    ],
    made_by: &[
        (
            r"(?:implementing|delegated) acts?|standardisation requests?|guidelines|EU database|amendment to the conditions|requests? for (?:information|access)|implementing measures|periodic penalty payment",
            &[Actor::Commission],
        ),
        (r"penalties|national law|rules on administrative fines", &[Actor::MemberState]),
        (r"EU declaration of conformity|CE marking|instructions for use", &[Actor::Provider]),
        (r"sandbox, personal data|informed consent", &[Actor::Provider, Actor::ProspectiveProvider]),
        (r"for (?:the purposes of )?law enforcement(?: purposes)?", &[Actor::LawEnforcementAuthority]),
    ],
    doers: &[
        (r"placing on the market|putting into service|making available", &[Actor::Provider, Actor::Importer]),
        (r"\buse of", &[Actor::Deployer]),
    ],
    binding_heading: r"obligations?|duty|duties|requirements|responsibilities|\bby\b",
    on_behalf: r"for\b",
    prohibits: r"(?:is|are) not to be|cannot be|\bneither\b",
    inverts: false,
    modals: &[
        modal(r"(?:shall|may|must|should) not", Modality::MustNot),
        modal(
            r"shall (?:be (?:able|entitled|authorised|allowed|empowered) to|have (?:the |exclusive |all the |competences and )?(?:powers?|rights?)(?: to)?|have a choice of)",
            Modality::May,
        ),
        modal(r"(?:is|are) (?:hereby )?(?:empowered|entitled|authorised) to", Modality::May),
        modal(r"shall|must", Modality::Must),
        modal(r"may", Modality::May),
        modal(r"should", Modality::IsTo),
    ],
    tones: &[
        (r"be prohibited\b", Modality::MustNot),
        (r"be conferred on\b", Modality::May),
        (r"(?:offer or provide )?neither\b|in no way\b", Modality::MustNot),
        (
            r"(?:regularly |also )?(?:aim|seek|endeavour|strive)\b|to their best|take measures to (?:support|ensure, to their best extent)|use (?:its|their) best",
            Modality::BestEffort,
        ),
        (r"(?:[^;]{0,200}?, )?(?:also |support and )?(?:encourage|facilitate)\b", Modality::Encourage),
    ],
    no_duty: &[
        r"(?:shall|may|must|should)(?: not)?(?: only| also| always| no longer| in particular|, ?in any event,|, in particular,| therefore| thereby)* (?:be (?:considered|deemed|presumed|understood as|construed|interpreted|classified|regarded|treated as (?:a|an)|without prejudice|binding|applicable|subject to (?:administrative )?fines|operational|ineligible|reduced|extended|exempt|subject to a limitation|tacitly|up to|borne|the (?:relevant )?(?:national )?authority|limited to those|addressed to the Member States)|(?:remain|be) (?:valid|in force|unaffected|(?:fully )?liable)|affect|preclude|prejudice|constitute|mean|enter into force|cease to|have (?:the )?(?:same |equivalent )?(?:legal )?effect|have the meaning|have unlimited|take effect|expire|begin to run|extend to|qualify as|enjoy|concern only|fall)\b",
        r"shall be (?:repealed|amended|replaced|deleted|inserted|added) ",
    ],
    no_duty_of_things: r"(?:shall|may|must|should)(?: not)?(?: only| also| always| in particular)* (?:apply|imply|prevent|cover|put an end|grant|refer to|remain subject)\b",
    openers: r"\s*(?:where|when|whenever|if|in|for|on|by|with|without|before|prior|after|upon|at|to|as|during|following|once|irrespective|regardless|subject|having|under|notwithstanding|provided|until|unless|from|pursuant|should|no later|within|including|taking|additionally|however|furthermore|moreover|while|whilst|since|given|based|through|via|except|excluding|such as|until|not later|depending|between|save)\b",
    subordinators: r"which|that|who|whom|whose|whether|where|when|if|unless|how|whereby|what|until|once|whenever|why",
    demonstratives: r"\b(?:in|under|of|by|for|to|with|at|on|from|within|during|after|before) (?:that|those)\b|\b(?:that|those) (?:authority|authorities|body|system|provider|deployer|manufacturer|initial)\b",
    negative: r",?\s*(?:no|neither|nor|in no case)\b",
    unfinished: r"\b(?:inform|notify|keep|provide|ensure|take|make|submit|maintain|transmit|communicate|register|suspend|withdraw|terminate|verify|assess|evaluate|process|put|give|request|require|follow|cooperate|update|publish|draw|affix|indicate|report|declare|decide|convene|prepare|contribute|enhance|facilitate|apply|respect|refrain|establish|implement|share|carry|enter|consult|propose|document|delete|identify|select|support|promote|act|amend|designate|exercise|address|set|allow|disclose|issue|store|review|adopt|lay|respond|demonstrate|organise|use|monitor|encourage|develop|investigate|collect|up|to|on|for|of|with|out),?",
    finite: r"is|are|was|were|has|have|had|do|does|did|can|may|shall|considers?|identif(?:y|ies)|find|finds|makes?|decides?|fulfils?|becomes?|presents?|applies|apply|intends?|uses?|provides?|wish(?:es)?|meets?|generates?|continues?|concludes?|ascertains?|fails?|performs?|opts?|demonstrates?|enables?|infringes?|refuses?|adheres?|participates?|covers?|includes?|acts?|exercises?|results?|falls?|receives?|contains?|places?|establishes|determines?|supervises?|concerns?|persists?|takes?|requests?|offers?|subcontracts?|establish|supervise|ceases?|agrees?|comes|exists?|occurs?|deems?|obtains?|suspects?|knows?|gives?|works?|puts?|supplies|supply",
    joins: r",?\s*(?:(?:and/or|and|or|nor|as well as|or rather)\b)?,?\s*(?:(?:where (?:applicable|relevant|appropriate|necessary)|as (?:applicable|appropriate)),?)?\s*(?:(?:the|a|an|any|each|all|its|their|other|relevant|national|competent|individual|if applicable|by|of|of the)\s*)*",
    heads: r"(?:(?:the|a|an|any|each|every|all|no|only|both|either|neither|such|that|those|these|this|its|their|other|another|relevant|national|competent|individual|respective|designated|concerned|initial|latter|qualified|notifying|established|authorised|certain|regardless|however|furthermore|moreover|additionally|to that end|where appropriate|where applicable),?\s*)*",
    again: r"(?:,? (?:and|but|nor)(?: (?:therefore|thus|also|then|subsequently|in any event))?|,)",
    further: r"(?:,|;|:) (?:and |or |but |nor )?| (?:and|but) (?:that )?",
    pronouns: r"(?:it|they|he or she)\b|(?:that|those|such|the|these|this)(?: same| latter)? (?:authorit(?:y|ies)|bod(?:y|ies)|organisations?|latter)\b",
    passive: r"(?:not |also |only |, [^,]{0,80}, |always |immediately |regularly |further |then |thus )*(?:be|have been) (?:\w+ly )?(?:\w+(?:ed|en|wn)|made|set|kept|put|held|sent|built|given|laid|run|met|paid)\b",
    suffered: r"(?:not |also |only |, [^,]{0,80}, |always )*be (?:consulted|informed|invited|directed|granted|required|authorised|designated|associated|appointed|involved|notified of|given (?:access|the)|heard|selected|assisted|chaired|composed)\b",
    agent: r"\bby\b",
    second_verb: r"(?:,? and,? |, and to )(?:(?:(?:where|as|if) (?:applicable|appropriate|relevant|necessary),? |, [^,]{1,60}, |, |immediately |also |subsequently |then |regularly |thereby |in particular )*)(?P<verb>inform|notify|keep|provide|ensure|take|make|submit|maintain|transmit|communicate|register|suspend|withdraw|terminate|verify|assess|evaluate|process|put|give|request|require|follow|cooperate|update|publish|draw|affix|indicate|report|declare|decide|convene|prepare|contribute|enhance|facilitate|apply|respect|refrain|establish|implement|share|carry|enter|consult|propose|document|delete|identify|select|support|promote|act|amend|designate|exercise|address|set|allow|disclose|issue|store|review|adopt|lay|respond|demonstrate|organise|use|monitor|encourage|develop|investigate|collect)\b (?:the|a|an|any|all|its|their|it|them|that|those|such|each|to|up|out|available|account|into|with|publicly|information|no|relevant|appropriate|adequate|whether|for|on|where|due|registered|other|in|new|these|another|necessary)\b",
    inner_verb: r"\b(?:to|by|in) (?:\w+ly )?(?:\w+ing|ensure|bring|enable|allow|achieve|make|comply|prevent|provide|protect|demonstrate|access|assess|perform|carry|take|verify|identify|support|facilitate|safeguard|address|reduce|mitigate|fulfil|avoid|monitor|obtain|request|withdraw|adopt|exercise|issue|prohibit|restrict|amend|act|promote|improve|continue|determine|establish|contribute)\b",
    condition: r"^(?:where|when|whenever|if|provided that|in the event|in case|once|upon|unless)\b|\b(?:provided that|where|if|when|only if|on condition that|upon (?:a )?(?:duly )?(?:reasoned |substantiated |justified )?request)\b",
    exception: r"\b(?:unless|except|with the exception of|excluding|other than where)\b",
    lists: &[
        list(r"(?:empowered|entitled|authorised|powers?|rights?) to:", r"", Points::Acts),
        list(r"the following:", r"\w+ing\b", Points::Acts),
        list(
            r"(?:shall|may|must|should)(?: not)?(?:,? (?:also|in particular|where applicable|at least),?)?:",
            r"",
            Points::Acts,
        ),
        list(
            r"(?:undertake|carry out|perform|do|take|consist of|comprise|have|be) the following (?:\w+ )?(?:actions|tasks|steps|measures|activities|decisions):|either of the following decisions[^:]*:",
            r"",
            Points::Acts,
        ),
        list(r"empower[^.]*following tasks:|shall (?:enable|require|empower)[^.]* to:", r"", Points::ActsOfOther),
        list(r"following tasks:", r"\w+ing\b", Points::Acts),
        list(r"in particular by:", r"\w+ing\b", Points::ActsOfOther),
        list(r"prohibited:", r"", Points::Acts),
        list(r"(?:any|either|one) of the following (?:circumstances|cases|situations):", r"", Points::Cases),
        list(
            r"shall be ensured:|shall ensure(?: that)?[^.:]{0,40}:|verifying that:|ensure that[^.:]{0,60}:",
            r"",
            Points::Acts,
        ),
        list(r"(?:inform|notify|informed)\b[^.]*\bof(?: the following)?:|and in particular on:", r"", Points::Acts),
        list(r"request [\w ,]+ to:|enabled[^.:]*:|concerned:", r"(?:to )?\w+", Points::Acts),
        list(
            r"(?:only|solely|exceptionally)[^.]*\b(?:all|each) (?:of )?the following conditions[^.]*:|all (?:of )?the following conditions (?:must|shall)[^.]*:",
            r"",
            Points::Conditions,
        ),
    ],
    idle_headings: r"subject matter|scope|definitions?|entry into force|presumption|amendments? to (?:regulation|directive|decision)|repeal|addressees|committee procedure|territorial",
    bearer: r"\b(?:compliant with|comply with|compliance with|meet|conform with) (?:all )?(?:the )?requirements (?:set out|laid down) in (?P<division>(?:Title|Chapter|Section)[^,;.]*)",
    numbers: &[
        ("one", 1),
        ("two", 2),
        ("three", 3),
        ("four", 4),
        ("five", 5),
        ("six", 6),
        ("seven", 7),
        ("eight", 8),
        ("nine", 9),
        ("ten", 10),
        ("eleven", 11),
        ("twelve", 12),
        ("fifteen", 15),
        ("eighteen", 18),
        ("twenty", 20),
        ("thirty", 30),
        ("third", 3),
        ("tenth", 10),
        ("twentieth", 20),
    ],
    units: &[
        (r"hours?", Period::Hours),
        (r"working days?", Period::WorkingDays),
        (r"(?:calendar )?days?", Period::Days),
        (r"weeks?", Period::Weeks),
        (r"months?", Period::Months),
        (r"years?", Period::Years),
    ],
    terms: &[
        (
            r"(?:by|no later than|not later than|at the latest by|at the latest on|before|on) {date}(?:,? and (?:once )?every {period})?",
            Term::Date,
        ),
        (r"\b(?:once )?every {period}", Term::Every),
        (
            r"for (?:a period (?:of|ending) |at least |a (?:minimum|maximum) (?:period )?of )?(?:at least |up to )?{period}(?: (?:after|from|following|as of) {event})?",
            Term::For,
        ),
        (r"(?:not later than|no later than|at least|at the latest) {period} (?:before|prior to) {event}", Term::Before),
        (
            r"(?:within|in) (?:a period of |the shorter of |a maximum of |at most )?{period}(?:(?: of| after| from| following|,? starting from) {event})?",
            Term::After,
        ),
        (
            r"(?:no later than|not later than|at the latest(?: within)?|at the earliest) {period}(?: (?:after|following|from|of) {event})?",
            Term::After,
        ),
        (r"{period} (?:after|following|from|of) {event}", Term::After),
        (r"the (?P<unit>day) following {event}", Term::After),
        (r"by the date of {event}", Term::OnDay),
        (r"(?:at least )?(?:{period} )?(?:before|prior to) {event}", Term::At),
        (
            r"\b(?:submit|publish|prepare|provide|make|an)\b[^.;]{0,40}\bannual reports?\b|\bannually\b|on an annual basis|(?:each|every|per) year|(?:once|twice) a year|\byearly\b",
            Term::Yearly,
        ),
        (r"without (?:undue |further )?delay|immediately|with immediate effect|as soon as|promptly", Term::Immediately),
        (
            r"(?:at the latest at|by the end of|within (?:a|the) (?:reasonable )?(?:period|time|timeline)) {event}",
            Term::At,
        ),
    ],
    events: &[
        (r"entry into force of this|its entry into force", Event::EntryIntoForce),
        (r"that of its publication in|publication of this", Event::Publication),
    ],
    no_term: r"(?:Decision|Agreement|Regulation|Directive|Recommendation|Communication|Treaty|Protocol)[^,;]{0,40} of [0-9]{1,2} \w+ [0-9]{4}$|under the age of [0-9]+ years$|custodial sentence[^.;]*$|^\w+-(?:month|year|day)s? period|preceding (?:financial )?year",
    thereafter: r"^ ?(?:thereafter|after that)",
    excepts: r"with the exception of|except for|except|without prejudice to the application of",
    regards: r"as regards|with regard to|in respect of",
    qualifiers: &[
        (r"take measures to support", -2),
        (
            r"endeavour|to (?:the|their) best extent|as far as (?:technically |reasonably )?(?:possible|feasible)|where (?:appropriate|possible|feasible)|reasonable (?:steps|efforts|measures)",
            -1,
        ),
        (r"\bstrictly\b|\bfully\b|in any (?:case|event)|at least|without exception|immediately|only", 1),
    ],
    dated: &[
        (r"enters? into force", DeadlineKind::Application),
        (
            r"(?:shall apply|applies|apply) (?:to [^.]* )?(?:from|as from|as of|with effect from)",
            DeadlineKind::Application,
        ),
        (r"placed on the market[^.]* before|put into service[^.]* before", DeadlineKind::Transition),
        (r"delegated acts?|delegation of power", DeadlineKind::Delegation),
        (r"\b(?:review|evaluat|report|assess)", DeadlineKind::Review),
        (r"prohibit", DeadlineKind::Prohibition),
        (r"\b(?:expire|cease to apply|until|for a period|valid|term of office|no objection)", DeadlineKind::Expiry),
    ],
};
