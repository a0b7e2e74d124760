using BenchmarkDotNet.Running;
using Clinic.Benchmarks.Gates;

switch (args)
{
    case ["run", .. var filter]:
        BenchmarkSwitcher
            .FromAssembly(typeof(IGate).Assembly)
            .Run(filter is [{ } first, .. var rest] && !first.StartsWith('-') ? ["--filter", first, .. rest] : [.. filter]);
        return 0;
    case ["gate", .. var names]:
        return GateRunner.Run(GateList.All, names, Console.Out);
    default:
        Console.Error.WriteLine("Usage: run [filter] [BenchmarkDotNet options] | gate [part of a name ...]");
        return 2;
}
