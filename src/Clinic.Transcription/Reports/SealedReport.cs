using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Transcription.Reports;

/// <summary>A report as a store keeps it: what lists need in clear, everything that was said or written encrypted.</summary>
public sealed class SealedReport
{
    /// <summary>The list entry and the encrypted rest.</summary>
    public SealedReport(ReportSummary summary, ReadOnlyMemory<byte> document, IReadOnlyList<SealedPart> parts)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(parts);
        (Summary, Document, Parts) = (summary, document, parts);
    }

    /// <summary>What lists show.</summary>
    public ReportSummary Summary { get; }

    /// <summary>When drafter or clinical record are asked next.</summary>
    public Instant? NextAttempt { get; init; }

    /// <summary>The encrypted state; empty of an erased report.</summary>
    public ReadOnlyMemory<byte> Document { get; }

    /// <summary>Signed versions and addenda, in the order of their signatures.</summary>
    public IReadOnlyList<SealedPart> Parts { get; }

    /// <summary>The fact that guards rely on.</summary>
    public FactKey Fact => ClinicalReport.FactOf(Summary.Report);

    /// <summary>The id and status only.</summary>
    public override string ToString() => $"{Summary.Report} {Summary.Status}";
}
