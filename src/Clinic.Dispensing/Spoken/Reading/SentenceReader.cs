using Clinic.Abstractions;
using Clinic.Spoken;

namespace Clinic.Dispensing.Spoken.Reading;

/// <summary>One sentence in one language: the command first, then its parts in any order.</summary>
internal sealed class SentenceReader(Vocabulary vocabulary, string clean)
{
    private readonly AmountReader amounts = new(vocabulary.Numbers);
    private readonly List<Token> left = [];
    private string normal = "";

    public SpokenReading Read(List<Token> all)
    {
        var tokens = WithoutNoise(all);
        normal = string.Join(' ', tokens.Select(t => t.Text));
        var start = 0;
        while (vocabulary.Openers.At(tokens, start) is { } opener) start = opener.Next;
        if (Command(tokens, start) is not { } command)
            return Fail(Withdraws(tokens) ? DispensingRules.SpokenWithdrawn : DispensingRules.SpokenNoCommand);
        var segments = Segments.Cut(tokens[command.Next..], command.Intent, vocabulary);
        if (segments.IsWithdrawn) return Fail(DispensingRules.SpokenWithdrawn);
        if (segments.HasSecondCommand) return Fail(DispensingRules.SpokenTwoCommands);
        return segments.SaysTwice ? Fail(DispensingRules.SpokenSaidTwice) : Parts(segments, command.Intent);
    }

    private SpokenReading Parts(Segments segments, SpokenIntent intent)
    {
        var patient = Patient(segments);
        var dose = AmountOf(segments.Of(SpokenSlot.Dose));
        var weight = AmountOf(segments.Of(SpokenSlot.Weight));
        var (amount, medication) = Body(segments.Body);
        if (medication.HasCount) return Fail(DispensingRules.SpokenTwoCommands);
        var isDose = intent == SpokenIntent.Dose;
        if (isDose && amount is not null && segments.Of(SpokenSlot.Dose) is not null) return Fail(DispensingRules.SpokenSaidTwice);
        dose = isDose ? amount ?? dose : dose;
        // A weight that no dose is measured by has no place to go.
        if (weight is not null && dose is not { IsPerKilogram: true }) left.AddRange(segments.Of(SpokenSlot.Weight)!);
        if (left.Count > 0) return Fail(DispensingRules.SpokenWordsLeft);
        return new(vocabulary.Language, normal)
        {
            Intent = intent,
            Begun = segments.Begun,
            Quantity = isDose ? null : amount,
            Dose = dose,
            Weight = weight,
            Medication = medication.Words.Count == 0 ? null : medication,
            Patient = patient,
            Witness = NameWords.Of(segments.Of(SpokenSlot.Witness) ?? [], vocabulary.Connectives),
            Reason = Said(segments.Of(SpokenSlot.Reason) ?? []),
        };
    }

    private List<Token> WithoutNoise(List<Token> all)
    {
        var kept = new List<Token>();
        var i = 0;
        while (i < all.Count)
        {
            var isPause = amounts.Numbers.IsDecimalWord(all[i]) && !(i > 0 && amounts.Numbers.Begins(all, i - 1)) && !amounts.Numbers.Begins(all, i + 1);
            if (vocabulary.Noise.At(all, i) is { } noise)
            {
                i = noise.Next;
                continue;
            }

            // "paciente Juan Pérez coma dosis": punctuation that was dictated.
            if (!isPause) kept.Add(all[i]);
            i++;
        }

        return kept;
    }

    private (SpokenIntent Intent, int Next)? Command(List<Token> tokens, int i)
    {
        if (vocabulary.RecordVerbs.At(tokens, i) is { } record)
            return vocabulary.Nouns.At(tokens, SkipArticles(tokens, record.Next)) is { } recorded ? (recorded.Meaning, recorded.Next) : null;
        if (vocabulary.Verbs.At(tokens, i) is { } verb)
        {
            // "administrar una dosis de 50 mcg" says its noun too; a dose after another verb is a part.
            var noun = vocabulary.Nouns.At(tokens, SkipArticles(tokens, verb.Next));
            return noun is { } same && same.Meaning == verb.Meaning ? (verb.Meaning, same.Next) : (verb.Meaning, verb.Next);
        }

        return vocabulary.Nouns.At(tokens, i);
    }

    private int SkipArticles(List<Token> tokens, int i)
    {
        while (i < tokens.Count && (vocabulary.IsConnective(tokens[i]) || tokens[i].Text is "una" or "un" or "a" or "an")) i++;
        return i;
    }

    private bool Withdraws(List<Token> tokens) =>
        Enumerable.Range(0, tokens.Count).Any(i => vocabulary.Cancellations.At(tokens, i) is not null || vocabulary.Negations.At(tokens, i) is not null);

    // "a paciente Juan Pérez 50 mcg de fentanilo": what follows the name is the body, if there is none yet.
    private IReadOnlyList<string> Patient(Segments segments)
    {
        var part = segments.Of(SpokenSlot.Patient) ?? [];
        var cut = Enumerable.Range(0, part.Count).FirstOrDefault(i => amounts.At(part, i) is { Amount.Unit: not null }, part.Count);
        if (cut < part.Count)
        {
            if (segments.Body.TrueForAll(vocabulary.IsConnective)) segments.MoveToBody(part[cut..]);
            else left.AddRange(part[cut..]);
        }

        return NameWords.Of(part[..cut], vocabulary.Connectives);
    }

    private Amount? AmountOf(List<Token>? part)
    {
        if (part is null) return null;
        var start = SkipConnectives(part, 0);
        var read = amounts.At(part, start);
        left.AddRange(part[SkipConnectives(part, read?.Next ?? start)..]);
        return read?.Amount;
    }

    private (Amount? Amount, MedicationPhrase Medication) Body(List<Token> body)
    {
        var start = SkipConnectives(body, 0);
        if (amounts.At(body, start) is { } leading) return (leading.Amount, MedicationPhrase.Read(body[leading.Next..], vocabulary));
        // "fentanilo, 1 ampolla": only containers may follow; a measure there is the strength.
        for (var i = start; i < body.Count; i++)
        {
            if (amounts.At(body, i) is { Amount.Unit.Kind: UnitKind.Count } last && last.Next == body.Count)
                return (last.Amount, MedicationPhrase.Read(body[start..i], vocabulary));
        }

        return (null, MedicationPhrase.Read(body[start..], vocabulary));
    }

    private int SkipConnectives(List<Token> tokens, int i)
    {
        while (i < tokens.Count && vocabulary.IsConnective(tokens[i])) i++;
        return i;
    }

    // The speaker's own words, with accents and case.
    private string? Said(List<Token> tokens) => tokens.Count == 0 ? null : clean[tokens[0].Start..tokens[^1].End];

    private SpokenReading Fail(string code) => new(vocabulary.Language, normal)
    {
        Failure = new RuleFailure(code),
        WordsLeft = left.Count == 0 ? null : string.Join(' ', left.Select(t => t.Text)),
    };
}
