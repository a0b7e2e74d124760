using Clinic.Transcription.Language;

namespace Clinic.Transcription.Findings;

/// <summary>How a medicine is taken against what was said of that medicine: an interval crossed between two is a wrong dose.</summary>
internal static class RegimenRule
{
    private readonly record struct Anchor(string Name, int At, int End);

    public static IEnumerable<Finding> Check(Reading reading)
    {
        foreach (var statement in reading.Statements.Where(s => s.HasEvidence))
        {
            var drugs = Drugs(statement.Own);
            var own = RegimenReader.Read(statement.Own);
            if (own.Count == 0) continue;
            if (((drugs.Count > 0 ? Crossed(statement, drugs, own) : null) ?? AtAnotherTime(statement, own)) is not { } wrong) continue;
            yield return statement.Finding(FindingNames.Dose, Severity.Blocker, $"{wrong.Of} {wrong.Item}", string.Join(", ", wrong.Said.Select(s => s.ToString()).Distinct()));
        }
    }

    private static (string Of, RegimenItem Item, List<RegimenItem> Said)? Crossed(ReadStatement statement, List<Anchor> drugs, List<RegimenItem> own)
    {
        var said = new List<(string? Drug, RegimenItem Item)>();
        foreach (var (_, speech) in statement.Cited)
        {
            var named = Drugs(speech);
            said.AddRange(RegimenReader.Read(speech).Select(i => (Near(speech.Tokens, named, i)?.Name, i)));
        }

        foreach (var item in own)
        {
            if (Near(statement.Own.Tokens, drugs, item)?.Name is not { } drug) continue;
            // What was said of no medicine in particular may be meant of any.
            var bound = said.Where(s => s.Drug == drug && s.Item.Kind == item.Kind).Select(s => s.Item).ToList();
            if (bound.Count > 0 && !bound.Exists(item.Agrees) && !said.Exists(s => s.Drug is null && s.Item.Agrees(item))) return (drug, item, bound);
        }

        return null;
    }

    // "diez unidades en la mañana y seis en la noche": each dose has its time.
    private static (string Of, RegimenItem Item, List<RegimenItem> Said)? AtAnotherTime(ReadStatement statement, List<RegimenItem> own)
    {
        var times = own.Where(i => i.Kind == RegimenKind.TimeOfDay).ToList();
        if (times.Count == 0) return null;
        var said = statement.Cited.SelectMany(c => RegimenReader.Read(c.Speech).Where(i => i.Kind == RegimenKind.TimeOfDay).Select(i => (Dose: Near(c.Speech.Tokens, Doses(c.Speech), i)?.Name, Item: i))).ToList();
        foreach (var item in times)
        {
            if (Near(statement.Own.Tokens, Doses(statement.Own), item)?.Name is not { } dose) continue;
            var bound = said.Where(s => s.Dose == dose).Select(s => s.Item).ToList();
            if (bound.Count > 0 && !bound.Exists(item.Agrees)) return (dose, item, bound);
        }

        return null;
    }

    // The one before it, unless a pause parts them and none parts it from the next: "losartán 50; por la noche, atorvastatina".
    private static Anchor? Near(List<Token> tokens, List<Anchor> anchors, RegimenItem item)
    {
        Anchor? before = null;
        Anchor? behind = null;
        foreach (var anchor in anchors)
        {
            if (anchor.At < item.At) before = anchor;
            else if (behind is null && anchor.At >= item.End) behind = anchor;
        }

        if (before is not { } first) return behind is { } only && !Parts(tokens, item.End, only.At, sentences: true) ? only : null;
        if (behind is not { } next || Parts(tokens, item.End, next.At, sentences: false)) return first;
        return Parts(tokens, first.End, item.At, sentences: false) ? next : first;
    }

    private static bool Parts(List<Token> tokens, int from, int to, bool sentences)
    {
        for (var i = from; i < to; i++)
        {
            if (tokens[i].IsSentenceEnd || tokens[i].Word == ";") return true;
            if (!sentences && (tokens[i].Word is "," or "y" or "and" or "e" or "luego" or "then" or "pero" or "but")) return true;
        }

        return false;
    }

    private static List<Anchor> Drugs(ReadSpeech speech) => DrugRules.Drugs(speech).Select(d => new Anchor(d.Value.Name, d.At, d.End)).ToList();

    private static List<Anchor> Doses(ReadSpeech speech) =>
        speech.Numbers.Where(n => UnitWords.IsDose(n.Unit)).Select(n => new Anchor($"{SpokenNumbers.Digits(n)} {n.Unit}", n.At, n.EndWithUnit)).ToList();
}
