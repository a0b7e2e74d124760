using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Clinic.Abstractions;
using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Tickets;
using Clinic.Dispensing.Usage;
using Clinic.Storage.Turso.Dispensing;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Clinic.Storage.Turso.Tests.Dispensing;

/// <summary>What is asked all day is answered by an index: the statements are those that the stores really run.</summary>
public sealed partial class QueryPlanTests : IDisposable
{
    private const string ByKey = "sqlite_autoindex_dispensations_1 (tenant_id=? AND id=?)";

    private static readonly TenantId Tenant = new(Guid.CreateVersion7());

    private readonly Statements log = new();
    private readonly LocalDatabase source;

    public QueryPlanTests() => source = new(
        new TursoOptions { DataSource = TursoOptions.InMemory, SlowStatement = Duration.Zero }, [CoreSet.Set, DispensingSet.Set], log);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private TursoDispensationStore Dispensations => new(source);

    public void Dispose() => source.Dispose();

    [Theory]
    [InlineData(DeadlineKind.Validity, "dispensations_validity_due")]
    [InlineData(DeadlineKind.Hold, "dispensations_hold_due")]
    [InlineData(DeadlineKind.Authorisation, "dispensations_authorisation_due")]
    [InlineData(DeadlineKind.Use, "dispensations_use_due")]
    [InlineData(DeadlineKind.Confirmation, "dispensations_confirmation_due")]
    [InlineData(DeadlineKind.Ticket, "dispensations_ticket_due")]
    public async Task Deadlines_are_read_in_order_from_an_index_that_holds_nothing_else(DeadlineKind kind, string index)
    {
        var plan = await PlanAsync(() => Dispensations.DueAsync(Tenant, kind, default, 9, Stop));

        Assert.Contains(index, plan, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_dispensation_is_one_statement_that_scans_no_table()
    {
        await PlanAsync(() => Dispensations.FindAsync(Tenant, new(Guid.CreateVersion7()), Stop));
        Assert.Single(log.All);
    }

    [Fact]
    public async Task Keeping_refills_and_lots_use_their_indexes()
    {
        var lot = new LotId(Guid.CreateVersion7());
        Assert.Contains("dispensation_parts_lot", await PlanAsync(() => Dispensations.KeepingAsync(Tenant, lot, Stop)), StringComparison.Ordinal);
        Assert.Contains("dispensations_refill", await PlanAsync(() => Dispensations.RefillsAsync(Tenant, new(lot.Value), Stop)), StringComparison.Ordinal);
        var plan = await PlanAsync(new DispensationQuery { Lot = lot });
        Assert.Contains("dispensation_parts_lot", plan, StringComparison.Ordinal);
        Assert.Contains("lot_accounts_lot", plan, StringComparison.Ordinal);
        Assert.Equal(3, plan.Split(ByKey).Length);
    }

    [Fact]
    public async Task Work_lists_use_an_index_of_what_they_ask_for()
    {
        DepartmentId[] mine = [new(Guid.CreateVersion7()), new(Guid.CreateVersion7())];
        var site = new SiteId(Guid.CreateVersion7());
        var patient = new PatientId(Guid.CreateVersion7());
        (DispensationQuery Query, string Index)[] lists =
        [
            (new() { Site = site, Pharmacies = mine, AwaitsAuthoriser = false, Statuses = [DispenseStatus.Requested, DispenseStatus.Authorised] }, "dispensations_status (tenant_id=? AND status=?"),
            (new() { Site = site, Statuses = [DispenseStatus.Ready] }, "dispensations_status (tenant_id=? AND status=?)"),
            (new() { Pharmacies = [mine[0]], Statuses = [DispenseStatus.Delivered] }, "dispensations_status (tenant_id=? AND status=? AND pharmacy_id=? AND (requested_at,id)<(?,?))"),
            (new() { Site = site, Pharmacies = mine, Accountabilities = [AccountabilityStatus.ToReconcile] }, "dispensations_accountability (tenant_id=? AND accountability=?"),
            (new() { Site = site, Departments = mine, Accountabilities = [AccountabilityStatus.Open] }, "dispensations_accountability (tenant_id=? AND accountability=?)"),
            (new() { Site = site, Pharmacies = mine, HasPendingReturn = true }, "dispensations_counting (tenant_id=?"),
            (new() { Site = site, Departments = mine, IsAuthorised = false, Statuses = [DispenseStatus.Requested, DispenseStatus.Delivered] }, "dispensations_unauthorised (tenant_id=? AND status=?"),
            (new() { Site = site, Patient = patient }, "dispensations_patient (tenant_id=? AND patient_id=? AND (requested_at,id)<(?,?))"),
            (new() { Site = site, Encounter = new(patient.Value), Patient = patient }, "dispensations_encounter (tenant_id=? AND encounter_id=? AND (requested_at,id)<(?,?))"),
            (new() { Site = site, Departments = [mine[0]] }, "dispensations_department (tenant_id=? AND department_id=? AND (requested_at,id)<(?,?))"),
            (new() { Site = site, VisibleTo = mine }, "dispensations_requested (tenant_id=? AND (requested_at,id)<(?,?))"),
            (new() { Site = site, VisibleTo = mine, Patient = patient }, "dispensations_patient (tenant_id=? AND patient_id=? AND (requested_at,id)<(?,?))"),
            (new() { Site = site }, "dispensations_requested (tenant_id=? AND (requested_at,id)<(?,?))"),
        ];
        foreach (var (query, index) in lists)
        {
            var plan = await PlanAsync(query);
            Assert.Contains(index, plan, StringComparison.Ordinal);
            Assert.Contains(ByKey, plan, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Tickets_are_read_in_order_of_their_due_time()
    {
        var store = new TursoTicketStore(source);
        var after = new PageRequest(9, InstantMark.Of(default, Guid.CreateVersion7()));
        foreach (var (query, index) in new[] { (new TicketQuery { IsOpen = true }, "tickets_open"), (new TicketQuery { Owner = new(Guid.CreateVersion7()) }, "tickets_owner"), (new TicketQuery(), "tickets_due") })
        {
            var plan = await PlanAsync(() => store.ListAsync(Tenant, query, after, Stop));
            Assert.Contains(index, plan, StringComparison.Ordinal);
            Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Logs_and_checklists_are_read_in_their_order()
    {
        var (dispensation, after) = (new DispensationId(Guid.CreateVersion7()), new PageRequest(9, InstantMark.Of(default, Guid.CreateVersion7())));
        (Func<Task> Call, string Index)[] calls =
        [
            (() => new TursoDoseStore(source).ListAsync(Tenant, dispensation, after, Stop), "doses_recorded"),
            (() => new TursoDoseStore(source).ReversalOfAsync(Tenant, new DoseId(dispensation.Value), Stop), "doses_reverses"),
            (() => new TursoWasteStore(source).ListAsync(Tenant, dispensation, after, Stop), "wastes_recorded"),
            (() => new TursoChecklistStore(source).ListAsync(Tenant, null, new PageRequest(9, $"{dispensation}/a"), Stop), "checklists_name"),
            (() => new TursoChecklistStore(source).ListAsync(Tenant, new DepartmentId(dispensation.Value), PageRequest.First, Stop), "checklists_department"),
        ];
        foreach (var (call, index) in calls)
        {
            var plan = await PlanAsync(call);
            Assert.Contains(index, plan, StringComparison.Ordinal);
            Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
        }
    }

    private Task<string> PlanAsync(DispensationQuery query) =>
        PlanAsync(() => Dispensations.ListAsync(Tenant, query, new PageRequest(9, InstantMark.Of(default, Guid.CreateVersion7())), Stop));

    // The plan of the statement that a call ran; no table of a domain is read from end to end.
    private async Task<string> PlanAsync(Func<Task> call)
    {
        await Sources.Migrator(source).UpAsync(Stop);
        log.All.Clear();
        await call();
        var sql = Assert.Single(log.All);
        var count = Parameters().Matches(sql).Max(m => int.Parse(m.Groups[1].ValueSpan, provider: null));
        var steps = await source.ListAsync($"EXPLAIN QUERY PLAN {sql}", [.. Enumerable.Repeat(SqlValue.Null, count)], r => r.Text(3), Stop);
        log.All.Clear();
        log.All.Enqueue(sql);
        Assert.DoesNotContain(steps, s => TableScan().IsMatch(s));
        return string.Join('\n', steps);
    }

    [GeneratedRegex(@"\?(\d+)")]
    private static partial Regex Parameters();

    [GeneratedRegex("^SCAN (?!.*(json_each|SUBQUERY|CONSTANT))")]
    private static partial Regex TableScan();

    private sealed class Statements : ILogger<LocalDatabase>
    {
        public ConcurrentQueue<string> All { get; } = new();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Id == 5000 && state is IReadOnlyList<KeyValuePair<string, object?>> values)
                All.Enqueue((string)values.Single(v => v.Key == "Statement").Value!);
        }
    }
}
