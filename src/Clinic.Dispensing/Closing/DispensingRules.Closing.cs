using Clinic.Abstractions;

namespace Clinic.Dispensing;

public static partial class DispensingRules
{
    /// <summary>Used, returned and wasted are not what was delivered.</summary>
    public const string NotBalanced = "DSP601";

    /// <summary>A return waits to be counted.</summary>
    public const string ReturnPending = "DSP602";

    /// <summary>A ticket is open.</summary>
    public const string TicketOpen = "DSP603";

    /// <summary>More may still be handed over.</summary>
    public const string StillDispensing = "DSP604";

    /// <summary>The recipient does not close the books.</summary>
    public const string CloserIsRecipient = "DSP605";

    /// <summary>There is nothing to put under review.</summary>
    public const string NoDifference = "DSP606";

    /// <summary>The dispensation has no ticket of this id.</summary>
    public const string TicketUnknown = "DSP607";

    /// <summary>The ticket is resolved already.</summary>
    public const string TicketResolved = "DSP608";

    /// <summary>Who took part does not resolve.</summary>
    public const string ResolverInChain = "DSP609";

    /// <summary>The class of medicine demands a second approval.</summary>
    public const string ApprovalNeeded = "DSP610";

    /// <summary>Nobody approves their own resolution.</summary>
    public const string ApproverIsResolver = "DSP611";

    /// <summary>The difference is still there after the explanation.</summary>
    public const string NotExplained = "DSP612";

    /// <summary>The ticket has no difference to book.</summary>
    public const string NothingToBook = "DSP613";

    /// <summary>The books were closed too long ago.</summary>
    public const string ReopenTooLate = "DSP614";

    /// <summary>An urgent hand-over was not authorised yet.</summary>
    public const string NotAuthorised = "DSP615";

    /// <summary>The time limit has not passed.</summary>
    public const string NotOverdue = "DSP616";

    /// <summary>A receipt that two people attested is not confirmed.</summary>
    public const string ReceiptUnconfirmed = "DSP617";

    private static IEnumerable<RuleText> ClosingTexts() =>
    [
        new(NotBalanced, RuleKind.Refused,
            "Line {line}, lot {lot}: delivered {delivered}, used {used}, returned {returned}, wasted {wasted}; {difference} {unit} unaccounted for.",
            "Línea {line}, lote {lot}: entregado {delivered}, usado {used}, devuelto {returned}, desechado {wasted}; {difference} {unit} sin justificar."),
        new(ReturnPending, RuleKind.Refused,
            "The return {return} waits to be counted.",
            "La devolución {return} espera ser contada."),
        new(TicketOpen, RuleKind.Refused,
            "The ticket {ticket} ({kind}) is open.",
            "El ticket {ticket} ({kind}) está abierto."),
        new(StillDispensing, RuleKind.Refused,
            "The dispense status is {status}; deliver or stop the rest first.",
            "El estado de la dispensación es {status}; entregue o detenga el resto primero."),
        new(CloserIsRecipient, RuleKind.Refused,
            "The closer received this medicine; somebody else must close.",
            "Quien cierra recibió este medicamento; debe cerrar otra persona."),
        new(NoDifference, RuleKind.Refused,
            "Nothing differs, so there is nothing to review.",
            "Nada difiere, por lo que no hay nada que revisar."),
        new(TicketUnknown, RuleKind.NotFound,
            "The dispensation {dispensation} has no ticket {ticket}.",
            "La dispensación {dispensation} no tiene el ticket {ticket}."),
        new(TicketResolved, RuleKind.Refused,
            "The ticket {ticket} is resolved already.",
            "El ticket {ticket} ya está resuelto."),
        new(ResolverInChain, RuleKind.Refused,
            "The {part} took part in this dispensation; somebody else must do it.",
            "{part} participó en esta dispensación; debe hacerlo otra persona."),
        new(ApprovalNeeded, RuleKind.Refused,
            "A second person must approve this resolution.",
            "Una segunda persona debe aprobar esta resolución."),
        new(ApproverIsResolver, RuleKind.Refused,
            "The approver is the resolver; somebody else must approve.",
            "Quien aprueba es quien resuelve; debe aprobar otra persona."),
        new(NotExplained, RuleKind.Refused,
            "Line {line}, lot {lot}: {difference} {unit} still unaccounted for; post what explains it, or resolve as unexplained.",
            "Línea {line}, lote {lot}: {difference} {unit} aún sin justificar; registre lo que lo explica o resuelva como no explicado."),
        new(NothingToBook, RuleKind.Refused,
            "The ticket {ticket} ({kind}) has no difference to book; explain it.",
            "El ticket {ticket} ({kind}) no tiene diferencia que registrar; explíquelo."),
        new(ReopenTooLate, RuleKind.Refused,
            "Closed at {found}; books may be opened again until {allowed}.",
            "Cerrada a las {found}; se puede reabrir hasta {allowed}."),
        new(NotAuthorised, RuleKind.Refused,
            "The dispensation {dispensation} was handed over as urgent and is not authorised yet.",
            "La dispensación {dispensation} se entregó como urgente y aún no está autorizada."),
        new(NotOverdue, RuleKind.Refused,
            "The limit is {until}; it is {now}.",
            "El límite es {until}; son las {now}."),
        new(ReceiptUnconfirmed, RuleKind.Refused,
            "The hand-over {handOver} is attested and not confirmed by the recipient.",
            "La entrega {handOver} tiene fe de dos personas y no la ha confirmado quien recibió."),
    ];
}
