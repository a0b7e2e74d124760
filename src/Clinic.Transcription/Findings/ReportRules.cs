using System.Globalization;
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

    // Day and month against the cited ones, and against "yesterday" where the day of the visit is known.
    public static IEnumerable<Finding> Days(Reading reading)
    {
        foreach (var statement in reading.Statements.Where(s => s.HasEvidence))
        {
            var said = statement.Cited.SelectMany(c => SaidDate.Of(c.Speech, reading.Lexicon.IsEnglish)).ToList();
            var relative = reading.Context.VisitedOn is { } visit ? statement.Cited.SelectMany(c => SaidDate.Relative(c.Speech, visit)).ToList() : [];
            foreach (var date in SaidDate.Of(statement.Own, reading.Lexicon.IsEnglish))
            {
                var near = relative.Exists(r => r.Month == date.Month && (date.Day is null || r.Day == date.Day) && (date.Year is null || r.Year == date.Year));
                if (near || (said.Count == 0 && relative.Count == 0) || said.Exists(s => s.Agrees(date))) continue;
                yield return statement.Finding(FindingNames.Dates, Severity.Warning, date.ToString(), string.Join(", ", [.. said.Select(s => s.ToString()), .. relative.Select(r => r.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture))]));
            }

            if (reading.Context.VisitedOn is not { } day) continue;
            var days = statement.Cited.SelectMany(c => SaidDate.Of(c.Speech, reading.Lexicon.IsEnglish)).Where(d => d is { Day: not null }).ToList();
            foreach (var own in SaidDate.Relative(statement.Own, day))
            {
                if (days.Count == 0 || days.Exists(d => d.Month == own.Month && d.Day == own.Day) || relative.Contains(own)) continue;
                yield return statement.Finding(FindingNames.Dates, Severity.Warning, own.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture), string.Join(", ", days));
            }
        }
    }

    /// <summary>Whether a number of a statement is part of a day that is compared as a day, not as a number.</summary>
    public static bool IsDay(ReadStatement statement, NumberReader.Found number, Reading reading)
    {
        var said = statement.Cited.Exists(c => SaidDate.Of(c.Speech, reading.Lexicon.IsEnglish).Exists(d => d.Day is not null));
        if (!said && !(reading.Context.VisitedOn is { } visit && statement.Cited.Exists(c => SaidDate.Relative(c.Speech, visit).Any()))) return false;
        return SaidDate.Of(statement.Own, reading.Lexicon.IsEnglish).Exists(d => d.Day is not null && number.At >= d.At && (number.At < d.End || (number.At <= d.End + 2 && number.Value == d.Year)))
            || (said && reading.Context.VisitedOn is not null && SaidDate.IsAgo(statement.Own, number));
    }

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

            var days = SaidDate.Of(statement.Own, reading.Lexicon.IsEnglish).Where(d => d is { Day: not null, Year: not null }).ToList();
            for (var i = 0; i + 1 < days.Count; i++)
            {
                var between = statement.Own.Tokens.GetRange(days[i].End, Math.Max(0, days[i + 1].At - days[i].End));
                if (between.Count is >= 1 and <= 6 && between.Exists(t => t.Word is "hasta" or "al" or "to" or "until" or "till") && (days[i].Year, days[i].Month, days[i].Day).CompareTo((days[i + 1].Year, days[i + 1].Month, days[i + 1].Day)) > 0)
                    yield return statement.Finding(FindingNames.Dates, Severity.Warning, $"{days[i]} - {days[i + 1]}");
            }
        }
    }
}
