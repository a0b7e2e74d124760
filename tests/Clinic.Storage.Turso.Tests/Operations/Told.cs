namespace Clinic.Storage.Turso.Tests;

/// <summary>Hears of progress at once, on the thread that works.</summary>
internal sealed class Told(Action<TableProgress> hear) : IProgress<TableProgress>
{
    public void Report(TableProgress value) => hear(value);
}
