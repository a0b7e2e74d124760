using System.Globalization;
using Clinic.Abstractions;

namespace Clinic.Pharmacy.Medications;

/// <summary>A medicine in clinical and commercial terms, whatever its packaging. Retired, never deleted.</summary>
public sealed class Medication
{
    private readonly MedicationSnapshot state;

    private Medication(MedicationSnapshot state) => this.state = state;

    /// <summary>The id.</summary>
    public MedicationId Id => state.Id;

    /// <summary>The clinic's own code, unique per tenant; 1 to 40 characters.</summary>
    public string Code => state.Code;

    /// <summary>The international nonproprietary name.</summary>
    public string GenericName => state.GenericName;

    /// <summary>The active ingredients, at least one.</summary>
    public IReadOnlyList<Ingredient> Ingredients => state.Ingredients;

    /// <summary>The controlled class.</summary>
    public ControlledClass Controlled => state.Controlled;

    /// <summary>Whether it is no longer bought or prescribed.</summary>
    public bool IsRetired => state.IsRetired;

    /// <summary>Counts the changes, from 1.</summary>
    public long Version => state.Version;

    /// <summary>The fact that guards may rely on.</summary>
    public FactKey Fact => new("pharmacy.medication", Id.Value);

    /// <summary>Makes the aggregate from stored state or new data.</summary>
    /// <exception cref="PharmacyException">Fields are malformed; every one is named.</exception>
    public static Medication Restore(MedicationSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var fields = new FieldCheck();
        fields.Text("code", snapshot.Code, 40);
        fields.Text("genericName", snapshot.GenericName, 200);
        fields.OptionalText("commercialName", snapshot.CommercialName, 200);
        fields.OptionalText("manufacturer", snapshot.Manufacturer, 200);
        fields.OptionalText("registration", snapshot.Registration, 60);
        fields.OptionalText("atcCode", snapshot.AtcCode, 10);
        fields.Text("doseForm", snapshot.DoseForm, 80);
        fields.Check("ingredients", snapshot.Ingredients.Count is >= 1 and <= 30, snapshot.Ingredients.Count, "1 to 30");
        foreach (var i in snapshot.Ingredients)
        {
            fields.Text("ingredient.name", i.Name, 120);
            fields.Check("ingredient.strength", i.Strength.Value > 0, i.Strength, "more than zero");
            fields.Check("ingredient.per", i.Per is null or { Value: > 0 }, i.Per, "more than zero, or nothing");
        }

        var s = snapshot.Storage;
        fields.OptionalText("storage.note", s.Note, 200);
        fields.Check("storage.temperature", s.MinCelsius is null || s.MaxCelsius is null || s.MinCelsius <= s.MaxCelsius,
            string.Create(CultureInfo.InvariantCulture, $"{s.MinCelsius} to {s.MaxCelsius}"), "lowest not above highest");
        fields.Check("version", snapshot.Version >= 1, snapshot.Version, "1 or more");
        fields.ThrowIfAny();
        return new(snapshot);
    }

    /// <summary>The same medication with new data, one version on.</summary>
    /// <param name="next">The new data; its id, retirement and version are not looked at.</param>
    public Medication Revise(MedicationSnapshot next) =>
        Restore(next with { Id = Id, IsRetired = IsRetired, Version = Version + 1 });

    /// <summary>The medication taken out of use; its history stays.</summary>
    public Medication Retire() => new(state with { IsRetired = true, Version = Version + 1 });

    /// <summary>The whole state.</summary>
    public MedicationSnapshot ToSnapshot() => state;
}
