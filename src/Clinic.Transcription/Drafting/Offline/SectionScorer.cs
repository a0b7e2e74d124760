using Clinic.Transcription.Language;
using Clinic.Transcription.Transcripts;

namespace Clinic.Transcription.Drafting.Offline;

/// <summary>Scores every section for every piece of speech: cues, who speaks, what was asked, how far the visit is.</summary>
internal sealed class SectionScorer(List<Utterance> visit, Lexicon lexicon)
{
    private const double Inherited = 0.8;
    private const double PhasePrior = 1.4;
    private const double Neighbour = 0.25;
    private const double Sure = 2.8;
    private const int Early = 5;

    private static readonly ReportSection[] History =
    [
        ReportSection.PastHistory, ReportSection.SurgicalHistory, ReportSection.FamilySocialHistory, ReportSection.Allergies,
        ReportSection.Medications, ReportSection.Immunizations, ReportSection.GynHistory,
    ];

    private static readonly ReportSection[] Told = [ReportSection.Exam, ReportSection.Results, ReportSection.Assessment, ReportSection.Plan];

    private readonly HashSet<string> complaints = new(StringComparer.Ordinal);
    private readonly HashSet<string> systems = new(StringComparer.Ordinal);

    public void Run()
    {
        foreach (var unit in visit.SelectMany(u => u.Units)) Look(unit);
        var phase = ReportSection.PresentIllness;
        var lastQuestion = visit.FindLastIndex(u => u.IsPhysician && u.Units.Exists(q => q.IsQuestion && !q.IsChat));
        foreach (var utterance in visit)
        {
            // When all is asked, a physician tells what was found.
            if (!lexicon.IsEnglish && phase == ReportSection.PresentIllness && lastQuestion > 4 && utterance.IsPhysician && utterance.Segment > visit[lastQuestion].Segment) phase = ReportSection.Exam;
            foreach (var unit in utterance.Units)
            {
                if (utterance.IsPhysician) phase = Phase(unit, phase);
                unit.Phase = phase;
                Score(unit, phase);
                if (!lexicon.IsEnglish && utterance.IsPhysician) phase = Follow(unit, phase);
            }

            Smooth(utterance);
        }

        foreach (var unit in visit.SelectMany(u => u.Units)) unit.Section = ArgMax(unit.Scores);
        if (!lexicon.IsEnglish)
        {
            foreach (var utterance in visit) Gather(utterance);
        }

        Complaint();
    }

    // One turn speaks of one thing: a piece without words of another section goes with the turn.
    private static void Gather(Utterance utterance)
    {
        var units = utterance.Units.Where(u => !u.IsQuestion && !u.IsChat && !u.IsCommand).ToList();
        if (units.Count < 2) return;
        var sums = new double[Unit.Sections];
        foreach (var unit in units)
        {
            for (var i = 0; i < Unit.Sections; i++) sums[i] += unit.Scores[i];
        }

        var common = ArgMax(sums);
        foreach (var unit in units.Where(u => u.Section != common && (u.Cues[(int)u.Section] < (u.Asked is null ? Sure : Sure + 0.5) || (u.Asked is not null && u.Section >= ReportSection.Exam)))) unit.Section = common;
    }

    private void Look(Unit unit)
    {
        var tokens = unit.Of.Tokens;
        var hits = new Dictionary<(ReportSection, double, string), int>();
        foreach (var cue in lexicon.Cues.Find(tokens, unit.From, unit.To, overlapping: true))
        {
            // The same words count twice at most.
            var key = (cue.Value.Section, cue.Value.Weight, tokens[cue.At].Word);
            if ((hits[key] = hits.GetValueOrDefault(key) + 1) <= 2) unit.Cues[(int)cue.Value.Section] += cue.Value.Weight;
        }

        if (unit.IsQuestion && unit.Of.IsPhysician)
        {
            foreach (var about in lexicon.Asks.Find(tokens, unit.From, unit.To)) unit.Cues[(int)about.Value.Section] += about.Value.Weight;
        }

        foreach (var word in lexicon.Clinical.Find(tokens, unit.From, unit.To))
        {
            unit.Kinds[(int)word.Value]++;
            unit.Clinical++;
        }

        unit.HasDrug = Lexicon.Drugs.Find(tokens, unit.From, unit.To).Any();
        unit.HasTime = lexicon.Has("time", tokens, unit.From, unit.To);
        unit.HasRedFlag = lexicon.RedFlags.Find(tokens, unit.From, unit.To).Any();
        unit.HasNumber = unit.Of.Numbers.Exists(n => n.At >= unit.From && n.At < unit.To);
        unit.IsCommand = MachineTalk.IsCommand(tokens, unit.From, unit.To);
        unit.IsGuide = lexicon["guide"].Find(tokens, unit.From, unit.To).Any() && !unit.HasNumber && unit.Words <= 14
            && unit.Count(ClinicalKind.Exam) == 0 && unit.Count(ClinicalKind.Symptom) + unit.Count(ClinicalKind.Diagnosis) <= 1 && !lexicon.Has("negation", tokens, unit.From, unit.To) && !unit.HasDrug;
        var strongest = unit.Cues.Max();
        unit.IsChat = lexicon.Has("chat", tokens, unit.From, unit.To) && unit.Clinical == 0 && !unit.HasDrug && (!unit.HasNumber || !unit.HasTime) && strongest <= 3.2;
    }

