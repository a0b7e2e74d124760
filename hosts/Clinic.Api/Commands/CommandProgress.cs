using System.Diagnostics;
using System.Globalization;
using Clinic.Storage.Turso;

namespace Clinic.Api.Commands;

/// <summary>Says on the error stream how far long work has come: at every new table, and every few seconds within one.</summary>
internal sealed class CommandProgress : IProgress<TableProgress>
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    private string current = "";
    private long said = Stopwatch.GetTimestamp();

    public void Report(TableProgress value)
    {
        var what = $"{value.Step} {value.Table}".TrimEnd();
        if (what == current && Stopwatch.GetElapsedTime(said) < Every) return;
        current = what;
        said = Stopwatch.GetTimestamp();
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what}: {value.Done}"));
    }
}
