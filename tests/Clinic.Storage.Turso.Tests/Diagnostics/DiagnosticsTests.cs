using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Clinic.Abstractions;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Clinic.Storage.Turso.Tests;

public class DiagnosticsTests
{
    [Fact]
    public async Task Commits_conflicts_and_their_time_are_measured()
    {
        var figures = new ConcurrentDictionary<string, double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, me) =>
            {
                if (instrument.Meter.Name == "Clinic.Storage.Turso") me.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((i, value, _, _) => figures.AddOrUpdate(i.Name, value, (_, before) => before + value));
        listener.SetMeasurementEventCallback<double>((i, value, _, _) => figures.AddOrUpdate(i.Name, value, (_, before) => before + value));
        listener.Start();
        await using var stores = await TursoStores.MakeAsync(inMemory: true);

        await stores.CommitAsync(_ => { });
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => stores.CommitAsync(unit => unit.Require(new FactKey("core.person", Guid.CreateVersion7()), 1)));

        // Other tests run at the same time, so the figures may be larger.
        Assert.True(figures["clinic.storage.commits"] >= 1);
        Assert.True(figures["clinic.storage.conflicts"] >= 1);
        Assert.True(figures["clinic.storage.commit.duration"] > 0);
    }

    [Fact]
    public async Task A_commit_is_an_activity_with_the_name_of_its_command()
    {
        var names = new ConcurrentBag<object?>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Clinic.Storage.Turso",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => names.Add(activity.GetTagItem("clinic.command")),
        };
        ActivitySource.AddActivityListener(listener);
        await using var stores = await TursoStores.MakeAsync(inMemory: true);

        await stores.CommitAsync(_ => { });

        Assert.Contains("test.command", names);
    }

    [Fact]
    public async Task A_slow_statement_is_logged_without_its_values()
    {
        var log = new Lines();
        using var source = new LocalDatabase(
            new TursoOptions { DataSource = TursoOptions.InMemory, SlowStatement = Duration.Zero }, [CoreSet.Set], log);
        await Sources.Migrator(source).UpAsync(TestContext.Current.CancellationToken);

        await source.ListAsync("SELECT ?1", ["secret"], r => r.Text(0), TestContext.Current.CancellationToken);

        var (id, text) = Assert.Single(log.All);
        Assert.Equal(5000, id.Id);
        Assert.Contains("SELECT ?1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
    }

    private sealed class Lines : ILogger<LocalDatabase>
    {
        public ConcurrentQueue<(EventId Id, string Text)> All { get; } = new();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Enqueue((eventId, formatter(state, exception)));
    }
}
