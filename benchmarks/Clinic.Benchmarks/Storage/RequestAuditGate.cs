using System.Security.Cryptography;
using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Benchmarks.Gates;
using Clinic.Pharmacy.Issuing;

namespace Clinic.Benchmarks.Storage;

/// <summary>A write whose audit names its request against the same write without one: session, method, route and hashes may cost a tenth.</summary>
/// <remarks>
/// Every write hashes its request and its answer. So that their cost shows in the ratio, the first side hashes both once more.
/// Judged on the write alone, which is only a part of a request over HTTP: of the whole request it is less.
/// </remarks>
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
        var request = new RequestScope(ClinicId.Text(clinic.Tenant.Value), "POST", "/api/v1/pharmacy/issues");
        var asked = JsonSerializer.SerializeToUtf8Bytes(command, ClinicJson.Options);
        var key = RandomNumberGenerator.GetBytes(32);
        var ratios = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var samples = await Interleaved.SamplesAsync(
                round == 0 ? PerRound : 0, PerRound,
                async () => Again(key, asked, await issuing.IssueAsync(clinic.As() with { Request = request }, command)),
                () => issuing.IssueAsync(clinic.As(), command));
            ratios.Add(Interleaved.Median(samples[0]) / Interleaved.Median(samples[1]));
        }

        return [new("write with request and a second hashing in its audit / without, median of 10 rounds", Interleaved.Median(ratios), 1.10)];
    }

    private static string Again(byte[] key, byte[] asked, IssueAnswer answer) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, asked))
        + Convert.ToHexStringLower(HMACSHA256.HashData(key, JsonSerializer.SerializeToUtf8Bytes(answer, ClinicJson.Options)));
}