    private ReportSection Phase(Unit unit, ReportSection phase)
    {
        foreach (var match in lexicon.Phases.Find(unit.Of.Tokens, unit.From, unit.To)) phase = match.Value;
        if (!unit.IsQuestion && !unit.IsChat && IsPlanInTime(unit)) return ReportSection.Plan;
        return phase;
    }

    // What a physician tells moves the visit on: findings end the asking, and behind a diagnosis comes the plan.
    private ReportSection Follow(Unit unit, ReportSection phase)
    {
        if (unit.IsQuestion || unit.IsChat || unit.IsCommand || unit.Words < 3) return phase;
        var told = Told.MaxBy(s => unit.Scores[(int)s]);
        if (phase == ReportSection.PresentIllness && unit.Of.Segment < visit.Count / 4) return phase;
        if (unit.Scores[(int)told] < (phase == ReportSection.PresentIllness ? 2.2 : 3)) return phase;
        return told == ReportSection.Assessment ? ReportSection.Plan : told;
    }

    // "lo veo en una semana" is a plan in whatever phase it is said.
    private static bool IsPlanInTime(Unit unit) => unit.Cues[(int)ReportSection.Plan] > 0 && unit.HasTime && unit.Of.IsPhysician;

    private void Score(Unit unit, ReportSection phase)
    {
        var scores = unit.Scores;
        unit.Cues.CopyTo(scores, 0);
        if (unit.Of.IsPhysician && !unit.IsQuestion && !lexicon.IsEnglish)
        {
            var plan = PlanGrammar.Score(unit, phase);
            // Before anything was found, an order helps the talk along: "tómese su tiempo".
            if (phase == ReportSection.PresentIllness && !unit.HasDrug && !unit.HasNumber && !unit.HasTime && unit.Count(ClinicalKind.Treatment) == 0) plan *= 0.3;
            if (scores[(int)ReportSection.Plan] < 3) unit.Cues[(int)ReportSection.Plan] = scores[(int)ReportSection.Plan] += plan;
            if (plan >= 2.2 && phase != ReportSection.PresentIllness) unit.IsChat = false;
            // "repetimos el potasio" orders what another time tells.
            if (plan >= 1.8 && unit.Cues[(int)ReportSection.Plan] >= 3 && !lexicon.Has("value", unit.Of.Tokens, unit.From, unit.To)) scores[(int)ReportSection.Results] *= 0.4;
            var named = AssessmentGrammar.Score(unit, lexicon);
            if (named > unit.Cues[(int)ReportSection.Assessment]) unit.Cues[(int)ReportSection.Assessment] = scores[(int)ReportSection.Assessment] = named;
        }

        if (unit.Of.IsPhysician) Physician(unit, scores, phase);
        else Patient(unit, scores);
        if (unit.Asked is { } asked && !unit.Of.IsPhysician) Inherit(unit, asked, scores);
        if (unit.HasNumber && unit.Count(ClinicalKind.Study) > 0) scores[(int)ReportSection.Results] += unit.Of.IsPhysician ? 1.2 : 0.6;
        if (!unit.Of.IsPhysician && unit.Count(ClinicalKind.Symptom) > 0)
        {
            foreach (var word in Words(unit, ClinicalKind.Symptom)) complaints.Add(word);
            foreach (var word in Words(unit, ClinicalKind.Anatomy)) complaints.Add(word);
        }

        if (!unit.Of.IsPhysician && unit.Of.Segment <= Early) systems.UnionWith(Parts(unit).Select(p => p.Value));
    }

