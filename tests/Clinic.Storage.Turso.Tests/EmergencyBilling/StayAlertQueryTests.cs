using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Clinic.Abstractions;
using Clinic.EmergencyBilling.Alerts;
using Clinic.EmergencyBilling.Stays;
using Clinic.Storage.Contracts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Clinic.Storage.Turso.Tests.EmergencyBilling;

/// <summary>However many stays are open, the job asks one question of an index, and the lists are read in order.</summary>
public sealed partial class StayAlertQueryTests : IDisposable
{
    private const int OpenStays = 10_000;

    private static readonly TenantId Tenant = new(Guid.CreateVersion7());
    private static readonly SiteId Site = new(Guid.CreateVersion7());

    private readonly Statements log = new();
    private readonly ContractClock clock = new();
    private readonly ServiceProvider services;

    public StayAlertQueryTests()
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<IClock>(clock);
        collection.AddSingleton(PayloadKeyRing.Random());
        collection.AddSingleton<ILoggerFactory>(log);
        collection.AddClinicEmergencyBilling().UseTurso(o => (o.DataSource, o.SlowStatement) = (TursoOptions.InMemory, Duration.Zero));
        services = collection.BuildServiceProvider();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private LocalDatabase Source => (LocalDatabase)services.GetRequiredService<ClinicDatabase>();

    public void Dispose() => services.Dispose();

    [Fact]
    public async Task With_ten_thousand_open_stays_the_job_asks_one_question_when_nothing_is_due()
    {
        await OpenAsync();
        log.All.Clear();

        var report = await services.GetRequiredService<StayAlertRaising>().RunDueAsync(Tenant, 500, Stop);

        Assert.Equal(JobReport.Nothing, report);
        var asked = Assert.Single(log.All);
        Assert.Contains("stay_watches", asked, StringComparison.Ordinal);
        var plan = await PlanAsync(asked);
        Assert.Contains("stay_watches_due (tenant_id=? AND due>? AND due<?)", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_that_change_touch_all_open_stays_of_the_site_in_one_statement()
    {
        await OpenAsync();
        var store = services.GetRequiredService<IStayAlertStore>();
        var statements = 0;
        await services.GetRequiredService<IUnitOfWork>().RunAsync(
            new(Tenant, Site, Actor.System, "test", new(Guid.CreateVersion7())), new Setup(), (unit, _) =>
            {
                store.Hurry(unit, Site, clock.GetCurrentInstant());
                statements = TursoUnit.Of(unit).Steps.Count;
                unit.Audit("test", StayAlertRules.FactOf(Site));
                return Task.FromResult(1);
            }, Stop);

        Assert.Equal(1, statements);
        Assert.Equal(500, (await store.DueAsync(Tenant, clock.GetCurrentInstant(), 500, Stop)).Count);
    }

    [Fact]
    public async Task Alerts_that_stand_what_comes_next_and_open_stays_are_read_from_their_indexes()
    {
        await MigrateAsync();
        var (alerts, after) = (services.GetRequiredService<IStayAlertStore>(), new PageRequest(9, $"1/{Guid.CreateVersion7()}"));
        (Func<Task> Call, string Index)[] calls =
        [
            (() => alerts.ListAsync(Tenant, new() { Site = Site, Statuses = [StayAlertStatus.Open, StayAlertStatus.Acknowledged] }, after, Stop), "stay_alerts_standing (tenant_id=? AND site_id=? AND (raised_at,id)<(?,?))"),
            (() => alerts.ListAsync(Tenant, new() { Site = Site, Statuses = [StayAlertStatus.Cleared] }, after, Stop), "stay_alerts_site (tenant_id=? AND site_id=? AND (raised_at,id)<(?,?))"),
            (() => alerts.NextAsync(Tenant, Site, Stop), "stay_watches_open (tenant_id=? AND site_id=?)"),
            (() => services.GetRequiredService<IOpenStays>().OpenAsync(Tenant, Site, Stop), "stays_open (tenant_id=? AND site_id=?)"),
        ];
        foreach (var (call, index) in calls)
        {
            log.All.Clear();
            await call();
            var plan = await PlanAsync(Assert.Single(log.All));
            Assert.Contains(index, plan, StringComparison.Ordinal);
            Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
        }
    }

    private async Task MigrateAsync() => await services.GetRequiredService<TursoMigrator>().UpAsync(Stop);

    // Watches as starts leave them: due in four hours.
    private async Task OpenAsync()
    {
        await MigrateAsync();
        await Source.ListAsync(
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?4)
            INSERT INTO stay_watches (tenant_id, stay_id, site_id, is_open, due, next_code, next_level, next_at, version)
            SELECT ?1, printf('0190f0c0-0000-7000-8000-%012d', i), ?2, 1, ?3 + i, 'LONG-STAY', 1, ?3 + i, 1 FROM n RETURNING stay_id
            """,
            [Tenant.Value, Site.Value, clock.GetCurrentInstant() + Duration.FromHours(4), OpenStays], r => r.Text(0), Stop);
    }

    private async Task<string> PlanAsync(string sql)
    {
        var count = Parameters().Matches(sql).Max(m => int.Parse(m.Groups[1].ValueSpan, provider: null));
        var steps = await Source.ListAsync($"EXPLAIN QUERY PLAN {sql}", [.. Enumerable.Repeat(SqlValue.Null, count)], r => r.Text(3), Stop);
        return string.Join('\n', steps);
    }

    [GeneratedRegex(@"\?(\d+)")]
    private static partial Regex Parameters();

    private sealed record Setup : ICommand<int>
    {
        public string Name => "test.set-up";

        public void Describe(IPayloadWriter payload) => payload.Write("content", "");
    }

    private sealed class Statements : ILogger, ILoggerFactory
    {
        public ConcurrentQueue<string> All { get; } = new();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public void Dispose()
        {
        }

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Id == 5000 && state is IReadOnlyList<KeyValuePair<string, object?>> values)
                All.Enqueue((string)values.Single(v => v.Key == "Statement").Value!);
        }
    }
}
