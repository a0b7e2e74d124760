using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Clinic.Storage.Turso;

/// <summary>The one writer of a local file; everything is done when the call returns.</summary>
internal sealed class LocalMigrationTarget(PhysicalConnection connection) : IMigrationTarget
{
    public static readonly string MarkAsOurs =
        string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {DatabaseIdentity.ApplicationId}");

    public bool IsInTransaction => connection.IsInTransaction;

    public Task ScriptAsync(string sql, CancellationToken cancellationToken)
    {
        try
        {
            connection.Script(sql);
            return Task.CompletedTask;
        }
        catch (SqliteException e) when (!SqliteErrors.IsInterrupted(e))
        {
            throw SqliteErrors.Refused(e.Message, e);
        }
    }

    public Task ExecuteAsync(string sql, SqlValue[] values, CancellationToken cancellationToken)
    {
        connection.Execute(sql, values);
        return Task.CompletedTask;
    }

    public Task ExecuteAsync(IReadOnlyList<Step> steps, CancellationToken cancellationToken)
    {
        foreach (var step in steps) StepRunner.Run(connection, step);
        return Task.CompletedTask;
    }

    public Task<List<T>> QueryAsync<T>(string sql, SqlValue[] values, Func<Row, T> map, CancellationToken cancellationToken) =>
        Task.FromResult(connection.Query(sql, values, map));

    public Task MarkAsOursAsync(CancellationToken cancellationToken) => ScriptAsync(MarkAsOurs, cancellationToken);
}
