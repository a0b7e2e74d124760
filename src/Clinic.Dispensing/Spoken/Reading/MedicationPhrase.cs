using Clinic.Abstractions;
using Clinic.Spoken;

namespace Clinic.Dispensing.Spoken.Reading;

/// <summary>A strength as it is written or said: an amount, perhaps in a volume.</summary>
internal sealed record SaidStrength(Amount Amount, Quantity? Per);

/// <summary>A medicine's name cut into its words, its strengths and the containers named.</summary>
/// <param name="Words">The words that name the substance or brand.</param>
/// <param name="Strengths">Amounts with a unit of measure.</param>
/// <param name="Forms">Containers named without a number, such as "tabletas".</param>
/// <param name="HasCount">Whether a number of containers stands within.</param>
internal sealed record MedicationPhrase(
    IReadOnlyList<string> Words, IReadOnlyList<SaidStrength> Strengths, IReadOnlyList<UnitWord> Forms, bool HasCount)
{
    public static MedicationPhrase Read(IReadOnlyList<Token> tokens, Vocabulary vocabulary)
    {
        var amounts = new AmountReader(vocabulary.Numbers);
        var (words, strengths, forms, hasCount) = (new List<string>(), new List<SaidStrength>(), new List<UnitWord>(), false);
        var i = 0;
        while (i < tokens.Count)
        {
            if (amounts.At(tokens, i) is { Amount.Unit: { } unit } amount)
            {
                hasCount |= unit.Kind == UnitKind.Count;
                (var per, i) = Per(tokens, amount.Next, amounts);
                if (unit.Kind != UnitKind.Count) strengths.Add(new(amount.Amount, per));
            }
            else if (UnitWords.At(tokens, i) is { Meaning.Kind: UnitKind.Count } form)
            {
                forms.Add(form.Meaning);
                i = form.Next;
            }
            else
            {
                if (tokens[i].Kind != TokenKind.Symbol && !vocabulary.IsConnective(tokens[i])) words.Add(tokens[i].NameText);
                i++;
            }
        }

        return new(words, strengths, forms, hasCount);
    }

    /// <summary>The name of a presentation, cut the same way.</summary>
    public static MedicationPhrase Read(string name) => Read(Tokenizer.Split(CleanText.Name(name), UnitWords.IsUnit), SpanishVocabulary.Words);

    // "100 mg / 5 mL", "50 mcg/mL".
    private static (Quantity? Per, int Next) Per(IReadOnlyList<Token> tokens, int i, AmountReader amounts)
    {
        if (i >= tokens.Count || !tokens[i].IsSymbol("/")) return (null, i);
        if (UnitWords.At(tokens, i + 1) is { } one) return (new Quantity(1, one.Meaning.Unit), one.Next);
        return amounts.At(tokens, i + 1) is { Amount: { IsCertain: true, Unit: { } unit } amount } volume
            ? (new Quantity(amount.Readings[0], unit.Unit), volume.Next)
            : (null, i);
    }
}
