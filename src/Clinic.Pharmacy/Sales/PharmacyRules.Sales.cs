using Clinic.Abstractions;

namespace Clinic.Pharmacy;

public static partial class PharmacyRules
{
    /// <summary>The number breaks the rules of its kind of document.</summary>
    public const string DocumentNumberWrong = "PHA831";

    /// <summary>The total is too large to sell to nobody in particular.</summary>
    public const string FinalConsumerLimit = "PHA832";

    /// <summary>The mail address cannot be read.</summary>
    public const string MailUnreadable = "PHA833";

    /// <summary>No sale of this id is stored.</summary>
    public const string SaleUnknown = "PHA834";

    /// <summary>The act is not allowed in the status of the sale.</summary>
    public const string SaleTransitionRefused = "PHA835";

    /// <summary>The sale has no line of this number.</summary>
    public const string SaleLineUnknown = "PHA836";

    /// <summary>The presentation is in the basket already; its line may be changed.</summary>
    public const string AlreadyInBasket = "PHA837";

    /// <summary>The basket is empty, or holds as many lines as it may.</summary>
    public const string BasketSizeWrong = "PHA838";

    /// <summary>The price that was agreed is no longer in force.</summary>
    public const string PriceNoLongerHolds = "PHA839";

    /// <summary>The class of the medicine demands a prescription.</summary>
    public const string PrescriptionMissing = "PHA840";

    /// <summary>The prescription is dated in the future or too old.</summary>
    public const string PrescriptionOutdated = "PHA841";

    /// <summary>The payments do not sum to the total.</summary>
    public const string PaymentsDiffer = "PHA842";

    /// <summary>A payment is malformed: its amount, currency, notes given or department.</summary>
    public const string PaymentInvalid = "PHA843";

    /// <summary>The person has no open till at the site.</summary>
    public const string ShiftMissing = "PHA844";

    /// <summary>The person has an open till at the site already.</summary>
    public const string ShiftOpenAlready = "PHA845";

    /// <summary>No shift of this id is stored.</summary>
    public const string ShiftUnknown = "PHA846";

    /// <summary>The shift is closed.</summary>
    public const string ShiftClosed = "PHA847";

    /// <summary>The shift is another person's, and the actor is no supervisor.</summary>
    public const string ShiftForeign = "PHA848";

    /// <summary>A kind of payment that moved was not counted.</summary>
    public const string ShiftNotCounted = "PHA849";

    /// <summary>A difference, or a closing by somebody else, has no reason.</summary>
    public const string ShiftReasonMissing = "PHA850";

    /// <summary>More comes back of a line than is still out.</summary>
    public const string ReturnedMoreThanSold = "PHA851";

    /// <summary>The line did not leave from this lot, or left from several and none is named.</summary>
    public const string ReturnLotUnclear = "PHA852";

    /// <summary>The refunds do not sum to the credit.</summary>
    public const string RefundsDiffer = "PHA853";

    /// <summary>More would go back by a kind than was paid by it.</summary>
    public const string RefundTooMuch = "PHA854";

    /// <summary>The till of the sale is closed; only a supervisor may still cancel it.</summary>
    public const string CancelledTooLate = "PHA855";

    /// <summary>No invoice of this id is stored.</summary>
    public const string InvoiceUnknown = "PHA856";

    /// <summary>Only a rejected invoice is asked for again.</summary>
    public const string InvoiceNotRejected = "PHA857";

    /// <summary>The buyer has no mail address.</summary>
    public const string MailMissing = "PHA858";

