using Clinic.Transcription.Language;

namespace Clinic.Transcription.Drafting.Offline;

/// <summary>All sentences that a visit gives, before the choice.</summary>
internal static class Candidates
{
    // A sentence of such length with a number says little else.
    private const int Whole = 45;

    public static List<Candidate> Of(List<Utterance> visit, Lexicon lexicon, DraftContext context)
    {
        var all = new List<Candidate>();
        foreach (var utterance in visit)
        {
            if (utterance.IsExcluded) continue;
            if (utterance.IsDictated)
            {
                Dictated(utterance, lexicon, context, all);
                continue;
            }

            if (Fused(utterance, lexicon) is { } fused)
            {
                foreach (var statement in fused.Statements) all.Add(Rate(statement, fused.Question, all.Count, lexicon));
                continue;
            }

            if (Quoted(utterance, lexicon) is { } quoted)
            {
                all.Add(Rate(quoted, utterance.Units[0], all.Count, lexicon));
                continue;
            }

            foreach (var unit in utterance.Units)
            {
                if (!IsContent(unit, lexicon)) continue;
                var from = Opening.Skip(utterance, unit.From, unit.To, lexicon);
                var text = Wording.Of(utterance, from, unit.To, lexicon);
                if (text.Length < 3) continue;
                var span = new EvidenceSpan(utterance.Segment, utterance.Tokens[from].Start, utterance.Tokens[unit.To - 1].End - utterance.Tokens[from].Start);
                all.Add(Rate(new(unit.Section, text, [span], Polarities.Of(unit, from, lexicon)), unit, all.Count, lexicon));
            }
        }

        if (context.Sections.Count > 0) all.RemoveAll(c => !context.Sections.Contains(c.Statement.Section));
        return all;
    }

    // Whoever dictates has chosen the words already; where the template lacks the section, the likeliest of its own takes them.
    private static void Dictated(Utterance utterance, Lexicon lexicon, DraftContext context, List<Candidate> all)
    {
        foreach (var unit in utterance.Units.Where(u => !u.IsCommand))
        {
            var section = context.Sections.Count == 0 || context.Sections.Contains(unit.Section) ? unit.Section : context.Sections.MaxBy(s => unit.Scores[(int)s]);
            var text = Wording.Of(utterance, unit.From, unit.To, lexicon);
            if (text.Length > 0) all.Add(new(new(section, text, [unit.Span], Polarities.Of(unit, unit.From, lexicon)), unit, all.Count, 0, Always: true));
        }
    }

    private static (Unit Question, List<DraftStatement> Statements)? Fused(Utterance answer, Lexicon lexicon)
    {
        if (answer.Units.Count == 0 || answer.Units[0].Asked is not { } question) return null;
        var said = Answers.Of(answer, lexicon);
        if (said == Answer.Content || question.IsChat || (question.Clinical == 0 && !question.HasDrug && !(question.HasNumber && question.HasTime) && question.Cues.Max() < 1.5)) return null;
        var section = answer.Units.MaxBy(u => u.Best)!.Section;
        List<EvidenceSpan> evidence = [question.Span, new(answer.Segment, answer.Tokens[0].Start, answer.Tokens[^1].End - answer.Tokens[0].Start)];
        var statements = Fusion.Of(question, said, lexicon).Select(f => new DraftStatement(section, f.Text, evidence, f.Polarity)).ToList();
        return statements.Count == 0 ? null : (question, statements);
    }

