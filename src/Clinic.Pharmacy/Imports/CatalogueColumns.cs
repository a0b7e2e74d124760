namespace Clinic.Pharmacy.Imports;

/// <summary>The columns of a catalogue file: one row per presentation, with its medication.</summary>
public static class CatalogueColumns
{
    /// <summary>Columns that must be there.</summary>
    public static IReadOnlyList<string> Required { get; } =
    [
        "medication_code", "generic_name", "dose_form", "ingredient", "strength", "strength_unit",
        "presentation_code", "presentation_name", "base_unit",
    ];

    /// <summary>Columns that may be missing.</summary>
    /// <remarks>
    /// Lists are separated by <c>|</c>. Packs from the innermost on, as <c>blister=10|box=10</c>; <c>bottle=100!</c> cannot be opened.
    /// GTINs with their level, as <c>box:07501234567893</c>.
    /// </remarks>
    public static IReadOnlyList<string> Optional { get; } =
    [
        "commercial_name", "manufacturer", "registration", "atc_code", "per", "per_unit", "controlled_class", "storage_min_c", "storage_max_c",
        "protect_from_light", "storage_note", "scale", "packs", "gtins", "requires_expiry", "container_content", "container_unit", "beyond_use_hours",
    ];

    internal static IReadOnlyDictionary<string, string> OfMedication { get; } = new Dictionary<string, string>
    {
        ["code"] = "medication_code",
        ["genericName"] = "generic_name",
        ["commercialName"] = "commercial_name",
        ["atcCode"] = "atc_code",
        ["doseForm"] = "dose_form",
        ["ingredients"] = "ingredient",
        ["ingredient.name"] = "ingredient",
        ["ingredient.strength"] = "strength",
        ["ingredient.per"] = "per",
        ["storage.note"] = "storage_note",
        ["storage.temperature"] = "storage_min_c",
    };

    internal static IReadOnlyDictionary<string, string> OfPresentation { get; } = new Dictionary<string, string>
    {
        ["code"] = "presentation_code",
        ["name"] = "presentation_name",
        ["containerContent"] = "container_content",
        ["beyondUse"] = "beyond_use_hours",
        ["levels"] = "packs",
        ["level.name"] = "packs",
        ["level.contains"] = "packs",
        ["gtin.level"] = "gtins",
    };
}
