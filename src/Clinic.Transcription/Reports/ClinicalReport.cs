using Clinic.Abstractions;
using Clinic.Transcription.Drafting;
using Clinic.Transcription.Findings;
using Clinic.Transcription.Sessions;

namespace Clinic.Transcription.Reports;

/// <summary>A report of a visit: from the draft over review and signature to the clinical record.</summary>
/// <remarks>Immutable: a verb returns the next state, one version after the loaded one. What was signed is never changed.</remarks>
public sealed partial class ClinicalReport
{
    private readonly ReportSnapshot state;
    private readonly long loaded;

    private ClinicalReport(ReportSnapshot state, long loaded) => (this.state, this.loaded) = (state, loaded);

    /// <summary>The id.</summary>
    public ReportId Id => state.Id;

    /// <summary>The site.</summary>
    public SiteId Site => state.Site;

    /// <summary>The session whose words it rests on.</summary>
    public SessionId Session => state.Session;

    /// <summary>Whose report it is.</summary>
    public PatientId Patient => state.Patient;

    /// <summary>Who answers for it and signs.</summary>
    public PersonId Physician => state.Physician;

    /// <summary>How far it is.</summary>
    public ReportStatus Status => state.Status;

    /// <summary>The text as it reads now, in section order.</summary>
    public IReadOnlyList<ReportStatement> Statements => state.Statements;

    /// <summary>The last signed version, or null.</summary>
    public SignedVersion? LastSigned => state.Versions.Count == 0 ? null : state.Versions[^1];

    /// <summary>Whether it is there only because of a legal hold: the consent is gone, and nobody reads it.</summary>
    public bool IsWithheld => state.ConsentWithdrawn && Status != ReportStatus.Erased && !ReportLifecycle.IsSigned(Status);

    /// <summary>One after the version that was loaded, once something changed.</summary>
    public long Version => state.Version;

    /// <summary>The fact that commits guard.</summary>
    public FactKey Fact => FactOf(Id);

    /// <summary>The fact of a report.</summary>
    public static FactKey FactOf(ReportId report) => new("transcription.report", report.Value);

    /// <summary>A new report; without a drafter it is in review at once, and empty.</summary>
    internal static ClinicalReport Begin(ReportSnapshot first) => new(first with
    {
        Status = first.Drafter is null ? ReportStatus.InReview : ReportStatus.Drafting,
        NextAttempt = first.Drafter is null ? null : first.StartedAt,
        Version = 1,
    }, 0);

    /// <summary>A stored report again.</summary>
    /// <exception cref="ArgumentException">The state contradicts itself.</exception>
    public static ClinicalReport Restore(ReportSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        if (snapshot.Version < 1 || snapshot.Statements.Any(s => s.Number < 1 || s.Number >= snapshot.NextStatement) || snapshot.Statements.Select(s => s.Number).Distinct().Count() != snapshot.Statements.Count)
            throw new ArgumentException("The state of the report contradicts itself.", nameof(snapshot));
        if (ReportLifecycle.IsSigned(snapshot.Status) != snapshot.Versions.Count > 0)
            throw new ArgumentException("A report is signed exactly when it has a signed version.", nameof(snapshot));
        return new(snapshot, snapshot.Version);
    }

    /// <summary>The whole state, for stores and readers.</summary>
    public ReportSnapshot ToSnapshot() => state;

    /// <summary>The text as a draft, for the checks.</summary>
    public ReportDraft AsDraft() => new(
        [.. state.Statements.Select(s => new DraftStatement(s.Section, s.Text, s.Evidence, s.Polarity))], state.Entities, state.Draft?.Drafter ?? "physician", state.Draft?.Version ?? "1")
    {
        Model = state.Draft?.Model,
        Excluded = state.Excluded,
    };

    /// <summary>Blockers that nobody stands by.</summary>
    public IEnumerable<ReportFinding> OpenBlockers() =>
        state.Findings.Where(f => f.Severity == Severity.Blocker && !state.Overrides.Any(o => o.Finding == f.Key));

    /// <summary>Required sections without a statement.</summary>
    public IEnumerable<ReportSection> MissingSections() => state.Template.Required().Where(r => !state.Statements.Any(s => s.Section == r));

    /// <summary>The id and status only.</summary>
    public override string ToString() => state.ToString();

    private ClinicalReport Next(ReportSnapshot next) => new(next with { Version = loaded + 1 }, loaded);

    private ClinicalReport Fire(ReportTrigger trigger, ReportSnapshot next) => Next(next with { Status = ReportLifecycle.Next(state.Status, trigger) });

    // Section order first, then the order in which statements came.
    private static List<ReportStatement> InOrder(IEnumerable<ReportStatement> statements) => [.. statements.OrderBy(s => s.Section)];
}