    // "¿Ha pensado en...?" "No, eso no, por mis hijas": a yes or no with words that name nothing needs its question.
    private static DraftStatement? Quoted(Utterance answer, Lexicon lexicon)
    {
        if (BareNumber(answer, lexicon) is { } number) return number;
        if (answer.IsPhysician || answer.Units.Count != 1 || answer.Units[0] is not { Asked: { IsChat: false } question, Clinical: 0, HasDrug: false, HasNumber: false, HasTime: false } unit) return null;
        if (lexicon.IsEnglish ? !question.HasRedFlag || question.Clinical == 0 : question.Clinical == 0 && (question.Words < 2 || unit.Phase is ReportSection.Assessment or ReportSection.Plan)) return null;
        var said = lexicon["no"].Find(answer.Tokens, 0, Math.Min(lexicon.IsEnglish ? 1 : 3, answer.Tokens.Count)).Any() ? Polarity.Negated : lexicon["yes"].At(answer.Tokens, 0, answer.Tokens.Count) is not null ? Polarity.Affirmed : Polarity.Uncertain;
        if (lexicon["admission"].Find(question.Of.Tokens, question.From, question.To).Any()) return null;
        var bare = Answers.Of(answer, lexicon);
        if (bare != Answer.Content && lexicon.IsEnglish) return null;
        if (said == Polarity.Uncertain && bare == Answer.Content) return null;
        if (bare != Answer.Content) said = bare == Answer.No ? Polarity.Negated : Polarity.Affirmed;
        var asked = Wording.Plain(question.Of, Opening.Skip(question.Of, question.From, question.To, lexicon), question.To, lexicon).TrimStart('¿', ' ');
        var words = Wording.Plain(answer, 0, answer.Tokens.Count, lexicon);
        var text = lexicon.IsEnglish ? $"Asked \"{asked}\": \"{words}\"." : $"A la pregunta «{asked}»: «{words}».";
        return new(unit.Section, text, [question.Span, unit.Span], said);
    }

    // "Fourteen." says nothing without what was asked.
    private static DraftStatement? BareNumber(Utterance answer, Lexicon lexicon)
    {
        if (!lexicon.IsEnglish || answer.IsPhysician || answer.Units.Count != 1 || answer.Units[0] is not { HasNumber: true, Clinical: 0, HasDrug: false, Words: <= 2, Asked: { IsChat: false, Words: >= 3 } question } unit) return null;
        var asked = Wording.Plain(question.Of, Opening.Skip(question.Of, question.From, question.To, lexicon), question.To, lexicon);
        return new(unit.Section, $"Asked \"{asked}\": \"{Wording.Plain(answer, 0, answer.Tokens.Count, lexicon)}\".", [question.Span, unit.Span], Polarity.Affirmed);
    }

    private static bool IsContent(Unit unit, Lexicon lexicon)
    {
        if (unit.IsQuestion || unit.IsChat || unit.IsCommand || (unit.IsGuide && unit.Of.IsPhysician)) return false;
        var answers = unit.Asked is { IsChat: false } asked && asked.Cues.Max() >= 1.5;
        var cue = unit.Cues.Max();
        var physician = unit.Of.IsPhysician;
        if (Answers.Of(unit.Of, lexicon) != Answer.Content) return false;
        if (!lexicon.IsEnglish && IsRemark(unit, lexicon)) return false;
        if (!lexicon.IsEnglish && IsSpanishContent(unit)) return true;
        if (unit.Words <= 2 && unit.Clinical == 0 && !unit.HasDrug && !unit.HasNumber && !answers) return false;
        if (lexicon.IsEnglish && unit.Words <= 2 && unit.Clinical == 0 && !unit.HasDrug && !unit.HasNumber && cue < 1) return false;
        if (lexicon.IsEnglish && unit.Words <= 3 && unit.Clinical == 0 && !unit.HasDrug && !unit.HasNumber && !unit.HasTime) return false;
        return unit.Clinical > 0 || unit.HasDrug || unit.HasRedFlag || cue >= (physician ? 2.5 : 2)
            || (!physician && (unit.HasNumber || unit.HasTime || cue >= 1) && (unit.Words > 1 || answers)) || (answers && unit.Words >= 2 && unit.Of.Words <= 14)
            || (physician && unit.HasNumber && HasUnit(unit) && unit.Words >= 3 && unit.Phase != ReportSection.PresentIllness)
            || (physician && unit.HasNumber && (cue > 0 || (unit.HasTime && unit.Phase == ReportSection.Plan)));
    }

