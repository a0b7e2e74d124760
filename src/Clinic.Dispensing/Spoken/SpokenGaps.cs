using Clinic.Dispensing.Spoken.Reading;

namespace Clinic.Dispensing.Spoken;

/// <summary>The parts that a command needs and that were neither said nor chosen.</summary>
internal static class SpokenGaps
{
    public static IReadOnlyList<SpokenSlot> Of(SpokenReading reading, SpokenChoices choices, SpokenOptions options) =>
        [.. Needed(reading, options).Union(reading.Begun).Where(slot => !Has(slot, reading, choices))];

    private static IEnumerable<SpokenSlot> Needed(SpokenReading reading, SpokenOptions options)
    {
        var needsDose = reading.Intent == SpokenIntent.Dose || (reading.Intent == SpokenIntent.HandOver && (options.HandOverNeedsDose || reading.Dose is not null));
        if (reading.Intent != SpokenIntent.Dose) yield return SpokenSlot.Quantity;
        if (needsDose) yield return SpokenSlot.Dose;
        yield return SpokenSlot.Medication;
        yield return SpokenSlot.Patient;
        if (reading.Dose is { IsPerKilogram: true }) yield return SpokenSlot.Weight;
        if (reading.Intent != SpokenIntent.Waste) yield break;
        yield return SpokenSlot.Reason;
        yield return SpokenSlot.Witness;
    }

    private static bool Has(SpokenSlot slot, SpokenReading reading, SpokenChoices choices) => slot switch
    {
        SpokenSlot.Quantity => reading.Quantity?.Unit is not null && !reading.Quantity.IsPerKilogram,
        SpokenSlot.Dose => reading.Dose?.Unit is not null,
        SpokenSlot.Medication => reading.Medication is not null || choices.Presentation is not null,
        SpokenSlot.Patient => reading.Patient.Count > 0 || choices.Patient is not null,
        SpokenSlot.Weight => reading.Weight?.Unit is { Kind: UnitKind.Measure } && !reading.Weight.IsPerKilogram,
        SpokenSlot.Reason => reading.Reason is not null,
        _ => reading.Witness.Count > 0 || choices.Witness is not null,
    };
}
