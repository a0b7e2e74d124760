using Clinic.Abstractions;

namespace Clinic.EmergencyBilling;

public static partial class EmergencyBillingRules
{
    /// <summary>No stay of this id is stored.</summary>
    public const string StayUnknown = "EMB301";

    /// <summary>The version the caller read is not the stored one.</summary>
    public const string StaleStay = "EMB302";

    /// <summary>The status does not allow the act.</summary>
    public const string StayTransitionRefused = "EMB303";

    /// <summary>The stay was closed by another command.</summary>
    public const string AlreadyClosed = "EMB304";

    /// <summary>The time lies before what happened last.</summary>
    public const string BeforeLastEvent = "EMB305";

    /// <summary>The time lies in the future.</summary>
    public const string TimeInFuture = "EMB306";

    /// <summary>A time is given both as an instant and as a local time.</summary>
    public const string TimeSaidTwice = "EMB307";

    /// <summary>The clock of the site never showed this local time.</summary>
    public const string LocalTimeSkipped = "EMB308";

    /// <summary>The clock of the site showed this local time twice.</summary>
    public const string LocalTimeRepeated = "EMB309";

    /// <summary>The patient has another stay whose clock runs.</summary>
    public const string OtherStayOpen = "EMB310";

    /// <summary>The time is taken by another stay of the patient.</summary>
    public const string StaysOverlap = "EMB311";

    /// <summary>The disposition does not fit the way in which the stay ends.</summary>
    public const string DispositionWrong = "EMB312";

    /// <summary>A carve-out is not within the stay.</summary>
    public const string CarveOutOutside = "EMB313";

    /// <summary>The log has no entry of this id.</summary>
    public const string StayEventUnknown = "EMB314";

    /// <summary>An entry of this kind has no time that could be corrected.</summary>
    public const string NotCorrectable = "EMB315";

    /// <summary>A corrected time would change what came before what.</summary>
    public const string CorrectionOutOfOrder = "EMB316";

    /// <summary>What is entered so late, or after the close, needs a second person.</summary>
    public const string ApprovalMissing = "EMB317";

    /// <summary>The approver is who enters.</summary>
    public const string ApproverNotDifferent = "EMB318";

    /// <summary>The approver may not approve.</summary>
    public const string ApproverNotAllowed = "EMB319";

    /// <summary>The PIN or badge of the approver is wrong.</summary>
    public const string ApproverProofRefused = "EMB320";

    /// <summary>Too many wrong proofs; the approver's PIN or badge is locked.</summary>
    public const string ApproverProofLocked = "EMB321";

    /// <summary>The stay was closed too long ago.</summary>
    public const string ReopenTooLate = "EMB322";

    /// <summary>The patient is not in the directory.</summary>
    public const string PatientUnknown = "EMB323";

    /// <summary>The department is unknown at this site.</summary>
    public const string DepartmentUnknown = "EMB324";

    /// <summary>The site is unknown.</summary>
    public const string SiteUnknown = "EMB325";

    /// <summary>The clock of the stay has not begun.</summary>
    public const string StayNotStarted = "EMB326";

    /// <summary>The stay has no price, because it is void or not billable.</summary>
    public const string StayNotPriced = "EMB327";

