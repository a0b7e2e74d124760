using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Tickets;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="ITicketStore"/> promises.</summary>
public static class TicketStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("A ticket comes with every field and the departments of its dispensation", KeepsAsync),
        new("Tickets are listed soonest due first, then by id, each once", PagesAsync),
        new("A later page begins where the one before ended, though its last ticket was put off", StaysAsync),
        new("Each part of a query keeps out what does not fit", FiltersAsync),
        new("A ticket is listed as it was last saved, and not when its commit failed", FollowsAsync),
        new("Tickets of another tenant are not seen", SeparatesTenantsAsync),
        new("A store without tickets answers with nothing", IsEmptyAsync),
    ];

    private static async Task<IReadOnlyList<TicketView>> AllAsync(IClinicStores stores, TicketQuery query, CancellationToken ct, int size = 500) =>
        await DispensingSamples.AllPagesAsync(p => stores.Get<ITicketStore>().ListAsync(stores.Tenant, query, p, ct), size).ConfigureAwait(false);

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var full = FullDispensation.Of(stores);
        var toPatient = stores.ADispensation() with { Target = new(null, CareArea.Outpatient, stores.NewId<PatientId>()), Tickets = [stores.ATicket()] };
        await stores.AddAsync(ct, full, toPatient).ConfigureAwait(false);
        foreach (var one in new[] { full, toPatient })
        {
            var found = (await AllAsync(stores, new TicketQuery { Departments = [one.Pharmacy] }, ct).ConfigureAwait(false)).ToDictionary(v => v.Ticket.Id);
            Check.Equal(one.Tickets.Count, found.Count, "Tickets");
            foreach (var ticket in one.Tickets)
            {
                var view = found[ticket.Id];
                Check.Equal((one.Id, one.Target.Department, one.Pharmacy), (view.Dispensation, view.Department, view.Pharmacy), "Where it belongs");
                Check.Equal(JsonSerializer.Serialize(ticket, ClinicJson.Options), JsonSerializer.Serialize(view.Ticket, ClinicJson.Options), "The ticket as JSON");
                Check.Equal(ticket with { Evidence = [] }, view.Ticket with { Evidence = [] }, "The ticket");
            }
        }
    }

    private static async Task<IReadOnlyList<Ticket>> SevenAsync(IClinicStores stores, CancellationToken ct)
    {
        var due = stores.Now() + Duration.FromDays(1);
        var all = DispensingSamples.Unordered.Select(i => stores.ATicket(due: due + (PharmacySamples.Microsecond * i))).ToList();
        await stores.AddAsync(
            ct, stores.ADispensation() with { Tickets = [.. all.Take(3)] }, stores.ADispensation() with { Tickets = [.. all.Skip(3).Take(3)] },
            stores.ADispensation() with { Tickets = [all[6]] }).ConfigureAwait(false);
        return [.. all.OrderBy(t => t.Due).ThenBy(t => t.Id.ToString(), StringComparer.Ordinal)];
    }

    private static async Task PagesAsync(IClinicStores stores, CancellationToken ct)
    {
        var expected = (await SevenAsync(stores, ct).ConfigureAwait(false)).Select(t => t.Id).ToList();
        foreach (var size in new[] { 1, 2, 3, 7, 8 })
            Check.Sequence(expected, (await AllAsync(stores, new TicketQuery { IsOpen = true }, ct, size).ConfigureAwait(false)).Select(v => v.Ticket.Id), $"Soonest first, {size} a page");
    }

    private static async Task StaysAsync(IClinicStores stores, CancellationToken ct)
    {
        var expected = (await SevenAsync(stores, ct).ConfigureAwait(false)).Select(t => t.Id).ToList();
        var store = stores.Get<ITicketStore>();
        var first = await store.ListAsync(stores.Tenant, new TicketQuery(), new PageRequest(3), ct).ConfigureAwait(false);
        var last = first.Items[2];
        await stores.ChangeAsync(last.Dispensation, s => s with
        {
            Tickets = [.. s.Tickets.Select(t => t.Id == last.Ticket.Id ? t with { Due = t.Due + Duration.FromDays(9), Escalations = 1 } : t)],
        }, ct).ConfigureAwait(false);

        var second = await store.ListAsync(stores.Tenant, new TicketQuery(), new PageRequest(9, first.Next), ct).ConfigureAwait(false);

        Check.Sequence([.. expected.Skip(3), last.Ticket.Id], second.Items.Select(v => v.Ticket.Id), "The second page");
        foreach (var mark in new[] { "", "x", "/", $"9/{expected[0].Value:N}" }) await store.ListAsync(stores.Tenant, new TicketQuery(), new PageRequest(9, mark), ct).ConfigureAwait(false);
    }

    private static async Task FiltersAsync(IClinicStores stores, CancellationToken ct)
    {
        var due = stores.Now() + Duration.FromHours(1);
        var wanted = stores.ATicket(TicketKind.ReturnDiffers, due) with { Owner = stores.NewId<PersonId>() };
        var resolved = stores.Resolved(stores.ATicket(due: due + PharmacySamples.Microsecond));
        var holder = stores.ADispensation() with { Tickets = [wanted] };
        var toPatient = stores.ADispensation() with { Target = new(null, CareArea.Outpatient, stores.NewId<PatientId>()), Tickets = [resolved] };
        await stores.AddAsync(ct, holder, toPatient).ConfigureAwait(false);

        TicketQuery[] queries =
        [
            new() { IsOpen = true }, new() { Owner = wanted.Owner }, new() { Kind = TicketKind.ReturnDiffers }, new() { DueBefore = due + PharmacySamples.Microsecond },
            new() { Departments = [stores.NewId<DepartmentId>(), holder.Pharmacy] }, new() { Departments = [holder.Target.Department!.Value] },
            new() { Site = holder.Site },
            new() { IsOpen = true, Owner = wanted.Owner, Kind = wanted.Kind, DueBefore = due + PharmacySamples.Microsecond, Departments = [holder.Pharmacy, toPatient.Pharmacy] },
        ];
        foreach (var query in queries) Check.Sequence([wanted.Id], (await AllAsync(stores, query, ct).ConfigureAwait(false)).Select(v => v.Ticket.Id), query.ToString());
        Check.Sequence([resolved.Id], (await AllAsync(stores, new TicketQuery { IsOpen = false }, ct).ConfigureAwait(false)).Select(v => v.Ticket.Id), "Resolved ones");
        TicketQuery[] none = [new() { DueBefore = due }, new() { Departments = [] }, new() { Departments = [stores.NewId<DepartmentId>()] }, new() { Owner = wanted.RaisedBy }, new() { IsOpen = false, Kind = wanted.Kind }, new() { Site = stores.NewId<SiteId>() }, new() { Site = toPatient.Site, IsOpen = true }];
        foreach (var query in none) Check.Equal(0, (await AllAsync(stores, query, ct).ConfigureAwait(false)).Count, query.ToString());
        Check.Sequence([wanted.Id, resolved.Id], (await AllAsync(stores, new TicketQuery(), ct).ConfigureAwait(false)).Select(v => v.Ticket.Id), "Without any condition");
    }

    private static async Task FollowsAsync(IClinicStores stores, CancellationToken ct)
    {
        var holder = stores.ADispensation() with { Tickets = [stores.ATicket()] };
        await stores.AddAsync(ct, holder).ConfigureAwait(false);
        var changed = await stores.ChangeAsync(holder.Id, s => s with { Tickets = [stores.Resolved(s.Tickets[0]), stores.ATicket()] }, ct).ConfigureAwait(false);
        var stale = DispensingSamples.Next(holder, s => s with { Tickets = [.. s.Tickets, stores.ATicket(), stores.ATicket()] });
        await PharmacySamples.ConflictsAsync(
            () => stores.CommitAsync(unit => stores.Get<IDispensationStore>().Save(unit, Dispensation.Restore(holder), Dispensation.Restore(stale)), ct), "A stale version").ConfigureAwait(false);

        Check.Sequence([changed.Tickets[1].Id], (await AllAsync(stores, new TicketQuery { IsOpen = true }, ct).ConfigureAwait(false)).Select(v => v.Ticket.Id), "Open");
        Check.Sequence([changed.Tickets[0].Id], (await AllAsync(stores, new TicketQuery { IsOpen = false }, ct).ConfigureAwait(false)).Select(v => v.Ticket.Id), "Resolved");
    }

    private static async Task SeparatesTenantsAsync(IClinicStores stores, CancellationToken ct)
    {
        var holder = stores.ADispensation() with { Tickets = [stores.ATicket()] };
        await stores.AddAsync(ct, holder).ConfigureAwait(false);
        await stores.CommitAsync(unit => stores.Get<IDispensationStore>().Add(unit, Dispensation.Restore(holder with { Tickets = [] })), ct, stores.OtherTenant).ConfigureAwait(false);
        Check.Equal(0, (await stores.Get<ITicketStore>().ListAsync(stores.OtherTenant, new TicketQuery(), PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "Tickets of the other");
        Check.Equal(1, (await AllAsync(stores, new TicketQuery(), ct).ConfigureAwait(false)).Count, "Mine");
    }

    private static async Task IsEmptyAsync(IClinicStores stores, CancellationToken ct)
    {
        await stores.AddAsync(ct, stores.ADispensation()).ConfigureAwait(false);
        var page = await stores.Get<ITicketStore>().ListAsync(stores.Tenant, new TicketQuery(), PageRequest.First, ct).ConfigureAwait(false);
        Check.Equal((0, null), (page.Items.Count, page.Next), "Items and mark");
    }
}
