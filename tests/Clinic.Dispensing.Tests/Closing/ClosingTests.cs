using Clinic.Abstractions;
using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.HandOvers;
using Clinic.Dispensing.Returning;
using Clinic.Dispensing.Tests.Kit;
using Clinic.Dispensing.Tickets;
using Clinic.Testing.Wards;
using NodaTime;

namespace Clinic.Dispensing.Tests.Closing;

public sealed class ClosingTests : Ward
{
    private ResolveTicket Resolving(DispensationId id, TicketId ticket, TicketOutcome outcome, Staff? approver = null) => new()
    {
        Dispensation = id,
        Ticket = ticket,
        Outcome = outcome,
        Reason = "revisado",
        Approver = approver is null ? null : WardWorld.Pin(approver),
    };

    private Task<DispensationAnswer> ResolveAsync(ResolveTicket command, Staff? by = null) => Tickets.ResolveAsync(World.As(by ?? WardPeople.Supervisor), command, Ct);

    private Task<DispensationAnswer> RaiseAsync(DispensationId id) => Books.RaiseDiscrepancyAsync(World.As(WardPeople.Pharmacist), new() { Dispensation = id, Evidence = "falta" }, Ct);

    [Fact]
    public async Task Every_reason_against_closing_is_named()
    {
        var id = await World.ReadyAsync(Ct, Tablets(10));
        await HandingOver.HandOverAsync(World.As(WardPeople.Auxiliary), World.HandingOver(id) with { Items = [new(id, [new(1, 6)])] }, Ct);
        await Returns.DeclareAsync(World.As(WardPeople.SecondNurse), new() { Dispensation = id, Line = 1, Quantity = new(2, UnitCode.Tablet), Condition = ReturnCondition.Unopened, Reason = "sobra" }, Ct);
        await World.DoseAsync(id, 1, 7, UnitCode.Tablet, Ct);

        await RefusedAsync(() => World.CloseAsync(id, Ct), DispensingRules.TransitionRefused, DispensingRules.StillDispensing, DispensingRules.NotBalanced, DispensingRules.ReturnPending, DispensingRules.TicketOpen);
    }

    [Fact]
    public async Task Only_the_pharmacy_closes_and_never_the_recipient()
    {
        var id = await World.DeliveredAsync(Ct, Tablets(1));
        await World.DoseAsync(id, 1, 1, UnitCode.Tablet, Ct);
        await World.FinishAsync(id, Ct);

        await RefusedAsync(() => World.CloseAsync(id, Ct, WardPeople.SecondNurse), DispensingRules.RoleMissing, DispensingRules.DepartmentMissing, DispensingRules.CloserIsRecipient);
        await RefusedAsync(() => RaiseAsync(id), DispensingRules.NoDifference);
        Assert.Equal(AccountabilityStatus.Closed, (await World.CloseAsync(id, Ct)).Accountability);
    }

    [Fact]
    public async Task An_explanation_posts_what_was_missing()
    {
        var id = await World.DeliveredAsync(Ct, Ampoules(1), Tablets(1));
        await World.DoseAsync(id, 1, 1, UnitCode.Millilitre, Ct);
        await World.DoseAsync(id, 2, 1, UnitCode.Tablet, Ct);
        await World.FinishAsync(id, Ct);
        var ticket = (await RaiseAsync(id)).Tickets[0];
        var explained = Resolving(id, ticket, TicketOutcome.Explained, WardPeople.SecondSupervisor);

        await RefusedAsync(() => ResolveAsync(explained), DispensingRules.NotExplained);
        await RefusedAsync(() => ResolveAsync(explained with { Approver = null }), DispensingRules.ApprovalNeeded, DispensingRules.NotExplained);
        await RefusedAsync(() => ResolveAsync(explained with { Approver = WardWorld.Pin(WardPeople.Supervisor) }), DispensingRules.ApproverIsResolver, DispensingRules.NotExplained);
        await RefusedAsync(() => ResolveAsync(explained with { Approver = WardWorld.Pin(WardPeople.Pharmacist) }), DispensingRules.ResolverInChain, DispensingRules.NotExplained);
        await RefusedAsync(() => ResolveAsync(explained with { MissingDose = new() { Line = 1, Amount = new(5, UnitCode.Millilitre) } }), DispensingRules.DoseImpossible, DispensingRules.FieldInvalid);
        var resolved = await ResolveAsync(explained with { MissingDose = new() { Line = 1, Amount = new(1, UnitCode.Millilitre), Responsible = WardPeople.SecondNurse.Id } });

        Assert.Equal(AccountabilityStatus.ToReconcile, resolved.Accountability);
        await RefusedAsync(() => ResolveAsync(explained), DispensingRules.TicketResolved);
        Assert.Equal(AccountabilityStatus.Closed, (await World.CloseAsync(id, Ct)).Accountability);
    }

