using Clinic.Abstractions.InMemory;
using Clinic.Abstractions.Tests.Commands;
using NodaTime;

namespace Clinic.Abstractions.Tests.InMemory;

public sealed class InMemoryStoreTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task People_are_found_by_a_name_that_is_theirs_alone()
    {
        var desk = new Desk();
        var people = new InMemoryPersonStore(desk.Store);
        var ana = Person("Ana", "ana@hospital");
        await desk.NoteAsync(desk.As(), "1", u => people.Add(u, ana), Ct);

        Assert.Equal(ana.Id, (await people.FindBySignInAsync(Desk.Tenant, "ANA@Hospital", Ct))!.Id);
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => desk.NoteAsync(desk.As(), "2", u => people.Add(u, Person("Otra", "ANA@HOSPITAL")), Ct));
        await desk.NoteAsync(desk.As(), "3", u => people.Save(u, ana with { SignInName = "ana2", Version = 2 }), Ct);
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => desk.NoteAsync(desk.As(), "4", u => people.Save(u, ana with { Version = 2 }), Ct));
        Assert.Null(await people.FindBySignInAsync(Desk.Tenant, "ana@hospital", Ct));
        Assert.Null(await people.FindAsync(new TenantId(Guid.CreateVersion7()), ana.Id, Ct));
        Assert.Equal(ana.Id.ToString(), ana.ToString());
        Assert.True(ana.AsActor().HasAny(Role.Nurse, Role.Pharmacist));
    }

    [Fact]
    public async Task A_commit_that_fails_half_way_leaves_nothing()
    {
        var desk = new Desk();
        var patients = new InMemoryPatientStore(desk.Store);
        var patient = new Patient(desk.Ids.Next<PatientId>(), "Juan", "CI", "0912345678", null, [], 1);
        await desk.NoteAsync(desk.As(), "1", u => patients.Add(u, patient), Ct);

        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => desk.NoteAsync(desk.As(), "2", u =>
        {
            patients.Save(u, patient with { DocumentNumber = "1", Version = 2 });
            patients.Add(u, patient with { Id = desk.Ids.Next<PatientId>(), DocumentNumber = "1" });
        }, Ct));

        Assert.Equal(patient.Id, (await patients.FindByDocumentAsync(Desk.Tenant, "CI", "0912345678", Ct))!.Id);
        Assert.Null(await patients.FindByDocumentAsync(Desk.Tenant, "CI", "1", Ct));
        Assert.False(desk.Written.ContainsKey("2"));
        Assert.Equal(patient.Id.ToString(), patient.ToString());
        await desk.NoteAsync(desk.As(), "3", u => patients.Save(u, patient with { DocumentNumber = "1", Version = 2 }), Ct);
    }

    [Fact]
    public async Task A_job_runs_once_at_a_time_and_when_it_is_due()
    {
        var desk = new Desk();
        var jobs = new InMemoryJobStore(desk.Store);
        var (now, lease) = (desk.Clock.Now, Duration.FromMinutes(5));

        Assert.True(await jobs.TryStartAsync(Desk.Tenant, "j", "a", now, now + lease, Ct));
        Assert.False(await jobs.TryStartAsync(Desk.Tenant, "j", "b", now, now + lease, Ct));
        Assert.True(await jobs.TryStartAsync(Desk.Tenant, "j", "b", now + lease, now + lease + lease, Ct));
        await jobs.FinishAsync(Desk.Tenant, "j", "a", Duration.FromSeconds(1), new JobReport(9), now + lease, Ct);
        Assert.Null((await jobs.ListAsync(Desk.Tenant, Ct))[0].LastReport);
        await jobs.FinishAsync(Desk.Tenant, "j", "b", Duration.FromSeconds(1), new JobReport(1, 2, "falló"), now + lease + lease, Ct);
        Assert.False(await jobs.TryStartAsync(Desk.Tenant, "j", "a", now + lease, now + lease + lease, Ct));
        Assert.Equal((1L, 1, "falló"), ((await jobs.ListAsync(Desk.Tenant, Ct))[0].Runs, (await jobs.ListAsync(Desk.Tenant, Ct))[0].Failures, (await jobs.ListAsync(Desk.Tenant, Ct))[0].LastReport!.Error));
    }

    [Fact]
    public async Task An_event_is_leased_retried_and_given_up()
    {
        var desk = new Desk();
        await desk.NoteAsync(desk.As(), also: u => u.Publish("test.event", "{}"), ct: Ct);
        var (outbox, now) = (desk.Store.Outbox, desk.Clock.Now);

        var leased = Assert.Single(await outbox.LeaseAsync(Desk.Tenant, now, now + Duration.FromMinutes(1), 10, Ct));
        Assert.Empty(await outbox.LeaseAsync(Desk.Tenant, now, now + Duration.FromMinutes(1), 10, Ct));
        await outbox.FailedAsync(Desk.Tenant, leased.Id, "no", now + Duration.FromMinutes(2), Ct);
        Assert.Equal(1, Assert.Single(await outbox.LeaseAsync(Desk.Tenant, now + Duration.FromMinutes(2), now + Duration.FromMinutes(3), 10, Ct)).Attempts);
        await outbox.FailedAsync(Desk.Tenant, leased.Id, "no", null, Ct);
        Assert.Equal(new OutboxDepth(0, 1), await outbox.DepthAsync(Desk.Tenant, Ct));
        await outbox.DeliveredAsync(Desk.Tenant, leased.Id, now, Ct);
        Assert.Equal(new OutboxDepth(0, 0), await outbox.DepthAsync(Desk.Tenant, Ct));
    }

    [Fact]
    public async Task Audit_is_read_page_by_page_newest_first()
    {
        var desk = new Desk();
        for (var i = 0; i < 7; i++)
        {
            await desk.NoteAsync(desk.As(), $"{i}", ct: Ct);
            desk.Clock.Advance(Duration.FromMilliseconds(2));
        }

        var seen = new List<string?>();
        string? after = null;
        do
        {
            var page = await desk.Store.ListAsync(Desk.Tenant, new AuditQuery(), new PageRequest(3, after), Ct);
            Assert.True(page.Items.Count <= 3);
            seen.AddRange(page.Items.Select(e => e.Note));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(["6", "5", "4", "3", "2", "1", "0"], seen);
        Assert.Throws<ArgumentOutOfRangeException>(() => new PageRequest(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PageRequest(501));
        Assert.Empty((await desk.Store.ListAsync(Desk.Tenant, new AuditQuery(Outcome: AuditOutcome.Refused), PageRequest.First, Ct)).Items);
    }

    [Fact]
    public void A_store_of_another_adapter_says_so()
    {
        var foreign = new Foreign();

        Assert.Throws<ArgumentException>(() => InMemoryUnit.Of(foreign));
        Assert.Throws<ArgumentException>(() => InMemoryUnit.Of(null!));
    }

    private static Person Person(string name, string signIn) => new(new PersonId(Guid.CreateVersion7()), name, signIn, new HashSet<Role> { Role.Pharmacist }, new HashSet<DepartmentId>(), false, 1);

    private sealed class Foreign : IUnit
    {
        public CommandContext Context => throw new NotSupportedException();

        public Instant Now => throw new NotSupportedException();

        public void Require(FactKey fact, long version) => throw new NotSupportedException();

        public void Audit(string action, FactKey subject, string? note = null) => throw new NotSupportedException();

        public void Publish(string type, string json) => throw new NotSupportedException();
    }
}
