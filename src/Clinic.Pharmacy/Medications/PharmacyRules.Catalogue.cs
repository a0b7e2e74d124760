using Clinic.Abstractions;

namespace Clinic.Pharmacy;

public static partial class PharmacyRules
{
    /// <summary>No medication of this id or code is stored.</summary>
    public const string MedicationUnknown = "PHA101";

    /// <summary>No presentation of this id, code or GTIN is stored.</summary>
    public const string PresentationUnknown = "PHA102";

    /// <summary>Another medication or presentation has this code.</summary>
    public const string CodeTaken = "PHA103";

    /// <summary>Another presentation carries this GTIN.</summary>
    public const string GtinTaken = "PHA104";

    /// <summary>A field is missing, too long or out of range.</summary>
    public const string FieldInvalid = "PHA105";

    /// <summary>Unit, scale and packs are frozen once stock has moved.</summary>
    public const string PackagingFrozen = "PHA106";

    /// <summary>What was named has been taken out of use.</summary>
    public const string Retired = "PHA107";

    /// <summary>The version the caller read is not the stored one.</summary>
    public const string StaleVersion = "PHA108";

    /// <summary>No presentation carries the scanned GTIN.</summary>
    public const string GtinUnknown = "PHA109";

    /// <summary>The scanned GTIN belongs to another presentation.</summary>
    public const string GtinMismatch = "PHA110";

    private static IEnumerable<RuleText> CatalogueTexts() =>
    [
        new(MedicationUnknown, RuleKind.NotFound,
            "The medication {medication} is not in the catalogue.",
            "El medicamento {medication} no está en el catálogo."),
        new(PresentationUnknown, RuleKind.NotFound,
            "The presentation {presentation} is not in the catalogue.",
            "La presentación {presentation} no está en el catálogo."),
        new(CodeTaken, RuleKind.Conflict,
            "The code {code} is taken by another {kind}.",
            "El código {code} ya lo usa otro registro ({kind})."),
        new(GtinTaken, RuleKind.Conflict,
            "The GTIN {gtin} belongs to another presentation.",
            "El GTIN {gtin} pertenece a otra presentación."),
        new(FieldInvalid, RuleKind.Malformed,
            "{field}: found {found}; allowed is {allowed}.",
            "{field}: se encontró {found}; se admite {allowed}."),
        new(PackagingFrozen, RuleKind.Refused,
            "The presentation {presentation} has moved stock, so medication, unit, scale and packs can no longer change.",
            "La presentación {presentation} ya movió existencias; medicamento, unidad, escala y envases ya no pueden cambiar."),
        new(Retired, RuleKind.Refused,
            "The {kind} {id} has been retired.",
            "Dado de baja: {kind} {id}."),
        new(StaleVersion, RuleKind.Conflict,
            "The {kind} was read at version {asked} and is now at version {found}.",
            "El registro ({kind}) se leyó en la versión {asked} y ahora está en la versión {found}."),
        new(GtinUnknown, RuleKind.NotFound,
            "No presentation carries the GTIN {gtin}.",
            "Ninguna presentación lleva el GTIN {gtin}."),
        new(GtinMismatch, RuleKind.Refused,
            "The scan says GTIN {found}, which is not one of {presentation}.",
            "El escaneo indica el GTIN {found}, que no corresponde a {presentation}."),
    ];
}