    private void Physician(Unit unit, double[] scores, ReportSection phase)
    {
        if (unit.IsQuestion) return;
        foreach (var section in new[] { ReportSection.PresentIllness, ReportSection.ReviewOfSystems, ReportSection.FamilySocialHistory, ReportSection.PastHistory, ReportSection.SurgicalHistory, ReportSection.GynHistory }) scores[(int)section] *= 0.5;
        scores[(int)ReportSection.Medications] *= 0.6;
        scores[(int)ReportSection.Allergies] *= 0.7;
        if (!lexicon.IsEnglish) scores[(int)ReportSection.Immunizations] *= phase is ReportSection.PresentIllness ? 0.7 : 0.3;
        scores[(int)ReportSection.Exam] += 0.4 * Math.Min(3, unit.Count(ClinicalKind.Exam));
        if (unit.HasNumber && unit.Count(ClinicalKind.Measure) > 0) scores[(int)ReportSection.Exam] += 1.6;
        if (!lexicon.IsEnglish && unit.Count(ClinicalKind.Study) > 0 && lexicon.Has("value", unit.Of.Tokens, unit.From, unit.To)) scores[(int)ReportSection.Results] += 1.6;
        // "el PSA, dos punto ocho": a study with its number, and nothing measured on the body.
        if (!lexicon.IsEnglish && unit.HasNumber && unit.Count(ClinicalKind.Study) > 0 && unit.Count(ClinicalKind.Measure) + unit.Count(ClinicalKind.Anatomy) == 0 && unit.Cues[(int)ReportSection.Plan] < 2) scores[(int)ReportSection.Results] += 1.2;
        // A part of the body and how it is.
        if (!lexicon.IsEnglish && unit.Count(ClinicalKind.Anatomy) > 0 && unit.Count(ClinicalKind.Exam) + unit.Count(ClinicalKind.Symptom) > 0 && unit.Count(ClinicalKind.Study) == 0 && unit.Cues[(int)ReportSection.Plan] < 2) scores[(int)ReportSection.Exam] += 1.4;
        if (AssessmentGrammar.Diseases(unit, lexicon).Count > 0) scores[(int)ReportSection.Assessment] += States(unit) ? 2.4 : 1.2;
        if (unit.HasDrug && unit.HasNumber) scores[(int)ReportSection.Plan] += 1.5;
        if (unit.Count(ClinicalKind.Treatment) > 0) scores[(int)ReportSection.Plan] += 0.6;
        if (IsPlanInTime(unit)) scores[(int)ReportSection.Plan] += 2;
        else if (phase != ReportSection.PresentIllness) scores[(int)phase] += PhasePrior;
        if (phase == ReportSection.Plan)
        {
            foreach (var section in History) scores[(int)section] *= 0.4;
            scores[(int)ReportSection.Plan] += 0.8;
        }

        if (unit.HasDrug && scores[(int)ReportSection.Plan] >= 3) scores[(int)ReportSection.Allergies] *= 0.4;
        scores[(int)ReportSection.PresentIllness] += phase == ReportSection.PresentIllness ? 0.5 : 0;
    }

    // "su papá tiene una fractura": a verb of having or being with a diagnosis near behind it.
    private static bool States(Unit unit)
    {
        var tokens = unit.Of.Tokens;
        for (var i = unit.From; i < unit.To; i++)
        {
            if (tokens[i].Word is "it's" or "that's" or "you've" || (tokens[i].Word is "is" && i > unit.From && tokens[i - 1].Word is "this" or "it" or "that" or "here")) return true;
            if (tokens[i].Word is "tiene" or "tienes" or "tenes" or "trae" or "tenemos" or "presenta" or "es" or "parece" or "produjo" or "haciendo" or "have" or "has") return true;
        }

        return false;
    }

