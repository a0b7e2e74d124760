using System.Globalization;
using Clinic.Servers;

namespace Clinic.Benchmarks.Gates;

/// <summary>Runs gates in this process and prints a table of their figures.</summary>
public static class GateRunner
{
    /// <summary>Runs the gates whose name contains one of the given parts; 0 only if all figures hold.</summary>
    /// <remarks>
    /// No gate, or a gate without a figure, fails: a gate that measures nothing guards nothing. Where a server cannot be had, its gate
    /// is skipped with the reason, and in CI it fails.
    /// </remarks>
    public static int Run(IReadOnlyList<IGate> gates, IReadOnlyList<string> names, TextWriter output)
    {
        var chosen = gates.Where(g => names.Count == 0 || names.Any(n => g.Name.Contains(n, StringComparison.OrdinalIgnoreCase))).ToList();
        output.WriteLine("| gate | figure | value | limit | |");
        output.WriteLine("|---|---|---:|---:|---|");
        var failed = chosen.Sum(gate => Failures(gate, output));
        output.WriteLine();
        output.WriteLine(chosen.Count == 0 ? "gate: none found" : $"gate: {chosen.Count} run, {failed} figures beyond their limit");
        return chosen.Count > 0 && failed == 0 ? 0 : 1;
    }

    private static int Failures(IGate gate, TextWriter output)
    {
        IReadOnlyList<GateFigure> figures;
        try
        {
            figures = gate.Run();
        }
        catch (ServerMissingException e) when (!ServerMissingException.MustFail)
        {
            output.WriteLine($"| {gate.Name} | skipped: {e.Message} | | | skipped |");
            return 0;
        }
        catch (ServerMissingException e)
        {
            output.WriteLine($"| {gate.Name} | {e.Message} | | | FAILED |");
            return 1;
        }

        foreach (var figure in figures)
            output.WriteLine($"| {gate.Name} | {figure.Label} | {Text(figure.Value)} | {Text(figure.Limit)} | {(figure.Holds ? "ok" : "FAILED")} |");
        if (figures.Count == 0) output.WriteLine($"| {gate.Name} | nothing measured | | | FAILED |");
        return figures.Count == 0 ? 1 : figures.Count(f => !f.Holds);
    }

    private static string Text(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
