using Clinic.Transcription.Drafting;

namespace Clinic.Transcription.Reports.Printing;

/// <summary>How one statement differs between two signed versions; null where it is not there.</summary>
internal sealed record VersionChange(ReportSection? From, ReportSection? To, string? Before, string? After)
{
    /// <summary>What a version changed of the one before, in the order of the paper; taken from the signed texts alone.</summary>
    public static IReadOnlyList<VersionChange> Between(SignedVersion before, SignedVersion after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (had, has) = (before.Statements.ToDictionary(s => s.Number), after.Statements.ToDictionary(s => s.Number));
        return
        [
            .. had.Keys.Union(has.Keys).Order()
                .Select(n => (Old: had.GetValueOrDefault(n), New: has.GetValueOrDefault(n)))
                .Where(p => p.Old?.Text != p.New?.Text || p.Old?.Section != p.New?.Section)
                .Select(p => new VersionChange(p.Old?.Section, p.New?.Section, p.Old?.Text, p.New?.Text))
                .OrderBy(c => c.To ?? c.From),
        ];
    }

    /// <summary>Nothing of what it says.</summary>
    public override string ToString() => nameof(VersionChange);
}
