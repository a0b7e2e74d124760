using Clinic.Abstractions;

namespace Clinic.Pharmacy;

public static partial class PharmacyRules
{
    /// <summary>No lot of this id or number is stored.</summary>
    public const string LotUnknown = "PHA301";

    /// <summary>The lot has expired at this site.</summary>
    public const string LotExpired = "PHA302";

    /// <summary>The status of the lot does not allow picking.</summary>
    public const string LotNotApproved = "PHA303";

    /// <summary>The status of the lot does not allow the trigger.</summary>
    public const string LotTransitionRefused = "PHA304";

    /// <summary>The unit cost is far from the last one and was not confirmed.</summary>
    public const string CostFarFromLast = "PHA305";

    /// <summary>The lot number is known with another expiration date.</summary>
    public const string ExpiryConflict = "PHA306";

    /// <summary>The presentation requires an expiration date and none is known.</summary>
    public const string ExpiryMissing = "PHA307";

    /// <summary>Neither the scan nor the line names a lot number.</summary>
    public const string LotNumberMissing = "PHA308";

    /// <summary>The price is not in the currency of the site.</summary>
    public const string CostCurrencyWrong = "PHA309";

    /// <summary>What the line says differs from what was scanned.</summary>
    public const string LineContradictsScan = "PHA310";

    /// <summary>Nothing of the lot lies at the location.</summary>
    public const string LotElsewhere = "PHA311";

    private static IEnumerable<RuleText> LotsTexts() =>
    [
        new(LotUnknown, RuleKind.NotFound,
            "The lot {lot} is not known here.",
            "No consta el lote {lot}."),
        new(LotExpired, RuleKind.Refused,
            "Lot {lot} expired on {expiry}; today is {today}.",
            "El lote {lot} caducó el {expiry}; hoy es {today}."),
        new(LotNotApproved, RuleKind.Refused,
            "Lot {lot} is {status}; it may neither be picked nor be put where stock is picked.",
            "El lote {lot} está en estado {status}; no se puede tomar ni guardar donde se toma mercadería."),
        new(LotTransitionRefused, RuleKind.Refused,
            "Lot {lot} is {status}; {trigger} is not allowed, only {allowed}.",
            "El lote {lot} está en estado {status}; no se admite {trigger}, solo {allowed}."),
        new(CostFarFromLast, RuleKind.Refused,
            "The unit cost {asked} is far from the last one, {last} (more than {limit} times); confirm it if it is right.",
            "El costo unitario {asked} está lejos del último, {last} (más de {limit} veces); confírmelo si es correcto."),
        new(ExpiryConflict, RuleKind.Refused,
            "Lot {lot} is known with the expiration date {found}; this says {asked}.",
            "El lote {lot} consta con la fecha de caducidad {found}; aquí dice {asked}."),
        new(ExpiryMissing, RuleKind.Refused,
            "Lot {lot} has no expiration date; this presentation requires one.",
            "El lote {lot} no tiene fecha de caducidad; esta presentación la exige."),
        new(LotNumberMissing, RuleKind.Malformed,
            "Line {line} names no lot number.",
            "La línea {line} no indica número de lote."),
        new(CostCurrencyWrong, RuleKind.Malformed,
            "The price is in {found}; the site works in {allowed}.",
            "El precio está en {found}; el sitio trabaja en {allowed}."),
        new(LineContradictsScan, RuleKind.Malformed,
            "Line {line}: {field} is {asked}, but the scan says {found}.",
            "Línea {line}: {field} es {asked}, pero el escaneo dice {found}."),
        new(LotElsewhere, RuleKind.Refused,
            "Nothing of lot {lot} lies at {location}.",
            "No hay nada del lote {lot} en {location}."),
    ];
}
