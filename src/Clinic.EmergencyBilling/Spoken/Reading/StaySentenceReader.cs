using Clinic.Abstractions;
using Clinic.EmergencyBilling.Stays;
using Clinic.Spoken;

namespace Clinic.EmergencyBilling.Spoken.Reading;

/// <summary>One sentence in one language: verb and clock first, then the patient, then reason, disposition and time in any order.</summary>
internal sealed class StaySentenceReader(StayVocabulary vocabulary, string clean)
{
    private const int ShortestRepeated = 4;

    private readonly TimeReader times = new(vocabulary.Times, vocabulary.Numbers, clean);
    private readonly List<Token> name = [];
    private readonly List<Token> reason = [];
    private string normal = "";
    private SaidTime? time;
    private string? documentEnd;
    private Disposition? disposition;
    private string? dispositionSaid;
    private bool inReason;
    private string? failure;

    public StayReading Read(List<Token> all)
    {
        var tokens = WithoutNoise(all);
        normal = string.Join(' ', tokens.Select(t => t.Text));
        var start = 0;
        while (vocabulary.Openers.At(tokens, start) is { } opener) start = opener.Next;
        if (Command(tokens, start) is not { } command)
            return Fail(tokens.Count > 0 && Withdraws(tokens) ? EmergencyBillingRules.SpokenWithdrawn : EmergencyBillingRules.SpokenNoCommand);
        if (command.Intent is not { } intent) return Fail(EmergencyBillingRules.SpokenPauseOrClose);
        Walk(tokens, Lead(tokens, command.Next), intent);
        if (failure is not null) return Fail(failure);
        if (time is SaidTime.Malformed) return Fail(EmergencyBillingRules.SpokenTimeMalformed);
        var words = Once(NameWords.Of(name, vocabulary.Connectives));
        var isDocument = words.Count > 0 && name.Where(t => !vocabulary.IsConnective(t)).All(t => t.Kind == TokenKind.Number && t.IsPlainDigits());
        return new(vocabulary.Language, normal)
        {
            Intent = intent,
            Patient = words,
            Document = isDocument ? string.Concat(name.Where(t => t.Kind == TokenKind.Number).Select(t => t.Text)) : null,
            DocumentEnd = documentEnd,
            Reason = reason.Count == 0 ? null : clean[reason[0].Start..reason[^1].End],
            Pause = intent == StayIntent.Pause ? Kind() : null,
            Disposition = disposition,
            DispositionSaid = dispositionSaid,
            Time = time,
        };
    }

    private List<Token> WithoutNoise(List<Token> all)
    {
        var kept = new List<Token>();
        for (var i = 0; i < all.Count;)
        {
            if (vocabulary.Noise.At(all, i) is { } noise)
            {
                i = noise.Next;
                continue;
            }

            kept.Add(all[i]);
            i++;
        }

        return kept;
    }

    private (StayIntent? Intent, int Next)? Command(List<Token> tokens, int i)
    {
        if (vocabulary.Verbs.At(tokens, i) is not { } verb) return null;
        return vocabulary.Nouns.At(tokens, SkipArticles(tokens, verb.Next)) is { } noun ? (verb.Meaning, noun.Next) : null;
    }

    private int SkipArticles(List<Token> tokens, int i)
    {
        while (i < tokens.Count && (vocabulary.IsConnective(tokens[i]) || tokens[i].Text is "su" or "mi" or "a" or "my")) i++;
        return i;
    }

    private int Lead(List<Token> tokens, int i)
    {
        // "Reanudar el reloj a las 14:10": what begins a time leads to no name.
        while (times.At(tokens, i) is null && vocabulary.Leads.At(tokens, i) is { } lead) i = lead.Next;
        return i;
    }

    private bool Withdraws(List<Token> tokens) => Enumerable.Range(0, tokens.Count).Any(i => IsWithdrawn(tokens, i));

    private bool IsWithdrawn(List<Token> tokens, int i) => vocabulary.Cancellations.At(tokens, i) is not null || vocabulary.Negations.At(tokens, i) is not null;

