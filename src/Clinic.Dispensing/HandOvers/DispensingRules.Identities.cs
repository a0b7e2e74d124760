using Clinic.Abstractions;

namespace Clinic.Dispensing;

public static partial class DispensingRules
{
    /// <summary>The PIN or badge is wrong, or there is none.</summary>
    public const string CredentialRefused = "DSP301";

    /// <summary>Too many attempts by the person or at the device.</summary>
    public const string CredentialLocked = "DSP302";

    /// <summary>Nobody hands over to themselves.</summary>
    public const string RecipientIsDeliverer = "DSP303";

    /// <summary>The class of medicine demands five different people.</summary>
    public const string NotDistinct = "DSP304";

    /// <summary>Nobody authorises their own request here.</summary>
    public const string AuthoriserIsRequester = "DSP305";

    /// <summary>The class of medicine demands a second person at the hand-over.</summary>
    public const string SecondPersonNeeded = "DSP306";

    /// <summary>Neither the recipient nor two others authenticated.</summary>
    public const string ReceiptMissing = "DSP307";

    /// <summary>Two others attest: not each other, the recipient or the deliverer.</summary>
    public const string AttestersWrong = "DSP308";

    /// <summary>A person named in a command lacks the role or department.</summary>
    public const string PersonNotAllowed = "DSP309";

    /// <summary>Nothing is left to hand over.</summary>
    public const string HandOverNothing = "DSP310";

    /// <summary>More would be handed over than is prepared.</summary>
    public const string HandOverTooMuch = "DSP311";

    /// <summary>The dispensation has no hand-over of this id.</summary>
    public const string HandOverUnknown = "DSP312";

    /// <summary>The hand-over was not attested, or is confirmed already.</summary>
    public const string ConfirmationNotOpen = "DSP313";

    /// <summary>Only the recipient confirms a receipt.</summary>
    public const string ConfirmerIsNotRecipient = "DSP314";

    /// <summary>What was kept aside is no longer there.</summary>
    public const string StockGone = "DSP315";

    /// <summary>One hand-over goes to one department.</summary>
    public const string TargetsDiffer = "DSP316";

    /// <summary>A PIN needs the person it belongs to.</summary>
    public const string ProofPersonMissing = "DSP317";

    private static IEnumerable<RuleText> IdentitiesTexts() =>
    [
        new(CredentialRefused, RuleKind.Refused,
            "The {kind} of the {part} is not right.",
            "El {kind} de {part} no es correcto."),
        new(CredentialLocked, RuleKind.Refused,
            "Too many attempts for the {part}; locked until {until}.",
            "Demasiados intentos de {part}; bloqueado hasta {until}."),
        new(RecipientIsDeliverer, RuleKind.Refused,
            "The recipient is the deliverer.",
            "Quien recibe es quien entrega."),
        new(NotDistinct, RuleKind.Refused,
            "{first} and {second} are the same person; they must differ.",
            "{first} y {second} son la misma persona; deben ser distintas."),
        new(AuthoriserIsRequester, RuleKind.Refused,
            "The authoriser is the requester; somebody else must authorise.",
            "Quien autoriza es quien solicitó; debe autorizar otra persona."),
        new(SecondPersonNeeded, RuleKind.Refused,
            "A second person must authenticate at this hand-over.",
            "Una segunda persona debe autenticarse en esta entrega."),
        new(ReceiptMissing, RuleKind.Refused,
            "The recipient must authenticate, or two others attest; exactly one of both.",
            "Quien recibe debe autenticarse, o dos personas dar fe; exactamente una de las dos."),
        new(AttestersWrong, RuleKind.Refused,
            "{first} and {second} must be different people.",
            "{first} y {second} deben ser personas distintas."),
        new(PersonNotAllowed, RuleKind.Refused,
            "The {part} needs one of the roles {allowed} and the department; found {found}.",
            "{part} necesita uno de los roles {allowed} y el departamento; tiene {found}."),
        new(HandOverNothing, RuleKind.Refused,
            "Nothing of {dispensation} is ready to hand over.",
            "No hay nada de {dispensation} listo para entregar."),
        new(HandOverTooMuch, RuleKind.Refused,
            "Line {line}: asked {asked}, prepared {found}.",
            "Línea {line}: se piden {asked}, hay preparados {found}."),
        new(HandOverUnknown, RuleKind.NotFound,
            "The dispensation {dispensation} has no hand-over {handOver}.",
            "La dispensación {dispensation} no tiene la entrega {handOver}."),
        new(ConfirmationNotOpen, RuleKind.Refused,
            "The hand-over {handOver} waits for no confirmation.",
            "La entrega {handOver} no espera confirmación."),
        new(ConfirmerIsNotRecipient, RuleKind.Forbidden,
            "Only the recipient may confirm the hand-over {handOver}.",
            "Solo quien recibió puede confirmar la entrega {handOver}."),
        new(StockGone, RuleKind.Refused,
            "Line {line}: {asked} prepared, only {found} still kept aside and usable.",
            "Línea {line}: {asked} preparados, solo {found} siguen apartados y utilizables."),
        new(TargetsDiffer, RuleKind.Refused,
            "The dispensations of one hand-over have the same target and pharmacy; found different ones.",
            "Las dispensaciones de una entrega tienen el mismo destino y farmacia; se hallaron distintos."),
        new(ProofPersonMissing, RuleKind.Malformed,
            "The {part} is not named; a PIN belongs to a named person.",
            "No se nombra a {part}; un PIN es de una persona nombrada."),
    ];
}
