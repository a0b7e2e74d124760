using System.Text;
using Clinic.Transcription.Drafting;

namespace Clinic.Transcription.Measuring;

/// <summary>A draft as one text: headings and one line per statement.</summary>
public static class DraftText
{
    /// <summary>Writes the statements in their order under the headings of their sections.</summary>
    public static string Of(ReportDraft draft, string language)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var text = new StringBuilder();
        ReportSection? section = null;
        foreach (var statement in draft.Statements)
        {
            if (statement.Section != section) text.Append(text.Length > 0 ? "\n" : "").Append(SectionLabels.Heading(statement.Section, language)).Append('\n');
            section = statement.Section;
            text.Append(statement.Text).Append('\n');
        }

        return text.ToString();
    }
}
