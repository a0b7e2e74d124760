using Clinic.Abstractions;
using Clinic.Servers;

namespace Clinic.Storage.Remote.Tests;

/// <summary>A commit whose answer is lost is done exactly once, and the caller hears so.</summary>
public sealed class UnknownOutcomeTests(Servers servers) : IAsyncLifetime
{
    private static readonly FactKey Fact = new("core.test", Guid.CreateVersion7());

    private FaultyServer front = null!;
    private RemoteStores stores = null!;

    public async ValueTask InitializeAsync()
    {
        var server = await servers.SpacesAsync();
        var space = $"n{Guid.NewGuid():N}";
        await server.CreateNamespaceAsync(space);
        front = new FaultyServer(server.Url);
        stores = await RemoteStores.MakeAsync(front.Url, space, o => o.BusyTimeout = NodaTime.Duration.FromSeconds(2));
        await stores.CommitAsync(_ => { });
    }

    public async ValueTask DisposeAsync()
    {
        // Either is missing when the test was skipped.
        if (stores is { } made) await made.DisposeAsync();
        if (front is { } before) await before.DisposeAsync();
    }

    [Theory]
    [InlineData("CutBefore")]
    [InlineData("CutAfter")]
    [InlineData("CutInTheMiddle")]
    [InlineData("Twice")]
    public async Task A_commit_is_done_once_whatever_the_network_does_to_it(string fault)
    {
        var hits = 0;
        front.Judge = r => IsCommit(r) && hits++ == 0 ? Enum.Parse<Fault>(fault) : Fault.None;

        var answer = await stores.CommitAsync(Stage);

        Assert.Equal("done", answer);
        Assert.Equal(1, await stores.CountAsync("credential_attempts"));
        Assert.Equal(2, await stores.CountAsync("commands"));
    }

    [Fact]
    public async Task A_commit_whose_every_answer_is_lost_is_done_once_and_found_by_its_command()
    {
        front.Judge = r => IsCommit(r) ? Fault.CutAfter : Fault.None;

        Assert.Equal("done", await stores.CommitAsync(Stage));

        Assert.Equal(1, await stores.CountAsync("credential_attempts"));
    }

    [Fact]
    public async Task When_nothing_gets_through_the_outcome_is_unknown_and_the_same_command_settles_it_later()
    {
        var context = stores.NewContext();
        var cut = false;
        front.Judge = r =>
        {
            cut |= IsCommit(r);
            return cut ? IsCommit(r) ? Fault.CutAfter : Fault.CutBefore : Fault.None;
        };
        await Clients.FailsAsync(TursoErrorKind.UnknownOutcome, () => stores.CommitAsync(Stage, context));

        front.Judge = _ => Fault.None;
        Assert.Equal("done", await stores.CommitAsync(Stage, context));

        Assert.Equal(1, await stores.CountAsync("credential_attempts"));
    }

    [Fact]
    public async Task A_conflict_with_itself_that_cannot_be_settled_is_unknown_and_no_lost_race()
    {
        var commits = 0;
        front.Judge = r => IsCommit(r) ? commits++ == 0 ? Fault.CutAfter : Fault.None : commits > 0 ? Fault.CutBefore : Fault.None;

        await Clients.FailsAsync(TursoErrorKind.UnknownOutcome, () => stores.CommitAsync(Stage));

        front.Judge = _ => Fault.None;
        Assert.Equal(1, await stores.CountAsync("credential_attempts"));
    }

    [Theory]
    [InlineData("CutBefore")]
    [InlineData("CutAfter")]
    [InlineData("Twice")]
    public async Task A_refusal_is_written_once(string fault)
    {
        var hits = 0;
        front.Judge = r => IsAudit(r) && hits++ == 0 ? Enum.Parse<Fault>(fault) : Fault.None;
        var before = await stores.CountAsync("audit_log");
        var context = stores.NewContext();

        var refusal = new AuditEntry(
            Guid.CreateVersion7(), context.Tenant, context.Site, NodaTime.Instant.FromUtc(2026, 3, 1, 8, 0), context.Actor.Person, context.Source, context.Command,
            "test.command", "test.command", null, AuditOutcome.Refused, ["CLN001"], null);
        await stores.Get<ICommitStore>().RecordRefusalAsync(refusal, TestContext.Current.CancellationToken);

        Assert.Equal(before + 1, await stores.CountAsync("audit_log"));
    }

    [Theory]
    [InlineData("CutBefore")]
    [InlineData("CutAfter")]
    public async Task The_end_of_a_job_is_noted_once_whatever_happens_to_its_answer(string fault)
    {
        var (jobs, now) = (stores.Get<IJobStore>(), NodaTime.Instant.FromUtc(2026, 3, 1, 8, 0));
        var ct = TestContext.Current.CancellationToken;
        var hits = 0;
        Assert.True(await jobs.TryStartAsync(stores.Tenant, "seal", "a", now, now + NodaTime.Duration.FromMinutes(1), ct));
        front.Judge = r => r.Body.Contains("UPDATE jobs SET", StringComparison.Ordinal) && hits++ == 0 ? Enum.Parse<Fault>(fault) : Fault.None;

        await jobs.FinishAsync(stores.Tenant, "seal", "a", NodaTime.Duration.FromSeconds(1), new JobReport(1), now, ct);

        Assert.Equal(1, Assert.Single(await jobs.ListAsync(stores.Tenant, ct)).Runs);
        Assert.True(await jobs.TryStartAsync(stores.Tenant, "seal", "b", now, now + NodaTime.Duration.FromMinutes(1), ct));
    }

    private static void Stage(IUnit unit) => TursoUnit.Of(unit).Add(
        "INSERT INTO credential_attempts (tenant_id, subject, attempts, is_refused) VALUES (?1, ?2, 1, 0)", Guard.OneRow(Fact), "t", Guid.NewGuid());

    private static bool IsCommit(ScriptedRequest request) => request.Body.Contains("INSERT INTO commands", StringComparison.Ordinal);

    private static bool IsAudit(ScriptedRequest request) => request.Body.Contains("INSERT INTO audit_log", StringComparison.Ordinal);
}
