using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IAuditLog"/> promises: everything that was done or refused, newest first.</summary>
public static class AuditLogContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("An entry keeps every part, the instant to the microsecond", KeepsEntryAsync),
        new("An entry keeps the request, the hashes and what was relied on", KeepsRequestAsync),
        new("Entries come newest first, page by page, each once", PagesAsync),
        new("Every part of a query narrows the answer", FiltersAsync),
        new("A note keeps U+0000 and characters of every plane", KeepsNoteAsync),
        new("Another tenant sees nothing", SeparatesTenantsAsync),
    ];

    private static async Task KeepsEntryAsync(IClinicStores stores, CancellationToken ct)
    {
        var x = stores.Context();
        var subject = new FactKey("contract.lot", stores.NewId<LotId>().Value);
        await stores.Get<IUnitOfWork>().RunAsync(
            x,
            new ContractCommand("one"),
            (unit, _) =>
            {
                unit.Audit("contract.audited", subject, "12.50 mL");
                return Task.FromResult(new ContractAnswer("one", 1m));
            },
            ct).ConfigureAwait(false);

        var entry = (await stores.Get<IAuditLog>().ListAsync(stores.Tenant, new AuditQuery(), PageRequest.First, ct).ConfigureAwait(false)).Items.Single();
        Check.Equal(stores.Clock.GetCurrentInstant().TruncateToMicroseconds(), entry.At, "The instant");
        Check.Equal((x.Tenant, x.Site, x.Actor.Person, x.Source, x.Command), (entry.Tenant, entry.Site, entry.Actor, entry.Source, entry.Command), "Who did what where");
        Check.Equal(("contract.command", "contract.audited", AuditOutcome.Accepted, "12.50 mL"), (entry.CommandName, entry.Action, entry.Outcome, entry.Note), "What was done");
        Check.Equal(subject, entry.Subject, "The subject");
        Check.Equal(0, entry.Codes.Count, "Codes");
    }

    private static async Task KeepsRequestAsync(IClinicStores stores, CancellationToken ct)
    {
        var request = new RequestScope("0190f0c0-0000-7000-8000-00000000beef", "POST", "/api/v1/things/{thing}");
        await stores.RunAsync(stores.Context() with { Request = request }, "one", unit => unit.Require(new FactKey("core.patient", unit.Context.Command.Value), 0), ct).ConfigureAwait(false);
        stores.Clock.Advance(Duration.FromMilliseconds(5));
        await stores.RunAsync(stores.Context(), "one", _ => { }, ct).ConfigureAwait(false);
        stores.Clock.Advance(Duration.FromMilliseconds(5));
        await Check.ThrowsAsync<ClinicRuleException>(
            () => stores.RunAsync(stores.Context() with { Request = request with { Session = null } }, "one", _ => throw new ClinicRuleException(ClinicRules.RoleMissing), ct),
            "The refusal").ConfigureAwait(false);

        var found = (await stores.Get<IAuditLog>().ListAsync(stores.Tenant, new AuditQuery(), PageRequest.First, ct).ConfigureAwait(false)).Items;
        var (done, job, refused) = (found[2], found[1], found[0]);
        Check.Equal(request, done.Request, "The request");
        Check.Sequence([$"core.patient/{done.Command}@0"], done.References ?? [], "What was relied on");
        Check.True(done.RequestHash is { Length: > 64 } && done.ResponseHash is { Length: > 64 } && done.RequestHash != done.ResponseHash, "both hashes");
        Check.Equal(null, job.Request, "The request of a job");
        Check.Sequence([], job.References ?? ["null"], "What a job relied on");
        Check.Equal(request with { Session = null }, refused.Request, "The request of a refusal");
        Check.Equal(true, refused.RequestHash is not null && refused.ResponseHash is null, "A refusal has the hash of what was asked only");
    }

    private static async Task PagesAsync(IClinicStores stores, CancellationToken ct)
    {
        for (var i = 0; i < 7; i++)
        {
            await stores.CommitAsync(_ => { }, ct).ConfigureAwait(false);
            stores.Clock.Advance(Duration.FromMilliseconds(5));
        }

        var seen = new List<AuditEntry>();
        string? after = null;
        do
        {
            var page = await stores.Get<IAuditLog>().ListAsync(stores.Tenant, new AuditQuery(), new PageRequest(3, after), ct).ConfigureAwait(false);
            Check.True(page.Items.Count is > 0 and <= 3, "a page has one to three entries");
            seen.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);

        Check.Equal(7, seen.Select(e => e.Id).Distinct().Count(), "Different entries");
        Check.Sequence(seen.OrderByDescending(e => e.At), seen, "The order");
    }

    private static async Task FiltersAsync(IClinicStores stores, CancellationToken ct)
    {
        var first = stores.Context();
        await stores.RunAsync(first, "first", _ => { }, ct).ConfigureAwait(false);
        stores.Clock.Advance(Duration.FromMinutes(1));
        var middle = stores.Clock.GetCurrentInstant().TruncateToMicroseconds();
        var second = stores.Context();
        await Check.ThrowsAsync<ClinicRuleException>(
            () => stores.RunAsync(second, "second", _ => throw new ClinicRuleException(ClinicRules.RoleMissing), ct), "The refusal").ConfigureAwait(false);

        await ExpectAsync(stores, new AuditQuery(), [second.Command, first.Command], ct).ConfigureAwait(false);
        await ExpectAsync(stores, new AuditQuery(Subject: new FactKey("contract.subject", first.Command.Value)), [first.Command], ct).ConfigureAwait(false);
        await ExpectAsync(stores, new AuditQuery(Subject: new FactKey("contract.other", first.Command.Value)), [], ct).ConfigureAwait(false);
        await ExpectAsync(stores, new AuditQuery(Actor: second.Actor.Person), [second.Command], ct).ConfigureAwait(false);
        await ExpectAsync(stores, new AuditQuery(Outcome: AuditOutcome.Accepted), [first.Command], ct).ConfigureAwait(false);
        await ExpectAsync(stores, new AuditQuery(From: middle), [second.Command], ct).ConfigureAwait(false);
        await ExpectAsync(stores, new AuditQuery(Until: middle), [first.Command], ct).ConfigureAwait(false);
        await ExpectAsync(stores, new AuditQuery(Actor: first.Actor.Person, From: middle), [], ct).ConfigureAwait(false);
    }

    private static async Task KeepsNoteAsync(IClinicStores stores, CancellationToken ct)
    {
        const string Note = "a\0b Ñ ñ 药 😀 \u0301";
        await stores.CommitAsync(unit => unit.Audit("contract.noted", new FactKey("contract.subject", unit.Context.Command.Value), Note), ct).ConfigureAwait(false);

        var page = await stores.Get<IAuditLog>().ListAsync(stores.Tenant, new AuditQuery(), PageRequest.First, ct).ConfigureAwait(false);
        Check.Equal(Note, page.Items.Single(e => e.Action == "contract.noted").Note, "The note");
    }

    private static async Task SeparatesTenantsAsync(IClinicStores stores, CancellationToken ct)
    {
        await stores.CommitAsync(_ => { }, ct).ConfigureAwait(false);

        var page = await stores.Get<IAuditLog>().ListAsync(stores.OtherTenant, new AuditQuery(), PageRequest.First, ct).ConfigureAwait(false);
        Check.Equal(0, page.Items.Count, "Entries in the other tenant");
    }

    private static async Task ExpectAsync(IClinicStores stores, AuditQuery query, CommandId[] expected, CancellationToken ct)
    {
        var page = await stores.Get<IAuditLog>().ListAsync(stores.Tenant, query, PageRequest.First, ct).ConfigureAwait(false);
        Check.Sequence(expected, page.Items.Select(e => e.Command), $"The answer to {query}");
    }
}
