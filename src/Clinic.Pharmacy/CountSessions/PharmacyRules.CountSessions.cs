using Clinic.Abstractions;

namespace Clinic.Pharmacy;

public static partial class PharmacyRules
{
    /// <summary>No counting session of this id is stored.</summary>
    public const string CountSessionUnknown = "PHA731";

    /// <summary>The status of the counting session does not allow the trigger.</summary>
    public const string CountTransitionRefused = "PHA732";

    /// <summary>Nothing at the location is within the scope of the session.</summary>
    public const string CountListEmpty = "PHA733";

    /// <summary>The lot is not on the list of this round.</summary>
    public const string CountLotNotListed = "PHA734";

    /// <summary>Lines of the round were not counted.</summary>
    public const string CountIncomplete = "PHA735";

    /// <summary>The recount is made by the person who counted before.</summary>
    public const string RecountBySame = "PHA736";

    /// <summary>A controlled medicine is counted by two people.</summary>
    public const string CountNeedsSecond = "PHA737";

    /// <summary>The second counter is the first one.</summary>
    public const string CountSecondIsCounter = "PHA738";

    /// <summary>The proof of the second counter was not accepted.</summary>
    public const string CountProofRefused = "PHA739";

    /// <summary>The second counter made too many attempts.</summary>
    public const string CountProofLocked = "PHA740";

    /// <summary>Whoever counted cannot approve.</summary>
    public const string CountApproverCounted = "PHA741";

    /// <summary>The ledger refuses a counted line; the other failures say why.</summary>
    public const string CountLineRefused = "PHA742";

    /// <summary>The count is older than the frozen list.</summary>
    public const string CountBeforeStart = "PHA743";

    /// <summary>The scope takes in more lots than one session may have.</summary>
    public const string CountListTooLong = "PHA744";

    private static IEnumerable<RuleText> CountSessionsTexts() =>
    [
        new(CountSessionUnknown, RuleKind.NotFound,
            "The counting session {session} is not known here.",
            "No consta la sesión de conteo {session}."),
        new(CountTransitionRefused, RuleKind.Refused,
            "The counting session {session} is {status}; {trigger} is not allowed, only {allowed}.",
            "La sesión de conteo {session} está en estado {status}; no se admite {trigger}, solo {allowed}."),
        new(CountListEmpty, RuleKind.Refused,
            "Nothing at {location} is within the scope of this session.",
            "En {location} no hay nada dentro del alcance de esta sesión."),
        new(CountLotNotListed, RuleKind.Refused,
            "Lot {lot} is not on the list of this round.",
            "El lote {lot} no está en la lista de esta ronda."),
        new(CountIncomplete, RuleKind.Refused,
            "Of the {lines} lines of session {session}, {missing} were not counted.",
            "De las {lines} líneas de la sesión {session}, faltan {missing} por contar."),
        new(RecountBySame, RuleKind.Refused,
            "Lot {lot} must be counted again by somebody else than before.",
            "El lote {lot} debe recontarlo otra persona."),
        new(CountNeedsSecond, RuleKind.Refused,
            "Lot {lot} is controlled; a second person must prove who they are and count with you.",
            "El lote {lot} es controlado; una segunda persona debe identificarse y contar con usted."),
        new(CountSecondIsCounter, RuleKind.Refused,
            "The second counter of lot {lot} must be another person.",
            "La segunda persona que cuenta el lote {lot} debe ser otra."),
        new(CountProofRefused, RuleKind.Refused,
            "The {kind} of the second counter was not accepted.",
            "No se aceptó la credencial ({kind}) de la segunda persona."),
        new(CountProofLocked, RuleKind.Refused,
            "Too many attempts by the second counter; try again after {until}.",
            "Demasiados intentos de la segunda persona; intente de nuevo después de {until}."),
        new(CountApproverCounted, RuleKind.Refused,
            "The session {session} must be approved by somebody who did not count in it.",
            "La sesión {session} debe aprobarla alguien que no haya contado en ella."),
        new(CountLineRefused, RuleKind.Refused,
            "The ledger refuses the count of lot {lot} ({why}); nothing was posted.",
            "El libro rechaza el conteo del lote {lot} ({why}); no se registró nada."),
        new(CountBeforeStart, RuleKind.Refused,
            "Lot {lot} was counted at {asked}, before the list was frozen at {started}.",
            "El lote {lot} se contó el {asked}, antes de congelar la lista el {started}."),
        new(CountListTooLong, RuleKind.Refused,
            "The scope takes in {found} lots; a session has at most {allowed}. Narrow it.",
            "El alcance abarca {found} lotes; una sesión admite como máximo {allowed}. Acótelo."),
    ];
}
