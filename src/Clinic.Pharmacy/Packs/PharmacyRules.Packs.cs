using Clinic.Abstractions;

namespace Clinic.Pharmacy;

public static partial class PharmacyRules
{
    /// <summary>The scan names no single pack: GTIN, serial, lot and expiration are needed.</summary>
    public const string PackIncomplete = "PHA771";

    /// <summary>The pack is not intact.</summary>
    public const string PackNotIntact = "PHA772";

    /// <summary>The registry does not say that the pack was supplied.</summary>
    public const string PackNotSupplied = "PHA773";

    /// <summary>The pack was supplied at another site or too long ago.</summary>
    public const string PackUndoTooLate = "PHA774";

    /// <summary>The pack expired.</summary>
    public const string PackExpired = "PHA775";

    /// <summary>The lot of the pack was recalled.</summary>
    public const string PackRecalled = "PHA776";

    private static IEnumerable<RuleText> PacksTexts() =>
    [
        new(PackIncomplete, RuleKind.Malformed,
            "The scan does not name one pack; needed are GTIN (01), serial number (21), lot (10) and expiration (17).",
            "El código no identifica un envase; se necesitan GTIN (01), número de serie (21), lote (10) y caducidad (17)."),
        new(PackNotIntact, RuleKind.Refused,
            "Only an intact pack can become active again.",
            "Solo un envase intacto puede volver a estar activo."),
        new(PackNotSupplied, RuleKind.Refused,
            "The registry says of the pack {serial}: {found}; only a supplied one can be undone.",
            "El registro dice del envase {serial}: {found}; solo se puede revertir uno entregado."),
        new(PackUndoTooLate, RuleKind.Refused,
            "The pack {serial} was supplied at {found}; it can be undone at the same site within {days} days.",
            "El envase {serial} se entregó el {found}; se puede revertir en el mismo sitio dentro de {days} días."),
        new(PackExpired, RuleKind.Refused,
            "The pack {serial} expired on {found}.",
            "El envase {serial} caducó el {found}."),
        new(PackRecalled, RuleKind.Refused,
            "The lot {lot} of the pack {serial} was recalled.",
            "El lote {lot} del envase {serial} fue retirado del mercado."),
    ];
}
