using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Inquiries;
using Clinic.Dispensing.Tests.Kit;
using Clinic.Dispensing.Usage;
using Clinic.Dispensing.Wasting;
using Clinic.Testing.Wards;

namespace Clinic.Dispensing.Tests.Inquiries;

public sealed class InquiryTests : Ward
{
    private async Task<IReadOnlyList<DispensationId>> ListAsync(WorkKind kind, Staff who) =>
        [.. (await World.Get<DispensationInquiries>().WorkAsync(World.As(who), kind, PageRequest.First, Ct)).Items.Select(d => d.Id)];

    [Fact]
    public async Task Each_finds_what_waits_for_them()
    {
        var asked = await AskedAsync(World.Asking(Tablets(1)), authorise: false);
        World.Clock.AdvanceMinutes(1);
        var urgent = await AskedAsync(World.Asking(Tablets(1)) with { Urgency = Urgency.Urgent }, authorise: false);
        World.Clock.AdvanceMinutes(1);
        var authorised = await AskedAsync(Tablets(1));
        var ready = await World.ReadyAsync(Ct, Tablets(1));
        var delivered = await World.DeliveredAsync(Ct, Tablets(1));
        await World.FinishAsync(await World.DeliveredAsync(Ct, Tablets(2)), Ct);

        Assert.Equal([urgent, asked], await ListAsync(WorkKind.ToAuthorise, WardPeople.Physician));
        Assert.Equal([authorised, urgent], await ListAsync(WorkKind.ToPrepare, WardPeople.Pharmacist));
        Assert.Equal([ready], await ListAsync(WorkKind.ToHandOver, WardPeople.Auxiliary));
        Assert.Equal([delivered], await ListAsync(WorkKind.InUse, WardPeople.Nurse));
        Assert.Single(await ListAsync(WorkKind.ToReconcile, WardPeople.Pharmacist));
        Assert.Empty(await ListAsync(WorkKind.ToCount, WardPeople.Pharmacist));
        Assert.Empty(await ListAsync(WorkKind.OnHold, WardPeople.Pharmacist));
        Assert.Empty(await ListAsync(WorkKind.UnderReview, WardPeople.Supervisor));
        Assert.Empty(await ListAsync(WorkKind.InUse, WardPeople.FloorNurse));
    }

    [Fact]
    public async Task Another_ward_sees_nothing_and_the_auditor_everything()
    {
        var id = await World.DeliveredAsync(Ct, Tablets(1));
        var inquiries = World.Get<DispensationInquiries>();

        Assert.Null(await inquiries.FindAsync(World.As(WardPeople.FloorNurse), id, Ct));
        Assert.Null(await inquiries.TraceAsync(World.As(WardPeople.FloorNurse), id, Ct));
        Assert.Empty((await inquiries.ListAsync(World.As(WardPeople.FloorNurse), new(), PageRequest.First, Ct)).Items);
        Assert.NotNull(await inquiries.FindAsync(World.As(WardPeople.Auditor), id, Ct));
        await RefusedAsync(() => inquiries.FindAsync(World.As(WardPeople.Cashier), id, Ct), DispensingRules.RoleMissing);
    }

    [Fact]
    public async Task Without_a_receiving_department_it_is_seen_by_the_pharmacy_who_took_part_and_who_sees_all()
    {
        var id = await AskedAsync(Tablets(1));
        var before = await World.LoadAsync(id, Ct);
        var snapshot = before.ToSnapshot();
        var after = Dispensation.Restore(snapshot with { Target = snapshot.Target with { Department = null }, Version = before.Version + 1 });
        await World.Get<IUnitOfWork>().RunAsync(World.AsSystem(), new OpenAttachment { Dispensation = id, Attachment = default }, (unit, _) =>
        {
            World.Get<IDispensationStore>().Save(unit, before, after);
            unit.Audit("test", after.Fact);
            return Task.FromResult(default(AttachmentId));
        }, Ct);
        var inquiries = World.Get<DispensationInquiries>();

        foreach (var (who, sees) in new[]
        {
            (WardPeople.Nurse, true), (WardPeople.Physician, true), (WardPeople.Auxiliary, true), (WardPeople.Auditor, true), (WardPeople.SecondSupervisor, true),
            (WardPeople.SecondNurse, false), (WardPeople.FloorNurse, false), (WardPeople.SecondPhysician, false),
        })
            Assert.True(sees == await inquiries.FindAsync(World.As(who), id, Ct) is not null, who.Name);
        await RefusedAsync(() => Requests.DeclineAsync(World.As(WardPeople.SecondPhysician), new() { Dispensation = id, Reason = "no" }, Ct), DispensingRules.DispensationUnknown);
    }

    [Fact]
    public async Task Ids_of_another_ward_tell_no_more_than_ids_of_nothing()
    {
        var id = await World.DeliveredAsync(Ct, Tablets(5));

        foreach (var one in new[] { id, WardWorld.Id<DispensationId>(9) })
        {
            var nurse = World.As(WardPeople.FloorNurse);
            var e = await RefusedAsync(() => Doses.FinishAsync(nurse, new() { Dispensation = one, Version = 1 }, Ct), DispensingRules.DispensationUnknown);
            Assert.Equal([("dispensation", one.ToString())], e.Failures[0].Facts.Select(f => (f.Key, f.Value)));
            await RefusedAsync(() => World.CloseAsync(one, Ct, WardPeople.FloorNurse), DispensingRules.RoleMissing, DispensingRules.DispensationUnknown);
        }
    }

