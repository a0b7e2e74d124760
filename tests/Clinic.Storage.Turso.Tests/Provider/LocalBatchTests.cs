namespace Clinic.Storage.Turso.Tests.Provider;

public sealed class LocalBatchTests : BatchCases, IDisposable
{
    private readonly LocalTarget target = new();

    protected override string ConnectionString => target.ConnectionString;

    public void Dispose() => target.Dispose();
}
