namespace Clinic.Storage.Turso.Tests.Provider;

public sealed class LocalSchemaTests : SchemaCases, IDisposable
{
    private readonly LocalTarget target = new();

    protected override string ConnectionString => target.ConnectionString;

    public void Dispose() => target.Dispose();
}