    [Fact]
    public async Task Missing_waste_explains_with_the_approver_as_witness()
    {
        var id = await World.DeliveredAsync(Ct, Ampoules(1));
        await World.DoseAsync(id, 1, 1, UnitCode.Millilitre, Ct);
        await World.FinishAsync(id, Ct);
        var ticket = (await RaiseAsync(id)).Tickets[0];

        await ResolveAsync(Resolving(id, ticket, TicketOutcome.Explained, WardPeople.SecondSupervisor) with
        {
            MissingWaste = new() { Line = 1, Kind = Wasting.RemainderKind.Broken, Amount = new(1, UnitCode.Millilitre), Reason = "se rompió" },
        });

        Assert.Equal(AccountabilityStatus.Closed, (await World.CloseAsync(id, Ct)).Accountability);
    }

    [Fact]
    public async Task Who_took_part_resolves_nothing()
    {
        var id = await World.DeliveredAsync(Ct, Tablets(2));
        await World.FinishAsync(id, Ct);
        var ticket = (await RaiseAsync(id)).Tickets[0];
        await Tickets.AssignAsync(World.As(WardPeople.Supervisor), new() { Dispensation = id, Ticket = ticket, Owner = WardPeople.SecondSupervisor.Id, Due = World.Now + Duration.FromHours(2) }, Ct);

        await RefusedAsync(() => ResolveAsync(Resolving(id, ticket, TicketOutcome.Unexplained), WardPeople.Pharmacist), DispensingRules.RoleMissing, DispensingRules.ResolverInChain);
        await RefusedAsync(() => Tickets.AssignAsync(World.As(WardPeople.Supervisor), new() { Dispensation = id, Ticket = ticket, Owner = WardPeople.Nurse.Id, Due = World.Now }, Ct), DispensingRules.ResolverInChain, DispensingRules.FieldInvalid);
        await RefusedAsync(() => ResolveAsync(Resolving(id, WardWorld.Id<TicketId>(9), TicketOutcome.Unexplained)), DispensingRules.TicketUnknown);
        Assert.Equal(AccountabilityStatus.ClosedWithDifference, (await ResolveAsync(Resolving(id, ticket, TicketOutcome.Unexplained))).Accountability);
        await RefusedAsync(() => Books.ReopenAsync(World.As(WardPeople.Supervisor), new() { Dispensation = id, Reason = "otra vez" }, Ct), DispensingRules.TransitionRefused);
    }

    [Fact]
    public async Task A_surplus_is_booked_as_such()
    {
        var id = await World.DeliveredAsync(Ct, Tablets(2));
        var dose = await World.DoseAsync(id, 1, 3, UnitCode.Tablet, Ct);

        var ended = await ResolveAsync(Resolving(id, dose.Answer.Tickets[0], TicketOutcome.Unexplained));

        Assert.Equal(AccountabilityStatus.ClosedWithDifference, ended.Accountability);
        Assert.Equal(-1, Assert.Single(Reconciliation.Of(await World.LoadAsync(id, Ct))).Booked);
        Assert.Equal(-1, Assert.Single((await World.LoadAsync(id, Ct)).Tickets).Resolution!.Booked);
    }

    [Fact]
    public async Task What_may_still_come_is_no_loss_yet()
    {
        var id = await World.ReadyAsync(Ct, Tablets(10));
        await HandingOver.HandOverAsync(World.As(WardPeople.Auxiliary), World.HandingOver(id) with { Items = [new(id, [new(1, 2)])] }, Ct);
        var dose = await World.DoseAsync(id, 1, 3, UnitCode.Tablet, Ct);

        await RefusedAsync(() => ResolveAsync(Resolving(id, dose.Answer.Tickets[0], TicketOutcome.Unexplained)), DispensingRules.StillDispensing);
    }

