using System.Globalization;
using Clinic.Abstractions;
using Clinic.Pharmacy.Gs1;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;
using NodaTime;

namespace Clinic.Pharmacy.Imports;

/// <summary>Turns a row of a catalogue file into a medication and a presentation.</summary>
internal static class CatalogueRow
{
    // Ten years in hours.
    private const decimal LongestBeyondUse = 87_600;

    public static MedicationData Medication(CsvCells cells)
    {
        var storage = cells.Any("storage_min_c", "storage_max_c", "protect_from_light", "storage_note")
            ? new StorageConditions(cells.Decimal("storage_min_c"), cells.Decimal("storage_max_c"), cells.YesNo("protect_from_light", false), cells.Text("storage_note"))
            : null;
        return new(
            cells.Required("medication_code"), cells.Required("generic_name"), cells.Required("dose_form"), Ingredients(cells),
            cells.Text("commercial_name"), cells.Text("manufacturer"), cells.Text("registration"), cells.Text("atc_code"),
            cells.OneOf("controlled_class", ControlledClass.None), storage);
    }

    public static PresentationData Presentation(CsvCells cells, MedicationId medication)
    {
        Quantity? content = cells.Decimal("container_content") is { } amount ? new Quantity(amount, Unit(cells, "container_unit", cells.Required("container_unit"))) : null;
        if (!cells.Any("container_content") && cells.Text("container_unit") is { } alone) cells.Invalid("container_unit", alone, "nothing, or a container_content with it");
        return new(
            medication, cells.Required("presentation_code"), cells.Required("presentation_name"), Unit(cells, "base_unit", cells.Required("base_unit")),
            cells.Whole("scale", 0), Packs(cells), Gtins(cells), cells.YesNo("requires_expiry", true), content, BeyondUse(cells));
    }

    private static Duration? BeyondUse(CsvCells cells)
    {
        if (cells.Decimal("beyond_use_hours") is not { } hours) return null;
        if (hours is > 0 and <= LongestBeyondUse) return Duration.FromTicks((long)(hours * NodaConstants.TicksPerHour));
        cells.Invalid("beyond_use_hours", hours, "more than 0, at most 87600 hours");
        return null;
    }

    private static List<Ingredient> Ingredients(CsvCells cells)
    {
        var names = cells.List("ingredient");
        var strengths = cells.List("strength");
        var units = cells.List("strength_unit");
        var per = cells.List("per");
        var perUnits = cells.List("per_unit");
        if (names.Count == 0 || strengths.Count != names.Count || units.Count != names.Count)
        {
            cells.Invalid("ingredient", $"{names.Count} names, {strengths.Count} strengths, {units.Count} units", "one strength and unit for each name");
            return [];
        }

        if (per.Count != perUnits.Count || (per.Count != 0 && per.Count != names.Count))
        {
            cells.Invalid("per", $"{per.Count} volumes, {perUnits.Count} units", "none, or one volume and unit for each name");
            return [];
        }

        var ingredients = new List<Ingredient>();
        for (var i = 0; i < names.Count; i++)
        {
            Quantity? volume = per.Count == 0 ? null : new Quantity(cells.Parsed("per", per[i]) ?? 1, Unit(cells, "per_unit", perUnits[i]));
            ingredients.Add(new(names[i], new Quantity(cells.Parsed("strength", strengths[i]) ?? 1, Unit(cells, "strength_unit", units[i])), volume));
        }

        return ingredients;
    }

    private static List<PackLevel> Packs(CsvCells cells)
    {
        var packs = new List<PackLevel>();
        foreach (var text in cells.List("packs"))
        {
            var canBeOpened = !text.EndsWith('!');
            var parts = text.TrimEnd('!').Split('=', StringSplitOptions.TrimEntries);
            if (parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var contains)) packs.Add(new(parts[0], contains, canBeOpened));
            else cells.Invalid("packs", text, "a name and a whole number such as box=10, with ! where it cannot be opened");
        }

        return packs;
    }

    private static List<PresentationGtin> Gtins(CsvCells cells)
    {
        var gtins = new List<PresentationGtin>();
        foreach (var text in cells.List("gtins"))
        {
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            var number = colon < 0 ? text : text[(colon + 1)..].Trim();
            if (Gtin.TryParse(number, out var gtin)) gtins.Add(new(gtin, colon < 0 ? null : text[..colon].Trim()));
            else cells.Invalid("gtins", text, "8, 12, 13 or 14 digits with a right check digit, after an optional level and colon");
        }

        return gtins;
    }

    private static UnitCode Unit(CsvCells cells, string column, string text)
    {
        if (UnitCode.IsValid(text)) return new(text);
        if (text.Length > 0) cells.Invalid(column, text, "a unit of 1 to 32 characters without spaces, such as mL or {tbl}");
        return UnitCode.Each;
    }
}
