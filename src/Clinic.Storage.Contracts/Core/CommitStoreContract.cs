using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="ICommitStore"/> promises: whole commits, replay, guards, refusals.</summary>
public static class CommitStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("A command that staged nothing is remembered", RemembersEmptyAsync),
        new("A command record keeps every part, the instant to the microsecond", KeepsRecordAsync),
        new("The same command again gives the stored answer and changes nothing", ReplaysAsync),
        new("The same id with another content is refused with CLN101", RefusesOtherContentAsync),
        new("The same id by another actor is refused with CLN101", RefusesOtherActorAsync),
        new("The same command id in two tenants is two commands", SeparatesTenantsAsync),
        new("The same command at the same time is done once", RunsOnceAtOnceAsync),
        new("A write that fails takes back those before it, the audit and the events", TakesBackAsync),
        new("A command that lost its race can be repeated under the same id", MayRepeatAfterLossAsync),
        new("A required version that holds lets the commit through", RequirementHoldsAsync),
        new("A required version that changed stops the commit", RequirementFailsAsync),
        new("A requirement of version 0 means that the fact does not exist", RequiresAbsenceAsync),
        new("Racing changes of one fact are all done, one after the other", RacingChangesAsync),
        new("A second record of the same command is a conflict", SecondRecordAsync),
        new("A refusal is audited and nothing else is written", AuditsRefusalAsync),
        new("A unit of another adapter is refused", RefusesForeignUnitAsync),
        new("A cancelled commit writes nothing", CancelledAsync),
    ];

    private static async Task RemembersEmptyAsync(IClinicStores stores, CancellationToken ct)
    {
        var x = stores.Context();
        var answer = await stores.Get<IUnitOfWork>().RunAsync(
            x, new ContractCommand("nothing"), (_, _) => Task.FromResult(new ContractAnswer("nothing", 0m)), ct).ConfigureAwait(false);

        Check.Equal("nothing", answer.Text, "The answer");
        Check.Found(await stores.Get<ICommitStore>().FindCommandAsync(x.Tenant, x.Command, ct).ConfigureAwait(false), "The command record");
    }

    private static async Task KeepsRecordAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<ICommitStore>();
        var x = stores.Context();
        var at = Instant.FromUtc(1969, 12, 31, 23, 59, 59) + Duration.FromNanoseconds(999_999_000);
        var record = new CommandRecord(x.Tenant, x.Command, "contract.command", x.Actor.Person, "key:00ff", "{\"text\":\"Ñandú\\u0000 😀\",\"figure\":1.50}", at);

        await store.CommitAsync(store.Begin(x, "contract.command", at), record, ct).ConfigureAwait(false);

        Check.Equal(record, await store.FindCommandAsync(x.Tenant, x.Command, ct).ConfigureAwait(false), "The record");
        Check.Equal(null, await store.FindCommandAsync(x.Tenant, stores.NewId<CommandId>(), ct).ConfigureAwait(false), "An unknown command");
    }

    private static async Task ReplaysAsync(IClinicStores stores, CancellationToken ct)
    {
        var x = stores.Context();
        var person = PersonStoreContract.APerson(stores, "once");
        await stores.RunAsync(x, "same", unit => stores.Get<IPersonStore>().Add(unit, person), ct).ConfigureAwait(false);
        stores.Clock.Advance(Duration.FromHours(1));
        var ran = 0;

        var again = await stores.RunAsync(x, "same", _ => ran++, ct).ConfigureAwait(false);

        Check.Equal(0, ran, "Runs of the body at the repetition");
        Check.Equal("same", again.Text, "The stored answer");
        Check.Equal("1.50", again.Figure.ToString(System.Globalization.CultureInfo.InvariantCulture), "The scale of a stored figure");
        Check.Equal(1, await AuditsAsync(stores, stores.Tenant, ct).ConfigureAwait(false), "Audit entries");
    }

    private static async Task RefusesOtherContentAsync(IClinicStores stores, CancellationToken ct)
    {
        var x = stores.Context();
        await stores.RunAsync(x, "first", _ => { }, ct).ConfigureAwait(false);

        var refusal = await Check.ThrowsAsync<ClinicRuleException>(() => stores.RunAsync(x, "second", _ => { }, ct), "Another content").ConfigureAwait(false);

        Check.Equal(ClinicRules.CommandReused, refusal.Code, "The code");
        Check.Equal("first", (await stores.RunAsync(x, "first", _ => { }, ct).ConfigureAwait(false)).Text, "The first answer afterwards");
    }

    private static async Task RefusesOtherActorAsync(IClinicStores stores, CancellationToken ct)
    {
        var x = stores.Context();
        await stores.RunAsync(x, "first", _ => { }, ct).ConfigureAwait(false);
        var thief = x with { Actor = new Actor(stores.NewId<PersonId>(), [Role.Administrator], []) };

        var refusal = await Check.ThrowsAsync<ClinicRuleException>(() => stores.RunAsync(thief, "first", _ => { }, ct), "Another actor").ConfigureAwait(false);

        Check.Equal(ClinicRules.CommandReused, refusal.Code, "The code");
    }

    private static async Task SeparatesTenantsAsync(IClinicStores stores, CancellationToken ct)
    {
        var x = stores.Context();
        await stores.RunAsync(x, "here", _ => { }, ct).ConfigureAwait(false);

        var there = await stores.RunAsync(x with { Tenant = stores.OtherTenant }, "there", _ => { }, ct).ConfigureAwait(false);

        Check.Equal("there", there.Text, "The answer in the other tenant");
        Check.Equal("here", (await stores.RunAsync(x, "here", _ => { }, ct).ConfigureAwait(false)).Text, "The answer in the first tenant");
    }

    private static async Task RunsOnceAtOnceAsync(IClinicStores stores, CancellationToken ct)
    {
        var x = stores.Context();
        var person = PersonStoreContract.APerson(stores, "at.once");

        var errors = await ContractSteps.AtOnceAsync(8, _ => stores.RunAsync(
            x, "same", unit => stores.Get<IPersonStore>().Add(unit, person), ct)).ConfigureAwait(false);

        Check.True(errors.All(e => e is null), $"all eight get the answer, but one got {errors.FirstOrDefault(e => e is not null)?.Message}");
        Check.Equal(1, await AuditsAsync(stores, stores.Tenant, ct).ConfigureAwait(false), "Audit entries");
    }

    private static async Task TakesBackAsync(IClinicStores stores, CancellationToken ct)
    {
        var people = stores.Get<IPersonStore>();
        await stores.CommitAsync(unit => people.Add(unit, PersonStoreContract.APerson(stores, "taken")), ct).ConfigureAwait(false);
        var first = PersonStoreContract.APerson(stores, "first");
        var x = stores.Context();

        await Check.ThrowsAsync<ConcurrencyConflictException>(
            () => stores.RunAsync(
                x,
                "both",
                unit =>
                {
                    people.Add(unit, first);
                    unit.Publish("contract.event", "{}");
                    people.Add(unit, PersonStoreContract.APerson(stores, "TAKEN"));
                },
                ct),
            "A name that is taken").ConfigureAwait(false);

        Check.Equal(null, await people.FindAsync(stores.Tenant, first.Id, ct).ConfigureAwait(false), "The first person");
        Check.Equal(null, await people.FindBySignInAsync(stores.Tenant, "first", ct).ConfigureAwait(false), "The first name");
        Check.Equal(null, await stores.Get<ICommitStore>().FindCommandAsync(x.Tenant, x.Command, ct).ConfigureAwait(false), "The command");
        Check.Equal(0L, (await stores.Get<IOutbox>().DepthAsync(stores.Tenant, ct).ConfigureAwait(false)).Waiting, "Waiting events");
        var refused = await stores.Get<IAuditLog>().ListAsync(stores.Tenant, new AuditQuery(Outcome: AuditOutcome.Refused), PageRequest.First, ct).ConfigureAwait(false);
        Check.Sequence([ClinicRules.LostRace], refused.Items.SelectMany(e => e.Codes), "The codes of the refusals");
    }

    private static async Task MayRepeatAfterLossAsync(IClinicStores stores, CancellationToken ct)
    {
        var people = stores.Get<IPersonStore>();
        var holder = PersonStoreContract.APerson(stores, "wanted");
        await stores.CommitAsync(unit => people.Add(unit, holder), ct).ConfigureAwait(false);
        var x = stores.Context();
        var late = PersonStoreContract.APerson(stores, "wanted");
        await Check.ThrowsAsync<ConcurrencyConflictException>(
            () => stores.RunAsync(x, "add", unit => people.Add(unit, late), ct), "A name that is taken").ConfigureAwait(false);
        await stores.CommitAsync(unit => people.Save(unit, holder with { SignInName = "other", Version = 2 }), ct).ConfigureAwait(false);

        await stores.RunAsync(x, "add", unit => people.Add(unit, late), ct).ConfigureAwait(false);

        Check.Equal(late.Id, (await people.FindBySignInAsync(stores.Tenant, "wanted", ct).ConfigureAwait(false))?.Id, "Who has the name");
    }

    private static async Task RequirementHoldsAsync(IClinicStores stores, CancellationToken ct)
    {
        var (person, fact) = await AFactAsync(stores, ct).ConfigureAwait(false);

        await stores.CommitAsync(unit => unit.Require(fact, person.Version), ct).ConfigureAwait(false);
    }

    private static async Task RequirementFailsAsync(IClinicStores stores, CancellationToken ct)
    {
        var (person, fact) = await AFactAsync(stores, ct).ConfigureAwait(false);
        var added = PersonStoreContract.APerson(stores, "added");

        var conflict = await Check.ThrowsAsync<ConcurrencyConflictException>(
            () => stores.CommitAsync(
                unit =>
                {
                    stores.Get<IPersonStore>().Add(unit, added);
                    unit.Require(fact, person.Version - 1);
                },
                ct),
            "A version that is gone").ConfigureAwait(false);

        Check.Sequence([fact], conflict.Facts, "The facts of the conflict");
        Check.Equal(null, await stores.Get<IPersonStore>().FindAsync(stores.Tenant, added.Id, ct).ConfigureAwait(false), "The person");
    }

    private static async Task RequiresAbsenceAsync(IClinicStores stores, CancellationToken ct)
    {
        var (_, fact) = await AFactAsync(stores, ct).ConfigureAwait(false);

        await stores.CommitAsync(unit => unit.Require(fact with { Id = stores.NewId<PersonId>().Value }, 0), ct).ConfigureAwait(false);
        await stores.CommitAsync(unit => unit.Require(fact, 0), ct, stores.OtherTenant).ConfigureAwait(false);

        await Check.ThrowsAsync<ConcurrencyConflictException>(
            () => stores.CommitAsync(unit => unit.Require(fact, 0), ct), "A fact that exists").ConfigureAwait(false);
    }

    private static async Task RacingChangesAsync(IClinicStores stores, CancellationToken ct)
    {
        const int Racers = 8;
        var people = stores.Get<IPersonStore>();
        var person = PersonStoreContract.APerson(stores, "raced");
        await stores.CommitAsync(unit => people.Add(unit, person), ct).ConfigureAwait(false);

        var errors = await ContractSteps.AtOnceAsync(Racers, i => stores.Get<IUnitOfWork>().RunAsync(
            stores.Context(),
            new ContractCommand($"racer {i}"),
            async (unit, token) =>
            {
                var read = (await people.FindAsync(stores.Tenant, person.Id, token).ConfigureAwait(false))!;
                people.Save(unit, read with { Version = read.Version + 1 });
                unit.Audit("contract.raced", new FactKey("contract.subject", person.Id.Value));
                return new ContractAnswer("done", i);
            },
            ct)).ConfigureAwait(false);

        Check.True(errors.All(e => e is null), $"all racers succeed, but one got {errors.FirstOrDefault(e => e is not null)?.Message}");
        Check.Equal(1L + Racers, (await people.FindAsync(stores.Tenant, person.Id, ct).ConfigureAwait(false))!.Version, "The version");
    }

    private static async Task SecondRecordAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<ICommitStore>();
        var x = stores.Context();
        var at = stores.Clock.GetCurrentInstant().TruncateToMicroseconds();
        var record = new CommandRecord(x.Tenant, x.Command, "contract.command", x.Actor.Person, "key:00", "{}", at);
        await store.CommitAsync(store.Begin(x, "contract.command", at), record, ct).ConfigureAwait(false);
        var unit = store.Begin(x, "contract.command", at);
        unit.Publish("contract.event", "{}");

        var conflict = await Check.ThrowsAsync<ConcurrencyConflictException>(
            () => store.CommitAsync(unit, record with { AnswerJson = "{\"other\":1}" }, ct), "The second record").ConfigureAwait(false);

        Check.Sequence([new FactKey("command", x.Command.Value)], conflict.Facts, "The facts of the conflict");
        Check.Equal("{}", (await store.FindCommandAsync(x.Tenant, x.Command, ct).ConfigureAwait(false))!.AnswerJson, "The stored answer");
        Check.Equal(0L, (await stores.Get<IOutbox>().DepthAsync(stores.Tenant, ct).ConfigureAwait(false)).Waiting, "Waiting events");
    }

    private static async Task AuditsRefusalAsync(IClinicStores stores, CancellationToken ct)
    {
        var x = stores.Context();
        var person = PersonStoreContract.APerson(stores, "never");

        await Check.ThrowsAsync<ClinicRuleException>(
            () => stores.RunAsync(
                x,
                "refused",
                unit =>
                {
                    stores.Get<IPersonStore>().Add(unit, person);
                    throw new ClinicRuleException([new(ClinicRules.RoleMissing, ("action", "contract")), new(ClinicRules.NameTaken, ("kind", "name"))]);
                },
                ct),
            "The refusal").ConfigureAwait(false);

        var audit = await stores.Get<IAuditLog>().ListAsync(stores.Tenant, new AuditQuery(), PageRequest.First, ct).ConfigureAwait(false);
        var entry = audit.Items.Count == 1 ? audit.Items[0] : throw new ContractViolationException($"Expected one audit entry, found {audit.Items.Count}.");
        Check.Equal(AuditOutcome.Refused, entry.Outcome, "The outcome");
        Check.Sequence([ClinicRules.RoleMissing, ClinicRules.NameTaken], entry.Codes, "The codes");
        Check.Equal(null, entry.Subject, "The subject");
        Check.Equal(x.Actor.Person, entry.Actor, "The actor");
        Check.Equal(null, await stores.Get<ICommitStore>().FindCommandAsync(x.Tenant, x.Command, ct).ConfigureAwait(false), "The command");
        Check.Equal(null, await stores.Get<IPersonStore>().FindAsync(stores.Tenant, person.Id, ct).ConfigureAwait(false), "The person");
    }

    private static async Task RefusesForeignUnitAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<ICommitStore>();
        var x = stores.Context();
        var at = stores.Clock.GetCurrentInstant().TruncateToMicroseconds();
        var foreign = new ForeignUnit(x, at, stores.Get<IIdGenerator>());
        var record = new CommandRecord(x.Tenant, x.Command, "contract.command", x.Actor.Person, "key:00", "{}", at);

        await Check.ThrowsAsync<ArgumentException>(() => store.CommitAsync(foreign, record, ct), "Committing a foreign unit").ConfigureAwait(false);
        await Check.ThrowsAsync<ArgumentException>(
            () =>
            {
                stores.Get<IPersonStore>().Add(foreign, PersonStoreContract.APerson(stores, "foreign"));
                return Task.CompletedTask;
            },
            "Staging in a foreign unit").ConfigureAwait(false);
    }

    private static async Task CancelledAsync(IClinicStores stores, CancellationToken ct)
    {
        var x = stores.Context();
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(ct);

        await Check.ThrowsAsync<OperationCanceledException>(
            () => stores.RunAsync(x, "late", _ => cancelled.Cancel(), cancelled.Token), "The cancelled commit").ConfigureAwait(false);

        Check.Equal(null, await stores.Get<ICommitStore>().FindCommandAsync(x.Tenant, x.Command, ct).ConfigureAwait(false), "The command");
        Check.Equal(0, await AuditsAsync(stores, stores.Tenant, ct).ConfigureAwait(false), "Audit entries");
    }

    // A stale save tells the adapter's own name of the fact.
    private static async Task<(Person Person, FactKey Fact)> AFactAsync(IClinicStores stores, CancellationToken ct)
    {
        var people = stores.Get<IPersonStore>();
        var person = PersonStoreContract.APerson(stores, "fact");
        await stores.CommitAsync(unit => people.Add(unit, person), ct).ConfigureAwait(false);
        var changed = person with { Version = 2 };
        await stores.CommitAsync(unit => people.Save(unit, changed), ct).ConfigureAwait(false);
        var conflict = await Check.ThrowsAsync<ConcurrencyConflictException>(
            () => stores.CommitAsync(unit => people.Save(unit, changed), ct), "A stale save").ConfigureAwait(false);
        Check.Equal(1, conflict.Facts.Count, "Facts of the conflict");
        return (changed, conflict.Facts[0]);
    }

    private static async Task<int> AuditsAsync(IClinicStores stores, TenantId tenant, CancellationToken ct) =>
        (await stores.Get<IAuditLog>().ListAsync(tenant, new AuditQuery(), PageRequest.First, ct).ConfigureAwait(false)).Items.Count;

    private sealed class ForeignUnit(CommandContext x, Instant now, IIdGenerator ids) : StagedUnit(x, "contract.command", now, ids)
    {
        public override bool HasWrites => false;
    }
}
