using System.Data.Common;

namespace Clinic.Storage.Turso;

/// <summary>Makes the types of this provider for code that knows ADO.NET only.</summary>
public sealed class TursoFactory : DbProviderFactory
{
    /// <summary>The one instance, as <see cref="DbProviderFactories"/> looks for it.</summary>
    public static readonly TursoFactory Instance = new();

    private TursoFactory()
    {
    }

    /// <inheritdoc/>
    public override bool CanCreateBatch => true;

    /// <inheritdoc/>
    public override bool CanCreateCommandBuilder => true;

    /// <inheritdoc/>
    public override bool CanCreateDataAdapter => true;

    /// <inheritdoc/>
    public override DbCommand CreateCommand() => new TursoCommand();

    /// <inheritdoc/>
    public override DbConnection CreateConnection() => new TursoConnection();

    /// <inheritdoc/>
    public override DbConnectionStringBuilder CreateConnectionStringBuilder() => new TursoConnectionStringBuilder();

    /// <inheritdoc/>
    public override DbParameter CreateParameter() => new TursoParameter();

    /// <inheritdoc/>
    public override DbBatch CreateBatch() => new TursoBatch();

    /// <inheritdoc/>
    public override DbBatchCommand CreateBatchCommand() => new TursoBatchCommand();

    /// <inheritdoc/>
    public override DbDataSource CreateDataSource(string connectionString) => new TursoDataSource(connectionString);

    /// <inheritdoc/>
    public override DbCommandBuilder CreateCommandBuilder() => new TursoCommandBuilder();

    /// <inheritdoc/>
    public override DbDataAdapter CreateDataAdapter() => new TursoDataAdapter();
}
