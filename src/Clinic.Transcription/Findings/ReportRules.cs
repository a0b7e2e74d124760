using Clinic.Transcription.Drafting;
using Clinic.Transcription.Language;

namespace Clinic.Transcription.Findings;

/// <summary>Who said what a section holds, and periods that run backwards.</summary>
internal static class ReportRules
{
    public static IEnumerable<Finding> PatientDiagnoses(Reading reading) =>
        from statement in reading.Statements
        where statement.Statement.Section == ReportSection.Assessment && statement.HasEvidence && statement.Cited.TrueForAll(c => !c.Of.IsPhysician)
            && reading.Lexicon.Clinical.Find(statement.Own.Tokens, 0, statement.Own.Tokens.Count).Any(m => m.Value == ClinicalKind.Diagnosis)
        select statement.Finding(FindingNames.PatientDiagnosis, Severity.Warning, statement.Statement.Text);

    public static IEnumerable<Finding> PatientExams(Reading reading) =>
        from statement in reading.Statements
        where statement.Statement.Section == ReportSection.Exam && statement.HasEvidence && statement.Cited.TrueForAll(c => !c.Of.IsPhysician)
        select statement.Finding(FindingNames.PatientExam, Severity.Info, statement.Statement.Text);

    // "desde 2015 hasta 2010", "from 2015 to 2010".
    public static IEnumerable<Finding> Periods(Reading reading)
    {
        foreach (var statement in reading.Statements)
        {
            var years = statement.Own.Numbers.Where(n => n.Second is null && n.Unit is null && n.Value is >= 1900 and <= 2100 && n.Value == decimal.Truncate(n.Value)).ToList();
            for (var i = 0; i + 1 < years.Count; i++)
            {
                var between = statement.Own.Tokens.GetRange(years[i].End, years[i + 1].At - years[i].End);
                if (between.Count is >= 1 and <= 4 && between.Exists(t => t.Word is "hasta" or "a" or "al" or "to" or "until" or "till") && years[i].Value > years[i + 1].Value)
                    yield return statement.Finding(FindingNames.Dates, Severity.Warning, FormattableString.Invariant($"{years[i].Value} - {years[i + 1].Value}"));
            }
        }
    }
}
