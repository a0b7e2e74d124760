using Clinic.Abstractions;
using Clinic.Pharmacy.Alerts;
using Clinic.Pharmacy.InMemory;
using Clinic.Pharmacy.Tests.Kit;
using NodaTime;

namespace Clinic.Pharmacy.Tests.Alerts;

/// <summary>What tests of alerts do again and again.</summary>
public static class AlertKit
{
    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static Task<JobReport> ScanAsync(this Hospital h) => h.JobAsync("pharmacy.alerts");

    public static Task<JobReport> JobAsync(this Hospital h, string name) => h.Get<IEnumerable<IClinicJob>>().Single(j => j.Name == name).RunOnceAsync(h.Tenant, Ct);

    public static async Task<IReadOnlyList<Alert>> AlertsAsync(this Hospital h, AlertQuery? query = null)
    {
        var all = new List<Alert>();
        string? after = null;
        do
        {
            var page = await h.Get<IAlertStore>().ListAsync(h.Tenant, query ?? new(), new PageRequest(500, after), Ct);
            all.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);
        return all;
    }

    public static async Task<IReadOnlyList<OutboxEvent>> EventsAsync(this Hospital h) =>
        await h.Get<IOutbox>().LeaseAsync(h.Tenant, h.Clock.Now, h.Clock.Now + Duration.FromMilliseconds(1), 10_000, Ct);

    /// <summary>A ledger that dies when it is asked once more than allowed.</summary>
    public sealed class DyingConsumption(InMemoryLedger ledger) : IConsumptionStore
    {
        public int? Left { get; set; }

        public Task<ConsumptionHistory> HistoryAsync(TenantId tenant, PresentationId presentation, Instant from, CancellationToken cancellationToken)
        {
            if (Left is { } left && (Left = left - 1) < 0) throw new IOException("died");
            return ledger.HistoryAsync(tenant, presentation, from, cancellationToken);
        }
    }

    public sealed class Discrepancies : IOpenDiscrepancies
    {
        public List<OpenDiscrepancy> All { get; } = [];

        public Task<Page<OpenDiscrepancy>> ListAsync(TenantId tenant, PageRequest page, CancellationToken cancellationToken) =>
            Task.FromResult(new Page<OpenDiscrepancy>([.. All], null));
    }
}