    [Fact]
    public async Task No_mark_tells_of_what_is_not_shown()
    {
        for (var i = 0; i < 3; i++) await AskedAsync(World.Asking(Tablets(1)), authorise: false);
        var inquiries = World.Get<DispensationInquiries>();
        var one = new PageRequest(1);

        var elsewhere = await inquiries.ListAsync(World.As(WardPeople.FloorNurse), new() { VisibleTo = [World.Emergency] }, one, Ct);
        var toPrepare = await inquiries.WorkAsync(World.As(WardPeople.Pharmacist), WorkKind.ToPrepare, one, Ct);

        Assert.All([elsewhere, toPrepare], p => Assert.Equal((0, null), (p.Items.Count, p.Next)));
        foreach (var who in new[] { WardPeople.Nurse, WardPeople.Auxiliary, WardPeople.Auditor })
            Assert.Equal(3, (await inquiries.ListAsync(World.As(who), new(), PageRequest.First, Ct)).Items.Count);
    }

    [Fact]
    public async Task The_trace_holds_every_dose_and_waste_of_long_logs()
    {
        var id = await World.DeliveredAsync(Ct, Ampoules(2));
        await World.DoseAsync(id, 1, 1, UnitCode.Millilitre, Ct);
        var inquiries = World.Get<DispensationInquiries>();
        var dose = Assert.Single((await inquiries.TraceAsync(World.As(WardPeople.Nurse), id, Ct))!.Doses);
        var waste = new WasteEntry(
            default, id, 1, dose.Lot, RemainderKind.OpenedRemainder, 0.1m, "resto", dose.RecordedBy, null, "sola", null, dose.At, dose.RecordedAt, null);
        await World.Get<IUnitOfWork>().RunAsync(World.AsSystem(), new OpenAttachment { Dispensation = id, Attachment = default }, (unit, _) =>
        {
            for (var i = 0; i < 2 * PageRequest.LargestSize; i++)
            {
                World.Get<IDoseStore>().Add(unit, dose with { Id = World.Get<IIdGenerator>().Next<DoseId>() });
                World.Get<IWasteStore>().Add(unit, waste with { Id = World.Get<IIdGenerator>().Next<WasteId>() });
            }

            unit.Audit("test", Dispensation.FactOf(id));
            return Task.FromResult(default(AttachmentId));
        }, Ct);

        var trace = await inquiries.TraceAsync(World.As(WardPeople.Nurse), id, Ct);

        Assert.Equal((2 * PageRequest.LargestSize) + 1, trace!.Doses.Count);
        Assert.Equal(2 * PageRequest.LargestSize, trace.Wastes.Count);
    }

    [Fact]
    public async Task Who_may_act_next_is_who_will_not_be_refused()
    {
        var inquiries = World.Get<DispensationInquiries>();
        foreach (var (line, counts) in new[] { (Tablets(1), true), (Ampoules(1), false) })
        {
            var byPhysician = (await Requests.RequestAsync(World.As(WardPeople.Physician), World.Asking(line), Ct)).Dispensation;
            var byPharmacist = await Requests.RequestAsync(World.As(WardPeople.Pharmacist), World.Asking(line), Ct);
            var (mayAuthorise, _) = await inquiries.ResponsibleAsync(World.As(WardPeople.Nurse), byPhysician, Ct);
            var (_, mayPrepare) = await inquiries.ResponsibleAsync(World.As(WardPeople.Nurse), byPharmacist.Dispensation, Ct);

            Assert.Contains(WardPeople.SecondPhysician.Id, mayAuthorise);
            Assert.Equal(counts, mayAuthorise.Contains(WardPeople.Physician.Id));
            Assert.Contains(WardPeople.SecondPharmacist.Id, mayPrepare);
            Assert.Equal(counts, mayPrepare.Contains(WardPeople.Pharmacist.Id));
            Assert.Equal(mayPrepare, byPharmacist.MayPrepare);
        }
    }

    [Fact]
    public async Task Tickets_are_those_of_my_departments()
    {
        var id = await World.DeliveredAsync(Ct, Tablets(1));
        await World.DoseAsync(id, 1, 2, UnitCode.Tablet, Ct);
        var inquiries = World.Get<DispensationInquiries>();

        Assert.Single((await inquiries.TicketsAsync(World.As(WardPeople.Nurse), new() { IsOpen = true }, PageRequest.First, Ct)).Items);
        Assert.Empty((await inquiries.TicketsAsync(World.As(WardPeople.Auditor) with { Site = WardWorld.Id<SiteId>(2) }, new(), PageRequest.First, Ct)).Items);
        Assert.Empty((await inquiries.TicketsAsync(World.As(WardPeople.FloorNurse), new(), PageRequest.First, Ct)).Items);
    }
}
