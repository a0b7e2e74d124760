using Clinic.Transcription.Drafting;
using Clinic.Transcription.Drafting.Offline;
using Clinic.Transcription.Findings;
using Clinic.Transcription.Language;
using Clinic.Transcription.Transcripts;

namespace Clinic.Transcription.Reports;

/// <summary>Reads drugs, diagnoses, treatments and allergies from signed statements, so that the record gets what was signed and nothing that was only said.</summary>
internal static class SignedEntities
{
    public static IReadOnlyList<ClinicalEntity> Of(IEnumerable<ReportStatement> statements, string language)
    {
        var lexicon = Lexicon.For(language);
        return [.. statements.SelectMany(s => Of(s, lexicon))];
    }

    // Each statement alone: in a report nobody asks or answers.
    private static IEnumerable<ClinicalEntity> Of(ReportStatement statement, Lexicon lexicon)
    {
        const string writer = "physician";
        var text = new Transcript(lexicon.Language, [new(0, writer, statement.Text)]) { Roles = new Dictionary<string, SpeakerRole> { [writer] = SpeakerRole.Physician } };
        var visit = VisitReader.Read(text, lexicon);
        foreach (var unit in visit[0].Units) (unit.Section, unit.IsQuestion, unit.IsCommand) = (statement.Section, false, false);
        var tokens = visit[0].Tokens;
        var denied = Denials.Of(tokens, lexicon);
        foreach (var entity in EntityReader.Read(visit, lexicon).Where(e => e.Kind is EntityKind.Drug or EntityKind.Diagnosis or EntityKind.Treatment or EntityKind.Allergy))
        {
            var at = tokens.FindIndex(t => t.Start >= entity.Evidence.Start);
            var isDenied = statement.Polarity == Polarity.Negated || (at >= 0 && (denied[at] || DrugRules.IsStopped(tokens, at)));
            yield return entity with
            {
                // A drug among the allergies is what the patient must not get.
                Kind = entity.Kind == EntityKind.Drug && statement.Section == ReportSection.Allergies ? EntityKind.Allergy : entity.Kind,
                Polarity = isDenied ? Polarity.Negated : entity.Polarity,
                Evidence = statement.Evidence.Count > 0 ? statement.Evidence[0] : default,
            };
        }
    }
}
