using Clinic.Abstractions;
using Clinic.Dispensing.Tickets;
using Clinic.Pharmacy.Alerts;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Bridges.Tests.Dispensing;

public sealed class TicketDiscrepanciesTests : IDisposable
{
    private static readonly DepartmentId Ward = new(Guid.CreateVersion7());
    private static readonly DepartmentId Pharmacy = new(Guid.CreateVersion7());
    private readonly Tickets tickets = new();
    private readonly Installation clinic;

    public TicketDiscrepanciesTests() => clinic = new(s =>
    {
        s.AddSingleton<ITicketStore>(tickets);
        s.AddClinicPharmacy().WithAlerts();
        s.AddClinicDispensing().UseInMemory().UsePharmacyStock();
    });

    public void Dispose() => clinic.Dispose();

    [Fact]
    public async Task Open_tickets_are_told_with_their_kind_their_age_and_who_answers_for_them()
    {
        var opened = clinic.Clock.Now - Duration.FromDays(2);
        var of = tickets.Add(TicketKind.ReturnDiffers, opened, Ward);
        var nobody = tickets.Add(TicketKind.Difference, opened, null);
        tickets.Add(TicketKind.Difference, opened, Ward, isOpen: false);
        var port = clinic.Get<IOpenDiscrepancies>();

        var first = await port.ListAsync(Installation.Tenant, new PageRequest(1), Installation.Stop);
        var rest = await port.ListAsync(Installation.Tenant, new PageRequest(1, first.Next), Installation.Stop);

        Assert.Equal([new OpenDiscrepancy($"ticket/{of.Id}", "ReturnDiffers", opened, Ward)], first.Items);
        // A ticket of no receiving department is the serving department's.
        Assert.Equal([new OpenDiscrepancy($"ticket/{nobody.Id}", "Difference", opened, Pharmacy)], rest.Items);
        Assert.Null(rest.Next);
    }

    [Fact]
    public async Task A_ticket_left_open_raises_one_alert_that_ends_when_it_is_resolved()
    {
        await clinic.OpenAsync();
        var old = tickets.Add(TicketKind.Difference, clinic.Clock.Now - Duration.FromDays(4), Ward);
        tickets.Add(TicketKind.Difference, clinic.Clock.Now - Duration.FromDays(1), Ward);
        var job = clinic.Get<IEnumerable<IClinicJob>>().Single(j => j.Name == "pharmacy.alerts");

        await job.RunOnceAsync(Installation.Tenant, Installation.Stop);
        await job.RunOnceAsync(Installation.Tenant, Installation.Stop);

        var alert = Assert.Single(await AlertsAsync());
        Assert.Equal(($"discrepancy/ticket/{old.Id}", AlertKind.DiscrepancyOpen, Ward), (alert.Cause.Key, alert.Cause.Kind, alert.Cause.About.Department));
        tickets.All.Clear();
        await job.RunOnceAsync(Installation.Tenant, Installation.Stop);
        Assert.Equal(AlertEnd.CauseGone, Assert.Single(await AlertsAsync()).ToSnapshot().End);
    }

    private async Task<IReadOnlyList<Alert>> AlertsAsync() => (await clinic.Get<AlertInquiries>().AlertsAsync(Installation.Tenant, new(), PageRequest.First, Installation.Stop)).Items;

    private sealed class Tickets : ITicketStore
    {
        public List<TicketView> All { get; } = [];

        public Ticket Add(TicketKind kind, Instant raised, DepartmentId? department, bool isOpen = true)
        {
            var by = new PersonId(Guid.CreateVersion7());
            var ticket = new Ticket(
                new(Guid.CreateVersion7()), kind, 1, null, 2, by, raised, null, raised + Duration.FromDays(1), 0, [], isOpen ? null : new(TicketOutcome.Explained, "visto", by, raised, null));
            All.Add(new(new(Guid.CreateVersion7()), department, Pharmacy, ticket));
            return ticket;
        }

        public Task<Page<TicketView>> ListAsync(TenantId tenant, TicketQuery query, PageRequest page, CancellationToken cancellationToken)
        {
            var found = All.Where(t => query.IsOpen is null || t.Ticket.IsOpen == query.IsOpen).ToList();
            var from = page.After is { } after ? found.FindIndex(t => t.Ticket.Id.ToString() == after) + 1 : 0;
            return Task.FromResult(Paging.Cut([.. found.Skip(from).Take(page.Size + 1)], page, t => t.Ticket.Id.ToString()));
        }
    }
}
