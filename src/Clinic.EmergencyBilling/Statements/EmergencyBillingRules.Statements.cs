using Clinic.Abstractions;

namespace Clinic.EmergencyBilling;

public static partial class EmergencyBillingRules
{
    /// <summary>The stay has no bill that could be invoiced.</summary>
    public const string StatementMissing = "EMB401";

    /// <summary>The prices moved since the bill was recorded.</summary>
    public const string StatementOutdated = "EMB402";

    /// <summary>An invoice of the stay is not accepted.</summary>
    public const string InvoiceNotAccepted = "EMB403";

    /// <summary>An invoice of the stay is on its way to the issuer.</summary>
    public const string InvoiceOnItsWay = "EMB404";

    /// <summary>The invoice is not known at this site.</summary>
    public const string InvoiceUnknown = "EMB405";

    /// <summary>Only a rejected invoice is asked for again.</summary>
    public const string InvoiceNotRejected = "EMB406";

    /// <summary>The stay has no such revision.</summary>
    public const string StatementUnknown = "EMB407";

    /// <summary>Pricing again would change nothing.</summary>
    public const string NothingToReprice = "EMB408";

    /// <summary>A stored statement is not what was recorded.</summary>
    public const string StatementDamaged = "EMB409";

    /// <summary>Charges of another domain are in another currency.</summary>
    public const string OtherCurrency = "EMB410";

    /// <summary>A charge of another domain has no price.</summary>
    public const string OtherChargeUnpriced = "EMB411";

    private static IEnumerable<RuleText> StatementTexts() =>
    [
        new(StatementMissing, RuleKind.Refused,
            "The stay {stay} has no bill to invoice; price it first.",
            "La estancia {stay} no tiene una cuenta para facturar; calcúlela primero."),
        new(StatementOutdated, RuleKind.Conflict,
            "Revision {revision} says {recorded}, and the prices in force say {now}; price the stay again before invoicing.",
            "La revisión {revision} dice {recorded} y los precios vigentes dicen {now}; recalcule la estancia antes de facturar."),
        new(InvoiceNotAccepted, RuleKind.Refused,
            "The invoice {invoice} is {status}; a stay is settled when all are accepted.",
            "La factura {invoice} está en estado {status}; la estancia se liquida cuando todas están aceptadas."),
        new(InvoiceOnItsWay, RuleKind.Conflict,
            "The invoice {invoice} is with the issuer; wait for the answer before crediting.",
            "La factura {invoice} está con el emisor; espere la respuesta antes de acreditar."),
        new(InvoiceUnknown, RuleKind.NotFound,
            "The invoice {invoice} is not known at this site.",
            "La factura {invoice} no existe en esta sede."),
        new(InvoiceNotRejected, RuleKind.Refused,
            "The invoice {invoice} is {status}; only a rejected one is asked for again.",
            "La factura {invoice} está en estado {status}; solo una rechazada se vuelve a pedir."),
        new(StatementUnknown, RuleKind.NotFound,
            "The stay {stay} has no bill of revision {revision}.",
            "La estancia {stay} no tiene una cuenta de revisión {revision}."),
        new(NothingToReprice, RuleKind.Refused,
            "The prices in force give what revision {revision} says: {recorded}.",
            "Los precios vigentes dan lo que dice la revisión {revision}: {recorded}."),
        new(StatementDamaged, RuleKind.Conflict,
            "Revision {revision} of the stay {stay} does not match its fingerprint.",
            "La revisión {revision} de la estancia {stay} no coincide con su huella."),
        new(OtherCurrency, RuleKind.Refused,
            "The charge {reference} is in {found}; the bill is in {allowed}.",
            "El cargo {reference} está en {found}; la cuenta está en {allowed}."),
        new(OtherChargeUnpriced, RuleKind.Refused,
            "The charge {reference} of {code} ({source}) has no price ({found}); give it one before invoicing.",
            "El cargo {reference} de {code} ({source}) no tiene precio ({found}); asígnele uno antes de facturar."),
    ];
}
