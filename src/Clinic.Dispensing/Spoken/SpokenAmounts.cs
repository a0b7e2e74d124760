using Clinic.Abstractions;
using Clinic.Dispensing.Spoken.Reading;

namespace Clinic.Dispensing.Spoken;

/// <summary>Settles what an amount means: itself if certain, else what was chosen among its readings.</summary>
internal static class SpokenAmounts
{
    /// <summary>The amount, or the doubt about it.</summary>
    public static (Quantity? Value, SpokenDoubt? Doubt) Settle(
        SpokenSlot slot, Amount amount, Quantity? chosen, SpokenPresentation? presentation, SpokenSentences sentences)
    {
        var readings = Readings(slot, amount, presentation);
        if (amount.IsCertain && readings.Count == 1) return (readings[0], null);
        if (chosen is { } choice && readings.Contains(choice)) return (choice, null);
        return (null, new(slot, [.. readings.Select(r => new SpokenChoice(null, r, sentences.Plain(r)))]));
    }

    private static List<Quantity> Readings(SpokenSlot slot, Amount amount, SpokenPresentation? presentation)
    {
        var unit = amount.Unit!;
        IReadOnlyList<UnitCode> units = unit.Kind == UnitKind.Loose && presentation is not null
            ? SpokenUnits.LooseMeanings(presentation, isDose: slot == SpokenSlot.Dose)
            : [unit.Unit];
        if (amount.IsPerKilogram) units = [.. units.Select(u => new UnitCode($"{u.Code}/kg"))];
        return [.. amount.Readings.SelectMany(value => units.Select(u => new Quantity(value, u)))];
    }
}
