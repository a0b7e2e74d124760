using BenchmarkDotNet.Running;
using Clinic.Benchmarks.Gates;
using Clinic.Benchmarks.Http;

switch (args)
{
    case ["run", .. var filter]:
        BenchmarkSwitcher
            .FromAssembly(typeof(IGate).Assembly)
            .Run(filter is [{ } first, .. var rest] && !first.StartsWith('-') ? ["--filter", first, .. rest] : [.. filter]);
        return 0;
    case ["gate", .. var names]:
        return GateRunner.Run(GateList.All, names, Console.Out);
    case ["hand-overs", var calls] when int.TryParse(calls, System.Globalization.CultureInfo.InvariantCulture, out var count) && count > 0:
        await HandOverHttpGate.PrintAsync(count);
        return 0;
    default:
        Console.Error.WriteLine("Usage: run [filter] [BenchmarkDotNet options] | gate [part of a name ...] | hand-overs <calls>");
        return 2;
}
