using Clinic.Spoken;

namespace Clinic.Dispensing.Spoken.Reading;

/// <summary>The words after the command, cut where markers stand.</summary>
internal sealed class Segments
{
    private readonly Dictionary<SpokenSlot, List<Token>> parts = [];

    /// <summary>What stands before the first marker: the amount and the medicine.</summary>
    public List<Token> Body { get; private set; } = [];

    public bool IsWithdrawn { get; private set; }

    public bool HasSecondCommand { get; private set; }

    public bool SaysTwice { get; private set; }

    /// <summary>Parts that were begun and not said.</summary>
    public IReadOnlyList<SpokenSlot> Begun => [.. parts.Where(p => p.Value.Count == 0).Select(p => p.Key).Order()];

    public List<Token>? Of(SpokenSlot slot) => parts.GetValueOrDefault(slot);

    public static Segments Cut(IReadOnlyList<Token> tokens, SpokenIntent intent, Vocabulary vocabulary)
    {
        var segments = new Segments();
        segments.Walk(tokens, intent, vocabulary);
        if (intent is SpokenIntent.Return or SpokenIntent.Waste) segments.SplitWeak(SpokenSlot.Reason, vocabulary, [segments.Body, segments.Of(SpokenSlot.Patient)]);
        segments.SplitWeak(SpokenSlot.Patient, vocabulary, [segments.Of(SpokenSlot.Dose), segments.Body]);
        return segments;
    }

    /// <summary>Gives the body what was found in another part.</summary>
    public void MoveToBody(List<Token> tokens) => Body = tokens;

    private void Walk(IReadOnlyList<Token> tokens, SpokenIntent intent, Vocabulary vocabulary)
    {
        SpokenSlot? current = null;
        var i = 0;
        while (i < tokens.Count)
        {
            var isReason = current == SpokenSlot.Reason;
            if (vocabulary.Numbers.PerKilogram.At(tokens, i) is { } perKilogram)
            {
                // "por kilo de peso" is no weight yet.
                Part(current).AddRange(tokens.Skip(i).Take(perKilogram.Next - i));
                i = perKilogram.Next;
                continue;
            }

            IsWithdrawn |= vocabulary.Cancellations.At(tokens, i) is not null || (!isReason && vocabulary.Negations.At(tokens, i) is not null);
            if (vocabulary.Markers.At(tokens, i) is { } marker && Takes(intent, marker.Meaning) && !(isReason && IsPartOfReason(marker.Meaning)))
            {
                SaysTwice |= !parts.TryAdd(marker.Meaning, []);
                (current, i) = (marker.Meaning, marker.Next);
                continue;
            }

            HasSecondCommand |= !isReason && Commands(vocabulary, tokens, i);
            Part(current).Add(tokens[i]);
            i++;
        }
    }

    private List<Token> Part(SpokenSlot? slot) => slot is { } known ? parts[known] : Body;

    // "motivo el paciente la rechazó": the first word of a reason, and a part that was said already, belong to it.
    private bool IsPartOfReason(SpokenSlot slot) => parts.ContainsKey(slot) || parts[SpokenSlot.Reason].Count == 0;

    // Of a patient the last weak word counts ("vitamina A a Juan"), of a reason the first ("por rotura por caída").
    private void SplitWeak(SpokenSlot wanted, Vocabulary vocabulary, List<Token>?[] among)
    {
        if (parts.ContainsKey(wanted)) return;
        foreach (var part in among.OfType<List<Token>>())
        {
            var places = Enumerable.Range(0, part.Count).Where(i => IsWeak(part, i, wanted, vocabulary)).ToList();
            if (places.Count == 0) continue;
            var cut = wanted == SpokenSlot.Reason ? places[0] : places[^1];
            parts[wanted] = part[(cut + 1)..];
            part.RemoveRange(cut, part.Count - cut);
            return;
        }
    }

    // Followed by a figure it is a range or a rate, not a name.
    private static bool IsWeak(List<Token> part, int i, SpokenSlot wanted, Vocabulary vocabulary) =>
        i < part.Count - 1 && vocabulary.WeakMarkers.At(part, i) is { } weak && weak.Meaning == wanted
        && !new NumberReader(vocabulary.Numbers).Begins(part, weak.Next);

    private static bool Commands(Vocabulary vocabulary, IReadOnlyList<Token> tokens, int i) =>
        vocabulary.RecordVerbs.At(tokens, i) is not null || vocabulary.Verbs.At(tokens, i) is not null || vocabulary.Nouns.At(tokens, i) is not null;

    private static bool Takes(SpokenIntent intent, SpokenSlot slot) => slot switch
    {
        SpokenSlot.Patient => true,
        SpokenSlot.Dose or SpokenSlot.Weight => intent is SpokenIntent.HandOver or SpokenIntent.Dose,
        SpokenSlot.Reason => intent is SpokenIntent.Return or SpokenIntent.Waste,
        SpokenSlot.Witness => intent is SpokenIntent.Waste,
        _ => false,
    };
}
