using Clinic.Abstractions;
using Clinic.Pharmacy.Adjusting;
using Clinic.Pharmacy.Alerts;
using Clinic.Pharmacy.CountSessions;
using Clinic.Pharmacy.Imports;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Prices;
using Clinic.Pharmacy.Recalls;
using Clinic.Pharmacy.Register;
using Clinic.Pharmacy.Reports;
using Clinic.Pharmacy.Requisitions;
using Clinic.Pharmacy.Rights;
using Clinic.Pharmacy.Sales;
using Clinic.Pharmacy.Sales.Invoices;
using Clinic.Pharmacy.Sales.Shifts;
using Clinic.Pharmacy.Stock;
using Clinic.Pharmacy.SupplierReturns;
using Clinic.Pharmacy.Tests.Kit;
using NodaTime;

namespace Clinic.Pharmacy.Tests.Rights;

/// <summary>Each act with each role: who may is not refused for the role, who may not is told which roles may.</summary>
public sealed class PharmacyRightsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<PharmacyAct, Role> All => [.. from act in Enum.GetValues<PharmacyAct>() from role in Enum.GetValues<Role>() select (act, role)];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Each_act_is_for_its_roles(PharmacyAct act, Role role)
    {
        var (h, p, lot) = await Ready();
        var actor = new Actor(Hospital.Id<PersonId>(40), [role], [h.PharmacyDepartment, h.WardDepartment]);
        var may = PharmacyRights.RolesFor(act).Contains(role);
        var refused = await Record.ExceptionAsync(() => TryAsync(act, h, p, lot, h.As(actor))) as PharmacyException;

        var missing = refused?.Failures.SingleOrDefault(f => f.Code == PharmacyRules.RoleMissing);
        Assert.Equal(may, missing is null);
        if (may) return;
        Assert.Equal(string.Join(", ", PharmacyRights.RolesFor(act)), missing!.Facts["allowed"]);
        Assert.Equal(role.ToString(), missing.Facts["found"]);
        Assert.DoesNotContain(await h.LedgerAsync(), m => m.Actor == actor.Person);
        // A read that is refused is no command, so nothing of it is in the audit.
        if (act is not (PharmacyAct.ReadCosts or PharmacyAct.ReadReports)) Assert.Contains(PharmacyRules.RoleMissing, (await h.AuditAsync(AuditOutcome.Refused))[0].Codes);
    }

    [Theory]
    [InlineData(PharmacyAct.Receive)]
    [InlineData(PharmacyAct.Reserve)]
    [InlineData(PharmacyAct.Issue)]
    [InlineData(PharmacyAct.Return)]
    [InlineData(PharmacyAct.Transfer)]
    [InlineData(PharmacyAct.Waste)]
    [InlineData(PharmacyAct.Adjust)]
    [InlineData(PharmacyAct.Count)]
    [InlineData(PharmacyAct.Reverse)]
    public async Task Each_act_at_a_place_is_for_its_department_and_a_supervisor_may_anywhere(PharmacyAct act)
    {
        var (h, p, lot) = await Ready();
        var stranger = new Actor(Hospital.Id<PersonId>(41), [.. PharmacyRights.RolesFor(act).Where(r => r is not (Role.Supervisor or Role.System))], [h.WardDepartment]);
        var everywhere = new Actor(Hospital.Id<PersonId>(42), [Role.Supervisor, Role.Pharmacist], []);

        var e = await Assert.ThrowsAsync<PharmacyException>(() => TryAsync(act, h, p, lot, h.As(stranger)));

        Assert.Contains(PharmacyRules.DepartmentMissing, e.Failures.Select(f => f.Code));
        await TryAsync(act, h, p, lot, h.As(everywhere));
    }

    [Fact]
    public async Task Nobody_without_a_role_does_anything()
    {
        foreach (var act in Enum.GetValues<PharmacyAct>())
        {
            // Each in a hospital of its own: what one act prepares, such as a recall of all that a supplier sent, must not stop the next.
            var (h, p, lot) = await Ready();
            var nobody = new Actor(Hospital.Id<PersonId>(43), [], [h.PharmacyDepartment]);
            var e = await Assert.ThrowsAsync<PharmacyException>(() => TryAsync(act, h, p, lot, h.As(nobody)));
            Assert.Equal("none", e.Failures.Single(f => f.Code == PharmacyRules.RoleMissing).Facts["found"]);
            Assert.Equal(RuleKind.Forbidden, PharmacyRules.Texts.Of(PharmacyRules.RoleMissing).Kind);
        }
    }

    [Fact]
    public async Task Another_tenant_sees_and_touches_nothing()
    {
        var (h, p, lot) = await Ready();
        var other = h.As() with { Tenant = Hospital.Id<TenantId>(2) };

        await Assert.ThrowsAsync<ClinicRuleException>(() => h.Issuing.IssueAsync(other, h.Issue(p, 1), Ct));
        await Refused.WithAsync(() => h.Lots.ChangeStatusAsync(other, new(lot, 1, LotTrigger.Hold, "x"), Ct), PharmacyRules.LotUnknown);
        Assert.Empty((await h.Inquiries.NowAsync(other.Tenant, new(), new PageRequest(), Ct)).Items);
        Assert.Empty((await h.Inquiries.MovementsAsync(other.Tenant, new(), new PageRequest(), Ct)).Items);
        Assert.Empty((await h.Inquiries.AsOfAsync(other.Tenant, new(new(), h.Clock.Now), Ct)).Lines);
    }

    [Fact]
    public async Task An_unknown_site_is_refused()
    {
        var (h, p, _) = await Ready();

        var e = await Assert.ThrowsAsync<ClinicRuleException>(() => h.Issuing.IssueAsync(h.As() with { Site = Hospital.Id<SiteId>(9) }, h.Issue(p, 1), Ct));

        Assert.Equal(ClinicRules.PlaceUnknown, e.Code);
    }

    private static async Task<(Hospital, Presentation, LotId)> Ready()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        return (h, p, await h.LotAsync(p, 50));
    }

    private static async Task<InvoiceId> RejectedAsync(Hospital h)
    {
        var asked = Invoice.Request(h.Get<IIdGenerator>().Next<InvoiceId>(), InvoiceKind.Invoice, new(Guid.CreateVersion7()), null, h.Site.Id, new(1, Currency.Usd), h.Clock.Now);
        await h.Get<IUnitOfWork>().RunAsync(h.As(), new AskInvoiceAgain(asked.Id), (unit, _) =>
        {
            h.Get<IInvoiceStore>().Add(unit, asked);
            h.Get<IInvoiceStore>().Save(unit, asked.Answer(new InvoiceOutcome.Rejected("no"), h.Clock.Now));
            unit.Audit("test", asked.Fact);
            return Task.FromResult(new InvoiceAnswer(asked.Id, InvoiceStatus.Rejected, 2));
        }, Ct);
        return asked.Id;
    }

    private static async Task TryAsync(PharmacyAct act, Hospital h, Presentation p, LotId lot, CommandContext x)
    {
        var one = new Quantity(1, UnitCode.Tablet);
        switch (act)
        {
            case PharmacyAct.ManagePrices:
                await h.Get<TaxGroups>().SetAsync(x, new("IVA15", "IVA 15 %", new(2024, 4, 1), 15, "ley"), Ct);
                break;
            case PharmacyAct.ApprovePrice:
                await h.Get<SpecialPrices>().SetAsync(x, new(new(p.Id, PriceSegment.Patient, Currency.Usd, new(2026, 3, 10), new(2026, 3, 20), PercentOff: 10), "campaña"), Ct);
                break;
            case PharmacyAct.ReadCosts:
                await h.Get<PriceInquiries>().SimulateAsync(x.Tenant, x.Actor, new(x.Site, p.Id, PricePer.BaseUnit, PriceRule.Fixed(1)), Ct);
                break;
            case PharmacyAct.ReadReports:
                await h.Get<SalesReports>().InvoicesAsync(x.Tenant, x.Actor, x.Site, new LocalDate(2026, 3, 1), new LocalDate(2026, 3, 1), Ct);
                break;
            case PharmacyAct.Sell:
                await h.Get<SaleBaskets>().BeginAsync(x, new(h.Store, PriceSegment.Patient), Ct);
                break;
            case PharmacyAct.CloseShift:
                await h.Get<CashierShifts>().OpenAsync(x, new(new(0, Currency.Usd)), Ct);
                break;
            case PharmacyAct.CancelSale:
                await h.Get<Invoicing>().AskAgainAsync(x, new(await RejectedAsync(h)), Ct);
                break;
            case PharmacyAct.Requisition:
                await h.Get<RequisitionDrafting>().DraftAsync(x, new(new(h.Ward, h.Store, [new(p.Id, one)])), Ct);
                break;
            case PharmacyAct.ApproveRequisition:
                await h.Get<RequisitionApproval>().ApproveAsync(x, new(Hospital.Id<RequisitionId>(8)), Ct);
                break;
            case PharmacyAct.FulfilRequisition:
                await h.Get<RequisitionFulfilment>().DispatchAsync(x, new(Hospital.Id<RequisitionId>(8)), Ct);
                break;
            case PharmacyAct.ReceiveRequisition:
                await h.Get<RequisitionReceiving>().ReceiveAsync(x, new(Hospital.Id<RequisitionId>(8)), Ct);
                break;
            case PharmacyAct.WriteOffRequisition:
                await h.Get<RequisitionReceiving>().WriteOffAsync(x, new(Hospital.Id<RequisitionId>(8), "perdido"), Ct);
                break;
            case PharmacyAct.SetStockLevel:
                await h.Get<StockLevels>().SetAsync(x, new(h.Ward, p.Id, 5, 20), Ct);
                break;
            case PharmacyAct.ManageCatalogue:
                await h.Get<MedicationCatalogue>().AddAsync(x, new(new("NEW", "n", "f", [new("i", new(1, UnitCode.Milligram))])), Ct);
                break;
            case PharmacyAct.Import:
                await h.Get<OpeningBalanceImport>().ImportAsync(x, new("presentation_code,lot_number,expiration,quantity,unit_cost,location\nAMX500,O,2027-06,1,1,Bodega\n"), Ct);
                break;
            case PharmacyAct.Receive:
                await h.Receiving.ReceiveAsync(x, new()
                {
                    Location = h.Store,
                    Supplier = "S",
                    Lines = [new() { Presentation = p.Id, LotNumber = new LotNumber("N"), Expiration = new ExpirationDate(new(2027, 1, 1)), Paid = one, Price = new(1, Currency.Usd) }],
                }, Ct);
                break;
            case PharmacyAct.Reserve:
                await h.Reservations.ReserveAsync(x, new() { Owner = "o", Location = h.Store, Line = new(p.Id, one), Expires = h.Clock.Now + Duration.FromHours(1) }, Ct);
                break;
            case PharmacyAct.Issue:
                await h.Issuing.IssueAsync(x, h.Issue(p, 1), Ct);
                break;
            case PharmacyAct.Return:
                var issue = await h.Issuing.IssueAsync(h.As(), h.Issue(p, 1), Ct);
                await h.Returning.ReturnAsync(x, new() { Issue = issue.Posting, Lot = lot, Quantity = one, To = h.Store, IsUnopened = true, Reason = "r" }, Ct);
                break;
            case PharmacyAct.Transfer:
                await h.Transfers.DispatchAsync(x, new() { From = h.Store, To = h.Ward, Lines = [new(p.Id, one)] }, Ct);
                break;
            case PharmacyAct.Waste:
                await h.Adjusting.WasteAsync(x, new() { Lot = lot, Location = h.Store, Quantity = one, Kind = WasteKind.Lost, Reason = "r" }, Ct);
                break;
            case PharmacyAct.Adjust:
                await h.Adjusting.AdjustAsync(x, new() { Lot = lot, Location = h.Store, Direction = MovementDirection.In, Quantity = one, Reason = "r" }, Ct);
                break;
            case PharmacyAct.Count:
                await h.Counting.CountAsync(x, new() { Lot = lot, Location = h.Store, Counted = one }, Ct);
                break;
            case PharmacyAct.Reverse:
                await h.Reversing.ReverseAsync(x, new((await h.LedgerAsync())[0].Posting, "r"), Ct);
                break;
            case PharmacyAct.BlockLot:
                await h.Lots.ChangeStatusAsync(x, new(lot, 1, LotTrigger.Hold, "r"), Ct);
                break;
            case PharmacyAct.ApproveLot:
                var before = (await h.LyingAsync(lot)).Lot;
                var version = before.Status == LotStatus.OnHold ? before.Version : (await h.Lots.ChangeStatusAsync(h.As(), new(lot, before.Version, LotTrigger.Hold, "r"), Ct)).Version;
                await h.Lots.ChangeStatusAsync(x, new(lot, version, LotTrigger.Approve, "r"), Ct);
                break;
            case PharmacyAct.ApproveCount:
                var planned = await h.Get<SessionCounting>().PlanAsync(h.As(), new(h.Store, CountSessionKind.Full), Ct);
                await h.Get<SessionCounting>().StartAsync(h.As(), new(planned.Session, 1), Ct);
                await h.Get<SessionCounting>().EnterAsync(h.As(h.Auxiliary), new() { Session = planned.Session, Lots = [new(lot, new Quantity(50, UnitCode.Tablet))] }, Ct);
                await h.Get<SessionCounting>().SubmitAsync(h.As(), new(planned.Session, 3), Ct);
                await h.Get<SessionCounting>().ApproveAsync(x, new(planned.Session, 4), Ct);
                break;
            case PharmacyAct.FollowRecall:
                var held = (await h.LyingAsync(lot)).Lot;
                if (held.Status == LotStatus.OnHold) await h.Lots.ChangeStatusAsync(h.As(), new(lot, held.Version, LotTrigger.Approve, "r"), Ct);
                await h.Issuing.IssueAsync(h.As(), h.Issue(p, 1), Ct);
                var recall = await h.Get<RecallCampaigns>().OpenAsync(h.As(), new() { Scope = RecallScope.OfSupplier("Distribuidora"), Urgency = RecallUrgency.ClassI, Reason = "r" }, Ct);
                var notice = (await h.Get<RecallInquiries>().NoticesAsync(h.Tenant, recall.Campaign, null, PageRequest.First, Ct)).Items[0];
                await h.Get<RecallCampaigns>().AttemptAsync(x, new(notice.Id, 1, RecallChannel.Message, true), Ct);
                break;
            case PharmacyAct.ReturnToSupplier:
                await h.Get<SupplierReturning>().DraftAsync(x, new() { Supplier = "Distribuidora", Reason = SupplierReturnReason.WrongDelivery, Goods = [new(lot, h.Store, one)] }, Ct);
                break;
            case PharmacyAct.ManageAlerts:
                await h.Get<AlertRules>().AddAsync(x, new(AlertKind.Expiry, new(new(Presentation: p.Id))), Ct);
                break;
            case PharmacyAct.AnswerAlert:
                await h.LotAsync(p, 1, $"Z{h.Clock.Now.ToUnixTimeTicks()}", h.Site.DateOf(h.Clock.Now).PlusDays(3));
                await h.Get<IEnumerable<IClinicJob>>().Single(j => j.Name == "pharmacy.alerts").RunOnceAsync(h.Tenant, Ct);
                var alert = (await h.Get<AlertInquiries>().AlertsAsync(h.Tenant, new() { Status = AlertStatus.Open }, PageRequest.First, Ct)).Items[0];
                await h.Get<AlertDesk>().AcknowledgeAsync(x, new(alert.Id, alert.Version), Ct);
                break;
            case PharmacyAct.ReadRegister:
                await h.Get<ControlledRegister>().SheetsAsync(x, new(h.Clock.Now - Duration.FromDays(1), h.Clock.Now), Ct);
                break;
        }
    }
}
