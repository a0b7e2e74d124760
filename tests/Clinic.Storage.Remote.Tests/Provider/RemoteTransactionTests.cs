using Clinic.Storage.Turso.Tests.Provider;

namespace Clinic.Storage.Remote.Tests.Provider;

public sealed class RemoteTransactionTests(Servers servers) : TransactionCases, IAsyncLifetime
{
    private string connectionString = "";

    protected override string ConnectionString => connectionString;

    protected override bool IsRemote => true;

    public async ValueTask InitializeAsync() => connectionString = $"Data Source={(await servers.SingleAsync()).Url}";

    public ValueTask DisposeAsync()
    {
        TursoConnection.ClearAllPools();
        return ValueTask.CompletedTask;
    }
}
