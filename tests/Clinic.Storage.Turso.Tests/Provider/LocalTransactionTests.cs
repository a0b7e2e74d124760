namespace Clinic.Storage.Turso.Tests.Provider;

public sealed class LocalTransactionTests : TransactionCases, IDisposable
{
    private readonly LocalTarget target = new();

    protected override string ConnectionString => target.ConnectionString;

    public void Dispose() => target.Dispose();
}
