using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Clinic.Storage.Turso;

/// <content>The one writer.</content>
internal sealed partial class LocalDatabase
{
    private const double ShortestPause = 0.5;
    private const double LongestPause = 15;

    /// <inheritdoc/>
    public override Task<T> MigrateAsync<T>(Func<IMigrationTarget, CancellationToken, Task<T>> work, bool keep, CancellationToken cancellationToken) =>
        WriteAsync(
            c => work(new LocalMigrationTarget(c), cancellationToken), new WriteTerms(Options.MigrationLockTimeout, Run: null, keep), cancellationToken);

    /// <summary>Runs work in one write transaction without asking whether the schema is current.</summary>
    public Task<T> WriteAsync<T>(Func<PhysicalConnection, T> work, WriteTerms terms, CancellationToken cancellationToken) =>
        WriteAsync(c => Task.FromResult(work(c)), terms, cancellationToken);

    private async Task<T> WriteAsync<T>(Func<PhysicalConnection, Task<T>> work, WriteTerms terms, CancellationToken cancellationToken)
    {
        await writerGate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var connection = Writer();
            connection.Watch(terms.Run + terms.Lock, cancellationToken);
            try
            {
                await BeginAsync(connection, terms.Lock, cancellationToken).ConfigureAwait(false);
                return await FinishAsync(connection, work, terms.Keep).ConfigureAwait(false);
            }
            finally
            {
                connection.EndWatch();
                CloseIfBroken(connection);
            }
        }
        finally
        {
            if (disposed)
            {
                writer?.Dispose();
                writer = null;
            }

            writerGate.Release();
        }
    }

    // SQLite's own waiting is unfair and cannot be cancelled, so we ask again ourselves, after short random pauses.
    private async Task BeginAsync(PhysicalConnection connection, Duration patience, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        connection.WaitForLocks(Duration.Zero);
        try
        {
            for (var most = ShortestPause; ; most = Math.Min(most * 2, LongestPause))
            {
                try
                {
                    connection.Execute("BEGIN IMMEDIATE");
                    return;
                }
                catch (SqliteException e) when (SqliteErrors.IsBusy(e))
                {
                    if (Stopwatch.GetElapsedTime(started) >= patience.ToTimeSpan())
                    {
                        Log.Busy(logger, patience.TotalMilliseconds);
                        throw SqliteErrors.Busy(Path, string.Create(CultureInfo.InvariantCulture, $"{patience.TotalMilliseconds:0} ms"), e);
                    }
                }
                catch (SqliteException e)
                {
                    throw connection.Explain(e);
                }

                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.NextDouble() * most), cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            connection.WaitForLocks(Options.BusyTimeout);
        }
    }

    private static async Task<T> FinishAsync<T>(PhysicalConnection connection, Func<PhysicalConnection, Task<T>> work, bool keep)
    {
        try
        {
            var result = await work(connection).ConfigureAwait(false);
            connection.ThrowIfStopped();
            connection.EndWatch();
            connection.Execute(keep ? "COMMIT" : "ROLLBACK");
            return result;
        }
        catch (Exception e)
        {
            var explained = e is SqliteException sqlite ? connection.Explain(sqlite) : null;
            connection.EndWatch();
            RollBack(connection);
            if (explained is not null) throw explained;
            throw;
        }
    }

    private static void RollBack(PhysicalConnection connection)
    {
        // Some errors, such as a full disk, have rolled back already.
        if (!connection.IsInTransaction) return;
        try
        {
            connection.Execute("ROLLBACK");
        }
        catch (SqliteException)
        {
            // The connection is closed right after this, which rolls back too; the first error matters more.
        }
    }

    private void CloseIfBroken(PhysicalConnection connection)
    {
        if (!connection.IsInTransaction || Options.IsInMemory) return;
        connection.Dispose();
        writer = null;
    }
}