    // A physician's word on the history while asking, and a patient's question once the plan is told, are no findings.
    private static bool IsRemark(Unit unit, Lexicon lexicon)
    {
        if (unit.HasDrug || unit.HasRedFlag || (unit.HasNumber && unit.Clinical > 0)) return false;
        if (unit.Asked is { } admission && unit.Clinical == 0 && lexicon["admission"].Find(admission.Of.Tokens, admission.From, admission.To).Any()) return true;
        if (unit.Of.IsPhysician && IsDoubt(unit)) return true;
        if (unit.Of.IsPhysician && unit.Phase == ReportSection.PresentIllness && !unit.HasNumber && unit.Of.Units.Exists(u => u.IsQuestion)) return true;
        if (unit.Of.IsPhysician) return unit.Phase == ReportSection.PresentIllness && unit.Clinical < 3 && (unit.Section < ReportSection.Exam || unit.Cues[(int)unit.Section] < 2.4);
        if (unit.Asked is not null || unit.Phase is not (ReportSection.Assessment or ReportSection.Plan)) return false;
        return unit.Cues.Max() < 2.2 || lexicon["mayi"].At(unit.Of.Tokens, Opening.Skip(unit.Of, unit.From, unit.To, lexicon), unit.To) is not null;
    }

    // "no sé si pedir placa": a physician who thinks aloud has not ordered it.
    private static bool IsDoubt(Unit unit) => Enumerable.Range(unit.From, Math.Max(0, Math.Min(5, unit.To - unit.From - 2))).Any(i => unit.Of.Tokens[i].Word is "no" && unit.Of.Tokens[i + 1].Word is "se" or "sabria" && unit.Of.Tokens[i + 2].Word is "si");

    private static bool HasUnit(Unit unit) => unit.Of.Numbers.Exists(n => n.At >= unit.From && n.At < unit.To && (n.Unit is not null || n.Second is not null));

    // An answer to a question of the visit, and what a physician says once the examination has begun.
    private static bool IsSpanishContent(Unit unit) =>
        unit.Of.IsPhysician
            ? unit.Words >= 4 && unit.Phase is ReportSection.Exam or ReportSection.Results or ReportSection.Assessment or ReportSection.Plan
            : unit.Section == ReportSection.ChiefComplaint || (unit.Asked is { IsChat: false } && (unit.Words >= 3 || (unit.Words >= 2 && unit.Asked.Cues.Max() > 0)));

    private static Candidate Rate(DraftStatement statement, Unit unit, int order, Lexicon lexicon)
    {
        var words = statement.Text.Split(' ').Length;
        var bonus = statement.Section switch
        {
            ReportSection.Results or ReportSection.Medications or ReportSection.Allergies or ReportSection.Assessment or ReportSection.ChiefComplaint => 2,
            ReportSection.PastHistory or ReportSection.SurgicalHistory or ReportSection.Plan => 1.4,
            ReportSection.PresentIllness => unit.Of.IsPhysician ? 0 : 1.2,
            _ => 0.6,
        };
        var numbers = unit.HasNumber ? 5 : 0;
        var rank = (unit.Clinical + (unit.HasDrug ? 1 : 0) + numbers + (0.3 * Math.Min(8, unit.Best)) + bonus) / Math.Sqrt(8 + words);
        var always = (unit.HasDrug && statement.Section is ReportSection.Medications or ReportSection.Allergies) || (unit.HasRedFlag && statement.Polarity != Polarity.Negated) || (unit.HasNumber && HasUnit(unit)) || (unit.HasDrug && unit.HasNumber) || (unit.HasNumber && words <= Whole && (unit.Clinical > 0 || unit.HasTime)) || (statement.Section == ReportSection.Allergies && !unit.IsQuestion && unit.Count(ClinicalKind.History) > 0) || statement.Section == ReportSection.ChiefComplaint;
        return new(statement, unit, order, rank, always);
    }
}
