using Clinic.Abstractions;
using Clinic.Benchmarks.Gates;
using Clinic.Pharmacy.Issuing;

namespace Clinic.Benchmarks.Storage;

/// <summary>A write whose audit names its request against the same write without one: session, method and route may cost a tenth.</summary>
public sealed class RequestAuditGate : IGate
{
    private const int Rounds = 10;
    private const int PerRound = 100;

    public string Name => "request in the audit";

    public IReadOnlyList<GateFigure> Run() => RunAsync().GetAwaiter().GetResult();

    private static async Task<IReadOnlyList<GateFigure>> RunAsync()
    {
        using var clinic = await BenchClinic.CreateAsync();
        var issuing = clinic.Get<StockIssuing>();
        var command = clinic.IssueOne();
        var ratios = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var samples = await Interleaved.SamplesAsync(
                round == 0 ? PerRound : 0, PerRound,
                () => issuing.IssueAsync(clinic.As() with { Request = new RequestScope(ClinicId.Text(clinic.Tenant.Value), "POST", "/api/v1/pharmacy/issues") }, command),
                () => issuing.IssueAsync(clinic.As(), command));
            ratios.Add(Interleaved.Median(samples[0]) / Interleaved.Median(samples[1]));
        }

        return [new("write with request in its audit / without, median of 10 rounds", Interleaved.Median(ratios), 1.10)];
    }
}
