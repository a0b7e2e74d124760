using Clinic.Abstractions.InMemory;
using NodaTime;

namespace Clinic.Abstractions.Tests.Commands;

public sealed class UnitOfWorkTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_command_is_done_once_and_answers_the_same_again()
    {
        var desk = new Desk();
        var x = desk.As();

        var first = await desk.NoteAsync(x, ct: Ct);
        var second = await desk.NoteAsync(x, ct: Ct);

        Assert.Equal(first, second);
        Assert.Equal(1, desk.Written["a"]);
        var entry = Assert.Single(await desk.AuditAsync());
        Assert.Equal(("test.noted", AuditOutcome.Accepted, "test.note", x.Command), (entry.Action, entry.Outcome, entry.CommandName, entry.Command));
        Assert.Equal(0, entry.At.ToUnixTimeTicks() % 10);
    }

    [Fact]
    public async Task A_repetition_is_bound_to_actor_site_command_and_payload()
    {
        var desk = new Desk();
        var x = desk.As();
        await desk.NoteAsync(x, ct: Ct);

        foreach (var other in (Func<Task>[])
        [
            () => desk.NoteAsync(x, "b", ct: Ct),
            () => desk.NoteAsync(desk.As(x.Command, new PersonId(Guid.CreateVersion7())), ct: Ct),
            () => desk.NoteAsync(desk.As(x.Command, site: new SiteId(Guid.CreateVersion7())), ct: Ct),
            () => desk.Work.RunAsync(x, new Note("a", "test.other"), (_, _) => Task.FromResult(new NoteAnswer("", 0, 0)), Ct),
        ])
        {
            var e = await Assert.ThrowsAsync<ClinicRuleException>(other);
            Assert.Equal((ClinicRules.CommandReused, RuleKind.Conflict), (e.Code, e.Kind));
        }

        Assert.Equal(["a"], desk.Written.Keys);
        Assert.Equal(4, (await desk.AuditAsync()).Count(a => a.Outcome == AuditOutcome.Refused && a.Codes[0] == ClinicRules.CommandReused));
        var elsewhere = x with { Tenant = new TenantId(Guid.CreateVersion7()) };
        await desk.NoteAsync(elsewhere, "b", ct: Ct);
        Assert.Equal(1, desk.Written["b"]);
    }

    [Fact]
    public async Task A_lost_race_runs_the_body_again_on_a_fresh_unit()
    {
        var desk = new Desk();
        var runs = 0;

        await desk.NoteAsync(desk.As(), also: unit =>
        {
            if (++runs == 1) unit.Require(desk.Fact, 9);
        }, ct: Ct);

        Assert.Equal((2, 1), (runs, desk.Written["a"]));
        Assert.Single(await desk.AuditAsync());
    }

    [Fact]
    public async Task A_race_that_is_lost_every_time_ends_in_a_conflict()
    {
        var desk = new Desk(new UnitOfWorkOptions { MaxAttempts = 4, LongestPause = Duration.Zero });
        var runs = 0;

        var e = await Assert.ThrowsAsync<ConcurrencyConflictException>(() => desk.NoteAsync(desk.As(), also: unit =>
        {
            runs++;
            unit.Require(desk.Fact, 9);
        }, ct: Ct));

        Assert.Equal((4, desk.Fact), (runs, Assert.Single(e.Facts)));
        Assert.Empty(desk.Written);
        Assert.Equal([ClinicRules.LostRace], Assert.Single(await desk.AuditAsync()).Codes);
    }

    [Fact]
    public async Task A_refusal_is_audited_on_its_own_and_evaluated_again()
    {
        var desk = new Desk();
        var x = desk.As();

        var e = await Assert.ThrowsAsync<ClinicRuleException>(() => desk.NoteAsync(x, also: _ => throw new ClinicRuleException(ClinicRules.PlaceUnknown, ("kind", "site"), ("id", "7")), ct: Ct));
        Assert.Empty(desk.Written);
        var refusal = Assert.Single(await desk.AuditAsync());
        Assert.Equal((AuditOutcome.Refused, "test.note", null), (refusal.Outcome, refusal.Action, refusal.Subject));
        Assert.Equal([ClinicRules.PlaceUnknown], refusal.Codes);
        await desk.NoteAsync(x, ct: Ct);

        Assert.Equal(RuleKind.NotFound, e.Kind);
        Assert.Equal(1, desk.Written["a"]);
    }

    [Fact]
    public async Task Another_error_leaves_nothing_behind_at_all()
    {
        var desk = new Desk();

        await Assert.ThrowsAsync<InvalidCastException>(() => desk.NoteAsync(desk.As(), also: unit => InMemoryUnit.Of(unit).Stage(_ => throw new InvalidCastException()), ct: Ct));

        Assert.Empty(desk.Written);
        Assert.Empty(await desk.AuditAsync());
    }

    [Fact]
    public async Task What_cannot_be_audited_does_not_happen()
    {
        var desk = new Desk();

        await Assert.ThrowsAsync<InvalidOperationException>(() => desk.Work.RunAsync(desk.As(), new Note("a"), (unit, _) =>
        {
            InMemoryUnit.Of(unit).Stage(c => c.Put(desk.Written, "a", 1));
            return Task.FromResult(new NoteAnswer("a", 0, 0));
        }, Ct));

        Assert.Empty(desk.Written);
    }

    [Fact]
    public async Task A_command_inside_a_command_is_refused_and_the_outer_one_may_go_on()
    {
        var desk = new Desk();
        Exception? inner = null;

        await desk.Work.RunAsync(desk.As(), new Note("a"), async (unit, ct) =>
        {
            await Task.Yield();
            inner = await Record.ExceptionAsync(() => desk.NoteAsync(desk.As(), "inner", ct: ct));
            return new NoteAnswer("a", 0, 0);
        }, Ct);
        await desk.NoteAsync(desk.As(), "after", ct: Ct);

        Assert.IsType<InvalidOperationException>(inner);
        Assert.Equal(["after"], desk.Written.Keys);
    }

    [Fact]
    public async Task A_cancelled_command_is_not_done()
    {
        var desk = new Desk();
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Ct);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => desk.NoteAsync(desk.As(), also: _ => source.Cancel(), ct: source.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => desk.NoteAsync(desk.As(), ct: source.Token));

        Assert.Empty(desk.Written);
        Assert.Empty(await desk.AuditAsync());
    }

    [Fact]
    public async Task Events_and_audit_appear_with_the_commit_only()
    {
        var desk = new Desk();

        await desk.NoteAsync(desk.As(), also: unit =>
        {
            unit.Publish("test.event", "{}");
            unit.Audit("test.long", desk.Fact, new string('x', 900));
        }, ct: Ct);
        await Assert.ThrowsAsync<ClinicRuleException>(() => desk.NoteAsync(desk.As(), also: unit =>
        {
            unit.Publish("test.lost", "{}");
            throw new ClinicRuleException(ClinicRules.NameTaken, ("kind", "name"));
        }, ct: Ct));

        var found = await desk.Store.Outbox.LeaseAsync(Desk.Tenant, desk.Clock.Now, desk.Clock.Now, 10, Ct);
        Assert.Equal("test.event", Assert.Single(found).Type);
        Assert.Equal(500, (await desk.AuditAsync()).Single(a => a.Action == "test.long").Note!.Length);
        await Assert.ThrowsAsync<ArgumentException>(() => desk.NoteAsync(desk.As(), also: unit => unit.Publish("", "{}"), ct: Ct));
        await Assert.ThrowsAsync<ArgumentException>(() => desk.NoteAsync(desk.As(), also: unit => unit.Audit(" ", desk.Fact), ct: Ct));
    }

    [Fact]
    public async Task One_command_sent_at_once_from_everywhere_is_done_once()
    {
        var desk = new Desk();
        var x = desk.As();

        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => Task.Run(() => desk.NoteAsync(x, ct: Ct), Ct)));

        Assert.Single(answers.Distinct());
        Assert.Equal(1, desk.Written["a"]);
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Desk(new UnitOfWorkOptions { MaxAttempts = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Desk(new UnitOfWorkOptions { MaxAttempts = 101 }));
    }
}
