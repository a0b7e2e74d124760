using System.Data;

namespace Clinic.Storage.Turso;

/// <content>What the database is made of.</content>
public sealed partial class TursoConnection
{
    /// <summary>Reads all tables and views with their columns, keys, indexes and foreign keys, ordered by name.</summary>
    /// <remarks>The same on a file and on a server. Tables of SQLite itself are left out.</remarks>
    public Task<IReadOnlyList<TursoTable>> ReadTablesAsync(CancellationToken cancellationToken = default) =>
        SchemaReader.ReadAsync(Session, DefaultTimeout, cancellationToken);

    /// <inheritdoc/>
    public override DataTable GetSchema() => GetSchema(SchemaCollections.MetaDataCollections);

    /// <inheritdoc/>
    public override DataTable GetSchema(string collectionName) => GetSchema(collectionName, []);

    /// <summary>Reads a collection of the schema, such as Tables, Columns or ForeignKeys.</summary>
    /// <param name="collectionName">In any case; <see cref="GetSchema()"/> lists them.</param>
    /// <param name="restrictionValues">Wanted values of the first columns; null leaves one open.</param>
    /// <exception cref="ArgumentException">There is no such collection, or it takes fewer restrictions.</exception>
    public override DataTable GetSchema(string collectionName, string?[] restrictionValues)
    {
        ArgumentNullException.ThrowIfNull(collectionName);
        return Blocking.Wait(new ValueTask<DataTable>(GetSchemaAsync(collectionName, restrictionValues, CancellationToken.None)));
    }

    /// <inheritdoc/>
    public override Task<DataTable> GetSchemaAsync(CancellationToken cancellationToken = default) =>
        GetSchemaAsync(SchemaCollections.MetaDataCollections, [], cancellationToken);

    /// <inheritdoc/>
    public override Task<DataTable> GetSchemaAsync(string collectionName, CancellationToken cancellationToken = default) =>
        GetSchemaAsync(collectionName, [], cancellationToken);

    /// <inheritdoc/>
    public override async Task<DataTable> GetSchemaAsync(string collectionName, string?[] restrictionValues, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(collectionName);
        cancellationToken.ThrowIfCancellationRequested();
        var open = Session;
        IReadOnlyList<TursoTable> tables = SchemaCollections.NeedsTables(collectionName) ? await ReadTablesAsync(cancellationToken).ConfigureAwait(false) : [];
        return SchemaCollections.Of(collectionName, restrictionValues, tables, open.ServerVersion);
    }
}