    private static IEnumerable<RuleText> SalesTexts() =>
    [
        new(DocumentNumberWrong, RuleKind.Malformed,
            "The number is none of the kind {kind}; allowed is {allowed}.",
            "El número no corresponde al tipo {kind}; se admite {allowed}."),
        new(FinalConsumerLimit, RuleKind.Refused,
            "The total {found} is over {allowed}; above it the invoice names the buyer.",
            "El total {found} supera {allowed}; por encima la factura identifica al comprador."),
        new(MailUnreadable, RuleKind.Malformed,
            "The mail address in {field} cannot be read.",
            "La dirección de correo en {field} no se puede leer."),
        new(SaleUnknown, RuleKind.NotFound,
            "The sale {sale} is not known here.",
            "No consta la venta {sale}."),
        new(SaleTransitionRefused, RuleKind.Refused,
            "The sale {sale} is {status}; {trigger} is not possible, only {allowed}.",
            "La venta {sale} está {status}; no se puede {trigger}, solo {allowed}."),
        new(SaleLineUnknown, RuleKind.NotFound,
            "The sale {sale} has no line {line}.",
            "La venta {sale} no tiene la línea {line}."),
        new(AlreadyInBasket, RuleKind.Refused,
            "The presentation {presentation} is already in line {line}; change that line.",
            "La presentación {presentation} ya está en la línea {line}; cambie esa línea."),
        new(BasketSizeWrong, RuleKind.Refused,
            "The basket has {found} lines; allowed is {allowed}.",
            "La venta tiene {found} líneas; se admite {allowed}."),
        new(PriceNoLongerHolds, RuleKind.Refused,
            "Line {line} was priced at {asked} by {was}; now it is {found} by {now}. Price the line anew.",
            "La línea {line} se cotizó en {asked} con {was}; ahora es {found} con {now}. Vuelva a cotizar la línea."),
        new(PrescriptionMissing, RuleKind.Refused,
            "Line {line} is of the class {kind} and needs a prescription with number, prescriber, register and date.",
            "La línea {line} es de la clase {kind} y requiere receta con número, prescriptor, registro y fecha."),
        new(PrescriptionOutdated, RuleKind.Refused,
            "The prescription of line {line} is dated {asked}; allowed is {first} to {last}.",
            "La receta de la línea {line} tiene fecha {asked}; se admite de {first} a {last}."),
        new(PaymentsDiffer, RuleKind.Refused,
            "The payments sum to {found}; the total is {asked}, of which {rounding} is rounding.",
            "Los pagos suman {found}; el total es {asked}, del cual {rounding} es redondeo."),
        new(PaymentInvalid, RuleKind.Malformed,
            "Payment {number}, {kind}: {found}; allowed is {allowed}.",
            "Pago {number}, {kind}: {found}; se admite {allowed}."),
        new(ShiftMissing, RuleKind.Refused,
            "The person {person} has no open till at the site {site}.",
            "La persona {person} no tiene caja abierta en el sitio {site}."),
        new(ShiftOpenAlready, RuleKind.Refused,
            "The till {shift} has been open since {opened}; close it first.",
            "La caja {shift} está abierta desde {opened}; ciérrela primero."),
        new(ShiftUnknown, RuleKind.NotFound,
            "The till {shift} is not known here.",
            "No consta la caja {shift}."),
        new(ShiftClosed, RuleKind.Refused,
            "The till {shift} is closed.",
            "La caja {shift} está cerrada."),
        new(ShiftForeign, RuleKind.Forbidden,
            "The till {shift} is another person's; a supervisor may close it.",
            "La caja {shift} es de otra persona; puede cerrarla un supervisor."),
        new(ShiftNotCounted, RuleKind.Malformed,
            "Nothing was counted of {kind}.",
            "No se contó nada de {kind}."),
        new(ShiftReasonMissing, RuleKind.Refused,
            "Closing the till {shift} needs a reason; different are {kind}.",
            "El cierre de la caja {shift} requiere un motivo; difieren {kind}."),
        new(ReturnedMoreThanSold, RuleKind.Refused,
            "Of line {line}, {asked} would come back; still out is {found}.",
            "De la línea {line} se devolvería {asked}; aún fuera está {found}."),
        new(ReturnLotUnclear, RuleKind.Refused,
            "Line {line} left from the lots {allowed}; name one of them, each once.",
            "La línea {line} salió de los lotes {allowed}; indique uno de ellos, cada uno una vez."),
        new(RefundsDiffer, RuleKind.Refused,
            "The refunds sum to {found}; the credit is {asked}.",
            "Los reembolsos suman {found}; el crédito es {asked}."),
        new(RefundTooMuch, RuleKind.Refused,
            "By {kind}, {asked} would go back; paid and not refunded is {found}.",
            "Por {kind} se reembolsaría {asked}; pagado y no reembolsado es {found}."),
        new(CancelledTooLate, RuleKind.Forbidden,
            "The till of the sale {sale} is closed; only a supervisor may still cancel it.",
            "La caja de la venta {sale} está cerrada; solo un supervisor puede anularla."),
        new(InvoiceUnknown, RuleKind.NotFound,
            "The invoice {invoice} is not known here.",
            "No consta la factura {invoice}."),
        new(InvoiceNotRejected, RuleKind.Refused,
            "The invoice {invoice} is {status}; only a rejected one is asked for again.",
            "La factura {invoice} está {status}; solo se vuelve a pedir una rechazada."),
        new(MailMissing, RuleKind.Refused,
            "The buyer of the sale {sale} has no mail address.",
            "El comprador de la venta {sale} no tiene dirección de correo."),
    ];
}
