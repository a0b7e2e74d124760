using Clinic.Abstractions;
using Clinic.Dispensing.Spoken.Reading;
using Clinic.Spoken;

namespace Clinic.Dispensing.Spoken;

/// <summary>Whether a presentation is the one said: by name, by strength, and by what its amounts allow.</summary>
internal sealed class MedicationFit(SpokenReading reading, int largest)
{
    public static NameFit Name(MedicationPhrase said, SpokenPresentation presentation) =>
        NameMatch.Medicine(said.Words, NamesOf(presentation).Select(n => MedicationPhrase.Read(n).Words));

    /// <summary>Whether it has every strength that was said.</summary>
    public bool HasStrength(SpokenPresentation presentation) =>
        reading.Medication!.Strengths.All(said => said.Amount.Readings.Any(value => Has(presentation, Said(said, value), said.Per)));

    /// <summary>Those whose unit was said; among several, those that can hold the dose. Never none.</summary>
    public IReadOnlyList<SpokenPresentation> Narrow(IReadOnlyList<SpokenPresentation> presentations)
    {
        var counted = Some(presentations, p => CountedAsSaid(p));
        return counted.Count == 1 ? counted : Some(counted, IsPossible);
    }

    private static IReadOnlyList<SpokenPresentation> Some(IReadOnlyList<SpokenPresentation> all, Func<SpokenPresentation, bool> fits) =>
        all.Where(fits).ToList() is { Count: > 0 } some ? some : all;

    private static IEnumerable<string> NamesOf(SpokenPresentation presentation) => (presentation.OtherNames ?? []).Prepend(presentation.Name);

    private bool CountedAsSaid(SpokenPresentation presentation)
    {
        var units = reading.Medication!.Forms.AsEnumerable();
        if (reading.Quantity?.Unit is { Kind: UnitKind.Count } quantity) units = units.Append(quantity);
        if (reading.Dose?.Unit is { Kind: UnitKind.Count } dose) units = units.Append(dose);
        return units.All(u => SpokenUnits.InBaseUnit(new(1, u.Unit), presentation) is not null);
    }

    private bool IsPossible(SpokenPresentation presentation)
    {
        var sanity = new SpokenSanity(presentation, largest);
        var quantity = Certain(reading.Quantity) is { } said ? reading.Intent == SpokenIntent.Waste ? sanity.Remainder(said) : sanity.Containers(said) : null;
        if (Certain(reading.Dose) is { } dose) sanity.Dose(dose, quantity);
        return sanity.Failed.Count == 0;
    }

    private static Quantity? Certain(Amount? amount) =>
        amount is { IsCertain: true, IsPerKilogram: false, Unit: { Kind: not UnitKind.Loose } unit } ? new(amount.Readings[0], unit.Unit) : null;

    private static Quantity Said(SaidStrength said, decimal value) =>
        new(value, said.Amount.Unit!.Kind == UnitKind.Loose ? SpokenUnits.International : said.Amount.Unit.Unit);

    private static bool Has(SpokenPresentation presentation, Quantity amount, Quantity? per)
    {
        try
        {
            return HasStructured(presentation, amount, per) || (presentation.Strength is null && HasWritten(presentation, amount, per));
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    // "100 mcg" of an ampoule of 100 mcg / 2 mL, "2 mL" of the same, "50 mcg/mL" too.
    private static bool HasStructured(SpokenPresentation presentation, Quantity amount, Quantity? per)
    {
        if (per is { } volume)
            return presentation.Strength is { Per: { } whole } strength && SameRatio(amount, volume, strength.Amount, whole);
        if (presentation.Strength is { } stated && SpokenUnits.Ratio(amount, stated.Amount) is { IsOne: true }) return true;
        return SpokenUnits.IsCounted(presentation.BaseUnit) && SpokenUnits.BaseUnitsOf(amount, presentation) is { IsOne: true };
    }

    // Of several ingredients there is no one strength; the name tells them.
    private static bool HasWritten(SpokenPresentation presentation, Quantity amount, Quantity? per) =>
        NamesOf(presentation).SelectMany(n => MedicationPhrase.Read(n).Strengths).Where(s => s.Amount.IsCertain).Any(s =>
            (s.Per, per) switch
            {
                ({ } whole, { } volume) => SameRatio(amount, volume, Said(s, s.Amount.Readings[0]), whole),
                (_, null) => SpokenUnits.Ratio(amount, Said(s, s.Amount.Readings[0])) is { IsOne: true },
                _ => false,
            });

    private static bool SameRatio(Quantity amount, Quantity per, Quantity otherAmount, Quantity otherPer) =>
        SpokenUnits.Ratio(amount, otherAmount) is { } amounts && SpokenUnits.Ratio(per, otherPer) is { } volumes
        && amounts.Part * volumes.Whole == amounts.Whole * volumes.Part;
}
