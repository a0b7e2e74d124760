using Clinic.Abstractions;
using Clinic.Benchmarks.Gates;

namespace Clinic.Benchmarks.Http;

/// <summary>Prints how long hand-overs take over HTTP; only the round trips of their write must hold, on any machine.</summary>
public sealed class HandOverHttpGate : IGate
{
    private const int Calls = 40;

    // Verifying a PIN is slow on purpose; this leaves what the API and the storage take.
    private const int QuickPins = 1_000;

    public string Name => "over HTTP";

    public IReadOnlyList<GateFigure> Run() => RunAsync().GetAwaiter().GetResult();

    /// <summary>Prints a longer measurement for the results, with PINs as slow to verify as shipped.</summary>
    public static async Task PrintAsync(int calls)
    {
        Print(await HandOverHttp.MeasureAsync(calls, new CredentialOptions().Iterations), "as shipped");
    }

    private static async Task<IReadOnlyList<GateFigure>> RunAsync()
    {
        var measured = await HandOverHttp.MeasureAsync(Calls, QuickPins);
        Print(measured, "quick to verify");
        // With many clients a commit that finds the writer busy is sent again; one client has nobody to wait for.
        var alone = measured[1];
        return [new($"round trips of the write, {alone.Where}", alone.OfWrite > 0 ? alone.OfWrite : double.NaN, 1)];
    }

    private static void Print(IReadOnlyList<HandOverFigures> measured, string pins)
    {
        Console.WriteLine($"PINs {pins}; the targets are p95 under 50 ms, and above 200 ms is slow:\n{HandOverFigures.Header}");
        foreach (var figures in measured) Console.WriteLine(figures);
    }
}
