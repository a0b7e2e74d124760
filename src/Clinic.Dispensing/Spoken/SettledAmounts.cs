using Clinic.Abstractions;
using Clinic.Dispensing.Spoken.Reading;

namespace Clinic.Dispensing.Spoken;

/// <summary>The amounts of a sentence once each has one reading; null where none was said.</summary>
internal sealed record SettledAmounts(Quantity? Quantity, Quantity? Dose, Quantity? Weight, IReadOnlyList<SpokenDoubt> Doubts)
{
    public static SettledAmounts Of(SpokenReading reading, SpokenChoices choices, SpokenPresentation? presentation, SpokenSentences sentences)
    {
        var doubts = new List<SpokenDoubt>();
        return new(
            Settle(SpokenSlot.Quantity, reading.Quantity, choices.Quantity),
            Settle(SpokenSlot.Dose, reading.Dose, choices.Dose),
            Settle(SpokenSlot.Weight, reading.Weight, choices.Weight),
            doubts);

        Quantity? Settle(SpokenSlot slot, Amount? amount, Quantity? chosen)
        {
            if (amount is null) return null;
            var (value, doubt) = SpokenAmounts.Settle(slot, amount, chosen, presentation, sentences);
            if (doubt is not null) doubts.Add(doubt);
            return value;
        }
    }
}