    [Fact]
    public async Task A_ticket_without_a_difference_is_explained_not_booked()
    {
        var id = await World.DeliveredAsync(Ct, Tablets(10));
        var declared = await Returns.DeclareAsync(World.As(WardPeople.SecondNurse), new() { Dispensation = id, Line = 1, Quantity = new(2, UnitCode.Tablet), Condition = ReturnCondition.Unopened, Reason = "sobra" }, Ct);
        var counted = await Returns.ConfirmAsync(World.As(WardPeople.Pharmacist), new() { Dispensation = id, Return = declared.Return, Counted = new(1, UnitCode.Tablet), To = World.Store }, Ct);

        await RefusedAsync(() => ResolveAsync(Resolving(id, counted.Answer.Tickets[0], TicketOutcome.Unexplained)), DispensingRules.NothingToBook);
        await ResolveAsync(Resolving(id, counted.Answer.Tickets[0], TicketOutcome.Explained));
        Assert.DoesNotContain((await World.LoadAsync(id, Ct)).Tickets, t => t.IsOpen);
    }

    [Fact]
    public async Task Evidence_is_added_to_open_tickets_only()
    {
        var id = await World.DeliveredAsync(Ct, Tablets(2));
        var dose = await World.DoseAsync(id, 1, 3, UnitCode.Tablet, Ct);
        AddEvidence Evidence(string text) => new() { Dispensation = id, Ticket = dose.Answer.Tickets[0], Text = text };
        await Tickets.AddEvidenceAsync(World.As(WardPeople.Nurse), Evidence("fueron tres, una prestada"), Ct);

        await RefusedAsync(() => Tickets.AddEvidenceAsync(World.As(WardPeople.FloorNurse), Evidence(""), Ct), DispensingRules.DispensationUnknown);
        await ResolveAsync(Resolving(id, dose.Answer.Tickets[0], TicketOutcome.Unexplained));
        await RefusedAsync(() => Tickets.AddEvidenceAsync(World.As(WardPeople.Nurse), Evidence("tarde"), Ct), DispensingRules.TicketResolved, DispensingRules.TransitionRefused);
    }

    [Fact]
    public async Task Closed_books_are_opened_by_a_supervisor_within_a_limit()
    {
        var id = await World.DeliveredAsync(Ct, Tablets(1));
        await World.DoseAsync(id, 1, 1, UnitCode.Tablet, Ct);
        await World.FinishAsync(id, Ct);
        await World.CloseAsync(id, Ct);
        Task<DispensationAnswer> Reopen(Staff by) => Books.ReopenAsync(World.As(by), new() { Dispensation = id, Reason = "faltó una dosis" }, Ct);

        await RefusedAsync(() => Reopen(WardPeople.Pharmacist), DispensingRules.RoleMissing);
        Assert.Equal(AccountabilityStatus.ToReconcile, (await Reopen(WardPeople.Supervisor)).Accountability);
        await World.CloseAsync(id, Ct);
        World.Clock.Advance(Duration.FromDays(31));
        await RefusedAsync(() => Reopen(WardPeople.Supervisor), DispensingRules.ReopenTooLate);
    }

    [Fact]
    public async Task An_error_is_marked_only_while_nothing_physical_happened()
    {
        var ready = await World.ReadyAsync(Ct, Tablets(1));
        var delivered = await World.DeliveredAsync(Ct, Tablets(1));
        Task<DispensationAnswer> Mark(DispensationId id) => Books.MarkEnteredInErrorAsync(World.As(WardPeople.Supervisor), new() { Dispensation = id, Reason = "paciente equivocado" }, Ct);

        await RefusedAsync(() => Mark(delivered), DispensingRules.PhysicalActivity, DispensingRules.TransitionRefused);
        Assert.Equal(DispenseStatus.EnteredInError, (await Mark(ready)).Status);
        Assert.Equal((199, 0), await World.StockAsync(World.Tablet, Ct));
    }
}
