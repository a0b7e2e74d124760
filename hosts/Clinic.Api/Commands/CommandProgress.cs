using System.Diagnostics;
using System.Globalization;
using Clinic.Storage.Turso;

namespace Clinic.Api.Commands;

/// <summary>Says on the error stream every few seconds how far long work has come.</summary>
internal sealed class CommandProgress : IProgress<TableProgress>
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    private long said = Stopwatch.GetTimestamp();

    public void Report(TableProgress value)
    {
        if (Stopwatch.GetElapsedTime(said) < Every) return;
        said = Stopwatch.GetTimestamp();
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {value.Step} {value.Table}: {value.Done}"));
    }
}
