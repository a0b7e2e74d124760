using System.Diagnostics;

namespace Clinic.Storage.Turso.Tests.Provider;

public abstract class StoppingCases : ProviderCases
{
    private const string Endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000000) SELECT count(*) FROM n";

    [Fact]
    public async Task Timeout_stops_the_work()
    {
        await using var connection = Open();
        await using var command = Command(connection, Endless);
        command.CommandTimeout = 1;
        var started = Stopwatch.StartNew();

        var error = await Assert.ThrowsAsync<TursoException>(() => command.ExecuteScalarAsync(Stop));

        Assert.Equal(TursoErrorKind.Timeout, error.Kind);
        Assert.True(error.IsTransient);
        Assert.InRange(started.Elapsed.TotalSeconds, 0.5, 10);
        Assert.Equal(1L, Scalar(connection, "SELECT 1"));
    }

    [Fact]
    public async Task Token_stops_the_work()
    {
        await using var connection = Open();
        await using var command = Command(connection, Endless);
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var started = Stopwatch.StartNew();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => command.ExecuteScalarAsync(soon.Token));

        Assert.Equal(soon.Token, error.CancellationToken);
        Assert.InRange(started.Elapsed.TotalSeconds, 0, 10);
        Assert.Equal(1L, Scalar(connection, "SELECT 1"));
    }

    [Fact]
    public async Task Cancel_stops_the_work_of_another_thread()
    {
        await using var connection = Open();
        await using var command = Command(connection, Endless);
        var running = Task.Run(command.ExecuteScalar, Stop);
        await Task.Delay(200, Stop);

        command.Cancel();

        Assert.Contains("Cancel", (await Assert.ThrowsAsync<TursoException>(() => running)).Message, StringComparison.Ordinal);
        Assert.Equal(1L, Scalar(connection, "SELECT 1"));
    }

    [Fact]
    public void A_slow_reader_of_rows_is_not_stopped()
    {
        using var connection = Open();
        using var command = Command(connection, "SELECT 1 UNION SELECT 2");
        command.CommandTimeout = 1;
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());

        Thread.Sleep(1300);

        Assert.True(reader.Read());
    }
}
