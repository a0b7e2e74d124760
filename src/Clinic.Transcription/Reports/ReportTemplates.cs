namespace Clinic.Transcription.Reports;

/// <summary>The templates of a clinic, by name; two come with the package, others are added where the app is put together.</summary>
public sealed class ReportTemplates
{
    private readonly Dictionary<string, ReportTemplate> templates;

    internal ReportTemplates(IEnumerable<ReportTemplate> added)
    {
        var failures = new Failures();
        templates = new(StringComparer.Ordinal) { [ReportTemplate.Visit.Name] = ReportTemplate.Visit, [ReportTemplate.Letter.Name] = ReportTemplate.Letter };
        foreach (var template in added)
        {
            template.Check(failures);
            templates[template.Name] = template;
        }

        failures.ThrowIfAny();
    }

    /// <summary>All of them, by name.</summary>
    public IReadOnlyList<ReportTemplate> All => [.. templates.Values.OrderBy(t => t.Name, StringComparer.Ordinal)];

    internal ReportTemplate? Find(string name) => templates.GetValueOrDefault(name);
}