    private void Patient(Unit unit, double[] scores)
    {
        foreach (var section in new[] { ReportSection.Exam, ReportSection.Assessment, ReportSection.Plan }) scores[(int)section] *= 0.15;
        scores[(int)ReportSection.Results] *= 0.45;
        var denies = lexicon.IsEnglish && unit.Words <= 14 && unit.Count(ClinicalKind.Symptom) > 0 && Denies(unit) && !Words(unit, ClinicalKind.Symptom).Any(complaints.Contains);
        scores[(int)ReportSection.ReviewOfSystems] = denies ? scores[(int)ReportSection.ReviewOfSystems] + 1.2 : scores[(int)ReportSection.ReviewOfSystems] * 0.3;
        scores[(int)ReportSection.PresentIllness] += 0.9 + (unit.Count(ClinicalKind.Symptom) > 0 && unit.Asked is null ? 0.9 : 0);
        if (unit.HasDrug && scores[(int)ReportSection.Allergies] < 3) scores[(int)ReportSection.Medications] += unit.HasNumber ? 2.2 : 1.2;
        if (unit.Count(ClinicalKind.Diagnosis) > 0) scores[(int)ReportSection.PastHistory] += 0.7;
        if (unit.Of.Role == SpeakerRole.Patient && unit.Count(ClinicalKind.Diagnosis) > 0 && lexicon.Has("family", unit.Of.Tokens, unit.From, unit.To))
        {
            scores[(int)ReportSection.FamilySocialHistory] += 1.5;
            scores[(int)ReportSection.PastHistory] *= 0.5;
        }

        if (!lexicon.IsEnglish && unit.Asked is not null)
        {
            foreach (var section in Told) scores[(int)section] *= 0.5;
        }

        if (unit.Of.Role == SpeakerRole.Relative) scores[(int)ReportSection.FamilySocialHistory] *= 0.6;
    }

    private void Inherit(Unit unit, Unit asked, double[] scores)
    {
        var known = lexicon.IsEnglish ? Words(asked, ClinicalKind.Symptom).Any(complaints.Contains) : IsOfStory(asked);
        // Who asks for the family or the medicines asks for no symptoms, whatever else is named.
        var typed = !lexicon.IsEnglish && History.Max(h => asked.Cues[(int)h]) >= Sure;
        for (var i = 0; i < scores.Length; i++)
        {
            var share = (ReportSection)i switch
            {
                ReportSection.ReviewOfSystems => known || typed ? 0.3 : 1,
                ReportSection.Plan or ReportSection.Assessment => 0.1,
                ReportSection.Exam => lexicon.IsEnglish ? 0.2 : 0,
                ReportSection.Results => 0.4,
                ReportSection.ChiefComplaint => 0,
                _ => 1,
            };
            scores[i] += Inherited * share * asked.Cues[i];
        }

        if (!lexicon.IsEnglish && !known && asked.Cues.Max() < 1e-9 && Before(asked) is { } before)
        {
            // "¿Y la última?" goes on with what was asked before.
            for (var i = 0; i < (int)ReportSection.Exam; i++) scores[i] += 0.25 * before.Cues[i];
        }

        // A bare yes or no to something that is not of the story: a system was reviewed.
        if (!lexicon.IsEnglish && asked.Cues[(int)ReportSection.FamilySocialHistory] >= 2 && lexicon.Has("family", unit.Of.Tokens, unit.From, unit.To))
        {
            scores[(int)ReportSection.FamilySocialHistory] += 1.5;
            scores[(int)ReportSection.PastHistory] *= 0.4;
        }

        // "¿Trombosis, diabetes?": who asks for diseases by their names asks for what was before.
        if (!lexicon.IsEnglish && !known && !typed && asked.Cues.Max() < 1.2 && asked.Count(ClinicalKind.Diagnosis) > 0 && asked.Count(ClinicalKind.Symptom) == 0 && unit.Phase == ReportSection.PresentIllness) scores[(int)ReportSection.PastHistory] += 1.6;
        if (!lexicon.IsEnglish && !known && asked.Cues.Max() < 1.2 && Answers.Of(unit.Of, lexicon) != Answer.Content) scores[(int)ReportSection.ReviewOfSystems] += 1.2;
        if (asked.HasDrug && asked.Cues[(int)ReportSection.Allergies] < 3) scores[(int)ReportSection.Medications] += 1.5;
        if (asked.Cues[(int)ReportSection.Allergies] >= 3) scores[(int)ReportSection.Medications] *= 0.3;
        if (known) scores[(int)ReportSection.PresentIllness] += lexicon.IsEnglish ? 1 : 2;
        if (History.Max(h => asked.Cues[(int)h]) >= 1.2 && !known) scores[(int)ReportSection.PresentIllness] *= 0.5;
        if (unit.Count(ClinicalKind.Diagnosis) > 0 && !unit.HasDrug && unit.Cues[(int)ReportSection.Allergies] == 0) scores[(int)ReportSection.Allergies] *= 0.6;
        if (!lexicon.IsEnglish && !known && !typed && asked.Count(ClinicalKind.Symptom) > 0 && asked.Cues[(int)ReportSection.PresentIllness] == 0 && unit.Phase == ReportSection.PresentIllness && AsksNew(asked)) scores[(int)ReportSection.ReviewOfSystems] += 1;
        if (asked.Cues[(int)ReportSection.ReviewOfSystems] > 0 && !known && !typed) scores[(int)ReportSection.ReviewOfSystems] += lexicon.IsEnglish && Denies(unit) ? 1.6 : 0.6;
    }

