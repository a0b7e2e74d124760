using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Transcription.Reports;

/// <summary>Drafts reports and brings signed ones to the clinical record.</summary>
internal sealed class ReportJob(ReportWork reports) : IClinicJob
{
    private const int Most = 100;

    public string Name => "transcription.reports";

    public Duration Every => Duration.FromSeconds(5);

    public Task<JobReport> RunOnceAsync(TenantId tenant, CancellationToken cancellationToken) => reports.RunDueAsync(tenant, Most, cancellationToken);
}
