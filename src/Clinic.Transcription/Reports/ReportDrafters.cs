using Clinic.Transcription.Drafting;

namespace Clinic.Transcription.Reports;

/// <summary>The drafters that this clinic has, by name.</summary>
internal sealed class ReportDrafters(IEnumerable<IReportDrafter> drafters, ReportOptions options)
{
    // The one that was registered last wins, so that an app may replace ours.
    private readonly Dictionary<string, IReportDrafter> byName = drafters.GroupBy(d => d.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);

    public IReportDrafter? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>The drafter that is asked for, if the clinic has it and the patient agreed to it.</summary>
    public IReportDrafter? Choose(Failures failures, string? name, ReportSource source)
    {
        var asked = name ?? options.Drafter;
        if (Find(asked) is not { } drafter)
        {
            failures.Add(TranscriptionRules.DrafterUnknown, ("drafter", asked), ("allowed", string.Join(", ", byName.Keys.Order(StringComparer.Ordinal))));
            return null;
        }

        var needed = drafter.SendsOutside ? "AiDraft, ExternalProvider" : "AiDraft";
        failures.Require(MayUse(drafter, source), TranscriptionRules.DraftNotConsented,
            ("drafter", asked), ("needed", needed), ("found", $"AiDraft {(source.MayDraft ? "yes" : "no")}, ExternalProvider {(source.MayLeave ? "yes" : "no")}"));
        failures.Require(source.Transcript is not null, TranscriptionRules.NothingToDraftFrom, ("session", source.Session), ("status", source.Status));
        return drafter;
    }

    public static bool MayUse(IReportDrafter drafter, ReportSource source) => source.MayDraft && (!drafter.SendsOutside || source.MayLeave);
}