    // "no numbness or tingling": all that is named is denied.
    private bool Denies(Unit unit)
    {
        var tokens = unit.Of.Tokens;
        var denied = NegationScopes.Of(tokens, unit.From, unit.To, lexicon);
        var named = lexicon.Clinical.Find(tokens, unit.From, unit.To).Where(m => m.Value == ClinicalKind.Symptom).ToList();
        return named.Count > 0 ? named.TrueForAll(m => denied[m.At - unit.From]) : lexicon["no"].At(tokens, unit.From, unit.To) is not null;
    }

    private Unit? Before(Unit asked) => Earlier(asked.Of)?.Units.FindLast(u => u.IsQuestion);

    // Whether there is something else; "the pain" is the one that was spoken of, and what a joint does belongs to its injury.
    private bool AsksNew(Unit asked)
    {
        var tokens = asked.Of.Tokens;
        var first = Opening.Skip(asked.Of, asked.From, asked.To, lexicon);
        if (tokens[first].Word is "cuando" or "como" or "donde" or "que" or "cual" or "desde" or "hace" or "cuanto" or "cuantas" or "cuantos" or "en" or "de") return false;
        foreach (var match in lexicon.Clinical.Find(tokens, asked.From, asked.To).Where(m => m.Value == ClinicalKind.Symptom))
        {
            if (tokens[match.At].Word is "chasquido" or "crujido" or "bloqueo" or "inestabilidad" or "golpe") return false;
            if (match.At > asked.From && tokens[match.At - 1].Word is "el" or "la" or "los" or "las" or "ese" or "esa" or "este" or "esta") return false;
        }

        return true;
    }

    // Pieces of one turn lean towards each other.
    private static void Smooth(Utterance utterance)
    {
        if (utterance.Units.Count < 2) return;
        var own = utterance.Units.ConvertAll(u => (double[])u.Scores.Clone());
        for (var i = 0; i < own.Count; i++)
        {
            for (var s = 0; s < Unit.Sections; s++)
            {
                if (i > 0) utterance.Units[i].Scores[s] += Neighbour * own[i - 1][s];
                if (i + 1 < own.Count) utterance.Units[i].Scores[s] += Neighbour * own[i + 1][s];
            }
        }
    }

    // Why the patient came: the first complaint in the first part of the visit.
    private void Complaint()
    {
        var limit = Math.Max(8, visit.Count / 4);
        var said = visit.Take(limit).SelectMany(u => u.Units).Where(u => !u.IsQuestion && !u.IsChat && !u.Of.IsExcluded && !u.IsCommand).ToList();
        foreach (var unit in visit.SelectMany(u => u.Units).Where(u => u.Section == ReportSection.ChiefComplaint))
        {
            unit.Scores[(int)ReportSection.ChiefComplaint] = 0;
            unit.Section = ArgMax(unit.Scores);
        }

        var first = said.Find(u => u.Cues[(int)ReportSection.ChiefComplaint] > 0 && u.Clinical > 0) ?? said.Find(u => !u.Of.IsPhysician && u.Asked?.IsChat != false && u.Clinical > 0 && u.Kinds[(int)ClinicalKind.Symptom] + u.Kinds[(int)ClinicalKind.Diagnosis] + u.Kinds[(int)ClinicalKind.History] + u.Kinds[(int)ClinicalKind.Study] + u.Kinds[(int)ClinicalKind.Treatment] + u.Kinds[(int)ClinicalKind.Measure] > 0)
            ?? said.Find(u => !u.Of.IsPhysician && u.Clinical > 0 && (u.Asked is null || History.Max(h => u.Asked.Cues[(int)h]) < 1.2));
        if (!lexicon.IsEnglish) first = Opened(said) ?? first;
        if (first is null) return;
        first.Section = ReportSection.ChiefComplaint;
        first.Scores[(int)ReportSection.ChiefComplaint] = first.Scores.Max() + 1;
        if (lexicon.IsEnglish || first.Of.Words > 40) return;
        foreach (var unit in first.Of.Units.Where(u => !u.IsQuestion && u.Section is ReportSection.PresentIllness or ReportSection.ReviewOfSystems)) unit.Section = ReportSection.ChiefComplaint;
    }

