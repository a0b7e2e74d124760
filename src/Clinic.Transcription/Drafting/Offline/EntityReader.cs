using Clinic.Transcription.Language;

namespace Clinic.Transcription.Drafting.Offline;

/// <summary>Names symptoms, diagnoses, treatments, drugs with their doses, allergies and measured values where they were said.</summary>
internal static class EntityReader
{
    public static List<ClinicalEntity> Read(List<Utterance> visit, Lexicon lexicon)
    {
        var all = new List<ClinicalEntity>();
        var answers = new Dictionary<Unit, Utterance>(ReferenceEqualityComparer.Instance);
        foreach (var utterance in visit.Where(u => u.Units.Count > 0 && u.Units[0].Asked is not null)) answers.TryAdd(utterance.Units[0].Asked!, utterance);
        foreach (var unit in visit.Where(u => !u.IsExcluded).SelectMany(u => u.Units))
        {
            if (unit.IsCommand) continue;
            var bare = unit.IsQuestion ? Bare(answers, unit, lexicon) : Answer.Content;
            if (unit.IsQuestion && bare == Answer.Content) continue;
            var denied = NegationScopes.Of(unit.Of.Tokens, unit.From, unit.To, lexicon);
            var start = all.Count;
            all.AddRange(DrugReader.Read(unit, denied, lexicon));
            Terms(unit, denied, lexicon, all);
            Measurements(unit, lexicon, all);
            if (bare == Answer.No)
            {
                for (var i = start; i < all.Count; i++) all[i] = all[i] with { Polarity = Polarity.Negated };
            }
        }

        return all.OrderBy(e => e.Evidence.Segment).ThenBy(e => e.Evidence.Start).ThenBy(e => e.Kind).ToList();
    }

    // A question names something only through its bare answer.
    private static Answer Bare(Dictionary<Unit, Utterance> answers, Unit question, Lexicon lexicon) =>
        answers.TryGetValue(question, out var answer) ? Answers.Of(answer, lexicon) : Answer.Content;

    private static void Terms(Unit unit, bool[] denied, Lexicon lexicon, List<ClinicalEntity> all)
    {
        var tokens = unit.Of.Tokens;
        var uncertain = lexicon.Has("uncertain", tokens, unit.From, unit.To);
        foreach (var match in lexicon.Clinical.Find(tokens, unit.From, unit.To))
        {
            EntityKind? kind = match.Value switch
            {
                ClinicalKind.Symptom when !(unit.Of.IsPhysician && unit.Section is ReportSection.Plan && !unit.IsQuestion) => EntityKind.Symptom,
                ClinicalKind.Diagnosis => EntityKind.Diagnosis,
                ClinicalKind.Treatment when unit.Section is ReportSection.Plan or ReportSection.SurgicalHistory => EntityKind.Treatment,
                _ => null,
            };
            if (kind is null) continue;
            var polarity = denied[match.At - unit.From] ? Polarity.Negated : kind == EntityKind.Diagnosis && uncertain ? Polarity.Uncertain : Polarity.Affirmed;
            all.Add(Entity(kind.Value, unit.Of, match.At, match.End, polarity));
        }
    }

    private static void Measurements(Unit unit, Lexicon lexicon, List<ClinicalEntity> all)
    {
        var tokens = unit.Of.Tokens;
        foreach (var number in unit.Of.Numbers)
        {
            if (number.At < unit.From || number.At >= unit.To || UnitWords.IsDose(number.Unit)) continue;
            var name = lexicon.Clinical.Find(tokens, Math.Max(unit.From, number.At - 6), number.At).Where(m => m.Value is ClinicalKind.Measure or ClinicalKind.Study).Cast<PhraseMatch<ClinicalKind>?>().LastOrDefault();
            var end = Math.Min(unit.To, number.EndWithUnit);
            if (name is null && !(number.Second is not null && number.Value is > 60 and < 260) && !(number.Unit is "degree")) continue;
            var entity = Entity(EntityKind.Measurement, unit.Of, name?.At ?? number.At, end, Polarity.Affirmed);
            var unitName = number.Second is not null && number.Value > 60 ? "mmHg" : number.Unit == "degree" ? "°C" : number.Unit;
            all.Add(entity with { Value = number.Value, SecondValue = number.Second, Unit = unitName, Term = name is { } n ? string.Join(' ', tokens.GetRange(n.At, n.Length).ConvertAll(t => t.Word)) : null });
        }
    }

    public static ClinicalEntity Entity(EntityKind kind, Utterance of, int from, int to, Polarity polarity)
    {
        var span = new EvidenceSpan(of.Segment, of.Tokens[from].Start, of.Tokens[to - 1].End - of.Tokens[from].Start);
        return new(kind, of.Text.Substring(span.Start, span.Length), span, polarity) { Term = string.Join(' ', of.Tokens.GetRange(from, to - from).ConvertAll(t => t.Word)) };
    }
}
