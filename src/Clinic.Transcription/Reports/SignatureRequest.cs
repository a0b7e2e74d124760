using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Transcription.Reports;

/// <summary>What is to be signed.</summary>
/// <param name="Tenant">The clinic.</param>
/// <param name="Report">The report.</param>
/// <param name="Signer">Who signs.</param>
/// <param name="Content">The canonical content; held only for the call.</param>
/// <param name="At">When.</param>
public sealed record SignatureRequest(TenantId Tenant, ReportId Report, PersonId Signer, ReadOnlyMemory<byte> Content, Instant At)
{
    /// <summary>The id only; the content is health data.</summary>
    public override string ToString() => Report.ToString();
}