    // Behind "what brings you" comes the complaint, whatever its words; else it is the first that a patient tells.
    private Unit? Opened(List<Unit> said)
    {
        var told = said.Where(u => !u.Of.IsPhysician && u.Words >= 3 && Answers.Of(u.Of, lexicon) == Answer.Content).ToList();
        var invited = told.Find(u => Spoken(u) is { } before && lexicon["opening"].Find(before.Tokens, 0, before.Tokens.Count).Any() && !(u.Asked is { } asked && Admits(asked)));
        var cued = told.Find(u => u.Cues[(int)ReportSection.ChiefComplaint] > 0 && u.Clinical > 0 && u.Of.Segment <= 4);
        var early = told.Find(u => u.Asked is null || (u.Asked.Clinical == 0 && !Admits(u.Asked)) || (u.Of.Segment <= 2 && !Admits(u.Asked) && History.Max(h => u.Asked.Cues[(int)h]) < Sure));
        // Who tells why before anybody asks has told it: a later invitation asks how it went on.
        if (invited is not null && cued is not null && cued.Of.Segment < invited.Of.Segment) return cued;
        return invited ?? cued ?? early;
    }

    private Utterance? Spoken(Unit unit) => Earlier(unit.Of);

    // What the physician said last before.
    private Utterance? Earlier(Utterance of) => of.Segment is > 0 and var at && at <= visit.Count ? visit.FindLastIndex(at - 1, u => u.IsPhysician && u.Segment < of.Segment) is >= 0 and var found ? visit[found] : null : null;

    // "¿Cómo se llama?", "¿cuántos años tiene?": who somebody is, not why he came.
    private bool Admits(Unit asked) => lexicon["admission"].Find(asked.Of.Tokens, asked.From, asked.To).Any();

    private IEnumerable<string> Words(Unit unit, ClinicalKind kind) =>
        lexicon.Clinical.Find(unit.Of.Tokens, unit.From, unit.To).Where(m => m.Value == kind).Select(m => Stem(unit.Of.Tokens[m.At].Word));

    // Of the part complained of, or the complaint itself; a list of many things looks for others, and pain elsewhere is another.
    private bool IsOfStory(Unit asked)
    {
        if (History.Max(h => asked.Cues[(int)h]) >= Sure) return false;
        var symptoms = Words(asked, ClinicalKind.Symptom).Distinct(StringComparer.Ordinal).ToList();
        if (symptoms.Count > 3) return false;
        var parts = Parts(asked);
        if (parts.Count == 0 && asked.Count(ClinicalKind.Anatomy) == 0 && symptoms.Count == 0) parts = asked.Of.Units.Where(u => u.IsQuestion).SelectMany(Parts).ToList();
        if (parts.Count > 0 && parts.GroupBy(p => p.At).All(g => g.Any(p => systems.Contains(p.Value)))) return true;
        return symptoms.Exists(s => complaints.Contains(s) && (s is not ("dolor" or "duele") || Words(asked, ClinicalKind.Anatomy).All(complaints.Contains)));
    }

    private List<PhraseMatch<string>> Parts(Unit unit) => Whole(lexicon.Systems.Find(unit.Of.Tokens, unit.From, unit.To, overlapping: true).ToList());

    // "se le duerme" speaks of a limb, not of sleep: a word inside a longer phrase is not its own.
    private static List<PhraseMatch<string>> Whole(List<PhraseMatch<string>> found) => found.FindAll(f => !found.Exists(o => o.Length > f.Length && o.At <= f.At && o.End >= f.End));

    private static string Stem(string word) => word.Length > 5 ? word[..5] : word;

    private static ReportSection ArgMax(double[] scores)
    {
        var best = 1;
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i] > scores[best] + 1e-9) best = i;
        }

        return (ReportSection)best;
    }
}
