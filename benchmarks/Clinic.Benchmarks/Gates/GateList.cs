using Clinic.Benchmarks.Allocating;
using Clinic.Benchmarks.Dispensing;
using Clinic.Benchmarks.EmergencyBilling;
using Clinic.Benchmarks.Gs1;
using Clinic.Benchmarks.Http;
using Clinic.Benchmarks.Ledgers;
using Clinic.Benchmarks.Remote;
using Clinic.Benchmarks.Reports;
using Clinic.Benchmarks.Sales;
using Clinic.Benchmarks.Storage;
using Clinic.Benchmarks.Stores;
using Clinic.Benchmarks.Surface;
using Clinic.Benchmarks.Transcription;

namespace Clinic.Benchmarks.Gates;

/// <summary>All gates that the continuous integration runs; add a new one here.</summary>
public static class GateList
{
    public static IReadOnlyList<IGate> All { get; } =
    [
        new Gs1AllocationGate(),
        new AllocationGate(),
        new LedgerAppendGate(),
        new IssueCommitGate(),
        new LedgerAppendSqliteGate(),
        new RequestAuditGate(),
        new HandOverCommitGate(),
        new NextDoseGate(),
        new ReconciliationGate(),
        new PatternScanGate(),
        new StatementGate(),
        new AlertGate(),
        new SaleLinesGate(),
        new ClosingReportGate(),
        new VaultGate(),
        new LiveGate(),
        new OfflineDraftGate(),
        new SearchGate(),
        new SurfaceGate(),
        new StoreGate(),
        new RemoteGate(),
        new HandOverHttpGate(),
    ];
}
