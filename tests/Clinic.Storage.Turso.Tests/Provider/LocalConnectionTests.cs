namespace Clinic.Storage.Turso.Tests.Provider;

public sealed class LocalConnectionTests : ConnectionCases, IDisposable
{
    private readonly LocalTarget target = new();

    protected override string ConnectionString => target.ConnectionString;

    public void Dispose() => target.Dispose();
}