    private void Walk(List<Token> tokens, int i, StayIntent intent)
    {
        while (i < tokens.Count && failure is null) i = Step(tokens, i, intent);
    }

    private int Step(List<Token> tokens, int i, StayIntent intent)
    {
        if (times.At(tokens, i) is { } said)
        {
            if (time is not null) failure = EmergencyBillingRules.SpokenSaidTwice;
            time = said.Time;
            return said.Next;
        }

        if (intent == StayIntent.Close && Ending(tokens, i) is { } ended) return ended;
        if (Document(tokens, i) is { } document) return document;
        if (vocabulary.Reasons.At(tokens, i) is { } because && !inReason)
        {
            if (reason.Count > 0) failure = EmergencyBillingRules.SpokenSaidTwice;
            inReason = true;
            return because.Next;
        }

        if (Command(tokens, i) is not null) failure = EmergencyBillingRules.SpokenTwoCommands;
        else if (vocabulary.Cancellations.At(tokens, i) is not null || (!inReason && vocabulary.Negations.At(tokens, i) is not null)) failure = EmergencyBillingRules.SpokenWithdrawn;
        (inReason ? reason : name).Add(tokens[i]);
        return i + 1;
    }

    // A word that leads to a disposition belongs to it only if one follows: "por alta", and not "por orden médica".
    private int? Ending(List<Token> tokens, int i)
    {
        var at = i;
        while (vocabulary.DispositionLeads.At(tokens, at) is { } lead) at = lead.Next;
        if (vocabulary.Dispositions.At(tokens, at) is not { } found) return null;
        // "ingreso" within a reason that was begun is one of its words.
        if (inReason && reason.Count > 0 && at == i) return null;
        if (disposition is { } earlier && earlier != found.Meaning) failure = EmergencyBillingRules.SpokenSaidTwice;
        disposition = found.Meaning;
        dispositionSaid = clean[tokens[at].Start..tokens[found.Next - 1].End];
        inReason = false;
        return found.Next;
    }

    private int? Document(List<Token> tokens, int i)
    {
        if (inReason || vocabulary.Documents.At(tokens, i) is not { } marker) return null;
        var (digits, next) = ("", marker.Next);
        while (next < tokens.Count && Digit(tokens[next]) is { } one)
        {
            digits += one;
            next++;
        }

        if (digits.Length == 0) return null;
        // Without a name before it the number itself says who is meant.
        if (name.TrueForAll(vocabulary.IsConnective) && vocabulary.Documents.At(tokens, next) is null && !IsEnd(tokens, i, marker.Next))
        {
            name.AddRange(tokens[marker.Next..next]);
            return next;
        }

        if (documentEnd is not null) failure = EmergencyBillingRules.SpokenSaidTwice;
        documentEnd = digits;
        return next;
    }

    // "terminado en", "ending in": the words say themselves that it is not the whole number.
    private static bool IsEnd(List<Token> tokens, int from, int until) => tokens[until - 1].Text is "en" or "in" && until > from;

    private string? Digit(Token token) =>
        token.IsPlainDigits() ? token.Text : token.Kind == TokenKind.Word && vocabulary.Numbers.Digits.TryGetValue(token.Text, out var digit) ? $"{(char)('0' + digit)}" : null;

    private PauseKind? Kind()
    {
        if (reason.Count == 0) return null;
        for (var i = 0; i < reason.Count; i++)
        {
            if (vocabulary.Pauses.At(reason, i) is { } kind) return kind.Meaning;
        }

        return PauseKind.Other;
    }

    // Engines stutter: "Juan Pérez Juan Pérez" is one name, "García García" are two surnames.
    private static IReadOnlyList<string> Once(IReadOnlyList<string> words)
    {
        var half = words.Count / 2;
        return words.Count >= ShortestRepeated && words.Count % 2 == 0 && words.Take(half).SequenceEqual(words.Skip(half), StringComparer.Ordinal) ? [.. words.Take(half)] : words;
    }

    private StayReading Fail(string code) => new(vocabulary.Language, normal) { Failure = new RuleFailure(code) };
}
