using Clinic.Api.Binding;
using Clinic.Transcription.Reports;
using Clinic.Transcription.Sessions;

namespace Clinic.Api.Transcription;

/// <summary>Begins the report of a visit.</summary>
/// <param name="Session">The recorded visit.</param>
/// <param name="IsManual">Whether it is written without a draft.</param>
/// <param name="Drafter">Who drafts; missing for the clinic's.</param>
/// <param name="Template">Which sections it has; missing for the clinic's.</param>
public sealed record BeginReportRequest(SessionId Session, bool IsManual = false, string? Drafter = null, string? Template = null);

/// <summary>A step that needs nothing but to be taken.</summary>
/// <param name="Version">The version of the report that was read; or send it as If-Match.</param>
public sealed record ReportStepRequest(long? Version = null);

/// <summary>A step that needs a reason.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Version">The version of the report that was read; or send it as If-Match.</param>
public sealed record ReasonedReportRequest(string Reason, long? Version = null)
{
    /// <summary>The version only; reasons may be private.</summary>
    public override string ToString() => $"version {Version}";
}

/// <summary>Changes of statements.</summary>
/// <param name="Changes">In their order.</param>
/// <param name="Version">The version of the report that was read; or send it as If-Match.</param>
public sealed record ReportChangesRequest(IReadOnlyList<StatementChangeRequest> Changes, long? Version = null) : ICarriesLines;

/// <summary>Decides a suggested change.</summary>
/// <param name="Take">Whether it is taken.</param>
/// <param name="Version">The version of the report that was read; or send it as If-Match.</param>
public sealed record DecideSuggestionRequest(bool Take, long? Version = null);

/// <summary>Lets a statement stand against a finding.</summary>
/// <param name="Words">Why, in the physician's words.</param>
/// <param name="Version">The version of the report that was read; or send it as If-Match.</param>
public sealed record OverrideFindingRequest(string Words, long? Version = null)
{
    /// <summary>The version only; the words are health data.</summary>
    public override string ToString() => $"version {Version}";
}

/// <summary>Asks for another draft.</summary>
/// <param name="Drafter">Who drafts; missing for the one before.</param>
/// <param name="Version">The version of the report that was read; or send it as If-Match.</param>
public sealed record AskDrafterRequest(string? Drafter = null, long? Version = null);

/// <summary>Signs another version.</summary>
/// <param name="Kind">Amended, or corrected.</param>
/// <param name="Reason">Why.</param>
/// <param name="Changes">In their order.</param>
/// <param name="Version">The version of the report that was read; or send it as If-Match.</param>
/// <param name="Overrides">Words for each finding by the key that a refusal named; missing for none.</param>
public sealed record AmendReportRequest(
    VersionKind Kind, string Reason, IReadOnlyList<StatementChangeRequest> Changes, long? Version = null, IReadOnlyDictionary<string, string>? Overrides = null) : ICarriesLines
{
    /// <summary>The kind only; reasons may be private.</summary>
    public override string ToString() => Kind.ToString();
}

/// <summary>Signs an addendum.</summary>
/// <param name="Text">What is added.</param>
/// <param name="Version">The version of the report that was read; or send it as If-Match.</param>
/// <param name="Overrides">Words for each finding by the key that a refusal named; missing for none.</param>
public sealed record AddAddendumRequest(string Text, long? Version = null, IReadOnlyDictionary<string, string>? Overrides = null) : ICarriesLines
{
    /// <summary>The version only; the text is health data.</summary>
    public override string ToString() => $"version {Version}";
}
