using Clinic.Transcription.Drafting;

namespace Clinic.Transcription.Reports;

/// <summary>Which sections a kind of report has, and which of them must not be empty; a report keeps the one it began with.</summary>
/// <param name="Name">Such as <c>consulta</c>; letters, digits and hyphens.</param>
/// <param name="Sections">Each section once, in the order of the paper; at least one is required.</param>
public sealed record ReportTemplate(string Name, IReadOnlyList<TemplateSection> Sections)
{
    /// <summary>A visit: chief complaint, present illness, assessment and plan must be there.</summary>
    public static ReportTemplate Visit { get; } = new("visit", [.. Enum.GetValues<ReportSection>().Select(s => new TemplateSection(s,
        s is ReportSection.ChiefComplaint or ReportSection.PresentIllness or ReportSection.Assessment or ReportSection.Plan))]);

    /// <summary>A dictated letter: assessment and plan must be there.</summary>
    public static ReportTemplate Letter { get; } = new("letter", [.. Enum.GetValues<ReportSection>().Select(s => new TemplateSection(s,
        s is ReportSection.Assessment or ReportSection.Plan))]);

    /// <summary>Whether a report may have a section.</summary>
    public bool Has(ReportSection section) => Sections.Any(s => s.Section == section);

    /// <summary>Sections that must not be empty.</summary>
    public IEnumerable<ReportSection> Required() => Sections.Where(s => s.IsRequired).Select(s => s.Section);

    internal void Check(Failures failures)
    {
        failures.Field("template", Name is { Length: > 0 and <= 60 } && Name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'), Name, "1 to 60 letters, digits and hyphens");
        failures.Field("sections", Sections.Count > 0 && Sections.All(s => Enum.IsDefined(s.Section)) && Sections.Select(s => s.Section).Distinct().Count() == Sections.Count,
            string.Join(", ", Sections.Select(s => s.Section)), "known sections, each once");
        failures.Require(Sections.Any(s => s.IsRequired), TranscriptionRules.TemplateWithoutRequired, ("template", Name));
    }
}