    private static IEnumerable<RuleText> StayTexts() =>
    [
        new(StayUnknown, RuleKind.NotFound,
            "No stay {stay} is stored.",
            "No existe la estancia {stay}."),
        new(StaleStay, RuleKind.Conflict,
            "Version {asked} of stay {stay} was read; stored is {found}.",
            "Se leyó la versión {asked} de la estancia {stay}; la guardada es {found}."),
        new(StayTransitionRefused, RuleKind.Refused,
            "{machine}: {trigger} is not possible in {status}; possible is {allowed}.",
            "{machine}: {trigger} no es posible en {status}; es posible {allowed}."),
        new(AlreadyClosed, RuleKind.Refused,
            "Stay {stay} was closed already, at {ended}; it is {status}.",
            "La estancia {stay} ya se cerró, el {ended}; está {status}."),
        new(BeforeLastEvent, RuleKind.Refused,
            "{at} lies before the last entry, {kind} at {last}.",
            "{at} es anterior a la última anotación, {kind} del {last}."),
        new(TimeInFuture, RuleKind.Refused,
            "{found} lies in the future; now is {now}.",
            "{found} está en el futuro; ahora es {now}."),
        new(TimeSaidTwice, RuleKind.Malformed,
            "{field} is given both as an instant and as a local time; give one.",
            "{field} viene como instante y como hora local; indique solo una."),
        new(LocalTimeSkipped, RuleKind.Malformed,
            "The clocks of {zone} never showed {local}: choose earlier ({earlier}, offset {earlierOffset}) or later ({later}, offset {laterOffset}).",
            "Los relojes de {zone} nunca marcaron {local}: elija antes ({earlier}, desfase {earlierOffset}) o después ({later}, desfase {laterOffset})."),
        new(LocalTimeRepeated, RuleKind.Malformed,
            "The clocks of {zone} showed {local} twice: choose earlier ({earlier}, offset {earlierOffset}) or later ({later}, offset {laterOffset}).",
            "Los relojes de {zone} marcaron {local} dos veces: elija antes ({earlier}, desfase {earlierOffset}) o después ({later}, desfase {laterOffset})."),
        new(OtherStayOpen, RuleKind.Refused,
            "The patient has another open stay, {other}, since {start}.",
            "El paciente tiene otra estancia abierta, {other}, desde el {start}."),
        new(StaysOverlap, RuleKind.Refused,
            "The time is taken by stay {other} of the patient, from {start} to {end}.",
            "Ese tiempo ya lo ocupa la estancia {other} del paciente, del {start} al {end}."),
        new(DispositionWrong, RuleKind.Malformed,
            "The disposition is {found}; here it is one of {allowed}.",
            "El destino es {found}; aquí se permite {allowed}."),
        new(CarveOutOutside, RuleKind.Refused,
            "The carve-out from {from} to {until} is not within the stay, from {start} to {end}.",
            "El descuento del {from} al {until} no está dentro de la estancia, del {start} al {end}."),
        new(StayEventUnknown, RuleKind.NotFound,
            "The log of the stay has no entry {event}.",
            "El registro de la estancia no tiene la anotación {event}."),
        new(NotCorrectable, RuleKind.Refused,
            "The entry {event}, {kind}, has no time that could be corrected.",
            "La anotación {event}, {kind}, no tiene una hora que se pueda corregir."),
        new(CorrectionOutOfOrder, RuleKind.Refused,
            "{at} would change the order of the entries; possible is {earliest} to {latest}.",
            "{at} cambiaría el orden de las anotaciones; es posible del {earliest} al {latest}."),
        new(ApprovalMissing, RuleKind.Refused,
            "{found} is entered {late} late, or after the close; that needs a second person with PIN or badge (limit {limit}).",
            "{found} se anota con {late} de retraso, o después del cierre; hace falta una segunda persona con PIN o credencial (límite {limit})."),
        new(ApproverNotDifferent, RuleKind.Refused,
            "Who approves must not be who enters.",
            "Quien aprueba no puede ser quien anota."),
        new(ApproverNotAllowed, RuleKind.Refused,
            "The approver needs one of the roles {allowed}; found is {found}.",
            "Quien aprueba requiere uno de los roles {allowed}; tiene {found}."),
        new(ApproverProofRefused, RuleKind.Refused,
            "The {proof} of the approver is not right.",
            "El {proof} de quien aprueba no es correcto."),
        new(ApproverProofLocked, RuleKind.Refused,
            "The proof of the approver is locked until {until}.",
            "La prueba de quien aprueba está bloqueada hasta el {until}."),
        new(ReopenTooLate, RuleKind.Refused,
            "The stay was closed at {closed}; it could be reopened until {allowed}.",
            "La estancia se cerró el {closed}; se podía reabrir hasta el {allowed}."),
        new(PatientUnknown, RuleKind.NotFound,
            "The patient {patient} is not in the directory.",
            "El paciente {patient} no está en el directorio."),
        new(DepartmentUnknown, RuleKind.NotFound,
            "The department {department} is unknown at this site.",
            "El departamento {department} no existe en esta sede."),
        new(SiteUnknown, RuleKind.NotFound,
            "The site {site} is unknown.",
            "La sede {site} no existe."),
        new(StayNotStarted, RuleKind.Refused,
            "The clock of stay {stay} has not begun; it is {status}.",
            "El conteo de la estancia {stay} no ha empezado; está {status}."),
        new(StayNotPriced, RuleKind.Refused,
            "Stay {stay} is {status}; it has no price.",
            "La estancia {stay} está {status}; no tiene precio."),
    ];
}
